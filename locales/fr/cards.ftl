# Cartes postales

card-pending = En attente de votre confirmation
card-verified = Confirmée; quelqu’un de la campagne la lira avant l’impression
card-approved = Approuvée, à imprimer
card-rejected = Elle ne sera pas imprimée
card-change-asked = On vous a demandé de modifier le message
card-batched = En route vers l’imprimeur
card-printed = Imprimée
card-handed-over = Remise en main propre
card-mailed = Mise à la poste
card-acknowledged = Reçue
card-withdrawn = Retirée
card-disowned = La personne à qui appartient l’adresse ne l’a pas écrite

card-sender-full = Nom complet et lieu
card-sender-first-name = Prénom et lieu
card-sender-initials = Initiales seulement

card-because-contact = elle contient un lien, un numéro de téléphone ou de la publicité
card-because-others-data = elle dit sur d’autres personnes ce que nul autre ne devrait transmettre
card-because-threat = elle peut être lue comme une menace
card-because-tone = elle est insultante
card-because-off-topic = elle ne porte pas sur cette campagne
card-because-other = elle ne convient pas à un envoi au nom de cette campagne

# Ce qui est refusé

refused-unbalanced = Un caractère qui change le sens de lecture n’est pas fermé sur sa ligne
refused-overfull = { $count ->
    [one] Environ { $shown } caractère de trop : la carte n’a pas la place
   *[other] Environ { $shown } caractères de trop : la carte n’a pas la place
}
refused-not-printable = Nous ne pouvons pas imprimer « { $character } » : aucune de nos polices ne l’a
refused-no-member = Nous ne connaissons pas la députée ou le député de ce code postal. Choisissez quelqu’un d’autre
refused-shared = Quelqu’un à votre adresse courriel lui a déjà écrit. Une autre personne le peut si le code postal est le même
missing-official = Choisissez à qui va la carte
missing-design = Choisissez une image
missing-postal-code = Entrez votre code postal pour que nous trouvions votre députée ou député

# Courriels

mail-card-subject = Veuillez confirmer votre carte postale
mail-card-intro = quelqu’un, vous nous l’espérons, a écrit une carte postale à { $official } avec votre adresse :
mail-card-choices = Comment vous figurez sur la carte : { $sender }. { $updates }
mail-card-held = Une fois confirmée, quelqu’un de la campagne la lit, puis elle est imprimée et envoyée.
mail-card-button = Confirmer ma carte postale
mail-card-code = Ou tapez ce code sur la page où vous l’avez écrite :
mail-card-until = Les deux fonctionnent jusqu’au { $date }. Sans confirmation, la carte n’est pas imprimée et elle est supprimée.
mail-card-not-me = Voir ma carte, ou dire que je ne l’ai pas écrite
mail-card-keep = Gardez ce courriel : le dernier lien montre où en est votre carte et permet de la retirer tant qu’elle n’est pas imprimée.
mail-card-again-subject = Vous avez déjà écrit cette carte postale
mail-card-again-intro = quelqu’un, vous nous l’espérons, a écrit de nouveau à { $official } :
mail-card-again-done = Votre carte est déjà là, et chaque personne en écrit une seule à chaque destinataire. Il n’y a rien à faire.
mail-card-taken = quelqu’un d’autre a écrit une carte postale avec votre adresse. Nous ne l’avons pas acceptée.
mail-card-mine = Voir ma carte postale
mail-card-rejected-subject = Votre carte postale ne sera pas imprimée
mail-card-rejected = nous avons lu votre carte postale et nous ne l’imprimerons pas : { $reason }. Si vous croyez que c’est une erreur, répondez à ce courriel.
mail-card-change-subject = Veuillez modifier votre carte postale
mail-card-change = nous avons lu votre carte postale et vous demandons d’en modifier le message : { $reason }. Nous la relirons ensuite.
mail-card-change-link = Modifier le message
mail-card-approved-subject = Votre carte postale sera imprimée
mail-card-approved = nous avons relu votre carte postale, et elle sera imprimée. Merci.

# Ce qui est détenu sur les personnes

held-postcard = Carte postale
mail-kind-postcard = Au sujet d’une carte postale

# Ce que règle l’équipe

cards-title = Cartes postales
cards-settings = Réglages
cards-designs = Images
cards-about = Les gens écrivent une carte à une personne en fonction, la voient telle qu’elle sera imprimée et confirment par courriel. La modération lit chacune avant l’impression.
cards-saved = Enregistré.
cards-offered = On peut écrire des cartes postales
cards-officials = À qui l’on peut écrire
cards-officials-about = Les personnes de votre répertoire qui sont en fonction et ont une adresse. Décochez celles que vous n’offrez plus.
cards-add-official = Ajouter une personne
cards-add-none = Personne d’autre
cards-by-riding = Aussi : la députée ou le député de la personne qui écrit, par code postal
cards-no-ridings = Aucune table des circonscriptions n’est chargée : personne n’est encore trouvé par code postal.
cards-elections = Il y a une élection : chaque carte doit être affranchie
cards-elections-about = Le courrier aux membres de la Chambre des communes est gratuit au Canada. Cela prend fin dix jours après la fin du mandat : cochez ceci à la dissolution du Parlement.
cards-suggestion = Message suggéré
cards-suggestion-about = Le message commence ainsi, et chacun le change à son gré. Laissez vide pour ne rien suggérer.
cards-too-many = On peut offrir au plus { $most } personnes par leur nom
cards-nobody = Choisissez à qui l’on peut écrire
cards-no-design = Ajoutez d’abord une image pour le recto
cards-designs-about = Le recto de la carte : 6,25 sur 4,25 pouces, dont un huitième de pouce est coupé de chaque côté. L’idéal est de { $width } sur { $height } pixels ou plus; l’image est recadrée à cette forme depuis son centre.
cards-designs-none = Il n’y a pas encore d’image.
cards-designs-new = Ajouter une image
cards-designs-add = Ajouter
cards-designs-up = Monter
cards-designs-retire = Ne plus offrir
cards-designs-restore = Offrir de nouveau
cards-designs-retired = N’est plus offerte. Les cartes qui l’ont la gardent.
cards-designs-fine = { $dots } points par pouce : ce que demande un imprimeur.
cards-designs-coarse = { $dots } points par pouce : l’impression sera un peu grossière. { $good } valent mieux.
cards-design-portrait = L’image est plus haute que large. Une carte est couchée
cards-design-refused = L’image s’imprimerait à { $dots } points par pouce. Il en faut au moins { $least }

# Le registre

audit-set-postcards = A réglé l’offre de cartes postales
audit-add-card-design = A ajouté une image pour les cartes postales
audit-describe-card-design = A changé les mots d’une image pour les cartes postales
audit-retire-card-design = A cessé d’offrir une image pour les cartes postales
audit-restore-card-design = Offre de nouveau une image pour les cartes postales
audit-move-card-design = A déplacé une image pour les cartes postales
audit-approve-postcard = A approuvé une carte postale
audit-reject-postcard = A rejeté une carte postale
audit-ask-postcard-change = A demandé de modifier une carte postale
audit-undo-postcard = A annulé une décision sur une carte postale
audit-look-at-postcards = A consulté des cartes postales

# Écrire une carte

card-title = Écrire une carte postale
card-lead = Choisissez une image, écrivez votre message et voyez la carte telle qu’elle sera imprimée. Nous l’imprimons et l’envoyons.
card-design = Image
card-to = À
card-to-member = Ma députée ou mon député, selon mon code postal
card-message = Votre message
card-message-hint = C’est dans vos propres mots qu’il compte le plus. Restez poli, sans liens, numéros de téléphone ni choses privées sur d’autres.
card-room = De la place pour environ { $shown } caractères de plus
card-sender = Comment vous figurez sur la carte
card-sender-hint = Le code postal et l’adresse courriel ne sont jamais imprimés.
card-data = Votre message et la façon dont vous figurez sont imprimés sur la carte et vont à la personne à qui vous écrivez. Votre adresse sert à la confirmer. Tout est conservé chiffré.
card-known = La carte est de
card-send = Envoyer la carte
card-send-now = Envoyer la carte
card-see = Voir la carte
card-shown = Votre carte
card-front = Recto
card-back = Verso

# Sa page

card-confirm-title = Confirmez votre carte postale
card-confirm-lead = Appuyez sur le bouton, et votre carte va à celles et ceux qui la lisent avant l’impression.
card-thanks = , votre carte postale est confirmée.
card-next-mine = Voir où en est votre carte
card-next-campaign = Retour à la campagne
card-write = Écrivez aussi une carte postale : il n’y a que le message à taper
card-write-title = Cartes postales
card-write-about = Écrivez-leur sur une carte : vous la voyez telle qu’elle sera imprimée, et nous l’imprimons et l’envoyons.
card-mine-title = Votre carte postale
card-reason = Raison
card-to-whom = À
card-written-at = Écrite le
card-decided-at = Lue le
card-batched-at = Chez l’imprimeur le
card-printed-at = Imprimée le
card-sent-at = Envoyée le
card-acknowledged-at = Reçue le
card-change-title = Modifier le message
card-change-send = L’envoyer de nouveau
card-done-written = Votre carte est écrite. Quelqu’un de la campagne la lit, puis elle est imprimée.
card-done-before = Vous leur avez déjà écrit. Voici votre carte.
card-done-message = Le message est modifié. Quelqu’un de la campagne le relira.
card-done-sender = Enregistré.
card-done-withdrawal = Votre carte est retirée.
card-done-disavowal = Merci de nous l’avoir dit. La carte est supprimée, et vous ne recevrez plus de courriels sur cette campagne.
card-disown = Je n’ai pas écrit ceci
card-disown-what = La carte est supprimée, et cette adresse ne reçoit plus de courriels sur cette campagne.
card-disown-button = Je n’ai pas écrit ceci
card-withdraw = Retirer ma carte
card-withdraw-what = La carte n’est pas imprimée, et nous oublions qui l’a écrite. C’est irréversible.
card-withdraw-button = Retirer ma carte
card-withdraw-late = La carte est déjà en route vers l’imprimeur et ne peut plus être retirée.
card-erase-what = Tout ce que nous avons de vous avec cette carte est supprimé. Une carte déjà imprimée ne revient pas. C’est irréversible.

# La file de la modération

cards-queue = Modérer les cartes
cards-queue-about = Les cartes telles qu’elles seront imprimées. Aucune ne part sans que quelqu’un l’ait approuvée. Des règles signalent ce qu’il faut lire avec soin; elles n’approuvent et ne rejettent rien. Votre consultation est consignée.
cards-queue-none = Aucune carte ici.
cards-waiting = À lire
cards-change-asked = Modification demandée
cards-approved = Approuvées
cards-rejected = Rejetées
cards-nothing-ticked = Cochez les cartes dont vous décidez, et choisissez quoi faire
cards-done = { $count ->
    [one] Décision prise pour { $shown } carte
   *[other] Décision prise pour { $shown } cartes
}
cards-show-all = Tout montrer
cards-show-doubtful = Seulement celles qu’une règle a signalées ({ $count })
cards-tick-all = Cocher toutes celles de cette page qu’aucune règle n’a signalées
cards-keys = Quand une case est active : j pour la carte suivante, k pour la précédente, a approuve, r va à la raison.
cards-to = À { $official }
cards-held = Retenue quand la personne a signé
cards-approve = Approuver
cards-reject = Rejeter
cards-ask-change = Demander une modification
cards-told = La personne qui a écrit la carte apprend par courriel pourquoi elle est rejetée ou quoi modifier. On peut annuler tant que la carte n’est pas dans un tirage.
doubt-link = Un lien
doubt-email = Une adresse courriel
doubt-phone = Un numéro de téléphone
doubt-threat = Des mots qui peuvent être une menace
doubt-postal-code = Le code postal de quelqu’un
doubt-street = L’adresse de quelqu’un

# Sur la page de la vie privée

privacy-card = Ce que vous avez écrit sur une carte postale, et comment vous y figurez
privacy-card-long = Jusqu’à ce que vous la retiriez ou l’effaciez; après la dernière remise de la pétition, { $days } jours au plus. Ce qui est imprimé ne revient pas
privacy-card-who = Vous; la modération; qui l’imprime; la personne à qui vous avez écrit
