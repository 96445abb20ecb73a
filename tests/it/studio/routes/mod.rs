//! Every route of the studio with what it asks for: a file for each part, which stands in `ALL`.

mod accounts;
mod addressees;
mod deliveries;
mod editor;
mod incidents;
mod kit;
mod ledger;
mod letters;
mod limits;
mod official_sheets;
mod officials;
mod own;
mod people;
mod pictures;
mod postcards;
mod print_runs;
mod reports;
mod retention;
mod review;
mod updates;
mod watch;

use postulo::domain::role::Act;

/// What a route asks for.
pub enum Asks {
    /// Nothing: it is for those who are not logged in as well.
    Nothing,
    /// To be logged in.
    Presence,
    /// The right to do something.
    Right(Act),
}

/// Method, path, what it asks for, and the answer to who may. `{id}` becomes an id that nobody has, `{campaign}` the slug of a
/// campaign that there is: beyond the wall that is 404, for every role.
pub type Route = (&'static str, &'static str, Asks, u16);

/// The part that ends the session comes last.
pub const ALL: &[&[Route]] = &[
    own::ROUTES,
    people::ROUTES,
    retention::ROUTES,
    editor::ROUTES,
    incidents::ROUTES,
    officials::ROUTES,
    letters::ROUTES,
    review::ROUTES,
    watch::ROUTES,
    pictures::ROUTES,
    postcards::ROUTES,
    print_runs::ROUTES,
    limits::ROUTES,
    updates::ROUTES,
    official_sheets::ROUTES,
    ledger::ROUTES,
    kit::ROUTES,
    deliveries::ROUTES,
    addressees::ROUTES,
    reports::ROUTES,
    accounts::ROUTES,
];
