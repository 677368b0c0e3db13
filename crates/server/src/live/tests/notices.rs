//! Messages that time and the driver bring: when each is noted, for whom, and how often.

use doorstep_domain::view::News;
use doorstep_domain::{Happening, Parcel, ParcelKind, Window};
use doorstep_store::{Channel, DelayTurn, Message, MessageKind, Target, Topic};
use jiff::SignedDuration;

use super::look;
use crate::clock::Clock as _;
use crate::testing::tour::{DAY, delivered};
use crate::testing::{House, TestTour};

async fn wants(house: &House, tour: &TestTour, number: usize, kinds: &[MessageKind]) {
    let (recipient, now) = (tour.recipients[number].id, house.clock.now());
    for channel in Channel::ALL {
        house.store().set_subscription(recipient, channel, kinds.to_vec(), now).await.unwrap();
    }
}

/// Everything that was noted for a channel so far and is not sent yet.
async fn noted(house: &House, channel: Channel) -> Vec<Message> {
    let later = house.clock.now() + SignedDuration::from_hours(1);
    let due = house.store().due(channel, later, 99).await.unwrap();
    due.into_iter().map(|queued| queued.message).collect()
}

async fn topics(house: &House) -> Vec<Topic> {
    noted(house, Channel::Email).await.into_iter().map(|message| message.topic).collect()
}

/// Each of these parcels is promised from two hours before an instant until then, which is so many minutes ahead.
async fn promises(house: &House, tour: &TestTour, minutes: &[i64]) {
    for (parcel, minutes) in tour.parcels.iter().zip(minutes) {
        let until = house.clock.now() + SignedDuration::from_mins(*minutes);
        let promise = Some(Window { from: until - SignedDuration::from_hours(2), until });
        let kept = house.store().find_parcel(parcel.id).await.unwrap().unwrap();
        assert!(house.store().update_parcel(Parcel { promise, ..kept }).await.unwrap());
    }
}

#[tokio::test]
async fn each_is_told_once_and_the_last_of_what_happens_at_once() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    wants(&house, &tour, 1, &MessageKind::ALL).await;
    wants(&house, &tour, 2, &[MessageKind::OutForDelivery]).await;
    house.shared.live.open_all().await.unwrap();
    house.shared.live.tick().await;
    assert_eq!(topics(&house).await, [], "nothing of it has happened");
    house.starts(&tour).await;
    house.shared.live.tick().await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    for _again in 0..2 {
        house.shared.live.tick().await;
        house.restarted().shared.live.open_all().await.unwrap();
    }
    let restarted = house.restarted();
    restarted.shared.live.open_all().await.unwrap();
    restarted.shared.live.tick().await;
    let of = |number: usize, kind| Topic::Parcel(tour.parcels[number].id, kind);
    let mut told = topics(&house).await;
    told.sort();
    let mut expected =
        vec![of(1, MessageKind::MapOpen), of(1, MessageKind::Next), of(2, MessageKind::OutForDelivery)];
    expected.sort();
    assert_eq!(told, expected, "that it is out was told by the open map");
}

#[tokio::test]
async fn every_browser_is_told_by_itself_and_no_news_to_who_asks_later() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    let ada = &tour.recipients[1];
    wants(&house, &tour, 1, &[MessageKind::MapOpen]).await;
    let browsers =
        [house.browser_at(ada, "https://a.example").await, house.browser_at(ada, "https://b.example").await];
    house.starts(&tour).await;
    house.shared.live.tick().await;
    let mut told: Vec<Target> = noted(&house, Channel::Push).await.iter().map(|told| told.target).collect();
    told.sort();
    let mut expected = browsers.map(|browser| Target::Push(browser.id));
    expected.sort();
    assert_eq!(told, expected);
    assert_eq!(noted(&house, Channel::Email).await.len(), 1);

    let late = house.browser_at(ada, "https://c.example").await;
    wants(&house, &tour, 1, &[MessageKind::OutForDelivery, MessageKind::MapOpen, MessageKind::Next]).await;
    house.shared.live.change_wanted(ada.id).await.unwrap();
    house.shared.live.tick().await;
    assert_eq!(noted(&house, Channel::Push).await.len(), 2, "the page says so before they asked");
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    house.shared.live.tick().await;
    let next = Topic::Parcel(tour.parcels[1].id, MessageKind::Next);
    let told = noted(&house, Channel::Push).await;
    let is_told = |message: &&Message| message.topic == next && message.target == Target::Push(late.id);
    assert_eq!(told.iter().filter(is_told).count(), 1, "{told:?}");
    assert_eq!(told.len(), 5);
}

#[tokio::test]
async fn a_delay_is_told_by_its_steps_and_a_stop_left_out_by_the_last() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    promises(&house, &tour, &[240, -25, -120]).await;
    for number in 0..3 {
        wants(&house, &tour, number, &[MessageKind::Delayed]).await;
    }
    house.starts(&tour).await;
    house.shared.live.tick().await;
    house.shared.live.tick().await;
    let turn = |number: usize, step| Topic::Delayed(tour.parcels[number].id, DelayTurn { day: DAY, step });
    let delay = News::of(&look(&house, &tour.parcels[1]).await).delay.unwrap();
    assert_eq!((delay.step, delay.window.is_some()), (1, true), "as the page has it");
    let mut told = topics(&house).await;
    told.sort_by_key(|topic| *topic != turn(1, 1));
    assert_eq!(told, [turn(1, 1), turn(2, 2)], "the first comes in time");

    house.drives(&tour, Happening::Skipped { stop: tour.stops[1] }).await;
    let noted = noted(&house, Channel::Email).await;
    let left_out = noted.iter().find(|message| message.topic == turn(1, 3)).unwrap();
    let now = house.clock.now();
    assert!(
        left_out.at > now && left_out.at.duration_since(now) <= SignedDuration::from_mins(1),
        "with the page"
    );
}

#[tokio::test]
async fn the_end_of_a_tour_tells_those_it_did_not_come_to() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    for number in 0..2 {
        wants(&house, &tour, number, &[MessageKind::Delayed]).await;
    }
    house.starts(&tour).await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    house.drives(&tour, Happening::Ended).await;
    let turn = DelayTurn { day: DAY, step: 3 };
    assert_eq!(topics(&house).await, [Topic::Delayed(tour.parcels[1].id, turn)]);
}

#[tokio::test]
async fn of_gifts_and_their_like_only_what_their_page_says_is_told() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    let kinds = [ParcelKind::Gift, ParcelKind::Confidential, ParcelKind::HighValue];
    for (number, kind) in kinds.into_iter().enumerate() {
        let kept = house.store().find_parcel(tour.parcels[number].id).await.unwrap().unwrap();
        assert!(house.store().update_parcel(Parcel { kind, ..kept }).await.unwrap());
        wants(&house, &tour, number, &[MessageKind::OutForDelivery, MessageKind::MapOpen, MessageKind::Next])
            .await;
    }
    house.starts(&tour).await;
    house.shared.live.tick().await;
    let kinds: Vec<Topic> = topics(&house).await;
    let out = |number: usize| Topic::Parcel(tour.parcels[number].id, MessageKind::OutForDelivery);
    assert_eq!(kinds.len(), 3);
    assert!((0..3).all(|number| kinds.contains(&out(number))), "no map and no count: {kinds:?}");
}
