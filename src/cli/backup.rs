use std::path::Path;

use anyhow::bail;

use crate::backup;
use crate::clock::Clock;
use crate::settings::Settings;
use crate::storage::copies::Holdings;

fn print(holdings: &Holdings) {
    let rows: Vec<String> = holdings.rows.iter().map(|(table, n)| format!("{table} {n}")).collect();
    println!("rows: {}", rows.join(", "));
}

pub async fn make(settings: &Settings, file: &Path, with_keys: bool) -> anyhow::Result<()> {
    let made = backup::make(settings, &Clock::System, file, with_keys).await?;
    println!("{} is whole: {} bytes", file.display(), made.bytes);
    print(&made.holdings);
    for (slug, counted) in &made.holdings.counted {
        println!("{counted:>9}  {slug}");
    }
    if made.with_keys {
        println!(
            "The keys are in it: whoever has this file can read every name. Keep it as you would keep the keys."
        );
    } else if !made.keys.is_empty() {
        println!(
            "The keys are not in it. Without {} (keys {}) nobody can read it: keep a copy of that, in another place.",
            settings.keys_file().display(),
            made.keys.join(", ")
        );
    }
    Ok(())
}

pub async fn restore(settings: &Settings, file: &Path) -> anyhow::Result<()> {
    let restored = backup::restore(settings, file).await?;
    println!("restored what was there at {}, counted again, row by row:", restored.made_at);
    print(&restored.holdings);
    let mut drifted = false;
    for (slug, counted, agrees) in &restored.recounted {
        println!("{counted:>9}  {slug}  {}", if *agrees { "no drift" } else { "DRIFT" });
        drifted |= !agrees;
    }
    if !restored.missing_keys.is_empty() {
        println!(
            "The keys are missing: put {} back before you start (keys {}).",
            settings.keys_file().display(),
            restored.missing_keys.join(", ")
        );
    }
    if drifted {
        bail!("the count had drifted from the signatures when the backup was made");
    }
    Ok(())
}
