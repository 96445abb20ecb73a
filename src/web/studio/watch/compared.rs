use super::asked::Beside;
use crate::domain::moment::Moment;
use crate::domain::story::Story;
use crate::domain::stretch::Stretch;

/// What stands beside the figures over time: another time, or another campaign, part by part.
pub struct Compared {
    pub stretch: Stretch,
    pub confirmed: Vec<i64>,
    pub signed: Vec<i64>,
    /// The day that was chosen, if it does not follow from what is looked at.
    pub since: Option<Moment>,
}

impl Compared {
    /// Of this campaign's own story, or of the `other`.
    pub fn new(
        beside: &Beside,
        stretch: Stretch,
        is_chosen: bool,
        own: &Story,
        other: Option<&Story>,
    ) -> Self {
        let story = match beside {
            Beside::Campaign(_) => other.unwrap_or(own),
            Beside::Before | Beside::Nothing => own,
        };
        let (confirmed, signed) = (stretch.counts(&story.confirmed), stretch.counts(&story.signed));
        let since = is_chosen.then(|| stretch.from());
        Self { stretch, confirmed, signed, since }
    }
}
