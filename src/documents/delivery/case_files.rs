//! What is known of the persons that a campaign is about, and what is asked about them.

use super::Facts;
use super::flow::Flow;
use crate::documents::pdf::Unwritable;
use crate::i18n::t;

pub fn pdf(facts: &Facts<'_>) -> Result<Vec<u8>, Unwritable> {
    let (lang, content) = (facts.lang(), &facts.campaign.content);
    let say =
        |words: &crate::domain::words::Words| words.said(lang.code(), &content.language).text.to_owned();
    let mut flow = Flow::new(facts.paper(), lang, &facts.named(&t!(lang, "package-case-files")));
    for (number, file) in content.case_files.iter().enumerate() {
        if number > 0 {
            flow.turn();
        }
        flow.title(&file.name);
        if let Some(also) = &file.also {
            flow.paragraph(&t!(lang, "package-case-also", name = also.as_str()));
        }
        for field in &file.fields {
            flow.head(&say(&field.label));
            flow.paragraph(&say(&field.value));
        }
        if !file.questions.is_empty() {
            flow.head(&t!(lang, "package-case-questions"));
            for (number, question) in (1..).zip(&file.questions) {
                flow.item(&format!("{number}."), &say(&question.text));
            }
        }
        flow.gap(6.0);
        flow.small(&say(&file.as_of));
    }
    flow.finish()
}
