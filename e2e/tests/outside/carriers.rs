//! A carrier that is asked: what it answers is on the recipient's page, and a restart goes on where the last run stopped.
//! (Described in `docs/carriers.md`.)

use std::time::Duration;

use anyhow::{Context as _, Result};
use doorstep_e2e::carrier::{Carrier, bring_recipient, log_in, seconds_ago, text};
use doorstep_e2e::stream::Stream;
use serde_json::json;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

/// The worker looks every five seconds.
const SOON: Duration = Duration::from_secs(40);

/// A carrier of which every parcel is in this status: its port, and the first line of whatever it is asked.
async fn elsewhere(status: &'static str) -> Result<(u16, UnboundedReceiver<String>)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    let (tell, asked) = unbounded_channel();
    let body = json!({ "events": [{ "at": seconds_ago(60), "status": status, "said": "Words of theirs" }] });
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.to_string().len()
    );
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let (mut first, mut line) = (String::new(), String::new());
            stream.read_line(&mut first).await.unwrap();
            while stream.read_line(&mut line).await.unwrap() > 2 {
                line.clear();
            }
            stream.write_all(answer.as_bytes()).await.unwrap();
            let _nobody_listens = tell.send(first.trim().to_owned());
        }
    });
    Ok((port, asked))
}

fn configure(carrier: &Carrier, port: u16) -> Result<()> {
    let path = carrier.folder().join("doorstep.toml");
    let text = format!(
        "[outbound]\nallow = [\"127.0.0.1:{port}\"]\n\
         [[carriers]]\nname = \"City Bikes\"\nkind = \"json\"\n\
         url = \"http://127.0.0.1:{port}/parcels/{{tracking_number}}\"\nper_day = 1000\nevery_s = 1\n\
         events = \"/events\"\nat = \"/at\"\nstatus = \"/status\"\ndescription = \"/said\"\n"
    );
    Ok(std::fs::write(path, text)?)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_carrier_answers_is_on_the_page() -> Result<()> {
    let (port, mut asked) = elsewhere("out_for_delivery").await?;
    let carrier = Carrier::new()?;
    configure(&carrier, port)?;
    let mut server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    bring_recipient(&operator, "ada@example.org").await?;
    let brought = json!({
        "tracking_number": "P1", "sender": "a shop", "kind": "ordinary", "recipient_email": "ada@example.org",
        "carrier": { "carrier": "other", "name": "City Bikes", "tracking_number": "CB 77" },
    });
    let parcel = operator.post("/v1/parcels", &brought).await?.expect(201).json;
    let id = text(&parcel, "id")?;

    let ada = log_in(&server, "ada@example.org").await?;
    let mut page = Stream::open(&ada, &format!("/v1/parcels/{id}/tracking/stream"), None).await?;
    let told = page.until(SOON, |view| view["status"] == "out_for_delivery").await?.data;
    assert!(told.to_string().contains("Words of theirs"), "{told}");
    assert_eq!(asked.recv().await.as_deref(), Some("GET /parcels/CB%2077 HTTP/1.1"));
    // The page is told before the question is counted.
    let counted = r#"doorstep_carrier_questions_total{carrier="City Bikes",result="told"} 1"#;
    let count = async {
        while !operator.get("/metrics").await?.expect(200).text.contains(counted) {}
        anyhow::Ok(())
    };
    timeout(SOON, count).await.context("the question is counted")??;
    assert!(!server.said().contains("CB"), "no number is in the log:\n{}", server.said());
    // A stop lets the worker note what it has in hand; what a kill cuts off there is asked once more.
    server.terminate();
    assert!(server.ended(SOON).success());

    // Only what is new is asked about after a restart: the first parcel has an hour and more.
    let server = carrier.serve()?;
    let operator = carrier.operator(&server)?;
    let brought = json!({
        "tracking_number": "P2", "sender": "a shop", "kind": "ordinary",
        "carrier": { "carrier": "other", "name": "City Bikes", "tracking_number": "CB 78" },
    });
    operator.post("/v1/parcels", &brought).await?.expect(201);
    let next = timeout(SOON, asked.recv()).await?;
    assert_eq!(next.as_deref(), Some("GET /parcels/CB%2078 HTTP/1.1"));
    Ok(())
}
