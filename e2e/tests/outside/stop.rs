//! A server that is told to stop ends its streams, and those who watched come back by themselves.

use std::time::Duration;

use anyhow::{Context, Result};
use doorstep_e2e::api::Api;
use doorstep_e2e::carrier::{
    Carrier, Door, bring_recipient, bring_region, bring_tour, event, log_in, seconds_ago,
};
use doorstep_e2e::stream::Stream;
use serde_json::json;

const SOON: Duration = Duration::from_secs(10);

#[tokio::test(flavor = "multi_thread")]
async fn streams_end_on_sigterm_and_are_resumed() -> Result<()> {
    let carrier = Carrier::new()?;
    let mut server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    bring_region(&operator).await?;
    bring_recipient(&operator, "ada@example.org").await?;
    let tour =
        bring_tour(&operator, "T1", &[Door { recipient: "ada@example.org", kind: "ordinary" }]).await?;
    let ada = log_in(&server, "ada@example.org").await?;
    let path = format!("/v1/parcels/{}/tracking/stream", tour.parcel(0));
    let mut page = Stream::open(&ada, &path, None).await?;
    let first = page.until(SOON, |_| true).await?;
    assert!(!first.id.is_empty() && first.event == "tracking", "{first:?}");

    let host = server.host().to_owned();
    server.terminate();
    assert_eq!(page.next(SOON).await?, None, "the stream ends instead of waiting for ever");
    assert_eq!(server.ended(SOON).code(), Some(0), "{}", server.said());

    let server = carrier.serve_on(&host).context("the same port again")?;
    let mut page = Stream::open(&ada, &path, Some(&first.id)).await?;
    let driver = Api::to(server.base())?.with_token(&tour.device_token);
    let started = json!({ "events": [event("started", seconds_ago(2), &json!({}))] });
    driver.post("/v1/driver/events", &started).await?.expect(200);
    let next = page.next(SOON).await?.context("something changed")?;
    assert_ne!(next.id, first.id, "what the page had already is not sent again");
    assert_eq!(next.data["status"], "out_for_delivery");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_has_so_many_streams_and_no_more() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    bring_recipient(&operator, "ada@example.org").await?;
    let tour =
        bring_tour(&operator, "T1", &[Door { recipient: "ada@example.org", kind: "ordinary" }]).await?;
    let ada = log_in(&server, "ada@example.org").await?;
    let path = format!("/v1/parcels/{}/tracking/stream", tour.parcel(0));
    let mut open = Vec::new();
    for _ in 0..10 {
        open.push(Stream::open(&ada, &path, None).await?);
    }
    assert_eq!(ada.get(&path).await?.expect(429).code(), "too_many_streams");
    Ok(())
}
