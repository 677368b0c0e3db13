//! What is reached over the network: the port, the public address, the mail server, the webhook, ntfy servers.

use std::io::ErrorKind;
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Finding;
use doorstep_server::NtfyTrouble;

use crate::carriers::{self, cannot_be_asked};
use crate::config::{
    Config, HttpConfig, MailConfig, MailProtection, MqttConfig, NtfyConfig, OutboundConfig, WebhookConfig,
};
use crate::wiring;

/// How long the mail server may take to greet.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether the port is free.
pub(super) fn port(config: &HttpConfig) -> Finding {
    match std::net::TcpListener::bind(config.listen) {
        Ok(_free) => Finding::fine("http.listen", format!("{} is free", config.listen)),
        Err(error) => {
            let mend = match error.kind() {
                ErrorKind::AddrInUse => {
                    "Stop the program that listens there, or set `http.listen` to another port."
                }
                ErrorKind::PermissionDenied => {
                    "Ports below 1024 need a right; set `http.listen` to a higher one."
                }
                _ => "Set `http.listen` to an address of this machine, such as 127.0.0.1:8080.",
            };
            Finding::wrong("http.listen", format!("{} cannot be listened on: {error}", config.listen), mend)
        }
    }
}

/// Whether the public address is one that people can open.
pub(super) fn public_url(config: &HttpConfig) -> Finding {
    const CONCERN: &str = "http.public_url";
    let Some(text) = &config.public_url else {
        return Finding::note(
            CONCERN,
            "it is not set, so no e-mail can hold a link and cookies are not marked as secure",
            "Set `http.public_url` to the address that recipients open, such as https://track.example.org.",
        );
    };
    let Ok(url) = reqwest::Url::parse(text) else {
        return Finding::wrong(
            CONCERN,
            format!("{text:?} is no address"),
            "Write it as https://track.example.org.",
        );
    };
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Finding::wrong(
            CONCERN,
            format!("{text:?} is no web address"),
            "Write it as https://track.example.org.",
        );
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Finding::wrong(
            CONCERN,
            format!("{text:?} has a path, and pages are served from the root only"),
            "Give the server a host name of its own and leave the path out.",
        );
    }
    if url.scheme() == "http" {
        return Finding::note(
            CONCERN,
            format!("{text} is not encrypted; logins can be read on the way"),
            "Put a proxy with a certificate before the server and write https.",
        );
    }
    Finding::fine(CONCERN, format!("{text} is an encrypted address"))
}

/// Whether people can have passkeys; what is no address at all is told once.
pub(super) fn passkeys(config: &HttpConfig) -> Option<Finding> {
    const CONCERN: &str = "passkeys";
    let text = config.public_url.as_deref();
    let url = text.map(reqwest::Url::parse).transpose().ok()?;
    Some(match doorstep_server::can_have_passkeys(url.as_ref()) {
        Ok(()) => Finding::fine(
            CONCERN,
            format!("people can log in with passkeys for {}", text.unwrap_or_default()),
        ),
        Err(why) => Finding::note(
            CONCERN,
            format!("nobody can log in with a passkey: {why}"),
            "Set `http.public_url` to an https address with a host name, such as https://track.example.org.",
        ),
    })
}

/// Whether the mail server greets.
pub(super) async fn mail(config: &MailConfig, public_url: Option<&str>) -> Vec<Finding> {
    const CONCERN: &str = "mail";
    let Some(server) = &config.server else {
        return vec![Finding::note(
            CONCERN,
            "no mail server is set, so nobody is told anything by e-mail",
            "Set `mail.server` and `mail.from`.",
        )];
    };
    let mut findings = Vec::new();
    if config.from.is_none() || public_url.is_none() {
        findings.push(Finding::wrong(
            CONCERN,
            "a mail server is set, but `mail.from` or `http.public_url` is not",
            "Set both: e-mails need a sender, and links need an address.",
        ));
    }
    if config.username.is_some() != config.password.is_some() {
        findings.push(Finding::wrong(
            CONCERN,
            "only one of `mail.username` and `mail.password` is set",
            "Set both, or none when the mail server asks for no login.",
        ));
    }
    findings.push(match greeting(server, config).await {
        Ok(()) => Finding::fine(CONCERN, format!("{server}:{} answers", config.port)),
        Err(why) => Finding::wrong(
            CONCERN,
            format!("{server}:{} {why}", config.port),
            "Check `mail.server`, `mail.port` and `mail.protection` (587 with \"starttls\", 465 with \"tls\").",
        ),
    });
    findings
}

/// Whether requests to the webhook can be signed; nothing where there is none.
pub(super) fn webhook(config: &WebhookConfig) -> Option<Finding> {
    const CONCERN: &str = "webhook";
    Some(match wiring::webhook(config).transpose()? {
        Ok(_settings) => Finding::fine(CONCERN, "requests are signed"),
        Err(error) => Finding::wrong(
            CONCERN,
            format!("{error:#}"),
            "Set `webhook.url` to an address and `webhook.secret` to `whsec_` and what `openssl rand -base64 32` says.",
        ),
    })
}

/// Whether other carriers can be asked, each by itself; nobody is asked here, since that is counted.
pub(super) fn carriers(config: &Config) -> Vec<Finding> {
    const CONCERN: &str = "carriers";
    const MEND: &str = "docs/carriers.md has an example of each kind of [[carriers]].";
    let judged = (1..).zip(&config.carriers).map(|(place, one)| match carriers::carrier(config, one) {
        Ok(carrier) => Finding::fine(
            CONCERN,
            format!("{} is asked about its parcels, {} times a day at most", carrier.name(), one.per_day),
        ),
        Err(error) => Finding::wrong(CONCERN, format!("{}: {error}", cannot_be_asked(place, one)), MEND),
    });
    let mut findings: Vec<Finding> = judged.collect();
    if findings.iter().all(|finding| finding.mend.is_empty())
        && let Err(error) = carriers::carriers(config)
    {
        findings.push(Finding::wrong(CONCERN, format!("{error:#}"), MEND));
    }
    findings
}

/// Whether ntfy servers answer and take the token; nothing where there are none.
pub(super) async fn ntfy(config: &NtfyConfig, outbound: &OutboundConfig) -> Vec<Finding> {
    const CONCERN: &str = "ntfy";
    let settings = match wiring::ntfy(config) {
        Ok(Some(settings)) => settings,
        Ok(None) => return Vec::new(),
        Err(error) => {
            let mend = "Set `ntfy.servers` to addresses such as [\"https://ntfy.sh\"], and `ntfy.token` for one alone.";
            return vec![Finding::wrong(CONCERN, format!("{error:#}"), mend)];
        }
    };
    let found = settings.examine(&outbound.allow.0).await;
    let found = found.into_iter().map(|(server, state)| match state {
        Ok(()) => Finding::fine(CONCERN, format!("{server} answers")),
        Err(trouble) => {
            let mend = match trouble {
                NtfyTrouble::Refused => "Set `ntfy.token` to an access token that this server gave.",
                NtfyTrouble::Unreachable(_) | NtfyTrouble::Odd(_) => {
                    "Check the address in `ntfy.servers`; name one of your own network in `outbound.allow`."
                }
            };
            Finding::wrong(CONCERN, format!("{server} {trouble}"), mend)
        }
    });
    found.collect()
}

/// Whether the broker can be connected to; whether it takes the password is in the server's log.
pub(super) async fn mqtt(config: &MqttConfig) -> Option<Finding> {
    const CONCERN: &str = "mqtt";
    let settings = match wiring::mqtt(config) {
        Ok(settings) => settings?,
        Err(error) => {
            let mend = "Set `mqtt.url` to an address such as mqtts://broker.example.org:8883, with both or neither of `mqtt.user` and `mqtt.password`.";
            return Some(Finding::wrong(CONCERN, format!("{error:#}"), mend));
        }
    };
    let (host, port) = settings.address();
    let mend = "Check `mqtt.url` and whether the broker runs.";
    Some(match timeout(PATIENCE, TcpStream::connect((host, port))).await {
        Ok(Ok(_open)) => Finding::fine(CONCERN, format!("{host}:{port} can be connected to")),
        Ok(Err(error)) => Finding::wrong(CONCERN, format!("{host}:{port} cannot be reached: {error}"), mend),
        Err(_elapsed) => {
            Finding::wrong(CONCERN, format!("{host}:{port} does not answer within 5 seconds"), mend)
        }
    })
}

/// The greeting of a mail server; with TLS from the first byte, that it can be connected to must do.
async fn greeting(server: &str, config: &MailConfig) -> Result<(), String> {
    let connect = timeout(PATIENCE, TcpStream::connect((server, config.port))).await;
    let mut stream = connect
        .map_err(|_elapsed| "does not answer within 5 seconds".to_owned())?
        .map_err(|error| format!("cannot be reached: {error}"))?;
    if config.protection == MailProtection::Tls {
        return Ok(());
    }
    let mut code = [0; 3];
    match timeout(PATIENCE, stream.read_exact(&mut code)).await {
        Ok(Ok(_)) if code == *b"220" => Ok(()),
        Ok(Ok(_)) => Err("does not greet like a mail server".to_owned()),
        Ok(Err(error)) => Err(format!("breaks off: {error}")),
        Err(_elapsed) => Err("does not greet within 5 seconds".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt as _;
    use tokio::net::TcpListener;

    use super::super::State;
    use super::*;
    use crate::config::{CarrierConfig, CarrierWord};

    #[test]
    fn a_port_in_use_is_told() {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let listen = taken.local_addr().expect("it has an address");
        let found = port(&HttpConfig { listen, ..HttpConfig::default() });
        assert_eq!(found.state, State::Wrong);
        assert!(found.mend.contains("Stop the program"), "{found:?}");
    }

    #[test]
    fn public_addresses_are_judged() {
        let judged = |text: &str| {
            public_url(&HttpConfig { public_url: Some(text.to_owned()), ..HttpConfig::default() }).state
        };
        assert_eq!(judged("https://track.example.org"), State::Fine);
        assert_eq!(judged("http://127.0.0.1:8080"), State::Note);
        for wrong in [
            "track.example.org",
            "ftp://example.org",
            "https://example.org/track",
            "https://example.org/?a=1",
        ] {
            assert_eq!(judged(wrong), State::Wrong, "{wrong}");
        }
    }

    #[test]
    fn why_there_are_no_passkeys_is_told() {
        let judged = |text: Option<&str>| {
            let config = HttpConfig { public_url: text.map(str::to_owned), ..HttpConfig::default() };
            passkeys(&config).map(|finding| (finding.state, finding.found))
        };
        for fine in ["https://track.example.org", "http://localhost:8080"] {
            assert!(judged(Some(fine)).is_some_and(|(state, _)| state == State::Fine), "{fine}");
        }
        for (text, why) in [
            (None, "there is no public address"),
            (Some("http://track.example.org"), "not https"),
            (Some("https://192.0.2.7"), "is a number"),
        ] {
            let (state, found) = judged(text).expect("it is judged");
            assert!(state == State::Note && found.contains(why), "{found}");
        }
        assert!(judged(Some("track")).is_none(), "that it is no address is told already");
    }

    #[test]
    fn carriers_are_judged_one_by_one() {
        crate::lifecycle::choose_cryptography();
        let one = |name: &str, key: Option<&str>| CarrierConfig {
            name: Some(name.to_owned()),
            kind: Some(CarrierWord::Dhl),
            key: key.map(Into::into),
            ..CarrierConfig::default()
        };
        let judged = |carriers: Vec<CarrierConfig>| -> Vec<State> {
            let config = Config { carriers, ..Config::default() };
            super::carriers(&config).iter().map(|finding| finding.state).collect()
        };
        assert_eq!(judged(Vec::new()), []);
        assert_eq!(judged(vec![one("DHL", Some("abc")), one("Express", None)]), [State::Fine, State::Wrong]);
        let twice = vec![one("DHL", Some("abc")), one("DHL", Some("abc"))];
        assert_eq!(judged(twice), [State::Fine, State::Fine, State::Wrong]);
    }

    #[tokio::test]
    async fn a_mail_server_is_known_by_its_greeting() {
        for (greeting, state) in [("220 ready\r\n", State::Fine), ("HTTP/1.1 400\r\n", State::Wrong)] {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            let port = listener.local_addr().expect("it has an address").port();
            let server = tokio::spawn(async move {
                let (mut stream, _) = listener.accept().await.expect("the doctor connects");
                stream.write_all(greeting.as_bytes()).await.expect("the doctor listens");
            });
            let config = MailConfig {
                server: Some("127.0.0.1".to_owned()),
                port,
                from: Some("no-reply@example.org".to_owned()),
                ..MailConfig::default()
            };
            let findings = mail(&config, Some("https://track.example.org")).await;
            assert_eq!(findings.last().map(|finding| finding.state), Some(state), "{greeting:?}");
            server.await.expect("the server ends");
        }
    }
}
