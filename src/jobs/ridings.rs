//! Places those who signed before a table of ridings was loaded, some at a time.

use std::sync::Arc;

use tracing::{error, info};

use crate::actions::ActionError;
use crate::actions::ridings::place::place_some;
use crate::app::App;

pub async fn run(app: Arc<App>) {
    match place_all(&app).await {
        Ok(false) => {}
        Ok(true) => info!("those who had signed are placed in their ridings"),
        Err(error) => error!(%error, "those who have signed are not placed in their ridings yet"),
    }
}

/// Whether any were placed. It goes on where it was cut off.
pub async fn place_all(app: &App) -> Result<bool, ActionError> {
    let mut any = false;
    while !app.stopping.is_cancelled() {
        match place_some(&app.desk()).await {
            Ok(true) => any = true,
            Ok(false) => break,
            // Another node was in the way: the same again.
            Err(ActionError::Storage(error)) if error.is_collision() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(any)
}
