use std::time::Duration;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::moment::{DAY, HOUR, Moment};

/// A session that rests for as long has ended.
pub const IDLE: Duration = Duration::from_hours(12);
/// It ends after as long, however busy it is.
pub const ABSOLUTE: Duration = Duration::from_hours(7 * 24);
/// Who proved so long ago who they are proves it again before what cannot be undone.
pub const RECENT: Duration = Duration::from_mins(10);
/// How long the second step of a login may take.
pub const STEP: Duration = Duration::from_mins(5);
/// So many wrong codes end it.
pub const TRIES: i16 = 5;
/// To note that it is used less often than this costs a write less.
const NOTED: Duration = Duration::from_mins(1);

/// 256 bits of chance, which only the browser keeps.
pub type Token = [u8; 32];
/// What is kept of a token. A plain hash will do: there is nothing to guess.
pub type TokenHash = [u8; 32];

pub fn hash(token: &Token) -> TokenHash {
    Sha256::digest(token).into()
}

/// When a session ends that began and was last used at these moments.
pub fn expiry(created_at: Moment, seen_at: Moment) -> Moment {
    (seen_at + IDLE).min(created_at + ABSOLUTE)
}

/// A browser in which somebody is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What it is called by in forms; no token.
    pub id: Uuid,
    pub account: Uuid,
    pub device: String,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub expires_at: Moment,
    /// When whoever is logged in last proved who they are.
    pub proved_at: Moment,
    /// No session yet: the second step of the login is still to come.
    pub awaits_code: bool,
}

impl Session {
    /// Whether it runs. One that began later than now was begun before the clock was set back, and need not last for ever.
    pub fn runs(&self, now: Moment) -> bool {
        now < self.expires_at && now + DAY >= self.created_at
    }

    /// Whether whoever is logged in proved who they are a short time ago.
    pub fn is_proved(&self, now: Moment) -> bool {
        now < self.proved_at + RECENT && now + HOUR >= self.proved_at
    }

    /// Whether it is worth noting that it is used.
    pub fn is_worth_noting(&self, now: Moment) -> bool {
        now >= self.seen_at + NOTED || now + HOUR < self.seen_at
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{ABSOLUTE, DAY, HOUR, IDLE, Moment, NOTED, RECENT, Session, expiry};

    #[test]
    fn a_session_ends_when_it_rests_and_at_last_in_any_case() {
        let began = Moment(1_000_000_000_000);
        assert_eq!(expiry(began, began), began + IDLE);
        assert_eq!(expiry(began, began + HOUR), began + HOUR + IDLE);
        assert_eq!(expiry(began, began + ABSOLUTE - HOUR), began + ABSOLUTE);
        let session = Session {
            id: Uuid::nil(),
            account: Uuid::nil(),
            device: String::new(),
            created_at: began,
            seen_at: began,
            expires_at: expiry(began, began),
            proved_at: began,
            awaits_code: false,
        };
        assert!(
            session.is_proved(began)
                && session.is_proved(began + RECENT / 2)
                && !session.is_proved(began + RECENT)
        );
        assert!(!session.is_proved(began - DAY));
        assert!(session.runs(began) && session.runs(began + IDLE - HOUR) && !session.runs(began + IDLE));
        assert!(!session.runs(began - DAY - HOUR));
        assert!(!session.is_worth_noting(began) && session.is_worth_noting(began + NOTED));
    }
}
