//! The addresses of limits and lists.

use uuid::Uuid;

pub const STUDIO_LIMITS: &str = "/studio/limits";
pub const STUDIO_LISTS: &str = "/studio/limits/lists";

pub fn studio_remove_listing(id: Uuid) -> String {
    format!("{STUDIO_LISTS}/{id}/remove")
}
