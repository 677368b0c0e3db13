//! Who receives what: one recipient for each thing that there is to see.

use anyhow::{Context as _, Result};
use doorstep_simulator::plan::{StopPlan, TourPlan};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The password of every account of the demo.
pub(crate) const PASSWORD: &str = "doorstep-demo";

/// The share of stops that lie where the live map is offered.
const COVERED: f64 = 0.88;

/// The stop of the recipient whose story is told first, from 0: far enough for the map to be closed at first, near
/// enough for the delivery to come soon.
const NEAR_STOP: usize = 5;

/// A login of the demo and what it shows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Shown {
    /// The name to log in with.
    pub(crate) email: String,
    /// What there is to see.
    pub(crate) about: String,
    /// The identity of their first parcel on a tour, if they have one.
    pub(crate) parcel: Option<String>,
}

/// A recipient of the demo.
pub(crate) struct Role {
    /// The name to log in with, before the `@`.
    pub(crate) login: &'static str,
    /// How pages address them.
    pub(crate) name: &'static str,
    /// Their language.
    pub(crate) language: &'static str,
    /// What they receive, the kind of each parcel.
    kinds: &'static [&'static str],
    /// The tour, and the earliest stop on it, from 0; the tour is taken modulo the number of tours.
    stop: (usize, usize),
    /// The login of who ordered it for them.
    buyer: Option<&'static str>,
    /// Whether the stop lies where the live map is offered.
    covered: bool,
    /// What there is to see.
    pub(crate) about: &'static str,
}

const fn role(
    login: &'static str,
    name: &'static str,
    kinds: &'static [&'static str],
    stop: (usize, usize),
    about: &'static str,
) -> Role {
    Role { login, name, language: "en", kinds, stop, buyer: None, covered: true, about }
}

const ORDINARY: &[&str] = &["ordinary"];

/// Everyone whose parcels are on a tour. Who follows a deviation has the map open when it comes.
pub(crate) const ROLES: [Role; 9] = [
    role(
        "near",
        "Near",
        &["ordinary", "ordinary"],
        (0, NEAR_STOP),
        "begin here: map, count and delivery within two minutes",
    ),
    role(
        "three",
        "Three",
        &["ordinary", "gift", "confidential"],
        (0, 9),
        "an ordinary parcel, a gift and a confidential one side by side",
    ),
    role("swap", "Swap", ORDINARY, (1, 5), "the driver takes another order: \"some stops before you\""),
    role("break", "Break", ORDINARY, (2, 5), "the driver takes a break: the map pauses and says so"),
    role("handover", "Handover", ORDINARY, (3, 5), "another driver goes on with the tour"),
    Role {
        language: "de",
        ..role(
            "later",
            "Later",
            ORDINARY,
            (0, 14),
            "in German, later in the day; and what they ordered for others",
        )
    },
    Role {
        buyer: Some("later"),
        ..role("gift", "Gift", &["gift"], (1, 8), "a surprise: no map, no sender, no count")
    },
    role("confidential", "Confidential", &["confidential"], (2, 8), "time only"),
    Role {
        buyer: Some("later"),
        ..role(
            "valuable",
            "Valuable",
            &["high_value"],
            (3, 8),
            "no map, and a code for the driver at the door",
        )
    },
];

/// The one whose door lies where no live map is offered.
pub(crate) const OUTSIDE: Role = Role {
    covered: false,
    ..role("outside", "Outside", ORDINARY, (0, 0), "no live map in this area, the window holds")
};

/// The one whose parcel another carrier brings.
pub(crate) const ELSEWHERE: (&str, &str) = ("elsewhere", "another carrier brings this one: status only");

/// The one whose parcel comes tomorrow, while nothing is decided yet.
pub(crate) const TOMORROW: (&str, &str) =
    ("tomorrow", "comes tomorrow: choose another day, or a point to pick it up");

/// The e-mail address of a login.
pub(crate) fn email(login: &str) -> String {
    format!("{login}@example.org")
}

/// The longitude that the live map's area ends at in the east, so that most stops lie in it, but not all.
pub(crate) fn eastern_edge(plans: &[TourPlan]) -> f64 {
    let mut longitudes: Vec<f64> = stops(plans).map(|stop| stop.place.lon()).collect();
    longitudes.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a share of a few hundred stops"
    )]
    let last = (longitudes.len() as f64 * COVERED) as usize;
    match (longitudes.get(last.saturating_sub(1)), longitudes.get(last)) {
        (Some(inside), Some(outside)) => f64::midpoint(*inside, *outside),
        _ => 180.0,
    }
}

/// Puts the tour first that reaches the first story's stop soonest.
pub(crate) fn quickest_first(plans: &mut [TourPlan]) {
    plans.sort_by_key(|plan| plan.stops.get(NEAR_STOP).map_or(Timestamp::MAX, |stop| stop.planned_arrival));
}

/// Gives each role its stop: the parcels there become theirs. Gives the tracking number of the first parcel of each.
///
/// # Errors
/// When the tours are too few or too short.
pub(crate) fn assign(plans: &mut [TourPlan], edge: f64) -> Result<Vec<(&'static Role, String)>> {
    let mut assigned = Vec::new();
    for role in ROLES.iter().chain([&OUTSIDE]) {
        let stop = free_stop(plans, role, edge)
            .with_context(|| format!("no stop is left for {}; ask for more tours", email(role.login)))?;
        let first = stop.parcels.first().context("a stop has a parcel")?.clone();
        assigned.push((role, first.tracking_number.clone()));
        let parcels = role.kinds.iter().zip(["", "B", "C"]).map(|(kind, mark)| {
            let mut parcel = first.clone();
            parcel.tracking_number.push_str(mark);
            parcel.kind = kind;
            parcel.recipient_email = Some(email(role.login));
            parcel.buyer_email = role.buyer.map(email);
            parcel.order = Some(format!("order-{}", role.login));
            parcel
        });
        stop.parcels = parcels.collect();
    }
    Ok(assigned)
}

/// The first stop from the role's place on that nobody has yet and that lies on the right side of the edge; of any
/// tour where the role's own has none.
fn free_stop<'a>(plans: &'a mut [TourPlan], role: &Role, edge: f64) -> Option<&'a mut StopPlan> {
    let (tour, earliest) = (role.stop.0 % plans.len().max(1), role.stop.1);
    let fits = |stop: &StopPlan| {
        (stop.place.lon() <= edge) == role.covered
            && stop.parcels.iter().all(|parcel| parcel.recipient_email.is_none())
    };
    let number = (0..plans.len())
        .map(|nth| (tour + nth) % plans.len())
        .find(|number| plans.get(*number).is_some_and(|plan| plan.stops.iter().skip(earliest).any(fits)))?;
    plans.get_mut(number)?.stops.iter_mut().skip(earliest).find(|stop| fits(stop))
}

fn stops(plans: &[TourPlan]) -> impl Iterator<Item = &StopPlan> {
    plans.iter().flat_map(|plan| &plan.stops)
}
