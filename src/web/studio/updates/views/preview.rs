use maud::{Markup, html};

use super::{Outdated, Step, name, notices, steps};
use crate::app::App;
use crate::domain::bulletin::{Bulletin, Published, Written, languages};
use crate::domain::campaign::Campaign;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::markdown;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Why it was not published or sent to oneself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NotWhole,
    Unchanged,
    Overtaken,
}

/// The draft as its readers would see it, what is missing in which language, and the ways on.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub bulletin: &'a Bulletin,
    pub outdated: &'a [Outdated],
    pub published: Option<&'a Published>,
    pub fault: Option<Fault>,
    /// What was done just now.
    pub done: &'a str,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, number) = (self.present.lang, &*self.campaign.slug, self.bulletin.number);
        let path = paths::studio_update_part(slug, number, "preview");
        let body = html! {
            (head(self.present, self.campaign, Tab::Updates))
            (steps(lang, slug, self.bulletin, Step::Look))
            (notices(self.present, self.campaign, self.outdated))
            (self.said())
            @for tag in languages(self.campaign) { (self.piece(&tag)) }
            h3 { (t!(lang, "bulletin-test")) }
            form method="post" action=(paths::studio_update_part(slug, number, "test")) {
                p { (t!(lang, "bulletin-test-about")) }
                button.plain type="submit" { (t!(lang, "bulletin-test-button")) }
            }
            h3 { (t!(lang, "bulletin-publish")) }
            (self.publication())
        };
        let frame = Frame::of(self.app, self.present, "", &path);
        Frame { title: &name(lang, self.bulletin), is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    /// What was done, or why not.
    fn said(&self) -> Markup {
        let lang = self.present.lang;
        let fault = self.fault.map(|fault| match fault {
            Fault::NotWhole => t!(lang, "bulletin-not-whole"),
            Fault::Unchanged => t!(lang, "bulletin-unchanged"),
            Fault::Overtaken => t!(lang, "bulletin-overtaken-look"),
        });
        let done = match self.done {
            "test" => Some(t!(lang, "bulletin-tested")),
            "publication" => Some(t!(lang, "bulletin-published-now")),
            _ => None,
        };
        html! {
            @if let Some(fault) = fault { div.summary role="alert" tabindex="-1" autofocus { p { (fault) } } }
            @else if let Some(done) = done { p.notice role="status" { (done) } }
        }
    }

    fn piece(&self, tag: &Tag) -> Markup {
        let lang = self.present.lang;
        let piece = self.bulletin.draft.piece(tag.as_str());
        html! {
            section.preview {
                h3 lang=(tag) { (tag.own_name()) }
                @match self.bulletin.draft.written(tag.as_str()) {
                    Written::Nothing => p.small { (t!(lang, "bulletin-nothing")) },
                    written => {
                        @if written == Written::Half { p.notice { (t!(lang, "bulletin-half")) } }
                        div.held lang=(tag) dir=(tag.direction()) {
                            h4 { (piece.title) }
                            (markdown::html(&piece.body))
                        }
                        details {
                            summary { (t!(lang, "bulletin-as-text")) }
                            pre.wrapped lang=(tag) dir=(tag.direction()) { (markdown::text(&piece.body)) }
                        }
                    },
                }
            }
        }
    }

    fn publication(&self) -> Markup {
        let (lang, slug, number) = (self.present.lang, &*self.campaign.slug, self.bulletin.number);
        let is_same = self.published.is_some_and(|published| published.wording == self.bulletin.draft);
        html! {
            @if let Some(published) = self.published {
                p {
                    (t!(lang, "bulletin-published", date = i18n::day(lang, published.published_at), version = published.version)) " "
                    a href=(paths::update(lang, slug, number)) { (t!(lang, "bulletin-see-page")) }
                }
                p { a href=(paths::studio_update_part(slug, number, "sending")) { (t!(lang, "bulletin-to-sending")) } }
            }
            @if !is_same {
                form method="post" action=(paths::studio_update_part(slug, number, "publication")) {
                    input type="hidden" name="revision" value=(self.bulletin.revision);
                    @if self.published.is_some() {
                        p { (t!(lang, "bulletin-correct-about")) }
                        button type="submit" { (t!(lang, "bulletin-correct-button")) }
                    } @else {
                        p { (t!(lang, "bulletin-publish-about")) }
                        button type="submit" { (t!(lang, "bulletin-publish-button")) }
                    }
                }
            }
        }
    }
}
