use image::GenericImageView;
use postulo::domain::role::Role;
use postulo::storage::{card_designs, pictures};

use super::{DESIGNS, add_design, designs};
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
