use sea_orm::entity::prelude::*;

/// The table of postal codes and ridings that is loaded; there is one, or none.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "riding_table")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// Rises with every loading.
    pub revision: i32,
    pub name: String,
    /// How many postal codes it has.
    pub codes: i32,
    /// How many were left out, since they lie in several ridings.
    pub shared: i32,
    pub loaded_at: i64,
    /// Whether the table before had the same name: then whoever is counted without a known postal code stays where they were.
    pub keeps: bool,
    /// The last signature that was placed by it.
    pub cursor_campaign: i32,
    pub cursor_id: Uuid,
    /// Since when all that were signed before are placed.
    pub placed_at: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
