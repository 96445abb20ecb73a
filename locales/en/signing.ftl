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
