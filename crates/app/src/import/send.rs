//! The sending: each tour in a request of its own, under a key that is made of what the tour says.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use doorstep_wire::problem::Problem;
use doorstep_wire::tour::TourJson;
use indicatif::ProgressBar;
use reqwest::header::RETRY_AFTER;
use reqwest::{Client, Response, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// How long a request may take.
const TIMEOUT: Duration = Duration::from_secs(60);
/// How often a tour is tried while the server is busy or away.
const TRIES: u32 = 5;
/// The longest pause between two tries.
const PAUSE_MAX: Duration = Duration::from_secs(10);
/// So many problems of one tour are told.
const PROBLEMS_TOLD: usize = 20;

/// What became of a tour.
#[derive(Debug, Serialize)]
pub(crate) struct Outcome {
    /// The operator's name for it.
    pub(crate) reference: String,
    /// Its stops.
    pub(crate) stops: usize,
    /// Its parcels.
    pub(crate) parcels: usize,
    /// Why the server did not take it, if it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) refusal: Option<String>,
}

/// Sends tours. One that is refused does not keep the others back.
///
/// # Errors
/// When the server cannot be reached, or does not know the key.
pub(crate) async fn send(
    server: &str,
    key: &SecretString,
    tours: &[TourJson],
    bar: &ProgressBar,
) -> Result<Vec<Outcome>> {
    let client = Client::builder().timeout(TIMEOUT).build().context("no HTTP client can be made")?;
    let address = format!("{}/v1/tours", server.trim_end_matches('/'));
    let mut outcomes = Vec::with_capacity(tours.len());
    for tour in tours {
        let refusal = send_one(&client, &address, key, tour).await.with_context(|| {
            let brought = outcomes.len();
            format!(
                "the import stopped after {brought} of {} tours; repeat it, nothing is brought twice",
                tours.len()
            )
        })?;
        outcomes.push(Outcome {
            reference: tour.reference.clone(),
            stops: tour.plan.stops.len(),
            parcels: tour.plan.stops.iter().map(|stop| stop.parcels.len()).sum(),
            refusal,
        });
        bar.inc(1);
    }
    Ok(outcomes)
}

/// Sends a tour; why the server does not take it, if it does not.
async fn send_one(
    client: &Client,
    address: &str,
    key: &SecretString,
    tour: &TourJson,
) -> Result<Option<String>> {
    let body = serde_json::to_vec(tour)?;
    let once = format!("import-{:x}", Sha256::digest(&body));
    for attempt in 1.. {
        let request = client
            .post(address)
            .bearer_auth(key.expose_secret())
            .header("idempotency-key", &once)
            .header("content-type", "application/json");
        let answer = request.body(body.clone()).send().await;
        let pause = match &answer {
            Err(error) if error.is_builder() => Duration::ZERO,
            Err(_) => Duration::from_secs(1),
            Ok(answer) if is_passing(answer.status()) => asked_pause(answer),
            Ok(_) => Duration::ZERO,
        };
        if pause.is_zero() || attempt == TRIES {
            return judge(answer.with_context(|| format!("{address} cannot be reached"))?).await;
        }
        tokio::time::sleep(pause).await;
    }
    Ok(None)
}

fn is_passing(status: StatusCode) -> bool {
    matches!(
        status,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE | StatusCode::INSUFFICIENT_STORAGE
    )
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
        told.push_str(&format!("\n  {}: {}", wrong.at, wrong.detail));
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
        assert!(
            [429, 503, 507].into_iter().all(|code| is_passing(StatusCode::from_u16(code).expect("a status")))
        );
        assert!(
            [401, 409, 422, 500]
                .into_iter()
                .all(|code| !is_passing(StatusCode::from_u16(code).expect("a status")))
        );
    }
}
