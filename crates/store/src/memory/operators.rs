//! Operators.

use doorstep_domain::OperatorId;

use super::MemoryStore;
use crate::{Answer, Operator, Operators};

impl Operators for MemoryStore {
    fn put_operator(&self, operator: Operator) -> Answer<'_, ()> {
        self.write(|state| {
            state.operators.insert(operator.id, operator);
            Ok(())
        })
    }

    fn find_operator(&self, id: OperatorId) -> Answer<'_, Option<Operator>> {
        self.read(move |state| state.operators.get(&id).cloned())
    }

    fn list_operators(&self) -> Answer<'_, Vec<Operator>> {
        self.read(|state| {
            let mut operators: Vec<_> = state.operators.values().cloned().collect();
            operators.sort_by(|a, b| a.name.cmp(&b.name));
            operators
        })
    }
}
