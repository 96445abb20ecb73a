use maud::{Markup, html};

use super::{labels, local};
use crate::domain::draft::Section;
use crate::domain::draft::compare::Difference;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::zone::Zone;
use crate::i18n::t;
use crate::paths;

/// What somebody else saved meanwhile, beside what was written here.
pub struct Conflict {
    pub who: Option<String>,
    pub at: Moment,
    pub differences: Vec<Difference>,
}

impl Conflict {
    pub fn markup(&self, lang: Lang, zone: &Zone, slug: &str, section: Section) -> Markup {
        let who = self.who.clone().unwrap_or_else(|| t!(lang, "edit-somebody"));
        let (day, time) = local(lang, zone, self.at);
        html! {
            div.summary role="alert" tabindex="-1" autofocus aria-labelledby="conflict-title" {
                h2 #conflict-title { (t!(lang, "conflict-title")) }
                p { (t!(lang, "conflict-lead", who = who, day = day, time = time)) }
                p { a href=(paths::studio_section(slug, section)) { (t!(lang, "conflict-leave")) } }
            }
            @if self.differences.is_empty() { p.notice { (t!(lang, "conflict-same")) } }
            @else { (self.table(lang)) }
        }
    }

    fn table(&self, lang: Lang) -> Markup {
        html! {
            div.wide.conflict role="region" aria-labelledby="conflict-title" tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "conflict-field")) }
                            th scope="col" { (t!(lang, "conflict-theirs")) }
                            th scope="col" { (t!(lang, "conflict-mine")) }
                        }
                    }
                    tbody {
                        @for one in &self.differences {
                            tr {
                                th scope="row" { (named(lang, &one.path)) }
                                td dir="auto" { (one.theirs) }
                                td dir="auto" { (one.mine) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A field by its whole name, whose last part may be a language.
fn named(lang: Lang, name: &str) -> String {
    let known = |path: &str| {
        let words = labels::label(lang, path);
        (words != crate::domain::draft::gap::kind_of_path(path)).then(|| labels::path(lang, path))
    };
    known(name).unwrap_or_else(|| match name.rsplit_once('.') {
        Some((path, tag)) => format!("{} ({tag})", labels::path(lang, path)),
        None => name.to_owned(),
    })
}
