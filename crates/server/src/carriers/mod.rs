//! Parcels that other carriers bring: what they say, however it comes here, goes one way.
//!
//! It is pushed to us, or [`asking`] asks for it: what is asked, and how an answer is read, is what a [`source::Source`]
//! knows; when it is asked, and about which parcel, is what `asking` decides. To add a carrier: a source of its own beside
//! the others, and its word in [`settings`].

mod asking;
mod heard;
mod settings;
mod source;

pub(crate) use asking::Asker;
pub(crate) use heard::take_in;
pub use settings::{CarrierKind, CarrierSettings, InvalidCarrierSettings, JsonAnswers, NewCarrier};
pub use source::{NoAddress, NoPointer};
