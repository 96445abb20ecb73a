//! The steps of the schema, one file each, for SQLite and PostgreSQL alike. A step that has landed is never edited.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::{MigrationTrait, async_trait};

mod m0001_the_main_job;
mod m0002_the_engine;
mod m0003_defence;
mod m0004_bounces;
mod m0005_sent_mails;
mod m0006_accounts;
mod m0007_organisations;
mod m0008_accounts_and_the_record;
mod m0009_drafts;
mod m0010_letters;
mod m0011_directory;
mod m0012_dimensions;
mod m0013_review;
mod m0014_updates;
mod m0015_data_duties;
mod m0016_ridings;
mod m0018_replies;
mod m0021_pictures;
mod m0022_watching;
mod m0023_limits;
mod m0025_retention;
mod m0026_message_revisions;
mod m0033_sealed_listings;
mod m0035_incidents;
mod m0043_keyed_record;
mod m0045_postcards;
mod m0055_sides;
mod m0056_ledger;
mod m0065_official_sheets;
mod m0070_deliveries;
mod m0071_handovers;
mod m0072_told;
mod m0075_print_runs;
mod m0077_replies;
mod m0078_reports;
mod m0080_carrier_keys;
mod m0081_scans;
mod m0082_reply_numbers;

/// Runs the steps in order.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_the_main_job::Migration),
            Box::new(m0002_the_engine::Migration),
            Box::new(m0003_defence::Migration),
            Box::new(m0004_bounces::Migration),
            Box::new(m0005_sent_mails::Migration),
            Box::new(m0006_accounts::Migration),
            Box::new(m0007_organisations::Migration),
            Box::new(m0008_accounts_and_the_record::Migration),
            Box::new(m0009_drafts::Migration),
            Box::new(m0015_data_duties::Migration),
            Box::new(m0010_letters::Migration),
            Box::new(m0025_retention::Migration),
            Box::new(m0035_incidents::Migration),
            Box::new(m0011_directory::Migration),
            Box::new(m0013_review::Migration),
            Box::new(m0021_pictures::Migration),
            Box::new(m0016_ridings::Migration),
            Box::new(m0018_replies::Migration),
            Box::new(m0023_limits::Migration),
            Box::new(m0014_updates::Migration),
            Box::new(m0012_dimensions::Migration),
            Box::new(m0022_watching::Migration),
            Box::new(m0033_sealed_listings::Migration),
            Box::new(m0026_message_revisions::Migration),
            Box::new(m0043_keyed_record::Migration),
            Box::new(m0055_sides::Migration),
            Box::new(m0065_official_sheets::Migration),
            Box::new(m0045_postcards::Migration),
            Box::new(m0075_print_runs::Migration),
            Box::new(m0056_ledger::Migration),
            Box::new(m0070_deliveries::Migration),
            Box::new(m0071_handovers::Migration),
            Box::new(m0072_told::Migration),
            Box::new(m0077_replies::Migration),
            Box::new(m0080_carrier_keys::Migration),
            Box::new(m0081_scans::Migration),
            Box::new(m0078_reports::Migration),
            Box::new(m0082_reply_numbers::Migration),
        ]
    }
}
