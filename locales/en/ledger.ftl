## The ledger of paper
ledger-title = Ledger of paper
ledger-about = Every box or pile of paper is a batch. Write down what was printed, handed out, collected and delivered of it. What two people have counted as collected counts on the page. Cards that were written on this site are followed under “Print runs” and are not counted here a second time. Nothing that is written here is ever changed: a mistake is corrected with another entry.
ledger-whole-signatures = Signatures on paper that count
ledger-whole-cards = Postcards counted on paper
ledger-reported = What others report stands on the page with its source. It is never added to the count.
ledger-empty = There is no batch yet. Open one for every box or pile that comes to you.
ledger-batch = Batch
ledger-batch-title = Batch { $number } – { $label }
ledger-kind = What is in it
ledger-postcards = Postcards
ledger-signatures = Signatures on sheets
ledger-label = What stands on the box
ledger-label-hint = A short name by which others find it, such as “Montréal, 14 June, box 2”. No names of people.
ledger-label-missing = Say what stands on the box.
ledger-kind-refused = Choose what is in it.
ledger-open-title = Open a batch
ledger-open = Open the batch
ledger-open-changed = Somebody else has opened a batch meanwhile. If it is not the same one, open yours again.
ledger-file = Take the ledger as a table (CSV)
ledger-printed = Printed
ledger-distributed = Handed out
ledger-collected = Collected
ledger-delivered = Delivered
ledger-counts = Counts
ledger-typed = Rows typed in
ledger-fallen = Of these, do not count
ledger-step = What happened
ledger-write-title = Write down
ledger-write = Write it down
ledger-written = Entry { $number } is written down.
ledger-printed-about = How many empty cards or lines for signatures were printed.
ledger-distributed-about = How many were handed out to be filled in.
ledger-collected-about = How many came back filled in. Two people count, each by themselves and without telling the other; both numbers are typed here. They must be the same: if not, count again.
ledger-delivered-about = How many were handed over to whom they are for. Write in the note who received them.
ledger-many = How many
ledger-many-first = How many the first counted
ledger-many-again = How many the second counted
ledger-by = Who
ledger-by-first = Who counted first
ledger-by-second = Who counted second
ledger-by-printed = Who printed them
ledger-by-distributed = Who handed them out
ledger-by-delivered = Who delivered them
ledger-second = Counted a second time by
ledger-on = Day
ledger-place = Place
ledger-photo = Photo
ledger-photo-optional = Photo of the box (optional)
ledger-photo-hint = Of the closed box and its label: no names, no faces. What the camera writes beside it, such as the place, is removed.
ledger-photo-again = Choose the photo again, please.
ledger-note = Note
ledger-note-optional = Note (optional)
ledger-why = What was wrong
ledger-corrects = Corrects
ledger-correction-of = Corrects entry
ledger-entry-head = Entry
ledger-entries = Entries
ledger-entries-about = The newest stands first. Who counted is sealed, and forgotten with the names of the campaign.
ledger-no-entries = Nothing has been written down of this batch yet.
ledger-who = Who, where
ledger-done = Photo, correction
ledger-photo-of = Photo of entry { $number }
ledger-correct-of = Correct entry { $number }
ledger-correct-title = Correct entry { $number }
ledger-correct-about = Write what the entry should have said. It stays as it is, and a new entry with the difference is written beside it.
ledger-correct = Write the correction
ledger-net = With its corrections
ledger-written-at = Written down at
ledger-yes = yes
ledger-many-refused = Give a whole number above zero, up to { $most }. A correction may be zero.
ledger-apart = The two did not count the same. Count again until they do.
ledger-on-refused = Give the day.
ledger-future = That day is still to come.
ledger-place-refused = Say where, in up to 200 characters.
ledger-by-refused = Say who, in up to 200 characters.
ledger-second-refused = Say who counted second.
ledger-same-person = Two different people count.
ledger-note-refused = A note is one line of up to 200 characters.
ledger-no-note = Say what was wrong with the entry.
ledger-below = There would be fewer than none of them.
ledger-too-many = No batch holds more than { $most }. Open another one.
ledger-below-typed = { $count ->
    [one] One row of this batch has been typed in: it cannot hold fewer signatures.
   *[other] { $shown } rows of this batch have been typed in: it cannot hold fewer signatures.
}
ledger-more-delivered = { $count ->
    [0] Nothing of this batch was collected, so nothing of it can have been delivered.
    [one] Only one of this batch was collected: no more can have been delivered.
   *[other] Only { $shown } of this batch were collected: no more can have been delivered.
}
ledger-changed = Somebody else has written into this batch meanwhile. See below what stands there now, and write yours again if it is still right.
ledger-nothing = The entry says that already.
## Scans of the paper in a batch
scans-title = Scans of batch { $number }
scans-link = Scans of the paper
scans-many = { $count ->
    [one] { $number } scan
   *[other] { $number } scans
}
scans-about = Scans of the cards or sheets in this batch. They are kept sealed, and go with the names of the campaign. When the batch goes along with a delivery, its scans are in the package.
scans-told = An addressee who is told no names gets no scans, for names stand on them. That somebody added a scan, looked at it or removed it is on record.
scans-none = There is no scan yet.
scans-frozen = A delivery with which this batch goes along is frozen, so no scan can be added. One can still be removed, for somebody on it who asks to be erased: the package is then made anew without it.
scans-sure = Make the package anew without it
scans-sure-refused = A delivery with which this batch goes along is frozen: nothing is added to it, and to remove a scan you tick that the package is made anew without it.
scans-remove = Remove
scans-file = File
scans-size = Size
scans-added = Added
scans-add-title = Add a scan
scans-add = Add the scan
scans-hint = A PDF of up to { $pdf }, of many pages if you like, or a picture (JPEG or PNG) of up to { $picture }. Of a picture everything is removed that the camera wrote beside it. A PDF stays as it is, with what its program wrote into it.
scans-missing = Choose a file.
scans-no-scan = This is neither a PDF nor a picture that can be kept.
scans-too-large = A picture may have up to { $size }. Make it smaller, or put it into a PDF.
scans-full = A batch has up to { $most } scans. Put several pages into one PDF.
scans-no-room = All scans of a batch together may have up to { $size }. Scan with a lower resolution, or open another batch.
## Sheets of signatures that are typed in
rows-title = Typed sheets
rows-about = Type in the rows of signature sheets, with one hand on the sheet. Each row is compared with who has signed online and on other sheets; who stands there twice counts once. Rows that are not typed count as they were counted by hand.
rows-no-batch = There is no batch of signatures yet. One is opened in the ledger of paper, and two people count it, before its sheets are typed in.
rows-held-link = { $count ->
    [0] No row waits to be looked at
    [one] One row waits to be looked at
   *[other] { $shown } rows wait to be looked at
}
rows-typed-head = Typed in
rows-stand-head = Of these, count
rows-sheets-head = Sheets
rows-sheet = Sheet { $sheet } of batch { $batch }
rows-sheet-short = { $count ->
    [one] Sheet { $sheet } (1 row)
   *[other] Sheet { $sheet } ({ $count } rows)
}
rows-open-title = Open a sheet
rows-open = Open the sheet
rows-sheet-number = Number of the sheet
rows-sheet-number-hint = As it stands on the paper. If there is none, number the sheets of the batch from 1 and write it on them.
rows-number-refused = Give the number of the sheet: a whole number from 1 to { $most }.
rows-sheet-taken = Sheet { $number } has been opened before. If it is not the same piece of paper, give yours another number.
rows-of-counted = { $typed } of the { $counted } signatures of this batch are typed in.
rows-full = All signatures of this batch are typed in. If more stand on the paper, correct in the ledger what was collected.
rows-typed = Rows of this sheet
rows-none = No row of this sheet has been typed yet.
rows-row = Row
rows-number = Row { $place }
rows-where = Batch { $batch }, sheet { $sheet }, row { $place }
rows-row-title = Row { $place } of sheet { $sheet }
rows-state = Counts
rows-lives = Place
rows-verdict = Decide
rows-write = Write row { $place }
rows-keys = Enter writes the row and goes on to the next. A " stands for what is the same as in the row above. If a name cannot be read, leave it empty and tick the box.
rows-doubt = Hard to read, or doubtful
rows-said = Row { $place }:
rows-stands = counts
rows-doubtful = held as doubtful
rows-repeat = stands elsewhere already
rows-struck = struck out
rows-because-unreadable = The name cannot be read.
rows-because-no-place = There is neither postal code nor place.
rows-because-typist = Whoever typed it doubts it.
rows-because-online = The same name and postal code have signed online.
rows-because-paper = The same person stands on another row.
rows-because-alike = Somebody of this name in this place has signed online, and the row has no postal code.
rows-because-judged = It was struck out by hand.
rows-because-erased = The person asked to be erased.
rows-occupied = Row { $place } has been typed meanwhile by somebody else. Look below whether it is the same; if not, write yours as row { $next }.
rows-uncounted = { $count ->
    [0] Nothing of this batch was counted yet. Two people count it first, in the ledger of paper.
    [one] Only one signature of this batch was counted. If there are more, correct in the ledger what was collected.
   *[other] Only { $shown } signatures of this batch were counted. If there are more, correct in the ledger what was collected.
}
rows-mend-title = Type it anew
rows-mend-about = If it was typed wrong. It is compared again.
rows-mend = Save the row
rows-remove-title = It does not stand on the paper
rows-remove-about = If it was typed twice or on the wrong sheet. If it stands on the paper and does not count, strike it out instead.
rows-remove = Take the row away
rows-let-stand = Let it count
rows-strike = Strike it out
rows-held-title = Rows to look at
rows-held-about = They do not count as they are. Look at the paper, and decide. That you looked is on record.
rows-held-more = There are more. They come up as these are decided.
rows-doubtful-title = Doubtful
rows-doubtful-none = No row is doubtful.
rows-repeat-title = Stand elsewhere already
rows-repeat-none = No row stands elsewhere.
rows-check-title = Compare again
rows-check-about = People sign online after they have signed on paper, and withdraw. All rows about which nobody has decided are compared again.
rows-check = Compare all rows again
rows-checked = { $count ->
    [0] All rows were compared again. Nothing changed.
    [one] All rows were compared again. One now counts otherwise.
   *[other] All rows were compared again. { $shown } now count otherwise.
}
rows-import-title = Take rows from a file
rows-import-about = A table (CSV) of up to { $most } rows, with a line for its columns. The country is { $country } where none is given. All of it is taken, or nothing.
rows-import-columns = sheet,name,postal code,city,country,doubtful
rows-import-file = File
rows-import = Take the rows
rows-taken = { $count ->
    [one] One row was taken; { $fallen } of them do not count as they are.
   *[other] { $shown } rows were taken; { $fallen } of them do not count as they are.
}
rows-sheets-taken = These sheets have been opened before, or have more than { $most } rows: { $numbers }. Nothing was taken.
rows-more-lines = { $count ->
    [one] And one more line.
   *[other] And { $shown } more lines.
}
rows-file-empty = The file has no rows.
rows-file-not-text = The file is no table that we can read. Save it as CSV.
rows-file-spreadsheet = This is a spreadsheet program’s own file. Save it as CSV there first.
rows-file-too-many = The file has more than { $most } rows. Part it.
rows-file-no-column = There is no column “{ $column }”.
rows-line = Line { $line }: { $what }
rows-line-uneven = It has { $cells } cells, and there are { $columns } columns.
