//! The logs.

use doorstep_domain::{TourEvent, TourId};
use jiff::civil::Date;

use super::{MemoryStore, State};
use crate::{Answer, Append, Appended, EventLog, LoggedTour, Settled};

impl EventLog for MemoryStore {
    fn append(&self, append: Append) -> Answer<'_, Appended> {
        self.write(|state| Ok(state.append(append)))
    }

    fn load_tour(&self, tour: TourId, day: Date) -> Answer<'_, Vec<TourEvent>> {
        self.read(move |state| state.logs.get(&(day, tour)).cloned().unwrap_or_default())
    }

    fn load_day(&self, day: Date) -> Answer<'_, Vec<LoggedTour>> {
        self.read(move |state| {
            let of_day = state.logs.iter().filter(|((theirs, _), _)| *theirs == day);
            of_day.map(|((_, tour), events)| LoggedTour { tour: *tour, events: events.clone() }).collect()
        })
    }

    fn forget_day(&self, day: Date) -> Answer<'_, u64> {
        self.write(move |state| {
            let before = state.logs.len();
            state.logs.retain(|(theirs, _), _| *theirs != day);
            Ok((before - state.logs.len()) as u64)
        })
    }
}

impl State {
    pub(super) fn append(&mut self, append: Append) -> Appended {
        for settled in append.settled {
            self.settle(settled);
        }
        self.enqueue(append.messages);
        if append.events.is_empty() {
            let known = self.logs.get(&(append.day, append.tour));
            return Appended { last_seq: known.map_or(0, |log| log.len() as u64) };
        }
        let log = self.logs.entry((append.day, append.tour)).or_default();
        log.extend(append.events);
        Appended { last_seq: log.len() as u64 }
    }

    fn settle(&mut self, settled: Settled) {
        let Some(parcel) = self.parcels.get_mut(&settled.parcel) else { return };
        if !settled.replaces(self.outcomes.get(&settled.parcel)) {
            return;
        }
        parcel.status = settled.status;
        match settled.outcome {
            Some(outcome) => self.outcomes.insert(settled.parcel, outcome),
            None => self.outcomes.remove(&settled.parcel),
        };
    }
}
