//! The page on which it is decided what recipients see.

use askama::Template as _;
use doorstep_domain::visibility::{Preset, Rule, Rules, SenderKey};
use doorstep_domain::{HiddenBecause, OperatorId, ParcelKind, Personal, RecipientId, RegionId};
use doorstep_store::{Actor, NewRules, RulesOf, SetRules};

use super::builders::{at, hidden, open, parcel, quiet};
use super::markup::Markup;
use super::{Picture, reader};
use crate::pages::dispatch::visibility::{Facts, Trouble, Typed, VisibilityPage, Whose};
use crate::pages::frame::{Frame, Who};
use crate::visibility::Current;

const OPERATOR: &str = "Example Express";

fn whose(of: RulesOf, name: &str) -> Whose {
    Whose { of, name: name.to_owned() }
}

fn operator() -> Whose {
    whose(RulesOf::Operator, OPERATOR)
}

fn sender() -> Whose {
    whose(RulesOf::Sender(SenderKey::of(&Personal::new("Example Shop"))), "example shop")
}

fn region() -> Whose {
    whose(RulesOf::Region(RegionId::from_u128(7)), "Monaco")
}

fn change(of: RulesOf, version: u32, time: &str, by: Actor, rules: &str) -> SetRules {
    let new = NewRules { operator: OperatorId::from_u128(1), of, rules: rules.to_owned(), at: at(time), by };
    SetRules { new, version, before: None }
}

fn facts(whose: Whose, rules: Rules) -> Facts {
    let account = Actor::Account(RecipientId::from_u128(9));
    let changes = vec![
        change(sender().of, 2, "13:20", account, "\"gift\""),
        change(region().of, 1, "09:00", Actor::Upgrade, r#"{"map":{"within_stops":3}}"#),
        change(RulesOf::Operator, 1, "08:00", Actor::Key("planning".to_owned()), "\"near\""),
    ];
    Facts {
        typed: Typed::of(&rules, &whose),
        whose,
        current: Current { rules, version: 1 },
        others: vec![operator(), region(), sender()],
        changes,
        may_set: true,
        trouble: None,
        seen: None,
        is_saved: false,
    }
}

pub(super) fn pictures(tag: &'static str) -> Vec<Picture> {
    let reader = reader(tag);
    let picture = |name, facts: &Facts| {
        let frame = Frame::new(&reader, reader.say("visibility-title"), facts.whose.address(""));
        let page = VisibilityPage::new(frame.of(Who::Dispatcher, Some(OPERATOR)), facts);
        Picture { name, tag, html: page.render().unwrap() }
    };
    let own = parcel(7);
    let few = Rules { map: Some(Rule::WithinStops(3)), ..Rules::default() };
    let at = "map.within_stops".to_owned();
    let unreadable = Trouble::Unreadable { at, code: "out_of_range".to_owned() };
    let gift = quiet(ParcelKind::Gift, HiddenBecause::Gift, &own);
    vec![
        picture("visibility", &Facts { is_saved: true, ..facts(operator(), Preset::Near.rules()) }),
        picture("visibility-trouble", &Facts { trouble: Some(unreadable), ..facts(region(), few.clone()) }),
        picture(
            "visibility-preview",
            &Facts { seen: Some((own.clone(), open(3, &own))), ..facts(sender(), few) },
        ),
        picture(
            "visibility-preview-gift",
            &Facts {
                seen: Some((own.clone(), gift)),
                trouble: Some(Trouble::Changed),
                ..facts(sender(), Preset::Gift.rules())
            },
        ),
        picture(
            "visibility-reading",
            &Facts {
                may_set: false,
                changes: Vec::new(),
                seen: Some((own.clone(), hidden(HiddenBecause::TooFar, &own))),
                ..facts(operator(), Rules::default())
            },
        ),
    ]
}

fn assert_said(name: &str, tag: &'static str, words: &[&str]) {
    let pictures = pictures(tag);
    let picture = pictures.iter().find(|picture| picture.name == name).unwrap();
    let text = Markup::read(&picture.html).unwrap().text();
    for words in words {
        assert!(text.contains(words), "{words:?} is missing in {text}");
    }
}

#[test]
fn the_page_says_whose_rules_they_are_and_who_changed_them() {
    assert_said("visibility", "en", &["Everyone: Example Express", "Region Monaco", "Sender example shop"]);
    assert_said("visibility", "en", &["Saved. Open pages follow at once.", "Key planning", "\"near\""]);
    assert_said("visibility", "de", &["Gebiet Monaco", "Eine Aktualisierung des Programms"]);
    assert_said("visibility-trouble", "en", &["cannot be read at map.within_stops: out_of_range"]);
    assert_said(
        "visibility-reading",
        "en",
        &["Only administrators may save.", "Nobody has changed anything yet."],
    );
}

#[test]
fn a_preview_says_what_the_recipient_would_see() {
    let seen = [
        "would see now",
        "14:10 to 14:35, live",
        "Open, with the van",
        "Driver Dora Example",
        "It was recorded that you looked.",
    ];
    assert_said("visibility-preview", "en", &seen);
    assert_said("visibility-preview-gift", "en", &["Stops Not shown", "Sender Not shown"]);
    assert_said("visibility-preview-gift", "de", &["Absender Wird nicht gezeigt"]);
}
