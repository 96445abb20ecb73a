# Postcards

card-pending = Waiting for your confirmation
card-verified = Confirmed; somebody of the campaign will look at it before it is printed
card-approved = Approved, to be printed
card-rejected = It will not be printed
card-change-asked = You were asked to change the message
card-batched = On its way to the printer
card-printed = Printed
card-handed-over = Handed over
card-mailed = Mailed
card-acknowledged = Received
card-withdrawn = Taken back
card-disowned = Its owner did not write it

card-sender-full = Full name and place
card-sender-first-name = First name and place
card-sender-initials = Initials only

card-because-contact = it has a link, a phone number or advertising
card-because-others-data = it says something about other people that is not for others to send
card-because-threat = it can be read as a threat
card-because-tone = it insults
card-because-off-topic = it is not about this campaign
card-because-other = it is not suited to be sent in the name of this campaign

# What is refused

refused-unbalanced = A character that turns the direction of the text is not ended in its line
refused-overfull = { $count ->
    [one] About { $shown } character is too many: the card has no room for it
   *[other] About { $shown } characters are too many: the card has no room for them
}
refused-not-printable = We cannot print “{ $character }”: none of our fonts has it
refused-no-member = We do not know the member of Parliament for this postal code. Choose somebody else
refused-shared = Somebody at your email address has written to them already. Another person may where the postal code is the same
missing-official = Choose to whom the card goes
missing-design = Choose a picture
missing-postal-code = Enter your postal code, so that we find your member

# Mails

mail-card-subject = Please confirm your postcard
mail-card-intro = somebody, we hope it was you, wrote a postcard to { $official } with your address:
mail-card-choices = How you show on the card: { $sender }. { $updates }
mail-card-held = Once confirmed, somebody of the campaign looks at it, and then it is printed and sent.
mail-card-button = Confirm my postcard
mail-card-code = Or type this code on the page where you wrote it:
mail-card-until = Both work until { $date }. Without them the card is not printed and is deleted.
mail-card-not-me = See my card, or say that I did not write it
mail-card-keep = Keep this mail: under the last link you can see where your card is, and take it back until it is printed.
mail-card-again-subject = You have written this postcard already
mail-card-again-intro = somebody, we hope it was you, wrote once more to { $official }:
mail-card-again-done = Your card is there already, and each person writes one to each official. There is nothing to do.
mail-card-taken = somebody else wrote a postcard with your address. We did not take it.
mail-card-mine = See my postcard
mail-card-rejected-subject = Your postcard will not be printed
mail-card-rejected = we have looked at your postcard, and will not print it: { $reason }. If you think that is wrong, answer this mail.
mail-card-change-subject = Please change your postcard
mail-card-change = we have looked at your postcard, and ask you to change its message: { $reason }. Then we will look at it again.
mail-card-change-link = Change the message
mail-card-approved-subject = Your postcard will be printed
mail-card-approved = we have looked at your postcard again, and it will be printed. Thank you.

# What is held about people

held-postcard = Postcard
mail-kind-postcard = About a postcard

# What organisers set

cards-title = Postcards
cards-settings = Settings
cards-designs = Pictures
cards-about = Supporters write a card to an official, see it as it will be printed, and confirm by email. Moderators look at each before it is printed.
cards-saved = Saved.
cards-offered = Supporters may write postcards
cards-officials = To whom they may write
cards-officials-about = Those of your directory who are in office and have an address. Untick whom you no longer offer.
cards-add-official = Add an official
cards-add-none = Nobody more
cards-by-riding = Also: the writer’s own member, by postal code
cards-no-ridings = No table of ridings is loaded, so no member is found by postal code yet.
cards-elections = There is an election: every card needs a stamp
cards-elections-about = Mail to members of the House of Commons goes free within Canada. That ends ten days after membership does, so turn this on when Parliament is dissolved.
cards-suggestion = Suggested message
cards-suggestion-about = The message begins with it, and supporters change it as they like. Leave it empty to begin with nothing.
cards-too-many = At most { $most } officials can be offered by name
cards-nobody = Choose to whom supporters may write
cards-no-design = Add a picture for the front first
cards-designs-about = The front of the card: 6.25 by 4.25 inches, of which an eighth of an inch is cut off on every side. Best are { $width } by { $height } pixels or more; the picture is cut to that shape from its middle.
cards-designs-none = There is no picture yet.
cards-designs-new = Add a picture
cards-designs-add = Add
cards-designs-up = Move up
cards-designs-retire = Offer no more
cards-designs-restore = Offer again
cards-designs-retired = No longer offered. Cards that have it keep it.
cards-designs-fine = { $dots } dots an inch: as fine as a print shop asks for.
cards-designs-coarse = { $dots } dots an inch: it prints a little coarse. { $good } are better.
cards-design-portrait = The picture is higher than wide. A card lies on its side
cards-design-refused = The picture would print with { $dots } dots an inch. { $least } are the least

# The record

audit-set-postcards = Set what is offered of postcards
audit-add-card-design = Added a picture for postcards
audit-describe-card-design = Changed the words of a picture for postcards
audit-retire-card-design = Stopped offering a picture for postcards
audit-restore-card-design = Offers a picture for postcards again
audit-move-card-design = Moved a picture for postcards
audit-approve-postcard = Approved a postcard
audit-reject-postcard = Rejected a postcard
audit-ask-postcard-change = Asked for a change of a postcard
audit-undo-postcard = Took back a decision about a postcard
audit-look-at-postcards = Looked at postcards

# Writing a card

card-title = Write a postcard
card-lead = Choose a picture, write your message, and see the card as it will be printed. We print it and send it.
card-design = Picture
card-to = To
card-to-member = My own member of Parliament, by my postal code
card-message = Your message
card-message-hint = In your own words it counts most. Be polite, and leave out links, phone numbers and what is private to others.
card-room = Room for about { $shown } more characters
card-sender = How you show on the card
card-sender-hint = The postal code and the email address are never printed.
card-data = Your message and how you show are printed on the card, and go to whom you write. Your address is used to confirm it. Everything is stored encrypted.
card-known = The card is from
card-send = Send the card
card-send-now = Send the card
card-see = See the card
card-shown = Your card
card-front = Front
card-back = Back

# Its page

card-confirm-title = Confirm your postcard
card-confirm-lead = Press the button, and your card goes to those who look at it before it is printed.
card-thanks = , your postcard is confirmed.
card-next-mine = See where your card is
card-next-campaign = Back to the campaign
card-write = Write a postcard too: nothing but the message is to be typed
card-write-title = Postcards
card-write-about = Write to them on a card: you see it as it will be printed, and we print it and send it.
card-mine-title = Your postcard
card-reason = Reason
card-to-whom = To
card-written-at = Written on
card-decided-at = Looked at on
card-batched-at = To the printer on
card-printed-at = Printed on
card-sent-at = Sent on
card-acknowledged-at = Received on
card-change-title = Change the message
card-change-send = Send it again
card-done-written = Your card is written. Somebody of the campaign looks at it, and then it is printed.
card-done-before = You have written to them before. This is your card.
card-done-message = The message is changed. Somebody of the campaign will look at it again.
card-done-sender = Saved.
card-done-withdrawal = Your card is taken back.
card-done-disavowal = Thank you for telling us. The card is gone, and you get no more mail about this campaign.
card-disown = I did not write this
card-disown-what = The card goes, and this address gets no more mail about this campaign.
card-disown-button = I did not write this
card-withdraw = Take my card back
card-withdraw-what = The card is not printed, and we forget who wrote it. This cannot be undone.
card-withdraw-button = Take my card back
card-withdraw-late = The card is on its way to the printer already and can no longer be taken back.
card-erase-what = Everything we hold of you with this card is deleted. One that is printed already cannot be brought back. This cannot be undone.

# The queue of moderators

cards-queue = Moderate postcards
cards-queue-about = Cards as they will be printed. Each goes only once somebody has approved it. Rules mark what to look at with care; they approve nothing and reject nothing. That you look is on record.
cards-queue-none = No cards here.
cards-waiting = To be looked at
cards-change-asked = Change asked for
cards-approved = Approved
cards-rejected = Rejected
cards-nothing-ticked = Tick the cards that you decide about, and choose what to do
cards-done = { $count ->
    [one] { $shown } card was decided
   *[other] { $shown } cards were decided
}
cards-show-all = Show all
cards-show-doubtful = Only those that a rule marked ({ $count })
cards-tick-all = Tick all on this page that no rule marked
cards-keys = While a box has the focus: j for the next card, k for the one before, a approves, r goes to the reason.
cards-to = To { $official }
cards-held = Held when its writer signed
cards-approve = Approve
cards-reject = Reject
cards-ask-change = Ask for a change
cards-told = Whoever wrote a card is told by email why it is rejected, or what to change. It can be undone until the card is in a print run.
doubt-link = A link
doubt-email = An email address
doubt-phone = A phone number
doubt-threat = Words that may be a threat
doubt-postal-code = Somebody’s postal code
doubt-street = Somebody’s street address

# On the page about privacy

privacy-card = What you wrote on a postcard, and how you show on it
privacy-card-long = Until you take it back or erase it; after the petition was handed over for the last time { $days } days at the most. What is printed cannot be brought back
privacy-card-who = You; moderators; whoever prints it; whom you wrote to
