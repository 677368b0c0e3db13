//! Which fixes are believed.

use super::fixes::KeptFix;

/// Fixes with a larger accuracy radius say too little about a stop or a street.
const ACCURACY_MAX_M: f64 = 150.0;
/// Faster than any delivery vehicle (180 km/h), with room for errors of both fixes below.
const SPEED_MAX_MPS: f64 = 50.0;
/// Two good fixes of one place may lie this far apart.
const SLACK_M: f64 = 150.0;
/// So many fixes in a row that agree with each other outweigh the one that was believed before.
const AGREEING: u8 = 3;

/// Lets fixes through that a vehicle can have sent, and holds back those that jump.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Gate {
    believed: Option<KeptFix>,
    suspect: Option<(KeptFix, u8)>,
}

/// What a fix is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worth {
    /// It is believed.
    Believed,
    /// Its accuracy radius is too large.
    Inaccurate,
    /// The vehicle cannot have come there in that time.
    Jump,
}

impl Gate {
    /// Judges the next fix; fixes come in the order of their instants.
    pub(crate) fn judge(&mut self, fix: &KeptFix) -> Worth {
        if fix.accuracy.is_some_and(|accuracy| accuracy.0 > ACCURACY_MAX_M) {
            return Worth::Inaccurate;
        }
        if self.believed.as_ref().is_none_or(|believed| reachable(believed, fix)) {
            *self = Self { believed: Some(*fix), suspect: None };
            return Worth::Believed;
        }
        let agreeing = match &self.suspect {
            Some((suspect, count)) if reachable(suspect, fix) => count + 1,
            _ => 1,
        };
        if agreeing >= AGREEING {
            *self = Self { believed: Some(*fix), suspect: None };
            return Worth::Believed;
        }
        self.suspect = Some((*fix, agreeing));
        Worth::Jump
    }
}

fn reachable(from: &KeptFix, to: &KeptFix) -> bool {
    let seconds = to.at.duration_since(from.at).as_secs_f64();
    from.place.distance_to(to.place).0 <= SLACK_M + SPEED_MAX_MPS * seconds
}
