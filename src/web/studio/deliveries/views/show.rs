use std::collections::{BTreeMap, HashMap};

use maud::{Markup, html};
use uuid::Uuid;

use super::hand_over::step_words;
use super::index::day;
use super::{disclosure_words, scope_words, stage_words};
use crate::actions::deliveries::hand_over::{Fault as StepFault, Typed};
use crate::actions::deliveries::{Choice, Preview};
use crate::actions::pictures::develop::Unusable;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::carrier::CarrierKey;
use crate::domain::delivery::handover::{Handover, Said, Step};
use crate::domain::delivery::{Delivery, Package, Paper, Stage};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::storage::deliveries::approvals::Fetch;
use crate::web::studio::ledger::photo_words;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Why nothing was done.
pub enum Fault {
    Nothing,
    AnotherIsFreezing,
    NotApproved,
    Paper,
    NoPackage,
    Forgotten,
    MustEncrypt,
    NoCarrier,
    Fetched,
    /// What was typed of a step, and what of it was not taken.
    Step(Typed, Vec<StepFault>),
    Photo(Typed, Unusable),
}

/// A delivery: what is in it, how far it is, and what may be done next.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub delivery: &'a Delivery,
    /// While it is only planned.
    pub preview: Option<&'a Preview>,
    pub choices: &'a [Choice],
    pub papers: &'a [(Paper, i64)],
    /// What is written on batches, by their numbers.
    pub labels: &'a HashMap<i32, String>,
    /// How many scans batches have, by their numbers.
    pub scans: &'a BTreeMap<i32, i64>,
    pub packages: &'a [Package],
    pub approvals: &'a [(Uuid, Moment)],
    /// How many must approve, and how many have.
    pub approved: (usize, usize),
    pub fetches: &'a [Fetch],
    /// What has happened since it was frozen, with what is said of it.
    pub steps: &'a [(Step, Said)],
    /// The steps that have a photo.
    pub photos: &'a [Uuid],
    /// The link that leads to it, if one does.
    pub link: Option<&'a Handover>,
    /// When wrong passphrases ended the last one.
    pub guessed: Option<Moment>,
    /// How many on its roll have left since it was frozen.
    pub left: i64,
    /// Whether the people of the campaign are no longer kept: no package is made any more.
    pub is_forgotten: bool,
    /// The fingerprint of the key that packages are signed with.
    pub key: Option<String>,
    pub names: &'a HashMap<Uuid, String>,
    /// The keys of those who may carry it.
    pub carriers: &'a [CarrierKey],
    /// Whether it is taken away only encrypted.
    pub must_encrypt: bool,
    pub fault: Option<Fault>,
}

fn fault_words(lang: Lang, fault: &Fault) -> Vec<(&'static str, String)> {
    match fault {
        Fault::Nothing => vec![("#paper", t!(lang, "delivery-nothing"))],
        Fault::AnotherIsFreezing => vec![("#main", t!(lang, "delivery-another-freezing"))],
        Fault::NotApproved => vec![("#approvals", t!(lang, "package-waits"))],
        Fault::Paper => vec![("#paper", t!(lang, "delivery-paper-refused"))],
        Fault::NoPackage => vec![("#package", t!(lang, "package-not-there"))],
        Fault::Forgotten => vec![("#main", t!(lang, "delivery-forgotten"))],
        Fault::MustEncrypt => vec![("#package", t!(lang, "package-must-encrypt"))],
        Fault::NoCarrier => vec![("#package", t!(lang, "package-no-carrier"))],
        Fault::Fetched => vec![("#hand-over", t!(lang, "delivery-cancel-fetched"))],
        Fault::Step(_, faults) => faults.iter().map(|fault| step_words(lang, *fault)).collect(),
        Fault::Photo(_, unusable) => vec![("#photo", photo_words(lang, *unusable))],
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.delivery);
        let title = t!(lang, "delivery-number", number = one.number);
        let path = paths::studio_delivery(&self.campaign.slug, one.number);
        let body = html! {
            (head(self.present, self.campaign, Tab::Deliveries))
            p.small { a href=(paths::studio_deliveries(&self.campaign.slug)) { (t!(lang, "deliveries-title")) } }
            h2 { (title) }
            @if let Some(fault) = &self.fault {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for (place, words) in fault_words(lang, fault) { li { a href=(place) { (words) } } } }
                }
            }
            p.lead role="status" { (stage_words(lang, one.stage)) }
            @if self.is_forgotten { p.notice { (t!(lang, "delivery-forgotten")) } }
            (self.facts())
            @if let Some(preview) = self.preview { (self.before(preview)) }
            @if one.stage.is_frozen() {
                (self.after())
                (self.approvals())
            }
            @if !self.packages.is_empty() { (self.packages()) }
            @if one.stage.is_frozen() { (self.handing_over()) }
            @if one.stage.is_delivered() { (self.telling()) }
            (self.fetches())
            (self.cancelling())
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    pub fn path(&self, part: &str) -> String {
        paths::studio_delivery_part(&self.campaign.slug, self.delivery.number, part)
    }

    pub fn may(&self, act: Act) -> bool {
        self.present.may_on(self.campaign, act)
    }

    /// What somebody is called; none: the office.
    pub fn name(&self, who: Option<Uuid>) -> String {
        let lang = self.present.lang;
        match who {
            None => t!(lang, "delivery-the-office"),
            Some(id) => self.names.get(&id).cloned().unwrap_or_else(|| t!(lang, "delivery-somebody")),
        }
    }

    fn facts(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.delivery);
        html! {
            dl.figures {
                dt { (t!(lang, "delivery-to")) } dd { bdi { (one.to.name) } ", " (one.to.office.get(lang)) }
                dt { (t!(lang, "delivery-day")) } dd { (day(lang, &one.planned_on)) }
                dt { (t!(lang, "delivery-scope")) } dd { (scope_words(lang, one.scope)) }
                dt { (t!(lang, "delivery-tells")) } dd { (disclosure_words(lang, one.disclosure)) }
                dt { (t!(lang, "delivery-lang")) } dd { (one.to.lang.own_name()) }
                @if let Some(made_by) = one.made_by {
                    dt { (t!(lang, "delivery-made-by")) } dd { bdi { (self.name(Some(made_by))) } }
                }
                @if let Some(at) = one.cut_off { dt { (t!(lang, "delivery-cut-off")) } dd { (clock(self.present, at)) } }
                @if let Some(key) = self.key.as_ref().filter(|_| one.stage.is_frozen()) {
                    dt { (t!(lang, "delivery-key")) } dd { code.hash { (key) } }
                }
            }
            @if one.to.address.is_empty() {
                @if one.stage != Stage::Cancelled { p.notice { (t!(lang, "delivery-no-address")) } }
            } @else {
                h3 { (t!(lang, "delivery-address")) }
                pre.wrapped { (one.to.address.join("\n")) }
            }
        }
    }
}
