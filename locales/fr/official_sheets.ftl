## Pétitions papier aux parlements
os-title = Feuilles officielles
os-about = Une pétition à un parlement a ses propres règles : des feuilles nues, des signatures à l’encre, un texte qui demande. Ici, vous rédigez ce texte, le faites vérifier, imprimez les feuilles et tenez le registre de l’endroit où se trouve chacune.
os-apart = Ce ne sont pas les signatures de cette campagne. Rien de ces feuilles n’est compté sur sa page, et aucune signature en ligne ne compte pour une pétition à un parlement.
os-parliament = Parlement
os-standing = État
os-sheets = Feuilles imprimées
os-valid = Signatures valides
os-valid-of = { $valid } sur { $least }
os-version = Version { $version }, imprimée depuis le { $day }
os-begun = En rédaction
os-not-begun = Pas commencée
os-text = Texte
os-check = Vérifier et enregistrer
os-source = Les règles : { $source }.
os-frozen = La version { $version } a été imprimée avec exactement ce texte. Si vous le changez ici, les prochaines feuilles sont une autre version, donc une autre pétition : les signatures de deux versions ne s’additionnent pas.
os-changed-since = Le texte a changé depuis l’impression de la version { $version } ({ $sheets } feuilles en tout). Les prochaines feuilles imprimées sont une autre version, donc une autre pétition : les signatures de deux versions ne s’additionnent pas.
os-addressee = Adressée à
os-name = Nom du destinataire
os-name-hint = Seulement pour un ministre ou un député, tel qu’il figurera sur la feuille, avec son article : « la ministre des Affaires étrangères ».
os-petitioners = Qui présente la pétition
os-petitioners-hint = La suite de « The petition of … » : « residents of the constituency of Stone ».
os-subject = Objet
os-subject-hint = De quoi il s’agit, en quelques mots.
os-grievance = Grief
os-grievance-hint = Ce qui ne va pas, et pourquoi : des faits, en paragraphes, en termes modérés. Rien ici ne remplace la requête.
os-prayer = Requête
os-prayer-hint = Ce que vous demandez au destinataire, clair à soi seul : « { $model } »
os-most = Au plus { $most } caractères.
os-repeats = Les feuilles suivantes répètent
os-repeats-hint = Chaque feuille après la première dit ce que la pétition demande.
os-findings = Vérification selon les règles
os-sound = Rien n’empêche d’imprimer ce texte.
os-errors = Impossible d’imprimer ainsi
os-warnings = À revoir
os-reminders = À retenir
os-nothing = Rien n’est encore écrit, dans aucune des langues.
os-missing = Rien n’est écrit ici, alors que d’autres parties le sont dans cette langue.
os-too-long = Plus de { $most } caractères : { $over } de trop.
os-far-too-long = Une partie dépasse { $most } caractères et n’a pas été enregistrée. Ce que vous avez écrit est encore ici.
os-hidden = Il y a ici des caractères qui cachent ou retournent le texte. Retapez-le à la main.
os-link = « { $link } » ressemble à une adresse Web ou de courriel. Rien d’autre que le texte ne peut figurer sur une feuille.
os-rule-word = « { $word } ». { $says }
os-one-language = Le texte n’est pas écrit dans toutes les langues permises. C’est admis : une seule suffit.
os-printing = Imprimer
os-log = Registre des feuilles
os-printing-about = Les premières feuilles portent le texte complet; les suivantes répètent ce que la pétition demande et ont plus de lignes. Chaque feuille imprimée ici reçoit un numéro dans le registre. Le numéro n’est pas sur la feuille : rien ne peut y figurer que le texte et les signatures.
os-not-sound = Le texte ne peut pas être imprimé tel quel.
os-languages = Langues
os-both = { $languages }, côte à côte
os-first-sheets = Premières feuilles
os-later-sheets = Feuilles suivantes
os-first-sheet = Première feuille
os-later-sheet = Feuille suivante
os-numbers = La numérotation continue à { $next }. Gardez les feuilles dans l’ordre de l’impression, celles d’une même personne dans une enveloppe, et inscrivez les numéros sur l’enveloppe.
os-print = Imprimer
os-languages-refused = Choisissez des langues dans lesquelles le texte tient sur une feuille.
os-count-refused = Indiquez combien de feuilles : des nombres entiers, ensemble de 1 à { $most }.
os-print-changed = Quelqu’un a modifié le texte ou imprimé des feuilles entre-temps; le dernier numéro donné est { $last }. Rien n’a été imprimé cette fois. Regardez de nouveau, puis imprimez.
os-does-not-fit = { $lines ->
    [one] Le texte est trop long d’environ une ligne
   *[other] Le texte est trop long d’environ { $shown } lignes
 } pour laisser la place aux signatures que la première feuille doit porter.
os-uncovered = Aucune police d’ici n’a ces caractères : { $characters }
os-looks = Ce qui sort de l’imprimante
os-lines = { $first ->
    [one] une ligne
   *[other] { $first } lignes
 } à signer sur une première feuille, { $later } sur une feuille suivante
os-shown = Affiché : { $languages }.
os-printed = Les feuilles { $from } à { $until } sont au registre.
os-pdf = Les feuilles à imprimer (PDF)
os-pdf-again = Cette feuille telle qu’elle a été imprimée (PDF)
os-no-sheets = Aucune feuille n’a encore été imprimée.
os-none-here = Aucune feuille ne s’y trouve.
os-next = Feuilles suivantes du registre
os-all = Toutes
os-here = Pas encore remises
os-out = Chez quelqu’un qui recueille
os-back = Revenues
os-given = Chez un député
os-void = Gâchées ou perdues
os-number = Numéro
os-kind = Genre
os-version-head = Version
os-printed-on = Imprimée
os-lines-head = Lignes
os-state = Où
os-out-on = Remise le
os-collector = Personne qui recueille
os-back-on = Revenue le
os-filled = Lignes remplies
os-doubtful = Lignes douteuses
os-valid-head = Valides
os-place = Où est l’original
os-member = Député qui l’a
os-given-on = Remise au député le
os-file = Le registre sous forme de tableau (CSV), avec les noms
os-unnumbered = Les noms des personnes qui recueillent figurent sur la page d’une feuille et dans le tableau à emporter; les deux consultations sont consignées.
os-step-title = Plusieurs feuilles à la fois
os-step-about = Qui a pris des feuilles, lesquelles sont revenues, lesquelles ont été remises. Le nombre de lignes remplies se note feuille par feuille.
os-numbers-label = Numéros des feuilles
os-numbers-hint = Par exemple 1-20, 23.
os-step = Ce qui s’est passé
os-step-out = Remises à quelqu’un qui recueille
os-step-back = Revenues
os-step-given = Remises à un député
os-on = Le
os-who = Par qui ou où
os-who-hint = La personne qui recueille, l’endroit où sont gardés les originaux, ou le député. Laissé vide, ce qu’on sait reste.
os-step-button = Noter
os-noted = { $count ->
    [one] Une feuille notée.
   *[other] { $shown } feuilles notées.
 }
os-numbers-refused = Indiquez des numéros de feuilles, par exemple 1-20, 23.
os-numbers-unknown = Certains de ces numéros n’ont jamais été donnés. Rien n’a été noté.
os-step-refused = Choisissez ce qui s’est passé.
os-day-refused = Indiquez un jour, par exemple 2026-11-22.
os-turned = Une feuille est remise avant de revenir, et revient avant d’être confiée au député. Rien n’a été noté.
os-line-refused = Écrivez une ligne d’au plus 120 caractères, sans adresse Web; elle ne peut commencer par un signe comme =.
os-versions-apart = Plusieurs versions ont été imprimées. Chacune est une pétition distincte, avec son propre nombre minimal de signatures.
os-valid-count = { $count ->
    [one] une signature valide
   *[other] { $shown } signatures valides
 }
os-valid-least = { $valid } signatures valides; il en faut au moins { $least }.
os-missing-signatures = { $count ->
    [one] Il en manque une.
   *[other] Il en manque { $shown }.
 }
os-margin-thin = { $margin } de plus que le minimum. Continuez : { $hoped } laissent une marge pour celles qui se révéleraient non valides.
os-margin = { $margin } de plus que le minimum.
os-answered = Réponse reçue le { $day }.
os-silent = { $count ->
    [one] Silence depuis un jour.
   *[other] Silence depuis { $shown } jours.
 }
os-was-due = La réponse était attendue au plus tard le { $day }.
os-due = Une réponse est attendue au plus tard le { $day }.
os-course = Certificat, présentation, réponse
os-certificate = Numéro du certificat
os-certified-on = Certifiée le
os-presented-on = Présentée le
os-answered-on = Réponse reçue le
os-course-turned = Une pétition est certifiée avant d’être présentée, et présentée avant de recevoir une réponse.
os-course-changed = Quelqu’un d’autre a noté quelque chose ici entre-temps. Rien de ce que vous avez écrit n’est encore enregistré : regardez de nouveau, puis enregistrez.
os-save = Enregistrer
os-sheet = Feuille { $number }
os-void-box = Gâchée ou perdue : rien de ce qu’elle porte ne compte
os-sheet-privacy = Le nom de la personne qui recueille est conservé sous scellé et disparaît avec les noms des signataires de la campagne. N’écrivez ici aucun nom de signataire.
os-filled-refused = Indiquez combien de lignes sont remplies, en nombre entier, ou rien.
os-lines-refused = La feuille a { $lines } lignes : pas davantage ne peuvent être remplies.
os-doubtful-refused = Indiquez combien des lignes remplies sont douteuses : un nombre entier, pas plus que de lignes remplies.
os-sheet-changed = Quelqu’un d’autre a noté quelque chose sur cette feuille entre-temps. Voici ce qu’on sait maintenant; au-dessous, ce que vous avez écrit. Enregistrer met le vôtre à la place.
os-past = Ce qui a été noté auparavant
os-past-none = Rien encore.
os-past-about = Les corrections ne remplacent pas ce qui a été noté : le registre des actes garde les deux. Il ne contient aucun nom de personne qui recueille.
os-custody-changed = Qui l’a, ou bien où elle est
os-yes = oui
os-no = non
