//! Databases that cannot write, and rules that cannot be read.

use std::sync::Arc;

use doorstep_domain::visibility::{Preset, Rules, SenderKey};
use doorstep_domain::{HiddenBecause, MapView, RegionId, ReleasePolicy};
use doorstep_store::{Actor, Audit as _, Deed, NewRules, Region, RulesOf, Visibility as _};

use super::{Draft, current, preview, set};
use crate::access::Author;
use crate::clock::Clock as _;
use crate::testing::tour::{DAY, place};
use crate::testing::{FaultyStore, House};

fn author(house: &House) -> Author {
    Author { operator: house.operator, actor: Actor::Key("test".to_owned()) }
}

#[tokio::test]
async fn what_cannot_be_recorded_is_neither_changed_nor_shown() {
    let store = Arc::new(FaultyStore::new());
    let given = store.clone();
    let house = House::with(|parts| parts.store = given).await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let parcel = &tour.parcels[0];
    let before = house.shared.live.look(parcel).await.unwrap();
    let draft = || Draft { of: RulesOf::Operator, rules: Preset::Gift.rules() };

    store.fill(true);
    for of in [RulesOf::Operator, RulesOf::Parcel(parcel.id), RulesOf::Sender(SenderKey::of(&parcel.sender))]
    {
        let refused = set(&house.shared, author(&house), of.clone(), &Preset::Gift.rules(), None).await;
        assert_eq!(refused.map_err(|error| error.code()), Err("disk_full"), "{of:?}");
        let version = u32::from(of == RulesOf::Operator);
        assert_eq!(current(&house.shared, house.operator, of).await.unwrap().version, version);
    }
    let refused = preview(&house.shared, &author(&house), parcel.id, draft()).await;
    assert_eq!(refused.map(drop).map_err(|error| error.code()), Err("look_not_recorded"));
    assert_eq!(house.shared.live.look(parcel).await.unwrap(), before);

    store.fill(false);
    let (_, seen) = preview(&house.shared, &author(&house), parcel.id, draft()).await.unwrap();
    assert_eq!(seen.map, MapView::Hidden(HiddenBecause::Gift));
    let records = store.list_audit(house.operator, None, 9).await.unwrap().rows;
    let deeds: Vec<Deed> = records.iter().map(|record| record.deed).collect();
    assert_eq!(deeds, [Deed::Looked, Deed::Previewed]);
    let changes = store.list_rule_changes(house.operator, None, 9).await.unwrap().rows;
    assert_eq!(changes.len(), 1, "what held before");
}

/// There are no streets here, so that no dot glides.
const EXACT: &str = r#"{"release":"exact"}"#;

#[tokio::test]
async fn kept_rules_that_cannot_be_read_show_the_narrowest_view() {
    let house = House::new().await;
    let tour = house.tour(2).await;
    house.starts(&tour).await;
    let parcel = &tour.parcels[0];
    let region = RegionId::from_u128(7);
    let (south, north) = (place(0).lat() - 1.0, place(0).lat() + 1.0);
    let (west, east) = (place(0).lon() - 1.0, place(0).lon() + 1.0);
    let ring =
        format!("[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]");
    let area = format!("{{\"type\":\"Polygon\",\"coordinates\":[{ring}]}}");
    let here = Region { id: region, operator: house.operator, name: "Here".to_owned(), area, live_from: DAY };
    house.store().put_region(here).await.unwrap();
    let all = [
        RulesOf::Operator,
        RulesOf::Region(region),
        RulesOf::Sender(SenderKey::of(&parcel.sender)),
        RulesOf::Parcel(parcel.id),
    ];
    for of in all {
        for (rules, is_open) in [("\"open\"", true), ("{\"map\":\"sometimes\"}", false), ("{}", true)] {
            let rules = if of == RulesOf::Operator && is_open { EXACT } else { rules };
            let new = NewRules {
                operator: house.operator,
                of: of.clone(),
                rules: rules.to_owned(),
                at: house.clock.now(),
                by: Actor::Upgrade,
            };
            house.store().set_rules(new, None).await.unwrap();
            house.shared.live.offer_changed(house.operator);
            let record = house.store().find_parcel(parcel.id).await.unwrap().unwrap();
            let seen = house.shared.live.look(&record).await.unwrap();
            assert_eq!(matches!(seen.map, MapView::Open { .. }), is_open, "{of:?} {rules}");
            assert_eq!(seen.forecast.is_some(), is_open, "{of:?} {rules}");
            assert_eq!(seen.sender.is_some(), is_open, "{of:?} {rules}");
        }
    }
    assert_eq!(
        current(&house.shared, house.operator, RulesOf::Operator).await.unwrap().rules,
        Rules { release: Some(ReleasePolicy::Exact), ..Rules::default() }
    );
}
