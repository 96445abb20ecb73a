## Une autre adresse courriel
address-title = Une autre adresse courriel
address-way = Corriger l’adresse courriel
address-about = La nouvelle adresse reçoit un courriel avec un seul bouton. Une fois qu’on l’a pressé, les signatures cochées y sont rattachées, dans toutes les campagnes, et sont comparées par elle. D’ici là, rien ne change. Les comptes restent les mêmes.
address-new = Nouvelle adresse courriel
address-which = Quelles signatures
address-button = Envoyer le courriel
address-refused = Indiquez une adresse courriel comme nom@exemple.org.
address-same = Les signatures figurent déjà sous cette adresse.
address-nothing = Cochez au moins une signature confirmée.
address-waits = un courriel a été envoyé à cette adresse. On peut y répondre jusqu’au { $date }.
address-moved = { $n ->
    [one] confirmée; { $shown } signature y est rattachée.
   *[other] confirmée; { $shown } signatures y sont rattachées.
}
address-taken = Laissées où elles étaient, parce que d’autres ont signé avec cette adresse : { $shown }.
held-invitation = Invitation au studio
fact-riding = Circonscription
mail-kind-new-address = Confirmation d’une nouvelle adresse
audit-ask-new-address = A écrit à la nouvelle adresse d’une personne qui s’informe
mail-new-address-subject = Est-ce bien votre adresse?
mail-new-address-intro = Quelqu’un nous a demandé de corriger son adresse courriel pour celle-ci. Si c’est vous, veuillez le confirmer.
mail-new-address-until = Le bouton fonctionne jusqu’au { $date }.
mail-new-address-else = Si ce n’est pas vous, ne faites rien : rien ne changera, et nous n’écrirons plus.
new-address-title = Est-ce bien votre adresse?
new-address-lead = Pressez le bouton, et ce que vous avez signé figurera désormais sous cette adresse. Le courriel à ce sujet y arrivera.
new-address-button = Oui, c’est mon adresse
new-address-done = Votre adresse est corrigée
new-address-moved = { $n ->
    [one] { $shown } signature figure maintenant sous cette adresse.
   *[other] { $shown } signatures figurent maintenant sous cette adresse.
}
new-address-taken = Quelqu’un a déjà signé avec cette adresse, peut-être vous-même. Cette signature est restée telle quelle, et celle de l’ancienne adresse aussi.
