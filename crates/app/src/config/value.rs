//! The values that a setting can have, read from text.
//!
//! A configuration file, the environment and the command line all end here as text, so that a value means the same
//! wherever it is written. An error says what was expected, with an example; whoever reads the layer adds where.

use std::net::SocketAddr;
use std::path::PathBuf;

use crate::backup::{NoKey, Recipient};
use doorstep_server::Allowed;
use doorstep_server::retention::{Data, Retention};
use secrecy::{ExposeSecret as _, SecretString};

/// A type that settings can have.
pub(crate) trait Setting: Sized {
    /// What people write, in a few words.
    const KIND: &'static str;

    /// Reads the value, or says what was expected instead.
    fn parse(text: &str) -> Result<Self, String>;

    /// The value as people would write it; never a secret's content.
    fn show(&self) -> String;
}

macro_rules! settings_from_str {
    ($($type:ty, $kind:literal;)*) => {$(
        impl Setting for $type {
            const KIND: &'static str = $kind;

            fn parse(text: &str) -> Result<Self, String> {
                text.trim().parse().map_err(|_refused| format!("is not {}", $kind))
            }

            fn show(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

settings_from_str! {
    SocketAddr, "an address and a port, such as 127.0.0.1:8080";
    u16, "a whole number up to 65535";
    u32, "a whole number";
    u64, "a whole number";
    bool, "true or false";
}

impl Setting for String {
    const KIND: &'static str = "text";

    fn parse(text: &str) -> Result<Self, String> {
        if text.trim().is_empty() { Err("is empty".to_owned()) } else { Ok(text.to_owned()) }
    }

    fn show(&self) -> String {
        format!("\"{self}\"")
    }
}

impl Setting for PathBuf {
    const KIND: &'static str = "a path";

    fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() { Err("is empty".to_owned()) } else { Ok(Self::from(text)) }
    }

    fn show(&self) -> String {
        format!("\"{}\"", self.display())
    }
}

/// For how many days a login lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SessionDays(pub(crate) u16);

impl Setting for SessionDays {
    const KIND: &'static str = "a whole number from 1 to 365";

    fn parse(text: &str) -> Result<Self, String> {
        let days = text.trim().parse().ok().filter(|days| *days > 0);
        match days.filter(|days| Retention::default().with(Data::Sessions, *days).is_ok()) {
            Some(days) => Ok(Self(days)),
            None => Err(format!("is not {}", Self::KIND)),
        }
    }

    fn show(&self) -> String {
        self.0.to_string()
    }
}

/// For how many days a copy of the database is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BackupDays(pub(crate) u16);

impl Setting for BackupDays {
    const KIND: &'static str = "a whole number from 1 to 14";

    fn parse(text: &str) -> Result<Self, String> {
        let days = text.trim().parse().ok().filter(|days| *days > 0);
        match days.filter(|days| Retention::default().with(Data::Backups, *days).is_ok()) {
            Some(days) => Ok(Self(days)),
            None => Err(format!("is not {}; nothing of this kind is kept for longer", Self::KIND)),
        }
    }

    fn show(&self) -> String {
        self.0.to_string()
    }
}

impl Setting for Recipient {
    const KIND: &'static str = "a public key; it begins with age1";

    fn parse(text: &str) -> Result<Self, String> {
        text.parse().map_err(|no_key: NoKey| no_key.to_string())
    }

    fn show(&self) -> String {
        format!("\"{self}\"")
    }
}

/// What may be asked of the own network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Targets(pub(crate) Allowed);

impl Setting for Targets {
    const KIND: &'static str =
        "a list such as [\"10.1.2.3/32\", \"sso.internal\"]; in the environment with commas between";

    fn parse(text: &str) -> Result<Self, String> {
        let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        Allowed::new(entries).map(Self).map_err(|error| format!("holds {error}"))
    }

    fn show(&self) -> String {
        format!("[{}]", self.0.entries().map(|entry| format!("\"{entry}\"")).collect::<Vec<_>>().join(", "))
    }
}

/// Addresses of servers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Servers(pub(crate) Vec<String>);

impl Setting for Servers {
    const KIND: &'static str = "a list such as [\"https://ntfy.sh\"]; in the environment with commas between";

    fn parse(text: &str) -> Result<Self, String> {
        let entries = text.split(',').map(str::trim).filter(|entry| !entry.is_empty());
        Ok(Self(entries.map(str::to_owned).collect()))
    }

    fn show(&self) -> String {
        format!("[{}]", self.0.iter().map(|entry| format!("\"{entry}\"")).collect::<Vec<_>>().join(", "))
    }
}

impl Setting for SecretString {
    const KIND: &'static str = "a secret; better in the file that the `_file` setting names";

    fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() { Err("is empty".to_owned()) } else { Ok(Self::from(text.to_owned())) }
    }

    fn show(&self) -> String {
        debug_assert!(!self.expose_secret().is_empty(), "an empty secret is refused when it is read");
        "(set)".to_owned()
    }
}

impl<T: Setting> Setting for Option<T> {
    const KIND: &'static str = T::KIND;

    fn parse(text: &str) -> Result<Self, String> {
        T::parse(text).map(Some)
    }

    fn show(&self) -> String {
        self.as_ref().map_or_else(|| "(none)".to_owned(), Setting::show)
    }
}

/// Declares settings that are one word of a few.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $kind:literal, { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl Setting for $name {
            const KIND: &'static str = $kind;

            fn parse(text: &str) -> Result<Self, String> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(format!("is not {}", $kind)),
                }
            }

            fn show(&self) -> String {
                match self { $(Self::$variant => format!("\"{}\"", $word),)+ }
            }
        }
    };
}

words! {
    /// How log lines are written.
    LogFormat, "\"text\" or \"json\"", {
        /// For people.
        Text = "text",
        /// One JSON object a line, for machines.
        Json = "json",
    }
}

words! {
    /// How German speaks to people.
    Address, "\"sie\" or \"du\"", {
        /// As to strangers.
        Sie = "sie",
        /// As among friends.
        Du = "du",
    }
}

words! {
    /// How far browsers are told to come by https alone.
    HstsScope, "\"off\", \"host\" or \"subdomains\"", {
        /// Not at all.
        Off = "off",
        /// To this host.
        Host = "host",
        /// To this host and all below it.
        Subdomains = "subdomains",
    }
}

words! {
    /// How the connection to the mail server is protected.
    MailProtection, "\"starttls\", \"tls\" or \"none\"", {
        /// Plain at first, then TLS, which must succeed (port 587).
        StartTls = "starttls",
        /// TLS from the first byte (port 465).
        Tls = "tls",
        /// None; only for a mail server on the same machine.
        None = "none",
    }
}

pub(super) use words;
