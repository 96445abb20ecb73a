use sea_orm::entity::prelude::*;

/// A row of a sheet of signatures, as somebody typed it in. Who signed is ciphertext.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sheet_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub campaign_id: i32,
    pub batch: i32,
    pub sheet: i32,
    /// Counts from 1 within the sheet.
    pub place: i32,
    /// `stands`, `doubtful`, `repeat` or `struck`.
    pub state: String,
    /// Why it does not stand, such as `unreadable` or `online`; empty where it does.
    pub because: String,
    /// Who signed, as JSON, sealed with this row as associated data. Empty once the person has left.
    #[sea_orm(column_type = "Blob")]
    pub sealed: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub name_index: Option<Vec<u8>>,
    /// The name together with the postal code.
    #[sea_orm(column_type = "Blob")]
    pub person_index: Option<Vec<u8>>,
    pub typed_by: Option<Uuid>,
    pub typed_at: i64,
    /// Who decided about it; none: the rules did.
    pub decided_by: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
