## Petitions to parliaments on paper
os-title = Official sheets
os-about = A petition to a parliament has rules of its own: bare sheets, signatures in ink, a text that requests. Here you write that text, have it checked against the rules, print the sheets and keep the log of where each one is.
os-apart = These are not the signatures of this campaign. Nothing on these sheets is counted on its page, and no signature given online is one of a petition to a parliament.
os-parliament = Parliament
os-standing = How far
os-sheets = Sheets printed
os-valid = Valid signatures
os-valid-of = { $valid } of { $least }
os-version = Version { $version }, printed since { $day }
os-begun = Being written
os-not-begun = Not begun
os-text = Text
os-check = Check and save
os-source = The rules: { $source }.
os-frozen = Version { $version } has been printed with exactly this text. If you change it here, the next sheets are another version, and another petition: signatures of two versions are not added up.
os-changed-since = The text has changed since version { $version } was printed ({ $sheets } sheets in all). The next sheets that are printed are another version, and another petition: signatures of two versions are not added up.
os-addressee = Addressed to
os-name = Name of the addressee
os-name-hint = Only for a Minister or a Member, as it is to stand on the sheet, with its article: “the Minister of Foreign Affairs”.
os-petitioners = Who petitions
os-petitioners-hint = As it goes on after “The petition of …”: “residents of the constituency of Stone”.
os-subject = Subject
os-subject-hint = What it is about, in a few words.
os-grievance = Grievance
os-grievance-hint = What is wrong, and why: facts, in paragraphs, in temperate words. Nothing here may replace the prayer.
os-prayer = Prayer
os-prayer-hint = What you request of the addressee, clear by itself: “{ $model }”
os-most = At most { $most } characters.
os-repeats = Later sheets repeat
os-repeats-hint = Every sheet after the first says what is petitioned for.
os-findings = Checked against the rules
os-sound = Nothing stands against printing this.
os-errors = It cannot be printed like this
os-warnings = Look at this again
os-reminders = Keep in mind
os-nothing = Nothing is written yet, in any of the languages.
os-missing = Nothing is written here, though other parts are in this language.
os-too-long = Longer than { $most } characters, by { $over }.
os-far-too-long = A part is longer than { $most } characters and was not saved. What you wrote is still here.
os-hidden = There are characters here that hide or turn text. Write it again by hand.
os-link = “{ $link }” looks like an address of the web or of mail. Nothing but the text may stand on a sheet.
os-rule-word = “{ $word }”. { $says }
os-one-language = It is not written in all languages in which it may be. That is allowed: one is enough.
os-printing = Print
os-log = Sheet log
os-printing-about = First sheets carry the full text; later ones repeat what is petitioned for and have more lines. Every sheet printed here gets a number in the log. The number is not on the sheet: nothing may be but the text and the signatures.
os-not-sound = The text cannot be printed as it is.
os-languages = Languages
os-both = { $languages }, beside each other
os-first-sheets = First sheets
os-later-sheets = Later sheets
os-first-sheet = First sheet
os-later-sheet = Later sheet
os-numbers = The numbers go on from { $next }. Keep the sheets in the order in which they leave the printer, a collector’s sheets in an envelope, and write the numbers on the envelope.
os-print = Print
os-languages-refused = Choose languages in which the text fits on a sheet.
os-count-refused = Give how many sheets: whole numbers, together from 1 to { $most }.
os-print-changed = Somebody has changed the text or printed sheets meanwhile; the last number given is { $last }. Nothing was printed now. Look again, then print.
os-does-not-fit = { $lines ->
    [one] The text is about one line too long
   *[other] The text is about { $shown } lines too long
 } to leave room for the signatures that the first sheet must have.
os-uncovered = No typeface here has these characters: { $characters }
os-looks = What leaves the printer
os-lines = { $first ->
    [one] one line
   *[other] { $first } lines
 } to sign on a first sheet, { $later } on a later one
os-shown = Shown: { $languages }.
os-printed = Sheets { $from } to { $until } are in the log.
os-pdf = The sheets to print (PDF)
os-pdf-again = This sheet as it was printed (PDF)
os-no-sheets = No sheet has been printed yet.
os-none-here = No sheet is there.
os-next = Further sheets
os-all = All
os-here = Not handed out
os-out = With a collector
os-back = Back
os-given = With a member
os-void = Spoilt or lost
os-number = Number
os-kind = Kind
os-version-head = Version
os-printed-on = Printed
os-lines-head = Lines
os-state = Where
os-out-on = Handed out on
os-collector = Collector
os-back-on = Back on
os-filled = Rows filled
os-doubtful = Rows doubtful
os-valid-head = Valid
os-place = Where the original is
os-member = Member who has it
os-given-on = Handed to the member on
os-file = The log as a table (CSV), with names
os-unnumbered = Names of collectors are shown on the page of a sheet and in the table to take away; both are put on record.
os-step-title = Several sheets at once
os-step-about = Who took sheets, which came back, which were handed over. How many rows are filled is noted sheet by sheet.
os-numbers-label = Numbers of the sheets
os-numbers-hint = Such as 1-20, 23.
os-step = What happened
os-step-out = Handed out to a collector
os-step-back = Came back
os-step-given = Handed to a member
os-on = On
os-who = By whom or where
os-who-hint = The collector, the place where the originals are kept, or the member. Left empty, what is known stays.
os-step-button = Write it down
os-noted = { $count ->
    [one] One sheet
   *[other] { $shown } sheets
 } written down.
os-numbers-refused = Give the numbers of sheets, such as 1-20, 23.
os-numbers-unknown = Some of these numbers were never given. Nothing was written down.
os-step-refused = Choose what happened.
os-day-refused = Give a day, such as 2026-11-22.
os-turned = A sheet is handed out before it comes back, and comes back before it is handed over. Nothing was written down.
os-line-refused = Write one line of at most 120 characters, without addresses of the web; it may not begin with a sign such as =.
os-versions-apart = Several versions were printed. Each is a petition of its own, with its own least number of signatures.
os-valid-count = { $count ->
    [one] one valid signature
   *[other] { $shown } valid signatures
 }
os-valid-least = { $valid } valid signatures; at least { $least } are needed.
os-missing-signatures = { $count ->
    [one] One is missing.
   *[other] { $shown } are missing.
 }
os-margin-thin = { $margin } above the least. Collect on: { $hoped } leave a margin for signatures that turn out not to be valid.
os-margin = { $margin } above the least.
os-answered = Answered on { $day }.
os-silent = { $count ->
    [one] Silent for one day.
   *[other] Silent for { $shown } days.
 }
os-was-due = The answer was due by { $day }.
os-due = An answer is due by { $day }.
os-course = Certificate, presentation, answer
os-certificate = Number of the certificate
os-certified-on = Certified on
os-presented-on = Presented on
os-answered-on = Answer received on
os-course-turned = A petition is certified before it is presented, and presented before it is answered.
os-course-changed = Somebody else has written something down here meanwhile. Nothing of yours is saved yet: look at it again, then save.
os-save = Save
os-sheet = Sheet { $number }
os-void-box = Spoilt or lost: nothing on it counts
os-sheet-privacy = A collector’s name is kept sealed and goes when the names of the campaign’s supporters go. Write no names of those who signed here.
os-filled-refused = Give how many rows are filled, as a whole number, or nothing.
os-lines-refused = The sheet has { $lines } lines: no more can be filled.
os-doubtful-refused = Give how many of the filled rows are doubtful: a whole number, not more than are filled.
os-sheet-changed = Somebody else has written something down about this sheet meanwhile. Here is what is known now; below it is what you wrote. Saving puts yours in its place.
os-past = What was written down before
os-past-none = Nothing yet.
os-past-about = Corrections do not replace what was written: the record keeps both. It holds no names of collectors.
os-custody-changed = Who has it, or where
os-yes = yes
os-no = no
