//! What may be reported of an attempt, what was, and what the operator answered.

use doorstep_domain::{Choice, Report, ReportKind};
use serde::Deserialize;

use super::super::{Refused, Tracking};
use crate::pages::witness::{reported_words, witness_words};

/// What stands and what may be said of the last attempt.
pub(super) struct Reporting {
    /// The report that stands.
    pub(super) given: Option<Reported>,
    /// What may be reported.
    pub(super) offered: Option<ReportOffer>,
    /// Why what was sent was not taken.
    pub(super) trouble: Option<String>,
}

/// A report that stands.
pub(super) struct Reported {
    pub(super) words: String,
    pub(super) answer: Option<String>,
    pub(super) answered: String,
    pub(super) witness: Vec<String>,
}

/// Something that may be reported.
pub(super) struct ReportOffer {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) button: String,
    pub(super) until: String,
    pub(super) witness: Vec<String>,
}

/// The form of a report.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ReportForm {
    kind: String,
}

impl ReportForm {
    /// What is reported; `None` for a word that no page sends.
    pub(crate) fn kind(&self) -> Option<ReportKind> {
        ReportKind::ALL.into_iter().find(|kind| word(*kind) == self.kind)
    }
}

impl Reporting {
    pub(super) fn of(page: &Tracking<'_>) -> Self {
        let refused = matches!(page.own.refused, Some(Refused::Report));
        Self {
            given: page.view.report.as_ref().map(|report| reported(page, report)),
            offered: offer(page),
            trouble: refused.then(|| page.reader.say("report-closed").into_owned()),
        }
    }

    pub(super) fn is_shown(&self) -> bool {
        self.given.is_some() || self.offered.is_some() || self.trouble.is_some()
    }
}

fn reported(page: &Tracking<'_>, report: &Report) -> Reported {
    let reader = page.reader;
    let answer = report.answer.as_ref();
    Reported {
        words: reported_words(report, reader),
        answered: match answer {
            Some(answer) => reader.say_with("report-answered", [("time", reader.recent(answer.at).into())]),
            None => reader.say("report-open").into_owned(),
        },
        answer: answer.map(|answer| answer.text.reveal().to_owned()),
        witness: witness_words(report.about, report.witness, reader),
    }
}

fn offer(page: &Tracking<'_>) -> Option<ReportOffer> {
    let (reader, view) = (page.reader, page.view);
    let (kind, until) = view.may_report.filter(|_| view.choices.holds(Choice::Report))?;
    let (title, button) = match kind {
        ReportKind::NobodyCame => ("report-title-nobody-came", "report-nobody-came"),
        ReportKind::NotReceived => ("report-title-not-received", "report-not-received"),
    };
    Some(ReportOffer {
        kind: word(kind),
        title: reader.say(title).into_owned(),
        button: reader.say(button).into_owned(),
        until: reader.say_with("report-until", [("until", reader.moment(until).into())]),
        witness: witness_words(view.outcome?, view.witness, reader),
    })
}

fn word(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::NobodyCame => "nobody_came",
        ReportKind::NotReceived => "not_received",
    }
}
