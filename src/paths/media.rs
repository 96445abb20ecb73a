//! The addresses of pictures and documents. What stands at an address that names a content never changes.

use uuid::Uuid;

pub fn picture(hash: &str) -> String {
    format!("/pictures/{hash}.jpg")
}

pub fn paper(hash: &str) -> String {
    format!("/documents/{hash}.pdf")
}

pub fn studio_pictures(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/pictures")
}

pub fn studio_picture(slug: &str, id: Uuid) -> String {
    format!("/studio/campaigns/{slug}/pictures/{id}")
}

/// What is done with a picture: `choose`, `hide` or `delete`.
pub fn studio_picture_part(slug: &str, id: Uuid, part: &str) -> String {
    format!("/studio/campaigns/{slug}/pictures/{id}/{part}")
}

pub fn studio_papers(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/documents")
}

pub fn studio_paper(slug: &str, id: Uuid) -> String {
    format!("/studio/campaigns/{slug}/documents/{id}")
}

/// What is done with a document: `up` or `delete`.
pub fn studio_paper_part(slug: &str, id: Uuid, part: &str) -> String {
    format!("/studio/campaigns/{slug}/documents/{id}/{part}")
}
