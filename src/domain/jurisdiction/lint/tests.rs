use proptest::prelude::*;

use super::{Finding, What, is_printable};
use crate::domain::jurisdiction::text::{PetitionText, Wording};
use crate::domain::jurisdiction::{Jurisdiction, Level, Part};
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;

fn canada() -> &'static Jurisdiction {
    Jurisdiction::find("ca-house-of-commons").unwrap()
}

fn wording(prayer: &str) -> Wording {
    Wording {
        subject: "A prisoner abroad".into(),
        grievance: "Whereas a citizen is held abroad;".into(),
        prayer: prayer.into(),
        ..Wording::default()
    }
}

fn text(jurisdiction: &Jurisdiction, tag: &str, wording: Wording) -> PetitionText {
    let mut text = PetitionText::new(jurisdiction);
    text.wordings.insert(Tag::parse(tag).unwrap(), wording);
    text
}

fn errors(prayer: &str, tag: &str) -> Vec<String> {
    let text = text(canada(), tag, wording(prayer));
    let found = canada().lint(&text);
    found.iter().filter(|one| one.level == Level::Error).map(|one| format!("{:?}", one.what)).collect()
}

#[test]
fn a_prayer_requests_and_does_not_demand() {
    for good in [
        "We call upon the Government of Canada to seek his release.",
        "Therefore, your petitioners REQUEST that the House act.",
        "We ask the House to urge the Government to act.",
    ] {
        assert!(errors(good, "en").is_empty(), "{good}: {:?}", errors(good, "en"));
    }
    for bad in [
        "We demand that the Government act.",
        "We call upon the Government to act, and we DEMAND an answer.",
        "We ask the House to act, and insist on it.",
        "We ask; we de\u{ad}mand.",
        "We ask; we de\u{200b}mand.",
        "We ask; we ｄｅｍａｎｄ.",
        "The Government should act.",
    ] {
        assert!(!errors(bad, "en").is_empty(), "{bad}");
    }
    assert!(errors("Nous demandons au gouvernement du Canada d’agir.", "fr").is_empty());
    for bad in [
        "Nous exigeons que le gouvernement agisse.",
        "Nous prions le gouvernement d’agir; c’est une exigence.",
        "Agissez.",
    ] {
        assert!(!errors(bad, "fr").is_empty(), "{bad}");
    }
    // A word within another is another word.
    assert!(errors("We ask the House to amend the Act on demandingness.", "en").is_empty());
}

#[test]
fn nothing_but_the_text_stands_on_a_sheet() {
    for bad in [
        "at https://example.org",
        "at recognizecelil.ca",
        "write to a@example.org",
        "see www.example",
        "#FreeCelil",
    ] {
        let prayer = format!("We ask the House to act, {bad}");
        assert!(errors(&prayer, "en").iter().any(|error| error.starts_with("Link")), "{bad}");
    }
    assert!(
        errors("We ask Canada to act by January 1. U.S. law, s. 4.2 and no. #1 are fine.", "en").is_empty()
    );
    let turned = errors("We ask the House \u{202e}to act", "en");
    assert_eq!(turned, ["Hidden"]);
}

#[test]
fn what_is_missing_or_too_long_is_named_with_its_place() {
    let mut long = wording(&format!("We ask {}", "x".repeat(2000)));
    long.subject.clear();
    let text = text(canada(), "en", long);
    let found = canada().lint(&text);
    let place = |part| found.iter().find(|one| one.place.is_some_and(|(of, _)| of == part)).unwrap();
    assert_eq!(place(Part::Subject).what, What::Missing);
    assert_eq!(place(Part::Prayer).what, What::TooLong { most: 1000, over: 1007 });
    assert!(!is_printable(&found));
    let empty = PetitionText::new(canada());
    assert_eq!(canada().lint(&empty)[0], Finding { level: Level::Error, place: None, what: What::Nothing });
}

#[test]
fn what_is_only_doubtful_is_a_warning_and_reminders_are_always_there() {
    let mut doubtful = wording("We ask the House to act, for it must.");
    doubtful.grievance = "The corrupt municipal council lost the attached photo.".into();
    let text = text(canada(), "en", doubtful);
    let found = canada().lint(&text);
    assert!(is_printable(&found));
    let warned: Vec<_> = found.iter().filter(|one| one.level == Level::Warning).collect();
    assert_eq!(warned.len(), 5, "{warned:?}");
    assert_eq!(found.iter().filter(|one| one.level == Level::Reminder).count(), canada().reminders.len());
    assert!(found.is_sorted_by_key(|one| one.level));
}

#[test]
fn an_addressee_of_several_is_named_and_the_british_prayer_has_its_beginning() {
    let mut named = text(canada(), "en", wording("We ask you to act."));
    named.addressee = "minister".into();
    assert_eq!(canada().lint(&named)[0].place, Some((Part::Name, &Tag::from(Lang::En))));
    let britain = Jurisdiction::find("uk-parliament").unwrap();
    let of = |prayer: &str| {
        let wording = Wording { petitioners: "residents of Stone".into(), ..wording(prayer) };
        let text = text(britain, "en", wording);
        is_printable(&britain.lint(&text))
    };
    assert!(of("The petitioners therefore request that the House of Commons urges the Government to act."));
    assert!(!of("We request that the House of Commons urges the Government to act."));
    assert!(!of("The petitioners therefore request that the Government acts."));
}

proptest! {
    #[test]
    fn any_text_is_judged(prayer: String, grievance: String) {
        let text = text(canada(), "fr", Wording { grievance, ..wording(&prayer) });
        let _ = canada().lint(&text);
    }
}
