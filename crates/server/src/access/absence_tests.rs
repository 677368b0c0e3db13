//! What is another's and what never was cannot be told apart: neither by the answer nor by the way it is found.
//!
//! Time is held by what time is spent on: the questions to the database, their number, kind and order. They have the
//! same plan for both, since who asks is part of each. `doorstep bench absence` measures the rest with a clock.

use std::sync::Arc;

use axum::body::Body;
use doorstep_domain::{OperatorId, ParcelId, Personal, RecipientId};
use doorstep_store::{Account, Operator, Role};
use http::header::{CONTENT_TYPE, COOKIE};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use jiff::SignedDuration;

use super::table::{self, Access, Face, Row, TABLE, Verb};
use crate::clock::Clock as _;
use crate::secret::{fresh_id, hex_hash};
use crate::testing::{FaultyStore, House};

const LASTING: SignedDuration = SignedDuration::from_hours(24);

/// An answer without what is of its instant alone, and what the database was asked for it.
#[derive(Debug, PartialEq)]
struct Seen {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
    asked: Vec<&'static str>,
}

/// Ada, who asks, with what is hers and what is not.
struct Street {
    house: House,
    store: Arc<FaultyStore>,
    session: String,
    own_parcel: String,
    others: Vec<Foreign>,
}

/// Things of one other person.
struct Foreign {
    whose: &'static str,
    parcel: String,
    share: String,
    session: String,
}

impl Street {
    async fn new() -> Self {
        let store = Arc::new(FaultyStore::new());
        let given = store.clone();
        let house = House::with(|parts| parts.store = given).await;
        let ada = house.account("ada@example.org", Role::Recipient).await;
        let bob = house.account("bob@example.org", Role::Recipient).await;
        let eve = elsewhere(&house).await;
        let session = house.session(&ada, LASTING).await;
        let own_parcel = house.parcel(Some(&ada), 1).await.id.to_string();
        let others = vec![
            foreign(&house, "of a neighbour", &bob).await,
            foreign(&house, "of another operator's recipient", &eve).await,
        ];
        let street = Self { house, store, session, own_parcel, others };
        // What is kept of Ada's own operator is read once, whatever is asked for first.
        street.ask(table::find(Verb::Get, "/orders").unwrap(), "/orders".to_owned()).await;
        street
    }

    /// Asks a row as Ada, for these things.
    async fn ask(&self, row: &Row, path: String) -> Seen {
        let (kind, body) = body_of(row);
        let request = Request::builder()
            .method(row.verb.name())
            .uri(path)
            .header(COOKIE, format!("doorstep_session={}", self.session))
            .header(CONTENT_TYPE, kind)
            .header("sec-fetch-site", "same-origin");
        self.store.take_asked();
        let (parts, body) = self.house.send(request.body(Body::from(body)).unwrap()).await.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        let mut headers = parts.headers;
        headers.remove("x-request-id");
        Seen { status: parts.status, headers, body, asked: self.store.take_asked() }
    }
}

/// A recipient of another operator.
async fn elsewhere(house: &House) -> Account {
    let operator = OperatorId::from_u128(fresh_id());
    let record = Operator {
        id: operator,
        name: "Other Express".to_owned(),
        time_zone: "UTC".to_owned(),
        language: "en".to_owned(),
    };
    house.store().put_operator(record).await.unwrap();
    let eve = house.account("eve@example.org", Role::Recipient).await;
    let eve = Account {
        id: RecipientId::from_u128(fresh_id()),
        operator,
        email: Personal::new("eve@example.com"),
        ..eve
    };
    house.store().insert_account(eve.clone()).await.unwrap();
    eve
}

async fn foreign(house: &House, whose: &'static str, account: &Account) -> Foreign {
    let parcel = house.parcel(Some(account), 2).await;
    house.share(account, &parcel, LASTING).await;
    let share = house.store().list_shares(account.id, parcel.id).await.unwrap().remove(0);
    house.session(account, LASTING).await;
    let session = house.store().list_sessions(account.id, house.clock.now()).await.unwrap().remove(0);
    Foreign {
        whose,
        parcel: parcel.id.to_string(),
        share: share.id.to_string(),
        session: hex_hash(&session.token.0),
    }
}

/// A body that is right, so that the thing itself is looked for.
fn body_of(row: &Row) -> (&'static str, &'static str) {
    match (row.face, row.verb, row.path.rsplit('/').next()) {
        (Face::Api, Verb::Put, Some("instruction")) => ("application/json", r#"{"safe_place":"garage"}"#),
        (Face::Api, Verb::Post, Some("shares")) => ("application/json", r#"{"permission":"window"}"#),
        (Face::Page, Verb::Post, Some("instruction")) => {
            ("application/x-www-form-urlencoded", "safe_place=garage")
        }
        (Face::Page, Verb::Post, _) => ("application/x-www-form-urlencoded", "permission=window"),
        _ => ("application/json", ""),
    }
}

/// Rows by which a recipient names something by its id.
fn rows() -> impl Iterator<Item = &'static Row> {
    let is_own = |row: &&Row| matches!(row.access, Access::Recipient | Access::Account);
    TABLE.iter().filter(is_own).filter(|row| row.path.contains("{id}"))
}

#[tokio::test]
async fn absent_and_foreign_are_answered_alike_and_found_out_alike() {
    let street = Street::new().await;
    let absent = ParcelId::from_u128(fresh_id()).to_string();
    let (mut walked, mut searched) = (0, 0);
    for row in rows() {
        let path = |id: &str, share: &str| row.path.replace("{id}", id).replace("{share}", share);
        let nothing = street.ask(row, path(&absent, &absent)).await;
        assert_eq!(nothing.status, StatusCode::NOT_FOUND, "{:?} {}", row.verb, row.path);
        assert_eq!(nothing.asked.first(), Some(&"find_session"), "{:?} {}", row.verb, row.path);
        searched += usize::from(nothing.asked.len() > 1);
        for other in &street.others {
            let id = if row.path.contains("sessions") { &other.session } else { &other.parcel };
            let seen = street.ask(row, path(id, &other.share)).await;
            assert_eq!(seen, nothing, "{:?} {} {}", row.verb, row.path, other.whose);
        }
        walked += 1;
    }
    assert!(walked >= 12 && searched == walked, "{walked} rows, {searched} look into the database");
}

#[tokio::test]
async fn a_foreign_share_of_an_own_parcel_is_absent_too() {
    let street = Street::new().await;
    let absent = ParcelId::from_u128(fresh_id()).to_string();
    for row in rows().filter(|row| row.path.contains("{share}")) {
        let path = |share: &str| row.path.replace("{id}", &street.own_parcel).replace("{share}", share);
        let nothing = street.ask(row, path(&absent)).await;
        for other in &street.others {
            let seen = street.ask(row, path(&other.share)).await;
            assert_eq!(seen, nothing, "{:?} {} {}", row.verb, row.path, other.whose);
        }
    }
}
