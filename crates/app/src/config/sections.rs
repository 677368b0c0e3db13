//! Every setting there is, by concern, with its default and its documentation.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use secrecy::SecretString;

use super::section::section;
use super::value::{
    Address, BackupDays, HstsScope, LogFormat, MailProtection, Servers, SessionDays, Targets,
};
use crate::backup::Recipient;

section! {
    /// How the server is reached, and what it bears.
    HttpConfig as "http" {
        /// Where the server listens. Port 0 takes a free one; the first line of output tells which.
        listen: SocketAddr = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
        /// The address that people open, such as `https://track.example.org`. Links in e-mails begin with it, and only an `https` address gives cookies the `Secure` attribute and names that begin with `__Host-`. Browsers keep passkeys for its host name; they are offered where it is `https`, or `http://localhost`. A change of the host makes passkeys that were added before useless. Without it, the address listened on is used, and no e-mail is sent.
        public_url: Option<String> = None;
        /// The largest number of connections at a time. Further ones wait.
        connections_max: u32 = 20_000;
        /// How many of them one address may have; of IPv6, one `/64` network. Further ones are closed at once. A number holds for every address; without one it is 256, and this machine itself may have any number. With `http.behind_proxy` there is no limit, since all come from the proxy: limit them there.
        connections_per_address_max: Option<u32> = None;
        /// How long a client may take to send the head of a request, in seconds.
        header_timeout_s: u64 = 10;
        /// How long a request may take altogether, in seconds. Streams are not requests in this sense.
        request_timeout_s: u64 = 30;
        /// How long a stop waits for requests under way, in seconds.
        shutdown_timeout_s: u64 = 10;
        /// How far browsers are told for a year to come by https alone, when `http.public_url` is an `https` address.
        hsts: HstsScope = HstsScope::Host;
        /// Whether the `X-Forwarded-For` header is believed. Only true behind a proxy that sets it.
        behind_proxy: bool = false;
    }
}

section! {
    /// Where everything is kept.
    DatabaseConfig as "database" {
        /// The database: `sqlite:` and a path. It is made when it is not there.
        url: String = "sqlite:doorstep.db".to_owned();
    }
}

section! {
    /// The carrier that this server works for. It is made on the first start and renamed on later ones.
    OperatorConfig as "operator" {
        /// Its name, as recipients know it.
        name: String = "Doorstep".to_owned();
        /// Its time zone, an IANA name such as `Europe/Berlin`.
        time_zone: String = "UTC".to_owned();
        /// The language of recipients who chose none and whose browser asks for none that is there: `en` or `de`, or one of the drafts `fr`, `es`, `it`, `nl`, `pl`, `tr` and `ar`.
        language: String = "en".to_owned();
        /// How German speaks to people.
        german: Address = Address::Sie;
        /// The colour of links, buttons and the van, such as `#0b6b57`. Its lightness is moved until it can be read on every background, in light and in dark; a hue that would be taken for a failure or a delay is refused, and told at the start.
        accent: Option<String> = None;
        /// A picture (SVG, PNG or JPEG, at most 100 KB) that stands at the top of pages in place of the name, at most 28 pixels high and 160 wide. Make it readable on light and on dark.
        logo: Option<PathBuf> = None;
        /// A folder with messages of the pages in words of your own: files of the Fluent syntax that are named after languages, such as `en.ftl`, with the keys of the catalogues in `crates/server/locales`. What they leave out is said in ours; the driver's app keeps its words.
        words: Option<PathBuf> = None;
    }
}

section! {
    /// The map under the van.
    MapConfig as "map" {
        /// A `PMTiles` archive of vector tiles in the Shortbread schema. Without it, pages show no map and say everything in words.
        tiles: Option<PathBuf> = None;
        /// What stands in the corner of the map.
        attribution: String = "© OpenStreetMap contributors".to_owned();
    }
}

section! {
    /// Travel times on real roads.
    RoadsConfig as "roads" {
        /// An OpenStreetMap extract (`.osm.pbf`). Without it, travel times are estimated from distances.
        extract: Option<PathBuf> = None;
        /// Where prepared roads are kept between starts; beside the extract when not given.
        prepared: Option<PathBuf> = None;
    }
}

section! {
    /// E-mail to recipients who asked for it. Without a server, none is sent.
    MailConfig as "mail" {
        /// The host name of the mail server.
        server: Option<String> = None;
        /// Its port.
        port: u16 = 587;
        /// How the connection is protected.
        protection: MailProtection = MailProtection::StartTls;
        /// The name to log in with.
        username: Option<String> = None;
        /// The password to log in with.
        password: Option<SecretString> = None;
        /// A file that holds the password and nothing else.
        password_file: Option<PathBuf> = None;
        /// The sender of every e-mail, such as `Example Express <no-reply@example.org>`.
        from: Option<String> = None;
    }
}

section! {
    /// A system of your own that sends messages on to those who asked for it: as SMS, or by what else you have. It gets requests after Standard Webhooks (`docs/messages.md`). Without an address, there is none.
    WebhookConfig as "webhook" {
        /// The address that requests go to, such as `https://sms.example.org/doorstep`. One in your own network must be allowed in `outbound.allow`.
        url: Option<String> = None;
        /// The secret that requests are signed with: `whsec_` and 24 to 64 bytes in base64.
        secret: Option<SecretString> = None;
        /// A file that holds the secret and nothing else.
        secret_file: Option<PathBuf> = None;
        /// What recipients know the channel by, when it is not SMS. Then no phone number is needed and none is sent: your system knows by the recipient's id where to.
        name: Option<String> = None;
    }
}

section! {
    /// ntfy servers. Recipients may have a topic of their own there that nobody can guess, and read their messages in any app for ntfy (`docs/messages.md`). Without a server, ntfy is not offered.
    NtfyConfig as "ntfy" {
        /// The servers, at most 8, each an address without a path; where there are several, recipients choose. Whoever runs one can read what is sent there. One in your own network must be allowed in `outbound.allow`.
        servers: Servers = Servers::default();
        /// The access token of a server that does not let everyone publish. It is told to that server alone, so it goes with one server and not with several.
        token: Option<SecretString> = None;
        /// A file that holds the token and nothing else.
        token_file: Option<PathBuf> = None;
    }
}

section! {
    /// An MQTT broker of yours, from which Home Assistant reads how someone's next parcel stands (`docs/home-assistant.md`). It must let nobody read another's topics; the access list for it is there. Without a broker, Home Assistant is not offered.
    MqttConfig as "mqtt" {
        /// The broker: `mqtts:` or `mqtt:`, its host and its port, such as `mqtts://broker.example.org:8883`. By `mqtts` its certificate is checked against those of this system.
        url: Option<String> = None;
        /// The name to log in with.
        user: Option<String> = None;
        /// The password to log in with.
        password: Option<SecretString> = None;
        /// A file that holds the password and nothing else.
        password_file: Option<PathBuf> = None;
        /// The address by which homes reach the broker, where that is another one; recipients read it.
        public_url: Option<String> = None;
    }
}

section! {
    /// How people log in.
    LoginsConfig as "logins" {
        /// How long a login lasts, in days.
        session_days: SessionDays = SessionDays(30);
        /// How many logins may be tried per minute from one address.
        attempts_per_minute: u32 = 10;
        /// How many parcels an account may ask for per hour that are not there or not its own; whoever asks for more is told to wait, and sees what is theirs all the same. An address may ask for as many, from browsers in which the account has not logged in before.
        misses_per_hour: u32 = 20;
    }
}

section! {
    /// Another provider that people may log in with, by `OpenID` Connect. Whoever has an account with an e-mail address that the provider has verified is logged in; no accounts are made. Register `/login/oidc/back` below `http.public_url` there as the address to come back to.
    OidcConfig as "oidc" {
        /// The address of the provider's issuer, such as `https://login.example.org`. Without it, there is no other provider.
        issuer: Option<String> = None;
        /// What this server is called there.
        client_id: Option<String> = None;
        /// The secret that the provider gave. Without it, the code's own proof (PKCE) must do.
        client_secret: Option<SecretString> = None;
        /// A file that holds the secret and nothing else.
        client_secret_file: Option<PathBuf> = None;
        /// What the login page calls the provider; the host of its address when not given.
        name: Option<String> = None;
    }
}

section! {
    /// What the server asks over HTTP: the provider of `[oidc]`, the system of `[webhook]`, the servers of `[ntfy]`, and the push services of browsers. It reaches what is public, at ports 80 and 443, and nothing of this machine or the network around it, unless that is allowed here.
    OutboundConfig as "outbound" {
        /// Targets that are not public and still may be asked: networks (`10.1.2.3/32`), and hosts with or without a port (`sso.internal`, `10.1.2.3:8443`). A host is asked at its port, or at 80 and 443.
        allow: Targets = Targets::default();
    }
}

section! {
    /// Encrypted copies of the database, which `doorstep admin backup` makes.
    BackupConfig as "backup" {
        /// The folder that they go to. The server must be allowed to write there: it deletes copies that are too old, and keeps a list of what was deleted on purpose beside them. It is best on another disk.
        directory: Option<PathBuf> = None;
        /// The public key that copies are made for. `doorstep admin backup-key FILE` makes one; keys of `age-keygen` do as well.
        recipient: Option<Recipient> = None;
        /// After how many days a copy is deleted. What was forgotten is in older copies still, so no longer term is taken.
        keep_days: BackupDays = BackupDays(14);
    }
}

section! {
    /// What is written to standard error. It never holds names, addresses, places or tokens.
    LogConfig as "log" {
        /// How lines are written.
        format: LogFormat = LogFormat::Text;
        /// Which lines are written, such as `info` or `info,doorstep_server=debug`.
        filter: String = "info".to_owned();
    }
}
