//! The colours that follow from an operator's one accent.
//!
//! Its hue and as much of its strength as a screen can show are kept; its lightness in OKLCH is moved until it can be
//! read where it stands (WCAG 2.2, success criteria 1.4.3 and 1.4.11; 1.4.6 where the reader wants more contrast).
//! Contrast is taken of the colours as they are written, in 256 steps.

use color::{Oklch, OpaqueColor, Rgba8, Srgb};

/// Hues that are this near to those of a state are taken for it, in degrees.
const NEAR_DEG: f32 = 20.0;
/// A colour with less strength than this has no hue to speak of.
const GREY: f32 = 0.03;
/// How finely the lightness is moved.
const STEP: f32 = 0.004;
/// The states' colours that an accent must not be taken for, in light and in dark: those of `tokens.css`.
const STATES: [(&str, [u8; 3]); 4] = [
    ("failures", [0xa0, 0x1e, 0x1e]),
    ("failures", [0xff, 0x9f, 0x93]),
    ("delays", [0x7b, 0x4a, 0x00]),
    ("delays", [0xf4, 0xc4, 0x6b]),
];
const WHITE: [u8; 3] = [255; 3];
const BLACK: [u8; 3] = [0; 3];
const INK: [u8; 3] = [0x19, 0x1c, 0x1a];

/// Where an accent stands: what is behind it, in the schemes of `tokens.css`.
struct Scheme {
    /// The page and its cards: the accent is text there.
    text_on: [[u8; 3]; 2],
    /// The water of the map, where it is the van.
    shape_on: [u8; 3],
    text: f32,
    shape: f32,
    /// How light quiet fills are, and how much of the strength they keep; none where the reader wants no tints.
    soft: Option<(f32, f32)>,
    is_dark: bool,
}

const LIGHT: Scheme = Scheme {
    text_on: [[0xf6, 0xf4, 0xf0], WHITE],
    shape_on: [0xcf, 0xdf, 0xe4],
    text: 4.5,
    shape: 3.0,
    soft: Some((0.945, 0.25)),
    is_dark: false,
};
const DARK: Scheme = Scheme {
    text_on: [[0x10, 0x13, 0x12], [0x19, 0x1d, 0x1b]],
    shape_on: [0x0e, 0x24, 0x2c],
    text: 4.5,
    shape: 3.0,
    soft: Some((0.29, 0.4)),
    is_dark: true,
};
const MORE: Scheme = Scheme {
    text_on: [WHITE, WHITE],
    shape_on: [0xd6, 0xe6, 0xee],
    text: 7.0,
    shape: 4.5,
    soft: None,
    is_dark: false,
};
const MORE_DARK: Scheme = Scheme {
    text_on: [BLACK, BLACK],
    shape_on: [0x0b, 0x2a, 0x38],
    text: 7.0,
    shape: 4.5,
    soft: None,
    is_dark: true,
};

/// An accent that cannot be one, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAccent {
    /// It is no colour.
    #[error("{0:?} is no colour; write it as #0b6b57")]
    NoColour(String),
    /// It would be taken for the colour of a state.
    #[error("{colour} is nearly the colour of {state}, and would be taken for it; choose another hue")]
    LooksLikeState {
        /// As it was written.
        colour: String,
        /// What that colour says.
        state: &'static str,
    },
}

/// The colours of one scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shades {
    pub(super) accent: [u8; 3],
    press: [u8; 3],
    on_accent: [u8; 3],
    soft: [u8; 3],
    deep: [u8; 3],
}

/// An operator's accent, in every scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Accent {
    pub(super) light: Shades,
    pub(super) dark: Shades,
    pub(super) more: Shades,
    pub(super) more_dark: Shades,
}

impl Accent {
    /// Reads a colour of six hexadecimal digits.
    pub(super) fn read(text: &str) -> Result<Self, BadAccent> {
        let rgb = hex(text.trim()).ok_or_else(|| BadAccent::NoColour(text.to_owned()))?;
        let given = oklch(rgb);
        let [_, strength, hue] = given.components;
        let near = STATES.iter().find(|(_, state)| apart(oklch(*state).components[2], hue) < NEAR_DEG);
        if let (Some((state, _)), true) = (near, strength >= GREY) {
            return Err(BadAccent::LooksLikeState { colour: text.trim().to_owned(), state });
        }
        let shades = |scheme: &Scheme| Shades::of(given, scheme);
        Ok(Self {
            light: shades(&LIGHT),
            dark: shades(&DARK),
            more: shades(&MORE),
            more_dark: shades(&MORE_DARK),
        })
    }
}

impl Shades {
    fn of(given: OpaqueColor<Oklch>, scheme: &Scheme) -> Self {
        let fits = |rgb| {
            scheme.text_on.iter().all(|behind| contrast(rgb, *behind) >= scheme.text)
                && contrast(rgb, scheme.shape_on) >= scheme.shape
        };
        let accent = moved(given, fits);
        let away = if scheme.is_dark { 0.07 } else { -0.07 };
        let at = oklch(accent);
        let [lightness, ..] = at.components;
        let press = written(at.map_lightness(|_| (lightness + away).clamp(0.0, 1.0)));
        let soft = scheme.soft.map(|(lightness, kept)| {
            let [_, strength, hue] = at.components;
            written(OpaqueColor::new([lightness, strength * kept, hue]))
        });
        let deep = soft.map(|soft| moved(oklch(press), |rgb| contrast(rgb, soft) >= 4.5));
        Self {
            accent,
            press,
            on_accent: if contrast(WHITE, accent) >= contrast(INK, accent) { WHITE } else { INK },
            soft: soft.unwrap_or(scheme.text_on[0]),
            deep: deep.unwrap_or(accent),
        }
    }

    /// As the properties of a style sheet.
    pub(super) fn css(&self) -> String {
        let [accent, press, on_accent, soft, deep] =
            [self.accent, self.press, self.on_accent, self.soft, self.deep].map(hash);
        format!(
            "--accent:{accent};--accent-press:{press};--on-accent:{on_accent};--accent-soft:{soft};\
             --accent-deep:{deep}"
        )
    }
}

/// The colour of the same hue whose lightness is nearest and that fits; black or white always does.
fn moved(given: OpaqueColor<Oklch>, fits: impl Fn([u8; 3]) -> bool) -> [u8; 3] {
    let [lightness, ..] = given.components;
    let mut away = 0.0;
    while away <= 1.0 {
        for to in [lightness - away, lightness + away] {
            let rgb = written(given.map_lightness(|_| to.clamp(0.0, 1.0)));
            if fits(rgb) {
                return rgb;
            }
        }
        away += STEP;
    }
    if fits(BLACK) { BLACK } else { WHITE }
}

/// The colour as a screen shows it. What is too strong for screens loses strength and keeps its hue and lightness.
fn written(colour: OpaqueColor<Oklch>) -> [u8; 3] {
    let [lightness, strength, hue] = colour.components;
    let with = |part: f32| OpaqueColor::<Oklch>::new([lightness, strength * part, hue]).convert::<Srgb>();
    let fits = |part: f32| with(part).components.iter().all(|one| (-0.0005..=1.0005).contains(one));
    let (mut low, mut high) = (0.0, 1.0);
    if fits(high) {
        low = high;
    }
    for _ in 0..12 {
        let half = f32::midpoint(low, high);
        if fits(half) { low = half } else { high = half }
    }
    let Rgba8 { r, g, b, .. } = with(low).to_rgba8();
    [r, g, b]
}

fn oklch([r, g, b]: [u8; 3]) -> OpaqueColor<Oklch> {
    OpaqueColor::<Srgb>::from_rgb8(r, g, b).convert()
}

/// The contrast of two colours, from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f32 {
    let [one, other] =
        [one, other].map(|[r, g, b]| OpaqueColor::<Srgb>::from_rgb8(r, g, b).relative_luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn apart(one: f32, other: f32) -> f32 {
    let apart = (one - other).rem_euclid(360.0);
    apart.min(360.0 - apart)
}

fn hash([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([r, g, b])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(shades: &Shades, scheme: &Scheme, what: &str) {
        for behind in scheme.text_on {
            assert!(contrast(shades.accent, behind) >= scheme.text, "{what}: {shades:?}");
            assert!(contrast(shades.press, behind) >= scheme.text - 0.6, "{what} pressed: {shades:?}");
        }
        assert!(contrast(shades.accent, scheme.shape_on) >= scheme.shape, "{what} on water: {shades:?}");
        assert!(contrast(shades.on_accent, shades.accent) >= 4.5, "{what} under text: {shades:?}");
        assert!(contrast(shades.deep, shades.soft) >= 4.5, "{what} quiet: {shades:?}");
    }

    #[test]
    fn whatever_the_accent_it_can_be_read_in_every_scheme() {
        let mut read = 0;
        for number in (0..0x0100_0000_u32).step_by(0x0a_0b0d) {
            let text = format!("#{number:06x}");
            let Ok(accent) = Accent::read(&text) else { continue };
            read += 1;
            hold(&accent.light, &LIGHT, &text);
            hold(&accent.dark, &DARK, &text);
            hold(&accent.more, &MORE, &text);
            hold(&accent.more_dark, &MORE_DARK, &text);
        }
        assert!(read > 15, "{read}");
        for text in ["#000000", "#ffffff", "#808080", "#0000ff", "#00ff00", "#00ffff", "#ff00ff", "#7f00ff"] {
            let accent = Accent::read(text).unwrap();
            hold(&accent.light, &LIGHT, text);
            hold(&accent.dark, &DARK, text);
        }
    }

    #[test]
    fn what_can_be_read_as_it_is_stays_as_it_is() {
        for text in ["#0b6b57", "#004f9f", "#5b2a86"] {
            assert_eq!(hash(Accent::read(text).unwrap().light.accent), text);
        }
        let light_blue = Accent::read("#4fc3f7").unwrap();
        assert_eq!(hash(light_blue.dark.accent), "#4fc3f7");
        assert_ne!(hash(light_blue.light.accent), "#4fc3f7");
        let hue = |rgb| oklch(rgb).components[2];
        assert!(apart(hue(light_blue.light.accent), hue(light_blue.dark.accent)) < 3.0);
    }

    #[test]
    fn an_accent_that_looks_like_a_failure_or_a_delay_is_refused() {
        for text in ["#ff0000", "#a01e1e", "#e2001a", "#ffb000", "#7b4a00"] {
            assert!(matches!(Accent::read(text), Err(BadAccent::LooksLikeState { .. })), "{text}");
        }
        for text in ["", "red", "#fff", "#12345g", "0b6b57", "#0b6b5", "#\u{e4}bcde"] {
            assert!(matches!(Accent::read(text), Err(BadAccent::NoColour(_))), "{text}");
        }
    }
}
