//! What the tenth schema brought: what recipients say when it is over, and what other carriers say.

use doorstep_domain::{
    CarrierEvent, CarrierLog, EventId, OtherCarrier, Outcome, OutcomeView, Personal, Rating, Report,
    ReportAnswer, ReportKind, Score, SeenNear, Status, Witness,
};
use jiff::Timestamp;

/// A rating.
pub(crate) fn rating(at: Timestamp) -> Rating {
    let score = Score::try_from(4).expect("it is a score");
    Rating { score, comment: Some(Personal::new("kind")), at, version: 1 }
}

/// A report, answered.
pub(crate) fn report(at: Timestamp) -> Report {
    let seen = SeenNear { within_m: 50, stayed_min: 1, accuracy_m: Some(20) };
    Report {
        kind: ReportKind::NotReceived,
        about: OutcomeView { outcome: Outcome::DeliveredToSafePlace, at },
        at,
        witness: Some(Witness { seen: Some(seen), has_photo: true }),
        answer: Some(ReportAnswer { text: Personal::new("behind the shed"), at }),
    }
}

/// Another carrier, with what it said.
pub(crate) fn other_carrier(at: Timestamp) -> OtherCarrier {
    let said = CarrierEvent {
        id: EventId::from_u128(13),
        at,
        status: Status::InTransit,
        description: Some(Personal::new("Sorted")),
        place: Some(Personal::new("Hub South")),
    };
    OtherCarrier {
        tracking_number: Some("0034".to_owned()),
        url: Some("https://carrier.example.org/0034".to_owned()),
        status_at: Some(at),
        log: CarrierLog::of([said]),
        ..OtherCarrier::named("Other")
    }
}
