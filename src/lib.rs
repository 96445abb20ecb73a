//! Postulo: petitions and open letters to public officials. See `docs/architecture.md` for the house.

pub mod actions;
pub mod app;
pub mod backup;
pub mod cli;
pub mod clock;
pub mod doctor;
pub mod documents;
pub mod domain;
pub mod entropy;
pub mod guard;
pub mod i18n;
pub mod intake;
pub mod jobs;
pub mod live;
pub mod mail;
pub mod markdown;
pub mod package;
pub mod paths;
pub mod service;
pub mod settings;
pub mod storage;
pub mod telemetry;
pub mod tools;
pub mod web;
