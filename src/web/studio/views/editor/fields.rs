//! The fields of a section, as their schema says.

use maud::{Markup, html};
use uuid::Uuid;

use super::labels;
use crate::domain::draft::gap::Gap;
use crate::domain::draft::schema::{Field, Kind, Shape};
use crate::domain::draft::tree::{self, join};
use crate::domain::draft::{Languages, Tree};
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::t;
use crate::web::ui::{is_left_out, markdown};

/// What is typed, in the main language and in one beside it.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    pub lang: Lang,
    pub languages: &'a Languages,
    pub beside: Option<&'a Tag>,
    pub gaps: &'a [Gap],
    /// Whom of the directory an addressee may be.
    pub officials: &'a [(Uuid, String)],
}

impl Fields<'_> {
    pub fn markup(&self, fields: &[Field], typed: &Tree, place: &str) -> Markup {
        html! {
            @for field in fields {
                @let path = join(place, field.key);
                @match field.kind {
                    Kind::Words { most, shape } => (self.words(field, typed, &path, (most, shape))),
                    Kind::Rows(inner) => (self.rows(field, inner, typed, &path)),
                    Kind::Hidden => {},
                    Kind::Official => (super::official::field(self, tree::line(typed, field.key), place)),
                    kind => (self.leaf(kind, field.required, tree::line(typed, field.key), &path)),
                }
            }
        }
    }

    fn words(&self, field: &Field, typed: &Tree, path: &str, (most, shape): (usize, Shape)) -> Markup {
        html! {
            div.words {
                @for tag in [Some(self.languages.main()), self.beside].into_iter().flatten() {
                    (self.text(tag, field, tree::words(typed, field.key, tag.as_str()), path, (most, shape)))
                }
            }
        }
    }

    /// A text in one language.
    fn text(
        &self,
        tag: &Tag,
        field: &Field,
        text: &str,
        path: &str,
        (most, shape): (usize, Shape),
    ) -> Markup {
        let (lang, id) = (self.lang, format!("{path}.{tag}"));
        let hint = [labels::hint(lang, path), Some(labels::most(lang, most))];
        let mut hint = hint.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if shape == Shape::Markdown {
            hint = format!("{hint} {}", t!(lang, "edit-markdown"));
        }
        let direction = tag.direction();
        let described = format!("{id}-hint {id}-error");
        let invalid = self.invalid(&id);
        html! {
            div.field {
                label for=(id) {
                    (labels::label(lang, path)) " " span.tongue { "(" bdi lang=(tag) { (tag.own_name()) } ")" }
                    @if !field.required { " " span.optional { (t!(lang, "edit-optional")) } }
                }
                p.hint id={ (id) "-hint" } { (hint) }
                (self.error(&id))
                @if shape == Shape::Line {
                    input id=(id) name=(id) type="text" value=(text) lang=(tag) dir=(direction) autocomplete="off"
                        aria-describedby=(described) aria-invalid=[invalid];
                } @else {
                    @let rows = if shape == Shape::Markdown { "12" } else { "3" };
                    textarea id=(id) name=(id) rows=(rows) lang=(tag) dir=(direction)
                        aria-describedby=(described) aria-invalid=[invalid] { "\n" (text) }
                }
                @if shape == Shape::Markdown { (self.rendered(&id, tag, text)) }
            }
        }
    }

    /// Markdown as the page will show it.
    fn rendered(&self, id: &str, tag: &Tag, text: &str) -> Markup {
        let lang = self.lang;
        html! {
            details.rendered {
                summary { (t!(lang, "edit-rendered")) }
                div id={ (id) "-rendered" } data-part {
                    @if is_left_out(text) { p.small { strong { (t!(lang, "edit-left-out")) } } }
                    div lang=(tag) dir=(tag.direction()) { (markdown(text)) }
                }
            }
        }
    }

    fn leaf(&self, kind: Kind, required: bool, typed: &str, id: &str) -> Markup {
        let lang = self.lang;
        let hint = labels::hint(lang, id);
        let described =
            format!("{}{id}-error", hint.as_ref().map_or(String::new(), |_| format!("{id}-hint ")));
        html! {
            div.field {
                label for=(id) {
                    (labels::label(lang, id))
                    @if !required { " " span.optional { (t!(lang, "edit-optional")) } }
                }
                @if let Some(hint) = hint { p.hint id={ (id) "-hint" } { (hint) } }
                (self.error(id))
                @if let Kind::Choice(known) = kind {
                    select id=(id) name=(id) aria-describedby=(described) {
                        @for value in known {
                            option value=(value) selected[*value == typed] { (labels::choice(lang, value)) }
                        }
                    }
                } @else {
                    input id=(id) name=(id) type=(if kind == Kind::Email { "email" } else { "text" }) value=(typed) dir="auto"
                        class=[matches!(kind, Kind::Date | Kind::Number | Kind::Tag | Kind::Country).then_some("short")]
                        inputmode=[(kind == Kind::Number).then_some("numeric")] autocomplete="off"
                        aria-describedby=(described) aria-invalid=[self.invalid(id)];
                }
            }
        }
    }

    fn rows(&self, field: &Field, inner: &[Field], typed: &Tree, path: &str) -> Markup {
        let (lang, one) = (self.lang, labels::one(self.lang, path));
        let rows: Vec<&Tree> = tree::rows(typed, field.key).collect();
        let depth = path.matches('.').count();
        html! {
            section.rows aria-labelledby={ (path) "-title" } {
                @if depth == 0 { h2 id={ (path) "-title" } { (labels::label(lang, path)) } }
                @else { h3 id={ (path) "-title" } { (labels::label(lang, path)) } }
                @if let Some(hint) = labels::hint(lang, path) { p.hint { (hint) } }
                (self.error(path))
                input type="hidden" name={ (path) ".rows" } value=(rows.len());
                @for (at, row) in rows.iter().enumerate() {
                    (self.row(inner, row, &format!("{path}.{at}"), (at, rows.len())))
                }
                button.quiet type="submit" name="do" value={ "add:" (path) } id=(path) { (t!(lang, "edit-add", what = one)) }
            }
        }
    }

    fn row(&self, inner: &[Field], row: &Tree, place: &str, (at, count): (usize, usize)) -> Markup {
        let lang = self.lang;
        let name = labels::path(lang, place);
        let button = |verb: &str, words: String| {
            html! {
                button.link type="submit" name="do" value={ (verb) ":" (place) } { (words) span.visually-hidden { ": " (name) } }
            }
        };
        html! {
            fieldset.row id=(place) tabindex="-1" {
                legend { (name) }
                input type="hidden" name={ (place) ".id" } value=(tree::line(row, "id"));
                (self.markup(inner, row, place))
                div.moves {
                    @if at > 0 { (button("up", t!(lang, "edit-up"))) }
                    @if at + 1 < count { (button("down", t!(lang, "edit-down"))) }
                    (button("remove", t!(lang, "edit-remove")))
                }
            }
        }
    }

    fn wrong(&self, id: &str) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.fault.is_wrong() && gap.id() == id)
    }

    fn invalid(&self, id: &str) -> Option<&'static str> {
        self.wrong(id).map(|_| "true")
    }

    /// Why what is typed cannot stand. Its place is there in any case, so that a script can fill it.
    fn error(&self, id: &str) -> Markup {
        let words = self.wrong(id).map(|gap| labels::fault(self.lang, gap.fault));
        html! { p.error id={ (id) "-error" } data-part hidden[words.is_none()] { @if let Some(words) = words { (words) } } }
    }
}
