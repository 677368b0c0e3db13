//! What pages of shops say of a parcel: the words of its own page, without its forms.

use doorstep_wire::embed::{EmbeddedWords, FlagJson};

use super::{Tracking, because, lead};

impl Tracking<'_> {
    /// The words of the tracker.
    pub(crate) fn embedded_words(&self) -> EmbeddedWords {
        let reader = self.reader;
        let lead = lead::lead(self);
        let reason = self
            .view
            .reasons
            .first()
            .filter(|_| !self.is_over())
            .map(|newest| format!("{}: {}", reader.recent(newest.at), because(newest.because, reader)));
        let flags = lead
            .flags()
            .iter()
            .map(|flag| FlagJson { tone: flag.tone.class().to_owned(), text: flag.text.clone() });
        EmbeddedWords {
            kicker: lead.kicker().map(str::to_owned),
            hero: lead.hero(),
            flags: flags.collect(),
            stops: lead.ahead().map(str::to_owned),
            line: lead.line().map(str::to_owned),
            reason,
            by: self.by().text,
            map: reader.say("map-label").into_owned(),
            more: reader.say_with("embed-more", [("operator", self.view.operator.as_str().into())]),
            away: reader.say_with("server-away", [("time", "{time}".into())]),
            announcement: lead.announcement(),
        }
    }
}
