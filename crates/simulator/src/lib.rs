//! A seeded fleet that drives real roads and talks to a server exactly as phones and operators' systems do.
//!
//! It knows nothing of the server but its public HTTP interface: [`plan`] lays out a day, [`operator`] brings it to
//! the server with an API key, and a [`Vehicle`] for each tour drives it, its [`Phone`] sending what phones send.
//! [`Pace`] is the clock of both: a demo's server runs on the same one.
//!
//! [`recording`] is a room of its own: whole days in a made-up town, pure and without a server, whose truth is known. So
//! is [`scenario`]: tours through the streets of a real one, for attackers to be tried on.
//!
//! To add a way of leaving the plan, add a [`Deviation`]; to add a phone, add a [`Dialect`].

mod at_home;
mod chance;
mod doorstep;
mod http;
mod order;
mod pace;
mod phone;

pub mod operator;
pub mod plan;
pub mod recording;
pub mod scenario;
pub mod vehicle;

pub use at_home::AtHome;
pub use http::{ApiError, Http};
pub use pace::Pace;
pub use phone::{Dialect, Phone};
pub use vehicle::{Deviation, Driven, Vehicle};
