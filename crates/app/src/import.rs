//! The contents of a file brought to a server: a request for each tour, and one for each bundle of parcels that are on
//! none, each under a key that is made of what it says.

use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use doorstep_wire::import::Import;
use doorstep_wire::parcel::ParcelJson;
use doorstep_wire::problem::Problem;
use doorstep_wire::tour::TourJson;
use indicatif::ProgressBar;
use reqwest::header::RETRY_AFTER;
use reqwest::{Client, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// How long a request may take.
const TIMEOUT: Duration = Duration::from_mins(1);
/// How often something is tried while the server is busy or away.
const TRIES: u32 = 5;
/// The longest pause between two tries.
const PAUSE_MAX: Duration = Duration::from_secs(10);
/// So many problems of one request are told.
const PROBLEMS_TOLD: usize = 20;
/// So many parcels that are on no tour go in one request.
const BUNDLE: usize = 500;

/// What became of a tour, or of a bundle of parcels.
#[derive(Debug, Serialize)]
pub(crate) struct Outcome {
    /// What people call it.
    pub(crate) what: String,
    /// Its tours: one or none.
    pub(crate) tours: usize,
    /// Its stops.
    pub(crate) stops: usize,
    /// Its parcels.
    pub(crate) parcels: usize,
    /// Why the server did not take it, if it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refusal: Option<String>,
}

/// A request that is to be sent.
struct Parcelled {
    path: &'static str,
    body: Vec<u8>,
    outcome: Outcome,
}

/// How many requests an import takes.
pub(crate) fn requests(import: &Import) -> usize {
    import.tours.len() + import.parcels.len().div_ceil(BUNDLE)
}

/// Sends everything. What is refused does not keep the rest back.
///
/// # Errors
/// When the server cannot be reached, or does not know the key.
pub(crate) async fn send(
    server: &str,
    key: &SecretString,
    import: &Import,
    bar: &ProgressBar,
) -> Result<Vec<Outcome>> {
    let client = Client::builder().timeout(TIMEOUT).build().context("no HTTP client can be made")?;
    let base = server.trim_end_matches('/');
    let mut outcomes = Vec::with_capacity(requests(import));
    let tours = import.tours.iter().map(of_tour);
    let bundles = import.parcels.chunks(BUNDLE).zip(1..).map(|(parcels, number)| of_bundle(parcels, number));
    for request in tours.chain(bundles) {
        let request = request?;
        let address = format!("{base}{}", request.path);
        let refusal = send_one(&client, &address, key, request.body).await.with_context(|| {
            let (sent, all) = (outcomes.len(), requests(import));
            format!("the import stopped after {sent} of {all} parts; repeat it, nothing is brought twice")
        })?;
        outcomes.push(Outcome { refusal, ..request.outcome });
        bar.inc(1);
    }
    Ok(outcomes)
}

fn of_tour(tour: &TourJson) -> Result<Parcelled> {
    let outcome = Outcome {
        what: format!("tour {} of {}", tour.reference, tour.day),
        tours: 1,
        stops: tour.plan.stops.len(),
        parcels: tour.plan.stops.iter().map(|stop| stop.parcels.len()).sum(),
        refusal: None,
    };
    Ok(Parcelled { path: "/v1/tours", body: serde_json::to_vec(tour)?, outcome })
}

fn of_bundle(parcels: &[ParcelJson], number: usize) -> Result<Parcelled> {
    let outcome = Outcome {
        what: format!("parcels on no tour, part {number}"),
        tours: 0,
        stops: 0,
        parcels: parcels.len(),
        refusal: None,
    };
    let body = serde_json::to_vec(&json!({ "parcels": parcels }))?;
    Ok(Parcelled { path: "/v1/parcels", body, outcome })
}

/// Sends one request; why the server does not take it, if it does not.
async fn send_one(
    client: &Client,
    address: &str,
    key: &SecretString,
    body: Vec<u8>,
) -> Result<Option<String>> {
    let digest = Sha256::digest(&body);
    let half = digest.first_chunk::<16>().map_or(0, |bytes| u128::from_be_bytes(*bytes));
    let mut tries = 0;
    loop {
        tries += 1;
        let request = client
            .post(address)
            .bearer_auth(key.expose_secret())
            .header("idempotency-key", format!("import-{half:032x}"))
            .header("content-type", "application/json");
        let answer = request.body(body.clone()).send().await;
        let pause = match &answer {
            Err(error) if error.is_builder() => None,
            Err(_) => Some(Duration::from_secs(1)),
            Ok(answer) => is_passing(answer.status()).then(|| asked_pause(answer)),
        };
        match pause {
            Some(pause) if tries < TRIES => tokio::time::sleep(pause).await,
            _ => return judge(answer.with_context(|| format!("{address} cannot be reached"))?).await,
        }
    }
}

fn is_passing(status: StatusCode) -> bool {
    use StatusCode as S;
    matches!(status, S::TOO_MANY_REQUESTS | S::SERVICE_UNAVAILABLE | S::INSUFFICIENT_STORAGE)
}

fn asked_pause(answer: &Response) -> Duration {
    let asked = answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    Duration::from_secs(asked.unwrap_or(1)).clamp(Duration::from_secs(1), PAUSE_MAX)
}

async fn judge(answer: Response) -> Result<Option<String>> {
    let status = answer.status();
    if status.is_success() {
        return Ok(None);
    }
    let problem: Option<Problem> = answer.json().await.ok();
    let told = problem.map_or_else(|| format!("the server answered {status}"), |problem| in_words(&problem));
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            bail!("the server does not take this key: {told}")
        }
        status if status.is_server_error() || is_passing(status) => {
            bail!("the server cannot take it now: {told}")
        }
        _ => Ok(Some(told)),
    }
}

/// A problem as a sentence, with everything that is wrong.
fn in_words(problem: &Problem) -> String {
    let mut told = problem.detail.clone().unwrap_or_else(|| problem.title.clone());
    for wrong in problem.problems.iter().take(PROBLEMS_TOLD) {
        let _infallible = write!(told, "\n  {}: {}", wrong.at, wrong.detail);
    }
    told
}

#[cfg(test)]
mod tests {
    use doorstep_wire::problem::InputProblem;

    use super::*;

    #[test]
    fn a_problem_is_told_with_all_that_is_wrong() {
        let problem = Problem::of_input(vec![
            InputProblem::new("stops[0].place.lat", "bad_latitude", "it is 91"),
            InputProblem::new("day", "missing", "this is missing"),
        ]);
        let told = in_words(&problem);
        assert!(told.contains("\n  stops[0].place.lat: it is 91\n  day: this is missing"), "{told}");
    }

    #[test]
    fn only_passing_troubles_are_tried_again() {
        let passes = |code| is_passing(StatusCode::from_u16(code).expect("a status"));
        assert!([429, 503, 507].into_iter().all(passes));
        assert!(![401, 409, 422, 500].into_iter().any(passes));
    }
}
