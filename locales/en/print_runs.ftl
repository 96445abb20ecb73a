# Print runs: postcards that are printed together.
print-runs-title = Print runs
print-runs-about = A print run freezes approved cards to one addressee in one language. From then on nobody changes or takes back these cards; you can print them, all or in part, as often as you need.
print-waits-title = Approved, waiting to be printed
print-waits-none = No approved card waits. Cards come here once a moderator has approved them.
print-cards = { $count ->
    [one] { $number } card
   *[other] { $number } cards
}
print-most = At most so many; empty for all
print-gather = Gather into a print run
print-runs-list = All print runs
print-runs-none = There is no print run yet.
print-run = Run
print-run-number = Print run { $number }
print-to = To
print-language = Language
print-cards-head = Cards
print-stage = Where it is
print-since = Since
print-sent = Handed over or mailed
print-most-refused = Say how many cards at most, as a whole number above nothing, or leave it empty.
print-no-address = The directory knows no address of this official. Add one, then gather the cards.
print-nothing = No approved card waits for this official in this language any more. Perhaps a colleague gathered them just now: look at the list below.
stage-gathered = Gathered
stage-printed = Printed
stage-handed-over = Handed over
stage-mailed = Mailed
stage-acknowledged = Acknowledged
stage-cancelled = Cancelled
print-free = Goes without postage from Canada; the card says so in the corner.
print-left = { $count ->
    [one] One card’s writer has been erased since; that card is not in new files.
   *[other] The writers of { $number } cards have been erased since; these cards are not in new files.
}
print-files = Files
print-files-none = No file has been made yet.
print-cover = Cover sheet and box label (PDF)
print-file = Cards { $first } to { $last }
print-progress = Cards laid out
print-fetch = Fetch the PDF
print-failed = This file could not be made. Ask for it again; if it fails again, tell whoever runs the service.
print-file-cancelled = Cancelled before it was ready.
print-discarded = No longer kept, since it holds names. Ask for it again.
print-left-out = { $count ->
    [one] One card is left out: its writer has been erased.
   *[other] { $number } cards are left out: their writers have been erased.
}
print-cancel-file = Cancel
print-file-new = Make a file
print-stock = Paper
stock-letter-4 = Letter sheets, four cards of 5.5 × 4.25 in each, with a white border: for an office printer
stock-a4 = A4 sheets, four A6 cards each, with a white border: for an office printer
stock-letter-2 = Letter sheets, two cards of 6 × 4 in each, with cutting marks
stock-shop = One card of 6 × 4 in a page, with bleed: for a print shop
print-part-about = Leave both empty for all cards. To print a part again, say which, such as 401 to 500. Many cards come in several files, one after the other.
print-first = From card
print-last = To card
print-file-button = Make the file
print-how = Print both sides, turned along the long edge, at 100 %. The cards are in cut-and-stack order: cut the pile, put the stacks on each other from left to right and from above, and they are in order.
print-services = For a print-and-mail service
print-services-about = The same cards as a table, in the shape such services take. It holds names and messages: every download is on record.
print-design = Picture { $number } (JPEG)
print-next = What happened next
print-day = Day
print-day-hint = Leave it empty for today.
print-day-refused = Give a day that has been, such as today, or leave it empty.
print-note = Note
print-note-hint = Where it went, who took it, the number of a receipt. Shown to your colleagues only. No names of those who wrote.
print-mark-printed = Mark as printed
print-mark-sent = Mark as sent
print-mark-acknowledged = Mark as acknowledged
print-cancel-title = Cancel this run
print-cancel-about = { $count ->
    [one] The card goes back to those that wait, and files made of it are deleted.
   *[other] The { $number } cards go back to those that wait, and files made of them are deleted.
}
print-cancel = Cancel the run
print-goes-along = This run goes along with delivery { $number }, which is frozen: it cannot be cancelled unless that delivery is cancelled first.
print-span-number = Say the cards as whole numbers above nothing, such as 401 and 500, or leave both empty.
print-span-backwards = The first card is behind the last one.
print-span-beyond = This run has { $number } cards.
print-span-many = No more than { $number } cards are made into files at once. Ask for the others afterwards.
# The cover sheet.
cover-cards = Cards
cover-language = Language of the cards
cover-gathered = Gathered
cover-design = Picture: { $shows }
cover-left-out = Not printed: their writers were erased
cover-postage = Postage
cover-free = None from within Canada
cover-stamps = Stamps needed
cover-counted = Counted by hand
cover-counted-about = Two people count the printed cards, each by themselves, and write down what they found.
cover-counted-first = First count, name and date
cover-counted-second = Second count, name and date
cover-handed-to = Handed over or mailed: to whom, when, by whom
cover-label-cards = { $number } cards
cover-label-box = Box ____ of ____
