use std::sync::Arc;

use maud::{Markup, html};

use super::state_words;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::message::{Received, State};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// The messages in one state, newest first, without who wrote them.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaigns: &'a [Arc<Campaign>],
    /// The slug of the campaign that was chosen; empty: all.
    pub chosen: &'a str,
    pub state: State,
    /// As `State::ALL`.
    pub counts: [i64; 4],
    pub found: &'a [Received],
    pub has_more: bool,
    /// Whether one was deleted just now.
    pub deleted: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "inbox-title");
        let body = html! {
            h1 { (title) }
            @if self.deleted { p.notice role="status" { (t!(lang, "inbox-deleted")) } }
            p { (t!(lang, "inbox-about", days = self.app.tools.settings.retention.messages)) }
            (self.states())
            @if self.campaigns.len() > 1 { (self.filter()) }
            @if self.found.is_empty() { p.notice { (t!(lang, "inbox-none")) } } @else { (self.table()) }
            @if let Some(last) = self.found.last().filter(|_| self.has_more) {
                p { a href={ (self.list(self.state)) "&before=" (last.id) } { (t!(lang, "inbox-older")) } }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_MESSAGES).page(&body)
    }

    fn list(&self, state: State) -> String {
        let list = paths::studio_messages_in(state.as_str());
        if self.chosen.is_empty() { list } else { format!("{list}&campaign={}", self.chosen) }
    }

    fn states(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            nav.tabs aria-label=(t!(lang, "inbox-title")) {
                ul {
                    @for (state, count) in State::ALL.into_iter().zip(self.counts) {
                        li {
                            a href=(self.list(state)) aria-current=[(state == self.state).then_some("true")] {
                                (state_words(lang, state)) " (" (i18n::number(lang, count)) ")"
                            }
                        }
                    }
                }
            }
        }
    }

    fn filter(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            form.deciding method="get" action=(paths::STUDIO_MESSAGES) {
                input type="hidden" name="state" value=(self.state.as_str());
                div.field {
                    label for="campaign" { (t!(lang, "studio-campaign")) }
                    select #campaign name="campaign" {
                        option value="" { (t!(lang, "inbox-all-campaigns")) }
                        @for campaign in self.campaigns {
                            option value=(campaign.slug) selected[campaign.slug == self.chosen] { (campaign.content.title.get(lang)) }
                        }
                    }
                }
                button.plain type="submit" { (t!(lang, "inbox-filter")) }
            }
        }
    }

    fn table(&self) -> Markup {
        let lang = self.present.lang;
        let title = |id: i32| {
            let of = self.campaigns.iter().find(|campaign| campaign.id == id);
            of.map_or("", |campaign| campaign.content.title.get(lang))
        };
        html! {
            div.wide role="region" aria-label=(t!(lang, "inbox-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "inbox-message")) }
                            th scope="col" { (t!(lang, "studio-campaign")) }
                            th scope="col" { (t!(lang, "inbox-language")) }
                        }
                    }
                    tbody {
                        @for one in self.found {
                            tr {
                                th scope="row" { a href=(paths::studio_message(one.id)) { (clock(self.present, one.created_at)) } }
                                td { (title(one.campaign)) }
                                td lang=(one.lang) { (one.lang.own_name()) }
                            }
                        }
                    }
                }
            }
        }
    }
}
