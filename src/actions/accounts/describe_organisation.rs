use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::domain::account::Organisation;
use crate::domain::email::EmailAddress;
use crate::domain::name::FullName;
use crate::domain::tag::Tag;
use crate::domain::zone::Zone;
use crate::storage::{campaigns, organisations};

/// In characters: as much as fits on an envelope.
const LONGEST_ADDRESS: usize = 500;

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Name,
    PostalAddress,
    TimeZone,
    ReplyAddress,
    Languages,
}

/// Who an organisation is, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub name: String,
    pub postal_address: String,
    pub time_zone: String,
    /// Empty: replies go to whom mail is from.
    pub reply_address: String,
    /// In which campaigns begin, the main one first.
    pub languages: Vec<String>,
}

/// Who an organisation is.
pub struct Described {
    name: FullName,
    postal_address: String,
    time_zone: String,
    reply_address: String,
    languages: Vec<Tag>,
}

/// Lines without spaces at their ends, and none that is empty; none of characters that cannot be printed.
fn parse_address(typed: &str) -> Option<String> {
    let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let address = lines.join("\n");
    let is_printable = !address.chars().any(|c| c.is_control() && c != '\n');
    (is_printable && address.chars().count() <= LONGEST_ADDRESS).then_some(address)
}

/// As mail servers take it.
fn parse_reply(typed: &str) -> Option<String> {
    match typed.trim() {
        "" => Some(String::new()),
        typed => Some(EmailAddress::parse(typed).ok()?.to_send()),
    }
}

/// None of them twice.
fn parse_languages(typed: &[String]) -> Option<Vec<Tag>> {
    let mut tags: Vec<Tag> = Vec::new();
    for tag in typed.iter().filter(|tag| !tag.is_empty()) {
        let tag = Tag::parse(tag)?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Some(tags)
}

impl Typed {
    pub fn parse(&self) -> Result<Described, Vec<Fault>> {
        let name = FullName::parse(&self.name).map_err(|_| Fault::Name);
        let postal_address = parse_address(&self.postal_address).ok_or(Fault::PostalAddress);
        let time_zone =
            Some(self.time_zone.trim()).filter(|zone| Zone::is_known(zone)).ok_or(Fault::TimeZone);
        let reply_address = parse_reply(&self.reply_address).ok_or(Fault::ReplyAddress);
        let languages = parse_languages(&self.languages).ok_or(Fault::Languages);
        match (name, postal_address, time_zone, reply_address, languages) {
            (Ok(name), Ok(postal_address), Ok(time_zone), Ok(reply_address), Ok(languages)) => {
                Ok(Described {
                    name,
                    postal_address,
                    time_zone: time_zone.to_owned(),
                    reply_address,
                    languages,
                })
            }
            (name, address, zone, reply, languages) => {
                let faults = [name.err(), address.err(), zone.err(), reply.err(), languages.err()];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// Says who an organisation is: its name, its postal address, on whose clocks its people type times, where replies to its
/// mail go, and in which languages it begins campaigns.
pub async fn describe_organisation(
    desk: &Desk<'_>,
    organisation: i32,
    described: &Described,
    by: By<'_>,
) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    let known = organisations::find(&*tx, organisation).await?.ok_or(AccountError::NoOrganisation)?;
    let described = Organisation {
        name: described.name.as_str().to_owned(),
        postal_address: described.postal_address.clone(),
        time_zone: described.time_zone.clone(),
        reply_address: described.reply_address.clone(),
        languages: described.languages.clone(),
        ..known
    };
    organisations::describe(&*tx, &described).await?;
    // Their mail says where replies go, and their days are by its clocks: every node reads them anew.
    campaigns::touch_of(&*tx, organisation).await?;
    record(&tx, desk, by, "describe_organisation", (format!("organisation {organisation}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
