//! The faces of documents, built in. `README.md` says where they are from and under which licence.

use std::sync::{Arc, LazyLock};

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions};

/// A face and the family it belongs to, as its file names it. Tried in this order for each character.
macro_rules! faces {
    ($($family:literal: $($file:literal),+;)+) => {
        /// The families, in the order in which they are tried.
        pub const FAMILIES: &[&str] = &[$($family),+];

        const FILES: &[&[u8]] = &[$($(include_bytes!($file)),+),+];
    };
}

faces! {
    "Noto Serif": "NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf";
    "Noto Naskh Arabic": "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf";
    "Noto Serif Tibetan": "NotoSerifTibetan-Regular.ttf";
    "Noto Serif Hebrew": "NotoSerifHebrew-Regular.ttf";
    "Noto Serif Georgian": "NotoSerifGeorgian-Regular.ttf";
    "Noto Serif Armenian": "NotoSerifArmenian-Regular.ttf";
    "Noto Serif Devanagari": "NotoSerifDevanagari-Regular.ttf";
    "Noto Serif Bengali": "NotoSerifBengali-Regular.ttf";
    "Noto Serif Gurmukhi": "NotoSerifGurmukhi-Regular.ttf";
    "Noto Serif Tamil": "NotoSerifTamil-Regular.ttf";
    "Noto Serif Sinhala": "NotoSerifSinhala-Regular.ttf";
    "Noto Serif Thai": "NotoSerifThai-Regular.ttf";
    "Noto Serif Lao": "NotoSerifLao-Regular.ttf";
    "Noto Serif Khmer": "NotoSerifKhmer-Regular.ttf";
    "Noto Serif Myanmar": "NotoSerifMyanmar-Regular.ttf";
    "Noto Serif Ethiopic": "NotoSerifEthiopic-Regular.ttf";
    "Noto Sans Mongolian": "NotoSansMongolian-Regular.ttf";
    "Noto Sans Syriac": "NotoSansSyriac-Regular.ttf";
    "Droid Sans Fallback": "DroidSansFallbackFull.ttf";
    "Noto Serif CJK KR": "NotoSerifCJKkr-Hangul.otf";
}

/// All faces, read once. A copy shares their bytes.
static CONTEXT: LazyLock<FontContext> = LazyLock::new(|| {
    let options = CollectionOptions { shared: false, system_fonts: false };
    let mut context = FontContext { collection: Collection::new(options), ..FontContext::default() };
    for bytes in FILES {
        context.collection.register_fonts(Blob::new(Arc::new(*bytes)), None);
    }
    context
});

/// The faces, for somebody to set text with.
pub fn context() -> FontContext {
    CONTEXT.clone()
}

#[cfg(test)]
mod tests {
    use super::{CONTEXT, FAMILIES, FILES};

    #[test]
    fn every_file_is_a_face_of_a_family_that_is_tried() {
        let mut context = CONTEXT.clone();
        let known: Vec<_> = context.collection.family_names().map(str::to_owned).collect();
        for family in FAMILIES {
            assert!(known.iter().any(|name| name == family), "{family} is not among {known:?}");
        }
        assert_eq!(known.len(), FAMILIES.len(), "{known:?}");
        assert!(FILES.len() >= FAMILIES.len());
    }
}
