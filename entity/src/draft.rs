use sea_orm::entity::prelude::*;

/// A section of a campaign as it is being written, complete or not, beside what is published.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub campaign_id: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub section: String,
    /// Rises with every save, so that nobody writes over what they have not seen.
    pub revision: i32,
    /// JSON of what was typed.
    #[sea_orm(column_type = "Text")]
    pub content: String,
    /// Whether exactly this was published: then what is published is what stands here.
    pub is_published: bool,
    pub saved_by: Option<Uuid>,
    pub saved_at: i64,
}

impl ActiveModelBehavior for ActiveModel {}
