use uuid::Uuid;

use super::{Plan, Wrong, plan};
use crate::domain::moment::Moment;
use crate::domain::official::{Official, Part, roster};

const HOUSE: &str = include_str!("../../../../tests/it/fixtures/officials/house.csv");

fn directory(plan: &Plan) -> Vec<Official> {
    let official = |(n, details)| Official {
        id: Uuid::from_u128(n),
        organisation: 1,
        revision: 1,
        details,
        merged_into: None,
        merged_over: None,
        updated_at: Moment(0),
    };
    (1..).zip(plan.new.iter().map(|new| new.details.clone())).map(official).collect()
}

fn planned(text: &str, directory: &[Official]) -> Plan {
    plan(&roster::read(text.as_bytes()).unwrap(), directory)
}

#[test]
fn a_list_that_was_imported_changes_nothing_the_second_time() {
    let first = planned(HOUSE, &[]);
    assert_eq!((first.new.len(), first.wrong.len()), (3, 0));
    assert_eq!(first.new[0].details.get(Part::OfficeFr), "Député(e)");
    assert_eq!(first.new[0].details.get(Part::Province), "QC");
    let directory = directory(&first);
    let again = planned(HOUSE, &directory);
    assert_eq!((again.unchanged, again.is_sound()), (3, false));
}

#[test]
fn what_the_list_says_otherwise_is_a_change_and_what_it_leaves_empty_is_kept() {
    let mut directory = directory(&planned(HOUSE, &[]));
    let mut typed = directory[0].details.as_typed();
    typed.insert(Part::Honorific, "Hon.".into());
    typed.insert(Part::Email, "amelie@example.org".into());
    typed.insert(Part::Until, "2022-01-01".into());
    directory[0].details = super::Details::parse(&typed).unwrap();
    let plan = planned(&HOUSE.replace("Bloc", "Independent"), &directory);
    let change = &plan.changed[0];
    assert_eq!(change.before.differing(&change.after), [Part::Party, Part::Until]);
    assert_eq!(change.after.get(Part::Honorific), "Hon.");
    assert_eq!(plan.unchanged, 2);
}

#[test]
fn somebody_of_the_same_name_elsewhere_is_new_and_shown_as_alike() {
    let directory = directory(&planned(HOUSE, &[]));
    let plan = planned(&HOUSE.replace("Lac-Imaginaire", "Lac-Autre"), &directory);
    assert_eq!((plan.new.len(), plan.unchanged), (1, 2));
    assert_eq!((plan.alike[0].place, plan.alike[0].id), (2, directory[0].id));
}

#[test]
fn who_was_merged_is_found_as_the_one_they_were_merged_into() {
    let mut directory = directory(&planned(HOUSE, &[]));
    directory[0].merged_into = Some(directory[1].id);
    let amelie = HOUSE.lines().take(2).collect::<Vec<_>>().join("\n");
    let plan = planned(&amelie, &directory);
    assert_eq!((plan.new.len(), plan.changed[0].id), (0, directory[1].id));
}

#[test]
fn every_wrong_line_is_named_and_then_nothing_is_imported() {
    let text =
        format!("{HOUSE}a,b\n,Amélie,INVENTED,Lac Imaginaire,QC,Bloc,,\n,Zoé,,Ailleurs,QC,Bloc,soon,\n");
    let plan = planned(&text, &[]);
    assert!(!plan.is_sound() && plan.new.len() == 3);
    let places: Vec<_> = plan.wrong.iter().map(Wrong::place).collect();
    assert_eq!(places, [5, 6, 7, 7]);
    assert_eq!(plan.wrong[1], Wrong::Twice(6, 2));
    assert_ne!(plan.digest(), planned(HOUSE, &[]).digest());
}
