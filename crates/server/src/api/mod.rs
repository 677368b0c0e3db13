//! The interface for programs: one file per endpoint or small aggregate, by who calls.
//!
//! `operator` is for carriers' own systems, `embed` for pages of shops, `driver` for the driver's app, `phones` for trackers that speak dialects of
//! their own, `recipient` for whoever waits for a parcel, `service` for whoever runs the server. Handlers read with the
//! shapes of the wire room, which list all problems of an input, and answer with them. What they ask of their caller
//! stands in [`access::table`](crate::access::table); what they look like stands in [`openapi`].
//!
//! What is not the caller's is as absent as what is not there: [`ApiError::not_found`](crate::error::ApiError) for both.

mod driver;
mod embed;
mod events;
mod idempotency;
mod ids;
mod input;
pub(crate) mod openapi;
mod operator;
mod padded;
mod phones;
mod recipient;
mod service;

use crate::routes::Routes;

pub(crate) use idempotency::InFlight;
pub(crate) use padded::Padded;

/// Its routes.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .and(operator::routes())
        .and(embed::routes())
        .and(driver::routes())
        .and(phones::routes())
        .and(recipient::routes())
        .and(service::routes())
}
