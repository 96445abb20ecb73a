use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::get;

/// The path of the page that is measured, here and in the product.
const PATH: &str = "/en/campaigns/recognize-celil";

/// A handler that returns fixed bytes.
pub async fn serve(page: Vec<u8>) -> anyhow::Result<()> {
    let page = Bytes::from(page);
    let show = get(move || {
        let page = page.clone();
        async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page) }
    });
    axum::serve(super::listen().await?, Router::new().route(PATH, show)).await?;
    Ok(())
}
