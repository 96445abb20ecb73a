## Updates, where they are read
updates-title = Updates
updates-all = All updates
updates-none = Nothing has been told yet.
updates-older = Older ones
updates-feed = The same as a feed (Atom)
updates-feed-title = { $campaign }: updates
updates-corrected = corrected on { $date }
updates-also-in = Also in

## The end of updates
unsubscribe-title = Stop updates
unsubscribe-about = You asked for updates by email. Press the button and you get no more.
unsubscribe-which = Which updates?
unsubscribe-campaign = Those on “{ $campaign }”
unsubscribe-all = Those on every campaign on this site
unsubscribe-button = Stop updates
unsubscribe-signature-stays = Your signature stays as it is.
unsubscribed-title = No more updates
unsubscribed-campaign = You get no more updates on “{ $campaign }”.
unsubscribed-all = You get no more updates on any campaign on this site.

## Updates, where they are written
bulletins-about = What you tell those who signed: as a page, as a feed, and by email to those who asked for it.
bulletins-none = No update has been written yet.
bulletin-new = Write an update
bulletin-back = All updates of this campaign
bulletin-steps = Steps
bulletin-write = Write
bulletin-look = Look and publish
bulletin-send = Send
bulletin-untitled = Update { $number }
bulletin-title = Title
bulletin-body = Text
bulletin-body-hint = Markdown: an empty line between paragraphs, **bold**, - for lists, [words](https://…) for links. No pictures.
bulletin-changed = Changed
bulletin-page = Page
bulletin-mail = Mail
bulletin-draft = Draft
bulletin-write-about = Leave a language empty if you do not write in it. Its readers then get the main language.
bulletin-save = Save
bulletin-save-look = Save and look
bulletin-refused = { $language }: a title has one line of up to { $title } characters, a text up to { $body }.
bulletin-overtaken = Somebody else has saved this update since you opened it. Nothing of yours is lost, and nothing of theirs.
bulletin-overtaken-do = Below is what you typed and what they saved. Put it together, then save.
bulletin-theirs = What they saved
bulletin-discard = Delete this draft
bulletin-discard-about = It was never published. Deleting it cannot be undone.
bulletin-nothing = Nothing is written in this language. Its readers get another.
bulletin-half = The title or the text is missing.
bulletin-reply-hidden = This update was drafted from a reply that is no longer on the campaign’s page.
bulletin-reply-corrected = This update was drafted from a reply that was corrected since. See that what is written here still holds.
bulletin-see-reply = See the reply
bulletin-delivery-taken-back = This update was drafted from a delivery that no longer counts as handed over.
bulletin-see-delivery = See the delivery
bulletin-as-text = As plain text in the mail
bulletin-test = Send it to yourself
bulletin-test-about = You get a mail for each language, as readers would see it. Nobody else gets one.
bulletin-test-button = Send me a test
bulletin-tested = The test is on its way to you.
bulletin-publish = Publish
bulletin-publish-about = It then stands on the campaign’s page and in its feed. It can be corrected, and does not disappear. No mail is sent yet.
bulletin-publish-button = Publish
bulletin-correct-about = The published update says something else. Publishing the correction shows it to everybody; mail that has left stays as it was.
bulletin-correct-button = Publish the correction
bulletin-published = Published on { $date }, version { $version }.
bulletin-published-now = It is published.
bulletin-see-page = See the page
bulletin-to-sending = Send it by email
bulletin-not-whole = Write a title and a text in at least one language, and leave none half written.
bulletin-unchanged = This is what is published already.
bulletin-overtaken-look = Somebody has changed it since you looked. Look again: this is how it is now.

## Sending
mailing-running = Being sent
mailing-paused = Paused
mailing-cancelled = Cancelled
mailing-done = Sent
mailing-would = { $count ->
    [0] Nobody who confirmed has asked for updates.
    [one] One person would get it.
   *[other] { $number } people would get it.
  }
mailing-about = Those who confirmed their signature and asked for updates, once for each address, in their language. Left out is whoever has unsubscribed or whose mail came back.
mailing-not-published = Publish it first.
mailing-no-address = Your organisation has no postal address yet.
mailing-no-address-do = The law asks that every update says where the sender can be reached by post. An owner of your organisation sets it in its settings.
mailing-foot = At the foot of every mail
mailing-for-good = An update is sent once. What has left cannot be called back.
mailing-button = { $count ->
    [one] Send it to one person
   *[other] Send it to { $number } people
  }
mailing-progress = How much has been sent
mailing-started = Begun
mailing-ended = Ended
mailing-sent = Sent
mailing-left = Left to send
mailing-skipped = Left out meanwhile
mailing-failed = Refused by the mail server
mailing-unsubscribed = Unsubscribed since
mailing-look-again = Look again
mailing-pause = Pause
mailing-pause-about = Mails that are on their way at this moment still leave.
mailing-resume = Go on
mailing-cancel = Send no more of it
mailing-cancel-about = { $count ->
    [one] Cancelling keeps it from one person, for good.
   *[other] Cancelling keeps it from { $number } people, for good.
  }

## Reminders
reminders-title = Reminders
reminders-about = By email, about the campaigns of your organisation.
reminders-milestones = When a campaign has reached a milestone
reminders-dates = A week before a key date or the last day of a campaign, and on that day
reminders-follow-ups = When an addressee has been silent for two weeks, and for 45 days, and on the days you chose to come back to one
reminders-lang = Language
reminders-saved = Saved.

## The mails
mail-update-read = Read it on the site
mail-update-why = You get this since you signed “{ $title }” and asked for updates.
mail-update-stop = Stop updates
mail-update-rehearsal = A test that only you get ({ $language }).
mail-update-rehearsal-subject = Test: { $title }
mail-reminder-subject = Reminder: { $title }
mail-reminder-milestone = { $number } people have signed.
mail-reminder-date = Today, { $date }, is a key date of this campaign.
mail-reminder-date-ahead = In { $days } days, on { $date }, is a key date of this campaign.
mail-reminder-closing = Today, { $date }, is the last day on which people can sign.
mail-reminder-closing-ahead = In { $days } days, on { $date }, people can sign for the last time.
mail-reminder-silence = { $name } has been silent for { $days } days, since { $date }.
mail-reminder-follow-up = Today, { $date }, you wanted to come back to { $name }.
mail-reminder-record = See the record
mail-reminder-see = See the campaign
mail-reminder-choose = Choose your reminders
