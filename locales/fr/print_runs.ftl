# Les tirages : des cartes postales imprimées ensemble.
print-runs-title = Tirages
print-runs-about = Un tirage fige des cartes approuvées, pour un destinataire et dans une langue. Dès lors, personne ne modifie ni ne retire ces cartes; vous pouvez les imprimer, toutes ou en partie, aussi souvent qu’il le faut.
print-waits-title = Approuvées, en attente d’impression
print-waits-none = Aucune carte approuvée n’attend. Les cartes arrivent ici une fois approuvées à la modération.
print-cards = { $count ->
    [one] { $number } carte
   *[other] { $number } cartes
}
print-most = Tout au plus; laissez vide pour toutes
print-gather = Réunir en un tirage
print-runs-list = Tous les tirages
print-runs-none = Il n’y a pas encore de tirage.
print-run = Tirage
print-run-number = Tirage { $number }
print-to = À
print-language = Langue
print-cards-head = Cartes
print-stage = Où il en est
print-since = Depuis
print-sent = Remis ou posté
print-most-refused = Indiquez le nombre maximal de cartes par un entier positif, ou laissez vide.
print-no-address = Le répertoire ne contient aucune adresse pour cette personne. Ajoutez-en une, puis réunissez les cartes.
print-nothing = Plus aucune carte approuvée n’attend pour cette personne dans cette langue. Un collègue les a peut-être réunies à l’instant : voyez la liste ci-dessous.
stage-gathered = Réuni
stage-printed = Imprimé
stage-handed-over = Remis
stage-mailed = Posté
stage-acknowledged = Réception confirmée
stage-cancelled = Annulé
print-free = Part sans affranchissement depuis le Canada; la carte l’indique dans le coin.
print-left = { $count ->
    [one] Les données de l’auteur d’une carte ont été effacées depuis; cette carte ne figure pas dans les nouveaux fichiers.
   *[other] Les données des auteurs de { $number } cartes ont été effacées depuis; ces cartes ne figurent pas dans les nouveaux fichiers.
}
print-files = Fichiers
print-files-none = Aucun fichier n’a encore été préparé.
print-cover = Page de garde et étiquette de boîte (PDF)
print-file = Cartes { $first } à { $last }
print-progress = Cartes mises en page
print-fetch = Obtenir le PDF
print-failed = Ce fichier n’a pas pu être préparé. Demandez-le de nouveau; s’il échoue encore, avertissez la personne qui exploite le service.
print-file-cancelled = Annulé avant d’être prêt.
print-discarded = N’est plus conservé, car il contient des noms. Demandez-le de nouveau.
print-left-out = { $count ->
    [one] Une carte est omise : les données de son auteur ont été effacées.
   *[other] { $number } cartes sont omises : les données de leurs auteurs ont été effacées.
}
print-cancel-file = Annuler
print-file-new = Préparer un fichier
print-stock = Papier
stock-letter-4 = Feuilles Lettre, quatre cartes de 5,5 × 4,25 po chacune, à bord blanc : pour une imprimante de bureau
stock-a4 = Feuilles A4, quatre cartes A6 chacune, à bord blanc : pour une imprimante de bureau
stock-letter-2 = Feuilles Lettre, deux cartes de 6 × 4 po chacune, avec traits de coupe
stock-shop = Une carte de 6 × 4 po par page, à fond perdu : pour une imprimerie
print-part-about = Laissez les deux vides pour toutes les cartes. Pour en réimprimer une partie, indiquez laquelle, par exemple de 401 à 500. Beaucoup de cartes viennent en plusieurs fichiers, l’un après l’autre.
print-first = De la carte
print-last = À la carte
print-file-button = Préparer le fichier
print-how = Imprimez recto verso, en retournant sur le bord long, à 100 %. Les cartes sont dans l’ordre de coupe et d’empilage : coupez la pile, posez les paquets l’un sur l’autre de gauche à droite et de haut en bas, et elles sont dans l’ordre.
print-services = Pour un service d’impression et d’envoi
print-services-about = Les mêmes cartes sous forme de tableau, comme ces services les acceptent. Il contient des noms et des messages : chaque téléchargement est consigné.
print-design = Image { $number } (JPEG)
print-next = Ce qui s’est passé ensuite
print-day = Jour
print-day-hint = Laissez vide pour aujourd’hui.
print-day-refused = Indiquez un jour passé ou aujourd’hui, ou laissez vide.
print-note = Note
print-note-hint = Où il est allé, qui l’a reçu, le numéro d’un reçu. Visible de vos collègues seulement. Aucun nom d’auteur de carte.
print-mark-printed = Marquer comme imprimé
print-mark-sent = Marquer comme parti
print-mark-acknowledged = Marquer comme reçu
print-cancel-title = Annuler ce tirage
print-cancel-about = { $count ->
    [one] La carte retourne parmi celles qui attendent, et les fichiers qui en ont été faits sont supprimés.
   *[other] Les { $number } cartes retournent parmi celles qui attendent, et les fichiers qui en ont été faits sont supprimés.
}
print-cancel = Annuler le tirage
print-goes-along = Ce tirage est joint à la remise { $number }, qui est arrêtée : il ne peut être annulé que si cette remise l’est d’abord.
print-span-number = Indiquez les cartes par des entiers positifs, par exemple 401 et 500, ou laissez les deux vides.
print-span-backwards = La première carte est après la dernière.
print-span-beyond = Ce tirage compte { $number } cartes.
print-span-many = Pas plus de { $number } cartes sont préparées à la fois. Demandez les autres ensuite.
# La page de garde.
cover-cards = Cartes
cover-language = Langue des cartes
cover-gathered = Réuni
cover-design = Image : { $shows }
cover-left-out = Non imprimées : données de leurs auteurs effacées
cover-postage = Affranchissement
cover-free = Aucun depuis le Canada
cover-stamps = Timbres nécessaires
cover-counted = Compté à la main
cover-counted-about = Deux personnes comptent les cartes imprimées, chacune de son côté, et notent ce qu’elles ont trouvé.
cover-counted-first = Premier compte, nom et date
cover-counted-second = Second compte, nom et date
cover-handed-to = Remis ou posté : à qui, quand, par qui
cover-label-cards = { $number } cartes
cover-label-box = Boîte ____ de ____
