//! Parcels.

mod row;
mod wishes;
mod write;

use doorstep_domain::{OnTour, OperatorId, OutcomeView, Parcel, ParcelId, RecipientId, Wish, Wishes};
use doorstep_store::{Answer, Message, Page, Parcels, StoreError};
use jiff::Timestamp;
use sqlx::{QueryBuilder, Sqlite};

use super::{ROWS, outbox};
use crate::SqliteStore;
use crate::columns::{all, bytes, one};
use crate::error::failed;
use row::read_outcome;

pub(crate) use row::read;
pub(crate) use write::{assign, insert, settle};

impl Parcels for SqliteStore {
    fn announce_parcels(
        &self,
        parcels: Vec<Parcel>,
        messages: Vec<Message>,
        now: Timestamp,
    ) -> Answer<'_, ()> {
        self.write(move |db| {
            Box::pin(async move {
                insert(db, &parcels, now).await?;
                outbox::enqueue(db, &messages).await
            })
        })
    }

    fn find_parcel(&self, id: ParcelId) -> Answer<'_, Option<Parcel>> {
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM parcels_with_rules WHERE id = ?").bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn find_parcels(&self, ids: Vec<ParcelId>) -> Answer<'_, Vec<Parcel>> {
        Box::pin(self.several(ids))
    }

    fn find_parcel_of_operator(&self, operator: OperatorId, id: ParcelId) -> Answer<'_, Option<Parcel>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT * FROM parcels_with_rules WHERE id = ? AND operator = ?")
                .bind(bytes(id.to_bytes()))
                .bind(bytes(operator.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn find_parcel_by_number(&self, operator: OperatorId, number: &str) -> Answer<'_, Option<Parcel>> {
        let number = number.to_owned();
        Box::pin(async move {
            let find =
                sqlx::query("SELECT * FROM parcels_with_rules WHERE operator = ? AND tracking_number = ?")
                    .bind(bytes(operator.to_bytes()))
                    .bind(number);
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn find_parcel_of_recipient(&self, recipient: RecipientId, id: ParcelId) -> Answer<'_, Option<Parcel>> {
        Box::pin(async move {
            // Only what is the recipient's own is touched, so that another's takes as long as none.
            let find = "SELECT * FROM parcels_with_rules WHERE id = \
                        (SELECT id FROM parcels INDEXED BY parcels_of_recipient WHERE recipient = ? AND id = ?)";
            let find = sqlx::query(find).bind(bytes(recipient.to_bytes())).bind(bytes(id.to_bytes()));
            one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read)
        })
    }

    fn list_parcels_of_recipient(&self, recipient: RecipientId) -> Answer<'_, Vec<Parcel>> {
        Box::pin(async move {
            let list =
                sqlx::query("SELECT * FROM parcels_with_rules WHERE recipient = ? ORDER BY day DESC, id")
                    .bind(bytes(recipient.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn list_parcels_of_buyer(&self, buyer: RecipientId) -> Answer<'_, Vec<Parcel>> {
        Box::pin(async move {
            let list = "SELECT * FROM parcels_with_rules WHERE buyer = ?1 AND recipient IS NOT ?1 \
                        ORDER BY day DESC, id";
            let list = sqlx::query(list).bind(bytes(buyer.to_bytes()));
            all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)
        })
    }

    fn list_parcels(
        &self,
        operator: OperatorId,
        after: Option<String>,
        limit: u32,
    ) -> Answer<'_, Page<Parcel>> {
        Box::pin(async move {
            let after = match after.as_deref().map(str::parse::<ParcelId>).transpose() {
                Ok(after) => after.map(|after| bytes(after.to_bytes())),
                Err(_no_cursor) => return Ok(Page { rows: Vec::new(), next: None }),
            };
            // No identity is smaller than no bytes at all.
            let list = sqlx::query(
                "SELECT * FROM parcels_with_rules WHERE operator = ? AND id > ? ORDER BY id LIMIT ?",
            )
            .bind(bytes(operator.to_bytes()))
            .bind(after.unwrap_or_default())
            .bind(Page::<Parcel>::rows_to_read(limit));
            let rows = all(&list.fetch_all(&self.readers).await.map_err(failed)?, read)?;
            Ok(Page::cut(rows, limit, |last| last.id.to_string()))
        })
    }

    fn update_parcel(&self, parcel: Parcel) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(async move { write::update(db, &parcel).await }))
    }

    fn assign_parcels(&self, parcels: Vec<(ParcelId, Option<OnTour>)>) -> Answer<'_, ()> {
        self.write(move |db| Box::pin(async move { assign(db, None, &parcels).await }))
    }

    fn set_wish(&self, parcel: ParcelId, wish: Wish, version: u32) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(wishes::set(db, parcel, wish, version)))
    }

    fn redirect_parcel(&self, parcel: ParcelId, wishes: Wishes) -> Answer<'_, bool> {
        self.write(move |db| Box::pin(wishes::redirect(db, parcel, wishes)))
    }

    fn find_outcome(&self, parcel: ParcelId) -> Answer<'_, Option<OutcomeView>> {
        Box::pin(async move {
            let find = sqlx::query("SELECT outcome, outcome_at FROM parcels WHERE id = ?")
                .bind(bytes(parcel.to_bytes()));
            let found =
                one(find.fetch_optional(&self.readers).await.map_err(failed)?.as_ref(), read_outcome)?;
            Ok(found.flatten())
        })
    }
}

impl SqliteStore {
    async fn several(&self, mut ids: Vec<ParcelId>) -> Result<Vec<Parcel>, StoreError> {
        ids.sort_unstable();
        ids.dedup();
        let mut parcels = Vec::with_capacity(ids.len());
        for chunk in ids.chunks(ROWS) {
            let mut statement = QueryBuilder::<Sqlite>::new("SELECT * FROM parcels_with_rules WHERE id IN (");
            let mut list = statement.separated(", ");
            for id in chunk {
                list.push_bind(bytes(id.to_bytes()));
            }
            statement.push(")");
            let find = statement.build().persistent(false);
            parcels.extend(all(&find.fetch_all(&self.readers).await.map_err(failed)?, read)?);
        }
        Ok(parcels)
    }
}
