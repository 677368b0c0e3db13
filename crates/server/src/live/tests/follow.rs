//! What follows from events and time: records, messages, and what memory lets go.

use doorstep_domain::admission::{Refusal, Source};
use doorstep_domain::{Happening, Instruction, Outcome, SafePlace, Status, Wish};
use doorstep_store::{Channel, MessageKind, Topic};
use jiff::SignedDuration;

use super::{is_open, log, look};
use crate::clock::Clock as _;
use crate::live::Verdict;
use crate::testing::House;
use crate::testing::tour::{DAY, delivered, fix, garage};

#[tokio::test]
async fn outcomes_settle_records_and_are_told_to_those_who_asked() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    for (recipient, kinds) in [(0, vec![MessageKind::Delivered]), (1, vec![MessageKind::Delivered])] {
        let id = tour.recipients[recipient].id;
        house.store().set_subscription(id, Channel::Email, kinds, house.clock.now()).await.unwrap();
    }
    house.starts(&tour).await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    house
        .drives(&tour, Happening::Attempted { parcel: tour.parcels[1].id, outcome: Outcome::FailedNotHome })
        .await;
    house.drives(&tour, delivered(&tour.parcels[2])).await;
    let due = house.store().due(Channel::Email, house.clock.now(), 10).await.unwrap();
    let told: Vec<_> = due.iter().map(|queued| queued.message.topic).collect();
    assert_eq!(
        told,
        [Topic::Parcel(tour.parcels[0].id, MessageKind::Delivered)],
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
    house
        .store()
        .set_subscription(tour.recipients[1].id, Channel::Email, wanted, house.clock.now())
        .await
        .unwrap();
    house.shared.live.tick().await;
    house.starts(&tour).await;
    assert!(is_open(&look(&house, &tour.parcels[0]).await), "both maps are open");
    house.shared.live.tick().await;
    let restarted = house.restarted();
    restarted.shared.live.open_all().await.unwrap();
    restarted.shared.live.tick().await;
    let due = house.store().due(Channel::Email, house.clock.now(), 10).await.unwrap();
    let told: Vec<_> = due.iter().map(|queued| queued.message.topic).collect();
    assert_eq!(told, [Topic::Parcel(tour.parcels[1].id, MessageKind::MapOpen)]);
    house.store().finish(due[0].number, doorstep_store::End::Sent, house.clock.now()).await.unwrap();
    house.restarted().shared.live.open_all().await.unwrap();
    assert_eq!(house.store().due(Channel::Email, house.clock.now(), 10).await.unwrap(), []);
}

fn asked(instruction: Option<Instruction>) -> Wish {
    Wish::Instruction(instruction)
}

#[tokio::test]
async fn of_two_wishes_at_once_one_is_told_what_stands() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    let live = &house.shared.live;
    let alone = house.parcel(Some(&tour.recipients[0]), 1).await;
    let neighbour = Instruction::Neighbour { neighbour: doorstep_domain::Personal::new("Ada"), house: None };
    for parcel in [&alone, &tour.parcels[1]] {
        let first = live.wish(parcel, asked(Some(garage())), Some(0)).await.unwrap();
        assert_eq!(first.version, 1);
        let again = live.wish(parcel, asked(Some(garage())), Some(0)).await.unwrap();
        assert_eq!(again.version, 1, "who presses twice is right");
        let late = live.wish(parcel, asked(Some(neighbour.clone())), Some(0)).await.unwrap_err();
        assert_eq!((late.status().as_u16(), late.code()), (409, "changed_meanwhile"));
        assert_eq!(look(&house, parcel).await.wishes.instruction, Some(garage()));
        let parcel = &house.store().find_parcel(parcel.id).await.unwrap().unwrap();
        let both = [Some(neighbour.clone()), None].map(|wish| live.wish(parcel, asked(wish), Some(1)));
        let [a, b] = futures_util::future::join_all(both).await.try_into().unwrap();
        let [won, lost] = if a.is_ok() { [a, b] } else { [b, a] };
        assert_eq!((won.unwrap().version, lost.unwrap_err().code()), (2, "changed_meanwhile"));
    }
}

#[tokio::test]
async fn instructions_go_to_the_tour_or_to_the_record_until_it_is_too_late() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    let live = &house.shared.live;
    let alone = house.parcel(Some(&tour.recipients[0]), 1).await;
    live.wish(&alone, asked(Some(garage())), None).await.unwrap();
    assert_eq!(look(&house, &alone).await.wishes.instruction, Some(garage()));

    house.starts(&tour).await;
    live.wish(&tour.parcels[1], asked(Some(garage())), None).await.unwrap();
    let on_tour =
        live.tour(tour.id, |known| known.told.state.parcel(tour.parcels[1].id).unwrap().clone()).await;
    assert_eq!(on_tour.unwrap().unwrap().instruction, Some(garage()));
    house.clock.advance(SignedDuration::from_secs(1));
    live.wish(&tour.parcels[1], asked(None), None).await.unwrap();
    assert_eq!(look(&house, &tour.parcels[1]).await.wishes.instruction, None);

    house.clock.advance(SignedDuration::from_secs(5));
    house.drives(&tour, Happening::Arrived { stop: tour.stops[1] }).await;
    let refused = live.wish(&tour.parcels[1], asked(Some(garage())), None).await.unwrap_err();
    assert_eq!((refused.status().as_u16(), refused.code()), (409, "too_late"));
    let note = Some(doorstep_domain::Personal::new("x".repeat(141)));
    let long = Instruction::SafePlace { safe_place: SafePlace::Garage, note };
    assert_eq!(live.wish(&alone, asked(Some(long)), None).await.unwrap_err().code(), "invalid");
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
