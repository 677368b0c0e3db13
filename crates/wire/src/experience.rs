//! What past days taught: as the store keeps it, with a version, and as operators read it.

mod stored;

use doorstep_domain::prediction::{District, Door, Effect, Effects, Experience, Spreads};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use stored::{UnreadableLessons, read_lessons, write_lessons};

/// The largest number of entries of each list that operators read.
const LISTED_MAX: usize = 500;

/// The answer of `GET /v1/experience`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ExperienceAnswer {
    /// The service day whose tours use it: what was learnt before it, and nothing of that day.
    pub day: Date,
    /// How many tours taught it; those of 28 days ago count half.
    pub tours: f64,
    /// How far off a drive may be: one standard deviation, as a share.
    pub drive_spread: f32,
    /// How far off the work at a stop may be.
    pub service_spread: f32,
    /// How far off a whole tour may be.
    pub tour_spread: f32,
    /// Drives.
    pub drives: DrivesJson,
    /// Work at stops.
    pub services: ServicesJson,
    /// The doors that are known well enough, against others of their district, most seen first; at most 500.
    pub doors: Vec<SquareJson>,
    /// By how many seconds links of timetables drift, most seen first; at most 500.
    pub links: Vec<LinkJson>,
}

/// How much longer drives take than is planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DrivesJson {
    /// All of them.
    #[serde(flatten)]
    pub all: FactorJson,
    /// By the hour of the operator's clock in which they begin, against all.
    pub by_hour: Vec<ClassJson>,
    /// By the district in which they end, against all, most seen first; at most 500.
    pub by_district: Vec<SquareJson>,
}

/// How much longer the work takes than is planned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ServicesJson {
    /// All of it.
    #[serde(flatten)]
    pub all: FactorJson,
    /// By the number of parcels, 4 for more than three, against all.
    pub by_parcels: Vec<ClassJson>,
    /// By district, against all, most seen first; at most 500.
    pub by_district: Vec<SquareJson>,
}

/// A factor on what is planned.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FactorJson {
    /// The factor: 1.2 is a fifth longer than planned.
    pub factor: f32,
    /// How many times it was seen; what was seen 28 days ago counts half.
    pub seen: f32,
}

/// The factor of an hour or of a number of parcels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ClassJson {
    /// The hour, or the number of parcels.
    pub of: u8,
    /// The factor.
    #[serde(flatten)]
    pub factor: FactorJson,
}

/// The factor of a square of the map.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SquareJson {
    /// Its south edge in degrees.
    pub lat: f64,
    /// Its west edge in degrees.
    pub lon: f64,
    /// The factor.
    #[serde(flatten)]
    pub factor: FactorJson,
}

/// A link of a timetable.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LinkJson {
    /// The south edge of the square in which it begins, in degrees.
    pub from_lat: f64,
    /// The west edge of that.
    pub from_lon: f64,
    /// The south edge of the square in which it ends.
    pub to_lat: f64,
    /// The west edge of that.
    pub to_lon: f64,
    /// By how many seconds it takes longer than its timetable says.
    pub late_s: f32,
    /// How many times it was seen.
    pub seen: f32,
}

impl ExperienceAnswer {
    /// The answer of a day.
    pub fn of(day: Date, experience: &Experience) -> Self {
        let Spreads { drive, service, tour } = experience.spreads();
        let (drives, services) = (experience.drives(), experience.services());
        let door = |(door, effect): (&Door, &Effect)| square(door.lat, door.lon, 1e4, *effect);
        let link = |((from, to), effect): (&(Door, Door), &Effect)| LinkJson {
            from_lat: f64::from(from.lat) / 1e4,
            from_lon: f64::from(from.lon) / 1e4,
            to_lat: f64::from(to.lat) / 1e4,
            to_lon: f64::from(to.lon) / 1e4,
            late_s: effect.value,
            seen: effect.seen,
        };
        Self {
            day,
            tours: experience.tours(),
            drive_spread: drive,
            service_spread: service,
            tour_spread: tour,
            drives: DrivesJson {
                all: factor(drives.all),
                by_hour: classes(drives),
                by_district: districts(drives),
            },
            services: ServicesJson {
                all: factor(services.all),
                by_parcels: classes(services),
                by_district: districts(services),
            },
            doors: most_seen(experience.doors().iter().map(door).collect(), |door| door.factor.seen),
            links: most_seen(experience.links().iter().map(link).collect(), |link| link.seen),
        }
    }
}

fn classes(effects: &Effects<District, u8>) -> Vec<ClassJson> {
    effects.columns.iter().map(|(of, effect)| ClassJson { of: *of, factor: factor(*effect) }).collect()
}

fn districts(effects: &Effects<District, u8>) -> Vec<SquareJson> {
    let squares = effects.rows.iter().map(|(of, effect)| square(of.lat, of.lon, 1e2, *effect));
    most_seen(squares.collect(), |square| square.factor.seen)
}

fn square(lat: i32, lon: i32, per_degree: f64, effect: Effect) -> SquareJson {
    SquareJson { lat: f64::from(lat) / per_degree, lon: f64::from(lon) / per_degree, factor: factor(effect) }
}

fn factor(effect: Effect) -> FactorJson {
    FactorJson { factor: effect.value, seen: effect.seen }
}

fn most_seen<T>(mut all: Vec<T>, seen: impl Fn(&T) -> f32) -> Vec<T> {
    all.sort_by(|a, b| seen(b).total_cmp(&seen(a)));
    all.truncate(LISTED_MAX);
    all
}

#[cfg(test)]
mod tests {
    use doorstep_domain::prediction::{Lessons, Sums};

    use super::*;

    #[test]
    fn lists_end_at_their_limit_with_what_was_seen_most() {
        let sums = |seen| Sums { seen, planned_s: 60 * seen, taken_s: 60 * seen };
        let most = i32::try_from(LISTED_MAX).unwrap();
        let listed = |count: i32| {
            let services =
                (1..=count).map(|lat| ((District { lat, lon: 0 }, 1), sums(lat.unsigned_abs().into())));
            let lessons = Lessons { services: services.collect(), ..Lessons::default() };
            let (day, before) = (jiff::civil::date(2026, 11, 24), jiff::civil::date(2026, 11, 23));
            let experience = Experience::of_day(day, jiff::tz::Offset::UTC, [(before, &lessons)]);
            ExperienceAnswer::of(day, &experience).services.by_district
        };
        assert_eq!(listed(most).len(), LISTED_MAX);
        let cut = listed(most + 1);
        assert_eq!(cut.len(), LISTED_MAX);
        assert!(cut.iter().all(|square| square.lat > 0.015), "the one that was seen least is left out");
    }
}
