//! What recipients report of attempts.

use doorstep_domain::{
    Outcome as Ending, Parcel, Personal, Report, ReportAnswer, ReportKind, SeenNear, Witness,
};

use super::samples::{at, operator_id, outcome, parcel, parcel_id, recipient_id, settle_in};
use super::{Outcome, cases};
use crate::{ReportedParcel, Store, StoreError};

cases![
    an_attempt_is_reported_once,
    every_part_of_a_report_comes_back,
    the_newest_report_is_answered,
    reports_are_listed_in_pages,
    old_reports_are_deleted,
    a_report_goes_with_its_parcel,
    a_report_goes_with_its_recipient,
];

fn report(second: i64) -> Report {
    Report {
        kind: ReportKind::NobodyCame,
        about: outcome(Ending::FailedNotHome, second),
        at: at(second + 60),
        witness: None,
        answer: None,
    }
}

fn answer(text: &str) -> ReportAnswer {
    ReportAnswer { text: Personal::new(text), at: at(500) }
}

async fn settle_parcels(store: &dyn Store) -> Outcome {
    settle_in(store).await?;
    let own = |number, recipient| Parcel { recipient: Some(recipient_id(recipient)), ..parcel(number) };
    let foreign = Parcel { operator: operator_id(2), ..parcel(9) };
    store.insert_parcels(vec![own(1, 1), own(2, 2), foreign], at(0)).await
}

async fn listed(store: &dyn Store, is_open: bool) -> Result<Vec<Report>, StoreError> {
    let page = store.list_reports(operator_id(1), is_open, None, 9).await?;
    Ok(page.rows.into_iter().map(|row| row.report).collect())
}

async fn an_attempt_is_reported_once(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert_eq!(store.find_report(parcel_id(1)).await?, None);
    assert!(store.insert_report(parcel_id(1), report(10)).await?);
    assert!(!store.insert_report(parcel_id(1), Report { at: at(99), ..report(10) }).await?);
    assert!(store.insert_report(parcel_id(2), report(10)).await?, "that is another parcel");
    assert!(store.insert_report(parcel_id(1), report(20)).await?, "and that another attempt");
    assert!(!store.insert_report(parcel_id(77), report(10)).await?, "there is no such parcel");
    assert_eq!(store.find_report(parcel_id(1)).await?, Some(report(20)));
    assert_eq!(store.reports_about(parcel_id(1)).await?, [report(20), report(10)]);
    Ok(())
}

async fn every_part_of_a_report_comes_back(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    let near = |within_m, stayed_min, accuracy_m| SeenNear { within_m, stayed_min, accuracy_m };
    let witness = |seen, has_photo| Some(Witness { seen, has_photo });
    let told = [
        (ReportKind::NotReceived, Ending::DeliveredToSafePlace, witness(Some(near(50, 2, Some(20))), true)),
        (ReportKind::NobodyCame, Ending::FailedNoAccess, witness(Some(near(150, 0, None)), false)),
        (ReportKind::NobodyCame, Ending::FailedOther, witness(None, false)),
        (ReportKind::NobodyCame, Ending::FailedNotHome, None),
    ];
    for (second, (kind, ending, witness)) in (10..).zip(told) {
        let told = Report { kind, about: outcome(ending, second), witness, ..report(second) };
        assert!(store.insert_report(parcel_id(1), told.clone()).await?);
        assert_eq!(store.find_report(parcel_id(1)).await?, Some(told));
    }
    Ok(())
}

async fn the_newest_report_is_answered(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert!(!store.answer_report(operator_id(1), parcel_id(1), answer("none")).await?);
    for second in [10, 20] {
        assert!(store.insert_report(parcel_id(1), report(second)).await?);
    }
    assert!(!store.answer_report(operator_id(2), parcel_id(1), answer("foreign")).await?);
    for text in ["we look", "it is at the depot"] {
        assert!(store.answer_report(operator_id(1), parcel_id(1), answer(text)).await?);
    }
    let answered = Report { answer: Some(answer("it is at the depot")), ..report(20) };
    assert_eq!(store.reports_about(parcel_id(1)).await?, [answered.clone(), report(10)]);
    assert_eq!((listed(store, true).await?, listed(store, false).await?), (vec![report(10)], vec![answered]));
    Ok(())
}

async fn reports_are_listed_in_pages(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    for second in 1..=5 {
        assert!(store.insert_report(parcel_id(1), report(second)).await?);
    }
    assert!(store.insert_report(parcel_id(9), report(1)).await?);
    let first = store.list_reports(operator_id(1), true, None, 2).await?;
    let told = |second| ReportedParcel {
        parcel: parcel_id(1),
        tracking_number: "P0001".to_owned(),
        report: report(second),
    };
    assert_eq!(first.rows, [told(5), told(4)]);
    let second = store.list_reports(operator_id(1), true, first.next, 2).await?;
    assert_eq!(second.rows, [told(3), told(2)]);
    let last = store.list_reports(operator_id(1), true, second.next, 2).await?;
    assert_eq!((last.rows, last.next), (vec![told(1)], None));
    assert_eq!(store.list_reports(operator_id(2), true, None, 9).await?.rows.len(), 1);
    assert_eq!(store.list_reports(operator_id(1), true, Some("x".to_owned()), 9).await?.rows, []);
    Ok(())
}

async fn old_reports_are_deleted(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    for second in [10, 20] {
        assert!(store.insert_report(parcel_id(1), report(second)).await?);
    }
    assert_eq!(store.delete_reports_before(at(70)).await?, 0);
    assert_eq!(store.delete_reports_before(at(80)).await?, 1);
    assert_eq!(store.reports_about(parcel_id(1)).await?, [report(20)]);
    Ok(())
}

async fn a_report_goes_with_its_parcel(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    assert!(store.insert_report(parcel_id(1), report(10)).await?);
    store.delete_parcels(at(60 * 60 * 24 * 365)).await?;
    assert_eq!((store.find_parcel(parcel_id(1)).await?, listed(store, true).await?), (None, vec![]));
    Ok(())
}

async fn a_report_goes_with_its_recipient(store: &dyn Store) -> Outcome {
    settle_parcels(store).await?;
    for number in [1, 2] {
        assert!(store.insert_report(parcel_id(number), report(10)).await?);
    }
    assert!(store.forget_person(recipient_id(1)).await?);
    assert_eq!(store.reports_about(parcel_id(1)).await?, []);
    assert_eq!(store.reports_about(parcel_id(2)).await?, [report(10)], "others are not touched");
    Ok(())
}
