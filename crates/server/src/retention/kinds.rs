//! The table of what is stored of people.

use std::fmt::Write as _;

/// A kind of data that is stored of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Data {
    /// Logs of tours.
    TourLogs,
    /// What recipients asked drivers for.
    Instructions,
    /// Where recipients live.
    Addresses,
    /// What became of parcels, and which tours there were.
    Deliveries,
    /// Photos of deliveries.
    Photos,
    /// What recipients reported of attempts.
    Reports,
    /// What recipients want to be told.
    Subscriptions,
    /// Links that recipients handed on.
    Shares,
    /// Messages to recipients.
    Letters,
    /// Logins.
    Sessions,
    /// Keys that people sign in with.
    Passkeys,
    /// Links to sign in with, and browsers that are known.
    Browsers,
    /// Answers that are remembered for callers who ask again.
    Answers,
    /// What staff did.
    Audit,
    /// How well forecasts held.
    Judgements,
    /// What tours taught.
    Lessons,
    /// People who log in.
    Accounts,
    /// Drivers and their devices.
    Drivers,
    /// Copies of the database.
    Backups,
    /// What was deleted on purpose.
    Ledger,
}

/// For how long a kind of data is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// So many days, as it is set.
    Set {
        /// The setting, with its section.
        setting: &'static str,
        /// Days when nothing is set.
        default: u16,
        /// The most days that may be set.
        ceiling: u16,
    },
    /// What the words say; nothing changes it.
    Fixed(&'static str),
}

/// A kind of data, why it is there and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Which.
    pub data: Data,
    /// What is stored.
    pub what: &'static str,
    /// What for.
    pub why: &'static str,
    /// For how long.
    pub term: Term,
    /// From when on that counts, and what is done then.
    pub then: &'static str,
}

impl Data {
    /// Its name, as settings, counts and log lines have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TourLogs => "tour_logs",
            Self::Instructions => "instructions",
            Self::Addresses => "addresses",
            Self::Deliveries => "deliveries",
            Self::Photos => "photos",
            Self::Reports => "reports",
            Self::Subscriptions => "subscriptions",
            Self::Shares => "shares",
            Self::Letters => "letters",
            Self::Sessions => "sessions",
            Self::Passkeys => "passkeys",
            Self::Browsers => "browsers",
            Self::Answers => "answers",
            Self::Audit => "audit",
            Self::Judgements => "judgements",
            Self::Lessons => "lessons",
            Self::Accounts => "accounts",
            Self::Drivers => "drivers",
            Self::Backups => "backups",
            Self::Ledger => "ledger",
        }
    }

    /// Whether deleting it may leave older copies behind that hold words or places: rows of the database that others had
    /// moved aside. The logs of a day are never moved, files are deleted whole, and all else that is deleted is hashes, identities and sums.
    pub(super) fn leaves_traces(self) -> bool {
        matches!(
            self,
            Self::Instructions
                | Self::Addresses
                | Self::Deliveries
                | Self::Reports
                | Self::Subscriptions
                | Self::Answers
                | Self::Lessons
        )
    }

    /// Its row in the table.
    pub fn kind(self) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.data == self)
    }
}

/// Logs of tours that are kept for more days need a purpose in writing, which drivers read.
pub const UNEXPLAINED_TOUR_DAYS: u16 = 1;

const fn days(setting: &'static str, default: u16, ceiling: u16) -> Term {
    Term::Set { setting, default, ceiling }
}

/// Every kind of data that is stored of people. Where only one figure is known to be defensible, it is the default and the
/// ceiling as well: such a term can be made shorter and not longer.
pub const KINDS: [Kind; 20] = [
    Kind {
        data: Data::TourLogs,
        what: "the log of a tour: the plan with the places of its stops, the driver's positions and scans, \
               what recipients asked for",
        why: "to tell recipients when their parcel comes, and afterwards why something was said",
        // CNIL, la géolocalisation des véhicules des salariés: two months at most.
        term: days("retention.tour_days", 1, 60),
        then: "full days after the service day; the whole day is deleted",
    },
    Kind {
        data: Data::Instructions,
        what: "the safe place with its pin and photo, the neighbour, the notes for the driver and the way to the door, the day and pick-up point that were chosen, and who may take the parcel in",
        why: "so that the driver leaves the parcel where its recipient wants it",
        term: days("retention.instruction_days", 1, 1),
        then: "after the delivery; deleted in the record of the parcel, and the words in the log as well",
    },
    Kind {
        data: Data::Addresses,
        what: "the address and place of a parcel, and what another carrier said of it; address, bell and notes of a stop",
        why: "so that the driver finds the door, and for questions about a delivery",
        term: days("retention.address_days", 14, 14),
        then: "after the delivery, of stops after the day of the tour; deleted",
    },
    Kind {
        data: Data::Deliveries,
        what: "the record of a parcel: number, sender, recipient, buyer, outcome and when, another carrier's number and page \
               and when that carrier is asked, how its recipient rated it; \
               and of a tour: reference, day, driver, end",
        why: "proof of delivery",
        term: days("retention.delivery_days", 90, 365),
        then: "after the delivery, of tours after their day; deleted, with the rules of the parcel and the messages \
               about it",
    },
    Kind {
        data: Data::Photos,
        what: "the photo of a delivery, made anew without what its file told besides",
        why: "so that the recipient finds the parcel, and for questions about the delivery",
        term: days("retention.photo_days", 30, 30),
        then: "after it was taken; deleted",
    },
    Kind {
        data: Data::Reports,
        what: "that a recipient reports that nobody came or nothing was received, in coarse steps how near to that door \
               the vehicle was in the minutes before the driver's note, and the answer",
        why: "so that it is answered after the log is forgotten",
        term: days("retention.report_days", 30, 30),
        then: "after it was reported; deleted",
    },
    Kind {
        data: Data::Subscriptions,
        what: "what a recipient wants to be told, how and when not; the address that their calendar reads, as a hash; of \
               a browser that messages are pushed to its endpoint, its keys and roughly which it is; of a topic of ntfy its server and name; the key below which their home reads",
        why: "nobody is told what they did not ask for",
        term: days("retention.subscription_days", 90, 90),
        then: "after it was set or a message was due last, a calendar was read last, a parcel was told to a home last; deleted, \
               the key once the broker forgot what was told. A browser at once when its \
               push service says that it is gone",
    },
    Kind {
        data: Data::Shares,
        what: "links by which a recipient let others see a parcel, and when they were opened",
        why: "the recipient sees who looked",
        term: days("retention.share_days", 7, 7),
        then: "after the link expired; deleted",
    },
    Kind {
        data: Data::Letters,
        what: "that a message waits for a recipient: its kind and parcel, no text and no address",
        why: "each is sent once",
        term: Term::Fixed("12 hours; that it was sent, as long as the parcel"),
        then: "after its cause; given up. Links to sign in are given up after 15 minutes and deleted",
    },
    Kind {
        data: Data::Sessions,
        what: "a login: the hash of its token, when it began, the hour of its last use, roughly which browser",
        why: "to stay logged in, and to see and end other logins",
        term: days("logins.session_days", 30, 365),
        then: "after it began; deleted",
    },
    Kind {
        data: Data::Passkeys,
        what: "a passkey: the name that its owner gave it, its public key and counter, when it was added, the hour of its \
               last use; the secret stays with the owner",
        why: "to sign in without a password",
        term: Term::Fixed("until its owner removes it"),
        then: "deleted; with the account as well",
    },
    Kind {
        data: Data::Browsers,
        what: "the hash of the cookie of a browser in which someone has logged in; links to sign in, as hashes",
        why: "guesses of strangers lock nobody out",
        term: Term::Fixed("a year; links 15 minutes"),
        then: "after the last login there; deleted",
    },
    Kind {
        data: Data::Answers,
        what: "what the operator's own systems were answered",
        why: "a request that is sent again does nothing twice",
        term: Term::Fixed("24 hours"),
        then: "after the answer; deleted",
    },
    Kind {
        data: Data::Audit,
        what: "who of the staff looked at where a driver is, or changed or looked at what recipients see; \
               without places",
        why: "looks at people are accounted for",
        term: days("retention.audit_days", 365, 365),
        then: "after the deed; deleted. Rules that hold stay as long as they do",
    },
    Kind {
        data: Data::Judgements,
        what: "how well forecasts held: sums by day and region, without tour, driver or parcel; on a day with one \
               tour in a region they are the sums of that tour",
        why: "to compare a day with the same one of the year before",
        term: days("retention.judgement_days", 400, 400),
        then: "after the day; deleted",
    },
    Kind {
        data: Data::Lessons,
        what: "how long drives and work took: sums by day, hour, square kilometre and square of about 11 m, without \
               tour, driver or parcel",
        why: "to foretell the next tours",
        term: Term::Fixed("84 days, and the days of the logs"),
        then: "after the day; deleted",
    },
    Kind {
        data: Data::Accounts,
        what: "e-mail address, name, phone number, password hash, language and time zone of whoever logs in",
        why: "parcels are shown to their recipient alone",
        term: Term::Fixed("until they are forgotten"),
        then: "`doorstep admin forget` deletes it",
    },
    Kind {
        data: Data::Drivers,
        what: "a driver's name; the label of their phone and the hash of its token",
        why: "only a tour's own driver tells of it",
        term: Term::Fixed("as long as they drive"),
        then: "the operator revokes the phone",
    },
    Kind {
        data: Data::Backups,
        what: "copies of the database in `backup.directory`, encrypted",
        why: "to go on after the database is lost",
        term: days("backup.keep_days", 14, 14),
        then: "after it was made; the file is deleted",
    },
    Kind {
        data: Data::Ledger,
        what: "what was deleted on purpose: the random identity of an account, a service day; beside the copies as well",
        why: "a copy that is brought back forgets it again",
        term: Term::Fixed("15 days"),
        then: "after the deletion; deleted",
    },
];

/// The table in Markdown.
pub fn table() -> String {
    let mut text = "| kind | what | why | kept for | then |\n|---|---|---|---|---|\n".to_owned();
    for Kind { data, what, why, term, then } in KINDS {
        let _infallible =
            writeln!(text, "| `{}` | {what} | {why} | {} | {then} |", data.as_str(), told(term));
    }
    text
}

fn told(term: Term) -> String {
    match term {
        Term::Fixed(words) => words.to_owned(),
        Term::Set { setting, default, ceiling } => {
            let unit = if default == 1 { "day" } else { "days" };
            format!("{default} {unit}, at most {ceiling} (`{setting}`)")
        }
    }
}
