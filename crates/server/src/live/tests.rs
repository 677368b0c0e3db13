//! Tours in memory, on a store that fails and waits as it is told.

use std::sync::Arc;
use std::time::Duration;

use doorstep_domain::admission::{Refusal, Source};
use doorstep_domain::visibility::{Policy, Rule};
use doorstep_domain::{Happening, HiddenBecause, MapView, Outcome, Parcel, ParcelKind, Status, TrackingView};
use doorstep_store::{Channel, MessageKind, VisibilitySetting};
use jiff::SignedDuration;

use super::{Seen, Verdict, Watch};
use crate::clock::Clock as _;
use crate::testing::tour::{DAY, delivered, fix, garage};
use crate::testing::{FaultyStore, House, TestTour};

/// Long enough for anything that comes, and never waited for when it does.
const SOON: Duration = Duration::from_secs(5);

async fn faulty() -> (House, Arc<FaultyStore>) {
    let store = Arc::new(FaultyStore::new());
    let house = House::with(|parts| parts.store = store.clone()).await;
    (house, store)
}

async fn look(house: &House, parcel: &Parcel) -> TrackingView {
    let parcel = house.store().find_parcel(parcel.id).await.unwrap().unwrap();
    house.shared.live.look(&parcel).await.unwrap()
}

async fn next(watch: &mut Watch) -> Arc<Seen> {
    tokio::time::timeout(SOON, watch.changed()).await.expect("a change comes").expect("the parcel is there")
}

/// The next view that is as it should be; those before it are on the way there.
async fn until(watch: &mut Watch, is_right: impl Fn(&TrackingView) -> bool) -> Arc<Seen> {
    loop {
        let seen = next(watch).await;
        if is_right(&seen.view) {
            return seen;
        }
    }
}

fn is_open(view: &TrackingView) -> bool {
    matches!(view.map, MapView::Open { .. })
}

async fn log(house: &House, tour: &TestTour) -> Vec<doorstep_domain::TourEvent> {
    house.store().load_tour(tour.id, DAY).await.unwrap()
}

async fn waits_for(condition: impl Fn() -> bool) {
    let waiting = async {
        while !condition() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(SOON, waiting).await.expect("it comes true");
}

#[tokio::test]
async fn each_draft_is_taken_doubled_or_refused_in_order() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    house.starts(&tour).await;
    house.clock.advance(SignedDuration::from_secs(10));
    let arrived = house.draft(Happening::Arrived { stop: tour.stops[0] });
    let drafts = vec![
        house.draft(fix(1)),
        arrived.clone(),
        arrived.clone(),
        house.draft(Happening::Arrived { stop: doorstep_domain::StopId::from_u128(1) }),
        house.draft(fix(1)),
        house.draft(delivered(&tour.parcels[0])),
    ];
    let live = &house.shared.live;
    let first = live.append_as_driver(tour.id, tour.driver, drafts.clone()).await.unwrap();
    let refused = Verdict::Refused(Refusal::UnknownStop);
    assert_eq!(
        first,
        [Verdict::Taken, Verdict::Taken, Verdict::Doubled, refused, Verdict::Doubled, Verdict::Taken]
    );
    let before = log(&house, &tour).await;
    let again = live.append_as_driver(tour.id, tour.driver, drafts).await.unwrap();
    assert!(
        again.iter().all(|verdict| matches!(verdict, Verdict::Doubled | Verdict::Refused(_))),
        "{again:?}"
    );
    assert_eq!(log(&house, &tour).await, before, "the same batch sent twice changes nothing");
}

#[tokio::test]
async fn a_fix_of_a_wrong_clock_is_known_when_it_is_sent_again() {
    let house = House::new().await;
    let tour = house.tour(1).await;
    house.starts(&tour).await;
    house.clock.advance(SignedDuration::from_secs(20));
    let wrong = house.clock.now() - SignedDuration::from_mins(30);
    let draft = doorstep_domain::admission::Draft { at: wrong, sent_at: Some(wrong), ..house.draft(fix(1)) };
    let live = &house.shared.live;
    let send = async || live.append_as_driver(tour.id, tour.driver, vec![draft.clone()]).await.unwrap();
    assert_eq!(send().await, [Verdict::Taken]);
    house.clock.advance(SignedDuration::from_millis(70));
    assert_eq!(send().await, [Verdict::Doubled], "though its corrected instant is another one");
}

#[tokio::test]
async fn an_end_that_is_sent_again_is_doubled_and_not_refused() {
    let house = House::new().await;
    let tour = house.tour(1).await;
    house.starts(&tour).await;
    let ended = house.draft(Happening::Ended);
    let live = &house.shared.live;
    assert_eq!(
        live.append_as_driver(tour.id, tour.driver, vec![ended.clone()]).await.unwrap(),
        [Verdict::Taken]
    );
    house.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(live.append_as_driver(tour.id, tour.driver, vec![ended]).await.unwrap(), [Verdict::Doubled]);
    let record = house.store().find_tour(tour.id).await.unwrap().unwrap();
    assert!(record.ended_at.is_some(), "the record repeats that the tour ended");
}

#[tokio::test]
async fn a_restart_shows_what_was_seen_before() {
    let house = House::new().await;
    let tour = house.tour(4).await;
    house.starts(&tour).await;
    house.clock.advance(SignedDuration::from_secs(60));
    house.drives(&tour, fix(1)).await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    let restarted = house.restarted();
    assert_eq!(restarted.shared.live.open_all().await.unwrap(), 1);
    for parcel in &tour.parcels {
        assert_eq!(look(&restarted, parcel).await, look(&house, parcel).await);
    }
}

#[tokio::test]
async fn an_append_that_fails_is_seen_by_nobody_and_heals() {
    let (house, store) = faulty().await;
    let tour = house.tour(3).await;
    house.starts(&tour).await;
    let before = look(&house, &tour.parcels[0]).await;
    store.fill(true);
    let refused = house.try_to_drive(&tour, delivered(&tour.parcels[0])).await.unwrap_err();
    assert_eq!((refused.status().as_u16(), refused.code()), (507, "disk_full"));
    assert_eq!(look(&house, &tour.parcels[0]).await, before);
    store.fill(false);
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    assert_eq!(look(&house, &tour.parcels[0]).await.status, Status::Delivered);
}

#[tokio::test]
async fn tours_do_not_wait_for_each_other_and_one_tour_is_written_in_turn() {
    let (house, store) = faulty().await;
    let house = Arc::new(house);
    let (one, other) = (house.tour(1).await, house.tour(1).await);
    store.hold_commits();
    let start = |tour: &TestTour| {
        let (house, tour) = (house.clone(), tour.clone());
        tokio::spawn(async move { house.drives(&tour, Happening::Started).await })
    };
    let appends = [start(&one), start(&one), start(&one), start(&other)];
    waits_for(|| store.waiting() == 2).await;
    for _ in 0..1_000 {
        tokio::task::yield_now().await;
    }
    assert_eq!(store.waiting(), 2, "one of each tour is on its way to the disk");
    store.release_commits(4);
    for append in appends {
        assert_eq!(append.await.unwrap(), [Verdict::Taken]);
    }
    assert_eq!(log(&house, &one).await.len(), 4);
}

#[tokio::test]
async fn a_caller_who_goes_away_leaves_nothing_half_done() {
    let (house, store) = faulty().await;
    let house = Arc::new(house);
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    store.hold_commits();
    let caller = {
        let (house, tour) = (house.clone(), tour.clone());
        tokio::spawn(async move { house.drives(&tour, delivered(&tour.parcels[0])).await })
    };
    waits_for(|| store.waiting() == 1).await;
    caller.abort();
    assert!(caller.await.unwrap_err().is_cancelled());
    store.release_commits(10);
    assert_eq!(look(&house, &tour.parcels[0]).await.status, Status::Delivered, "what was begun was ended");
    assert_eq!(look(&house.restarted(), &tour.parcels[0]).await, look(&house, &tour.parcels[0]).await);
}

#[tokio::test]
async fn the_order_of_the_log_is_the_order_that_was_seen() {
    let house = Arc::new(House::new().await);
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let mut writers = Vec::new();
    for number in 0..50 {
        let (house, tour) = (house.clone(), tour.clone());
        writers.push(tokio::spawn(async move {
            let what = if number % 2 == 0 { Happening::BreakBegun } else { Happening::BreakEnded };
            house.drives(&tour, what).await
        }));
    }
    for writer in writers {
        assert_eq!(writer.await.unwrap(), [Verdict::Taken]);
    }
    assert_eq!(log(&house, &tour).await.len(), 53);
    assert_eq!(look(&house.restarted(), &tour.parcels[1]).await, look(&house, &tour.parcels[1]).await);
}

#[tokio::test]
async fn after_a_hand_over_the_driver_before_writes_no_more() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let (next_device, _token) = house.device("other phone").await;
    house.shared.live.hand_over(tour.id, next_device.driver).await.unwrap();
    house.clock.advance(SignedDuration::from_secs(5));
    let refused = house.try_to_drive(&tour, fix(1)).await.unwrap_err();
    assert_eq!(refused.code(), "not_found");
    let now = TestTour { driver: next_device.driver, ..tour.clone() };
    assert_eq!(house.drives(&now, fix(1)).await, [Verdict::Taken]);
    let record = house.store().find_tour(tour.id).await.unwrap().unwrap();
    assert_eq!(record.driver, Some(next_device.driver));
}

#[tokio::test]
async fn outcomes_settle_records_and_are_told_to_those_who_asked() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    for (recipient, kinds) in [(0, vec![MessageKind::Delivered]), (1, vec![MessageKind::Delivered])] {
        let id = tour.recipients[recipient].id;
        house.store().set_subscription(id, Channel::Email, kinds).await.unwrap();
    }
    house.starts(&tour).await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    house
        .drives(&tour, Happening::Attempted { parcel: tour.parcels[1].id, outcome: Outcome::FailedNotHome })
        .await;
    house.drives(&tour, delivered(&tour.parcels[2])).await;
    let due = house.store().due(house.clock.now(), 10).await.unwrap();
    let told: Vec<_> = due.iter().map(|queued| (queued.message.parcel, queued.message.kind)).collect();
    assert_eq!(
        told,
        [(tour.parcels[0].id, MessageKind::Delivered)],
        "nobody is told what they did not ask for"
    );
    let statuses = [Status::Delivered, Status::Attempted, Status::Delivered];
    for (parcel, status) in tour.parcels.iter().zip(statuses) {
        assert_eq!(house.store().find_parcel(parcel.id).await.unwrap().unwrap().status, status);
    }
    assert!(house.store().find_outcome(tour.parcels[1].id).await.unwrap().is_some());
}

#[tokio::test]
async fn an_open_map_is_told_once_also_after_a_restart() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    let wanted = vec![MessageKind::MapOpen];
    house.store().set_subscription(tour.recipients[1].id, Channel::Email, wanted).await.unwrap();
    house.shared.live.tick().await;
    house.starts(&tour).await;
    assert!(is_open(&look(&house, &tour.parcels[0]).await), "both maps are open");
    house.shared.live.tick().await;
    let restarted = house.restarted();
    restarted.shared.live.open_all().await.unwrap();
    restarted.shared.live.tick().await;
    let due = house.store().due(house.clock.now(), 10).await.unwrap();
    let told: Vec<_> = due.iter().map(|queued| (queued.message.parcel, queued.message.kind)).collect();
    assert_eq!(told, [(tour.parcels[1].id, MessageKind::MapOpen)]);
    house.store().finish(due[0].number, house.clock.now()).await.unwrap();
    house.restarted().shared.live.open_all().await.unwrap();
    assert_eq!(house.store().due(house.clock.now(), 10).await.unwrap(), []);
}

#[tokio::test]
async fn viewers_share_the_newest_view_and_equal_ones_are_not_sent_again() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    let live = &house.shared.live;
    let mut one = live.watch(&tour.parcels[0]).await.unwrap();
    let mut other = live.watch(&tour.parcels[0]).await.unwrap();
    assert_eq!(next(&mut one).await.view.map, MapView::Hidden(HiddenBecause::TourNotStarted));
    next(&mut other).await;
    house.starts(&tour).await;
    let seen = until(&mut one, is_open).await;
    assert!(Arc::ptr_eq(&seen, &until(&mut other, is_open).await), "the view was made once");
    live.tick().await;
    house.drives(&tour, Happening::Arrived { stop: tour.stops[0] }).await;
    let arrived = until(&mut one, |view| view.arrived_at.is_some()).await;
    assert_eq!(*arrived, *until(&mut other, |view| view.arrived_at.is_some()).await);
    // What happens to others and changes nothing here is not told: the next thing is the delivery.
    house.clock.advance(SignedDuration::from_secs(1));
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    assert_eq!(next(&mut one).await.view.status, Status::Delivered);
}

#[tokio::test]
async fn a_slow_viewer_gets_the_latest_and_never_a_queue() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    let mut watch = house.shared.live.watch(&tour.parcels[1]).await.unwrap();
    next(&mut watch).await;
    house.starts(&tour).await;
    for _ in 0..20 {
        house.clock.advance(SignedDuration::from_secs(5));
        house.drives(&tour, fix(1)).await;
    }
    let newest = house.clock.now();
    let at = |view: &TrackingView| match &view.map {
        MapView::Open { position, .. } => Some(position.observed_at),
        MapView::Hidden(_) => None,
    };
    let mut taken = 1;
    while at(&next(&mut watch).await.view) != Some(newest) {
        taken += 1;
    }
    assert!(taken <= 22);
    let nothing_more = tokio::time::timeout(Duration::from_millis(50), watch.changed()).await;
    assert!(nothing_more.is_err(), "after the newest there is nothing");
}

#[tokio::test]
async fn recipients_who_look_are_counted_and_their_leaving_is_noticed() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    let live = &house.shared.live;
    assert_eq!(live.watchers(tour.id), 0);
    let first = live.watch(&tour.parcels[0]).await.unwrap();
    let second = live.watch(&tour.parcels[0]).await.unwrap();
    let third = live.watch(&tour.parcels[1]).await.unwrap();
    assert_eq!(live.watchers(tour.id), 2, "one recipient with two windows is one");
    drop(first);
    assert_eq!(live.watchers(tour.id), 2);
    drop(second);
    drop(third);
    assert_eq!((live.watchers(tour.id), live.hub.len()), (0, 0));
}

#[tokio::test]
async fn a_gift_flag_and_new_rules_close_open_maps() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let live = &house.shared.live;
    let mut gift = live.watch(&tour.parcels[0]).await.unwrap();
    let mut ordinary = live.watch(&tour.parcels[1]).await.unwrap();
    until(&mut gift, is_open).await;
    until(&mut ordinary, is_open).await;

    let changed = Parcel { kind: ParcelKind::Gift, ..tour.parcels[0].clone() };
    assert!(house.store().update_parcel(changed).await.unwrap());
    live.parcels_changed(&[tour.parcels[0].id]);
    let seen = until(&mut gift, |view| !is_open(view)).await;
    assert_eq!(seen.view.map, MapView::Hidden(HiddenBecause::Gift));

    let policy = Policy { map: Rule::Never, ..Policy::default() };
    let rules = serde_json::to_string(&policy).unwrap();
    house.store().put_visibility(VisibilitySetting { operator: house.operator, rules }).await.unwrap();
    live.offer_changed(house.operator);
    let seen = until(&mut ordinary, |view| !is_open(view)).await;
    assert_eq!(seen.view.map, MapView::Hidden(HiddenBecause::SenderDisabled));
}

#[tokio::test]
async fn a_watched_parcel_follows_the_tour_that_brings_it() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let recipient = house.account("late@example.org", doorstep_store::Role::Recipient).await;
    let parcel = house.parcel(Some(&recipient), 2).await;
    let live = &house.shared.live;
    let mut watch = live.watch(&parcel).await.unwrap();
    assert!(!is_open(&next(&mut watch).await.view));
    let stop = tour.stops[1];
    assert_eq!(
        house.operates(&tour, Happening::ParcelsAdded { stop, parcels: vec![parcel.id] }).await,
        [Verdict::Taken]
    );
    until(&mut watch, is_open).await;
    assert_eq!(live.watchers(tour.id), 1);
    house.clock.advance(SignedDuration::from_secs(1));
    house.operates(&tour, Happening::ParcelsRemoved { parcels: vec![parcel.id] }).await;
    until(&mut watch, |view| !is_open(view)).await;
    assert_eq!(house.store().find_parcel(parcel.id).await.unwrap().unwrap().on_tour, None);
}

#[tokio::test]
async fn parcels_of_other_operators_get_on_no_tour() {
    let house = House::new().await;
    let tour = house.tour(1).await;
    let mut foreign = house.parcel(None, 1).await;
    foreign.id = doorstep_domain::ParcelId::from_u128(7);
    foreign.operator = doorstep_domain::OperatorId::from_u128(7);
    let own = house.store().find_operator(house.operator).await.unwrap().unwrap();
    house.store().put_operator(doorstep_store::Operator { id: foreign.operator, ..own }).await.unwrap();
    house.store().insert_parcels(vec![foreign.clone()], house.clock.now()).await.unwrap();
    let stop = tour.stops[0];
    let verdicts = house.operates(&tour, Happening::ParcelsAdded { stop, parcels: vec![foreign.id] }).await;
    assert_eq!(verdicts, [Verdict::Refused(Refusal::UnknownParcel)]);
}

#[tokio::test]
async fn time_alone_makes_a_position_old() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let mut watch = house.shared.live.watch(&tour.parcels[0]).await.unwrap();
    until(&mut watch, is_open).await;
    house.clock.advance(SignedDuration::from_mins(5));
    house.shared.live.tick().await;
    let seen = until(&mut watch, |view| !is_open(view)).await;
    assert_eq!(seen.view.map, MapView::Hidden(HiddenBecause::PositionStale));
}

#[tokio::test]
async fn instructions_go_to_the_tour_or_to_the_record_until_it_is_too_late() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    let live = &house.shared.live;
    let alone = house.parcel(Some(&tour.recipients[0]), 1).await;
    live.instruct(&alone, Some(garage())).await.unwrap();
    assert_eq!(look(&house, &alone).await.instruction, Some(garage()));

    house.starts(&tour).await;
    live.instruct(&tour.parcels[1], Some(garage())).await.unwrap();
    let on_tour = live.tour(tour.id, |known| known.state.parcel(tour.parcels[1].id).unwrap().clone()).await;
    assert_eq!(on_tour.unwrap().unwrap().instruction, Some(garage()));
    house.clock.advance(SignedDuration::from_secs(1));
    live.instruct(&tour.parcels[1], None).await.unwrap();
    assert_eq!(look(&house, &tour.parcels[1]).await.instruction, None);

    house.clock.advance(SignedDuration::from_secs(5));
    house.drives(&tour, Happening::Arrived { stop: tour.stops[1] }).await;
    let refused = live.instruct(&tour.parcels[1], Some(garage())).await.unwrap_err();
    assert_eq!((refused.status().as_u16(), refused.code()), (409, "too_late"));
    let long = doorstep_domain::Instruction {
        note: Some(doorstep_domain::Personal::new("x".repeat(141))),
        ..garage()
    };
    assert_eq!(live.instruct(&alone, Some(long)).await.unwrap_err().code(), "invalid");
}

#[tokio::test]
async fn a_tour_that_is_over_leaves_memory_when_nobody_uses_it() {
    let house = House::new().await;
    let (over, looked_at, under_way) = (house.tour(1).await, house.tour(1).await, house.tour(1).await);
    for tour in [&over, &looked_at, &under_way] {
        house.starts(tour).await;
    }
    house.drives(&over, Happening::Ended).await;
    house.drives(&looked_at, Happening::Ended).await;
    let live = &house.shared.live;
    let watch = live.watch(&looked_at.parcels[0]).await.unwrap();
    house.clock.advance(SignedDuration::from_mins(11));
    live.evict();
    assert!(!live.holds(over.id) && live.holds(looked_at.id) && live.holds(under_way.id));
    drop(watch);
    live.evict();
    assert!(!live.holds(looked_at.id));
    assert_eq!(look(&house, &over.parcels[0]).await.status, Status::Delayed, "and comes back when asked for");
    assert_eq!(live.tour(doorstep_domain::TourId::from_u128(1), |_known| ()).await, Ok(None));
    assert!(!live.holds(doorstep_domain::TourId::from_u128(1)), "what is not there takes no room");
}

#[tokio::test]
async fn nothing_is_added_to_a_day_that_is_forgotten() {
    let house = House::new().await;
    let tour = house.tour(1).await;
    house.starts(&tour).await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    house.shared.live.forget_before(DAY.tomorrow().unwrap());
    house.store().forget_day(DAY).await.unwrap();
    let refused =
        house.shared.live.append(tour.id, vec![house.draft(fix(1))], Source::Operator).await.unwrap();
    assert_eq!(refused, [Verdict::Refused(Refusal::TooOld)]);
    assert_eq!(log(&house, &tour).await, []);
    let seen = look(&house, &tour.parcels[0]).await;
    assert_eq!(seen.status, Status::Delivered);
    assert!(seen.outcome.is_some(), "the record keeps how it ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn viewers_who_come_and_go_and_writers_never_wait_for_each_other_for_ever() {
    let house = Arc::new(House::new().await);
    let tour = house.tour(4).await;
    house.starts(&tour).await;
    let mut crowd = Vec::new();
    for number in 0..8 {
        let (house, tour) = (house.clone(), tour.clone());
        crowd.push(tokio::spawn(async move {
            let live = &house.shared.live;
            for round in 0..40 {
                let parcel = &tour.parcels[(number + round) % 4];
                let mut watch = live.watch(parcel).await.unwrap();
                next(&mut watch).await;
                live.parcels_changed(&[parcel.id]);
                house.clock.advance(SignedDuration::from_secs(1));
                house.drives(&tour, fix(round % 3)).await;
                assert!((1..=4).contains(&live.watchers(tour.id)));
                live.evict();
                live.tick().await;
            }
        }));
    }
    for viewer in crowd {
        tokio::time::timeout(Duration::from_mins(1), viewer).await.expect("nobody waits for ever").unwrap();
    }
    house.shared.live.finish().await;
    assert_eq!((house.shared.live.watchers(tour.id), house.shared.live.hub.len()), (0, 0));
    assert_eq!(look(&house.restarted(), &tour.parcels[3]).await, look(&house, &tour.parcels[3]).await);
}
