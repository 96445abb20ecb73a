/// Where a postcard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waiting for the mail to be confirmed.
    Pending,
    /// A form sent again: kept so that its waiting page works like any other.
    Repeat,
    /// Confirmed, waiting for moderators.
    Verified,
    /// It may be printed.
    Approved,
    /// It will not be printed, as moderators decided.
    Rejected,
    /// Its writer was asked to change what they wrote.
    ChangeAsked,
    /// In a print run.
    Batched,
    Printed,
    HandedOver,
    Mailed,
    /// Whoever it was for has said that they have it.
    Acknowledged,
    /// Taken back by who wrote it.
    Withdrawn,
    /// The owner of the address did not write it.
    Disowned,
}

impl State {
    pub const ALL: [Self; 13] = [
        Self::Pending,
        Self::Repeat,
        Self::Verified,
        Self::Approved,
        Self::Rejected,
        Self::ChangeAsked,
        Self::Batched,
        Self::Printed,
        Self::HandedOver,
        Self::Mailed,
        Self::Acknowledged,
        Self::Withdrawn,
        Self::Disowned,
    ];

    /// Those that moderators see in their queue.
    pub const SEEN: [Self; 4] = [Self::Verified, Self::ChangeAsked, Self::Approved, Self::Rejected];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Repeat => "repeat",
            Self::Verified => "verified",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::ChangeAsked => "change_asked",
            Self::Batched => "batched",
            Self::Printed => "printed",
            Self::HandedOver => "handed_over",
            Self::Mailed => "mailed",
            Self::Acknowledged => "acknowledged",
            Self::Withdrawn => "withdrawn",
            Self::Disowned => "disowned",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// Whether it stands for somebody.
    pub const fn stands(self) -> bool {
        !matches!(self, Self::Repeat | Self::Withdrawn | Self::Disowned)
    }

    pub const fn is_confirmed(self) -> bool {
        self.stands() && !matches!(self, Self::Pending)
    }

    /// Whether it is in no print run yet: its writer may take it back, and moderators may change their mind.
    pub const fn is_before_print(self) -> bool {
        matches!(self, Self::Pending | Self::Verified | Self::Approved | Self::Rejected | Self::ChangeAsked)
    }

    /// Whether moderators have let it pass, wherever it is since.
    pub const fn is_under_way(self) -> bool {
        matches!(
            self,
            Self::Approved
                | Self::Batched
                | Self::Printed
                | Self::HandedOver
                | Self::Mailed
                | Self::Acknowledged
        )
    }
}

/// Why moderators do not let one pass as it is. Its writer is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Links, phone numbers, advertising.
    Contact,
    /// Something about other people that is not for others to send.
    OthersData,
    /// A threat, or what may be read as one.
    Threat,
    /// Insults.
    Tone,
    /// It is about something else.
    OffTopic,
    Other,
}

impl Because {
    pub const ALL: [Self; 6] =
        [Self::Contact, Self::OthersData, Self::Threat, Self::Tone, Self::OffTopic, Self::Other];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::OthersData => "others_data",
            Self::Threat => "threat",
            Self::Tone => "tone",
            Self::OffTopic => "off_topic",
            Self::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|because| because.as_str() == text)
    }
}
