//! What each kind of event holds. Fields that nobody here knows are ignored: a newer phone must not lose its events.

use doorstep_domain::admission::Draft;
use doorstep_domain::{Fix, Happening, Metres, MetresPerSecond, ParcelId, Place, Plan, StopId};
use jiff::Timestamp;

use super::{Head, ReadEvent};
use crate::input::{DOOR_CODE, Field, Object};
use crate::parcel::PARCELS_MAX;
use crate::secret::Secret;
use crate::tour::{PlanJson, some_stops};
use crate::words::OutcomeWord;

/// Every kind that a batch may hold.
pub(super) const KINDS: [&str; 26] = [
    "started",
    "fix",
    "arrived",
    "departed",
    "scanned",
    "attempted",
    "delivered",
    "served",
    "skipped",
    "break_begun",
    "break_ended",
    "map_hidden",
    "map_shown",
    "door_code_given",
    "instruction_seen",
    "ended",
    "resequenced",
    "stops_added",
    "stops_removed",
    "stop_moved",
    "parcels_added",
    "parcels_removed",
    "parcel_moved",
    "door_code_renewed",
    "handed_over",
    "planned",
];

pub(super) fn event(field: Field<'_>, sent_at: Option<Timestamp>) -> Option<ReadEvent> {
    let object = field.open_object()?;
    let id = object.required("id").and_then(|f| f.id());
    let at = object.required("at").and_then(|f| f.instant());
    let kind = object.required("kind").and_then(|f| match f.value.as_str() {
        Some(kind) => Some(kind),
        None => f.not_a("a word"),
    })?;
    let body = body(&object, kind);
    let head = Head { id: id?, at: at?, sent_at };
    Some(match body? {
        Body::Happening(what) => ReadEvent::Draft(Draft { id: head.id, at: head.at, sent_at, what }),
        Body::StopsAdded { after, stops } => ReadEvent::StopsAdded { head, after, stops },
        Body::Planned(plan) => ReadEvent::Planned { head, plan },
        Body::DoorCode { parcel, code } => ReadEvent::DoorCode { head, parcel, code },
    })
}

enum Body {
    Happening(Happening),
    StopsAdded { after: Option<StopId>, stops: Vec<crate::tour::StopJson> },
    Planned(Box<PlanJson>),
    DoorCode { parcel: ParcelId, code: Secret },
}

fn body(object: &Object<'_>, kind: &str) -> Option<Body> {
    match kind {
        "stops_added" => {
            let after = object.optional("after").and_then(|f| f.id());
            let stops = object.required("stops").and_then(|f| some_stops(&f));
            Some(Body::StopsAdded { after, stops: stops? })
        }
        "door_code_given" => {
            let parcel = object.required("parcel").and_then(|f| f.id());
            let code = object.required("code").and_then(|f| f.text(DOOR_CODE));
            Some(Body::DoorCode { parcel: parcel?, code: Secret::new(code?) })
        }
        "planned" => PlanJson::from_object(object).map(|plan| Body::Planned(Box::new(plan))),
        _ => of_the_driver(object, kind).map(Body::Happening),
    }
}

fn of_the_driver(object: &Object<'_>, kind: &str) -> Option<Happening> {
    use Happening as H;
    let stop = || object.required("stop").and_then(|f| f.id::<StopId>());
    let parcel = || object.required("parcel").and_then(|f| f.id::<ParcelId>());
    match kind {
        "started" => Some(H::Started),
        "fix" => fix(object).map(H::Fix),
        "arrived" => stop().map(|stop| H::Arrived { stop }),
        "departed" => Some(H::Departed { stop: object.optional("stop").and_then(|f| f.id()) }),
        "scanned" => parcel().map(|parcel| H::Scanned { parcel }),
        "attempted" | "delivered" => settled(object, kind),
        "served" => stop().map(|stop| H::Served { stop }),
        "skipped" => stop().map(|stop| H::Skipped { stop }),
        "break_begun" => Some(H::BreakBegun),
        "break_ended" => Some(H::BreakEnded),
        "map_hidden" => Some(H::MapHidden),
        "map_shown" => Some(H::MapShown),
        "instruction_seen" => {
            let version = object.required("version").and_then(|f| f.whole(u32::MAX));
            parcel().zip(version).map(|(parcel, version)| H::InstructionSeen { parcel, version })
        }
        "ended" => Some(H::Ended),
        _ => of_the_operator(object, kind),
    }
}

fn of_the_operator(object: &Object<'_>, kind: &str) -> Option<Happening> {
    use Happening as H;
    let stop = || object.required("stop").and_then(|f| f.id::<StopId>());
    let parcel = || object.required("parcel").and_then(|f| f.id::<ParcelId>());
    let stops = |name: &str| object.required(name).and_then(|f| f.list(Plan::STOPS_MAX, |stop| stop.id()));
    let parcels = || object.required("parcels").and_then(|f| f.list(PARCELS_MAX, |parcel| parcel.id()));
    match kind {
        "resequenced" => stops("order").map(|order| H::Resequenced { order }),
        "stops_removed" => stops("stops").map(|stops| H::StopsRemoved { stops }),
        "stop_moved" => {
            let (stop, place) = (stop(), object.required("place").and_then(Field::place));
            stop.zip(place).map(|(stop, place)| H::StopMoved { stop, place })
        }
        "parcels_added" => stop().zip(parcels()).map(|(stop, parcels)| H::ParcelsAdded { stop, parcels }),
        "parcels_removed" => parcels().map(|parcels| H::ParcelsRemoved { parcels }),
        "parcel_moved" => parcel().zip(stop()).map(|(parcel, stop)| H::ParcelMoved { parcel, stop }),
        "door_code_renewed" => parcel().map(|parcel| H::DoorCodeRenewed { parcel }),
        "handed_over" => handed_over(object),
        _ => object.required("kind")?.problem("unknown_kind", format!("the kinds are {}", KINDS.join(", "))),
    }
}

fn settled(object: &Object<'_>, kind: &str) -> Option<Happening> {
    let parcel = object.required("parcel").and_then(|f| f.id());
    let outcome: Option<OutcomeWord> = object.required("outcome").and_then(|f| f.word());
    let (parcel, outcome) = (parcel?, outcome?.into());
    Some(match kind {
        "delivered" => Happening::Delivered { parcel, outcome },
        _ => Happening::Attempted { parcel, outcome },
    })
}

fn handed_over(object: &Object<'_>) -> Option<Happening> {
    let driver = object.optional("driver").and_then(|f| f.id());
    let vehicle = object.optional("vehicle").and_then(|f| f.id());
    if object.optional("driver").is_none() && object.optional("vehicle").is_none() {
        return object.problem("missing", "this needs a driver or a vehicle");
    }
    Some(Happening::HandedOver { driver, vehicle })
}

fn fix(object: &Object<'_>) -> Option<Fix> {
    let place = object.place();
    let accuracy = object.optional("accuracy_m").map(|f| f.number().and_then(|m| accuracy(&f, m)));
    let speed = object.optional("speed_mps").and_then(|f| f.number());
    let course = object.optional("course_deg").and_then(|f| f.number());
    Some(fix_of(place?, accuracy.flatten(), speed, course))
}

/// The accuracy radius; 0 means that the device does not know it, and less that it did not know its place either.
fn accuracy(field: &Field<'_>, metres: f64) -> Option<f64> {
    if metres < 0.0 {
        return field
            .problem("no_position", "a negative accuracy means that the device did not know where it was");
    }
    Some(metres)
}

/// A fix with what a device says beside its place; what makes no sense there counts as not said.
pub(crate) fn fix_of(
    place: Place,
    accuracy_m: Option<f64>,
    speed_mps: Option<f64>,
    course_deg: Option<f64>,
) -> Fix {
    #[expect(clippy::cast_possible_truncation, reason = "a course needs no more than an f32 holds")]
    let course = course_deg.filter(|degrees| (0.0..=360.0).contains(degrees)).map(|degrees| degrees as f32);
    Fix {
        place,
        accuracy: accuracy_m.filter(|metres| metres.is_finite() && *metres > 0.0).map(Metres),
        speed: speed_mps.filter(|mps| mps.is_finite() && *mps >= 0.0).map(MetresPerSecond),
        course,
    }
}
