# Créer une campagne

studio-draft = Brouillon
preview-banner = Aperçu : seule votre organisation voit cette page. Rien ne peut y être envoyé.

## Versions du texte

text-version-short = Version { $version }
text-changed = Ce qui a changé :
text-earlier = Versions antérieures :
text-also-in = Aussi en :
text-is-earlier = Ceci est une version antérieure du texte. Les personnes qui l’ont signée ont signé ces mots.

## Une nouvelle campagne

make-title = Nouvelle campagne
make-lead = Un titre et une langue suffisent pour commencer. Personne hors de votre organisation ne voit rien avant la publication.
make-name = Titre
make-name-hint = Quelques mots, comme vous en parleriez. Il peut changer plus tard.
make-slug = Adresse
make-slug-hint = La fin de l’adresse de la page : { $base }… Des minuscules, des chiffres et des traits d’union. Elle ne peut pas changer plus tard. Laissée vide, elle est tirée du titre.
make-language = Langue principale
make-language-hint = Tout est écrit dans cette langue. Qui lit dans une langue que vous n’avez pas encore rédigée reçoit celle-ci.
make-others = Autres langues
make-others-hint = On peut en ajouter à tout moment.
make-button = Commencer
make-name-missing = Écrivez un titre.
make-name-long = Écrivez au plus 80 caractères.
make-slug-wrong = Utilisez au plus 60 minuscules sans accent, chiffres et traits d’union; pas « new ».
make-slug-taken = Une autre campagne a cette adresse. Choisissez-en une autre.
make-language-wrong = Choisissez une langue de la liste.
make-empty = Votre organisation n’a pas encore de campagne.
make-first = Créer la première campagne

## La liste des campagnes

list-filter = Afficher
list-current = En cours
list-archived = Archivées
list-all = Toutes
list-none = Aucune campagne dans cet état.

## Les parties de l’éditeur

tab-edit = Rédiger
tab-publication = Publier
edit-parts = Parties de la campagne
edit-overview = Vue d’ensemble
section-languages = Langues
section-basics = Titre et demande
section-text = Texte et destinataires
section-story = Récit et appuis
section-dates = Jalons et dates
section-cases = Faits et documents
edit-next = Enregistrer et passer à : { $next }
edit-save = Enregistrer
edit-preview = Aperçu
edit-saved = Enregistré le { $day } à { $time }.
edit-unsaved = Rien d’écrit encore.
edit-unchanged = Comme publié.
edit-saving = Enregistrement…
edit-typing = Pas encore enregistré.
edit-offline = Pas enregistré : il n’y a pas de connexion. Ce que vous avez écrit est encore là, et un nouvel essai se fait tout seul.
edit-conflict = Pas enregistré : quelqu’un d’autre a modifié cette partie. Appuyez sur Enregistrer pour voir les deux.
edit-logged-out = Pas enregistré : votre session est terminée. Reconnectez-vous dans un autre onglet, puis appuyez ici sur Enregistrer.
edit-refused = Pas enregistré. Appuyez sur Enregistrer pour savoir pourquoi.
edit-beside = À côté de { $main } :
edit-only = { $main } seulement
edit-others = { $who } a enregistré quelque chose ici dans le dernier quart d’heure. La personne qui enregistre en second voit les deux.
edit-somebody = Quelqu’un d’autre
edit-most = Au plus { $shown } caractères.
edit-markdown = Markdown : *emphase*, listes, titres, citations et liens vers des adresses https.
edit-rendered = Ce que l’on verra
edit-left-out = Omis à l’affichage de la page : le HTML brut, les images et les liens vers autre chose qu’une adresse https.
edit-add = Ajouter : { $what }
edit-row = { $what } { $n }
edit-up = Monter
edit-down = Descendre
edit-remove = Retirer
edit-removed-note = Retirer une ligne est enregistré aussitôt et ne peut pas être annulé; ce qui est publié reste jusqu’à la prochaine publication.
edit-signed = Quelqu’un a signé ce texte. Ce que vous changez ici devient une nouvelle version à la publication. Les personnes qui ont signé restent liées aux mots qu’elles ont signés.
edit-wrong = Quelque chose ne peut pas rester tel quel
edit-optional = (facultatif)

conflict-title = Quelqu’un d’autre est passé avant
conflict-lead = { $who } a enregistré cette partie le { $day } à { $time }, après que vous l’avez ouverte. Rien de ce que vous avez écrit n’est encore enregistré, et rien n’est perdu. Votre version est ci-dessous; le tableau montre ce qui diffère. Enregistrer met la vôtre à la place de l’autre.
conflict-field = Champ
conflict-theirs = Enregistré par l’autre personne
conflict-mine = Écrit par vous
conflict-same = Vous avez écrit la même chose.
conflict-leave = Laisser ma version et continuer avec l’autre

overview-lead = Chaque partie est une page à elle seule, enregistrée pendant que vous écrivez. Personne hors de votre organisation ne voit un changement avant sa publication.
overview-part = Partie
overview-done = Complet
overview-missing = { $count ->
    [one] { $count } manque
   *[other] { $count } manquent
}
overview-blocks = Ce qui empêche la publication
overview-ready = Rien n’empêche la publication.
overview-next = Continuer : { $part }
overview-publish = Publier…
overview-untranslated = Ce qui manque en { $language }
overview-untranslated-hint = On y lit { $main } à la place. La campagne peut être publiée malgré tout.

fault-missing = Rien n’est encore écrit.
fault-untranslated = Pas encore traduit.
fault-too-long = Trop long : au plus { $shown } caractères.
fault-email = Pas une adresse courriel, comme nom@example.org.
fault-country = Pas un pays : deux majuscules, comme CA.
fault-date = Pas une date : 2026, 2026-12 ou 2026-12-01.
fault-number = Pas un nombre entier.
fault-ascending = Chaque nombre doit dépasser le précédent.
fault-tag = Pas une langue : un code comme en, fr ou ug.
fault-no-rows = Il en faut au moins un.

## Langues

languages-lead = Une campagne peut être écrite dans autant de langues que l’on veut. La langue principale est complète; qui lit dans une autre la reçoit là où il manque une traduction.
languages-main = Langue principale
languages-make-main = En faire la langue principale
languages-drop = Laisser de côté
languages-drop-hint = Ce qui est écrit dans une langue laissée de côté est conservé et revient avec elle.
languages-add = Ajouter une langue
languages-choose = Choisir…
languages-other = Ou son code
languages-other-hint = Selon BCP 47, comme ug-Latn. Pour une langue qui n’est pas dans la liste.
languages-button = Ajouter
languages-wrong = Choisissez une langue, ou écrivez un code comme ug-Latn. Chaque langue y est une fois; au plus { $most }.

## Champs

draft-title = Titre
draft-title-hint = Dans le titre du navigateur, dans les listes, et là où l’on partage la page.
draft-asked = À qui l’on demande
draft-asked-hint = Au-dessus de la demande, par exemple : À la mairesse d’Exempleville.
draft-ask = La demande
draft-ask-hint = Ce que vous demandez, en une phrase. C’est le grand titre de la page, et le courriel de confirmation la cite.
draft-summary = Résumé
draft-summary-hint = Deux phrases pour les listes et les moteurs de recherche.
draft-organiser = Qui fait campagne
draft-organiser-hint = Nommé au bas de la page.
draft-contact = Adresse pour les messages
draft-contact-hint = Le formulaire de contact y écrit. Elle n’est pas montrée.
draft-country = Premier pays
draft-country-hint = Le pays que le formulaire propose d’abord, en deux lettres : CA. Tout le monde peut signer, de n’importe quel pays.
draft-body = Texte intégral
draft-body-hint = La lettre ou la pétition elle-même : ce que l’on signe.
draft-demands = Demandes
draft-demands-hint = Numérotées sous le texte.
draft-demands-one = Demande
draft-demands-text = Demande
draft-addressees = Destinataires
draft-addressees-hint = Qui reçoit les signatures, et quoi de chacune. Cela fait partie de ce que l’on signe.
draft-addressees-one = Destinataire
draft-addressees-official = Dans le répertoire
draft-addressees-official-hint = La page montre alors le nom et la fonction que le répertoire donne à ce moment-là. Le texte lui-même reste tel qu’on le signe.
draft-addressees-official-none = Personne du répertoire
draft-addressees-official-fill = Reprendre le nom et la fonction
draft-addressees-name = Nom
draft-addressees-office = Fonction
draft-addressees-disclosure = Ce qui peut lui être remis de chaque signataire
draft-addressees-disclosure-hint = Choisissez le minimum utile : des nombres seulement, pour quelqu’un dont les signataires ont quoi que ce soit à craindre.
draft-story = Récit
draft-story-hint = Deux ou trois courts paragraphes, lus avant le formulaire.
draft-organisations-note = Une phrase au-dessus des organisations qui appuient
draft-organisations = Organisations qui appuient
draft-organisations-one = Organisation
draft-organisations-name = Nom
draft-organisations-lang = Langue du nom
draft-organisations-lang-hint = Un code comme en ou fr, pour qu’il soit bien lu à voix haute. Vide : la langue principale.
draft-organisations-line = Note
draft-milestones = Jalons
draft-milestones-hint = Des nombres ronds à atteindre, séparés par des virgules : 100, 500, 1000. Passé le dernier, il double.
draft-key-dates = Dates clés
draft-key-dates-hint = Une courte chronologie.
draft-key-dates-one = Date clé
draft-date = Date
draft-date-hint = Aussi précise que possible : 2026, 2026-12 ou 2026-12-01.
draft-key-dates-title = Ce qui s’est passé, ou se passera
draft-reported = Chiffres donnés par d’autres
draft-reported-hint = Montrés à part avec leur source, jamais ajoutés au compte.
draft-reported-one = Chiffre
draft-reported-kind = De quoi
draft-reported-number = Nombre
draft-reported-as-of = En date de
draft-reported-source = Source
draft-cases = Dossiers
draft-cases-hint = Ce que l’on sait d’une personne pour qui vous faites campagne.
draft-cases-one = Dossier
draft-cases-name = Nom
draft-cases-also = Autre graphie
draft-cases-as-of = Sur quoi cela repose, et de quand
draft-cases-fields = Faits
draft-cases-fields-one = Fait
draft-cases-fields-label = Quoi
draft-cases-fields-value = Fait
draft-cases-questions = Questions
draft-cases-questions-one = Question
draft-cases-questions-text = Question
draft-documents = Documents
draft-documents-hint = Ce qui a été écrit avant : lettres, réponses.
draft-documents-one = Document
draft-documents-title = Titre
draft-documents-author = De
draft-documents-addressee = À
draft-documents-language = Langue du document
draft-documents-source = Source
draft-documents-note = Ce qu’il dit
draft-choice-numbers = Des nombres seulement
draft-choice-place = Des nombres par lieu
draft-choice-name-place = Nom et lieu
draft-choice-full = Nom, lieu, code postal et commentaire
draft-choice-signatures = Signatures
draft-choice-postcards = Cartes postales

## Publier

publish-title = Publier
publish-zone = Les heures sont celles de { $zone }.
publish-moment = { $day }, { $time }
publish-first-time = Personne hors de votre organisation n’a vu cette campagne. La publier ouvre sa page et son formulaire.
publish-changes = Quelque chose a changé depuis la publication. Publier met ce qui est écrit à la place de ce qui est public.
publish-unchanged = Ce qui est public est ce qui est écrit. Il n’y a rien à publier.
publish-archived = On ne publie pas une campagne archivée. Sortez-la d’abord des archives.
publish-when = Quand
publish-now = Maintenant
publish-later = À une heure donnée
publish-later-hint = C’est ce qui sera écrit à ce moment-là qui sera publié. Les heures sont celles de { $zone }.
publish-button = Publier
publish-when-missing = Choisissez maintenant ou une heure.
publish-incomplete = Il manque quelque chose dont une campagne ne peut se passer. La liste est ci-dessous.
publish-note = Ce que change la version { $version }
publish-note-hint = Quelqu’un a signé le texte tel qu’il est. Ces personnes restent liées aux mots qu’elles ont signés, et le texte que vous publiez devient la version { $version }, que seules signent les personnes suivantes. Dites en une phrase ce qui a changé : elle accompagne le nouveau texte.
publish-note-label = Ce qui a changé
publish-note-missing = Dites ce que change la nouvelle version du texte, dans la langue principale.
publish-cancel = Ne pas publier toute seule
publish-cancel-hint = Elle se publiera toute seule à l’heure ci-dessus. Vous pouvez continuer d’écrire jusque-là.
publish-unfit = Cela ne va pas avec l’état actuel de la campagne. Quelqu’un d’autre est peut-être passé avant. Regardez de nouveau.

when-date = Date
when-time = Heure
when-nothing = Donnez une date et une heure, comme 2026-12-01 et 09:30.
when-past = Cette heure est passée. Choisissez-en une à venir.
when-gap = Cette heure n’existe pas : les horloges passent de { $from } à { $until }. L’heure la plus proche qui existe : { $until }.
when-twice = Les horloges reculent, et cette heure revient deux fois. Choisissez laquelle vous voulez dire.
when-first = La première fois (UTC{ $offset })
when-again = La seconde fois, une heure plus tard (UTC{ $offset })

standing-draft = personne hors de votre organisation ne la voit.
standing-upcoming = sa page est là et dit quand elle ouvre.
standing-open = on peut signer.
standing-paused = sa page est là, et personne ne peut signer pour l’instant. Les signatures déjà données peuvent être confirmées.
standing-closed = sa page et son compte restent, et personne ne peut plus signer. Ce qui a été signé à temps peut être confirmé pendant un jour.
standing-removed = sa page répond qu’elle a été retirée. Rien ne peut être signé ni confirmé.
standing-closes = Fin : { $at }.
standing-archived = Dans les archives depuis : { $at }.
standing-scheduled = Se publie toute seule : { $at }.
standing-missed = Elle devait se publier toute seule : { $at }. Elle ne l’a pas fait, car il manquait quelque chose. Corrigez-le et publiez de nouveau.

pause-title = Suspendre
pause-hint = Personne ne peut signer jusqu’à la reprise. La page et le compte restent, et les signatures déjà données peuvent être confirmées.
pause-button = Suspendre
resume-title = Reprendre
resume-hint = On peut de nouveau signer aussitôt.
resume-button = Reprendre

close-title = Terminer
close-hint = Une fois la campagne terminée, la page et le compte restent et personne ne peut signer. Vous pouvez la rouvrir avec une fin plus tardive.
extend-title = Prolonger
extend-hint = Avec une nouvelle fin, ou sans fin, on peut de nouveau signer aussitôt.
close-when = Quand elle se termine
close-now = Maintenant
close-never = Pas toute seule : elle reste ouverte
close-later = À une heure donnée
close-button = Fixer
close-missing = Choisissez quand elle se termine.

archive-title = Archiver
archive-hint = La sort de la liste des campagnes. Sa page et son compte restent tels quels, et vous pouvez la ressortir.
archive-button = Archiver
unarchive-title = Sortir des archives
unarchive-hint = La remet dans la liste des campagnes, telle qu’elle était.
unarchive-button = Sortir des archives

copy-title = En commencer une autre avec celle-ci
copy-hint = Crée un brouillon avec tout ce qui est écrit ici, sans signatures, sans chiffres d’autrui et sans fin.
copy-slug = Adresse de la nouvelle campagne
copy-button = Dupliquer

remove-title = Retirer
remove-hint = { $count ->
    [one] Cela ne peut pas être annulé. La page, avec la { $shown } signature qui compte, répond à tout le monde qu’elle a été retirée (410), et personne ne peut signer ni confirmer. Pour finir une campagne en gardant sa page, terminez-la.
   *[other] Cela ne peut pas être annulé. La page, avec les { $shown } signatures qui comptent, répond à tout le monde qu’elle a été retirée (410), et personne ne peut signer ni confirmer. Pour finir une campagne en gardant sa page, terminez-la.
}
remove-confirm = Pour la retirer, écrivez son adresse : { $slug }
remove-button = Retirer pour de bon
remove-mismatch = Écrivez exactement l’adresse de la campagne, pour dire que c’est voulu.

## Les versions dans le studio

tab-texts = Versions
texts-title = Versions du texte
texts-lead = Dès que quelqu’un a signé une version, elle ne change plus : ce qui change ensuite devient la suivante. Chacune peut être lue par tout le monde.
texts-version = Version
texts-published = Publiée
texts-signed = Signatures comptées
texts-changed = Ce qui a changé
