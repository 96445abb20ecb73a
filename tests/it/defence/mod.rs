//! Under pressure a form asks for a proof of work. Nobody is refused, and nothing is deleted, by a burst alone.

mod asking;
mod codes;
mod nodes;
mod proofs;

use crate::support::{Person, TestApp, Visitor};

const CHALLENGE: &str = "/campaigns/recognize-celil/challenge";
const CAMPAIGN: &str = "/en/campaigns/recognize-celil";
/// What the form has while it asks.
const ASKED: &str = " data-asking";

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

/// So many people sign at this moment, each from another neighbourhood.
async fn crowd(app: &TestApp, name: &str, count: u8) -> Vec<Person> {
    let visitor = app.visitor();
    let mut people = Vec::new();
    for n in 0..count {
        let person = Person::new("Anna Roy", &format!("{name}{n}@example.org"));
        visitor.clone().on_network(&format!("198.18.{n}.1")).sign_well(&person).await;
        people.push(person);
    }
    people
}

/// Signs and says whether the link of the mail is enough.
async fn link_is_enough(app: &TestApp, visitor: &Visitor, person: &Person) -> bool {
    visitor.sign_well(person).await;
    opens_a_button(app, &person.email).await
}

async fn opens_a_button(app: &TestApp, email: &str) -> bool {
    let link = app.mail_to(email).await.confirm_path();
    !app.visitor().get(&link).await.expect(200).body.contains("name=\"code\"")
}

fn wrong(code: &str) -> String {
    format!("{}{}", if code.starts_with('1') { '2' } else { '1' }, &code[1..])
}
