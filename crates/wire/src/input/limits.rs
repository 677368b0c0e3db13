//! How long texts may be, and which instants make sense.

/// What a text may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text {
    /// The largest number of characters; the smallest is 1.
    pub(crate) chars_max: usize,
    /// Whether it may have several lines.
    pub(crate) lines: bool,
}

const fn line(chars_max: usize) -> Text {
    Text { chars_max, lines: false }
}

/// The operator's name for a tour.
pub(crate) const REFERENCE: Text = line(100);
/// A number for people.
pub(crate) const TRACKING_NUMBER: Text = line(64);
/// A sender's name.
pub(crate) const SENDER: Text = line(200);
/// The operator's name for an order.
pub(crate) const ORDER: Text = line(200);
/// Another carrier's name.
pub(crate) const CARRIER: Text = line(100);
/// The address of a page.
pub(crate) const PAGE: Text = line(500);
/// The name of a person, a region and the like.
pub(crate) const NAME: Text = line(200);
/// What people call a thing.
pub(crate) const LABEL: Text = line(100);
/// A delivery zone.
pub(crate) const ZONE: Text = line(50);
/// What a recipient calls whoever a share is for: as long as a note for the driver.
pub(crate) const SHARE_NAME: Text = line(140);
/// A code as people type it, with spaces between.
pub(crate) const DOOR_CODE: Text = line(32);
/// An e-mail address.
pub(crate) const EMAIL: Text = line(254);
/// A phone number.
pub(crate) const PHONE: Text = line(32);
/// An address as on the label.
pub(crate) const ADDRESS: Text = Text { chars_max: 500, lines: true };
/// Bell, floor and other notes for the driver.
pub(crate) const NOTE: Text = Text { chars_max: 500, lines: true };

/// The first second that can be meant: clocks that were never set stand here.
pub(crate) const INSTANT_MIN: i64 = 0;
/// The year 2200, in seconds.
pub(crate) const INSTANT_MAX: i64 = 7_258_118_400;
/// A number from here on counts milliseconds: as seconds it would lie in the year 5138.
pub(crate) const EPOCH_MS_FROM: i64 = 100_000_000_000;
