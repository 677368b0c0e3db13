//! What other carriers tell of the parcels that they bring.

mod event;
mod vocabulary;

pub use event::{
    CARRIER_EVENTS_MAX, CarrierEventJson, CarrierEventRequest, CarrierEventsRead, CarrierEventsRequest,
    kept_log, log_to_keep, plain,
};
pub use vocabulary::{Reading, Vocabulary, table};
