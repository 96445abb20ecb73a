use maud::{Markup, PreEscaped};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// Organisers' Markdown as HTML: no raw HTML, no pictures, links to `https` only.
pub fn markdown(text: &str) -> Markup {
    let mut dropped_links = 0;
    let events = Parser::new_ext(text, Options::empty()).filter_map(move |event| match event {
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
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    PreEscaped(out)
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn neither_script_nor_picture_nor_odd_link_gets_through() {
        let out = markdown(
            "a <script>x</script> ![p](https://x.test/p.png) [b](javascript:x) [c](https://c.test) *d*",
        )
        .into_string();
        assert!(!out.contains("<script") && !out.contains("<img") && !out.contains("javascript:"), "{out}");
        assert!(out.contains("<a href=\"https://c.test\">c</a>") && out.contains("<em>d</em>"), "{out}");
    }
}
