//! The system of another carrier, on a real socket.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::IntoResponse;
use bytes::Bytes;
use doorstep_domain::{Carrier, OtherCarrier, Parcel, Status};
use doorstep_store::Account;
use http::{HeaderMap, StatusCode, Uri};
use parking_lot::Mutex;
use tokio::net::TcpListener;
use tokio::sync::{Notify, Semaphore};

use super::House;

/// What another carrier was asked.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) uri: Uri,
    pub(crate) headers: HeaderMap,
}

type Answer = (StatusCode, HeaderMap, Bytes);

/// The system of another carrier, on a port of its own. It knows no number until it is told what to answer.
#[derive(Clone)]
pub(crate) struct Elsewhere {
    pub(crate) port: u16,
    next: Arc<Mutex<VecDeque<Answer>>>,
    otherwise: Arc<Mutex<Answer>>,
    asked: Arc<Mutex<Vec<Question>>>,
    arrivals: Arc<Notify>,
    answers: Arc<Semaphore>,
}

impl Elsewhere {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let unknown = (StatusCode::NOT_FOUND, HeaderMap::new(), Bytes::new());
        let carrier = Self {
            port: listener.local_addr().unwrap().port(),
            next: Arc::default(),
            otherwise: Arc::new(Mutex::new(unknown)),
            asked: Arc::default(),
            arrivals: Arc::default(),
            answers: Arc::new(Semaphore::new(Semaphore::MAX_PERMITS / 2)),
        };
        let router = Router::new().fallback(answer).with_state(carrier.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        carrier
    }

    /// Where it is asked.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/parcels/{{tracking_number}}", self.port)
    }

    /// What it answers from now on.
    pub(crate) fn answers(&self, status: StatusCode, body: impl Into<Bytes>) {
        *self.otherwise.lock() = (status, HeaderMap::new(), body.into());
    }

    /// What it answers once.
    pub(crate) fn answers_once(&self, status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) {
        self.next.lock().push_back((status, headers, body.into()));
    }

    /// Answers nobody from now on.
    pub(crate) fn hangs(&self) {
        self.answers.forget_permits(Semaphore::MAX_PERMITS);
    }

    /// Answers again, those who wait as well.
    pub(crate) fn goes_on(&self) {
        self.answers.add_permits(Semaphore::MAX_PERMITS / 2);
    }

    /// Waits until it was asked so often.
    pub(crate) async fn got(&self, count: usize) {
        loop {
            let mut arrival = pin!(self.arrivals.notified());
            arrival.as_mut().enable();
            if self.asked().len() >= count {
                return;
            }
            arrival.await;
        }
    }

    /// What it was asked so far.
    pub(crate) fn asked(&self) -> Vec<Question> {
        self.asked.lock().clone()
    }

    /// The numbers that it was asked about so far.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let last =
            |question: &Question| question.uri.path().rsplit('/').next().unwrap_or_default().to_owned();
        self.asked.lock().iter().map(last).collect()
    }
}

async fn answer(State(carrier): State<Elsewhere>, uri: Uri, headers: HeaderMap) -> impl IntoResponse {
    carrier.asked.lock().push(Question { uri, headers });
    carrier.arrivals.notify_waiters();
    carrier.answers.acquire().await.unwrap().forget();
    let next = carrier.next.lock().pop_front();
    next.unwrap_or_else(|| carrier.otherwise.lock().clone()).into_response()
}

impl House {
    /// A parcel that another carrier brings to someone, by a number of its own.
    pub(crate) async fn brought(
        &self,
        carrier: &str,
        number: &str,
        status: Status,
        recipient: Option<&Account>,
    ) -> Parcel {
        let other = OtherCarrier { tracking_number: Some(number.to_owned()), ..OtherCarrier::named(carrier) };
        let parcel = self.parcel(recipient, 1).await;
        let parcel = Parcel { carrier: Carrier::Other(other), status, ..parcel };
        assert!(self.store().update_parcel(parcel.clone()).await.unwrap());
        parcel
    }
}
