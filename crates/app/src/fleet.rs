//! A simulated fleet: its tours brought to a server, and the vehicles that drive them.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use doorstep_domain::Place;
use doorstep_roads::RoadNetwork;
use doorstep_simulator::operator::Operator;
use doorstep_simulator::plan::TourPlan;
use doorstep_simulator::vehicle::Parts;
use doorstep_simulator::{AtHome, Deviation, Dialect, Http, Pace, Phone, Vehicle};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A vehicle that was brought to a server: all that is needed to drive it, also after a restart.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Crew {
    /// The operator's name for its tour.
    pub(crate) reference: String,
    /// The tour.
    pub(crate) tour: String,
    /// The driver who begins.
    pub(crate) driver: Hired,
    /// Who takes over, on tours that are handed over.
    pub(crate) successor: Option<Hired>,
    /// Its number, which decides about phone, habits and chances.
    number: usize,
    depot: Place,
    start_at: Timestamp,
}

/// A driver with a device.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Hired {
    /// Their identity.
    pub(crate) id: String,
    /// The token of their device.
    token: String,
}

/// A parcel that was brought: the number for people, and the identity that the page's address has.
pub(crate) type Brought = (String, String);

/// How the drivers of a fleet leave the plan: the number of the vehicle decides.
const HANDS_OVER: usize = 3;

/// Brings drivers, devices and tours to the server.
///
/// # Errors
/// When the server refuses one.
pub(crate) async fn bring(
    operator: &Operator,
    plans: &[TourPlan],
    day: Date,
) -> Result<(Vec<Crew>, Vec<Brought>)> {
    let (mut crews, mut parcels) = (Vec::with_capacity(plans.len()), Vec::new());
    for (number, plan) in plans.iter().enumerate() {
        let driver = hire(operator, &plan.driver_name).await?;
        let successor = match number % 4 {
            HANDS_OVER => Some(hire(operator, &format!("{}, second", plan.driver_name)).await?),
            _ => None,
        };
        let tour = operator
            .add_tour(plan, day, &driver.id)
            .await
            .with_context(|| format!("the tour {} could not be brought to the server", plan.reference))?;
        parcels.extend(tour.parcels);
        crews.push(Crew {
            reference: plan.reference.clone(),
            tour: tour.id,
            driver,
            successor,
            number,
            depot: plan.start,
            start_at: plan.start_at,
        });
    }
    Ok((crews, parcels))
}

async fn hire(operator: &Operator, name: &str) -> Result<Hired> {
    let id = operator.add_driver(name).await.context("a driver could not be added")?;
    let token =
        operator.add_device(&id, &format!("phone of {name}")).await.context("a device could not be added")?;
    Ok(Hired { id, token })
}

impl Crew {
    /// The vehicle, standing at its depot.
    pub(crate) fn vehicle(
        &self,
        pace: Pace,
        roads: Arc<RoadNetwork>,
        http: &Http,
        operator: &Operator,
        at_home: Option<&AtHome>,
        seed: u64,
    ) -> Vehicle {
        let dialect = match self.number % 4 {
            0 => Dialect::DriverApp,
            1 => Dialect::OwnTracks,
            2 => Dialect::OsmAnd,
            _ => Dialect::Traccar,
        };
        let phone = |hired: &Hired| Phone::new(http.clone(), hired.token.clone(), dialect);
        Vehicle::new(Parts {
            pace,
            roads,
            operator: Some(operator.clone()),
            phone: phone(&self.driver),
            at_home: at_home.cloned(),
            deviations: self.deviations(phone),
            seed: seed.wrapping_add(1 + self.number as u64),
            depot: self.depot,
            start_at: self.start_at,
        })
    }

    fn deviations(&self, phone: impl Fn(&Hired) -> Phone) -> Vec<Deviation> {
        match (self.number % 4, &self.successor) {
            (0, _) => vec![Deviation::SkipsOne { after: 8 }, Deviation::LosesSignal { after: 12 }],
            (1, _) => vec![Deviation::SwapsStops { after: 1 }, Deviation::SwapsStops { after: 9 }],
            (2, _) => vec![Deviation::TakesBreak { after: 3 }],
            (_, Some(hired)) => {
                vec![Deviation::HandsOver {
                    after: 3,
                    driver: hired.id.clone(),
                    phone: Box::new(phone(hired)),
                }]
            }
            (_, None) => Vec::new(),
        }
    }
}
