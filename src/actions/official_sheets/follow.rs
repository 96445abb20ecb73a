use super::{Petition, SheetError};
use crate::actions::Desk;
use crate::domain::date::PartialDate;
use crate::domain::sheet_log::Course;
use crate::storage::official_petitions;

/// Writes down how far a petition is: certified, presented, answered.
pub async fn follow(
    desk: &Desk<'_>,
    petition: Petition<'_>,
    (version, seen): (i32, i32),
    course: &Course,
) -> Result<(), SheetError> {
    let tx = desk.db.write().await?;
    let versions = official_petitions::list_versions(&*tx, petition.to()).await?;
    let before = versions.into_iter().find(|frozen| frozen.version == version).ok_or(SheetError::Unknown)?;
    if before.course == *course {
        return Ok(());
    }
    if !official_petitions::follow(&*tx, petition.to(), (version, seen), course).await? {
        return Err(SheetError::Changed);
    }
    let day = |date: Option<PartialDate>| date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    let told = |course: &Course| {
        let Course { certificate, certified, presented, answered } = course;
        let number = if certificate.is_empty() { "-" } else { certificate };
        format!(
            "certificate {number} {}, presented {}, answered {}",
            day(*certified),
            day(*presented),
            day(*answered)
        )
    };
    let detail = format!("version {version}: {} → {}", told(&before.course), told(course));
    petition.record(&tx, desk, "follow_official_petition", detail).await?;
    tx.commit().await?;
    Ok(())
}
