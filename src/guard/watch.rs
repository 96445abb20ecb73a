use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::client::Network;
use crate::domain::defence::{Pressure, Rule};
use crate::domain::moment::Moment;
use crate::domain::pulse::Pulse;
use crate::settings;

/// Who signs what on this node, and how fast: in memory only, a few kilobytes a campaign, forgotten within hours.
pub struct Watch {
    rule: Rule,
    usual: Duration,
    since: Moment,
    pulses: Mutex<HashMap<i32, Pulse>>,
}

impl Watch {
    pub fn new(settings: &settings::Defence, now: Moment) -> Self {
        let rule = Rule {
            floor: f64::from(settings.floor),
            factor: f64::from(settings.factor),
            share: f64::from(settings.share) / 100.0,
            share_least: settings.share_least,
            quiet: Duration::from_secs(u64::from(settings.quiet) * 60),
        };
        let usual = Duration::from_secs(u64::from(settings.usual) * 60);
        Self { rule, usual, since: now, pulses: Mutex::default() }
    }

    pub const fn rule(&self) -> &Rule {
        &self.rule
    }

    fn pulses(&self) -> MutexGuard<'_, HashMap<i32, Pulse>> {
        self.pulses.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A sound form came from a network.
    pub fn arrived(&self, campaign: i32, network: Network, now: Moment) {
        let mut pulses = self.pulses();
        let pulse = pulses.entry(campaign).or_insert_with(|| Pulse::new(self.since, self.usual));
        pulse.arrived(network.address(), now);
    }

    /// Whether a campaign is under pressure on this node.
    pub fn judge(&self, campaign: i32, asking: bool, now: Moment) -> Option<Pressure> {
        self.rule.judge(self.pulses().get_mut(&campaign)?, asking, now)
    }
}
