## Les nouvelles, là où on les lit
updates-title = Nouvelles
updates-all = Toutes les nouvelles
updates-none = Rien n’a encore été annoncé.
updates-older = Plus anciennes
updates-feed = La même chose en fil (Atom)
updates-feed-title = { $campaign } : nouvelles
updates-corrected = corrigé le { $date }
updates-also-in = Aussi en

## La fin des nouvelles
unsubscribe-title = Arrêter les nouvelles
unsubscribe-about = Vous avez demandé des nouvelles par courriel. Appuyez sur le bouton et vous n’en recevrez plus.
unsubscribe-which = Quelles nouvelles?
unsubscribe-campaign = Celles de « { $campaign } »
unsubscribe-all = Celles de toutes les campagnes de ce site
unsubscribe-button = Arrêter les nouvelles
unsubscribe-signature-stays = Votre signature reste telle quelle.
unsubscribed-title = Plus de nouvelles
unsubscribed-campaign = Vous ne recevrez plus de nouvelles de « { $campaign } ».
unsubscribed-all = Vous ne recevrez plus de nouvelles d’aucune campagne de ce site.

## Les nouvelles, là où on les écrit
bulletins-about = Ce que vous dites aux signataires : sur une page, dans un fil, et par courriel à qui l’a demandé.
bulletins-none = Aucune nouvelle n’a encore été écrite.
bulletin-new = Écrire une nouvelle
bulletin-back = Toutes les nouvelles de cette campagne
bulletin-steps = Étapes
bulletin-write = Écrire
bulletin-look = Relire et publier
bulletin-send = Envoyer
bulletin-untitled = Nouvelle { $number }
bulletin-title = Titre
bulletin-body = Texte
bulletin-body-hint = Markdown : une ligne vide entre les paragraphes, **gras**, - pour les listes, [mots](https://…) pour les liens. Pas d’images.
bulletin-changed = Modifiée
bulletin-page = Page
bulletin-mail = Courriel
bulletin-draft = Brouillon
bulletin-write-about = Laissez vide une langue dans laquelle vous n’écrivez pas. Ses lecteurs reçoivent alors la langue principale.
bulletin-save = Enregistrer
bulletin-save-look = Enregistrer et relire
bulletin-refused = { $language } : un titre a une ligne d’au plus { $title } caractères, un texte au plus { $body }.
bulletin-overtaken = Quelqu’un d’autre a enregistré cette nouvelle depuis que vous l’avez ouverte. Rien de ce que vous avez écrit n’est perdu, ni rien de ce qu’il a écrit.
bulletin-overtaken-do = Voici ce que vous avez tapé et ce qui a été enregistré. Réunissez les deux, puis enregistrez.
bulletin-theirs = Ce qui a été enregistré
bulletin-discard = Supprimer ce brouillon
bulletin-discard-about = Il n’a jamais été publié. La suppression est définitive.
bulletin-nothing = Rien n’est écrit dans cette langue. Ses lecteurs en reçoivent une autre.
bulletin-half = Il manque le titre ou le texte.
bulletin-reply-hidden = Cette nouvelle a été préparée d’après une réponse qui n’est plus sur la page de la campagne.
bulletin-reply-corrected = Cette nouvelle a été préparée d’après une réponse qui a été corrigée depuis. Vérifiez que ce qui est écrit ici tient toujours.
bulletin-see-reply = Voir la réponse
bulletin-delivery-taken-back = Cette nouvelle a été préparée d’après une remise qui ne compte plus comme faite.
bulletin-see-delivery = Voir la remise
bulletin-as-text = En texte simple dans le courriel
bulletin-test = Vous l’envoyer
bulletin-test-about = Vous recevez un courriel par langue, tel que les lecteurs le verraient. Personne d’autre n’en reçoit.
bulletin-test-button = M’envoyer un essai
bulletin-tested = L’essai est en route vers vous.
bulletin-publish = Publier
bulletin-publish-about = La nouvelle paraît alors sur la page de la campagne et dans son fil. Elle peut être corrigée, et ne disparaît pas. Aucun courriel n’est encore envoyé.
bulletin-publish-button = Publier
bulletin-correct-about = La nouvelle publiée dit autre chose. Publier la correction la montre à tout le monde; les courriels déjà partis restent tels quels.
bulletin-correct-button = Publier la correction
bulletin-published = Publiée le { $date }, version { $version }.
bulletin-published-now = Elle est publiée.
bulletin-see-page = Voir la page
bulletin-to-sending = L’envoyer par courriel
bulletin-not-whole = Écrivez un titre et un texte dans au moins une langue, et n’en laissez aucune à moitié écrite.
bulletin-unchanged = C’est déjà ce qui est publié.
bulletin-overtaken-look = Quelqu’un l’a modifiée depuis que vous l’avez relue. Relisez-la : la voici telle qu’elle est maintenant.

## L’envoi
mailing-running = Envoi en cours
mailing-paused = En pause
mailing-cancelled = Annulé
mailing-done = Envoyé
mailing-would = { $count ->
    [0] Personne, parmi ceux qui ont confirmé, n’a demandé de nouvelles.
    [one] { $number } personne la recevrait.
   *[other] { $number } personnes la recevraient.
  }
mailing-about = Celles qui ont confirmé leur signature et demandé des nouvelles, une fois par adresse, dans leur langue. Sont exclues celles qui se sont désabonnées ou dont le courriel est revenu.
mailing-not-published = Publiez-la d’abord.
mailing-no-address = Votre organisation n’a pas encore d’adresse postale.
mailing-no-address-do = La loi exige que chaque envoi dise où joindre l’expéditeur par la poste. Un propriétaire de votre organisation l’inscrit dans ses paramètres.
mailing-foot = Au bas de chaque courriel
mailing-for-good = Une nouvelle est envoyée une seule fois. Ce qui est parti ne peut être rappelé.
mailing-button = { $count ->
    [one] L’envoyer à { $number } personne
   *[other] L’envoyer à { $number } personnes
  }
mailing-progress = Part déjà envoyée
mailing-started = Commencé
mailing-ended = Terminé
mailing-sent = Envoyés
mailing-left = Restent à envoyer
mailing-skipped = Exclus entre-temps
mailing-failed = Refusés par le serveur de courriel
mailing-unsubscribed = Désabonnés depuis
mailing-look-again = Regarder de nouveau
mailing-pause = Mettre en pause
mailing-pause-about = Les courriels en route à cet instant partent encore.
mailing-resume = Reprendre
mailing-cancel = N’en plus envoyer
mailing-cancel-about = { $count ->
    [one] Annuler en prive { $number } personne, pour de bon.
   *[other] Annuler en prive { $number } personnes, pour de bon.
  }

## Les rappels
reminders-title = Rappels
reminders-about = Par courriel, au sujet des campagnes de votre organisation.
reminders-milestones = Quand une campagne a franchi un seuil
reminders-dates = Une semaine avant une date clé ou le dernier jour d’une campagne, et ce jour-là
reminders-follow-ups = Quand un destinataire garde le silence depuis deux semaines, puis 45 jours, et les jours où vous avez choisi de revenir vers lui
reminders-lang = Langue
reminders-saved = Enregistré.

## Les courriels
mail-update-read = La lire sur le site
mail-update-why = Vous recevez ce courriel parce que vous avez signé « { $title } » et demandé des nouvelles.
mail-update-stop = Arrêter les nouvelles
mail-update-rehearsal = Un essai que vous êtes seul à recevoir ({ $language }).
mail-update-rehearsal-subject = Essai : { $title }
mail-reminder-subject = Rappel : { $title }
mail-reminder-milestone = { $number } personnes ont signé.
mail-reminder-date = Aujourd’hui, { $date }, est une date clé de cette campagne.
mail-reminder-date-ahead = Dans { $days } jours, le { $date }, vient une date clé de cette campagne.
mail-reminder-closing = Aujourd’hui, { $date }, est le dernier jour où l’on peut signer.
mail-reminder-closing-ahead = Dans { $days } jours, le { $date }, on pourra signer pour la dernière fois.
mail-reminder-silence = { $name } garde le silence depuis { $days } jours, depuis le { $date }.
mail-reminder-follow-up = Aujourd’hui, le { $date }, vous vouliez revenir vers { $name }.
mail-reminder-record = Voir le dossier
mail-reminder-see = Voir la campagne
mail-reminder-choose = Choisir vos rappels
