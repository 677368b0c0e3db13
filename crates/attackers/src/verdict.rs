//! What came out.

use std::fmt;

use serde::Serialize;

use crate::usefulness::Usefulness;

/// How well the attackers did. Shares are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    /// The name of the scenario.
    pub scenario: String,
    /// The number of recipients who were judged.
    pub viewers: usize,
    /// What guessing gets.
    pub guess: Guess,
    /// Each attacker.
    pub attacks: Vec<Outcome>,
    /// The same attackers on a dot that is the place itself.
    pub control: Option<Control>,
    /// What the dot is good for.
    pub usefulness: Usefulness,
}

/// The share of stops hit by houses that are drawn at random.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Guess {
    /// Along the way truly driven.
    pub along_the_way: f64,
    /// Around the own house, which needs no page at all.
    pub map_only: f64,
}

/// How well an attacker did.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outcome {
    /// Which attacker.
    pub attack: &'static str,
    /// The number of stops that were looked for.
    pub stops: usize,
    /// The share that was hit.
    pub hit: f64,
    /// The share that houses drawn at random along the way hit.
    pub guess: f64,
    /// The difference.
    pub excess: f64,
    /// The interval in which it lies in 95 of 100 draws of tours; none where there are fewer than three.
    pub interval: Option<(f64, f64)>,
    /// The variant that was chosen on each half of the tours, and scored on the other.
    pub variants: [String; 2],
}

/// The share of stops hit on a dot that is the place itself; a low one means that the attackers are blunt.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Control {
    /// By where the dot stays.
    pub dwell: f64,
    /// By what driving does not explain.
    pub timing: f64,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}, {} recipients", self.scenario, self.viewers)?;
        writeln!(
            f,
            "drawn at random along the way driven {:.1} %, around the own house {:.1} %",
            100.0 * self.guess.along_the_way,
            100.0 * self.guess.map_only
        )?;
        writeln!(f, "{:<27} {:>6} {:>7} {:>7}  points over guessing", "attacker", "stops", "hit", "guess")?;
        for outcome in &self.attacks {
            writeln!(f, "{outcome}")?;
        }
        if let Some(control) = &self.control {
            let (dwell, timing) = (100.0 * control.dwell, 100.0 * control.timing);
            writeln!(f, "of a dot that is the place itself: {dwell:.1} % by dwell, {timing:.1} % by timing")?;
        }
        write!(f, "{}", self.usefulness)
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { attack, stops, hit, guess, excess, interval, variants } = self;
        let (hit, guess, excess) = (100.0 * hit, 100.0 * guess, 100.0 * excess);
        write!(f, "{attack:<27} {stops:>6} {hit:>5.1} % {guess:>5.1} %  {excess:+.1}")?;
        if let Some((low, high)) = interval {
            write!(f, " [{:+.1}, {:+.1}]", 100.0 * low, 100.0 * high)?;
        }
        let [first, second] = variants;
        if first == second { write!(f, "  ({first})") } else { write!(f, "  ({first}; {second})") }
    }
}
