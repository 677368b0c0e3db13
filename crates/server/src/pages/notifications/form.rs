//! What the form of `/notifications` sends.

use std::collections::BTreeMap;

use doorstep_store::{Channel, MessageKind, QuietHours};
use jiff::civil::Time;
use url::form_urlencoded;

/// The form: all kinds that are wanted, or one more by e-mail beside those that are.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct NoticesForm {
    /// By channel: e-mail, and the others where the form asked for them.
    pub(super) kinds: BTreeMap<Channel, Vec<MessageKind>>,
    /// When nothing shall be heard.
    pub(super) quiet: Option<QuietHours>,
    /// Whether the form asked for that.
    pub(super) asks_quiet: bool,
    /// One more kind by e-mail.
    pub(super) add: Option<MessageKind>,
    /// Where to go on.
    pub(super) back: String,
}

impl NoticesForm {
    /// Reads the form. Check boxes repeat their name, and one that is not checked is not sent, so the form says which
    /// channels it asks for beside e-mail.
    pub(super) fn read(body: &[u8]) -> Self {
        let mut form = Self { kinds: BTreeMap::from([(Channel::Email, Vec::new())]), ..Self::default() };
        let (mut from, mut until) = (None, None);
        for (name, value) in form_urlencoded::parse(body) {
            match &*name {
                "asks" if value == "quiet" => form.asks_quiet = true,
                "asks" => {
                    if let Some(asked) = channel(&value) {
                        form.kinds.entry(asked).or_default();
                    }
                }
                "quiet_from" => from = value.parse::<Time>().ok(),
                "quiet_until" => until = value.parse::<Time>().ok(),
                "add" => form.add = kind(&value),
                "back" => form.back = value.into_owned(),
                name => {
                    if let Some(wanted) = channel(name) {
                        form.kinds.entry(wanted).or_default().extend(kind(&value));
                    }
                }
            }
        }
        for kinds in form.kinds.values_mut() {
            kinds.sort();
            kinds.dedup();
        }
        let quiet = from.zip(until).map(|(from, until)| QuietHours { from, until });
        form.quiet = quiet.filter(|quiet| quiet.from != quiet.until && form.asks_quiet);
        form
    }
}

fn channel(name: &str) -> Option<Channel> {
    Channel::ALL.into_iter().find(|channel| channel.as_str() == name)
}

fn kind(name: &str) -> Option<MessageKind> {
    MessageKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_boxes_are_read_by_their_repeated_name() {
        let form =
            NoticesForm::read(b"back=%2Forders&email=failed&email=map_open&email=failed&email=nonsense");
        let expected = BTreeMap::from([(Channel::Email, vec![MessageKind::MapOpen, MessageKind::Failed])]);
        assert_eq!(form.kinds, expected, "and of the other channels nothing");
        assert_eq!((form.back.as_str(), form.add), ("/orders", None));
        assert_eq!(NoticesForm::read(b"add=delivered").add, Some(MessageKind::Delivered));
        let empty =
            NoticesForm { kinds: BTreeMap::from([(Channel::Email, vec![])]), ..NoticesForm::default() };
        assert_eq!(NoticesForm::read(b"asks=nonsense&nonsense=next"), empty);
    }

    #[test]
    fn quiet_hours_are_two_times_or_none() {
        let read = |body: &str| NoticesForm::read(body.as_bytes());
        let time = |text: &str| text.parse().unwrap();
        let set = QuietHours { from: time("22:00"), until: time("06:30") };
        let form = read("asks=quiet&quiet_from=22%3A00&quiet_until=06%3A30");
        assert_eq!((form.asks_quiet, form.quiet), (true, Some(set)));
        for none in [
            "",
            "&quiet_from=22%3A00",
            "&quiet_from=x&quiet_until=y",
            "&quiet_from=07%3A00&quiet_until=07%3A00",
        ] {
            let form = read(&format!("asks=quiet{none}"));
            assert_eq!((form.asks_quiet, form.quiet), (true, None), "{none}");
        }
        assert!(!read("quiet_from=22%3A00&quiet_until=06%3A30").asks_quiet, "it is left as it is");
    }

    #[test]
    fn a_form_that_asks_for_push_may_ask_for_nothing() {
        let asked = |body: &str| NoticesForm::read(body.as_bytes()).kinds;
        assert_eq!(asked("asks=push")[&Channel::Push], []);
        let kinds = asked("asks=push&asks=sms&push=next&push=map_open&push=next&email=next&sms=failed");
        assert_eq!(kinds[&Channel::Push], [MessageKind::MapOpen, MessageKind::Next]);
        assert_eq!(kinds[&Channel::Email], [MessageKind::Next]);
        assert_eq!(kinds[&Channel::Sms], [MessageKind::Failed]);
    }
}
