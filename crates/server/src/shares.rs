//! Shares: a recipient lets a neighbour see when a parcel comes, and may let them take it in.
//!
//! A share never shows the map, the count, the sender or the address, and every opening is told to whoever gave it.

use doorstep_domain::{Parcel, ParcelKind, Personal, ShareId, Status, TrackingView, Window};
use doorstep_store::{Account, Share, SharePermission};
use http::StatusCode;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::access::{ShareHolder, share_ended};
use crate::error::ApiError;
use crate::live::is_over;
use crate::secret::{fresh_id, fresh_token, token_hash};
use crate::state::AppState;

/// No share lasts longer.
const LASTING_MAX: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A share is opened so often in a minute at most.
pub(crate) const OPENINGS_PER_MINUTE: u32 = 20;

/// A share as its recipient wishes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wish {
    /// What it shall let its holder do.
    pub(crate) permission: SharePermission,
    /// What they call whoever gets it.
    pub(crate) name: Option<Personal>,
    /// When it shall end; at the end of the day of delivery when nothing is said.
    pub(crate) expires_at: Option<Timestamp>,
}

/// What a share shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SharedView {
    /// The name of the carrier that brings the parcel.
    pub(crate) operator: String,
    /// When it comes, as far as that is known.
    pub(crate) window: Option<Window>,
    /// Whether there is nothing to wait for any more.
    pub(crate) is_over: bool,
    /// Whether the holder may take the parcel in.
    pub(crate) may_accept: bool,
    /// Until when the share opens anything.
    pub(crate) expires_at: Timestamp,
}

impl SharedView {
    /// What is left of a recipient's view for whoever holds a share.
    pub(crate) fn of(view: &TrackingView, share: &Share) -> Self {
        let is_over = is_over(view.status);
        let window = view.forecast.map(|forecast| forecast.window).or(view.promise);
        Self {
            operator: view.operator.clone(),
            window: window.filter(|_| !is_over),
            is_over,
            may_accept: share.permission == SharePermission::Accept && !is_over,
            expires_at: share.expires_at,
        }
    }
}

/// Shares a parcel: the share and its path, which is told this one time.
///
/// # Errors
/// `not_shareable`, `bad_end` or `too_many_shares`, with what to do.
pub(crate) async fn give(
    shared: &AppState,
    account: &Account,
    parcel: &Parcel,
    wish: Wish,
) -> Result<(Share, String), ApiError> {
    let seen = shared.live.glance(parcel).await?;
    may_be_shared(seen.status, seen.kind)?;
    let zone =
        shared.live.offered(parcel.operator).await?.zone_of(shared.store.as_ref(), Some(account.id)).await?;
    let now = shared.clock.now();
    let token = fresh_token();
    let share = Share {
        id: ShareId::from_u128(fresh_id()),
        token: token_hash(&token),
        parcel: parcel.id,
        account: account.id,
        permission: wish.permission,
        name: wish.name,
        created_at: now,
        expires_at: end(wish.expires_at, parcel, &zone, now)?,
        opening_count: 0,
        openings: Vec::new(),
    };
    if !shared.store.insert_share(share.clone()).await? {
        let detail = format!("A parcel has at most {} links. Take one of them back.", Share::PER_PARCEL_MAX);
        return Err(ApiError::conflict("too_many_shares", detail));
    }
    Ok((share, format!("/s/{token}")))
}

/// What a share shows to whoever opens it now. The opening is noted first: nobody looks without being seen to.
///
/// # Errors
/// `share_ended` when it was taken back meanwhile, or the parcel became one that nobody else is told of; `too_many_openings` when it is opened too often.
pub(crate) async fn open(shared: &AppState, holder: &ShareHolder) -> Result<SharedView, ApiError> {
    let now = shared.clock.now();
    shared.share_openings.take(holder.share.id, now).map_err(|seconds| {
        let detail = "This link is opened too often. Wait a minute.";
        ApiError::too_many("too_many_openings", detail, seconds)
    })?;
    let view = shared.live.glance(&holder.parcel).await?;
    if view.kind == ParcelKind::HighValue {
        return Err(share_ended());
    }
    if !shared.store.note_opening(holder.share.id, now).await? {
        return Err(share_ended());
    }
    Ok(SharedView::of(&view, &holder.share))
}

fn may_be_shared(status: Status, kind: ParcelKind) -> Result<(), ApiError> {
    let detail = match (is_over(status), kind) {
        (true, _) => "There is nothing to wait for any more, so there is nothing to share.",
        (false, ParcelKind::HighValue) => {
            "This parcel is handed to its recipient alone, so it cannot be shared."
        }
        (false, _) => return Ok(()),
    };
    Err(ApiError::conflict("not_shareable", detail))
}

/// When a share ends: as wished, else at the end of the day of delivery, or of today when that is past.
fn end(
    wished: Option<Timestamp>,
    parcel: &Parcel,
    zone: &TimeZone,
    now: Timestamp,
) -> Result<Timestamp, ApiError> {
    let latest = now + LASTING_MAX;
    if let Some(wished) = wished {
        let detail = "A share ends in the future, and at most 7 days from now.";
        let fits = now < wished && wished <= latest;
        return if fits {
            Ok(wished)
        } else {
            Err(ApiError::new(StatusCode::UNPROCESSABLE_ENTITY, "bad_end", detail))
        };
    }
    let today = now.to_zoned(zone.clone()).date();
    let day = parcel.day.map_or(today, |day| day.max(today));
    let midnight = day.tomorrow().ok().and_then(|next| next.to_zoned(zone.clone()).ok());
    Ok(midnight.map_or(latest, |midnight| midnight.timestamp().min(latest)))
}

#[cfg(test)]
mod tests {
    use doorstep_store::Role;

    use super::*;
    use crate::clock::Clock as _;
    use crate::testing::House;
    use crate::testing::tour::delivered;

    const WINDOW: Wish = Wish { permission: SharePermission::Window, name: None, expires_at: None };

    #[tokio::test]
    async fn a_share_ends_with_the_day_of_delivery_and_after_seven_days_at_the_latest() {
        let house = House::new().await;
        let ada = house.account("ada@example.org", Role::Recipient).await;
        let parcel = house.parcel(Some(&ada), 1).await;
        let ends = async |day: &str| {
            let parcel = Parcel { day: day.parse().ok(), ..parcel.clone() };
            let (share, _) = give(&house.shared, &ada, &parcel, WINDOW).await.unwrap();
            assert!(house.store().delete_share(ada.id, parcel.id, share.id).await.unwrap());
            share.expires_at.to_string()
        };
        assert_eq!(ends("2026-11-24").await, "2026-11-24T23:00:00Z", "midnight where the carrier is");
        assert_eq!(ends("2026-11-20").await, "2026-11-24T23:00:00Z");
        assert_eq!(ends("unknown").await, "2026-11-24T23:00:00Z");
        assert_eq!(ends("2026-11-26").await, "2026-11-26T23:00:00Z");
        assert_eq!(ends("2026-12-24").await, "2026-12-01T08:00:00Z");
    }

    #[tokio::test]
    async fn a_wished_end_lies_within_seven_days() {
        let house = House::new().await;
        let ada = house.account("ada@example.org", Role::Recipient).await;
        let parcel = house.parcel(Some(&ada), 1).await;
        let now = house.clock.now();
        let second = SignedDuration::from_secs(1);
        for (end, fits) in [
            (now, false),
            (now + second, true),
            (now + LASTING_MAX, true),
            (now + LASTING_MAX + second, false),
        ] {
            let given = give(&house.shared, &ada, &parcel, Wish { expires_at: Some(end), ..WINDOW }).await;
            assert_eq!(given.map(|(share, _)| share.expires_at).ok(), fits.then_some(end), "{end}");
        }
    }

    #[tokio::test]
    async fn a_parcel_has_ten_shares() {
        let house = House::new().await;
        let ada = house.account("ada@example.org", Role::Recipient).await;
        let parcel = house.parcel(Some(&ada), 1).await;
        for _ in 0..10 {
            assert!(give(&house.shared, &ada, &parcel, WINDOW).await.is_ok());
        }
        assert_eq!(give(&house.shared, &ada, &parcel, WINDOW).await.unwrap_err().code(), "too_many_shares");
    }

    #[tokio::test]
    async fn what_is_over_or_for_its_recipient_alone_is_not_shared() {
        let house = House::new().await;
        let tour = house.tour(1).await;
        let (parcel, ada) = (&tour.parcels[0], &tour.recipients[0]);
        let precious = Parcel { kind: ParcelKind::HighValue, ..parcel.clone() };
        assert_eq!(give(&house.shared, ada, &precious, WINDOW).await.unwrap_err().code(), "not_shareable");
        assert!(give(&house.shared, ada, parcel, WINDOW).await.is_ok());
        house.starts(&tour).await;
        house.drives(&tour, delivered(parcel)).await;
        assert_eq!(give(&house.shared, ada, parcel, WINDOW).await.unwrap_err().code(), "not_shareable");
    }

    #[tokio::test]
    async fn an_opening_that_cannot_be_noted_shows_nothing_and_openings_are_limited() {
        let house = House::new().await;
        let ada = house.account("ada@example.org", Role::Recipient).await;
        let parcel = house.parcel(Some(&ada), 1).await;
        let (share, _) = give(&house.shared, &ada, &parcel, WINDOW).await.unwrap();
        let holder = ShareHolder { share: share.clone(), parcel: parcel.clone() };
        for _ in 0..OPENINGS_PER_MINUTE {
            assert!(open(&house.shared, &holder).await.is_ok());
        }
        assert_eq!(open(&house.shared, &holder).await.unwrap_err().code(), "too_many_openings");
        let told = house.store().list_shares(ada.id, parcel.id).await.unwrap();
        assert_eq!(
            (told[0].opening_count, told[0].openings.len()),
            (OPENINGS_PER_MINUTE, Share::OPENINGS_MAX)
        );
        house.clock.advance(SignedDuration::from_mins(1));
        assert!(house.store().delete_share(ada.id, parcel.id, share.id).await.unwrap());
        assert_eq!(open(&house.shared, &holder).await.unwrap_err().code(), "share_ended");
    }
}
