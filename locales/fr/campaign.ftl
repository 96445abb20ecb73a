## Le décompte
count-title = Signatures à ce jour
count-unit = { $count ->
    [one] signature confirmée
   *[other] signatures confirmées
}
count-progress = Progression vers le prochain jalon
count-next = Prochain jalon :
count-spoken = signatures confirmées
count-on-paper = Dont sur papier, comptées par deux personnes :
count-postcards = Cartes postales à des responsables :
count-cards-on-paper = dont sur papier :
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
addressees-in-text = Dans le texte : { $name }
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
