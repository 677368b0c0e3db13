//! Regions.

use doorstep_domain::{OperatorId, RegionId};

use super::{MemoryStore, free, refers};
use crate::{Answer, Region, Regions};

impl Regions for MemoryStore {
    fn put_region(&self, region: Region) -> Answer<'_, ()> {
        self.write(|state| {
            refers(state.operators.contains_key(&region.operator), "regions", "operator")?;
            let taken = |other: &Region| {
                let same_operator = other.operator == region.operator;
                if other.id == region.id {
                    !same_operator
                } else {
                    same_operator && other.name == region.name
                }
            };
            free(state.regions.values().any(taken), "a region of this name")?;
            state.regions.insert(region.id, region);
            Ok(())
        })
    }

    fn list_regions(&self, operator: OperatorId) -> Answer<'_, Vec<Region>> {
        self.read(move |state| {
            let mut regions: Vec<_> =
                state.regions.values().filter(|region| region.operator == operator).cloned().collect();
            regions.sort_by(|a, b| a.name.cmp(&b.name));
            regions
        })
    }

    fn delete_region(&self, operator: OperatorId, id: RegionId) -> Answer<'_, bool> {
        self.write(move |state| {
            let own = state.regions.get(&id).is_some_and(|region| region.operator == operator);
            Ok(own && state.regions.remove(&id).is_some())
        })
    }
}
