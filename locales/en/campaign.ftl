## The count
count-title = Signatures so far
count-unit = { $count ->
    [one] confirmed signature
   *[other] confirmed signatures
}
count-progress = Progress to the next milestone
count-next = Next milestone:
count-spoken = confirmed signatures
count-on-paper = Of these on paper, counted by two people:
count-postcards = Postcards to officials:
count-cards-on-paper = of these on paper:
count-reported = { $kind ->
    [postcards] Reported by others, { $date }: { $shown } postcards.
   *[signatures] Reported by others, { $date }: { $shown } signatures.
}

## The campaign
campaign-organiser = Organised by { $organiser }.
recent-title = Recent signatories
recent-note = Only people who chose to be shown.
read-text = Read the whole campaign and its text
status-upcoming = Signing has not begun
status-upcoming-do = Signing opens on { $date }.
status-paused = Signing is paused
status-paused-do = The organisers have paused this campaign. If you have signed already, you can still confirm with the link in your email.
status-closed = This campaign is closed
status-closed-do = Its last day was { $date }. No more signatures are taken.
text-title = The text you sign
text-version = Version { $version }, published on { $date }. Once somebody has signed a version, it never changes.
demands-title = Demands
addressees-title = Addressees
addressees-in-text = In the text: { $name }
organisations-title = Organisations
documents-title = Documents
document-from = From
document-to = To
document-language = Language
document-source = Source
case-files-title = Case file
case-also = Also spelled { $name }
case-questions = What we ask for him
key-dates-title = Key dates

## What each addressee would be handed
handed-over = What each addressee is handed
handed-over-if = If you sign and confirm, this is handed over:
disclosure-numbers = Numbers only: nothing about you.
disclosure-place = Numbers by place: how many signed where. Not your name.
disclosure-name-place = Your name and place. Not your email address.
disclosure-full = Your name, place, postal code and comment. Not your email address.
