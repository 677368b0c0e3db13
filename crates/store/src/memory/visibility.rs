//! Rules.

use doorstep_domain::OperatorId;
use doorstep_domain::visibility::Rules;
use doorstep_wire::visibility::kept_rules;
use jiff::Timestamp;

use super::{MemoryStore, State, free, newest_first, refers};
use crate::{Answer, NewRules, Page, RulesOf, SetRules, StoreError, Visibility};

impl Visibility for MemoryStore {
    fn set_rules(&self, new: NewRules, replaces: Option<u32>) -> Answer<'_, u32> {
        self.write(move |state| state.set_rules(new, replaces))
    }

    fn find_rules(&self, operator: OperatorId, of: RulesOf) -> Answer<'_, Option<SetRules>> {
        self.read(move |state| state.newest(operator, &of).cloned())
    }

    fn list_rules(&self, operator: OperatorId) -> Answer<'_, Vec<SetRules>> {
        self.read(move |state| {
            let of_offer = |set: &&SetRules| {
                set.new.operator == operator
                    && !matches!(set.new.of, RulesOf::Parcel(_))
                    && state.newest(operator, &set.new.of) == Some(set)
            };
            let mut newest: Vec<SetRules> = state.rules.iter().filter(of_offer).cloned().collect();
            newest.sort_by_key(|set| set.new.of.parts());
            newest
        })
    }

    fn list_rule_changes(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<SetRules>> {
        self.read(move |state| {
            newest_first(&state.rules, |set| set.new.operator == operator, after.as_deref(), limit)
        })
    }

    fn delete_rule_changes_before(&self, at: Timestamp) -> Answer<'_, u64> {
        self.write(move |state| {
            let (before, all) = (state.rules.len(), state.rules.clone());
            let holds = |set: &SetRules| {
                let of_same =
                    all.iter().filter(|a| a.new.operator == set.new.operator && a.new.of == set.new.of);
                of_same.map(|a| a.version).max() == Some(set.version)
            };
            state.rules.retain(|set| set.new.at >= at || holds(set));
            Ok((before - state.rules.len()) as u64)
        })
    }
}

impl State {
    fn newest(&self, operator: OperatorId, of: &RulesOf) -> Option<&SetRules> {
        self.rules.iter().rev().find(|set| set.new.operator == operator && set.new.of == *of)
    }

    fn set_rules(&mut self, new: NewRules, replaces: Option<u32>) -> Result<u32, StoreError> {
        refers(self.operators.contains_key(&new.operator), "rules", "operator")?;
        let newest = self.newest(new.operator, &new.of);
        let (version, before) =
            (newest.map_or(0, |set| set.version), newest.map(|set| set.new.rules.clone()));
        free(replaces.is_some_and(|replaces| replaces != version), "another version of these rules")?;
        if let RulesOf::Parcel(id) = &new.of
            && let Some(parcel) = self.parcels.get_mut(id).filter(|parcel| parcel.operator == new.operator)
        {
            parcel.visibility = kept_rules(&new.rules).unwrap_or_else(Rules::closed);
        }
        self.rules.push(SetRules { new, version: version + 1, before });
        Ok(version + 1)
    }
}
