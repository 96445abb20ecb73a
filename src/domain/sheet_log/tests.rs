use super::{Course, CourseFault, Fault, Order, State, Sum, Typed, TypedCourse, numbers};
use crate::domain::date::PartialDate;
use crate::domain::jurisdiction::Jurisdiction;

fn day(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

#[test]
fn an_answer_is_due_after_45_calendar_days_and_silence_is_counted_from_then() {
    let canada = Jurisdiction::find("ca-house-of-commons").unwrap();
    let mut course = Course { presented: Some(day("2026-11-23")), ..Course::default() };
    assert_eq!(course.due(canada), Some(day("2027-01-07")));
    assert_eq!(course.silent(canada, day("2027-01-07")), None);
    assert_eq!(course.silent(canada, day("2027-01-10")), Some(3));
    course.answered = Some(day("2027-01-09"));
    assert_eq!(course.silent(canada, day("2027-01-10")), None);
    let britain = Jurisdiction::find("uk-parliament").unwrap();
    assert_eq!(course.due(britain), None);
}

#[test]
fn what_counts_is_filled_and_not_doubtful_on_sheets_that_are_not_void() {
    let canada = Jurisdiction::find("ca-house-of-commons").unwrap();
    let state = |filled, doubtful, is_void| State { filled, doubtful, is_void, ..State::default() };
    let states = [
        state(Some(20), 3, false),
        state(Some(12), 0, false),
        state(Some(9), 1, true),
        state(None, 0, false),
    ];
    let sum = Sum::of(states.iter().map(|state| (Order::First, state)));
    assert_eq!((sum.sheets, sum.filled, sum.doubtful, sum.valid, sum.void), (4, 32, 3, 29, 1));
    assert_eq!(sum.margin(canada), 4);
}

#[test]
fn what_cannot_be_of_a_sheet_is_refused() {
    let faults = |typed: Typed| typed.parse(10).unwrap_err();
    let typed = |filled: &str, doubtful: &str| Typed {
        filled: filled.into(),
        doubtful: doubtful.into(),
        ..Typed::default()
    };
    assert_eq!(faults(typed("11", "0")), [Fault::Lines]);
    assert_eq!(faults(typed("-5", "")), [Fault::Filled]);
    assert_eq!(faults(typed("5", "6")), [Fault::Doubtful]);
    assert_eq!(faults(typed("", "1")), [Fault::Doubtful]);
    let turned = Typed { out: "2026-11-23".into(), back: "2026-11-22".into(), ..Typed::default() };
    assert_eq!(faults(turned), [Fault::Turned]);
    let odd = Typed { out: "2026-11".into(), place: "=1+1".into(), ..Typed::default() };
    assert_eq!(faults(odd), [Fault::Out, Fault::Place]);
    assert!(typed("10", "10").parse(10).is_ok());
}

#[test]
fn ranges_of_numbers_are_read_as_people_write_them() {
    assert_eq!(numbers("1-3, 7; 3 5–6"), Some(vec![1, 2, 3, 5, 6, 7]));
    for odd in ["", "a", "0", "-5", "5-3", "1-99999999", "1--2", "99999999999"] {
        assert_eq!(numbers(odd), None, "{odd}");
    }
}

#[test]
fn a_petition_is_certified_before_it_is_presented_and_presented_before_it_is_answered() {
    let typed = |certified: &str, presented: &str, answered: &str| TypedCourse {
        certificate: "451-00012".into(),
        certified: certified.into(),
        presented: presented.into(),
        answered: answered.into(),
    };
    let whole = typed("2026-11-20", "2026-11-23", "2026-12-24");
    let course = whole.parse().unwrap();
    assert_eq!(TypedCourse::of(&course).answered, "2026-12-24");
    let odd = typed("2026-11-20", "2026-11-19", "soon");
    assert_eq!(odd.parse().unwrap_err(), [CourseFault::Answered, CourseFault::Turned]);
    let formula = TypedCourse { certificate: "=1".into(), ..TypedCourse::default() };
    assert_eq!(formula.parse().unwrap_err(), [CourseFault::Certificate]);
}
