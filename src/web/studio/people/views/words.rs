use crate::domain::display::Display;
use crate::domain::holding::{Fate, Kind, What};
use crate::domain::inquiry::{Asked, Checked, Outcome};
use crate::domain::lang::Lang;
use crate::domain::postcard::State as Stand;
use crate::domain::role::Role;
use crate::i18n::t;
use crate::mail::display_words;
use crate::web::studio::views::role_words;
use crate::web::ui::card_state_words;

pub fn kind(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Signature => t!(lang, "held-signature"),
        Kind::Repeat => t!(lang, "held-repeat"),
        Kind::SignOn => t!(lang, "held-sign-on"),
        Kind::Postcard => t!(lang, "held-postcard"),
        Kind::SheetRow => t!(lang, "held-sheet-row"),
        Kind::Mail => t!(lang, "held-mail"),
        Kind::Message => t!(lang, "held-message-leaving"),
        Kind::Inbox => t!(lang, "held-message"),
        Kind::Suppression => t!(lang, "held-suppression"),
        Kind::Receiver => t!(lang, "held-receiver"),
        Kind::Account => t!(lang, "held-account"),
        Kind::Invitation => t!(lang, "held-invitation"),
        Kind::Inquiry => t!(lang, "held-inquiry"),
    }
}

pub fn what(lang: Lang, what: What) -> String {
    match what {
        What::State => t!(lang, "fact-state"),
        What::Name => t!(lang, "field-name"),
        What::Email => t!(lang, "field-email"),
        What::PostalCode => t!(lang, "fact-postal-code"),
        What::City => t!(lang, "fact-city"),
        What::RegionTyped => t!(lang, "fact-region-typed"),
        What::Comment => t!(lang, "fact-comment"),
        What::Message => t!(lang, "fact-message"),
        What::Answer => t!(lang, "fact-answer"),
        What::Note => t!(lang, "inquiry-note"),
        What::Organisation => t!(lang, "field-organisation"),
        What::Website => t!(lang, "field-website"),
        What::Profession => t!(lang, "field-profession"),
        What::Affiliation => t!(lang, "field-affiliation"),
        What::PlaceInOrganisation => t!(lang, "field-role"),
        What::Country => t!(lang, "fact-country"),
        What::Region => t!(lang, "fact-region"),
        What::Riding => t!(lang, "fact-riding"),
        What::Source => t!(lang, "watch-fact-source"),
        What::Language => t!(lang, "fact-language"),
        What::TextVersion => t!(lang, "fact-text-version"),
        What::Display => t!(lang, "fact-display"),
        What::UpdatesSince => t!(lang, "fact-updates-since"),
        What::ConsentWords => t!(lang, "fact-consent-words"),
        What::EarlierConsent => t!(lang, "fact-earlier-consent"),
        What::SignedAt => t!(lang, "fact-signed-at"),
        What::ConfirmedAt => t!(lang, "fact-confirmed-at"),
        What::Place => t!(lang, "fact-place"),
        What::Number => t!(lang, "fact-number"),
        What::EndedAt => t!(lang, "fact-ended-at"),
        What::SentAt => t!(lang, "fact-sent-at"),
        What::WrittenAt => t!(lang, "fact-written-at"),
        What::LapsesAt => t!(lang, "fact-lapses-at"),
        What::MailKind => t!(lang, "fact-mail-kind"),
        What::Reason => t!(lang, "fact-reason"),
        What::Role => t!(lang, "accounts-role"),
        What::Since => t!(lang, "accounts-since"),
        What::Asked => t!(lang, "inquiry-asked"),
        What::Checked => t!(lang, "inquiry-checked"),
        What::Outcome => t!(lang, "inquiry-outcome"),
    }
}

/// A word of the program as people say it; one that only programs know stays as it is.
pub fn word(lang: Lang, what: What, word: &str) -> String {
    let known = match what {
        What::State => state(lang, word),
        What::Language => word.parse().ok().map(|lang: Lang| lang.own_name().to_owned()),
        What::Display => Display::parse(word).ok().map(|display| display_words(lang, display)),
        What::MailKind => mail(lang, word),
        What::Reason => (word == "disowned").then(|| t!(lang, "reason-disowned")),
        What::Role => Role::parse(word).map(|role| role_words(lang, role)),
        What::Asked => Asked::parse(word).map(|one| asked(lang, one)),
        What::Checked => Checked::parse(word).map(|one| checked(lang, one)),
        What::Outcome => Outcome::parse(word).map(|one| outcome(lang, one)),
        _ => None,
    };
    known.unwrap_or_else(|| word.to_owned())
}

fn state(lang: Lang, word: &str) -> Option<String> {
    match word {
        "pending" => Some(t!(lang, "held-pending")),
        "confirmed" => Some(t!(lang, "held-confirmed")),
        "repeat" => Some(t!(lang, "held-repeat")),
        "held" => Some(t!(lang, "held-to-vet")),
        "vetted" => Some(t!(lang, "held-vetted")),
        "declined" => Some(t!(lang, "held-declined")),
        "queued" => Some(t!(lang, "held-queued")),
        "sent" => Some(t!(lang, "held-sent")),
        "failed" => Some(t!(lang, "held-failed")),
        "stands" => Some(t!(lang, "rows-stands")),
        "doubtful" => Some(t!(lang, "rows-doubtful")),
        "struck" => Some(t!(lang, "rows-struck")),
        "capped" | "suppressed" | "void" => Some(t!(lang, "held-not-sent")),
        _ => Stand::parse(word).map(|state| card_state_words(lang, state)),
    }
}

fn mail(lang: Lang, word: &str) -> Option<String> {
    match word {
        "confirm" => Some(t!(lang, "mail-kind-confirm")),
        "own_page" => Some(t!(lang, "mail-kind-own-page")),
        "new_address" => Some(t!(lang, "mail-kind-new-address")),
        "already_signed" => Some(t!(lang, "mail-kind-already-signed")),
        "address_taken" => Some(t!(lang, "mail-kind-address-taken")),
        "sign_on" | "signed_on" | "sign_on_decided" => Some(t!(lang, "mail-kind-letter")),
        "postcard" | "postcard_again" | "postcard_taken" | "postcard_decided" => {
            Some(t!(lang, "mail-kind-postcard"))
        }
        "answer" => Some(t!(lang, "mail-kind-answer")),
        "report" => Some(t!(lang, "reports-title")),
        _ => None,
    }
}

pub fn asked(lang: Lang, asked: Asked) -> String {
    match asked {
        Asked::Mail => t!(lang, "asked-mail"),
        Asked::Form => t!(lang, "asked-form"),
        Asked::Post => t!(lang, "asked-post"),
        Asked::Phone => t!(lang, "asked-phone"),
        Asked::InPerson => t!(lang, "asked-in-person"),
    }
}

pub fn checked(lang: Lang, checked: Checked) -> String {
    match checked {
        Checked::Mailbox => t!(lang, "checked-mailbox"),
        Checked::Link => t!(lang, "checked-link"),
        Checked::Document => t!(lang, "checked-document"),
        Checked::Known => t!(lang, "checked-known"),
    }
}

pub fn outcome(lang: Lang, outcome: Outcome) -> String {
    match outcome {
        Outcome::Given => t!(lang, "outcome-given"),
        Outcome::Corrected => t!(lang, "outcome-corrected"),
        Outcome::Erased => t!(lang, "outcome-erased"),
        Outcome::NothingHeld => t!(lang, "outcome-nothing-held"),
        Outcome::Refused => t!(lang, "outcome-refused"),
    }
}

/// What erasing does to it.
pub fn fate(lang: Lang, fate: Fate) -> String {
    match fate {
        Fate::Goes => t!(lang, "fate-goes"),
        Fate::Lapses => t!(lang, "fate-lapses"),
        Fate::Guards => t!(lang, "fate-guards"),
        Fate::Works => t!(lang, "fate-works"),
        Fate::Proves => t!(lang, "fate-proves"),
    }
}
