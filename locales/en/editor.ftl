# Making a campaign

studio-draft = Draft
preview-banner = Preview: only your organisation sees this. Nothing on it can be sent.

## Versions of the text

text-version-short = Version { $version }
text-changed = What changed:
text-earlier = Earlier versions:
text-also-in = Also in:
text-is-earlier = This is an earlier version of the text. Those who signed it signed these words.

## A new campaign

make-title = New campaign
make-lead = A title and a language are enough to begin. Nobody outside your organisation sees anything until you publish.
make-name = Title
make-name-hint = A few words, as you would call it in conversation. It can change later.
make-slug = Address
make-slug-hint = The end of the page’s address: { $base }… Small letters, digits and hyphens. It cannot change later. Left empty, it is made from the title.
make-language = Main language
make-language-hint = Everything is written in this language. Whoever reads in a language that you have not written yet gets this one.
make-others = Other languages
make-others-hint = More can be added at any time.
make-button = Begin
make-name-missing = Write a title.
make-name-long = Write at most 80 characters.
make-slug-wrong = Use up to 60 small letters without accents, digits and hyphens; not “new”.
make-slug-taken = Another campaign has this address. Choose another.
make-language-wrong = Choose a language of the list.
make-empty = Your organisation has no campaign yet.
make-first = Make the first campaign

## The list of campaigns

list-filter = Show
list-current = Current
list-archived = Archived
list-all = All
list-none = No campaign stands like that.

## Parts of the editor

tab-edit = Edit
tab-publication = Publish
edit-parts = Parts of the campaign
edit-overview = Overview
section-languages = Languages
section-basics = Title and ask
section-text = Text and addressees
section-story = Story and supporters
section-dates = Milestones and dates
section-cases = Facts and documents
edit-next = Save and go on to: { $next }
edit-save = Save
edit-preview = Preview
edit-saved = Saved on { $day } at { $time }.
edit-unsaved = Nothing written yet.
edit-unchanged = As published.
edit-saving = Saving…
edit-typing = Not saved yet.
edit-offline = Not saved: there is no connection. What you wrote is still here and is tried again by itself.
edit-conflict = Not saved: somebody else has changed this part. Press Save to see both.
edit-logged-out = Not saved: you are logged out. Log in again in another tab, then press Save here.
edit-refused = Not saved. Press Save to see why.
edit-beside = Beside { $main }:
edit-only = { $main } only
edit-others = { $who } has saved something here in the last quarter of an hour. Whoever saves second is shown both.
edit-somebody = Somebody else
edit-most = Up to { $shown } characters.
edit-markdown = Markdown: *emphasis*, lists, headings, quotations and links to https addresses.
edit-rendered = How it will look
edit-left-out = Left out when the page is shown: raw HTML, pictures, and links to anything but https addresses.
edit-add = Add: { $what }
edit-row = { $what } { $n }
edit-up = Move up
edit-down = Move down
edit-remove = Remove
edit-removed-note = Removing a row is saved at once and cannot be undone; what is published stays until you publish again.
edit-signed = Somebody has signed this text. Whatever you change here becomes a new version when you publish. Those who signed stay with the words they signed.
edit-wrong = Something here cannot stand as it is
edit-optional = (optional)

conflict-title = Somebody else was here first
conflict-lead = { $who } saved this part on { $day } at { $time }, after you had opened it. Nothing of yours is saved yet, and nothing is lost. Below is what you wrote; the table shows what differs. Save puts yours in place of theirs.
conflict-field = Field
conflict-theirs = Saved by them
conflict-mine = Written by you
conflict-same = Both wrote the same.
conflict-leave = Leave mine and go on with theirs

overview-lead = Each part is a page of its own and is saved while you write. Nobody outside your organisation sees a change until you publish it.
overview-part = Part
overview-done = Complete
overview-missing = { $count ->
    [one] { $count } missing
   *[other] { $count } missing
}
overview-blocks = What keeps it from being published
overview-ready = Nothing keeps it from being published.
overview-next = Go on with: { $part }
overview-publish = Publish…
overview-untranslated = Missing in { $language }
overview-untranslated-hint = Readers get { $main } instead. It can be published all the same.

fault-missing = Nothing is written yet.
fault-untranslated = Not translated yet.
fault-too-long = Too long: at most { $shown } characters.
fault-email = Not an email address, such as name@example.org.
fault-country = Not a country: two capital letters, such as CA.
fault-date = Not a date: 2026, 2026-12 or 2026-12-01.
fault-number = Not a whole number.
fault-ascending = Each number must be greater than the one before.
fault-tag = Not a language: a tag such as en, fr or ug.
fault-no-rows = At least one is needed.

## Languages

languages-lead = A campaign can be written in any number of languages. The main one is complete; readers of the others get it wherever something is not translated yet.
languages-main = Main language
languages-make-main = Make it the main one
languages-drop = Leave out
languages-drop-hint = What is written in a language that is left out is kept, and is there again when the language is added again.
languages-add = Add a language
languages-choose = Choose…
languages-other = Or its tag
languages-other-hint = By BCP 47, such as ug-Latn. For a language that is not in the list.
languages-button = Add
languages-wrong = Choose a language, or write a tag such as ug-Latn. Each language is there once; at most { $most }.

## Fields

draft-title = Title
draft-title-hint = In the browser’s title, in lists, and where people share it.
draft-asked = Who is asked
draft-asked-hint = Above the ask, such as: To the Mayor of Exampleville.
draft-ask = The ask
draft-ask-hint = What you ask, in one sentence. It is the heading of the page, and the confirmation mail quotes it.
draft-summary = Summary
draft-summary-hint = Two sentences for lists and search engines.
draft-organiser = Who campaigns
draft-organiser-hint = Named at the foot of the page.
draft-contact = Address for messages
draft-contact-hint = The contact form writes to it. It is not shown.
draft-country = First country
draft-country-hint = The country that the form offers first, as two letters: CA. Anybody may sign, from any country.
draft-body = Full text
draft-body-hint = The letter or petition itself: what people sign.
draft-demands = Demands
draft-demands-hint = Shown numbered under the text.
draft-demands-one = Demand
draft-demands-text = Demand
draft-addressees = Addressees
draft-addressees-hint = Who gets the signatures, and what of them. It is part of what people sign.
draft-addressees-one = Addressee
draft-addressees-official = From the directory
draft-addressees-official-hint = The page then shows the name and the office that the directory has at the time. The text itself stays as it is signed.
draft-addressees-official-none = Nobody of the directory
draft-addressees-official-fill = Take over name and office
draft-addressees-name = Name
draft-addressees-office = Office
draft-addressees-disclosure = What they may be handed of each signatory
draft-addressees-disclosure-hint = Choose the least that serves: numbers only, for somebody from whom signatories have anything to fear.
draft-story = Story
draft-story-hint = Two or three short paragraphs, read before the form.
draft-organisations-note = A sentence above the supporting organisations
draft-organisations = Supporting organisations
draft-organisations-one = Organisation
draft-organisations-name = Name
draft-organisations-lang = Language of the name
draft-organisations-lang-hint = A tag such as en or fr, so that it is read aloud rightly. Empty: the main language.
draft-organisations-line = Note
draft-milestones = Milestones
draft-milestones-hint = Round numbers to reach, with commas between: 100, 500, 1000. Past the last one it is doubled.
draft-key-dates = Key dates
draft-key-dates-hint = A short chronology.
draft-key-dates-one = Key date
draft-date = Date
draft-date-hint = As precise as it is known: 2026, 2026-12 or 2026-12-01.
draft-key-dates-title = What happened, or will
draft-reported = Figures that others state
draft-reported-hint = Shown apart with their source, never added to the count.
draft-reported-one = Figure
draft-reported-kind = Of what
draft-reported-number = Number
draft-reported-as-of = As of
draft-reported-source = Source
draft-cases = Case files
draft-cases-hint = What is known of a person for whom you campaign.
draft-cases-one = Case file
draft-cases-name = Name
draft-cases-also = Another spelling
draft-cases-as-of = What it rests on, and when
draft-cases-fields = Facts
draft-cases-fields-one = Fact
draft-cases-fields-label = What
draft-cases-fields-value = Fact
draft-cases-questions = Questions
draft-cases-questions-one = Question
draft-cases-questions-text = Question
draft-documents = Documents
draft-documents-hint = What was written before: letters, answers.
draft-documents-one = Document
draft-documents-title = Title
draft-documents-author = From
draft-documents-addressee = To
draft-documents-language = Language of the document
draft-documents-source = Source
draft-documents-note = What it says
draft-choice-numbers = Numbers only
draft-choice-place = Numbers by place
draft-choice-name-place = Name and place
draft-choice-full = Name, place, postal code and comment
draft-choice-signatures = Signatures
draft-choice-postcards = Postcards

## Publishing

publish-title = Publish
publish-zone = Times are those of { $zone }.
publish-moment = { $day }, { $time }
publish-first-time = Nobody outside your organisation has seen this campaign. Publishing opens its page and its form.
publish-changes = Something was changed since it was published. Publishing puts what is written in place of what is public.
publish-unchanged = What is public is what is written. There is nothing to publish.
publish-archived = An archived campaign is not published. Take it out of the archive first.
publish-when = When
publish-now = Now
publish-later = At a time
publish-later-hint = What is written at that time is published then. Times are those of { $zone }.
publish-button = Publish
publish-when-missing = Choose now or a time.
publish-incomplete = Something is missing that a campaign cannot do without. It is listed below.
publish-note = What version { $version } changes
publish-note-hint = Somebody has signed the text as it is. They stay with the words they signed, and the text you publish becomes version { $version }, which only those who sign from then on have signed. Say in a sentence what has changed: it stands beside the new text.
publish-note-label = What has changed
publish-note-missing = Say what the new version of the text changes, in the main language.
publish-cancel = Do not publish by itself
publish-cancel-hint = It publishes itself at the time above. You can go on writing until then.
publish-unfit = That does not fit how the campaign stands now. Somebody else may have been first. Look at it again.

when-date = Date
when-time = Time
when-nothing = Give a date and a time, such as 2026-12-01 and 09:30.
when-past = That time is over. Choose one that is still to come.
when-gap = That time does not exist: the clocks are put forward from { $from } to { $until }. The nearest time that there is: { $until }.
when-twice = The clocks are put back, and this time comes twice. Choose which one you mean.
when-first = The first time (UTC{ $offset })
when-again = The second time, an hour later (UTC{ $offset })

standing-draft = nobody outside your organisation sees it.
standing-upcoming = its page is there and says when it opens.
standing-open = people can sign.
standing-paused = its page is there, and nobody can sign for now. Signatures already given can be confirmed.
standing-closed = its page and its count stay, and nobody can sign any more. What was signed in time can be confirmed for a day.
standing-removed = its page answers that it was taken down. Nothing can be signed or confirmed.
standing-closes = Closing: { $at }.
standing-archived = In the archive since { $at }.
standing-scheduled = Publishes itself: { $at }.
standing-missed = It was to publish itself on { $at }. It did not, because something was missing. Put it right and publish again.

pause-title = Pause
pause-hint = Nobody can sign until you resume. The page and the count stay, and signatures already given can be confirmed.
pause-button = Pause
resume-title = Resume
resume-hint = People can sign again at once.
resume-button = Resume

close-title = Close
close-hint = After closing, the page and the count stay and nobody can sign. You can open it again with a later closing time.
extend-title = Extend
extend-hint = With a new closing time, or none, people can sign again at once.
close-when = When it closes
close-now = Now
close-never = Not by itself: it stays open
close-later = At a time
close-button = Set
close-missing = Choose when it closes.

archive-title = Archive
archive-hint = Puts it out of the list of campaigns. Its page and its count stay as they are, and you can take it out again.
archive-button = Archive
unarchive-title = Take out of the archive
unarchive-hint = Puts it back into the list of campaigns, as it was.
unarchive-button = Take out

copy-title = Begin another with this
copy-hint = Makes a draft with everything that is written here, without signatures, figures of others or closing time.
copy-slug = Address of the new campaign
copy-button = Duplicate

remove-title = Take down
remove-hint = { $count ->
    [one] This cannot be undone. The page, with the { $shown } signature that counts, answers everybody that it was taken down (410), and nobody can sign or confirm. To end a campaign and keep its page, close it.
   *[other] This cannot be undone. The page, with the { $shown } signatures that count, answers everybody that it was taken down (410), and nobody can sign or confirm. To end a campaign and keep its page, close it.
}
remove-confirm = To take it down, type its address: { $slug }
remove-button = Take down for good
remove-mismatch = Type the address of the campaign exactly, to say that you mean it.

## Versions in the studio

tab-texts = Versions
texts-title = Versions of the text
texts-lead = Once somebody has signed a version, it never changes: what is changed later becomes the next. Everybody can read each of them.
texts-version = Version
texts-published = Published
texts-signed = Counted signatures
texts-changed = What changed
