//! What driving does not explain was spent at doors.

use rand::rngs::StdRng;

use super::Attacker;
use crate::naming::expected;
use crate::picture::Profile;
use crate::town::House;

/// So many stops may always be where nothing was seen.
const UNSEEN_MIN: f64 = 0.02;

impl Attacker<'_, '_> {
    pub(super) fn by_timing(
        &mut self,
        profile: Profile,
        late_s: Option<f64>,
        chance: &mut StdRng,
    ) -> Vec<House> {
        let picture = self.picture;
        let beliefs = self.beliefs(profile, late_s);
        picture.candidates.name_by(beliefs, picture.stops, picture.view.own, chance)
    }

    /// How many stops are expected at each candidate.
    pub(crate) fn expected(&mut self, profile: Profile, late_s: Option<f64>) -> Vec<f64> {
        let mut scores = vec![0.0; self.picture.candidates.count()];
        expected(&self.beliefs(profile, late_s), &mut scores);
        scores
    }

    /// The stops of each stretch and the shares of the candidates; last, those of which nothing was seen.
    fn beliefs(&mut self, profile: Profile, late_s: Option<f64>) -> Vec<(f64, &[f64])> {
        if self.shares.as_ref().is_none_or(|(known, _)| *known != profile) {
            self.shares = Some((profile, self.picture.shares(profile)));
        }
        let stops = self.picture.expected(late_s);
        let unseen = (self.picture.stops as f64 - stops.iter().sum::<f64>()).max(UNSEEN_MIN);
        let shares = self.shares.iter().flat_map(|(_, shares)| shares.iter().map(Vec::as_slice));
        stops.into_iter().zip(shares).chain([(unseen, self.prior.as_slice())]).collect()
    }
}
