use std::fmt::Write;

use maud::{Markup, html};
use qrcode::{Color, QrCode};

/// What a camera needs around a code to find it (ISO/IEC 18004, 5.3.8).
const QUIET: usize = 4;

/// A QR code as a drawing in the page itself; none where the text is longer than one holds.
pub fn qr(text: &str, label: &str) -> Option<Markup> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (at, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            write!(path, "M{x} {y}h1v1h-1z").ok()?;
        }
    }
    let side = width + 2 * QUIET;
    Some(html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } width="240" height="240" {
            rect width=(side) height=(side) fill="#ffffff" {}
            path d=(path) fill="#000000" shape-rendering="crispEdges" {}
        }
    })
}
