//! The page itself, as a function of what is known.

use askama::Template;
use doorstep_domain::visibility::Preset;
use doorstep_domain::{Parcel, TrackingView};
use doorstep_store::{Actor, RulesOf, SetRules};
use doorstep_wire::visibility::preset_word;
use doorstep_wire::words::Word as _;

use super::form::{Trouble, Typed, WIDER, WRITTEN};
use super::seen::Seen;
use super::whose::Whose;
use crate::pages::frame::Frame;
use crate::pages::icons::Icon;
use crate::pages::reader::Reader;
use crate::visibility::Current;

/// What the page is made from, in no language yet.
pub(crate) struct Facts {
    /// Whose rules.
    pub(crate) whose: Whose,
    /// What they say now.
    pub(crate) current: Current,
    /// All whose rules can be looked at.
    pub(crate) others: Vec<Whose>,
    /// What was changed last, newest first.
    pub(crate) changes: Vec<SetRules>,
    /// Whether the reader may set rules.
    pub(crate) may_set: bool,
    /// What stands in the form.
    pub(crate) typed: Typed,
    /// Why the form was not taken.
    pub(crate) trouble: Option<Trouble>,
    /// What a recipient would see of a parcel.
    pub(crate) seen: Option<(Parcel, TrackingView)>,
    /// Whether rules were set just now.
    pub(crate) is_saved: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "pages/visibility.html")]
pub(crate) struct VisibilityPage<'a> {
    frame: Frame<'a>,
    others: Vec<Link>,
    heading: String,
    of: &'static str,
    which: String,
    version: u32,
    choices: Vec<Choice>,
    typed: Typed,
    trouble: Option<String>,
    seen: Option<Seen>,
    changes: Vec<Change>,
    may_set: bool,
    is_saved: bool,
}

struct Link {
    address: String,
    text: String,
    is_here: bool,
}

struct Choice {
    value: &'static str,
    text: String,
    is_chosen: bool,
}

struct Change {
    at: String,
    whose: String,
    by: String,
    rules: String,
}

impl<'a> VisibilityPage<'a> {
    /// Makes the page of these facts.
    pub(crate) fn new(frame: Frame<'a>, facts: &Facts) -> Self {
        let reader = frame.reader;
        let (of, which) = facts.whose.of.parts();
        let link = |whose: &Whose| Link {
            address: whose.address(""),
            text: words_of(whose, reader),
            is_here: whose.of == facts.whose.of,
        };
        Self {
            others: facts.others.iter().map(link).collect(),
            heading: words_of(&facts.whose, reader),
            of,
            which,
            version: facts.current.version,
            choices: choices(&facts.typed, &facts.whose.of, reader),
            typed: facts.typed.clone(),
            trouble: facts.trouble.as_ref().map(|trouble| trouble_words(trouble, reader)),
            seen: facts.seen.as_ref().map(|(parcel, view)| Seen::of(parcel, view, reader)),
            changes: facts.changes.iter().map(|set| change(set, &facts.others, reader)).collect(),
            may_set: facts.may_set,
            is_saved: facts.is_saved,
            frame,
        }
    }
}

fn words_of(whose: &Whose, reader: &Reader) -> String {
    reader.say_with(whose.key(), [("name", whose.name.clone().into())])
}

fn choices(typed: &Typed, of: &RulesOf, reader: &Reader) -> Vec<Choice> {
    let wider =
        if *of == RulesOf::Operator { "visibility-choice-default" } else { "visibility-choice-wider" };
    let presets = Preset::ALL.into_iter().map(|preset| (preset_word(preset).as_str(), preset_key(preset)));
    let all = [(WIDER, wider)].into_iter().chain(presets).chain([(WRITTEN, "visibility-choice-written")]);
    let choice =
        |(value, key)| Choice { value, text: reader.say(key).into_owned(), is_chosen: typed.choice == value };
    all.map(choice).collect()
}

fn preset_key(preset: Preset) -> &'static str {
    match preset {
        Preset::Open => "visibility-choice-open",
        Preset::Near => "visibility-choice-near",
        Preset::Coarse => "visibility-choice-coarse",
        Preset::Gift => "visibility-choice-gift",
        Preset::Confidential => "visibility-choice-confidential",
        Preset::HighValue => "visibility-choice-high-value",
    }
}

fn trouble_words(trouble: &Trouble, reader: &Reader) -> String {
    match trouble {
        Trouble::NothingChosen => reader.say("visibility-trouble-nothing-chosen").into_owned(),
        Trouble::Unreadable { at, code } if at.is_empty() => {
            reader.say_with("visibility-trouble-unreadable", [("code", code.clone().into())])
        }
        Trouble::Unreadable { at, code } => {
            let args = [("place", at.clone().into()), ("code", code.clone().into())];
            reader.say_with("visibility-trouble-unreadable-at", args)
        }
        Trouble::Changed => reader.say("visibility-trouble-changed").into_owned(),
        Trouble::TooManySenders => reader.say("visibility-trouble-senders").into_owned(),
        Trouble::UnknownParcel => reader.say("visibility-trouble-parcel").into_owned(),
    }
}

fn change(set: &SetRules, known: &[Whose], reader: &Reader) -> Change {
    let (_, which) = set.new.of.parts();
    let name = known.iter().find(|whose| whose.of == set.new.of).map_or(which, |whose| whose.name.clone());
    let by = match &set.new.by {
        Actor::Key(label) => reader.say_with("visibility-by-key", [("label", label.clone().into())]),
        Actor::Account(id) => reader.say_with("visibility-by-account", [("id", id.to_string().into())]),
        Actor::Command => reader.say("visibility-by-command").into_owned(),
        Actor::Upgrade => reader.say("visibility-by-upgrade").into_owned(),
    };
    Change {
        at: reader.moment(set.new.at),
        whose: words_of(&Whose { of: set.new.of.clone(), name }, reader),
        by,
        rules: set.new.rules.clone(),
    }
}
