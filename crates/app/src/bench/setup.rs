//! A server with tours that are under way, for what is measured on it.

use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use doorstep_domain::{Personal, Place, RecipientId, Window};
use doorstep_server::SystemClock;
use doorstep_server::secret::{fresh_token, token_hash};
use doorstep_simulator::Http;
use doorstep_simulator::operator::Operator;
use doorstep_simulator::plan::{PlannedParcel, StopPlan, TourPlan};
use doorstep_store::{Account, Role, Scope, Session};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::client::{Connection, post};
use crate::accounts;
use crate::config::Config;
use crate::wiring::Server;

/// The tours of a bench began this long ago.
pub(super) const BEGAN: SignedDuration = SignedDuration::from_hours(12);

/// A server that runs for a bench, with its database in a folder that goes away.
pub(super) struct Running {
    /// Where it listens.
    pub(super) address: String,
    /// The operator's system.
    pub(super) operator: Operator,
    /// Its database.
    pub(super) store: Arc<dyn doorstep_store::Store>,
    stop: CancellationToken,
    serving: JoinHandle<Result<()>>,
    _folder: TempDir,
}

/// A tour that is under way.
#[derive(Debug, Clone)]
pub(super) struct Underway {
    /// The token of its driver's phone.
    pub(super) token: String,
    /// Its parcels, in the order of the plan.
    pub(super) parcels: Vec<String>,
    /// When it began.
    pub(super) since: Timestamp,
}

impl Running {
    /// Starts the server.
    pub(super) async fn start(connections_max: u32) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("doorstep-bench-").tempdir()?;
        let mut config = Config::default();
        config.http.listen = ([127, 0, 0, 1], 0).into();
        config.http.connections_max = connections_max;
        // What is not hers is asked for often here, to measure how that is answered.
        config.logins.misses_per_hour = u32::MAX;
        config.database.url = format!("sqlite:{}", folder.path().join("doorstep.db").display());
        let server = Server::assemble(&config, Arc::new(SystemClock), None).await?;
        let store = server.store.clone();
        let scopes = vec![Scope::OperatorRead, Scope::OperatorWrite];
        let key = accounts::create_key(store.as_ref(), "bench", scopes).await?;
        let bound = server.bind(config.http.listen).await?;
        let base = bound.base();
        let stop = CancellationToken::new();
        let serving = tokio::spawn(bound.serve(stop.clone()));
        let operator = Operator::new(Http::to(&base)?, key);
        let address = base.trim_start_matches("http://").to_owned();
        Ok(Self { address, operator, store, stop, serving, _folder: folder })
    }

    /// Brings a tour of so many stops and begins it; a recipient for each stop, where there are any.
    pub(super) async fn begin_tour(
        &self,
        number: usize,
        stops: usize,
        emails: &[String],
    ) -> Result<Underway> {
        let driver = self.operator.add_driver(&format!("Driver {number}")).await?;
        let token = self.operator.add_device(&driver, "bench").await?;
        let since = Timestamp::now() - BEGAN;
        let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
        let plan = plan(number, stops, emails);
        let brought = self.operator.add_tour(&plan, today, &driver).await?;
        let started =
            json!({ "events": [{ "id": format!("{:032x}", number + 1), "kind": "started", "at": since }] });
        let request = post("/v1/driver/events", &token, &started.to_string());
        let mut connection = Connection::to(&self.address).await?;
        let (status, answer) = connection.ask(&request).await?;
        let told = String::from_utf8_lossy(answer).into_owned();
        ensure!(
            status == 200 && told.contains("\"taken\":1"),
            "the server does not begin a tour: {status} {told}"
        );
        Ok(Underway { token, parcels: brought.parcels.into_iter().map(|(_, id)| id).collect(), since })
    }

    /// An account and its session, whose token this is. They are written straight into the database: a thousand
    /// passwords would take minutes to hash, as they should.
    pub(super) async fn log_in(&self, email: &str) -> Result<String> {
        let operator = accounts::the_operator(self.store.as_ref()).await?;
        let (id, token) = (RecipientId::from_u128(accounts::random_bits()), fresh_token());
        let account = Account {
            id,
            operator: operator.id,
            role: Role::Recipient,
            email: Personal::new(email),
            name: Personal::new("Recipient"),
            password_hash: "none: this account only has a session".to_owned(),
            language: None,
            time_zone: None,
        };
        self.store.insert_account(account).await?;
        let day = SignedDuration::from_hours(24);
        self.store.insert_session(Session::begun(token_hash(&token), id, Timestamp::now(), day)).await?;
        Ok(token)
    }

    /// Stops the server.
    pub(super) async fn stop(self) -> Result<()> {
        self.stop.cancel();
        self.serving.await.context("the server broke off")?
    }
}

/// Where a tour's vehicle is after some part of its way: 0 at the start, 1 at the end.
pub(super) fn along(number: usize, part: f64) -> Place {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand tours at most")]
    let lat = 45.0 + 0.001 * (number % 3_000) as f64;
    Place::from_degrees(lat, 5.0 + 0.5 * part.clamp(0.0, 1.0))
        .unwrap_or_else(|_| unreachable!("it lies in Europe"))
}

fn plan(number: usize, stops: usize, emails: &[String]) -> TourPlan {
    let now = Timestamp::now();
    let stop = |position: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a thousand stops at most")]
        let part = (position + 1) as f64 / (stops + 1) as f64;
        let arrival = now + SignedDuration::from_mins(i64::try_from(position).unwrap_or(i64::MAX).min(600));
        StopPlan {
            address: format!("Stop {position}"),
            place: along(number, part),
            service_s: 60,
            planned_arrival: arrival,
            window: Window { from: arrival, until: arrival + SignedDuration::from_hours(1) },
            parcels: vec![PlannedParcel {
                tracking_number: format!("B{number:05}{position:04}"),
                sender: "Example Shop".to_owned(),
                kind: "ordinary",
                recipient_email: emails.get(position).cloned(),
                buyer_email: None,
                order: None,
            }],
        }
    };
    let travel = |from: usize, to: usize| Some(from.abs_diff(to) as u64 * 60);
    TourPlan {
        reference: format!("B{number:05}"),
        driver_name: format!("Driver {number}"),
        start: along(number, 0.0),
        start_at: now - BEGAN,
        stops: (0..stops).map(stop).collect(),
        travel_s: (0..=stops).map(|from| (0..=stops).map(|to| travel(from, to)).collect()).collect(),
    }
}
