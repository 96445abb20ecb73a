# The letter in the studio

# Setting the letter

letter-about = A letter that organisations and professionals sign. They confirm by email, and are shown once a moderator has looked at them.
letter-none = There is no letter yet. Write its text, and tick that it is shown.
letter-saved = Saved.
letter-shown = The letter is shown and can be signed
letter-who = Who may sign
letter-order = Order of the organisations
letter-by-weight = By weight, the heaviest first
letter-by-alphabet = By alphabet
letter-markdown = Markdown: paragraphs, *emphasis*, lists, links to https. Once somebody has signed it, another wording is the next version.
letter-preview = Preview
letter-more-language = Another language
letter-tag = Language
letter-tag-hint = As a tag, such as ug, zh-Hant or es
letter-tag-refused = Name the language by its tag, such as ug or zh-Hant
letter-body-missing = Write the letter in the campaign’s main language: { $language }

# Vetting who signs

vetting-title = Signatures of the letter
vetting-about = Accept those who are who they say and may speak for whom they say. The lists name organisations and no person; open one to see who signed.
vetting-waiting = To be vetted
vetting-accepted = Accepted
vetting-refused = Refused
vetting-none = Nobody here.
vetting-more = Show the next
vetting-tick = Choose
vetting-who = Organisation or profession
vetting-kind = Kind
vetting-came = Confirmed
vetting-signs = Signs
vetting-organisation = Organisation
vetting-professional = Professional
vetting-own-mail = Writes from the website’s own domain
vetting-honeypot = Filled a field that people do not see
vetting-disposable = Throw-away mailbox
vetting-named = The campaign’s page names it already
vetting-alike = Another has the same name or website
vetting-vet = Accept
vetting-decline = Refuse
vetting-back = Back to those to be vetted
vetting-reason = Reason, if refused
vetting-told = They are told by email, the reason too.
vetting-nothing-ticked = Choose at least one, and a reason to refuse.
vetting-done = { $count ->
    [0] Nothing was changed: somebody else was first.
    [one] { $shown } changed.
   *[other] { $shown } changed.
}
vetting-blocked = { $count ->
    [one] { $shown } was not accepted, since another stands for the same organisation.
   *[other] { $shown } were not accepted, since others stand for the same organisations.
}
vetting-undo = Undo
vetting-saved = Saved.
vetting-look-recorded = That you look at this is on record.
vetting-listing = On the list
vetting-names = Names
vetting-names-hint = One a line, each after its language, as in fr: Amnistie internationale. Readers see the one in their language, else the first.
vetting-weight = Weight
vetting-weight-hint = Heavier stands first, where the list is ordered by weight. From -1000 to 1000.
