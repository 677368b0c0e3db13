//! What e-mails say, in every language.

use doorstep_domain::{Because, ParcelKind, Window};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::*;
use crate::pages::languages;
use crate::pages::reader::Locale;

fn reader(tag: &str) -> Reader {
    Reader {
        locale: Locale::from_tag(tag).unwrap(),
        zone: TimeZone::UTC,
        now: "2026-11-24T12:00:00Z".parse().unwrap(),
    }
}

/// The delay of the message that tells one.
fn late(message: MessageKind) -> Option<Delay> {
    let at = |text: &str| text.parse().unwrap();
    let window = Window { from: at("2026-11-24T13:10:00Z"), until: at("2026-11-24T13:35:00Z") };
    let delay = Delay { step: 1, window: Some(window), because: Some(Because::Resequenced) };
    (message == MessageKind::Delayed).then_some(delay)
}

fn window() -> Window {
    let at = |text: &str| text.parse().unwrap();
    Window { from: at("2026-11-24T14:10:00Z"), until: at("2026-11-24T14:40:00Z") }
}

fn about(kind: MessageKind) -> About {
    About { of: ParcelKind::Ordinary, kind, delay: late(kind), arrival: Some(window()) }
}

const OPERATOR: &str = "Example Express";
const LINK: &str = "https://track.example/parcels/1";

fn writing<'a>(reader: &'a Reader, link: Option<&'a str>) -> Writing<'a> {
    Writing { operator: OPERATOR, reader, link }
}

#[test]
fn a_delay_is_told_with_its_window_and_its_reason() {
    let told = |tag, delay| {
        let about = About { delay: Some(delay), ..about(MessageKind::Delayed) };
        said(about, OPERATOR, &reader(tag)).1
    };
    let delay = late(MessageKind::Delayed).unwrap();
    assert_eq!(
        told("en", delay),
        "It comes later than planned: today between 13:10 and 13:35. The order of the stops was changed."
    );
    assert!(told("de", delay).contains("heute zwischen 13:10 und 13:35"), "{}", told("de", delay));
    let unknown = Delay { window: None, because: None, ..delay };
    assert_eq!(
        told("en", unknown),
        "It comes later than planned. When, stands on its page as soon as it is known."
    );
}

#[test]
fn every_message_is_written_in_every_language() {
    for tag in languages() {
        for message in MessageKind::ALL {
            let (link, reader) = (LINK, reader(tag));
            let mail = compose(about(message), writing(&reader, Some(link)));
            assert!(mail.subject.contains(OPERATOR) && !mail.subject.contains(['\r', '\n']), "{tag}");
            assert_eq!(mail.body.matches(link).count(), 1, "{tag}");
            assert_eq!(mail.body.matches("http").count(), 1, "{tag}: no other link");
            assert!(mail.body.lines().any(|line| line.ends_with(link)), "{tag}: nothing behind the link");
            assert!(mail.body.lines().all(|line| line.len() < 900), "{tag}: lines that every server takes");
        }
    }
}

#[test]
fn a_link_to_sign_in_with_stands_on_a_line_of_its_own() {
    let link = "https://track.example/login/link/x";
    for tag in languages() {
        let mail = compose_sign_in("Example Express", &reader(tag), link);
        assert!(mail.subject.contains("Example Express"), "{tag}");
        assert_eq!(mail.body.lines().filter(|line| *line == link).count(), 1, "{tag}");
        assert!(mail.body.contains("15"), "{tag}: how long it is worth something");
    }
}

#[test]
fn a_buyer_is_told_that_it_was_delivered_and_where_their_own_list_is() {
    for tag in languages() {
        let mail = compose_bought(writing(&reader(tag), Some("https://track.example/orders")));
        assert!(mail.subject.contains("Example Express"), "{tag}");
        assert_eq!(mail.body.matches("http").count(), 1, "{tag}: no other link");
        let without = compose_bought(writing(&reader(tag), None));
        assert!(!without.body.contains("http"), "{tag}");
    }
}

#[test]
fn nothing_is_asked_for_by_mail() {
    for tag in ["en", "de"] {
        for message in MessageKind::ALL {
            let gift = About { of: ParcelKind::Gift, ..about(message) };
            let mail = compose(gift, writing(&reader(tag), None));
            let text = format!("{} {}", mail.subject, mail.body).to_lowercase();
            for word in
                ["password", "passwort", "fee", "gebühr", "pay", "zahl", "confirm your", "bestätigen", "!"]
            {
                assert!(!text.contains(word), "{tag}: {word}");
            }
        }
    }
}

#[test]
fn no_one_reads_a_mail_in_a_log() {
    let mail = compose(about(MessageKind::Failed), writing(&reader("en"), None));
    assert_eq!(format!("{mail:?}"), "Mail(..)");
}

/// Every mail that there is, in a language.
fn mails(reader: &Reader) -> Vec<Mail> {
    let kinds = MessageKind::ALL.into_iter().map(about);
    let gifts = kinds.clone().map(|about| About { of: ParcelKind::Gift, ..about });
    let mut mails: Vec<Mail> =
        kinds.chain(gifts).map(|about| compose(about, writing(reader, Some(LINK)))).collect();
    mails.push(compose_bought(writing(reader, Some(LINK))));
    mails.push(compose_sign_in(OPERATOR, reader, LINK));
    mails.push(compose(about(MessageKind::Next), writing(reader, None)));
    mails
}

/// What a page shows, in lines.
fn shown(html: &str) -> String {
    let (_, body) = html.split_once("<body").unwrap();
    let mut text = String::new();
    for piece in body.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        if tag.starts_with("/p") || tag.starts_with("/h1") {
            text.push('\n');
        }
        text.push_str(words.trim_matches('\n'));
    }
    text.replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&")
}

#[test]
fn the_page_of_a_mail_says_what_its_plain_lines_say() {
    for tag in languages() {
        let reader = reader(tag);
        for mail in mails(&reader) {
            let shown = shown(&mail.html);
            let said: Vec<&str> = mail.body.split("\r\n\r\n").map(str::trim).collect();
            let lines: Vec<&str> = shown.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            assert_eq!(lines[0], OPERATOR);
            assert_eq!(lines[1..], said, "{tag}");
            assert!(mail.html.contains(&format!("lang=\"{}\" dir=\"{}\"", reader.lang(), reader.dir())));
        }
    }
}

#[test]
fn opening_a_mail_tells_nobody_and_its_one_link_says_where_it_leads() {
    for mail in mails(&reader("en")) {
        for loads in ["<img", "src=", "url(", "@import", "<link", "<iframe", "<form", "<input", "http-equiv"]
        {
            assert!(!mail.html.contains(loads), "{loads}");
        }
        let links: Vec<&str> = mail.html.split("href=\"").skip(1).collect();
        let is_linked = mail.body.contains(LINK);
        assert_eq!(links.len(), usize::from(is_linked));
        assert!(links.iter().all(|link| link.starts_with(&format!("{LINK}\""))));
        assert!(links.iter().all(|link| link.contains(&format!(">{LINK}</a>"))), "and nowhere else");
    }
}

#[test]
fn a_mail_has_the_colours_of_the_other_pages() {
    let tokens = include_str!("../../../../../web/src/styles/tokens.css");
    let mail = compose(about(MessageKind::Next), writing(&reader("en"), Some(LINK)));
    let colours: Vec<&str> = mail.html.split('#').skip(1).filter_map(|text| text.get(..6)).collect();
    let colours: Vec<&&str> =
        colours.iter().filter(|text| text.chars().all(|digit| digit.is_ascii_hexdigit())).collect();
    assert!(colours.len() > 10);
    for colour in colours {
        assert!(tokens.contains(&format!("#{colour};")), "#{colour} is none of them");
    }
}

/// What programs read.
fn markup(mail: &Mail) -> Option<Value> {
    let (_, markup) = mail.html.split_once("<script type=\"application/ld+json\">")?;
    Some(serde_json::from_str(markup.split_once("</script>").unwrap().0).unwrap())
}

#[test]
fn programs_read_when_it_comes_and_nothing_that_the_words_do_not_say() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    let reader = Reader { zone: berlin, ..reader("en") };
    let mail = compose(about(MessageKind::Next), writing(&reader, Some(LINK)));
    let operator = json!({ "@type": "Organization", "name": OPERATOR });
    let text = "You are next. The driver comes to you now.";
    let expected = json!({
        "@context": "https://schema.org",
        "@type": "ParcelDelivery",
        "carrier": operator,
        "provider": operator,
        "hasDeliveryMethod": "http://purl.org/goodrelations/v1#DeliveryModeOwnFleet",
        "deliveryStatus": { "@type": "DeliveryEvent", "name": text },
        "expectedArrivalFrom": "2026-11-24T15:10:00+01:00",
        "expectedArrivalUntil": "2026-11-24T15:40:00+01:00",
        "trackingUrl": LINK,
    });
    assert_eq!(markup(&mail), Some(expected));
    let late = compose(about(MessageKind::Delayed), writing(&reader, Some(LINK)));
    assert_eq!(markup(&late).unwrap()["expectedArrivalUntil"], "2026-11-24T14:35:00+01:00", "as it is told");
    let hidden = About { arrival: None, ..about(MessageKind::Announced) };
    let hidden = compose(hidden, writing(&reader, Some(LINK)));
    assert_eq!(markup(&hidden).unwrap().get("expectedArrivalUntil"), None);
    for without in [
        compose(about(MessageKind::Next), writing(&reader, None)),
        compose_bought(writing(&reader, Some(LINK))),
        compose_sign_in(OPERATOR, &reader, LINK),
    ] {
        assert_eq!(markup(&without), None);
    }
}

#[test]
fn an_operator_whose_name_is_markup_breaks_no_mail() {
    let reader = reader("en");
    let name = "</script><b>\"A&B\"";
    let writing = Writing { operator: name, reader: &reader, link: Some(LINK) };
    let mail = compose(about(MessageKind::Announced), writing);
    assert_eq!(markup(&mail).unwrap()["carrier"]["name"], name);
    assert!(!mail.html.contains("<b>"), "{}", mail.html);
    assert_eq!(mail.html.matches("</script>").count(), 1);
}
