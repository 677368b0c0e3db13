use std::io::Write as _;

use doorstep_domain::streets::Discreet;
use doorstep_server::retention::{Data, KINDS, Term};
use secrecy::ExposeSecret as _;

use super::*;

fn layers(file: Option<&tempfile::NamedTempFile>, environment: &[(&str, &str)]) -> Layers {
    Layers {
        file: file.map(|file| file.path().to_owned()),
        environment: environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        options: Vec::new(),
    }
}

fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a temporary file can be made");
    file.write_all(text.as_bytes()).expect("a temporary file can be written");
    file
}

fn mistakes(layers: &Layers) -> String {
    Config::load(layers).expect_err("the configuration has mistakes").to_string()
}

#[test]
fn a_later_layer_wins() {
    let file = file("[http]\nlisten = \"127.0.0.1:1\"\nconnections_max = 7\n[operator]\nname = \"File\"\n");
    let layers =
        layers(Some(&file), &[("DOORSTEP_HTTP_LISTEN", "127.0.0.1:2"), ("DOORSTEP_OPERATOR_NAME", "Env")])
            .with("--listen", "http.listen", Some("127.0.0.1:3".to_owned()))
            .with("--database", "database.url", None);
    let config = Config::load(&layers).expect("every layer is right");
    assert_eq!(config.http.listen.port(), 3);
    assert_eq!(config.operator.name, "Env");
    assert_eq!(config.http.connections_max, 7);
    assert_eq!(config.database.url, DatabaseConfig::default().url);
}

#[test]
fn an_unknown_key_is_refused_with_its_line_and_the_nearest_name() {
    let file = file("[http]\n# a comment\nlistne = \"127.0.0.1:1\"\n");
    let text = mistakes(&layers(Some(&file), &[]));
    assert!(text.contains(":3: `http.listne` is no setting; did you mean `http.listen`?"), "{text}");
}

#[test]
fn an_unknown_variable_is_refused_with_the_nearest_name() {
    let text = mistakes(&layers(None, &[("DOORSTEP_MAIL_PASWORD", "hunter2")]));
    assert!(
        text.contains("DOORSTEP_MAIL_PASWORD: is no setting; did you mean `DOORSTEP_MAIL_PASSWORD`?"),
        "{text}"
    );
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn variables_of_options_are_left_to_them() {
    assert!(Config::load(&layers(None, &[("DOORSTEP_SPEED", "10"), ("DOORSTEP_LISTEN", "x")])).is_ok());
}

#[test]
fn every_mistake_is_told_at_once() {
    let file = file("stray = 1\n[http]\nlisten = 80\nconnections_max = [1]\n[log]\nformat = \"xml\"\n");
    let text = mistakes(&layers(Some(&file), &[("DOORSTEP_MAIL_PORT", "99999")]));
    for part in [
        "`stray` stands outside",
        ":3: `http.listen` is not an address",
        ":4:",
        ":6: `log.format`",
        "MAIL_PORT",
    ] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

#[test]
fn a_file_that_is_no_toml_is_refused_with_its_line() {
    let file = file("[http]\nlisten = \n");
    let text = mistakes(&layers(Some(&file), &[]));
    assert!(text.contains(":2:"), "{text}");
}

#[test]
fn nothing_is_kept_for_longer_than_its_ceiling() {
    let purpose = ("DOORSTEP_RETENTION_TOUR_PURPOSE", "To answer complaints.");
    let set = |variable: &str, text: &str| Config::load(&layers(None, &[(variable, text), purpose]));
    for (kind, ceiling) in KINDS.iter().filter_map(|kind| match kind.term {
        Term::Set { setting, ceiling, .. } => Some(((kind.data, setting), ceiling)),
        Term::Fixed(_) => None,
    }) {
        let (data, setting) = kind;
        let variable = format!("DOORSTEP_{}", setting.replace('.', "_").to_uppercase());
        let config = set(&variable, &ceiling.to_string()).expect("the ceiling is allowed");
        if data == Data::Sessions {
            assert_eq!(config.logins.session_days.0, ceiling);
        } else {
            assert_eq!(config.retention.terms.days(data), ceiling, "{setting}");
        }
        for text in [(u32::from(ceiling) + 1).to_string().as_str(), "-1", "two", "1.5", ""] {
            let refusal = set(&variable, text).expect_err("it is refused").to_string();
            let words = format!("{variable}: `{setting}` is not a whole number from ");
            assert!(refusal.contains(&words) && refusal.contains(&format!(" to {ceiling}")), "{refusal}");
        }
    }
}

#[test]
fn a_dot_is_never_less_discreet_than_by_default() {
    let set = |variable: &str, text: &str| Config::load(&layers(None, &[(variable, text)]));
    for (name, setting, more, less) in [
        ("HOUSES_BETWEEN_GATES", Discreet::HousesBetweenGates, 60, 39),
        ("HOUSES_BEFORE_DOOR", Discreet::HousesBeforeDoor, 20, 9),
        ("STOPS_BEFORE", Discreet::StopsBefore, 5, 11),
        ("DEPOT_METRES", Discreet::DepotMetres, 800, 499),
    ] {
        let variable = format!("DOORSTEP_RELEASE_{name}");
        let config = set(&variable, &more.to_string()).expect("it is allowed");
        assert_eq!(config.release.0.of(setting), more, "{name}");
        for text in [less.to_string().as_str(), "many", "-1", ""] {
            let refusal = set(&variable, text).expect_err("it is refused").to_string();
            let words = format!("`release.{}` is not a whole number from ", name.to_lowercase());
            assert!(refusal.contains(&words), "{refusal}");
        }
    }
}

#[test]
fn logs_that_are_kept_for_longer_need_a_purpose_in_writing() {
    let days = |days| ("DOORSTEP_RETENTION_TOUR_DAYS", days);
    let purpose = |words| ("DOORSTEP_RETENTION_TOUR_PURPOSE", words);
    assert!(Config::load(&layers(None, &[days("1")])).is_ok());
    let refusal = mistakes(&layers(None, &[days("2")]));
    assert!(refusal.contains("`retention.tour_purpose` must say in writing"), "{refusal}");
    let told =
        Config::load(&layers(None, &[days("2"), purpose(" To answer complaints. ")])).expect("it is told");
    assert_eq!(told.retention.tour_purpose.as_deref(), Some("To answer complaints."));
    let (longest, longer) = ("x".repeat(300), "x".repeat(301));
    assert!(Config::load(&layers(None, &[days("2"), purpose(&longest)])).is_ok());
    for wrong in ["", "  ", &longer, "two\nlines"] {
        let refusal = mistakes(&layers(None, &[purpose(wrong)]));
        assert!(
            refusal.contains("`retention.tour_purpose` is not one line of 1 to 300 letters"),
            "{refusal}"
        );
    }
}

#[test]
fn targets_are_a_list_in_a_file_and_have_commas_elsewhere() {
    let file = file("[outbound]\nallow = [\"10.1.2.3/32\", \"sso.internal\", \"[fd00::1]:8443\"]\n");
    let written = Config::load(&layers(Some(&file), &[])).expect("all are targets").outbound;
    let told = [("DOORSTEP_OUTBOUND_ALLOW", "10.1.2.3/32, sso.internal,[fd00::1]:8443")];
    let told = Config::load(&layers(None, &told)).expect("all are targets").outbound;
    assert_eq!(written.allow, told.allow);
    assert_eq!(written.allow.0.entries().count(), 3);
    for wrong in ["https://sso.internal", "10.0.0.0/40", "sso.internal:http"] {
        let refusal = mistakes(&layers(None, &[("DOORSTEP_OUTBOUND_ALLOW", wrong)]));
        assert!(refusal.contains(&format!("`outbound.allow` holds `{wrong}`")), "{refusal}");
    }
}

#[test]
fn a_list_has_a_table_for_each() {
    let file = file(
        "[[carriers]]\nname = \"One\"\nper_day = 7\n[[carriers]]\nname = \"Two\"\nkey = \"hunter2\"\n\
         words = { \"a, b\" = \"delivered\", \"c=d\" = \"on_hold\" }\n",
    );
    let config = Config::load(&layers(Some(&file), &[])).expect("every table is right");
    let told: Vec<_> =
        config.carriers.iter().map(|one| (one.name.as_deref(), one.per_day, one.words.0.len())).collect();
    assert_eq!(told, [(Some("One"), 7, 0), (Some("Two"), 250, 2)]);
    assert!(config.carriers[1].words.0.contains(&("c=d".to_owned(), "on_hold".to_owned())));
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn a_mistake_in_a_list_is_told_with_its_line() {
    let told = |text: &str| mistakes(&layers(Some(&file(text)), &[]));
    for (text, said) in [
        (
            "[[carriers]]\nnmae = \"One\"\n",
            ":2: `carriers.nmae` is no setting; did you mean `carriers.name`?",
        ),
        (
            "[[carriers]]\nname = \"One\"\n[[carriers]]\nper_day = \"x\"\n",
            ":4: `carriers.per_day` is not a whole number",
        ),
        ("[[carriers]]\nkind = \"ups\"\n", ":2: `carriers.kind` is not \"dhl\" or \"json\""),
        ("[[carriers]]\nevents = \"events\"\n", ":2: `carriers.events` is not a JSON Pointer"),
        ("[[carriers]]\nwords = { a = 1 }\n", ":2: `carriers.words` must be"),
        ("[[carriers]]\nwords = \"a\"\n", ":2: `carriers.words` is not a table"),
        ("[[carriers]]\n", ":1: one of the [[carriers]] says nothing"),
        ("[carriers]\nname = \"One\"\n", ":1: there may be several of `carriers`; write [[carriers]]"),
        ("carriers = 1\n", ":1: there may be several of `carriers`"),
        ("[[http]]\nlisten = \"127.0.0.1:1\"\n", ":1: `http` stands outside a table"),
        ("[operator]\nname = { a = \"b\" }\n", ":2: `operator.name` must be text"),
    ] {
        let told = told(text);
        assert!(told.contains(said), "{said} is missing in {told}");
    }
    let told = mistakes(&layers(None, &[("DOORSTEP_CARRIERS_KEY", "hunter2")]));
    assert!(told.contains("DOORSTEP_CARRIERS_KEY: is no setting: there may be several"), "{told}");
    assert!(!told.contains("hunter2"), "{told}");
    let secret = file("hunter2\n");
    let both = format!("[[carriers]]\nkey = \"a\"\nkey_file = \"{}\"\n", secret.path().display());
    let told = mistakes(&layers(Some(&file(&both)), &[]));
    assert!(told.contains("both `carriers.key` and `carriers.key_file` are set"), "{told}");
}

#[test]
fn a_named_file_must_be_there() {
    let layers = Layers { file: Some("/nowhere/doorstep.toml".into()), ..Layers::default() };
    assert!(mistakes(&layers).contains("cannot be read"));
}

#[test]
fn a_secret_is_read_from_its_file_and_never_shown() {
    let secret = file("hunter2\n");
    let path = secret.path().display().to_string();
    let config =
        Config::load(&layers(None, &[("DOORSTEP_MAIL_PASSWORD_FILE", &path)])).expect("the file is there");
    assert_eq!(config.mail.password.as_ref().expect("it was read").expose_secret(), "hunter2");
    assert!(!format!("{config:?}").contains("hunter2"));
    assert_eq!(config.mail.show("password").as_deref(), Some("(set)"));
}

#[test]
fn a_secret_given_twice_is_refused() {
    let secret = file("hunter2\n");
    let path = secret.path().display().to_string();
    let both = [("DOORSTEP_MAIL_PASSWORD_FILE", path.as_str()), ("DOORSTEP_MAIL_PASSWORD", "other")];
    assert!(mistakes(&layers(None, &both)).contains("keep one of them"));
    let both =
        [("DOORSTEP_OIDC_CLIENT_SECRET_FILE", path.as_str()), ("DOORSTEP_OIDC_CLIENT_SECRET", "other")];
    assert!(
        mistakes(&layers(None, &both)).contains("both `oidc.client_secret` and `oidc.client_secret_file`")
    );
}

#[test]
fn every_default_is_what_an_empty_configuration_gives() {
    let mut config = Config::load(&layers(None, &[])).expect("nothing is wrong with nothing");
    for (_, list) in config.lists() {
        let blank = list.blank();
        for key in blank.keys() {
            assert_eq!(blank.show(key.name).as_deref(), Some(key.default.as_str()), "{}", key.path());
        }
    }
    for (_, section) in config.sections() {
        for key in section.keys() {
            assert_eq!(section.show(key.name).as_deref(), Some(key.default.as_str()), "{}", key.path());
        }
    }
}

#[test]
fn the_document_is_not_stale() {
    let committed = include_str!("../../../../docs/operating/configuration.md");
    assert!(
        committed == document(),
        "run `cargo run -- doctor --document > docs/operating/configuration.md`"
    );
}
