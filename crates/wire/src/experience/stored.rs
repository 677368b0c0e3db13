//! Lessons as the store keeps them.

use doorstep_domain::prediction::{District, Door, Drift, Lessons, Scatter, Sums};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The version of what is stored.
const VERSION: u32 = 1;

/// Stored lessons cannot be read.
#[derive(Debug, Error)]
pub enum UnreadableLessons {
    /// They are none.
    #[error("these are no lessons: {0}")]
    Malformed(#[from] serde_json::Error),
    /// A newer version of the program wrote them.
    #[error("lessons of version {0} are not known here")]
    TooNew(u32),
}

#[derive(Serialize, Deserialize)]
struct Stored {
    v: u32,
    tours: u64,
    /// South-west corner, hour or number of parcels, and how often, planned and taken seconds.
    drives: Vec<(i32, i32, u8, u64, u64, u64)>,
    services: Vec<(i32, i32, u8, u64, u64, u64)>,
    doors: Vec<(i32, i32, u8, u64, u64, u64)>,
    /// Both corners, hour, and how often and how many seconds late.
    links: Vec<(i32, i32, i32, i32, u8, u64, i64)>,
    /// Of drives, work and tours: how often, and squares of what was expected and of what it was off.
    scatter: [[u64; 3]; 3],
}

/// Writes lessons as [`read_lessons`] reads them.
///
/// # Panics
/// Never: numbers can always be written as JSON.
pub fn write_lessons(lessons: &Lessons) -> String {
    let district = |((square, of), sums): (&(District, u8), &Sums)| {
        (square.lat, square.lon, *of, sums.seen, sums.planned_s, sums.taken_s)
    };
    let door = |((square, of), sums): (&(Door, u8), &Sums)| {
        (square.lat, square.lon, *of, sums.seen, sums.planned_s, sums.taken_s)
    };
    let link = |((from, to, hour), drift): (&(Door, Door, u8), &Drift)| {
        (from.lat, from.lon, to.lat, to.lon, *hour, drift.seen, drift.late_s)
    };
    let scatter = [lessons.drive_scatter, lessons.service_scatter, lessons.tour_scatter];
    let stored = Stored {
        v: VERSION,
        tours: lessons.tours,
        drives: lessons.drives.iter().map(district).collect(),
        services: lessons.services.iter().map(district).collect(),
        doors: lessons.doors.iter().map(door).collect(),
        links: lessons.links.iter().map(link).collect(),
        scatter: scatter.map(|scatter| [scatter.seen, scatter.expected_s2, scatter.off_s2]),
    };
    serde_json::to_string(&stored).expect("numbers can always be written as JSON")
}

/// Reads stored lessons.
///
/// # Errors
/// When they are none, or of a version that is not known.
pub fn read_lessons(text: &str) -> Result<Lessons, UnreadableLessons> {
    #[derive(Deserialize)]
    struct Version {
        v: u32,
    }
    let Version { v } = serde_json::from_str(text)?;
    if v > VERSION {
        return Err(UnreadableLessons::TooNew(v));
    }
    let stored: Stored = serde_json::from_str(text)?;
    let district = |(lat, lon, of, seen, planned_s, taken_s)| {
        ((District { lat, lon }, of), Sums { seen, planned_s, taken_s })
    };
    let door = |(lat, lon, of, seen, planned_s, taken_s)| {
        ((Door { lat, lon }, of), Sums { seen, planned_s, taken_s })
    };
    let link = |(lat, lon, to_lat, to_lon, hour, seen, late_s)| {
        ((Door { lat, lon }, Door { lat: to_lat, lon: to_lon }, hour), Drift { seen, late_s })
    };
    let [drive_scatter, service_scatter, tour_scatter] =
        stored.scatter.map(|[seen, expected_s2, off_s2]| Scatter { seen, expected_s2, off_s2 });
    Ok(Lessons {
        tours: stored.tours,
        drives: stored.drives.into_iter().map(district).collect(),
        services: stored.services.into_iter().map(district).collect(),
        doors: stored.doors.into_iter().map(door).collect(),
        links: stored.links.into_iter().map(link).collect(),
        drive_scatter,
        service_scatter,
        tour_scatter,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lessons() -> Lessons {
        let (district, door) = (District { lat: -1, lon: 500 }, Door { lat: -1, lon: 50_000 });
        let sums = Sums { seen: 2, planned_s: 120, taken_s: 180 };
        let scatter = Scatter { seen: 3, expected_s2: 90, off_s2: 40 };
        Lessons {
            tours: 1,
            drives: [((district, 23), sums)].into(),
            services: [((district, 4), sums)].into(),
            doors: [((door, 4), sums)].into(),
            links: [((door, door, 0), Drift { seen: 5, late_s: -70 })].into(),
            drive_scatter: scatter,
            service_scatter: Scatter { seen: 4, ..scatter },
            tour_scatter: Scatter { seen: 5, ..scatter },
        }
    }

    #[test]
    fn lessons_read_back_as_they_were_written() {
        let written = write_lessons(&lessons());
        assert_eq!(read_lessons(&written).unwrap(), lessons());
        assert_eq!(
            written,
            concat!(
                r#"{"v":1,"tours":1,"drives":[[-1,500,23,2,120,180]],"services":[[-1,500,4,2,120,180]],"#,
                r#""doors":[[-1,50000,4,2,120,180]],"links":[[-1,50000,-1,50000,0,5,-70]],"#,
                r#""scatter":[[3,90,40],[4,90,40],[5,90,40]]}"#
            )
        );
    }

    #[test]
    fn lessons_of_a_newer_program_are_not_guessed_at() {
        assert!(matches!(read_lessons(r#"{"v":2,"what":"else"}"#), Err(UnreadableLessons::TooNew(2))));
        assert!(matches!(read_lessons("{}"), Err(UnreadableLessons::Malformed(_))));
    }
}
