//! The markup of the studio: each page is made from what it shows, and from nothing else.

pub mod accounts;
pub mod editor;
pub mod error;
pub mod form;
pub mod home;
pub mod invitations;
pub mod layout;
pub mod login;
pub mod qr;
pub mod sessions;
pub mod set_up;
pub mod tabs;

use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Role;
use crate::i18n::{self, t};
use crate::web::studio::member::Present;

/// What stands between a thing and what is said of it.
pub const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Fr => "\u{a0}: ",
    }
}

/// A moment as the clocks of the organisation show it.
pub fn clock(present: &Present, at: Moment) -> Markup {
    let (lang, zone) = (present.lang, present.zone());
    let (day, time) = editor::local(lang, &zone, at);
    html! { time datetime=(at) { (t!(lang, "publish-moment", day = day, time = time)) } }
}

/// The day and the minute of a moment.
pub fn moment(lang: Lang, at: Moment) -> Markup {
    let written = at.to_string();
    let minute = written.get(11..16).unwrap_or_default();
    html! { time datetime=(written) { (t!(lang, "studio-moment", day = i18n::day(lang, at), time = minute)) } }
}

pub fn role_words(lang: Lang, role: Role) -> String {
    match role {
        Role::Owner => t!(lang, "role-owner"),
        Role::Organiser => t!(lang, "role-organiser"),
        Role::Moderator => t!(lang, "role-moderator"),
        Role::Staff => t!(lang, "role-staff"),
        Role::Viewer => t!(lang, "role-viewer"),
    }
}
