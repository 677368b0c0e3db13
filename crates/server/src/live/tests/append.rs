//! What is written: judged, in order, whole or not at all.

use std::sync::Arc;

use doorstep_domain::admission::Refusal;
use doorstep_domain::{Happening, Status};
use jiff::SignedDuration;

use super::{SOON, log, look};
use crate::clock::Clock as _;
use crate::live::Verdict;
use crate::testing::tour::{delivered, fix};
use crate::testing::{FaultyStore, House, TestTour};

async fn faulty() -> (House, Arc<FaultyStore>) {
    let store = Arc::new(FaultyStore::new());
    let house = House::with(|parts| parts.store = store.clone()).await;
    (house, store)
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
