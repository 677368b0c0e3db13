//! `doorstep explain`: what was believed of a tour, read beside the server that runs it.

use anyhow::Result;
use doorstep_e2e::api::Api;
use doorstep_e2e::binary::{Ran, Server, run};
use doorstep_e2e::carrier::{Carrier, SOMEBODY, Tour, bring_tour, event, fix_at, seconds_ago};
use serde_json::{Value, json};

/// A tour on which the second stop was served first, 20 seconds ago.
async fn driven(carrier: &Carrier, server: &Server) -> Result<Tour> {
    let tour = bring_tour(&carrier.operator(server)?, "T1", &[SOMEBODY; 4]).await?;
    let events = [
        event("started", seconds_ago(60), &json!({})),
        fix_at(1, seconds_ago(30)),
        event("served", seconds_ago(20), &json!({ "stop": tour.stop(1) })),
    ];
    let phone = Api::to(server.base())?.with_token(&tour.device_token);
    phone.post("/v1/driver/events", &json!({ "events": events })).await?.expect(200);
    Ok(tour)
}

fn explain(carrier: &Carrier, words: &[&str]) -> Ran {
    let words: Vec<&str> =
        ["explain"].iter().chain(words).copied().chain(["--database", carrier.database()]).collect();
    run(carrier.folder(), &words)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tour_is_explained_beside_its_server() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let tour = driven(&carrier, &server).await?;

    let page = explain(&carrier, &[&tour.id, "--parcel", "T1-3"]);
    assert_eq!(page.status, 0, "{page:?}");
    for words in
        ["Tour T1 of", "Phase: under way since", "the shortest way", "Parcel T1-3", "stops out of order: 1"]
    {
        assert!(page.stdout.contains(words), "{words:?} is missing in\n{}", page.stdout);
    }

    let written = explain(&carrier, &["T1", "--parcel", tour.parcel(3), "--json"]);
    let written: Value = serde_json::from_str(&written.stdout)?;
    let at = written["at"].as_str().unwrap();
    let path = format!("/v1/tours/{}/explanation?at={at}&parcel={}", tour.id, tour.parcel(3));
    let answered = carrier.operator(&server)?.get(&path).await?.expect(200).json;
    assert_eq!(written, answered, "the command and the interface say the same");
    assert_eq!(written["choices"][0]["stop"], tour.stop(1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_explained_exits_with_one() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let tour = driven(&carrier, &server).await?;
    for (words, told) in [
        (&["T2"][..], "there is no tour \"T2\""),
        (&[&tour.id, "--parcel", "T9-1"], "there is no parcel \"T9-1\""),
        (&[&tour.id, "--at", "2020-01-01T00:00:00Z"], "the log of this tour begins at"),
    ] {
        let ran = explain(&carrier, words);
        assert_eq!(ran.status, 1, "{ran:?}");
        assert!(ran.stderr.starts_with("doorstep: ") && ran.stderr.contains(told), "{ran:?}");
    }
    Ok(())
}
