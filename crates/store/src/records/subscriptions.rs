//! What people want to be told, and the browsers that it is pushed to.

use doorstep_domain::{Personal, PushId, RecipientId};
use jiff::civil::Time;
use jiff::{Timestamp, Zoned};

use crate::{Answer, Channel, MessageKind};

/// What recipients want to be told, and how. Nobody is told anything that they did not ask for.
pub trait Subscriptions: Send + Sync {
    /// Sets the kinds that a recipient wants by a channel; none ends the subscription. It counts as used now, and
    /// whenever a message to the recipient is done with.
    fn set_subscription(
        &self,
        recipient: RecipientId,
        channel: Channel,
        kinds: Vec<MessageKind>,
        now: Timestamp,
    ) -> Answer<'_, ()>;

    /// The kinds that a recipient wants by a channel.
    fn subscription(&self, recipient: RecipientId, channel: Channel) -> Answer<'_, Vec<MessageKind>>;

    /// Sets when a recipient wants to hear nothing; `None` ends that.
    fn set_quiet_hours(&self, recipient: RecipientId, quiet: Option<QuietHours>) -> Answer<'_, ()>;

    /// When a recipient wants to hear nothing.
    fn quiet_hours(&self, recipient: RecipientId) -> Answer<'_, Option<QuietHours>>;
}

/// When someone wants to hear nothing, each day, by the clock of their zone; over midnight where it ends before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// From when on.
    pub from: Time,
    /// Until when; another time than `from`.
    pub until: Time,
}

impl QuietHours {
    /// When the quiet ends that an instant lies in; `None` when it lies in none.
    pub fn end(self, now: &Zoned) -> Option<Timestamp> {
        let (time, today) = (now.time(), now.date());
        let over_midnight = self.until <= self.from;
        let is_quiet = if over_midnight {
            time >= self.from || time < self.until
        } else {
            (self.from..self.until).contains(&time)
        };
        let day = if over_midnight && time >= self.from { today.tomorrow().ok()? } else { today };
        let end = day.to_datetime(self.until).to_zoned(now.time_zone().clone()).ok()?.timestamp();
        // Where clocks were set back, the end by the clock may lie behind.
        (is_quiet && end > now.timestamp()).then_some(end)
    }
}

/// A browser that messages are pushed to (RFC 8030), with the keys that they are sealed for (RFC 8291).
#[derive(Clone, PartialEq, Eq)]
pub struct PushSubscription {
    /// Its identity.
    pub id: PushId,
    /// Whose browser it is.
    pub account: RecipientId,
    /// Where messages are sent. Whoever knows it can send some, so it is kept like a secret.
    pub endpoint: Personal,
    /// The browser's public key, an uncompressed point of P-256.
    pub key: [u8; PushSubscription::KEY_BYTES],
    /// The secret that it shares with this server.
    pub auth: [u8; PushSubscription::AUTH_BYTES],
    /// Which browser it is, roughly.
    pub browser: String,
    /// When it asked for messages first.
    pub created_at: Timestamp,
    /// When it asked again, or a message for it was done with.
    pub used_at: Timestamp,
}

impl PushSubscription {
    /// So many browsers an account has at most.
    pub const PER_ACCOUNT_MAX: usize = 10;
    /// The length of a key (RFC 8291, section 3.1).
    pub const KEY_BYTES: usize = 65;
    /// The length of a shared secret (RFC 8291, section 3.2).
    pub const AUTH_BYTES: usize = 16;
}

impl std::fmt::Debug for PushSubscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PushSubscription").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The browsers that messages are pushed to.
pub trait PushSubscriptions: Send + Sync {
    /// Adds a browser, or brings the one with this endpoint up to date: what counts is who asked last. Its identity;
    /// `None` when the account has [`PushSubscription::PER_ACCOUNT_MAX`] others.
    fn put_push_subscription(&self, subscription: PushSubscription) -> Answer<'_, Option<PushId>>;

    /// The browser with this identity.
    fn find_push_subscription(&self, id: PushId) -> Answer<'_, Option<PushSubscription>>;

    /// The browsers of an account, the newest first.
    fn list_push_subscriptions(&self, account: RecipientId) -> Answer<'_, Vec<PushSubscription>>;

    /// Forgets a browser of an account; `false` when it has no such one.
    fn delete_push_subscription(&self, account: RecipientId, id: PushId) -> Answer<'_, bool>;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(from: &str, until: &str, now: &str) -> Option<String> {
        let time = |text: &str| text.parse().expect("a time of day");
        let now: Zoned = now.parse().expect("an instant in a zone");
        let end = QuietHours { from: time(from), until: time(until) }.end(&now)?;
        Some(end.to_zoned(now.time_zone().clone()).datetime().to_string())
    }

    #[test]
    fn quiet_hours_end_by_the_clock_of_the_zone() {
        let berlin = |time: &str| format!("2026-11-24T{time}[Europe/Berlin]");
        for (from, until, now, expected) in [
            ("22:00", "07:00", "21:59:59", None),
            ("22:00", "07:00", "22:00:00", Some("2026-11-25T07:00:00")),
            ("22:00", "07:00", "00:30:00", Some("2026-11-24T07:00:00")),
            ("22:00", "07:00", "06:59:59", Some("2026-11-24T07:00:00")),
            ("22:00", "07:00", "07:00:00", None),
            ("12:00", "14:00", "11:59:59", None),
            ("12:00", "14:00", "12:00:00", Some("2026-11-24T14:00:00")),
            ("12:00", "14:00", "14:00:00", None),
        ] {
            assert_eq!(end(from, until, &berlin(now)).as_deref(), expected, "{from} to {until} at {now}");
        }
    }

    #[test]
    fn where_clocks_change_quiet_hours_end_all_the_same() {
        let spring = end("22:00", "02:30", "2026-03-29T00:30:00+01:00[Europe/Berlin]");
        assert_eq!(spring.as_deref(), Some("2026-03-29T03:30:00"), "02:30 is skipped");
        let autumn = end("22:00", "02:30", "2026-10-25T02:10:00+02:00[Europe/Berlin]");
        assert_eq!(autumn.as_deref(), Some("2026-10-25T02:30:00"));
    }
}
