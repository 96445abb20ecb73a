## Le bureau de vérification
tab-review = Vérification
review-title = Vérification
review-signatures = Signatures
review-search = Trouver une signature
review-rulings = Décisions
review-signature = Une signature
review-state = État
review-state-pending = À confirmer
review-state-confirmed = Comptée
review-state-held = Retenue
review-state-withdrawn = Retirée
review-state-disowned = Non signée par la personne à qui appartient l’adresse
review-state-invalidated = Rayée
review-reason = Motif de retenue
review-reason-honeypot = Un champ caché, que les gens ne voient pas, a été rempli
review-reason-disposable = Boîte de courriel jetable
review-reason-blocked = Domaine de courriel inscrit sur votre liste
review-reason-moderator = Retenue par la modération
review-signed = Signée
review-confirmed = Confirmée
review-after = { $seconds } secondes après la signature
review-place = Lieu
review-language = Langue
review-network = Réseau
review-name-mark = Marque d’un nom
review-region = Province ou État
review-domain = Domaine de courriel
review-from = Signée dès
review-until = Signée avant
review-delay = Confirmée après tant de secondes
review-seconds = { $from } à { $until } secondes
review-any = Toutes les valeurs
review-filter = Afficher
review-filter-hint = Les heures sont celles de { $zone }. Les secondes sous la forme 0-10. L’adresse de cette page contient le filtre : on peut l’envoyer à une collègue ou un collègue.
review-sieve = En chercher d’autres
review-fault-filter = Cette partie du filtre est illisible : { $part }.
review-nothing-held = Rien n’est retenu. Il n’y a rien à vérifier.
review-nothing = Aucune signature ne répond à cette condition.
review-looked-through = Aucune parmi les { $count } signatures parcourues. Continuez avec de plus anciennes.
review-older = Plus anciennes
review-judge-all = Décider de toutes celles qui répondent à cette condition
review-who = Qui a signé
review-show = Afficher
review-show-about = Votre consultation est consignée, avec le numéro de la signature.
review-person-gone = Le nom et l’adresse ne sont plus conservés avec cette signature.
review-judge = Décider
review-judge-button = Décider
review-judgement = Que faire
review-hold = Retenir : hors du compte jusqu’à une décision
review-release = Libérer : comptée dès maintenant
review-invalidate = Rayer : hors du compte, et la place à cette adresse est de nouveau libre
review-ground = Motif
review-ground-hint = La page « Comment nous comptons » dit combien et pourquoi, sans nommer personne.
review-choose = Choisir
review-note = Note
review-note-hint = Pour vos collègues. Ni nom ni adresse de personne.
review-history = Ce qui a été décidé
review-no-history = Rien encore.
review-undone = annulée
review-fault-judgement = Dites que faire.
review-fault-ground = Choisissez un motif qui convient à votre décision.
review-fault-note = Une note a au plus 500 caractères et ne contient aucune adresse de courriel.
review-fault-overtaken = Ceci a changé depuis que vous avez ouvert la page : rien n’a été fait. Voici où en sont les choses.
ground-pattern = Fait partie d’un ensemble inhabituel
ground-report = Signalée par quelqu’un
ground-automated = Faite par un programme
ground-impersonation = Au nom de quelqu’un qui n’a pas signé
ground-repeated = La même personne plus d’une fois
ground-invented = Nom ou lieu inventé
ground-trial = Essai du formulaire
ground-sound = Vérifiée et jugée bonne
ground-other = Autre motif

## Recherche
search-title = Trouver une signature
search-about = Donnez une adresse de courriel, un nom, ou un pays avec un code postal. Tout doit correspondre exactement, sauf les majuscules, les accents et les espaces des noms. Votre recherche est consignée, mais non la personne cherchée.
search-button = Trouver
search-found =
    { $count ->
        [0] Personne n’a été trouvé.
        [one] Une signature a été trouvée.
       *[other] { $shown } signatures ont été trouvées.
    }
search-more = Il y en a peut-être davantage. Précisez pour en trouver moins.
search-fault-email = Donnez une adresse de courriel comme nom@example.org.
search-fault-name = Donnez le nom tel qu’il a été signé.
search-fault-country = Choisissez un pays de la liste.
search-fault-postal = Donnez un code postal et son pays.
search-network-title = Signatures d’un réseau
search-network-about = Donnez l’adresse d’une machine, comme 203.0.113.7 ou 2001:db8::1, tirée d’un signalement ou d’un journal. Les réseaux sont oubliés quelques jours après une signature : ce qui est plus ancien n’est pas trouvé. Votre recherche est consignée, mais non le réseau cherché.
search-network = Adresse du réseau
search-fault-network = Donnez une adresse comme 203.0.113.7 ou 2001:db8::1.
search-fault-too-little = Donnez une adresse de courriel, un nom ou un code postal.

## Décisions
rulings-empty = Rien n’a encore été décidé.
ruling-title = Une décision
ruling-at = Quand
ruling-by = Par
ruling-many = Signatures
ruling-of = { $done } sur { $expected }
ruling-phase = Avancement
ruling-running = En cours
ruling-done = Faite
ruling-cancelled = Arrêtée
ruling-undoing = En cours d’annulation
ruling-undone = Annulée
ruling-passed-over = Laissées telles quelles, car elles avaient changé entre-temps
ruling-taken-back = Annulées
ruling-look-again = Afficher l’avancement actuel
ruling-leave = Vous pouvez quitter cette page : le travail continue de lui-même.
ruling-cancel = L’arrêter
ruling-undo-title = Annuler
ruling-undo = L’annuler
ruling-undo-about =
    { $count ->
        [one] Une signature retrouve son état d’avant, sauf si quelqu’un en a décidé depuis.
       *[other] { $shown } signatures retrouvent leur état d’avant, sauf celles dont quelqu’un a décidé depuis.
    } Ce qui a été rayé peut être rétabli pendant { $days } jours, à moins que la même personne ait signé de nouveau.
new-ruling-title = Décider de plusieurs
new-ruling-all = Toutes les signatures de la campagne.
new-ruling-list = Les afficher
new-ruling-counted = Combien répondent à la condition
new-ruling-many =
    { $count ->
        [one] une signature
       *[other] { $shown } signatures
    }
new-ruling-nothing = Aucune ne peut être changée : elles ont pris fin.
new-ruling-button = Commencer
new-ruling-about = Le travail se fait en arrière-plan, peut être arrêté en chemin et annulé ensuite. Les signatures qui arrivent à partir de maintenant ne sont pas visées.

## Ce qui a été décidé, pour tout le monde
counting-decided = Ce qui a été décidé
counting-decided-about = Des personnes examinent les signatures qui semblent douteuses. Voici ce qu’elles ont décidé pour cette campagne : combien, pourquoi et quand, sans nommer personne. Ce qui a été annulé n’y figure pas.
counting-decided-none = Rien n’a encore été décidé : aucune signature n’a été retenue, libérée ni rayée à la main.
counting-rules = Ce qui compte, et comment
counting-month = Mois
counting-what = Décision
counting-why = Motif
counting-many = Signatures
counting-held = Retenues, hors du compte jusqu’à leur examen
counting-released = Libérées et comptées
counting-struck-out = Rayées

## Régularités
patterns-title = Régularités
patterns-looked =
    { $count ->
        [one] { $looked } signature a été examinée.
       *[other] { $looked } signatures ont été examinées, { $most } au plus à la fois.
    }
patterns-first = Première signature :
patterns-last = dernière :
patterns-older = Examiner les précédentes
patterns-newest = Examiner les plus récentes
patterns-about = Ce sont des indices et non un verdict : les campagnes populaires viennent par vagues, les bureaux partagent un réseau, les familles un nom. Chaque ligne mène à ses signatures, aussi à celles qui n’ont pas été examinées ici. Votre consultation est consignée; les noms ne sont pas montrés.
patterns-none = Rien ne ressort.
patterns-shared = Point commun
patterns-second =
    { $count ->
        [one] { $shown } seconde
       *[other] { $shown } secondes
    }
patterns-span = De { $from } à { $until } minutes
patterns-hours = Plus d’une heure
patterns-share = Part
patterns-percent = { $share } %
patterns-networks = Réseaux
patterns-networks-why = Beaucoup de signatures d’un même réseau peuvent venir d’une seule machine, ou d’une école, d’un bureau, d’un réseau mobile.
patterns-domains = Domaines de courriel
patterns-domains-why = Beaucoup d’adresses d’un domaine peu connu ont peut-être été créées pour cette campagne.
patterns-minutes = Minutes les plus chargées
patterns-minutes-why = Une vague peut venir d’un programme, ou d’une émission, d’une infolettre, d’une publication très lue.
patterns-delays = Temps entre la signature et la confirmation
patterns-delays-why = Il faut quelques secondes pour trouver un courriel et appuyer sur son bouton. Beaucoup de confirmations en moins de cinq secondes peuvent venir de programmes.
patterns-seconds = La même seconde
patterns-seconds-why = Beaucoup de confirmations après exactement le même nombre de secondes peuvent venir d’un programme qui attend.
patterns-names = Noms répétés
patterns-names-why = Un nom à plusieurs adresses peut être une personne plusieurs fois, ou un nom courant. D’autres noms peuvent partager la marque : ouvrez les signatures pour le voir.
patterns-places = Langues et pays
patterns-places-why = Une langue que peu de gens lisent dans un pays, et dans laquelle beaucoup signent soudain, mérite peut-être un coup d’œil.
