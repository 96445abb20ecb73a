//! The packages of deliveries, and the key that signs them.

use uuid::Uuid;

use crate::actions::deliveries::make::sink::piece_seat;
use crate::actions::deliveries::{hand_over, key};
use crate::actions::{ActionError, Desk};
use crate::storage::deliveries::files;

/// Pieces are large, so each is a transaction of its own.
pub(super) async fn reseal(desk: &Desk<'_>) -> Result<u64, ActionError> {
    let mut done = key::reseal(desk).await? + hand_over::reseal(desk).await?;
    let mut after = (Uuid::nil(), -1);
    while let Some((at, sealed)) = files::find_piece_after(desk.db.read(), after).await? {
        after = at;
        if desk.vault.is_current(&sealed) {
            continue;
        }
        let seat = piece_seat(at.0, at.1);
        let piece = desk.vault.open_bytes(seat, &sealed)?;
        let tx = desk.db.write().await?;
        files::reseal_piece(&*tx, at, desk.vault.seal_bytes(seat, &piece)).await?;
        tx.commit().await?;
        done += 1;
    }
    Ok(done)
}
