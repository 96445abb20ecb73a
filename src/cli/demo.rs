use anyhow::Context;
use data_encoding::BASE32_NOPAD;
use tokio_util::task::TaskTracker;

use super::serve::stop_on_signal;
use super::{demo_cards, demo_delivery, demo_paper, tell};
use crate::actions::Desk;
use crate::actions::accounts::{By, add, change_password, factor, index};
use crate::actions::load_campaign::load_campaign;
use crate::app::App;
use crate::domain::account::{Account, FIRST_ORGANISATION};
use crate::domain::content::CampaignFile;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::domain::password::Password;
use crate::domain::role::Role;
use crate::mail::Mailer;
use crate::settings::{Settings, Transport};
use crate::storage::{accounts, campaigns};
use crate::tools::Tools;
use crate::{paths, service};

/// The founding campaign, built into the program.
pub const CONTENT: &str = include_str!("../../config/demo/recognize-celil.toml");

/// As in `config/default.toml`.
const DEFAULT_URL: &str = "http://localhost:3000";

/// Updates are sent by nobody without one. There is no such place.
const ADDRESS: &str = "1 Example Street, Ottawa, Ontario";

pub async fn run(mut settings: Settings, fresh: bool) -> anyhow::Result<()> {
    settings.data_dir.push("demo");
    // Whatever else is configured, the demo touches only its own folder.
    settings.database.url.clear();
    settings.mail.transport = Transport::Folder;
    if settings.operator.address.is_empty() {
        ADDRESS.clone_into(&mut settings.operator.address);
    }
    // First of all, so that a demo that still runs keeps what it has.
    let listener = service::listen(&settings)?;
    if fresh && settings.data_dir.exists() {
        std::fs::remove_dir_all(&settings.data_dir)
            .with_context(|| settings.data_dir.display().to_string())?;
    }
    if settings.http.public_url == DEFAULT_URL {
        // On another port than the usual one its links still lead back to it.
        settings.http.public_url = format!("http://localhost:{}", listener.local_addr()?.port());
    }
    let mailer = Mailer::new(&settings)?;
    let tools = super::tools(settings).await?;
    let _alone = super::stay_alone(&tools)?;
    load_content(&tools).await?;
    let password = make_accounts(&tools).await?;
    load_cards(&tools).await?;
    let tasks = TaskTracker::new();
    let app = App::start(tools, mailer, true, &tasks).await?;
    print_addresses(&app, &password);
    service::run(app, listener, stop_on_signal()?, tasks).await
}

/// Loads the demo's campaign, unless it is there.
pub async fn load_content(tools: &Tools) -> anyhow::Result<()> {
    let file = CampaignFile::parse(CONTENT).map_err(|errors| anyhow::anyhow!(errors.join("\n")))?;
    if campaigns::find_by_slug(tools.db.read(), &file.slug).await?.is_none() {
        load_campaign(&tools.desk(), &file, "demo").await?;
    }
    Ok(())
}

fn email(role: Role) -> String {
    format!("{}@example.org", role.as_str())
}

/// Has postcards, boxes of paper and a planned delivery in the demo's campaign, unless they are there.
async fn load_cards(tools: &Tools) -> anyhow::Result<()> {
    let email = EmailAddress::parse(&email(Role::Organiser)).ok().context("an address of the demo")?;
    let organiser = accounts::find_by_email(tools.db.read(), index(&tools.desk(), &email)).await?;
    let organiser = organiser.context("the demo's organiser")?.account;
    demo_cards::load(tools, "recognize-celil", &organiser).await?;
    let campaign = campaigns::find_by_slug(tools.db.read(), "recognize-celil").await?;
    let campaign = campaign.context("the demo's campaign")?;
    demo_paper::load(tools, campaign.id).await?;
    demo_delivery::load(tools, &campaign).await
}

/// One account for each role, all with the password of the settings, or with a new one at each start. Returns it.
async fn make_accounts(tools: &Tools) -> anyhow::Result<String> {
    let mut password = tools.settings.demo.password.clone();
    if password.is_empty() {
        password = BASE32_NOPAD.encode(&tools.entropy.bytes::<10>()).to_lowercase();
    }
    let chosen = Password::choose(&password).context("demo.password")?;
    let by = By::Program("demo");
    for role in Role::ALL {
        // At a moment of its own, so that they are listed in this order.
        let desk = tools.desk();
        let email = EmailAddress::parse(&email(role)).ok().context("an address of the demo")?;
        if let Some(known) = accounts::find_by_email(tools.db.read(), index(&desk, &email)).await? {
            change_password::change_password(&desk, known.account.id, chosen.clone(), by).await?;
            enrol(&desk, &known.account).await?;
            continue;
        }
        let new =
            add::New { email: &email, password: chosen.clone(), role, organisation: FIRST_ORGANISATION };
        enrol(&desk, &add::add(&desk, new, by).await?).await?;
    }
    Ok(password)
}

/// Who sees people has a second factor; the login shows its code, in the demo only.
async fn enrol(desk: &Desk<'_>, account: &Account) -> anyhow::Result<()> {
    if account.role.sees_people() {
        factor::give(desk, account.id, By::Program("demo")).await?;
    }
    Ok(())
}

fn print_addresses(app: &App, password: &str) {
    let url = &app.tools.settings.http.public_url;
    tell("The founding campaign is open:");
    for lang in Lang::ALL {
        tell(&format!("  {:<9} {url}{}", lang.own_name(), paths::campaign(lang, "recognize-celil")));
    }
    tell("The mail it sends:");
    tell(&format!("  {:<9} {url}{}", "Outbox", paths::OUTBOX));
    tell("The demo logins, all with the same password:");
    tell(&format!("  {:<9} {url}{}", "Studio", paths::STUDIO));
    for role in Role::ALL {
        tell(&format!("  {:<9} {}", role.as_str(), email(role)));
    }
    tell(&format!("  {:<9} {password}", "Password"));
    tell("  Where a code is asked for as well, the page shows it.");
    tell("Sign, open the mail, press the button, and watch the count move in a second tab. Ctrl-C ends it.");
}
