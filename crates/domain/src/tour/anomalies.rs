//! What did not fit: counted, never an error.

/// A kind of what does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anomaly {
    /// A stop still to come has no place, only an address: nothing is foretold of it. It counts as long as that is so.
    StopWithoutPlace,
    /// An event names a stop that is not on the tour.
    UnknownStop,
    /// An event names a parcel that is not on the tour.
    UnknownParcel,
    /// A stop was served although others came first in the believed order.
    OutOfOrderStop,
    /// A lifecycle event does not fit the phase.
    MisplacedTurn,
    /// A plan was made after the tour had begun.
    PlanAfterStart,
    /// A plan's travel times disagree with the places that it names; they are not believed.
    DoubtfulTravelTimes,
    /// A fix is from so far away that it is of no vehicle of this tour; it is ignored.
    FarFix,
    /// Fixes alternate between two places that are far apart, as those of two vehicles do.
    AlternatingFix,
    /// A fix that the vehicle cannot have sent from there at that time; it is ignored.
    Jump,
    /// A fix has too large an accuracy radius; it is ignored.
    InaccurateFix,
    /// A fix repeats a place that the vehicle has left; it is ignored.
    StaleFix,
    /// A fix is from outside the started tour; it is ignored.
    FixOutsideTour,
}

/// How often something did not fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Anomalies([u32; Anomaly::ALL.len()]);

impl Anomaly {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::StopWithoutPlace,
        Self::UnknownStop,
        Self::UnknownParcel,
        Self::OutOfOrderStop,
        Self::MisplacedTurn,
        Self::PlanAfterStart,
        Self::DoubtfulTravelTimes,
        Self::FarFix,
        Self::AlternatingFix,
        Self::Jump,
        Self::InaccurateFix,
        Self::StaleFix,
        Self::FixOutsideTour,
    ];
}

impl Anomalies {
    /// How often this happened.
    pub fn count(&self, kind: Anomaly) -> u32 {
        self.0.get(kind as usize).copied().unwrap_or_default()
    }

    /// It happened once more.
    pub(crate) fn note(&mut self, kind: Anomaly) {
        self.note_all(kind, 1);
    }

    /// It happened so many times more.
    pub(crate) fn note_all(&mut self, kind: Anomaly, times: u32) {
        if let Some(count) = self.0.get_mut(kind as usize) {
            *count = count.saturating_add(times);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_for_itself() {
        let mut anomalies = Anomalies::default();
        (1..).zip(Anomaly::ALL).for_each(|(times, kind)| anomalies.note_all(kind, times));
        let counts: Vec<u32> = Anomaly::ALL.iter().map(|kind| anomalies.count(*kind)).collect();
        assert_eq!(counts, (1..=13).collect::<Vec<u32>>());
    }
}
