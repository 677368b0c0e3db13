//! An explanation as a page of text.

use std::fmt::Write as _;

use doorstep_domain::{Personal, StopId};
use doorstep_wire::tour::{AnomaliesJson, ExplainedArrivals, ExplanationAnswer};
use doorstep_wire::tracking::ReasonJson;
use doorstep_wire::words::{ArrivalBasisWord, HabitWord, PhaseWord, Word};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::parcel;

/// So many of the remaining stops are told.
const STOPS_TOLD: usize = 10;
/// So many reasons are told.
const REASONS_TOLD: usize = 8;

/// The page, by the clock of a zone.
pub(super) fn page(answer: &ExplanationAnswer, zone: &TimeZone) -> String {
    let mut page = String::new();
    // Writing to a string does not fail.
    let _written = Page { answer, zone, out: &mut page }.write();
    page
}

/// A page that is being written.
pub(super) struct Page<'a> {
    pub(super) answer: &'a ExplanationAnswer,
    pub(super) zone: &'a TimeZone,
    pub(super) out: &'a mut String,
}

impl Page<'_> {
    fn write(&mut self) -> std::fmt::Result {
        self.head()?;
        self.order()?;
        self.held()?;
        self.habits()?;
        self.choices()?;
        self.reasons("Recipients were told, newest first:", &self.answer.reasons)?;
        writeln!(self.out, "\nDid not fit: {}", anomalies(&self.answer.anomalies))?;
        if let Some(asked) = &self.answer.parcel {
            parcel::write(self, asked)?;
        }
        Ok(())
    }

    fn head(&mut self) -> std::fmt::Result {
        let ExplanationAnswer { reference, day, id, at, phase, since, position, .. } = self.answer;
        let zone = self.zone.iana_name().unwrap_or("UTC");
        writeln!(self.out, "Tour {reference} of {day} ({id})")?;
        writeln!(self.out, "as it was known on {} ({zone})\n", self.second(*at))?;
        write!(self.out, "Phase: {}", phase_words(*phase))?;
        match since {
            Some(since) => writeln!(self.out, " since {}", self.clock(*since))?,
            None => writeln!(self.out)?,
        }
        match position {
            Some(position) => {
                let place = position.position.place;
                let (at, age) = (self.clock(position.position.at), span(position.age_s));
                writeln!(self.out, "Last heard of: {at}, {age} before, at {:.5}, {:.5}", place.lat, place.lon)
            }
            None => writeln!(self.out, "Last heard of: never"),
        }
    }

    fn order(&mut self) -> std::fmt::Result {
        let answer = self.answer;
        if answer.remaining.is_empty() {
            return writeln!(self.out, "\nNo more stops are to come.");
        }
        let sure =
            if answer.order_is_sure { "sure enough to count by" } else { "not sure enough to count by" };
        let probable = percent(answer.confidence);
        writeln!(self.out, "\nBelieved order, {sure}; the next stop with {probable}:")?;
        for (number, stop) in (1..).zip(answer.remaining.iter().take(STOPS_TOLD)) {
            let (arrival, from, until) =
                (self.clock(stop.arrival), self.clock(stop.from), self.clock(stop.until));
            let here = stop.arrived_at.map_or("", |_| "  (the driver is there)");
            let address = line(&stop.address);
            writeln!(self.out, "  {number:>3}  {arrival}  ({from} to {until})  {address}{here}")?;
        }
        let more = answer.remaining.len().saturating_sub(STOPS_TOLD);
        if more > 0 {
            writeln!(self.out, "       and {more} more")?;
        }
        match answer.arrivals {
            Some(arrivals) => writeln!(self.out, "Arrivals {}.", arrivals_words(arrivals)),
            None => Ok(()),
        }
    }

    fn held(&mut self) -> std::fmt::Result {
        if self.answer.held.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\nHeld back, for nobody knows where they are:")?;
        self.answer.held.iter().try_for_each(|stop| writeln!(self.out, "       {}", line(&stop.address)))
    }

    fn habits(&mut self) -> std::fmt::Result {
        writeln!(self.out, "\nWhat the driver may be doing, and which stop that makes the next:")?;
        for habit in &self.answer.habits {
            let next = habit.next.map(|stop| self.address_of(stop)).unwrap_or_default();
            let text = format!("{:>6}  {:<37}{next}", percent(habit.share), habit_words(habit.habit));
            writeln!(self.out, "{}", text.trim_end())?;
        }
        Ok(())
    }

    fn choices(&mut self) -> std::fmt::Result {
        if self.answer.choices.is_empty() {
            return writeln!(self.out, "\nThe driver chose no stop yet.");
        }
        writeln!(self.out, "\nWhat the driver chose last, newest first:")?;
        for choice in &self.answer.choices {
            let rank = match choice.rank {
                0 => "as believed".to_owned(),
                1 => "1 stop was believed to come first".to_owned(),
                rank => format!("{rank} stops were believed to come first"),
            };
            writeln!(self.out, "  {}  {}: {rank}", self.clock(choice.at), line(&choice.address))?;
        }
        Ok(())
    }

    /// A list of reasons with its title; nothing when there are none.
    pub(super) fn reasons(&mut self, title: &str, reasons: &[ReasonJson]) -> std::fmt::Result {
        if reasons.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{title}")?;
        for reason in reasons.iter().take(REASONS_TOLD) {
            let stops = reason.stops.map(|stops| format!(" ({stops})")).unwrap_or_default();
            writeln!(self.out, "  {}  {}{stops}", self.clock(reason.at), words(&reason.because))?;
        }
        Ok(())
    }

    /// The time of day.
    pub(super) fn clock(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%H:%M").to_string()
    }

    fn second(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%d at %H:%M:%S").to_string()
    }

    fn address_of(&self, stop: StopId) -> String {
        let known = self.answer.remaining.iter().find(|known| known.stop == stop);
        known.map_or_else(|| stop.to_string(), |known| line(&known.address))
    }
}

/// The first line of an address, without what a terminal would take for an order.
fn line(address: &Personal) -> String {
    let line = address.reveal().lines().next().unwrap_or_default();
    line.chars().filter(|letter| !letter.is_control()).collect()
}

/// A word of the interface, as people write it.
pub(super) fn words(word: &impl Word) -> String {
    word.as_str().replace('_', " ")
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

pub(super) fn span(seconds: i64) -> String {
    match seconds.abs() {
        short @ ..120 => format!("{short} s"),
        middle @ 120..7_200 => format!("{} min", middle / 60),
        long => format!("{} h", long / 3_600),
    }
}

fn phase_words(phase: PhaseWord) -> &'static str {
    match phase {
        PhaseWord::NotStarted => "not begun",
        PhaseWord::Underway => "under way",
        PhaseWord::OnBreak => "on a break",
        PhaseWord::Ended => "ended",
    }
}

fn habit_words(habit: HabitWord) -> &'static str {
    match habit {
        HabitWord::AsPlanned => "as planned",
        HabitWord::OnFromHere => "as planned from here, the rest last",
        HabitWord::Backwards => "the plan backwards",
        HabitWord::Shortest => "the shortest way",
        HabitWord::NearPlan => "the shortest way near the plan",
        HabitWord::ZoneByZone => "the shortest way, zone by zone",
        HabitWord::NearFirst => "what is near first",
    }
}

fn arrivals_words(arrivals: ExplainedArrivals) -> String {
    match (arrivals.by, arrivals.late_s) {
        (ArrivalBasisWord::TravelTimes, _) => "add up travel and service times".to_owned(),
        (ArrivalBasisWord::Timetable, Some(late)) if late > 0 => {
            format!("follow the timetable, {} late at the next stop", span(late))
        }
        (ArrivalBasisWord::Timetable, Some(early)) if early < 0 => {
            format!("follow the timetable, {} early at the next stop", span(early))
        }
        (ArrivalBasisWord::Timetable, _) => "follow the timetable".to_owned(),
    }
}

fn anomalies(anomalies: &AnomaliesJson) -> String {
    let counted = [
        (anomalies.stops_without_place, "stops without a place"),
        (anomalies.doubtful_travel_times, "plans with doubtful travel times"),
        (anomalies.plans_after_start, "plans after the start"),
        (anomalies.alternating_fixes, "positions going to and fro"),
        (anomalies.far_fixes, "positions far from the tour"),
        (anomalies.unknown_stops, "stops not on the tour"),
        (anomalies.unknown_parcels, "parcels not on the tour"),
        (anomalies.out_of_order_stops, "stops out of order"),
        (anomalies.misplaced_turns, "starts, breaks or ends out of place"),
        (anomalies.jumps, "impossible positions"),
        (anomalies.inaccurate_fixes, "positions too rough"),
        (anomalies.stale_fixes, "positions told again"),
        (anomalies.fixes_outside_tour, "positions outside the tour"),
    ];
    let counted =
        counted.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{what}: {count}"));
    let counted: Vec<String> = counted.collect();
    if counted.is_empty() { "nothing".to_owned() } else { counted.join("; ") }
}
