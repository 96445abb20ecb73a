//! Files as phones, cameras and attackers send them: what is served of them is a plain JPEG, or they are refused in words.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageEncoder, ImageFormat, Rgb, RgbImage};
use postulo::domain::role::Role;
use postulo::storage::{papers, pictures};
use reqwest::Method;

use super::pictures::{WORDS, campaign_id, photo};
use crate::support::{Build, Member, TestApp};

const PICTURES: &str = "/studio/campaigns/recognize-celil/pictures";
const DOCUMENTS: &str = "/studio/campaigns/recognize-celil/documents";

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!("../fixtures/pictures/", $name))
    };
}

/// The bytes of the newest picture, as browsers get them.
async fn served(app: &TestApp) -> Vec<u8> {
    let newest = pictures::list(app.app.tools.db.read(), campaign_id(app)).await.unwrap().remove(0);
    let url = format!("{}/pictures/{}.jpg", app.url, newest.largest().unwrap().hash);
    let reply = reqwest::get(url).await.unwrap();
    assert_eq!(reply.headers()["content-type"], "image/jpeg");
    assert_eq!(reply.headers()["x-content-type-options"], "nosniff");
    reply.bytes().await.unwrap().to_vec()
}

/// The markers of a JPEG until its data begin, and what follows its end.
fn markers(jpeg: &[u8]) -> (Vec<u8>, usize) {
    assert_eq!(&jpeg[..2], [0xff, 0xd8]);
    let (mut at, mut found) = (2, Vec::new());
    while jpeg[at + 1] != 0xda {
        assert_eq!(jpeg[at], 0xff);
        found.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    let end = jpeg.windows(2).rposition(|two| two == [0xff, 0xd9]).unwrap();
    (found, jpeg.len() - end - 2)
}

/// Fails where a served picture carries anything but itself.
fn assert_bare(jpeg: &[u8]) {
    let (markers, behind) = markers(jpeg);
    // JFIF, quantisation tables, frame, Huffman tables: no Exif, no XMP, no profile, no comment.
    let plain = |marker: &u8| matches!(marker, 0xe0 | 0xdb | 0xc0 | 0xc4);
    assert!(markers.iter().all(plain) && behind == 0, "{markers:x?}, {behind} behind it");
    for secret in [&b"GPS-SECRETS"[..], b"Exif", b"<script", b"<x:xmpmeta"] {
        assert!(!jpeg.windows(secret.len()).any(|part| part == secret));
    }
}

/// Red, green, blue and grey: every corner of another colour.
fn corners() -> DynamicImage {
    let colour = |x, y| match (x < 40, y < 20) {
        (true, true) => Rgb([200, 0, 0]),
        (false, true) => Rgb([0, 200, 0]),
        (true, false) => Rgb([0, 0, 200]),
        (false, false) => Rgb([128, 128, 128]),
    };
    DynamicImage::ImageRgb8(RgbImage::from_fn(80, 40, colour))
}

/// Exif with how the device was held, and where.
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend_from_slice(&[0x01, 0x0f, 0, 2, 0, 0, 0, 12, 0, 0, 0, 38]);
    exif.extend_from_slice(b"\0\0\0\0GPS-SECRETS\0");
    exif
}

/// The picture as a device held so stores it.
fn held(orientation: u8, format: ImageFormat) -> Vec<u8> {
    let mut stored = corners();
    stored.apply_orientation(match Orientation::from_exif(orientation).unwrap() {
        Orientation::Rotate90 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::Rotate90,
        same => same,
    });
    let (mut bytes, seen) = (Vec::new(), stored.to_rgb8());
    let (width, height, colours) = (seen.width(), seen.height(), image::ExtendedColorType::Rgb8);
    let exif = exif(orientation);
    match format {
        ImageFormat::Jpeg => {
            let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95);
            encoder.set_exif_metadata(exif).unwrap();
            encoder.write_image(&seen, width, height, colours).unwrap();
        }
        ImageFormat::Png => {
            let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
            encoder.set_exif_metadata(exif).unwrap();
            encoder.write_image(&seen, width, height, colours).unwrap();
        }
        _ => {
            let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
            encoder.set_exif_metadata(exif).unwrap();
            encoder.write_image(&seen, width, height, colours).unwrap();
        }
    }
    assert!(bytes.windows(11).any(|part| part == b"GPS-SECRETS"));
    bytes
}

#[tokio::test]
async fn however_a_device_was_held_the_picture_stands_upright_and_says_nothing_of_where() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        for orientation in 1..=8 {
            app.advance(std::time::Duration::from_secs(1));
            let credit = format!("{format:?} {orientation}");
            let words = [WORDS[0], WORDS[1], ("credit", &credit)];
            organiser.upload(PICTURES, &words, ("picture", &held(orientation, format))).await.expect(303);
            let jpeg = served(&app).await;
            assert_bare(&jpeg);
            let seen = image::load_from_memory(&jpeg).unwrap();
            assert_eq!((seen.width(), seen.height()), (80, 40), "{credit}");
            let strongest = |x, y| {
                let [red, green, blue, _] = seen.get_pixel(x, y).0;
                (red > 130, green > 130, blue > 130)
            };
            let corners = [strongest(10, 8), strongest(70, 8), strongest(10, 32)];
            assert_eq!(
                corners,
                [(true, false, false), (false, true, false), (false, false, true)],
                "{credit}"
            );
        }
    }
}

/// The head of a JPEG that says how large it is, and hardly anything behind it.
pub fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut file = photo(16, 16);
    let frame = file.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
    file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    file
}

/// A WebP that says so.
fn webp_of(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".to_vec();
    for side in [width, height] {
        file.extend_from_slice(&(side - 1).to_le_bytes()[..3]);
    }
    file.extend_from_slice(b"VP8 \0\0\0\0");
    file
}

/// A picture that is a page as well, to who wants to see one.
fn polyglot() -> Vec<u8> {
    let plain = photo(100, 60);
    let page = b"<html><script>alert(1)</script></html>";
    let length = u16::try_from(page.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xfe], &length, page, &plain[2..], page].concat()
}

const UNREADABLE: &str = "no picture that we can read";
const TOO_MANY: &str = "more than 64 megapixels";

#[tokio::test]
async fn what_moves_stands_still_and_what_is_odd_becomes_plain() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let taken: [(&str, &[u8]); 7] = [
        ("moving.webp", fixture!("moving.webp")),
        ("moving.png", fixture!("moving.png")),
        ("cmyk.jpg", fixture!("cmyk.jpg")),
        ("deep.png", fixture!("deep.png")),
        ("bits.png", fixture!("bits.png")),
        ("progressive.jpg", fixture!("progressive.jpg")),
        ("a page", &polyglot()),
    ];
    for (name, file) in taken {
        app.advance(std::time::Duration::from_secs(1));
        organiser.upload(PICTURES, &WORDS, ("picture", file)).await.expect(303);
        let jpeg = served(&app).await;
        assert_bare(&jpeg);
        let seen = image::load_from_memory(&jpeg).unwrap();
        assert!(seen.width() == 60 || seen.width() == 100, "{name}");
        if name == "cmyk.jpg" || name == "deep.png" {
            let ([top, ..], [_, _, bottom, _]) = (seen.get_pixel(30, 1).0, seen.get_pixel(30, 38).0);
            assert!(top > 150 && bottom > 100, "{name}: {:?}", seen.get_pixel(30, 1));
        }
    }
}

#[tokio::test]
async fn what_is_no_picture_or_a_bomb_is_refused_in_words_and_nothing_is_stored() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let whole = photo(400, 300);
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x08mdat";
    let avif = b"\0\0\0\x18ftypavif\0\0\0\0mif1avif\0\0\0\x08mdat";
    let refused: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a GIF that moves", fixture!("moving.gif").to_vec(), UNREADABLE),
        ("HEIC", heic.to_vec(), UNREADABLE),
        ("AVIF", avif.to_vec(), UNREADABLE),
        ("BMP", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0".to_vec(), UNREADABLE),
        ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec(), UNREADABLE),
        ("a page", b"<!DOCTYPE html><script>alert(1)</script>".to_vec(), UNREADABLE),
        ("half a JPEG", whole[..200].to_vec(), UNREADABLE),
        ("half a WebP", fixture!("moving.webp")[..60].to_vec(), UNREADABLE),
        ("the mark of a PNG", b"\x89PNG\r\n\x1a\n".to_vec(), UNREADABLE),
        ("no width", jpeg_of(0, 100), UNREADABLE),
        ("no height", jpeg_of(100, 0), UNREADABLE),
        ("JPEG, 100 megapixels", jpeg_of(10_000, 10_000), TOO_MANY),
        ("JPEG, all that it can say", jpeg_of(65_500, 65_500), TOO_MANY),
        ("WebP, 256 megapixels", webp_of(16_000, 16_000), TOO_MANY),
        ("promised and not there", jpeg_of(7_900, 7_900), ""),
    ];
    for (name, file, words) in refused {
        let reply = organiser.upload(PICTURES, &WORDS, ("picture", &file)).await;
        // A JPEG that ends early is shown by every viewer as far as it goes.
        if words.is_empty() {
            assert!(matches!(reply.status.as_u16(), 303 | 422), "{name}: {}", reply.status);
            continue;
        }
        assert_eq!(reply.status.as_u16(), 422, "{name}: {}", reply.body);
        assert!(reply.body.contains(words), "{name}: {}", reply.body);
    }
}

/// Posts a document under a name of somebody's own making.
async fn post_named(member: &Member, name: &str, kind: &str, title: &str, file: &[u8]) -> u16 {
    let part = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let head = format!(
        "{}{}--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n",
        part("words-en", title),
        part("words-fr", title)
    );
    let body = [head.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let form = [("content-type", "multipart/form-data; boundary=edge")];
    member.send_raw(Method::POST, DOCUMENTS, &form, body).await.status.as_u16()
}

#[tokio::test]
async fn a_document_is_handed_out_as_a_pdf_under_a_name_of_ours_whatever_it_says_of_itself() {
    let app = TestApp::build(Build::default()).await;
    let organiser = app.member(Role::Organiser).await;
    let page: &[u8] = b"%PDF-1.7\n<html><script>alert(1)</script></html>\n%%EOF\n";
    let names = ["../../etc/passwd", "a%0d%0aset-cookie: x=1.pdf", "\u{202e}fdp.exe", "C:\\x.html", ""];
    for (n, name) in names.into_iter().enumerate() {
        let (file, title) = ([page, &b" ".repeat(n)].concat(), format!("../{name} <i>{n}"));
        let expected = if title.contains('\u{202e}') { 422 } else { 303 };
        assert_eq!(post_named(&organiser, name, "text/html", &title, &file).await, expected, "{name}");
    }
    let all = papers::list(app.app.tools.db.read(), campaign_id(&app)).await.unwrap();
    assert_eq!(all.len(), 4);
    for paper in all {
        let reply = app.visitor().get(&format!("/documents/{}.pdf", paper.hash)).await.expect(200);
        assert_eq!(reply.header("content-type"), "application/pdf");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert!(reply.header("content-security-policy").starts_with("sandbox; default-src 'none'"));
        let name = reply.header("content-disposition");
        let name = name.strip_prefix("attachment; filename=\"").unwrap().strip_suffix(".pdf\"").unwrap();
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{name}");
        assert!(reply.headers.get("set-cookie").is_none());
    }
    for path in
        ["/documents/..%2f..%2fetc%2fpasswd", "/documents/%00.pdf", "/pictures/%ff.jpg", "/pictures/a.jpg"]
    {
        let status = app.visitor().get(path).await.status.as_u16();
        assert!(matches!(status, 400 | 404), "{path}: {status}");
    }
    let mut cut = Cursor::new(Vec::new());
    corners().write_to(&mut cut, ImageFormat::Png).unwrap();
    assert_eq!(post_named(&organiser, "a.pdf", "application/pdf", "A picture", cut.get_ref()).await, 422);
}
