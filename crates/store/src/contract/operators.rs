//! Operators.

use super::samples::{operator, operator_id};
use super::{Outcome, cases};
use crate::{Operator, Store};

cases![an_operator_is_added_and_changed, operators_are_listed_by_name, the_store_is_ready];

async fn an_operator_is_added_and_changed(store: &dyn Store) -> Outcome {
    assert_eq!(store.find_operator(operator_id(1)).await?, None);
    store.put_operator(operator(1)).await?;
    assert_eq!(store.find_operator(operator_id(1)).await?, Some(operator(1)));

    let renamed = Operator { name: "Other name".to_owned(), language: "de".to_owned(), ..operator(1) };
    store.put_operator(renamed.clone()).await?;
    assert_eq!(store.list_operators().await?, [renamed]);
    Ok(())
}

async fn operators_are_listed_by_name(store: &dyn Store) -> Outcome {
    for number in [2, 1, 3] {
        let name = format!("{}", 9 - number);
        store.put_operator(Operator { name, ..operator(number) }).await?;
    }
    let names: Vec<_> = store.list_operators().await?.into_iter().map(|operator| operator.name).collect();
    assert_eq!(names, ["6", "7", "8"]);
    Ok(())
}

async fn the_store_is_ready(store: &dyn Store) -> Outcome {
    store.check().await?;
    store.check().await
}
