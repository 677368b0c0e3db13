//! Why a tour is believed to go on as it is: the section "Why this order?" of its page.

use doorstep_domain::{Personal, StopId};
use doorstep_wire::tour::{ExplainedArrivals, ExplainedChoice, ExplainedHabit, ExplanationAnswer};
use doorstep_wire::words::{ArrivalBasisWord, HabitWord, PhaseWord};
use jiff::SignedDuration;

use super::odd::{Oddity, oddities};
use crate::pages::reader::Reader;

/// The section.
pub(super) struct Why {
    /// Whether the order may be counted by, and how sure the next stop is.
    pub(super) sure: String,
    /// What the driver may be doing, the most believed first.
    pub(super) habits: Vec<HabitLine>,
    /// What the driver chose last, newest first.
    pub(super) choices: Vec<ChoiceLine>,
    /// How the arrivals are made, and how old the position is.
    pub(super) notes: String,
    /// What did not fit, with how often.
    pub(super) counted: Vec<String>,
    /// Everything that is counted when it does not fit.
    pub(super) oddities: Vec<Oddity>,
}

/// A habit in the reader's words.
pub(super) struct HabitLine {
    pub(super) name: String,
    pub(super) next: Option<String>,
    pub(super) percent: String,
    /// For the bar, 0 to 100.
    pub(super) hundredths: u8,
}

/// A choice in the reader's words.
pub(super) struct ChoiceLine {
    pub(super) time: String,
    pub(super) address: String,
    pub(super) rank: String,
    pub(super) was_foretold: bool,
}

impl Why {
    pub(super) fn of(told: &ExplanationAnswer, reader: &Reader) -> Self {
        let oddities = oddities(&told.anomalies, reader);
        let counted = oddities.iter().filter(|odd| odd.count > 0).map(|odd| odd.counted(reader));
        Self {
            sure: sure(told, reader),
            habits: told.habits.iter().map(|habit| habit_line(habit, told, reader)).collect(),
            choices: told.choices.iter().map(|choice| choice_line(choice, reader)).collect(),
            notes: notes(told, reader),
            counted: counted.collect(),
            oddities,
        }
    }
}

/// The first line of an address.
pub(super) fn first_line(address: &Personal) -> String {
    address.reveal().lines().next().unwrap_or_default().to_owned()
}

fn sure(told: &ExplanationAnswer, reader: &Reader) -> String {
    let key = match (told.phase, told.remaining.is_empty(), told.order_is_sure) {
        (PhaseWord::Ended, _, _) | (_, true, _) => return reader.say("why-over").into_owned(),
        (_, _, true) => "why-sure",
        (_, _, false) => "why-unsure",
    };
    reader.say_with(key, [("percent", hundredths(told.confidence).into())])
}

fn habit_line(habit: &ExplainedHabit, told: &ExplanationAnswer, reader: &Reader) -> HabitLine {
    let name = match habit.habit {
        HabitWord::AsPlanned => "why-habit-as-planned",
        HabitWord::OnFromHere => "why-habit-on-from-here",
        HabitWord::Backwards => "why-habit-backwards",
        HabitWord::Shortest => "why-habit-shortest",
        HabitWord::NearPlan => "why-habit-near-plan",
        HabitWord::ZoneByZone => "why-habit-zone-by-zone",
        HabitWord::NearFirst => "why-habit-near-first",
    };
    let address = habit.next.and_then(|stop| address_of(stop, told));
    let hundredths = hundredths(habit.share);
    HabitLine {
        name: reader.say(name).into_owned(),
        next: address.map(|address| reader.say_with("why-habit-next", [("address", address.into())])),
        percent: reader.say_with("percent", [("percent", hundredths.into())]),
        hundredths,
    }
}

fn address_of(stop: StopId, told: &ExplanationAnswer) -> Option<String> {
    told.remaining.iter().find(|known| known.stop == stop).map(|known| first_line(&known.address))
}

fn choice_line(choice: &ExplainedChoice, reader: &Reader) -> ChoiceLine {
    let rank = match choice.rank {
        0 => reader.say("why-choice-foretold").into_owned(),
        rank => reader.say_with("why-choice-rank", [("count", rank.into())]),
    };
    ChoiceLine {
        time: reader.time(choice.at),
        address: first_line(&choice.address),
        rank,
        was_foretold: choice.rank == 0,
    }
}

fn notes(told: &ExplanationAnswer, reader: &Reader) -> String {
    let arrivals = told.arrivals.map(|arrivals| arrivals_words(arrivals, reader));
    let heard = told.position.as_ref().map(|position| {
        let age = SignedDuration::from_secs(position.age_s);
        if age.as_mins() == 0 {
            return reader.say("why-heard-just-now").into_owned();
        }
        let time = reader.time(position.position.at);
        reader.say_with("why-heard", [("age", reader.span(age).into()), ("time", time.into())])
    });
    arrivals.into_iter().chain(heard).collect::<Vec<_>>().join(" ")
}

fn arrivals_words(arrivals: ExplainedArrivals, reader: &Reader) -> String {
    let late = SignedDuration::from_secs(arrivals.late_s.unwrap_or_default());
    let key = match (arrivals.by, late.as_mins()) {
        (ArrivalBasisWord::TravelTimes, _) => return reader.say("why-arrivals-travel-times").into_owned(),
        (ArrivalBasisWord::Timetable, 0) => return reader.say("why-arrivals-on-time").into_owned(),
        (ArrivalBasisWord::Timetable, 1..) => "why-arrivals-late",
        (ArrivalBasisWord::Timetable, _) => "why-arrivals-early",
    };
    reader.say_with(key, [("span", reader.span(late).into())])
}

/// A share in whole hundredths.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped on the same line")]
pub(super) fn hundredths(share: f64) -> u8 {
    (100.0 * share).round().clamp(0.0, 100.0) as u8
}
