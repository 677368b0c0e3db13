//! Whatever comes in: what goes out is a small JPEG that tells nothing besides, or a reason.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

use super::picture::{BYTES_MAX, SIDE_MAX, Unfit, remake};

const CANARY: &str = "CANARY 48.137154 11.576124";
const FORMATS: [ImageFormat; 3] = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP];

/// A picture whose left half is dark.
fn picture(width: u32, height: u32) -> DynamicImage {
    let shade = |x| if x < width / 2 { 20 } else { 230 };
    let pixel = |x: u32, y: u32| Rgb([shade(x), u8::try_from(y % 200).unwrap_or_default(), shade(x)]);
    RgbImage::from_fn(width, height, pixel).into()
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn read(jpeg: &[u8]) -> RgbImage {
    assert_eq!(image::guess_format(jpeg).unwrap(), ImageFormat::Jpeg);
    image::load_from_memory(jpeg).unwrap().into_rgb8()
}

/// What a camera writes before the picture: that it is held upright, and where it was.
fn exif() -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    let length = u32::try_from(CANARY.len() + 1).unwrap();
    tiff.extend([0x0e, 0x01, 2, 0]);
    tiff.extend(length.to_le_bytes());
    tiff.extend(38u32.to_le_bytes());
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]);
    tiff.extend([0; 4]);
    tiff.extend(CANARY.as_bytes());
    tiff.push(0);
    tiff
}

/// A JPEG with a segment after its first marker and something after its last.
fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let (start, rest) = jpeg.split_at(2);
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [start, &[0xff, marker], &length, content, rest, CANARY.as_bytes()].concat()
}

fn tells_canary(bytes: &[u8]) -> bool {
    let word = b"CANARY";
    bytes.windows(word.len()).any(|window| window == word)
}

#[test]
fn every_format_is_made_anew_and_small() {
    for format in FORMATS {
        let made = remake(&written(&picture(3_000, 1_500), format)).unwrap();
        let read = read(&made);
        assert_eq!(read.dimensions(), (SIDE_MAX, SIDE_MAX / 2), "{format:?}");
        assert!(made.len() <= BYTES_MAX);
        assert!(
            read.get_pixel(10, 10).0[0] < 60 && read.get_pixel(SIDE_MAX - 10, 10).0[0] > 190,
            "{format:?}"
        );
    }
    assert_eq!(read(&remake(&written(&picture(40, 30), ImageFormat::Png)).unwrap()).dimensions(), (40, 30));
    assert_eq!(read(&remake(&written(&picture(1, 1), ImageFormat::WebP)).unwrap()).dimensions(), (1, 1));
}

#[test]
fn a_picture_is_turned_upright_and_tells_nothing_of_where_it_was_taken() {
    let jpeg = written(&picture(300, 200), ImageFormat::Jpeg);
    let sent = with_segment(&jpeg, 0xe1, &[b"Exif\0\0".as_slice(), &exif()].concat());
    assert!(tells_canary(&sent));
    let made = remake(&sent).unwrap();
    assert!(!tells_canary(&made));
    let upright = read(&made);
    assert_eq!(upright.dimensions(), (200, 300), "the camera was held upright");
    assert!(upright.get_pixel(100, 10).0[0] < 60 && upright.get_pixel(100, 290).0[0] > 190);
    for (marker, content) in [(0xfe, CANARY.as_bytes()), (0xe2, CANARY.as_bytes()), (0xed, CANARY.as_bytes())]
    {
        assert!(!tells_canary(&remake(&with_segment(&jpeg, marker, content)).unwrap()), "{marker:x}");
    }
}

#[test]
fn the_noisiest_picture_is_small_enough() {
    let mut state = 1u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let speckled = RgbImage::from_fn(SIDE_MAX, SIDE_MAX, |_, _| Rgb([noise(), noise(), noise()]));
    let mut sent = Vec::new();
    speckled.write_with_encoder(JpegEncoder::new_with_quality(&mut sent, 90)).unwrap();
    assert!(remake(&sent).unwrap().len() <= BYTES_MAX);
}

#[test]
fn what_is_no_picture_of_ours_is_told_apart() {
    assert_eq!(remake(b""), Err(Unfit::Empty));
    for other in
        [&b"GIF89a\x01\0\x01\0"[..], b"BM", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"x"]
    {
        assert_eq!(remake(other), Err(Unfit::Kind));
    }
}

#[test]
fn a_cut_file_is_broken_wherever_it_was_cut() {
    for format in FORMATS {
        let whole = written(&picture(64, 48), format);
        for tenth in 1..10 {
            let cut = whole.get(..whole.len() * tenth / 10).unwrap();
            assert_eq!(remake(cut), Err(Unfit::Broken), "{format:?} {tenth}");
        }
    }
    let jpeg = written(&picture(64, 48), ImageFormat::Jpeg);
    assert_eq!(remake(jpeg.get(..jpeg.len() - 1).unwrap()), Err(Unfit::Broken));
}

#[test]
fn a_header_that_claims_a_huge_picture_costs_nothing() {
    let png = written(&picture(8, 8), ImageFormat::Png);
    let huge = 65_000u32.to_be_bytes();
    let mut header = [b"IHDR".as_slice(), &huge, &huge].concat();
    header.extend(png.get(24..29).unwrap());
    let checksum = crc(&header).to_be_bytes();
    let bomb = [png.get(..12).unwrap(), &header, &checksum, png.get(33..).unwrap()].concat();
    assert_eq!(remake(&bomb), Err(Unfit::TooLarge));

    let mut jpeg = written(&picture(8, 8), ImageFormat::Jpeg);
    let frame = jpeg.windows(2).position(|bytes| bytes == [0xff, 0xc0]).unwrap();
    jpeg.splice(frame + 5..frame + 9, [0xfd, 0xe8, 0xfd, 0xe8]);
    assert_eq!(remake(&jpeg), Err(Unfit::TooLarge));

    let blank = DynamicImage::new_luma8(4_001, 4_000);
    assert_eq!(
        remake(&written(&blank, ImageFormat::Png)),
        Err(Unfit::TooLarge),
        "one row of pixels too many"
    );
    assert!(remake(&written(&DynamicImage::new_luma8(4_000, 4_000), ImageFormat::Png)).is_ok());
}

/// The checksum of a chunk of a PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| {
                if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 }
            },
        )
    })
}

/// Whatever it was, what came of it is within the limits.
fn is_within_limits(sent: &[u8]) {
    if let Ok(made) = remake(sent) {
        let read = read(&made);
        assert!(made.len() <= BYTES_MAX && read.width() <= SIDE_MAX && read.height() <= SIDE_MAX);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_a_picture_or_a_reason(
        kind in prop::sample::select(vec![
            &b""[..], b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 ", b"RIFF\0\0\0\0WEBPVP8L",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..2_000),
    ) {
        is_within_limits(&[kind, &rest].concat());
    }

    #[test]
    fn a_damaged_picture_is_a_picture_or_a_reason(
        format in prop::sample::select(FORMATS.to_vec()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = written(&picture(61, 47), format);
        for (place, value) in damage {
            let place = place.index(bytes.len());
            bytes[place] = value;
        }
        is_within_limits(&bytes);
        is_within_limits(&bytes[..cut.index(bytes.len())]);
    }
}
