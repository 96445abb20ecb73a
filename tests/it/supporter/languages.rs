use postulo::domain::content::CampaignFile;
use postulo::domain::tag::Tag;
use postulo::domain::words::Words;

use crate::support::{Build, TestApp};

fn words(json: &str) -> Words {
    serde_json::from_str(json).unwrap()
}

fn in_three(file: &mut CampaignFile) {
    file.content.language = Tag::parse("ug").unwrap();
    file.content.story = words(r#"{"ug":"ئۇيغۇرچە *ھېكايە*","en":"The story"}"#);
    file.text.text.body = words(r#"{"ug":"ئۇيغۇرچە تېكىست","en":"The text","fr":"Le texte"}"#);
}

#[tokio::test]
async fn what_is_not_written_in_the_readers_language_is_read_in_the_main_one_and_marked() {
    let app = TestApp::build(Build { content: in_three, ..Build::default() }).await;
    let visitor = app.visitor();
    let french = visitor.get("/fr/campaigns/recognize-celil").await.expect(200).body;
    assert!(french.contains("<div lang=\"ug\" dir=\"rtl\"><p>ئۇيغۇرچە <em>ھېكايە</em></p>"));
    assert!(french.contains("Le texte") && !french.contains("The story"));
    let english = visitor.get("/en/campaigns/recognize-celil").await.expect(200).body;
    assert!(english.contains("The story") && !english.contains("ھېكايە"));
    // The text can be read in a language that the product does not speak.
    let link = "/en/campaigns/recognize-celil/text/1?in=ug";
    assert!(
        english.contains(&format!("href=\"{link}\" hreflang=\"ug\" lang=\"ug\" dir=\"rtl\">ئۇيغۇرچە</a>"))
    );
    let text = visitor.get(link).await.expect(200).body;
    assert!(text.contains("<html lang=\"en\">"));
    assert!(text.contains("<div lang=\"ug\" dir=\"rtl\"><p>ئۇيغۇرچە تېكىست</p>"));
    visitor.get("/en/campaigns/recognize-celil/text/2").await.expect(404);
    visitor.get("/en/campaigns/recognize-celil/text/one").await.expect(404);
    visitor.get("/en/campaigns/nothing/text/1").await.expect(404);
    let odd = visitor.get("/en/campaigns/recognize-celil/text/1?in=%3Cscript%3E").await.expect(200).body;
    assert!(odd.contains("The text") && !odd.contains("<script>"));
}
