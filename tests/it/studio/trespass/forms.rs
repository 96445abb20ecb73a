use postulo::domain::role::Act;

use super::{Estate, everything, neighbours, trespasses};
use crate::studio::editor::write;
use crate::support::{Member, Reply, TestApp, on_both};

/// Who may, the address, and the fields.
type Form<'a> = (Act, String, Vec<(String, &'a str)>);

/// Where ids stand in forms: the act, the address under one's own, and what is ticked or filled in beside theirs.
fn forms<'a>(ours: &'a Estate, theirs: &'a Estate) -> Vec<Form<'a>> {
    let case = format!("/studio/people/{}", ours.id("people"));
    let ticked = |kind: &str| (format!("held-{}", theirs.id(kind)), "yes");
    let own = |kind: &str| (format!("held-{}", ours.id(kind)), "yes");
    let mut all = Vec::new();
    for kind in ["signatures", "sign-ons", "messages", "cards"] {
        let erasing = vec![own("signatures"), ticked(kind), ("sure".to_owned(), "yes")];
        all.push((Act::ServePeople, format!("{case}/erasure"), erasing));
        all.push((Act::ServePeople, format!("{case}/data"), vec![ticked(kind), ("form".to_owned(), "json")]));
        let moving = vec![ticked(kind), ("email".to_owned(), "other@example.org")];
        all.push((Act::ServePeople, format!("{case}/address"), moving));
    }
    for decision in ["vet", "decline", "undo"] {
        let vetting = vec![
            (format!("sign-on-{}", ours.id("sign-ons")), "yes"),
            (format!("sign-on-{}", theirs.id("sign-ons")), "yes"),
            ("decision".to_owned(), decision),
            ("reason".to_owned(), "unproven"),
            ("state".to_owned(), "held"),
        ];
        all.push((Act::VetSignOns, format!("/studio/campaigns/{}/sign-ons/decision", ours.slug), vetting));
    }
    for decision in ["approve", "reject", "change", "undo"] {
        let judging = vec![
            (format!("card-{}", ours.id("cards")), "yes"),
            (format!("card-{}", theirs.id("cards")), "yes"),
            ("decision".to_owned(), decision),
            ("because".to_owned(), "tone"),
            ("state".to_owned(), "verified"),
        ];
        all.push((Act::JudgeCards, format!("/studio/campaigns/{}/cards/decision", ours.slug), judging));
    }
    let fetching = vec![
        ("package".to_owned(), ours.id("packages")),
        ("how".to_owned(), "encrypted"),
        (format!("for-{}", theirs.id("staff")), "yes"),
    ];
    all.push((Act::MakeDeliveries, format!("/studio/campaigns/{}/deliveries/1/fetch", ours.slug), fetching));
    let gathering = vec![("official".to_owned(), theirs.id("officials")), ("lang".to_owned(), "en")];
    all.push((Act::PrintCards, format!("/studio/campaigns/{}/print-runs", ours.slug), gathering));
    all
}

async fn post(member: &Member, path: &str, fields: &[(String, &str)]) -> Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, *value)).collect();
    member.post(path, &fields).await
}

on_both! {
    async fn an_id_of_another_organisation_leads_nowhere_in_any_form(app: TestApp) {
        let (ours, theirs) = neighbours(&app).await;
        let before = everything(&app).await;
        for (act, path, fields) in forms(&ours, &theirs) {
            let known = trespasses(&app).await;
            let reply = post(ours.who_may(act), &path, &fields).await;
            assert_eq!(reply.status.as_u16(), 404, "{path} {fields:?}: {}", reply.body);
            assert_eq!(trespasses(&app).await, known + 1, "{path} {fields:?}");
        }
        let maker = ours.who_may(Act::MakeCampaigns);
        let text = format!("/studio/campaigns/{}/edit/text", ours.slug);
        let (known, theirs) = (trespasses(&app).await, theirs.id("officials"));
        for more in [("do", "fill:addressees.0"), ("do", "next"), ("do", "")] {
            write(maker, &text, &[("addressees.0.official", theirs), more]).await.expect(404);
        }
        assert_eq!(trespasses(&app).await, known + 3);
        assert_eq!(before, everything(&app).await);
    }
}
