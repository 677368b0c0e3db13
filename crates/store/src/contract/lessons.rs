//! What tours taught, by day.

use jiff::civil::Date;

use super::judgements::{ended, judged_nothing};
use super::samples::{DAY, at, operator_id};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{JudgedTour, Store, TaughtDay};

cases![
    a_tour_teaches_together_with_its_judgement,
    a_day_of_lessons_grows_by_one_tour_at_a_time,
    lessons_are_listed_oldest_first,
    an_operator_forgets_its_own_lessons,
    old_lessons_are_forgotten,
    lessons_need_their_operator,
];

fn taught(day: Date, lessons: &str) -> TaughtDay {
    TaughtDay { operator: operator_id(1), day, lessons: lessons.to_owned() }
}

fn tour_that(number: u128, taught: TaughtDay, replaces: Option<&str>) -> JudgedTour {
    JudgedTour {
        taught: Some(taught),
        replaces_lessons: replaces.map(str::to_owned),
        ..judged_nothing(number)
    }
}

async fn a_tour_teaches_together_with_its_judgement(store: &dyn Store) -> Outcome {
    ended(store, &[1]).await?;
    assert_eq!(store.find_lessons(operator_id(1), DAY).await?, None);
    assert!(store.put_judgement(tour_that(1, taught(DAY, "a"), None)).await?);
    assert!(!store.put_judgement(tour_that(1, taught(DAY, "b"), Some("a"))).await?, "it taught already");
    assert_eq!(store.find_lessons(operator_id(1), DAY).await?.as_deref(), Some("a"));
    assert_eq!(store.find_lessons(operator_id(2), DAY).await?, None);
    Ok(())
}

async fn a_day_of_lessons_grows_by_one_tour_at_a_time(store: &dyn Store) -> Outcome {
    ended(store, &[1, 2]).await?;
    assert!(store.put_judgement(tour_that(1, taught(DAY, "1"), None)).await?);
    assert_conflict!(store.put_judgement(tour_that(2, taught(DAY, "2"), None)).await);
    assert_conflict!(store.put_judgement(tour_that(2, taught(DAY, "2"), Some("0"))).await);
    assert_eq!(store.list_unjudged_tours(at(9), 9).await?.len(), 1, "what was refused left nothing behind");
    assert!(store.put_judgement(tour_that(2, taught(DAY, "1+2"), Some("1"))).await?);
    assert_eq!(store.find_lessons(operator_id(1), DAY).await?.as_deref(), Some("1+2"));
    Ok(())
}

/// Lessons of this day and of the next one.
async fn two_days(store: &dyn Store) -> Result<[TaughtDay; 2], crate::StoreError> {
    ended(store, &[1, 2]).await?;
    let days = [taught(DAY, "1"), taught(DAY.tomorrow().unwrap_or(DAY), "2")];
    store.put_judgement(tour_that(2, days[1].clone(), None)).await?;
    store.put_judgement(tour_that(1, days[0].clone(), None)).await?;
    Ok(days)
}

async fn lessons_are_listed_oldest_first(store: &dyn Store) -> Outcome {
    let days = two_days(store).await?;
    assert_eq!(store.list_lessons(operator_id(1), DAY, Date::MAX).await?, days);
    assert_eq!(store.list_lessons(operator_id(1), DAY, days[1].day).await?, days[..1], "the last day is not");
    assert_eq!(store.list_lessons(operator_id(1), days[1].day, Date::MAX).await?, days[1..]);
    assert_eq!(store.list_lessons(operator_id(2), DAY, Date::MAX).await?, []);
    Ok(())
}

async fn an_operator_forgets_its_own_lessons(store: &dyn Store) -> Outcome {
    two_days(store).await?;
    assert_eq!(store.delete_lessons(operator_id(2)).await?, 0);
    assert_eq!(store.delete_lessons(operator_id(1)).await?, 2);
    assert_eq!(store.list_lessons(operator_id(1), DAY, Date::MAX).await?, []);
    Ok(())
}

async fn old_lessons_are_forgotten(store: &dyn Store) -> Outcome {
    let days = two_days(store).await?;
    assert_eq!(store.delete_lessons_before(days[1].day).await?, 1);
    assert_eq!(store.delete_lessons_before(days[1].day).await?, 0);
    assert_eq!(store.list_lessons(operator_id(1), DAY, Date::MAX).await?, days[1..]);
    Ok(())
}

async fn lessons_need_their_operator(store: &dyn Store) -> Outcome {
    ended(store, &[1]).await?;
    let of_nobody = TaughtDay { operator: operator_id(7), ..taught(DAY, "1") };
    assert_dangling!(store.put_judgement(tour_that(1, of_nobody, None)).await);
    assert_eq!(store.list_unjudged_tours(at(9), 9).await?.len(), 1);
    Ok(())
}
