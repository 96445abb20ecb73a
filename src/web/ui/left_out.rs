use pulldown_cmark::{Event, Options, Parser, Tag};

/// Whether anything of an organiser's Markdown is left out of its page: raw HTML, pictures, links to other than `https`.
pub fn is_left_out(text: &str) -> bool {
    Parser::new_ext(text, Options::empty()).any(|event| match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. }) => true,
        Event::Start(Tag::Link { ref dest_url, .. }) => !dest_url.starts_with("https://"),
        _ => false,
    })
}
