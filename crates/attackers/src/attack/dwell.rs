//! Where the dot stays, someone gets a parcel.

use rand::rngs::StdRng;

use super::Attacker;
use crate::plane::Point;
use crate::town::House;

impl Attacker<'_, '_> {
    pub(super) fn by_dwell(&self, radius_m: f64, long_s: f64, chance: &mut StdRng) -> Vec<House> {
        let picture = self.picture;
        let own = picture.town.houses.kerbs[picture.view.own];
        let mut halts = self.halts(radius_m, long_s);
        halts.retain(|(_, middle)| middle.distance_to(own) > radius_m);
        halts.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut scores: Vec<f64> = self.prior.iter().map(|share| share * 1e-3).collect();
        for (score, on_the_way) in scores.iter_mut().zip(self.on_the_way().into_iter().flatten()) {
            *score += 1e-2 * on_the_way;
        }
        for (rank, (_, middle)) in halts.iter().take(picture.stops).enumerate() {
            if let Some(nearest) = self.nearest(*middle) {
                scores[nearest] += 10.0 - rank as f64;
            }
        }
        picture.candidates.name(&scores, picture.stops, picture.view.own, chance)
    }

    /// How long the dot stayed within a radius, and the middle of that.
    fn halts(&self, radius_m: f64, long_s: f64) -> Vec<(f64, Point)> {
        let dots: Vec<(f64, Point)> = self.picture.view.dots().map(|(shown, dot)| (shown.at, dot)).collect();
        let mut halts = Vec::new();
        let mut begin = 0;
        while begin < dots.len() {
            let (since, place) = dots[begin];
            let there =
                dots[begin..].iter().take_while(|(_, dot)| dot.distance_to(place) <= radius_m).count();
            let end = begin + there.max(1);
            // A dot stays on the map until the next row.
            let until = dots.get(end).map_or(self.picture.view.own_arrive, |(at, _)| *at);
            if until - since >= long_s {
                let middle = Point::middle(dots[begin..end].iter().map(|(_, dot)| *dot));
                halts.extend(middle.map(|middle| (until - since, middle)));
            }
            begin = end;
        }
        halts
    }

    fn nearest(&self, point: Point) -> Option<usize> {
        let kerb = |at: &usize| self.picture.town.houses.kerbs[self.picture.candidates.houses[*at]];
        let apart = |at: &usize| kerb(at).distance_to(point);
        (0..self.picture.candidates.count()).min_by(|a, b| apart(a).total_cmp(&apart(b)))
    }
}
