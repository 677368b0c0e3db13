//! What staff did.

use super::samples::{at, operator_id, settle_in};
use super::{Outcome, assert_dangling, cases};
use crate::{Actor, AuditEntry, Deed, Store};

cases![
    records_are_listed_newest_first_and_by_operator,
    records_are_paged,
    records_about_something_are_found,
    old_records_are_deleted,
    a_record_needs_its_operator,
];

fn entry(number: u128, second: i64) -> AuditEntry {
    AuditEntry {
        operator: operator_id(number),
        at: at(second),
        by: Actor::Key(format!("key: {second}")),
        deed: Deed::ALL.into_iter().nth(usize::try_from(second % 4).unwrap_or(0)).unwrap_or(Deed::Previewed),
        subject: format!("{second}"),
    }
}

async fn records_are_listed_newest_first_and_by_operator(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, second) in [(1, 1), (2, 2), (1, 3)] {
        store.record(entry(number, second)).await?;
    }
    let page = store.list_audit(operator_id(1), None, 9).await?;
    assert_eq!((page.rows, page.next), (vec![entry(1, 3), entry(1, 1)], None));
    assert_eq!(store.list_audit(operator_id(2), None, 9).await?.rows, [entry(2, 2)]);
    Ok(())
}

async fn records_are_paged(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for second in 1..=3 {
        store.record(entry(1, second)).await?;
    }
    let first = store.list_audit(operator_id(1), None, 2).await?;
    assert_eq!(first.rows, [entry(1, 3), entry(1, 2)]);
    let rest = store.list_audit(operator_id(1), first.next, 2).await?;
    assert_eq!((rest.rows, rest.next), (vec![entry(1, 1)], None));
    assert_eq!(store.list_audit(operator_id(1), Some("no cursor".to_owned()), 2).await?.rows, []);
    Ok(())
}

async fn records_about_something_are_found(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let look = |number, second, subject: &str| AuditEntry {
        deed: Deed::Looked,
        subject: subject.to_owned(),
        ..entry(number, second)
    };
    let preview = AuditEntry { deed: Deed::Previewed, ..look(1, 4, "a") };
    let looks =
        [look(1, 1, "a"), look(1, 2, "b"), look(1, 3, "a"), preview, look(2, 5, "a"), look(1, 6, "c")];
    for look in looks {
        store.record(look).await?;
    }
    let about = |subjects: &[&str], from, limit| {
        let subjects = subjects.iter().map(|subject| (*subject).to_owned()).collect();
        store.list_audit_about(operator_id(1), Deed::Looked, subjects, at(from), limit)
    };
    assert_eq!(about(&["a"], 0, 9).await?, [look(1, 3, "a"), look(1, 1, "a")]);
    assert_eq!(about(&["a", "b"], 2, 9).await?, [look(1, 3, "a"), look(1, 2, "b")]);
    assert_eq!(about(&["a", "b"], 0, 1).await?, [look(1, 3, "a")]);
    assert_eq!(about(&[], 0, 9).await?, []);
    Ok(())
}

async fn old_records_are_deleted(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for second in 1..=3 {
        store.record(entry(1, second)).await?;
    }
    assert_eq!(store.delete_audit_before(at(3)).await?, 2);
    assert_eq!(store.list_audit(operator_id(1), None, 9).await?.rows, [entry(1, 3)]);
    Ok(())
}

async fn a_record_needs_its_operator(store: &dyn Store) -> Outcome {
    assert_dangling!(store.record(entry(1, 1)).await);
    Ok(())
}
