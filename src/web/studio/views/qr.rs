use std::fmt::Write;

use maud::{Markup, html};

use crate::documents::code::Code;

/// A QR code as a drawing in the page itself; none where the text is longer than one holds.
pub fn qr(text: &str, label: &str) -> Option<Markup> {
    let code = Code::of(text)?;
    let mut path = String::new();
    for (x, y, long) in code.runs() {
        write!(path, "M{x} {y}h{long}v1h-{long}z").ok()?;
    }
    let side = code.side();
    Some(html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } width="240" height="240" {
            rect width=(side) height=(side) fill="#ffffff" {}
            path d=(path) fill="#000000" shape-rendering="crispEdges" {}
        }
    })
}
