//! Who may call what: every method and path of the server, in one place.
//!
//! The router is built from this table, one middleware enforces it, and a test walks it with every kind of caller.

use Access::{
    Account, Admin, Calendar, Device, Dispatcher, Embedded, Guest, Internal, Open, OperatorRead,
    OperatorWrite, Phone, Recipient, Share, Shop, Staff, Visitor,
};
use Verb::{Delete, Get, Patch, Post, Put};

/// What a route asks of its caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Access {
    /// Nothing, and it does not look who calls.
    Open,
    /// Nothing; a session is looked up when the caller has one.
    Visitor,
    /// Nothing but patience: calls are rate limited by address, or by browser where someone has logged in before. A
    /// session is looked up.
    Guest,
    /// A session of any role.
    Account,
    /// A recipient's session.
    Recipient,
    /// A dispatcher's session; administrators are dispatchers as well.
    Dispatcher,
    /// An administrator's session.
    Admin,
    /// An operator's key that may read.
    OperatorRead,
    /// An operator's key that may write.
    OperatorWrite,
    /// A shop's key, or an operator's key that may read.
    Shop,
    /// An operator's key that may read, or a dispatcher's session.
    Staff,
    /// A device's token, as bearer or cookie.
    Device,
    /// A device's token, wherever the phone's dialect puts it: the handler calls `access::device_by_token`.
    Phone,
    /// The token of a share, as the last part of the path.
    Share,
    /// The token of a calendar, as the last part of the path, before its `.ics`.
    Calendar,
    /// The token that a shop's server was given for a page of its own, as the part of the path behind `embed`.
    Embedded,
    /// A caller on this machine that no proxy stands before.
    Internal,
}

/// The methods that routes have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Verb {
    /// GET, and HEAD with it.
    Get,
    /// POST
    Post,
    /// PUT
    Put,
    /// PATCH
    Patch,
    /// DELETE
    Delete,
}

impl Verb {
    /// The verb of a method; HEAD is asked for what GET is.
    pub(crate) fn of(method: &http::Method) -> Option<Self> {
        match method.as_str() {
            "GET" | "HEAD" => Some(Get),
            "POST" => Some(Post),
            "PUT" => Some(Put),
            "PATCH" => Some(Patch),
            "DELETE" => Some(Delete),
            _ => None,
        }
    }

    /// The method's name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Get => "GET",
            Post => "POST",
            Put => "PUT",
            Patch => "PATCH",
            Delete => "DELETE",
        }
    }

    /// Whether the method changes nothing.
    pub(crate) fn is_safe(self) -> bool {
        self == Get
    }
}

/// How a route speaks when it refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// By problem documents.
    Api,
    /// By pages: who is not logged in is led to the login.
    Page,
}

/// One route.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Its method.
    pub(crate) verb: Verb,
    /// Its path, in the router's words.
    pub(crate) path: &'static str,
    /// What it asks of its caller.
    pub(crate) access: Access,
    /// The largest body that it reads, in bytes.
    pub(crate) body_max: usize,
    /// How it refuses.
    pub(crate) face: Face,
    /// Whether its answer can tell staff where a driver is or was. Then the look is recorded first (`looks`).
    pub(crate) tells_position: bool,
}

impl Row {
    /// The row of a route whose answer can tell staff where a driver is or was.
    const fn tells_position(self) -> Self {
        Self { tells_position: true, ..self }
    }

    /// The row of a form that is read up to a size of its own: what is too long for its fields is told beside them, and
    /// not lost.
    const fn up_to(self, body_max: usize) -> Self {
        Self { body_max, ..self }
    }

    /// Whether this is the row of a method and path.
    pub(crate) fn is(&self, verb: Verb, path: &str) -> bool {
        self.verb == verb && self.path == path
    }

    /// Whether it answers with a stream, which costs a place for as long as someone holds it.
    pub(crate) fn is_stream(&self) -> bool {
        self.path.ends_with("/stream")
    }

    /// Whether no page of another site may call it with a cookie of ours: it changes something, or it is a stream.
    pub(crate) fn minds_who_asks(&self) -> bool {
        !self.verb.is_safe() || self.is_stream()
    }
}

/// The row of a method and path.
pub(crate) fn find(verb: Verb, path: &str) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.is(verb, path))
}

/// Whether a path is that of a page that one must be logged in for.
pub(crate) fn is_page_behind_the_login(path: &str) -> bool {
    TABLE.iter().any(|row| {
        let asks_for_login = matches!(row.access, Account | Recipient | Dispatcher | Admin);
        row.verb == Get && row.face == Face::Page && asks_for_login && fits(row.path, path)
    })
}

fn fits(pattern: &str, path: &str) -> bool {
    let (patterns, parts) = (pattern.split('/'), path.split('/'));
    let is_fit =
        |(pattern, part): (&str, &str)| pattern == part || (pattern.starts_with('{') && !part.is_empty());
    patterns.clone().count() == parts.clone().count() && patterns.zip(parts).all(is_fit)
}

const KIB: usize = 1 << 10;
const MIB: usize = 1 << 20;

/// A route of the interface for programs.
const fn api(verb: Verb, path: &'static str, access: Access) -> Row {
    Row { verb, path, access, body_max: 256 * KIB, face: Face::Api, tells_position: false }
}

/// A route of the interface for programs with bodies of its own size.
const fn big(verb: Verb, path: &'static str, access: Access, body_max: usize) -> Row {
    Row { verb, path, access, body_max, face: Face::Api, tells_position: false }
}

/// A page, or a form on one.
const fn page(verb: Verb, path: &'static str, access: Access) -> Row {
    Row { verb, path, access, body_max: 16 * KIB, face: Face::Page, tells_position: false }
}

/// Every route of the server.
pub(crate) const TABLE: &[Row] = &[
    // The operator's own systems.
    api(Post, "/v1/drivers", OperatorWrite),
    api(Post, "/v1/drivers/{id}/codes", OperatorWrite),
    api(Post, "/v1/devices", OperatorWrite),
    api(Get, "/v1/devices", OperatorRead),
    api(Delete, "/v1/devices/{id}", OperatorWrite),
    api(Post, "/v1/recipients", OperatorWrite),
    api(Put, "/v1/recipients/{id}/phone", OperatorWrite),
    big(Post, "/v1/parcels", OperatorWrite, 2 * MIB),
    api(Get, "/v1/parcels", OperatorRead),
    api(Get, "/v1/parcels/{id}", OperatorRead),
    api(Patch, "/v1/parcels/{id}", OperatorWrite),
    api(Post, "/v1/parcels/{id}/carrier-events", OperatorWrite),
    big(Post, "/v1/regions", OperatorWrite, MIB),
    api(Get, "/v1/regions", OperatorRead),
    api(Delete, "/v1/regions/{id}", OperatorWrite),
    api(Post, "/v1/pickup-points", OperatorWrite),
    api(Get, "/v1/pickup-points", OperatorRead),
    api(Put, "/v1/pickup-points/{id}", OperatorWrite),
    api(Delete, "/v1/pickup-points/{id}", OperatorWrite),
    api(Get, "/v1/visibility", OperatorRead),
    api(Put, "/v1/visibility", OperatorWrite),
    api(Get, "/v1/visibility/changes", OperatorRead),
    api(Get, "/v1/visibility/senders", OperatorRead),
    api(Get, "/v1/visibility/senders/{sender}", OperatorRead),
    api(Put, "/v1/visibility/senders/{sender}", OperatorWrite),
    api(Get, "/v1/regions/{id}/visibility", OperatorRead),
    api(Put, "/v1/regions/{id}/visibility", OperatorWrite),
    api(Get, "/v1/parcels/{id}/visibility", OperatorRead),
    api(Put, "/v1/parcels/{id}/visibility", OperatorWrite),
    api(Post, "/v1/parcels/{id}/visibility/preview", OperatorRead).tells_position(),
    api(Get, "/v1/audit", OperatorRead),
    big(Post, "/v1/tours", OperatorWrite, 8 * MIB),
    api(Get, "/v1/tours", OperatorRead),
    api(Get, "/v1/tours/{id}", OperatorRead).tells_position(),
    api(Patch, "/v1/tours/{id}", OperatorWrite).tells_position(),
    big(Post, "/v1/tours/{id}/events", OperatorWrite, 4 * MIB),
    api(Get, "/v1/tours/{id}/explanation", Staff).tells_position(),
    api(Get, "/v1/accuracy", Staff),
    api(Get, "/v1/ratings", Staff),
    api(Get, "/v1/reports", Staff).tells_position(),
    api(Put, "/v1/parcels/{id}/report", OperatorWrite),
    api(Get, "/v1/experience", Staff),
    api(Delete, "/v1/experience", OperatorWrite),
    // Pages of shops.
    api(Post, "/v1/embed-tokens", Shop),
    api(Get, "/v1/embed/{token}", Embedded),
    api(Get, "/v1/embed/{token}/stream", Embedded),
    api(Get, "/embed/{token}/badge.svg", Embedded),
    page(Get, "/embed/{token}/map", Embedded),
    api(Get, "/embed/{token}/map/stream", Embedded),
    api(Get, "/embed/tracker.js", Open),
    // Drivers and phones.
    api(Post, "/v1/driver/session", Guest),
    api(Delete, "/v1/driver/session", Device),
    api(Get, "/v1/driver/tour", Device),
    api(Get, "/v1/driver/privacy", Device),
    big(Post, "/v1/driver/events", Device, 4 * MIB),
    big(Put, "/v1/driver/parcels/{id}/photo", Device, 2 * MIB),
    api(Get, "/v1/driver/parcels/{id}/place-photo", Device),
    api(Post, "/ingest/owntracks", Phone),
    api(Get, "/ingest/osmand", Phone),
    api(Post, "/ingest/osmand", Phone),
    api(Post, "/ingest/traccar", Phone),
    // Recipients.
    api(Post, "/v1/session", Guest),
    api(Delete, "/v1/session", Account),
    api(Get, "/v1/sessions", Account),
    api(Delete, "/v1/sessions", Account),
    api(Delete, "/v1/sessions/{id}", Account),
    api(Post, "/v1/passkey-ceremonies/login", Visitor),
    api(Post, "/v1/passkey-ceremonies/new", Account),
    big(Post, "/v1/session/passkey", Guest, 16 * KIB),
    api(Get, "/v1/passkeys", Account),
    big(Post, "/v1/passkeys", Account, 16 * KIB),
    api(Delete, "/v1/passkeys/{id}", Account),
    api(Get, "/v1/orders", Recipient),
    api(Get, "/v1/parcels/{id}/tracking", Recipient),
    api(Get, "/v1/parcels/{id}/tracking/stream", Recipient),
    api(Get, "/v1/parcels/{id}/proof/photo", Recipient),
    api(Put, "/v1/parcels/{id}/instruction", Recipient),
    api(Delete, "/v1/parcels/{id}/instruction", Recipient),
    api(Put, "/v1/parcels/{id}/mark", Recipient),
    big(Put, "/v1/parcels/{id}/place-photo", Recipient, 2 * MIB),
    api(Get, "/v1/parcels/{id}/place-photo", Recipient),
    api(Put, "/v1/parcels/{id}/access", Recipient),
    api(Post, "/v1/parcels/{id}/later", Recipient),
    api(Put, "/v1/parcels/{id}/day", Recipient),
    api(Get, "/v1/parcels/{id}/pickup-points", Recipient),
    api(Put, "/v1/parcels/{id}/pickup-point", Recipient),
    api(Delete, "/v1/parcels/{id}/pickup-point", Recipient),
    api(Put, "/v1/parcels/{id}/rating", Recipient),
    api(Post, "/v1/parcels/{id}/report", Recipient),
    api(Post, "/v1/parcels/{id}/shares", Recipient),
    api(Get, "/v1/parcels/{id}/shares", Recipient),
    api(Delete, "/v1/parcels/{id}/shares/{share}", Recipient),
    api(Get, "/v1/calendar", Recipient),
    api(Put, "/v1/calendar", Recipient),
    api(Delete, "/v1/calendar", Recipient),
    api(Get, "/v1/notifications", Recipient),
    api(Put, "/v1/notifications", Recipient),
    api(Get, "/v1/push-key", Recipient),
    api(Get, "/v1/push-subscriptions", Recipient),
    big(Put, "/v1/push-subscriptions", Recipient, 16 * KIB),
    api(Delete, "/v1/push-subscriptions/{id}", Recipient),
    // Pages.
    page(Get, "/", Visitor),
    page(Get, "/login", Visitor),
    page(Post, "/login", Guest),
    page(Post, "/login/link", Guest),
    page(Get, "/login/link/{token}", Visitor),
    page(Post, "/login/link/{token}", Guest),
    page(Get, "/login/oidc", Guest),
    page(Get, "/login/oidc/back", Guest),
    page(Post, "/logout", Account),
    page(Get, "/sessions", Account),
    page(Post, "/sessions", Account),
    page(Post, "/sessions/passkeys", Account),
    page(Get, "/orders", Recipient),
    page(Get, "/parcels/{id}", Recipient),
    api(Get, "/parcels/{id}/stream", Recipient),
    page(Post, "/parcels/{id}/instruction", Recipient).up_to(256 * KIB),
    page(Post, "/parcels/{id}/rating", Recipient).up_to(256 * KIB),
    page(Post, "/parcels/{id}/report", Recipient),
    page(Get, "/parcels/{id}/shares", Recipient),
    page(Post, "/parcels/{id}/shares", Recipient),
    page(Post, "/parcels/{id}/shares/{share}/end", Recipient),
    page(Get, "/s/{token}", Share),
    page(Get, "/calendar", Recipient),
    page(Post, "/calendar", Recipient),
    api(Get, "/calendar/{token}", Calendar),
    page(Get, "/notifications", Recipient),
    page(Post, "/notifications", Recipient),
    page(Post, "/notifications/browsers", Recipient),
    page(Post, "/notifications/ntfy", Recipient),
    page(Post, "/notifications/home", Recipient),
    page(Get, "/manifest.webmanifest", Open),
    page(Get, "/push/sw.js", Open),
    page(Post, "/language", Visitor),
    page(Get, "/help", Visitor),
    page(Get, "/driver", Visitor),
    page(Get, "/driver/sw.js", Open),
    page(Get, "/driver/manifest.webmanifest", Open),
    page(Get, "/dispatch", Dispatcher).tells_position(),
    page(Get, "/dispatch/tours/{id}", Dispatcher).tells_position(),
    page(Post, "/dispatch/parcels/{id}/code", Dispatcher),
    page(Get, "/dispatch/reports", Dispatcher).tells_position(),
    page(Post, "/dispatch/parcels/{id}/report", Dispatcher).up_to(256 * KIB),
    page(Get, "/dispatch/accuracy", Dispatcher),
    page(Get, "/dispatch/messages", Dispatcher),
    page(Get, "/dispatch/messages/mail", Dispatcher),
    page(Get, "/dispatch/visibility", Dispatcher),
    page(Post, "/dispatch/visibility", Admin),
    page(Post, "/dispatch/visibility/preview", Dispatcher).tells_position(),
    api(Get, "/assets/{file}", Open),
    api(Get, "/brand/{file}", Open),
    api(Get, "/map/tiles/{z}/{x}/{y}", Open),
    // The service itself.
    api(Get, "/healthz", Open),
    api(Get, "/readyz", Open),
    api(Get, "/metrics", Internal),
    api(Get, "/v1/openapi.json", Open),
];
