//! All that is stored of a driver.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use doorstep_domain::{DriverId, Happening, OperatorId, TourEvent, TourId};
use doorstep_server::retention::{Data, Term};
use doorstep_store::{PAGE_MAX, Store, TourRecord};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use serde_json::{Value, json};

/// What is stored of a driver, of their phones and of the tours that they drove; nothing of recipients.
///
/// # Errors
/// When the database fails.
pub(crate) async fn of_driver(store: &dyn Store, operator: OperatorId, driver: DriverId) -> Result<Value> {
    let (_, name) =
        store.find_driver(driver).await?.with_context(|| format!("there is no driver {driver}"))?;
    let devices = store.list_devices(operator).await?.into_iter().filter(|device| device.driver == driver);
    let devices: Vec<Value> =
        devices.map(|device| json!({ "label": device.label, "revoked_at": device.revoked_at })).collect();
    let own = store.list_every_tour_of_driver(driver).await?;
    let is_own = own.iter().map(|tour| tour.id).collect::<BTreeSet<_>>();
    let mut tours = BTreeMap::<(Date, TourId), Value>::new();
    for tour in own.into_iter().chain(logged_tours(store, operator).await?) {
        let events = driven_by(driver, store.load_tour(tour.id, tour.day).await?);
        if is_own.contains(&tour.id) || !events.is_empty() {
            tours.insert((tour.day, tour.id), of_tour(&tour, &events));
        }
    }
    let subjects: Vec<String> = tours.keys().map(|(_, tour)| tour.to_string()).collect();
    let audit = super::audit(store, operator, |entry| subjects.contains(&entry.subject)).await?;
    Ok(json!({
        "driver": { "id": driver, "name": name },
        "devices": devices,
        "tours": tours.into_values().collect::<Vec<_>>(),
        "audit": audit,
    }))
}

fn of_tour(tour: &TourRecord, events: &[TourEvent]) -> Value {
    json!({
        "id": tour.id,
        "reference": tour.reference,
        "day": tour.day,
        "ended_at": tour.ended_at,
        "events": events,
    })
}

/// The tours that may have a log still: those of drivers who handed over are found by it alone.
async fn logged_tours(store: &dyn Store, operator: OperatorId) -> Result<Vec<TourRecord>> {
    let kept = match Data::TourLogs.kind().map(|kind| kind.term) {
        Some(Term::Set { ceiling, .. }) => i32::from(ceiling),
        _ => 0,
    };
    let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let first = today.saturating_sub((kept + 1).days());
    let mut tours = Vec::new();
    for day in first.series(1.day()).take_while(|day| *day <= today.saturating_add(1.day())) {
        let mut after = None;
        loop {
            let page = store.list_tours(operator, day, after, PAGE_MAX).await?;
            tours.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
    }
    Ok(tours)
}

/// What happened while they drove. Plans and instructions tell of recipients and not of them.
fn driven_by(driver: DriverId, events: Vec<TourEvent>) -> Vec<TourEvent> {
    let mut at_the_wheel = None;
    let mut theirs = Vec::new();
    for event in events {
        let drove = at_the_wheel == Some(driver);
        let tells_of_others = match &event.what {
            Happening::Planned(plan) => {
                at_the_wheel = plan.driver.or(at_the_wheel);
                true
            }
            Happening::HandedOver { driver: next, .. } => {
                at_the_wheel = *next;
                false
            }
            Happening::StopsAdded { .. }
            | Happening::StopMoved { .. }
            | Happening::InstructionGiven { .. }
            | Happening::AccessNoted { .. }
            | Happening::PlaceMarked { .. }
            | Happening::PutLater { .. } => true,
            _ => false,
        };
        if (drove || at_the_wheel == Some(driver)) && !tells_of_others {
            theirs.push(event);
        }
    }
    theirs
}
