//! What recipients ask for, as columns of their parcels.

use doorstep_domain::{
    AccessNotes, Instruction, ParcelId, Personal, PhotoId, PickupPoint, Place, PlaceMark, Wish, Wishes,
};
use doorstep_store::StoreError;
use doorstep_wire::pickup::{kept_point, point_to_keep};
use jiff::civil::Date;
use sqlx::query_builder::Separated;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use crate::columns::{Columns, bytes, word};
use crate::error::failed;

/// The columns of an instruction, of the way to the door, of the day and the point that were chosen, and of their number,
/// in the order of [`Values::push`].
pub(super) const COLUMNS: &str = "safe_place, safe_place_note, neighbour, neighbour_house, doorbell, floor, way, \
     chosen_day, pickup_point, pin_lat, pin_lon, place_photo, wishes_version";

/// An instruction as columns.
#[derive(Default)]
struct Asked {
    safe_place: Option<String>,
    note: Option<String>,
    neighbour: Option<String>,
    house: Option<String>,
}

impl Asked {
    fn of(instruction: Option<&Instruction>) -> Result<Self, StoreError> {
        Ok(match instruction {
            None => Self::default(),
            Some(Instruction::SafePlace { safe_place, note }) => {
                Self { safe_place: Some(word(safe_place)?), note: text(note.as_ref()), ..Self::default() }
            }
            Some(Instruction::Neighbour { neighbour, house }) => {
                Self { neighbour: text(Some(neighbour)), house: text(house.as_ref()), ..Self::default() }
            }
        })
    }
}

/// The values of the columns.
pub(super) struct Values {
    asked: Asked,
    access: AccessNotes,
    day: Option<Date>,
    pickup_point: Option<String>,
    mark: PlaceMark,
    version: u32,
}

impl Values {
    pub(super) fn of(wishes: &Wishes) -> Result<Self, StoreError> {
        let asked = Asked::of(wishes.instruction.as_ref())?;
        Ok(Self {
            asked,
            access: wishes.access.clone(),
            day: wishes.day,
            pickup_point: wishes.pickup_point.as_ref().map(point_to_keep),
            mark: wishes.mark,
            version: wishes.version,
        })
    }

    pub(super) fn push(self, values: &mut Separated<'_, sqlx::Sqlite, &'static str>) {
        values
            .push_bind(self.asked.safe_place)
            .push_bind(self.asked.note)
            .push_bind(self.asked.neighbour)
            .push_bind(self.asked.house)
            .push_bind(text(self.access.doorbell.as_ref()))
            .push_bind(text(self.access.floor.as_ref()))
            .push_bind(text(self.access.way.as_ref()))
            .push_bind(self.day.map(|day| day.to_string()))
            .push_bind(self.pickup_point)
            .push_bind(self.mark.pin.map(Place::lat))
            .push_bind(self.mark.pin.map(Place::lon))
            .push_bind(self.mark.photo.map(|photo| bytes(photo.to_bytes())))
            .push_bind(self.version);
    }
}

/// Changes what the recipient asks for; `false` when this is not the next change.
pub(super) async fn set(
    db: &mut SqliteConnection,
    parcel: ParcelId,
    wish: Wish,
    version: u32,
) -> Result<bool, StoreError> {
    let set = match wish {
        Wish::Instruction(instruction) => {
            let Asked { safe_place, note, neighbour, house } = Asked::of(instruction.as_ref())?;
            // What marks a place stays with it, and goes when another one is named.
            let set = "UPDATE parcels SET pin_lat = CASE WHEN safe_place IS ?1 THEN pin_lat END, \
                       pin_lon = CASE WHEN safe_place IS ?1 THEN pin_lon END, \
                       place_photo = CASE WHEN safe_place IS ?1 THEN place_photo END, \
                       safe_place = ?1, safe_place_note = ?2, neighbour = ?3, neighbour_house = ?4, \
                       wishes_version = ?5 WHERE id = ?6 AND wishes_version = ?7";
            sqlx::query(set).bind(safe_place).bind(note).bind(neighbour).bind(house)
        }
        Wish::Mark(PlaceMark { pin, photo }) => {
            let set = "UPDATE parcels SET pin_lat = ?, pin_lon = ?, place_photo = ?, \
                       wishes_version = ? WHERE id = ? AND wishes_version = ?";
            let set = sqlx::query(set).bind(pin.map(Place::lat)).bind(pin.map(Place::lon));
            set.bind(photo.map(|photo| bytes(photo.to_bytes())))
        }
        Wish::Access(AccessNotes { doorbell, floor, way }) => {
            let set = "UPDATE parcels SET doorbell = ?, floor = ?, way = ?, \
                       wishes_version = ? WHERE id = ? AND wishes_version = ?";
            let set = sqlx::query(set).bind(text(doorbell.as_ref())).bind(text(floor.as_ref()));
            set.bind(text(way.as_ref()))
        }
    };
    let before = version.checked_sub(1);
    let set = set.bind(version).bind(bytes(parcel.to_bytes())).bind(before);
    Ok(set.execute(db).await.map_err(failed)?.rows_affected() > 0)
}

/// Has a parcel wait for another tour, unless newer wishes stand.
pub(super) async fn redirect(
    db: &mut SqliteConnection,
    parcel: ParcelId,
    wishes: Wishes,
) -> Result<bool, StoreError> {
    let mut redirect = QueryBuilder::<Sqlite>::new("UPDATE parcels SET (");
    redirect.push(COLUMNS).push(") = (");
    Values::of(&wishes)?.push(&mut redirect.separated(", "));
    redirect.push("), day = coalesce(").push_bind(wishes.day.map(|day| day.to_string()));
    redirect.push(
        ", day), promise_from = NULL, promise_until = NULL, tour = NULL, stop = NULL, \
         status = CASE WHEN status IN ('out_for_delivery', 'delayed', 'attempted') THEN 'in_transit' ELSE status END \
         WHERE id = ",
    );
    redirect.push_bind(bytes(parcel.to_bytes())).push(" AND wishes_version < ").push_bind(wishes.version);
    Ok(redirect.build().execute(db).await.map_err(failed)?.rows_affected() > 0)
}

pub(super) fn read(columns: &Columns<'_>) -> Result<Wishes, StoreError> {
    let version: i64 = columns.raw("wishes_version")?;
    let access = AccessNotes {
        doorbell: columns.personal_opt("doorbell")?,
        floor: columns.personal_opt("floor")?,
        way: columns.personal_opt("way")?,
    };
    Ok(Wishes {
        instruction: instruction(columns)?,
        mark: PlaceMark {
            pin: columns.place_opt("pin_lat", "pin_lon")?,
            photo: columns.id_opt("place_photo", PhotoId::from_bytes)?,
        },
        access,
        day: columns.day_opt("chosen_day")?,
        pickup_point: pickup_point(columns)?,
        version: u32::try_from(version).unwrap_or(u32::MAX),
    })
}

fn instruction(columns: &Columns<'_>) -> Result<Option<Instruction>, StoreError> {
    if let Some(safe_place) = columns.word_opt("safe_place")? {
        let note = columns.personal_opt("safe_place_note")?;
        return Ok(Some(Instruction::SafePlace { safe_place, note }));
    }
    let Some(neighbour) = columns.personal_opt("neighbour")? else { return Ok(None) };
    Ok(Some(Instruction::Neighbour { neighbour, house: columns.personal_opt("neighbour_house")? }))
}

fn pickup_point(columns: &Columns<'_>) -> Result<Option<PickupPoint>, StoreError> {
    let point: Option<String> = columns.raw("pickup_point")?;
    Ok(point.and_then(|point| {
        let kept = kept_point(&point);
        if kept.is_none() {
            tracing::error!("the pick-up point of a parcel cannot be read; it is left out");
        }
        kept
    }))
}

fn text(personal: Option<&Personal>) -> Option<String> {
    personal.map(|text| text.reveal().to_owned())
}
