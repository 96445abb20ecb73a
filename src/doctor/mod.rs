//! Looks an installation over and says what to do. It changes nothing, and works while the service runs, while it does not,
//! and while the database is away.

mod database;
mod keys;
mod machine;
mod mail;
mod record;
mod sense;

use std::fmt;

use crate::clock::Clock;
use crate::settings::Settings;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Ok,
    Warn,
    Fail,
}

/// One line: what was looked at, how it is, and what to do about it.
#[derive(Clone, Debug)]
pub struct Finding {
    pub level: Level,
    what: &'static str,
    told: String,
    /// Empty where all is well.
    advice: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Ok => "ok",
            Level::Warn => "warn",
            Level::Fail => "FAIL",
        };
        write!(f, "{level:<5} {:<11} {}", self.what, self.told)?;
        if !self.advice.is_empty() {
            write!(f, "\n{:18}-> {}", "", self.advice)?;
        }
        Ok(())
    }
}

/// What was found, in the order in which it was looked at.
#[derive(Default)]
pub struct Chart(pub Vec<Finding>);

impl Chart {
    fn ok(&mut self, what: &'static str, told: impl Into<String>) {
        self.put(Level::Ok, what, told.into(), String::new());
    }

    fn warn(&mut self, what: &'static str, told: impl Into<String>, advice: impl Into<String>) {
        self.put(Level::Warn, what, told.into(), advice.into());
    }

    fn fail(&mut self, what: &'static str, told: impl Into<String>, advice: impl Into<String>) {
        self.put(Level::Fail, what, told.into(), advice.into());
    }

    fn put(&mut self, level: Level, what: &'static str, told: String, advice: String) {
        self.0.push(Finding { level, what, told, advice });
    }

    pub fn count(&self, level: Level) -> usize {
        self.0.iter().filter(|finding| finding.level == level).count()
    }
}

/// Looks at everything.
pub async fn examine(settings: anyhow::Result<Settings>, clock: &Clock) -> Chart {
    let mut chart = Chart::default();
    let settings = match settings {
        Ok(settings) => settings,
        Err(error) => {
            chart.fail("settings", format!("{error:#}"), "mend the file or the variable that it names");
            return chart;
        }
    };
    sense::look(&mut chart, &settings);
    machine::look(&mut chart, &settings, clock);
    let vault = keys::look(&mut chart, &settings);
    database::look(&mut chart, &settings, clock, vault).await;
    mail::look(&mut chart, &settings).await;
    chart
}
