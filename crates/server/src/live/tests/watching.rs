//! What is watched: made once, the newest, and only what may be seen.

use std::sync::Arc;
use std::time::Duration;

use doorstep_domain::{Happening, HiddenBecause, MapView, Parcel, ParcelKind, Status, TrackingView};
use jiff::SignedDuration;

use super::{SOON, is_open, look};
use crate::clock::Clock as _;
use crate::live::{Seen, Verdict, Watch};
use crate::testing::House;
use crate::testing::tour::{delivered, fix};

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
        MapView::Open { shown } => Some(shown.observed_at()),
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
    let waiting = live.watch(&tour.parcels[0]).await.unwrap();
    assert_eq!(live.watchers(tour.id), 0, "there is no map yet");
    drop(waiting);
    house.starts(&tour).await;
    let first = live.watch(&tour.parcels[0]).await.unwrap();
    let second = live.watch(&tour.parcels[0]).await.unwrap();
    let mut third = live.watch(&tour.parcels[1]).await.unwrap();
    assert_eq!(live.watchers(tour.id), 2, "one recipient with two windows is one");
    drop(first);
    assert_eq!(live.watchers(tour.id), 2);
    house.drives(&tour, Happening::MapHidden).await;
    until(&mut third, |view| !is_open(view)).await;
    assert_eq!(live.watchers(tour.id), 0, "the driver closed the map");
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

    house.sets_rules(r#"{"map":"never","release":"exact"}"#).await;
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
                assert!(live.watchers(tour.id) <= 4);
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
