# Deliveries: what is handed to an addressee.
deliveries-title = Remises
deliveries-about = Une remise est ce qu’un destinataire reçoit un jour donné. Vous la préparez d’abord et voyez ce qu’elle contiendrait. Puis vous l’arrêtez : qui signe ensuite n’en fait pas partie. Elle est alors approuvée, mise en dossier, signée et remise.
deliveries-none = Il n’y a pas encore de remise.
delivery-column = Remise
delivery-number = Remise { $number }
delivery-to = Destinataire
delivery-to-hint = Chaque destinataire a sa propre remise et n’y voit rien de plus que ce qui a été promis aux signataires.
delivery-to-refused = Choisissez au moins un destinataire.
delivery-day = Prévue le
delivery-day-hint = Le jour où vous pensez la remettre. Elle peut être remise plus tôt ou plus tard.
delivery-day-refused = Donnez un jour à partir d’aujourd’hui, d’ici trois ans.
delivery-scope = Ce qu’elle contient
delivery-scope-refused = Choisissez ce qu’elle contient.
delivery-all = Toutes les personnes qui ont signé
delivery-new = Les personnes qui ont signé depuis la dernière remise au même destinataire
delivery-lang = Langue de la page de garde
delivery-lang-refused = Choisissez la langue de la page de garde.
delivery-lines = Au rôle
delivery-stage = Où elle en est
delivery-planned = Prévue
delivery-freezing = En train d’être arrêtée
delivery-frozen = Arrêtée
delivery-plan-title = Préparer une remise
delivery-plan = Préparer
delivery-no-addressees = Le texte ne nomme aucun destinataire : il n’y a personne à qui remettre. Ajoutez-en un au texte et publiez-le.
delivery-tells = Ce qu’elle dit de chaque personne
delivery-tells-numbers = des nombres seulement
delivery-tells-place = des nombres par lieu
delivery-tells-name-place = les noms et les lieux
delivery-tells-full = les noms, les lieux, les codes postaux et les commentaires
delivery-made-by = Préparée par
delivery-cut-off = Arrêtée le
delivery-key = Signée avec la clé
delivery-address = Adresse
delivery-no-address = Le répertoire ne connaît aucune adresse de ce destinataire. Vous pouvez tout de même remettre le dossier par lien ou en personne ; pour le poster, ajoutez l’adresse au répertoire avant d’arrêter la remise.
delivery-preview = Ce qu’elle contiendrait maintenant
delivery-preview-about = Rien n’est encore fixé : on peut signer et retirer sa signature jusqu’à ce que vous l’arrêtiez.
delivery-nothing = Il n’y a personne ni rien à remettre. Attendez des signatures, ou choisissez du papier à joindre.
delivery-holds = Ce qu’elle contient
delivery-online = Signatures en ligne
delivery-since = Dont celles qui n’ont pas encore été remises à ce destinataire
delivery-organisations = Organisations
delivery-professionals = Professionnels
delivery-paper-signatures = Signatures sur papier
delivery-postcards = Cartes postales
delivery-rows = Lignes saisies des feuilles
delivery-own-riding = Signatures en ligne dans la circonscription du destinataire
delivery-small-parts = Lieux de moins de dix chacun, ensemble
delivery-other-parts = Tous les autres
delivery-left-out = Laissées de côté
delivery-out-held = Retenues comme douteuses
delivery-out-unconfirmed = Jamais confirmées par courriel
delivery-out-withdrawn = Retirées
delivery-out-disowned = Signées par quelqu’un d’autre en leur nom
delivery-out-invalidated = Rayées comme non valables
delivery-out-withheld = Comptées, mais pas nommées : on le leur a promis
delivery-paper = Papier à joindre
delivery-paper-none = Aucun tirage pour ce destinataire et aucun lot du registre n’attend d’être joint.
delivery-paper-legend = Ce qui est joint
delivery-paper-keep = Garder ce choix
delivery-paper-refused = Une partie de ce papier accompagne une autre remise, ou n’est pas pour ce destinataire. Regardez la liste et choisissez de nouveau.
delivery-scans-in = Les numérisations de ce papier sont mises dans le dossier, en fichiers à côté du rôle.
delivery-scans-out = Les numérisations sont laissées hors du dossier : des noms y figurent, et ce destinataire n’apprend pas les noms.
delivery-signatures = { $count ->
    [one] { $number } signature
   *[other] { $number } signatures
}
delivery-freeze-title = L’arrêter
delivery-freeze-about = Qui signe à partir de ce moment ne fait pas partie de cette remise. Qui retire ensuite sa signature est rayé du dossier, et son numéro figure dans un supplément. Le dossier est fait en arrière-plan.
delivery-freeze = Arrêter cette remise
delivery-another-freezing = Une autre remise au même destinataire est en train d’être arrêtée. Attendez qu’elle le soit, pour que personne ne figure dans les deux.
delivery-forgotten = Les noms de cette campagne ne sont plus gardés : aucun dossier ne peut donc être fait.
delivery-left = { $count ->
    [one] { $number } personne au rôle s’est retirée depuis.
   *[other] { $number } personnes au rôle se sont retirées depuis.
}
delivery-supplement = Supplément : leurs numéros au rôle (CSV)
delivery-approvals = Approbation
delivery-no-approval = Elle ne dit rien de personnes en particulier : personne n’a à l’approuver.
delivery-approvals-about = { $count ->
    [one] Elle parle de personnes en particulier : l’un de vous l’approuve avant qu’elle parte.
   *[other] Elle parle de personnes en particulier : { $number } d’entre vous l’approuvent avant qu’elle parte, chacun depuis son compte.
}
delivery-approvals-missing = { $count ->
    [one] Il manque { $number } approbation.
   *[other] Il manque { $number } approbations.
}
delivery-approve = J’approuve cette remise
delivery-package = Le dossier
package-edition = Édition { $number }
package-progress = Lignes écrites
package-lines = { $done } lignes sur { $whole }
package-stop = Arrêter la fabrication
package-failed = Le dossier n’a pas pu être fait. Demandez-le de nouveau ; une remise que l’on venait d’arrêter est prévue comme avant : arrêtez-la de nouveau. S’il échoue encore, dites-le à qui gère le service.
package-cancelled = Interrompu avant d’être prêt.
package-discarded = N’est plus gardé : quelqu’un s’est retiré, ou il l’a été assez longtemps.
package-size = Prêt, { $size }.
package-manifest = Empreinte de son manifeste (SHA-256) :
package-gone = { $count ->
    [one] { $number } personne qui s’est retirée n’y est pas nommée.
   *[other] { $number } personnes qui se sont retirées n’y sont pas nommées.
}
package-waits = On peut le prendre dès que vous êtes assez nombreux à avoir approuvé.
package-fetch = Prendre le dossier
package-fetch-about = Que vous l’avez pris, et quand, est consigné et figure dans le fichier. Un téléchargement interrompu peut reprendre pendant un jour.
package-must-encrypt = Votre organisation ne laisse sortir que chiffrés les dossiers qui parlent de personnes en particulier. Cochez les personnes dont les clés l’ouvrent.
package-no-carrier = Aucune personne cochée ne pourrait l’ouvrir, ou l’une d’elles n’a plus de clé. Cochez de nouveau les personnes dont les clés l’ouvrent.
package-no-keys = Pour l’emporter chiffré, il faut une clé à qui le porte :
package-no-own-key = Vous n’avez pas de clé vous-même : vous ne pourriez pas l’ouvrir :
package-carriers = Les personnes dont les clés l’ouvrent
package-carriers-hint = Chacune l’ouvre avec n’importe laquelle de ses clés, et personne d’autre, pas même nous. Cochez toutes les personnes qui le portent.
package-fetch-encrypted = Le prendre chiffré
fetch-encrypted = { $count ->
    [one] chiffré pour { $number } clé
   *[other] chiffré pour { $number } clés
}
package-again = Faire le dossier
package-not-there = Ce dossier n’est plus là. Voyez plus bas s’il y en a un plus récent.
delivery-fetches = Pris par
delivery-the-office = Le bureau, par son lien
delivery-somebody = Quelqu’un qui ne travaille plus ici
delivery-cancel-title = Annuler cette remise
delivery-cancel-about = Son dossier est supprimé, et qui en faisait partie peut être dans une autre remise. Ce qui a été remis ne s’annule pas.
delivery-cancel-fetched = Le bureau l’a prise par son lien : ce qui est sorti de chez nous ne s’annule pas.
delivery-cancel = Annuler la remise
organisation-approvals-title = Approuver les remises
organisation-approvals = Combien approuvent
organisation-approvals-hint = Autant d’entre vous, chacun depuis son compte, approuvent une remise qui parle de personnes en particulier avant que quiconque puisse la prendre. Deux, c’est sûr ; choisissez un seulement si vous êtes seul.
organisation-approvals-button = Garder
organisation-approvals-refused = Choisissez un nombre de 1 à 5.
organisation-encryption-title = Chiffrer les remises
organisation-encryption = L’équipe ne prend que chiffrés les dossiers qui parlent de personnes en particulier
organisation-encryption-hint = Une clé USB ou un portable perdus ne disent alors rien : le dossier est chiffré pour les clés des personnes qui le portent. Chacune doit d’abord avoir une clé, sous « Vos sessions ». Le lien pour un bureau n’est pas concerné : ce à quoi il mène est protégé en chemin et par une phrase de passe, et un bureau n’a pas de clé.
# What the campaign's page tells.
delivered-title = Remises
delivered-earlier = Remises précédentes
delivered-to = À { $name }
delivered-signatures = { $count ->
    [one] { $number } signature
   *[other] { $number } signatures
}
delivered-postcards = { $count ->
    [one] { $number } carte postale
   *[other] { $number } cartes postales
}
delivered-letter = La lettre ouverte, avec les organisations et les professionnels qui l’ont signée
delivered-acknowledged = Réception confirmée le { $day } par { $by }.
delivered-unacknowledged = La réception n’a pas encore été confirmée.
# What an office sees.
handover-title = Une remise pour votre bureau
handover-from = De { $organisation }
handover-about = Des signatures ont été recueillies à l’intention de votre bureau. La personne qui vous a envoyé ce lien vous donne une phrase de passe de douze chiffres par une autre voie, par exemple au téléphone.
handover-passphrase = Phrase de passe
handover-passphrase-hint = Douze chiffres ; les espaces ne comptent pas.
handover-enter = Ouvrir la remise
handover-expires = Ce lien est valable jusqu’au { $at }.
handover-moment = { $day }, { $time } UTC
handover-wrong = Ce n’est pas la phrase de passe. Tapez-la de nouveau, ou demandez à qui vous a envoyé le lien.
handover-locked = Trop d’essais ont échoué. Réessayez après le { $at }, ou demandez un autre lien.
handover-to = Pour
handover-fetch-title = Prendre la remise
handover-size = Une archive ZIP, { $size }.
handover-fetch = Télécharger
handover-fetch-about = Un téléchargement interrompu peut reprendre pendant un jour. Le moment du téléchargement figure dans le fichier.
handover-being-prepared = L’archive est en préparation. Revenez dans quelques minutes.
handover-being-made = L’archive est refaite, comme chaque fois que quelqu’un retire sa signature. Revenez dans quelques minutes.
handover-not-there = L’archive ne peut pas être téléchargée pour le moment. Adressez-vous à la personne qui vous a envoyé ce lien.
handover-cut-off = Ce téléchargement ne peut pas reprendre : l’archive a été refaite, ou un jour est passé. Recommencez le téléchargement.
handover-receipt-title = Confirmer la réception
handover-receipt-about = Un seul geste dit à toutes les personnes qui ont signé que leurs signatures vous sont parvenues. Il ne dit rien de ce que vous en pensez.
handover-by = Nom
handover-by-hint = Votre nom, ou celui de votre bureau, tel qu’il doit figurer sur la page publique de la campagne.
handover-by-refused = Donnez un nom d’au plus 120 caractères sur une seule ligne, avec au moins une lettre et sans adresse Web.
handover-acknowledge = Nous avons reçu cette remise
handover-receipt-given = La réception a été confirmée le { $at } par { $by }. Merci.
handover-check-title = La vérifier
handover-check = L’archive se vérifie sans nous et sans réseau : décompressez-la et ouvrez verify.html. La page dit si chaque fichier est tel qu’il a été mis dans l’archive, et avec quelle clé elle a été signée.
handover-key = L’empreinte de notre clé :
delivery-key-title = La clé qui signe les remises
delivery-key-about = Chaque remise est signée. Comparez l’empreinte de la page de garde imprimée, et celle que montre la vérification, avec celle-ci.
delivery-key-none = Rien n’a encore été remis ; il n’y a donc pas de clé.
delivery-key-now = En usage
delivery-key-before = En usage auparavant
delivery-key-file = Les clés en un fichier
# Handing over.
hand-over-title = Remettre
way-link = Par lien
way-paper = Sur papier
way-stick = Sur une clé USB
way-mail = Par la poste
office-link-title = Par lien
office-link-about = Le bureau ouvre le lien sans compte, tape une phrase de passe, télécharge le dossier et en confirme la réception. Dès le téléchargement, la remise compte comme faite. Seul le lien le plus récent y mène.
office-link-days = Le lien est valable pendant
office-link-so-many = { $count } jours
office-link-make = Faire un lien
office-link-again = Faire un autre lien à sa place
office-link-revoke = Mettre fin au lien
office-link-until = Le lien est valable jusqu’au
office-link-opened = Ouvert pour la première fois le
office-link-unopened = Personne ne l’a encore ouvert.
office-link-guessed = Des phrases de passe erronées ont mis fin au dernier lien. Faites-en un autre.
office-link-made = Le lien pour le bureau
office-link-once = Les deux ne sont montrés que cette fois. Gardez-les maintenant ; s’ils se perdent, faites un autre lien.
office-link-address = Lien
office-link-address-about = Envoyez-le au bureau par courriel.
office-link-passphrase-about = Donnez-la par une autre voie, par exemple au téléphone. N’envoyez jamais les deux dans un même message.
office-link-kept = J’ai gardé les deux
step-handed-title = Remise d’une autre manière
step-handed = Noter la remise
step-receipt-title = Accusé de réception
step-receipt = Noter l’accusé de réception
step-way = Comment
step-way-refused = Choisissez comment elle a été remise.
step-by = Réception confirmée par
step-by-hint = Un nom ou un bureau, tel qu’il doit figurer sur la page de la campagne.
step-day-early = Ce jour vient trop tôt. Une remise se fait au plus tôt le jour où elle est arrêtée, et sa réception se confirme au plus tôt le jour où elle est faite.
step-note-hint = Montrée à vos collègues seulement. Aucun nom de signataire.
step-note-refused = La note est trop longue. 500 caractères suffisent.
step-photo-field = Photo de la copie tamponnée (facultatif)
step-photo-hint = De la page de garde avec le tampon, pas du rôle. Ce que l’appareil y joint, comme le lieu, est retiré.
step-photo = Photo de la copie tamponnée
step-written = Noté par
step-take-back = Reprendre la dernière entrée
# What a supporter is told.
proof-of-delivery = Remises dont elle fait partie
proof-handed-over = Remise
proof-acknowledged = Réception confirmée
proof-not-yet = Pas encore
proof-number = Numéro au rôle
proof-told-as-shown = ce que tout le monde peut lire sous la lettre, et rien de plus
proof-told-nothing = rien qu’un numéro de ligne, sans nom
proof-told = Ce qui a été remis de vous
proof-will-be-told = Ce qui sera remis de vous
# Telling supporters.
tell-title = Le dire aux signataires
tell-about = Les personnes qui ont demandé des nouvelles peuvent apprendre que la remise a été faite. Ceci prépare une nouvelle en anglais et en français ; qui envoie les nouvelles la termine et l’envoie une fois.
tell-draft = Préparer une nouvelle
tell-drafted = La nouvelle { $number } est préparée.
tell-delivered-title = { $count ->
    [one] { $number } signature remise à { $name }
   *[other] { $number } signatures remises à { $name }
}
tell-delivered-body = { $count ->
    [one] Nous avons remis { $number } signature à { $name }, { $office }. Sur votre propre page, derrière le lien de nos courriels, vous voyez dans quelles remises vous êtes et quand elles ont été confirmées.
   *[other] Nous avons remis { $number } signatures à { $name }, { $office }. Sur votre propre page, derrière le lien de nos courriels, vous voyez dans quelles remises vous êtes et quand elles ont été confirmées.
}
tell-cards-title = { $count ->
    [one] { $number } carte postale remise à { $name }
   *[other] { $number } cartes postales remises à { $name }
}
tell-cards-body = { $count ->
    [one] Nous avons remis { $number } carte postale à { $name }, { $office }. Sur votre propre page, derrière le lien de nos courriels, vous voyez où est votre carte.
   *[other] Nous avons remis { $number } cartes postales à { $name }, { $office }. Sur votre propre page, derrière le lien de nos courriels, vous voyez où est votre carte.
}
tell-letter-title = Notre lettre remise à { $name }
tell-letter-body = Nous avons remis notre lettre ouverte, avec les organisations et les professionnels qui l’ont signée, à { $name }, { $office }.
# The keys of those who carry packages.
keys-title = Clés pour porter les dossiers
keys-about = Un dossier que vous portez peut être chiffré, pour que personne ne lise rien en trouvant votre clé USB ou votre portable. Il est chiffré pour les clés publiques que vous gardez ici, avec l’outil age. Les moitiés secrètes restent sur vos ordinateurs : personne n’ouvre un dossier sans l’une d’elles, pas même nous.
keys-none = Vous n’avez pas encore de clé ici.
keys-label = Nom
keys-label-hint = Comme vous l’appelez, par exemple l’ordinateur où elle est. Vos collègues le voient.
keys-label-refused = Donnez à la clé un nom d’au plus 60 lettres, sans adresse web.
keys-key = Clé publique
keys-key-hint = Une seule clé sur une ligne : ce qu’age-keygen montre après « Public key », age1…, ou une clé publique SSH, ssh-ed25519 … ou ssh-rsa ….
keys-added = Ajoutée
keys-add-title = Ajouter une clé
keys-add = Ajouter la clé
keys-remove = Retirer
keys-missing = Collez la clé publique.
keys-secret = Ceci est une clé secrète. Nous n’en avons rien gardé, mais elle a quitté votre ordinateur : tenez-la pour connue d’autres. Faites une nouvelle clé et n’employez plus celle-ci pour rien. Collez ensuite la moitié publique de la nouvelle.
keys-kind = Ce genre de clé ne peut pas servir. Prenez une clé age qui commence par age1 et ne porte pas le nom d’un greffon, ou une clé SSH du genre ssh-ed25519 ou ssh-rsa.
keys-size = Une clé RSA doit avoir de 2048 à 4096 bits. Prenez-en une autre.
keys-wrong = Ce n’est pas une clé publique, ou elle contient une faute. Copiez de nouveau la ligne entière, une seule clé.
keys-double = Vous avez déjà cette clé.
keys-too-many = Vous avez { $most } clés. Retirez d’abord celle que vous n’employez plus.
