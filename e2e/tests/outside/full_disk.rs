//! A full disk: nothing is acknowledged that is not kept, and the server recovers by itself.

use anyhow::Result;
use doorstep_e2e::api::Api;
use doorstep_e2e::carrier::{Carrier, SOMEBODY, bring_tour, event, fix_at, fixes, seconds_ago};
use doorstep_e2e::disk::SmallDisk;
use jiff::SignedDuration;
use serde_json::{Value, json};

/// How many events go in one request: about 60 KiB.
const BATCH: usize = 500;
/// How many requests are tried at most: far more than fit.
const REQUESTS_MAX: usize = 400;

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_nothing_acknowledged_is_lost() -> Result<()> {
    let Some(disk) = SmallDisk::mount(24) else {
        eprintln!("not tried: filling a disk needs a small one, and only root may mount it");
        return Ok(());
    };
    let ballast = disk.ballast(16)?;
    let carrier = Carrier::with_database(tempfile::tempdir()?, &disk.path().join("doorstep.db"))?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    let tour = bring_tour(&operator, "T1", &[SOMEBODY; 3]).await?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    let tell = |events: &[Value]| {
        let body = json!({ "events": events });
        let driver = driver.clone();
        async move { driver.post("/v1/driver/events", &body).await }
    };
    tell(&[event("started", seconds_ago(3_600), &json!({}))]).await?.expect(200);

    let mut first = seconds_ago(3_000);
    let mut ledger: Vec<Vec<Value>> = Vec::new();
    let refused = loop {
        assert!(ledger.len() < REQUESTS_MAX, "the disk does not fill up");
        let events = fixes(BATCH, first);
        first += SignedDuration::from_secs(1);
        let answer = tell(&events).await?;
        if answer.status != 200 {
            break answer;
        }
        assert_eq!(answer.json["taken"], BATCH, "{}", answer.text);
        ledger.push(events);
    };
    assert_eq!(refused.expect(507).code(), "disk_full");
    operator.get("/v1/tours").await?.expect(200);
    // A record of a look is small: it may still fit where a batch does not. What does not fit is not shown.
    let looked = operator.get(&format!("/v1/tours/{}", tour.id)).await?;
    if looked.status != 200 {
        assert_eq!(looked.expect(503).code(), "look_not_recorded");
    }

    std::fs::remove_file(ballast)?;
    let after = [fix_at(1, seconds_ago(1))];
    assert_eq!(tell(&after).await?.expect(200).json["taken"], 1, "it recovers without a restart");
    server.kill();
    let server = carrier.serve()?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    for events in ledger.iter().map(Vec::as_slice).chain([&after[..]]) {
        let answer = driver.post("/v1/driver/events", &json!({ "events": events })).await?.expect(200).json;
        assert_eq!(answer["doubled"], events.len(), "{} were lost", answer["taken"]);
    }
    Ok(())
}
