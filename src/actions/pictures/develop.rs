//! From what somebody uploads to what is shown: checked, turned upright, rid of everything but what is seen, in some widths.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use tokio::sync::Semaphore;

use crate::actions::in_turn::in_turn;
use crate::domain::digest::sha256;
use crate::domain::picture::Copy;
use crate::domain::postcard::design::{self, Unfit};

/// The widths in which a picture is kept: a phone, a phone with a dense screen or a column, a wide screen.
const WIDTHS: [u32; 3] = [480, 960, 1600];

/// More than any phone takes as it is set, and far from what a decompression bomb asks for. As read from the head of the file.
pub const MOST_PIXELS: u64 = 64_000_000;

/// What decoding one may take: four bytes for each of those pixels.
const BUDGET: u64 = 4 * MOST_PIXELS;

/// How many times as long as the other a side may be.
const LONGEST_SIDE: u32 = 8;

/// A sheet of A4 at 300 dots an inch.
const SCAN_WIDTH: u32 = 2480;

const QUALITY: u8 = 82;

/// Of what is printed.
const PRINT_QUALITY: u8 = 90;

/// One at a time, so that the budget is one budget.
static BENCH: Semaphore = Semaphore::const_new(1);

/// Why a file is no picture that we show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// No file was sent.
    Missing,
    /// Not a JPEG, PNG or WebP, or a broken one.
    NotAPicture,
    TooManyPixels,
    /// A strip.
    TooNarrow,
}

/// A copy with its bytes: a JPEG.
#[derive(Clone, Debug)]
pub struct Developed {
    pub copy: Copy,
    pub bytes: Vec<u8>,
}

/// Makes what is shown of what was uploaded, off the runtime's threads and one picture at a time.
pub async fn develop(file: Vec<u8>) -> Result<Vec<Developed>, Unusable> {
    if file.is_empty() {
        return Err(Unusable::Missing);
    }
    let done = in_turn(&BENCH, move || copies(&file)).await.await;
    // A fault in a decoder is a picture that we cannot read.
    done.unwrap_or(Err(Unusable::NotAPicture))
}

/// Makes the front of postcards of what was uploaded: cut to the sheet, in the widths of the screen and that of the print.
pub async fn develop_card(file: Vec<u8>) -> Result<Result<Vec<Developed>, Unfit>, Unusable> {
    if file.is_empty() {
        return Err(Unusable::Missing);
    }
    let done = in_turn(&BENCH, move || card_copies(&file)).await.await;
    done.unwrap_or(Err(Unusable::NotAPicture))
}

/// Makes what is kept of a photographed or scanned sheet: upright, fine enough to be read, with nothing in it but what is seen.
pub async fn develop_scan(file: Vec<u8>) -> Result<Vec<u8>, Unusable> {
    let scan = move || {
        let picture = upright(&file)?;
        copy(&picture, picture.width().min(SCAN_WIDTH), QUALITY).map(|scan| scan.bytes)
    };
    let done = in_turn(&BENCH, scan).await.await;
    done.unwrap_or(Err(Unusable::NotAPicture))
}

fn card_copies(file: &[u8]) -> Result<Result<Vec<Developed>, Unfit>, Unusable> {
    let picture = upright(file)?;
    let [x, y, width, height] = match design::cut(picture.width(), picture.height()) {
        Ok(cut) => cut,
        Err(unfit) => return Ok(Err(unfit)),
    };
    let picture = picture.crop_imm(x, y, width, height);
    let print = width.min(design::FINE.0);
    let screen = WIDTHS.into_iter().filter(|width| *width < print.min(design::FINE.0 / 2 + 100));
    let mut copies = screen.map(|width| copy(&picture, width, QUALITY)).collect::<Result<Vec<_>, _>>()?;
    copies.push(copy(&picture, print, PRINT_QUALITY)?);
    Ok(Ok(copies))
}

fn copies(file: &[u8]) -> Result<Vec<Developed>, Unusable> {
    let picture = upright(file)?;
    let own = picture.width();
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| *width < own).collect();
    if widths.len() < WIDTHS.len() {
        widths.push(own);
    }
    widths.into_iter().map(|width| copy(&picture, width, QUALITY)).collect()
}

/// The picture as it is seen, hardly larger than its largest copy.
fn upright(file: &[u8]) -> Result<DynamicImage, Unusable> {
    let broken = |_| Unusable::NotAPicture;
    let mut reader =
        ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| Unusable::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(Unusable::NotAPicture);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(BUDGET);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > BUDGET {
        return Err(Unusable::TooManyPixels);
    }
    if width.max(height) > width.min(height).saturating_mul(LONGEST_SIDE) {
        return Err(Unusable::TooNarrow);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    // Made smaller before it is turned: turning makes another of the same size.
    let mut picture = smaller(picture, 2 * WIDTHS[WIDTHS.len() - 1]);
    picture.apply_orientation(orientation);
    Ok(DynamicImage::ImageRgb8(on_white(&picture)))
}

fn smaller(picture: DynamicImage, most: u32) -> DynamicImage {
    let side = picture.width().min(picture.height());
    if side <= most {
        return picture;
    }
    let scaled =
        |length: u32| u32::try_from(u64::from(length) * u64::from(most) / u64::from(side)).unwrap_or(most);
    picture.thumbnail_exact(scaled(picture.width()), scaled(picture.height()))
}

/// What shines through is white, as paper is.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let seen = picture.to_rgba8();
    RgbImage::from_fn(seen.width(), seen.height(), |x, y| {
        let [red, green, blue, alpha] = seen.get_pixel(x, y).0.map(u16::from);
        let over =
            |colour: u16| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        Rgb([over(red), over(green), over(blue)])
    })
}

fn copy(picture: &DynamicImage, width: u32, quality: u8) -> Result<Developed, Unusable> {
    let height = u64::from(picture.height()) * u64::from(width) / u64::from(picture.width()).max(1);
    let height = u32::try_from(height).unwrap_or(1).max(1);
    let resized = if width == picture.width() {
        picture.clone()
    } else {
        picture.resize_exact(width, height, FilterType::Lanczos3)
    };
    let mut bytes = Vec::new();
    let encoded = resized.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality));
    encoded.map_err(|_| Unusable::NotAPicture)?;
    let hash = sha256(&bytes).chars().take(32).collect();
    Ok(Developed { copy: Copy { hash, width, height: resized.height() }, bytes })
}

#[cfg(test)]
mod tests;
