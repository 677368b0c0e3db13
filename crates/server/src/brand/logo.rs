//! An operator's logo. Pages show it at most 28 pixels high and 160 wide.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

/// The largest file, in bytes.
const BYTES_MAX: usize = 100 * 1024;
/// The largest picture that is made of pixels, in pixels on a side.
const SIDE_MAX: u32 = 2_000;

/// A logo that cannot be one, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadLogo {
    /// It is too large.
    #[error("the logo has {0} bytes and may have {BYTES_MAX}; save it smaller")]
    TooLarge(usize),
    /// It is no picture that pages can show.
    #[error("the logo is neither SVG nor PNG nor JPEG")]
    NoPicture,
    /// It has too many pixels.
    #[error("the logo has {0} x {1} pixels; {SIDE_MAX} on a side are more than enough")]
    TooManyPixels(u32, u32),
}

/// A logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Logo {
    pub(super) bytes: Vec<u8>,
    pub(super) kind: &'static str,
    pub(super) ending: &'static str,
}

impl Logo {
    /// Takes a file that is a picture by its content, whatever it is called.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, BadLogo> {
        if bytes.len() > BYTES_MAX {
            return Err(BadLogo::TooLarge(bytes.len()));
        }
        if is_svg(&bytes) {
            return Ok(Self { bytes, kind: "image/svg+xml", ending: "svg" });
        }
        let reader = ImageReader::new(Cursor::new(&bytes)).with_guessed_format();
        let reader = reader.map_err(|_broken| BadLogo::NoPicture)?;
        let (kind, ending) = match reader.format() {
            Some(ImageFormat::Png) => ("image/png", "png"),
            Some(ImageFormat::Jpeg) => ("image/jpeg", "jpg"),
            _ => return Err(BadLogo::NoPicture),
        };
        let (width, height) = reader.into_dimensions().map_err(|_broken| BadLogo::NoPicture)?;
        if width.max(height) > SIDE_MAX {
            return Err(BadLogo::TooManyPixels(width, height));
        }
        Ok(Self { bytes, kind, ending })
    }
}

/// Whether a text begins as an SVG document does.
fn is_svg(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let is_xml = text.starts_with("<?xml") || text.starts_with("<!--") || text.starts_with("<!DOCTYPE svg");
    text.starts_with("<svg") || is_xml && text.contains("<svg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_a_small_picture() {
        let svg = b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
        assert_eq!(Logo::read(svg).unwrap().kind, "image/svg+xml");
        let mut png = Cursor::new(Vec::new());
        image::RgbImage::new(40, 10).write_to(&mut png, ImageFormat::Png).unwrap();
        assert_eq!(Logo::read(png.into_inner()).unwrap().kind, "image/png");
        let mut wide = Cursor::new(Vec::new());
        image::GrayImage::new(2_001, 1).write_to(&mut wide, ImageFormat::Png).unwrap();
        assert_eq!(Logo::read(wide.into_inner()), Err(BadLogo::TooManyPixels(2_001, 1)));
        assert_eq!(Logo::read(vec![b'<'; BYTES_MAX + 1]), Err(BadLogo::TooLarge(BYTES_MAX + 1)));
        for none in [&b""[..], b"<html><svg>", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"] {
            assert_eq!(Logo::read(none.to_vec()), Err(BadLogo::NoPicture));
        }
    }
}
