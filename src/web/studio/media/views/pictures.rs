use maud::{Markup, html};
use uuid::Uuid;

use super::super::{Trouble, languages};
use super::{figure, lines, stored, summary};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::picture::Picture;
use crate::domain::tag::Tag;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What was typed, for a new picture or for one that is there.
pub struct Typed {
    pub picture: Option<Uuid>,
    pub words: Vec<(Tag, String)>,
    pub credit: String,
}

/// The pictures of a campaign.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub all: &'a [Picture],
    pub refused: Option<(&'a Typed, &'a Trouble)>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "pictures-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::Pictures))
            @if let Some((typed, trouble)) = self.refused { (summary(lang, &at(typed.picture), trouble)) }
            p { (t!(lang, "pictures-about")) }
            @if self.all.is_empty() { p.notice { (t!(lang, "pictures-none")) } }
            @for picture in self.all { (self.one(picture)) }
            h2 { (t!(lang, "pictures-new")) }
            (self.form())
        };
        let path = paths::studio_pictures(&self.campaign.slug);
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
            form.narrow method="post" action=(paths::studio_pictures(&self.campaign.slug)) enctype="multipart/form-data" {
                div.field {
                    label for="new-file" { (t!(lang, "pictures-file")) }
                    p.small #new-file-hint { (t!(lang, "pictures-most", size = figure(lang, megabytes))) }
                    input #new-file name="picture" type="file" accept="image/jpeg,image/png,image/webp" required
                        aria-describedby="new-file-hint";
                }
                p.small { (t!(lang, "pictures-alternative-about")) }
                (lines("new", &t!(lang, "pictures-alternative"), &words, refused.map(|(_, trouble)| trouble)))
                (self.credit("new", refused.map_or("", |(typed, _)| &typed.credit)))
                button type="submit" { (t!(lang, "pictures-add")) }
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

    fn one(&self, picture: &Picture) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let is_shown = self.campaign.picture.as_ref().is_some_and(|shown| shown.id == picture.id);
        let alternative = picture.alternative.get(lang);
        let refused = self.typed(Some(picture.id));
        let words = refused.map_or_else(
            || stored(languages(self.campaign), &picture.alternative),
            |(typed, _)| typed.words.clone(),
        );
        let credit = refused.map_or(&picture.credit, |(typed, _)| &typed.credit);
        let act = if is_shown { "hide" } else { "choose" };
        let at = at(Some(picture.id));
        html! {
            section.held {
                @if let Some(copy) = picture.smallest() {
                    img.thumb src=(paths::picture(&copy.hash)) width=(copy.width) height=(copy.height) alt=(alternative) loading="lazy";
                }
                @if is_shown { p { strong { (t!(lang, "pictures-shown")) } } }
                @if let Some(copy) = picture.largest() {
                    p.small { (figure(lang, copy.width as usize)) " × " (figure(lang, copy.height as usize)) }
                }
                form method="post" action=(paths::studio_picture(slug, picture.id)) {
                    (lines(&at, &t!(lang, "pictures-alternative"), &words, refused.map(|(_, trouble)| trouble)))
                    (self.credit(&at, credit))
                    button.plain type="submit" { (t!(lang, "pictures-store")) span.visually-hidden { ": " (alternative) } }
                }
                form method="post" action=(paths::studio_picture_part(slug, picture.id, act)) {
                    button.plain type="submit" {
                        @if is_shown { (t!(lang, "pictures-hide")) } @else { (t!(lang, "pictures-choose")) }
                        span.visually-hidden { ": " (alternative) }
                    }
                }
                form method="post" action=(paths::studio_picture_part(slug, picture.id, "delete")) {
                    button.grave type="submit" { (t!(lang, "pictures-delete")) span.visually-hidden { ": " (alternative) } }
                }
                p.small { (t!(lang, "pictures-delete-about")) }
            }
        }
    }
}

/// By what the fields of one form are told from those of the others.
fn at(picture: Option<Uuid>) -> String {
    picture.map_or_else(|| "new".to_owned(), |id| format!("p{}", id.simple()))
}
