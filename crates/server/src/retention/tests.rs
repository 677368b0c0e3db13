use std::sync::Arc;

use jiff::SignedDuration;

use super::worker::Worker;
use super::{Data, KINDS, Retention, Term, TooLong, table};
use crate::clock::Clock as _;
use crate::testing::tour::{DAY, delivered};
use crate::testing::{FaultyStore, House};
use doorstep_domain::PhotoId;
use doorstep_store::{Actor, AuditEntry, Deed, Forgets as _, Photo, Role};

/// A server that keeps one kind of data for so many days.
async fn keeping(data: Data, days: u16) -> House {
    House::with(|parts| parts.settings.retention = Retention::default().with(data, days).unwrap()).await
}

/// A round of a worker that was just started.
async fn round(house: &House) {
    Worker::default().round(&house.shared).await.unwrap();
}

#[tokio::test]
async fn a_log_is_kept_for_its_days_and_not_longer() {
    let house = keeping(Data::TourLogs, 1).await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    house.drives(&tour, delivered(&tour.parcels[0])).await;
    let events = async || house.store().load_tour(tour.id, DAY).await.unwrap().len();
    house.clock.advance(SignedDuration::from_hours(24));
    round(&house).await;
    assert!(events().await > 0, "the day after its day it is there");
    house.clock.advance(SignedDuration::from_hours(24));
    round(&house).await;
    assert_eq!(events().await, 0);
    let record = house.store().find_tour(tour.id).await.unwrap().unwrap();
    assert!(record.ended_at.is_some(), "nobody ended it, and it is over");
    assert!(house.store().find_outcome(tour.parcels[0].id).await.unwrap().is_some());
    let position = house.shared.live.tour(tour.id, |known| known.told.state.position()).await.unwrap();
    assert_eq!(position, Some(None), "memory forgets too");
}

#[tokio::test]
async fn traces_wait_for_those_of_later_rounds_and_are_gone_within_the_hour() {
    let store = Arc::new(FaultyStore::new());
    let given = store.clone();
    let house = House::with(|parts| parts.store = given).await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    for parcel in &tour.parcels {
        house.drives(&tour, delivered(parcel)).await;
        house.clock.advance(SignedDuration::from_mins(10));
    }
    let mut worker = Worker::default();
    let mut erasures_after = async |minutes| {
        house.clock.advance(SignedDuration::from_mins(minutes));
        store.take_asked();
        worker.round(&house.shared).await.unwrap();
        store.take_asked().into_iter().filter(|asked| *asked == "erase_traces").count()
    };
    assert_eq!(erasures_after(0).await, 0, "nothing was forgotten");
    assert_eq!(erasures_after(24 * 60 * 91).await, 0, "what is forgotten now leaves the first traces");
    assert_eq!(erasures_after(10).await, 0, "and so on");
    assert_eq!(erasures_after(20).await, 0);
    assert_eq!(erasures_after(10).await, 1, "all of them go at once");
    assert_eq!(erasures_after(60).await, 0);

    let ada = house.account("ada@example.org", Role::Recipient).await;
    house.session(&ada, SignedDuration::from_secs(1)).await;
    assert_eq!(erasures_after(10).await, 0);
    assert_eq!(erasures_after(60).await, 0, "a hash is no trace of anybody");
}

#[tokio::test]
async fn a_start_erases_the_traces_that_the_last_run_left() {
    let store = Arc::new(FaultyStore::new());
    let given = store.clone();
    let house = House::with(|parts| parts.store = given).await;
    let erasures = async || {
        store.take_asked();
        round(&house).await;
        store.take_asked().into_iter().filter(|asked| *asked == "erase_traces").count()
    };
    assert_eq!(erasures().await, 0);
    store.note_forgetting("addresses".to_owned(), house.clock.now(), 1).await.unwrap();
    assert_eq!(erasures().await, 1);
    assert_eq!(erasures().await, 0);
}

#[tokio::test]
async fn a_tour_is_judged_before_its_log_goes_and_its_judgement_is_kept_for_longer() {
    let house = House::new().await;
    let tour = house.tour(3).await;
    house.starts(&tour).await;
    for parcel in &tour.parcels {
        house.clock.advance(SignedDuration::from_mins(3));
        house.drives(&tour, delivered(parcel)).await;
    }
    house.drives(&tour, doorstep_domain::Happening::Ended).await;
    let judgements = async || house.store().list_judgements(house.operator, DAY, DAY).await.unwrap().len();
    house.clock.advance(SignedDuration::from_hours(24 * 5));
    round(&house).await;
    assert!(house.store().load_tour(tour.id, DAY).await.unwrap().is_empty());
    assert_eq!(judgements().await, 1);
    house.clock.advance(SignedDuration::from_hours(24 * 395));
    round(&house).await;
    assert_eq!(judgements().await, 1, "on its last day");
    house.clock.advance(SignedDuration::from_hours(24));
    round(&house).await;
    assert_eq!(judgements().await, 0);
}

#[tokio::test]
async fn who_changed_and_looked_is_kept_for_a_year_and_what_holds_for_longer() {
    let house = House::new().await;
    house.sets_rules("\"open\"").await;
    let entry = AuditEntry {
        operator: house.operator,
        at: house.clock.now(),
        by: Actor::Key("test".to_owned()),
        deed: Deed::Previewed,
        subject: String::new(),
    };
    house.store().record(entry).await.unwrap();
    let kept = async || {
        let changes = house.store().list_rule_changes(house.operator, None, 9).await.unwrap().rows;
        (changes.len(), house.store().list_audit(house.operator, None, 9).await.unwrap().rows.len())
    };
    house.clock.advance(SignedDuration::from_hours(24 * 365));
    round(&house).await;
    assert_eq!(kept().await, (2, 1), "to the hour");
    house.clock.advance(SignedDuration::from_hours(1));
    round(&house).await;
    assert_eq!(kept().await, (1, 0));
}

#[tokio::test]
async fn a_photo_is_kept_for_its_days_and_not_longer() {
    let house = House::new().await;
    let parcel = house.parcel(None, 1).await;
    let now = house.clock.now();
    let id = PhotoId::from_u128(1);
    let photo = Photo { parcel: parcel.id, id, taken_at: now, received_at: now, jpeg: vec![1] };
    house.store().put_photo(photo).await.unwrap();
    house.clock.advance(SignedDuration::from_hours(24 * 30));
    round(&house).await;
    assert!(house.store().find_photo(parcel.id).await.unwrap().is_some(), "to the hour");
    house.clock.advance(SignedDuration::from_secs(1));
    round(&house).await;
    assert_eq!(house.store().find_photo(parcel.id).await.unwrap(), None);
    let record = house.store().find_parcel(parcel.id).await.unwrap().unwrap();
    assert_eq!(record.photo_at, None, "and nothing tells that there was one");
}

#[tokio::test]
async fn sessions_that_ended_are_forgotten() {
    let house = House::new().await;
    let account = house.account("ada@example.org", Role::Recipient).await;
    house.session(&account, SignedDuration::from_secs(1)).await;
    house.clock.advance(SignedDuration::from_secs(2));
    round(&house).await;
    assert_eq!(house.store().delete_expired_sessions(house.clock.now()).await.unwrap(), 0);
}

#[test]
fn nothing_is_kept_for_longer_than_its_ceiling() {
    for kind in KINDS {
        let Term::Set { setting, default, ceiling } = kind.term else { continue };
        let kept = |days| Retention::default().with(kind.data, days).map(|kept| kept.days(kind.data));
        assert_eq!(kept(ceiling), Ok(ceiling), "{setting}");
        assert_eq!(kept(ceiling + 1), Err(TooLong { ceiling }), "{setting}");
        assert_eq!(Retention::default().days(kind.data), default);
        assert_eq!(Retention::set_by(setting), Some(kind.data));
        assert!(default <= ceiling, "{setting}");
    }
    assert_eq!(Retention::default().with(Data::Accounts, 1), Err(TooLong { ceiling: 0 }));
}

#[test]
fn every_kind_has_one_row() {
    for (place, kind) in KINDS.iter().enumerate() {
        assert_eq!(KINDS.iter().position(|other| other.data.as_str() == kind.data.as_str()), Some(place));
    }
}

#[test]
fn the_document_holds_the_table() {
    let document = include_str!("../../../../docs/privacy.md");
    assert!(document.contains(&table()), "put this into docs/privacy.md:\n{}", table());
}

#[tokio::test]
async fn a_round_is_counted_and_noted() {
    let house = House::new().await;
    let account = house.account("ada@example.org", Role::Recipient).await;
    house.session(&account, SignedDuration::from_secs(1)).await;
    house.clock.advance(SignedDuration::from_secs(2));
    let began = house.clock.now();
    round(&house).await;
    house.clock.advance(SignedDuration::from_mins(10));
    round(&house).await;
    let noted = house.store().list_forgettings().await.unwrap();
    assert_eq!(noted.len(), KINDS.len());
    let sessions = noted.iter().find(|noted| noted.kind == "sessions").unwrap();
    assert_eq!((sessions.forgot_at, sessions.count), (Some(began), 1));
    assert_eq!(sessions.looked_at, house.clock.now());
    let text = house.shared.metrics.text().unwrap();
    assert!(text.contains(r#"doorstep_forgotten_total{kind="sessions"} 1"#), "{text}");
    assert!(text.contains(r#"doorstep_forgotten_total{kind="audit"} 0"#), "{text}");
}
