//! Walks every operation of the interface, and every page, as the real router serves them, with every caller and for
//! everyone's things: what is let in is what the table says, and whatever is not one's own is as absent as what never
//! was.

mod bodies;
mod document;
mod named;
mod passkeys;
mod world;

use std::collections::BTreeMap;

use bodies::{Ask, nouns};
use http::HeaderMap;
use http::header::{CONTENT_TYPE, LOCATION, SET_COOKIE};
use world::{Walker, Whose, World};

use super::*;

/// Routes that have nothing to answer with on this server, which has neither tiles nor a brand nor another provider, and no link
/// that leads anywhere; nor does its operator let drivers be asked to come later, or have another carrier bring anything; and its parcels are
/// with their drivers, so that none goes elsewhere. An empty picture is none.
const UNSET: [(&str, u16); 13] = [
    ("/v1/parcels/{id}/carrier-events", 409),
    ("/v1/parcels/{id}/later", 409),
    ("/v1/parcels/{id}/day", 409),
    ("/v1/parcels/{id}/pickup-point", 409),
    ("/v1/parcels/{id}/pickup-point", 422),
    ("/v1/parcels/{id}/place-photo", 422),
    ("/map/tiles/{z}/{x}/{y}", 404),
    ("/assets/{file}", 404),
    ("/brand/{file}", 404),
    ("/login/oidc", 404),
    ("/login/oidc/back", 404),
    ("/login/link", 404),
    ("/login/link/{token}", 410),
];

/// Routes that do not mind whether what their last id names is there, whether any word will do, and why.
const FORGIVING: [(&str, bool, &str); 2] = [
    (
        "/v1/visibility/senders/{sender}",
        true,
        "a sender is a name, and may have rules before a parcel bears it",
    ),
    ("/parcels/{id}/shares/{share}/end", false, "a share that is gone already is as good as taken back"),
];

/// What is left of a walk.
#[derive(Debug, Default)]
struct Walked {
    requests: usize,
    /// Those that reached what they asked for.
    let_in: usize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_operation_lets_in_whom_the_table_says_and_only_to_what_is_theirs() {
    let walks: Vec<_> = TABLE.iter().map(|row| (row, tokio::spawn(walk(row)))).collect();
    let (mut rows, mut all) = (BTreeSet::new(), Walked::default());
    for (row, walk) in walks {
        let walked = walk.await.unwrap_or_else(|_panic| panic!("{:?} {}: see above", row.verb, row.path));
        all.requests += walked.requests;
        all.let_in += walked.let_in;
        rows.insert(document::name(row.verb.name(), row.path));
    }
    let described = document::operations().await;
    let missing: Vec<_> = described.difference(&rows).collect();
    assert!(missing.is_empty(), "not walked: {missing:?}");
    let (operations, callers) = (described.len(), World::new().await.walkers.len());
    let others = rows.len() - operations;
    println!(
        "{operations} operations and {others} other routes x {callers} callers x ids = {} requests",
        all.requests
    );
    println!("{} of them reached what they asked for", all.let_in);
}

/// One row, with everyone and for everyone's things.
async fn walk(row: &Row) -> Walked {
    let mut walked = Walked::default();
    let mut world = World::for_row(row).await;
    for number in 0..world.walkers.len() {
        let mut strange = Strange::default();
        let mut all = combinations(nouns(row.path).len());
        all.sort_by_key(|whose| Visit::new(&world, row, number, whose).is_at_home());
        for whose in all {
            let visit = Visit::new(&world, row, number, &whose);
            let seen = visit.pay().await;
            walked.requests += 1;
            walked.let_in += usize::from(visit.is_reaching());
            visit.check(&seen, &mut strange);
            // What is refused has changed nothing: the same world goes on until someone does something with their own.
            if visit.is_at_home() && !row.verb.is_safe() {
                world = World::for_row(row).await;
            }
        }
    }
    walked
}

/// Everyone's things, for so many ids.
fn combinations(ids: usize) -> Vec<Vec<Whose>> {
    (0..ids).fold(vec![vec![]], |all, _| {
        let longer = |whose: Vec<Whose>| {
            Whose::ALL.into_iter().map(move |next| whose.iter().copied().chain([next]).collect())
        };
        all.into_iter().flat_map(longer).collect()
    })
}

/// One request: a row, asked by someone for the things of these.
struct Visit<'a> {
    world: &'a World,
    row: &'a Row,
    walker: &'a Walker,
    whose: &'a [Whose],
}

impl<'a> Visit<'a> {
    fn new(world: &'a World, row: &'a Row, number: usize, whose: &'a [Whose]) -> Self {
        Self { world, row, walker: &world.walkers[number], whose }
    }

    /// Whether the table lets the caller in.
    fn is_let_in(&self) -> bool {
        // Trackers bring a token in words of their own, which the handler reads.
        let is_known = self.row.access != Access::Phone || self.walker.kind == C::Device;
        is_known && lets_in(self.row.access, self.walker.kind)
    }

    fn owns(&self, whose: Whose) -> bool {
        self.is_let_in() && self.walker.own.has(whose, self.row.access)
    }

    /// Whether all that is asked for is the caller's.
    fn is_at_home(&self) -> bool {
        self.is_let_in() && self.whose.iter().all(|whose| self.owns(*whose))
    }

    /// Whether the caller gets an answer.
    fn is_reaching(&self) -> bool {
        let is_word = self.whose.last() != Some(&Whose::Nonsense);
        let is_forgiven = |(path, any, _): &(&str, bool, &str)| *path == self.row.path && (*any || is_word);
        let asked = self.whose.len() - usize::from(FORGIVING.iter().any(is_forgiven));
        self.is_let_in() && self.whose.iter().take(asked).all(|whose| self.owns(*whose))
    }

    async fn pay(&self) -> Seen {
        if self.row.access == Access::Guest {
            // Guests are patient, and this test is not.
            self.world.house.clock.advance(SignedDuration::from_mins(1));
        }
        let ask = bodies::ask(self.world, self.row, self.walker, self.whose).await;
        send(self.world, self.row, self.walker, ask).await
    }

    fn check(&self, seen: &Seen, strange: &mut Strange) {
        let Self { row, walker, whose, .. } = self;
        let what = format!("{:?} {} as {:?} {} for {whose:?}", row.verb, row.path, walker.kind, walker.name);
        self.tells_nothing_of_others(seen, &what);
        let shape = |whose: &Whose| (self.owns(*whose), self.is_let_in() && *whose == Whose::Nonsense);
        if !self.is_at_home() {
            strange.check(self.is_reaching(), whose.iter().map(shape).collect(), seen, &what);
        }
        if self.is_reaching() {
            self.is_reached(seen, &what);
        } else {
            self.is_sent_away(seen, &what);
        }
    }

    fn is_reached(&self, seen: &Seen, what: &str) {
        let is_sent_to_log_in = seen.location() == Some("/login") && !seen.headers.contains_key(SET_COOKIE);
        let is_for_anyone = matches!(self.row.access, Access::Visitor | Access::Guest);
        let is_led_on = seen.status.is_redirection() && (is_for_anyone || !is_sent_to_log_in);
        let is_unset = UNSET.contains(&(self.row.path, seen.status.as_u16()));
        assert!(seen.status.is_success() || is_led_on || is_unset, "{what}: {seen:?}");
    }

    fn is_sent_away(&self, seen: &Seen, what: &str) {
        let expected = match (self.is_let_in(), self.row.access) {
            (true, _) => (StatusCode::NOT_FOUND, None),
            (false, Access::Phone) => (StatusCode::UNAUTHORIZED, None),
            (false, _) => sent_away(self.row, self.walker.kind),
        };
        assert_eq!((seen.status, seen.location()), expected, "{what}: {seen:?}");
    }

    /// Nobody reads a word of what is not theirs, unless they said it themselves.
    fn tells_nothing_of_others(&self, seen: &Seen, what: &str) {
        let all = format!("{:?} {}", seen.headers, seen.body);
        let others = [Whose::Adas, Whose::Bobs, Whose::Eves].into_iter().filter(|whose| !self.owns(*whose));
        for word in others.flat_map(|whose| self.world.of(whose).words()) {
            assert!(!all.contains(word) || seen.said.contains(word), "{what} tells {word}: {all}");
        }
    }
}

async fn send(world: &World, row: &Row, walker: &Walker, ask: Ask) -> Seen {
    let Ask { path, kind, body } = ask;
    let request = Request::builder().method(row.verb.name()).uri(&path).header(CONTENT_TYPE, kind);
    let is_in_message = row.access == Access::Phone && row.path != "/ingest/owntracks";
    let request = match &walker.credentials {
        Credentials::Bearer(_) if is_in_message => request,
        credentials => credentials.on(request),
    };
    let said = format!("{path} {body}");
    world.store.take_asked();
    let response = world.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
    Seen::of(response, said, world.store.take_asked()).await
}

/// An answer without what is of its instant alone, and what the database was asked for it.
#[derive(Debug, Clone, PartialEq)]
struct Seen {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
    /// What the caller said themselves.
    said: String,
    asked: Vec<&'static str>,
}

impl Seen {
    async fn of(response: Response<Body>, said: String, asked: Vec<&'static str>) -> Self {
        let (parts, mut body) = response.into_parts();
        let is_stream = parts.headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if is_stream {
            // A stream does not end; what it begins with is the whole view.
            body.frame().await.unwrap().unwrap().into_data().unwrap()
        } else {
            body.collect().await.unwrap().to_bytes()
        };
        let mut headers = parts.headers;
        headers.remove("x-request-id");
        Self { status: parts.status, headers, body: String::from_utf8_lossy(&body).into_owned(), said, asked }
    }

    fn location(&self) -> Option<&str> {
        self.headers.get(LOCATION).map(|there| there.to_str().unwrap())
    }
}

/// The answers to one caller about what is not theirs.
#[derive(Default)]
struct Strange(BTreeMap<(bool, Vec<(bool, bool)>), Seen>);

impl Strange {
    /// Whether an answer is like all before it, and was found out like those whose ids were of the same shape.
    fn check(&mut self, is_reaching: bool, shape: Vec<(bool, bool)>, seen: &Seen, what: &str) {
        if let Some((_, any)) = self.0.iter().find(|((other, _), _)| *other == is_reaching) {
            let told = |seen: &Seen| (seen.status, seen.headers.clone(), seen.body.clone());
            assert_eq!(told(seen), told(any), "{what}");
        }
        let like = self.0.entry((is_reaching, shape)).or_insert_with(|| seen.clone());
        assert_eq!(seen.asked, like.asked, "{what}");
    }
}
