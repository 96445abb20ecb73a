use maud::{Markup, html};
use uuid::Uuid;

use super::super::{Trouble, languages};
use super::{figure, lines, stored, summary};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::picture::Paper;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What was typed, for a new document or for one that is there.
pub struct Typed {
    pub paper: Option<Uuid>,
    pub words: Vec<(Tag, String)>,
}

/// The documents of a campaign in their order.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub all: &'a [Paper],
    pub refused: Option<(&'a Typed, &'a Trouble)>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "papers-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::Papers))
            @if let Some((typed, trouble)) = self.refused { (summary(lang, &at(typed.paper), trouble)) }
            p { (t!(lang, "papers-about")) }
            @if self.all.is_empty() { p.notice { (t!(lang, "papers-none")) } }
            @for (place, paper) in self.all.iter().enumerate() { (self.one(place, paper)) }
            h2 { (t!(lang, "papers-new")) }
            (self.form())
        };
        let path = paths::studio_papers(&self.campaign.slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.refused.is_some(), ..frame }.page(&body)
    }

    fn typed(&self, paper: Option<Uuid>) -> Option<(&Typed, &Trouble)> {
        self.refused.filter(|(typed, _)| typed.paper == paper)
    }

    fn form(&self) -> Markup {
        let lang = self.present.lang;
        let megabytes = self.app.tools.settings.uploads.document_bytes / (1024 * 1024);
        let refused = self.typed(None);
        let empty = || languages(self.campaign).into_iter().map(|tag| (tag, String::new())).collect();
        let words: Vec<_> = refused.map_or_else(empty, |(typed, _)| typed.words.clone());
        html! {
            form.narrow method="post" action=(paths::studio_papers(&self.campaign.slug)) enctype="multipart/form-data" {
                div.field {
                    label for="new-file" { (t!(lang, "papers-file")) }
                    p.small #new-file-hint { (t!(lang, "papers-most", size = figure(lang, megabytes))) }
                    input #new-file name="document" type="file" accept="application/pdf" required aria-describedby="new-file-hint";
                }
                (lines("new", &t!(lang, "papers-name"), &words, refused.map(|(_, trouble)| trouble)))
                button type="submit" { (t!(lang, "papers-add")) }
            }
        }
    }

    fn one(&self, place: usize, paper: &Paper) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let refused = self.typed(Some(paper.id));
        let words = refused
            .map_or_else(|| stored(languages(self.campaign), &paper.title), |(typed, _)| typed.words.clone());
        let title = paper.title.get(lang);
        html! {
            section.held {
                p { a href=(paths::paper(&paper.hash)) { bdi { (title) } } " " span.small { (i18n::size(lang, paper.size)) } }
                form method="post" action=(paths::studio_paper(slug, paper.id)) {
                    (lines(&at(Some(paper.id)), &t!(lang, "papers-name"), &words, refused.map(|(_, trouble)| trouble)))
                    button.plain type="submit" { (t!(lang, "pictures-store")) span.visually-hidden { ": " (title) } }
                }
                @if place > 0 {
                    form method="post" action=(paths::studio_paper_part(slug, paper.id, "up")) {
                        button.plain type="submit" { (t!(lang, "papers-up")) span.visually-hidden { ": " (title) } }
                    }
                }
                form method="post" action=(paths::studio_paper_part(slug, paper.id, "delete")) {
                    button.grave type="submit" { (t!(lang, "papers-delete")) span.visually-hidden { ": " (title) } }
                }
                p.small { (t!(lang, "papers-delete-about")) }
            }
        }
    }
}

/// By what the fields of one form are told from those of the others.
fn at(paper: Option<Uuid>) -> String {
    paper.map_or_else(|| "new".to_owned(), |id| format!("d{}", id.simple()))
}
