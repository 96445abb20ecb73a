## Le registre du papier
ledger-title = Registre du papier
ledger-about = Chaque boîte ou pile de papier est un lot. Notez ce qui en a été imprimé, distribué, recueilli et remis. Ce que deux personnes ont compté comme recueilli compte sur la page. Les cartes écrites sur ce site sont suivies sous « Tirages » et ne sont pas comptées ici une seconde fois. Rien de ce qui est écrit ici n’est jamais modifié : une erreur se corrige par une nouvelle écriture.
ledger-whole-signatures = Signatures sur papier qui comptent
ledger-whole-cards = Cartes postales comptées sur papier
ledger-reported = Ce que d’autres rapportent figure sur la page avec sa source. Ce n’est jamais ajouté au compte.
ledger-empty = Il n’y a pas encore de lot. Ouvrez-en un pour chaque boîte ou pile qui vous parvient.
ledger-batch = Lot
ledger-batch-title = Lot { $number } – { $label }
ledger-kind = Contenu
ledger-postcards = Cartes postales
ledger-signatures = Signatures sur feuilles
ledger-label = Ce qui est écrit sur la boîte
ledger-label-hint = Un nom court auquel les autres la reconnaissent, comme « Montréal, 14 juin, boîte 2 ». Aucun nom de personne.
ledger-label-missing = Indiquez ce qui est écrit sur la boîte.
ledger-kind-refused = Choisissez le contenu.
ledger-open-title = Ouvrir un lot
ledger-open = Ouvrir le lot
ledger-open-changed = Quelqu’un d’autre a ouvert un lot entre-temps. Si ce n’est pas le même, ouvrez de nouveau le vôtre.
ledger-file = Emporter le registre en tableau (CSV)
ledger-printed = Imprimé
ledger-distributed = Distribué
ledger-collected = Recueilli
ledger-delivered = Remis
ledger-counts = Compte
ledger-typed = Lignes saisies
ledger-fallen = Dont ne comptent pas
ledger-step = Ce qui s’est passé
ledger-write-title = Noter
ledger-write = Inscrire
ledger-written = L’écriture { $number } est inscrite.
ledger-printed-about = Combien de cartes vierges ou de lignes de signature ont été imprimées.
ledger-distributed-about = Combien ont été distribuées pour être remplies.
ledger-collected-about = Combien sont revenues remplies. Deux personnes comptent, chacune de son côté et sans le dire à l’autre; les deux nombres sont saisis ici. Ils doivent être égaux : sinon, comptez de nouveau.
ledger-delivered-about = Combien ont été remises à leur destinataire. Écrivez dans la note qui les a reçues.
ledger-many = Nombre
ledger-many-first = Nombre compté par la première personne
ledger-many-again = Nombre compté par la deuxième personne
ledger-by = Qui
ledger-by-first = Qui a compté en premier
ledger-by-second = Qui a compté en second
ledger-by-printed = Qui les a imprimées
ledger-by-distributed = Qui les a distribuées
ledger-by-delivered = Qui les a remises
ledger-second = Compté une seconde fois par
ledger-on = Jour
ledger-place = Lieu
ledger-photo = Photo
ledger-photo-optional = Photo de la boîte (facultatif)
ledger-photo-hint = De la boîte fermée et de son étiquette : ni noms ni visages. Ce que l’appareil inscrit à côté, comme le lieu, est retiré.
ledger-photo-again = Veuillez choisir la photo de nouveau.
ledger-note = Note
ledger-note-optional = Note (facultatif)
ledger-why = Ce qui n’allait pas
ledger-corrects = Corrige
ledger-correction-of = Corrige l’écriture
ledger-entry-head = Écriture
ledger-entries = Écritures
ledger-entries-about = La plus récente vient en premier. Qui a compté est scellé, et oublié avec les noms de la campagne.
ledger-no-entries = Rien n’a encore été inscrit pour ce lot.
ledger-who = Qui, où
ledger-done = Photo, correction
ledger-photo-of = Photo de l’écriture { $number }
ledger-correct-of = Corriger l’écriture { $number }
ledger-correct-title = Corriger l’écriture { $number }
ledger-correct-about = Écrivez ce que l’écriture aurait dû indiquer. Elle reste telle quelle, et une nouvelle écriture avec la différence s’y ajoute.
ledger-correct = Inscrire la correction
ledger-net = Avec ses corrections
ledger-written-at = Inscrit le
ledger-yes = oui
ledger-many-refused = Donnez un nombre entier supérieur à zéro, jusqu’à { $most }. Une correction peut être zéro.
ledger-apart = Les deux n’ont pas compté pareil. Comptez de nouveau jusqu’à ce que ce soit le cas.
ledger-on-refused = Donnez le jour.
ledger-future = Ce jour est encore à venir.
ledger-place-refused = Indiquez où, en 200 caractères au plus.
ledger-by-refused = Indiquez qui, en 200 caractères au plus.
ledger-second-refused = Indiquez qui a compté en second.
ledger-same-person = Deux personnes différentes comptent.
ledger-note-refused = Une note tient en une ligne de 200 caractères au plus.
ledger-no-note = Indiquez ce qui n’allait pas dans l’écriture.
ledger-below = Il y en aurait moins que zéro.
ledger-too-many = Aucun lot ne contient plus de { $most }. Ouvrez-en un autre.
ledger-below-typed = { $count ->
    [one] Une ligne de ce lot a été saisie : il ne peut contenir moins de signatures.
   *[other] { $shown } lignes de ce lot ont été saisies : il ne peut contenir moins de signatures.
}
ledger-more-delivered = { $count ->
    [0] Rien de ce lot n’a été recueilli, rien ne peut donc en avoir été remis.
    [one] Un seul élément de ce lot a été recueilli : il ne peut en avoir été remis davantage.
   *[other] Seuls { $shown } éléments de ce lot ont été recueillis : il ne peut en avoir été remis davantage.
}
ledger-changed = Quelqu’un d’autre a écrit dans ce lot entre-temps. Voyez plus bas ce qui s’y trouve maintenant, et inscrivez de nouveau la vôtre si elle est encore juste.
ledger-nothing = C’est déjà ce qu’indique l’écriture.
## Les numérisations du papier d’un lot
scans-title = Numérisations du lot { $number }
scans-link = Numérisations du papier
scans-many = { $count ->
    [one] { $number } numérisation
   *[other] { $number } numérisations
}
scans-about = Les numérisations des cartes ou des feuilles de ce lot. Elles sont gardées scellées et disparaissent avec les noms de la campagne. Quand le lot est joint à une remise, elles sont dans le dossier.
scans-told = Un destinataire qui n’apprend pas les noms ne reçoit pas de numérisations, car des noms y figurent. Qui en ajoute une, la regarde ou la retire est consigné.
scans-none = Il n’y a pas encore de numérisation.
scans-frozen = Une remise à laquelle ce lot est joint est arrêtée : aucune numérisation ne peut être ajoutée. On peut encore en retirer une, pour quelqu’un qui y figure et demande à être effacé : le dossier est alors refait sans elle.
scans-sure = Refaire le dossier sans elle
scans-sure-refused = Une remise à laquelle ce lot est joint est arrêtée : rien n’y est ajouté, et pour retirer une numérisation vous cochez que le dossier est refait sans elle.
scans-remove = Retirer
scans-file = Fichier
scans-size = Taille
scans-added = Ajoutée
scans-add-title = Ajouter une numérisation
scans-add = Ajouter la numérisation
scans-hint = Un PDF d’au plus { $pdf }, de plusieurs pages si vous voulez, ou une image (JPEG ou PNG) d’au plus { $picture }. D’une image, tout ce que l’appareil y a joint est retiré. Un PDF reste tel quel, avec ce que son programme y a écrit.
scans-missing = Choisissez un fichier.
scans-no-scan = Ce n’est ni un PDF ni une image que l’on puisse garder.
scans-too-large = Une image a au plus { $size }. Réduisez-la, ou mettez-la dans un PDF.
scans-full = Un lot a au plus { $most } numérisations. Mettez plusieurs pages dans un même PDF.
scans-no-room = Toutes les numérisations d’un lot ont ensemble au plus { $size }. Numérisez avec une résolution plus basse, ou ouvrez un autre lot.
## Les feuilles de signatures que l’on saisit
rows-title = Feuilles saisies
rows-about = Saisissez les lignes des feuilles de signatures, une main sur la feuille. Chaque ligne est comparée aux signatures en ligne et aux autres feuilles; qui y figure deux fois compte une fois. Les lignes qui ne sont pas saisies comptent comme elles ont été comptées à la main.
rows-no-batch = Il n’y a pas encore de lot de signatures. On en ouvre un dans le registre du papier, et deux personnes le comptent, avant d’en saisir les feuilles.
rows-held-link = { $count ->
    [0] Aucune ligne n’attend d’être examinée
    [one] Une ligne attend d’être examinée
   *[other] { $shown } lignes attendent d’être examinées
}
rows-typed-head = Saisies
rows-stand-head = Dont comptent
rows-sheets-head = Feuilles
rows-sheet = Feuille { $sheet } du lot { $batch }
rows-sheet-short = { $count ->
    [one] Feuille { $sheet } ({ $count } ligne)
   *[other] Feuille { $sheet } ({ $count } lignes)
}
rows-open-title = Ouvrir une feuille
rows-open = Ouvrir la feuille
rows-sheet-number = Numéro de la feuille
rows-sheet-number-hint = Tel qu’il figure sur le papier. S’il n’y en a pas, numérotez les feuilles du lot à partir de 1 et inscrivez-le dessus.
rows-number-refused = Donnez le numéro de la feuille : un nombre entier de 1 à { $most }.
rows-sheet-taken = La feuille { $number } a déjà été ouverte. Si ce n’est pas le même papier, donnez un autre numéro au vôtre.
rows-of-counted = { $typed } des { $counted } signatures de ce lot sont saisies.
rows-full = Toutes les signatures de ce lot sont saisies. S’il y en a davantage sur le papier, corrigez dans le registre ce qui a été recueilli.
rows-typed = Lignes de cette feuille
rows-none = Aucune ligne de cette feuille n’a encore été saisie.
rows-row = Ligne
rows-number = Ligne { $place }
rows-where = Lot { $batch }, feuille { $sheet }, ligne { $place }
rows-row-title = Ligne { $place } de la feuille { $sheet }
rows-state = Compte
rows-lives = Lieu
rows-verdict = Décider
rows-write = Inscrire la ligne { $place }
rows-keys = Entrée inscrit la ligne et passe à la suivante. Un " signifie : comme à la ligne au-dessus. Si un nom est illisible, laissez-le vide et cochez la case.
rows-doubt = Difficile à lire, ou douteuse
rows-said = Ligne { $place } :
rows-stands = compte
rows-doubtful = retenue comme douteuse
rows-repeat = figure déjà ailleurs
rows-struck = rayée
rows-because-unreadable = Le nom est illisible.
rows-because-no-place = Il n’y a ni code postal ni lieu.
rows-because-typist = La personne qui l’a saisie en doute.
rows-because-online = Les mêmes nom et code postal ont signé en ligne.
rows-because-paper = La même personne figure sur une autre ligne.
rows-because-alike = Quelqu’un de ce nom et de ce lieu a signé en ligne, et la ligne n’a pas de code postal.
rows-because-judged = Elle a été rayée à la main.
rows-because-erased = La personne a demandé à être effacée.
rows-occupied = La ligne { $place } a été saisie entre-temps par quelqu’un d’autre. Voyez plus bas si c’est la même; sinon, inscrivez la vôtre comme ligne { $next }.
rows-uncounted = { $count ->
    [0] Rien de ce lot n’a encore été compté. Deux personnes le comptent d’abord, dans le registre du papier.
    [one] Une seule signature de ce lot a été comptée. S’il y en a davantage, corrigez dans le registre ce qui a été recueilli.
   *[other] Seules { $shown } signatures de ce lot ont été comptées. S’il y en a davantage, corrigez dans le registre ce qui a été recueilli.
}
rows-mend-title = La saisir de nouveau
rows-mend-about = Si elle a été mal saisie. Elle est comparée de nouveau.
rows-mend = Enregistrer la ligne
rows-remove-title = Elle ne figure pas sur le papier
rows-remove-about = Si elle a été saisie deux fois ou sur la mauvaise feuille. Si elle figure sur le papier et ne compte pas, rayez-la plutôt.
rows-remove = Retirer la ligne
rows-let-stand = La laisser compter
rows-strike = La rayer
rows-held-title = Lignes à examiner
rows-held-about = Elles ne comptent pas telles quelles. Regardez le papier, et décidez. Votre consultation est consignée.
rows-held-more = Il y en a d’autres. Elles apparaissent à mesure que celles-ci sont décidées.
rows-doubtful-title = Douteuses
rows-doubtful-none = Aucune ligne n’est douteuse.
rows-repeat-title = Figurent déjà ailleurs
rows-repeat-none = Aucune ligne ne figure ailleurs.
rows-check-title = Comparer de nouveau
rows-check-about = Des gens signent en ligne après avoir signé sur papier, ou retirent leur signature. Toutes les lignes dont personne n’a décidé sont comparées de nouveau.
rows-check = Comparer toutes les lignes de nouveau
rows-checked = { $count ->
    [0] Toutes les lignes ont été comparées de nouveau. Rien n’a changé.
    [one] Toutes les lignes ont été comparées de nouveau. Une compte maintenant autrement.
   *[other] Toutes les lignes ont été comparées de nouveau. { $shown } comptent maintenant autrement.
}
rows-import-title = Prendre les lignes d’un fichier
rows-import-about = Un tableau (CSV) de { $most } lignes au plus, avec une ligne pour ses colonnes. Le pays est { $country } là où il n’y en a pas. Tout est pris, ou rien.
rows-import-columns = feuille,nom,code postal,ville,pays,douteuse
rows-import-file = Fichier
rows-import = Prendre les lignes
rows-taken = { $count ->
    [one] Une ligne a été prise; { $fallen } ne compte pas telle quelle.
   *[other] { $shown } lignes ont été prises; { $fallen } ne comptent pas telles quelles.
}
rows-sheets-taken = Ces feuilles ont déjà été ouvertes, ou ont plus de { $most } lignes : { $numbers }. Rien n’a été pris.
rows-more-lines = { $count ->
    [one] Et une autre ligne.
   *[other] Et { $shown } autres lignes.
}
rows-file-empty = Le fichier n’a pas de lignes.
rows-file-not-text = Le fichier n’est pas un tableau que nous pouvons lire. Enregistrez-le en CSV.
rows-file-spreadsheet = C’est le format propre d’un tableur. Enregistrez-le d’abord en CSV.
rows-file-too-many = Le fichier a plus de { $most } lignes. Divisez-le.
rows-file-no-column = Il n’y a pas de colonne « { $column } ».
rows-line = Ligne { $line } : { $what }
rows-line-uneven = Elle a { $cells } cases, et il y a { $columns } colonnes.
