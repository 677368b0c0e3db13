//! Which fixes are believed.

use jiff::SignedDuration;

use super::fixes::KeptFix;

/// Fixes with a larger accuracy radius say too little about a stop or a street.
const ACCURACY_MAX_M: f64 = 150.0;
/// Faster than any delivery vehicle (180 km/h), with room for errors of both fixes below.
const SPEED_MAX_MPS: f64 = 50.0;
/// Two good fixes of one place may lie this far apart.
const SLACK_M: f64 = 150.0;
/// So many fixes in a row that agree with each other outweigh the one that was believed before.
const AGREEING: u8 = 3;
/// Places that were believed are remembered while this long ago, so many of them.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(2);
const PLACES: usize = 8;
/// A device that was this far away measures no place to the centimetre again, unless it never left, and strayed: then it
/// says so twice in a row.
const AWAY_M: f64 = 50.0;

/// Lets fixes through that a vehicle can have sent, and holds back those that jump.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Gate {
    suspect: Option<(KeptFix, u8)>,
    /// The fixes that were believed lately, the newest first.
    lately: [Option<KeptFix>; PLACES],
}

/// What a fix is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worth {
    /// It is believed.
    Believed,
    /// Its accuracy radius is too large.
    Inaccurate,
    /// The device repeats a place that it has left, as if it were a new one.
    Stale,
    /// The vehicle cannot have come there in that time.
    Jump,
}

impl Gate {
    /// Judges the next fix; fixes come in the order of their instants.
    pub(crate) fn judge(&mut self, fix: &KeptFix) -> Worth {
        if fix.accuracy.is_some_and(|accuracy| accuracy.0 > ACCURACY_MAX_M) {
            return Worth::Inaccurate;
        }
        if self.repeats(fix) && self.suspect.is_none_or(|(suspect, _)| suspect.place != fix.place) {
            self.suspect = Some((*fix, 1));
            return Worth::Stale;
        }
        if self.believed().is_none_or(|believed| reachable(believed, fix)) {
            return self.believe(fix);
        }
        let agreeing = match &self.suspect {
            Some((suspect, count)) if reachable(suspect, fix) => count + 1,
            _ => 1,
        };
        if agreeing >= AGREEING {
            return self.believe(fix);
        }
        self.suspect = Some((*fix, agreeing));
        Worth::Jump
    }

    fn believed(&self) -> Option<&KeptFix> {
        self.lately.first()?.as_ref()
    }

    fn believe(&mut self, fix: &KeptFix) -> Worth {
        self.suspect = None;
        self.lately.rotate_right(1);
        if let Some(newest) = self.lately.first_mut() {
            *newest = Some(*fix);
        }
        Worth::Believed
    }

    fn repeats(&self, fix: &KeptFix) -> bool {
        let is_same =
            |before: &KeptFix| before.place == fix.place && fix.at.duration_since(before.at) <= REMEMBERED;
        let is_away = |believed: &KeptFix| believed.place.distance_to(fix.place).0 >= AWAY_M;
        self.believed().is_some_and(is_away) && self.lately.iter().flatten().any(is_same)
    }
}

fn reachable(from: &KeptFix, to: &KeptFix) -> bool {
    let seconds = to.at.duration_since(from.at).as_secs_f64();
    from.place.distance_to(to.place).0 <= SLACK_M + SPEED_MAX_MPS * seconds
}
