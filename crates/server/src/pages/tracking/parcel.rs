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
    safe_place: Option<String>,
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
        safe_place: safe_place_of(page.view.wishes.instruction.as_ref(), page.reader),
    }
}
