### Tout ce que l’on lit, en français. Chaque message a son jumeau dans les autres langues, sans quoi rien ne se compile.

## Le cadre
skip-to-content = Aller au contenu
nav-languages = Langues
nav-about = À propos du site
nav-campaigns = Campagnes
footer-operator = Site tenu par { $operator }. Aucun pistage, aucun tiers.
to-campaigns = Voir les campagnes en cours
back-to-campaign = Retour à la campagne
optional = (facultatif)
title-error = Erreur :

## Accueil
home-title = Campagnes
home-lead = Des pétitions et des lettres ouvertes aux responsables publics. Chaque signature est confirmée par courriel, et le décompte se fait en direct.
home-empty = Aucune campagne n’est ouverte en ce moment.
count-signatures = { $count ->
    [one] { $shown } signature
   *[other] { $shown } signatures
}

## Le décompte
count-title = Signatures à ce jour
count-unit = { $count ->
    [one] signature confirmée
   *[other] signatures confirmées
}
count-progress = Progression vers le prochain jalon
count-next = Prochain jalon :
count-spoken = signatures confirmées
count-reported = { $kind ->
    [postcards] Selon d’autres sources, { $date } : { $shown } cartes postales.
   *[signatures] Selon d’autres sources, { $date } : { $shown } signatures.
}

## La campagne
campaign-organiser = Campagne organisée par { $organiser }.
recent-title = Signataires récents
recent-note = Seulement les personnes qui ont choisi d’être affichées.
read-text = Lire toute la campagne et son texte
status-upcoming = La signature n’est pas encore ouverte
status-upcoming-do = La signature ouvre le { $date }.
status-paused = La signature est suspendue
status-paused-do = Les organisateurs ont suspendu cette campagne. Si vous avez déjà signé, vous pouvez encore confirmer avec le lien reçu par courriel.
status-closed = Cette campagne est terminée
status-closed-do = Son dernier jour était le { $date }. Les signatures ne sont plus acceptées.
text-title = Le texte que vous signez
text-version = Version { $version }, publiée le { $date }. Dès que quelqu’un a signé une version, elle ne change plus.
demands-title = Demandes
addressees-title = Destinataires
organisations-title = Organisations
documents-title = Documents
document-from = De
document-to = À
document-language = Langue
document-source = Source
case-files-title = Dossier
case-also = Aussi écrit { $name }
case-questions = Ce que nous demandons pour lui
key-dates-title = Dates clés

## Ce que chaque destinataire recevrait
handed-over = Ce que reçoit chaque destinataire
handed-over-if = Si vous signez et confirmez, voici ce qui est remis :
disclosure-numbers = Les nombres seulement : rien sur vous.
disclosure-place = Les nombres par lieu : combien de signatures, et d’où. Pas votre nom.
disclosure-name-place = Votre nom et votre lieu. Pas votre adresse courriel.
disclosure-full = Votre nom, votre lieu, votre code postal et votre commentaire. Pas votre adresse courriel.

## Le formulaire
sign-title = Signer
sign-until = Ouvert jusqu’au { $date }.
sign-button = Signer
sign-data = Votre nom reste privé à moins que vous n’en décidiez autrement. Vos renseignements sont chiffrés, jamais vendus, et jamais transmis autrement qu’indiqué ci-dessus.
field-name = Nom complet
field-email = Courriel
field-email-hint = Nous vous envoyons un seul lien, pour confirmer que c’est bien vous.
field-country = Pays
field-country-choose = Choisissez un pays
field-postal = Code postal
field-postal-hint = Il indique dans quelle province ou circonscription vous habitez.
field-city = Lieu
field-region = Région
field-public = Affichage de votre nom sur ce site
field-public-hint = Personne ne voit votre nom à moins que vous ne le choisissiez.
display-hidden = Masqué
display-initials = Initiales seulement
display-first-name = Prénom seulement
display-full = Nom complet
field-updates = Envoyez-moi des nouvelles de cette campagne
field-updates-hint = De la part des organisateurs, par courriel. Vous pouvez les arrêter à tout moment.
field-comment-open = Ajouter un commentaire
field-comment = Commentaire
field-comment-hint = Pour les organisateurs et, là où votre nom est remis avec tous les détails, pour le destinataire. Au plus 1 000 caractères.
honeypot = Laissez ce champ vide
proof-asked = Il arrive en ce moment un nombre inhabituel de signatures. Pendant que vous remplissez ce formulaire, votre appareil fait un court calcul pour montrer que vous n’êtes pas un robot. Cela ne dit rien de vous à personne.
proof-without-script = Il arrive en ce moment un nombre inhabituel de signatures. Vous pouvez aussi signer sans JavaScript : le bouton de notre courriel demande alors les six chiffres de ce courriel.
proof-working = Un instant : votre appareil calcule. Votre signature part ensuite d’elle-même.

## Ce qui est refusé, et pourquoi
problem-summary = Il y a un problème
missing-name = Entrez votre nom complet
missing-email = Entrez votre adresse courriel
missing-country = Choisissez un pays
missing-code = Entrez le code reçu par courriel
missing-message = Écrivez un message
missing-other = Ce champ est nécessaire
refused-too-long = C’est trop long : au plus { $count ->
    [one] { $shown } caractère
   *[other] { $shown } caractères
}
refused-control = Retirez les caractères de contrôle invisibles
refused-url = Retirez l’adresse web
refused-leading-sign = Commencez par une lettre : = + - et @ ne peuvent pas venir en premier
refused-no-letters = Un nom a besoin d’au moins une lettre
refused-stacked-marks = Trop d’accents sont empilés sur une même lettre
refused-email-at = Une adresse courriel a un seul @, comme nom@example.org
refused-email-space = Retirez les espaces de l’adresse courriel
refused-email-local = Vérifiez la partie avant le @
refused-email-domain = Vérifiez la partie après le @, comme nom@example.org
refused-email-quoted = Les adresses courriel avec guillemets ne sont pas acceptées
refused-unknown = Choisissez un élément de la liste
refused-other-text = Le texte de la campagne a changé depuis que vous avez ouvert cette page. Relisez-le, puis signez.
refused-code = Ce code n’est pas le bon ou n’est plus valide. Vérifiez le courriel le plus récent, ou faites-en envoyer un autre.

## En attente du courriel
waiting-title = Consultez vos courriels
waiting-lead = Nous vous avons envoyé un courriel. Appuyez sur le bouton qu’il contient, ou tapez ses six chiffres ici.
waiting-not-yet = Votre signature ne compte qu’une fois confirmée.
waiting-slow = Beaucoup de gens signent : un courriel met en ce moment environ { $minutes ->
    [one] une minute
   *[other] { $shown } minutes
} à partir. Le vôtre est dans la file ; inutile de signer de nouveau.
waiting-stopped = L’envoi des courriels est suspendu en ce moment. Le vôtre est dans la file et partira dès la reprise ; inutile de signer de nouveau.
waiting-sent-again = Si un autre courriel peut être envoyé, il est en route.
waiting-nothing = Rien reçu?
waiting-nothing-do = Regardez d’abord dans vos courriels indésirables. Nous envoyons au plus { $daily } courriels par jour à une même adresse, et au plus { $count } pour une même signature. Une adresse qui nous a renvoyé un courriel n’en reçoit plus pendant un jour : vérifiez comment elle est écrite.
field-code = Code à six chiffres
field-code-hint = Par exemple 123456
code-button = Confirmer
resend-button = Renvoyer le courriel
field-other-email = Une autre adresse courriel
field-other-email-hint = Si la première était mal tapée. Tout le reste de ce que vous avez entré est conservé.
change-address-button = Envoyer à cette adresse

## Confirmer
confirm-title = Un appui, et vous avez signé
confirm-lead = Vous signez :
confirm-button = Confirmer ma signature
confirm-code-title = Tapez le code, et vous avez signé
confirm-code-lead = Les six chiffres sont dans le courriel qui vous a amené ici. Vous signez :
confirm-code-why = Un nombre inhabituel de signatures arrivait quand vous avez signé, et votre navigateur n’a pas fait le court calcul qui montre que vous n’êtes pas un robot. Votre signature n’a rien d’anormal : il lui faut seulement son code, même si tout est redevenu calme depuis.
confirm-code-again = Pas de code, ou pas le bon? Faites envoyer un autre courriel
thanks-title = Merci
thanks-lead = , votre signature est confirmée.
thanks-place = Vous êtes la signature numéro { $shown }.
postmark-confirmed = Confirmée
share-title = Parlez-en
share-lead = Une personne de plus qui l’apprend de vous compte plus que n’importe quelle publicité.
share-email = Courriel
share-sms = Message texte
next-title = Et maintenant
next-mine = Votre page : afficher ou masquer votre nom, ou retirer votre signature
next-watch = Suivre le décompte
over-expired = Ce lien a expiré
over-expired-do = Une signature attend { $days } jours d’être confirmée. Rien n’a été compté. Vous pouvez signer de nouveau : cela prend une minute.
over-too-late = Cette campagne est terminée
over-too-late-do = Les signatures pouvaient être confirmées jusqu’à un jour après la fin. La vôtre n’a pas été comptée.
over-withdrawn = Cette signature a été retirée
over-withdrawn-do = Vous l’avez retirée, elle n’est donc pas comptée. Si vous avez changé d’avis, vous pouvez signer de nouveau.
over-disowned = Vous nous avez dit ne pas avoir signé
over-disowned-do = La signature a été supprimée et n’est pas comptée. Nous n’envoyons plus de courriel sur cette campagne à cette adresse.
over-invalidated = Cette signature a été annulée
over-invalidated-do = Les organisateurs ont constaté qu’elle ne pouvait pas être comptée. Si vous pensez que c’est une erreur, écrivez-leur.

## La page de la personne signataire
mine-title = Votre signature
mine-state = Où elle en est
mine-signed-at = Signée
mine-confirmed-at = Confirmée
mine-place = Rang dans le décompte
mine-data = Télécharger mes données
mine-text = Le texte tel que vous l’avez signé, et ce que reçoit chaque destinataire
mine-disown = Je n’ai pas signé
mine-disown-what = Nous supprimons cette signature et n’envoyons plus de courriel sur cette campagne à cette adresse. C’est irréversible.
mine-disown-button = Je n’ai pas signé
mine-withdraw = Retirer ma signature
mine-withdraw-what = Votre signature sort du décompte et vos renseignements sont supprimés. Il reste seulement qu’une personne de votre pays a signé puis s’est retirée, sans nom. C’est irréversible, mais vous pouvez signer de nouveau.
mine-withdraw-button = Retirer ma signature
mine-erase = Tout effacer
mine-erase-what = Votre signature sort du décompte et tout ce qui la concerne est supprimé, cette page aussi. C’est irréversible.
mine-erase-button = Tout effacer
save-button = Enregistrer
state-pending = En attente de confirmation. Utilisez le bouton ou le code du courriel.
state-confirmed = Confirmée
state-withdrawn = Retirée le { $date }. Vos renseignements sont supprimés.
state-disowned = Supprimée le { $date } : vous nous avez dit ne pas avoir signé.
state-invalidated = Annulée le { $date } par les organisateurs. Vos renseignements sont supprimés.
done-name = Enregistré : l’affichage de votre nom.
done-updates = Enregistré : votre choix pour les nouvelles.
done-withdrawal = Votre signature est retirée et sortie du décompte.
done-disavowal = La signature est supprimée. Vous ne recevrez plus de courriel sur cette campagne.
erased-title = Tout est effacé
erased-what = Votre signature est sortie du décompte et rien n’en est conservé.

## Contact
contact-title = Écrire aux organisateurs
contact-lead = Votre message est envoyé par courriel aux organisateurs de « { $title } ».
contact-data = Votre adresse ne sert qu’à vous répondre.
contact-button = Envoyer
contact-sent = Merci. Votre message est en route vers les organisateurs.
field-message = Message

## À propos
privacy-title = Vie privée
privacy-intro = Ce site est tenu par { $operator }. Une signature peut révéler une opinion politique, et certaines personnes qui signent ont des proches que cela pourrait mettre en danger. C’est pourquoi les noms sont privés à moins que la personne n’en décide autrement, les renseignements personnels sont chiffrés là où ils sont conservés, et aucune page ni aucun courriel ne charge quoi que ce soit d’un tiers.

    En signant, vous acceptez que les destinataires de la campagne reçoivent ce que la page indique pour chacun d’eux à ce moment, et rien de plus. Cela ne peut pas être changé ensuite sans vous le demander. Recevoir des nouvelles est un choix à part, que vous pouvez reprendre à tout moment.
privacy-officer = Responsable de la protection des renseignements personnels
privacy-kept = Ce qui est conservé, combien de temps, et qui le voit
privacy-what = Quoi
privacy-how-long = Combien de temps
privacy-who = Qui le voit
privacy-person = Nom, courriel, pays, code postal, lieu, commentaire
privacy-person-long = Jusqu’à ce que vous retiriez ou effaciez la signature, ou que l’exploitant mette fin aux dossiers de la campagne
privacy-person-who = Vous; le personnel qui remet la pétition; chaque destinataire, comme indiqué quand vous avez signé
privacy-unconfirmed = La même chose, pas encore confirmée
privacy-network = Une forme brouillée du réseau d’où vous avez signé, pour déceler les fraudes
privacy-mails = Le fait qu’un courriel a été envoyé, sans son contenu
privacy-stop = Une forme brouillée d’une adresse qui ne veut plus de courriel
privacy-stop-long = Tant que la campagne est conservée
privacy-days = { $days } jours
privacy-nobody = Personne; seul le programme s’en sert
privacy-rights = ## Ce que vous pouvez faire

    Chaque courriel de confirmation contient un lien vers votre propre page. Vous pouvez y afficher ou masquer votre nom, arrêter les nouvelles, télécharger vos données, retirer votre signature ou tout effacer d’un coup. Si vous n’avez plus ce courriel, signez de nouveau avec la même adresse : vous recevrez un nouveau lien et ne serez pas compté deux fois. Ou écrivez au responsable de la protection des renseignements personnels.

    ## Quand un nombre inhabituel de personnes signent

    Le formulaire peut alors demander à votre appareil un court calcul, pour montrer que vous n’êtes pas un robot. C’est ce site qui le pose et le vérifie, et personne d’autre : il ne lit rien sur votre appareil et n’y laisse rien. Pour remarquer un tel afflux, le programme garde en mémoire, pendant dix minutes, de quelles parties du réseau venaient les signatures; rien de cela n’est enregistré.

    ## Témoins (cookies)

    Il n’y en a aucun.
accessibility-title = Accessibilité
accessibility-body = Nous voulons que chaque page respecte les Règles pour l’accessibilité des contenus Web 2.2 au niveau AA : au clavier, avec un lecteur d’écran, à 320 pixels et à 400 % de zoom, en clair et en sombre, et sans JavaScript. Chaque page publique est vérifiée automatiquement avant chaque version, en français et en anglais.

    Les décomptes en direct sont annoncés au plus une fois par minute. Aucun formulaire n’a de limite de temps, et rien de ce que vous avez tapé n’est perdu quand quelque chose est refusé.

    Si quelque chose ne fonctionne pas pour vous, dites-nous quoi et où; nous répondons et nous corrigeons.
counting-title = Comment nous comptons
counting-body = ## Ce qui compte

    Une signature compte une fois son adresse courriel confirmée : en appuyant sur le bouton de notre courriel ou en tapant son code. Ouvrir le lien ne compte rien; les analyseurs de courriels ne comptent donc rien.

    Quand arrive un nombre inhabituel de signatures, le formulaire demande à l’appareil un court calcul qui montre que la personne n’est pas un robot. Qui signe sans ce calcul a besoin du code. Personne n’est refusé pour cela, et rien n’est supprimé.

    ## Une seule fois

    Une personne compte une seule fois par campagne, peu importe combien de fois ou de quelles façons l’adresse est écrite. Deux personnes d’un même foyer peuvent partager une adresse si leurs noms diffèrent et que leur code postal est le même. Une troisième ne le peut pas.

    ## Les parties et le tout

    Le décompte change dans la même opération que la confirmation. Il est aussi tenu par heure, par pays et par région, et la somme de ces parties est toujours égale au tout. Une vérification recompte les signatures toutes les heures et donne l’alarme au moindre écart.

    ## Compté et rapporté

    Nous n’affichons que ce que ce système a compté. Les chiffres que d’autres rapportent sont affichés à part, avec leur source, et ne sont jamais ajoutés.

    ## Retirées, mises en attente, annulées

    Qui se retire sort aussitôt du décompte. Une signature douteuse, par exemple d’une boîte jetable, est mise en attente pour que des personnes l’examinent : entre-temps elle n’est ni comptée ni supprimée. Un afflux de signatures n’est pas à lui seul une raison. Ce que le personnel accepte ou annule est consigné, avec la raison.

    ## Le texte

    Chaque signature est liée à la version exacte du texte qui était affichée. Une version que quelqu’un a signée ne change plus; une nouvelle formulation est une nouvelle version.

## La boîte d’envoi de la démo
outbox-title = Boîte d’envoi
outbox-about = La démo n’envoie aucun courriel. Ce qu’elle enverrait est ici, du plus récent au plus ancien.
outbox-empty = Aucun courriel n’a encore été envoyé. Signez la campagne, puis revenez ici.
outbox-to = À { $address }

## Erreurs
error-reference = Référence pour l’exploitant : { $reference }
error-not-found = Cette page n’existe pas
error-not-found-do = Vérifiez l’adresse. Si vous avez suivi un lien, il est peut-être ancien.
error-method = Cela ne peut pas se faire ici
error-method-do = Revenez en arrière et utilisez le formulaire de la page.
error-bad-request = Nous n’avons pas pu lire ce qui a été envoyé
error-bad-request-do = Revenez en arrière, rechargez la page et réessayez. Rien n’a été enregistré.
error-too-large = C’était trop volumineux
error-too-large-do = Revenez en arrière et raccourcissez ce que vous avez entré. Rien n’a été enregistré.
error-too-slow = L’envoi a pris trop de temps
error-too-slow-do = Votre connexion est peut-être faible. Revenez en arrière et envoyez de nouveau. Rien n’a été enregistré.
error-cross-site = Ceci a été envoyé d’un autre site
error-cross-site-do = Ouvrez la page sur ce site et utilisez son formulaire. Rien n’a été enregistré.
error-unknown-link = Nous ne connaissons pas ce lien
error-unknown-link-do = Il a peut-être été coupé en le copiant. Ouvrez-le depuis le courriel, ou copiez-le en entier. Si vous avez signé, vous pouvez signer de nouveau avec la même adresse et recevoir un nouveau lien.
error-link-over = Il n’y a plus rien ici
error-link-over-do = La signature de ce lien a été supprimée, ou a attendu trop longtemps. Vous pouvez signer de nouveau.
error-removed = Cette campagne a été retirée
error-removed-do = Elle n’accepte plus de signatures et n’affiche plus son texte.
error-limited = Trop à la fois
error-limited-do = { $minutes ->
    [one] Il y en a eu de votre réseau ou pour cette adresse plus que nous n’en acceptons à la fois. Ce que vous avez entré n’y est pour rien : attendez environ { $shown } minute, revenez en arrière et renvoyez.
   *[other] Il y en a eu de votre réseau ou pour cette adresse plus que nous n’en acceptons à la fois. Ce que vous avez entré n’y est pour rien : attendez environ { $shown } minutes, revenez en arrière et renvoyez.
}
error-shed = Nous ne pouvons pas l’accepter en ce moment
error-shed-do = Un très grand nombre de personnes signent, ou une réparation est en cours. Attendez quelques secondes, revenez en arrière et renvoyez : ce que vous avez tapé y est encore, et personne n’est compté deux fois.
error-refused-do = Corrigez les champs nommés, puis renvoyez. Rien n’a été enregistré.
error-internal = Quelque chose a mal tourné de notre côté
error-internal-do = C’est consigné. Revenez en arrière et réessayez; ce que vous avez tapé y est encore.

## Courriels
mail-greeting = Bonjour { $name },
mail-confirm-subject = Veuillez confirmer votre signature
mail-confirm-intro = quelqu’un, vous-même nous l’espérons, a signé ceci avec votre adresse :
mail-confirm-choices = Vous avez signé la version { $version } du texte. Votre nom sur le site : { $name }. { $updates }
mail-updates-yes = Vous avez demandé des nouvelles par courriel.
mail-updates-no = Vous n’avez pas demandé de nouvelles et n’en recevrez pas.
mail-confirm-button = Confirmer ma signature
mail-confirm-code = Ou tapez ce code sur la page où vous avez signé :
mail-confirm-until = Les deux valent jusqu’au { $date }. Sans cela, la signature n’est pas comptée et elle est supprimée.
mail-not-me = Je n’ai pas signé
mail-keep = Gardez ce courriel : par le dernier lien vous pourrez plus tard afficher ou masquer votre nom, retirer votre signature ou effacer vos données.
mail-sender = Envoyé par { $sender }, parce que cette adresse a été entrée dans un formulaire.
mail-already-subject = Vous avez déjà signé
mail-already-intro = quelqu’un, vous-même nous l’espérons, a de nouveau signé ceci avec votre adresse :
mail-already-done = Votre signature est déjà confirmée, et personne ne compte deux fois. Il n’y a rien à faire.
mail-mine = Voir votre signature, changer l’affichage de votre nom, ou la retirer
mail-taken-subject = Une signature avec votre adresse n’a pas été acceptée
mail-taken-intro = Bonjour, quelqu’un a tenté de signer ceci avec votre adresse, sous un autre nom :
mail-taken-rule = Nous ne l’avons pas enregistrée. Deux personnes d’un même foyer peuvent partager une adresse si leurs noms diffèrent et que leur code postal est le même; les autres ont besoin de leur propre adresse.
mail-taken-what = Si c’était quelqu’un de chez vous, cette personne peut signer avec une autre adresse. Si la signature qui s’y trouve n’est pas la vôtre, ouvrez-la et choisissez « Retirer ma signature ». L’adresse est alors libre, et vous pouvez signer :
mail-taken-link = Voir ou supprimer la signature liée à cette adresse
mail-contact-subject = Un message à propos de « { $title } »
mail-contact-intro = { $name } ({ $email }) a écrit par le formulaire de contact :
mail-contact-reply = Une réponse à ce courriel va à la personne qui l’a écrit.

## Le studio
studio-title = Studio Postulo
studio-nav = Studio
studio-moment = { $day }, { $time } UTC
studio-campaign = Campagne
studio-status = État
studio-counted = Comptées
studio-pending = À confirmer
studio-act = Action
studio-empty = Votre organisation n’a pas encore de campagne. La personne qui exploite cette installation peut en charger une.
studio-figures-about = Comptées : confirmées par courriel. À confirmer : le courriel est parti et son bouton n’a pas encore été pressé. Les deux à l’instant même.
studio-upcoming = Pas encore ouverte
studio-open = Ouverte
studio-paused = Suspendue
studio-closed = Terminée
studio-removed = Retirée
role-owner = Propriétaire
role-organiser = Organisation
role-moderator = Modération
role-staff = Personnel
role-viewer = Lecture seule
login-title = Se connecter au studio
login-password = Mot de passe
login-button = Se connecter
login-help = Mot de passe oublié, ou pas encore de compte? Adressez-vous à une personne propriétaire de votre organisation, ou à qui exploite cette installation.
login-refused = Cette adresse courriel et ce mot de passe ne vont pas ensemble.
login-refused-do = Vérifiez les deux et réessayez. Les majuscules comptent dans le mot de passe.
set-up-title = Mettre en place le studio
set-up-about = Il n’y a encore aucun compte. Celui que vous créez maintenant est propriétaire de la première organisation et donne accès aux autres.
set-up-organisation = Nom de l’organisation
set-up-organisation-refused = Donnez à l’organisation un nom d’au plus 255 caractères.
set-up-email-refused = Donnez une adresse courriel, comme nom@example.org.
set-up-button = Créer le compte
password-rule = Un mot de passe a de { $shortest } à { $longest } caractères, de toute sorte.
logout-button = Se déconnecter
sessions-title = Vos sessions
sessions-about = Les navigateurs où votre session est ouverte. Une session se termine après 12 heures sans activité, et après 7 jours dans tous les cas.
sessions-device = Navigateur
sessions-unknown-device = Navigateur inconnu
sessions-began = Début
sessions-seen = Dernière activité
sessions-this = Ce navigateur
sessions-end = Terminer
sessions-end-others = Terminer toutes les autres sessions
accounts-title = Comptes
accounts-about = Qui peut se connecter pour votre organisation. Désactiver un compte met aussitôt fin à ses sessions; on peut le réactiver.
accounts-role = Rôle
accounts-since = Depuis
accounts-open = Peut se connecter
accounts-disabled = Désactivé depuis
accounts-own = Votre propre compte
accounts-disable = Désactiver
accounts-enable = Réactiver
error-forbidden = Votre rôle ne le permet pas
error-forbidden-do = Votre session est ouverte, mais ceci revient à d’autres membres de votre organisation. Adressez-vous à une personne propriétaire si vous en avez besoin.
