//! How often anybody may: what this node counts, and what all nodes count together.

mod kind;
mod pair;

use std::time::Duration;

use self::kind::Kind;
pub use self::kind::Limited;
use self::pair::Pair;
use super::client::Network;
use super::shared::Shared;
use crate::clock::Clock;
use crate::domain::household::Index;
use crate::domain::moment::HOUR;
use crate::domain::own_limits::OwnLimits;
use crate::domain::usage::Period;
use crate::settings;

const MINUTE: Duration = Duration::from_mins(1);

/// Marks the long period of a kind.
const LONG: u8 = 0x80;

/// People of one office log in from one network: so many times what one address may.
const OF_NETWORK: u32 = 3;

/// A card is looked at so many times until it is sent.
const PREVIEWS: u32 = 10;

/// Who asks for something: as this node keeps it, and as nodes tell each other.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    pub network: Network,
    pub index: Index,
}

/// What an organisation has set for its forms, and whether it allows this network whatever its number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Allowance {
    pub organisation: i32,
    pub own: OwnLimits,
    pub is_allowed: bool,
}

/// The limits: of this node first, then of all nodes together.
pub struct Limits {
    settings: settings::Limits,
    network: Pair<Network>,
    recipient: Pair<Index>,
    campaign: Pair<i32>,
    code: Pair<Network>,
    challenge: Pair<Network>,
    preview: Pair<Network>,
    login: Pair<Network>,
    account: Pair<Index>,
    shared: Shared,
    /// Whether there may be other nodes.
    is_shared: bool,
    clock: Clock,
}

impl Limits {
    pub fn new(settings: &settings::Limits, clock: &Clock, is_shared: bool) -> Self {
        Self {
            network: Pair::new(Kind::Network, settings.network_burst, settings.network_sustained, clock),
            recipient: Pair::new(
                Kind::Recipient,
                settings.recipient_burst,
                settings.recipient_sustained,
                clock,
            ),
            campaign: Pair::new(Kind::Campaign, settings.campaign_burst, settings.campaign_sustained, clock),
            code: Pair::new(Kind::Code, settings.code_burst, settings.code_sustained, clock),
            challenge: Pair::new(Kind::Challenge, settings.network_burst, settings.network_sustained, clock),
            preview: Pair::new(
                Kind::Preview,
                settings.network_burst.saturating_mul(PREVIEWS),
                settings.network_sustained.saturating_mul(PREVIEWS),
                clock,
            ),
            login: Pair::new(
                Kind::Login,
                settings.login_burst.saturating_mul(OF_NETWORK),
                settings.login_sustained.saturating_mul(OF_NETWORK),
                clock,
            ),
            account: Pair::new(Kind::Account, settings.login_burst, settings.login_sustained, clock),
            shared: Shared::default(),
            is_shared,
            settings: settings.clone(),
            clock: clock.clone(),
        }
    }

    /// Before anything that makes a mail.
    pub fn check_mail(
        &self,
        asker: Asker,
        recipient: Option<Index>,
        campaign: i32,
        allowance: Allowance,
    ) -> Result<(), Limited> {
        let settings = &self.settings;
        if !allowance.is_allowed {
            self.check_network(asker, allowance)?;
        }
        if let Some(recipient) = recipient {
            self.recipient.check(&recipient)?;
        }
        self.campaign.check(&campaign)?;
        if let Some(recipient) = recipient {
            let (burst, sustained) = (settings.recipient_burst, settings.recipient_sustained);
            self.check_shared(Kind::Recipient, recipient, burst, sustained)?;
        }
        let mut key = Index::default();
        key[..4].copy_from_slice(&campaign.to_be_bytes());
        self.check_own(
            Kind::OwnCampaign,
            key,
            allowance.own.campaign_burst,
            allowance.own.campaign_sustained,
        )?;
        self.check_shared(Kind::Campaign, key, settings.campaign_burst, settings.campaign_sustained)
    }

    /// What an organisation sets for networks stands in the place of what the installation has.
    fn check_network(&self, asker: Asker, allowance: Allowance) -> Result<(), Limited> {
        let (settings, own) = (&self.settings, allowance.own);
        if own.network_burst.is_none() && own.network_sustained.is_none() {
            self.network.check(&asker.network)?;
            let (burst, sustained) = (settings.network_burst, settings.network_sustained);
            return self.check_shared(Kind::Network, asker.index, burst, sustained);
        }
        let burst = own.network_burst.unwrap_or(settings.network_burst);
        let sustained = own.network_sustained.unwrap_or(settings.network_sustained);
        let mut key = asker.index;
        for (byte, of) in key.iter_mut().zip(allowance.organisation.to_be_bytes()) {
            *byte ^= of;
        }
        self.check_own(Kind::OwnNetwork, key, Some(burst), Some(sustained))
    }

    /// A limit of an organisation, which may change while it runs: counted by the minute and the hour.
    fn check_own(
        &self,
        kind: Kind,
        key: Index,
        burst: Option<u32>,
        sustained: Option<u32>,
    ) -> Result<(), Limited> {
        let now = self.clock.now();
        let limited = |wait| Limited { limit: kind.as_str(), wait };
        if let Some(burst) = burst {
            self.shared.check((kind as u8, key), burst, MINUTE, now).map_err(limited)?;
        }
        match sustained {
            Some(most) => self.shared.check((kind as u8 | LONG, key), most, HOUR, now).map_err(limited),
            None => Ok(()),
        }
    }

    /// Before a code is compared.
    pub fn check_code(&self, asker: Asker) -> Result<(), Limited> {
        self.code.check(&asker.network)?;
        let settings = &self.settings;
        self.check_shared(Kind::Code, asker.index, settings.code_burst, settings.code_sustained)
    }

    /// Before a password is compared, for an address that has an account and for one that has none: for the address from this
    /// network, so that nobody keeps somebody else out from elsewhere, and for the network whatever the address.
    pub fn check_login(&self, asker: Asker, account: Index) -> Result<(), Limited> {
        let both: Index = std::array::from_fn(|at| asker.index[at] ^ account[at]);
        self.login.check(&asker.network)?;
        self.account.check(&both)?;
        let (burst, sustained) = (self.settings.login_burst, self.settings.login_sustained);
        self.check_shared(
            Kind::Login,
            asker.index,
            burst.saturating_mul(OF_NETWORK),
            sustained.saturating_mul(OF_NETWORK),
        )?;
        self.check_shared(Kind::Account, both, burst, sustained)
    }

    fn check_shared(&self, kind: Kind, key: Index, burst: u32, sustained: u32) -> Result<(), Limited> {
        if !self.is_shared {
            return Ok(());
        }
        let now = self.clock.now();
        let limited = |wait| Limited { limit: kind.as_str(), wait };
        self.shared.check((kind as u8, key), burst, MINUTE, now).map_err(limited)?;
        self.shared.check((kind as u8 | LONG, key), sustained, HOUR, now).map_err(limited)
    }

    /// Before a mail goes to a domain.
    pub fn check_domain(&self, domain: Index) -> Result<(), Limited> {
        match self.settings.mails_per_domain {
            0 => Ok(()),
            most => self
                .shared
                .check((Kind::Domain as u8, domain), most, MINUTE, self.clock.now())
                .map_err(|wait| Limited { limit: Kind::Domain.as_str(), wait }),
        }
    }

    /// Waits until there is something to tell the other nodes.
    pub async fn worth_telling(&self) {
        self.shared.worth_telling().await;
    }

    /// What this node should tell the others, which [`Self::learn`] answers.
    pub fn to_tell(&self) -> Vec<(Period, i64)> {
        self.shared.to_tell()
    }

    /// What all nodes have used, once this one has told what it did.
    pub fn learn(&self, told: &[(Period, i64)], all: &[(Period, i64)]) {
        self.shared.learn(told, all);
    }

    /// Before a challenge is made: as many as a network may sign, counted apart.
    pub fn check_challenge(&self, network: Network) -> Result<(), Limited> {
        self.challenge.check(&network)
    }

    /// Before a card is laid out to be looked at: so many times what a network may send, since one looks while one types.
    pub fn check_preview(&self, network: Network) -> Result<(), Limited> {
        self.preview.check(&network)
    }

    /// Forgets whoever has waited long enough, so that memory follows the traffic of the last hour.
    pub fn forget_old(&self) {
        self.network.forget();
        self.recipient.forget();
        self.campaign.forget();
        self.code.forget();
        self.challenge.forget();
        self.preview.forget();
        self.login.forget();
        self.account.forget();
        self.shared.forget(self.clock.now());
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Allowance, Asker, Limits, Network};
    use crate::clock::Clock;
    use crate::domain::moment::Moment;
    use crate::settings::Settings;

    #[test]
    fn a_burst_is_let_in_and_then_one_at_a_time() {
        let mut settings = Settings::load(None, std::iter::empty()).unwrap().limits;
        settings.network_burst = 3;
        let clock = Clock::manual(Moment(1_000_000_000));
        let limits = Limits::new(&settings, &clock, false);
        let [home, other] = ["192.0.2.1", "192.0.2.2"]
            .map(|address| Asker { network: Network::of(address.parse().unwrap()), index: [0; 16] });
        for _ in 0..3 {
            assert_eq!(limits.check_mail(home, None, 1, Allowance::default()), Ok(()));
        }
        let limited = limits.check_mail(home, None, 1, Allowance::default()).unwrap_err();
        assert_eq!(limited.wait, Duration::from_secs(20));
        assert_eq!(limits.check_mail(other, None, 1, Allowance::default()), Ok(()));
        clock.advance(Duration::from_secs(20));
        assert_eq!(limits.check_mail(home, None, 1, Allowance::default()), Ok(()));
        assert!(limits.check_mail(home, None, 1, Allowance::default()).is_err());
    }
}
