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
privacy-person-long = Until you withdraw or erase it; after the petition was handed over for the last time { $days } days at the most, and if you asked for updates { $consents } days from when you did
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

    ## Paper

    Signatures and postcards on paper count once two people have counted them, each by themselves, and both numbers are the same. Every box is in a ledger in which nothing is changed: a mistake is corrected by another entry. Where sheets are typed in, each row is compared with who has signed online and on other sheets, and whoever stands there twice counts once; what cannot be read or is doubtful does not count until somebody has looked. Paper is told apart from what was signed online.

    ## Counted and reported

    We show only what this system has counted. Figures that others report are shown apart, with their source, and are never added.

    ## Withdrawn, held, struck out

    Whoever withdraws comes off the count at once. A signature that looks doubtful, for example from a throw-away mailbox, is held for people to review: it is neither counted nor deleted meanwhile. A burst of signatures alone is no reason to hold any. What staff release or strike out is kept in a log, with the reason.

    ## The text

    Each signature is bound to the exact version of the text that was shown. A version that somebody has signed never changes; a new wording is a new version.

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
error-handover-over = This link is no longer valid
error-handover-over-do = Ask whoever sent it for a new one.
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

## The demo's outbox
outbox-title = Outbox
outbox-about = The demo sends no mail. What it would send is here, newest first.
outbox-empty = No mail has been sent yet. Sign the campaign, then look here.
outbox-to = To { $address }
