//! Passkeys with an authenticator in memory: what logs in, and all that does not.

use doorstep_domain::Personal;
use doorstep_store::{Account, Passkey, Role};
use doorstep_wire::Secret;
use doorstep_wire::passkeys::{CeremonyBegun, NewPasskey, PasskeyLogin};
use jiff::SignedDuration;
use serde_json::{Value, json};

use super::ceremonies::CEREMONY_LIFE;
use super::*;
use crate::access::{Browser, LoggedIn, Session, log_in};
use crate::clock::Clock as _;
use crate::secret::{fresh_token, token_hash};
use crate::testing::{Authenticator, House};

/// What makes the answers of an authenticator wrong.
type Flaw = fn(&mut Authenticator);

async fn house() -> House {
    House::with(|parts| parts.settings.public_url = "http://localhost".parse().ok()).await
}

fn session(account: &Account) -> Session {
    Session { account: account.clone(), token: token_hash(&fresh_token()) }
}

async fn begin_new(house: &House, account: &Account) -> CeremonyBegun {
    begin_adding(&house.shared, &session(account)).await.unwrap()
}

async fn add(
    house: &House,
    account: &Account,
    begun: &CeremonyBegun,
    credential: Value,
) -> Result<OwnPasskey, &'static str> {
    let new = NewPasskey { ceremony: begun.ceremony.clone(), credential, name: Personal::new("Phone") };
    add_passkey(&house.shared, &session(account), new).await.map_err(|error| error.code())
}

fn guest(house: &House) -> Guest {
    Guest::Browser(token_hash(&format!("{}", house.clock.now())))
}

fn begin(house: &House) -> CeremonyBegun {
    begin_passkey_sign_in(&house.shared, guest(house)).unwrap()
}

async fn answer(house: &House, begun: &CeremonyBegun, credential: Value) -> Result<LoggedIn, &'static str> {
    let login = PasskeyLogin { ceremony: begun.ceremony.clone(), credential };
    sign_in_by_passkey(&house.shared, &Browser::default(), login).await.map_err(|error| error.code())
}

async fn logs_in(house: &House, authenticator: &mut Authenticator) -> Result<Account, &'static str> {
    let begun = begin(house);
    let answered = authenticator.log_in(&begun);
    answer(house, &begun, answered).await.map(|logged_in| logged_in.account)
}

#[tokio::test]
async fn a_passkey_logs_in_its_owner_whatever_their_role() {
    let house = house().await;
    for (email, role) in [
        ("ada@example.org", Role::Recipient),
        ("bob@example.org", Role::Dispatcher),
        ("eve@example.org", Role::Admin),
    ] {
        let account = house.account(email, role).await;
        let mut authenticator = house.passkey(&account).await;
        let begun = begin(&house);
        let answered = authenticator.log_in(&begun);
        let logged_in = answer(&house, &begun, answered).await.unwrap();
        let token = token_hash(logged_in.session());
        let found = house.store().find_session(token, house.clock.now()).await.unwrap();
        assert_eq!(found.map(|(_, account)| account).as_ref(), Some(&account));
        assert_eq!(logs_in(&house, &mut authenticator).await, Ok(account), "and again");
    }
}

#[tokio::test]
async fn its_owner_sees_when_a_passkey_was_added_and_used() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let mut authenticator = house.passkey(&ada).await;
    let own = async || own_passkeys(&house.shared, &session(&ada)).await.unwrap();
    let added = own().await;
    assert_eq!((added[0].name.reveal(), added[0].created_at), ("Phone", house.clock.now()));
    assert_eq!(added[0].used_at, None);
    house.clock.advance(SignedDuration::from_mins(90));
    logs_in(&house, &mut authenticator).await.unwrap();
    let hour = house.clock.now() - SignedDuration::from_mins(30);
    assert_eq!(own().await[0].used_at, Some(hour), "the hour and no more");
}

#[tokio::test]
async fn authenticators_know_an_account_by_a_handle_that_tells_nothing() {
    let house = house().await;
    let (ada, bob) = (
        house.account("ada@example.org", Role::Recipient).await,
        house.account("bob@example.org", Role::Recipient).await,
    );
    let (first, second) = (house.passkey(&ada).await, house.passkey(&ada).await);
    let other = house.passkey(&bob).await;
    assert_eq!(first.handle, second.handle);
    assert_ne!(first.handle, other.handle);
    let handle = house.store().list_passkeys(ada.id).await.unwrap()[0].handle;
    assert_ne!(handle, ada.id.to_bytes());
    let begun = begin_new(&house, &ada).await;
    let text = begun.options.to_string();
    assert!(!text.contains(&ada.id.to_string()), "{text}");
    let selection = &begun.options["authenticatorSelection"];
    assert_eq!(
        (&selection["residentKey"], &selection["userVerification"]),
        (&json!("required"), &json!("required"))
    );
    assert_eq!(begun.options["excludeCredentials"].as_array().unwrap().len(), 2, "those that are there");
    let begun = begin(&house);
    assert_eq!(begun.options["userVerification"], "required");
    assert_eq!(begun.options["allowCredentials"], json!([]), "nobody is asked who they are");
}

#[tokio::test]
async fn what_is_not_right_logs_nobody_in() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let mut authenticator = house.passkey(&ada).await;
    let break_it: [(&str, Flaw); 5] = [
        ("another origin", |a| a.origin = "https://evil.example"),
        ("another port", |a| a.origin = "http://localhost:8081"),
        ("a passkey for another host", |a| a.host = "evil.example"),
        ("an owner who was not asked", |a| a.verifies = false),
        ("another's handle", |a| a.handle = "AAAAAAAAAAAAAAAAAAAAAA".to_owned()),
    ];
    for (what, break_it) in break_it {
        let handle = authenticator.handle.clone();
        break_it(&mut authenticator);
        assert_eq!(logs_in(&house, &mut authenticator).await, Err("passkey_refused"), "{what}");
        let right = Authenticator::new();
        (authenticator.origin, authenticator.host) = (right.origin, right.host);
        (authenticator.verifies, authenticator.handle) = (true, handle);
    }
    let (mine, other) = (begin(&house), begin(&house));
    let for_other = authenticator.log_in(&other);
    assert_eq!(answer(&house, &mine, for_other).await.err(), Some("passkey_refused"), "another challenge");
    for (broken, path) in [
        (json!("AAAA"), "/response/signature"),
        (json!("AAAA"), "/response/authenticatorData"),
        (json!("AAAA"), "/response/clientDataJSON"),
        (json!(7), "/response"),
        (Value::Null, "/response/userHandle"),
        (json!("AAAA"), "/rawId"),
    ] {
        let begun = begin(&house);
        let mut answered = authenticator.log_in(&begun);
        *answered.pointer_mut(path).unwrap() = broken;
        assert_eq!(answer(&house, &begun, answered).await.err(), Some("passkey_refused"), "{path}");
    }
    assert_eq!(house.store().list_sessions(ada.id, house.clock.now()).await.unwrap(), []);
    assert_eq!(logs_in(&house, &mut authenticator).await, Ok(ada), "it is right after all");
}

#[tokio::test]
async fn a_ceremony_is_good_once_and_for_five_minutes() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let mut authenticator = house.passkey(&ada).await;
    let begun = begin(&house);
    let answered = authenticator.log_in(&begun);
    assert!(answer(&house, &begun, answered.clone()).await.is_ok());
    assert_eq!(answer(&house, &begun, answered).await.err(), Some("ceremony_over"), "replayed");
    let begun = begin(&house);
    let answered = authenticator.log_in(&begun);
    house.clock.advance(CEREMONY_LIFE);
    assert_eq!(answer(&house, &begun, answered).await.err(), Some("ceremony_over"), "too late");
    let made_up = CeremonyBegun { ceremony: Secret::new("made up"), options: begin(&house).options };
    let answered = authenticator.log_in(&made_up);
    assert_eq!(answer(&house, &made_up, answered).await.err(), Some("ceremony_over"));
    let begun = begin(&house);
    assert_eq!(answer(&house, &begun, json!({})).await.err(), Some("passkey_refused"));
    let answered = authenticator.log_in(&begun);
    assert_eq!(
        answer(&house, &begun, answered).await.err(),
        Some("ceremony_over"),
        "one wrong answer ends it"
    );
}

#[tokio::test]
async fn a_passkey_that_is_unknown_or_removed_logs_nobody_in() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let bob = house.account("bob@example.org", Role::Recipient).await;
    let mut authenticator = house.passkey(&ada).await;
    let mut stranger = Authenticator::new();
    stranger.handle.clone_from(&authenticator.handle);
    assert_eq!(logs_in(&house, &mut stranger).await, Err("passkey_refused"));

    let id = own_passkeys(&house.shared, &session(&ada)).await.unwrap()[0].id.clone();
    let removed = remove_passkey(&house.shared, &session(&bob), &id).await;
    assert_eq!(removed.map_err(|error| error.code()), Err("not_found"), "it is not Bob's");
    assert!(logs_in(&house, &mut authenticator).await.is_ok());
    remove_passkey(&house.shared, &session(&ada), &id).await.unwrap();
    assert_eq!(logs_in(&house, &mut authenticator).await, Err("passkey_refused"));
}

#[tokio::test]
async fn a_counter_that_does_not_go_on_tells_of_a_copy() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let mut authenticator = house.passkey(&ada).await;
    authenticator.counter = 7;
    assert!(logs_in(&house, &mut authenticator).await.is_ok());
    for behind in [7, 3, 0] {
        authenticator.counter = behind;
        assert_eq!(logs_in(&house, &mut authenticator).await, Err("passkey_refused"), "{behind}");
    }
    authenticator.counter = 8;
    assert!(logs_in(&house, &mut authenticator).await.is_ok());
}

#[tokio::test]
async fn only_what_was_asked_for_is_added() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let bob = house.account("bob@example.org", Role::Recipient).await;
    let break_it: [(&str, Flaw); 3] = [
        ("another origin", |a| a.origin = "https://evil.example"),
        ("a passkey for another host", |a| a.host = "evil.example"),
        ("an owner who was not asked", |a| a.verifies = false),
    ];
    for (what, break_it) in break_it {
        let mut authenticator = Authenticator::new();
        break_it(&mut authenticator);
        let begun = begin_new(&house, &ada).await;
        let made = authenticator.make(&begun);
        assert_eq!(add(&house, &ada, &begun, made).await, Err("passkey_refused"), "{what}");
    }
    let mut authenticator = Authenticator::new();
    let begun = begin_new(&house, &ada).await;
    let made = authenticator.make(&begun);
    assert_eq!(add(&house, &bob, &begun, made.clone()).await, Err("ceremony_over"), "it is not Bob's");
    let begun = begin_new(&house, &ada).await;
    assert_eq!(add(&house, &ada, &begun, made).await, Err("passkey_refused"), "another challenge");
    let (before, begun) = (begin_new(&house, &ada).await, begin_new(&house, &ada).await);
    let made = authenticator.make(&before);
    assert_eq!(add(&house, &ada, &before, made).await, Err("ceremony_over"), "she began anew");
    let made = authenticator.make(&begun);
    assert!(add(&house, &ada, &begun, made.clone()).await.is_ok());
    assert_eq!(add(&house, &ada, &begun, made).await, Err("ceremony_over"), "replayed");
    let begun = begin_new(&house, &ada).await;
    let made = authenticator.make(&begun);
    house.clock.advance(CEREMONY_LIFE);
    assert_eq!(add(&house, &ada, &begun, made).await, Err("ceremony_over"), "too late");

    let begun = begin_new(&house, &bob).await;
    let made = authenticator.make(&begun);
    assert_eq!(add(&house, &bob, &begun, made).await, Err("passkey_known"), "it is Ada's");
    assert_eq!(house.store().list_passkeys(bob.id).await.unwrap(), []);
}

/// A passkey that another browser of an account adds.
async fn another(house: &House, account: &Account) -> Passkey {
    let known = house.store().list_passkeys(account.id).await.unwrap().remove(0);
    Passkey { id: token_hash("another"), ..known }
}

#[tokio::test]
async fn an_account_has_at_most_twenty_passkeys() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    for _ in 1..Passkey::PER_ACCOUNT_MAX {
        house.passkey(&ada).await;
    }
    let (begun, mut late) = (begin_new(&house, &ada).await, Authenticator::new());
    house.store().insert_passkey(another(&house, &ada).await).await.unwrap();
    let made = late.make(&begun);
    assert_eq!(add(&house, &ada, &begun, made).await, Err("too_many_passkeys"));
    let full = begin_adding(&house.shared, &session(&ada)).await.map(drop);
    assert_eq!(full.map_err(|error| error.code()), Err("too_many_passkeys"));
}

#[tokio::test]
async fn the_same_address_with_another_operator_is_another_account() {
    let house = house().await;
    let ada = house.account("ada@example.org", Role::Recipient).await;
    let there = house.elsewhere().await;
    let namesake = there.account("ada@example.org", Role::Recipient).await;
    let (mut hers, mut theirs) = (house.passkey(&ada).await, house.passkey(&namesake).await);
    assert_ne!(hers.handle, theirs.handle);
    assert_eq!(logs_in(&house, &mut theirs).await, Ok(namesake.clone()));
    assert_eq!(logs_in(&house, &mut hers).await, Ok(ada.clone()));
    hers.handle.clone_from(&theirs.handle);
    assert_eq!(logs_in(&house, &mut hers).await, Err("passkey_refused"));
    let id = own_passkeys(&house.shared, &session(&ada)).await.unwrap()[0].id.clone();
    assert!(remove_passkey(&house.shared, &session(&namesake), &id).await.is_err());
}

#[tokio::test]
async fn nobody_begins_without_end_and_nobody_keeps_others_from_it() {
    let house = house().await;
    house.account("ada@example.org", Role::Recipient).await;
    let (one, other) = (Guest::Browser(token_hash("one")), Guest::Browser(token_hash("other")));
    let begin = |guest| begin_passkey_sign_in(&house.shared, guest).map(drop).map_err(|error| error.code());
    for _ in 0..BEGINS_PER_MINUTE {
        assert_eq!(begin(one), Ok(()));
    }
    assert_eq!(begin(one), Err("too_many_attempts"));
    assert_eq!(begin(other), Ok(()));
    let by_password = log_in(&house.shared, &Browser::default(), "ada@example.org", "password").await;
    assert!(by_password.is_ok(), "other ways are not touched");
}

#[tokio::test]
async fn without_a_public_address_there_are_no_passkeys() {
    for address in [None, Some("http://127.0.0.1:8080"), Some("http://track.example.org")] {
        let url = address.and_then(|address| address.parse().ok());
        let house = House::with(|parts| parts.settings.public_url = url).await;
        let ada = house.account("ada@example.org", Role::Recipient).await;
        let begun = begin_adding(&house.shared, &session(&ada)).await.map(drop);
        assert_eq!(begun.map_err(|error| error.code()), Err("not_found"));
        let begun = begin_passkey_sign_in(&house.shared, guest(&house)).map(drop);
        assert_eq!(begun.map_err(|error| error.code()), Err("not_found"));
    }
}
