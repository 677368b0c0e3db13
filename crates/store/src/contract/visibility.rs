//! Rules.

use doorstep_domain::visibility::{Preset, Rules, SenderKey};
use doorstep_domain::{Parcel, ParcelKind, Personal, RegionId};

use super::samples::{at, operator_id, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Actor, NewRules, RulesOf, SetRules, Store};

cases![
    rules_are_set_and_each_time_is_kept,
    rules_replace_the_version_that_they_name_or_none,
    rules_of_one_are_none_of_another,
    the_newest_rules_of_an_offer_are_listed,
    rules_of_a_parcel_are_with_the_parcel,
    unreadable_rules_of_a_parcel_show_nothing,
    changes_are_paged_newest_first,
    old_changes_are_deleted_and_what_holds_is_not,
    rules_need_their_operator,
];

fn sender(name: &str) -> RulesOf {
    RulesOf::Sender(SenderKey::of(&Personal::new(name)))
}

fn new(of: RulesOf, rules: &str, second: i64) -> NewRules {
    let by =
        if second % 2 == 0 { Actor::Key("plan: ning".to_owned()) } else { Actor::Account(recipient_id(1)) };
    NewRules { operator: operator_id(1), of, rules: rules.to_owned(), at: at(second), by }
}

async fn rules_are_set_and_each_time_is_kept(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    assert_eq!(store.find_rules(operator_id(1), RulesOf::Operator).await?, None);
    let (first, second) = (new(RulesOf::Operator, "near", 1), new(RulesOf::Operator, "open", 2));
    assert_eq!(store.set_rules(first.clone(), None).await?, 1);
    assert_eq!(store.set_rules(second.clone(), None).await?, 2);
    let first = SetRules { new: first, version: 1, before: None };
    let second = SetRules { new: second, version: 2, before: Some("near".to_owned()) };
    assert_eq!(store.find_rules(operator_id(1), RulesOf::Operator).await?.as_ref(), Some(&second));
    assert_eq!(store.list_rule_changes(operator_id(1), None, 9).await?.rows, [second, first]);
    Ok(())
}

async fn rules_replace_the_version_that_they_name_or_none(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let set = |rules, replaces| store.set_rules(new(RulesOf::Operator, rules, 1), replaces);
    assert_conflict!(set("near", Some(1)).await);
    assert_eq!(set("near", Some(0)).await?, 1);
    assert_conflict!(set("open", Some(0)).await);
    assert_conflict!(set("open", Some(2)).await);
    assert_eq!(set("open", Some(1)).await?, 2);
    assert_eq!(
        store.list_rule_changes(operator_id(1), None, 9).await?.rows.len(),
        2,
        "what is refused is not kept"
    );
    Ok(())
}

async fn rules_of_one_are_none_of_another(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let region = RulesOf::Region(RegionId::from_u128(1));
    for of in [RulesOf::Operator, region.clone(), sender("A shop"), RulesOf::Parcel(parcel_id(1))] {
        assert_eq!(store.set_rules(new(of, "gift", 1), Some(0)).await?, 1);
    }
    let elsewhere = NewRules { operator: operator_id(2), ..new(region.clone(), "open", 1) };
    assert_eq!(store.set_rules(elsewhere, Some(0)).await?, 1);
    assert_eq!(store.find_rules(operator_id(2), RulesOf::Operator).await?, None);
    let found = store.find_rules(operator_id(1), region).await?;
    assert_eq!(found.map(|set| set.new.rules).as_deref(), Some("gift"));
    assert!(store.find_rules(operator_id(1), sender(" a  SHOP")).await?.is_some());
    assert_eq!(store.find_rules(operator_id(1), sender("a shop 2")).await?, None);
    Ok(())
}

async fn the_newest_rules_of_an_offer_are_listed(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let all = [
        (RulesOf::Operator, "near"),
        (sender("Zoo"), "gift"),
        (sender("A shop"), "coarse"),
        (RulesOf::Parcel(parcel_id(1)), "open"),
        (RulesOf::Operator, "open"),
    ];
    for (of, rules) in all {
        store.set_rules(new(of, rules, 1), None).await?;
    }
    let listed = store.list_rules(operator_id(1)).await?;
    let listed: Vec<_> = listed.into_iter().map(|set| (set.new.of, set.new.rules)).collect();
    let expected = [(RulesOf::Operator, "open"), (sender("A shop"), "coarse"), (sender("Zoo"), "gift")];
    assert_eq!(listed, expected.map(|(of, rules)| (of, rules.to_owned())));
    assert_eq!(store.list_rules(operator_id(2)).await?, []);
    Ok(())
}

async fn rules_of_a_parcel_are_with_the_parcel(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1), parcel(2)], at(0)).await?;
    for rules in ["open", "gift"] {
        store.set_rules(new(RulesOf::Parcel(parcel_id(1)), rules, 1), None).await?;
    }
    let with = Parcel { visibility: Preset::Gift.rules(), ..parcel(1) };
    assert_eq!(store.find_parcel(parcel_id(1)).await?, Some(with.clone()));
    assert_eq!(store.find_parcels(vec![parcel_id(1)]).await?, std::slice::from_ref(&with));
    assert_eq!(store.list_parcels(operator_id(1), None, 9).await?.rows, [with, parcel(2)]);
    // A change of the record leaves them alone.
    assert!(store.update_parcel(Parcel { kind: ParcelKind::HighValue, ..parcel(1) }).await?);
    let changed = store.find_parcel_of_operator(operator_id(1), parcel_id(1)).await?;
    assert_eq!(changed.map(|parcel| parcel.visibility), Some(Preset::Gift.rules()));
    Ok(())
}

async fn unreadable_rules_of_a_parcel_show_nothing(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_parcels(vec![parcel(1)], at(0)).await?;
    store.set_rules(new(RulesOf::Parcel(parcel_id(1)), r#"{"map":"sometimes"}"#, 1), None).await?;
    let found = store.find_parcel(parcel_id(1)).await?;
    assert_eq!(found.map(|parcel| parcel.visibility), Some(Rules::closed()));
    Ok(())
}

async fn changes_are_paged_newest_first(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for second in 1..=3 {
        store.set_rules(new(RulesOf::Operator, "near", second), None).await?;
    }
    let versions = |rows: &[SetRules]| rows.iter().map(|set| set.version).collect::<Vec<_>>();
    let first = store.list_rule_changes(operator_id(1), None, 2).await?;
    assert_eq!(versions(&first.rows), [3, 2]);
    let rest = store.list_rule_changes(operator_id(1), first.next, 2).await?;
    assert_eq!((versions(&rest.rows), rest.next), (vec![1], None));
    assert_eq!(store.list_rule_changes(operator_id(1), Some("x".to_owned()), 2).await?.rows, []);
    Ok(())
}

async fn old_changes_are_deleted_and_what_holds_is_not(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (of, second) in [(RulesOf::Operator, 1), (RulesOf::Operator, 2), (sender("A shop"), 1)] {
        store.set_rules(new(of, "near", second), None).await?;
    }
    assert_eq!(store.delete_rule_changes_before(at(9)).await?, 1);
    assert_eq!(store.list_rules(operator_id(1)).await?.len(), 2);
    assert_eq!(store.set_rules(new(RulesOf::Operator, "open", 9), Some(2)).await?, 3, "versions go on");
    Ok(())
}

async fn rules_need_their_operator(store: &dyn Store) -> Outcome {
    assert_dangling!(store.set_rules(new(RulesOf::Operator, "near", 1), None).await);
    Ok(())
}
