use crate::paths;

/// Whether a form may lead back there: to a page of the studio, and nowhere else.
pub fn is_ours(path: &str) -> bool {
    let below = path.strip_prefix(paths::STUDIO);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        && path.chars().all(|c| c.is_ascii_alphanumeric() || "/?&=%-_.+".contains(c))
        && !path.contains("//")
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn a_form_leads_to_no_other_site() {
        assert!(is_ours("/studio") && is_ours("/studio/campaigns/recognize-celil?from=2026-01-01&to="));
        for foreign in
            ["", "/", "/studios", "//evil.example", "/studio//evil.example", "/studio/\\evil", "https://evil"]
        {
            assert!(!is_ours(foreign), "{foreign}");
        }
    }
}
