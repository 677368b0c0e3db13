//! How well the forecasts of a day held.

use jiff::civil::Date;

use super::samples::{DAY, at, new_tour, operator_id, settle_in, tour, tour_id};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{JudgedDay, JudgedTour, Store, TourRecord};

cases![
    tours_that_ended_wait_for_their_judgement,
    a_tour_is_judged_once,
    a_day_grows_by_one_tour_at_a_time,
    what_cannot_be_judged_waits_no_more,
    judgements_are_listed_by_day_and_region,
    old_judgements_are_forgotten,
    a_judgement_needs_its_operator,
];

fn day(day: Date, region: Option<&str>, judgement: &str) -> JudgedDay {
    JudgedDay {
        operator: operator_id(1),
        day,
        region: region.map(str::to_owned),
        judgement: judgement.to_owned(),
    }
}

fn judged(number: u128, day: JudgedDay, replaces: Option<&str>) -> JudgedTour {
    JudgedTour { day: Some(day), replaces: replaces.map(str::to_owned), ..judged_nothing(number) }
}

/// A tour in which there was nothing to judge.
pub(super) fn judged_nothing(number: u128) -> JudgedTour {
    JudgedTour { tour: tour_id(number), day: None, replaces: None, taught: None, replaces_lessons: None }
}

/// Tours of these numbers, each of which ended at the second of its number.
pub(super) async fn ended(store: &dyn Store, numbers: &[u128]) -> Outcome {
    settle_in(store).await?;
    for number in numbers {
        store.insert_tour(new_tour(*number)).await?;
        store.end_tour(tour_id(*number), at(i64::try_from(*number).unwrap_or_default())).await?;
    }
    Ok(())
}

async fn tours_that_ended_wait_for_their_judgement(store: &dyn Store) -> Outcome {
    ended(store, &[3, 1, 2, 4]).await?;
    store.insert_tour(new_tour(5)).await?;
    let waiting = async |before, limit| -> Result<Vec<_>, crate::StoreError> {
        let tours = store.list_unjudged_tours(at(before), limit).await?;
        Ok(tours.into_iter().map(|tour| tour.id).collect())
    };
    assert_eq!(waiting(4, 9).await?, [tour_id(1), tour_id(2), tour_id(3)], "the one of that instant waits");
    assert_eq!(waiting(9, 2).await?, [tour_id(1), tour_id(2)]);
    let first = store.list_unjudged_tours(at(2), 1).await?;
    assert_eq!(first, [TourRecord { ended_at: Some(at(1)), ..tour(1) }]);
    assert!(store.put_judgement(judged(1, day(DAY, None, "a"), None)).await?);
    assert_eq!(waiting(9, 9).await?, [tour_id(2), tour_id(3), tour_id(4)]);
    Ok(())
}

async fn a_tour_is_judged_once(store: &dyn Store) -> Outcome {
    ended(store, &[1]).await?;
    assert!(store.put_judgement(judged(1, day(DAY, None, "a"), None)).await?);
    assert!(!store.put_judgement(judged(1, day(DAY, None, "b"), Some("a"))).await?);
    assert!(!store.put_judgement(judged(9, day(DAY, None, "b"), Some("a"))).await?, "there is no such tour");
    assert_eq!(store.find_judgement(operator_id(1), DAY, None).await?.as_deref(), Some("a"));
    Ok(())
}

async fn a_day_grows_by_one_tour_at_a_time(store: &dyn Store) -> Outcome {
    ended(store, &[1, 2, 3]).await?;
    let north = |text| day(DAY, Some("North"), text);
    assert!(store.put_judgement(judged(1, north("1"), None)).await?);
    assert_conflict!(store.put_judgement(judged(2, north("2"), None)).await);
    assert_conflict!(store.put_judgement(judged(2, north("2"), Some("0"))).await);
    assert_conflict!(store.put_judgement(judged(2, day(DAY, None, "2"), Some("1"))).await);
    assert_eq!(store.list_unjudged_tours(at(9), 9).await?.len(), 2, "what was refused left nothing behind");
    assert!(store.put_judgement(judged(2, north("1+2"), Some("1"))).await?);
    let found = store.find_judgement(operator_id(1), DAY, Some("North".to_owned())).await?;
    assert_eq!(found.as_deref(), Some("1+2"));
    assert_eq!(store.find_judgement(operator_id(1), DAY, None).await?, None);
    assert_eq!(store.find_judgement(operator_id(2), DAY, Some("North".to_owned())).await?, None);
    Ok(())
}

async fn what_cannot_be_judged_waits_no_more(store: &dyn Store) -> Outcome {
    ended(store, &[1]).await?;
    assert!(store.put_judgement(judged_nothing(1)).await?);
    assert_eq!(store.list_unjudged_tours(at(9), 9).await?, []);
    assert_eq!(store.list_judgements(operator_id(1), DAY, DAY).await?, []);
    Ok(())
}

async fn judgements_are_listed_by_day_and_region(store: &dyn Store) -> Outcome {
    ended(store, &[1, 2, 3, 4]).await?;
    let tomorrow = DAY.tomorrow().unwrap_or(DAY);
    let days = [
        day(tomorrow, None, "4"),
        day(DAY, None, "3"),
        day(DAY, Some("North"), "2"),
        day(DAY, Some("South"), "1"),
    ];
    for (number, day) in (1..).zip(days.iter().rev()) {
        assert!(store.put_judgement(judged(number, day.clone(), None)).await?);
    }
    assert_eq!(store.list_judgements(operator_id(1), DAY, tomorrow).await?, days);
    assert_eq!(store.list_judgements(operator_id(1), tomorrow, tomorrow).await?, days[..1]);
    assert_eq!(store.list_judgements(operator_id(2), DAY, tomorrow).await?, []);
    Ok(())
}

async fn old_judgements_are_forgotten(store: &dyn Store) -> Outcome {
    ended(store, &[1, 2]).await?;
    let tomorrow = DAY.tomorrow().unwrap_or(DAY);
    assert!(store.put_judgement(judged(1, day(DAY, None, "1"), None)).await?);
    assert!(store.put_judgement(judged(2, day(tomorrow, None, "2"), None)).await?);
    assert_eq!(store.delete_judgements_before(tomorrow).await?, 1);
    assert_eq!(store.delete_judgements_before(tomorrow).await?, 0);
    assert_eq!(store.list_judgements(operator_id(1), DAY, tomorrow).await?, [day(tomorrow, None, "2")]);
    assert_eq!(store.list_unjudged_tours(at(9), 9).await?, [], "a tour stays judged");
    Ok(())
}

async fn a_judgement_needs_its_operator(store: &dyn Store) -> Outcome {
    ended(store, &[1]).await?;
    let of_nobody = JudgedDay { operator: operator_id(7), ..day(DAY, None, "1") };
    assert_dangling!(store.put_judgement(judged(1, of_nobody, None)).await);
    assert_eq!(store.list_unjudged_tours(at(9), 9).await?.len(), 1);
    Ok(())
}
