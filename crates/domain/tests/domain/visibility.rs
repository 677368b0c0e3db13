//! Who may see what, and when.

use doorstep_domain::visibility::{
    Area, KeptWindows, LiveRegion, Offer, Policy, Preset, Rule, Rules, SenderKey,
};
use doorstep_domain::{
    Carrier, Happening, HiddenBecause, MapView, OtherCarrier, Outcome, ParcelKind, RegionId, RemainingStops,
    Status, TourState, TrackingView,
};
use jiff::civil::date;

use crate::support::{DAY, GAP_M, at, fix, look, look_under, parcel, parcel_id, stop_id, tour};

/// A tour of which the first `done` stops are delivered, one every 90 seconds, and the van is on the road again.
fn after(stops: u16, done: u16) -> (TourState, i64) {
    let delivered = (1..=done).flat_map(|number| {
        let second = 90 * i64::from(number);
        [
            (second, fix(GAP_M * f64::from(number))),
            (
                second + 1,
                Happening::Delivered { parcel: parcel_id(number), outcome: Outcome::DeliveredToRecipient },
            ),
        ]
    });
    let now = 90 * i64::from(done) + 10;
    let on_the_road = (now - 5, fix(GAP_M * f64::from(done) + 60.0));
    (tour(stops, delivered.chain([on_the_road])), now)
}

fn hidden(map: &MapView) -> Option<HiddenBecause> {
    match map {
        MapView::Open { .. } => None,
        MapView::Hidden(because) => Some(*because),
    }
}

#[test]
fn near_opens_when_stops_and_minutes_are_both_few_enough() {
    // 10 stops of 2 minutes each are within 30 minutes: stops decide.
    for (own, expected) in [(10, None), (11, Some(HiddenBecause::TooFar))] {
        let (tour, now) = after(20, 0);
        let view = look(&tour, &parcel(own), now);
        assert_eq!(hidden(&view.map), expected, "stop {own}");
        let count = expected.is_none().then_some(RemainingStops::Exactly(own));
        assert_eq!(view.remaining_stops, count, "stop {own}");
    }
    // With slow work, 30 minutes decide although few stops remain.
    let slow = Offer { policy: Policy { map: within(10, 6 * 60), ..Policy::default() }, ..Offer::default() };
    let (tour, now) = after(20, 0);
    assert_eq!(hidden(&look_under(&slow, &tour, &parcel(2), now).map), None);
    assert_eq!(hidden(&look_under(&slow, &tour, &parcel(6), now).map), Some(HiddenBecause::TooFar));
}

fn within(stops: u16, seconds: u32) -> Rule {
    Rule::All(vec![Rule::WithinStops(stops), Rule::WithinDuration(seconds)])
}

#[test]
fn the_count_goes_down_to_next_and_the_map_closes_on_the_outcome() {
    for done in 0..5 {
        let (tour, now) = after(8, done);
        assert_eq!(look(&tour, &parcel(5), now).remaining_stops, Some(RemainingStops::Exactly(5 - done)));
    }
    let (tour, now) = after(8, 5);
    let view = look(&tour, &parcel(5), now);
    assert_eq!(hidden(&view.map), Some(HiddenBecause::Delivered));
    assert_eq!((view.status, view.remaining_stops, view.forecast), (Status::Delivered, None, None));
    assert_eq!(view.outcome.map(|outcome| outcome.at), Some(at(451)));
}

#[test]
fn there_is_a_map_only_on_the_delivery_day_and_on_a_tour_that_runs() {
    let planned = {
        let mut state = TourState::default();
        state.fold_all(crate::support::log([(-60, crate::support::plan(3))]));
        state
    };
    assert_eq!(hidden(&look(&planned, &parcel(1), -30).map), Some(HiddenBecause::TourNotStarted));
    let mut tomorrow = parcel(1);
    tomorrow.day = Some(date(2026, 11, 25));
    assert_eq!(hidden(&look(&planned, &tomorrow, -30).map), Some(HiddenBecause::NotDeliveryDay));
    let over = tour(3, [(10, fix(50.0)), (20, Happening::Ended)]);
    let view = look(&over, &parcel(1), 30);
    assert_eq!(hidden(&view.map), Some(HiddenBecause::NotDeliveryDay));
    assert_eq!(view.status, Status::Delayed);
}

#[test]
fn a_tour_that_nobody_ended_is_not_shown_for_ever() {
    let (running, now) = after(8, 2);
    let on = |day| {
        let mut own = parcel(4);
        own.day = Some(day);
        look(&running, &own, now)
    };
    assert_eq!(hidden(&on(DAY).map), None);
    // It may run past midnight, and who is far west of the door has the date of yesterday.
    for near in [date(2026, 11, 23), date(2026, 11, 25)] {
        assert_eq!(hidden(&on(near).map), None);
    }
    for another in [date(2026, 11, 22), date(2026, 11, 26)] {
        let view = on(another);
        assert_eq!(hidden(&view.map), Some(HiddenBecause::NotDeliveryDay));
        assert_eq!(view.remaining_stops, None);
    }
}

#[test]
fn a_region_offers_the_map_from_its_day_on_and_only_inside() {
    let square =
        r#"{"type":"Polygon","coordinates":[[[4.9,44.9],[5.2,44.9],[5.2,45.1],[4.9,45.1],[4.9,44.9]]]}"#;
    let elsewhere = r#"{"type":"Polygon","coordinates":[[[8,44.9],[9,44.9],[9,45.1],[8,45.1],[8,44.9]]]}"#;
    let region = |area: &str, live_from| Offer {
        policy: Policy::default(),
        regions: vec![LiveRegion {
            id: RegionId::from_u128(1),
            area: Area::from_geojson(area).expect("a polygon"),
            live_from,
            rules: Rules::default(),
            kept: KeptWindows::default(),
        }],
        ..Offer::default()
    };
    let (tour, now) = after(8, 0);
    let seen = |offer: &Offer| hidden(&look_under(offer, &tour, &parcel(3), now).map);
    assert_eq!(seen(&region(square, DAY)), None);
    assert_eq!(seen(&region(square, date(2026, 11, 25))), Some(HiddenBecause::OutsideArea));
    assert_eq!(seen(&region(elsewhere, DAY)), Some(HiddenBecause::OutsideArea));
    let mut nowhere = parcel(3);
    nowhere.door = None;
    assert_eq!(
        hidden(&look_under(&region(square, DAY), &tour, &nowhere, now).map),
        Some(HiddenBecause::OutsideArea)
    );
}

#[test]
fn a_region_may_have_rules_of_its_own() {
    let square =
        r#"{"type":"Polygon","coordinates":[[[4.9,44.9],[5.2,44.9],[5.2,45.1],[4.9,45.1],[4.9,44.9]]]}"#;
    let area = Area::from_geojson(square).expect("a polygon");
    let own = LiveRegion {
        id: RegionId::from_u128(1),
        area,
        live_from: DAY,
        rules: Preset::Open.rules(),
        kept: KeptWindows::default(),
    };
    let offer = Offer { policy: Preset::Coarse.policy(), regions: vec![own], ..Offer::default() };
    let (tour, now) = after(20, 0);
    assert_eq!(hidden(&look_under(&offer, &tour, &parcel(20), now).map), None);
    let coarse = Offer { policy: Preset::Coarse.policy(), ..Offer::default() };
    let view = look_under(&coarse, &tour, &parcel(3), now);
    assert_eq!(hidden(&view.map), Some(HiddenBecause::SenderDisabled));
    assert_eq!(view.remaining_stops, Some(RemainingStops::Exactly(3)));
}

#[test]
fn another_carriers_parcel_shows_its_status_and_nothing_of_our_tours() {
    let (tour, now) = after(8, 2);
    let mut foreign = parcel(4);
    foreign.carrier = Carrier::Other(OtherCarrier {
        status_at: Some(at(-3_600)),
        ..OtherCarrier::named("Another carrier")
    });
    let view = look(&tour, &foreign, now);
    assert_eq!(hidden(&view.map), Some(HiddenBecause::OtherCarrier));
    assert!(!view.delivered_by_own_network);
    assert_eq!((view.operator.as_str(), view.status_at), ("Another carrier", Some(at(-3_600))));
    assert_eq!((view.remaining_stops, view.forecast, view.instruction_open), (None, None, false));
    assert!(view.reasons.is_empty());
}

#[test]
fn kinds_that_hide_the_map_say_which_they_are() {
    let (tour, now) = after(8, 2);
    for (kind, because) in [
        (ParcelKind::Gift, HiddenBecause::Gift),
        (ParcelKind::Confidential, HiddenBecause::Confidential),
        (ParcelKind::HighValue, HiddenBecause::HighValue),
    ] {
        let mut own = parcel(3);
        own.kind = kind;
        let view = look(&tour, &own, now);
        assert_eq!(hidden(&view.map), Some(because));
        assert_eq!(view.remaining_stops, None);
        assert!(view.forecast.is_some());
        assert_eq!(view.sender.is_some(), kind == ParcelKind::HighValue);
    }
}

#[test]
fn the_map_closes_in_a_break_and_without_signal_and_says_so() {
    let resting = tour(8, [(60, fix(100.0)), (70, Happening::BreakBegun)]);
    assert_eq!(hidden(&look(&resting, &parcel(3), 80).map), Some(HiddenBecause::DriverBreak));
    assert_eq!(look(&resting, &parcel(3), 80).remaining_stops, Some(RemainingStops::Exactly(3)));

    let silent = tour(8, [(60, fix(100.0))]);
    assert_eq!(hidden(&look(&silent, &parcel(3), 60 + 239).map), None);
    assert_eq!(hidden(&look(&silent, &parcel(3), 60 + 240).map), Some(HiddenBecause::PositionStale));
}

#[test]
fn the_driver_closes_the_map_at_once_and_opens_it_and_nothing_else_changes() {
    let events = [(60, fix(100.0)), (70, Happening::MapHidden), (90, Happening::MapShown)];
    let [open, closed, again] =
        [1, 2, 3].map(|count| look(&tour(8, events.clone().into_iter().take(count)), &parcel(3), 100));
    assert_eq!(closed.map, MapView::Hidden(HiddenBecause::DriverHidden));
    assert!(matches!(open.map, MapView::Open { .. }));
    assert_eq!(TrackingView { map: open.map.clone(), updated_at: open.updated_at, ..closed }, open);
    assert_eq!(again, open);
}

#[test]
fn who_would_see_no_map_is_not_told_that_the_driver_closed_it() {
    let closed = tour(8, [(60, fix(100.0)), (70, Happening::MapHidden)]);
    let policy = Policy { map: Rule::WithinStops(5), ..Policy::default() };
    let offer = Offer { policy, ..Offer::default() };
    let seen = |number, second| hidden(&look_under(&offer, &closed, &parcel(number), second).map);
    assert_eq!(seen(3, 80), Some(HiddenBecause::DriverHidden));
    assert_eq!(seen(3, 600), Some(HiddenBecause::DriverHidden), "also without signal");
    assert_eq!(seen(7, 80), Some(HiddenBecause::TooFar));
}

#[test]
fn a_rule_about_confidence_closes_the_map_when_the_driver_leaves_the_plan() {
    let sure = Rule::All(vec![Rule::WithinStops(10), Rule::MinConfidence(0.75)]);
    let offer = Offer { policy: Policy { map: sure, ..Policy::default() }, ..Offer::default() };
    let served = |second, number| (second, Happening::Served { stop: stop_id(number) });
    let in_order = tour(8, [served(60, 1), served(120, 2), (130, fix(850.0))]);
    assert_eq!(hidden(&look_under(&offer, &in_order, &parcel(5), 135).map), None);
    let astray = tour(8, [served(60, 7), served(120, 3), (130, fix(850.0))]);
    let unsure = look_under(&offer, &astray, &parcel(5), 135);
    assert_eq!(hidden(&unsure.map), Some(HiddenBecause::LowConfidence));
    assert_eq!((unsure.remaining_stops, unsure.forecast), (None, None), "only the plan is told");
    assert_eq!(unsure.promise, parcel(5).promise);
}

#[test]
fn how_many_windows_were_kept_is_told_where_the_operator_wishes_it() {
    let kept = KeptWindows { kept: 850, told: 1_000 };
    let (tour, now) = after(8, 0);
    let told =
        |offer: &Offer| look_under(offer, &tour, &parcel(3), now).forecast.and_then(|f| f.kept_of_five);
    assert_eq!(told(&Offer { kept, ..Offer::default() }), None);
    let telling = Policy { tell_kept: true, ..Policy::default() };
    assert_eq!(told(&Offer { policy: telling.clone(), kept, ..Offer::default() }), Some(4));
    let few = KeptWindows { kept: 8, told: 10 };
    assert_eq!(told(&Offer { policy: telling.clone(), kept: few, ..Offer::default() }), None);
    let square =
        r#"{"type":"Polygon","coordinates":[[[4.9,44.9],[5.2,44.9],[5.2,45.1],[4.9,45.1],[4.9,44.9]]]}"#;
    let area = Area::from_geojson(square).expect("a polygon");
    let here = KeptWindows { kept: 650, told: 1_000 };
    let regions = vec![LiveRegion {
        id: RegionId::from_u128(1),
        area,
        live_from: DAY,
        rules: Rules::default(),
        kept: here,
    }];
    assert_eq!(
        told(&Offer { policy: telling, regions, kept, ..Offer::default() }),
        Some(3),
        "those of the region count"
    );
}

#[test]
fn a_rule_about_distance_looks_at_the_way_as_the_crow_flies() {
    let offer = Offer {
        policy: Policy { map: Rule::WithinDistance(1_000), ..Policy::default() },
        ..Offer::default()
    };
    let (tour, now) = after(20, 0);
    assert_eq!(hidden(&look_under(&offer, &tour, &parcel(2), now).map), None);
    assert_eq!(hidden(&look_under(&offer, &tour, &parcel(3), now).map), Some(HiddenBecause::TooFar));
}

const HERE: &str =
    r#"{"type":"Polygon","coordinates":[[[4.9,44.9],[5.2,44.9],[5.2,45.1],[4.9,45.1],[4.9,44.9]]]}"#;

fn only(rules: Rules) -> LiveRegion {
    let area = Area::from_geojson(HERE).expect("a polygon");
    LiveRegion { id: RegionId::from_u128(1), area, live_from: DAY, rules, kept: KeptWindows::default() }
}

#[test]
fn for_each_field_the_narrowest_wins_that_says_anything() {
    let stops = |stops| Some(Rule::WithinStops(stops));
    let operator = Policy { map: Rule::WithinStops(1), count: Rule::WithinStops(1), ..Policy::default() };
    let region = Rules { map: stops(2), count: stops(2), tell_kept: Some(true), ..Rules::default() };
    let sender = Rules { map: stops(3), tell_kept: Some(false), ..Rules::default() };
    let mut own = parcel(3);
    let senders = [(SenderKey::of(&own.sender), sender)].into();
    let offer = Offer { policy: operator, regions: vec![only(region)], senders, ..Offer::default() };
    own.visibility = Rules { forecast: Some(Rule::Never), ..Rules::default() };

    let holds = offer.policy_of(&own, DAY);
    assert_eq!(holds.map, Rule::WithinStops(3), "the sender's");
    assert_eq!(holds.count, Rule::WithinStops(2), "the region's");
    assert_eq!(holds.forecast, Rule::Never, "its own");
    assert_eq!(holds.kind, ParcelKind::Ordinary, "the operator's");
    assert!(holds.tell_kept, "no sender says what all are told alike");

    own.visibility = Preset::Open.rules();
    assert_eq!(offer.policy_of(&own, DAY).map, Rule::Always);
    own.sender = doorstep_domain::Personal::new("Another shop");
    own.visibility = Rules::default();
    assert_eq!(offer.policy_of(&own, DAY).map, Rule::WithinStops(2));
    own.door = None;
    assert_eq!(offer.policy_of(&own, DAY).map, Rule::WithinStops(1));
}

#[test]
fn a_preset_of_the_operator_a_sender_or_a_parcel_makes_it_of_that_kind() {
    let (tour, now) = after(8, 2);
    let kinds = [
        (Preset::Gift, ParcelKind::Gift, HiddenBecause::Gift),
        (Preset::Confidential, ParcelKind::Confidential, HiddenBecause::Confidential),
        (Preset::HighValue, ParcelKind::HighValue, HiddenBecause::HighValue),
    ];
    for (preset, kind, because) in kinds {
        let mut flagged = parcel(3);
        flagged.kind = kind;
        let expected = look(&tour, &flagged, now);
        let mut own = parcel(3);
        own.visibility = preset.rules();
        assert_eq!(look(&tour, &own, now), expected, "its own");
        let senders = [(SenderKey::of(&own.sender), preset.rules())].into();
        let by_sender = Offer { senders, ..Offer::default() };
        assert_eq!(look_under(&by_sender, &tour, &parcel(3), now), expected, "its sender's");
        let by_operator = Offer { policy: preset.policy(), ..Offer::default() };
        assert_eq!(look_under(&by_operator, &tour, &parcel(3), now), expected, "the operator's");
        assert_eq!(hidden(&expected.map), Some(because));
        let mut opened = parcel(3);
        opened.visibility = Preset::Near.rules();
        assert_eq!(hidden(&look_under(&by_sender, &tour, &opened, now).map), None, "the parcel's own wins");
    }
}

#[test]
fn no_narrower_rule_opens_a_map_where_none_is_offered() {
    let (tour, now) = after(8, 2);
    let mut own = parcel(3);
    own.visibility = Preset::Open.rules();
    let later = LiveRegion { live_from: date(2026, 11, 25), ..only(Rules::default()) };
    let offer = Offer { regions: vec![later], ..Offer::default() };
    let view = look_under(&offer, &tour, &own, now);
    assert_eq!(hidden(&view.map), Some(HiddenBecause::OutsideArea));
    assert_eq!(view.remaining_stops, None);
    assert!(view.forecast.is_some());
}

#[test]
fn the_live_window_is_told_by_its_own_rule() {
    let (tour, now) = after(20, 0);
    let forecast = Rule::WithinStops(5);
    let offer = Offer { policy: Policy { forecast, ..Policy::default() }, ..Offer::default() };
    assert!(look_under(&offer, &tour, &parcel(5), now).forecast.is_some());
    let far = look_under(&offer, &tour, &parcel(6), now);
    assert_eq!((far.forecast, far.promise), (None, parcel(6).promise));
    assert_eq!(hidden(&far.map), None, "the map has a rule of its own");
}

#[test]
fn closed_rules_show_the_plan_and_nothing_else() {
    let (tour, now) = after(8, 2);
    let offer = Offer { policy: Policy::default().under(&Rules::closed()), ..Offer::default() };
    let view = look_under(&offer, &tour, &parcel(3), now);
    assert!(matches!(view.map, MapView::Hidden(_)));
    assert_eq!((view.forecast, view.remaining_stops, view.sender), (None, None, None));
}

#[test]
fn the_drivers_name_is_told_where_a_rule_says_so_and_never_of_a_gift() {
    let (tour, now) = after(20, 0);
    assert_eq!(look(&tour, &parcel(1), now).driver_name, None, "nobody said so");
    let driver_name = Rule::WithinStops(1);
    let offer = Offer { policy: Policy { driver_name, ..Policy::default() }, ..Offer::default() };
    let told = |parcel| look_under(&offer, &tour, &parcel, now).driver_name;
    assert_eq!(told(parcel(1)), Some(doorstep_domain::Personal::new("Dora")));
    assert_eq!(told(parcel(2)), None);
    for preset in [Preset::Gift, Preset::Confidential, Preset::HighValue] {
        let mut own = parcel(1);
        own.visibility = preset.rules();
        assert_eq!(told(own), None, "{preset:?}");
    }
    let (over, later) = after(20, 1);
    assert_eq!(look_under(&offer, &over, &parcel(1), later).driver_name, None, "it is delivered");
}
