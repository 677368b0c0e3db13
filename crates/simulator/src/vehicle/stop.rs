//! The work at a stop: how long it takes, and how it ends.

use jiff::SignedDuration;
use rand::RngExt as _;
use rand::rngs::StdRng;
use serde_json::json;

use super::Vehicle;
use crate::chance::log_normal;
use crate::doorstep;
use crate::phone::{DriverParcel, DriverStop};

impl Vehicle {
    /// Does the work at a stop that the driver arrived at.
    pub(super) async fn serve(&mut self, stop: &DriverStop) {
        self.here = stop.place.or(self.here);
        let extra = 20.0 * f64::from(u32::try_from(stop.parcels.len().saturating_sub(1)).unwrap_or(u32::MAX));
        let seconds = (log_normal(&mut self.chance, 70.0, 0.4) + extra).clamp(25.0, 240.0);
        self.stand(SignedDuration::from_secs_f64(seconds.round())).await;
        for parcel in self.latest(stop).await.parcels.iter().filter(|parcel| parcel.outcome.is_none()) {
            let outcome = outcome(parcel, &mut self.chance);
            let kind = if outcome.starts_with("failed") { "attempted" } else { "delivered" };
            self.work(kind, json!({ "parcel": parcel.id, "outcome": outcome })).await;
            if parcel.photo && is_left_alone(outcome) {
                self.take_photo(parcel).await;
            }
        }
        self.work("departed", json!({ "stop": stop.id })).await;
        self.driven.stops += 1;
    }

    /// The driver takes a photo of where the parcel was left.
    async fn take_photo(&mut self, parcel: &DriverParcel) {
        let door =
            parcel.id.bytes().fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
        match doorstep::photo(door) {
            Ok(jpeg) => self.phone.note_photo(&parcel.id, self.now, jpeg),
            Err(error) => tracing::warn!(%error, "no photo could be taken"),
        }
        self.send().await;
    }

    /// The stop as the phone shows it now: the recipient may have named a safe place in the meantime.
    async fn latest(&self, stop: &DriverStop) -> DriverStop {
        let tour = self.phone.tour().await.ok().flatten();
        let shown = tour.and_then(|tour| tour.stops.into_iter().find(|shown| shown.id == stop.id));
        shown.unwrap_or_else(|| stop.clone())
    }
}

/// How it ends. A named safe place is used; what is dear is handed over in person or not at all.
fn outcome(parcel: &DriverParcel, chance: &mut StdRng) -> &'static str {
    let drawn: f64 = chance.random();
    if parcel.kind == "high_value" {
        return if drawn < 0.9 { "delivered_to_recipient" } else { "failed_not_home" };
    }
    if parcel.instruction.is_some() {
        return "delivered_to_safe_place";
    }
    match drawn {
        x if x < 0.82 => "delivered_to_recipient",
        x if x < 0.90 => "delivered_to_neighbour",
        x if x < 0.96 => "delivered_to_mailbox",
        _ => "failed_not_home",
    }
}

/// Whether nobody took the parcel at the door, so that its recipient must find it.
fn is_left_alone(outcome: &str) -> bool {
    matches!(outcome, "delivered_to_safe_place" | "delivered_to_mailbox")
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    fn parcel(kind: &str, instruction: Option<serde_json::Value>) -> DriverParcel {
        DriverParcel { id: "1".to_owned(), kind: kind.to_owned(), instruction, outcome: None, photo: true }
    }

    #[test]
    fn a_named_safe_place_is_used() {
        let mut chance = StdRng::seed_from_u64(3);
        let asked = parcel("ordinary", Some(json!({ "safe_place": "garage" })));
        assert!((0..100).all(|_| outcome(&asked, &mut chance) == "delivered_to_safe_place"));
    }

    #[test]
    fn what_is_dear_is_never_left_with_others() {
        let mut chance = StdRng::seed_from_u64(3);
        let dear = parcel("high_value", Some(json!({ "safe_place": "garage" })));
        let ends: std::collections::BTreeSet<_> = (0..200).map(|_| outcome(&dear, &mut chance)).collect();
        assert_eq!(ends.into_iter().collect::<Vec<_>>(), ["delivered_to_recipient", "failed_not_home"]);
    }
}
