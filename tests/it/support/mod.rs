//! The stage: an app as it is deployed, with a clock that is moved by hand, and actors who use it.

mod actors;
mod app;
pub mod browser;
pub mod db;
mod mailbox;
pub mod process;
mod sight;
pub mod smtp;
mod staff;

pub use actors::{CAMPAIGN, Person, Reply, Visitor, solution};
pub use app::{Build, START, TestApp};
pub use db::{Backend, empty, fresh};
pub use mailbox::Mail;
pub use staff::{Member, PASSWORD};

/// Makes a test for each database from one body.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($app:ident: TestApp) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn test($app: TestApp) $body

            #[tokio::test]
            async fn on_sqlite() {
                test(TestApp::start($crate::support::Backend::Sqlite).await).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                test(TestApp::start($crate::support::Backend::Postgres).await).await;
            }
        }
    )+};
}
pub(crate) use on_both;
