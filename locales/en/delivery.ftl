# Deliveries: what is handed to an addressee.
deliveries-title = Deliveries
deliveries-about = A delivery is what one addressee is handed on one day. First you plan it and see what it would hold. Then you freeze it: whoever signs later is not in it. Then it is approved, packed, signed and handed over.
deliveries-none = There is no delivery yet.
delivery-column = Delivery
delivery-number = Delivery { $number }
delivery-to = To
delivery-to-hint = Each addressee gets a delivery of their own, and sees no more than the people who signed were promised.
delivery-to-refused = Choose at least one addressee.
delivery-day = Planned for
delivery-day-hint = The day on which you mean to hand it over. It can be handed over earlier or later.
delivery-day-refused = Give a day from today on, within three years.
delivery-scope = What goes into it
delivery-scope-refused = Choose what goes into it.
delivery-all = Everybody who has signed
delivery-new = Who has signed since the last delivery to the same addressee
delivery-lang = Language of the cover
delivery-lang-refused = Choose the language of the cover.
delivery-lines = On the roll
delivery-stage = Where it is
delivery-planned = Planned
delivery-freezing = Being frozen
delivery-frozen = Frozen
delivery-plan-title = Plan a delivery
delivery-plan = Plan it
delivery-no-addressees = The text names no addressee, so there is nobody to deliver to. Add one to the text and publish it.
delivery-tells = What it tells of each person
delivery-tells-numbers = numbers only
delivery-tells-place = numbers by place
delivery-tells-name-place = names and places
delivery-tells-full = names, places, postal codes and comments
delivery-made-by = Planned by
delivery-cut-off = Cut-off
delivery-key = Signed with the key
delivery-address = Address
delivery-no-address = The directory knows no address of this addressee. You can still hand the package over by link or in person; to mail it, add the address to the directory before you freeze.
delivery-preview = What it would hold now
delivery-preview-about = Nothing is fixed yet: people can still sign and take their signatures back until you freeze it.
delivery-nothing = There is nobody and nothing to hand over. Wait for signatures, or choose paper that goes along.
delivery-holds = What it holds
delivery-online = Signed online
delivery-since = Of these, not yet delivered to this addressee
delivery-organisations = Organisations
delivery-professionals = Professionals
delivery-paper-signatures = Signatures on paper
delivery-postcards = Postcards
delivery-rows = Rows typed from the sheets
delivery-own-riding = Signed online in the addressee’s own riding
delivery-small-parts = Places with fewer than ten each, together
delivery-other-parts = All others
delivery-left-out = Left out
delivery-out-held = Held as doubtful
delivery-out-unconfirmed = Never confirmed by email
delivery-out-withdrawn = Taken back
delivery-out-disowned = Signed by somebody else in their name
delivery-out-invalidated = Struck out as invalid
delivery-out-withheld = Counted, but not named: they were promised so
delivery-paper = Paper that goes along
delivery-paper-none = No print run to this addressee and no batch of the ledger is waiting to go along.
delivery-paper-legend = What goes along
delivery-paper-keep = Keep this choice
delivery-paper-refused = Some of that paper goes along with another delivery, or is not for this addressee. Look at the list and choose again.
delivery-signatures = { $count ->
    [one] { $number } signature
   *[other] { $number } signatures
}
delivery-freeze-title = Freeze it
delivery-freeze-about = Whoever signs from that moment on is not in this delivery. Who takes their signature back later is struck out of the package, and their number stands in a supplement. The package is made in the background.
delivery-freeze = Freeze this delivery
delivery-another-freezing = Another delivery to the same addressee is being frozen. Wait until it is, so that nobody stands in both.
delivery-left = { $count ->
    [one] One on the roll has left since it was frozen.
   *[other] { $number } on the roll have left since it was frozen.
}
delivery-supplement = Supplement: their numbers on the roll (CSV)
delivery-approvals = Approval
delivery-no-approval = It tells nothing about single persons, so nobody has to approve it.
delivery-approvals-about = { $count ->
    [one] It tells of single persons: one of you approves before it leaves.
   *[other] It tells of single persons: { $number } of you approve before it leaves, each from their own account.
}
delivery-approvals-missing = { $count ->
    [one] One approval is missing.
   *[other] { $number } approvals are missing.
}
delivery-approve = I approve this delivery
delivery-package = The package
package-edition = Edition { $number }
package-progress = Lines written
package-lines = { $done } of { $whole } lines
package-stop = Stop
package-failed = The package could not be made. Ask for it again; if it fails again, tell whoever runs the service.
package-cancelled = Stopped before it was ready.
package-discarded = No longer kept: somebody in it has left, or it was kept long enough. A newer edition can be made.
package-size = Ready, { $size }.
package-manifest = Hash of its manifest (SHA-256):
package-gone = { $count ->
    [one] One who has left is not named in it.
   *[other] { $number } who have left are not named in it.
}
package-waits = It can be fetched once enough of you have approved it.
package-fetch = Fetch the package
package-fetch-about = That you fetched it, and when, is put on record and stands in the file. A download that breaks off goes on for a day.
package-again = Make the package
package-not-there = That package is no longer there. Look below for a newer one.
delivery-fetches = Fetched by
delivery-the-office = The office, by its link
delivery-somebody = Somebody who works here no longer
delivery-cancel-title = Cancel this delivery
delivery-cancel-about = Its package is deleted, and who was in it can be in another delivery. What has been handed over cannot be cancelled.
delivery-cancel = Cancel the delivery
organisation-approvals-title = Approving deliveries
organisation-approvals = How many approve
organisation-approvals-hint = So many of you, each from their own account, approve a delivery that tells of single persons before anybody can fetch it. Two is safe; choose one only if you are alone.
organisation-approvals-button = Keep
organisation-approvals-refused = Choose a number from 1 to 5.
