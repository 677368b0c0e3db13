//! Answers given under an `Idempotency-Key`.

use super::samples::{at, hash, operator_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{RememberedAnswer, Store};

cases![
    an_answer_is_remembered_per_operator_and_key,
    there_is_one_answer_under_a_key,
    the_key_of_an_old_answer_is_free_again,
    old_answers_are_swept,
    an_answer_needs_its_operator,
];

fn answer(number: u8, expires_at: i64) -> RememberedAnswer {
    RememberedAnswer {
        request: hash(number),
        status: 201,
        body: vec![0, 255, number],
        expires_at: at(expires_at),
    }
}

async fn an_answer_is_remembered_per_operator_and_key(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.remember_answer(operator_id(1), "a", answer(1, 100)).await?;
    store.remember_answer(operator_id(1), "A", answer(2, 100)).await?;
    store.remember_answer(operator_id(2), "a", answer(3, 100)).await?;
    assert_eq!(store.find_answer(operator_id(1), "a", at(99)).await?, Some(answer(1, 100)));
    assert_eq!(store.find_answer(operator_id(1), "A", at(99)).await?, Some(answer(2, 100)));
    assert_eq!(store.find_answer(operator_id(2), "a", at(99)).await?, Some(answer(3, 100)));
    assert_eq!(store.find_answer(operator_id(1), "b", at(99)).await?, None);
    Ok(())
}

async fn there_is_one_answer_under_a_key(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.remember_answer(operator_id(1), "a", answer(1, 100)).await?;
    assert_conflict!(store.remember_answer(operator_id(1), "a", answer(2, 100)).await);
    assert_eq!(store.find_answer(operator_id(1), "a", at(0)).await?, Some(answer(1, 100)));
    Ok(())
}

async fn the_key_of_an_old_answer_is_free_again(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.remember_answer(operator_id(1), "a", answer(1, 100)).await?;
    assert_eq!(store.find_answer(operator_id(1), "a", at(100)).await?, None);
    store.remember_answer(operator_id(1), "a", answer(2, 200)).await?;
    assert_eq!(store.find_answer(operator_id(1), "a", at(100)).await?, Some(answer(2, 200)));
    Ok(())
}

async fn old_answers_are_swept(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (key, expires_at) in [("a", 100), ("b", 200), ("c", 300)] {
        store.remember_answer(operator_id(1), key, answer(1, expires_at)).await?;
    }
    assert_eq!(store.delete_expired_answers(at(250)).await?, 2);
    assert_eq!(store.find_answer(operator_id(1), "b", at(0)).await?, None);
    assert_eq!(store.find_answer(operator_id(1), "c", at(0)).await?, Some(answer(1, 300)));
    Ok(())
}

async fn an_answer_needs_its_operator(store: &dyn Store) -> Outcome {
    assert_dangling!(store.remember_answer(operator_id(1), "a", answer(1, 100)).await);
    Ok(())
}
