//! What the eleventh schema brought: days and pick-up points that recipients choose, marks of safe places, topics of ntfy,
//! keys of homes, and when other carriers are asked.

use doorstep_domain::{
    OperatorId, Parcel, ParcelId, Personal, PhotoId, PickupPoint, PickupPointId, Place, PlaceMark, PushId,
    RecipientId, Wishes,
};
use doorstep_store::{
    Asked, AskedCarrier, Asking as _, HomeLink, HomeLinks as _, NtfyTopic, NtfyTopics as _, Parcels as _,
    Photos as _, PickupPoints as _, PlacePhoto, StoreError,
};
use doorstep_store_sqlite::SqliteStore;
use jiff::Timestamp;
use jiff::civil::date;

/// Something of each of it.
pub(crate) struct Beyond {
    pub(crate) operator: OperatorId,
    pub(crate) account: RecipientId,
    /// A parcel that is there before.
    pub(crate) parcel: Parcel,
    pub(crate) now: Timestamp,
}

impl Beyond {
    pub(crate) async fn put(&self, store: &SqliteStore) -> Result<(), StoreError> {
        store.put_pickup_point(self.operator, Self::point()).await?;
        store.insert_parcels(vec![self.waiting()], self.now).await?;
        store.put_place_photo(Self::place_photo()).await?;
        assert!(store.insert_ntfy_topic(self.topic()).await?);
        assert!(store.insert_home_link(self.home()).await?);
        store.put_asked(self.waiting().id, Asked { next_at: self.now, failures: 2 }).await?;
        store.put_asked_carrier("Other".to_owned(), self.asked_carrier()).await
    }

    pub(crate) async fn assert_in(&self, store: &SqliteStore) -> Result<(), StoreError> {
        assert_eq!(store.list_pickup_points(self.operator).await?, [Self::point()]);
        assert_eq!(store.find_parcel(self.waiting().id).await?, Some(self.waiting()));
        assert_eq!(store.find_place_photo(self.waiting().id).await?, Some(Self::place_photo()));
        assert_eq!(store.list_ntfy_topics(self.account).await?, [self.topic()]);
        assert_eq!(store.home_link_of(self.account).await?, Some(self.home()));
        assert_eq!(store.find_asked_carrier("Other".to_owned()).await?, Some(self.asked_carrier()));
        Ok(())
    }

    fn point() -> PickupPoint {
        PickupPoint {
            id: PickupPointId::from_u128(20),
            name: "Corner shop".to_owned(),
            address: "2 Quay".to_owned(),
            hours: Some("9 to 19".to_owned()),
            place: Place::from_degrees(43.738_1, 7.424_2).expect("it is a place"),
        }
    }

    /// A parcel that waits for another day at a point, with a mark of the place where it was to be left before.
    fn waiting(&self) -> Parcel {
        let photo = Some(Self::place_photo().id);
        Parcel {
            id: ParcelId::from_u128(21),
            tracking_number: "P4".to_owned(),
            wishes: Wishes {
                mark: PlaceMark { pin: Some(Self::point().place), photo },
                day: Some(date(2026, 3, 17)),
                pickup_point: Some(Self::point()),
                version: 3,
                ..self.parcel.wishes.clone()
            },
            ..self.parcel.clone()
        }
    }

    fn place_photo() -> PlacePhoto {
        PlacePhoto { parcel: ParcelId::from_u128(21), id: PhotoId::from_u128(22), jpeg: b"place".to_vec() }
    }

    fn topic(&self) -> NtfyTopic {
        NtfyTopic {
            id: PushId::from_u128(23),
            account: self.account,
            server: "https://ntfy.example.org".to_owned(),
            topic: Personal::new("doorstep-AAAAAAAAAAAAAAAAAAAAAA"),
            created_at: self.now,
            used_at: self.now,
        }
    }

    fn home(&self) -> HomeLink {
        HomeLink {
            key: Personal::new("BBBBBBBBBBBBBBBBBBBBBB"),
            account: Some(self.account),
            is_ended: false,
            created_at: self.now,
            used_at: self.now,
        }
    }

    fn asked_carrier(&self) -> AskedCarrier {
        AskedCarrier { asked_at: self.now, used_until: self.now, held_until: Some(self.now), failures: 1 }
    }
}
