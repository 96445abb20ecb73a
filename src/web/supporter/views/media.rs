use maud::{Markup, html};

use crate::app::App;
use crate::domain::picture::{Copy, Paper, Picture};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::Voice;

/// The copy for those whose browser does not choose, and for where the page is shared.
fn usual(picture: &Picture) -> Option<&Copy> {
    picture.copies.iter().find(|copy| copy.width >= 900).or(picture.largest())
}

/// A picture in the width that each screen needs, with what it shows in words. It takes its room before it is there.
pub fn picture(voice: Voice<'_>, picture: &Picture) -> Markup {
    let sizes = "(min-width: 64rem) 40rem, 100vw";
    let each = picture.copies.iter().map(|copy| format!("{} {}w", paths::picture(&copy.hash), copy.width));
    let srcset = each.collect::<Vec<_>>().join(", ");
    let foreign = voice.foreign_tag(&picture.alternative);
    html! {
        @if let Some(copy) = usual(picture) {
            figure.picture {
                img src=(paths::picture(&copy.hash)) srcset=(srcset) sizes=(sizes) width=(copy.width) height=(copy.height)
                    alt=(voice.text(&picture.alternative)) lang=[foreign] decoding="async";
                @if !picture.credit.is_empty() {
                    figcaption.small { (t!(voice.lang, "picture-credit", credit = i18n::isolate(&picture.credit))) }
                }
            }
        }
    }
}

/// The picture for where the page is shared.
pub fn shared(app: &App, voice: Voice<'_>, picture: &Picture) -> Markup {
    let url = |copy: &Copy| format!("{}{}", app.tools.settings.http.public_url, paths::picture(&copy.hash));
    html! {
        @if let Some(copy) = usual(picture) {
            meta property="og:image" content=(url(copy));
            meta property="og:image:width" content=(copy.width);
            meta property="og:image:height" content=(copy.height);
            meta property="og:image:alt" content=(voice.text(&picture.alternative));
            meta name="twitter:card" content="summary_large_image";
        }
    }
}

/// What there is to download.
pub fn papers(voice: Voice<'_>, papers: &[Paper]) -> Markup {
    let lang = voice.lang;
    html! {
        @if !papers.is_empty() {
            section aria-labelledby="papers-title" {
                h2 #papers-title { (t!(lang, "papers-download")) }
                ul.papers {
                    @for paper in papers {
                        li {
                            a href=(paths::paper(&paper.hash)) { (voice.say(&paper.title)) }
                            " " span.small { "PDF, " (i18n::size(lang, paper.size)) }
                        }
                    }
                }
            }
        }
    }
}
