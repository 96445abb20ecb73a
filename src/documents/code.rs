//! QR codes, drawn as areas: sharp at every size.

use qrcode::{Color, EcLevel, QrCode};

use super::geometry::Rect;
use super::mark::{Ink, Mark};

/// What a camera needs around a code to find it, in modules (ISO/IEC 18004, 5.3.8).
pub const QUIET: usize = 4;

/// A code, row by row.
pub struct Code {
    width: usize,
    dark: Vec<bool>,
}

impl Code {
    /// For a screen; none where the text is longer than a code holds.
    pub fn of(text: &str) -> Option<Self> {
        Self::with(text, EcLevel::M)
    }

    /// For paper: read even where a quarter of it is torn off or glares.
    pub fn sturdy(text: &str) -> Option<Self> {
        Self::with(text, EcLevel::Q)
    }

    fn with(text: &str, level: EcLevel) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, level).ok()?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { width: code.width(), dark })
    }

    /// How many modules a side has, with the quiet zone.
    pub const fn side(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// The dark modules, those beside each other together: column and row, with the quiet zone, and how many.
    pub fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        for (at, _) in self.dark.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
            let (x, y) = (at % self.width + QUIET, at / self.width + QUIET);
            match runs.last_mut() {
                Some((from, row, long)) if *row == y && *from + *long == x => *long += 1,
                _ => runs.push((x, y, 1)),
            }
        }
        runs
    }

    /// The code on white, with its quiet zone, in a square with this upper left corner and side.
    #[expect(clippy::cast_precision_loss, reason = "a code has less than 200 modules a side")]
    pub fn marks(&self, x: f32, y: f32, side: f32) -> Vec<Mark> {
        let module = side / self.side() as f32;
        let area = |(column, row, long): (usize, usize, usize)| {
            Rect::new(x + column as f32 * module, y + row as f32 * module, long as f32 * module, module)
        };
        let of = self.runs().into_iter().map(area).collect();
        vec![
            Mark::Area { of: Rect::new(x, y, side, side), ink: Ink::White },
            Mark::Areas { of, ink: Ink::Black },
        ]
    }
}
