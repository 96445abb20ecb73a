use maud::{Markup, html};

use super::{BOTH, Here, Paged, Way};
use crate::documents::kit::{Laid, Misfit, Piece};
use crate::documents::svg;
use crate::domain::jurisdiction::Paper;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::clock;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

pub struct Page<'a> {
    pub here: &'a Here<'a>,
    pub papers: &'a [Paged],
}

fn about(lang: Lang, piece: Piece) -> String {
    match piece {
        Piece::Poster => t!(lang, "kit-poster-about"),
        Piece::TableCard => t!(lang, "kit-table-card-about"),
        Piece::TallySheet => t!(lang, "kit-tally-sheet-about"),
        Piece::Instructions => t!(lang, "kit-instructions-about"),
    }
}

fn paper_words(lang: Lang, paper: Paper) -> String {
    match paper {
        Paper::Letter => t!(lang, "kit-letter"),
        Paper::A4 => t!(lang, "kit-a4"),
    }
}

fn misfit(lang: Lang, misfit: &Misfit) -> String {
    match misfit {
        Misfit::Uncovered(characters) => {
            let characters: Vec<_> = characters.iter().map(char::to_string).collect();
            t!(lang, "kit-uncovered", characters = characters.join(" "))
        }
        Misfit::Address => t!(lang, "kit-long-address"),
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let Here { app, present, campaign, choice, .. } = self.here;
        let (lang, title) = (present.lang, t!(present.lang, "kit-title"));
        let path = paths::studio_kit(&campaign.slug);
        let refused = choice.refused.is_some();
        let faults = refused.then(|| ("source", t!(lang, "kit-source-refused"))).into_iter().collect();
        let body = html! {
            (head(present, campaign, Tab::Kit))
            (summary(lang, &faults))
            h2 { (title) }
            p { (t!(lang, "kit-about")) }
            (self.form(&path))
            (self.way())
            (self.unwritten())
            div.kit { @for paper in self.papers { (self.paper(paper)) } }
        };
        let title = format!("{title} – {}", campaign.content.title.get(lang));
        let frame = Frame::of(app, present, &title, &path);
        Frame { is_refused: refused, ..frame }.page(&body)
    }

    fn form(&self, path: &str) -> Markup {
        let (lang, choice) = (self.here.present.lang, &self.here.choice);
        let names = Lang::ALL.map(Lang::own_name).join(", ");
        let one = Lang::ALL.map(|one| (one.code(), one.own_name().to_owned()));
        let both = (BOTH, t!(lang, "kit-both", languages = names));
        let typed = choice.refused.as_deref().unwrap_or(choice.source.as_str());
        html! {
            form.narrow method="get" action=(path) {
                div.field {
                    label for="paper" { (t!(lang, "kit-paper")) }
                    select #paper name="paper" {
                        @for paper in Paper::ALL {
                            option value=(paper.as_str()) selected[paper == choice.paper] { (paper_words(lang, paper)) }
                        }
                    }
                }
                div.field {
                    label for="in" { (t!(lang, "kit-languages")) }
                    select #in name="in" {
                        @for (code, words) in one.into_iter().chain([both]) {
                            option value=(code) selected[code == choice.languages()] { (words) }
                        }
                    }
                }
                div.field {
                    label for="source" { (t!(lang, "kit-source")) }
                    p.small #source-hint { (t!(lang, "kit-source-hint")) }
                    input #source name="source" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="60"
                        value=(typed) aria-describedby="source-hint" aria-invalid=[choice.refused.as_ref().map(|_| "true")];
                }
                button type="submit" { (t!(lang, "kit-show")) }
            }
        }
    }

    /// Where the codes lead, if that is not simply to a page on which one signs.
    fn way(&self) -> Markup {
        let (present, lang) = (self.here.present, self.here.present.lang);
        let words = match self.here.way {
            Way::Open => return html! {},
            Way::Opens(at) => {
                let day = clock(present, at);
                return html! { p.notice { (t!(lang, "kit-upcoming")) " " (day) } };
            }
            Way::Paused => t!(lang, "kit-paused"),
            Way::Draft => t!(lang, "kit-draft"),
            Way::Closed => t!(lang, "kit-closed"),
            Way::Removed => t!(lang, "kit-removed"),
        };
        html! { p.notice { (words) } }
    }

    /// The languages that were chosen, and in which the campaign says nothing.
    fn unwritten(&self) -> Markup {
        let (lang, content) = (self.here.present.lang, &self.here.campaign.content);
        let is_silent = |one: &&Lang| {
            [&content.title, &content.ask, &content.asked]
                .iter()
                .any(|words| words.written(one.code()).is_none())
        };
        let silent: Vec<_> =
            self.here.choice.langs.iter().filter(is_silent).map(|one| one.own_name()).collect();
        html! {
            @if !silent.is_empty() { p.notice { (t!(lang, "kit-unwritten", languages = silent.join(", "))) } }
        }
    }

    fn paper(&self, paper: &Paged) -> Markup {
        let (lang, piece) = (self.here.present.lang, paper.piece);
        html! {
            section {
                h3 { (piece.words(lang)) }
                p { (about(lang, piece)) }
                @match &paper.laid {
                    Some(Ok(laid)) => {
                        p { a href=(self.file(piece)) { (t!(lang, "kit-fetch", piece = piece.words(lang))) } }
                        (self.pictures(piece, laid))
                    }
                    Some(Err(why)) => p.notice { strong { (misfit(lang, why)) } },
                    None => {}
                }
            }
        }
    }

    fn file(&self, piece: Piece) -> String {
        let Here { campaign, choice, .. } = self.here;
        let chosen = (choice.paper.as_str(), choice.languages(), choice.source.as_str());
        paths::studio_kit_file(&campaign.slug, piece.as_str(), chosen)
    }

    fn pictures(&self, piece: Piece, laid: &Laid) -> Markup {
        let title = t!(self.here.present.lang, "kit-picture", piece = piece.words(self.here.present.lang));
        html! {
            div.proofs {
                @for page in 0..laid.pages.len() {
                    figure.proof { (svg::picture(&format!("{}{page}-", piece.as_str()), &title, laid.size, &laid.marks(page))) }
                }
            }
        }
    }
}
