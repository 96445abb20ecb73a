use crate::documents::geometry::Point;
use crate::documents::mark::Mark;
use crate::documents::text::{Style, Weight, shape};

/// Below this nothing is made smaller: it is cut.
const SMALLEST: f32 = 7.0;

/// Sets words in one line of a width: made smaller as far as one can read them, and then cut.
pub fn fitted(text: &str, weight: Weight, (at, width): (Point, f32), style: Style) -> Vec<Mark> {
    if text.is_empty() {
        return Vec::new();
    }
    let mut shaped = shape(text, weight);
    let natural = shaped.width(style.size);
    let size = (style.size * width / natural.max(1.0)).min(style.size);
    if size >= SMALLEST.min(style.size) {
        // A little below what it measures, so that it does not break.
        let style = Style { size: if size < style.size { size * 0.995 } else { size }, ..style };
        return shaped.draw_some(at, (width + 1.0, 1), style).0;
    }
    let mut kept: Vec<char> = text.chars().collect();
    let style = Style { size: SMALLEST.min(style.size), ..style };
    loop {
        let cut: String = kept.iter().collect::<String>().trim_end().to_owned() + "…";
        let mut shaped = shape(&cut, weight);
        let natural = shaped.width(style.size);
        if natural <= width || kept.len() < 2 {
            return shaped.draw_some(at, (width + 1.0, 1), style).0;
        }
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let fewer = (kept.len() as f32 * width / natural) as usize;
        kept.truncate(fewer.clamp(1, kept.len() - 1));
    }
}
