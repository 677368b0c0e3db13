//! Routes: handlers by method and path. What each of them asks of a caller stands in
//! [`access::table`](crate::access::table), and nowhere else: a handler without a row, or a row without a handler,
//! fails a test and the start of the program.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, delete, get, patch, post, put};

use crate::access::table::{self, Row, Verb};
use crate::state::AppState;

/// Handlers by method and path, in the order in which they were named.
#[derive(Default)]
pub(crate) struct Routes(Vec<Endpoint>);

struct Endpoint {
    verb: Verb,
    path: &'static str,
    handler: MethodRouter<AppState>,
}

macro_rules! verbs {
    ($($name:ident => $verb:ident),*) => {$(
        /// Answers this method of a path; the path stands in the table with the same words.
        pub(crate) fn $name<H, T>(self, path: &'static str, handler: H) -> Self
        where
            H: Handler<T, AppState>,
            T: 'static,
        {
            self.with(Verb::$verb, path, $name(handler))
        }
    )*};
}

impl Routes {
    /// No routes.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    verbs! { get => Get, post => Post, put => Put, patch => Patch, delete => Delete }

    /// These routes and others.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    fn with(mut self, verb: Verb, path: &'static str, handler: MethodRouter<AppState>) -> Self {
        self.0.push(Endpoint { verb, path, handler });
        self
    }

    /// The router of every row of the table.
    ///
    /// # Errors
    /// What is wrong where table and handlers disagree.
    pub(crate) fn into_router(self) -> Result<Router<AppState>, Disagreement> {
        let mut rows: Vec<(&Row, u8)> = table::TABLE.iter().map(|row| (row, 0)).collect();
        let mut router = Router::new();
        for endpoint in self.0 {
            let named = rows.iter_mut().find(|(row, _)| row.is(endpoint.verb, endpoint.path));
            let Some((_, handlers)) = named else {
                return Err(Disagreement::NoRow(endpoint.verb, endpoint.path));
            };
            *handlers += 1;
            if *handlers > 1 {
                return Err(Disagreement::TwoHandlers(endpoint.verb, endpoint.path));
            }
            router = router.route(endpoint.path, endpoint.handler);
        }
        match rows.iter().find(|(_, handlers)| *handlers == 0) {
            Some((row, _)) => Err(Disagreement::NoHandler(row.verb, row.path)),
            None => Ok(router),
        }
    }
}

/// Where table and handlers disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Disagreement {
    /// A handler that the table does not know.
    #[error("{0:?} {1} has a handler and no row in the table of access")]
    NoRow(Verb, &'static str),
    /// A row that nobody answers.
    #[error("{0:?} {1} has a row in the table of access and no handler")]
    NoHandler(Verb, &'static str),
    /// Two handlers for one row.
    #[error("{0:?} {1} has two handlers")]
    TwoHandlers(Verb, &'static str),
}

/// Every route of the server.
pub(crate) fn all() -> Routes {
    crate::api::routes()
        .and(crate::pages::routes())
        .and(crate::map::routes())
        .and(crate::brand::routes())
        .and(crate::metrics::routes())
}
