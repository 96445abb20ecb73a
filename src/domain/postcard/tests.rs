use uuid::Uuid;

use super::{Addressed, PostcardForm, Sender, State};
use crate::domain::display::Display;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::person::Person;
use crate::domain::refusal::{Field, Reason};
use crate::domain::rulebook::Rulebook;

fn form() -> PostcardForm {
    PostcardForm {
        official: Uuid::nil().to_string(),
        design: Uuid::nil().to_string(),
        message: "Please bring him home.".into(),
        sender: String::new(),
        person: SignatureForm {
            name: "Anna Roy".into(),
            email: "anna@example.org".into(),
            country: "CA".into(),
            postal_code: "k1a0a6".into(),
            city: "Ottawa".into(),
            ..SignatureForm::default()
        },
    }
}

#[test]
fn a_card_is_parsed_and_shows_the_first_name_where_nothing_else_was_asked_for() {
    let rules = Rulebook::built_in();
    let new = form().parse(Lang::En, &rules).unwrap();
    assert_eq!((new.sender, new.to), (Sender::FirstName, Addressed::Official(Uuid::nil())));
    let full = PostcardForm { person: SignatureForm { public: "full".into(), ..form().person }, ..form() };
    assert_eq!(full.parse(Lang::En, &rules).unwrap().sender, Sender::Full);
    let mut stale = form();
    stale.person.text_version = "7".into();
    assert!(stale.parse(Lang::En, &rules).is_ok(), "no text of ours is signed");
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let refusals = PostcardForm::default().parse(Lang::En, &Rulebook::built_in()).unwrap_err();
    let fields: Vec<Field> = refusals.iter().map(|refusal| refusal.field).collect();
    let asked = [Field::Design, Field::Official, Field::Message, Field::Name, Field::Email, Field::Country];
    assert_eq!(fields, asked);
}

#[test]
fn my_member_needs_a_postal_code() {
    let mut mine = PostcardForm { official: "member".into(), ..form() };
    assert_eq!(mine.parse(Lang::En, &Rulebook::built_in()).unwrap().to, Addressed::Member);
    mine.person.postal_code.clear();
    let refusals = mine.parse(Lang::En, &Rulebook::built_in()).unwrap_err();
    assert_eq!((refusals[0].field, refusals[0].reason), (Field::PostalCode, Reason::Missing));
}

#[test]
fn the_sender_shows_no_more_than_was_chosen() {
    let person = Person {
        name: "Anna Maria Roy".into(),
        email: "anna@example.org".into(),
        postal_code: "K1A 0A6".into(),
        city: "Ottawa".into(),
        region: String::new(),
        comment: String::new(),
    };
    assert_eq!(Sender::Full.lines(&person, "ON", ""), ["Anna Maria Roy", "Ottawa, ON"]);
    assert_eq!(Sender::FirstName.lines(&person, "ON", ""), ["Anna", "Ottawa, ON"]);
    assert_eq!(Sender::Initials.lines(&person, "ON", ""), ["A. M. R."]);
    let abroad = Person { city: String::new(), ..person };
    assert_eq!(Sender::Full.lines(&abroad, "", "France"), ["Anna Maria Roy", "France"]);
    assert_eq!(Sender::parse("", Display::Hidden), Ok(Sender::FirstName));
    assert_eq!(Sender::parse("everything", Display::Hidden), Err(Reason::Unknown));
}

#[test]
fn what_is_in_a_print_run_is_no_longer_taken_back() {
    for state in State::ALL {
        assert_eq!(State::parse(state.as_str()), Some(state));
        assert!(
            !(state.is_before_print() && matches!(state, State::Batched | State::Printed | State::Mailed))
        );
        assert!(!state.is_under_way() || state.is_confirmed());
    }
}
