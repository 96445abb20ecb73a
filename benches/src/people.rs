//! Who signs: as many distinct people as are asked for, each at an address and a network of their own.

use std::fmt::Write;
use std::net::Ipv4Addr;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

const FIRST: [&str; 16] = [
    "Anne", "Mehmet", "Zoë", "Tsering", "王", "Olga", "Amina", "Jean-Luc", "Nguyễn", "Mary", "José", "Aylin",
    "Peter", "Fatima", "Élise", "Rahile",
];
const LAST: [&str; 16] = [
    "Tremblay",
    "Celil",
    "O’Neill",
    "Dorje",
    "伟",
    "Kowalska",
    "Yusuf",
    "Gagnon",
    "Hồng",
    "MacDonald",
    "García",
    "Demir",
    "Smith",
    "Haddad",
    "Bouchard",
    "Tursun",
];
const POSTAL: [&str; 10] = [
    "K1A 0B1", "H2X 1Y4", "V6B 1A1", "T2P 1J9", "R3C 4A5", "B3H 4R2", "S4P 3Y2", "E3B 5A3", "A1B 3X5",
    "C1A 4P3",
];
const CITY: [&str; 4] = ["Ottawa", "Montréal", "Burlington", "Trois-Rivières"];

/// One signer, who is nobody: everything follows from the number.
#[derive(Clone, Copy, Debug)]
pub struct Person(pub u64);

fn pick<'a>(of: &[&'a str], n: u64) -> &'a str {
    of[usize::try_from(n % of.len() as u64).unwrap_or(0)]
}

impl Person {
    /// The posted form.
    pub fn form(self) -> String {
        let n = self.0;
        let name = format!("{} {}", pick(&FIRST, n), pick(&LAST, n / 16));
        let email = format!("person.{n}@mail{}.example.org", n % 997);
        let comment = if n.is_multiple_of(8) { "I have known the family for years; please act." } else { "" };
        let fields = [
            ("name", name.as_str()),
            ("email", &email),
            ("country", "CA"),
            ("postal_code", pick(&POSTAL, n / 3)),
            ("city", pick(&CITY, n)),
            ("region", ""),
            ("public", if n.is_multiple_of(16) { "full" } else { "hidden" }),
            ("updates", if n.is_multiple_of(4) { "yes" } else { "no" }),
            ("comment", comment),
        ];
        let mut form = String::with_capacity(256);
        for (name, value) in fields {
            let between = if form.is_empty() { "" } else { "&" };
            let _ = write!(form, "{between}{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC));
        }
        form
    }

    /// Their network: 16 million of them before one comes again.
    pub fn network(self) -> Ipv4Addr {
        let [.., b, c, d] = self.0.to_be_bytes();
        Ipv4Addr::new(10, b, c, d)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Person;

    #[test]
    fn people_differ_in_address_and_network() {
        let forms: HashSet<String> = (0..5000).map(|n| Person(n).form()).collect();
        let networks: HashSet<_> = (0..5000).map(|n| Person(n).network()).collect();
        assert_eq!((forms.len(), networks.len()), (5000, 5000));
        assert!(Person(4).form().contains("email=person%2E4%40mail4%2Eexample%2Eorg"));
    }
}
