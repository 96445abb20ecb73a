use postulo::actions::postcards::erase;
use postulo::domain::delivery::Stage;
use postulo::domain::postcard::State;
use postulo::domain::role::Role;
use uuid::Uuid;

use super::{
    DELIVERIES, approve, approve_both, begin_fetch, delivery, entry, file, frozen, make, planned, ready, team,
};
use crate::documents::{is_sound, keep, pages, text};
use crate::studio::editor::write;
use crate::studio::people::sign;
use crate::studio::print_runs;
use crate::support::{Person, TestApp, on_both};

const NAMES: [&str; 8] = [
    "Anna Roy",
    "ھۈسەيىن جېلىل",
    "محمد علي عبد الرحمن الحسيني",
    "王小明",
    "བསྟན་འཛིན་རྒྱ་མཚོ་",
    "Николай Иванович Ковалёв",
    "Marie-Antoinette Joséphine de la Rochefoucauld-Montmorency von und zu Hohenzollern-Sigmaringen d’Aubigné",
    "<b>Zoë</b> & Co",
];

async fn signed(app: &TestApp) {
    for (number, name) in NAMES.iter().enumerate() {
        let code = ["K1A 0A6", "H2Y 1C6", "V6B 1A1"][number % 3];
        let person = Person::new(name, &format!("odd{number}@example.org")).at("CA", code);
        sign(app, "recognize-celil", &person).await;
    }
}

/// A run of so many cards that goes along with a delivery that is planned: who prints, the cards, where the delivery is.
async fn planned_with_cards(app: &TestApp, many: usize) -> (print_runs::Desk, Vec<Uuid>, String) {
    let desk = print_runs::desk(app).await;
    let cards = print_runs::approved(app, &desk, many).await;
    let run = print_runs::gather(&desk).await;
    let to = desk.official.to_string();
    let organiser = app.member(Role::Organiser).await;
    let text_part = "/studio/campaigns/recognize-celil/edit/text";
    let filled = [("addressees.0.official", &*to), ("do", "fill:addressees.0")];
    write(&organiser, text_part, &filled).await.expect(303);
    let fields = [("when", "now"), ("note.en", "Who is asked"), ("note.fr", "À qui l’on demande")];
    organiser.post("/studio/campaigns/recognize-celil/publication", &fields).await.expect(303);
    app.app.refresh().await.unwrap();
    let key = app.app.hub.campaign("recognize-celil").unwrap().text.addressees[0].key.clone();
    let reply = desk.staff.post(DELIVERIES, &planned(&format!("to-{key}"), "all")).await.expect(303);
    let path = reply.header("location").to_owned();
    let page = desk.staff.get(&path).await.expect(200).body;
    assert!(page.contains("Print run 1"), "{run}: {page}");
    desk.staff.post(&format!("{path}/papers"), &[("paper-run-1", "yes")]).await.expect(303);
    (desk, cards, path)
}

on_both! {
    async fn what_an_office_reads_is_whole_in_its_language(app: TestApp) {
        let team = team(&app).await;
        signed(&app).await;
        // Both of these tests run at once.
        let on = if app.app.tools.db.is_one_process() { "sqlite" } else { "postgres" };
        for (lang, title, words) in [
            ("en", "Cover, delivery 1", ["Signed online, each confirmed by email", "How signatures were verified", "Ontario"]),
            ("fr", "Page de garde, remise 2", ["Signatures en ligne, chacune confirmée par courriel", "Comment les signatures ont été vérifiées", "Colombie-Britannique"]),
        ] {
            let mut fields = planned("to-trudeau", "all");
            fields.retain(|(name, _)| *name != "lang");
            fields.push(("lang", lang));
            let path = team.staff.post(DELIVERIES, &fields).await.expect(303).header("location").to_owned();
            team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
            make(&app).await;
            approve(&team, &path).await;
            let zip = begin_fetch(&app, &team.staff, &path).await;
            let zip = team.staff.get(&zip).await.expect(200).bytes;
            let kept = |name: &str| keep(&format!("delivery-{on}-{lang}-{}", name.replace('/', "-")), &file(&zip, name));
            let cover = kept("cover.pdf");
            is_sound(&cover, title);
            assert_eq!(pages(&cover), 1);
            let told = text(&cover);
            assert!(told.contains("Justin Trudeau") && told.contains(words[0]) && told.contains("SHA256:"), "{told}");
            let method = text(&kept("method.pdf"));
            assert!(method.contains(words[1]), "{method}");
            let figures = text(&kept("figures.pdf"));
            assert!(figures.contains(words[2]), "{figures}");
            let signed = text(&kept("text.pdf"));
            assert!(signed.contains("SHA-256") && signed.contains("Trudeau"), "{signed}");
            assert!(signed.contains("Canada Tibet Committee"), "who stands behind it: {signed}");
            assert!(text(&kept("case-files.pdf")).contains("Celil"));
            let roll = kept("roll/roll-001.pdf");
            let told = text(&roll);
            for name in ["Anna Roy", "王小明", "Ковалёв", "<b>Zoë</b> & Co", "Marie-Antoinette"] {
                assert!(told.contains(name), "{name} in {told}");
            }
            assert!(told.contains("8 of 8") || told.contains("8 sur 8"), "{told}");
        }
    }

    async fn nothing_but_numbers_goes_to_whom_no_names_are_told(app: TestApp) {
        let team = team(&app).await;
        signed(&app).await;
        let path = team.staff.post(DELIVERIES, &planned("to-singh", "all")).await.expect(303).header("location").to_owned();
        team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        make(&app).await;
        let zip = begin_fetch(&app, &team.staff, &path).await;
        let zip = team.staff.get(&zip).await.expect(200).bytes;
        let sums = entry(&zip, "SHA256SUMS");
        assert!(sums.contains("cover.pdf") && !sums.contains("roll"), "{sums}");
        let figures = text(&keep(&format!("delivery-{}-place-figures.pdf", app.app.tools.db.is_one_process()), &file(&zip, "figures.pdf")));
        assert!(figures.contains("fewer than ten") && !figures.contains("Ontario"), "{figures}");
    }

    async fn postcards_go_along_until_their_writers_leave(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let (desk, cards, path) = planned_with_cards(&app, 3).await;
        desk.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        make(&app).await;
        approve_both(&desk.staff, &owner, &path).await;
        let zip = begin_fetch(&app, &desk.staff, &path).await;
        let zip = desk.staff.get(&zip).await.expect(200).bytes;
        let on = app.app.tools.db.is_one_process();
        let told = text(&keep(&format!("delivery-{on}-cards.pdf"), &file(&zip, "postcards/run-1-001.pdf")));
        assert!(told.contains("card 1.") && told.contains("card 3."), "{told}");
        erase(&app.app.desk(), app.campaign_id(), cards[0]).await.unwrap();
        assert!(ready(&app, &path).await.is_none(), "nobody can fetch what names them");
        make(&app).await;
        let zip = begin_fetch(&app, &desk.staff, &path).await;
        let zip = desk.staff.get(&zip).await.expect(200).bytes;
        let told = text(&keep(&format!("delivery-{on}-cards.pdf"), &file(&zip, "postcards/run-1-001.pdf")));
        assert!(!told.contains("card 1.") && told.contains("card 3."), "{told}");
        let step = [("stage", "handed_over"), ("way", "paper"), ("day", ""), ("note", "")];
        desk.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
        desk.staff.post(&format!("{path}/tell"), &[]).await.expect(303);
        let update = owner.get("/studio/campaigns/recognize-celil/updates/1").await.expect(200).body;
        for words in ["3 postcards handed over to", "3 cartes postales remises à"] {
            assert!(update.contains(words) && !update.contains("0 signature"), "{words}: {update}");
        }
    }

    async fn a_run_in_a_frozen_delivery_is_cancelled_only_after_it(app: TestApp) {
        let owner = app.member(Role::Owner).await;
        let (desk, cards, path) = planned_with_cards(&app, 2).await;
        let (stage, cancelled) = (format!("{}/1/stage", print_runs::RUNS), [("to", "cancelled")]);
        desk.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        let page = desk.staff.post(&stage, &cancelled).await.expect(422).body;
        assert!(page.contains("which is frozen"), "while it is being frozen: {page}");
        make(&app).await;
        approve_both(&desk.staff, &owner, &path).await;
        let page = desk.staff.post(&stage, &cancelled).await.expect(422).body;
        assert!(page.contains("which is frozen"), "{page}");
        assert_eq!(print_runs::card(&app, cards[0]).await.state, State::Batched);
        erase(&app.app.desk(), app.campaign_id(), cards[0]).await.unwrap();
        assert!(ready(&app, &path).await.is_none(), "nobody can fetch what names them");
        desk.staff.post(&format!("{path}/cancel"), &[]).await.expect(303);
        desk.staff.post(&stage, &cancelled).await.expect(303);
        assert_eq!(print_runs::card(&app, cards[1]).await.state, State::Approved);
    }

    async fn of_freezing_and_cancelling_at_once_one_is_done(app: TestApp) {
        let (desk, cards, path) = planned_with_cards(&app, 2).await;
        let (freeze, stage) = (format!("{path}/freeze"), format!("{}/1/stage", print_runs::RUNS));
        let fields = [("to", "cancelled")];
        let (one, other) = tokio::join!(desk.staff.post(&freeze, &[]), desk.staff.post(&stage, &fields));
        assert!([&one, &other].iter().all(|reply| !reply.status.is_server_error()), "{one:?} {other:?}");
        make(&app).await;
        let is_free = print_runs::card(&app, cards[0]).await.state == State::Approved;
        let is_frozen = delivery(&app, &path).await.stage == Stage::Frozen;
        assert_ne!(is_free, is_frozen);
    }

    async fn the_next_delivery_brings_the_supplement_of_those_before(app: TestApp) {
        let team = team(&app).await;
        let mail = sign(&app, "recognize-celil", &Person::new("Zelda Gone", "zelda@example.org")).await;
        signed(&app).await;
        let first = frozen(&app, &team.staff, "all").await;
        approve(&team, &first).await;
        let step = [("stage", "handed_over"), ("way", "stick")];
        team.staff.upload(&format!("{first}/steps"), &step, ("photo", b"")).await.expect(303);
        app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        make(&app).await;
        let second = frozen(&app, &team.staff, "all").await;
        approve(&team, &second).await;
        let zip = begin_fetch(&app, &team.staff, &second).await;
        let zip = team.staff.get(&zip).await.expect(200).bytes;
        let supplement = entry(&zip, "supplement.csv");
        assert_eq!(supplement.lines().count(), 2, "{supplement}");
        assert!(supplement.ends_with("1,1\r\n") || supplement.contains("1,"), "{supplement}");
        assert!(!String::from_utf8_lossy(&file(&zip, "roll.csv")).contains("Zelda Gone"));
    }
}
