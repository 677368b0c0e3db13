//! How well forecasts held, as it is stored and read.

use doorstep_domain::prediction::{ArrivalScore, CountScore, Judgement};
use doorstep_wire::accuracy::{
    AccuracyAhead, AccuracyJson, UnreadableJudgement, read_judgement, write_judgement,
};
use serde_json::json;

fn judgement() -> Judgement {
    let mut judgement = Judgement::default();
    judgement.arrivals[0] = ArrivalScore { windows: 4, kept: 3, width_s: 1_000, error_s: 90 };
    judgement.arrivals[6] = ArrivalScore { windows: 1, kept: 1, width_s: 3_600, error_s: 600 };
    judgement.counts = CountScore { told: 3, exact: 2, within_one: 3, untold: 1 };
    judgement
}

/// What the first version wrote. It is read for ever.
const STORED: &str = r#"{"v":1,"arrivals":[[4,3,1000,90],[0,0,0,0],[0,0,0,0],[0,0,0,0],[0,0,0,0],[0,0,0,0],[1,1,3600,600]],"counts":[3,2,3,1]}"#;

#[test]
fn a_judgement_is_read_as_it_was_written() {
    assert_eq!(write_judgement(&judgement()), STORED);
    assert_eq!(read_judgement(STORED).unwrap(), judgement());
}

#[test]
fn what_is_no_judgement_or_a_newer_one_is_refused() {
    let newer = STORED.replace("\"v\":1", "\"v\":2");
    assert!(matches!(read_judgement(&newer), Err(UnreadableJudgement::TooNew(2))));
    for text in ["", "{}", "{\"v\":1}", "{\"v\":1,\"arrivals\":[],\"counts\":[0,0,0,0]}", "[1]"] {
        assert!(matches!(read_judgement(text), Err(UnreadableJudgement::Malformed(_))), "{text}");
    }
}

#[test]
fn rates_stand_beside_the_numbers_that_they_are_made_of() {
    let expected = json!({
        "arrivals": { "n": 5, "kept": 4, "hit_rate": 0.8, "width_s_mean": 920.0, "error_s_mean": 138.0 },
        "counts": {
            "n": 3, "exact": 2, "within_one": 3, "exact_rate": 0.6667, "within_one_rate": 1.0, "untold": 1,
        },
    });
    assert_eq!(serde_json::to_value(AccuracyJson::from(&judgement())).unwrap(), expected);
    let nothing = serde_json::to_value(AccuracyJson::from(&Judgement::default())).unwrap();
    assert_eq!(nothing["arrivals"], json!({ "n": 0, "kept": 0 }), "of nothing there is no rate");
}

#[test]
fn bins_tell_how_far_ahead_they_look() {
    let bins = AccuracyAhead::all_of(&judgement());
    let told: Vec<_> = bins.iter().map(|bin| (bin.stops_from, bin.stops_until, bin.arrivals.n)).collect();
    assert_eq!(told, [(1, Some(1), 4), (21, None, 1)]);
    assert!(AccuracyAhead::all_of(&Judgement::default()).is_empty());
}
