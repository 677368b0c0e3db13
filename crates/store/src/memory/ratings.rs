//! How well deliveries went, as recipients say.

use std::collections::BTreeMap;

use doorstep_domain::{OperatorId, ParcelId, Rating};
use jiff::civil::Date;

use super::MemoryStore;
use crate::{Answer, RatedDay, Ratings};

impl Ratings for MemoryStore {
    fn put_rating(&self, parcel: ParcelId, day: Date, rating: Rating) -> Answer<'_, bool> {
        self.write(move |state| {
            let Some(known) = state.parcels.get_mut(&parcel) else { return Ok(false) };
            let before = known.rating.as_ref().map_or(0, |rating| rating.version);
            if before.checked_add(1) != Some(rating.version) {
                return Ok(false);
            }
            known.rating = Some(rating);
            state.rated_days.insert(parcel, day);
            Ok(true)
        })
    }

    fn count_ratings(&self, operator: OperatorId, from: Date, until: Date) -> Answer<'_, Vec<RatedDay>> {
        self.read(move |state| {
            let mut days = BTreeMap::new();
            for parcel in state.parcels.values().filter(|parcel| parcel.operator == operator) {
                let rated = state.rated_days.get(&parcel.id).zip(parcel.rating.as_ref());
                let Some((day, rating)) = rated.filter(|(day, _)| (from..=until).contains(day)) else {
                    continue;
                };
                days.entry(*day).or_insert_with(|| RatedDay::none(*day)).count(rating.score, 1);
            }
            days.into_values().collect()
        })
    }
}
