## Limits and lists
limits-title = Limits
limits-about = For the forms of your organisation’s campaigns. All servers follow within seconds of a change.
limits-network-burst = Forms from one network in a minute
limits-network-sustained = Forms from one network in an hour
limits-campaign-burst = Forms for one campaign, from everybody, in a minute
limits-campaign-sustained = Forms for one campaign, from everybody, in an hour
limits-usual = Empty: as this installation has it, { $usual }.
limits-set = Set the limits
limits-changed = Last set by
limits-lists = Networks and mail domains
limits-empty = Nothing is blocked or allowed.
limits-closed = Entries that do not open
limits-closed-about = The keys of this installation do not open them, so they hold for nobody. Tell whoever runs it; an entry that stays so can only be removed.
limits-kind = What happens
limits-until = Until
limits-until-removed = Until it is removed
limits-remove = Remove
limits-blocked-network = Blocked network: its forms are refused
limits-allowed-network = Allowed network: not limited by the number of its forms
limits-blocked-domain = Blocked mail domain: signatures wait for review
limits-allowed-domain = Allowed mail domain: signatures do not wait, even where it gives out throw-away mailboxes
limits-add = Block or allow
limits-add-button = Put on the list
limits-entries = Networks or mail domains, one a line
limits-entries-hint = Networks such as 203.0.113.0/24, 203.0.113.7 or 2001:db8::/48. Domains such as example.org, which means all below it too. What stands behind # is passed over. What is allowed wins over what is blocked.
limits-days =
    { $count ->
        [one] One day
       *[other] { $count } days
    }
limits-fault-number = A limit is a whole number from 1 to { $most }, or empty.
limits-fault-kind = Choose what is to happen.
limits-fault-nothing = Write at least one network or domain.
limits-fault-too-many = An organisation lists at most { $most }.
limits-fault-days = Choose until when.
limits-fault-note = A note has up to { $most } characters and no email address.
limits-line-network = Line { $line }: this is no network.
limits-line-domain = Line { $line }: this is no mail domain.
limits-line-wide = Line { $line }: this network is too wide. The widest is an IPv4 /8 or an IPv6 /20.
limits-line-own = Line { $line }: you, this server or a proxy before it are in this network.
limits-ask = This may shut out people who mean well
limits-ask-do = If you mean it, say so at the end of the form and send it again. Nothing is listed yet.
limits-sure = I know whom this shuts out. List it all the same.
limits-caution-wide = { $value } is very wide: whole providers and their customers are in it.
limits-caution-public = { $value }: anybody may have a mailbox there, and very many people do. All their signatures would wait for review.
limits-caution-own = { $value } is the domain of people of your organisation or of this service. Their signatures would wait for review.
error-blocked = Forms are not taken from your network
error-blocked-do = The organisers do not take forms from this network just now. If you are a person who wants to sign, use another connection, such as your phone’s, or write to the organisers: messages to them are taken from everywhere.
