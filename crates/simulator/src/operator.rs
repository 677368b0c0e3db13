//! What an operator's own system tells the server, with its API key.

use jiff::Timestamp;
use jiff::civil::Date;
use reqwest::Method;
use serde_json::{Value, json};

use crate::http::{ApiError, Http};
use crate::plan::{PlannedParcel, TourPlan};

/// An operator's own system.
#[derive(Debug, Clone)]
pub struct Operator {
    http: Http,
    key: String,
}

/// A tour as the server knows it.
#[derive(Debug, Clone)]
pub struct BroughtTour {
    /// Its identity.
    pub id: String,
    /// Its parcels, in the order of the plan: the number for people and the identity.
    pub parcels: Vec<(String, String)>,
}

impl Operator {
    /// The system that shows this API key.
    pub fn new(http: Http, key: String) -> Self {
        Self { http, key }
    }

    /// Adds a driver; gives their identity.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_driver(&self, name: &str) -> Result<String, ApiError> {
        let answer = self.send(Method::POST, "/v1/drivers", &json!({ "name": name })).await?;
        text(&answer, "id")
    }

    /// Makes a device for a driver; gives its token.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_device(&self, driver: &str, label: &str) -> Result<String, ApiError> {
        let answer =
            self.send(Method::POST, "/v1/devices", &json!({ "driver": driver, "label": label })).await?;
        text(&answer, "device_token")
    }

    /// Makes a one-time code with which a driver's phone logs in.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn driver_code(&self, driver: &str) -> Result<String, ApiError> {
        let answer = self.send(Method::POST, &format!("/v1/drivers/{driver}/codes"), &json!({})).await?;
        text(&answer, "code")
    }

    /// Adds an account for a recipient.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_recipient(&self, recipient: &Value) -> Result<(), ApiError> {
        self.send(Method::POST, "/v1/recipients", recipient).await.map(drop)
    }

    /// Adds a parcel that is on no tour; gives its identity.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_parcel(&self, parcel: &Value) -> Result<String, ApiError> {
        let answer = self.send(Method::POST, "/v1/parcels", parcel).await?;
        text(&answer, "id")
    }

    /// Tells what another carrier said of a parcel.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_carrier_events(&self, parcel: &str, said: &Value) -> Result<(), ApiError> {
        self.send(Method::POST, &format!("/v1/parcels/{parcel}/carrier-events"), said).await.map(drop)
    }

    /// Adds a point where parcels can wait for their recipients.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_pickup_point(&self, point: &Value) -> Result<(), ApiError> {
        self.send(Method::POST, "/v1/pickup-points", point).await.map(drop)
    }

    /// Adds an area in which the live map is offered.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_region(&self, region: &Value) -> Result<(), ApiError> {
        self.send(Method::POST, "/v1/regions", region).await.map(drop)
    }

    /// Sets what recipients may see.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn set_visibility(&self, policy: &Value) -> Result<(), ApiError> {
        self.send(Method::PUT, "/v1/visibility", policy).await.map(drop)
    }

    /// Brings a tour.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn add_tour(&self, plan: &TourPlan, day: Date, driver: &str) -> Result<BroughtTour, ApiError> {
        let answer = self.send(Method::POST, "/v1/tours", &tour_json(plan, day, driver)).await?;
        let parcels = list(&answer, "stops").iter().flat_map(|stop| list(stop, "parcels"));
        let parcels = parcels.map(|parcel| Ok((text(parcel, "tracking_number")?, text(parcel, "id")?)));
        Ok(BroughtTour { id: text(&answer, "id")?, parcels: parcels.collect::<Result<_, ApiError>>()? })
    }

    /// Hands a tour over to another driver.
    ///
    /// # Errors
    /// As the server answers.
    pub async fn hand_over(&self, tour: &str, driver: &str, at: Timestamp) -> Result<(), ApiError> {
        let event =
            json!({ "id": crate::phone::new_id(), "kind": "handed_over", "at": at, "driver": driver });
        let body = json!({ "sent_at": at, "events": [event] });
        self.send(Method::POST, &format!("/v1/tours/{tour}/events"), &body).await.map(drop)
    }

    async fn send(&self, method: Method, path: &str, body: &Value) -> Result<Value, ApiError> {
        Http::json(self.http.request(method, path).bearer_auth(&self.key).json(body)).await
    }
}

fn tour_json(plan: &TourPlan, day: Date, driver: &str) -> Value {
    let stops: Vec<Value> = plan
        .stops
        .iter()
        .map(|stop| {
            json!({
                "address": stop.address,
                "place": { "lat": stop.place.lat(), "lon": stop.place.lon() },
                "service_s": stop.service_s,
                "planned_arrival": stop.planned_arrival,
                "window": { "from": stop.window.from, "until": stop.window.until },
                "parcels": stop.parcels.iter().map(parcel_json).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({
        "reference": plan.reference,
        "day": day,
        "driver": { "id": driver, "name": plan.driver_name },
        "start": { "lat": plan.start.lat(), "lon": plan.start.lon(), "at": plan.start_at },
        "stops": stops,
        "travel_s": plan.travel_s,
    })
}

fn parcel_json(parcel: &PlannedParcel) -> Value {
    let mut json = json!({
        "tracking_number": parcel.tracking_number,
        "sender": parcel.sender,
        "kind": parcel.kind,
    });
    for (name, value) in [
        ("recipient_email", &parcel.recipient_email),
        ("buyer_email", &parcel.buyer_email),
        ("order", &parcel.order),
    ] {
        if let (Some(value), Some(json)) = (value, json.as_object_mut()) {
            json.insert(name.to_owned(), Value::from(value.as_str()));
        }
    }
    json
}

fn list<'a>(answer: &'a Value, name: &str) -> &'a [Value] {
    answer.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text(answer: &Value, name: &str) -> Result<String, ApiError> {
    answer.get(name).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| ApiError::Refused {
        status: reqwest::StatusCode::OK,
        code: "unexpected_answer".to_owned(),
        detail: format!("the answer has no {name:?}"),
    })
}
