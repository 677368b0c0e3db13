//! What can be told of an attempt, in the same words for the recipient and for the dispatcher.

use doorstep_domain::{Metres, OutcomeView, Report, ReportKind, Witness};

use super::reader::Reader;

/// The sentences about an attempt.
pub(super) fn witness_words(ended: OutcomeView, witness: Option<Witness>, reader: &Reader) -> Vec<String> {
    let noted = reader.say_with("witness-noted", [("time", reader.recent(ended.at).into())]);
    let distance = |key, metres: u16| {
        reader.say_with(key, [("distance", reader.distance(Metres(f64::from(metres))).into())])
    };
    let Some(Witness { seen, has_photo }) = witness else {
        return vec![noted, reader.say("witness-none").into_owned()];
    };
    let mut words = vec![noted];
    match seen {
        None => words.push(distance("witness-not-seen", Witness::REACH_M)),
        Some(seen) => {
            words.push(distance("witness-near", seen.within_m));
            let stayed = ["witness-stayed-0", "witness-stayed-1", "witness-stayed-2"];
            let stayed = stayed.get(usize::from(seen.stayed_min)).or(stayed.last());
            words.extend(stayed.map(|key| reader.say(key).into_owned()));
            words.push(match seen.accuracy_m {
                Some(metres) => distance("witness-exact", metres),
                None => reader.say("witness-rough").into_owned(),
            });
        }
    }
    words.push(reader.say(if has_photo { "witness-photo" } else { "witness-no-photo" }).into_owned());
    words
}

/// What was reported, in words.
pub(super) fn reported_words(report: &Report, reader: &Reader) -> String {
    let key = match report.kind {
        ReportKind::NobodyCame => "report-given-nobody-came",
        ReportKind::NotReceived => "report-given-not-received",
    };
    reader.say_with(key, [("time", reader.recent(report.at).into())])
}
