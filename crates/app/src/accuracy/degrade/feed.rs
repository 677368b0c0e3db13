//! What is received, made poorer: the items of one tour, in order of receipt.

use jiff::{RoundMode, SignedDuration, Timestamp, TimestampRound, Unit};
use rand::RngExt as _;
use rand::rngs::StdRng;

use super::chance::{is_drawn, normal};
use super::variant::Variant;
use crate::recorded::day::{Item, RawFix};

/// The mean radius of the earth (IUGG).
const EARTH_RADIUS_M: f64 = 6_371_008.8;
/// The noise of a fix that does not say how accurate it is.
const USUAL_NOISE_M: f64 = 8.0;

/// The items of a tour as they are received after all.
pub(super) fn degraded(items: Vec<Item>, variant: Variant, chance: &mut StdRng) -> Vec<Item> {
    match variant {
        Variant::Thin(seconds) => thinned(items, span(seconds)),
        Variant::Loss(percent) => with_loss(items, percent, chance),
        Variant::Blackout(minutes) => with_blackouts(items, span(minutes * 60.0), chance),
        Variant::Jumps(percent) => each(items, |item| jumped(item, percent, chance)),
        Variant::Sigma(times) => each(items, |item| with_noise(item, times, chance)),
        Variant::Duplicates(percent) => doubled(items, percent, chance),
        Variant::Disorder(percent) => each(items, |item| late(item, percent, chance)),
        Variant::Clock(seconds) => each(items, |item| with_clock(item, span(seconds))),
        _ => items,
    }
}

fn each(mut items: Vec<Item>, change: impl FnMut(&mut Item)) -> Vec<Item> {
    items.iter_mut().for_each(change);
    items
}

fn thinned(mut items: Vec<Item>, apart: SignedDuration) -> Vec<Item> {
    let mut last: Option<Timestamp> = None;
    items.retain(|item| {
        let now = item.instant();
        let is_kept = item.fix.is_none() || last.is_none_or(|last| now.duration_since(last) >= apart);
        if item.fix.is_some() && is_kept {
            last = Some(now);
        }
        is_kept
    });
    items
}

fn with_loss(mut items: Vec<Item>, percent: f64, chance: &mut StdRng) -> Vec<Item> {
    let has_fixes = items.iter().any(|item| item.fix.is_some());
    items.retain(|item| item.fix.is_some() != has_fixes || !is_drawn(chance, percent));
    items
}

fn with_blackouts(items: Vec<Item>, length: SignedDuration, chance: &mut StdRng) -> Vec<Item> {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return items };
    let (begin, end) = (first.instant(), last.instant());
    let longest_wait = (3600.0 - length.as_secs_f64()).max(0.0);
    let hours = (0..=end.duration_since(begin).as_hours()).map(SignedDuration::from_hours);
    let ends: Vec<Timestamp> =
        hours.map(|hour| begin + hour + span(chance.random_range(0.0..=longest_wait)) + length).collect();
    let over_at = |now: Timestamp| ends.iter().copied().find(|end| (*end - length..*end).contains(&now));
    let through = |mut item: Item| match over_at(item.instant()) {
        Some(_) if item.fix.is_some() => None,
        Some(end) => {
            item.received_at = Some(whole_second(end));
            Some(item)
        }
        None => Some(item),
    };
    items.into_iter().filter_map(through).collect()
}

fn jumped(item: &mut Item, percent: f64, chance: &mut StdRng) {
    let Some(fix) = &mut item.fix else { return };
    if is_drawn(chance, percent) {
        let (far, turn) =
            (chance.random_range(500.0..=5_000.0), chance.random_range(0.0..std::f64::consts::TAU));
        shift(fix, far * turn.cos(), far * turn.sin());
    }
}

fn with_noise(item: &mut Item, times: f64, chance: &mut StdRng) {
    let Some(fix) = &mut item.fix else { return };
    // What is added to noise that is there already, so that together they are so many times as much.
    let more_m = fix.accuracy_m.unwrap_or(USUAL_NOISE_M) * (times * times - 1.0).sqrt();
    shift(fix, more_m * normal(chance), more_m * normal(chance));
    fix.accuracy_m = fix.accuracy_m.map(|accuracy_m| accuracy_m * times);
}

fn doubled(items: Vec<Item>, percent: f64, chance: &mut StdRng) -> Vec<Item> {
    let again = |item: &Item, chance: &mut StdRng| {
        is_drawn(chance, percent).then(|| {
            let received_at = item.instant() + span(chance.random_range(1.0..=60.0));
            Item { received_at: Some(whole_second(received_at)), ..item.clone() }
        })
    };
    items
        .into_iter()
        .flat_map(|item| {
            let copy = again(&item, chance);
            [Some(item), copy].into_iter().flatten()
        })
        .collect()
}

fn late(item: &mut Item, percent: f64, chance: &mut StdRng) {
    if is_drawn(chance, percent) {
        item.received_at = Some(whole_second(item.instant() + span(chance.random_range(5.0..=180.0))));
    }
}

fn with_clock(item: &mut Item, ahead: SignedDuration) {
    item.received_at = Some(item.instant());
    item.at += ahead;
}

/// Moves a fix on the plane that touches the earth there.
fn shift(fix: &mut RawFix, east_m: f64, north_m: f64) {
    let degree_m = EARTH_RADIUS_M * 1.0_f64.to_radians();
    fix.lat = micro_degrees((fix.lat + north_m / degree_m).clamp(-90.0, 90.0));
    fix.lon = micro_degrees(fix.lon + east_m / (degree_m * fix.lat.to_radians().cos().max(0.01)));
}

fn micro_degrees(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// A number of seconds, of which none is too large: variants have limits.
fn span(seconds: f64) -> SignedDuration {
    SignedDuration::try_from_secs_f64(seconds).unwrap_or_default()
}

/// The first whole second that is not earlier.
fn whole_second(at: Timestamp) -> Timestamp {
    at.round(TimestampRound::new().smallest(Unit::Second).mode(RoundMode::Ceil)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::super::chance::of_tour;
    use super::*;
    use crate::recorded::day::AtStop;

    fn second(second: i64) -> Timestamp {
        let eight: Timestamp = "2026-11-20T08:00:00Z".parse().expect("it is an instant");
        eight + SignedDuration::from_secs(second)
    }

    fn fix(at: i64) -> Item {
        let fix = RawFix { lat: 43.7, lon: 7.4, accuracy_m: Some(5.0), speed_mps: None, course_deg: None };
        Item { fix: Some(fix), served: None, ..served(at) }
    }

    fn served(at: i64) -> Item {
        Item {
            tour: "t".to_owned(),
            at: second(at),
            received_at: None,
            fix: None,
            served: Some(AtStop { stop: "a".to_owned() }),
            arrived: None,
            departed: None,
        }
    }

    /// Two hours of fixes, one every ten seconds, and an event at a stop after each.
    fn drive() -> Vec<Item> {
        (0..720).flat_map(|step| [fix(step * 10), served(step * 10 + 1)]).collect()
    }

    fn degrade(items: Vec<Item>, variant: &str) -> Vec<Item> {
        let variant = variant.parse().expect("it is a way");
        degraded(items, variant, &mut of_tour(1, variant, "t"))
    }

    fn fixes(items: &[Item]) -> usize {
        items.iter().filter(|item| item.fix.is_some()).count()
    }

    fn off_m(item: &Item) -> f64 {
        let place = |lat, lon| doorstep_domain::Place::from_degrees(lat, lon).expect("it is a place");
        let fix = item.fix.as_ref().expect("it is a fix");
        place(fix.lat, fix.lon).distance_to(place(43.7, 7.4)).0
    }

    #[test]
    fn thin_fixes_are_apart_and_stops_stay() {
        let thin = degrade(drive(), "thin-60");
        assert_eq!((fixes(&thin), thin.len()), (120, 840));
        let instants: Vec<_> = thin.iter().filter(|item| item.fix.is_some()).map(Item::instant).collect();
        assert!(instants.windows(2).all(|pair| pair[1].duration_since(pair[0]) >= span(60.0)));
    }

    #[test]
    fn a_part_of_the_fixes_is_lost_or_of_the_stops_where_there_are_no_fixes() {
        let lossy = degrade(drive(), "loss-20");
        assert!((540..612).contains(&fixes(&lossy)), "{}", fixes(&lossy));
        assert_eq!(lossy.len() - fixes(&lossy), 720);
        let scans: Vec<Item> = (0..720).map(served).collect();
        assert!((540..612).contains(&degrade(scans, "loss-20").len()));
        assert_eq!(degrade(drive(), "loss-100").len(), 720);
    }

    #[test]
    fn in_a_blackout_fixes_are_lost_and_stops_come_when_it_is_over() {
        let dark = degrade(drive(), "blackout-5");
        assert_eq!(720 - fixes(&dark), 60, "two started hours of two, five minutes each");
        let held: Vec<&Item> = dark.iter().filter(|item| item.received_at.is_some()).collect();
        assert_eq!(held.len(), 60);
        assert!(held.iter().all(|item| item.instant() > item.at && item.instant() <= item.at + span(301.0)));
        assert!(degrade(Vec::new(), "blackout-5").is_empty());
    }

    #[test]
    fn jumps_go_far_and_are_few() {
        let items = degrade(drive(), "jumps-10");
        let far: Vec<f64> =
            items.iter().filter(|item| item.fix.is_some()).map(off_m).filter(|m| *m > 1.0).collect();
        assert!((45..100).contains(&far.len()), "{}", far.len());
        assert!(far.iter().all(|m| (490.0..5_100.0).contains(m)));
    }

    #[test]
    fn three_times_the_noise_is_three_times_the_deviation() {
        let items = degrade(drive(), "sigma-3");
        let squares: Vec<f64> =
            items.iter().filter(|item| item.fix.is_some()).map(|item| off_m(item).powi(2)).collect();
        let deviation_m = (squares.iter().sum::<f64>() / 720.0 / 2.0).sqrt();
        // 5 m are there already and not in this feed: the rest of 15 m is the root of 200.
        assert!((13.0..15.5).contains(&deviation_m), "{deviation_m}");
        assert!(items.iter().filter_map(|item| item.fix.as_ref()).all(|fix| fix.accuracy_m == Some(15.0)));
    }

    #[test]
    fn doubled_items_come_again_and_late_ones_later() {
        let doubled = degrade(drive(), "duplicates-10");
        assert!((100..190).contains(&(doubled.len() - 1_440)), "{}", doubled.len());
        let again = doubled.iter().filter_map(|item| Some(item.received_at?.duration_since(item.at)));
        assert!(again.into_iter().all(|late| (span(1.0)..=span(61.0)).contains(&late)));
        let late = degrade(drive(), "disorder-20");
        let delays: Vec<_> =
            late.iter().filter_map(|item| Some(item.received_at?.duration_since(item.at))).collect();
        assert!((230..350).contains(&delays.len()), "{}", delays.len());
        assert!(delays.iter().all(|late| (span(5.0)..=span(181.0)).contains(late)));
    }

    #[test]
    fn a_wrong_clock_changes_what_the_device_says_and_not_when_it_is_received() {
        let items = degrade(vec![fix(10)], "clock--3600");
        assert_eq!(items.first().map(|item| (item.at, item.instant())), Some((second(-3590), second(10))));
    }
}
