use super::Sought;
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::people;

/// When what kind of mail went to an address: its words are stored nowhere.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let db = desk.db.read();
    let signed = people::list_signatures(db, &sought.campaigns, &sought.addresses).await?;
    let signed: Vec<_> = signed.into_iter().map(|signature| signature.id).collect();
    let records = people::list_mails(db, &sought.campaigns, &sought.addresses, &signed).await?;
    let holdings = records.into_iter().map(|record| {
        let mail = &record.mail;
        let about = mail.subject.filter(|subject| signed.contains(subject));
        Holding::new(Kind::Mail, Some(mail.campaign), mail.id, Fate::Lapses)
            .following(about)
            .word(What::MailKind, mail.kind.as_str())
            .word(What::State, &record.state)
            .at(What::WrittenAt, mail.created_at)
            .at(What::SentAt, record.ended_at)
    });
    Ok(holdings.collect())
}
