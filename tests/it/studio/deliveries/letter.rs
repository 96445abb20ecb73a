//! Organisations and professionals under the open letter, and rows typed from paper, in a delivery.

use postulo::actions::accounts::By;
use postulo::actions::sign_on::{Decision, decide};
use postulo::domain::role::Role;
use postulo::domain::sign_on::{DeclineReason, State};

use super::{approve, begin_fetch, entry, file, frozen, make, ready, roll, signers, team};
use crate::documents::text;
use crate::letters::{all, decide_all, organisation, professional, sign_and_confirm, with};
use crate::studio::ledger::scans::along;
use crate::studio::ledger::{row, sheet};
use crate::studio::reports::{everything, flat, promise};
use crate::support::{TestApp, on_both};

/// The names, details, cities, postal codes and states of a roll.
fn told(zip: &[u8]) -> Vec<[String; 5]> {
    let rows = roll(zip).into_iter().skip(1);
    rows.map(|row| [2, 3, 4, 9, 12].map(|at| row[at].clone())).collect()
}

on_both! {
    async fn what_stands_under_the_letter_is_handed_over_and_nothing_more(app: TestApp) {
        promise(&app, 1, everything).await;
        let team = team(&app).await;
        let shown = with(professional("Anna Roy", "anna@bar.example"), "public", "full");
        let society = with(organisation("Society for Free Tea", "desk@society.example"), "city", "Kanata");
        for form in [society, with(shown, "comment", "A word"), professional("Hanna Hidden", "h@bar.example")] {
            sign_and_confirm(&app, &form).await;
        }
        assert_eq!(decide_all(&app, Decision::Vet).await.done, 3);
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&zip).await.expect(200).bytes;
        let rows = told(&zip);
        let line = |parts: [&str; 5]| parts.map(str::to_owned);
        assert!(rows[0][0] == "Society for Free Tea" && rows[0][1].contains("society.example"), "{rows:?}");
        assert_eq!(rows[0][2..], line(["", "", "", "", ""])[2..]);
        assert!(rows.contains(&line(["Anna Roy", "Lawyer, University of Ottawa", "", "", ""])), "{rows:?}");
        assert!(rows.contains(&line(["", "", "", "", "withheld"])), "whose name is not shown: {rows:?}");
        assert!(rows[3][0] == "Signer 01" && rows[3][3] == "H2Y 1C6", "{rows:?}");
        let csv = entry(&zip, "roll.csv");
        for secret in ["Rebiya", "Hanna", "Kanata", "A word", "K1A 0A6", "Secretary"] {
            assert!(!csv.contains(secret), "{secret}: {csv}");
        }
        let manifest = entry(&zip, "manifest.json");
        assert!(manifest.contains("\"of\": \"letter\"") || manifest.contains("\"of\":\"letter\""), "{manifest}");
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        for one in manifest["texts"].as_array().unwrap() {
            let of = one["of"].as_str().unwrap_or("text");
            let words = file(&zip, &format!("texts/{of}-{}.json", one["version"]));
            assert_eq!(one["sha256"], postulo::domain::digest::sha256(&words), "{one}");
        }
        let on = app.folder.path().join("text.pdf");
        std::fs::write(&on, file(&zip, "text.pdf")).unwrap();
        assert!(flat(&text(&on)).contains("The open letter, which organisations and professionals sign"));
    }

    async fn whoever_is_struck_off_the_letter_is_in_no_package_that_can_be_fetched(app: TestApp) {
        let team = team(&app).await;
        sign_and_confirm(&app, &organisation("Invented Society", "desk@society.example")).await;
        decide_all(&app, Decision::Vet).await;
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        assert_eq!(told(&team.staff.get(&zip).await.expect(200).bytes)[0][0], "Invented Society");
        let ids = all(&app, State::Vetted).await.iter().map(|one| one.id).collect::<Vec<_>>();
        let reason = Decision::Decline(DeclineReason::ALL[0]);
        decide(&app.app.desk(), app.campaign_id(), ids.clone(), reason, By::Program("test")).await.unwrap();
        team.staff.get(&zip).await.expect(404);
        assert!(ready(&app, &path).await.is_none());
        make(&app).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        assert_eq!(told(&team.staff.get(&zip).await.expect(200).bytes)[0][4], "left");
        assert!(team.staff.get(&path).await.expect(200).body.contains("One on the roll has left since"));
        // By mistake: whoever stands there again is named again.
        decide(&app.app.desk(), app.campaign_id(), ids, Decision::Vet, By::Program("test")).await.unwrap();
        make(&app).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        assert_eq!(told(&team.staff.get(&zip).await.expect(200).bytes)[0][0], "Invented Society");
    }

    async fn a_row_of_paper_is_named_and_no_longer_once_it_is_struck_or_typed_anew(app: TestApp) {
        promise(&app, 1, everything).await;
        let team = team(&app).await;
        let (keeper, typist) = (app.member(Role::Organiser).await, app.member(Role::Moderator).await);
        let sheet = sheet(&keeper, &typist, "5").await;
        row(&typist, &sheet, "1", "Béla Tóth", "H2Y 1C6").await.expect(303);
        row(&typist, &sheet, "2", "Chen Ly", "K1A 0A6").await.expect(303);
        let path = along(&app, &team.staff, "to-trudeau").await;
        approve(&team, &path).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let rows = told(&team.staff.get(&zip).await.expect(200).bytes);
        let names: Vec<&str> = rows.iter().map(|row| &*row[0]).collect();
        assert_eq!(names, ["Béla Tóth", "Chen Ly"]);
        assert!(rows.iter().all(|row| row[3].is_empty()), "no postal code was promised away: {rows:?}");
        let strike = [("seen", "stands"), ("verdict", "struck")];
        typist.post(&format!("{sheet}/rows/1/judge"), &strike).await.expect(303);
        assert!(ready(&app, &path).await.is_none(), "nobody can fetch what names them");
        make(&app).await;
        let mended = [("name", "Chen Li"), ("postal_code", "K1A 0A6"), ("city", ""), ("country", "CA")];
        typist.post(&format!("{sheet}/rows/2"), &mended).await.expect(303);
        make(&app).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let rows = told(&team.staff.get(&zip).await.expect(200).bytes);
        assert_eq!((&*rows[0][4], &*rows[1][0]), ("left", "Chen Li"));
    }
}
