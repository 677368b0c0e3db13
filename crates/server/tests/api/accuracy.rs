//! How well forecasts held: by key and by login, and never another's.

use doorstep_domain::prediction::{ArrivalScore, CountScore, Judgement};
use doorstep_store::{JudgedDay, JudgedTour, Judgements as _, Tours as _};
use doorstep_wire::accuracy::write_judgement;
use http::Method;
use serde_json::{Value, json};

use super::house::{DAY, House};
use super::town::{Scene, Tour, tour};

const PATH: &str = "/v1/accuracy";

/// A judgement of so many windows one stop ahead, one of which was missed.
fn judgement(windows: u64) -> Judgement {
    let mut judgement = Judgement::default();
    judgement.arrivals[0] =
        ArrivalScore { windows, kept: windows - 1, width_s: 300 * windows, error_s: 60 * windows };
    judgement.counts = CountScore { told: windows, exact: windows, within_one: windows, untold: 0 };
    judgement
}

/// Judges a tour as part of a day and region.
async fn judge(house: &House, tour: &Tour, day: &str, region: Option<&str>, windows: u64) {
    let id = tour.id.parse().expect("an id");
    house.store.end_tour(id, doorstep_server::Clock::now(house.clock.as_ref())).await.expect("it ends");
    let day = JudgedDay {
        operator: house.operator,
        day: day.parse().expect("a day"),
        region: region.map(str::to_owned),
        judgement: write_judgement(&judgement(windows)),
    };
    let judged =
        JudgedTour { tour: id, day: Some(day), replaces: None, taught: None, replaces_lessons: None };
    assert!(house.store.put_judgement(judged).await.expect("nothing is in its way"));
}

#[tokio::test]
async fn figures_are_told_by_day_and_region_and_all_together() {
    let house = House::new().await;
    let (driver, _) = house.driver("Dora").await;
    for (reference, day, region, windows) in [
        ("T1", DAY, None, 10),
        ("T2", DAY, Some("Monaco"), 5),
        ("T3", "2026-11-20", Some("Monaco"), 2),
        ("T4", "2026-10-25", None, 7),
    ] {
        let tour = Tour::bring(&house, &tour(reference, &driver, 1, |_, _| {})).await;
        judge(&house, &tour, day, region, windows).await;
    }
    let told = house.read(PATH).await;
    assert_eq!((&told["from"], &told["until"]), (&json!("2026-10-26"), &json!(DAY)));
    let cell = |day: &Value| {
        (
            day["day"].clone(),
            day.get("region").cloned(),
            day["arrivals"]["n"].clone(),
            day["counts"]["n"].clone(),
        )
    };
    let days: Vec<_> = told["days"].as_array().expect("days").iter().map(cell).collect();
    let monaco = || Some(json!("Monaco"));
    assert_eq!(
        days,
        [
            (json!(DAY), None, json!(10), json!(10)),
            (json!(DAY), monaco(), json!(5), json!(5)),
            (json!("2026-11-20"), monaco(), json!(2), json!(2)),
        ]
    );
    assert_eq!(
        told["total"]["arrivals"],
        json!({ "n": 17, "kept": 14, "hit_rate": 0.8235, "width_s_mean": 300.0, "error_s_mean": 60.0 })
    );
    assert_eq!(told["total"]["counts"]["exact_rate"], 1.0);
    let [ahead] = told["by_stops_ahead"].as_array().expect("bins").as_slice() else { panic!("{told}") };
    assert_eq!(
        (&ahead["stops_from"], &ahead["stops_until"], &ahead["n"]),
        (&json!(1), &json!(1), &json!(17))
    );
    let older = house.read(&format!("{PATH}?from=2026-10-25&until=2026-10-25")).await;
    assert_eq!(older["total"]["arrivals"]["n"], 7);
}

#[tokio::test]
async fn where_there_is_nothing_lists_are_empty() {
    let scene = Scene::new().await;
    judge(&scene.house, &scene.tour, DAY, None, 4).await;
    let other = scene.house.other_operator().await;
    let theirs = scene.house.call(Method::GET, PATH).key(&other).send().await;
    assert_eq!(theirs.status.as_u16(), 200);
    let theirs = theirs.value();
    assert_eq!((&theirs["days"], &theirs["by_stops_ahead"]), (&json!([]), &json!([])));
    assert_eq!(theirs["total"]["arrivals"], json!({ "n": 0, "kept": 0 }));
}

#[tokio::test]
async fn days_that_do_not_fit_are_refused() {
    let house = House::new().await;
    for (query, at, code) in [
        ("?from=yesterday", "from", "bad_day"),
        ("?until=2026-02-30", "until", "bad_day"),
        ("?from=2026-11-25", "from", "out_of_range"),
        ("?from=2025-10-20", "from", "out_of_range"),
    ] {
        let answer = house.call(Method::GET, &format!("{PATH}{query}")).key(&house.key).send().await;
        assert_eq!(answer.problems(), [(at.to_owned(), code.to_owned())], "{query}");
    }
    house.read(&format!("{PATH}?from=2025-10-21")).await;
}

#[tokio::test]
async fn dispatchers_read_them_and_recipients_do_not() {
    let scene = Scene::new().await;
    let dispatcher = scene.house.dispatcher().await;
    let by_login = scene.house.call(Method::GET, PATH).cookie(&dispatcher).send().await;
    assert_eq!(by_login.value(), scene.house.read(PATH).await);
    let recipient = scene.house.call(Method::GET, PATH).cookie(&scene.recipient).send().await;
    assert_eq!(recipient.refusal(), (403, "wrong_role".to_owned()));
    let page = scene.house.call(Method::GET, "/dispatch/accuracy").cookie(&dispatcher).send().await;
    assert!(page.text().contains("No tour was judged in the last 30 days."), "{}", page.text());
}
