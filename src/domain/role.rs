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
    /// See who works for the organisation, and shut an account or open it again.
    ManageAccounts,
}

use Act::{ManageAccounts, SeeFigures};
use Role::{Moderator, Organiser, Owner, Staff, Viewer};

/// Who may do what. There is no other place that says so; `docs/studio.md` shows it.
const MAY: [(Act, &[Role]); 2] =
    [(SeeFigures, &[Owner, Organiser, Moderator, Staff, Viewer]), (ManageAccounts, &[Owner])];

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
}

impl Act {
    pub const ALL: [Self; 2] = [SeeFigures, ManageAccounts];

    /// As `docs/studio.md` and the audit log name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            SeeFigures => "see_figures",
            ManageAccounts => "manage_accounts",
        }
    }
}
