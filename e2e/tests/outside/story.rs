//! The whole story, from the plan to the door, as recipients, a driver and an operator live it over HTTP.

use std::time::Duration;

use anyhow::Result;
use doorstep_e2e::api::Api;
use doorstep_e2e::binary::Server;
use doorstep_e2e::carrier::{
    Carrier, Door, SOMEBODY, Tour, address, bring_recipient, bring_region, bring_tour, event, fix_at, log_in,
    place, seconds_ago,
};
use doorstep_e2e::stream::Stream;
use serde_json::{Value, json};

const SOON: Duration = Duration::from_secs(10);
/// The own stop in a tour of this many.
const OWN: usize = 13;
const DOORS: usize = 16;

struct Scene {
    _carrier: Carrier,
    server: Server,
    operator: Api,
    driver: Api,
    tour: Tour,
}

async fn scene(doors: &[Door]) -> Result<Scene> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    bring_region(&operator).await?;
    for door in doors.iter().filter(|door| !door.recipient.is_empty()) {
        bring_recipient(&operator, door.recipient).await?;
    }
    let tour = bring_tour(&operator, "T1", doors).await?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    Ok(Scene { _carrier: carrier, server, operator, driver, tour })
}

impl Scene {
    async fn tell(&self, events: &[Value]) -> Result<()> {
        let answer = self.driver.post("/v1/driver/events", &json!({ "events": events })).await?.expect(200);
        assert_eq!(answer.json["taken"], events.len(), "{}", answer.text);
        Ok(())
    }

    /// The driver halts at a stop and hands over its parcel.
    fn delivered(&self, index: usize, ago: i64) -> Vec<Value> {
        let told = json!({ "parcel": self.tour.parcel(index), "outcome": "delivered_to_recipient" });
        vec![
            fix_at(index, seconds_ago(ago)),
            event("arrived", seconds_ago(ago), &json!({ "stop": self.tour.stop(index) })),
            event("delivered", seconds_ago(ago - 1), &told),
            event("departed", seconds_ago(ago - 2), &json!({ "stop": self.tour.stop(index) })),
        ]
    }

    async fn tracking(&self, recipient: &Api, index: usize) -> Result<Value> {
        let path = format!("/v1/parcels/{}/tracking", self.tour.parcel(index));
        Ok(recipient.get(&path).await?.expect(200).json)
    }
}

fn doors(own: &'static str, others: &[(usize, Door)]) -> Vec<Door> {
    let mut doors = vec![SOMEBODY; DOORS];
    doors[OWN] = Door { recipient: own, kind: "ordinary" };
    for (index, door) in others {
        doors[*index] = *door;
    }
    doors
}

fn hidden(view: &Value, because: &str) {
    assert_eq!(view["map"]["state"], "hidden", "{view}");
    assert_eq!(view["map"]["hidden_because"], because, "{view}");
    for absent in ["position", "remaining_stop_count"] {
        assert!(view.get(absent).is_none(), "{absent} in {view}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_followed_from_the_plan_to_the_safe_place() -> Result<()> {
    let scene = scene(&doors("ada@example.org", &[])).await?;
    let ada = log_in(&scene.server, "ada@example.org").await?;
    let orders = ada.get("/v1/orders").await?.expect(200);
    assert_eq!(orders.header("cache-control"), "no-store");
    assert_eq!(orders.json["orders"][0]["parcels"][0]["parcel_id"], scene.tour.parcel(OWN));
    hidden(&scene.tracking(&ada, OWN).await?, "tour_not_started");

    let path = format!("/v1/parcels/{}/tracking/stream", scene.tour.parcel(OWN));
    let mut page = Stream::open(&ada, &path, None).await?;
    hidden(&page.until(SOON, |_| true).await?.data, "tour_not_started");

    // The fourteenth stop: too far for ten stops and half an hour.
    let (lat, lon) = place(0);
    let depot = event("fix", seconds_ago(119), &json!({ "lat": lat - 0.003, "lon": lon }));
    scene.tell(&[event("started", seconds_ago(120), &json!({})), depot]).await?;
    hidden(&page.until(SOON, |view| view["status"] == "out_for_delivery").await?.data, "too_far");

    for (index, ago) in [(0, 110), (1, 95), (2, 80), (3, 65)] {
        scene.tell(&scene.delivered(index, ago)).await?;
    }
    let open = page.until(SOON, |view| view["map"]["state"] == "open").await?.data;
    assert_eq!(open["remaining_stop_count"], 10, "ten stops, the own one included: {open}");
    let seen = open["position"]["lat"].as_f64().unwrap_or_default();
    assert!((seen - place(3).0).abs() < 0.0005, "the van is at the fourth stop: {open}");

    let wish = json!({ "safe_place": "garage", "note": "behind the bikes" });
    let instruction = format!("/v1/parcels/{}/instruction", scene.tour.parcel(OWN));
    ada.put(&instruction, &wish).await?.expect(200);
    let stop = scene.driver.get("/v1/driver/tour").await?.expect(200).json["tour"]["stops"]
        .as_array()
        .and_then(|stops| stops.iter().find(|stop| stop["id"] == scene.tour.stop(OWN)).cloned())
        .unwrap();
    assert_eq!(stop["parcels"][0]["instruction"], wish, "the driver sees it at once");

    for index in 4..OWN {
        scene.tell(&scene.delivered(index, 50 - 3 * i64::try_from(index)?)).await?;
    }
    let next = page.until(SOON, |view| view["remaining_stop_count"] == 1).await?.data;
    assert_eq!(next["instruction"], wish);

    let arrived = event("arrived", seconds_ago(6), &json!({ "stop": scene.tour.stop(OWN) }));
    scene.tell(&[fix_at(OWN, seconds_ago(6)), arrived]).await?;
    page.until(SOON, |view| view["arrived_at"].is_string()).await?;
    assert_eq!(ada.put(&instruction, &wish).await?.expect(409).code(), "too_late");

    let told = json!({ "parcel": scene.tour.parcel(OWN), "outcome": "delivered_to_safe_place" });
    scene.tell(&[event("delivered", seconds_ago(1), &told)]).await?;
    let end = page.until(SOON, |view| view.get("outcome").is_some()).await?.data;
    hidden(&end, "delivered");
    assert_eq!(
        (&end["status"], &end["outcome"]["outcome"]),
        (&json!("delivered"), &json!("delivered_to_safe_place"))
    );

    let tour = scene.operator.get(&format!("/v1/tours/{}", scene.tour.id)).await?.expect(200).json;
    let done = tour["stops"].as_array().unwrap().iter().filter(|stop| stop["state"] == "served").count();
    assert_eq!(done, OWN + 1, "{tour}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn gifts_and_confidential_parcels_never_show_map_or_count() -> Result<()> {
    let gift = Door { recipient: "gift@example.org", kind: "gift" };
    let confidential = Door { recipient: "quiet@example.org", kind: "confidential" };
    let scene = scene(&doors("ada@example.org", &[(1, gift), (2, confidential)])).await?;
    scene.tell(&[event("started", seconds_ago(60), &json!({}))]).await?;
    scene.tell(&scene.delivered(0, 30)).await?;
    for (email, index, because) in [("gift@example.org", 1, "gift"), ("quiet@example.org", 2, "confidential")]
    {
        let recipient = log_in(&scene.server, email).await?;
        let view = scene.tracking(&recipient, index).await?;
        hidden(&view, because);
        assert!(view.get("remaining_stops").is_none() && view.get("sender").is_none(), "{view}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_belongs_to_others_is_as_if_it_were_not_there() -> Result<()> {
    let bob = Door { recipient: "bob@example.org", kind: "ordinary" };
    let scene = scene(&doors("ada@example.org", &[(2, bob)])).await?;
    let ada = log_in(&scene.server, "ada@example.org").await?;
    let nowhere = "0123456789abcdef0123456789abcdef";
    for end in ["tracking", "tracking/stream"] {
        let foreign = ada.get(&format!("/v1/parcels/{}/{end}", scene.tour.parcel(2))).await?.expect(404);
        let absent = ada.get(&format!("/v1/parcels/{nowhere}/{end}")).await?.expect(404);
        assert_eq!((foreign.text.as_str(), foreign.code()), (absent.text.as_str(), "not_found"));
    }
    let wish = json!({ "safe_place": "garage" });
    let foreign = ada.put(&format!("/v1/parcels/{}/instruction", scene.tour.parcel(2)), &wish).await?;
    assert_eq!(foreign.expect(404).code(), "not_found");
    let nobody = Api::to(scene.server.base())?;
    nobody.get(&format!("/v1/parcels/{}/tracking", scene.tour.parcel(2))).await?.expect(401);
    ada.get(&format!("/v1/tours/{}", scene.tour.id)).await?.expect(401);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_other_recipients_reaches_a_recipient() -> Result<()> {
    let bob = Door { recipient: "bob-canary@example.org", kind: "ordinary" };
    let scene = scene(&doors("ada@example.org", &[(12, bob)])).await?;
    let ada = log_in(&scene.server, "ada@example.org").await?;
    let mut seen = Vec::new();
    scene.tell(&[event("started", seconds_ago(100), &json!({}))]).await?;
    for index in 0..OWN {
        scene.tell(&scene.delivered(index, 90 - 6 * i64::try_from(index)?)).await?;
        for path in ["/v1/orders", "/orders"] {
            seen.push(ada.get(path).await?.expect(200));
        }
        for path in ["/v1/parcels/{}/tracking", "/parcels/{}"] {
            seen.push(ada.get(&path.replace("{}", scene.tour.parcel(OWN))).await?.expect(200));
        }
    }
    for answer in &seen {
        let all = format!("{:?}\n{}", answer.headers, answer.text);
        assert!(!all.contains("bob-canary"), "{all}");
        for index in (0..DOORS).filter(|index| *index != OWN) {
            for secret in [address("T1", index).as_str(), scene.tour.stop(index), scene.tour.parcel(index)] {
                assert!(!all.contains(secret), "{secret} in {all}");
            }
        }
    }
    assert!(!scene.server.said().contains("Canary"), "logs hold no addresses");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_tells_how_it_is_and_what_it_understands() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let anyone = Api::to(server.base())?;
    for path in ["/healthz", "/readyz"] {
        anyone.get(path).await?.expect(200);
    }
    assert!(anyone.get("/metrics").await?.expect(200).text.contains("# TYPE"));
    let forwarded = anyone.request(reqwest::Method::GET, "/metrics").header("X-Forwarded-For", "192.0.2.1");
    anyone.send(forwarded).await?.expect(404);
    let document = anyone.get("/v1/openapi.json").await?.expect(200).json;
    assert!(document["openapi"].as_str().unwrap_or_default().starts_with("3.1"));
    assert!(document["paths"]["/v1/driver/events"]["post"].is_object());
    for path in ["/login", "/help", "/driver"] {
        let page = anyone.get(path).await?.expect(200);
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert!(page.header("content-security-policy").contains("default-src"), "{path}");
    }
    Ok(())
}
