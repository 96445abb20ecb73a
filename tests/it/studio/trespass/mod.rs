//! What is another organisation's, named by whoever works for this one: it is not there, that is on record, and nothing changes.

mod addresses;
mod forms;

use std::collections::BTreeMap;

use postulo::domain::role::{Act, Role};
use postulo::storage::{card_designs, pictures};
use sea_orm::{ConnectionTrait, EntityTrait, Statement};
use uuid::Uuid;

use super::people::{campaign, open, sign};
use super::pictures::{PDF, WORDS, photo};
use super::{deliveries, official_sheets, replies, reports};
use crate::letters::{fields, organisation};
use crate::support::{Member, Person, TestApp};

/// What the id in an address belongs to: the part of it that stands before.
fn kind(route: &str) -> &str {
    route.split_once("/{id}").unwrap().0.rsplit('/').next().unwrap()
}

/// The last part of an address.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// What is counted by each campaign: their number one is one's own number one.
const COUNTED: [&str; 7] =
    ["updates", "print-runs", "sheets", "deliveries", "replies", "addressees", "reports"];

/// The id of the second of an address: two officials that are merged or separated, a file or a front of a print run, a package
/// that is being fetched, a step of a delivery, or a signature of whoever asks.
fn second<'a>(route: &str, estate: &'a Estate) -> &'a str {
    let kinds = ["officials", "printings", "designs", "fetches", "steps"];
    let kind = kinds.into_iter().find(|kind| route.contains(&format!("/{kind}/"))).unwrap_or("signatures");
    estate.id(kind)
}

/// What an organisation has of everything that a form or an address can name.
pub struct Estate {
    pub slug: &'static str,
    /// The id of one of each, by the part of an address before it.
    ids: BTreeMap<&'static str, String>,
    members: Vec<(Role, Member)>,
}

impl Estate {
    pub fn id(&self, kind: &str) -> &str {
        &self.ids[kind]
    }

    /// An address of the table of routes, with what it has. Links that come by mail have no id of a row.
    pub fn at(&self, route: &str) -> String {
        let filled = route.replace("{campaign}", self.slug);
        if !filled.contains("/{id}") || !self.ids.contains_key(kind(route)) {
            return filled.replace("{id}", "x");
        }
        filled.replace("{id}", self.id(kind(route))).replace("{row}", second(route, self))
    }

    /// Somebody of it who may do this.
    pub fn who_may(&self, act: Act) -> &Member {
        let may = self.members.iter().find(|(role, _)| role.may(act));
        &may.unwrap_or_else(|| panic!("nobody may {}", act.as_str())).1
    }

    pub async fn of(app: &TestApp, organisation: &str, slug: &'static str) -> Self {
        let mut members = Vec::new();
        for role in Role::ALL {
            members.push((role, Member::log_in(app, &app.account(role, organisation).await).await));
        }
        let mut estate = Self { slug, ids: BTreeMap::new(), members };
        estate.furnish(app).await;
        estate
    }

    async fn furnish(&mut self, app: &TestApp) {
        let at = |part: &str| format!("/studio/campaigns/{}/{part}", self.slug);
        let (owner, maker) = (self.who_may(Act::ManageAccounts), self.who_may(Act::MakeCampaigns));
        maker.upload(&at("pictures"), &WORDS, ("picture", &photo(60, 40))).await.expect(303);
        let front = photo(1000, 700);
        maker.upload(&at("postcards/designs"), &WORDS, ("picture", &front)).await.expect(303);
        maker.upload(&at("documents"), &WORDS[..2], ("document", PDF)).await.expect(303);
        let official = [
            ("family_name", self.slug),
            ("office_en", "Minister"),
            ("office_fr", "Ministre"),
            ("parliament_address", "1 Main Street\nOttawa"),
        ];
        let official = maker.post("/studio/officials", &official).await.expect(303);
        let list = format!("id,family_name,given_name\n,Imported{},Zoé\n", self.slug);
        let import =
            maker.upload("/studio/officials/imports", &[], ("list", list.as_bytes())).await.expect(303);
        let update = maker.post(&at("updates"), &[]).await.expect(303);
        let email = format!("anna@{}.example", self.slug);
        sign(app, self.slug, &Person::new("Anna Roy", &email)).await;
        self.write_in(app, &email).await;
        self.print_card(app, last(official.header("location"))).await;
        self.print_sheet().await;
        self.scan().await;
        self.deliver(app).await;
        self.follow_up().await;
        self.report().await;
        let case = open(self.who_may(Act::ServePeople), &email, "Anna Roy").await;
        let invited = [("email", &*format!("new@{}.example", self.slug)), ("role", "viewer")];
        owner.post("/studio/invitations", &invited).await.expect(303);
        let listing = [
            ("kind", "blocked_domain"),
            ("entries", &*format!("{}.test", self.slug)),
            ("days", "7"),
            ("note", ""),
        ];
        owner.post("/studio/limits/lists", &listing).await.expect(303);
        let incident = [
            ("what", "A laptop was stolen"),
            ("noticed", "2026-11-22"),
            ("kinds", "names"),
            ("people", "120"),
            ("risk", "serious"),
            ("measures", "Keys revoked"),
        ];
        let incident = owner.post("/studio/incidents", &incident).await.expect(303);
        let made = [
            ("officials", last(official.header("location"))),
            ("imports", last(import.header("location"))),
            ("updates", last(update.header("location"))),
            ("people", last(&case)),
            ("incidents", last(incident.header("location"))),
            ("print-runs", "1"),
            ("sheets", "1"),
            ("deliveries", "1"),
            ("replies", "1"),
            ("addressees", "trudeau"),
            ("reports", "1"),
        ];
        self.ids.extend(made.map(|(kind, id)| (kind, id.to_owned())));
        self.look_up(app).await;
        self.judge().await;
        let ruling = entity::ruling::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        self.ids.insert("rulings", ruling.last().unwrap().id.to_string());
    }

    /// Somebody signs its letter, and writes to it.
    async fn write_in(&self, app: &TestApp, email: &str) {
        let form = organisation(&format!("Society of {}", self.slug), email);
        let visitor = app.visitor();
        visitor.post(&format!("/en/campaigns/{}/letter", self.slug), &fields(&form)).await.expect(303);
        visitor.post(&app.mail_to(email).await.confirm_path(), &[]).await.expect(303);
        let message = [("name", "Anna Roy"), ("email", email), ("message", "Hello")];
        visitor.post(&format!("/en/campaigns/{}/contact", self.slug), &message).await.expect(303);
    }

    /// Two people write cards to its official: the first is being printed, the other waits.
    async fn print_card(&self, app: &TestApp, official: &str) {
        let ticked = format!("official-{official}");
        let offer = [("seen", "none"), ("offered", "yes"), (&*ticked, "yes")];
        let path = format!("/studio/campaigns/{}/postcards", self.slug);
        self.who_may(Act::MakeCampaigns).post(&path, &offer).await.expect(303);
        let campaign = app.app.hub.campaign(self.slug).unwrap().id;
        let design = card_designs::list(app.app.tools.db.read(), campaign).await.unwrap()[0].id();
        self.write_card(app, (official, &design.to_string()), "Anna Roy").await;
        let cards = entity::postcard::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let card = cards.iter().find(|card| card.campaign_id == campaign).unwrap().id;
        let approving = [("decision", "approve"), ("state", "verified"), (&*format!("card-{card}"), "yes")];
        let path = format!("/studio/campaigns/{}/cards/decision", self.slug);
        self.who_may(Act::JudgeCards).post(&path, &approving).await.expect(303);
        let (path, printer) =
            (format!("/studio/campaigns/{}/print-runs", self.slug), self.who_may(Act::PrintCards));
        printer.post(&path, &[("official", official), ("lang", "en")]).await.expect(303);
        printer.post(&format!("{path}/1/printings"), &[("stock", "a4")]).await.expect(303);
        self.write_card(app, (official, &design.to_string()), "Bela Varga").await;
    }

    async fn write_card(&self, app: &TestApp, (official, design): (&str, &str), name: &str) {
        let email = format!("{}@{}.example", name.replace(' ', "."), self.slug);
        let form = [
            ("official", official),
            ("design", design),
            ("message", "Please act"),
            ("name", name),
            ("email", &email),
            ("country", "CA"),
        ];
        let visitor = app.visitor();
        visitor.post(&format!("/en/campaigns/{}/postcard", self.slug), &form).await.expect(303);
        visitor.post(&app.mail_to(&email).await.confirm_path(), &[]).await.expect(303);
    }

    /// It petitions a parliament, on a sheet of paper.
    async fn print_sheet(&self) {
        let path = format!("/studio/campaigns/{}/official-sheets/ca-house-of-commons", self.slug);
        let keeper = self.who_may(Act::KeepOfficialSheets);
        keeper.post(&path, &official_sheets::text("0", &[])).await.expect(303);
        let sheet = [("revision", "1"), ("after", "0"), ("languages", "en"), ("first", "1"), ("later", "0")];
        keeper.post(&format!("{path}/printing"), &sheet).await.expect(303);
    }

    /// It has a batch of paper, and a scan of it.
    async fn scan(&self) {
        let (path, keeper) =
            (format!("/studio/campaigns/{}/ledger", self.slug), self.who_may(Act::MakeDeliveries));
        let fields = [("after", "0"), ("kind", "signatures"), ("label", "Box")];
        keeper.post(&path, &fields).await.expect(303);
        keeper.upload(&format!("{path}/1/scans"), &[], ("scan", PDF)).await.expect(303);
    }

    /// It delivers what it has, and somebody fetches the package.
    async fn deliver(&self, app: &TestApp) {
        let path = format!("/studio/campaigns/{}/deliveries", self.slug);
        let (staff, owner) = (self.who_may(Act::MakeDeliveries), self.who_may(Act::ManageAccounts));
        staff.post(&path, &deliveries::planned("to-trudeau", "all")).await.expect(303);
        let path = format!("{path}/1");
        staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
        deliveries::make(app).await;
        for member in [staff, owner] {
            member.post(&format!("{path}/approve"), &[]).await.expect(303);
        }
        let key = ("key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN");
        staff.post("/studio/keys", &[("label", "Laptop"), key]).await.expect(303);
        let page = staff.get(&path).await.expect(200).body;
        let package = page.split("name=\"package\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        staff.post(&format!("{path}/fetch"), &[("package", package)]).await.expect(303);
        let step = [("stage", "handed_over"), ("way", "paper")];
        staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
    }

    /// It was answered, and had to do with an office.
    async fn follow_up(&self) {
        let (path, staff) =
            (format!("/studio/campaigns/{}/addressees/trudeau", self.slug), self.who_may(Act::FollowUp));
        staff.post(&format!("{path}/replies"), &replies::typed()).await.expect(303);
        let contact = [("means", "call"), ("day", "2026-11-20"), ("with", "Somebody"), ("note", "")];
        staff.post(&format!("{path}/contacts"), &contact).await.expect(303);
    }

    /// It reports to an office.
    async fn report(&self) {
        let path = format!("/studio/campaigns/{}/reports", self.slug);
        self.who_may(Act::MakeDeliveries).post(&path, &reports::weekly(&[])).await.expect(303);
    }

    /// The ids that no address has told.
    async fn look_up(&mut self, app: &TestApp) {
        let (db, owner) = (app.app.tools.db.read(), &self.who_may(Act::ManageAccounts).email);
        let account = app.account_id(owner).await;
        let campaign = app.app.hub.campaign(self.slug).unwrap().id;
        let sessions = entity::session::Entity::find().all(db).await.unwrap();
        let session = sessions.iter().find(|one| one.account_id == account).unwrap().id;
        macro_rules! newest {
            ($table:ident) => {{
                let all = entity::$table::Entity::find().all(db).await.unwrap();
                all.into_iter().filter(|row| row.campaign_id == campaign).map(|row| row.id).max().unwrap()
            }};
        }
        let designs = card_designs::list(db, campaign).await.unwrap();
        let picture = pictures::list(db, campaign).await.unwrap()[0].id;
        let organisation = app.app.hub.campaign(self.slug).unwrap().organisation;
        let invitations = entity::invitation::Entity::find().all(db).await.unwrap();
        let invitation = invitations.iter().find(|row| row.organisation_id == organisation).unwrap().id;
        let listings = entity::listing::Entity::find().all(db).await.unwrap();
        let listing = listings.iter().find(|row| row.organisation_id == organisation).unwrap().id;
        let staff = app.account_id(&self.who_may(Act::MakeDeliveries).email).await;
        let keys = entity::carrier_key::Entity::find().all(db).await.unwrap();
        let key = keys.iter().find(|row| row.account_id == staff).unwrap().id;
        let found: [(&str, Uuid); 19] = [
            ("keys", key),
            ("scans", newest!(ledger_scan)),
            ("staff", staff),
            ("packages", newest!(delivery_package)),
            ("accounts", account),
            ("sessions", session),
            ("invitations", invitation),
            ("lists", listing),
            ("pictures", picture),
            ("designs", designs[0].id()),
            ("printings", newest!(printing)),
            ("fetches", newest!(delivery_fetch)),
            ("steps", newest!(delivery_step)),
            ("documents", newest!(paper)),
            ("signatures", newest!(signature)),
            ("sign-ons", newest!(sign_on)),
            ("cards", newest!(postcard)),
            ("messages", newest!(message)),
            ("contacts", newest!(contact)),
        ];
        self.ids.extend(found.map(|(kind, id)| (kind, id.to_string())));
    }

    async fn judge(&self) {
        let path =
            format!("/studio/campaigns/{}/review/signatures/{}/judge", self.slug, self.id("signatures"));
        let fields = [("judgement", "hold"), ("ground", "pattern"), ("note", ""), ("seen", "confirmed")];
        self.who_may(Act::JudgeSignatures).post(&path, &fields).await.expect(303);
    }
}

/// This organisation, and another one, each with something of everything.
pub async fn neighbours(app: &TestApp) -> (Estate, Estate) {
    use postulo::actions::accounts::{By, found::found};
    found(&app.app.desk(), "elsewhere", "Elsewhere", By::Program("test")).await.unwrap();
    campaign(app, "theirs", "elsewhere").await;
    (Estate::of(app, "main", "recognize-celil").await, Estate::of(app, "elsewhere", "theirs").await)
}

/// Everything that somebody could want to change, as it lies in the database.
async fn everything(app: &TestApp) -> Vec<String> {
    const TABLES: [&str; 45] = [
        "account",
        "bulletin",
        "campaign",
        "contact",
        "follow_up",
        "reply",
        "reply_document",
        "card_design",
        "card_offer",
        "carrier_key",
        "decision",
        "delivery",
        "delivery_approval",
        "delivery_fetch",
        "delivery_package",
        "delivery_paper",
        "delivery_step",
        "draft",
        "fetch_envelope",
        "incident",
        "incident_entry",
        "handover",
        "inquiry",
        "invitation",
        "ledger_scan",
        "listing",
        "message",
        "message_answer",
        "official",
        "official_import",
        "official_petition",
        "official_sheet",
        "outbox",
        "paper",
        "picture",
        "postcard",
        "print_run",
        "printing",
        "printing_part",
        "report",
        "report_receiver",
        "ruling",
        "sign_on",
        "signature",
        "mailing",
    ];
    let db = app.app.tools.db.read();
    let mut all = Vec::new();
    for table in TABLES {
        let rows = Statement::from_string(db.get_database_backend(), format!("SELECT * FROM \"{table}\""));
        let mut rows: Vec<String> =
            db.query_all_raw(rows).await.unwrap().iter().map(|row| format!("{table} {row:?}")).collect();
        rows.sort_unstable();
        all.extend(rows);
    }
    all
}

async fn trespasses(app: &TestApp) -> usize {
    let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
    audit.iter().filter(|entry| entry.act == "trespass").count()
}
