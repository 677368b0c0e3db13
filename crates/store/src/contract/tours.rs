//! Tours.

use doorstep_domain::{Outcome as How, Parcel, Personal, Status};

use super::samples::{
    DAY, append, at, driver_id, fix, message, new_tour, on_tour, operator, operator_id, outcome, parcel,
    parcel_id, planned, settle, settle_in, stop, stop_id, tour, tour_id,
};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Append, Channel, NewTour, StopDetails, Store, TourRecord};

cases![
    a_tour_is_written_with_all_that_comes_with_it,
    a_refused_tour_leaves_nothing,
    a_plan_moves_no_foreign_parcel,
    a_reference_is_unique_within_operator_and_day,
    a_foreign_tour_is_absent,
    tours_are_listed_in_pages,
    a_drivers_tours_of_a_day_are_listed,
    open_tours_are_those_that_have_not_ended,
    a_tour_goes_to_another_driver,
    who_handed_a_tour_over_is_known,
    details_of_stops_are_added_and_changed,
    a_tour_needs_what_it_refers_to,
];

fn with_record(number: u128, change: impl FnOnce(&mut TourRecord)) -> NewTour {
    let mut new = new_tour(number);
    change(&mut new.record);
    new.append.day = new.record.day;
    new
}

async fn a_tour_is_written_with_all_that_comes_with_it(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1), parcel(2)], at(0)).await?;
    let plan = planned(1, &[(stop_id(1), &[parcel_id(1), parcel_id(3)]), (stop_id(2), &[parcel_id(4)])]);
    let new = NewTour {
        record: TourRecord { driver: Some(driver_id(1)), ..tour(1) },
        stops: vec![StopDetails { note: Some(Personal::new("Ring twice")), ..stop(1) }, stop(2)],
        parcels: vec![parcel(3), parcel(4)],
        append: Append { messages: vec![message(3, 1)], ..append(1, vec![plan.clone()]) },
    };
    store.insert_tour(new.clone()).await?;

    assert_eq!(store.find_tour(tour_id(1)).await?, Some(new.record));
    let mut details = store.stop_details(tour_id(1)).await?;
    details.sort_by_key(|details| details.stop);
    assert_eq!(details, new.stops);
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, [plan]);
    let stops = [(1, Some(on_tour(1, 1))), (2, None), (3, Some(on_tour(1, 1))), (4, Some(on_tour(1, 2)))];
    for (number, on_tour) in stops {
        assert_eq!(store.find_parcel(parcel_id(number)).await?, Some(Parcel { on_tour, ..parcel(number) }));
    }
    assert_eq!(store.due(Channel::Email, at(9), 9).await?.len(), 1);
    Ok(())
}

async fn a_refused_tour_leaves_nothing(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    let doubled = Parcel { tracking_number: parcel(1).tracking_number, ..parcel(3) };
    let refused = NewTour {
        stops: vec![stop(1)],
        parcels: vec![parcel(2), doubled],
        append: Append {
            messages: vec![message(1, 1)],
            ..append(1, vec![planned(1, &[(stop_id(1), &[parcel_id(1)])])])
        },
        ..new_tour(1)
    };
    assert_conflict!(store.insert_tour(refused).await);
    assert_eq!(store.find_tour(tour_id(1)).await?, None);
    assert_eq!(store.stop_details(tour_id(1)).await?, []);
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(parcel(1)));
    assert_eq!(store.find_parcel(parcel_id(2)).await?, None);
    assert_eq!(store.load_tour(tour_id(1), DAY).await?, []);
    assert_eq!(store.due(Channel::Email, at(9), 9).await?, []);

    store.insert_tour(new_tour(1)).await?;
    assert_eq!(store.append(append(1, vec![fix(2)])).await?.last_seq, 2);
    Ok(())
}

async fn a_plan_moves_no_foreign_parcel(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let foreign = Parcel { operator: operator_id(2), ..parcel(1) };
    store.insert_parcels(vec![foreign.clone()], at(0)).await?;
    let plan = planned(1, &[(stop_id(1), &[parcel_id(1), parcel_id(2)])]);
    store.insert_tour(NewTour { append: append(1, vec![plan]), ..new_tour(1) }).await?;
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(foreign));
    Ok(())
}

async fn a_reference_is_unique_within_operator_and_day(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_tour(new_tour(1)).await?;
    let same = |tour: &mut TourRecord| "T01".clone_into(&mut tour.reference);
    assert_conflict!(store.insert_tour(with_record(2, same)).await);
    assert_conflict!(store.insert_tour(with_record(1, |tour| "T02".clone_into(&mut tour.reference))).await);
    let tomorrow = DAY.tomorrow().unwrap_or(DAY);
    let elsewhere = with_record(3, |tour| (tour.reference, tour.day) = ("T01".to_owned(), tomorrow));
    store.insert_tour(elsewhere).await?;
    let of_another =
        with_record(4, |tour| (tour.reference, tour.operator) = ("T01".to_owned(), operator_id(2)));
    store.insert_tour(of_another).await?;
    assert_eq!(store.find_tour(tour_id(2)).await?, None);
    Ok(())
}

async fn a_foreign_tour_is_absent(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_tour(new_tour(1)).await?;
    assert_eq!(store.find_tour_of_operator(operator_id(1), tour_id(1)).await?, Some(tour(1)));
    assert_eq!(store.find_tour_of_operator(operator_id(2), tour_id(1)).await?, None);
    assert_eq!(store.find_tour_of_operator(operator_id(1), tour_id(2)).await?, None);
    assert_eq!(store.find_tour(tour_id(2)).await?, None);
    Ok(())
}

async fn tours_are_listed_in_pages(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [4, 1, 3, 2] {
        store.insert_tour(new_tour(number)).await?;
    }
    store.insert_tour(with_record(5, |tour| tour.operator = operator_id(2))).await?;
    store.insert_tour(with_record(6, |tour| tour.day = DAY.tomorrow().unwrap_or(DAY))).await?;

    let first = store.list_tours(operator_id(1), DAY, None, 3).await?;
    assert_eq!(first.rows, [tour(1), tour(2), tour(3)]);
    let second = store.list_tours(operator_id(1), DAY, first.next, 3).await?;
    assert_eq!((second.rows, second.next), (vec![tour(4)], None));
    Ok(())
}

async fn a_drivers_tours_of_a_day_are_listed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let mine = |tour: &mut TourRecord| tour.driver = Some(driver_id(1));
    for number in [3, 1, 2] {
        store.insert_tour(with_record(number, mine)).await?;
    }
    store.insert_tour(new_tour(4)).await?;
    let tomorrow = DAY.tomorrow().unwrap_or(DAY);
    store
        .insert_tour(with_record(5, |tour| (tour.driver, tour.day) = (Some(driver_id(1)), tomorrow)))
        .await?;
    store.end_tour(tour_id(2), at(50)).await?;
    let listed = store.list_tours_of_driver(driver_id(1), DAY).await?;
    let ids: Vec<_> = listed.into_iter().map(|tour| tour.id).collect();
    assert_eq!(ids, [tour_id(1), tour_id(2), tour_id(3)], "one that has ended is listed too");
    Ok(())
}

async fn open_tours_are_those_that_have_not_ended(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [1, 2] {
        store.insert_tour(new_tour(number)).await?;
    }
    store.insert_tour(with_record(3, |tour| tour.operator = operator_id(2))).await?;
    store.end_tour(tour_id(1), at(50)).await?;
    store.end_tour(tour_id(9), at(50)).await?;
    let mut open: Vec<_> = store.list_open_tours().await?.into_iter().map(|tour| tour.id).collect();
    open.sort();
    assert_eq!(open, [tour_id(2), tour_id(3)]);
    assert_eq!(store.find_tour(tour_id(1)).await?.and_then(|tour| tour.ended_at), Some(at(50)));
    Ok(())
}

async fn a_tour_goes_to_another_driver(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_tour(new_tour(1)).await?;
    for driver in [Some(driver_id(1)), None] {
        store.set_driver(tour_id(1), driver, at(0)).await?;
        assert_eq!(store.find_tour(tour_id(1)).await?.and_then(|tour| tour.driver), driver);
    }
    store.set_driver(tour_id(2), Some(driver_id(1)), at(0)).await
}

async fn who_handed_a_tour_over_is_known(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.put_driver(driver_id(2), operator_id(1), Personal::new("Second")).await?;
    for number in [2, 1] {
        store.insert_tour(with_record(number, |tour| tour.driver = Some(driver_id(1)))).await?;
    }
    store.set_driver(tour_id(1), Some(driver_id(1)), at(10)).await?;
    assert_eq!(store.list_tours_handed_over(driver_id(1), DAY).await?, [], "they drive it still");
    for (tour, driver, second) in [(1, 2, 20), (2, 2, 30), (1, 1, 40), (1, 2, 50)] {
        store.set_driver(tour_id(tour), Some(driver_id(driver)), at(second)).await?;
    }
    let now = |number| TourRecord { driver: Some(driver_id(2)), ..tour(number) };
    assert_eq!(
        store.list_tours_handed_over(driver_id(1), DAY).await?,
        [(now(1), at(50)), (now(2), at(30))],
        "the last time counts"
    );
    let (second, tomorrow) = (driver_id(2), DAY.tomorrow().unwrap_or(DAY));
    assert_eq!(store.list_tours_handed_over(second, DAY).await?, [(now(1), at(40))]);
    assert_eq!(store.list_tours_handed_over(driver_id(1), tomorrow).await?, []);
    store.end_tour(tour_id(1), at(60)).await?;
    store.delete_tours_before(tomorrow).await?;
    assert_eq!(store.list_tours_handed_over(second, DAY).await?, [], "it is forgotten with the tour");
    Ok(())
}

async fn details_of_stops_are_added_and_changed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_tour(NewTour { stops: vec![stop(1)], ..new_tour(1) }).await?;
    store.insert_tour(NewTour { stops: vec![stop(9)], ..new_tour(2) }).await?;
    let moved =
        StopDetails { address: Personal::new("2 Quay"), note: Some(Personal::new("Bell")), ..stop(1) };
    store.put_stop_details(tour_id(1), vec![moved.clone(), stop(2)]).await?;
    store.put_stop_details(tour_id(1), Vec::new()).await?;
    let mut details = store.stop_details(tour_id(1)).await?;
    details.sort_by_key(|details| details.stop);
    assert_eq!(details, [moved, stop(2)]);
    assert_eq!(store.stop_details(tour_id(2)).await?, [stop(9)]);
    assert_eq!(store.stop_details(tour_id(3)).await?, []);
    Ok(())
}

async fn a_tour_needs_what_it_refers_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_tour(new_tour(1)).await);
    store.put_operator(operator(1)).await?;
    assert_dangling!(store.insert_tour(with_record(1, |tour| tour.driver = Some(driver_id(7)))).await);
    store.insert_tour(new_tour(1)).await?;
    assert_dangling!(store.set_driver(tour_id(1), Some(driver_id(7)), at(0)).await);
    assert_dangling!(store.put_stop_details(tour_id(7), vec![stop(1)]).await);
    store.append(settle(7, Status::Delivered, Some(outcome(How::DeliveredToMailbox, 1)))).await?;
    Ok(())
}
