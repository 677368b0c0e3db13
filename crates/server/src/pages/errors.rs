//! Pages for what did not work, in the reader's words. Programs get problem documents instead.

use askama::Template;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, LOCATION};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use url::form_urlencoded;

use super::frame::{Frame, Who};
use super::icons::Icon;
use super::login::own_path;
use super::visit::{Visit, draw};
use crate::access::{SESSION_COOKIE, Session};
use crate::secret::token_hash;
use crate::state::AppState;

/// The page.
#[derive(Template)]
#[template(path = "pages/error.html")]
pub(crate) struct ErrorPage<'a> {
    frame: Frame<'a>,
    words: Words,
}

/// The messages of an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Words {
    title: &'static str,
    text: &'static str,
    home: &'static str,
}

impl<'a> ErrorPage<'a> {
    /// The page of a status.
    pub(crate) fn new(mut frame: Frame<'a>, status: StatusCode) -> Self {
        let (title, text) = match status {
            StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => {
                ("error-missing-title", "error-missing-text")
            }
            StatusCode::GONE => ("error-ended-title", "error-ended-text"),
            StatusCode::UNAUTHORIZED => ("error-denied-title", "error-denied-text"),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => {
                ("error-busy-title", "error-busy-text")
            }
            status if status.is_client_error() => ("error-refused-title", "error-refused-text"),
            _ => ("error-failed-title", "error-failed-text"),
        };
        let home = match frame.who {
            Who::Nobody => "error-login",
            Who::Recipient => "error-home",
            Who::Dispatcher => "error-tours",
        };
        frame.title = frame.reader.say(title).into_owned();
        Self { frame, words: Words { title, text, home } }
    }
}

/// Paths of programs, which get problem documents whatever they accept.
const PROGRAMS: [&str; 4] = ["/v1/", "/ingest/", "/map/", "/assets/"];

/// Answers people with pages where a handler, the guard or the router answered with a problem document, and lets the
/// login lead back to the page that asked for it.
pub(crate) async fn in_words(State(shared): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if !is_for_people(path, request.headers()) {
        return next.run(request).await;
    }
    let asked =
        (request.method() == Method::GET).then(|| request.uri().path_and_query().map(ToString::to_string));
    let headers = request.headers().clone();
    let response = next.run(request).await;
    if response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == "application/problem+json") {
        return page_of(&shared, &headers, response).await;
    }
    led_back(response, asked.flatten().as_deref())
}

fn is_for_people(path: &str, headers: &HeaderMap) -> bool {
    let accepts = headers.get(ACCEPT).and_then(|accepts| accepts.to_str().ok()).unwrap_or_default();
    accepts.contains("text/html") && !PROGRAMS.iter().any(|programs| path.starts_with(programs))
}

/// The page of a problem; the document itself where even the page fails.
async fn page_of(shared: &AppState, headers: &HeaderMap, response: Response) -> Response {
    let session = session(shared, headers).await;
    let Ok(visit) = Visit::new(shared, headers, session).await else { return response };
    let frame = visit.frame("brand-fallback", "/");
    let Ok(page) = draw(&ErrorPage::new(frame, response.status())) else { return response };
    let (mut parts, _document) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    (parts.status, parts.headers, page.0).into_response()
}

/// The login, looked up anew: what went wrong may have gone wrong before it was known.
async fn session(shared: &AppState, headers: &HeaderMap) -> Option<Session> {
    let token = token_hash(&SESSION_COOKIE.value(headers, &shared.settings)?);
    let (_, account) = shared.store.find_session(token, shared.clock.now()).await.ok()??;
    Some(Session { account, token })
}

/// Lets a redirect to the login know where its visitor wanted to go.
fn led_back(mut response: Response, asked: Option<&str>) -> Response {
    let leads_to_login = response.headers().get(LOCATION).is_some_and(|there| there == "/login");
    let asked = asked.and_then(own_path).filter(|asked| leads_to_login && *asked != "/");
    if let Some(asked) = asked {
        let next: String = form_urlencoded::byte_serialize(asked.as_bytes()).collect();
        if let Ok(there) = HeaderValue::try_from(format!("/login?next={next}")) {
            response.headers_mut().insert(LOCATION, there);
        }
    }
    response
}
