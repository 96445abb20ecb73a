use std::net::IpAddr;
use std::time::Duration;

use super::{Defence, Pressure};
use crate::domain::moment::Moment;
use crate::domain::pulse::Pulse;

/// The rule that decides where staff leave it to decide.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Signings a minute below which nobody is asked, whatever is usual.
    pub floor: f64,
    /// How many times the usual rate is out of the usual.
    pub factor: f64,
    /// The part of recent signings, from 0 to 1, that one network may have.
    pub share: f64,
    /// How many that must be at least.
    pub share_least: u32,
    /// How long it stays quiet before the form asks no more.
    pub quiet: Duration,
}

impl Rule {
    /// Whether a campaign is under pressure. Once it asks, half as much keeps it asking, so that it does not flicker.
    pub fn judge(&self, pulse: &mut Pulse, asking: bool, now: Moment) -> Option<Pressure> {
        let part = if asking { 0.5 } else { 1.0 };
        let most = (self.factor * pulse.usual(now)).max(self.floor);
        if pulse.current(now) > most * part {
            return Some(Pressure::Rate);
        }
        let (busiest, all) = pulse.busiest(now)?;
        let least = f64::from(self.share_least) * part;
        let many = f64::from(busiest) >= least && f64::from(busiest) > self.share * part * f64::from(all);
        many.then_some(Pressure::Network)
    }

    /// Until when it is asked for under pressure at this moment, if that is worth telling the other nodes anew.
    pub fn extend(&self, defence: &Defence, now: Moment) -> Option<Moment> {
        let until = now + self.quiet;
        (!defence.asks(now) || until > defence.asking_until + self.quiet / 10).then_some(until)
    }
}

/// The network of an address as coarse as whoever rents many addresses has them: an IPv4 /24, an IPv6 /48.
pub fn neighbourhood(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4((v4.to_bits() & 0xffff_ff00).into()),
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() & !((1 << 80) - 1)).into()),
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr};
    use std::time::Duration;

    use proptest::prelude::*;

    use super::{Pulse, Rule, neighbourhood};
    use crate::domain::defence::{Defence, Mode, Pressure};
    use crate::domain::moment::{HOUR, Moment};

    const RULE: Rule =
        Rule { floor: 60.0, factor: 5.0, share: 0.3, share_least: 60, quiet: Duration::from_mins(10) };
    const START: Moment = Moment(1_795_341_600_000);

    fn pulse() -> Pulse {
        Pulse::new(START, HOUR * 2)
    }

    /// So many a minute for so many minutes, from everywhere; whether it was ever under pressure.
    fn go(pulse: &mut Pulse, now: &mut Moment, a_minute: u32, minutes: u32) -> bool {
        let mut pressed = false;
        for n in 0..a_minute * minutes {
            *now = *now + Duration::from_mins(1) / a_minute;
            pulse.arrived(Ipv4Addr::from_bits(n << 8).into(), *now);
            pressed |= RULE.judge(pulse, false, *now).is_some();
        }
        pressed
    }

    #[test]
    fn a_busy_day_is_usual_and_ten_times_as_many_are_not() {
        let (mut pulse, mut now) = (pulse(), START);
        assert!(!go(&mut pulse, &mut now, 40, 180));
        assert!(!go(&mut pulse, &mut now, 100, 30));
        assert!(go(&mut pulse, &mut now, 500, 2));
    }

    #[test]
    fn what_lasts_becomes_usual() {
        let (mut pulse, mut now) = (pulse(), START);
        go(&mut pulse, &mut now, 10, 60);
        assert!(go(&mut pulse, &mut now, 200, 1));
        go(&mut pulse, &mut now, 200, 360);
        assert_eq!(RULE.judge(&mut pulse, true, now), None);
    }

    #[test]
    fn one_network_among_few_is_not_asked_and_among_many_is() {
        let village = |busiest: u32, others: u32| {
            let mut pulse = pulse();
            for n in 0..busiest.max(others) {
                let now = START + Duration::from_secs(2) * n;
                let home = |third: u32| IpAddr::V4(Ipv4Addr::from_bits(third << 8));
                if n < busiest {
                    pulse.arrived(home(0), now);
                }
                if n < others {
                    pulse.arrived(home(n + 1), now);
                }
            }
            RULE.judge(&mut pulse, false, START + Duration::from_secs(2) * busiest.max(others))
        };
        assert_eq!(village(40, 0), None);
        assert_eq!(village(59, 59), None);
        assert_eq!(village(60, 60), Some(Pressure::Network));
    }

    #[test]
    fn neighbours_are_one_neighbourhood() {
        let of = |address: &str| neighbourhood(address.parse().unwrap());
        assert_eq!(of("203.0.113.7"), of("203.0.113.250"));
        assert_ne!(of("203.0.113.7"), of("203.0.114.7"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:ffff::9"));
        assert_ne!(of("2001:db8:1::1"), of("2001:db8:2::1"));
        assert_eq!(of("::ffff:203.0.113.7"), of("203.0.113.8"));
    }

    #[test]
    fn staff_have_the_last_word() {
        let pressed = Defence { asking_until: START + HOUR, ..Defence::default() };
        assert!(pressed.asks(START) && !pressed.asks(START + HOUR));
        assert!(!Defence { mode: Mode::Never, ..pressed }.asks(START));
        assert!(Defence { mode: Mode::Always, ..pressed }.asks(START + HOUR));
    }

    #[test]
    fn a_clock_that_jumped_ahead_does_not_make_it_ask_for_ever() {
        let jumped = Defence { asking_until: START + HOUR * 1000, ..Defence::default() };
        assert!(!jumped.asks(START));
        assert_eq!(RULE.extend(&jumped, START), Some(START + RULE.quiet));
    }

    proptest! {
        /// However few come, in whatever rhythm and from wherever: below the floor and the least nobody is asked.
        #[test]
        fn a_small_campaign_is_never_asked(gaps in prop::collection::vec((0u64..600_000, 0u8..4), 0..55)) {
            let (mut pulse, mut now) = (pulse(), START);
            for (gap, third) in gaps {
                now = now + Duration::from_millis(gap);
                pulse.arrived(IpAddr::V4(Ipv4Addr::new(203, 0, third, 1)), now);
                prop_assert_eq!(RULE.judge(&mut pulse, false, now), None);
            }
        }

        /// However hard it was pressed, when nobody comes any more it is quiet within minutes.
        #[test]
        fn it_always_goes_away(a_minute in 1u32..4000, third: u8) {
            let (mut pulse, mut now) = (pulse(), START);
            for _ in 0..a_minute {
                now = now + Duration::from_mins(1) / a_minute;
                pulse.arrived(IpAddr::V4(Ipv4Addr::new(203, 0, third, 1)), now);
            }
            prop_assert_eq!(RULE.judge(&mut pulse, true, now + Duration::from_mins(11)), None);
        }

        /// Whoever keeps it asking keeps it for the quiet time at least, and says so seldom.
        #[test]
        fn under_pressure_it_is_asked_without_a_gap(steps in prop::collection::vec(0u64..5_000, 1..300)) {
            let (mut defence, mut now, mut told) = (Defence::default(), START, 0);
            for step in &steps {
                now = now + Duration::from_millis(*step);
                if let Some(until) = RULE.extend(&defence, now) {
                    defence.asking_until = until;
                    told += 1;
                }
                prop_assert!(defence.asks(now + RULE.quiet / 2));
            }
            prop_assert!(told <= 1 + steps.iter().sum::<u64>() / 60_000);
        }
    }
}
