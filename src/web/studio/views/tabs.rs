use maud::{Markup, html};

use crate::domain::account::{Verdict, may};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;

/// The parts of a campaign in the studio, in the order they stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Figures,
    Edit,
    Publication,
    Texts,
    Letter,
    SignOns,
    Postcards,
    Cards,
    PrintRuns,
    Review,
    Pictures,
    Papers,
    Updates,
    OfficialSheets,
    Ledger,
    Sheets,
    Kit,
    Deliveries,
    Addressees,
    Reports,
}

impl Tab {
    const ALL: [Self; 20] = [
        Self::Figures,
        Self::Edit,
        Self::Publication,
        Self::Texts,
        Self::Letter,
        Self::SignOns,
        Self::Postcards,
        Self::Cards,
        Self::PrintRuns,
        Self::Review,
        Self::Pictures,
        Self::Papers,
        Self::Updates,
        Self::OfficialSheets,
        Self::Ledger,
        Self::Sheets,
        Self::Kit,
        Self::Deliveries,
        Self::Addressees,
        Self::Reports,
    ];

    const fn act(self) -> Act {
        match self {
            Self::Figures | Self::Texts => Act::SeeFigures,
            Self::Edit
            | Self::Publication
            | Self::Letter
            | Self::Postcards
            | Self::Pictures
            | Self::Papers => Act::MakeCampaigns,
            Self::SignOns => Act::VetSignOns,
            Self::Cards => Act::JudgeCards,
            Self::Review => Act::JudgeSignatures,
            Self::PrintRuns => Act::PrintCards,
            Self::Updates => Act::SendUpdates,
            Self::OfficialSheets | Self::Kit => Act::KeepOfficialSheets,
            Self::Ledger => Act::KeepLedger,
            Self::Sheets => Act::TypeSheets,
            Self::Deliveries | Self::Reports => Act::ApproveDeliveries,
            Self::Addressees => Act::FollowUp,
        }
    }

    fn path(self, slug: &str) -> String {
        match self {
            Self::Figures => paths::studio_campaign(slug),
            Self::Edit => paths::studio_edit(slug),
            Self::Publication => paths::studio_publication(slug),
            Self::Texts => paths::studio_texts(slug),
            Self::Letter => paths::studio_letter(slug),
            Self::SignOns => paths::studio_sign_ons(slug),
            Self::Postcards => paths::studio_postcards(slug),
            Self::Cards => paths::studio_cards(slug),
            Self::PrintRuns => paths::studio_print_runs(slug),
            Self::Review => paths::studio_review(slug),
            Self::Pictures => paths::studio_pictures(slug),
            Self::Papers => paths::studio_papers(slug),
            Self::Updates => paths::studio_updates(slug),
            Self::OfficialSheets => paths::studio_official_sheets(slug),
            Self::Ledger => paths::studio_ledger(slug),
            Self::Sheets => paths::studio_sheets(slug),
            Self::Kit => paths::studio_kit(slug),
            Self::Deliveries => paths::studio_deliveries(slug),
            Self::Addressees => paths::studio_addressees(slug),
            Self::Reports => paths::studio_reports(slug),
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::Figures => t!(lang, "tab-figures"),
            Self::Edit => t!(lang, "tab-edit"),
            Self::Publication => t!(lang, "tab-publication"),
            Self::Texts => t!(lang, "tab-texts"),
            Self::Letter => t!(lang, "letter-title"),
            Self::SignOns => t!(lang, "vetting-title"),
            Self::Postcards => t!(lang, "cards-title"),
            Self::Cards => t!(lang, "cards-queue"),
            Self::PrintRuns => t!(lang, "print-runs-title"),
            Self::Review => t!(lang, "tab-review"),
            Self::Pictures => t!(lang, "tab-pictures"),
            Self::Papers => t!(lang, "tab-papers"),
            Self::Updates => t!(lang, "updates-title"),
            Self::OfficialSheets => t!(lang, "os-title"),
            Self::Ledger => t!(lang, "ledger-title"),
            Self::Sheets => t!(lang, "rows-title"),
            Self::Kit => t!(lang, "kit-title"),
            Self::Deliveries => t!(lang, "deliveries-title"),
            Self::Addressees => t!(lang, "record-title"),
            Self::Reports => t!(lang, "reports-title"),
        }
    }
}

/// The campaign's name, the way to its public page, and its parts, as far as they are open to whoever looks.
pub fn head(present: &Present, campaign: &Campaign, here: Tab) -> Markup {
    let (lang, account) = (present.lang, &present.member.account);
    let is_open = |tab: &Tab| may(account, tab.act(), campaign.organisation) == Verdict::Yes;
    let nav = html! {
        nav.tabs aria-label=(t!(lang, "studio-campaign")) {
            ul {
                @for tab in Tab::ALL.into_iter().filter(is_open) {
                    li { a href=(tab.path(&campaign.slug)) aria-current=[(tab == here).then_some("page")] { (tab.words(lang)) } }
                }
            }
        }
    };
    html! {
        h1 { (name(lang, campaign)) }
        @if campaign.is_public() {
            p.small { a href=(paths::campaign(lang, &campaign.slug)) { (t!(lang, "studio-public-page")) } }
        } @else {
            p.small { (t!(lang, "studio-draft")) }
        }
        (folding(&t!(lang, "studio-parts"), &here.words(lang), &nav))
    }
}

/// Links that stand in a row, and on a phone open below the name of the one that leads here.
pub fn folding(label: &str, here: &str, nav: &Markup) -> Markup {
    html! {
        details.folded.tabs-folded {
            summary { span.visually-hidden { (label) ", " } (here) }
            (nav)
        }
        div.unfolded { (nav) }
    }
}

/// The campaign's title; its address while it has none.
pub fn name(lang: Lang, campaign: &Campaign) -> &str {
    match campaign.content.title.get(lang) {
        "" => &campaign.slug,
        title => title,
    }
}
