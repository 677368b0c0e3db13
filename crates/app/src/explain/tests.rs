use doorstep_domain::Parcel;
use doorstep_store::memory::MemoryStore;
use doorstep_store::{Actor, Audit as _, Deed, EventLog as _, Tours as _};
use doorstep_testkit::{DAY, Ids, MORNING, SampleTour, door, settle_in};
use jiff::SignedDuration;

use super::*;

/// A database with a tour of five stops: the third was served first.
struct Scene {
    store: MemoryStore,
    tour: SampleTour,
    reference: String,
}

fn after(minutes: i64) -> Timestamp {
    MORNING + SignedDuration::from_mins(minutes)
}

impl Scene {
    async fn new() -> Self {
        let store = MemoryStore::new();
        let mut ids = Ids::seeded(7);
        let (operator, recipient, driver) = settle_in(&store, &mut ids).await.expect("it is empty");
        let mut tour = SampleTour::new(&mut ids, operator.id, 5);
        tour.driver = Some(driver);
        let parcels = tour.parcels.drain(..).zip(1..).map(|(parcel, number)| Parcel {
            recipient: Some(recipient.id),
            tracking_number: format!("RP{number}"),
            ..parcel
        });
        tour.parcels = parcels.collect();
        let new = tour.new_tour(&mut ids);
        let reference = new.record.reference.clone();
        store.insert_tour(new).await.expect("nothing is in its way");
        let stop = |index: usize| *tour.stops.get(index).expect("five stops");
        let parcel = |index: usize| tour.parcels.get(index).expect("five parcels").id;
        let events = tour
            .script(&mut ids)
            .started()
            .wait(SignedDuration::from_mins(5))
            .fix(door(2))
            .arrived(stop(2))
            .wait(SignedDuration::from_mins(1))
            .delivered(parcel(2))
            .wait(SignedDuration::from_mins(3))
            .fix(door(3))
            .events();
        store.append(tour.append(events.into_iter().skip(1).collect())).await.expect("memory takes all");
        Self { store, tour, reference }
    }

    async fn ask(&self, tour: &str, parcel: Option<&str>, at: Option<Timestamp>) -> Result<Explained> {
        let question = Question { tour: tour.to_owned(), parcel: parcel.map(str::to_owned), at };
        ask_store(&self.store, &question, after(10), None).await
    }

    async fn refusal(&self, tour: &str, parcel: Option<&str>, at: Option<Timestamp>) -> String {
        self.ask(tour, parcel, at).await.map(|_| ()).expect_err("it is refused").to_string()
    }
}

#[tokio::test]
async fn a_page_says_what_was_believed_and_why() {
    let scene = Scene::new().await;
    let page = scene.ask(&scene.reference, Some("RP5"), Some(after(10))).await.expect("it is there").page();
    let id = scene.tour.id;
    for line in [
        format!("Tour T-{id} of {DAY} ({id})"),
        "as it was known on 2026-03-14 at 08:40:00 (Europe/Monaco)".to_owned(),
        "Phase: under way since 08:30".to_owned(),
        "Last heard of: 08:39, 60 s before, at 43.73400, 7.42000".to_owned(),
        "Believed order, not sure enough to count by; the next stop with 57 %:".to_owned(),
        "Arrivals add up travel and service times.".to_owned(),
        "  08:36  3 Quay: 2 stops were believed to come first".to_owned(),
        "  08:30  tour started".to_owned(),
        "Did not fit: stops out of order: 1".to_owned(),
        "  status     out for delivery".to_owned(),
        "  stops      0 to 3 before theirs: no single number would be honest".to_owned(),
        "  map        closed: outside area".to_owned(),
        "  rules      \"near\"".to_owned(),
        "  held to    stop 2 in the believed order, arrival in 2 min, 111 m away; confidence 57 %".to_owned(),
    ] {
        assert!(page.lines().any(|known| known == line), "{line:?} is missing in\n{page}");
    }
}

#[tokio::test]
async fn an_earlier_instant_is_told_as_it_was_known_then() {
    let scene = Scene::new().await;
    let then = scene.ask(&scene.reference, Some("RP5"), Some(after(4))).await.expect("it is there");
    assert_eq!(then.answer.choices, []);
    let page = then.page();
    for words in ["Last heard of: never", "The driver chose no stop yet.", "Did not fit: nothing"] {
        assert!(page.contains(words), "{words:?} is missing in\n{page}");
    }
    let before = scene.ask(&scene.tour.id.to_string(), None, Some(after(-1))).await.expect("it is planned");
    assert!(before.page().contains("Phase: not begun\n"), "{}", before.page());
    let by_default = scene.ask(&scene.tour.id.to_string(), None, None).await.expect("it is there");
    let newest = after(9) + SignedDuration::from_secs(1);
    assert_eq!(by_default.answer.at, newest, "after all that was received");
}

#[tokio::test]
async fn what_is_not_there_is_told_in_a_sentence() {
    let scene = Scene::new().await;
    let tour = &scene.reference;
    let now = Some(after(10));
    assert!(scene.refusal("T-none", None, now).await.starts_with("there is no tour \"T-none\"; give its id"));
    assert!(scene.refusal(&"0".repeat(32), None, now).await.contains("there is no tour"));
    assert!(scene.refusal(tour, Some("RP9"), now).await.starts_with("there is no parcel \"RP9\""));
    let begins = scene.refusal(tour, None, Some(after(-61))).await;
    assert_eq!(
        begins,
        "the log of this tour begins at 2026-03-14T06:30:00Z; before that, nothing was known of it"
    );
    assert!(scene.refusal(tour, None, Some(after(11))).await.starts_with("that is still to come"));
    scene.store.forget_day(DAY).await.expect("it is forgotten");
    assert!(scene.refusal(tour, None, now).await.contains("its log was forgotten"));
}

#[tokio::test]
async fn a_database_that_is_not_there_is_not_made() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("doorstep.db");
    let mut config = Config::default();
    config.database.url = format!("sqlite:{}", path.display());
    let question = Question { tour: "T1".to_owned(), parcel: None, at: None };
    let refused = ask(&config, &question).await.map(|_| ()).expect_err("there is none").to_string();
    assert!(refused.contains("there is no database at"), "{refused}");
    assert!(!path.exists());
}

#[test]
fn spans_are_told_in_the_unit_that_fits() {
    let told = [-30, 119, 120, 7_199, 7_200, i64::MAX].map(page::span);
    assert_eq!(told.each_ref().map(String::as_str)[..5], ["30 s", "119 s", "2 min", "119 min", "2 h"]);
}

#[tokio::test]
async fn a_look_is_on_record_before_it_is_told() {
    let scene = Scene::new().await;
    scene.ask(&scene.reference, None, None).await.expect("it is explained");
    let records = scene.store.list_audit(scene.tour.operator, None, 9).await.expect("memory answers").rows;
    let looks: Vec<_> = records.iter().map(|look| (look.deed, &look.by, look.subject.as_str())).collect();
    assert_eq!(looks, [(Deed::Looked, &Actor::Command, scene.tour.id.to_string().as_str())]);
}
