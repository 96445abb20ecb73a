## Le répertoire des élus et titulaires de charge
officials-title = Titulaires de charge
officials-about = Les personnes à qui s’adressent vos campagnes : députés, ministres, conseillers. Inscrites une fois, utilisées par toutes les campagnes de votre organisme.
officials-new = Ajouter une personne
officials-sheet = Télécharger en CSV
officials-empty = Le répertoire est vide. Importez une liste ou ajoutez une personne.
officials-none-found = Personne dans le répertoire ne correspond.
officials-found = { $n ->
    [one] { $shown } titulaire
   *[other] { $shown } titulaires
}
officials-next = Page suivante
officials-any = Peu importe
officials-in-office = En fonction
officials-everybody = Aussi les anciens
officials-search = Rechercher
officials-overtaken = Quelqu’un d’autre a modifié ceci entre-temps.
officials-overtaken-do = Rien n’a été enregistré. Voyez l’état actuel, et recommencez si c’est toujours juste.
official-clash-do = Rien n’a été enregistré. Voici ce que l’autre personne a enregistré et vous non ; ce que vous avez saisi est dans le formulaire. L’enregistrer maintenant remplace sa version.
official-honorific = Titre honorifique
official-given-name = Prénoms
official-family-name = Nom de famille
official-office = Fonction
official-office-en = Fonction, en anglais
official-office-fr = Fonction, en français
official-body-en = Assemblée ou organisme, en anglais
official-body-fr = Assemblée ou organisme, en français
official-party = Parti
official-riding = Circonscription
official-province = Province ou territoire
official-email = Courriel
official-phone = Téléphone
official-parliament-address = Adresse au parlement ou à l’hôtel de ville
official-constituency-address = Adresse en circonscription
official-language = Langue préférée
official-from = Premier jour en fonction
official-until = Dernier jour en fonction
official-source = Liste d’origine
official-external-id = Numéro dans cette liste
official-unknown = Inconnue
official-nothing = rien
official-until-day = N’est plus en fonction depuis le { $day }
official-fault = { $part } : { $flaw }
official-flaw-missing = C’est nécessaire
official-flaw-long = { $most } caractères au plus
official-flaw-control = Retirez les caractères de contrôle invisibles
official-flaw-letters = Aucune lettre n’y figure
official-flaw-email = Ce n’est pas une adresse de courriel
official-flaw-language = Écrivez en ou fr
official-flaw-day = Écrivez un jour qui existe, par exemple 2026-11-22
official-flaw-backwards = Avant le premier jour en fonction
official-edit = Modifier
official-store = Enregistrer
official-campaigns = Campagnes qui s’adressent à cette personne
official-no-campaign = Aucune.
official-merged = Fusionnées dans cette fiche
official-merged-about = Si personne n’a modifié cette fiche depuis, la séparation rétablit aussi ce qu’elle disait avant.
official-separate = Séparer
official-retire = Mettre fin à la fonction
official-retire-about = La personne reste dans le répertoire, et les campagnes qui s’adressent à elle restent telles qu’elles ont été signées.
official-delete = Supprimer
official-delete-about = Pour les fiches créées par erreur. Une fiche est supprimée, avec celles qui y ont été fusionnées. C’est irréversible.
official-in-use = Des campagnes s’adressent à cette personne : sa fiche ne peut pas être supprimée. Mettez plutôt fin à sa fonction.
duplicates-title = Doublons
duplicates-about = Fiches portant le même nom. Il peut s’agir d’une personne dans deux listes, ou de deux personnes. Comparez-les, et réunissez-les si c’est la même personne.
duplicates-none = Aucune fiche ne porte le même nom qu’une autre.
duplicates-compare = Comparer et fusionner
merge-title = Réunir deux fiches
merge-about = Choisissez ce qui est conservé là où les deux diffèrent. Les campagnes qui s’adressent à l’une ou à l’autre s’adresseront à la fiche réunie.
merge-same = Identique dans les deux
merge-undo = La fusion peut être annulée sur la page de la fiche conservée.
merge-button = Fusionner
imports-title = Importer une liste
imports-about = Reprenez une liste telle que d’autres la publient. Vous voyez ce qu’elle changerait avant que rien ne change.
imports-house = La liste des députés de la Chambre des communes, en CSV ou en XML (noscommunes.ca, Députés, Exporter).
imports-represent = Le JSON de Represent (represent.opennorth.ca).
imports-table = Tout autre tableau en CSV, avec un titre pour chaque colonne. Le fichier téléchargé du répertoire peut être importé de nouveau.
imports-file = La liste
imports-most = Jusqu’à { $rows } lignes et { $size } Mo.
imports-look = Voir ce qui changerait
imports-done = Importations précédentes
imports-none = Rien n’a encore été importé.
imports-when = Quand
imports-added = Ajoutés
imports-changed = Modifiés
imports-undo = Annuler
imports-undone = Annulée
imports-undo-about = Annuler une importation supprime les fiches ajoutées et rétablit ce qui a été modifié, tant que personne ne les a modifiées, fusionnées ou prises pour destinataires depuis.
imports-over = Cette liste n’est plus en attente : elle a été importée, annulée, ou date de plus d’une heure. Téléversez-la de nouveau au besoin.
imports-built-upon = Certaines de ces fiches ont depuis été modifiées, fusionnées ou prises pour destinataires : l’importation ne peut plus être annulée en entier. Rien n’a été changé.
import-form-table = Un tableau
import-form-house-table = Chambre des communes, CSV
import-form-house-xml = Chambre des communes, XML
import-form-represent = Represent, JSON
unreadable-empty = Il n’y a personne dans ce fichier.
unreadable-not-text = Ce fichier n’est pas du texte. Enregistrez la liste en CSV et téléversez-la.
unreadable-spreadsheet = C’est un fichier propre à un tableur. Enregistrez-le en CSV dans le tableur et téléversez-le.
unreadable-too-many = Cette liste a plus de { $most } lignes. Rien n’a été importé.
unreadable-no-names = Aucune colonne ne s’intitule « nom de famille ». Voici celles du fichier : { $headings }
unreadable-misshapen = Le fichier s’interrompt ou est construit autrement, vers la ligne { $line }. Rien n’a été importé.
preview-title = Ce que la liste changerait
preview-form = Genre de liste
preview-new = Nouveaux
preview-changed = Modifiés
preview-unchanged = Inchangés
preview-gone = Plus dans la liste
preview-gone-about = Ces personnes venaient d’une telle liste. Leurs fiches restent telles quelles, sauf si vous en décidez autrement ci-dessus.
preview-wrong = Impossible à importer
preview-ignored = Colonnes laissées de côté
preview-refused = Certaines lignes ne peuvent pas être importées ; rien ne l’est donc. Corrigez-les dans le fichier et téléversez-le de nouveau.
preview-nothing = Le répertoire dit déjà tout cela.
preview-stale = Le répertoire a changé depuis que vous l’avez regardé. Rien n’a été importé ; voici ce que la liste changerait maintenant.
preview-retire = { $n ->
    [one] Mettre fin aujourd’hui à la fonction de { $shown } personne qui n’est plus dans la liste
   *[other] Mettre fin aujourd’hui à la fonction de { $shown } personnes qui ne sont plus dans la liste
}
preview-apply = { $n ->
    [one] Importer { $shown } fiche
   *[other] Importer { $shown } fiches
}
preview-apply-about = Tout ou rien. Une importation peut être annulée.
preview-line = Ligne { $place }
preview-entry = Entrée { $place }
preview-uneven = { $n ->
    [one] { $cells } cellule au lieu de { $columns }
   *[other] { $cells } cellules au lieu de { $columns }
}
preview-twice = La même personne que : { $first }
preview-alike = une personne de ce nom y est déjà
preview-more = { $n ->
    [one] et { $shown } autre
   *[other] et { $shown } autres
}
