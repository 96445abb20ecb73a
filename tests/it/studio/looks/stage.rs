//! An organisation at work: what fills the pages of the studio, in many scripts and at some length.

use std::io::Cursor;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, RgbImage};
use postulo::domain::postcard::State;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use super::super::pictures::{PDF, photo};
use super::super::{editor, ledger, officials, people};
use crate::letters::{organisation, professional, sign_and_confirm};
use crate::postcards::{Offered, all, card, with, write_and_confirm};
use crate::studio::official_sheets;
use crate::studio::postcards::offer;
use crate::studio::print_runs::make_files;
use crate::support::{Member, Person, TestApp};

pub const SITE: &str = "/studio/campaigns/recognize-celil";
/// A campaign in four languages, half written.
pub const DRAFT: &str = "/studio/campaigns/keep-the-library";

const NAMES: [&str; 6] = [
    "Anna Roy",
    "محمد علي عبد الرحمن الحسيني",
    "欧阳修",
    "ھۈسەيىن جېلىل",
    "Marie-Antoinette de la Rochefoucauld-Montbazon-Saint-Hilaire",
    "Wolfeschlegelsteinhausenbergerdorff",
];
const LONG_EMAIL: &str = "marie-antoinette.de-la-rochefoucauld-montbazon@correspondence.example.org";

/// Somebody of each role.
pub struct Stage {
    pub app: TestApp,
    pub members: Vec<(Role, Member)>,
}

impl Stage {
    pub async fn new(app: TestApp) -> Self {
        let mut members = Vec::new();
        for role in Role::ALL {
            members.push((role, app.member(role).await));
        }
        Self { app, members }
    }

    pub fn member(&self, role: Role) -> &Member {
        &self.members.iter().find(|(of, _)| *of == role).unwrap().1
    }

    /// Fills everything; the pages of single things, with who sees them.
    pub async fn fill(&mut self) -> Vec<(Role, String)> {
        self.signatures().await;
        // A week goes by before the first report: what is kept for an hour, such as an upload, comes after it.
        let mut pages = self.reports().await;
        self.log_in_again().await;
        self.letter_and_messages().await;
        self.draft().await;
        self.media().await;
        pages.extend(self.postcards().await);
        pages.extend(self.petition().await);
        pages.extend(self.directory().await);
        pages.extend(self.cases().await);
        pages.extend(self.rows().await);
        pages.extend(self.paper().await);
        pages.extend(self.deliveries().await);
        pages.extend(self.replies().await);
        let owner = self.member(Role::Owner);
        owner.post("/studio/invitations", &[("email", LONG_EMAIL), ("role", "staff")]).await.expect(303);
        // Hours have gone by.
        self.log_in_again().await;
        pages
    }

    async fn log_in_again(&mut self) {
        for (_, member) in &mut self.members {
            member.log_in_again().await;
        }
    }

    async fn signatures(&self) {
        let visitor = || self.app.visitor();
        for (n, name) in NAMES.iter().enumerate() {
            self.app.advance(Duration::from_mins(20));
            let person = Person::new(name, &format!("anna{n}@example.org")).with("updates", "yes");
            visitor().sign_and_confirm(&self.app, &person).await;
        }
        visitor().sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        let held = Person::new("Spam Roy", "spam@mailinator.com");
        visitor().sign(&held).await;
    }

    async fn letter_and_messages(&self) {
        let app = &self.app;
        let long =
            "Association internationale pour la défense des droits fondamentaux des prisonniers d’opinion";
        for (n, name) in [long, "国际特赦组织", "Uyghur Rights Society"].iter().enumerate() {
            sign_and_confirm(app, &organisation(name, &format!("office{n}@society.example"))).await;
        }
        sign_and_confirm(app, &professional("Anna Roy", "anna@society.example")).await;
        for message in ["When do you write again?", "مرحبا، كيف يمكنني المساعدة؟"] {
            let fields = [("name", NAMES[1]), ("email", LONG_EMAIL), ("message", message)];
            app.visitor().post("/en/campaigns/recognize-celil/contact", &fields).await.expect(303);
        }
    }

    async fn draft(&self) {
        let organiser = self.member(Role::Organiser);
        let fields = [("title", "Keep the library"), ("language", "en"), ("also-fr", "yes")];
        organiser.post("/studio/campaigns/new", &fields).await.expect(303);
        for tag in ["ug", "zh"] {
            let path = format!("{DRAFT}/edit/languages");
            editor::write(organiser, &path, &[("do", "add"), ("tag", tag)]).await.expect(303);
        }
        let basics =
            [("ask.en", "Keep it open."), ("title.fr", "Gardons la bibliothèque"), ("contact", "nobody")];
        editor::write(organiser, &format!("{DRAFT}/edit/basics"), &basics).await.expect(303);
        let basics = [("title.ug", "كۈتۈپخانىنى ئېچىق قالدۇرۇڭ")];
        editor::write(organiser, &format!("{DRAFT}/edit/basics?beside=ug"), &basics).await.expect(303);
    }

    async fn media(&self) {
        let organiser = self.member(Role::Organiser);
        let photo = RgbImage::from_fn(1000, 500, |x, y| {
            image::Rgb([x, y, x + y].map(|n| u8::try_from(n % 251).unwrap()))
        });
        let mut bytes = Vec::new();
        DynamicImage::ImageRgb8(photo).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
        let words = [("words-en", "A man smiles"), ("words-fr", "Un homme sourit"), ("credit", "Anna Roy")];
        organiser.upload(&format!("{SITE}/pictures"), &words, ("picture", &bytes)).await.expect(303);
        let pdf = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\nstartxref\n9\n%%EOF\n";
        for title in ["Opinion of the Working Group on Arbitrary Detention", "Reply"] {
            let words =
                [("words-en", title), ("words-fr", "Avis du Groupe de travail sur la détention arbitraire")];
            organiser.upload(&format!("{SITE}/documents"), &words, ("document", pdf)).await.expect(303);
        }
    }

    /// Cards in every state, some of them printed.
    async fn postcards(&self) -> Vec<(Role, String)> {
        let (official, design) = offer(&self.app, self.member(Role::Organiser), &[]).await;
        let to = Offered { official, design };
        for (n, name) in NAMES[..3].iter().enumerate() {
            let form = card(to, name, &format!("card{n}@example.org"));
            write_and_confirm(&self.app, &form).await;
        }
        let odd =
            with(card(to, "Anna Roy", LONG_EMAIL), "message", "See www.example.org or call 613 555 0199");
        write_and_confirm(&self.app, &odd).await;
        let cards = all(&self.app, State::Verified).await;
        let moderator = self.member(Role::Moderator);
        let approved: [&[_]; 3] = [&cards[..2], &cards[2..3], &cards[3..]];
        for (some, decision) in approved.iter().zip(["approve", "change", "reject"]) {
            let mut fields = vec![("decision".to_owned(), decision), ("state".to_owned(), "verified")];
            fields.push(("because".to_owned(), "tone"));
            fields.extend(some.iter().map(|card| (format!("card-{}", card.id), "yes")));
            let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, *value)).collect();
            moderator.post(&format!("{SITE}/cards/decision"), &fields).await.expect(303);
        }
        let staff = self.member(Role::Staff);
        let (runs, official) = (format!("{SITE}/print-runs"), to.official.to_string());
        for most in ["1", ""] {
            let fields = [("official", &*official), ("lang", "en"), ("most", most)];
            staff.post(&runs, &fields).await.expect(303);
        }
        for stock in ["a4", "shop"] {
            staff.post(&format!("{runs}/1/printings"), &[("stock", stock)]).await.expect(303);
        }
        make_files(&self.app).await;
        staff.post(&format!("{runs}/1/printings"), &[("stock", "letter_2")]).await.expect(303);
        staff.post(&format!("{runs}/1/stage"), &[("to", "printed")]).await.expect(303);
        let note = [
            ("to", "mailed"),
            ("note", "Two boxes, to the mail room of the House, with the cover sheet on top"),
        ];
        staff.post(&format!("{runs}/1/stage"), &note).await.expect(303);
        staff.post(&format!("{runs}/2/stage"), &[("to", "cancelled")]).await.expect(303);
        write_and_confirm(&self.app, &card(to, NAMES[3], "card9@example.org")).await;
        let mut pages = vec![(Role::Staff, format!("{runs}/1")), (Role::Staff, format!("{runs}/2"))];
        for state in ["approved", "change_asked", "rejected"] {
            pages.push((Role::Moderator, format!("{SITE}/cards?state={state}")));
        }
        pages
    }

    /// A petition in both languages, and its sheets.
    async fn petition(&self) -> Vec<(Role, String)> {
        let keeper = self.member(Role::Organiser);
        let path = format!("{SITE}/official-sheets/ca-house-of-commons");
        let french = [
            ("subject.fr", "Huseyin Celil"),
            ("grievance.fr", "Attendu que Huseyin Celil est citoyen canadien depuis 2005;"),
            ("prayer.fr", "Par conséquent, nous, soussignés, demandons au gouvernement du Canada d’agir."),
        ];
        keeper.post(&path, &official_sheets::text("0", &french)).await.expect(303);
        let sheets = [("revision", "1"), ("after", "0"), ("languages", "en"), ("first", "2"), ("later", "9")];
        keeper.post(&format!("{path}/printing"), &sheets).await.expect(303);
        ["printing", "log?from=1&until=11", "sheets/1"]
            .map(|part| (Role::Organiser, format!("{path}/{part}")))
            .into()
    }

    async fn directory(&self) -> Vec<(Role, String)> {
        let staff = self.member(Role::Staff);
        officials::import(staff, officials::HOUSE.as_bytes(), &[]).await;
        let first =
            officials::add(staff, &[("given_name", "Zoé"), ("family_name", "Côté"), ("riding", "Nord")])
                .await;
        let more = [("given_name", "Zoe"), ("family_name", "Cote"), ("riding", "Sud"), ("email", LONG_EMAIL)];
        let second = officials::add(staff, &more).await;
        let newer = officials::HOUSE.replace("Bloc", "Vert");
        let waits =
            officials::upload(staff, newer.as_bytes()).await.expect(303).header("location").to_owned();
        let merge = format!("{first}/merge/{}", second.rsplit('/').next().unwrap());
        let edit = format!("{first}/edit");
        [first, edit, merge, waits].map(|path| (Role::Staff, path)).into()
    }

    async fn cases(&self) -> Vec<(Role, String)> {
        let staff = self.member(Role::Staff);
        let case = people::open(staff, "anna1@example.org", NAMES[1]).await;
        let empty = people::open(staff, "nobody@example.org", "Nobody").await;
        let report = [
            ("what", "A laptop with last week's roll was stolen"),
            ("noticed", "2026-11-22"),
            ("kinds", "names"),
            ("people", "120"),
            ("risk", "serious"),
            ("measures", "Keys revoked"),
        ];
        let incident =
            staff.post("/studio/incidents", &report).await.expect(303).header("location").to_owned();
        let erasure = format!("{case}/erasure");
        [case, empty, erasure, incident].map(|path| (Role::Staff, path)).into()
    }

    /// Two boxes, one of them corrected, and a sheet with rows that stand and that do not.
    async fn paper(&self) -> Vec<(Role, String)> {
        let staff = self.member(Role::Staff);
        let sheet = ledger::sheet(staff, staff, "1 200").await;
        let rows = [
            ("محمد علي عبد الرحمن الحسيني", "H2Y 1C6"),
            ("Bela Roy", ""),
            ("Anna Roy", "K1A 0A6"),
            (NAMES[4], "H2Y 1C6"),
        ];
        for (place, (name, code)) in rows.into_iter().enumerate() {
            ledger::row(staff, &sheet, &(place + 1).to_string(), name, code).await.expect(303);
        }
        let batch = format!("{}/1", ledger::LEDGER);
        let why = [("note", "Two sheets were stuck together; counted again in the evening")];
        staff.post(&format!("{batch}/entries/1"), &ledger::counted("1", "1202", &why)).await.expect(303);
        let more = [("step", "delivered"), ("note", "Received by the clerk of petitions")];
        ledger::write(staff, &batch, &ledger::counted("2", "300", &more)).await.expect(303);
        let box_two = [("after", "1"), ("kind", "postcards"), ("label", NAMES[5])];
        staff.post(ledger::LEDGER, &box_two).await.expect(303);
        for scan in [PDF, &photo(400, 300)] {
            staff.upload(&format!("{batch}/scans"), &[], ("scan", scan)).await.expect(303);
        }
        let pages = [
            batch.clone(),
            format!("{batch}?step=collected"),
            format!("{batch}/entries/1"),
            format!("{}/2", ledger::LEDGER),
            format!("{}/1/scans", ledger::LEDGER),
            format!("{}/2/scans", ledger::LEDGER),
        ];
        let rows = [sheet.clone(), format!("{sheet}/rows/2")];
        pages.into_iter().chain(rows).map(|path| (Role::Staff, path)).collect()
    }

    /// Single rows: a message, a signatory, a signature.
    async fn rows(&self) -> Vec<(Role, String)> {
        let db = self.app.app.tools.db.read();
        let messages = entity::message::Entity::find().all(db).await.unwrap();
        let signatures = entity::signature::Entity::find().all(db).await.unwrap();
        let sign_ons = entity::sign_on::Entity::find().all(db).await.unwrap();
        let mut pages = vec![
            (Role::Staff, format!("/studio/messages/{}", messages[0].id)),
            (Role::Moderator, format!("{SITE}/sign-ons/{}", sign_ons[0].id)),
        ];
        for state in ["confirmed", "pending", "held"] {
            let one = signatures.iter().find(|one| one.state == state);
            pages.extend(one.map(|one| (Role::Moderator, format!("{SITE}/review/signatures/{}", one.id))));
        }
        for part in ["edit", "publication", "preview/en", "texts"] {
            pages.push((Role::Organiser, format!("{DRAFT}/{part}")));
        }
        for section in ["languages", "basics", "basics?beside=ug", "text", "story", "dates", "cases"] {
            pages.push((Role::Organiser, format!("{DRAFT}/edit/{section}")));
        }
        pages
    }
}
