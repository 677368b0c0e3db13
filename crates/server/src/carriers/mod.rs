//! Parcels that other carriers bring: what they say, however it comes here, goes one way.

mod heard;

pub(crate) use heard::take_in;
