use std::os::unix::fs::PermissionsExt;

use super::Chart;
use crate::entropy::Entropy;
use crate::settings::Settings;
use crate::storage::keys;
use crate::storage::vault::Vault;

/// Looks at the key file; gives what it opens with, if it can be used.
pub fn look(chart: &mut Chart, settings: &Settings) -> Option<Vault> {
    let path = settings.keys_file();
    let Ok(about) = std::fs::metadata(&path) else {
        chart.fail(
            "keys",
            format!("{} is not there", path.display()),
            "put your copy back before anything else; a new installation makes its own at the first start",
        );
        return None;
    };
    let mode = about.permissions().mode() & 0o777;
    let file = match keys::read(&path) {
        Ok(file) => file,
        Err(error) => {
            chart.fail(
                "keys",
                format!("{error:#}"),
                "put your copy of the file back; do not delete it: a new key opens nothing",
            );
            return None;
        }
    };
    let Some(secrets) = file.secrets() else {
        chart.fail("keys", "a key is damaged", "put your copy of the file back");
        return None;
    };
    if file.rotating {
        chart.fail(
            "keys",
            "a rotation was cut off",
            "stop the service and run `postulo key rotate` again, to its end",
        );
    } else if mode & 0o077 != 0 {
        chart.fail(
            "keys",
            format!("{} can be read by others (mode {mode:o})", path.display()),
            format!("chmod 0600 {}", path.display()),
        );
    } else {
        chart.ok(
            "keys",
            format!("{} ({}), mode {mode:04o}", path.display(), keys::fingerprints(&secrets).join(", ")),
        );
    }
    Some(Vault::new(&secrets, Entropy::System))
}
