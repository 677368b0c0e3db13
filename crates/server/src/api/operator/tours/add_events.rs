//! `POST /v1/tours/{id}/events`: what an operator's own system says happened, or changes on the way.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_domain::admission::{Draft, Refusal, Source};
use doorstep_domain::tour::StopProgress;
use doorstep_domain::{
    EventId, Happening, Parcel, ParcelId, Place, Plan, StopId, TourEvent, TourId, TourState,
};
use doorstep_store::TourRecord;
use doorstep_wire::event::{BatchAnswer, BatchRequest, EventResult, Head, Incoming, ReadEvent};
use doorstep_wire::problem::InputProblem;
use doorstep_wire::tour::{PlanJson, StopJson};
use jiff::{SignedDuration, Timestamp};

use super::super::super::events::{read_events, result_of};
use super::super::super::ids::derived;
use super::super::super::input::Id;
use super::super::drivers;
use super::assemble::{Frame, Hiring, Stops, apart, hiring, plan};
use super::create::{adopt, unknown_driver};
use super::timing;
use crate::access::OperatorKey;
use crate::door;
use crate::error::ApiError;
use crate::state::AppState;

/// Say what happened to a tour, or change it on the way
///
/// Beside the kinds of `/v1/driver/events`, of which `map_hidden`, `map_shown` and `door_code_given` are for the driver alone, there are `resequenced`, `stops_added`, `stops_removed`, `stop_moved`,
/// `parcels_added`, `parcels_removed`, `parcel_moved`, `door_code_renewed` (`parcel`: its recipient sees another code, which may be missed five times), `handed_over` and `planned`. Each event is judged on its own, and
/// each id is taken once. New stops and parcels get identities that follow from the event's, so that sending it again
/// adds nothing.
#[utoipa::path(
    post, path = "/v1/tours/{id}/events", tag = "operator", params(("id" = String, Path, description = "The tour")),
    request_body = BatchRequest,
    responses((status = 200, description = "What became of each event, in their order", body = BatchAnswer))
)]
pub(crate) async fn add_events(
    State(shared): State<AppState>,
    key: OperatorKey,
    Id(id): Id<TourId>,
    body: Bytes,
) -> Result<Json<BatchAnswer>, ApiError> {
    let record =
        shared.store.find_tour_of_operator(key.operator, id).await?.ok_or_else(ApiError::not_found)?;
    let batch = read_events(&shared, body).await?;
    let mut desk = Desk::of(&shared, record).await?;
    let mut results = Vec::with_capacity(batch.events.len());
    let mut drafts = Vec::with_capacity(batch.events.len());
    for Incoming { id, draft } in batch.events {
        let read = match draft {
            Ok(event) => desk.draft(event).await?,
            Err(problem) => Err((problem.code, problem.detail)),
        };
        match read {
            Ok(draft) => {
                results.push(Err(draft.id));
                drafts.push(draft);
            }
            Err((code, detail)) => results.push(Ok(EventResult::refused(id, code, detail))),
        }
    }
    let drafts = one_after_the_other(drafts);
    door::record(&shared, &key.into(), desk.record.id, &drafts).await?;
    let mut verdicts = shared.live.append(desk.record.id, drafts, Source::Operator).await?.into_iter();
    adopt(&shared, desk.adopted).await?;
    let results = results.into_iter().map(|result| match result {
        Ok(refused) => refused,
        Err(id) => result_of(id, verdicts.next()),
    });
    Ok(Json(BatchAnswer::of(results.collect())))
}

/// Changes of the plan that are told as of one instant are made in the order in which they stand: each a nanosecond
/// after the one before. A tour orders its events by their instants and knows no other order.
fn one_after_the_other(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let mut told: BTreeMap<Timestamp, i64> = BTreeMap::new();
    for draft in drafts.iter_mut().filter(|draft| changes_the_plan(&draft.what)) {
        let before = told.entry(draft.at).or_default();
        draft.at = draft.at.checked_add(SignedDuration::from_nanos(*before)).unwrap_or(draft.at);
        *before += 1;
    }
    drafts
}

fn changes_the_plan(what: &Happening) -> bool {
    matches!(
        what,
        Happening::Planned(_)
            | Happening::Resequenced { .. }
            | Happening::StopsAdded { .. }
            | Happening::StopsRemoved { .. }
            | Happening::StopMoved { .. }
            | Happening::ParcelsAdded { .. }
            | Happening::ParcelsRemoved { .. }
            | Happening::ParcelMoved { .. }
            | Happening::HandedOver { .. }
    )
}

/// Why an event is refused before the tour is asked.
type Refused = (String, String);

/// What is known of the tour while its events are read.
struct Desk<'a> {
    shared: &'a AppState,
    record: TourRecord,
    stops: BTreeSet<StopId>,
    known: Ids,
    adopted: Vec<Parcel>,
}

/// Events that the tour knows already, as far as this batch asks.
#[derive(Default)]
struct Ids(BTreeMap<EventId, bool>);

impl<'a> Desk<'a> {
    async fn of(shared: &'a AppState, record: TourRecord) -> Result<Self, ApiError> {
        let stops = shared.live.tour(record.id, |known| stop_ids(&known.told.state)).await?;
        let stops = stops.ok_or_else(ApiError::not_found)?;
        Ok(Self { shared, record, stops, known: Ids::default(), adopted: Vec::new() })
    }

    async fn draft(&mut self, event: ReadEvent) -> Result<Result<Draft, Refused>, ApiError> {
        match event {
            ReadEvent::Draft(draft) => self.plain(draft).await,
            ReadEvent::StopsAdded { head, after, stops } => self.stops_added(head, after, stops).await,
            ReadEvent::Planned { head, plan } => self.planned(head, *plan).await,
            ReadEvent::DoorCode { .. } => Ok(Err(refused(Refusal::NotAllowed))),
        }
    }

    /// An event that brings no stops. Where a stop is that nobody knew is where the doors of its parcels are.
    async fn plain(&mut self, draft: Draft) -> Result<Result<Draft, Refused>, ApiError> {
        if let Happening::HandedOver { driver: Some(driver), .. } = &draft.what
            && drivers::find(self.shared.store.as_ref(), self.record.operator, *driver).await?.is_none()
        {
            return Ok(Err(refused_by(&[unknown_driver()])));
        }
        if let Happening::StopMoved { stop, place } = &draft.what {
            self.find_doors(*stop, *place).await?;
        }
        Ok(Ok(draft))
    }

    async fn find_doors(&mut self, stop: StopId, place: Place) -> Result<(), ApiError> {
        let waiting = |state: &TourState| -> Vec<ParcelId> {
            let is_held = state.stop(stop).is_some_and(StopProgress::is_held);
            state.parcels_of(stop).filter(|_| is_held).map(|(parcel, _)| parcel).collect()
        };
        let parcels = self.shared.live.tour(self.record.id, |known| waiting(&known.told.state)).await?;
        let records = self.shared.store.find_parcels(parcels.unwrap_or_default()).await?;
        let without = records.into_iter().filter(|parcel| parcel.door.is_none());
        self.adopted.extend(without.map(|parcel| Parcel { door: Some(place), ..parcel }));
        Ok(())
    }

    async fn stops_added(
        &mut self,
        head: Head,
        after: Option<StopId>,
        told: Vec<StopJson>,
    ) -> Result<Result<Draft, Refused>, ApiError> {
        let draft = |stops| draft(head, Happening::StopsAdded { after, stops });
        if self.is_known(head.id).await? {
            return Ok(Ok(draft(Vec::new())));
        }
        if after.is_some_and(|after| !self.stops.contains(&after)) {
            return Ok(Err(refused(Refusal::UnknownStop)));
        }
        if self.stops.len() + told.len() > Plan::STOPS_MAX {
            return Ok(Err(refused(Refusal::TooManyStops)));
        }
        if told.iter().any(|stop| stop.id.is_some()) {
            let detail = "stops that are added get their ids here".to_owned();
            return Ok(Err(("unexpected_id".to_owned(), detail)));
        }
        let stops = match self.assemble(head, told).await? {
            Ok(stops) => stops,
            Err(problems) => return Ok(Err(refused_by(&problems))),
        };
        let planned = self.bring(stops).await?;
        Ok(Ok(draft(planned)))
    }

    async fn planned(&mut self, head: Head, told: PlanJson) -> Result<Result<Draft, Refused>, ApiError> {
        let (told, stops) = apart(told);
        if self.is_known(head.id).await? {
            return Ok(Ok(draft(head, Happening::Planned(Box::new(plan(&told, Vec::new()))))));
        }
        let store = self.shared.store.as_ref();
        let hiring = hiring(store, self.record.operator, told.driver.as_ref()).await?;
        let stops = match (self.assemble(head, stops).await?, &hiring) {
            (Ok(_), Hiring::Unknown) => return Ok(Err(refused_by(&[unknown_driver()]))),
            (Ok(stops), _) => stops,
            (Err(problems), _) => return Ok(Err(refused_by(&problems))),
        };
        if let Hiring::Put(driver, name) = hiring {
            store.put_driver(driver, self.record.operator, name).await?;
        }
        let mut plan = plan(&told, self.bring(stops).await?);
        timing::complete(&mut plan, self.shared.roads.as_ref()).await;
        Ok(Ok(draft(head, Happening::Planned(Box::new(plan)))))
    }

    /// Stops whose new identities follow from the event's.
    async fn assemble(
        &self,
        head: Head,
        told: Vec<StopJson>,
    ) -> Result<Result<Stops, Vec<InputProblem>>, ApiError> {
        let Self { record, .. } = self;
        let identify = |stop: usize, parcel: Option<usize>| {
            let place = format!("{stop} {}", parcel.map_or(String::new(), |parcel| parcel.to_string()));
            derived("of an event", &[&record.id.to_bytes(), &head.id.to_bytes(), place.as_bytes()])
        };
        let frame = Frame {
            store: self.shared.store.as_ref(),
            operator: record.operator,
            tour: record.id,
            day: record.day,
            known_stops: &self.stops,
            identify: &identify,
        };
        frame.stops(told).await
    }

    /// Brings what belongs to stops into the records, before the log names them. What an attempt that broke off left
    /// there is the same, for its identities are the same.
    async fn bring(&mut self, stops: Stops) -> Result<Vec<doorstep_domain::PlannedStop>, ApiError> {
        let store = self.shared.store.as_ref();
        let ids: Vec<ParcelId> = stops.new_parcels.iter().map(|parcel| parcel.id).collect();
        let there: BTreeSet<ParcelId> =
            store.find_parcels(ids).await?.into_iter().map(|parcel| parcel.id).collect();
        let new: Vec<Parcel> =
            stops.new_parcels.into_iter().filter(|parcel| !there.contains(&parcel.id)).collect();
        if !new.is_empty() {
            let messages = self.shared.live.announcements(&new).await?;
            store.announce_parcels(new, messages, self.shared.clock.now()).await?;
        }
        store.put_stop_details(self.record.id, stops.details).await?;
        self.stops.extend(stops.planned.iter().map(|stop| stop.id));
        self.adopted.extend(stops.adopted);
        Ok(stops.planned)
    }

    /// Whether an event is in the log already: then nothing may be added on its behalf.
    async fn is_known(&mut self, id: EventId) -> Result<bool, ApiError> {
        if let Some(known) = self.known.0.get(&id) {
            return Ok(*known);
        }
        let probe = TourEvent {
            id,
            at: self.shared.clock.now(),
            received_at: self.shared.clock.now(),
            what: Happening::Started,
        };
        let is_known =
            self.shared.live.tour(self.record.id, |known| known.told.state.is_doubled(&probe)).await?;
        // A second event of that id in this batch is doubled too.
        self.known.0.insert(id, true);
        Ok(is_known.unwrap_or(false))
    }
}

fn stop_ids(state: &TourState) -> BTreeSet<StopId> {
    state.stops().map(|stop| stop.planned.id).collect()
}

fn draft(head: Head, what: Happening) -> Draft {
    Draft { id: head.id, at: head.at, sent_at: head.sent_at, what }
}

fn refused(refusal: Refusal) -> Refused {
    (refusal.code().to_owned(), refusal.to_string())
}

/// The code of the first problem, and all of them in words.
fn refused_by(problems: &[InputProblem]) -> Refused {
    let code =
        problems.first().map_or_else(|| "invalid".to_owned(), |problem| problem.code.clone().into_owned());
    let told: Vec<String> =
        problems.iter().map(|problem| format!("{}: {}", problem.at, problem.detail)).collect();
    (code, told.join("; "))
}
