//! Pick-up points.

use doorstep_domain::{OperatorId, PickupPoint, PickupPointId};

use super::{MemoryStore, free, refers};
use crate::{Answer, PickupPoints};

impl PickupPoints for MemoryStore {
    fn put_pickup_point(&self, operator: OperatorId, point: PickupPoint) -> Answer<'_, ()> {
        self.write(move |state| {
            refers(state.operators.contains_key(&operator), "pickup_points", "operator")?;
            let known = state.pickup_points.get(&point.id);
            free(known.is_some_and(|(other, _)| *other != operator), "this pick-up point")?;
            state.pickup_points.insert(point.id, (operator, point));
            Ok(())
        })
    }

    fn list_pickup_points(&self, operator: OperatorId) -> Answer<'_, Vec<PickupPoint>> {
        self.read(move |state| {
            let own = state.pickup_points.values().filter(|(known, _)| *known == operator);
            let mut points: Vec<_> = own.map(|(_, point)| point.clone()).collect();
            points.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
            points
        })
    }

    fn delete_pickup_point(&self, operator: OperatorId, id: PickupPointId) -> Answer<'_, bool> {
        self.write(move |state| {
            let own = state.pickup_points.get(&id).is_some_and(|(known, _)| *known == operator);
            Ok(own && state.pickup_points.remove(&id).is_some())
        })
    }
}
