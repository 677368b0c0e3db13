//! A street with a stop every 300 metres, and tours along it.

use serde_json::{Value, json};

use super::house::{Cookie, DAY, House, list, text};

/// Seconds of driving between neighbouring stops, and of work at each.
pub(crate) const LEG_S: i64 = 60;

/// Where the stop with this number is; 0 is the depot.
pub(crate) fn stop_place(number: u32) -> (f64, f64) {
    (43.700_123 + 0.0027 * f64::from(number), 7.412_345)
}

/// Where the van is in front of a stop, some metres before its door.
pub(crate) fn before(number: u32) -> Value {
    let (lat, lon) = stop_place(number);
    json!({ "lat": lat - 0.0004, "lon": lon + 0.0001, "accuracy_m": 8, "speed_mps": 7.5 })
}

pub(crate) fn place(number: u32) -> Value {
    let (lat, lon) = stop_place(number);
    json!({ "lat": lat, "lon": lon })
}

/// A stop with one parcel.
pub(crate) fn stop(number: u32, parcel: &Value) -> Value {
    json!({
        "address": format!("{number} Example Street"),
        "place": place(number),
        "service_s": LEG_S,
        "parcels": [parcel],
    })
}

/// A parcel for whoever it may be.
pub(crate) fn parcel(tour: &str, number: u32) -> Value {
    json!({ "tracking_number": format!("{tour}-{number}"), "sender": "Example Shop" })
}

/// A tour of so many stops for a driver; `change` sees the parcel of each stop first.
pub(crate) fn tour(reference: &str, driver: &str, stops: u32, change: impl Fn(u32, &mut Value)) -> Value {
    let stop = |number| {
        let mut parcel = parcel(reference, number);
        change(number, &mut parcel);
        stop(number, &parcel)
    };
    let apart = |a: u32, b: u32| i64::from(a.abs_diff(b)) * LEG_S;
    let (lat, lon) = stop_place(0);
    json!({
        "reference": reference,
        "day": DAY,
        "driver": { "id": driver },
        "start": { "lat": lat, "lon": lon, "at": "2026-11-24T08:10:00Z" },
        "stops": (1..=stops).map(stop).collect::<Vec<_>>(),
        "travel_s": (0..=stops).map(|a| (0..=stops).map(|b| apart(a, b)).collect()).collect::<Vec<Vec<i64>>>(),
    })
}

/// A tour on the server.
pub(crate) struct Tour {
    pub(crate) id: String,
    /// Its stops in planned order.
    pub(crate) stops: Vec<String>,
    /// The first parcel of each stop.
    pub(crate) parcels: Vec<String>,
}

impl Tour {
    pub(crate) fn of(answer: &Value) -> Self {
        let stops = list(answer, "stops");
        Self {
            id: text(answer, "id"),
            stops: stops.iter().map(|stop| text(stop, "id")).collect(),
            parcels: stops.iter().map(|stop| text(&stop["parcels"][0], "id")).collect(),
        }
    }

    pub(crate) async fn bring(house: &House, body: &Value) -> Self {
        Self::of(&house.post("/v1/tours", body).await)
    }

    /// The stop with this number, from 1.
    pub(crate) fn stop(&self, number: u32) -> &str {
        nth(&self.stops, number)
    }

    /// The first parcel of that stop.
    pub(crate) fn parcel(&self, number: u32) -> &str {
        nth(&self.parcels, number)
    }
}

fn nth(ids: &[String], number: u32) -> &str {
    let index = usize::try_from(number).expect("few stops") - 1;
    ids.get(index).expect("a stop of the tour")
}

/// A tour that is under way: three stops and a recipient at the last.
pub(crate) struct Scene {
    pub(crate) house: House,
    pub(crate) tour: Tour,
    /// The token of the driver's device.
    pub(crate) token: String,
    pub(crate) recipient: Cookie,
}

impl Scene {
    pub(crate) async fn new() -> Self {
        Self::of(3).await
    }

    /// The same on a tour of so many stops.
    pub(crate) async fn of(stops: u32) -> Self {
        let house = House::new().await;
        let recipient = house.recipient("ada@example.org", "Ada").await;
        let (driver, token) = house.driver("Dora").await;
        let body = tour("T1", &driver, stops, |number, parcel| {
            if number == 3 {
                parcel["recipient_email"] = json!("ada@example.org");
            }
        });
        let tour = Tour::bring(&house, &body).await;
        house.happens(&token, "started", json!({})).await;
        Self { house, tour, token, recipient }
    }

    /// The tour, as its operator sees it.
    pub(crate) async fn whole(&self) -> Value {
        self.house.read(&format!("/v1/tours/{}", self.tour.id)).await
    }
}
