//! Choosing an addressee from the directory.

use maud::{Markup, html};

use super::fields::Fields;
use crate::i18n::t;
use crate::paths;

/// The field of a row, with the button that takes over name and office. Without a directory there is nothing to choose.
pub fn field(fields: &Fields<'_>, typed: &str, row: &str) -> Markup {
    let (lang, id) = (fields.lang, format!("{row}.official"));
    html! {
        @if !fields.officials.is_empty() {
            div.field {
                label for=(id) {
                    (t!(lang, "draft-addressees-official")) " " span.optional { (t!(lang, "edit-optional")) }
                }
                p.hint id={ (id) "-hint" } {
                    (t!(lang, "draft-addressees-official-hint")) " "
                    a href=(paths::STUDIO_OFFICIALS) { (t!(lang, "officials-title")) }
                }
                select id=(id) name=(id) aria-describedby={ (id) "-hint" } {
                    option value="" { (t!(lang, "draft-addressees-official-none")) }
                    @for (official, name) in fields.officials {
                        option value=(official) selected[official.to_string() == typed] { (name) }
                    }
                }
                div.moves {
                    button.link type="submit" name="do" value={ "fill:" (row) } { (t!(lang, "draft-addressees-official-fill")) }
                }
            }
        }
    }
}
