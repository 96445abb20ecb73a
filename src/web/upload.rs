//! Forms that bring a file.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Request};

use super::error::WebError;
use crate::app::App;

/// How much of a file that is too large is read all the same, in multiples of what is allowed: a browser that is cut off
/// shows no answer.
const PATIENCE: usize = 4;

/// A form with a file, read whole. What the file is called and says of itself is not asked.
#[derive(Default)]
pub struct Upload {
    fields: BTreeMap<String, String>,
    pub file: Vec<u8>,
}

impl Upload {
    /// Reads a form whose file has no more than so many bytes. Whoever calls has asked whether this may be sent at all.
    pub async fn read(request: Request, app: &Arc<App>, most: usize) -> Result<Self, WebError> {
        let form = Multipart::from_request(request, app).await.map_err(|_| WebError::BadRequest)?;
        let patience = Duration::from_secs(app.tools.settings.uploads.timeout);
        let read = Self::read_all(form, most, app.tools.settings.http.max_body);
        tokio::time::timeout(patience, read).await.map_err(|_| WebError::TooSlow)?
    }

    async fn read_all(mut form: Multipart, most: usize, most_text: usize) -> Result<Self, WebError> {
        let (mut upload, mut has_file, mut room) = (Self::default(), false, most_text);
        while let Some(field) = form.next_field().await.map_err(|_| WebError::BadRequest)? {
            if field.file_name().is_some() {
                if has_file {
                    return Err(WebError::BadRequest);
                }
                (upload.file, has_file) = (bytes(field, most).await?, true);
                continue;
            }
            let name = field.name().unwrap_or_default().to_owned();
            let text = String::from_utf8(bytes(field, room).await?).map_err(|_| WebError::BadRequest)?;
            // All of them together are no longer than a form without a file.
            room = room.checked_sub(name.len() + text.len()).ok_or(WebError::TooLarge)?;
            if text.contains('\0') || upload.fields.insert(name, text).is_some() {
                return Err(WebError::BadRequest);
            }
        }
        Ok(upload)
    }

    /// Takes a field out; one that was not sent is empty.
    pub fn take(&mut self, name: &str) -> String {
        self.fields.remove(name).unwrap_or_default()
    }
}

async fn bytes(mut field: Field<'_>, most: usize) -> Result<Vec<u8>, WebError> {
    let (mut bytes, mut length) = (Vec::new(), 0);
    while let Some(chunk) = field.chunk().await.map_err(|_| WebError::BadRequest)? {
        length += chunk.len();
        if length > most * PATIENCE {
            break;
        }
        if length <= most {
            bytes.extend_from_slice(&chunk);
        }
    }
    if length > most { Err(WebError::TooLarge) } else { Ok(bytes) }
}
