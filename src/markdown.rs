//! Organisers' Markdown, for pages and for mail.

use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html as to_html};

/// What is shown of it: no raw HTML, no pictures, links to `https` only.
fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    let mut dropped_links = 0;
    Parser::new_ext(text, Options::empty()).filter_map(move |event| match event {
        Event::Html(_)
        | Event::InlineHtml(_)
        | Event::Start(Tag::Image { .. })
        | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link { ref dest_url, .. }) if !dest_url.starts_with("https://") => {
            dropped_links += 1;
            None
        }
        Event::End(TagEnd::Link) if dropped_links > 0 => {
            dropped_links -= 1;
            None
        }
        event => Some(event),
    })
}

/// As HTML.
pub fn html(text: &str) -> Markup {
    let mut out = String::new();
    to_html::push_html(&mut out, events(text));
    PreEscaped(out)
}

/// Plain text while it is put together.
#[derive(Default)]
struct Plain {
    out: String,
    /// Of each list that is open the number of its next item; 0 where it has none.
    lists: Vec<u64>,
    links: Vec<String>,
    /// Where the first lines of the quotations that are open end.
    quotes: Vec<usize>,
}

/// As plain text: paragraphs apart, list items marked, each link followed by its address.
pub fn text(markdown: &str) -> String {
    let mut plain = Plain::default();
    events(markdown).for_each(|event| plain.add(event));
    plain.out.trim().to_owned()
}

impl Plain {
    fn add(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.out.push('\n'),
            Event::Rule => self.out.push_str("\n\n* * *"),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph if self.opens() => {}
            Tag::Paragraph if self.lists.is_empty() => self.out.push_str("\n\n"),
            Tag::Paragraph => self.out.push('\n'),
            Tag::Heading { .. } | Tag::CodeBlock(_) => self.out.push_str("\n\n"),
            Tag::BlockQuote(_) => {
                self.out.push_str("\n\n> ");
                self.quotes.push(self.out.len());
            }
            Tag::List(first) => {
                self.out.push_str(if self.lists.is_empty() { "\n" } else { "" });
                self.lists.push(first.unwrap_or(0));
            }
            Tag::Item => {
                let depth = self.lists.len().saturating_sub(1);
                self.out.push('\n');
                self.out.push_str(&"  ".repeat(depth));
                match self.lists.last_mut() {
                    Some(number) if *number > 0 => {
                        self.out.push_str(&number.to_string());
                        self.out.push_str(". ");
                        *number += 1;
                    }
                    _ => self.out.push_str("- "),
                }
            }
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            _ => {}
        }
    }

    /// Whether an item or a quotation has just begun, so that its first paragraph stands beside the mark.
    fn opens(&self) -> bool {
        let line = self.out.rsplit('\n').next().unwrap_or_default().trim();
        let is_number = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        line == "-" || line == ">" || line.strip_suffix('.').is_some_and(is_number)
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                let from = self.quotes.pop().unwrap_or(self.out.len());
                let quoted = self.out.split_off(from);
                self.out.push_str(&quoted.replace('\n', "\n> "));
            }
            TagEnd::Link => {
                if let Some(url) = self.links.pop().filter(|url| !self.out.ends_with(url.as_str())) {
                    self.out.push_str(" (");
                    self.out.push_str(&url);
                    self.out.push(')');
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{html, text};

    #[test]
    fn neither_script_nor_picture_nor_odd_link_gets_through() {
        let odd = "a <script>x</script> ![p](https://x.test/p.png) [b](javascript:x) [c](https://c.test) *d*";
        let out = html(odd).into_string();
        assert!(!out.contains("<script") && !out.contains("<img") && !out.contains("javascript:"), "{out}");
        assert!(out.contains("<a href=\"https://c.test\">c</a>") && out.contains("<em>d</em>"), "{out}");
        assert_eq!(text(odd), "a x p b c (https://c.test) d");
    }

    #[test]
    fn plain_text_reads_as_it_was_written() {
        let markdown = "# News\n\nOne **two**\nthree.\n\n- a\n- b\n  1. c\n  2. d\n\n> said\n> again\n>\n> twice\n\nSee <https://x.test/>.";
        assert_eq!(
            text(markdown),
            "News\n\nOne two\nthree.\n\n- a\n- b\n  1. c\n  2. d\n\n> said\n> again\n> \n> twice\n\nSee https://x.test/."
        );
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_rendered(markdown in "\\PC{0,80}") {
            let out = html(&markdown).into_string();
            prop_assert!(!out.contains("<img") && !out.contains("javascript:\""));
            let _ = text(&markdown);
        }
    }
}
