use std::time::Duration;

use entity::signature;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{DESK, acts, ids, moderator};
use crate::support::{Person, TestApp, on_both};

on_both! {
    async fn what_many_share_is_shown_with_the_way_to_it_and_nobodys_name(app: TestApp) {
        let member = moderator(&app).await;
        let path = format!("{DESK}/patterns");
        assert!(member.get(&path).await.expect(200).body.contains("Nothing stands out"));
        for n in 0..4 {
            app.advance(Duration::from_secs(20));
            let visitor = app.visitor().on_network("198.51.100.7");
            let person = Person::new("Anna Roy", &format!("anna{n}@robots.example"));
            visitor.sign_well(&person).await;
            let mail = app.mail_to(&person.email).await;
            app.advance(Duration::from_secs(3));
            visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        }
        app.advance(Duration::from_secs(20));
        app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        let page = member.get(&path).await.expect(200).body;
        assert!(page.contains("robots.example") && page.contains("80\u{a0}%") && page.contains("delay=3-4") && page.contains(">3 seconds<"));
        for secret in ["Anna", "Bela", "anna0", "198.51.100", "bela@"] {
            assert!(!page.contains(secret), "{secret}");
        }
        // Every row leads to those it counts.
        for link in ["network=", "domain=", "delay=0-5", "delay=3-4", "name="] {
            let query = page.split("/review?").skip(1).find(|rest| rest.starts_with(link)).unwrap();
            let query = query.split('"').next().unwrap().replace("&amp;", "&");
            let list = member.get(&format!("{DESK}?{query}")).await.expect(200).body;
            let many = list.matches("/review/signatures/").count();
            assert!(many == 4 || (many == 5 && link == "delay=0-5"), "{query}: {many}");
        }
        // Before the newest are the four others.
        let newest = *ids(&app).await.last().unwrap();
        let older = member.get(&format!("{path}?before={newest}")).await.expect(200).body;
        assert!(older.contains("100\u{a0}%") && older.contains("Look at the newest"));
        let acts = acts(&app).await;
        assert!(acts.iter().any(|(act, _, detail)| act == "see_patterns" && detail == "5 looked at"));
    }

    async fn a_signature_that_does_not_open_is_passed_over(app: TestApp) {
        let member = moderator(&app).await;
        for email in ["anna@robots.example", "bela@robots.example", "cleo@robots.example", "dora@robots.example"] {
            app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", email)).await;
        }
        let tx = app.app.tools.db.write().await.unwrap();
        signature::Entity::update_many()
            .col_expr(signature::Column::Sealed, Expr::value(vec![9_u8; 60]))
            .filter(signature::Column::Id.eq(ids(&app).await[1]))
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = member.get(&format!("{DESK}/patterns")).await.expect(200).body;
        assert!(page.contains("robots.example"));
        let acts = acts(&app).await;
        assert!(acts.iter().any(|(act, _, detail)| act == "see_patterns" && detail == "3 looked at"));
    }
}
