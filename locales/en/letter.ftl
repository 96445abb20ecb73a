# Open letters

letter-title = Open letter
letter-text = The letter
letter-read = Read the letter and see who signs it
letter-figures = { $first } · { $second }
letter-organisations = { $count ->
    [one] { $shown } organisation
   *[other] { $shown } organisations
}
letter-professionals = { $count ->
    [one] { $shown } professional
   *[other] { $shown } professionals
}
letter-sign-organisation = Sign as an organisation
letter-sign-professional = Sign as a professional
letter-held = You confirm by email. The signature is then shown once somebody of the campaign has looked at it.
letter-data-organisation = The name of your organisation is shown under the letter, and handed with it to those whom it asks. Yours is not: your details are encrypted, and only those who check the signatures see them.
letter-data-professional = Your name is shown as you choose, with your profession and affiliation, and so it is handed to those whom the letter asks. Everything else is encrypted, and only those who check the signatures see it.
professionals-title = Professionals
professionals-unnamed = { $count ->
    [one] And { $shown } whose name is not shown here.
   *[other] And { $shown } whose names are not shown here.
}
field-organisation = Name of the organisation
field-organisation-hint = As it should stand under the letter.
field-website = Website
field-website-hint = Such as example.org. An email address of the same domain makes checking quicker.
field-role = Your role there
field-role-hint = Such as secretary. It is not shown.
field-profession = Profession
field-affiliation = Affiliation
field-affiliation-hint = Such as a university or a firm. It stands beside your name, and says nothing in its name.
missing-organisation = Enter the name of the organisation
missing-profession = Enter your profession
missing-subject = Enter a subject
refused-website = A website has a name such as example.org
refused-language-tag = Begin each line with a language and a colon, as in fr: Amnistie internationale
refused-not-between = Between { $least } and { $most }
refused-changed = Somebody else has changed this meanwhile. Below is what it is now: change it again.

letter-stands-held = It will be shown under the letter once somebody has looked at it. We then write to you.
letter-stands-vetted = It is shown under the letter.
letter-stands-declined = It is not shown under the letter: those who check the signatures decided so.
letter-next-mine = Your own page: see what is shown, or take your signature back
letter-next-read = See the letter and who stands under it
letter-mine-text = The letter as you signed it
letter-mine-disown-what = We remove this signature and send no more mail about this campaign to this address. This cannot be undone.
letter-mine-withdraw-what = Your signature comes off the letter and your details are deleted. This cannot be undone, but you can sign again.
letter-mine-erase-what = Your signature comes off the letter and everything about it is deleted, this page too. This cannot be undone.
letter-done-withdrawal = Your signature is withdrawn and off the letter.

# Mail about it

mail-letter-subject = Please confirm your signature under the open letter
mail-letter-intro = somebody, we hope it was you, signed this open letter with your address:
mail-letter-organisation = You signed for { $organisation }, version { $version } of the letter. { $updates }
mail-letter-professional = You signed version { $version } of the letter. How your name shows: { $name }. { $updates }
mail-letter-held = Once confirmed, it is shown after somebody of the campaign has looked at it.
mail-letter-again-subject = This signature stands already
mail-letter-again-intro = somebody, we hope it was you, signed this open letter again:
mail-letter-again-done = Your signature is confirmed already, and nobody stands under the letter twice. There is nothing to do.
mail-letter-mine = See your signature, or take it back
mail-letter-vetted-subject = You stand under the open letter
mail-letter-vetted = we have looked at your signature, and it is now shown under the letter. Thank you.
mail-letter-vetted-link = See the letter
mail-letter-declined-subject = Your signature under the open letter
mail-letter-declined = we have looked at your signature under the open letter, and did not add it: { $reason }.
mail-letter-declined-do = If you think that is wrong, write to us:
decline-unproven = it could not be told that you sign for the organisation, or are who the form says
decline-duplicate = it stands under the letter already
decline-unsuited = the letter speaks for others
decline-other = it did not fit

# What is held about a person

held-sign-on = Signature under an open letter
held-message-leaving = Message to the organisers on its way to their mailbox
held-to-vet = Waits to be looked at
held-vetted = Shown under the letter
held-declined = Not shown under the letter
mail-kind-letter = About an open letter
mail-kind-answer = Answer of the organisers
fact-answer = Answer
