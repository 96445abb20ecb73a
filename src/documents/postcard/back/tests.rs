use super::{ADDRESS, Back, CLEAR, Corner, Fit, MESSAGE, RULE, SAFE, Stock, Writing, set};
use crate::documents::mark::Mark;
use crate::documents::pdf::{Content, Part};

fn back(message: &str) -> Back {
    let sender = ["Amélie Tremblay".to_owned(), "Gatineau (Québec)".to_owned()];
    let addressee = ["THE RIGHT HONOURABLE ADDRESSEE".to_owned(), "OTTAWA ON  K1A 0A6".to_owned()];
    set(&Writing { message, sender: &sender, addressee: &addressee, corner: Corner::NoPostage, credit: "" })
}

#[test]
fn a_short_message_is_large_and_a_long_one_small_until_no_more_fits() {
    let sizes = [20, 300, 500].map(|n| back(&"word ".repeat(n / 5)).size);
    assert!(sizes[0] > 11.0 && sizes[0] >= sizes[1] && sizes[1] > sizes[2], "{sizes:?}");
    let Fit::Room(room) = back(&"word ".repeat(60)).fit() else { panic!("300 characters fit") };
    assert!((100..900).contains(&room), "{room}");
    let Fit::Over(over) = back(&"word ".repeat(2_000)).fit() else { panic!("10,000 do not") };
    assert!((8_000..10_500).contains(&over), "{over}");
}

#[test]
fn nothing_stands_outside_the_box_of_the_message() {
    let unbreakable = "w".repeat(200);
    for message in ["Bitte helfen Sie ihm.\n\nDanke.", &unbreakable, &"سلام דוד 你好 ".repeat(30)] {
        let mut back = back(message);
        assert!(matches!(back.fit(), Fit::Room(_)), "{message}");
        let face = back.face(Stock::Shop);
        let Content::Marks(marks) = &face[0].content else { panic!("text") };
        for mark in marks {
            let Mark::Text(run, _) = mark else { continue };
            let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance * run.size).sum();
            assert!(run.at.x >= SAFE - 0.5 && run.at.x + width <= SAFE + MESSAGE.width + 6.0, "{message}");
            assert!(run.at.y <= SAFE + MESSAGE.height, "{message}");
        }
    }
}

/// Where the letters of a part stand: left, right, and the lowest line.
fn extent(part: &Part) -> (f32, f32, f32) {
    let Content::Marks(marks) = &part.content else { panic!("text") };
    let mut all = (f32::MAX, 0.0_f32, 0.0_f32);
    for mark in marks {
        let Mark::Text(run, _) = mark else { continue };
        let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance * run.size).sum();
        all = (all.0.min(run.at.x), all.1.max(run.at.x + width), all.2.max(run.at.y + run.size * 0.3));
    }
    all
}

#[test]
fn whatever_is_written_nothing_stands_where_the_post_prints_and_reads() {
    let messages = [
        "word ".repeat(400),
        "w".repeat(2_000),
        "\u{fdfd}".repeat(60),
        "a\n".repeat(900),
        "\u{2067}سلام\u{2069} שלום 你好 ".repeat(90),
        "\u{7}\u{202e}a\u{0}".repeat(400),
        String::new(),
    ];
    let names = ["Wilhelmina ".repeat(23), "W".repeat(255), "Anna".to_owned(), "\u{fdfd}".repeat(200)];
    let addresses = [vec!["W".repeat(500); 3], vec!["MINISTER".to_owned(); 40], vec!["A".to_owned()]];
    for message in &messages {
        for name in &names {
            for addressee in &addresses {
                let sender = [name.clone(), "Notre-Dame-du-Sacré-Cœur ".repeat(10)];
                let credit = "Photographie: quelqu’un ".repeat(8);
                let corner = Corner::Stamp;
                let writing = Writing { message, sender: &sender, addressee, corner, credit: &credit };
                for stock in Stock::ALL {
                    let (card, face) = (stock.card(), set(&writing).face(stock));
                    let clear = card.height - CLEAR;
                    for part in &face[..2] {
                        let (left, right, low) = extent(part);
                        assert!(left >= SAFE - 0.5 && right <= RULE && low <= clear, "{message} {name}");
                    }
                    let (left, right, low) = extent(&face[3]);
                    assert!(left >= ADDRESS - 0.5 && right <= card.width - SAFE + 1.0, "{addressee:?}");
                    assert!(low <= clear, "{addressee:?}");
                }
            }
        }
    }
}

#[test]
fn a_credit_of_any_length_stays_beside_the_rule() {
    let long = "Photographie: quelqu’un de la campagne ".repeat(5);
    let writing =
        Writing { message: "Hello", sender: &[], addressee: &[], corner: Corner::Stamp, credit: &long };
    let face = set(&writing).face(Stock::Shop);
    let Content::Marks(marks) = &face.last().unwrap().content else { panic!("text") };
    let [Mark::Placed(_, marks)] = &marks[..] else { panic!("turned") };
    for mark in marks {
        let Mark::Text(run, _) = mark else { continue };
        assert!(run.at.y + run.size * 0.3 <= ADDRESS - RULE - 1.0, "{}", run.at.y);
    }
}

#[test]
fn what_no_face_has_is_named() {
    assert_eq!(back("Free him 🕊 now").uncovered(), ['🕊']);
    let all = "Ünïcödé Ελλάδα Україна ئۇيغۇر עברית བོད་སྐད ᠮᠣᠩᠭᠣᠯ 中文 日本語かな 한국어 ქართული Հայերեն हिन्दी বাংলা ਪੰਜਾਬੀ தமிழ் සිංහල ไทย ລາວ ខ្មែរ မြန်မာ አማርኛ ܣܘܪܝܝܐ Tiếng Việt — “quotes” … № € ½";
    assert_eq!(back(all).uncovered(), [] as [char; 0]);
}
