/// The limits that an organisation sets for the forms of its campaigns. What it does not set is as the installation has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnLimits {
    pub network_burst: Option<u32>,
    pub network_sustained: Option<u32>,
    pub campaign_burst: Option<u32>,
    pub campaign_sustained: Option<u32>,
}

/// As many as any network may be let in: more is no limit.
pub const MOST: u32 = 1_000_000;

/// What was typed is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoLimit;

impl OwnLimits {
    /// What was typed of one of them; empty is as the installation has it.
    pub fn parse(typed: &str) -> Result<Option<u32>, NoLimit> {
        match typed.trim() {
            "" => Ok(None),
            typed => typed.parse().ok().filter(|n| (1..=MOST).contains(n)).map(Some).ok_or(NoLimit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NoLimit, OwnLimits};

    #[test]
    fn a_limit_is_a_whole_number_of_people_or_nothing() {
        assert_eq!(OwnLimits::parse(""), Ok(None));
        assert_eq!(OwnLimits::parse(" 40 "), Ok(Some(40)));
        for typed in ["0", "-1", "1.5", "many", "1000001", "99999999999999"] {
            assert_eq!(OwnLimits::parse(typed), Err(NoLimit), "{typed}");
        }
    }
}
