//! What recipients may see, as data: whose rules win, their versions and history, and looks that are recorded.

use doorstep_store::{Role, Scope};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use super::house::{Answer, Cookie, DAY, House, list, put_key, text};
use super::town::{Scene, before};

/// Three stops, the van before the first: the recipient at the third sees map and count.
async fn open_scene() -> Scene {
    let scene = Scene::new().await;
    scene.house.clock.advance_s(60);
    scene.house.happens(&scene.token, "fix", before(1)).await;
    scene
}

impl Scene {
    /// What the recipient sees of the map, and of the number of stops.
    async fn seen(&self) -> (Value, Option<Value>) {
        let seen = self.house.tracking(&self.recipient, self.tour.parcel(3)).await;
        let hidden = seen["map"].get("hidden_because").cloned();
        (hidden.unwrap_or(Value::Null), seen.get("remaining_stop_count").cloned())
    }

    fn own(&self) -> String {
        format!("/v1/parcels/{}/visibility", self.tour.parcel(3))
    }
}

impl House {
    async fn put(&self, path: &str, rules: &Value, replaces: Option<&str>) -> Answer {
        let call = self.call(Method::PUT, path).key(&self.key);
        let call = match replaces {
            Some(version) => call.header("if-match", version),
            None => call,
        };
        call.json(rules).await
    }

    async fn square(&self, visibility: Value) -> String {
        let ring = [[7.3, 43.6], [7.5, 43.6], [7.5, 43.8], [7.3, 43.8], [7.3, 43.6]];
        let area = json!({ "type": "Polygon", "coordinates": [ring] });
        let body = json!({ "name": "R", "live_from": DAY, "area": area, "visibility": visibility });
        text(&self.post("/v1/regions", &body).await, "id")
    }
}

#[tokio::test]
async fn the_narrowest_rules_win() {
    let scene = open_scene().await;
    let house = &scene.house;
    let (open, disabled) = ((Value::Null, Some(json!(3))), json!("sender_disabled"));
    assert_eq!(scene.seen().await, open);
    house
        .ask(Method::PUT, "/v1/visibility", &json!({ "map": "never", "count": "never", "release": "exact" }))
        .await;
    assert_eq!(scene.seen().await, (disabled.clone(), None));
    let region = house.square(json!({ "count": "always" })).await;
    assert_eq!(scene.seen().await, (disabled, Some(json!(3))), "the region says nothing of the map");
    let sender = "/v1/visibility/senders/EXAMPLE%20%20shop";
    house.ask(Method::PUT, sender, &json!({ "map": "always" })).await;
    assert_eq!(scene.seen().await, open);
    house.ask(Method::PUT, &scene.own(), &json!("gift")).await;
    assert_eq!(scene.seen().await, (json!("gift"), None));
    house.ask(Method::PUT, &scene.own(), &json!({})).await;
    assert_eq!(scene.seen().await, open, "what is taken away holds no more");
    let of_region = format!("/v1/regions/{region}/visibility");
    house.ask(Method::PUT, &of_region, &json!("confidential")).await;
    assert_eq!(scene.seen().await.0, "confidential", "the sender says nothing of the kind");
    let senders = house.read("/v1/visibility/senders").await;
    let expected = json!([{ "sender": "example shop", "rules": { "map": "always" }, "version": 1 }]);
    assert_eq!(senders["senders"], expected);
}

#[tokio::test]
async fn a_change_replaces_the_version_that_it_was_made_from() {
    let scene = open_scene().await;
    let house = &scene.house;
    let region = house.square(Value::Null).await;
    let paths = [
        "/v1/visibility".to_owned(),
        "/v1/visibility/senders/Shop".to_owned(),
        format!("/v1/regions/{region}/visibility"),
        scene.own(),
    ];
    house.put("/v1/visibility", &json!("near"), None).await;
    for path in paths {
        let first = house.call(Method::GET, &path).key(&house.key).send().await;
        let (nothing, begun) = if path == "/v1/visibility" { (json!("near"), 2) } else { (json!({}), 0) };
        let [zeroth, one, two] = [0, 1, 2].map(|more| format!("\"{}\"", begun + more));
        assert_eq!((first.header("etag"), first.value()), (Some(&*zeroth), nothing), "{path}");
        let set = house.put(&path, &json!("coarse"), Some(&zeroth)).await;
        assert_eq!((set.header("etag"), set.value()), (Some(&*one), json!("coarse")), "{path}");
        let late = house.put(&path, &json!("open"), Some(&zeroth)).await;
        assert_eq!(late.refusal(), (412, "version_changed".to_owned()), "{path}");
        let bad = house.put(&path, &json!("open"), Some("1")).await;
        assert_eq!(bad.problems(), [("If-Match".to_owned(), "bad_version".to_owned())], "{path}");
        let read = house.call(Method::GET, &path).key(&house.key).send().await;
        assert_eq!((read.header("etag"), read.value()), (Some(&*one), json!("coarse")), "{path}");
        assert_eq!(house.put(&path, &json!("open"), None).await.header("etag"), Some(&*two), "{path}");
    }
}

#[tokio::test]
async fn every_change_is_kept_with_who_made_it() {
    let scene = open_scene().await;
    let house = &scene.house;
    let begun = house.read("/v1/visibility").await;
    let by = format!("key:{}", house.key.chars().take(8).collect::<String>());
    house.ask(Method::PUT, "/v1/visibility", &json!("coarse")).await;
    let region = house.square(json!({ "count": "never" })).await;
    house.ask(Method::PUT, "/v1/visibility/senders/A%20Shop", &json!("gift")).await;
    house.ask(Method::PUT, &scene.own(), &json!("open")).await;
    house.ask(Method::PUT, "/v1/visibility", &json!({ "map": "always" })).await;

    let first = house.read("/v1/visibility/changes?limit=2").await;
    let rest = house.read(&format!("/v1/visibility/changes?after={}", text(&first, "next"))).await;
    let all: Vec<&Value> = list(&first, "changes").iter().chain(list(&rest, "changes")).collect();
    let (_begun, all) = all.split_last().expect("what held before is there too");
    let told = |of: &str, which: Option<&str>, version: u32, before: Value, rules: Value| {
        let mut change = json!({
            "of": of, "version": version, "at": house.now(), "by": by, "before": before, "rules": rules,
        });
        if let Some(which) = which {
            change["which"] = json!(which);
        }
        change
    };
    let expected = [
        told("operator", None, 3, json!("coarse"), json!({ "map": "always" })),
        told("parcel", Some(scene.tour.parcel(3)), 1, json!({}), json!("open")),
        told("sender", Some("a shop"), 1, json!({}), json!("gift")),
        told("region", Some(&region), 1, json!({}), json!({ "count": "never" })),
        told("operator", None, 2, begun, json!("coarse")),
    ];
    assert_eq!(all, expected.iter().collect::<Vec<_>>());

    let other = house.other_operator().await;
    let foreign = house.call(Method::GET, "/v1/visibility/changes").key(&other).send().await;
    assert_eq!(foreign.value(), json!({ "changes": [] }));
}

#[tokio::test]
async fn a_preview_is_what_would_be_seen_and_changes_nothing() {
    let scene = open_scene().await;
    let house = &scene.house;
    house.square(Value::Null).await;
    let path = format!("{}/preview", scene.own());
    let now = house.tracking(&scene.recipient, scene.tour.parcel(3)).await;
    for of in ["operator", "region", "sender", "parcel"] {
        let nothing = if of == "operator" { house.read("/v1/visibility").await } else { json!({}) };
        let same = house.post(&path, &json!({ "of": of, "rules": nothing })).await;
        assert_eq!(same, now, "{of}");
        let never =
            house.post(&path, &json!({ "of": of, "rules": { "map": "never", "forecast": "never" } })).await;
        assert_eq!(never["map"], json!({ "state": "hidden", "hidden_because": "sender_disabled" }), "{of}");
        assert_eq!(never.get("forecast"), None, "{of}");
        let gift = house.post(&path, &json!({ "of": of, "rules": "gift" })).await;
        assert_eq!((gift.get("sender"), &gift["kind"]), (None, &json!("gift")), "{of}");
    }
    assert_eq!(house.tracking(&scene.recipient, scene.tour.parcel(3)).await, now);

    // What is set then is what was shown.
    let draft = json!({ "map": { "within_stops": 2 }, "kind": "high_value" });
    let shown = house.post(&path, &json!({ "of": "sender", "rules": draft })).await;
    house.ask(Method::PUT, "/v1/visibility/senders/example%20shop", &draft).await;
    assert_eq!(house.tracking(&scene.recipient, scene.tour.parcel(3)).await, shown);

    let records = house.read("/v1/audit").await;
    let looks = list(&records, "records").iter().filter(|record| record["deed"] == "previewed");
    assert_eq!(looks.clone().count(), 13, "each look is recorded");
    assert!(looks.into_iter().all(|look| look["subject"] == scene.tour.parcel(3)));
}

#[tokio::test]
async fn areas_come_and_go_on_record() {
    let house = House::new().await;
    let region = house.square(Value::Null).await;
    house.call(Method::DELETE, &format!("/v1/regions/{region}")).key(&house.key).send().await;
    let records = house.read("/v1/audit").await;
    let deeds: Vec<String> = list(&records, "records").iter().map(|record| text(record, "deed")).collect();
    assert_eq!(deeds, ["region_removed", "region_added"]);
}

#[tokio::test]
async fn what_does_not_fit_is_told_and_changes_nothing() {
    let scene = open_scene().await;
    let house = &scene.house;
    let problem = |answer: Answer| answer.problems().into_iter().next().expect("a problem");
    let at = |at: &str, code: &str| (at.to_owned(), code.to_owned());
    let put = async |path: &str, rules: Value| problem(house.put(path, &rules, None).await);
    let bad = json!({ "count": { "min_confidence": 1.1 } });
    assert_eq!(put("/v1/visibility", bad).await, at("count.min_confidence", "out_of_range"));
    assert_eq!(put(&scene.own(), json!({ "release": "exact" })).await, at("release", "unknown_field"));
    let sender = "/v1/visibility/senders/Shop";
    assert_eq!(put(sender, json!({ "tell_kept": true })).await, at("tell_kept", "unknown_field"));
    let long = format!("/v1/visibility/senders/{}", "x".repeat(201));
    assert_eq!(put(&long, json!("open")).await, at("sender", "bad_sender"));
    assert_eq!(put("/v1/visibility/senders/%00", json!("open")).await, at("sender", "bad_sender"));
    let longest = format!("/v1/visibility/senders/{}", "x".repeat(200));
    assert_eq!(house.put(&longest, &json!("open"), None).await.status, StatusCode::OK);
    assert_eq!(scene.seen().await.0, Value::Null);

    let nothing = format!("/v1/parcels/{}/visibility", "0".repeat(32));
    assert_eq!(house.put(&nothing, &json!("open"), None).await.refusal(), (404, "not_found".to_owned()));
    let other = house.other_operator().await;
    let foreign = house.call(Method::PUT, &scene.own()).key(&other).json(&json!("gift")).await;
    assert_eq!(foreign.refusal(), (404, "not_found".to_owned()));
    let path = format!("{}/preview", scene.own());
    let look = json!({ "of": "region", "rules": "open" });
    let answer = house.call(Method::POST, &path).key(&house.key).json(&look).await;
    assert_eq!(problem(answer), at("of", "no_region"));
    let foreign = house.call(Method::POST, &path).key(&other).json(&look).await;
    assert_eq!(foreign.refusal(), (404, "not_found".to_owned()));
    let reading = put_key(house.store.as_ref(), house.operator, vec![Scope::OperatorRead]).await;
    let refused = house.call(Method::PUT, &scene.own()).key(&reading).json(&json!("gift")).await;
    assert_eq!(refused.refusal(), (403, "scope_missing".to_owned()));
}

#[tokio::test]
async fn an_area_that_crosses_itself_is_refused() {
    let house = House::new().await;
    let bow = [[7.3, 43.6], [7.5, 43.8], [7.5, 43.6], [7.3, 43.8], [7.3, 43.6]];
    let area = json!({ "type": "Polygon", "coordinates": [bow] });
    let body = json!({ "name": "Bow", "live_from": DAY, "area": area });
    let answer = house.call(Method::POST, "/v1/regions").key(&house.key).json(&body).await;
    assert_eq!(answer.problems(), [("area".to_owned(), "bad_area".to_owned())]);
    assert!(answer.text().contains("crosses itself"), "{}", answer.text());
    assert_eq!(house.read("/v1/regions").await["regions"], json!([]));
}

#[tokio::test]
async fn a_thousand_senders_have_rules_of_their_own_and_no_more() {
    let house = House::new().await;
    let path = |number: u32| format!("/v1/visibility/senders/Shop%20{number}");
    for number in 0..1_000 {
        house.ask(Method::PUT, &path(number), &json!("gift")).await;
    }
    let refused = house.put(&path(1_000), &json!("gift"), None).await;
    assert_eq!(refused.refusal(), (409, "too_many_senders".to_owned()));
    house.ask(Method::PUT, &path(7), &json!({})).await;
    assert_eq!(house.put(&path(1_000), &json!("gift"), None).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_drivers_name_is_told_where_a_rule_says_so() {
    let scene = open_scene().await;
    let house = &scene.house;
    let name = async || {
        let seen = house.tracking(&scene.recipient, scene.tour.parcel(3)).await;
        seen.get("driver_name").cloned()
    };
    assert_eq!(name().await, None);
    house.ask(Method::PUT, "/v1/visibility", &json!({ "driver_name": "always" })).await;
    assert_eq!(name().await, Some(json!("Dora")));
    let told =
        house.read(&format!("/v1/tours/{}/explanation?parcel={}", scene.tour.id, scene.tour.parcel(3))).await;
    assert_eq!(told["parcel"]["tracking"]["driver_name"], "Dora", "it is explained as it is seen");
    let (other, _) = house.driver("Mika").await;
    house.ask(Method::PATCH, &format!("/v1/tours/{}", scene.tour.id), &json!({ "driver": other })).await;
    assert_eq!(name().await, Some(json!("Mika")), "who goes on is told");
    house.ask(Method::PUT, &scene.own(), &json!("confidential")).await;
    assert_eq!(name().await, None);
}

#[tokio::test]
async fn drivers_are_told_the_kind_that_rules_make_of_a_parcel() {
    let scene = open_scene().await;
    let house = &scene.house;
    let kinds = async || {
        let told = house.call(Method::GET, "/v1/driver/tour").key(&scene.token).send().await.value();
        let stops = list(&told["tour"], "stops").iter();
        stops.map(|stop| text(&stop["parcels"][0], "kind")).collect::<Vec<_>>()
    };
    assert_eq!(kinds().await, ["ordinary"; 3]);
    house.ask(Method::PUT, "/v1/visibility/senders/Example%20Shop", &json!("high_value")).await;
    assert_eq!(kinds().await, ["high_value"; 3]);
    let path = format!("/v1/parcels/{}/instruction", scene.tour.parcel(3));
    let call = house.call(Method::PUT, &path).cookie(&scene.recipient);
    let refused = call.json(&json!({ "safe_place": "shed" })).await;
    assert_eq!(refused.refusal(), (409, "too_late".to_owned()), "it is left nowhere");
}

#[tokio::test]
async fn administrators_set_rules_on_the_page_and_dispatchers_try_them() {
    let scene = open_scene().await;
    let house = &scene.house;
    let (account, admin) = house.staff(Role::Admin).await;
    let dispatcher = house.dispatcher().await;
    let send = async |who: &Cookie, path: &str, form: &str| {
        let call = house.call(Method::POST, path).cookie(who).header("accept", "text/html");
        call.header("content-type", "application/x-www-form-urlencoded").bytes(form.to_owned()).await
    };
    let number = house.read(&format!("/v1/parcels/{}", scene.tour.parcel(3))).await;
    let number = text(&number, "tracking_number");
    let sender = "of=sender&which=example+shop&version=0&choice=gift";

    let tried = send(&dispatcher, "/dispatch/visibility/preview", &format!("{sender}&parcel={number}")).await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.text());
    assert!(tried.text().contains("Not shown"), "{}", tried.text());
    assert_eq!(scene.seen().await.0, Value::Null, "nothing was changed");
    let unknown = send(&dispatcher, "/dispatch/visibility/preview", &format!("{sender}&parcel=X")).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    let records = house.read("/v1/audit").await;
    let deeds = list(&records, "records").iter().map(|record| text(record, "deed"));
    assert_eq!(
        deeds.collect::<Vec<_>>(),
        ["looked", "previewed"],
        "one look at a parcel, and so at its tour"
    );

    let refused = send(&dispatcher, "/dispatch/visibility", sender).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let saved = send(&admin, "/dispatch/visibility", sender).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let there = saved.header("location").expect("it leads back").to_owned();
    assert_eq!(there, "/dispatch/visibility?of=sender&which=example+shop&saved=1");
    let page = house.call(Method::GET, &there).cookie(&dispatcher).send().await;
    assert!(page.text().contains(&format!("Account {account}")), "{}", page.text());
    assert_eq!(scene.seen().await.0, "gift");

    let late = send(&admin, "/dispatch/visibility", sender).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
    assert!(late.text().contains("Someone changed these rules meanwhile."), "{}", late.text());
    let broken = "of=operator&version=0&choice=written&rules=%7B%22map%22%3A%22blue%22%7D";
    let broken = send(&admin, "/dispatch/visibility", broken).await;
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(broken.text().contains("cannot be read at map: unknown_rule"), "{}", broken.text());
    let nobody = house.call(Method::GET, "/dispatch/visibility?number=X").cookie(&admin).send().await;
    assert_eq!(nobody.status, StatusCode::NOT_FOUND);
    let own =
        house.call(Method::GET, &format!("/dispatch/visibility?number={number}")).cookie(&admin).send().await;
    assert!(own.text().contains(&format!("Parcel {number}")), "{}", own.text());
}
