//! What a driver's camera sees: a parcel beside a front door, drawn.

use image::codecs::jpeg::JpegEncoder;
use image::{ImageError, Rgb, RgbImage};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

/// As wide and high as a phone's picture, in pixels, made smaller.
const WIDTH: u32 = 1_200;
const HEIGHT: u32 = 900;
/// Where the wall ends and the ground begins.
const GROUND: u32 = 700;
/// Of 100, as the driver's app does.
const QUALITY: u8 = 80;
const DOORS: [[u8; 3]; 4] = [[38, 92, 84], [128, 44, 48], [44, 66, 112], [92, 74, 54]];
const WALLS: [[u8; 3]; 3] = [[222, 206, 180], [204, 208, 206], [216, 186, 160]];
const CARDBOARD: [u8; 3] = [190, 146, 96];

/// A photo of a parcel at a door, as JPEG; each seed has its own door.
///
/// # Errors
/// Only when the picture cannot be written, which memory does not refuse.
pub(crate) fn photo(seed: u64) -> Result<Vec<u8>, ImageError> {
    let mut chance = StdRng::seed_from_u64(seed);
    let mut scene = Scene(RgbImage::from_pixel(WIDTH, HEIGHT, Rgb([150, 146, 140])));
    scene.wall(one_of(&WALLS, &mut chance));
    scene.door(one_of(&DOORS, &mut chance));
    scene.parcel(&mut chance);
    scene.grain(&mut chance);
    let mut jpeg = Vec::new();
    scene.0.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY))?;
    Ok(jpeg)
}

fn one_of(colours: &[[u8; 3]], chance: &mut StdRng) -> [u8; 3] {
    colours.get(chance.random_range(0..colours.len())).copied().unwrap_or_default()
}

struct Scene(RgbImage);

impl Scene {
    fn wall(&mut self, colour: [u8; 3]) {
        self.fill((0, 0), (WIDTH, GROUND), colour);
        for row in 0..GROUND / 50 {
            self.fill((0, row * 50), (WIDTH, 3), shade(colour, 88));
            for brick in 0..13 {
                self.fill((brick * 100 + row % 2 * 50, row * 50), (3, 50), shade(colour, 88));
            }
        }
    }

    fn door(&mut self, colour: [u8; 3]) {
        self.fill((340, 70), (420, 630), [238, 234, 226]);
        self.fill((370, 100), (360, 600), colour);
        for (x, y) in [(410, 140), (570, 140), (410, 400), (570, 400)] {
            self.fill((x, y), (120, 220), shade(colour, 80));
            self.fill((x + 8, y + 8), (104, 204), shade(colour, 92));
        }
        self.fill((384, 392), (12, 60), [214, 190, 110]);
        self.fill((300, GROUND), (500, 40), [196, 192, 186]);
        self.fill((390, 745), (320, 70), [96, 82, 70]);
    }

    fn parcel(&mut self, chance: &mut StdRng) {
        let (width, height) = (chance.random_range(170..260), chance.random_range(120..200));
        let (left, top) = (chance.random_range(760..900), 800 - height);
        self.fill((left + 14, 792), (width, 22), [112, 108, 104]);
        self.fill((left, top), (width, height), CARDBOARD);
        self.fill((left, top), (width, height / 5), shade(CARDBOARD, 112));
        self.fill((left + width / 2 - 12, top), (24, height), [216, 190, 146]);
        self.fill((left + 20, top + height / 2), (70, 46), [244, 244, 240]);
        for line in 0..3 {
            self.fill((left + 28, top + height / 2 + 9 + line * 11), (52 - line * 10, 4), [70, 70, 70]);
        }
    }

    /// Light falls off to the sides, and no camera is free of noise.
    fn grain(&mut self, chance: &mut StdRng) {
        for (x, _, Rgb(pixel)) in self.0.enumerate_pixels_mut() {
            let light = 104 - x.abs_diff(WIDTH / 2) / 40 + chance.random_range(0..5);
            *pixel = shade(*pixel, light);
        }
    }

    fn fill(&mut self, (left, top): (u32, u32), (width, height): (u32, u32), colour: [u8; 3]) {
        for y in top..(top + height).min(HEIGHT) {
            for x in left..(left + width).min(WIDTH) {
                self.0.put_pixel(x, y, Rgb(colour));
            }
        }
    }
}

/// A colour at so many hundredths of its light.
fn shade(colour: [u8; 3], hundredths: u32) -> [u8; 3] {
    colour.map(|part| u8::try_from(u32::from(part) * hundredths / 100).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seed_has_a_picture_of_its_own_and_the_same_each_time() {
        let first = photo(1).unwrap();
        assert_eq!(photo(1).unwrap(), first);
        assert_ne!(photo(2).unwrap(), first);
        assert!(first.len() < 500_000, "{}", first.len());
    }
}
