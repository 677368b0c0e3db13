//! What a tour looks like from outside: its bulletin of the last full minute, and what is released of its vehicle.

use std::sync::Arc;

use doorstep_domain::prediction::{Explanation, Prediction, Predictor};
use doorstep_domain::release::{Bulletin, Release, public};
use doorstep_domain::streets::Streets;
use doorstep_domain::view::OnTour;
use doorstep_domain::{Happening, TourEvent, TourState};
use jiff::Timestamp;
use parking_lot::Mutex;

/// A tour as it is believed and as it is told.
pub(crate) struct Told {
    /// What is believed.
    pub(crate) state: TourState,
    /// What is foretold from it, and what was learnt for that.
    predictor: Mutex<Predictor>,
    /// What is foretold from what is public of it.
    public: Mutex<Predictor>,
    /// What is released of where the vehicle is; `None` where no streets are known.
    release: Option<Release>,
    /// The bulletin of the last full minute that was asked for or before something happened.
    minute: Mutex<Option<Arc<Bulletin>>>,
}

/// A tour as it is told at an instant.
pub(crate) struct Outlook<'a> {
    told: &'a Told,
    now: Bulletin,
    minute: Arc<Bulletin>,
}

impl Outlook<'_> {
    /// For the view of a recipient.
    pub(crate) fn on_tour(&self) -> OnTour<'_> {
        let Self { told, now, minute, .. } = self;
        OnTour { tour: &told.state, now, minute, release: told.release.as_ref() }
    }
}

impl Told {
    /// A tour from its log, in the order of receipt, as whoever had followed it would tell it now.
    pub(crate) fn replayed(
        events: &[TourEvent],
        predictor: Predictor,
        streets: Option<&Streets>,
        now: Timestamp,
    ) -> Self {
        let mut told = Self {
            state: TourState::default(),
            public: Mutex::new(predictor.clone()),
            predictor: Mutex::new(predictor),
            release: streets.map(|_| Release::default()),
            minute: Mutex::default(),
        };
        let minute = Bulletin::minute(now);
        let newer = events.partition_point(|event| event.received_at < minute);
        let (before, since) = events.split_at(newer);
        told.replay(before, streets);
        told.renew(now);
        told.replay(since, streets);
        told
    }

    /// Takes in events that were received now.
    pub(crate) fn take_in(
        &mut self,
        events: impl IntoIterator<Item = TourEvent>,
        streets: Option<&Streets>,
        now: Timestamp,
    ) {
        self.renew(now);
        self.state.fold_all(events);
        self.follow(streets, now);
    }

    /// The same tour, foretold by another predictor from now on.
    pub(crate) fn foretold_by(&mut self, predictor: Predictor) {
        self.public = Mutex::new(predictor.clone());
        self.predictor = Mutex::new(predictor);
    }

    /// What is foretold at an instant.
    pub(crate) fn foretell(&self, now: Timestamp) -> Prediction {
        self.predictor.lock().predict(&self.state, now)
    }

    /// What is foretold at an instant, and why.
    pub(crate) fn explain(&self, now: Timestamp) -> Explanation {
        self.predictor.lock().explain(&self.state, now)
    }

    /// How the tour is told at an instant.
    pub(crate) fn outlook(&self, now: Timestamp) -> Outlook<'_> {
        let minute = self.renew(now);
        let prediction = self.foretell(now);
        let at_once = Bulletin::of(&self.state, &prediction, now);
        Outlook { told: self, now: at_once, minute }
    }

    /// The bulletin of the last full minute. Whatever happens after that minute must be folded later than this is called.
    fn renew(&self, now: Timestamp) -> Arc<Bulletin> {
        let minute = Bulletin::minute(now);
        let mut known = self.minute.lock();
        match &*known {
            Some(bulletin) if bulletin.at() >= minute => bulletin.clone(),
            _ => {
                let public = public(&self.state, minute);
                let prediction = self.public.lock().predict(&public, minute);
                known.insert(Arc::new(Bulletin::of_minute(&self.state, &public, &prediction, minute))).clone()
            }
        }
    }

    fn replay(&mut self, events: &[TourEvent], streets: Option<&Streets>) {
        // What was released of a tour that is over is nobody's business any more.
        let is_over = events.iter().any(|event| event.what == Happening::Ended);
        let Some(streets) = streets.filter(|_| !is_over) else {
            self.state.fold_all(events.iter().cloned());
            return;
        };
        for received in events.chunk_by(|a, b| a.received_at == b.received_at) {
            if let Some(event) = received.first() {
                self.take_in(received.iter().cloned(), Some(streets), event.received_at);
            }
        }
    }

    fn follow(&mut self, streets: Option<&Streets>, now: Timestamp) {
        let bulletin = self.renew(now);
        if let (Some(streets), Some(release)) = (streets, &mut self.release) {
            release.follow(streets, &self.state, &bulletin, now);
        }
    }
}
