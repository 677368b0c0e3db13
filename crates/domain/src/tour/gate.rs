//! Which fixes are believed.

use jiff::SignedDuration;

use super::fixes::KeptFix;
use super::reach::Reach;

/// Fixes with a larger accuracy radius say too little about a stop or a street.
const ACCURACY_MAX_M: f64 = 150.0;
/// Faster than any delivery vehicle (180 km/h), with room for errors of both fixes below.
const SPEED_MAX_MPS: f64 = 50.0;
/// Two good fixes of one place may lie this far apart.
const SLACK_M: f64 = 150.0;
/// So many fixes in a row that agree with each other outweigh the one that was believed before.
const AGREEING: u32 = 3;
/// A track that nobody heard of for so long is forgotten.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(10);
/// Places that were believed are remembered while this long ago, so many of them.
const REPEATED: SignedDuration = SignedDuration::from_mins(2);
const PLACES: usize = 8;
/// A device that was this far away measures no place to the centimetre again, unless it never left, and strayed: then it
/// says so twice in a row.
const AWAY_M: f64 = 50.0;

/// Lets fixes through that a vehicle can have sent, and holds back those that jump.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Gate {
    /// The fixes that were believed lately, the newest first.
    lately: [Option<KeptFix>; PLACES],
    /// The fix that repeated a place, if it was the last one.
    repeated: Option<KeptFix>,
    other: Option<Track>,
}

/// Fixes that agree with each other and not with the one that is believed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Track {
    last: KeptFix,
    /// How many there were since the last one that was believed.
    in_a_row: u32,
    /// How many there were at all.
    fixes: u32,
}

/// What a fix is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worth {
    /// It is believed.
    Believed,
    /// It is so far away that it is of no vehicle of this tour.
    Far,
    /// Its accuracy radius is too large.
    Inaccurate,
    /// The device repeats a place that it has left, as if it were a new one.
    Stale,
    /// The vehicle cannot have come there in that time.
    Jump,
    /// The same, and fixes have been going to and fro between there and where the vehicle is believed to be.
    Alternating,
}

impl Gate {
    /// Judges the next fix; fixes come in the order of their instants.
    pub(crate) fn judge(&mut self, fix: &KeptFix, reach: Option<&Reach>) -> Worth {
        if reach.is_some_and(|reach| !reach.holds(fix.place)) {
            return Worth::Far;
        }
        if fix.accuracy.is_some_and(|accuracy| accuracy.0 > ACCURACY_MAX_M) {
            return Worth::Inaccurate;
        }
        let repeated = self.repeated.take();
        if self.repeats(fix) && repeated.is_none_or(|repeated| repeated.place != fix.place) {
            self.repeated = Some(*fix);
            return Worth::Stale;
        }
        if self.believed().is_none_or(|believed| reachable(believed, fix)) {
            self.believe(fix);
            if let Some(other) = &mut self.other {
                other.in_a_row = 0;
            }
            return Worth::Believed;
        }
        let track = Track::on(self.other, fix);
        if track.in_a_row >= AGREEING {
            self.other = self.believed().copied().map(Track::left_at);
            self.believe(fix);
            return Worth::Believed;
        }
        self.other = Some(track);
        if track.fixes > AGREEING { Worth::Alternating } else { Worth::Jump }
    }

    fn believed(&self) -> Option<&KeptFix> {
        self.lately.first()?.as_ref()
    }

    fn believe(&mut self, fix: &KeptFix) {
        self.lately.rotate_right(1);
        if let Some(newest) = self.lately.first_mut() {
            *newest = Some(*fix);
        }
    }

    fn repeats(&self, fix: &KeptFix) -> bool {
        let is_same =
            |before: &KeptFix| before.place == fix.place && fix.at.duration_since(before.at) <= REPEATED;
        let is_away = |believed: &KeptFix| believed.place.distance_to(fix.place).0 >= AWAY_M;
        self.believed().is_some_and(is_away) && self.lately.iter().flatten().any(is_same)
    }
}

impl Track {
    /// The track that a fix is on: the known one, or one that begins with it.
    fn on(known: Option<Self>, fix: &KeptFix) -> Self {
        let known = known.filter(|track| track.is_remembered(fix) && reachable(&track.last, fix));
        let (in_a_row, fixes) = known.map_or((0, 0), |track| (track.in_a_row, track.fixes));
        Self { last: *fix, in_a_row: in_a_row.saturating_add(1), fixes: fixes.saturating_add(1) }
    }

    /// The track of fixes that were believed until others outweighed them.
    fn left_at(last: KeptFix) -> Self {
        Self { last, in_a_row: 0, fixes: AGREEING }
    }

    fn is_remembered(&self, fix: &KeptFix) -> bool {
        self.in_a_row > 0 || fix.at.duration_since(self.last.at) <= REMEMBERED
    }
}

fn reachable(from: &KeptFix, to: &KeptFix) -> bool {
    let seconds = to.at.duration_since(from.at).as_secs_f64();
    from.place.distance_to(to.place).0 <= SLACK_M + SPEED_MAX_MPS * seconds
}
