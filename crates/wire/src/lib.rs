//! What leaves or enters the process: shapes, envelopes and foreign dialects, translated to and from the domain's types.
//!
//! Requests are read from bytes by hand, because people write them: every problem is told at once, with where it stands
//! and a stable code. Answers are types that serialise themselves and describe themselves for the interface's document.
//! Nothing here decides anything; what may be seen was decided by the domain's view, what may happen by its admission.
//!
//! To add an endpoint: put its request beside those of the same audience with a `read`, its answer beside it, and use
//! the words of [`words`] for anything that is one of a few.

mod input;

pub mod account;
pub mod accuracy;
pub mod carrier;
pub mod dialect;
pub mod driver;
pub mod embed;
pub mod event;
pub mod experience;
pub mod import;
pub mod operator;
pub mod parcel;
pub mod passkeys;
pub mod pickup;
pub mod problem;
pub mod push;
pub mod rating;
pub mod report;
pub mod secret;
pub mod shapes;
pub mod share;
pub mod stored;
pub mod stream;
pub mod tour;
pub mod tracking;
pub mod visibility;
pub mod wish;
pub mod words;

pub use secret::Secret;
pub use shapes::{OutcomeJson, PlaceJson, WindowJson};
pub use wish::InstructionJson;
