# The documents of a delivery, in the language of the addressee.
package-document = { $what }, remise { $number }
package-foot = { $title } – page { $page }
package-cover = Page de garde
package-cover-delivery = Remise { $number }, arrêtée au { $as_of }
package-cover-to = À
package-cover-from = De
package-cover-reported = D’autres en annoncent { $number } de plus. Elles n’ont pas été vérifiées et ne sont dans aucun de ces nombres.
package-cover-in-it = Dans cette remise
package-cover-check = Comment la vérifier
package-cover-check-about = Décompressez l’archive et ouvrez verify.html : il ne faut ni réseau ni notre aide. La page dit si chaque fichier est tel qu’il a été mis dans l’archive, et avec quelle clé elle a été signée. L’empreinte doit être celle-ci ; elle figure aussi à l’adresse indiquée ci-dessous.
package-online = Signatures en ligne, chacune confirmée par courriel
package-own-riding = Dont dans votre circonscription
package-since = Dont celles qui ne vous avaient pas été remises auparavant
package-paper = Signatures sur papier, comptées par deux personnes
package-postcards = Cartes postales
package-tells-numbers = Vous ne recevez que des nombres : rien sur aucune des personnes qui ont signé.
package-tells-place = Vous recevez des nombres par lieu. Les lieux de moins de dix signatures sont réunis. Personne n’est nommé.
package-tells-name-place = De chaque personne qui a signé, vous recevez le nom et le lieu, comme on le lui a dit avant qu’elle signe. Celles à qui l’on a promis moins sont comptées, mais pas nommées.
package-tells-cards = Les cartes postales jointes portent ce que leurs auteurs y ont mis, leur nom aussi.
package-tells-full = De chaque personne qui a signé, vous recevez le nom, le lieu, le code postal et le commentaire, comme on le lui a dit avant qu’elle signe. De celles à qui l’on a promis moins, on dit moins ; celles dont le nom ne devait pas être transmis sont comptées, mais pas nommées.
package-text = Le texte qui a été signé
package-text-version = Version { $version }, publiée le { $day } ; langue : { $language }
package-text-digest = SHA-256 de cette version : { $digest }
package-text-demands = Ce qui est demandé
package-text-addressees = À qui l’on s’adresse
package-text-letter = La lettre ouverte, que signent des organisations et des professionnels
package-text-organisations = Organisations qui portent cette campagne
package-text-organisations-about = Telles que les nomme la page de la campagne. Celles qui se sont jointes d’elles-mêmes figurent en tête du rôle.
package-method = Comment les signatures ont été vérifiées
package-method-online = En ligne
package-method-online-about = Chaque personne qui signe reçoit un courriel avec un bouton et un code. Seules comptent celles qui pressent le bouton ou tapent le code. Ouvrir le courriel ou son lien ne compte rien : les programmes qui parcourent le courrier ne comptent donc rien.
package-method-once = Une fois chacun
package-method-once-about = Une personne compte une fois par adresse de courriel, quelle que soit la façon de l’écrire. Deux personnes d’un même ménage peuvent partager une adresse. Une deuxième signature de la même personne ne compte pas.
package-method-doubt = Signatures douteuses
package-method-doubt-about = Les signatures qui semblent automatisées, répétées ou inventées sont retenues jusqu’à ce que des personnes les aient regardées. Ce qui est retenu n’est pas dans cette remise ; ce qui s’est révélé non valable est rayé. Chaque décision est consignée.
package-method-paper = Sur papier
package-method-paper-about = Le papier est compté par deux personnes, chacune de son côté. Les lignes saisies sont comparées avec les signatures en ligne et celles d’autres feuilles, pour que personne ne compte deux fois.
package-method-after = Après la date d’arrêt
package-method-after-about = Qui a signé après la date d’arrêt n’est pas dans cette remise. Qui retire ensuite sa signature est rayé des fichiers, et son numéro reste : un supplément donne ces numéros. Si un nom ou un lieu a été corrigé ensuite, la ligne dit ce qui est juste et reste à sa place ; les nombres sont ceux de la date d’arrêt.
package-method-left-out = Ce qui a été laissé de côté
package-method-nobody = Personne n’a été laissé de côté.
package-method-told = Ce qui est remis de chaque personne
package-method-told-about = Les noms vous sont remis à cette fin. Ils ne peuvent servir à écrire aux signataires ni être transmis.
package-method-not = Ce que ces nombres ne sont pas
package-method-not-about = Ce n’est ni un sondage ni un vote. Les adresses de courriel sont confirmées ; les identités ne sont pas comparées à des papiers. L’âge et la citoyenneté sont tels qu’on les a donnés, ou n’ont pas été demandés. Le lieu de résidence découle du code postal donné.
package-out-held = Retenues comme douteuses
package-out-unconfirmed = Jamais confirmées par courriel
package-out-withdrawn = Retirées avant la date d’arrêt
package-out-disowned = Signées par quelqu’un d’autre en leur nom
package-out-invalidated = Rayées comme non valables
package-out-withheld = Comptées, mais pas nommées, comme promis
package-out-left = Retirées ou effacées après la date d’arrêt, et rayées des fichiers
package-case-files = Dossiers
package-case-also = Écrit aussi { $name }
package-case-questions = Questions
package-figures = Chiffres
package-by-region = Par province ou région
package-by-riding = Par circonscription
package-by-country = Par pays
package-by-week = Par semaine
package-week-of = Semaine du { $day }
package-chart-weeks = Signatures confirmées en ligne, semaine par semaine
package-chart-regions = Signatures confirmées en ligne, par province ou région
package-no-places = Vous ne recevez que des nombres, aucun par lieu ni par période.
package-part-unknown = Inconnu
package-part-other = Lieux de moins de dix signatures, ensemble
package-roll-volume = Rôle, volume { $volume } sur { $all }
package-roll-organisations = Organisations
package-roll-professionals = Professionnels
package-roll-paper = Signé sur papier
package-roll-continued = { $group } (suite)
package-roll-withheld = { $count ->
    [one] { $number } personne dont le nom n’est pas remis
   *[other] { $number } personnes dont les noms ne sont pas remis
}
package-roll-left = { $count ->
    [one] { $number } personne qui s’est retirée depuis la date d’arrêt
   *[other] { $number } personnes qui se sont retirées depuis la date d’arrêt
}
package-roll-foot = { $title } – remise { $delivery }, volume { $volume } sur { $all }, page { $page }
package-roll-count = { $count ->
    [one] { $here } ligne sur cette page
   *[other] { $here } lignes sur cette page
}, { $so_far } sur { $lines } jusqu’ici
