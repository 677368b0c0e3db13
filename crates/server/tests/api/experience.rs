//! What past days taught: read by key and by login, forgotten by key, and never another's.

use doorstep_domain::prediction::{District, Lessons, Sums};
use doorstep_store::{JudgedTour, Judgements as _, TaughtDay, Tours as _};
use doorstep_wire::experience::write_lessons;
use http::Method;
use serde_json::json;

use super::house::{DAY, House};
use super::town::Scene;

const PATH: &str = "/v1/experience";
const YESTERDAY: &str = "2026-11-23";

/// Lets a tour teach, as if learnt on a day, that drives take half as long again.
async fn teach(scene: &Scene, day: &str) {
    let house = &scene.house;
    let tour = scene.tour.id.parse().expect("an id");
    house.store.end_tour(tour, doorstep_server::Clock::now(house.clock.as_ref())).await.expect("it ends");
    let sums = Sums { seen: 4_000, planned_s: 240_000, taken_s: 360_000 };
    let drives = [((District { lat: 4373, lon: 742 }, 9), sums)].into();
    let lessons = write_lessons(&Lessons { tours: 40, drives, ..Lessons::default() });
    let taught = Some(TaughtDay { operator: house.operator, day: day.parse().expect("a day"), lessons });
    let judged = JudgedTour { tour, day: None, replaces: None, taught, replaces_lessons: None };
    assert!(house.store.put_judgement(judged).await.expect("nothing is in its way"));
}

#[tokio::test]
async fn what_was_learnt_is_told_and_forgotten() {
    let scene = Scene::new().await;
    let house = &scene.house;
    let before = house.read(PATH).await;
    assert_eq!((&before["day"], &before["drives"]["factor"]), (&json!(DAY), &json!(1.0)));
    teach(&scene, YESTERDAY).await;
    let told = house.read(PATH).await;
    let factor = told["drives"]["factor"].as_f64().expect("a number");
    assert!((1.4..1.5).contains(&factor), "{told}");
    assert_eq!(told["drives"]["by_district"][0]["lat"], 43.73);
    assert_eq!(told["drives"]["by_hour"][0]["of"], 9);
    let on_its_day = house.read(&format!("{PATH}?day={YESTERDAY}")).await;
    assert_eq!(on_its_day["tours"], 0.0, "nothing learnt from a day is used on that day");
    let other = house.other_operator().await;
    let theirs = house.call(Method::DELETE, PATH).key(&other).send().await;
    assert_eq!(theirs.status.as_u16(), 204);
    assert_eq!(house.read(PATH).await, told);
    let forgotten = house.call(Method::DELETE, PATH).key(&house.key).send().await;
    assert_eq!(forgotten.status.as_u16(), 204);
    assert_eq!(house.read(PATH).await, before);
}

#[tokio::test]
async fn days_that_do_not_fit_are_refused() {
    let house = House::new().await;
    for (day, code) in [("soon", "bad_day"), ("2026-02-30", "bad_day"), ("2026-11-25", "out_of_range")] {
        let answer = house.call(Method::GET, &format!("{PATH}?day={day}")).key(&house.key).send().await;
        assert_eq!(answer.problems(), [("day".to_owned(), code.to_owned())], "{day}");
    }
}

#[tokio::test]
async fn dispatchers_read_it_and_forget_nothing() {
    let scene = Scene::new().await;
    let dispatcher = scene.house.dispatcher().await;
    let by_login = scene.house.call(Method::GET, PATH).cookie(&dispatcher).send().await;
    assert_eq!(by_login.value(), scene.house.read(PATH).await);
    let refused = scene.house.call(Method::DELETE, PATH).cookie(&dispatcher).send().await;
    assert!(refused.status.is_client_error(), "{:?}", refused.status);
}
