use std::time::Duration;

/// Too often: how long to wait until one more is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limited {
    /// Which limit it was, as metrics name it.
    pub limit: &'static str,
    pub wait: Duration,
}

/// What is limited, as the nodes name it to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    Network = 1,
    Recipient = 2,
    Campaign = 3,
    Code = 4,
    Domain = 5,
    Challenge = 6,
    Login = 7,
    Account = 8,
    OwnNetwork = 9,
    OwnCampaign = 10,
    Preview = 11,
}

impl Kind {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Recipient => "recipient",
            Self::Campaign => "campaign",
            Self::Code => "code",
            Self::Domain => "domain",
            Self::Challenge => "challenge",
            Self::Login => "login",
            Self::Account => "account",
            Self::OwnNetwork => "own_network",
            Self::OwnCampaign => "own_campaign",
            Self::Preview => "preview",
        }
    }
}
