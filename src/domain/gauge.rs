use serde::Serialize;

/// What stands beside the count at a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Gauge {
    /// Signed, and the mail not yet answered.
    pub pending: i64,
    /// Signed, and the mail came back.
    pub bounced: i64,
    /// Mails that wait to be sent.
    pub queued: i64,
    /// Confirmed in the last 24 hours.
    pub day: i64,
}
