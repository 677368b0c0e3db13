//! What past days taught of the stops of one tour, looked up once.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Experience, Spreads};
use crate::tour::{StopProgress, service};

/// What is expected of the stops of a tour, by their places in it.
#[derive(Debug, Clone)]
pub(in crate::prediction) struct Taught {
    experience: Arc<Experience>,
    drives: Vec<f32>,
    services: Vec<f32>,
    drifts: Vec<f32>,
}

impl Taught {
    pub(in crate::prediction) fn of(stops: &[&StopProgress], experience: &Arc<Experience>) -> Self {
        let drives =
            stops.iter().map(|stop| stop.planned.place.map_or(1.0, |place| experience.drive_factor(place)));
        let services = stops.iter().map(|stop| {
            let factor = |place| experience.service_factor(place, stop.planned.parcels.len());
            service(stop).as_secs_f32() * stop.planned.place.map_or(1.0, factor)
        });
        let before = std::iter::once(None).chain(stops.iter().copied().map(Some));
        let drifts = before.zip(stops).map(|(from, to)| drift(from, to, experience));
        Self {
            experience: experience.clone(),
            drives: drives.collect(),
            services: services.collect(),
            drifts: drifts.collect(),
        }
    }

    /// The factor on a drive to a stop that begins at an instant.
    pub(in crate::prediction) fn drive_factor(&self, to: usize, at: Timestamp) -> f32 {
        let hour = self.experience.hour_factor(self.experience.hour(at));
        self.drives.get(to).map_or(hour, |drive| drive * hour)
    }

    /// How long the work at a stop takes, in seconds.
    pub(in crate::prediction) fn service(&self, at: usize) -> f32 {
        self.services.get(at).copied().unwrap_or_default()
    }

    /// By how many seconds the link to a stop from the one before it takes longer than its timetable says.
    pub(in crate::prediction) fn drift(&self, to: usize) -> f32 {
        self.drifts.get(to).copied().unwrap_or_default()
    }

    /// How far off times may be.
    pub(in crate::prediction) fn spreads(&self) -> Spreads {
        self.experience.spreads()
    }
}

fn drift(from: Option<&StopProgress>, to: &StopProgress, experience: &Experience) -> f32 {
    let drift = || {
        let places = (from?.planned.place?, to.planned.place?);
        Some(experience.drift(places.0, places.1, to.planned.planned_arrival?))
    };
    drift().unwrap_or_default()
}
