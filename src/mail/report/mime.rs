//! As much of MIME (RFC 2045, 2046) as a report needs, written to take any bytes: no recursion, and every size bounded.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// More parts than any report has.
const MAX_PARTS: usize = 32;
/// More fields than any head has.
const MAX_FIELDS: usize = 1000;

/// Fields by name (in lower case), in their order.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads fields to the first empty line, each with the lines that continue it.
    pub fn parse(text: &str) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        for line in text.lines().take_while(|line| !line.trim_end().is_empty()) {
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':')
                && fields.len() < MAX_FIELDS
            {
                fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self(fields)
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A head and what follows it.
pub struct Entity<'a> {
    pub head: Fields,
    body: &'a [u8],
}

impl<'a> Entity<'a> {
    pub fn parse(raw: &'a [u8]) -> Self {
        let (head, body) = split_head(raw);
        Self { head: Fields::parse(&String::from_utf8_lossy(head)), body }
    }

    /// The type in lower case without its parameters; plain text where none is named (RFC 2045, 5.2).
    pub fn kind(&self) -> String {
        let kind = self.head.get("content-type").split(';').next().unwrap_or_default().trim();
        if kind.is_empty() { "text/plain".into() } else { kind.to_ascii_lowercase() }
    }

    /// The parts between the boundaries; none where there is no boundary.
    pub fn parts(&self) -> Vec<Entity<'a>> {
        let Some(boundary) = parameter(self.head.get("content-type"), "boundary") else { return Vec::new() };
        let mark = [b"--", boundary.as_bytes()].concat();
        let mut parts: Vec<&'a [u8]> = Vec::new();
        let mut from = None;
        let mut at = 0;
        for line in self.body.split_inclusive(|byte| *byte == b'\n') {
            if line.starts_with(&mark) {
                if let Some(from) = from {
                    parts.push(&self.body[from..at]);
                }
                from = Some(at + line.len());
                if parts.len() >= MAX_PARTS || line[mark.len()..].starts_with(b"--") {
                    from = None;
                    break;
                }
            }
            at += line.len();
        }
        // A report that was cut short still ends its last part.
        parts.extend(from.map(|from| &self.body[from.min(self.body.len())..]));
        parts.into_iter().map(Entity::parse).collect()
    }

    /// The body as text, out of its transfer encoding.
    pub fn text(&self) -> String {
        let encoding = self.head.get("content-transfer-encoding").to_ascii_lowercase();
        match encoding.as_str() {
            "base64" => String::from_utf8_lossy(&base64(self.body)).into_owned(),
            "quoted-printable" => String::from_utf8_lossy(&quoted_printable(self.body)).into_owned(),
            _ => String::from_utf8_lossy(self.body).into_owned(),
        }
    }
}

/// The head ends at the first empty line, whatever ends its lines.
fn split_head(raw: &[u8]) -> (&[u8], &[u8]) {
    let mut at = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if line == b"\n" || line == b"\r\n" {
            return (&raw[..at - line.len()], &raw[at..]);
        }
    }
    (raw, &[])
}

/// A parameter of a structured field, such as `boundary="x"`.
pub fn parameter(value: &str, name: &str) -> Option<String> {
    for part in value.split(';').skip(1) {
        let Some((key, value)) = part.split_once('=') else { continue };
        if key.trim().eq_ignore_ascii_case(name) {
            let value = value.trim().trim_matches('"');
            return (!value.is_empty()).then(|| value.to_owned());
        }
    }
    None
}

/// Lenient: what is no base64 is left out, as mail programs do.
fn base64(body: &[u8]) -> Vec<u8> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let digits: Vec<u8> = body
        .iter()
        .copied()
        .filter(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'))
        .collect();
    // A single digit at the end carries no whole byte.
    let whole = if digits.len() % 4 == 1 { digits.len() - 1 } else { digits.len() };
    GeneralPurpose::new(&STANDARD, config).decode(&digits[..whole]).unwrap_or_default()
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        if let (Some(high), Some(low)) = (digit(0), digit(1)) {
            out.push(u8::try_from(high * 16 + low).unwrap_or_default());
            rest = &after[2..];
        } else if after.starts_with(b"\r\n") {
            rest = &after[2..];
        } else if after.starts_with(b"\n") {
            rest = &after[1..];
        } else {
            out.push(byte);
        }
    }
    out
}
