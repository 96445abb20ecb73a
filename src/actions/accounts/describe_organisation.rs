use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::domain::name::FullName;
use crate::domain::zone::Zone;
use crate::storage::organisations;

/// In characters: as much as fits on an envelope.
const LONGEST_ADDRESS: usize = 500;

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Name,
    PostalAddress,
    TimeZone,
}

/// Who an organisation is, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub name: String,
    pub postal_address: String,
    pub time_zone: String,
}

/// Who an organisation is.
pub struct Described {
    name: FullName,
    postal_address: String,
    time_zone: String,
}

/// Lines without spaces at their ends, and none that is empty; none of characters that cannot be printed.
fn parse_address(typed: &str) -> Option<String> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let address = lines.join("\n");
    let is_printable = !address.chars().any(|c| c.is_control() && c != '\n');
    (is_printable && address.chars().count() <= LONGEST_ADDRESS).then_some(address)
}

impl Typed {
    pub fn parse(&self) -> Result<Described, Vec<Fault>> {
        let name = FullName::parse(&self.name).map_err(|_| Fault::Name);
        let postal_address = parse_address(&self.postal_address).ok_or(Fault::PostalAddress);
        let time_zone = self.time_zone.trim();
        let is_zone = Zone::is_known(time_zone);
        match (name, postal_address) {
            (Ok(name), Ok(postal_address)) if is_zone => {
                Ok(Described { name, postal_address, time_zone: time_zone.to_owned() })
            }
            (name, address) => {
                let zone = (!is_zone).then_some(Fault::TimeZone);
                Err([name.err(), address.err(), zone].into_iter().flatten().collect())
            }
        }
    }
}

/// Says who an organisation is: its name, its postal address, and on whose clocks its people type times.
pub async fn describe_organisation(
    desk: &Desk<'_>,
    organisation: i32,
    described: &Described,
    by: By<'_>,
) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    let Described { name, postal_address, time_zone } = described;
    organisations::describe(&*tx, organisation, name.as_str(), (postal_address, time_zone)).await?;
    record(&tx, desk, by, "describe_organisation", (format!("organisation {organisation}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
