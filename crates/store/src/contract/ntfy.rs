//! Topics of ntfy servers.

use doorstep_domain::{Personal, PushId};

use super::samples::{at, message, recipient_id, settle_in};
use super::{Outcome, assert_conflict, assert_dangling, cases};
use crate::{Channel, End, Message, NtfyTopic, Store, Target};

cases![
    a_topic_is_found_listed_and_forgotten_by_its_owner,
    an_account_has_a_largest_number_of_topics,
    topics_that_nothing_was_published_to_are_forgotten,
    a_forgotten_person_has_no_topics,
    topics_are_each_others_no_doubles_and_need_what_they_refer_to,
];

/// The topic of a number, which was made at the second of its number.
fn topic(number: u8, whose: u128) -> NtfyTopic {
    NtfyTopic {
        id: PushId::from_u128(number.into()),
        account: recipient_id(whose),
        server: "https://ntfy.example.org".to_owned(),
        topic: Personal::new(format!("doorstep-{number}")),
        created_at: at(number.into()),
        used_at: at(number.into()),
    }
}

async fn a_topic_is_found_listed_and_forgotten_by_its_owner(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for (number, whose) in [(1, 1), (3, 1), (2, 1), (4, 2)] {
        assert!(store.insert_ntfy_topic(topic(number, whose)).await?);
    }
    let listed = store.list_ntfy_topics(recipient_id(1)).await?;
    assert_eq!(listed, [topic(3, 1), topic(2, 1), topic(1, 1)]);
    assert_eq!(store.find_ntfy_topic(PushId::from_u128(4)).await?, Some(topic(4, 2)));
    assert_eq!(store.find_ntfy_topic(PushId::from_u128(9)).await?, None);
    assert!(!store.delete_ntfy_topic(recipient_id(2), topic(1, 1).id).await?);
    assert!(store.delete_ntfy_topic(recipient_id(1), topic(1, 1).id).await?);
    assert!(!store.delete_ntfy_topic(recipient_id(1), topic(1, 1).id).await?);
    assert_eq!(store.find_ntfy_topic(topic(1, 1).id).await?, None);
    Ok(())
}

async fn an_account_has_a_largest_number_of_topics(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let max = u8::try_from(NtfyTopic::PER_ACCOUNT_MAX).unwrap_or(u8::MAX);
    for number in 0..max {
        assert!(store.insert_ntfy_topic(topic(number, 1)).await?);
    }
    assert!(!store.insert_ntfy_topic(topic(max, 1)).await?);
    assert!(store.insert_ntfy_topic(topic(max, 2)).await?, "others have their own");
    Ok(())
}

async fn topics_that_nothing_was_published_to_are_forgotten(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    for number in [1, 2] {
        store.insert_ntfy_topic(topic(number, 1)).await?;
    }
    store.enqueue(vec![Message { target: Target::Push(topic(1, 1).id), ..message(1, 10) }]).await?;
    for queued in store.due(Channel::Push, at(20), 9).await? {
        store.finish(queued.number, End::Sent, at(50)).await?;
    }
    assert_eq!(store.delete_subscriptions_unused_since(at(50)).await?, 1);
    let left = store.list_ntfy_topics(recipient_id(1)).await?;
    assert_eq!(left, [NtfyTopic { used_at: at(50), ..topic(1, 1) }]);
    assert_eq!(store.delete_subscriptions_unused_since(at(99)).await?, 1);
    Ok(())
}

async fn a_forgotten_person_has_no_topics(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    store.insert_ntfy_topic(topic(1, 1)).await?;
    store.insert_ntfy_topic(topic(2, 2)).await?;
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!(store.find_ntfy_topic(topic(1, 1).id).await?, None);
    assert!(store.find_ntfy_topic(topic(2, 2).id).await?.is_some(), "others are not touched");
    Ok(())
}

async fn topics_are_each_others_no_doubles_and_need_what_they_refer_to(store: &dyn Store) -> Outcome {
    assert_dangling!(store.insert_ntfy_topic(topic(1, 1)).await);
    settle_in(store).await?;
    store.insert_ntfy_topic(topic(1, 1)).await?;
    let same = NtfyTopic { topic: topic(1, 1).topic, ..topic(2, 2) };
    assert_conflict!(store.insert_ntfy_topic(same).await);
    Ok(())
}
