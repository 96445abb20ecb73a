## The directory of officials
officials-title = Officials
officials-about = Those whom your campaigns ask: members of parliament, ministers, councillors. Kept once, used by every campaign of your organisation.
officials-new = Add an official
officials-sheet = Download as CSV
officials-empty = The directory is empty. Import a list, or add somebody.
officials-none-found = Nobody in the directory is like that.
officials-found = { $n ->
    [one] { $shown } official
   *[other] { $shown } officials
}
officials-next = Next page
officials-any = Any
officials-in-office = In office
officials-everybody = Also former ones
officials-search = Search
officials-overtaken = Somebody else has changed this meanwhile.
officials-overtaken-do = Nothing was stored. Look at how it stands now, and do it again if it is still right.
official-clash-do = Nothing was stored. Below is what they have stored and you have not; what you typed is in the form. Storing it now replaces theirs.
official-honorific = Honorific
official-given-name = Given names
official-family-name = Family name
official-office = Office
official-office-en = Office, in English
official-office-fr = Office, in French
official-body-en = Body, in English
official-body-fr = Body, in French
official-party = Party
official-riding = Riding
official-province = Province or territory
official-email = Email
official-phone = Telephone
official-parliament-address = Address at the parliament or town hall
official-constituency-address = Address in the riding
official-language = Preferred language
official-from = First day in office
official-until = Last day in office
official-source = List they come from
official-external-id = Their number in that list
official-unknown = Not known
official-nothing = nothing
official-until-day = Out of office since { $day }
official-fault = { $part }: { $flaw }
official-flaw-missing = This is needed
official-flaw-long = { $most } characters is the most
official-flaw-control = Remove the invisible control characters
official-flaw-letters = There is no letter in it
official-flaw-email = Not an email address
official-flaw-language = Write en or fr
official-flaw-day = Write a day that there is, such as 2026-11-22
official-flaw-backwards = Before the first day in office
official-edit = Change
official-store = Store
official-campaigns = Campaigns that address them
official-no-campaign = None.
official-merged = Merged into this entry
official-merged-about = Where nobody has changed this entry since, separating also brings back what it said before.
official-separate = Separate
official-retire = End their office
official-retire-about = They stay in the directory, and campaigns that address them are shown as they were signed.
official-delete = Delete
official-delete-about = For entries made by mistake. One entry is deleted, with what was merged into it. This cannot be undone.
official-in-use = Campaigns address this official, so the entry cannot be deleted. End their office instead.
duplicates-title = Duplicates
duplicates-about = Entries with the same name. They may be one person in two lists, or two people. Compare them and make one entry of two where they are one person.
duplicates-none = No two entries have the same name.
duplicates-compare = Compare and merge
merge-title = Make one entry of two
merge-about = Choose what is kept wherever the two differ. Campaigns that address either of them address the one entry from then on.
merge-same = The same in both
merge-undo = This can be taken back on the page of the entry that stays.
merge-button = Merge
imports-title = Import a list
imports-about = Take over a list as others publish it. You see what it would change before anything is changed.
imports-house = The House of Commons’ own list of members, as CSV or XML (ourcommons.ca, Members, Export).
imports-represent = Represent’s JSON (represent.opennorth.ca).
imports-table = Any other table as CSV, with a heading for each column. The directory’s own download can be imported again.
imports-file = The list
imports-most = Up to { $rows } rows and { $size } MB.
imports-look = Look at what would change
imports-done = Imported before
imports-none = Nothing has been imported yet.
imports-when = When
imports-added = Added
imports-changed = Changed
imports-undo = Take back
imports-undone = Taken back
imports-undo-about = Taking an import back deletes whom it added and brings back what it changed, as long as nobody has changed, merged or addressed them since.
imports-over = That list waits no longer: it was imported, taken back, or is more than an hour old. Upload it again if needed.
imports-built-upon = Some of those officials have been changed, merged or addressed since, so the import can no longer be taken back as a whole. Nothing was changed.
import-form-table = A table
import-form-house-table = House of Commons, CSV
import-form-house-xml = House of Commons, XML
import-form-represent = Represent, JSON
unreadable-empty = There is nobody in this file.
unreadable-not-text = This file is no text. Save the list as CSV and upload that.
unreadable-spreadsheet = This is a spreadsheet program’s own file. Save it as CSV there and upload that.
unreadable-too-many = This list has more than { $most } rows. Nothing was imported.
unreadable-no-names = No column is headed “last name”. These are: { $headings }
unreadable-misshapen = The file breaks off or is built in another way, at about line { $line }. Nothing was imported.
preview-title = What the list would change
preview-form = Kind of list
preview-new = New
preview-changed = Changed
preview-unchanged = Unchanged
preview-gone = Not in the list any more
preview-gone-about = They came from such a list earlier. They stay as they are unless you choose otherwise above.
preview-wrong = Cannot be imported
preview-ignored = Columns that are left out
preview-refused = Some lines cannot be imported, so nothing is. Correct them in the file and upload it again.
preview-nothing = The directory says all of this already.
preview-stale = The directory has been changed since you looked. Nothing was imported; this is what the list would change now.
preview-retire = { $n ->
    [one] End the office of { $shown } who is not in the list any more, as of today
   *[other] End the office of { $shown } who are not in the list any more, as of today
}
preview-apply = { $n ->
    [one] Import { $shown } official
   *[other] Import { $shown } officials
}
preview-apply-about = All of it or nothing. An import can be taken back.
preview-line = Line { $place }
preview-entry = Entry { $place }
preview-uneven = { $n ->
    [one] { $cells } cell instead of { $columns }
   *[other] { $cells } cells instead of { $columns }
}
preview-twice = The same person as { $first }
preview-alike = somebody of that name is there already
preview-more = { $n ->
    [one] and { $shown } more
   *[other] and { $shown } more
}
