//! What can be told of an attempt to the recipient who says that nobody came, and to the operator who answers.
//!
//! Where a vehicle halted tells at which doors there were parcels, so this must tell nothing but of the recipient's own
//! door. It is made of three things alone: when the driver noted what became of this very parcel, where its own door is,
//! and those fixes of the minutes before that instant that lie within [`REACH_M`] of that door. No other stop is read, no fix
//! from farther away, and not what the fold believes, since that depends on both. So whatever else happens on the tour
//! changes nothing of it (`what_happens_elsewhere_changes_no_witness`).
//!
//! A halt at the neighbour's lies within that reach as well, and nobody can tell it from one at the own door. What is told
//! is therefore no more than what an ordinary attempt at the own door leaves behind: distances in two steps, the
//! wider of them as wide as the circle of a dot that glides; how long in steps of which the last begins with
//! what one attempt takes, so that longer halts are not told apart; and no instant but that of the driver's own note. The
//! note ends it, so that it says nothing of where the vehicle went from there.

use jiff::{SignedDuration, Timestamp};

use crate::tour::KeptFix;
use crate::{OutcomeView, Place};

/// Fixes from farther away are not looked at: about what a dot that glides may be off.
const REACH_M: u16 = 150;
/// A vehicle so near stands before the door, or before the next one.
const NEAR_M: u16 = 50;
/// The steps in which it is told how exact the nearest fix was; rougher ones are told as rough.
const ACCURACY_STEPS_M: [u16; 3] = [20, 50, 100];
/// The longest stay that is told apart, in minutes: an ordinary attempt takes as long.
const STAY_MAX_MIN: u8 = 2;
/// Between fixes with a longer pause nobody saw where the vehicle was.
const PAUSE_MAX: SignedDuration = SignedDuration::from_secs(60);
/// Drivers note an attempt so long after they were at the door at most, as far as it counts here.
const BEFORE: SignedDuration = SignedDuration::from_mins(10);

/// What is told of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// That the vehicle was seen near the door in the minutes before; `None` where it was not.
    pub seen: Option<SeenNear>,
    /// Whether there is a photo.
    pub has_photo: bool,
}

/// How a vehicle was seen near a door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenNear {
    /// Within so many metres: one of two steps.
    pub within_m: u16,
    /// For so many full minutes at least, as far as fixes tell; 0, 1 or 2.
    pub stayed_min: u8,
    /// The nearest fix was exact to about so many metres; `None` where it was rougher, or the device did not say.
    pub accuracy_m: Option<u16>,
}

impl Witness {
    /// Farther away a vehicle is not seen.
    pub const REACH_M: u16 = REACH_M;

    /// What is told of an attempt that ended like this, of the fixes of its tour and the recipient's own door.
    pub(crate) fn of(
        ended: OutcomeView,
        door: Place,
        has_photo: bool,
        fixes_since: impl Fn(Timestamp) -> Vec<KeptFix>,
    ) -> Self {
        let from = ended.at.saturating_sub(BEFORE).unwrap_or(ended.at);
        let before = fixes_since(from).into_iter().filter(|fix| fix.at <= ended.at);
        let near: Vec<(f64, KeptFix)> = before
            .map(|fix| (fix.place.distance_to(door).0, fix))
            .filter(|(metres, _)| *metres <= f64::from(REACH_M))
            .collect();
        Self { seen: seen(&near), has_photo }
    }
}

fn seen(near: &[(f64, KeptFix)]) -> Option<SeenNear> {
    let (metres, nearest) = near.iter().min_by(|(a, _), (b, _)| a.total_cmp(b))?;
    let within_m = if *metres <= f64::from(NEAR_M) { NEAR_M } else { REACH_M };
    let accuracy_m = nearest
        .accuracy
        .and_then(|accuracy| ACCURACY_STEPS_M.into_iter().find(|step| accuracy.0 <= f64::from(*step)));
    Some(SeenNear { within_m, stayed_min: stayed_min(near, within_m), accuracy_m })
}

/// For how many full minutes at least the vehicle was that near, the last step being the longest that is told.
fn stayed_min(near: &[(f64, KeptFix)], within_m: u16) -> u8 {
    let instants: Vec<Timestamp> =
        near.iter().filter(|(metres, _)| *metres <= f64::from(within_m)).map(|(_, fix)| fix.at).collect();
    let pauses = instants.array_windows().map(|[before, after]| after.duration_since(*before));
    let stayed: SignedDuration = pauses.filter(|pause| *pause <= PAUSE_MAX).sum();
    u8::try_from(stayed.as_mins()).unwrap_or(STAY_MAX_MIN).min(STAY_MAX_MIN)
}
