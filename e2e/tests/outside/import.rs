//! `doorstep import`: tours from files, whole or not at all, every mistake told with its line and field.
//! (The format is described in `docs/import.md`.)

use anyhow::Result;
use doorstep_e2e::binary::Server;
use doorstep_e2e::binary::{Ran, run};
use doorstep_e2e::carrier::{Carrier, bring_recipient, today};
use serde_json::{Value, json};

fn import(carrier: &Carrier, server: &Server, file: &str, content: &str) -> Ran {
    std::fs::write(carrier.folder().join(file), content).unwrap();
    run(carrier.folder(), &["import", file, "--server", server.base(), "--key", &carrier.key, "--json"])
}

async fn tours(carrier: &Carrier, server: &Server) -> Result<Vec<Value>> {
    let day = today();
    let answer = carrier.operator(server)?.get(&format!("/v1/tours?day={day}")).await?.expect(200).json;
    Ok(answer["tours"].as_array().cloned().unwrap_or_default())
}

fn json_tour(reference: &str) -> Value {
    let parcel =
        |number: &str| json!({ "tracking_number": format!("{reference}-{number}"), "sender": "a shop" });
    json!({
        "reference": reference, "day": today(), "start": { "lat": 43.73, "lon": 7.41 },
        "stops": [
            { "address": "1 First Street", "place": { "lat": 43.731, "lon": 7.41 }, "parcels": [parcel("1")] },
            { "address": "2 First Street", "place": { "lat": 43.732, "lon": 7.41 }, "parcels": [parcel("2"), parcel("3")] },
        ],
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn json_is_brought_once_however_often_it_is_sent() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let content = json!([json_tour("T1"), json_tour("T2")]).to_string();
    for _ in 0..2 {
        let ran = import(&carrier, &server, "tours.json", &content);
        assert_eq!(ran.status, 0, "{ran:?}");
    }
    let tours = tours(&carrier, &server).await?;
    assert_eq!(tours.iter().map(|tour| tour["stops"].as_u64()).collect::<Vec<_>>(), [Some(2), Some(2)]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn csv_is_brought_and_every_mistake_is_told() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    let day = today();
    let head = "tour,day,stop,address,lat,lon,tracking_number,sender,kind";
    let good = [
        head.to_owned(),
        format!("T1,{day},1,1 First Street,43.731,7.41,P1,a shop,ordinary"),
        format!("T1,{day},2,2 First Street,43.732,7.41,P2,a shop,gift"),
        format!("T1,{day},2,2 First Street,43.732,7.41,P3,a shop,ordinary"),
        format!("T2,{day},1,\"3 First Street, floor 2\",43.733,7.41,P4,a shop,ordinary"),
    ];
    let mut broken = good.to_vec();
    broken[2] = format!("T1,{day},2,2 First Street,91,7.41,P2,a shop,gift");
    broken[4] = format!("T2,{day},1,3 First Street,43.733,7.41,P4,a shop,secret");
    let ran = import(&carrier, &server, "broken.csv", &broken.join("\n"));
    assert_eq!(ran.status, 1, "{ran:?}");
    for told in ["line 3: lat", "line 5: kind", "nothing was sent"] {
        assert!(ran.stderr.contains(told), "{told} in {}", ran.stderr);
    }
    assert_eq!(tours(&carrier, &server).await?.len(), 0, "nothing is half imported");

    let ran = import(&carrier, &server, "tours.csv", &good.join("\n"));
    assert_eq!(ran.status, 0, "{ran:?}");
    let brought = tours(&carrier, &server).await?;
    let mut stops: Vec<_> =
        brought.iter().map(|tour| (tour["reference"].as_str(), tour["stops"].as_u64())).collect();
    stops.sort();
    assert_eq!(stops, [(Some("T1"), Some(2)), (Some("T2"), Some(1))]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_of_the_documentation_is_brought() -> Result<()> {
    let carrier = Carrier::new()?;
    let server = carrier.serve()?;
    for email in ["ada@example.org", "bob@example.org"] {
        bring_recipient(&carrier.operator(&server)?, email).await?;
    }
    let document = include_str!("../../../docs/import.md");
    let example = document.split("```\n").nth(1).unwrap();
    // Tours of days that are long gone are refused, and the document gets older.
    let of_today = example.replace("2026-11-25", &today());
    assert_ne!(of_today, example, "the document has another day by now");
    let ran = import(&carrier, &server, "example.csv", &of_today);
    assert_eq!(ran.status, 0, "{ran:?}");
    let figures: Value = serde_json::from_str(&ran.stdout)?;
    assert_eq!(
        (&figures["tours"], &figures["stops"], &figures["parcels"]),
        (&json!(1), &json!(2), &json!(3))
    );
    Ok(())
}
