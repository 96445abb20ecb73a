//! How one layer of settings goes over another.

use anyhow::{Context, bail};
use ipnet::IpNet;
use toml::{Table, Value};

/// Puts the settings of a file over others; one that is not there is named.
pub fn merge(into: &mut Table, over: Table, place: &str) -> anyhow::Result<()> {
    for (key, value) in over {
        match (into.get_mut(&key), value) {
            (None, _) => bail!("{place}{key}: there is no such setting"),
            (Some(Value::Table(inner)), Value::Table(over)) => merge(inner, over, &format!("{place}{key}."))?,
            (Some(slot), value) if slot.type_str() == value.type_str() => *slot = value,
            (Some(slot), _) => bail!("{place}{key}: must be a {}", slot.type_str()),
        }
    }
    Ok(())
}

/// Sets `section__key` from text, read as the type that the default has.
pub fn set(table: &mut Table, key: &str, text: &str) -> anyhow::Result<()> {
    let (section, rest) = key.split_once("__").map_or((key, None), |(section, rest)| (section, Some(rest)));
    let slot = table.get_mut(section).context("there is no such setting")?;
    if let Some(rest) = rest {
        let Value::Table(inner) = slot else { bail!("there is no such setting") };
        return set(inner, rest, text);
    }
    *slot = match slot {
        Value::String(_) => Value::String(text.to_owned()),
        Value::Integer(_) => Value::Integer(text.trim().parse().context("must be a whole number")?),
        Value::Boolean(_) => Value::Boolean(text.trim().parse().context("must be true or false")?),
        Value::Array(_) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            Value::Array(parts.map(|part| Value::String(part.to_owned())).collect())
        }
        _ => bail!("there is no such setting"),
    };
    Ok(())
}

/// A single address is a network of one.
pub fn whole_network(text: &str) -> String {
    text.parse::<std::net::IpAddr>()
        .map_or_else(|_| text.to_owned(), |address| IpNet::from(address).to_string())
}
