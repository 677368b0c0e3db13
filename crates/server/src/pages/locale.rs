//! The language and the customs of a reader: which clock they read, and in which units they think.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::words::{Direction, German, Language};

/// Regions whose English speakers read a clock of twelve hours, by CLDR's `timeData`.
const TWELVE_HOURS_ENGLISH: [&str; 17] =
    ["AE", "AU", "BD", "CA", "GH", "HK", "IN", "JM", "LK", "MY", "NZ", "PH", "PK", "PR", "SG", "TT", "US"];
/// The one region whose Arabic speakers read a clock of twenty-four hours, by the same table.
const TWENTY_FOUR_HOURS_ARABIC: [&str; 1] = ["MA"];
/// Regions that think in feet and miles on the road, by CLDR's `measurementData`.
const FEET_AND_MILES: [&str; 2] = ["GB", "US"];
/// More languages than anybody speaks.
const ACCEPTED_MAX: usize = 32;

/// The language and customs that a page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Locale {
    /// The language.
    pub(crate) language: Language,
    /// How German speaks to people.
    german: German,
    region: Option<Region>,
}

/// A region, as two capital letters of ISO 3166.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Region([u8; 2]);

impl Region {
    fn read(subtag: &str) -> Option<Self> {
        let letters: [u8; 2] = subtag.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(letters.map(|letter| letter.to_ascii_uppercase())))
    }

    fn is_one_of(self, regions: &[&str]) -> bool {
        regions.iter().any(|region| region.as_bytes() == self.0)
    }
}

impl Locale {
    /// The locale of a BCP 47 tag such as `de`, `de-AT` or `en-US`, when its language is there.
    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        let mut subtags = tag.trim().split(['-', '_']);
        let language = Language::from_primary(subtags.next()?)?;
        // What follows a single letter is an extension, where two letters are no region.
        let region = subtags.take_while(|subtag| subtag.len() > 1).find_map(Region::read);
        Some(Self { language, region, german: German::Sie })
    }

    /// The locales of an `Accept-Language` header that are there, the best first: by weight and then by place.
    pub(crate) fn from_accept_language(header: &str) -> Vec<Self> {
        let weighted = |item: &str| {
            let mut parts = item.split(';');
            let locale = parts.next().and_then(Self::from_tag)?;
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1.0, |weight| weight.parse::<f32>().unwrap_or(0.0));
            (weight > 0.0).then_some((weight, locale))
        };
        let mut wishes: Vec<_> = header.split(',').take(ACCEPTED_MAX).filter_map(weighted).collect();
        wishes.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        wishes.into_iter().map(|(_, locale)| locale).collect()
    }

    /// The same, where German speaks to people so.
    pub(crate) fn speaking(self, german: German) -> Self {
        Self { german, ..self }
    }

    /// The words of a message.
    pub(crate) fn say(self, key: &str) -> Cow<'static, str> {
        self.language.say_as(self.german, key)
    }

    /// The words of a message with its arguments.
    pub(crate) fn say_with<'a>(
        self,
        key: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        self.language.say_as_with(self.german, key, args)
    }

    /// The catalogue of the driver's page.
    pub(crate) fn driver_file(self) -> String {
        self.language.driver_file(self.german)
    }

    /// Its BCP 47 tag.
    pub(crate) fn tag(self) -> String {
        match self.region {
            Some(Region(letters)) => {
                format!("{}-{}", self.language.tag(), letters.map(char::from).iter().collect::<String>())
            }
            None => self.language.tag().to_owned(),
        }
    }

    /// The way it is written.
    pub(crate) fn direction(self) -> Direction {
        self.language.direction()
    }

    /// Whether its clock has twelve hours. The catalogues of the other languages are written for twenty-four.
    pub(crate) fn has_twelve_hours(self) -> bool {
        let is_in = |regions: &[&str]| self.region.is_some_and(|region| region.is_one_of(regions));
        match self.language {
            Language::English => is_in(&TWELVE_HOURS_ENGLISH),
            Language::Arabic => !is_in(&TWENTY_FOUR_HOURS_ARABIC),
            _ => false,
        }
    }

    /// Whether it measures ways in feet and miles.
    pub(crate) fn has_feet(self) -> bool {
        self.language == Language::English
            && self.region.is_some_and(|region| region.is_one_of(&FEET_AND_MILES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_languages_of_the_browser_are_those_that_are_there_the_best_first() {
        let wishes = |header| {
            let tags: Vec<_> = Locale::from_accept_language(header).into_iter().map(Locale::tag).collect();
            tags.join(" ")
        };
        assert_eq!(wishes("ja-JP, de;q=0.7, en;q=0.8"), "en de");
        assert_eq!(wishes("de-DE,de;q=0.9,en;q=0.8"), "de-DE de en");
        assert_eq!(wishes("en-US,en;q=0.9"), "en-US en");
        assert_eq!(wishes("fr-CA;q=0.5, ar ; q=0.6"), "ar fr-CA");
        assert_eq!(wishes("ja, de;q=0"), "");
        assert_eq!(wishes(";;;,q=1,"), "");
        assert_eq!(wishes("de;q=NaN, *"), "");
        let many = vec!["ja"; ACCEPTED_MAX].join(",");
        assert_eq!(wishes(&format!("{many},de")), "", "the list ends somewhere");
    }

    #[test]
    fn a_region_is_told_from_scripts_and_extensions() {
        let tag = |tag| Locale::from_tag(tag).map(Locale::tag);
        assert_eq!(tag("ar_ma").as_deref(), Some("ar-MA"));
        assert_eq!(tag("en-Latn-US").as_deref(), Some("en-US"));
        assert_eq!(tag("en-u-hc-h12").as_deref(), Some("en"));
        assert_eq!(tag("de-x-us").as_deref(), Some("de"));
        assert_eq!(tag("es-419").as_deref(), Some("es"));
        assert_eq!(tag("en-\"><").as_deref(), Some("en"));
    }

    #[test]
    fn customs_follow_the_region() {
        let customs =
            |tag| Locale::from_tag(tag).map(|locale| (locale.has_twelve_hours(), locale.has_feet()));
        assert_eq!(customs("en-US"), Some((true, true)));
        assert_eq!(customs("en-GB"), Some((false, true)));
        assert_eq!(customs("en-AU"), Some((true, false)));
        assert_eq!(customs("en"), Some((false, false)));
        assert_eq!(customs("de-US"), Some((false, false)));
        assert_eq!(customs("ar"), Some((true, false)));
        assert_eq!(customs("ar-MA"), Some((false, false)));
    }
}
