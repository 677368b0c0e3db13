//! The first start of a demo: everything that there is, brought to the server over its public interface.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use doorstep_domain::Place;
use doorstep_roads::{RoadNetwork, addresses};
use doorstep_simulator::operator::Operator;
use doorstep_simulator::plan::{Wanted, day};
use doorstep_simulator::{Http, Pace};
use doorstep_store::{Role as AccountRole, Scope, Store};
use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::cast::{self, ELSEWHERE, PASSWORD, ROLES, Shown, TOMORROW, email};
use super::folder::Memory;
use super::{TIME_ZONE, Wish, data};
use crate::{accounts, fleet};

/// The number of stops of a tour, from and to.
const STOPS: (usize, usize) = (16, 22);
/// Where tours start: by the heliport, away from the streets that are delivered to, as depots are.
const DEPOT: (f64, f64) = (43.7258, 7.4192);
/// When the first tour starts, after the demo's clock does.
const UNTIL_START: SignedDuration = SignedDuration::from_secs(60);

/// Brings everything to the server; gives what the demo must remember.
///
/// # Errors
/// When the server refuses something.
pub(crate) async fn sow(
    store: &Arc<dyn Store>,
    http: &Http,
    roads: &Arc<RoadNetwork>,
    pace: Pace,
    wish: &Wish,
) -> Result<Memory> {
    let api_key =
        accounts::create_key(store.as_ref(), "demo", vec![Scope::OperatorRead, Scope::OperatorWrite]).await?;
    accounts::create_user(
        store.as_ref(),
        &accounts::NewUser {
            email: email("dispatcher"),
            name: "Dispatcher".to_owned(),
            role: AccountRole::Admin,
            password: PASSWORD.to_owned(),
        },
    )
    .await?;
    let operator = Operator::new(http.clone(), api_key.clone());
    let today = pace.now().to_zoned(TimeZone::get(TIME_ZONE)?).date();

    let depot = Some(Place::from_degrees(DEPOT.0, DEPOT.1)?);
    let wanted = Wanted {
        tours: wish.tours,
        stops: STOPS,
        start_at: pace.now() + UNTIL_START,
        depot,
        seed: wish.seed,
    };
    let mut plans = day(roads, &central_addresses(wish.tours)?, wanted)?;
    cast::quickest_first(&mut plans);
    let edge = cast::eastern_edge(&plans);
    let assigned = cast::assign(&mut plans, edge)?;
    operator.add_region(&region(edge, today)).await.context("the region was refused")?;
    operator.set_visibility(&visibility()).await.context("the rules of the map were refused")?;
    let everyone = ROLES.iter().chain([&cast::OUTSIDE]).map(|role| (role.login, role.name, role.language));
    let without_tour = [(ELSEWHERE.0, "Elsewhere", "en"), (TOMORROW.0, "Tomorrow", "en")];
    for (login, name, language) in everyone.chain(without_tour) {
        add_recipient(&operator, login, name, language).await?;
    }
    let (crews, brought) = fleet::bring(&operator, &plans, today).await?;
    add_foreign_parcels(&operator, pace, today).await?;
    add_pickup_points(&operator).await?;
    let waiting = add_waiting_parcel(&operator, today.tomorrow()?).await?;

    let ids: HashMap<String, String> = brought.into_iter().collect();
    let mut shown: Vec<Shown> = assigned
        .into_iter()
        .map(|(role, number)| Shown {
            email: email(role.login),
            about: role.about.to_owned(),
            parcel: ids.get(&number).cloned(),
        })
        .collect();
    for ((login, about), parcel) in [(ELSEWHERE, None), (TOMORROW, Some(waiting))] {
        shown.push(Shown { email: email(login), about: about.to_owned(), parcel });
    }
    Ok(Memory { api_key, seed: wish.seed, crews, shown })
}

/// The addresses nearest to the middle of the town, as many as the tours need and some to choose from: a map of
/// streets is better to look at than one of hills.
fn central_addresses(tours: usize) -> Result<Vec<doorstep_roads::Address>> {
    let middle = Place::from_degrees(43.7384, 7.4246)?;
    let mut addresses = demo_addresses()?;
    addresses.sort_by(|a, b| middle.distance_to(a.place).0.total_cmp(&middle.distance_to(b.place).0));
    addresses.truncate(tours * STOPS.1 * 3 / 2);
    Ok(addresses)
}

/// The addresses of the demo's extract.
///
/// # Errors
/// When no temporary file can be written.
pub(crate) fn demo_addresses() -> Result<Vec<doorstep_roads::Address>> {
    let file = tempfile::NamedTempFile::new().context("no temporary file can be made")?;
    std::fs::write(file.path(), data::EXTRACT).context("no temporary file can be written")?;
    Ok(addresses(file.path())?)
}

async fn add_recipient(operator: &Operator, login: &str, name: &str, language: &str) -> Result<()> {
    let recipient = json!({
        "email": email(login), "name": name, "password": PASSWORD, "language": language, "time_zone": TIME_ZONE,
    });
    operator.add_recipient(&recipient).await.with_context(|| format!("the recipient {login} was refused"))
}

/// Parcels that other carriers bring, with their logins: two of an order of which the own network brings the rest, and
/// one on its own.
const FOREIGN: [(&str, &str, &str); 3] = [
    ("near", "OC00001", "Rail Post"),
    ("near", DELIVERED, "City Bikes"),
    (ELSEWHERE.0, "OC00002", "Rail Post"),
];
/// The one that has come already.
const DELIVERED: &str = "OC00003";

async fn add_foreign_parcels(operator: &Operator, pace: Pace, day: Date) -> Result<()> {
    for (login, number, carrier) in FOREIGN {
        let parcel = json!({
            "tracking_number": number,
            "sender": "Example Shop",
            "kind": "ordinary",
            "recipient_email": email(login),
            "order": format!("order-{login}"),
            "day": day,
            "status": "pre_transit",
            "carrier": {
                "carrier": "other", "name": carrier, "tracking_number": format!("{number}-0034"),
                "url": format!("https://carrier.example.org/track/{number}"),
            },
        });
        let id = operator.add_parcel(&parcel).await.context("another carrier's parcel was refused")?;
        let said = said(number, pace);
        operator.add_carrier_events(&id, &said).await.context("what another carrier said was refused")?;
    }
    Ok(())
}

/// The door of whoever waits until tomorrow.
const WAITING_AT: (f64, f64) = (43.7350, 7.4210);

/// Where parcels can wait: two places that are well known in the town.
fn pickup_points() -> [Value; 2] {
    [
        json!({
            "name": "Corner shop at the market", "address": "Place d’Armes\n98000 Monaco",
            "hours": "Mon–Sat 9:00–19:00", "place": { "lat": 43.7317, "lon": 7.4190 },
        }),
        json!({
            "name": "Parcel locker at the station", "address": "Avenue Prince Pierre\n98000 Monaco",
            "place": { "lat": 43.7372, "lon": 7.4185 },
        }),
    ]
}

async fn add_pickup_points(operator: &Operator) -> Result<()> {
    for point in pickup_points() {
        operator.add_pickup_point(&point).await.context("a pick-up point was refused")?;
    }
    Ok(())
}

/// A parcel that no tour brings yet.
async fn add_waiting_parcel(operator: &Operator, day: Date) -> Result<String> {
    let (lat, lon) = WAITING_AT;
    let parcel = json!({
        "tracking_number": "DS00001",
        "sender": "Example Shop",
        "kind": "ordinary",
        "recipient_email": email(TOMORROW.0),
        "order": format!("order-{}", TOMORROW.0),
        "day": day,
        "status": "in_transit",
        "door": { "lat": lat, "lon": lon },
    });
    operator.add_parcel(&parcel).await.context("the parcel of tomorrow was refused")
}

/// What another carrier has said of a parcel by the beginning of the day, in the words of `AfterShip`.
fn said(number: &str, pace: Pace) -> Value {
    let ago = |minutes: i64| pace.now() - SignedDuration::from_mins(minutes);
    let delivered = (12, "Delivered_001", "Delivered", "At your door");
    let events: Vec<Value> = [
        (1_500, "InfoReceived", "Announced by the sender", "Nice"),
        (1_020, "InTransit_002", "Taken over", "Nice"),
        (240, "InTransit_003", "Sorted", "Depot Monaco"),
        (75, "OutForDelivery_001", "Loaded", "Depot Monaco"),
    ]
    .into_iter()
    .chain((number == DELIVERED).then_some(delivered))
    .enumerate()
    .map(|(index, (minutes, status, description, place))| {
        json!({
            "id": event_id(number, index), "at": ago(minutes), "status": status, "description": description,
            "place": place,
        })
    })
    .collect();
    json!({ "vocabulary": "aftership", "events": events })
}

/// The identity of something that was said: the same each time it is told.
fn event_id(number: &str, index: usize) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    format!("{digits:0>30}{index:02x}")
}

/// What this carrier shows: the count like others do, the map a little later, so that it is seen to open.
fn visibility() -> Value {
    json!({
        "map": { "all": [{ "within_stops": 6 }, { "within_duration": 1_800 }] },
        "count": { "all": [{ "within_stops": 10 }, { "within_duration": 3_600 }] },
        "days_ahead": 7,
    })
}

/// The area in which the live map is offered: the extract without its east.
fn region(east: f64, from: Date) -> Value {
    let (west, south, north) = (7.30, 43.68, 43.80);
    let ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    json!({ "name": "Monaco", "live_from": from, "area": { "type": "Polygon", "coordinates": [ring] } })
}
