//! The logs.

use doorstep_domain::{
    AccessNotes, DriverId, Happening, Instruction, Outcome as How, Personal, PlaceMark, SafePlace, TourEvent,
    VehicleId,
};
use futures_util::future::join_all;

use super::samples::{DAY, append, event, fix, parcel_id, planned, stop_id, tour_id};
use super::{Outcome, cases};
use crate::{Append, LoggedTour, Store};

cases![
    a_log_comes_back_in_its_order,
    sequence_numbers_count_from_one_per_tour,
    an_append_without_events_changes_no_log,
    every_event_comes_back_as_it_was,
    a_day_comes_back_tour_by_tour,
    a_day_is_forgotten,
    a_forgotten_day_takes_events_again,
    appends_at_the_same_time_lose_nothing,
    a_large_batch_is_one_append,
];

async fn a_log_comes_back_in_its_order(store: &dyn Store) -> Outcome {
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, []);
    let events = [5, 3, 9, 3].map(fix);
    store.append(append(1, events[..2].to_vec())).await?;
    store.append(append(2, vec![fix(100)])).await?;
    store.append(append(1, events[2..].to_vec())).await?;
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, events, "in log order, a doubled event included");
    assert_eq!(store.load_tour(tour_id(2), DAY).await?, [fix(100)]);
    assert_eq!(store.load_tour(tour_id(1), DAY.yesterday().unwrap_or(DAY)).await?, []);
    Ok(())
}

async fn sequence_numbers_count_from_one_per_tour(store: &dyn Store) -> Outcome {
    assert_eq!(store.append(append(1, vec![fix(1)])).await?.last_seq, 1);
    assert_eq!(store.append(append(2, vec![fix(1), fix(2)])).await?.last_seq, 2);
    assert_eq!(store.append(append(1, vec![fix(2), fix(3)])).await?.last_seq, 3);
    Ok(())
}

async fn an_append_without_events_changes_no_log(store: &dyn Store) -> Outcome {
    assert_eq!(store.append(append(1, Vec::new())).await?.last_seq, 0);
    assert_eq!(store.load_day(DAY).await?, []);
    store.append(append(1, vec![fix(1)])).await?;
    assert_eq!(store.append(append(1, Vec::new())).await?.last_seq, 1);
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, [fix(1)]);
    Ok(())
}

async fn every_event_comes_back_as_it_was(store: &dyn Store) -> Outcome {
    let (stop, parcel) = (stop_id(1), parcel_id(1));
    let note = Some(Personal::new("under the \"mat\"\n\u{1f4e6}"));
    let instruction = Some(Instruction::SafePlace { safe_place: SafePlace::Other, note });
    let whats = [
        Happening::Started,
        Happening::Arrived { stop },
        Happening::Departed { stop: Some(stop) },
        Happening::Departed { stop: None },
        Happening::Scanned { parcel },
        Happening::Attempted { parcel, outcome: How::FailedNotHome },
        Happening::Delivered { parcel, outcome: How::DeliveredToSafePlace },
        Happening::Served { stop },
        Happening::Skipped { stop },
        Happening::Resequenced { order: vec![stop_id(2), stop] },
        Happening::StopsRemoved { stops: vec![stop] },
        Happening::ParcelsAdded { stop, parcels: vec![parcel] },
        Happening::ParcelsRemoved { parcels: vec![parcel] },
        Happening::ParcelMoved { parcel, stop },
        Happening::BreakBegun,
        Happening::BreakEnded,
        Happening::HandedOver {
            driver: Some(DriverId::from_u128(1)),
            vehicle: Some(VehicleId::from_u128(2)),
        },
        Happening::InstructionGiven { parcel, instruction, version: 7 },
        Happening::AccessNoted { parcel, access: AccessNotes::default(), version: 8 },
        Happening::PlaceMarked { parcel, mark: PlaceMark::default(), version: 9 },
        Happening::InstructionSeen { parcel, version: 8 },
        Happening::PutLater {
            parcel,
            not_before: jiff::Timestamp::UNIX_EPOCH,
            order: vec![stop_id(2), stop],
            version: 9,
        },
        Happening::Ended,
    ];
    let mut events: Vec<TourEvent> = (10..).zip(whats).map(|(number, what)| event(number, what)).collect();
    events.extend([planned(1, &[(stop_id(1), &[parcel_id(1)]), (stop_id(2), &[])]), fix(2)]);
    store.append(append(1, events.clone())).await?;
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, events);
    Ok(())
}

async fn a_day_comes_back_tour_by_tour(store: &dyn Store) -> Outcome {
    assert_eq!(store.load_day(DAY).await?, []);
    let tomorrow = DAY.tomorrow().unwrap_or(DAY);
    store.append(append(1, vec![fix(1)])).await?;
    store.append(append(2, vec![fix(2)])).await?;
    store.append(append(1, vec![fix(3)])).await?;
    store.append(Append { day: tomorrow, ..append(3, vec![fix(4)]) }).await?;
    let mut day = store.load_day(DAY).await?;
    day.sort_by_key(|logged| logged.tour);
    let expected = [
        LoggedTour { tour: tour_id(1), events: vec![fix(1), fix(3)] },
        LoggedTour { tour: tour_id(2), events: vec![fix(2)] },
    ];
    assert_eq!(day, expected);
    assert_eq!(store.load_day(tomorrow).await?, [LoggedTour { tour: tour_id(3), events: vec![fix(4)] }]);
    Ok(())
}

async fn a_day_is_forgotten(store: &dyn Store) -> Outcome {
    let tomorrow = DAY.tomorrow().unwrap_or(DAY);
    store.append(append(1, vec![fix(1)])).await?;
    store.append(append(2, vec![fix(2)])).await?;
    store.append(Append { day: tomorrow, ..append(3, vec![fix(3)]) }).await?;
    store.forget_day(DAY).await?;
    store.forget_day(DAY).await?;
    assert_eq!(store.load_day(DAY).await?, []);
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, []);
    assert_eq!(store.load_tour(tour_id(3), tomorrow).await?, [fix(3)]);
    Ok(())
}

async fn a_forgotten_day_takes_events_again(store: &dyn Store) -> Outcome {
    store.append(append(1, vec![fix(1), fix(2)])).await?;
    store.forget_day(DAY).await?;
    assert_eq!(store.append(append(1, vec![fix(3)])).await?.last_seq, 1);
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, [fix(3)]);
    Ok(())
}

async fn appends_at_the_same_time_lose_nothing(store: &dyn Store) -> Outcome {
    let appends =
        (0..300_u128).map(|number| store.append(append(number % 3, vec![fix(number), fix(number)])));
    let mut seqs = Vec::new();
    for appended in join_all(appends).await {
        seqs.push(appended?.last_seq);
    }
    seqs.sort_unstable();
    let expected: Vec<u64> = (1..=100).flat_map(|count| [2 * count; 3]).collect();
    assert_eq!(seqs, expected, "no number is given twice and none is left out");
    for number in 0..3 {
        let events = store.load_tour(tour_id(number), DAY).await?;
        let mut ids: Vec<_> = events.iter().map(|event| event.id.as_u128()).collect();
        assert!(ids.chunks(2).all(|pair| pair.first() == pair.last()), "an append stays together");
        ids.sort_unstable();
        let expected: Vec<_> = (0..300).filter(|id| id % 3 == number).flat_map(|id| [id; 2]).collect();
        assert_eq!(ids, expected);
    }
    Ok(())
}

async fn a_large_batch_is_one_append(store: &dyn Store) -> Outcome {
    let events: Vec<_> = (0..10_000).map(fix).collect();
    assert_eq!(store.append(append(1, events.clone())).await?.last_seq, 10_000);
    assert!(store.load_tour(tour_id(1), DAY).await? == events);
    Ok(())
}
