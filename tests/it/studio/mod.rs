//! Those who work here: how they come in, what each may do, and what another organisation never sees.

mod command;
mod editor;
mod factor;
mod incidents;
mod invitations;
mod letters;
mod limits;
mod login;
mod looks;
mod officials;
mod organisation;
mod pages;
mod people;
mod pictures;
mod proof;
mod publication;
mod record;
mod resets;
mod retention;
mod review;
mod roles;
mod routes;
mod sessions;
mod set_up;
mod updates;
mod watch;
