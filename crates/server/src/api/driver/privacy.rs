//! `GET /v1/driver/privacy`: who sees the driver, and what is kept of them.

use axum::Json;
use axum::extract::State;
use doorstep_domain::{Personal, TourId};
use doorstep_store::{Actor, AuditEntry, Deed, Device, PAGE_MAX, TourRecord};
use doorstep_wire::driver::{DriverPrivacy, LookAtDriver};
use doorstep_wire::words::LookerWord;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, Zoned};

use super::own_tours;
use crate::access::DeviceAuth;
use crate::error::ApiError;
use crate::looks::Look;
use crate::privacy::kept_of_driver;
use crate::state::AppState;

/// The longest list of looks.
const LOOKS_MAX: usize = 50;
/// Who looks again within this time looked all the while: one record stands for a minute.
const GAP: SignedDuration = SignedDuration::from_mins(2);

/// Read who sees the driver, and what is kept of them
///
/// How many people have the map open now, as a number only; what is kept of the driver's tour of now or else of today,
/// and until when; and who of the staff looked at where they were today, also at tours until they handed them over.
#[utoipa::path(
    get, path = "/v1/driver/privacy", tag = "driver",
    responses((status = 200, description = "What the driver should know", body = DriverPrivacy))
)]
pub(crate) async fn get(
    State(shared): State<AppState>,
    DeviceAuth(device): DeviceAuth,
) -> Result<Json<DriverPrivacy>, ApiError> {
    let tour = match own_tours::current(&shared, &device).await? {
        Some(tour) => shared.store.find_tour(tour).await?,
        None => None,
    };
    let watchers = tour.as_ref().map_or(0, |tour| shared.live.watchers(tour.id));
    let zone = shared.live.offered(device.operator).await?.zone.clone();
    let now = shared.clock.now().to_zoned(zone);
    let todays = shared.store.list_tours_of_driver(device.driver, now.date()).await?;
    let mut drives: Vec<Drive> = tour.iter().chain(&todays).map(Drive::of).collect();
    let handed_over = shared.store.list_tours_handed_over(device.driver, now.date()).await?;
    drives.extend(
        handed_over.into_iter().map(|(tour, until)| Drive { until: Some(until), ..Drive::of(&tour) }),
    );
    let kept = drives.first().map(|drive| kept_of_driver(&shared.settings, drive.day));
    Ok(Json(DriverPrivacy {
        watchers,
        kept: kept.into_iter().flatten().collect(),
        looks: looks(&shared, &device, &drives, &now).await?,
    }))
}

/// A tour, as far as the driver drives it or drove it.
struct Drive {
    tour: TourId,
    day: Date,
    /// When they handed it over.
    until: Option<Timestamp>,
}

impl Drive {
    fn of(tour: &TourRecord) -> Self {
        Self { tour: tour.id, day: tour.day, until: None }
    }

    /// What records of looks at it are about.
    fn subjects(&self) -> [String; 2] {
        [Look::At(self.tour).subject(), Look::Over(self.day).subject()]
    }

    /// Whether someone looked while they drove.
    fn was_seen(&self, look: &AuditEntry) -> bool {
        self.until.is_none_or(|until| look.at <= until) && self.subjects().contains(&look.subject)
    }
}

/// Who looked today: at one of these tours, or at all tours of their days.
async fn looks(
    shared: &AppState,
    device: &Device,
    drives: &[Drive],
    now: &Zoned,
) -> Result<Vec<LookAtDriver>, ApiError> {
    let begin = now.start_of_day().map_or(now.timestamp(), |begin| begin.timestamp());
    let subjects = drives.iter().flat_map(Drive::subjects).collect();
    let mut records =
        shared.store.list_audit_about(device.operator, Deed::Looked, subjects, begin, PAGE_MAX).await?;
    records.retain(|look| drives.iter().any(|drive| drive.was_seen(look)));
    let mut looks = Vec::new();
    for look in spans(records).into_iter().take(LOOKS_MAX) {
        looks.push(told(shared, look).await?);
    }
    Ok(looks)
}

/// Someone who looked for a while.
struct Span {
    by: Actor,
    from: Timestamp,
    until: Timestamp,
}

/// Records, newest first, as the spans in which the same person kept looking.
fn spans(records: Vec<AuditEntry>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for AuditEntry { at, by, .. } in records {
        let goes_on = |span: &&mut Span| span.by == by && span.from.duration_since(at) <= GAP;
        match spans.iter_mut().rev().find(goes_on) {
            Some(span) => span.from = at,
            None => spans.push(Span { by, from: at, until: at }),
        }
    }
    spans
}

async fn told(shared: &AppState, Span { by, from, until }: Span) -> Result<LookAtDriver, ApiError> {
    let (by, name) = match by {
        Actor::Account(id) => {
            (LookerWord::Account, shared.store.find_account(id).await?.map(|account| account.name))
        }
        Actor::Key(label) => (LookerWord::Key, Some(Personal::new(label))),
        Actor::Command | Actor::Upgrade => (LookerWord::Command, None),
    };
    Ok(LookAtDriver { from, until, by, name })
}
