/// What somebody is in their organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Answers for the organisation.
    Owner,
    /// Makes campaigns; sees figures, no people.
    Organiser,
    /// Judges doubtful signatures.
    Moderator,
    /// Deliveries and exports.
    Staff,
    /// Sees figures, changes nothing.
    Viewer,
}

/// What may be done in the studio.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// See the organisation's campaigns and their figures.
    SeeFigures,
    /// See who works for the organisation, invite, and shut an account or open it again.
    ManageAccounts,
    /// Say who the organisation is: its name, postal address, time zone, how long it keeps what.
    ManageOrganisation,
    /// Read what was done by whom.
    ReadAudit,
    /// Make, change, publish, pause, close and archive campaigns.
    MakeCampaigns,
    /// Keep the directory of officials.
    KeepDirectory,
    /// Write updates and send them.
    SendUpdates,
    /// See who signed, and hold, release or invalidate signatures.
    JudgeSignatures,
    /// Vet the organisations and professionals of an open letter.
    VetSignOns,
    /// See the postcards that people wrote, and decide which are printed.
    JudgeCards,
    /// Change limits, and which networks and domains are blocked or allowed.
    SetLimits,
    /// Read and answer messages to the organisers.
    ReadMessages,
    /// Print postcards, hand them on, and take them out for a print-and-mail service.
    PrintCards,
    /// Find a person, give them their data, correct or erase it; export consent records.
    ServePeople,
    /// Keep the register of incidents.
    KeepIncidents,
    /// Write petitions to parliaments, print their sheets and keep the log of them; print the kit for a table at an event.
    KeepOfficialSheets,
    /// Open batches of paper, and write down what was counted of them.
    KeepLedger,
    /// Type in the rows of signature sheets, and decide about those that are held.
    TypeSheets,
    /// Plan deliveries, freeze them, fetch their packages and hand them over; set up recurring reports.
    MakeDeliveries,
    /// See how far deliveries are, and approve that they leave the house.
    ApproveDeliveries,
    /// Keep the record of addressees: contacts, replies, and when to come back to them.
    FollowUp,
}

use Act::{
    ApproveDeliveries, FollowUp, JudgeCards, JudgeSignatures, KeepDirectory, KeepIncidents, KeepLedger,
    KeepOfficialSheets, MakeCampaigns, MakeDeliveries, ManageAccounts, ManageOrganisation, PrintCards,
    ReadAudit, ReadMessages, SeeFigures, SendUpdates, ServePeople, SetLimits, TypeSheets, VetSignOns,
};
use Role::{Moderator, Organiser, Owner, Staff, Viewer};

/// Who may do what. There is no other place that says so; `docs/studio.md` shows it.
const MAY: [(Act, &[Role]); 21] = [
    (SeeFigures, &[Owner, Organiser, Moderator, Staff, Viewer]),
    (ManageAccounts, &[Owner]),
    (ManageOrganisation, &[Owner]),
    (ReadAudit, &[Owner]),
    (MakeCampaigns, &[Owner, Organiser]),
    (KeepDirectory, &[Owner, Organiser, Staff]),
    (SendUpdates, &[Owner, Organiser]),
    (JudgeSignatures, &[Moderator]),
    (VetSignOns, &[Moderator]),
    (JudgeCards, &[Moderator]),
    (SetLimits, &[Owner, Moderator]),
    (ReadMessages, &[Moderator, Staff]),
    (PrintCards, &[Staff]),
    (ServePeople, &[Staff]),
    (KeepIncidents, &[Owner, Staff]),
    (KeepOfficialSheets, &[Owner, Organiser, Staff]),
    (KeepLedger, &[Owner, Organiser, Staff]),
    (TypeSheets, &[Moderator, Staff]),
    (MakeDeliveries, &[Staff]),
    (ApproveDeliveries, &[Owner, Staff]),
    (FollowUp, &[Owner, Organiser, Staff]),
];

impl Role {
    pub const ALL: [Self; 5] = [Owner, Organiser, Moderator, Staff, Viewer];

    pub const fn as_str(self) -> &'static str {
        match self {
            Owner => "owner",
            Organiser => "organiser",
            Moderator => "moderator",
            Staff => "staff",
            Viewer => "viewer",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    pub fn may(self, act: Act) -> bool {
        MAY.iter().any(|(named, roles)| *named == act && roles.contains(&self))
    }

    /// Whether this role sees people: then a password alone is not enough.
    pub fn sees_people(self) -> bool {
        Act::ALL.into_iter().any(|act| act.shows_people() && self.may(act))
    }
}

impl Act {
    pub const ALL: [Self; 21] = [
        SeeFigures,
        ManageAccounts,
        ManageOrganisation,
        ReadAudit,
        MakeCampaigns,
        KeepDirectory,
        SendUpdates,
        JudgeSignatures,
        VetSignOns,
        JudgeCards,
        SetLimits,
        ReadMessages,
        PrintCards,
        ServePeople,
        KeepIncidents,
        KeepOfficialSheets,
        KeepLedger,
        TypeSheets,
        MakeDeliveries,
        ApproveDeliveries,
        FollowUp,
    ];

    /// As `docs/studio.md` and the audit log name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            SeeFigures => "see_figures",
            ManageAccounts => "manage_accounts",
            ManageOrganisation => "manage_organisation",
            ReadAudit => "read_audit",
            MakeCampaigns => "make_campaigns",
            KeepDirectory => "keep_directory",
            SendUpdates => "send_updates",
            JudgeSignatures => "judge_signatures",
            VetSignOns => "vet_sign_ons",
            JudgeCards => "judge_cards",
            SetLimits => "set_limits",
            ReadMessages => "read_messages",
            PrintCards => "print_cards",
            ServePeople => "serve_people",
            KeepIncidents => "keep_incidents",
            KeepOfficialSheets => "keep_official_sheets",
            KeepLedger => "keep_ledger",
            TypeSheets => "type_sheets",
            MakeDeliveries => "make_deliveries",
            ApproveDeliveries => "approve_deliveries",
            FollowUp => "follow_up",
        }
    }

    /// Whether whoever may do this sees people and not only figures.
    pub const fn shows_people(self) -> bool {
        matches!(
            self,
            JudgeSignatures
                | VetSignOns
                | JudgeCards
                | ReadMessages
                | PrintCards
                | ServePeople
                | TypeSheets
                | MakeDeliveries
        )
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn people_are_seen_by_moderators_and_staff_only() {
        let seeing: Vec<_> = Role::ALL.into_iter().filter(|role| role.sees_people()).collect();
        assert_eq!(seeing, [Role::Moderator, Role::Staff]);
    }
}
