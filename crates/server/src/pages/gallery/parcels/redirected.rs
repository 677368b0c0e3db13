//! Parcels that come on another day or wait at a pick-up point, and that could.

use doorstep_domain::{
    Elsewhere, HiddenBecause, MapView, Outcome, Parcel, PickupPoint, PickupPointId, Place, TrackingView,
    Wishes,
};
use jiff::civil::{Date, date};

use super::super::builders::ended;
use super::{State, before_the_day};
use crate::pages::tracking::{FormTrouble, WishForm};

/// Where recipients may choose to pick it up.
pub(super) fn points() -> Vec<PickupPoint> {
    let point = |number, name: &str, address: &str, hours: Option<&str>| PickupPoint {
        id: PickupPointId::from_u128(number),
        name: name.to_owned(),
        address: address.to_owned(),
        hours: hours.map(str::to_owned),
        place: Place::from_degrees(43.736, 7.423).unwrap(),
    };
    vec![
        point(1, "Corner shop", "2 Example Quay\n98000 Monaco", Some("Mo–Sa 9:00–19:00")),
        point(2, "Parcel locker at the station", "1 Example Square\n98000 Monaco", None),
    ]
}

fn days() -> Vec<Date> {
    [26, 27, 28, 30].map(|day| date(2026, 11, day)).to_vec()
}

/// What may be sent elsewhere, and what was.
pub(super) fn states(parcel: &Parcel) -> Vec<State> {
    let elsewhere = Elsewhere { days: days(), pickup_point: true };
    let open = TrackingView { elsewhere: elsewhere.clone(), ..before_the_day(parcel) };
    let waiting = TrackingView { promise: None, ..open.clone() };
    let day = Wishes { day: Some(date(2026, 11, 27)), version: 1, ..Wishes::default() };
    let point = Wishes { pickup_point: points().into_iter().next(), version: 2, ..Wishes::default() };
    let refused = WishForm { day: Some("2026-11-29".to_owned()), ..WishForm::default() };
    let failed = ended(Outcome::FailedNotHome, "13:42", parcel);
    let brought = ended(Outcome::DeliveredToPickupPoint, "13:42", parcel);
    let with = |state: State| State { points: points(), ..state };
    let states = [
        State::new(
            "elsewhere-open",
            open,
            &["Another day", "Friday, 27 November", "Pick it up yourself", "Corner shop", "Mo–Sa 9:00–19:00"],
            &["An einem anderen Tag", "Freitag, 27. November", "Selbst abholen", "bis der Wagen losfährt"],
        ),
        State {
            refused: Some((refused, FormTrouble::DayNeeded)),
            ..State::new(
                "day-refused",
                TrackingView { elsewhere: elsewhere.clone(), ..failed.clone() },
                &["Choose one of these days."],
                &["Wählen Sie einen dieser Tage."],
            )
        },
        State::new(
            "day-chosen",
            TrackingView { wishes: day, ..waiting.clone() },
            &["Planned: Friday", "You chose: Friday"],
            &["Geplant: Freitag", "Ihr Wunschtag: Freitag"],
        ),
        State::new(
            "pickup-chosen",
            TrackingView { wishes: point.clone(), instruction_open: false, access_open: false, ..waiting },
            &[
                "On the way to the pick-up point",
                "Corner shop",
                "2 Example Quay, 98000 Monaco",
                "You can change this until the driver sets out.",
                "Bring it to my door after all",
            ],
            &["Auf dem Weg zum Abholpunkt", "Corner shop", "Doch an die Tür bringen"],
        ),
        State::new(
            "failed-elsewhere",
            TrackingView { elsewhere, ..failed },
            &["Nobody answered", "Another day", "Pick it up yourself"],
            &["An einem anderen Tag", "Selbst abholen"],
        ),
        State::new(
            "pickup-ready",
            TrackingView { wishes: point, map: MapView::Hidden(HiddenBecause::Delivered), ..brought },
            &["Ready for you: Corner shop", "2 Example Quay, 98000 Monaco", "Mo–Sa 9:00–19:00"],
            &["Liegt für Sie bereit: Corner shop", "2 Example Quay, 98000 Monaco"],
        ),
    ];
    states.into_iter().map(with).collect()
}
