//! The demo's postcards: two designs drawn here, the Prime Minister to write to, and some cards in every state before print.

use std::collections::BTreeMap;
use std::io::Cursor;

use anyhow::Context;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use uuid::Uuid;

use crate::actions::accounts::By;
use crate::actions::directory::add::add as add_official;
use crate::actions::pictures::develop::develop_card;
use crate::actions::postcards::{self, Decision, Known, designs};
use crate::domain::account::Account;
use crate::domain::defence::Shown;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::official::{Details, Part};
use crate::domain::postcard::design::FINE;
use crate::domain::postcard::{Because, Offer, PostcardForm};
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::storage::{campaigns, card_offers};
use crate::tools::Tools;

const BY: By<'static> = By::Program("demo");

/// Who is written to, at the House: whoever holds the office when somebody looks at the demo.
const MINISTER: [(Part, &str); 6] = [
    (Part::FamilyName, "Prime Minister of Canada"),
    (Part::OfficeEn, "Prime Minister of Canada"),
    (Part::OfficeFr, "Premier ministre du Canada"),
    (Part::BodyEn, "House of Commons"),
    (Part::BodyFr, "Chambre des communes"),
    (Part::ParliamentAddress, "House of Commons\nOttawa, Ontario  K1A 0A6"),
];

const SUGGESTED: [(&str, &str); 2] = [
    (
        "en",
        "Dear Prime Minister,\n\nHüseyin Celil is a Canadian citizen. China does not recognize that, and has held him since 2006. Please ask for consular access and for his release, in public and every time you meet.\n\nThank you.",
    ),
    (
        "fr",
        "Monsieur le Premier ministre,\n\nHüseyin Celil est citoyen canadien. La Chine ne le reconnaît pas et le détient depuis 2006. Demandez un accès consulaire et sa libération, en public et à chaque rencontre.\n\nMerci.",
    ),
];

/// Name, place, postal code, how they show, what they wrote in which language. Nobody of them exists.
const CARDS: [(&str, &str, &str, &str, Lang, &str); 12] = [
    (
        "Alice Example",
        "Ottawa",
        "K1P 1A4",
        "full",
        Lang::En,
        "Dear Prime Minister, I was at the vigil for Mr. Celil. His children have grown up without him. Please bring him home.",
    ),
    (
        "Benoît Exemple",
        "Gatineau",
        "J8X 2K1",
        "first_name",
        Lang::Fr,
        "Monsieur le Premier ministre, un citoyen canadien est en prison depuis 2006. Nommez-le à chaque rencontre.",
    ),
    (
        "Chidi Example",
        "Toronto",
        "M5V 2T6",
        "first_name",
        Lang::En,
        "A passport should mean something. Please ask for consular access to Huseyin Celil.",
    ),
    (
        "Dolma Example",
        "Calgary",
        "T2P 1J9",
        "initials",
        Lang::En,
        "བཀྲ་ཤིས་བདེ་ལེགས། Please do not forget those who cannot write to you themselves.",
    ),
    (
        "Émilie Exemple",
        "Montréal",
        "H2Y 1C6",
        "full",
        Lang::Fr,
        "Vingt ans, c’est trop. Demandez sa libération, publiquement.",
    ),
    ("Farid Example", "Mississauga", "L5B 3C1", "full", Lang::En, "ئۇنى ئۆيىگە قايتۇرۇڭ. Bring him home."),
    (
        "Grace Example",
        "Vancouver",
        "V6B 1A1",
        "first_name",
        Lang::En,
        "I wrote to your predecessor, and to the one before. I will keep writing.",
    ),
    (
        "Hana Example",
        "Halifax",
        "B3H 1A1",
        "initials",
        Lang::En,
        "My class of grade six signed this card with me. We want to know when he is coming home.",
    ),
    (
        "Ivan Example",
        "Winnipeg",
        "R3C 0A5",
        "full",
        Lang::En,
        "Call me about this at 204 555 0143, any time.",
    ),
    (
        "Jeanne Exemple",
        "Québec",
        "G1R 4S9",
        "first_name",
        Lang::Fr,
        "Le Parlement a parlé d’une seule voix. À vous d’agir, Monsieur le Premier ministre.",
    ),
    (
        "Karl Example",
        "Regina",
        "S4P 3Y2",
        "full",
        Lang::En,
        "Buy my tires, see www.tires.example for the best prices in town.",
    ),
    (
        "Lin Example",
        "Victoria",
        "V8W 1N4",
        "first_name",
        Lang::En,
        "You have no idea what you are doing, and never had. Anyway: free Celil.",
    ),
];

/// A window with bars, and the sky behind it at dawn.
fn window(x: u32, y: u32) -> Rgb<u8> {
    let (across, down) = (x % 375, y % 1275);
    let is_bar = (150..190).contains(&across) || (600..630).contains(&down);
    let is_wall = x < 90 || x > FINE.0 - 90 || y < 90 || y > FINE.1 - 90;
    if is_wall {
        Rgb([34, 38, 46])
    } else if is_bar {
        Rgb([58, 62, 70])
    } else {
        Rgb(sky(y))
    }
}

/// From night above to a warm edge below.
fn sky(y: u32) -> [u8; 3] {
    let part = |from: u32, to: u32| {
        u8::try_from((from * (FINE.1 - y.min(FINE.1)) + to * y) / FINE.1).unwrap_or(u8::MAX)
    };
    [part(24, 240), part(42, 170), part(86, 96)]
}

/// An open door, and the light that falls through it.
fn door(x: u32, y: u32) -> Rgb<u8> {
    let is_door = (800..1150).contains(&x) && (250..950).contains(&y);
    // The light widens towards whoever looks.
    let spread = y.saturating_sub(950);
    let is_light = y >= 950 && x + spread >= 800 && x < 1150 + spread;
    if is_door {
        Rgb([252, 232, 178])
    } else if is_light {
        Rgb([214, 190, 132])
    } else if y >= 950 {
        Rgb([52, 46, 42])
    } else {
        Rgb([72, 64, 58])
    }
}

async fn design(
    tools: &Tools,
    campaign: i32,
    draw: fn(u32, u32) -> Rgb<u8>,
    words: [&str; 2],
) -> anyhow::Result<Uuid> {
    let mut png = Vec::new();
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(FINE.0, FINE.1, draw));
    picture.write_to(&mut Cursor::new(&mut png), ImageFormat::Png)?;
    let developed = develop_card(png).await.ok().and_then(Result::ok).context("a design of the demo")?;
    let words: Words = Lang::ALL.into_iter().zip(words.map(str::to_owned)).collect();
    designs::add(&tools.desk(), campaign, (words, String::new()), developed, BY)
        .await
        .map_err(|error| anyhow::anyhow!("{error}"))
}

/// Offers postcards in the demo's campaign and has some written, unless it was done before.
pub async fn load(tools: &Tools, slug: &str, organiser: &Account) -> anyhow::Result<()> {
    let campaign = campaigns::find_by_slug(tools.db.read(), slug).await?.context("the demo's campaign")?.id;
    if card_offers::find(tools.db.read(), campaign).await?.is_some() {
        return Ok(());
    }
    let drawn = [
        design(tools, campaign, window, ["A barred window at dawn", "Une fenêtre à barreaux, à l’aube"])
            .await?,
        design(tools, campaign, door, ["An open door, with light", "Une porte ouverte, de la lumière"])
            .await?,
    ];
    let typed: BTreeMap<Part, String> =
        MINISTER.into_iter().map(|(part, text)| (part, text.to_owned())).collect();
    let details = Details::parse(&typed).map_err(|_| anyhow::anyhow!("the demo's official"))?;
    let official =
        add_official(&tools.desk(), organiser, details).await.map_err(|error| anyhow::anyhow!("{error}"))?;
    let suggested = SUGGESTED.into_iter().filter_map(|(tag, text)| Some((Tag::parse(tag)?, text.to_owned())));
    let (offered, suggestion) = (true, suggested.collect());
    let offer = Offer { offered, officials: vec![official], suggestion, ..Offer::default() };
    postcards::set_offer(&tools.desk(), campaign, &offer, &postcards::seen(None), BY).await?;
    write(tools, campaign, official, drawn).await
}

/// Some are approved, one is to be changed, one is rejected, one waits for its mail, and the others for moderators.
async fn write(tools: &Tools, campaign: i32, official: Uuid, drawn: [Uuid; 2]) -> anyhow::Result<()> {
    let mut written = Vec::new();
    for (at, (name, city, postal_code, sender, lang, message)) in CARDS.into_iter().enumerate() {
        let person = SignatureForm {
            name: name.to_owned(),
            email: format!("writer{at}@example.org"),
            country: "CA".to_owned(),
            postal_code: postal_code.to_owned(),
            city: city.to_owned(),
            ..SignatureForm::default()
        };
        let form = PostcardForm {
            official: official.to_string(),
            design: drawn[at % 2].to_string(),
            message: message.to_owned(),
            sender: sender.to_owned(),
            person,
        };
        let new = form.parse(lang, &tools.rules).map_err(|_| anyhow::anyhow!("a card of the demo"))?;
        if at == 9 {
            postcards::write(&tools.desk(), campaign, official, &new, Shown::Calm).await?;
            continue;
        }
        let (known, _) = postcards::write_confirmed(&tools.desk(), campaign, official, &new).await?;
        if let Known::Written(id) = known {
            written.push(id);
        }
    }
    let decide = async |ids: &[Uuid], decision| {
        postcards::decide(&tools.desk(), campaign, ids.to_vec(), decision, BY).await
    };
    decide(&written[..5], Decision::Approve).await?;
    decide(&written[9..10], Decision::Reject(Because::Contact)).await?;
    decide(&written[10..], Decision::AskChange(Because::Tone)).await?;
    Ok(())
}
