//! The tours of a plan and their stops, by number.

use std::collections::HashMap;

use anyhow::{Context as _, Result, bail};

use crate::recorded::day::Day;
use crate::recorded::truth::Split;

/// The tours of a day.
pub(super) struct Roster {
    numbers: HashMap<String, usize>,
    tours: Vec<Tour>,
}

/// A tour as planned.
pub(super) struct Tour {
    pub(super) name: String,
    /// Whether it is in the part of the day that is judged.
    pub(super) is_judged: bool,
    /// The numbers of the stops: their places in the plan, from 0.
    stops: HashMap<String, usize>,
}

impl Roster {
    /// Reads the plan of a day.
    ///
    /// # Errors
    /// When it breaks its format, with file and line.
    pub(super) fn of(day: &Day, judged: &Split) -> Result<Self> {
        let mut roster = Self { numbers: HashMap::new(), tours: Vec::new() };
        day.plan(|line| {
            let stops: HashMap<String, usize> =
                line.stops.into_iter().map(|stop| stop.name).zip(0..).collect();
            let is_judged = judged.has(&[&line.tour, &line.date.to_string()]);
            if roster.numbers.insert(line.tour.clone(), roster.tours.len()).is_some() {
                bail!("the tour {:?} stands in the plan twice", line.tour);
            }
            roster.tours.push(Tour { name: line.tour, is_judged, stops });
            Ok(())
        })?;
        Ok(roster)
    }

    /// The number of a tour, from 0.
    ///
    /// # Errors
    /// When the plan has no such tour.
    pub(super) fn number(&self, tour: &str) -> Result<usize> {
        self.find(tour).with_context(|| format!("the tour {tour:?} is not in the plan"))
    }

    /// The number of a tour, if the plan has it.
    pub(super) fn find(&self, tour: &str) -> Option<usize> {
        self.numbers.get(tour).copied()
    }

    /// A tour by its number.
    pub(super) fn tour(&self, number: usize) -> &Tour {
        self.tours.get(number).expect("numbers of tours come from this roster")
    }

    /// How many tours there are.
    pub(super) fn len(&self) -> usize {
        self.tours.len()
    }
}

impl Tour {
    /// The number of a stop, from 0.
    ///
    /// # Errors
    /// When the tour has no such stop.
    pub(super) fn stop(&self, name: &str) -> Result<usize> {
        let number = self.stops.get(name).copied();
        number.with_context(|| format!("the stop {name:?} is not on the tour {:?}", self.name))
    }
}
