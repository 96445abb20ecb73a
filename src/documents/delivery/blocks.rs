//! The blocks of a Markdown text, as they are set on paper: headings, paragraphs and items, without their marks.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Heading,
    Paragraph,
    Item,
}

/// Reads a text block by block; what its page leaves out, such as raw HTML, is left out here, too.
pub fn blocks(markdown: &str) -> Vec<(Kind, String)> {
    let (mut all, mut text, mut in_item) = (Vec::new(), String::new(), 0_u32);
    let mut end = |text: &mut String, kind: Kind| {
        let whole = std::mem::take(text);
        if !whole.trim().is_empty() {
            all.push((kind, whole.trim().to_owned()));
        }
    };
    for event in Parser::new_ext(markdown, Options::empty()) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak => text.push(' '),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Item) => {
                in_item += 1;
                end(&mut text, Kind::Paragraph);
            }
            Event::End(TagEnd::Item) => {
                in_item = in_item.saturating_sub(1);
                end(&mut text, Kind::Item);
            }
            Event::End(TagEnd::Heading(_)) => end(&mut text, Kind::Heading),
            Event::End(TagEnd::Paragraph) => {
                end(&mut text, if in_item > 0 { Kind::Item } else { Kind::Paragraph });
            }
            _ => {}
        }
    }
    end(&mut text, Kind::Paragraph);
    all
}

#[cfg(test)]
mod tests {
    use super::{Kind, blocks};

    #[test]
    fn a_text_is_read_without_its_marks() {
        let read = blocks(
            "# We *ask*\n\nThat he be\nrecognized.\n\n- now\n- [here](https://example.org)\n\n<b>x</b>",
        );
        let told = [
            (Kind::Heading, "We ask"),
            (Kind::Paragraph, "That he be recognized."),
            (Kind::Item, "now"),
            (Kind::Item, "here"),
            (Kind::Paragraph, "x"),
        ];
        assert_eq!(read, told.map(|(kind, text)| (kind, text.to_owned())));
    }
}
