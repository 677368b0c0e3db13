//! What did not fit: counted, never an error.

/// How often something did not fit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Anomalies {
    /// Events that name a stop that is not on the tour.
    pub unknown_stops: u32,
    /// Events that name a parcel that is not on the tour.
    pub unknown_parcels: u32,
    /// Fixes from outside the started tour; they are ignored.
    pub fixes_outside_tour: u32,
    /// Fixes whose accuracy radius is too large; they are ignored.
    pub inaccurate_fixes: u32,
    /// Fixes that repeat a place which the vehicle has left; they are ignored.
    pub stale_fixes: u32,
    /// Fixes that the vehicle cannot have sent from there at that time; they are ignored.
    pub jumps: u32,
    /// Stops that were served although others came first in the believed order.
    pub out_of_order_stops: u32,
    /// Lifecycle events that do not fit the phase.
    pub misplaced_turns: u32,
}
