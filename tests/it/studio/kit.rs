//! The kit for a table at an event: its papers are read back by programs, and its codes by a reader of codes.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use postulo::domain::content::CampaignFile;
use postulo::domain::lang::Lang;
use postulo::domain::role::Role;
use postulo::domain::words::Words;

use crate::documents::{ask, is_sound, keep};
use crate::support::{Build, Member, TestApp, on_both};

const KIT: &str = "/studio/campaigns/recognize-celil/kit";
const PIECES: [&str; 4] = ["poster", "table-card", "tally-sheet", "instructions"];

static FETCHED: AtomicU32 = AtomicU32::new(0);

/// A paper, kept where it can be looked at.
async fn fetch(member: &Member, piece: &str, query: &str) -> PathBuf {
    let reply = member.get(&format!("{KIT}/{piece}.pdf?{query}")).await.expect(200);
    assert_eq!(reply.header("content-type"), "application/pdf");
    assert_eq!(reply.header("cache-control"), "no-store");
    let said = reply.header("content-disposition").to_owned();
    let name = said.split('"').nth(1).expect("a name of the file");
    // Tests that run beside each other ask for papers of the same name.
    let number = FETCHED.fetch_add(1, Ordering::Relaxed);
    keep(&format!("kit-{number}-{name}"), &reply.bytes)
}

/// The text of a file, with single spaces.
fn words(file: &Path) -> String {
    ask("pdftotext", &[], file).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the codes on the first page say.
fn codes(file: &Path) -> Vec<String> {
    codes_within(file, (0, 100))
}

/// The same for a part of the page: from so much of its height on, up to so much of its width, in hundredths.
fn codes_within(file: &Path, (from, until): (usize, usize)) -> Vec<String> {
    let picture = file.with_extension("");
    let done = Command::new("pdftoppm")
        .args(["-r", "150", "-gray", "-singlefile"])
        .args([file, picture.as_path()])
        .status()
        .unwrap();
    assert!(done.success());
    let bytes = std::fs::read(picture.with_extension("pgm")).unwrap();
    // P5, width and height, the brightest, then a byte for each point.
    let mut lines = bytes.splitn(4, |byte| *byte == b'\n');
    assert_eq!(lines.next(), Some(b"P5".as_slice()));
    let size = String::from_utf8(lines.next().unwrap().to_vec()).unwrap();
    let (width, height) = size.split_once(' ').unwrap();
    let (width, height): (usize, usize) = (width.parse().unwrap(), height.parse().unwrap());
    let points = lines.nth(1).unwrap();
    let (top, right) = (height * from / 100, width * until / 100);
    let point = |x: usize, y: usize| points[(y + top) * width + x];
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(right, height - top, point);
    let grids = seen.detect_grids();
    let mut said: Vec<_> = grids.iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect();
    said.sort();
    said
}

/// Fails where a word stands nearer to an edge than printers print.
fn is_within(file: &Path) {
    let boxes = ask("pdftotext", &["-bbox"], file);
    let number = |line: &str, name: &str| {
        let rest = line.split(&format!(" {name}=\"")).nth(1)?;
        rest.split('"').next()?.parse::<f32>().ok()
    };
    let page = boxes.lines().find(|line| line.contains("<page")).unwrap();
    let (width, height) = (number(page, "width").unwrap(), number(page, "height").unwrap());
    for line in boxes.lines().filter(|line| line.contains("<word")) {
        let of = |name| number(line, name).unwrap();
        assert!(of("xMin") >= 18.0 && of("xMax") <= width - 18.0, "{}: {line}", file.display());
        assert!(of("yMin") >= 12.0 && of("yMax") <= height - 12.0, "{}: {line}", file.display());
    }
}

/// A change to the campaign.
type Change = fn(&mut CampaignFile);

fn same(text: &str) -> Words {
    Lang::ALL.into_iter().map(|lang| (lang, text.to_owned())).collect()
}

on_both! {
    async fn every_paper_is_a_sound_document_in_both_languages_on_both_sizes(app: TestApp) {
        let staff = app.member(Role::Staff).await;
        let titles = [
            ("en", ["Poster", "Table card", "Tally sheet", "Instructions"], "Recognize Huseyin Celil as a Canadian citizen"),
            ("fr", ["Affiche", "Carte de table", "Feuille de décompte", "Consignes"], "Reconnaître Huseyin Celil comme citoyen canadien"),
        ];
        for (lang, names, campaign) in titles {
            for (paper, size) in [("letter", "612 x 792 pts (letter)"), ("a4", "595.276 x 841.89 pts (A4)")] {
                for (piece, name) in PIECES.into_iter().zip(names) {
                    let file = fetch(&staff, piece, &format!("paper={paper}&in={lang}")).await;
                    assert!(file.to_string_lossy().ends_with(&format!("-recognize-celil-{piece}-{lang}-{paper}.pdf")), "{}", file.display());
                    is_sound(&file, &format!("{name} – {campaign}"));
                    let about = ask("pdfinfo", &[], &file);
                    assert!(about.contains(size) && about.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 1")), "{piece}: {about}");
                    is_within(&file);
                }
            }
        }
        // Both: a page for each language, and a side of the card for each.
        for (piece, pages) in [("poster", " 2"), ("table-card", " 1"), ("tally-sheet", " 2"), ("instructions", " 2")] {
            let file = fetch(&staff, piece, "paper=letter&in=both").await;
            let about = ask("pdfinfo", &[], &file);
            assert!(about.lines().any(|line| line.starts_with("Pages:") && line.ends_with(pages)), "{piece}: {about}");
        }
        staff.get(&format!("{KIT}/banner.pdf")).await.expect(404);
        staff.get(&format!("{KIT}/poster")).await.expect(404);
        let odd = staff.get(&format!("{KIT}?paper=papyrus&in=la")).await.expect(200).body;
        assert!(odd.contains("in=en"), "what nobody offers is as if nothing was chosen: {odd}");
    }
}

#[tokio::test]
async fn papers_say_what_the_campaign_says_and_codes_lead_to_it() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Organiser).await;
    let plain = format!("{}/en/campaigns/recognize-celil", app.url);
    let shown = plain.split_once("://").unwrap().1.to_owned();
    for (piece, source) in [("poster", "poster"), ("table-card", "table")] {
        let file = fetch(&staff, piece, "paper=letter&in=en").await;
        let text = words(&file);
        for part in [
            "To the leaders of five federal parties",
            "Recognize that Huseyin Celil is a Canadian citizen",
            "Scan to sign",
            &shown,
        ] {
            assert!(text.contains(part), "{part} is not in: {text}");
        }
        let said = codes(&file);
        let expected = format!("{plain}?source={source}");
        assert!(!said.is_empty() && said.iter().all(|said| *said == expected), "{said:?}");
        app.visitor().get(said[0].strip_prefix(&app.url).unwrap()).await.expect(200);
    }
    // A side in each language, with codes of their own; an event has its own code.
    let card = fetch(&staff, "table-card", "paper=a4&in=both&source=Market-Ottawa").await;
    let text = words(&card);
    assert!(text.contains("Scan to sign") && text.contains("Scannez pour signer"), "{text}");
    let french = plain.replace("/en/", "/fr/");
    assert_eq!(
        codes(&card),
        [format!("{plain}?source=market-ottawa"), format!("{french}?source=market-ottawa")]
    );
    let tally = words(&fetch(&staff, "tally-sheet", "paper=letter&in=en").await);
    for part in [
        "Batch number",
        "Postcards",
        "First count",
        "Second count",
        "Printed",
        "Handed out",
        "Collected",
        "Delivered",
        "Photo of the closed box",
    ] {
        assert!(tally.contains(part), "{part} is not in: {tally}");
    }
    let instructions = words(&fetch(&staff, "instructions", "paper=a4&in=fr").await);
    for part in [
        "Ne photographiez jamais",
        "à l’encre",
        "initiales",
        "d’enfants seuls",
        "L’enveloppe ou la boîte va à",
    ] {
        assert!(instructions.contains(part), "{part} is not in: {instructions}");
    }
}

#[tokio::test]
async fn words_of_any_length_and_direction_stay_on_the_paper() {
    fn wide(file: &mut CampaignFile) {
        file.content.title = same(&"W".repeat(80));
        file.content.asked = same(&"Wm ".repeat(53));
        file.content.ask = same(&"W".repeat(160));
        file.content.organiser = same(&"m".repeat(200));
    }
    fn right_to_left(file: &mut CampaignFile) {
        file.content.title = same("ھۈسەيىن جېلىلنى كانادا پۇقراسى دەپ ئېتىراپ قىلىڭ");
        file.content.ask = same("ھۈسەيىن جېلىلنى ئائىلىسىگە قايتۇرۇڭ. Bring him home!");
    }
    fn eastern(file: &mut CampaignFile) {
        file.content.title = same(&"把侯赛因带回家".repeat(11));
        file.content.ask = same(&"把侯赛因带回家".repeat(22));
    }
    let contents: [(Change, &str); 3] = [(wide, "WWW"), (right_to_left, "جېلىلنى"), (eastern, "侯赛因")];
    for (content, part) in contents {
        let app = TestApp::build(Build { content, ..Build::default() }).await;
        let staff = app.member(Role::Staff).await;
        for piece in PIECES {
            for paper in ["letter", "a4"] {
                let file = fetch(&staff, piece, &format!("paper={paper}&in=en")).await;
                is_within(&file);
                let text = words(&file);
                assert!(text.contains(part), "{part} is not in {piece}: {text}");
                if matches!(piece, "poster" | "table-card") {
                    // As somebody points at it: letters such as 回 look like the corner of a code, too.
                    assert_eq!(codes_within(&file, (45, 55)).len(), 1, "{piece} {part}");
                }
            }
        }
    }
}

#[tokio::test]
async fn what_no_letters_can_be_printed_for_is_named() {
    let content = |file: &mut CampaignFile| file.content.title = same("Bring him home 🕊");
    let app = TestApp::build(Build { content, ..Build::default() }).await;
    let staff = app.member(Role::Staff).await;
    let page = staff.get(KIT).await.expect(200).body;
    assert_eq!(page.matches("No letters can be printed for 🕊").count(), 3, "{page}");
    // The title does not stand on the card for the table.
    assert_eq!(page.matches("Fetch the PDF").count(), 1, "{page}");
    let page = staff.get(&format!("{KIT}/poster.pdf")).await.expect(422).body;
    assert!(page.contains("No letters can be printed for 🕊"), "{page}");
}

#[tokio::test]
async fn a_code_that_names_somebody_is_refused() {
    let app = TestApp::build(Build::default()).await;
    let staff = app.member(Role::Staff).await;
    for odd in ["anna%40example.org", "6135550199", "a+b", "%3Cb%3E"] {
        let page = staff.get(&format!("{KIT}?source={odd}")).await.expect(422).body;
        assert!(page.contains("There is a problem") && page.contains("aria-invalid"), "{odd}: {page}");
        staff.get(&format!("{KIT}/poster.pdf?source={odd}")).await.expect(422);
    }
    let page = staff.get(&format!("{KIT}?source=Stand_1")).await.expect(200).body;
    assert!(page.contains("value=\"stand_1\"") && page.contains("source=stand_1"), "{page}");
}

on_both! {
    async fn no_code_is_printed_that_leads_nowhere(app: TestApp) {
        let organiser = app.member(Role::Organiser).await;
        let fields = [("title", "Keep the library"), ("language", "en"), ("also-fr", "yes")];
        organiser.post("/studio/campaigns/new", &fields).await.expect(303);
        let draft = "/studio/campaigns/keep-the-library/kit";
        let page = organiser.get(draft).await.expect(200).body;
        assert!(page.contains("no public page yet") && !page.contains("poster.pdf") && page.contains("tally-sheet.pdf"), "{page}");
        organiser.get(&format!("{draft}/poster.pdf")).await.expect(422);
        let tally = organiser.get(&format!("{draft}/tally-sheet.pdf?in=fr")).await.expect(200);
        assert!(tally.bytes.starts_with(b"%PDF-"));
        let page = organiser.get(&format!("{draft}?in=fr")).await.expect(200).body;
        assert!(page.contains("says nothing in this language: Français"), "{page}");
        let publication = "/studio/campaigns/recognize-celil/publication";
        organiser.post(&format!("{publication}/state"), &[("to", "paused")]).await.expect(303);
        let page = organiser.get(KIT).await.expect(200).body;
        assert!(page.contains("The campaign is paused") && page.contains("poster.pdf"), "{page}");
        organiser.post(&format!("{publication}/state"), &[("to", "open")]).await.expect(303);
        assert!(!organiser.get(KIT).await.expect(200).body.contains("class=\"notice\""));
        organiser.post(&format!("{publication}/closing"), &[("closing", "now")]).await.expect(303);
        let page = organiser.get(KIT).await.expect(200).body;
        assert!(page.contains("The campaign is closed") && !page.contains("poster.pdf"), "{page}");
        organiser.get(&format!("{KIT}/table-card.pdf")).await.expect(422);
    }
}
