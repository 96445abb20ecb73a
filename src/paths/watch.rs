//! The addresses at which a campaign is watched.

pub fn studio_wall(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/wall")
}

/// The stream of a campaign's figures.
pub fn studio_figures(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/figures/live")
}

/// A table to take away: `query` says which.
pub fn studio_figures_csv(slug: &str, query: &str) -> String {
    format!("/studio/campaigns/{slug}/figures.csv?{query}")
}
