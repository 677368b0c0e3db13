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
            let outcome = match parcel.door_code {
                Some(_) => self.ask_for_code(parcel).await,
                None => outcome(parcel, &mut self.chance),
            };
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

    /// What is dear is handed over against the code that the recipient tells, or not at all.
    async fn ask_for_code(&mut self, parcel: &DriverParcel) -> &'static str {
        let code = match &self.at_home {
            Some(at_home) => at_home.code_of(&parcel.id).await,
            None => None,
        };
        let Some(code) = code else { return "failed_verification" };
        self.work("door_code_given", json!({ "parcel": parcel.id, "code": code })).await;
        "delivered_to_recipient"
    }

    /// The stop as the phone shows it now: the recipient may have named a safe place in the meantime.
    async fn latest(&self, stop: &DriverStop) -> DriverStop {
        let tour = self.phone.tour().await.ok().flatten();
        let shown = tour.and_then(|tour| tour.stops.into_iter().find(|shown| shown.id == stop.id));
        shown.unwrap_or_else(|| stop.clone())
    }
}

/// How it ends. A safe place or a neighbour who was named is used.
fn outcome(parcel: &DriverParcel, chance: &mut StdRng) -> &'static str {
    let drawn: f64 = chance.random();
    if let Some(asked) = &parcel.instruction {
        let is_neighbour = asked.get("neighbour").is_some();
        return if is_neighbour { "delivered_to_neighbour" } else { "delivered_to_safe_place" };
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

    fn parcel(instruction: Option<serde_json::Value>) -> DriverParcel {
        DriverParcel { id: "1".to_owned(), door_code: None, instruction, outcome: None, photo: true }
    }

    #[test]
    fn a_named_safe_place_is_used() {
        let mut chance = StdRng::seed_from_u64(3);
        let asked = parcel(Some(json!({ "safe_place": "garage" })));
        assert!((0..100).all(|_| outcome(&asked, &mut chance) == "delivered_to_safe_place"));
        let asked = parcel(Some(json!({ "neighbour": "Ada" })));
        assert!((0..100).all(|_| outcome(&asked, &mut chance) == "delivered_to_neighbour"));
    }
}
