use maud::{Markup, html};

use super::{Outdated, Step, name, notices, steps};
use crate::app::App;
use crate::domain::bulletin::{Bulletin, MAX_BODY, MAX_TITLE, Piece};
use crate::domain::campaign::Campaign;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What was typed in one language.
pub struct Typed {
    pub tag: Tag,
    pub title: String,
    pub body: String,
}

impl Typed {
    pub fn parse(&self) -> Option<Piece> {
        Piece::parse(&self.title, &self.body)
    }
}

/// A length that may not be exceeded, to be shown.
fn most(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// Why it was not saved.
pub enum Trouble<'a> {
    /// Too long, or with what no keyboard makes, in these languages.
    Refused(&'a [&'a Tag]),
    /// Somebody else has saved meanwhile: what they wrote is in the update.
    Overtaken,
}

/// Where an update is written, in as many languages as its campaign has.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub bulletin: &'a Bulletin,
    pub outdated: &'a [Outdated],
    pub typed: &'a [Typed],
    pub trouble: Option<Trouble<'a>>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, number) = (self.present.lang, &*self.campaign.slug, self.bulletin.number);
        let path = paths::studio_update(slug, number);
        let body = html! {
            (head(self.present, self.campaign, Tab::Updates))
            (steps(lang, slug, self.bulletin, Step::Write))
            (notices(self.present, self.campaign, self.outdated))
            (self.summary())
            p { (t!(lang, "bulletin-write-about")) }
            form.writing method="post" action=(path) {
                input type="hidden" name="revision" value=(self.bulletin.revision);
                @for typed in self.typed { (self.piece(typed)) }
                div.buttons {
                    button type="submit" name="then" value="preview" { (t!(lang, "bulletin-save-look")) }
                    button.plain type="submit" { (t!(lang, "bulletin-save")) }
                }
            }
            @if self.bulletin.version == 0 {
                form method="post" action=(paths::studio_update_part(slug, number, "discard")) {
                    p.small { (t!(lang, "bulletin-discard-about")) }
                    button.grave type="submit" { (t!(lang, "bulletin-discard")) }
                }
            }
        };
        let frame = Frame::of(self.app, self.present, "", &path);
        Frame { title: &name(lang, self.bulletin), is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @match &self.trouble {
                None => {},
                Some(Trouble::Refused(tags)) => div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul {
                        @for tag in *tags {
                            li { a href={ "#title_" (tag) } { (t!(lang, "bulletin-refused", language = tag.own_name(), title = i18n::number(lang, most(MAX_TITLE)), body = i18n::number(lang, most(MAX_BODY)))) } }
                        }
                    }
                },
                Some(Trouble::Overtaken) => div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "bulletin-overtaken")) }
                    p { (t!(lang, "bulletin-overtaken-do")) }
                },
            }
        }
    }

    fn piece(&self, typed: &Typed) -> Markup {
        let (lang, tag) = (self.present.lang, &typed.tag);
        let is_refused = matches!(&self.trouble, Some(Trouble::Refused(tags)) if tags.contains(&tag));
        let invalid = is_refused.then_some("true");
        html! {
            fieldset {
                legend lang=(tag) { (tag.own_name()) }
                div.field {
                    label for={ "title_" (tag) } { (t!(lang, "bulletin-title")) }
                    input id={ "title_" (tag) } name={ "title_" (tag) } value=(typed.title) lang=(tag) dir="auto" autocomplete="off" aria-invalid=[invalid];
                }
                div.field {
                    label for={ "body_" (tag) } { (t!(lang, "bulletin-body")) }
                    p.hint id={ "body_" (tag) "-hint" } { (t!(lang, "bulletin-body-hint")) }
                    textarea id={ "body_" (tag) } name={ "body_" (tag) } rows="14" lang=(tag) dir="auto" aria-describedby={ "body_" (tag) "-hint" } aria-invalid=[invalid] { (typed.body) }
                }
                @if matches!(self.trouble, Some(Trouble::Overtaken)) { (self.theirs(typed)) }
            }
        }
    }

    /// What the other wrote, where it is something else.
    fn theirs(&self, typed: &Typed) -> Markup {
        let theirs = self.bulletin.draft.piece(typed.tag.as_str());
        let is_same = typed.parse().as_ref() == Some(theirs);
        html! {
            @if !is_same {
                div.held {
                    h3 { (t!(self.present.lang, "bulletin-theirs")) }
                    p lang=(typed.tag) dir="auto" { strong { (theirs.title) } }
                    pre.wrapped lang=(typed.tag) dir="auto" { (theirs.body) }
                }
            }
        }
    }
}
