//! The addresses of the register of incidents.

use uuid::Uuid;

pub const STUDIO_INCIDENTS: &str = "/studio/incidents";
pub const STUDIO_INCIDENTS_FILE: &str = "/studio/incidents/register.csv";

pub fn studio_incident(id: Uuid) -> String {
    format!("/studio/incidents/{id}")
}

/// The incidents below a number.
pub fn studio_incidents_before(number: i32) -> String {
    format!("/studio/incidents?before={number}")
}
