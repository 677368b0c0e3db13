//! What the tenth schema brought: what recipients say when it is over.

use doorstep_domain::{
    Outcome, OutcomeView, Personal, Rating, Report, ReportAnswer, ReportKind, Score, SeenNear, Witness,
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
