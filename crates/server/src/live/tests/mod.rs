//! Tours in memory, on a store that fails and waits as it is told: what is written, what is watched, what follows.

mod append;
mod follow;
mod notices;
mod watching;

use std::time::Duration;

use doorstep_domain::{MapView, Parcel, TrackingView};

use crate::testing::tour::DAY;
use crate::testing::{House, TestTour};

/// Long enough for anything that comes, and never waited for when it does.
const SOON: Duration = Duration::from_secs(5);

async fn look(house: &House, parcel: &Parcel) -> TrackingView {
    let parcel = house.store().find_parcel(parcel.id).await.unwrap().unwrap();
    house.shared.live.look(&parcel).await.unwrap()
}

fn is_open(view: &TrackingView) -> bool {
    matches!(view.map, MapView::Open { .. })
}

async fn log(house: &House, tour: &TestTour) -> Vec<doorstep_domain::TourEvent> {
    house.store().load_tour(tour.id, DAY).await.unwrap()
}
