//! A slow viewer gets the latest value and slows nobody.

use std::time::Duration;

use anyhow::Result;
use doorstep_e2e::api::Api;
use doorstep_e2e::carrier::{
    Carrier, Door, SOMEBODY, bring_recipient, bring_region, bring_tour, event, fix_at, log_in, seconds_ago,
};
use doorstep_e2e::stream::Stream;
use serde_json::json;

const SOON: Duration = Duration::from_secs(10);
/// How many changes happen while the slow one does not read.
const CHANGES: i64 = 60;

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_reader_gets_the_latest_value_and_never_a_queue() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    bring_region(&operator).await?;
    bring_recipient(&operator, "ada@example.org").await?;
    let tour =
        bring_tour(&operator, "T1", &[SOMEBODY, Door { recipient: "ada@example.org", kind: "ordinary" }])
            .await?;
    let ada = log_in(&server, "ada@example.org").await?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    let tell = |event| {
        let (driver, body) = (driver.clone(), json!({ "events": [event] }));
        async move { driver.post("/v1/driver/events", &body).await }
    };

    let path = format!("/v1/parcels/{}/tracking/stream", tour.parcel(1));
    let mut slow = Stream::open(&ada, &path, None).await?;
    let mut quick = Stream::open(&ada, &path, None).await?;
    tell(event("started", seconds_ago(CHANGES + 30), &json!({}))).await?.expect(200);
    let began = std::time::Instant::now();
    let mut last = seconds_ago(CHANGES + 20);
    for second in 0..CHANGES {
        last = seconds_ago(CHANGES - second);
        tell(fix_at(0, last)).await?.expect(200);
    }
    let shows_last = |view: &serde_json::Value| {
        let observed =
            view["position"]["observed_at"].as_str().and_then(|at| at.parse::<jiff::Timestamp>().ok());
        observed == Some(last)
    };
    quick.until(SOON, shows_last).await?;

    let mut read = 0;
    while let Some(message) = slow.next(SOON).await? {
        read += 1;
        if shows_last(&message.data) {
            break;
        }
    }
    // One message a second and the first one; a queue would hold one for each change.
    let most = began.elapsed().as_secs() + 3;
    assert!(read <= most && i64::try_from(most)? < CHANGES, "{read} messages in {most} seconds");
    Ok(())
}
