//! What comes back: delivery reports (RFC 3464) and complaints (ARF, RFC 5965), as a mail server pipes them.

mod mime;

use uuid::Uuid;

use crate::domain::bounce::{Fate, Status, Verdict, judge};
use crate::domain::token::RETURN_LENGTH;
use mime::{Entity, Fields};

/// A larger report is not read: it would be one of no mail of ours.
pub const MAX_REPORT: usize = 1 << 20;

/// What a report says, and by what it may be known which mail it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub verdict: Verdict,
    /// Fields that may hold the address a mail came back to.
    addresses: Vec<String>,
    /// The ids of mails it names.
    pub mails: Vec<Uuid>,
}

/// Why something is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReport {
    #[error("there was nothing on standard input")]
    Empty,
    #[error("it is larger than {MAX_REPORT} bytes")]
    TooLarge,
    #[error("it is not a mail")]
    NoMail,
    #[error("it is a mail, but no delivery report (RFC 3464) and no complaint (RFC 5965)")]
    OtherMail,
}

impl Report {
    /// Reads a report from any bytes.
    pub fn parse(raw: &[u8]) -> Result<Self, NoReport> {
        if raw.iter().all(u8::is_ascii_whitespace) {
            return Err(NoReport::Empty);
        }
        if raw.len() > MAX_REPORT {
            return Err(NoReport::TooLarge);
        }
        let mail = Entity::parse(without_from_line(raw));
        if mail.head.is_empty() {
            return Err(NoReport::NoMail);
        }
        if mail.kind() != "multipart/report" {
            return Err(NoReport::OtherMail);
        }
        let parts = mail.parts();
        let text_of = |kinds: &[&str]| {
            parts.iter().find(|part| kinds.contains(&part.kind().as_str())).map(Entity::text)
        };
        let status = text_of(&["message/delivery-status", "message/global-delivery-status"]);
        let feedback = text_of(&["message/feedback-report"]);
        let (verdict, told) = match (status, feedback) {
            (Some(status), _) => delivery(&status),
            (None, Some(feedback)) => complaint(&feedback),
            (None, None) => return Err(NoReport::OtherMail),
        };
        let returned =
            text_of(&["text/rfc822-headers", "message/rfc822", "message/global-headers", "message/global"]);
        let returned = Fields::parse(returned.unwrap_or_default().trim_start_matches(['\r', '\n']));
        Ok(Self {
            verdict,
            addresses: addresses(&mail.head, &told, &returned),
            mails: mails(&mail.head, &told, &returned),
        })
    }

    /// The tokens of return addresses that begin as `bounce_address` does: `bounce@host` makes `bounce+token@host`.
    pub fn tokens(&self, bounce_address: &str) -> Vec<String> {
        let Some((local, _)) = bounce_address.split_once('@') else { return Vec::new() };
        let start = format!("{}+", local.to_ascii_lowercase());
        let tokens = self.addresses.iter().flat_map(|field| {
            let field = field.to_ascii_lowercase();
            let found = field.match_indices(&start).filter_map(|(at, _)| {
                let token = field[at + start.len()..].split('@').next()?;
                (token.len() == RETURN_LENGTH).then(|| token.to_owned())
            });
            found.collect::<Vec<_>>()
        });
        tokens.collect()
    }
}

/// Postfix and mbox files put a line `From sender date` first, which is no field.
fn without_from_line(raw: &[u8]) -> &[u8] {
    if !raw.starts_with(b"From ") {
        return raw;
    }
    raw.iter().position(|byte| *byte == b'\n').map_or(&[][..], |end| &raw[end + 1..])
}

/// RFC 3464, 2: fields about the whole, then a group of fields for each recipient, with empty lines between.
fn delivery(text: &str) -> (Verdict, Fields) {
    let text = text.replace("\r\n", "\n");
    let mut groups = Vec::new();
    let mut group = String::new();
    for line in text.lines() {
        if line.trim().is_empty() {
            groups.push(std::mem::take(&mut group));
        } else {
            group.push_str(line);
            group.push('\n');
        }
    }
    groups.push(group);
    let groups: Vec<Fields> =
        groups.iter().map(|group| Fields::parse(group)).filter(|group| !group.is_empty()).collect();
    let fates: Vec<Fate> = groups.iter().filter(|group| !group.get("action").is_empty()).map(fate).collect();
    (judge(&fates), groups.into_iter().next().unwrap_or_default())
}

fn fate(group: &Fields) -> Fate {
    // Comments may follow: `failed (undeliverable)`, `5.1.1 (bad destination mailbox address)`.
    let word = |name| group.get(name).split([' ', '\t', '(', ';']).next().unwrap_or_default();
    Fate {
        action: word("action").to_ascii_lowercase(),
        status: Status::parse(word("status")),
        diagnostic: group.get("diagnostic-code").to_owned(),
    }
}

/// RFC 5965, 7.3: of the types only these say that the person wants no more.
fn complaint(text: &str) -> (Verdict, Fields) {
    let fields = Fields::parse(text.trim_start());
    let kind = fields.get("feedback-type").to_ascii_lowercase();
    let is_complaint = matches!(kind.as_str(), "abuse" | "fraud" | "opt-out" | "opt-out-list");
    (if is_complaint { Verdict::Complaint } else { Verdict::Alive }, fields)
}

fn addresses(head: &Fields, told: &Fields, returned: &Fields) -> Vec<String> {
    let named = [
        (head, &["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"][..]),
        (told, &["original-mail-from"][..]),
        (returned, &["return-path"][..]),
    ];
    named
        .into_iter()
        .flat_map(|(fields, names)| names.iter().flat_map(|name| fields.all(name)))
        .map(str::to_owned)
        .collect()
}

fn mails(head: &Fields, told: &Fields, returned: &Fields) -> Vec<Uuid> {
    let named = [
        (returned, "message-id"),
        (told, "x-original-message-id"),
        (told, "original-message-id"),
        (head, "in-reply-to"),
        (head, "references"),
    ];
    let mut found: Vec<Uuid> = Vec::new();
    for field in named.into_iter().flat_map(|(fields, name)| fields.all(name)) {
        for id in field.split(['<', '>', ' ', ',']).filter_map(|part| part.split('@').next()?.parse().ok()) {
            if found.len() < 8 && !found.contains(&id) {
                found.push(id);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NoReport, Report};
    use crate::domain::bounce::Verdict;

    #[test]
    fn what_is_no_report_is_told_apart() {
        assert_eq!(Report::parse(b" \r\n\n"), Err(NoReport::Empty));
        assert_eq!(Report::parse(&[0xff, 0, 0x80, 7]), Err(NoReport::NoMail));
        assert_eq!(Report::parse(b"Subject: out of office\n\nback on Monday\n"), Err(NoReport::OtherMail));
        assert_eq!(Report::parse(&vec![b'a'; super::MAX_REPORT + 1]), Err(NoReport::TooLarge));
        let hollow = b"Content-Type: multipart/report; boundary=x\n\n--x\n\nnothing\n--x--\n";
        assert_eq!(Report::parse(hollow), Err(NoReport::OtherMail));
    }

    #[test]
    fn a_report_in_base64_or_quoted_printable_reads_the_same() {
        for (encoding, body) in [
            ("7bit", "Reporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n"),
            ("quoted-printable", "Reporting-MTA: dns; mx\n\nAction: fai=\nled\nStatus: 5=2E1.1\n"),
            ("base64", "UmVwb3J0aW5nLU1UQTogZG5zOyBteAoKQWN0aW9uOiBmYWlsZWQK\nU3RhdHVzOiA1LjEuMQo=\n"),
        ] {
            let raw = format!(
                "Content-Type: MULTIPART/Report; report-type=delivery-status;\n\tBoundary=\"=x\"\n\n--=x\n\
                 Content-Type: message/delivery-status\nContent-Transfer-Encoding: {encoding}\n\n{body}\n--=x--\n"
            );
            assert_eq!(Report::parse(raw.as_bytes()).unwrap().verdict, Verdict::Dead, "{encoding}");
            let crlf = raw.replace('\n', "\r\n");
            assert_eq!(Report::parse(crlf.as_bytes()).unwrap().verdict, Verdict::Dead, "{encoding}");
        }
    }

    const PIECES: &[&str] = &[
        "Content-Type: multipart/report; boundary=x\n",
        "Content-Type: message/delivery-status\n",
        "Content-Type: message/feedback-report\n",
        "Content-Type: message/rfc822\n",
        "Content-Transfer-Encoding: base64\n",
        "Content-Transfer-Encoding: quoted-printable\n",
        "From a b\n",
        "--x\n",
        "--x--",
        "\n",
        "\r\n",
        " = ==4 =\n",
        "Action: failed\n",
        "Status: 5.1.1\n",
        "Feedback-Type: abuse\n",
        "Message-ID: <0193a5c0-0000-7000-8000-000000000000@x>\n",
        "To: bounce+@x, bounce+\u{e9}@x\n",
    ];

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = Report::parse(&bytes).map(|report| report.tokens("bounce@x"));
        }

        #[test]
        fn any_pile_of_pieces_is_read_or_refused(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40), noise: Vec<u8>, at in 0usize..400) {
            let mut bytes = pieces.concat().into_bytes();
            let at = at.min(bytes.len());
            bytes.splice(at..at, noise);
            let _ = Report::parse(&bytes).map(|report| report.tokens("bounce@x"));
        }
    }
}
