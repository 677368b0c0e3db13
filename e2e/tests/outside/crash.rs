//! What was acknowledged is there after a crash, and nothing is counted twice.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use doorstep_e2e::api::Api;
use doorstep_e2e::binary::Server;
use doorstep_e2e::carrier::{Carrier, SOMEBODY, Tour, bring_tour, event, fixes, seconds_ago};
use doorstep_e2e::stream::Stream;
use jiff::SignedDuration;
use serde_json::{Value, json};
use tokio::task::JoinSet;

/// How often the server is killed.
const KILLS: usize = 3;
/// How many drivers write at the same time.
const DRIVERS: usize = 4;
/// How many acknowledged events must be on the ledger before each kill.
const BEFORE_KILL: usize = 400;
/// How many events go in one request.
const BATCH: usize = 10;

/// Writes fixes until the server is gone; gives every event that was acknowledged, in batches as sent.
async fn write(driver: Api, acknowledged: Arc<AtomicUsize>, over: Arc<AtomicBool>) -> Vec<Value> {
    let mut ledger = Vec::new();
    let mut first = seconds_ago(40);
    while !over.load(Ordering::Relaxed) {
        let events = fixes(BATCH, first);
        first += SignedDuration::from_millis(i64::try_from(BATCH).unwrap());
        match driver.post("/v1/driver/events", &json!({ "events": events })).await {
            Ok(answer) if answer.status == 200 => {
                assert_eq!(answer.json["taken"], BATCH, "{}", answer.text);
                acknowledged.fetch_add(BATCH, Ordering::Relaxed);
                ledger.extend(events);
            }
            Ok(answer) => assert_eq!(answer.status, 503, "{}", answer.text),
            Err(_gone) => break,
        }
    }
    ledger
}

/// Loads the server with writers, kills it in the middle, and gives the ledger of each driver.
async fn load_and_kill(server: Server, tours: &[Tour]) -> Result<Vec<Vec<Value>>> {
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let mut writers = JoinSet::new();
    for (index, tour) in tours.iter().enumerate() {
        let driver = Api::to(server.base())?.with_token(&tour.device_token);
        let written = write(driver, acknowledged.clone(), over.clone());
        writers.spawn(async move { (index, written.await) });
    }
    while acknowledged.load(Ordering::Relaxed) < BEFORE_KILL {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    server.kill();
    over.store(true, Ordering::Relaxed);
    let mut ledgers = vec![Vec::new(); tours.len()];
    while let Some(written) = writers.join_next().await {
        let (index, ledger) = written?;
        ledgers[index] = ledger;
    }
    Ok(ledgers)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_event_is_lost_when_the_server_is_killed() -> Result<()> {
    let carrier = Carrier::new()?;
    let mut server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    let mut tours = Vec::new();
    for number in 0..DRIVERS {
        let tour = bring_tour(&operator, &format!("T{number}"), &[SOMEBODY; 3]).await?;
        let driver = Api::to(server.base())?.with_token(&tour.device_token);
        let told = json!({ "parcel": tour.parcel(0), "outcome": "delivered_to_mailbox" });
        let events =
            [event("started", seconds_ago(60), &json!({})), event("delivered", seconds_ago(50), &told)];
        driver.post("/v1/driver/events", &json!({ "events": events })).await?.expect(200);
        tours.push(tour);
    }
    let mut total = 0;
    for _ in 0..KILLS {
        let ledgers = load_and_kill(server, &tours).await?;
        server = carrier.serve().context("it starts again after a kill")?;
        for (tour, ledger) in tours.iter().zip(&ledgers) {
            // The log knows each event already: the same batch again changes nothing.
            let driver = Api::to(server.base())?.with_token(&tour.device_token);
            for events in ledger.chunks(1_000) {
                let body = json!({ "events": events });
                let answer = driver.post("/v1/driver/events", &body).await?.expect(200).json;
                assert_eq!(answer["doubled"], events.len(), "lost: {}", answer["taken"]);
            }
            total += ledger.len();
        }
    }
    assert!(total >= KILLS * BEFORE_KILL, "{total}");
    let operator = carrier.operator(&server)?;
    for tour in &tours {
        let seen = operator.get(&format!("/v1/tours/{}", tour.id)).await?.expect(200).json;
        assert_eq!(seen["phase"], "underway");
        let stop = seen["stops"].as_array().unwrap().iter().find(|next| next["id"] == tour.stop(0)).cloned();
        assert_eq!(stop.map(|stop| stop["state"].clone()), Some(json!("served")), "{seen}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_comes_back_by_itself_after_a_kill() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    doorstep_e2e::carrier::bring_region(&operator).await?;
    doorstep_e2e::carrier::bring_recipient(&operator, "ada@example.org").await?;
    let door = doorstep_e2e::carrier::Door { recipient: "ada@example.org", kind: "ordinary" };
    let tour = bring_tour(&operator, "T1", &[SOMEBODY, door]).await?;
    let ada = doorstep_e2e::carrier::log_in(&server, "ada@example.org").await?;
    let path = format!("/v1/parcels/{}/tracking/stream", tour.parcel(1));
    let mut page = Stream::open(&ada, &path, None).await?;
    let before = page.until(Duration::from_secs(10), |_| true).await?;
    let host = server.host().to_owned();
    server.kill();
    while page.next(Duration::from_secs(10)).await?.is_some() {}

    let server = carrier.serve_on(&host).context("the same port again")?;
    let mut page = Stream::open(&ada, &path, Some(&before.id)).await.context("the login is still good")?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    let started = json!({ "events": [event("started", seconds_ago(2), &json!({}))] });
    driver.post("/v1/driver/events", &started).await?.expect(200);
    let after = page.until(Duration::from_secs(10), |view| view["status"] == "out_for_delivery").await?;
    assert_ne!(after.id, before.id);
    Ok(())
}
