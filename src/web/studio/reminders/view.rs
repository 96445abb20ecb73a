use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::storage::reminders::Choice;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

pub fn page(app: &App, present: &Present, chosen: Choice, is_saved: bool) -> Markup {
    let lang = present.lang;
    let title = t!(lang, "reminders-title");
    let tick = |name: &str, words: String, ticked: bool| {
        html! {
            div.tick {
                input id=(name) name=(name) type="checkbox" value="yes" checked[ticked];
                label for=(name) { (words) }
            }
        }
    };
    let body = html! {
        h1 { (title) }
        @if is_saved { p.notice role="status" { (t!(lang, "reminders-saved")) } }
        p { (t!(lang, "reminders-about")) }
        form.narrow method="post" action=(paths::STUDIO_REMINDERS) {
            (tick("milestones", t!(lang, "reminders-milestones"), chosen.milestones))
            (tick("dates", t!(lang, "reminders-dates"), chosen.dates))
            @if present.member.account.role.may(Act::FollowUp) {
                (tick("follow_ups", t!(lang, "reminders-follow-ups"), chosen.follow_ups))
            }
            div.field {
                label for="lang" { (t!(lang, "reminders-lang")) }
                select #lang name="lang" {
                    @for one in Lang::ALL { option value=(one) lang=(one) selected[one == chosen.lang] { (one.own_name()) } }
                }
            }
            button type="submit" { (t!(lang, "save-button")) }
        }
    };
    Frame::of(app, present, &title, paths::STUDIO_REMINDERS).page(&body)
}
