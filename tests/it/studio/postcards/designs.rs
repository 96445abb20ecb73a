use image::{GenericImageView, ImageEncoder};
use postulo::domain::role::Role;
use postulo::storage::{card_designs, pictures};

use super::{DESIGNS, add_design, designs};
use crate::studio::odd_files::jpeg_of;
use crate::studio::pictures::{WORDS, photo};
use crate::support::{Build, TestApp, on_both};

on_both! {
    async fn a_design_is_kept_as_it_prints_and_is_no_picture_of_the_page(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        organiser.upload(DESIGNS, &WORDS, ("picture", &photo(3000, 2200))).await.expect(303);
        let design = designs(&app).await.remove(0);
        let largest = design.picture.largest().unwrap();
        assert_eq!((largest.width, largest.height), (1875, 1275), "cut to the sheet, and no larger than it prints");
        assert!(design.is_fine() && design.picture.copies.len() == 3);
        let db = app.app.tools.db.read();
        let print = card_designs::find_print(db, design.id()).await.unwrap().unwrap();
        assert_eq!(image::load_from_memory(&print).unwrap().dimensions(), (1875, 1275));
        let served = app.visitor().get(&format!("/pictures/{}.jpg", design.picture.smallest().unwrap().hash)).await;
        assert_eq!(served.expect(200).header("content-type"), "image/jpeg");
        assert!(pictures::list(db, app.campaign_id()).await.unwrap().is_empty());
        let gallery = format!("/studio/campaigns/recognize-celil/pictures/{}/delete", design.id());
        organiser.post(&gallery, &[]).await.expect(404);
        // The same file pressed twice is there once.
        organiser.upload(DESIGNS, &WORDS, ("picture", &photo(3000, 2200))).await.expect(303);
        assert_eq!(designs(&app).await.len(), 1);
    }

    async fn what_would_print_badly_is_refused_or_said(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let send = async |width, height| organiser.upload(DESIGNS, &WORDS, ("picture", &photo(width, height))).await;
        for (size, said) in [
            ((1275, 1875), "is higher than wide"),
            ((1500, 1500), "is higher than wide"),
            ((600, 400), "94 dots an inch"),
            ((40, 30), "dots an inch"),
            ((4000, 30), "is a strip"),
        ] {
            let page = send(size.0, size.1).await.expect(422).body;
            assert!(page.contains(said), "{said} in {page}");
        }
        let empty = organiser.upload(DESIGNS, &WORDS, ("picture", b"")).await.expect(422).body;
        assert!(empty.contains("Choose a file"));
        let unsaid = organiser.upload(DESIGNS, &[("words-en", "A dove")], ("picture", &photo(1875, 1275))).await;
        assert!(unsaid.expect(422).body.contains("value=\"A dove\""), "what was typed is kept");
        assert!(designs(&app).await.is_empty());
        send(1000, 700).await.expect(303);
        let page = organiser.get(DESIGNS).await.expect(200).body;
        assert!(page.contains("160 dots an inch: it prints a little coarse"), "{page}");
    }

    async fn designs_are_ordered_described_retired_and_offered_again(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let first = add_design(&app, &organiser).await;
        organiser.upload(DESIGNS, &WORDS, ("picture", &photo(1880, 1280))).await.expect(303);
        let second = designs(&app).await[1].id();
        organiser.post(&format!("{DESIGNS}/{second}/up"), &[]).await.expect(303);
        assert_eq!(designs(&app).await[0].id(), second);
        organiser.post(&format!("{DESIGNS}/{first}/retire"), &[]).await.expect(303);
        assert!(designs(&app).await[1].retired_at.is_some());
        organiser.post(&format!("{DESIGNS}/{first}/restore"), &[]).await.expect(303);
        assert!(designs(&app).await[1].retired_at.is_none());
        let words = [("words-en", "A dove"), ("words-fr", "Une colombe"), ("credit", "Bela")];
        organiser.post(&format!("{DESIGNS}/{first}"), &words).await.expect(303);
        assert_eq!(designs(&app).await[1].picture.credit, "Bela");
        organiser.post(&format!("{DESIGNS}/{first}"), &[("words-en", "")]).await.expect(422);
    }
}

#[tokio::test]
async fn pictures_of_every_kind_become_a_plain_card() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    // Sixteen bits a colour, lying on its side once it is turned, with what shines through.
    let deep = image::DynamicImage::ImageRgba16(image::ImageBuffer::from_fn(2000, 1400, |x, y| {
        image::Rgba([u16::try_from(x * 30).unwrap(), u16::try_from(y * 40).unwrap(), 9_000, 40_000])
    }));
    let mut png = Vec::new();
    deep.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    organiser.upload(DESIGNS, &WORDS, ("picture", &png)).await.expect(303);
    let design = designs(&app).await.remove(0);
    let print = card_designs::find_print(app.app.tools.db.read(), design.id()).await.unwrap().unwrap();
    let print = image::load_from_memory(&print).unwrap();
    assert_eq!((print.dimensions(), print.color()), ((1875, 1275), image::ColorType::Rgb8));
}

/// A photograph of a camera that was held upright or on its side.
fn held(orientation: u8, (width, height): (u32, u32)) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, _| {
        image::Rgb(if x < width / 2 { [200, 0, 0] } else { [0, 0, 200] })
    });
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif).unwrap();
    encoder.write_image(&picture, width, height, image::ExtendedColorType::Rgb8).unwrap();
    bytes
}

#[tokio::test]
async fn a_card_is_as_its_picture_is_seen_and_not_as_it_is_stored() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    // Stored upright, seen lying: its left half is above or below.
    organiser.upload(DESIGNS, &WORDS, ("picture", &held(6, (1400, 2000)))).await.expect(303);
    let design = designs(&app).await.remove(0);
    let print = card_designs::find_print(app.app.tools.db.read(), design.id()).await.unwrap().unwrap();
    let print = image::load_from_memory(&print).unwrap();
    assert_eq!(print.dimensions(), (1875, 1275));
    let (above, below) = (print.get_pixel(900, 100).0, print.get_pixel(900, 1_170).0);
    assert!(above[0] > 150 && below[2] > 150, "{above:?} {below:?}");
    // Stored lying, seen upright: no card.
    let upright = organiser.upload(DESIGNS, &WORDS, ("picture", &held(6, (2000, 1400)))).await.expect(422);
    assert!(upright.body.contains("is higher than wide"));
}

#[tokio::test]
async fn what_is_too_small_too_large_or_no_picture_is_refused_in_words() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let whole = photo(1875, 1275);
    for (file, said) in [
        // Inks become colours, and there are not enough of them.
        (&include_bytes!("../../fixtures/pictures/cmyk.jpg")[..], "dots an inch"),
        (&photo(3, 2), "dots an inch"),
        (&jpeg_of(65_000, 60_000), "more than 64 megapixels"),
        (&jpeg_of(8_001, 8_000), "more than 64 megapixels"),
        (&whole[..40], "no picture that we can read"),
        (b"%PDF-1.7", "no picture that we can read"),
    ] {
        let page = organiser.upload(DESIGNS, &WORDS, ("picture", file)).await.expect(422).body;
        assert!(page.contains(said) && page.contains("value=\"A "), "{said} in {page}");
    }
    assert!(designs(&app).await.is_empty());
}
