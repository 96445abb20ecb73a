## The review desk
tab-review = Review
review-title = Review
review-signatures = Signatures
review-search = Find a signature
review-rulings = Decisions
review-signature = One signature
review-state = State
review-state-pending = To be confirmed
review-state-confirmed = Counted
review-state-held = Held
review-state-withdrawn = Withdrawn
review-state-disowned = Not signed by the owner of the address
review-state-invalidated = Struck out
review-reason = Held because
review-reason-honeypot = A hidden field was filled in, which people do not see
review-reason-disposable = Throw-away mailbox
review-reason-blocked = Mail domain on your list
review-reason-moderator = A moderator held it
review-signed = Signed
review-confirmed = Confirmed
review-after = { $seconds } seconds after signing
review-place = Place
review-language = Language
review-network = Network
review-name-mark = Mark of a name
review-region = Province or state
review-domain = Mail domain
review-from = Signed from
review-until = Signed before
review-delay = Confirmed after so many seconds
review-seconds = { $from } to { $until } seconds
review-any = Any
review-filter = Show
review-filter-hint = Times are those of { $zone }. Seconds as 0-10. The address of this page holds the filter, so it can be sent to a colleague.
review-sieve = Look for others
review-fault-filter = This part of the filter cannot be read: { $part }.
review-nothing-held = Nothing is held. There is nothing to review.
review-nothing = No signature meets this condition.
review-looked-through = None among the { $count } signatures that were looked through. Go on with older ones.
review-older = Older ones
review-judge-all = Decide about all that meet this condition
review-who = Who signed
review-show = Show
review-show-about = That you looked is put on record, with the number of the signature.
review-person-gone = The name and address are no longer kept with this signature.
review-judge = Decide
review-judge-button = Decide
review-judgement = What to do
review-hold = Hold: off the count until somebody decides
review-release = Release: counted from now on
review-invalidate = Strike out: off the count, and the place at the address is free again
review-ground = Reason
review-ground-hint = The page “How we count” says how many and why, without names.
review-choose = Choose
review-note = Note
review-note-hint = For your colleagues. No names and no addresses of people.
review-history = What was decided
review-no-history = Nothing yet.
review-undone = undone
review-fault-judgement = Say what to do.
review-fault-ground = Choose a reason that fits what you do.
review-fault-note = A note has up to 500 characters and no email address.
review-fault-overtaken = This has changed since you opened the page, so nothing was done. Here is how it stands now.
ground-pattern = Part of an unusual pattern
ground-report = Reported by somebody
ground-automated = Made by a program
ground-impersonation = In the name of somebody who did not sign
ground-repeated = The same person more than once
ground-invented = Name or place invented
ground-trial = A trial of the form
ground-sound = Looked at and found sound
ground-other = Another reason

## Search
search-title = Find a signature
search-about = Give an email address, a name, or a country with a postal code. What you give must fit exactly, but for capital letters, accents and spaces in names. That you searched is put on record, not for whom.
search-button = Find
search-found =
    { $count ->
        [0] Nobody was found.
        [one] One signature was found.
       *[other] { $shown } signatures were found.
    }
search-more = There may be more. Give more, to find fewer.
search-fault-email = Give an email address such as name@example.org.
search-fault-name = Give the name as it was signed.
search-fault-country = Choose a country from the list.
search-fault-postal = Give a postal code and its country.
search-network-title = Signatures from a network
search-network-about = Give the address of a machine, such as 203.0.113.7 or 2001:db8::1, from a report or a log. Networks are forgotten some days after somebody signs; what is older is not found. That you searched is put on record, not for which network.
search-network = Network address
search-fault-network = Give an address such as 203.0.113.7 or 2001:db8::1.
search-fault-too-little = Give an email address, a name or a postal code.

## Decisions
rulings-empty = Nothing was decided yet.
ruling-title = A decision
ruling-at = When
ruling-by = By
ruling-many = Signatures
ruling-of = { $done } of { $expected }
ruling-phase = How far
ruling-running = Under way
ruling-done = Done
ruling-cancelled = Stopped
ruling-undoing = Being undone
ruling-undone = Undone
ruling-passed-over = Left alone, since they had changed meanwhile
ruling-taken-back = Undone
ruling-look-again = Show how far it is now
ruling-leave = You can leave this page. It goes on by itself.
ruling-cancel = Stop it
ruling-undo-title = Undo
ruling-undo = Undo it
ruling-undo-about =
    { $count ->
        [one] One signature gets back what it was before, unless somebody decided about it since.
       *[other] { $shown } signatures get back what they were before, but for those about which somebody decided since.
    } What was struck out can be undone for { $days } days, unless the same person has signed again.
new-ruling-title = Decide about many
new-ruling-all = All signatures of the campaign.
new-ruling-list = Show them
new-ruling-counted = How many meet the condition
new-ruling-many =
    { $count ->
        [one] one signature
       *[other] { $shown } signatures
    }
new-ruling-nothing = None of them can be changed: they have ended.
new-ruling-button = Begin
new-ruling-about = It runs in the background, can be stopped on the way and undone afterwards. Signatures that arrive from now on are not meant.

## What was decided, for everybody
counting-decided = What was decided
counting-decided-about = People look at signatures that seem doubtful. This is what they decided about this campaign: how many, why and when, without names. What was undone is not in it.
counting-decided-none = Nothing was decided yet: no signature was held, released or struck out by hand.
counting-rules = What counts, and how
counting-month = Month
counting-what = What
counting-why = Reason
counting-many = Signatures
counting-held = Held, not counted until looked at
counting-released = Released and counted
counting-struck-out = Struck out

## Patterns
patterns-title = Patterns
patterns-looked =
    { $count ->
        [one] One signature was looked at.
       *[other] { $looked } signatures were looked at, of { $most } at the most in one go.
    }
patterns-first = First signed:
patterns-last = last:
patterns-older = Look at those before
patterns-newest = Look at the newest
patterns-about = This is evidence and no verdict: popular campaigns come in bursts, offices share a network, families share a name. Each row leads to its signatures, also to those that were not looked at here. That you looked is put on record; names are not shown.
patterns-none = Nothing stands out.
patterns-shared = What they share
patterns-second =
    { $count ->
        [one] { $shown } second
       *[other] { $shown } seconds
    }
patterns-span = { $from } to { $until } minutes
patterns-hours = Over an hour
patterns-share = Share
patterns-percent = { $share } %
patterns-networks = Networks
patterns-networks-why = Many signatures from one network may be one machine, or a school, an office, a mobile network.
patterns-domains = Mail domains
patterns-domains-why = Many addresses at a domain that few people know may have been made for this campaign.
patterns-minutes = Minutes with the most signatures
patterns-minutes-why = A burst may be a program, or a broadcast, a newsletter, a post that many saw.
patterns-delays = Time from signing to confirming
patterns-delays-why = People need some seconds to find an email and press its button. Many in under five seconds may be programs.
patterns-seconds = The same second
patterns-seconds-why = Many who confirmed after exactly as many seconds may be a program that waits.
patterns-names = Repeated names
patterns-names-why = One name at several addresses may be one person more than once, or a common name. Other names may share the mark: open the signatures to see.
patterns-places = Languages and countries
patterns-places-why = A language that few in a country read, and many suddenly sign in, may be worth a look.
