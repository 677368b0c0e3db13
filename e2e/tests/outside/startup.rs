//! What keeps a server from starting is told in words: what, why, and what to do.

use std::net::TcpListener;
use std::path::Path;

use anyhow::Result;
use doorstep_e2e::binary::{Ran, Server, doorstep, run};
use doorstep_e2e::carrier::Carrier;
use sqlx::{ConnectOptions as _, Connection as _, Executor as _};

#[track_caller]
fn refused(ran: &Ran, status: i32, words: &[&str]) {
    assert_eq!(ran.status, status, "{ran:?}");
    for word in words {
        assert!(ran.stderr.contains(word), "{word:?} in {}", ran.stderr);
    }
}

fn configured(folder: &Path, content: &str, arguments: &[&str]) -> Ran {
    std::fs::write(folder.join("doorstep.toml"), content).unwrap();
    run(folder, arguments)
}

#[test]
fn a_port_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refused(&run(folder.path(), &["serve", "--listen", &address]), 1, &[&address, "--listen"]);
    refused(&run(folder.path(), &["demo", "--listen", &address]), 1, &[&address, "--listen"]);
}

#[test]
fn a_configuration_with_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["serve", "doctor"] {
        let ran = configured(folder.path(), "[http]\nlistn = \"127.0.0.1:0\"\n", &[command]);
        refused(&ran, 2, &["listn", "listen", "doorstep.toml"]);
    }
    refused(&configured(folder.path(), "[http\n", &["serve"]), 2, &["doorstep.toml"]);
    refused(&configured(folder.path(), "", &["serve", "--config", "missing.toml"]), 2, &["missing.toml"]);
    refused(
        &run(folder.path(), &["serve", "--listen", "somewhere"]),
        2,
        &["--listen", "an address and a port"],
    );
    refused(
        &run(folder.path(), &["serve", "--database", "postgres://localhost/doorstep"]),
        2,
        &["later version"],
    );
    refused(&run(folder.path(), &["serve", "--nats", "nats://localhost"]), 2, &["later version"]);
}

#[test]
fn secrets_are_never_printed() {
    let folder = tempfile::tempdir().unwrap();
    let ran = configured(folder.path(), "[mail]\npassword = \"hunter2-canary\"\nprt = 25\n", &["doctor"]);
    refused(&ran, 2, &["prt", "port"]);
    let ran = configured(
        folder.path(),
        "[mail]\nserver = \"localhost\"\nport = 1\npassword = \"hunter2-canary\"\n",
        &["doctor"],
    );
    assert!(!format!("{ran:?}").contains("hunter2-canary"), "{ran:?}");
}

#[tokio::test]
async fn a_database_of_a_newer_version() -> Result<()> {
    let carrier = Carrier::new()?;
    let path = carrier.database().trim_start_matches("sqlite:");
    let mut database = sqlx::sqlite::SqliteConnectOptions::new().filename(path).connect().await?;
    database.execute("PRAGMA user_version = 9999").await?;
    database.close().await?;
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--database", carrier.database()];
    refused(&run(carrier.folder(), &arguments), 1, &["newer version", path]);
    let doctor = run(carrier.folder(), &["doctor", "--database", carrier.database()]);
    assert_eq!(doctor.status, 1, "{doctor:?}");
    assert!(doctor.stdout.contains("newer"), "{}", doctor.stdout);
    Ok(())
}

#[test]
fn words_that_no_page_could_say() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("words")).unwrap();
    std::fs::write(folder.path().join("words/en.ftl"), "choices-titel = Out and about?").unwrap();
    let setting = "[operator]\nwords = \"words\"\n";
    let serve = configured(folder.path(), setting, &["serve", "--listen", "127.0.0.1:0"]);
    refused(&serve, 1, &["operator.words", "en.ftl", "choices-titel"]);
    let doctor = run(folder.path(), &["doctor"]);
    assert!(doctor.stdout.contains("choices-titel"), "{doctor:?}");
}

#[tokio::test]
async fn the_operators_own_words_stand_on_the_pages() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::create_dir(folder.path().join("words"))?;
    std::fs::write(folder.path().join("words/en.ftl"), "login-title = Come in")?;
    std::fs::write(folder.path().join("doorstep.toml"), "[operator]\nwords = \"words\"\n")?;
    let server = Server::start(doorstep(folder.path(), &["serve", "--listen", "127.0.0.1:0"]))?;
    let page = reqwest::get(format!("{}/login", server.base())).await?.text().await?;
    assert!(page.contains("Come in"), "{page}");
    Ok(())
}

#[test]
fn an_extract_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("notes.osm.pbf"), "not an extract at all").unwrap();
    refused(&run(folder.path(), &["roads", "build", "notes.osm.pbf"]), 1, &["notes.osm.pbf"]);
    refused(&run(folder.path(), &["roads", "build", "missing.osm.pbf"]), 1, &["missing.osm.pbf"]);
    let setting = "[roads]\nextract = \"notes.osm.pbf\"\n";
    let serve = ["serve", "--listen", "127.0.0.1:0"];
    refused(&configured(folder.path(), setting, &serve), 1, &["notes.osm.pbf", "roads.extract"]);
    let doctor = configured(folder.path(), setting, &["doctor"]);
    assert_eq!(doctor.status, 1, "{doctor:?}");
    assert!(doctor.stdout.contains("WRONG"), "{}", doctor.stdout);
}

#[test]
fn settings_come_from_file_environment_and_options() -> Result<()> {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("doorstep.toml"), "[http]\nlisten = \"127.0.0.1:0\"\n")?;
    let server = Server::start(doorstep(folder.path(), &["serve"]))?;
    assert!(folder.path().join("doorstep.db").exists(), "the database is made where it is not there");
    assert!(!server.host().ends_with(":0"), "the line tells the port that was taken: {}", server.said());
    let mut wrong = doorstep(folder.path(), &["serve"]);
    wrong.env("DOORSTEP_LISTEN", "nowhere");
    refused(&doorstep_e2e::binary::finish(wrong, ""), 2, &["an address and a port"]);
    Ok(())
}

#[test]
fn a_doctor_is_content_with_a_good_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let good = configured(folder.path(), "[http]\nlisten = \"127.0.0.1:0\"\n", &["doctor"]);
    assert_eq!(good.status, 0, "{good:?}");
    let figures = run(folder.path(), &["doctor", "--json"]);
    let findings: serde_json::Value = serde_json::from_str(&figures.stdout).unwrap();
    assert!(
        findings
            .as_array()
            .is_some_and(|findings| findings.iter().all(|finding| finding["state"] != "wrong"))
    );
}
