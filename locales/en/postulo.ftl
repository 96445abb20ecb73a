### Everything that people read, in English. A message here has its twin in every other language, or nothing is built.

## The frame
skip-to-content = Skip to the content
nav-languages = Languages
nav-about = About this site
nav-campaigns = Campaigns
footer-operator = Run by { $operator }. No trackers, no third parties.
to-campaigns = See the open campaigns
back-to-campaign = Back to the campaign
optional = (optional)
title-error = Error:

## Home
home-title = Campaigns
home-lead = Petitions and open letters to public officials. Every signature is confirmed by email, and the count is live.
home-empty = No campaign is open at the moment.
count-signatures = { $count ->
    [one] { $shown } signature
   *[other] { $shown } signatures
}

## The count
count-title = Signatures so far
count-unit = { $count ->
    [one] confirmed signature
   *[other] confirmed signatures
}
count-progress = Progress to the next milestone
count-next = Next milestone:
count-spoken = confirmed signatures
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

## The form
sign-title = Sign
sign-until = Open until { $date }.
sign-button = Sign
sign-data = Your name stays private unless you choose otherwise. Your details are encrypted, never sold, and never passed on but as shown above.
field-name = Full name
field-email = Email
field-email-hint = We send you one link to confirm that it is you.
field-country = Country
field-country-choose = Choose a country
field-postal = Postal code
field-postal-hint = It tells in which province or riding you live.
field-city = Place
field-region = Region
field-public = How your name shows on this site
field-public-hint = Nobody sees your name unless you choose so.
display-hidden = Hidden
display-initials = Initials only
display-first-name = First name only
display-full = Full name
field-updates = Send me updates on this campaign
field-updates-hint = From the organisers, by email. You can stop them at any time.
field-comment-open = Add a comment
field-comment = Comment
field-comment-hint = For the organisers and, where your name is handed over with all details, the addressee. Up to 1,000 characters.
honeypot = Leave this field empty
proof-asked = Unusually many signatures are arriving right now. While you fill this in, your device does a short calculation to show that you are not a robot. It tells nobody anything about you.
proof-without-script = Unusually many signatures are arriving right now. Without JavaScript you can sign as well: the button of our email then asks for the six digits of that email.
proof-working = One moment: your device is calculating. Your signature is then sent by itself.

## What is refused, and why
problem-summary = There is a problem
missing-name = Enter your full name
missing-email = Enter your email address
missing-country = Choose a country
missing-code = Enter the code from the email
missing-message = Write a message
missing-other = This is needed
refused-too-long = This is too long: { $count ->
    [one] { $shown } character is the most
   *[other] { $shown } characters is the most
}
refused-control = Remove the invisible control characters
refused-url = Remove the web address
refused-leading-sign = Begin with a letter: = + - and @ cannot come first
refused-no-letters = A name needs at least one letter
refused-stacked-marks = Too many accents are stacked on one letter
refused-email-at = An email address has one @, as in name@example.org
refused-email-space = Remove the spaces from the email address
refused-email-local = Check the part before the @
refused-email-domain = Check the part after the @, as in name@example.org
refused-email-quoted = Email addresses with quotation marks are not taken
refused-unknown = Choose one from the list
refused-other-text = The text of the campaign has changed since you opened this page. Read it again, then sign.
refused-code = This code is not right or is no longer valid. Check the newest email, or have another sent.

## Waiting for the mail
waiting-title = Check your email
waiting-lead = We have sent you an email. Press the button in it, or type its six digits here.
waiting-not-yet = Your signature counts only once it is confirmed.
waiting-slow = Many people are signing: email is taking about { $minutes ->
    [one] a minute
   *[other] { $shown } minutes
} just now. Yours is in the queue; there is no need to sign again.
waiting-stopped = Email is held up just now. Yours is in the queue and will be sent as soon as it goes out again; there is no need to sign again.
waiting-sent-again = If another email can be sent, it is on its way.
waiting-nothing = Nothing came?
waiting-nothing-do = Look in your spam folder first. We send at most { $daily } emails a day to one address, and at most { $count } for one signature. An address that sent our mail back gets none for a day: check how it is spelled.
field-code = Six-digit code
field-code-hint = For example 123456
code-button = Confirm
resend-button = Send the email again
field-other-email = Another email address
field-other-email-hint = If the first one was mistyped. Everything else you entered is kept.
change-address-button = Send to this address

## Confirming
confirm-title = One press, and you have signed
confirm-lead = You are signing:
confirm-button = Confirm my signature
confirm-code-title = Type the code, and you have signed
confirm-code-lead = The six digits are in the email that brought you here. You are signing:
confirm-code-why = Unusually many signatures were arriving when you signed, and your browser did not do the short calculation that shows that you are not a robot. Nothing is wrong with your signature; it only needs its code, even if all is quiet again by now.
confirm-code-again = No code, or the wrong one? Have another email sent
thanks-title = Thank you
thanks-lead = , your signature is confirmed.
thanks-place = You are number { $shown }.
postmark-confirmed = Confirmed
share-title = Tell others
share-lead = One more person who hears of it from you counts more than any advertisement.
share-email = Email
share-sms = Text message
next-title = What next
next-mine = Your own page: show or hide your name, or take your signature back
next-watch = Watch the count
over-expired = This link has expired
over-expired-do = A signature waits { $days } days to be confirmed. Nothing was counted. You can sign again: it takes a minute.
over-too-late = This campaign is closed
over-too-late-do = Signatures could be confirmed until a day after it closed. Yours was not counted.
over-withdrawn = This signature was withdrawn
over-withdrawn-do = You took it back, so it is not counted. If you have changed your mind, you can sign again.
over-disowned = You told us that you did not sign
over-disowned-do = The signature was removed and is not counted. We send no more mail about this campaign to this address.
over-invalidated = This signature was struck out
over-invalidated-do = The organisers found that it could not be counted. If you think that is wrong, write to them.

## The supporter's page
mine-title = Your signature
mine-state = Where it stands
mine-signed-at = Signed
mine-confirmed-at = Confirmed
mine-place = Place in the count
mine-data = Download my data
mine-text = The text as you signed it, and what each addressee is handed
mine-disown = I did not sign this
mine-disown-what = We remove this signature and send no more mail about this campaign to this address. This cannot be undone.
mine-disown-button = I did not sign this
mine-withdraw = Withdraw my signature
mine-withdraw-what = Your signature comes off the count and your details are deleted. What stays is that somebody from your country signed and withdrew, without a name. This cannot be undone, but you can sign again.
mine-withdraw-button = Withdraw my signature
mine-erase = Erase everything
mine-erase-what = Your signature comes off the count and everything about it is deleted, this page too. This cannot be undone.
mine-erase-button = Erase everything
save-button = Save
state-pending = Waiting to be confirmed. Use the button or the code in the email.
state-confirmed = Confirmed
state-withdrawn = Withdrawn on { $date }. Your details are deleted.
state-disowned = Removed on { $date }: you told us that you did not sign.
state-invalidated = Struck out on { $date } by the organisers. Your details are deleted.
done-name = Saved: how your name shows.
done-updates = Saved: your choice on updates.
done-withdrawal = Your signature is withdrawn and off the count.
done-disavowal = The signature is removed. You get no more mail about this campaign.
erased-title = Everything is erased
erased-what = Your signature is off the count and nothing about it is kept.

## Contact
contact-title = Write to the organisers
contact-lead = Your message goes by email to the organisers of “{ $title }”.
contact-data = Your address is used only to answer you.
contact-button = Send
contact-sent = Thank you. Your message is on its way to the organisers.
field-message = Message

## About
privacy-title = Privacy
privacy-intro = This site is run by { $operator }. A signature can show a political opinion, and some who sign have relatives whom that could endanger. So names are private unless their bearers choose otherwise, personal details are encrypted where they are stored, and no page or mail loads anything from anybody else.

    When you sign, you agree that the addressees of the campaign are handed what the page shows for each of them at that moment, and nothing more. That cannot be changed afterwards without asking you. Whether you get updates is a separate choice, which you can take back at any time.
privacy-officer = Privacy officer
privacy-kept = What is kept, how long, and who sees it
privacy-what = What
privacy-how-long = How long
privacy-who = Who sees it
privacy-person = Name, email, country, postal code, place, comment
privacy-person-long = Until you withdraw or erase it, or the operator ends the campaign's records
privacy-person-who = You; staff who hand the petition over; each addressee as shown when you signed
privacy-unconfirmed = The same, not yet confirmed
privacy-network = A scrambled form of the network you signed from, to find forgeries
privacy-mails = That a mail was sent, without its words
privacy-stop = A scrambled form of an address that wants no more mail
privacy-stop-long = For as long as the campaign is stored
privacy-days = { $days } days
privacy-nobody = Nobody; it is used by the program only
privacy-rights = ## What you can do

    In every confirmation mail there is a link to your own page. There you can show or hide your name, stop updates, download your data, withdraw your signature, or erase everything at once. If you no longer have that mail, sign again with the same address: you are sent a new link, and are not counted twice. Or write to the privacy officer.

    ## When unusually many sign

    The form may then ask your device for a short calculation, to show that you are not a robot. This site makes it and checks it, nobody else: it reads nothing from your device and leaves nothing on it. To notice such a rush, the program keeps in its memory, for ten minutes, from which parts of the network signatures came; none of that is stored.

    ## Cookies

    There are none.
accessibility-title = Accessibility
accessibility-body = We mean every page to meet the Web Content Accessibility Guidelines 2.2 at level AA: with a keyboard, with a screen reader, at 320 pixels and at 400 % zoom, in light and dark, and without JavaScript. Each public page is checked automatically before every release, in English and in French.

    Live counts are announced at most once a minute. No form has a time limit, and nothing that you typed is lost where something is refused.

    If something does not work for you, tell us what and where; we answer and mend it.
counting-title = How we count
counting-body = ## What counts

    A signature counts once its email address has been confirmed: by pressing the button in our mail or typing its code. Opening the link counts nothing, so mail scanners count nothing.

    While unusually many signatures arrive, the form asks the device for a short calculation that shows that its owner is not a robot. Whoever signs without it needs the code. Nobody is refused for that, and nothing is deleted.

    ## Once each

    One person counts once for a campaign, however often or in however many spellings an address is typed. Two people of one household may share an address if their names differ and their postal code is the same. A third may not.

    ## Parts and whole

    The count is moved in the same step that confirms a signature. It is also kept by hour, country and region, and these parts always sum to the whole. A self-check counts the signatures anew every hour and raises an alarm if there is any difference.

    ## Counted and reported

    We show only what this system has counted. Figures that others report are shown apart, with their source, and are never added.

    ## Withdrawn, held, struck out

    Whoever withdraws comes off the count at once. A signature that looks doubtful, for example from a throw-away mailbox, is held for people to review: it is neither counted nor deleted meanwhile. A burst of signatures alone is no reason to hold any. What staff release or strike out is kept in a log, with the reason.

    ## The text

    Each signature is bound to the exact version of the text that was shown. A version that somebody has signed never changes; a new wording is a new version.

## The demo's outbox
outbox-title = Outbox
outbox-about = The demo sends no mail. What it would send is here, newest first.
outbox-empty = No mail has been sent yet. Sign the campaign, then look here.
outbox-to = To { $address }

## Errors
error-reference = Reference for the operator: { $reference }
error-not-found = This page does not exist
error-not-found-do = Check the address. If you followed a link, it may be old.
error-method = That cannot be done here
error-method-do = Go back and use the form on the page.
error-bad-request = We could not read what was sent
error-bad-request-do = Go back, reload the page and try again. Nothing was stored.
error-too-large = That was too large
error-too-large-do = Go back and shorten what you entered. Nothing was stored.
error-too-slow = That took too long to arrive
error-too-slow-do = Your connection may be weak. Go back and send it again. Nothing was stored.
error-cross-site = This was sent from another site
error-cross-site-do = Open the page on this site and use the form there. Nothing was stored.
error-unknown-link = We do not know this link
error-unknown-link-do = It may have been cut when it was copied. Open it from the email itself, or copy all of it. If you have signed, you can sign again with the same address and are sent a new link.
error-link-over = There is nothing here any more
error-link-over-do = The signature that this link was for has been removed, or waited too long. You can sign again.
error-removed = This campaign was taken down
error-removed-do = It no longer takes signatures or shows its text.
error-limited = Too many at once
error-limited-do = { $minutes ->
    [one] From your network or for this address there were more than we take at a time. Nothing is wrong with what you entered: wait about { $shown } minute, go back, and send it again.
   *[other] From your network or for this address there were more than we take at a time. Nothing is wrong with what you entered: wait about { $shown } minutes, go back, and send it again.
}
error-shed = We cannot take this just now
error-shed-do = Very many people are signing, or something is being mended. Wait a few seconds, go back, and send it again: what you typed is still there, and nobody is counted twice.
error-refused-do = Mend the fields that are named, and send again. Nothing was stored.
error-internal = Something went wrong on our side
error-internal-do = It has been recorded. Go back and try again; what you typed is still there.

## Mail
mail-greeting = Hello { $name },
mail-confirm-subject = Please confirm your signature
mail-confirm-intro = somebody, we hope you, signed this with your address:
mail-confirm-choices = You signed version { $version } of the text. Your name on the site: { $name }. { $updates }
mail-updates-yes = You asked for updates by email.
mail-updates-no = You did not ask for updates, and get none.
mail-confirm-button = Confirm my signature
mail-confirm-code = Or type this code on the page where you signed:
mail-confirm-until = Both work until { $date }. Without them the signature is not counted and is deleted.
mail-not-me = I did not sign this
mail-keep = Keep this mail: under the last link you can later show or hide your name, withdraw your signature, or erase your data.
mail-sender = Sent by { $sender }, because this address was entered in a form.
mail-already-subject = You have signed already
mail-already-intro = somebody, we hope you, signed this again with your address:
mail-already-done = Your signature is confirmed already, and nobody counts twice. There is nothing to do.
mail-mine = See your signature, change how your name shows, or withdraw it
mail-taken-subject = A signature with your address was not taken
mail-taken-intro = Hello, somebody tried to sign this with your address, under another name:
mail-taken-rule = We did not record it. Two people of one household may share an address if their names differ and their postal code is the same; others need an address of their own.
mail-taken-what = If that was somebody at home, they can sign with another address. If the signature that is there is not yours, open it and choose “Withdraw my signature”. The address is then free, and you can sign:
mail-taken-link = See or remove the signature at this address
mail-contact-subject = A message about “{ $title }”
mail-contact-intro = { $name } ({ $email }) wrote through the contact form:
mail-contact-reply = An answer to this mail goes to its writer.

## The studio
studio-title = Postulo studio
studio-nav = Studio
studio-moment = { $day }, { $time } UTC
studio-campaign = Campaign
studio-status = Status
studio-counted = Counted
studio-pending = To be confirmed
studio-act = Action
studio-empty = Your organisation has no campaign yet. Whoever runs this installation can load one.
studio-figures-about = Counted: confirmed by email. To be confirmed: the email was sent and its button has not been pressed yet. Both as of now.
studio-upcoming = Not open yet
studio-open = Open
studio-paused = Paused
studio-closed = Closed
studio-removed = Taken down
role-owner = Owner
role-organiser = Organiser
role-moderator = Moderator
role-staff = Staff
role-viewer = Viewer
login-title = Log in to the studio
login-password = Password
login-button = Log in
login-help = Forgotten your password, or no account yet? Ask an owner of your organisation, or whoever runs this installation.
login-refused = That email address and password do not go together.
login-refused-do = Check both and try again. Capital letters count in the password.
set-up-title = Set up the studio
set-up-about = There is no account yet. The one you make now is the owner of the first organisation, and lets others in.
set-up-organisation = Name of the organisation
set-up-organisation-refused = Give the organisation a name of up to 255 characters.
set-up-email-refused = Give an email address, such as name@example.org.
set-up-button = Make the account
password-rule = A password has { $shortest } to { $longest } characters of any kind.
logout-button = Log out
sessions-title = Your sessions
sessions-about = The browsers in which you are logged in. A session ends after 12 hours without use, and after 7 days in any case.
sessions-device = Browser
sessions-unknown-device = Unknown browser
sessions-began = Logged in
sessions-seen = Last used
sessions-this = This browser
sessions-end = End
sessions-end-others = End all other sessions
accounts-title = Accounts
accounts-about = Who may log in for your organisation. Disabling an account ends its sessions at once; it can be enabled again.
accounts-role = Role
accounts-since = Since
accounts-open = May log in
accounts-disabled = Disabled since
accounts-own = Your own account
accounts-disable = Disable
accounts-enable = Enable
error-forbidden = Your role does not allow this
error-forbidden-do = You are logged in, but this is for others of your organisation. Ask an owner if you need it.
