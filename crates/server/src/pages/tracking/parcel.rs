//! The parcel itself: from whom, which number, by whom.

use askama::Template;

use super::Tracking;
use super::choices::safe_place_of;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;

/// The facts of the parcel.
#[derive(Template)]
#[template(path = "parts/parcel.html")]
pub(super) struct ParcelFacts<'a> {
    reader: &'a Reader,
    sender: Option<&'a str>,
    driver: Option<&'a str>,
    number: &'a str,
    operator: &'a str,
    own_network: bool,
    /// Its number at another carrier, and the page there.
    there: Option<There<'a>>,
    safe_place: Option<String>,
}

/// How another carrier tells of the parcel itself.
struct There<'a> {
    label: String,
    number: Option<&'a str>,
    url: Option<&'a str>,
    follow: String,
}

impl<'a> There<'a> {
    fn of(page: &Tracking<'a>) -> Option<Self> {
        let told = page.view.told.as_ref()?;
        let carrier = || [("carrier", page.view.operator.as_str().into())];
        let there = Self {
            label: page.reader.say_with("parcel-number-there", carrier()),
            number: told.tracking_number.as_deref(),
            url: told.url.as_deref(),
            follow: page.reader.say_with("parcel-follow-there", carrier()),
        };
        (there.number.is_some() || there.url.is_some()).then_some(there)
    }
}

/// Makes the part.
pub(super) fn parcel<'a>(page: &Tracking<'a>) -> ParcelFacts<'a> {
    ParcelFacts {
        reader: page.reader,
        sender: page.view.sender.as_ref().map(doorstep_domain::Personal::reveal),
        driver: page.view.driver_name.as_ref().map(doorstep_domain::Personal::reveal),
        number: page.own.tracking_number,
        operator: &page.view.operator,
        own_network: page.view.delivered_by_own_network,
        there: There::of(page),
        safe_place: safe_place_of(page.view.wishes.instruction.as_ref(), page.reader),
    }
}
