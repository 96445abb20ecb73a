use std::io::Cursor;

use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::{Unusable, copies};

/// A picture that is red above and blue below.
fn flag(width: u32, height: u32) -> DynamicImage {
    let colour = |_, y| if y < height / 2 { Rgb([200, 0, 0]) } else { Rgb([0, 0, 200]) };
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, colour))
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A JPEG as phones make it: with how it was held, and where.
fn from_a_phone(orientation: u8) -> Vec<u8> {
    let plain = encoded(&flag(800, 400), ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
    exif.extend_from_slice(&[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
    exif.extend_from_slice(&[0x01, 0x0f, 0, 2, 0, 0, 0, 12, 0, 0, 0, 38]);
    exif.extend_from_slice(b"\0\0\0\0GPS-SECRETS\0");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &exif, &plain[2..]].concat()
}

#[test]
fn a_picture_from_a_phone_is_turned_upright_and_says_nothing_of_where() {
    let file = from_a_phone(6);
    assert!(file.windows(11).any(|part| part == b"GPS-SECRETS"));
    let copies = copies(&file).unwrap();
    assert_eq!(copies.len(), 1);
    let (copy, bytes) = (&copies[0].copy, &copies[0].bytes);
    assert_eq!((copy.width, copy.height), (400, 800));
    assert!(!bytes.windows(4).any(|part| part == b"Exif") && !bytes.windows(3).any(|part| part == b"GPS"));
    // Turned clockwise, what was above is at the right.
    let seen = image::load_from_memory(bytes).unwrap();
    assert!(seen.get_pixel(380, 400)[0] > 150 && seen.get_pixel(20, 400)[2] > 150);
}

#[test]
fn a_picture_is_kept_in_the_widths_that_are_needed() {
    let widths = |width, height| {
        let copies = copies(&encoded(&flag(width, height), ImageFormat::Png)).unwrap();
        copies.iter().map(|one| (one.copy.width, one.copy.height)).collect::<Vec<_>>()
    };
    assert_eq!(widths(2000, 1000), [(480, 240), (960, 480), (1600, 800)]);
    assert_eq!(widths(960, 480), [(480, 240), (960, 480)]);
    assert_eq!(widths(300, 200), [(300, 200)]);
}

#[test]
fn what_shines_through_is_white() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(10, 10, Rgba([0, 0, 0, 0])));
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let copies = copies(&encoded(&clear, format)).unwrap();
        let seen = image::load_from_memory(&copies[0].bytes).unwrap();
        assert!(seen.get_pixel(5, 5)[0] > 250);
    }
}

/// A PNG whose head says how large it is, and that has hardly anything in it.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut file = encoded(&flag(1, 1), ImageFormat::Png);
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc(&file[12..29]).to_be_bytes();
    file[29..33].copy_from_slice(&sum);
    file
}

/// PNG, annex D.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    })
}

#[test]
fn what_is_no_picture_of_ours_is_refused_before_it_is_unpacked() {
    let refused = |file: &[u8]| copies(file).unwrap_err();
    assert_eq!(refused(&bomb(10_000, 10_000)), Unusable::TooManyPixels);
    assert_eq!(refused(&bomb(60_000, 60_000)), Unusable::TooManyPixels);
    assert_eq!(refused(&bomb(8_000, 100)), Unusable::TooNarrow);
    // Promised and not there.
    assert_eq!(refused(&bomb(4_000, 4_000)), Unusable::NotAPicture);
    assert_eq!(
        refused(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        Unusable::NotAPicture
    );
    assert_eq!(refused(b"GIF89a\x01\0\x01\0\0\0\0;"), Unusable::NotAPicture);
    assert_eq!(refused(b"%PDF-1.7\n%%EOF"), Unusable::NotAPicture);
    let whole = encoded(&flag(400, 400), ImageFormat::Png);
    assert_eq!(refused(&whole[..whole.len() / 2]), Unusable::NotAPicture);
    assert_eq!(refused(&[b"\xff\xd8\xff\xe0".as_slice(), &[7; 4_000]].concat()), Unusable::NotAPicture);
}
