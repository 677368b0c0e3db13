//! The demo: starts by itself, tells what to look at, plays the story, and goes on after a kill.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use doorstep_e2e::api::{Answer, Api};
use doorstep_e2e::binary::{Server, doorstep};
use doorstep_e2e::stream::Stream;
use serde_json::json;

/// The password that the demo tells.
const PASSWORD: &str = "doorstep-demo";
/// How long a demo at this speed may take until a parcel is delivered.
const STORY_MAX: Duration = Duration::from_mins(4);
const SPEED: &str = "120";

fn demo(folder: &Path, more: &[&str]) -> Result<Server> {
    let words: Vec<&str> = ["demo", "--listen", "127.0.0.1:0", "--tours", "3", "--speed", SPEED]
        .iter()
        .chain(more)
        .copied()
        .collect();
    Server::start(doorstep(folder, &words))
}

/// Logs in as soon as the account is sown, and gives the parcels of the person's orders once there are some.
async fn log_in(server: &Server, email: &str) -> Result<(Api, Answer)> {
    let person = Api::to(server.base())?;
    let began = Instant::now();
    loop {
        let answer = person.post("/v1/session", &json!({ "email": email, "password": PASSWORD })).await?;
        if answer.status == 204 {
            let orders = person.get("/v1/orders").await?.expect(200);
            if orders.json["orders"].as_array().is_some_and(|orders| !orders.is_empty()) {
                return Ok((person, orders));
            }
        }
        anyhow::ensure!(
            began.elapsed() < Duration::from_mins(1),
            "{email} has no orders; it said:\n{}",
            server.said()
        );
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// The parcel of a recipient that the demo's own drivers bring.
fn own_parcel(orders: &Answer) -> Option<String> {
    let orders = orders.json["orders"].as_array()?;
    let parcels = orders.iter().filter_map(|order| order["parcels"].as_array()).flatten();
    parcels
        .filter(|parcel| parcel["delivered_by_own_network"] == true)
        .find_map(|parcel| Some(parcel["parcel_id"].as_str()?.to_owned()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_plays_the_story_and_goes_on_after_a_kill() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let server = demo(folder.path(), &["--data", "day"])?;
    let (near, orders) = log_in(&server, "near@example.org").await?;
    let parcel = own_parcel(&orders).context("near has a parcel")?;
    let path = format!("/v1/parcels/{parcel}/tracking/stream");
    let mut page = Stream::open(&near, &path, None).await?;
    page.until(STORY_MAX, |view| view["map"]["state"] == "open").await.context("the map opens")?;
    let host = server.host().to_owned();
    server.kill();

    let again = ["--data", "day", "--listen", &host];
    let words: Vec<&str> = ["demo", "--tours", "3", "--speed", SPEED].iter().chain(&again).copied().collect();
    let server = Server::start(doorstep(folder.path(), &words))?;
    let mut page = Stream::open(&near, &path, None).await.context("the login outlives a kill")?;
    let end = page.until(STORY_MAX, |view| view.get("outcome").is_some()).await.context("it is delivered")?;
    assert_eq!(end.data["map"]["hidden_because"], "delivered", "{}", server.said());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_has_recipients_of_every_kind() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let server = demo(folder.path(), &[])?;
    for (login, because) in
        [("gift", "gift"), ("confidential", "confidential"), ("elsewhere", "other_carrier")]
    {
        let (_, orders) = log_in(&server, &format!("{login}@example.org")).await?;
        let view = &orders.json["orders"][0]["parcels"][0];
        assert_eq!(view["map"]["hidden_because"], because, "{view}");
        assert!(view.get("position").is_none() && view.get("remaining_stop_count").is_none(), "{view}");
    }
    let said = server.said();
    for told in ["near@example.org", "dispatcher@example.org", "/driver", PASSWORD] {
        assert!(said.contains(told), "{told} in {said}");
    }
    Ok(())
}
