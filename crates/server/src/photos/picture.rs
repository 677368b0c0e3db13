//! One picture: from whatever a phone sent to a JPEG of known size that holds nothing but what is to be seen.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits, RgbImage};
use thiserror::Error;

/// The longer side of what is kept, in pixels: enough to find a parcel beside a door.
pub(super) const SIDE_MAX: u32 = 1_600;
/// The largest picture that is kept, in bytes.
pub(super) const BYTES_MAX: usize = 500_000;
/// The largest picture that is decoded, in pixels; phones have 12 million, and the app sends fewer.
const PIXELS_MAX: u64 = 16_000_000;
/// The memory that decoding may take, in bytes: [`PIXELS_MAX`] with colours and transparency.
pub(super) const MEMORY_MAX: u64 = 4 * PIXELS_MAX;
/// How it is tried to stay below [`BYTES_MAX`]: the longer side in pixels and the quality, from 1 to 100.
const TRIES: [(u32, u8); 5] = [(SIDE_MAX, 82), (SIDE_MAX, 65), (1_200, 60), (900, 50), (600, 40)];

/// Why a picture cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(super) enum Unfit {
    /// There are no bytes.
    #[error("The photo is empty. Take it again.")]
    Empty,
    /// It is of a format that is not read.
    #[error("This is no JPEG, PNG or WebP picture.")]
    Kind,
    /// It is cut or damaged.
    #[error("The picture cannot be read to its end. Take it again.")]
    Broken,
    /// It has too many pixels.
    #[error("The picture has more than 16 million pixels, or needs too much memory. Send a smaller one.")]
    TooLarge,
}

impl Unfit {
    /// The stable code.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Empty => "photo_empty",
            Self::Kind => "photo_kind",
            Self::Broken => "photo_broken",
            Self::TooLarge => "photo_too_large",
        }
    }
}

/// Makes a picture anew.
///
/// # Errors
/// Why that cannot be done.
pub(super) fn remake(sent: &[u8]) -> Result<Vec<u8>, Unfit> {
    let (picture, orientation) = decoded(sent)?;
    let mut picture = DynamicImage::from(at_most(picture, SIDE_MAX).into_rgb8());
    picture.apply_orientation(orientation);
    smallest(picture.into_rgb8())
}

fn decoded(sent: &[u8]) -> Result<(DynamicImage, Orientation), Unfit> {
    let format = format_of(sent)?;
    let mut reader = ImageReader::with_format(Cursor::new(sent), format);
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| unfit(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX || decoder.total_bytes() > MEMORY_MAX {
        return Err(Unfit::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| unfit(&error))?;
    Ok((picture, orientation))
}

/// The format by the first bytes; what the sender calls it does not matter.
fn format_of(sent: &[u8]) -> Result<ImageFormat, Unfit> {
    if sent.is_empty() {
        return Err(Unfit::Empty);
    }
    match image::guess_format(sent) {
        Ok(ImageFormat::Jpeg) if is_cut(sent) => Err(Unfit::Broken),
        Ok(format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) => Ok(format),
        _ => Err(Unfit::Kind),
    }
}

/// Whether no end follows the last scan of a JPEG: decoders would fill what is missing with grey.
fn is_cut(jpeg: &[u8]) -> bool {
    const SCAN: [u8; 2] = [0xff, 0xda];
    const END: [u8; 2] = [0xff, 0xd9];
    let last = |marker: [u8; 2]| jpeg.windows(2).rposition(|bytes| bytes == marker);
    last(END) <= last(SCAN)
}

fn unfit(error: &ImageError) -> Unfit {
    match error {
        ImageError::Limits(_) => Unfit::TooLarge,
        _ => Unfit::Broken,
    }
}

/// The picture, shrunk where a side is longer than this.
fn at_most(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side { picture } else { picture.thumbnail(side, side) }
}

/// The best that is small enough.
fn smallest(picture: RgbImage) -> Result<Vec<u8>, Unfit> {
    let mut picture = DynamicImage::from(picture);
    for (side, quality) in TRIES {
        picture = at_most(picture, side);
        let mut jpeg = Vec::new();
        picture
            .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality))
            .map_err(|error| unfit(&error))?;
        if jpeg.len() <= BYTES_MAX {
            return Ok(jpeg);
        }
    }
    Err(Unfit::TooLarge)
}
