//! `POST /v1/driver/events`: what happens on a tour, as the driver's app tells it.

use axum::Json;
use axum::extract::State;
use bytes::Bytes;
use doorstep_wire::event::{Batch, BatchAnswer, BatchRequest, EventResult, Incoming, ReadEvent};

use super::super::events::{read_events, result_of};
use super::own_tours;
use crate::access::DeviceAuth;
use crate::door;
use crate::error::ApiError;
use crate::state::AppState;

/// Tell what happened on a tour
///
/// Up to 10,000 events, also of hours offline, in any order. Each is judged on its own and each id is taken once:
/// whoever did not hear the answer sends the batch again. The kinds are `started`, `fix` (`lat`, `lon`, `accuracy_m`,
/// `speed_mps`, `course_deg`; the last two are not kept), `arrived` (`stop`), `departed` (`stop`), `scanned` (`parcel`),
/// `attempted` and `delivered` (`parcel`, `outcome`), `served` (`stop`), `skipped` (`stop`), `break_begun`,
/// `break_ended`, `map_hidden` and `map_shown` (the driver closes the map for everyone, and opens it again),
/// `door_code_given` (`parcel`, `code`: what the recipient of a parcel of high value tells; five wrong ones are listened
/// to) and `ended`. Of such a parcel, `delivered` is taken after the right code alone, and to the recipient alone.
/// Without `tour` each event goes to the driver's tour that was under way when it happened.
#[utoipa::path(
    post, path = "/v1/driver/events", tag = "driver", request_body = BatchRequest,
    responses((status = 200, description = "What became of each event, in their order", body = BatchAnswer))
)]
pub(crate) async fn add(
    State(shared): State<AppState>,
    DeviceAuth(device): DeviceAuth,
    body: Bytes,
) -> Result<Json<BatchAnswer>, ApiError> {
    let Batch { tour, events, .. } = read_events(&shared, body).await?;
    let mut results = Vec::with_capacity(events.len());
    let mut drafts = Vec::with_capacity(events.len());
    for Incoming { id, draft } in events {
        match draft {
            Ok(ReadEvent::Draft(draft)) => {
                results.push(Err(draft.id));
                drafts.push(draft);
            }
            Ok(ReadEvent::DoorCode { head, parcel, code }) => {
                results.push(Err(head.id));
                drafts.push(door::given(&shared, head, parcel, &code).await?);
            }
            Ok(ReadEvent::StopsAdded { .. } | ReadEvent::Planned { .. }) => {
                shared.metrics.count_refused("not_allowed");
                let detail = "only the operator may change the plan";
                results.push(Ok(EventResult::refused(id, "not_allowed", detail)));
            }
            Err(problem) => results.push(Ok(EventResult::refused(id, problem.code, problem.detail))),
        }
    }
    let verdicts = match tour {
        Some(tour) => {
            let judged = shared.live.append_as_driver(tour, device.driver, drafts).await?;
            judged.into_iter().map(Some).collect()
        }
        None => own_tours::add(&shared, &device, drafts).await?,
    };
    let mut verdicts = verdicts.into_iter();
    let results = results.into_iter().map(|result| match result {
        Ok(refused) => refused,
        Err(id) => result_of(id, verdicts.next().flatten()),
    });
    Ok(Json(BatchAnswer::of(results.collect())))
}
