## Another email address
address-title = Another email address
address-way = Correct the email address
address-about = The new address gets a mail with one button. Once that was pressed, the signatures that are ticked stand under it, in all campaigns, and are compared by it. Until then nothing changes. The counts stay as they are.
address-new = New email address
address-which = Which signatures
address-button = Send the mail
address-refused = Give an email address such as name@example.org.
address-same = The signatures stand under this address already.
address-nothing = Tick at least one signature that was confirmed.
address-waits = a mail was sent to this address. It may be answered until { $date }.
address-moved = { $n ->
    [one] confirmed; 1 signature stands under it.
   *[other] confirmed; { $shown } signatures stand under it.
}
address-taken = Left where they were, since others have signed with this address: { $shown }.
held-invitation = Invitation to the studio
fact-riding = Riding
mail-kind-new-address = Confirmation of a new address
audit-ask-new-address = Mailed to the new address of somebody who asks
mail-new-address-subject = Is this your address?
mail-new-address-intro = Somebody asked us to correct their email address to this one. If that was you, please confirm it.
mail-new-address-until = The button works until { $date }.
mail-new-address-else = If it was not you, do nothing: nothing will change, and we send no more mail.
new-address-title = Is this your address?
new-address-lead = Press the button, and what you signed stands under this address from now on. Mail about it goes here.
new-address-button = Yes, this is my address
new-address-done = Your address is corrected
new-address-moved = { $n ->
    [one] 1 signature stands under this address now.
   *[other] { $shown } signatures stand under this address now.
}
new-address-taken = Somebody has signed with this address before, perhaps yourself. That signature was left as it is, and so was the one under the old address.
