# The documents of a delivery, in the language of the addressee.
package-document = { $what }, delivery { $number }
package-foot = { $title } – page { $page }
package-cover = Cover
package-cover-delivery = Delivery { $number }, as of { $as_of }
package-cover-to = To
package-cover-from = From
package-cover-reported = Others report { $number } more. They have not been verified and are not in any of these numbers.
package-cover-in-it = In this delivery
package-cover-check = How to check it
package-cover-check-about = Unpack the archive and open verify.html: it needs no network and none of us. It says whether every file is as it was packed, and by which key it was signed. The fingerprint must be this one; it also stands at the address below it.
package-online = Signed online, each confirmed by email
package-own-riding = Of these, in your own riding
package-since = Of these, not delivered to you before
package-paper = Signatures on paper, counted by two people
package-postcards = Postcards
package-tells-numbers = What you are handed are numbers only: nothing about any person who signed.
package-tells-place = What you are handed are numbers by place. Places with fewer than ten are told together. No person is named.
package-tells-name-place = What you are handed of each person who signed are name and place, as they were told before they signed. Whoever was promised less is counted and not named.
package-tells-cards = The postcards that go along bear what their writers put on them, also their names.
package-tells-full = What you are handed of each person who signed are name, place, postal code and comment, as they were told before they signed. Of whoever was promised less, less is told; whoever was promised no name is counted and not named.
package-text = The text that was signed
package-text-version = Version { $version }, published on { $day }; language: { $language }
package-text-digest = SHA-256 of this version: { $digest }
package-text-demands = What is asked
package-text-addressees = Who is asked
package-text-letter = The open letter, which organisations and professionals sign
package-text-organisations = Organisations behind this campaign
package-text-organisations-about = As the campaign’s page names them. Organisations that signed on by themselves stand first on the roll.
package-method = How signatures were verified
package-method-online = Online
package-method-online-about = Everybody who signs is sent an email with a button and a code, and is counted once they have pressed the button or typed the code. Opening the mail or its link counts nothing, so programs that look through mail count nothing.
package-method-once = Once each
package-method-once-about = One person counts once at an email address, however it is spelled. Two people of one household may share an address. A second signature from the same person is not counted.
package-method-doubt = Doubtful signatures
package-method-doubt-about = Signatures that look automated, repeated or invented are held until people have looked at them. What is held is not in this delivery; what was found invalid is struck out. Every such decision is on record.
package-method-paper = On paper
package-method-paper-about = Paper is counted by two people, each by themselves. Rows that are typed in are compared with who signed online and on other sheets, so that nobody counts twice.
package-method-after = After the cut-off
package-method-after-about = Whoever signed after the cut-off is not in this delivery. Whoever takes their signature back afterwards is struck out of the files, while their number stays: a supplement lists these numbers. Where a name or a place was corrected afterwards, the line says what is right and stays where it was; the figures are those of the cut-off.
package-method-left-out = What was left out
package-method-nobody = Nobody was left out.
package-method-told = What is handed over of each person
package-method-told-about = The names are handed to you for this purpose. They may not be used to write to the people who signed, nor be passed on.
package-method-not = What these numbers are not
package-method-not-about = They are not a poll and not a vote. Email addresses are confirmed; identities are not checked against papers. Ages and citizenship are as people gave them, or not asked. Where people live follows from the postal code that they gave.
package-out-held = Held as doubtful
package-out-unconfirmed = Never confirmed by email
package-out-withdrawn = Taken back before the cut-off
package-out-disowned = Signed by somebody else in their name
package-out-invalidated = Struck out as invalid
package-out-withheld = Counted, but not named, as they were promised
package-out-left = Taken back or erased after the cut-off, and struck out of the files
package-case-files = Case files
package-case-also = Also written { $name }
package-case-questions = Questions
package-figures = Figures
package-by-region = By province or region
package-by-riding = By riding
package-by-country = By country
package-by-week = By week
package-week-of = Week of { $day }
package-chart-weeks = Signatures confirmed online, week by week
package-chart-regions = Signatures confirmed online, by province or region
package-no-places = You are handed numbers only, none by place or time.
package-part-unknown = Not known
package-part-other = Places with fewer than ten each, together
package-roll-volume = Roll, volume { $volume } of { $all }
package-roll-organisations = Organisations
package-roll-professionals = Professionals
package-roll-paper = Signed on paper
package-roll-continued = { $group } (continued)
package-roll-withheld = { $count ->
    [one] one whose name is not handed over
   *[other] { $number } whose names are not handed over
}
package-roll-left = { $count ->
    [one] one who has left since the cut-off
   *[other] { $number } who have left since the cut-off
}
package-roll-foot = { $title } – delivery { $delivery }, volume { $volume } of { $all }, page { $page }
package-roll-count = { $count ->
    [one] One line on this page
   *[other] { $here } lines on this page
}, { $so_far } of { $lines } so far
