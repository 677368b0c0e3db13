//! Copies of a database that is in use, made and brought back by the real program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use doorstep_server::secret::fresh_id;
use doorstep_store::{EventLog as _, Idempotency as _, Operators as _, RememberedAnswer, TokenHash};
use doorstep_store_sqlite::SqliteStore;
use jiff::{Timestamp, ToSpan as _};

use super::scene::{Canary, Scene, found_in};
use super::{ACCOUNTS, Person, STOPS, VAN_LAT, a_day, fix, notes, nothing, told, tour_under_way};

/// A folder with a key and copies, which the server's own does not hold.
struct Copies {
    folder: tempfile::TempDir,
    public: String,
}

impl Copies {
    fn new(scene: &Scene) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let key = folder.path().join("key.txt");
        let made = scene.doorstep(&["admin", "backup-key", path(&key)]);
        assert!(made.status.success(), "{}", told(&made));
        let public = String::from_utf8(made.stdout).expect("a key is text").trim().to_owned();
        assert!(public.starts_with("age1"), "{public}");
        Self { folder, public }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Has the program use these copies.
    fn configure(&self, command: &mut Command) {
        command.env("DOORSTEP_BACKUP_RECIPIENT", &self.public);
        command.env("DOORSTEP_BACKUP_DIRECTORY", self.at("copies"));
    }

    fn run(&self, scene: &Scene, arguments: &[&str]) -> Output {
        let mut command = scene.command(arguments);
        self.configure(&mut command);
        command.output().expect("the program runs")
    }

    /// Makes a copy and tells where it is.
    fn make(&self, scene: &Scene) -> PathBuf {
        let made = self.run(scene, &["admin", "backup"]);
        assert!(made.status.success(), "{}", told(&made));
        let mut copies = self.list();
        assert_eq!(copies.len(), 1, "{copies:?}");
        copies.remove(0)
    }

    fn list(&self) -> Vec<PathBuf> {
        self.files().into_iter().filter(|path| path.extension().is_some_and(|end| end == "age")).collect()
    }

    fn files(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.at("copies")) else { return Vec::new() };
        entries.map(|entry| entry.expect("an entry").path()).collect()
    }

    fn restore(&self, scene: &Scene, copy: &Path, to: &Path, more: &[&str]) -> Output {
        let (key, database) = (self.at("key.txt"), format!("sqlite:{}", to.display()));
        let arguments = ["admin", "restore", path(copy), "--key", path(&key), "--database", &database];
        self.run(scene, &[&arguments, more].concat())
    }
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a temporary folder has a name in text")
}

/// Eight o'clock, three days ago: the logs of that day are due.
fn three_days_ago() -> Timestamp {
    let today = Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let day = today.checked_sub(3.days()).expect("a date");
    day.at(8, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("an instant").timestamp()
}

#[tokio::test]
async fn a_copy_that_is_brought_back_holds_nothing_that_was_forgotten_since() {
    let scene = Scene::begin_at(three_days_ago()).await;
    a_day(&scene).await;
    let copies = Copies::new(&scene);
    let (one, other) = (Person(STOPS), Person(*ACCOUNTS.start()));
    let of_one = [one.account(), one.home(), one.parcel()].concat();
    let of_other = [other.account(), other.home(), other.parcel()].concat();
    let due = [notes(), vec![Canary::degrees(VAN_LAT)]].concat();

    let copy = copies.make(&scene);
    for canaries in [&of_one, &of_other, &due] {
        assert_eq!(scene.traces(canaries).len(), canaries.len(), "the database holds it");
        assert_eq!(found_in(copies.folder.path(), canaries), nothing(), "and a copy tells it to nobody");
    }
    let forgotten = copies.run(&scene, &["admin", "forget", &one.email()]);
    assert!(forgotten.status.success(), "{}", told(&forgotten));
    fs::create_dir(copies.at("back")).expect("a folder can be made");
    let back = copies.at("back").join("doorstep.db");
    let restored = copies.restore(&scene, &copy, &back, &[]);
    assert!(restored.status.success(), "{}", told(&restored));
    assert!(told(&restored).contains("1 was deleted again"), "{}", told(&restored));

    assert_eq!(found_in(&copies.at("back"), &of_one), nothing(), "who was forgotten stays so");
    assert_eq!(found_in(&copies.at("back"), &due), nothing(), "and so does what is due");
    assert_eq!(found_in(&copies.at("back"), &of_other).len(), of_other.len(), "all else is there");
    assert_eq!(fs::read_dir(copies.at("back")).expect("it is there").count(), 1, "one file, and no other");
    scene.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_a_copy_began_is_in_it() {
    let scene = Scene::begin_at(Timestamp::now()).await;
    let day = scene.today();
    let (tour, token) = tour_under_way(&scene).await;
    let tour = tour["id"].as_str().and_then(|id| id.parse().ok()).expect("a tour has an id");
    let copies = Copies::new(&scene);
    for _ in 0..50 {
        fix(&scene, &token).await;
    }
    let acknowledged = scene.store().load_tour(tour, day).await.expect("it is there").len();
    let mut command = scene.command(&["admin", "backup"]);
    copies.configure(&mut command);
    let making = tokio::task::spawn_blocking(move || command.output().expect("the program runs"));
    while !making.is_finished() {
        fix(&scene, &token).await;
    }
    let made = making.await.expect("it ends");
    assert!(made.status.success(), "{}", told(&made));

    let back = copies.at("back.db");
    let restored = copies.restore(&scene, &copies.list()[0], &back, &[]);
    assert!(restored.status.success(), "{}", told(&restored));
    let store = SqliteStore::open(&back).await.expect("it is a database");
    let found = store.load_tour(tour, day).await.expect("it has no gaps");
    let all = scene.store().load_tour(tour, day).await.expect("it is there");
    assert!(found.len() >= acknowledged, "{} of {acknowledged}", found.len());
    assert_eq!(found, all[..found.len()], "it is a beginning of what the server has");
    store.close().await;
    scene.close().await;
}

#[tokio::test]
async fn a_kill_leaves_no_half_copy_and_nothing_that_tells() {
    let scene = Scene::begin().await;
    tour_under_way(&scene).await;
    let van = [Canary::degrees(VAN_LAT)];
    fill(&scene).await;
    let copies = Copies::new(&scene);
    let stages: [fn(&Copies, &Scene) -> bool; 2] = [
        |_, scene| scene.database().with_added_extension("copying").exists(),
        |copies, _| copies.files().iter().any(|path| path.extension().is_some_and(|end| end == "part")),
    ];
    for has_come_to in stages {
        let mut command = scene.command(&["admin", "backup"]);
        copies.configure(&mut command);
        let mut making = command.stdout(Stdio::null()).spawn().expect("the program runs");
        while !has_come_to(&copies, &scene) {
            assert!(making.try_wait().expect("it can be asked").is_none(), "it ended before it was killed");
        }
        making.kill().expect("it can be killed");
        making.wait().expect("it ends");
        assert_eq!(copies.list(), Vec::<PathBuf>::new(), "no file under the final name");
        assert_eq!(found_in(copies.folder.path(), &van), nothing(), "what is left tells nothing");
    }
    scene.at(scene.now()).await;
    assert!(!scene.database().with_added_extension("copying").exists(), "the server clears up");
    let copy = copies.make(&scene);
    let back = copies.at("back.db");
    let restored = copies.restore(&scene, &copy, &back, &[]);
    assert!(restored.status.success(), "{}", told(&restored));
    scene.close().await;
}

/// Makes the database so large that a copy of it takes its time.
async fn fill(scene: &Scene) {
    let operator = scene.store().list_operators().await.expect("there is one").remove(0).id;
    for number in 0..24 {
        // Noise is not compressed.
        let body = (0..65_536).flat_map(|_| fresh_id().to_be_bytes()).collect();
        let answer =
            RememberedAnswer { request: TokenHash([0; 32]), status: 200, body, expires_at: Timestamp::MAX };
        scene.store().remember_answer(operator, &number.to_string(), answer).await.expect("it is kept");
    }
}

#[tokio::test]
async fn what_cannot_be_used_is_refused_and_nothing_is_changed() {
    let scene = Scene::begin_at(Timestamp::now()).await;
    let copies = Copies::new(&scene);
    let copy = copies.make(&scene);
    let back = copies.at("back.db");
    let refused = |copy: &Path, to: &Path, more: &[&str], words: &str| {
        let output = copies.restore(&scene, copy, to, more);
        assert_eq!(output.status.code(), Some(1), "{}", told(&output));
        assert!(told(&output).contains(words), "{}", told(&output));
        assert!(!back.exists() && !doorstep_store_sqlite::restoring(&back).exists());
    };
    let whole = fs::read(&copy).expect("it is there");
    let damaged = copies.at("damaged");
    fs::write(&damaged, &whole[..whole.len() - 100]).expect("it can be written");
    refused(&damaged, &back, &[], "its end");
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    fs::write(&damaged, changed).expect("it can be written");
    refused(&damaged, &back, &[], "damaged");
    refused(&scene.database(), &back, &[], "no file of the age format");
    refused(&copies.at("absent"), &back, &[], "cannot be brought back");
    refused(&copy, &scene.database(), &[], "is there already");
    refused(&copy, &scene.database(), &["--replace"], "is in use");
    fs::write(copies.at("back.db-wal"), "of another").expect("it can be written");
    refused(&copy, &back, &[], "belongs to another database");
    fs::remove_file(copies.at("back.db-wal")).expect("it is there");

    let again = copies.run(&scene, &["admin", "backup", path(&copy)]);
    assert!(told(&again).contains("is not overwritten"), "{}", told(&again));
    fs::rename(copies.at("key.txt"), copies.at("old-key.txt")).expect("it is there");
    let other = scene.doorstep(&["admin", "backup-key", path(&copies.at("key.txt"))]);
    assert!(other.status.success(), "{}", told(&other));
    refused(&copy, &back, &[], "made for another one");
    let other = scene.doorstep(&["admin", "backup-key", path(&copies.at("key.txt"))]);
    assert!(told(&other).contains("must not be there yet"), "{}", told(&other));
    fs::write(copies.at("key.txt"), "no key").expect("it can be written");
    assert_eq!(copies.restore(&scene, &copy, &back, &[]).status.code(), Some(2));
    fs::rename(copies.at("old-key.txt"), copies.at("key.txt")).expect("it is there");

    let database = scene.database();
    let folder = scene.close().await;
    assert!(folder.path().exists());
    let args = ["--replace"];
    let scene = Scene::begin().await;
    let replaced = copies.restore(&scene, &copy, &database, &args);
    assert!(replaced.status.success(), "{}", told(&replaced));
    scene.close().await;
}
