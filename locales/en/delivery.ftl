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
delivery-new = Those who have signed since the last delivery to the same addressee
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
delivery-scans-in = Scans of this paper are put into the package, as files beside the roll.
delivery-scans-out = Scans are left out of the package: names stand on them, and this addressee is not told names.
delivery-signatures = { $count ->
    [one] { $number } signature
   *[other] { $number } signatures
}
delivery-freeze-title = Freeze it
delivery-freeze-about = Whoever signs from that moment on is not in this delivery. Whoever takes their signature back later is struck out of the package, and their number stands in a supplement. The package is made in the background.
delivery-freeze = Freeze this delivery
delivery-another-freezing = Another delivery to the same addressee is being frozen. Wait until it is, so that nobody stands in both.
delivery-forgotten = The names of this campaign are no longer kept, so no package can be made.
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
package-failed = The package could not be made. Ask for it again; a delivery that was just being frozen is planned as before: freeze it again. If it fails again, tell whoever runs the service.
package-cancelled = Stopped before it was ready.
package-discarded = No longer kept: somebody in it has left, or it was kept long enough.
package-size = Ready, { $size }.
package-manifest = Hash of its manifest (SHA-256):
package-gone = { $count ->
    [one] One who has left is not named in it.
   *[other] { $number } who have left are not named in it.
}
package-waits = It can be fetched once enough of you have approved it.
package-fetch = Fetch the package
package-fetch-about = That you fetched it, and when, is put on record, and the file says it. A download that breaks off goes on for a day.
package-must-encrypt = Your organisation lets packages that tell of single persons leave only encrypted. Tick whose keys open it.
package-no-carrier = Nobody is ticked who could open it, or somebody who has no key any more. Tick again whose keys open it.
package-no-keys = To carry it encrypted, somebody who carries it needs a key:
package-no-own-key = You have no key yourself, so you could not open it:
package-carriers = Whose keys open it
package-carriers-hint = Each of these opens it with any of their own keys, and nobody else does, not even we. Tick everybody who carries it.
package-fetch-encrypted = Fetch it encrypted
fetch-encrypted = { $count ->
    [one] encrypted to one key
   *[other] encrypted to { $number } keys
}
package-again = Make the package
package-not-there = That package is no longer there. Look below for a newer one.
delivery-fetches = Fetched by
delivery-the-office = The office, by its link
delivery-somebody = Somebody who works here no longer
delivery-cancel-title = Cancel this delivery
delivery-cancel-about = Its package is deleted, and who was in it can be in another delivery. What has been handed over cannot be cancelled.
delivery-cancel-fetched = The office has fetched it by its link: what has left the house cannot be cancelled.
delivery-cancel = Cancel the delivery
organisation-approvals-title = Approving deliveries
organisation-approvals = How many approve
organisation-approvals-hint = So many of you, each from their own account, approve a delivery that tells of single persons before anybody can fetch it. Two is safe; choose one only if you are alone.
organisation-approvals-button = Keep
organisation-approvals-refused = Choose a number from 1 to 5.
organisation-encryption-title = Encrypting deliveries
organisation-encryption = Staff fetch packages that tell of single persons only encrypted
organisation-encryption-hint = Then a lost stick or laptop tells nothing: a package is encrypted to the keys of those who carry it. Each of them first needs a key, under “Your sessions”. The link for an office is not touched by this: what it leads to is protected on its way and by a passphrase, and an office has no key.
# What the campaign's page tells.
delivered-title = Delivered
delivered-earlier = Earlier deliveries
delivered-to = To { $name }
delivered-signatures = { $count ->
    [one] { $number } signature
   *[other] { $number } signatures
}
delivered-postcards = { $count ->
    [one] { $number } postcard
   *[other] { $number } postcards
}
delivered-letter = The open letter, with the organisations and professionals who signed it
delivered-acknowledged = Receipt acknowledged on { $day } by { $by }.
delivered-unacknowledged = Receipt has not been acknowledged yet.
# What an office sees.
handover-title = A delivery for your office
handover-from = From { $organisation }
handover-about = Signatures have been gathered for your office. Whoever sent you this link tells you a passphrase of twelve digits by another way, such as by telephone.
handover-passphrase = Passphrase
handover-passphrase-hint = Twelve digits; spaces do not matter.
handover-enter = Open the delivery
handover-expires = This link holds until { $at }.
handover-moment = { $day }, { $time } UTC
handover-wrong = That is not the passphrase. Type it again, or ask whoever sent you the link.
handover-locked = Too many attempts were wrong. Try again after { $at }, or ask for another link.
handover-to = For
handover-fetch-title = Fetch the delivery
handover-size = One ZIP archive, { $size }.
handover-fetch = Download
handover-fetch-about = A download that breaks off can go on for a day. The file says when you downloaded it.
handover-being-prepared = The archive is being prepared. Come again in some minutes.
handover-being-made = The archive is being made anew, as it is whenever somebody takes their signature back. Come again in some minutes.
handover-not-there = The archive cannot be downloaded now. Ask whoever sent you this link.
handover-cut-off = That download cannot go on: the archive was made anew, or a day has passed. Begin the download again.
handover-receipt-title = Acknowledge receipt
handover-receipt-about = One press tells everybody who signed that their signatures have reached you. It says nothing about what you think of them.
handover-by = Name
handover-by-hint = Your name, or that of your office, as it shall stand on the public page of the campaign.
handover-by-refused = Give a name on one line of up to 120 characters, with a letter in it and no web address.
handover-acknowledge = We have received this delivery
handover-receipt-given = Receipt was acknowledged on { $at } by { $by }. Thank you.
handover-check-title = Check it
handover-check = The archive can be checked without us and without a network: unpack it and open verify.html. It tells whether every file is as it was packed, and by which key it was signed.
handover-key = The fingerprint of our key:
delivery-key-title = The key that deliveries are signed with
delivery-key-about = Every delivery is signed. Compare the fingerprint on the printed cover, and the one that the check shows, with the one here.
delivery-key-none = Nothing has been delivered yet, so there is no key.
delivery-key-now = In use
delivery-key-before = Used before
delivery-key-file = The keys as a file
# Handing over.
hand-over-title = Handing over
way-link = By link
way-paper = On paper
way-stick = On a stick
way-mail = By post
office-link-title = By link
office-link-about = The office opens the link without an account, types a passphrase, downloads the package and acknowledges it. With the download it counts as handed over. Only the newest link leads to it.
office-link-days = The link holds for
office-link-so-many = { $count } days
office-link-make = Make a link
office-link-again = Make another link in its place
office-link-revoke = End the link
office-link-until = The link holds until
office-link-opened = Opened for the first time on
office-link-unopened = Nobody has opened it yet.
office-link-guessed = The last link was ended by wrong passphrases. Make another one.
office-link-made = The link for the office
office-link-once = Both are shown this once. Keep them now; if they are lost, make another link.
office-link-address = Link
office-link-address-about = Send it to the office by email.
office-link-passphrase-about = Tell it by another way, such as by telephone. Never send both in one message.
office-link-kept = I have kept both
step-handed-title = Handed over in another way
step-handed = Write down that it was handed over
step-receipt-title = Receipt
step-receipt = Write down the receipt
step-way = How
step-way-refused = Choose how it was handed over.
step-by = Acknowledged by
step-by-hint = A name or an office, as it shall stand on the campaign’s page.
step-day-early = That day is too early. A delivery is handed over on the day it is frozen or later, and acknowledged on the day it is handed over or later.
step-note-hint = Shown to your colleagues only. No names of those who signed.
step-note-refused = The note is too long. 500 characters are enough.
step-photo-field = Photo of the stamped copy (optional)
step-photo-hint = Of the cover with the stamp on it, not of the roll. What the camera writes beside it, such as the place, is removed.
step-photo = Photo of the stamped copy
step-written = Written down by
step-take-back = Take back the last entry
# What a supporter is told.
proof-of-delivery = Deliveries that it is part of
proof-handed-over = Handed over
proof-acknowledged = Receipt acknowledged
proof-not-yet = Not yet
proof-number = Number on the roll
proof-told-as-shown = what everybody can read under the letter, and nothing more
proof-told-nothing = nothing but the number of a line, without a name
proof-told = What was handed over of you
proof-will-be-told = What will be handed over of you
# Telling supporters.
tell-title = Telling supporters
tell-about = Those who asked for updates can be told that it was delivered. This drafts an update in English and French; whoever sends updates finishes it, and sends it once.
tell-draft = Draft an update
tell-drafted = Update { $number } is drafted.
tell-delivered-title = { $count ->
    [one] { $number } signature handed over to { $name }
   *[other] { $number } signatures handed over to { $name }
}
tell-delivered-body = { $count ->
    [one] We have handed { $number } signature over to { $name }, { $office }. On your own page, behind the link in our mails, you see in which deliveries you are and when they were acknowledged.
   *[other] We have handed { $number } signatures over to { $name }, { $office }. On your own page, behind the link in our mails, you see in which deliveries you are and when they were acknowledged.
}
tell-cards-title = { $count ->
    [one] { $number } postcard handed over to { $name }
   *[other] { $number } postcards handed over to { $name }
}
tell-cards-body = { $count ->
    [one] We have handed { $number } postcard over to { $name }, { $office }. On your own page, behind the link in our mails, you see where your card is.
   *[other] We have handed { $number } postcards over to { $name }, { $office }. On your own page, behind the link in our mails, you see where your card is.
}
tell-letter-title = Our letter handed over to { $name }
tell-letter-body = We have handed our open letter, with the organisations and professionals who signed it, over to { $name }, { $office }.
# The keys of those who carry packages.
keys-title = Keys to carry packages
keys-about = A package that you carry can be encrypted, so that whoever finds your stick or laptop reads nothing. It is encrypted to the public keys that you keep here, with the tool age. The secret halves stay on your computers: nobody can open a package without one of them, not even we.
keys-none = You have no key here yet.
keys-label = Name
keys-label-hint = What you call it, such as the computer that it is on. Your colleagues see it.
keys-label-refused = Give the key a name of up to 60 letters, without an address of the web.
keys-key = Public key
keys-key-hint = One key on one line: what age-keygen shows behind “Public key”, age1…, or a public key of SSH, ssh-ed25519 … or ssh-rsa ….
keys-added = Added
keys-add-title = Add a key
keys-add = Add the key
keys-remove = Remove
keys-missing = Paste the public key.
keys-secret = This is a secret key. We have kept nothing of it, but it has left your computer: count it as known to others. Make a new key, and use this one for nothing any more. Then paste the public half of the new one.
keys-kind = This kind of key cannot be used. Take one of age that begins with age1 and has no name of a plug-in in it, or one of SSH of the kind ssh-ed25519 or ssh-rsa.
keys-size = An RSA key must have from 2048 to 4096 bits. Take another one.
keys-wrong = This is no public key, or it has a mistake in it. Copy the whole line again, one key alone.
keys-double = You have this key already.
keys-too-many = You have { $most } keys. Remove one that you no longer use first.
