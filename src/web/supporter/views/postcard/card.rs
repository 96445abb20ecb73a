//! A card as a picture: its front, its back, and what still fits.

use maud::{Markup, html};

use crate::documents::postcard::{Back, Fit};
use crate::domain::lang::Lang;
use crate::domain::postcard::design::Design;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::supporter::postcard::composer::Proof;
use crate::web::ui::refusal_words;

/// Front and back. `id` tells the pictures of one page apart.
pub fn sides(lang: Lang, id: &str, design: Option<&Design>, back: Option<&mut Back>) -> Markup {
    html! {
        div.card-sides {
            @if let Some(design) = design { (front(lang, design)) }
            @if let Some(back) = back {
                figure.card-side {
                    (back.svg(id, &t!(lang, "card-back")))
                    figcaption { (t!(lang, "card-back")) }
                }
            }
        }
    }
}

/// The picture, without what is cut off.
pub fn front(lang: Lang, design: &Design) -> Markup {
    let picture = &design.picture;
    html! {
        figure.card-side {
            @if let Some(copy) = picture.copies.iter().rev().nth(1).or(picture.largest()) {
                div.card-front {
                    img src=(paths::picture(&copy.hash)) width=(copy.width) height=(copy.height)
                        alt=(picture.alternative.get(lang)) loading="lazy";
                }
            }
            figcaption {
                (t!(lang, "card-front"))
                @if !picture.credit.is_empty() { ": " bdi { (picture.credit) } }
            }
        }
    }
}

/// What the form would print, and what still fits: what the page's script swaps.
pub fn fragment(lang: Lang, proof: &mut Proof) -> Markup {
    let (words, is_wrong) = match &proof.fit {
        Ok(fit) => (fit_words(lang, *fit), false),
        Err(refusal) => (refusal_words(lang, refusal), true),
    };
    html! {
        div #card-preview data-fit=(words) data-wrong[is_wrong] {
            (sides(lang, "c", proof.design.as_ref(), Some(&mut proof.back)))
        }
    }
}

/// What still fits, at the message; announced as one types.
pub fn fit_line(lang: Lang, proof: &Proof) -> Markup {
    let words = match &proof.fit {
        Ok(fit) => fit_words(lang, *fit),
        Err(refusal) => refusal_words(lang, refusal),
    };
    html! { p.card-fit #card-fit role="status" aria-live="polite" { (words) } }
}

fn fit_words(lang: Lang, fit: Fit) -> String {
    match fit {
        Fit::Room(left) => {
            // Told in tens, it need not be told at every letter.
            let left = i64::try_from(left / 10 * 10).unwrap_or(i64::MAX);
            t!(lang, "card-room", shown = i18n::number(lang, left))
        }
        Fit::Over(by) => {
            let by = i64::try_from(by).unwrap_or(i64::MAX);
            t!(lang, "refused-overfull", count = by, shown = i18n::number(lang, by))
        }
    }
}
