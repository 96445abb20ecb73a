use mail_parser::{MessageParser, MimeHeaders};

/// A mail as its reader has it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its `Message-ID`.
    pub id: String,
    pub to: String,
    pub reply_to: Option<String>,
    /// The address of `List-Unsubscribe`, and whether one press is enough; of a mail that has none, nothing.
    pub unsubscribe: Option<(String, bool)>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// What came along: what each file is called, and its bytes.
    pub attachments: Vec<(String, Vec<u8>)>,
}

impl Mail {
    pub fn parse(raw: &[u8]) -> Self {
        let mail = MessageParser::new().parse(raw).expect("a mail");
        let address = |list: Option<&mail_parser::Address<'_>>| {
            list.and_then(|list| list.first()).and_then(|one| one.address()).map(str::to_owned)
        };
        let raw_header = |name: &str| mail.header_raw(name).map(|value| value.trim().to_owned());
        Self {
            id: mail.message_id().unwrap_or_default().to_owned(),
            to: address(mail.to()).expect("a recipient"),
            reply_to: address(mail.reply_to()),
            unsubscribe: raw_header("List-Unsubscribe").map(|link| {
                let one_press = raw_header("List-Unsubscribe-Post");
                let link = link.trim_matches(['<', '>']).to_owned();
                (link, one_press.as_deref() == Some("List-Unsubscribe=One-Click"))
            }),
            subject: mail.subject().unwrap_or_default().to_owned(),
            text: mail.body_text(0).unwrap_or_default().replace("\r\n", "\n"),
            html: mail.body_html(0).unwrap_or_default().into_owned(),
            attachments: mail
                .attachments()
                .map(|part| (part.attachment_name().unwrap_or_default().to_owned(), part.contents().to_vec()))
                .collect(),
        }
    }

    /// The path of the only link to `/confirm/`.
    pub fn confirm_path(&self) -> String {
        self.path("/confirm/")
    }

    /// The path of the only link to `/mine/`.
    pub fn mine_path(&self) -> String {
        self.path("/mine/")
    }

    pub fn path(&self, part: &str) -> String {
        let links: Vec<&str> =
            self.text.lines().filter(|line| line.starts_with("http") && line.contains(part)).collect();
        assert_eq!(links.len(), 1, "one link to {part} in:\n{}", self.text);
        let at = links[0].match_indices('/').nth(2).unwrap().0;
        links[0][at..].to_owned()
    }

    /// The six digits.
    pub fn code(&self) -> String {
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
        self.text.lines().find(is_code).expect("a code").to_owned()
    }
}
