//! The sample tour is one that the domain finds nothing odd in.

use doorstep_domain::tour::{Anomalies, StopState};
use doorstep_domain::{Phase, Status, TourState};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{EventLog as _, Parcels as _, Tours as _};
use doorstep_testkit::{Ids, LEG, SERVICE, SampleTour, door, settle_in};

#[test]
fn a_tour_driven_as_planned_holds_no_oddity() {
    let mut ids = Ids::seeded(1);
    let operator = ids.operator();
    let tour = SampleTour::new(&mut ids, operator, 3);
    let mut script = tour.script(&mut ids).started();
    for (number, (stop, parcel)) in (0..).zip(tour.stops.iter().zip(&tour.parcels)) {
        script = script.wait(LEG).fix(door(number)).arrived(*stop);
        assert_eq!(script.now(), tour.planned_arrival(number));
        script = script.wait(SERVICE).delivered(parcel.id).departed(*stop);
    }
    let mut state = TourState::default();
    state.fold_all(script.ended().events());
    assert_eq!(state.anomalies(), Anomalies::default());
    assert!(matches!(state.phase(), Phase::Ended { .. }), "{:?}", state.phase());
    assert!(state.stops().all(|stop| matches!(stop.state, StopState::Served { .. })), "{state:?}");
}

#[tokio::test]
async fn a_store_takes_the_sample_tour() {
    let mut ids = Ids::seeded(1);
    let store = MemoryStore::new();
    let (operator, account, driver) = settle_in(&store, &mut ids).await.unwrap();
    let mut tour = SampleTour::new(&mut ids, operator.id, 2);
    tour.driver = Some(driver);
    tour.parcels.iter_mut().for_each(|parcel| parcel.recipient = Some(account.id));
    let new = tour.new_tour(&mut ids);
    store.insert_tour(new.clone()).await.unwrap();
    assert_eq!(store.find_tour(tour.id).await.unwrap(), Some(new.record));
    assert_eq!(store.load_tour(tour.id, tour.day).await.unwrap(), new.append.events);
    let mut listed = store.list_parcels_of_recipient(account.id).await.unwrap();
    listed.sort_by_key(|parcel| tour.parcels.iter().position(|own| own.id == parcel.id));
    assert_eq!(listed, tour.parcels);
    assert!(listed.iter().all(|parcel| parcel.status == Status::InTransit));
}
