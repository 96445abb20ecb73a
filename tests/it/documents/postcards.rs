use std::convert::Infallible;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;

use image::{ImageFormat, RgbImage};
use postulo::documents::pdf::{About, Pdf, Picture};
use postulo::documents::postcard::{Back, Card, Corner, Stock, Writing, print, set};

use super::{ask, is_sound, keep, text};

const MESSAGES: [&str; 5] = [
    "Prime Minister,\n\nHuseyin Celil has been in prison since 2006. Please bring him home to Burlington, to his wife and his sons.\n\nThank you.",
    "Monsieur le Premier ministre, je vous demande de réclamer l’accès consulaire à M. Celil et d’en rendre compte au Parlement.",
    "ھۈسەيىن جېلىلنى ئائىلىسىگە قايتۇرۇڭ. سالام! Bring him home. 把他带回家。",
    "الرجاء إعادته إلى عائلته. Please help (يرجى المساعدة).",
    "བོད་སྐད། Монгол ᠮᠣᠩᠭᠣᠯ\n한국어 日本語かな\nעברית हिन्दी ไทย",
];

fn picture() -> Picture {
    let image = RgbImage::from_fn(1_875, 1_275, |x, y| {
        let band = u8::try_from((x / 8 + y / 5) % 200).unwrap();
        image::Rgb([40, 60 + band / 2, 90 + band / 2])
    });
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    Picture::from_jpeg(Arc::new(bytes.into_inner())).unwrap()
}

fn back(number: usize) -> Back {
    let message = MESSAGES[number % MESSAGES.len()];
    let sender = [format!("Ruşen Nº {}", number + 1), "Burlington, Ontario".to_owned()];
    let addressee = [
        "THE RIGHT HONOURABLE JUSTIN TRUDEAU",
        "PRIME MINISTER OF CANADA",
        "HOUSE OF COMMONS",
        "OTTAWA ON  K1A 0A6",
    ];
    let corner = if number.is_multiple_of(2) { Corner::NoPostage } else { Corner::Stamp };
    let addressee = addressee.map(str::to_owned);
    set(&Writing {
        message,
        sender: &sender,
        addressee: &addressee,
        corner,
        credit: "Photo: Example Campaign",
    })
}

fn made(stock: Stock, cards: usize) -> Vec<u8> {
    let picture = picture();
    let mut pdf = Pdf::new(&About { title: "Cards to the Prime Minister", lang: "en" });
    let card = |number| {
        Ok::<_, Infallible>(Card {
            picture: &picture,
            shows: "Blue hills under a pale sky",
            back: back(number),
        })
    };
    assert!(print(&mut pdf, stock, cards, card, |_| true).unwrap());
    pdf.finish().unwrap()
}

fn kept(stock: Stock, cards: usize) -> PathBuf {
    keep(&format!("{cards}-cards-{}.pdf", stock.as_str()), &made(stock, cards))
}

#[test]
fn cards_are_sound_documents_on_every_stock() {
    for (stock, pages) in [(Stock::Shop, 14), (Stock::Letter4, 4), (Stock::A4, 4), (Stock::Letter2, 8)] {
        let file = kept(stock, 7);
        is_sound(&file, "Cards to the Prime Minister");
        let about = ask("pdfinfo", &[], &file);
        assert!(
            about.lines().any(|line| line.starts_with("Pages:") && line.ends_with(&pages.to_string())),
            "{about}"
        );
        let images = ask("pdfimages", &["-list"], &file);
        let objects: Vec<_> =
            images.lines().skip(2).filter_map(|line| line.split_whitespace().nth(10)).collect();
        assert_eq!(objects.len(), 7, "every front shows it: {images}");
        assert!(objects.iter().all(|object| *object == objects[0]), "it is in the file once: {images}");
    }
}

#[test]
fn a_print_shop_is_told_where_to_cut_and_where_the_picture_ends() {
    let file = kept(Stock::Shop, 1);
    let boxes = ask("pdfinfo", &["-box"], &file);
    let of = |name: &str| {
        let line = boxes.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().skip(1).map(|n| n.parse::<f32>().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(of("MediaBox:"), [0.0, 0.0, 450.0, 306.0]);
    assert_eq!(of("BleedBox:"), [0.0, 0.0, 450.0, 306.0]);
    assert_eq!(of("TrimBox:"), [9.0, 9.0, 441.0, 297.0]);
}

#[test]
fn every_script_can_be_read_back_from_a_card() {
    let text = text(&kept(Stock::Shop, 5));
    for word in [
        "Burlington",
        "réclamer",
        "ھۈسەيىن",
        "把他带回家",
        "الرجاء",
        "Монгол",
        "한국어",
        "日本語",
        "עברית",
        "K1A 0A6",
        "Ruşen",
    ] {
        assert!(text.contains(word), "{word} is not in:\n{text}");
    }
}

#[test]
fn the_same_cards_make_the_same_file() {
    assert!(made(Stock::Letter4, 5) == made(Stock::Letter4, 5));
}

#[test]
fn a_run_that_is_stopped_says_so() {
    let picture = picture();
    let mut pdf = Pdf::new(&About { title: "Stopped", lang: "en" });
    let card = |number| Ok::<_, Infallible>(Card { picture: &picture, shows: "Hills", back: back(number) });
    assert!(!print(&mut pdf, Stock::Shop, 10, card, |done| done < 4).unwrap());
}

#[test]
fn the_picture_for_the_screen_holds_its_own_letters() {
    let svg = back(2).svg("c", "Back of the card").into_string();
    keep("back.svg", svg.as_bytes());
    assert!(svg.contains(r#"role="img" aria-label="Back of the card""#));
    assert!(!svg.contains("<text") && !svg.contains("style="), "no font and no style is needed");
    assert!(svg.len() < 120_000, "{}", svg.len());
}
