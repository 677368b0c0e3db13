//! How many messages about a parcel interrupt someone.

use doorstep_domain::{ParcelId, PushId, RecipientId};
use doorstep_store::memory::MemoryStore;
use doorstep_store::{Channel, DelayTurn, End, Message, MessageKind, Outbox as _, Target, Topic};
use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;

use super::room::has_room;

/// Everything that can be told of a parcel, delays of two days among it.
fn topics() -> Vec<Topic> {
    let parcel = ParcelId::from_u128(1);
    let kinds = MessageKind::ALL.into_iter().filter(|kind| *kind != MessageKind::Delayed);
    let once = kinds.map(|kind| Topic::Parcel(parcel, kind));
    let turns = [14, 15].into_iter().flat_map(|day| (1..=3).map(move |step| (day, step)));
    let delays = turns.map(|(day, step)| Topic::Delayed(parcel, DelayTurn { day: date(2026, 3, day), step }));
    once.chain(delays).collect()
}

fn is_outcome(topic: Topic) -> bool {
    matches!(topic, Topic::Parcel(_, MessageKind::Delivered | MessageKind::Failed))
}

/// What of these is sent, where each is put into the outbox when the one before was judged.
async fn sent(topics: &[Topic], target: Target) -> Vec<Topic> {
    let store = MemoryStore::new();
    let mut sent = Vec::new();
    for (topic, second) in topics.iter().zip(0..) {
        let at = Timestamp::from_second(second).unwrap();
        let message = Message { recipient: RecipientId::from_u128(1), target, topic: *topic, at };
        store.enqueue(vec![message]).await.unwrap();
        for queued in store.due(target.channel(), at, 9).await.unwrap() {
            let end = if has_room(&store, &queued.message).await.unwrap() { End::Sent } else { End::GivenUp };
            store.finish(queued.number, end, at).await.unwrap();
            sent.extend((end == End::Sent).then_some(queued.message.topic));
        }
    }
    sent
}

proptest! {
    #[test]
    fn a_device_gets_three_messages_about_a_parcel_and_always_how_it_ended(
        told in Just(topics()).prop_shuffle(),
        count in 0..=topics().len(),
    ) {
        let told = &told[..count];
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let target = Target::Push(PushId::from_u128(1));
        prop_assert!(target.channel().interrupts());
        let sent = runtime.block_on(sent(told, target));
        let outcomes = |topics: &[Topic]| topics.iter().filter(|topic| is_outcome(**topic)).count();
        prop_assert_eq!(outcomes(&sent), outcomes(told), "how it ended is always told");
        prop_assert!(sent.len() <= 2 + outcomes(&sent), "{:?}", sent);
        let early = |topic: &Topic| matches!(topic, Topic::Parcel(_, MessageKind::Announced | MessageKind::OutForDelivery));
        prop_assert!(sent.iter().skip(1).all(|topic| !early(topic)), "a place is kept for what is near");
        let is_all_told = told.iter().any(|topic| !is_outcome(*topic));
        prop_assert_eq!(sent.is_empty(), told.is_empty());
        prop_assert!(!is_all_told || !sent.is_empty());
    }
}

#[tokio::test]
async fn an_e_mail_interrupts_nobody() {
    assert!(!Channel::Email.interrupts());
    let mut topics = topics();
    // A later turn of a delay bars the earlier ones.
    topics.sort();
    assert_eq!(sent(&topics, Target::Email).await.len(), topics.len());
}
