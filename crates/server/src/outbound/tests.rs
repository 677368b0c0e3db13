//! Nothing inside is reached, whatever is asked for; what is allowed is.

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::BoxFuture;
use http::{Request, Response};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::allowed::Allowed;
use super::client::{BODY_BYTES_MAX, HEAD_BYTES_MAX, HEAD_LINES_MAX, Outbound, OutboundError, TIMEOUT};
use super::lookup::Directory;
use super::target::Refusal;

/// An answer after which the connection is not used again.
const CLOSING: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// Something inside that must not be reached: it counts who comes.
struct Sentinel {
    port: u16,
    visits: Arc<AtomicUsize>,
}

impl Sentinel {
    async fn new() -> Self {
        Self::at("127.0.0.1:0", b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\ninside").await
    }

    /// Gives everyone who comes there the same answer; to none, it holds the connection and says nothing.
    async fn at(address: &str, answer: &[u8]) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (visits, answer) = (Arc::new(AtomicUsize::new(0)), Arc::<[u8]>::from(answer));
        let counted = visits.clone();
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::SeqCst);
                let answer = answer.clone();
                tokio::spawn(async move {
                    let mut head = [0; 4_096];
                    let _asked = socket.read(&mut head).await;
                    let _cut = socket.write_all(&answer).await;
                    let _until_it_is_closed = socket.read(&mut head).await;
                });
            }
        });
        Self { port, visits }
    }

    fn visits(&self) -> usize {
        self.visits.load(Ordering::SeqCst)
    }
}

/// A directory that says what it was told, one answer after the other and the last one for ever.
struct Script {
    answers: Vec<Vec<IpAddr>>,
    asked: Arc<AtomicUsize>,
}

impl Script {
    fn new(answers: &[&[&str]]) -> (Self, Arc<AtomicUsize>) {
        let parsed = |answer: &&[&str]| answer.iter().map(|address| address.parse().unwrap()).collect();
        let asked = Arc::new(AtomicUsize::new(0));
        (Self { answers: answers.iter().map(parsed).collect(), asked: asked.clone() }, asked)
    }
}

impl Directory for Script {
    fn addresses(&self, _name: String) -> BoxFuture<'static, io::Result<Vec<IpAddr>>> {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst).min(self.answers.len() - 1);
        let answer = self.answers[turn].clone();
        Box::pin(async move { Ok(answer) })
    }
}

/// Every way to write an IPv4 address that some reader takes for one.
fn spellings(address: Ipv4Addr) -> Vec<String> {
    let [a, b, c, d] = address.octets();
    let whole = address.to_bits();
    let (three, two) = (whole & 0x00ff_ffff, whole & 0xffff);
    let mut all = vec![
        address.to_string(),
        format!("{address}."),
        whole.to_string(),
        format!("0x{whole:x}"),
        format!("0X{whole:X}"),
        format!("0{whole:o}"),
        format!("0x{a:x}.0x{b:x}.0x{c:x}.0x{d:x}"),
        format!("0{a:o}.0{b:o}.0{c:o}.0{d:o}"),
        format!("000{a:o}.{b}.0x{c:x}.{d}"),
        format!("{a}.{three}"),
        format!("{a}.{b}.{two}"),
        format!("%3{}{}", a.to_string().split_at(1).0, &address.to_string()[1..]),
        format!("{a}%2e{b}%2e{c}%2e{d}"),
        format!("{a}\u{3002}{b}\u{3002}{c}\u{3002}{d}"),
    ];
    all.extend(disguises(address).iter().map(|v6| format!("[{v6}]")));
    all
}

/// Every IPv6 address that some network turns into an IPv4 one.
fn disguises(address: Ipv4Addr) -> Vec<Ipv6Addr> {
    let low = u128::from(address.to_bits());
    let teredo = 0x2001_0000_u128 << 96 | (!low & 0xffff_ffff);
    [
        0xffff_u128 << 32 | low,
        low,
        0x0064_ff9b_u128 << 96 | low,
        0x0064_ff9b_0001_u128 << 80 | low,
        0x2002_u128 << 112 | low << 80 | 1,
        teredo,
        0x2a00_u128 << 112 | 0x0000_5efe_u128 << 32 | low,
        0x2a00_u128 << 112 | 0x0200_5efe_u128 << 32 | low,
    ]
    .map(Ipv6Addr::from_bits)
    .to_vec()
}

const INSIDE_V4: [&str; 22] = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.2.1",
    "192.31.196.1",
    "192.52.193.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.175.48.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
];

const INSIDE_V6: [&str; 12] = [
    "::",
    "::1",
    "0:0:0:0:0:0:0:1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%25eth0",
    "fec0::1",
    "ff02::1",
    "100::1",
    "2001:db8::1",
    "3fff::1",
];

const INSIDE_NAMES: [&str; 14] = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "x.localhost",
    "localhost.localdomain",
    "router.lan",
    "printer.local",
    "metadata.google.internal",
    "nas.home.arpa",
    "intranet",
    "xn--",
    "inside.example.org",
    "inside.example.org.",
    "127.0.0.1.example.org",
];

/// Wherever it leads, what it is written with makes it refused.
fn odd(port: u16) -> Vec<String> {
    let schemes = ["ftp", "file", "gopher", "ws", "wss", "data", "javascript", "dict", "ldap", "unix"];
    let schemes = schemes.map(|scheme| format!("{scheme}://127.0.0.1:{port}/"));
    let hosts =
        ["user@127.0.0.1", "user:secret@127.0.0.1", "example.org@127.0.0.1", ":@127.0.0.1", "@127.0.0.1"];
    let hosts = hosts.map(|host| format!("http://{host}:{port}/"));
    let ports =
        [0, 1, 21, 22, 23, 25, 53, 110, 143, 389, 445, 587, 1433, 2375, 3306, 5432, 6379, 8080, 9200, 11_211];
    let ports = ports.map(|port| format!("http://public.example.org:{port}/"));
    let texts = [
        format!("http://127.0.0.1:{port}\\@public.example.org/"),
        format!("http://public.example.org\\@127.0.0.1:{port}/"),
        format!("http:127.0.0.1:{port}"),
        format!("http:/127.0.0.1:{port}"),
        format!("http:///127.0.0.1:{port}/"),
        format!("//127.0.0.1:{port}/"),
        format!("http://127.0.0.1:{port}#@public.example.org/"),
        format!("http://127.0.0.1:{port}?@public.example.org/"),
        format!("http://\t127.0.0.1:{port}/"),
        format!("ht\ntp://127.0.0.1:{port}/"),
        format!("http://①②⑦.⓪.⓪.①:{port}/"),
        format!("http://１２７.0.0.1:{port}/"),
        format!("http://127.0.0.1:{port}{}/", "/x".repeat(2_048)),
        String::new(),
    ];
    schemes.into_iter().chain(hosts).chain(ports).chain(texts).collect()
}

/// A thousand targets, each of which leads inside for some reader of addresses.
fn corpus(port: u16) -> BTreeSet<String> {
    let v4 = INSIDE_V4.iter().flat_map(|address| spellings(address.parse().unwrap()));
    let v6 = INSIDE_V6.iter().map(|address| format!("[{address}]"));
    let names = INSIDE_NAMES.iter().map(ToString::to_string);
    let hosts: Vec<String> = v4.chain(v6).chain(names).collect();
    let plain = hosts.iter().map(|host| format!("http://{host}/"));
    let at_port = hosts.iter().map(|host| format!("http://{host}:{port}/"));
    plain.chain(at_port).chain(odd(port)).collect()
}

/// A client that may ask at the sentinel's port, so that only the guard of addresses is in between.
fn client_at(port: u16, allowed: &[&str], directory: impl Directory) -> Outbound {
    let allowed = Allowed::new(allowed.iter().copied()).unwrap().and_port(port);
    Outbound::with(&allowed, directory).unwrap()
}

async fn ask(client: &Outbound, target: &str) -> Result<Response<Vec<u8>>, OutboundError> {
    client.send(Request::get(target).body(Vec::new()).unwrap()).await
}

#[tokio::test]
async fn nothing_inside_is_reached_by_any_spelling() {
    let sentinel = Sentinel::new().await;
    let (inside, _) = Script::new(&[&["127.0.0.1"]]);
    let client = client_at(sentinel.port, &[], inside);
    let corpus = corpus(sentinel.port);
    assert!(corpus.len() >= 1_000, "{} targets", corpus.len());
    for target in &corpus {
        // A name tells nothing before it is looked up.
        assert!(client.check(target).is_err() || target.contains("example.org"), "{target}");
        // What is no address at all cannot even be sent.
        let Ok(request) = Request::get(target).body(Vec::new()) else { continue };
        let refused = client.send(request).await;
        assert!(matches!(refused, Err(OutboundError::Refused(_))), "{target}: {refused:?}");
    }
    assert_eq!(sentinel.visits(), 0);
}

#[tokio::test]
async fn what_is_allowed_is_reached_and_nothing_beside_it() {
    let sentinel = Sentinel::new().await;
    let (inside, asked) = Script::new(&[&["127.0.0.1"]]);
    let named = format!("sso.internal:{}", sentinel.port);
    let address = format!("127.0.0.1:{}", sentinel.port);
    let client = client_at(sentinel.port, &[&named, &address], inside);
    for host in [&named, &address] {
        assert_eq!(ask(&client, &format!("http://{host}/")).await.unwrap().into_body(), b"inside");
    }
    assert_eq!((sentinel.visits(), asked.load(Ordering::SeqCst)), (2, 1));
    for host in ["other.example.org", "127.0.0.2", "sso.internal.example.org"] {
        let refused = ask(&client, &format!("http://{host}:{}/", sentinel.port)).await;
        assert!(matches!(refused, Err(OutboundError::Refused(Refusal::NotPublic))), "{host}: {refused:?}");
    }
    assert_eq!(sentinel.visits(), 2);
}

#[tokio::test]
async fn what_was_judged_is_dialled_and_a_name_that_changes_its_mind_gains_nothing() {
    let sentinel = Sentinel::new().await;
    // Another address of this machine stands in for a public one, at the same port.
    let outside = Sentinel::at(&format!("127.0.0.2:{}", sentinel.port), CLOSING).await;
    let (rebinding, asked) = Script::new(&[&["127.0.0.2"], &["127.0.0.1"]]);
    let client = client_at(sentinel.port, &["127.0.0.2/32"], rebinding);
    let target = format!("http://rebound.example.org:{}/", sentinel.port);
    assert!(ask(&client, &target).await.is_ok());
    assert_eq!((outside.visits(), asked.load(Ordering::SeqCst)), (1, 1));
    for turn in 2..10 {
        let refused = ask(&client, &target).await;
        assert!(matches!(refused, Err(OutboundError::Refused(Refusal::NotPublic))), "{refused:?}");
        assert_eq!(asked.load(Ordering::SeqCst), turn);
    }
    assert_eq!((outside.visits(), sentinel.visits()), (1, 0));
}

#[tokio::test]
async fn one_address_inside_is_enough_to_refuse_a_name() {
    for answer in
        [["127.0.0.2", "127.0.0.1"], ["127.0.0.2", "::ffff:127.0.0.1"], ["64:ff9b::7f00:1", "127.0.0.2"]]
    {
        let sentinel = Sentinel::new().await;
        let (mixed, _) = Script::new(&[&answer]);
        let client = client_at(sentinel.port, &["127.0.0.2/32"], mixed);
        let refused = ask(&client, &format!("http://mixed.example.org:{}/", sentinel.port)).await;
        assert!(matches!(refused, Err(OutboundError::Refused(Refusal::NotPublic))), "{refused:?}");
        assert_eq!(sentinel.visits(), 0);
    }
}

/// Asks a server that gives this answer.
async fn answer_of(answer: Vec<u8>) -> Result<Response<Vec<u8>>, OutboundError> {
    let server = Sentinel::at("127.0.0.1:0", &answer).await;
    let address = format!("127.0.0.1:{}", server.port);
    let (nobody, _) = Script::new(&[&[]]);
    let answer = ask(&client_at(server.port, &[&address], nobody), &format!("http://{address}/")).await;
    assert_eq!(server.visits(), 1, "one question is one connection");
    answer
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_is_not_followed() {
    let inside = Sentinel::new().await;
    for status in [301, 302, 303, 307, 308] {
        let head = format!("HTTP/1.1 {status} x\r\nlocation: http://127.0.0.1:{}/\r\n", inside.port);
        let answer = answer_of(format!("{head}content-length: 0\r\n\r\n").into_bytes()).await.unwrap();
        assert_eq!(answer.status(), status);
    }
    assert_eq!(inside.visits(), 0);
}

#[tokio::test]
async fn answers_end_at_their_limits() {
    let body = |length: usize| {
        let mut answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n").into_bytes();
        answer.resize(answer.len() + length, b'x');
        answer
    };
    assert_eq!(answer_of(body(BODY_BYTES_MAX)).await.unwrap().body().len(), BODY_BYTES_MAX);
    assert!(matches!(answer_of(body(BODY_BYTES_MAX + 1)).await, Err(OutboundError::TooLong)));
    let head = |length: usize| {
        format!("HTTP/1.1 200 OK\r\nx: {}\r\ncontent-length: 0\r\n\r\n", "x".repeat(length)).into_bytes()
    };
    let others = "x".len() + "content-length".len() + "0".len();
    assert!(answer_of(head(HEAD_BYTES_MAX - others)).await.is_ok());
    assert!(matches!(answer_of(head(HEAD_BYTES_MAX - others + 1)).await, Err(OutboundError::TooLong)));
    let lines = format!("HTTP/1.1 200 OK\r\n{}\r\n", "x: y\r\n".repeat(HEAD_LINES_MAX + 1));
    assert!(matches!(answer_of(lines.into_bytes()).await, Err(OutboundError::Unreachable(_))));
}

#[tokio::test(start_paused = true)]
async fn whoever_says_nothing_is_not_waited_for_longer_than_the_limit() {
    let begun = tokio::time::Instant::now();
    assert!(matches!(answer_of(Vec::new()).await, Err(OutboundError::Unreachable(_))));
    assert!(begun.elapsed() <= TIMEOUT + std::time::Duration::from_millis(10));
}

#[tokio::test]
async fn an_error_does_not_tell_the_target() {
    let (nobody, _) = Script::new(&[&["127.0.0.1"]]);
    let client = client_at(1, &["secret.example.org:1"], nobody);
    let error = ask(&client, "http://secret.example.org:1/token").await.unwrap_err();
    assert!(matches!(error, OutboundError::Unreachable(_)));
    let told = format!("{error} {error:?} {:?}", std::error::Error::source(&error));
    assert!(!told.contains("token"), "{told}");
}
