use maud::{Markup, html};
use uuid::Uuid;

use super::form::{Faults, Field};
use super::{clock, role_words};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Role;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;

/// An open invitation.
pub struct Row {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    pub expires_at: Moment,
    pub is_over: bool,
}

/// The choice of a role.
pub fn roles(lang: Lang, chosen: Option<Role>) -> Markup {
    html! {
        @for role in Role::ALL {
            option value=(role.as_str()) selected[chosen == Some(role)] { (role_words(lang, role)) }
        }
    }
}

/// Who is invited, and the form that invites.
pub fn section(present: &Present, rows: &[Row], (typed, faults): (&str, &Faults)) -> Markup {
    let lang = present.lang;
    let title = t!(lang, "invitations-title");
    let email = Field {
        name: "email",
        label: t!(lang, "field-email"),
        kind: "email",
        autocomplete: "off",
        hint: None,
        typed,
    };
    html! {
        h2 { (t!(lang, "invite-title")) }
        p { (t!(lang, "invite-about")) }
        form.narrow method="post" action=(paths::STUDIO_INVITATIONS) {
            (email.markup(faults))
            div.field {
                label for="role" { (t!(lang, "accounts-role")) }
                select #role name="role" required { (roles(lang, Some(Role::Viewer))) }
            }
            button type="submit" { (t!(lang, "invite-button")) }
        }
        h2 #invitations { (title) }
        @if rows.is_empty() { p { (t!(lang, "invitations-empty")) } } @else {
            div.wide role="region" aria-labelledby="invitations" tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "field-email")) }
                            th scope="col" { (t!(lang, "accounts-role")) }
                            th scope="col" { (t!(lang, "invitations-until")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody { @for row in rows { (one(present, row)) } }
                }
            }
        }
    }
}

fn one(present: &Present, row: &Row) -> Markup {
    let lang = present.lang;
    html! {
        tr {
            th scope="row" { bdi { (row.email) } }
            td { (role_words(lang, row.role)) }
            td { (clock(present, row.expires_at)) @if row.is_over { " " (t!(lang, "invitations-over")) } }
            td {
                @for (act, words) in
                    [("resend", t!(lang, "invitations-resend")), ("withdraw", t!(lang, "invitations-withdraw"))]
                {
                    form method="post" action=(paths::studio_open_invitation(row.id, act)) {
                        button.link type="submit" { (words) span.visually-hidden { " " (row.email) } }
                    }
                }
            }
        }
    }
}
