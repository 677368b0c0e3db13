//! Streams, on a clock that jumps to the next thing to happen.

use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use doorstep_domain::{Happening, Parcel};
use doorstep_store::{Role, Session as StoredSession};
use http::{HeaderMap, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;
use tokio::time::{Instant, timeout};

use super::{KEEP_ALIVE, Message, PACE, respond};
use crate::access::{Session, end_other_sessions, end_session, log_out, own_sessions};
use crate::error::ApiError;
use crate::secret::token_hash;
use crate::testing::tour::{delivered, fix};
use crate::testing::{House, TestTour};

async fn session(house: &House, tour: &TestTour, number: usize) -> Session {
    let account = tour.recipients[number].clone();
    let token = house.session(&account, SignedDuration::from_hours(1)).await;
    Session { account, token: token_hash(&token) }
}

/// A stream of statuses and of when the van was where it is.
async fn open(
    house: &House,
    session: &Session,
    parcel: &Parcel,
    last_id: Option<&str>,
) -> Result<Response, ApiError> {
    let watch = house.shared.live.watch(parcel).await.unwrap();
    let mut headers = HeaderMap::new();
    if let Some(id) = last_id {
        headers.insert("last-event-id", id.parse().unwrap());
    }
    respond(&house.shared, session.clone(), watch, &headers, async |seen| {
        Ok(Message::new("tracking", format!("{:?}\n{:?}", seen.view.status, seen.view.updated_at)))
    })
}

async fn frame(body: &mut Body) -> Option<String> {
    let frame = timeout(Duration::from_mins(10), body.frame()).await.expect("something comes")?;
    Some(String::from_utf8(frame.unwrap().into_data().unwrap().to_vec()).unwrap())
}

/// The next frame that is not just a sign of life.
async fn message(body: &mut Body) -> String {
    loop {
        let frame = frame(body).await.expect("the stream goes on");
        if frame != ":\n\n" {
            return frame;
        }
    }
}

fn id(frame: &str) -> String {
    frame.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().to_owned()
}

async fn began() -> (House, TestTour, Session) {
    let house = House::new().await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let session = session(&house, &tour, 1).await;
    (house, tour, session)
}

#[tokio::test(start_paused = true)]
async fn a_stream_says_when_to_come_back_and_what_there_is() {
    let (house, tour, session) = began().await;
    let response = open(&house, &session, &tour.parcels[1], None).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(response.headers()["x-accel-buffering"], "no");
    let mut body = response.into_body();
    assert!(frame(&mut body).await.unwrap().starts_with("retry: "));
    let first = frame(&mut body).await.unwrap();
    let lines: Vec<&str> = first.split('\n').collect();
    assert_eq!(lines[0], "event: tracking");
    assert!(lines[1].strip_prefix("id: ").unwrap().len() == 32);
    assert_eq!(lines[2], "data: OutForDelivery");
    assert!(lines[3].starts_with("data: Some("), "{first}");
    assert_eq!(&lines[4..], ["", ""]);
}

#[tokio::test(start_paused = true)]
async fn who_comes_back_is_told_nothing_that_they_have() {
    let (house, tour, session) = began().await;
    let mut body = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    frame(&mut body).await;
    let id = id(&frame(&mut body).await.unwrap());
    let mut again = open(&house, &session, &tour.parcels[1], Some(&id)).await.unwrap().into_body();
    assert!(frame(&mut again).await.unwrap().starts_with("retry: "));
    assert_eq!(frame(&mut again).await.unwrap(), ":\n\n", "only a sign of life");
    house.drives(&tour, delivered(&tour.parcels[1])).await;
    assert!(message(&mut again).await.contains("Delivered"));
}

#[tokio::test(start_paused = true)]
async fn a_viewer_gets_one_message_a_second_and_the_latest() {
    let (house, tour, session) = began().await;
    let mut body = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    frame(&mut body).await;
    frame(&mut body).await;
    let begun = Instant::now();
    for _ in 0..5 {
        house.clock.advance(SignedDuration::from_secs(5));
        house.drives(&tour, fix(1)).await;
    }
    house.drives(&tour, delivered(&tour.parcels[1])).await;
    assert!(message(&mut body).await.contains("Delivered"), "what was in between is left out");
    assert!(begun.elapsed() >= PACE);
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_its_session() {
    let (house, tour, session) = began().await;
    let mut body = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    frame(&mut body).await;
    frame(&mut body).await;
    let begun = Instant::now();
    house.clock.advance(SignedDuration::from_hours(2));
    while frame(&mut body).await.is_some() {}
    assert!(begun.elapsed() <= 2 * KEEP_ALIVE);
}

#[tokio::test(start_paused = true)]
async fn logging_out_ends_its_streams_at_once_and_no_others() {
    let (house, tour, session) = began().await;
    let other_token = house.session(&session.account, SignedDuration::from_hours(1)).await;
    let other = Session { account: session.account.clone(), token: token_hash(&other_token) };
    let mut ended = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    let mut goes_on = open(&house, &other, &tour.parcels[1], None).await.unwrap().into_body();
    for body in [&mut ended, &mut goes_on] {
        frame(body).await;
        frame(body).await;
    }
    let begun = Instant::now();
    log_out(&house.shared, &session).await.unwrap();
    assert_eq!(frame(&mut ended).await, None);
    assert_eq!(begun.elapsed(), Duration::ZERO);
    house.drives(&tour, delivered(&tour.parcels[1])).await;
    assert!(message(&mut goes_on).await.contains("Delivered"));
}

#[tokio::test(start_paused = true)]
async fn logging_out_elsewhere_ends_the_streams_there_at_once() {
    let (house, tour, session) = began().await;
    let other_token = house.session(&session.account, SignedDuration::from_hours(1)).await;
    let other = Session { account: session.account.clone(), token: token_hash(&other_token) };
    let mut goes_on = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    for log_out_there in [false, true] {
        let mut ended = open(&house, &other, &tour.parcels[1], None).await.unwrap().into_body();
        frame(&mut ended).await;
        frame(&mut ended).await;
        let begun = Instant::now();
        if log_out_there {
            end_other_sessions(&house.shared, &session).await.unwrap();
        } else {
            let sessions = own_sessions(&house.shared, &session).await.unwrap();
            let there = sessions.iter().find(|known| !known.is_this).unwrap();
            end_session(&house.shared, &session, &there.id).await.unwrap();
            assert_eq!(
                end_session(&house.shared, &session, &there.id).await.unwrap_err().code(),
                "not_found"
            );
        }
        assert_eq!(frame(&mut ended).await, None);
        assert_eq!(begun.elapsed(), Duration::ZERO);
        house
            .store()
            .insert_session(StoredSession::begun(
                other.token,
                other.account.id,
                house.shared.clock.now(),
                SignedDuration::from_hours(1),
            ))
            .await
            .unwrap();
    }
    frame(&mut goes_on).await;
    house.drives(&tour, delivered(&tour.parcels[1])).await;
    assert!(message(&mut goes_on).await.contains("Delivered"));
}

#[tokio::test(start_paused = true)]
async fn a_stream_whose_session_ended_before_it_began_says_nothing() {
    let (house, tour, session) = began().await;
    let mut body = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    house.store().delete_session(session.token).await.unwrap();
    assert_eq!(frame(&mut body).await, None);
}

#[tokio::test(start_paused = true)]
async fn a_stop_ends_streams_and_spreads_those_who_come_back() {
    let (house, tour, session) = began().await;
    let mut body = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    frame(&mut body).await;
    frame(&mut body).await;
    house.shared.stopping.cancel();
    assert!(frame(&mut body).await.unwrap().starts_with("retry: "));
    assert_eq!(frame(&mut body).await, None);
    let refused = open(&house, &session, &tour.parcels[1], None).await.unwrap_err();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test(start_paused = true)]
async fn an_account_has_ten_streams_and_gets_new_ones_for_old() {
    let (house, tour, session) = began().await;
    let mut bodies = Vec::new();
    for _ in 0..10 {
        bodies.push(open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body());
    }
    let refused = open(&house, &session, &tour.parcels[1], None).await.unwrap_err();
    assert_eq!((refused.status(), refused.code()), (StatusCode::TOO_MANY_REQUESTS, "too_many_streams"));
    bodies.pop();
    assert!(open(&house, &session, &tour.parcels[1], None).await.is_ok());
    drop(bodies);
    assert_eq!(house.shared.live.watchers(tour.id), 0);
}

#[tokio::test(start_paused = true)]
async fn a_parcel_that_gets_another_recipient_is_seen_by_the_one_before_no_more() {
    let (house, tour, session) = began().await;
    let mut body = open(&house, &session, &tour.parcels[1], None).await.unwrap().into_body();
    frame(&mut body).await;
    frame(&mut body).await;
    let other = house.account("other@example.org", Role::Recipient).await;
    let changed = Parcel { recipient: Some(other.id), ..tour.parcels[1].clone() };
    assert!(house.store().update_parcel(changed).await.unwrap());
    house.shared.live.parcels_changed(&[tour.parcels[1].id]);
    house.drives(&tour, Happening::BreakBegun).await;
    while let Some(frame) = frame(&mut body).await {
        assert_eq!(frame, ":\n\n");
    }
}
