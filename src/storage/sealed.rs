//! The tables that hold sealed data. Backing up counts them, a rotation of keys is checked against them, and a test compares
//! them with the entities.

use sea_orm::Statement;

use super::db::{Connection, StorageError, locks_rows};

/// Every table with a column `sealed`.
pub const TABLES: &[&str] = &[
    "account",
    "audit_key",
    "carrier_key",
    "incident_entry",
    "inquiry",
    "invitation",
    "contact",
    "decision",
    "delivery_photo",
    "delivery_piece",
    "delivery_step",
    "fetch_envelope",
    "ledger_entry",
    "ledger_photo",
    "listing",
    "message",
    "message_answer",
    "official_sheet",
    "outbox",
    "postcard",
    "printing_part",
    "repeat",
    "scan_piece",
    "reply_document",
    "report_receiver",
    "second_factor",
    "sheet_row",
    "sign_on",
    "signature",
    "signing_key",
];

/// The tables in which something is sealed under another key than the one of this number, with how many rows.
pub async fn list_under_others(
    db: &impl Connection,
    key: u8,
) -> Result<Vec<(&'static str, i64)>, StorageError> {
    // Sealed bytes begin with the number of their key.
    let other = if locks_rows(db) {
        format!("get_byte(sealed, 0) <> {key}")
    } else {
        format!("substr(hex(sealed), 1, 2) <> '{key:02X}'")
    };
    let mut found = Vec::new();
    for table in TABLES {
        let sql = format!("SELECT count(*) FROM {table} WHERE length(sealed) > 0 AND {other}");
        let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
        let rows: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
        if rows > 0 {
            found.push((*table, rows));
        }
    }
    Ok(found)
}
