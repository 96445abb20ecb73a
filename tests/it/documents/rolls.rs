use std::sync::Arc;

use postulo::documents::delivery::roll::Volume;
use postulo::documents::delivery::{Facts, Names};
use postulo::domain::delivery::roll::{Kind, Line, Named, Place, Shown};
use postulo::domain::lang::Lang;

use super::{keep, pages, text};
use crate::studio::deliveries::{delivery, plan, team};
use crate::support::{Build, TestApp};

/// A heading and so many lines fill a page.
const FULL: i64 = 34;

fn line(number: i64, region: &str, shown: Shown) -> Line {
    let place = Place { country: "CA".to_owned(), region: region.to_owned(), riding: String::new() };
    Line { number, kind: Kind::Person, place: Arc::new(place), text_version: 1, shown }
}

fn named(number: i64, region: &str) -> Line {
    let named = Named {
        name: format!("Signer {number:02}"),
        detail: String::new(),
        city: "Ottawa".to_owned(),
        postal_code: String::new(),
        comment: String::new(),
    };
    line(number, region, Shown::Named(named))
}

#[tokio::test]
async fn a_page_of_the_roll_counts_the_lines_that_stand_on_it() {
    let app = TestApp::build(Build::default()).await;
    let team = team(&app).await;
    let mut one = delivery(&app, &plan(&team.staff, "all").await).await;
    one.lines = FULL + 4;
    let campaign = app.app.hub.campaign("recognize-celil").unwrap();
    let desk = app.app.desk();
    let ridings = desk.atlas.ridings();
    let facts = Facts {
        campaign: &campaign,
        delivery: &one,
        counts: &one.counts,
        organisation: "Example Coalition",
        postal_address: "",
        names: Names { lang: Lang::En, countries: &desk.rules.countries, ridings: &ridings },
    };
    let mut volume = Volume::begin(&facts, (1, 1));
    for number in 1..=FULL {
        volume.line(&named(number, "CA-ON"));
    }
    // Three on one row, for which there is no room on the first page.
    for number in FULL + 1..=FULL + 3 {
        volume.line(&line(number, "CA-ON", Shown::Left));
    }
    volume.line(&named(FULL + 4, "CA-QC"));
    let kept = keep("delivery-roll-counts.pdf", &volume.finish().unwrap());
    let told = text(&kept);
    assert_eq!(pages(&kept), 2);
    for count in ["34 lines on this page, 34 of 38 so far", "4 lines on this page, 38 of 38 so far"] {
        assert!(told.contains(count), "{count} in {told}");
    }
}
