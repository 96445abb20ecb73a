## Proving who one is
proof-title = Is it still you?
proof-about = What you are about to do cannot be undone or changes who may come in. Show once more that it is you; for ten minutes you are not asked again.
proof-refused = That is not right. Check it and try again.
proof-button = Go on
## The second step
code-title = The second step
code-about = Your password was right. Now type the six digits that your authenticator app shows for Postulo.
code-refused = That code is not right, or was used already. Wait for the next one and type it.
code-help = No app at hand? Type one of your recovery codes instead. If you have lost both, an owner of your organisation can take the second factor away.
code-demo = This is the demo. Your app would show now:
code-demo-wait = This is the demo. The present code was used; the next one comes within half a minute. Load the page again.
factor-code = Code
factor-code-hint = Six digits from the app, or a recovery code.
## The second factor
factor-title = Second factor
factor-required = Your role sees people’s data, so a password alone is not enough. Set up the second factor to go on.
factor-about = With a second factor nobody comes in with your password alone. You need an authenticator app on your phone or computer; any that makes six-digit codes will do.
factor-scan = Scan this with the app.
factor-qr = QR code for the authenticator app
factor-secret = Or type this into it:
factor-type = Type the code that the app shows now.
factor-button = Set up
factor-refused = That code does not fit. See that the clock of your phone is right, and type the code that the app shows now. If you loaded the page more than an hour ago, scan again.
factor-since = Set up on
factor-left = { $n ->
    [0] You have no recovery codes left. Make new ones.
    [one] You have one recovery code left. Make new ones soon.
   *[other] You have { $shown } recovery codes left.
}
factor-renew = Make new recovery codes
factor-renew-about = The old ones are good for nothing then.
factor-remove = Remove the second factor
factor-remove-about = Your password alone lets you in then. Your recovery codes are good for nothing any more.
factor-replace-about = To change to another phone: remove it here, and you are led to set it up again at once. Your recovery codes are good for nothing any more.
factor-codes = Your recovery codes
factor-codes-about = Each lets you in once when you do not have the app. Print this page or write them down, and keep them apart from your phone. They are never shown again.
factor-codes-kept = I have kept them: on to the studio
## Passwords
login-forgotten = Forgotten your password?
password-title = Change your password
password-about = Your other sessions end, and a mail tells you that it was changed.
password-present = Present password
password-present-refused = That is not your present password.
password-new = New password
reset-title = Forgotten your password?
reset-about = Type the address of your account. If there is one, a link that lets you choose another password comes by mail.
reset-ask = Send the link
reset-back = Back to the login
reset-sent = Look into your mail
reset-sent-about = If that address has an account, a mail with a link is on its way. The link holds for one hour and works once. If nothing comes, look into the spam folder, and see whether the address is the one of your account.
reset-choose = Choose another password
reset-choose-about = All your sessions end. If you have a second factor, it is asked for as before.
reset-button = Change the password
## Invitations
invite-title = Invite somebody
invite-about = They get a mail with a link that holds for seven days, and choose their own password.
invite-button = Invite
invite-taken = That address has an account of your organisation already.
invite-invited = That address is invited already. Send the invitation again below.
invite-role-refused = Choose a role.
invitations-title = Open invitations
invitations-empty = Nobody is invited at present.
invitations-until = Holds until
invitations-over = (over)
invitations-resend = Send again
invitations-withdraw = Withdraw
invitation-title = Make your account
invitation-about = You are invited to work for { $organisation }. Your role: { $role }.
invitation-factor = After your first login you set up a second factor: have a phone at hand.
invitation-name = Your name
invitation-name-refused = Type your name, of up to 255 characters.
## Accounts, for owners
accounts-factor = Set up
accounts-no-factor = None
accounts-change-role = Change
accounts-reset-factor = Take the second factor away
## Mails to those who work here
mail-staff-sender = Sent by { $sender } to somebody who works with Postulo.
mail-reset-subject = Another password for the studio
mail-reset-intro = Hello, somebody, we hope you, asked for another password for your account in the Postulo studio.
mail-reset-until = The link holds for one hour and works once.
mail-reset-not-me = If it was not you, there is nothing to do: your password stays as it is.
mail-invitation-subject = You are invited to work for { $organisation }
mail-invitation-intro = Hello, an owner of { $organisation } invites you to its campaigns in the Postulo studio.
mail-invitation-button = Make my account
mail-invitation-until = The link works once, until { $date }.
mail-invitation-elsewhere = This address works for another organisation here already, and an address works for one only. Ask whoever invited you to use another address of yours.
mail-factor-reset-subject = Your second factor was taken away
mail-factor-reset-told = Hello, an owner of your organisation, or whoever runs this installation, has taken the second factor of your account away. Your sessions have ended. Your password is the same.
mail-factor-reset-then = If you did not ask for this, tell another owner at once.
mail-password-changed-subject = Your password was changed
mail-password-changed-told = Hello, the password of your account in the Postulo studio was changed. All other sessions have ended.
mail-password-changed-then = If it was not you, choose another one at once with “Forgotten your password?”, and tell an owner of your organisation.
## The organisation
organisation-title = Organisation
organisation-address = Postal address
organisation-address-hint = As on an envelope. It stands under every update that you mail: the law asks for it.
organisation-address-refused = Give a postal address of up to 500 characters.
organisation-zone = Time zone
organisation-zone-hint = On whose clocks you type and read times, such as America/Toronto.
organisation-zone-refused = Give a time zone from the list, such as America/Toronto.
organisation-reply = Where replies go (optional)
organisation-reply-hint = Whoever answers a mail about one of your campaigns writes to this address. Left empty, replies go to whom the mail is from.
organisation-reply-refused = Give an email address such as name@example.org, or leave it empty.
organisation-language = New campaigns begin in
organisation-language-hint = Whoever begins a campaign may choose another.
organisation-language-any = The language in which one reads the studio
organisation-button = Save
## What came to nothing
studio-back = To the studio
