//! The addresses of the directory of officials and of the pictures.

use uuid::Uuid;

pub const STUDIO_OFFICIALS: &str = "/studio/officials";
pub const STUDIO_NEW_OFFICIAL: &str = "/studio/officials/new";
pub const STUDIO_ALIKE_OFFICIALS: &str = "/studio/officials/duplicates";
pub const STUDIO_IMPORTS: &str = "/studio/officials/imports";

pub fn studio_official(id: Uuid) -> String {
    format!("/studio/officials/{id}")
}

/// What is done with an official: `edit`, `retire` or `delete`.
pub fn studio_official_part(id: Uuid, part: &str) -> String {
    format!("/studio/officials/{id}/{part}")
}

/// Where two entries are made one; the first stays.
pub fn studio_merge(stays: Uuid, goes: Uuid) -> String {
    format!("/studio/officials/{stays}/merge/{goes}")
}

pub fn studio_import(id: Uuid) -> String {
    format!("/studio/officials/imports/{id}")
}

/// What is done with a list: `apply` or `undo`.
pub fn studio_import_part(id: Uuid, part: &str) -> String {
    format!("/studio/officials/imports/{id}/{part}")
}

/// Where a merging is taken back.
pub fn studio_separate(stays: Uuid, gone: Uuid) -> String {
    format!("/studio/officials/{stays}/separate/{gone}")
}

/// The directory as a table.
pub const STUDIO_OFFICIALS_SHEET: &str = "/studio/officials/officials.csv";
