use postulo::domain::role::Act;

use super::{Asks, Route};

const KEEP: Asks = Asks::Right(Act::KeepDirectory);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/officials", KEEP, 200),
    ("POST", "/studio/officials", KEEP, 422),
    ("GET", "/studio/officials/new", KEEP, 200),
    ("GET", "/studio/officials/duplicates", KEEP, 200),
    ("GET", "/studio/officials/officials.csv", KEEP, 200),
    ("GET", "/studio/officials/imports", KEEP, 200),
    // No form with a file.
    ("POST", "/studio/officials/imports", KEEP, 400),
    ("GET", "/studio/officials/imports/{id}", KEEP, 404),
    ("POST", "/studio/officials/imports/{id}/apply", KEEP, 404),
    ("POST", "/studio/officials/imports/{id}/undo", KEEP, 404),
    ("GET", "/studio/officials/{id}", KEEP, 404),
    ("POST", "/studio/officials/{id}", KEEP, 404),
    ("GET", "/studio/officials/{id}/edit", KEEP, 404),
    ("POST", "/studio/officials/{id}/retire", KEEP, 404),
    ("POST", "/studio/officials/{id}/delete", KEEP, 404),
    ("GET", "/studio/officials/{id}/merge/{row}", KEEP, 404),
    ("POST", "/studio/officials/{id}/merge/{row}", KEEP, 404),
    ("POST", "/studio/officials/{id}/separate/{row}", KEEP, 404),
];
