//! What homes are told, on a real broker: mosquitto, with the access list that the documentation gives operators.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use doorstep_domain::RecipientId;
use doorstep_store::{Account, Role};
use rumqttc::{AsyncClient, Broker as Address, Event, EventLoop, Incoming, MqttOptions, QoS};
use serde_json::Value;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{AVAILABLE, Homes, MqttSettings, end, give};
use crate::testing::tour::delivered;
use crate::testing::{House, TestTour};

const PASSWORD: &str = "correct horse battery";
/// Nothing here takes so long.
const PATIENCE: Duration = Duration::from_secs(30);

/// A broker of an operator.
struct Mosquitto {
    folder: TempDir,
    port: u16,
    child: Option<Child>,
}

impl Mosquitto {
    /// A broker that is not started yet, on a port that is free.
    fn new() -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path();
        let (passwords, access) = (at.join("passwords"), at.join("access"));
        std::fs::write(&access, access_list()).unwrap();
        let made = std::process::Command::new("mosquitto_passwd")
            .args(["-b", "-c"])
            .arg(&passwords)
            .args(["doorstep", PASSWORD])
            .output();
        assert!(made.unwrap().status.success(), "the password is written");
        own(&passwords);
        own(&access);
        let config = format!(
            "listener {port} 127.0.0.1\nallow_anonymous true\npassword_file {}\nacl_file {}\nuser root\n\
             persistence true\npersistence_location {}/\nlog_dest stderr\n",
            passwords.display(),
            access.display(),
            at.display(),
        );
        std::fs::write(at.join("mosquitto.conf"), config).unwrap();
        Self { folder, port, child: None }
    }

    async fn started() -> Self {
        let mut broker = Self::new();
        broker.start().await;
        broker
    }

    /// Starts it and waits until it listens.
    async fn start(&mut self) {
        let config = self.folder.path().join("mosquitto.conf");
        let mut child = Command::new("/usr/sbin/mosquitto")
            .arg("-c")
            .arg(config)
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut heard = String::new();
        let listens = async {
            while let Some(line) = lines.next_line().await.unwrap() {
                heard.push_str(&line);
                if line.contains("running") {
                    return true;
                }
            }
            false
        };
        let is_there = timeout(PATIENCE, listens).await.unwrap();
        assert!(is_there, "{heard}");
        // What it says later is read by nobody, and must not stop it.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        self.child = Some(child);
    }

    async fn stop(&mut self) {
        self.child.take().unwrap().kill().await.unwrap();
    }

    fn settings(&self, password: &str) -> MqttSettings {
        let url = format!("mqtt://127.0.0.1:{}", self.port);
        MqttSettings::new(&url, Some("doorstep".to_owned()), Some(password.into()), None).unwrap()
    }

    /// A home that subscribes to this; it is the client of this name and has no login.
    async fn home(&self, client: &str, topic: &str) -> Home {
        let mut options = MqttOptions::new(client, Address::tcp("127.0.0.1", self.port));
        options.set_keep_alive(30);
        let (asking, events) = AsyncClient::builder(options).capacity(10).build();
        let mut home = Home { asking, events, retained: BTreeMap::new() };
        home.asking.subscribe(topic, QoS::AtLeastOnce).await.unwrap();
        home.hear_until(|_, event| matches!(event, Incoming::SubAck(_))).await;
        home
    }
}

/// The list in the documentation.
fn access_list() -> String {
    let document = include_str!("../../../../docs/home-assistant.md");
    let (_, list) = document.split_once("```text\n").unwrap();
    list.split_once("```").unwrap().0.to_owned()
}

/// Mosquitto wants its files to be nobody else's.
fn own(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

/// A home, and what it read so far.
struct Home {
    asking: AsyncClient,
    events: EventLoop,
    retained: BTreeMap<String, String>,
}

impl Home {
    /// Reads until something is so.
    async fn hear_until(&mut self, mut is_so: impl FnMut(&BTreeMap<String, String>, &Incoming) -> bool) {
        let heard = async {
            loop {
                let Event::Incoming(event) = self.events.poll().await.unwrap() else { continue };
                if let Incoming::Publish(publish) = &event {
                    let topic = String::from_utf8(publish.topic.to_vec()).unwrap();
                    let payload = String::from_utf8(publish.payload.to_vec()).unwrap();
                    self.retained.insert(topic, payload);
                }
                if is_so(&self.retained, &event) {
                    return;
                }
            }
        };
        timeout(PATIENCE, heard).await.unwrap();
    }

    /// Reads until a topic says what is meant, and gives it.
    async fn reads(&mut self, topic: &str, is_meant: impl Fn(&str) -> bool) -> String {
        let is_so =
            |said: &BTreeMap<String, String>| said.get(topic).is_some_and(|payload| is_meant(payload));
        if !is_so(&self.retained) {
            self.hear_until(|said, _| is_so(said)).await;
        }
        self.retained[topic].clone()
    }

    /// Reads whatever is on its way: the broker answers in order, so what came before the answer is read.
    async fn catches_up(&mut self) {
        self.asking.subscribe("doorstep/available", QoS::AtLeastOnce).await.unwrap();
        self.hear_until(|_, event| matches!(event, Incoming::SubAck(_))).await;
    }
}

struct Scene {
    broker: Mosquitto,
    house: House,
    homes: Homes,
    task: JoinHandle<()>,
    tour: TestTour,
    key: String,
}

async fn scene() -> Scene {
    scene_with(Mosquitto::started().await).await
}

/// A server with a recipient who turned it on, and whose parcel is on a tour that did not begin.
async fn scene_with(broker: Mosquitto) -> Scene {
    let settings = broker.settings(PASSWORD);
    let house = House::with(|parts| parts.mqtt = Some(settings.clone())).await;
    let tour = house.tour(3).await;
    give(&house.shared, &tour.recipients[2]).await.unwrap();
    let key = key_of(&house, tour.recipients[2].id).await.unwrap();
    let (homes, task) = Homes::new(house.shared.clone(), &settings).unwrap();
    let task = tokio::spawn(task);
    Scene { broker, house, homes, task, tour, key }
}

async fn key_of(house: &House, account: RecipientId) -> Option<String> {
    house.store().home_link_of(account).await.unwrap().map(|link| link.key.reveal().to_owned())
}

impl Scene {
    /// Waits for a connection and tells what changed.
    async fn tells(&self) {
        timeout(PATIENCE, self.homes.broker.connected_after(None)).await.unwrap();
        self.homes.round().await.unwrap();
    }

    fn topic(&self, name: &str) -> String {
        format!("doorstep/{}/{name}", self.key)
    }

    /// Someone who connects now, with the key.
    async fn home(&self) -> Home {
        self.broker.home(&self.key, &format!("doorstep/{}/#", self.key)).await
    }
}

#[tokio::test]
async fn a_home_finds_the_device_and_how_the_next_parcel_stands() {
    let scene = scene().await;
    scene.tells().await;
    let mut home = scene.home().await;
    let config =
        home.reads(&scene.topic("homeassistant/device/doorstep/config"), |said| !said.is_empty()).await;
    let config: Value = serde_json::from_str(&config).unwrap();
    assert_eq!(config["state_topic"], scene.topic("state"));
    assert_eq!(config["availability_topic"], AVAILABLE);
    assert_eq!(config["cmps"]["from"]["device_class"], "timestamp");
    assert_eq!(config["cmps"]["status"]["name"], "Next parcel");
    let id = config["dev"]["ids"][0].as_str().unwrap();
    assert!(!id.contains(&scene.key), "the name of the device is no secret");
    let state = home.reads(&scene.topic("state"), |said| !said.is_empty()).await;
    let state: Value = serde_json::from_str(&state).unwrap();
    assert_eq!((&state["count"], &state["stops_before"]), (&1.into(), &Value::Null), "{state}");
    let number = &scene.tour.parcels[2].tracking_number;
    let told = format!("{config}{state}");
    assert!(!told.contains("Long Street") && !told.contains(number) && !told.contains("http"), "{told}");
}

#[tokio::test]
async fn a_home_follows_a_tour_to_its_end() {
    let scene = scene().await;
    scene.tells().await;
    let mut home = scene.home().await;
    scene.house.starts(&scene.tour).await;
    scene.house.clock.advance(jiff::SignedDuration::from_mins(2));
    scene.tells().await;
    let state = home.reads(&scene.topic("state"), |said| said.contains("out_for_delivery")).await;
    let state: Value = serde_json::from_str(&state).unwrap();
    assert_eq!(state["stops_before"], 2, "{state}");
    assert!(state["from"].as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
    scene.house.drives(&scene.tour, delivered(&scene.tour.parcels[2])).await;
    scene.tells().await;
    let state = home.reads(&scene.topic("state"), |said| said.contains("Nothing is on its way.")).await;
    let state: Value = serde_json::from_str(&state).unwrap();
    assert_eq!((&state["count"], &state["from"]), (&0.into(), &Value::Null));
}

#[tokio::test]
async fn what_is_turned_off_or_of_a_forgotten_person_is_emptied() {
    for is_forgotten in [false, true] {
        let scene = scene().await;
        scene.tells().await;
        let account = &scene.tour.recipients[2];
        if is_forgotten {
            assert!(scene.house.store().forget_person(account.id).await.unwrap());
        } else {
            end(&scene.house.shared, account).await.unwrap();
        }
        scene.tells().await;
        assert_eq!(
            scene.house.store().list_home_links(None, 1).await.unwrap().rows,
            [],
            "the key is forgotten as well"
        );
        let mut home = scene.home().await;
        home.catches_up().await;
        home.retained.remove(AVAILABLE);
        assert_eq!(home.retained, BTreeMap::new(), "nothing is retained any more");
    }
}

#[tokio::test]
async fn a_broker_that_comes_later_is_told_all_and_nothing_waits_meanwhile() {
    let mut scene = scene_with(Mosquitto::new()).await;
    let round = timeout(Duration::from_secs(5), scene.homes.round());
    round.await.expect("nobody waits for the broker").unwrap();
    scene.broker.start().await;
    scene.tells().await;
    let mut home = scene.home().await;
    home.reads(&scene.topic("state"), |said| said.contains("\"count\":1")).await;
    drop(home);
    let before = scene.homes.broker.connection();
    scene.broker.stop().await;
    // It forgot all that it had.
    for file in std::fs::read_dir(scene.broker.folder.path()).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "db") {
            std::fs::remove_file(path).unwrap();
        }
    }
    scene.broker.start().await;
    timeout(PATIENCE, scene.homes.broker.connected_after(before)).await.unwrap();
    scene.tells().await;
    let mut home = scene.home().await;
    home.reads(&scene.topic("state"), |said| said.contains("\"count\":1")).await;
}

#[tokio::test]
async fn a_wrong_password_reaches_nothing() {
    let broker = Mosquitto::started().await;
    let house = House::new().await;
    let (homes, task) = Homes::new(house.shared.clone(), &broker.settings("wrong")).unwrap();
    let tried = homes.broker.tried();
    tokio::select! {
        () = task => panic!("it goes on trying"),
        tried = timeout(PATIENCE, tried) => tried.unwrap(),
    }
    assert_eq!(homes.broker.connection(), None);
    homes.round().await.unwrap();
}

#[tokio::test]
async fn nobody_reads_what_is_another_homes() {
    let scene = scene().await;
    let other: Account = scene.house.account("bo@example.org", Role::Recipient).await;
    give(&scene.house.shared, &other).await.unwrap();
    let foreign = key_of(&scene.house, other.id).await.unwrap();
    scene.tells().await;
    for (client, topic) in [
        (foreign.as_str(), format!("doorstep/{}/#", scene.key)),
        (foreign.as_str(), "doorstep/#".to_owned()),
        ("+", "doorstep/+/state".to_owned()),
        ("#", "#".to_owned()),
        ("anyone", "doorstep/+/state".to_owned()),
        ("doorstep-home", "#".to_owned()),
    ] {
        let mut home = scene.broker.home(client, &topic).await;
        home.catches_up().await;
        let read: Vec<&String> = home.retained.keys().filter(|topic| topic.contains(&scene.key)).collect();
        assert!(read.is_empty(), "{client} reads {topic}: {read:?}");
    }
}

#[tokio::test]
async fn homes_are_told_whether_the_server_is_there() {
    let scene = scene().await;
    scene.tells().await;
    let mut home = scene.broker.home("anyone", AVAILABLE).await;
    home.reads(AVAILABLE, |said| said == "online").await;
    scene.house.shared.stopping.cancel();
    scene.task.await.unwrap();
    home.reads(AVAILABLE, |said| said == "offline").await;
}
