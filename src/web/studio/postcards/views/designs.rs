use maud::{Markup, html};
use uuid::Uuid;

use super::parts;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::postcard::design::{Design, FINE, GOOD};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::media::views::{figure, lines, stored, summary};
use crate::web::studio::media::{Trouble, Typed, languages};
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// The fronts of a campaign's postcards.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub all: &'a [Design],
    pub refused: Option<(&'a Typed, &'a Trouble)>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "cards-designs");
        let (width, height) = (figure(lang, FINE.0 as usize), figure(lang, FINE.1 as usize));
        let body = html! {
            (head(self.present, self.campaign, Tab::Postcards))
            (parts(lang, self.campaign, true))
            @if let Some((typed, trouble)) = self.refused { (summary(lang, &at(typed.picture), trouble)) }
            p { (t!(lang, "cards-designs-about", width = width, height = height)) }
            @if self.all.is_empty() { p.notice { (t!(lang, "cards-designs-none")) } }
            @for (place, design) in self.all.iter().enumerate() { (self.one(design, place == 0)) }
            h2 { (t!(lang, "cards-designs-new")) }
            (self.form())
        };
        let path = paths::studio_designs(&self.campaign.slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.refused.is_some(), ..frame }.page(&body)
    }

    /// What was typed into a form, where it was refused.
    fn typed(&self, picture: Option<Uuid>) -> Option<(&Typed, &Trouble)> {
        self.refused.filter(|(typed, _)| typed.picture == picture)
    }

    fn form(&self) -> Markup {
        let lang = self.present.lang;
        let megabytes = self.app.tools.settings.uploads.picture_bytes / (1024 * 1024);
        let refused = self.typed(None);
        let empty = || languages(self.campaign).into_iter().map(|tag| (tag, String::new())).collect();
        let words: Vec<_> = refused.map_or_else(empty, |(typed, _)| typed.words.clone());
        html! {
            form.narrow method="post" action=(paths::studio_designs(&self.campaign.slug)) enctype="multipart/form-data" {
                div.field {
                    label for="new-file" { (t!(lang, "pictures-file")) }
                    p.small #new-file-hint { (t!(lang, "pictures-most", size = figure(lang, megabytes))) }
                    input #new-file name="picture" type="file" accept="image/jpeg,image/png,image/webp" required
                        aria-describedby="new-file-hint";
                }
                p.small { (t!(lang, "pictures-alternative-about")) }
                (lines("new", &t!(lang, "pictures-alternative"), &words, refused.map(|(_, trouble)| trouble)))
                (self.credit("new", refused.map_or("", |(typed, _)| &typed.credit)))
                button type="submit" { (t!(lang, "cards-designs-add")) }
            }
        }
    }

    fn credit(&self, at: &str, credit: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            div.field {
                label for={ (at) "-credit" } { (t!(lang, "pictures-credit")) " " span.small { (t!(lang, "optional")) } }
                input id={ (at) "-credit" } name="credit" autocomplete="off" dir="auto" value=(credit);
            }
        }
    }

    fn one(&self, design: &Design, is_first: bool) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let picture = &design.picture;
        let refused = self.typed(Some(design.id()));
        let words = refused.map_or_else(
            || stored(languages(self.campaign), &picture.alternative),
            |(typed, _)| typed.words.clone(),
        );
        let credit = refused.map_or(&picture.credit, |(typed, _)| &typed.credit);
        let at = at(Some(design.id()));
        html! {
            section.held {
                @if let Some(copy) = picture.smallest() {
                    img.thumb src=(paths::picture(&copy.hash)) width=(copy.width) height=(copy.height)
                        alt=(picture.alternative.get(lang)) loading="lazy";
                }
                (self.fineness(design))
                form method="post" action=(paths::studio_design(slug, design.id())) {
                    (lines(&at, &t!(lang, "pictures-alternative"), &words, refused.map(|(_, trouble)| trouble)))
                    (self.credit(&at, credit))
                    (self.button(design, &t!(lang, "pictures-store"), "plain"))
                }
                @if !is_first { (self.press(design, "up", &t!(lang, "cards-designs-up"))) }
                @if design.retired_at.is_some() {
                    (self.press(design, "restore", &t!(lang, "cards-designs-restore")))
                } @else {
                    (self.press(design, "retire", &t!(lang, "cards-designs-retire")))
                }
            }
        }
    }

    /// How it prints, and whether it is offered.
    fn fineness(&self, design: &Design) -> Markup {
        let (lang, dots) = (self.present.lang, design.dots() as usize);
        html! {
            @if design.retired_at.is_some() { p { strong { (t!(lang, "cards-designs-retired")) } } }
            @if design.is_fine() {
                p.small { (t!(lang, "cards-designs-fine", dots = figure(lang, dots))) }
            } @else {
                p.notice { (t!(lang, "cards-designs-coarse", dots = figure(lang, dots), good = figure(lang, GOOD as usize))) }
            }
        }
    }

    fn press(&self, design: &Design, part: &str, words: &str) -> Markup {
        html! {
            form method="post" action=(paths::studio_design_part(&self.campaign.slug, design.id(), part)) {
                (self.button(design, words, "plain"))
            }
        }
    }

    fn button(&self, design: &Design, words: &str, class: &str) -> Markup {
        let alternative = design.picture.alternative.get(self.present.lang);
        html! { button class=(class) type="submit" { (words) span.visually-hidden { ": " (alternative) } } }
    }
}

/// By what the fields of one form are told from those of the others.
fn at(picture: Option<Uuid>) -> String {
    picture.map_or_else(|| "new".to_owned(), |id| format!("p{}", id.simple()))
}
