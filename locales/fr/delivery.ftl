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
delivery-since = Dont pas encore remises à ce destinataire
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
delivery-signatures = { $count ->
    [one] { $number } signature
   *[other] { $number } signatures
}
delivery-freeze-title = L’arrêter
delivery-freeze-about = Qui signe à partir de ce moment ne fait pas partie de cette remise. Qui retire ensuite sa signature est rayé du dossier, et son numéro figure dans un supplément. Le dossier est fait en arrière-plan.
delivery-freeze = Arrêter cette remise
delivery-another-freezing = Une autre remise au même destinataire est en train d’être arrêtée. Attendez qu’elle le soit, pour que personne ne figure dans les deux.
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
package-failed = Le dossier n’a pas pu être fait. Demandez-le de nouveau ; s’il échoue encore, dites-le à qui gère le service.
package-cancelled = Interrompu avant d’être prêt.
package-discarded = N’est plus gardé : quelqu’un s’est retiré, ou il l’a été assez longtemps. Une nouvelle édition peut être faite.
package-size = Prêt, { $size }.
package-manifest = Empreinte de son manifeste (SHA-256) :
package-gone = { $count ->
    [one] { $number } personne qui s’est retirée n’y est pas nommée.
   *[other] { $number } personnes qui se sont retirées n’y sont pas nommées.
}
package-waits = On peut le prendre dès que vous êtes assez nombreux à avoir approuvé.
package-fetch = Prendre le dossier
package-fetch-about = Que vous l’avez pris, et quand, est consigné et figure dans le fichier. Un téléchargement interrompu peut reprendre pendant un jour.
package-again = Faire le dossier
package-not-there = Ce dossier n’est plus là. Voyez plus bas s’il y en a un plus récent.
delivery-fetches = Pris par
delivery-the-office = Le bureau, par son lien
delivery-somebody = Quelqu’un qui ne travaille plus ici
delivery-cancel-title = Annuler cette remise
delivery-cancel-about = Son dossier est supprimé, et qui en faisait partie peut être dans une autre remise. Ce qui a été remis ne s’annule pas.
delivery-cancel = Annuler la remise
organisation-approvals-title = Approuver les remises
organisation-approvals = Combien approuvent
organisation-approvals-hint = Autant d’entre vous, chacun depuis son compte, approuvent une remise qui parle de personnes en particulier avant que quiconque puisse la prendre. Deux, c’est sûr ; choisissez un seulement si vous êtes seul.
organisation-approvals-button = Garder
organisation-approvals-refused = Choisissez un nombre de 1 à 5.
