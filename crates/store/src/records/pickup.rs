//! Pick-up points.

use doorstep_domain::{OperatorId, PickupPoint, PickupPointId};

use crate::Answer;

/// The pick-up points of operators. Parcels that wait for one keep what was told of it when it was chosen.
pub trait PickupPoints: Send + Sync {
    /// Adds a point or changes the operator's one with its identity.
    ///
    /// # Errors
    /// A conflict when another operator has that identity.
    fn put_pickup_point(&self, operator: OperatorId, point: PickupPoint) -> Answer<'_, ()>;

    /// The points of an operator, by name.
    fn list_pickup_points(&self, operator: OperatorId) -> Answer<'_, Vec<PickupPoint>>;

    /// Deletes a point of the operator; `false` when it has no such point.
    fn delete_pickup_point(&self, operator: OperatorId, id: PickupPointId) -> Answer<'_, bool>;
}
