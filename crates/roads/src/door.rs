//! The door to roads: what may be asked of them, whoever answers.
//!
//! The embedded [`crate::RoadNetwork`] answers at once; an engine over HTTP answers later. Both are a [`Roads`].

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use doorstep_domain::{Metres, Place};
use thiserror::Error;

/// A place farther than this from the nearest road is suspect: [`Snap::is_far`].
pub const FAR_SNAP: Metres = Metres(100.0);

/// A place farther than this from the nearest road is not on the network at all.
pub const MAX_SNAP: Metres = Metres(5_000.0);

/// The most cells of a matrix that one question may ask for.
pub const MAX_MATRIX_CELLS: usize = 4_000_000;

/// An answer that may take a while.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, RoadsError>> + Send + 'a>>;

/// Travel times, ways and the nearest road.
///
/// The embedded network computes inside the call: in a city a route takes a tenth of a millisecond, a matrix of 1,000 by
/// 1,000 a tenth of a second. Ask for big ones where blocking is allowed.
pub trait Roads: Send + Sync {
    /// The quickest way from one place to another.
    fn route(&self, from: Place, to: Place) -> Answer<'_, Route>;

    /// The travel times from every source to every target.
    fn matrix<'a>(&'a self, sources: &'a [Place], targets: &'a [Place]) -> Answer<'a, TravelMatrix>;

    /// The nearest place on a road.
    fn snap(&self, place: Place) -> Answer<'_, Snap>;

    /// The nearest place on a road of that name, unless the nearest road of all is a good deal closer. An address
    /// is often closer to a back road than to its own street.
    fn snap_to_street<'a>(&'a self, place: Place, street: &'a str) -> Answer<'a, Snap>;
}

/// The quickest way between two places.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// The travel time from the road at the start to the road at the end.
    pub duration: Duration,
    /// The length on the road.
    pub length: Metres,
    /// The way as a line of at least two vertices. The first has elapsed 0, the last the route's duration.
    pub line: Vec<Vertex>,
    /// Where the route begins.
    pub start: Snap,
    /// Where the route ends.
    pub end: Snap,
}

impl Route {
    /// Where a van that drives this way is after some time: between two vertices in proportion, at the end from then on.
    pub fn place_at(&self, elapsed: Duration) -> Place {
        let passed = self.line.partition_point(|vertex| vertex.elapsed <= elapsed);
        let before = passed.checked_sub(1).and_then(|last| self.line.get(last));
        match (before, self.line.get(passed)) {
            (Some(before), Some(after)) => before.towards(after, elapsed),
            (Some(only), None) | (None, Some(only)) => only.place,
            (None, None) => self.start.place,
        }
    }
}

/// A vertex of a route's line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vertex {
    /// Where it is.
    pub place: Place,
    /// The time since the start of the route; it never goes back along the line.
    pub elapsed: Duration,
}

impl Vertex {
    fn towards(&self, next: &Self, elapsed: Duration) -> Place {
        let since = |start: Duration, end: Duration| end.saturating_sub(start);
        let part = since(self.elapsed, elapsed).div_duration_f64(since(self.elapsed, next.elapsed));
        let between = |from: f64, to: f64| from + (to - from) * part;
        let lat = between(self.place.lat(), next.place.lat());
        let lon = between(self.place.lon(), next.place.lon());
        Place::from_degrees(lat, lon).unwrap_or(self.place)
    }
}

/// Where a place meets the road.
#[derive(Debug, Clone, PartialEq)]
pub struct Snap {
    /// The place on the road.
    pub place: Place,
    /// How far that is from the place asked for, in a straight line.
    pub distance: Metres,
    /// The name of the road, if it has one.
    pub street: Option<String>,
}

impl Snap {
    /// Whether the road is so far off that the place may be wrong: more than [`FAR_SNAP`].
    pub fn is_far(&self) -> bool {
        self.distance > FAR_SNAP
    }
}

/// Travel times between places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TravelMatrix {
    target_count: usize,
    /// Row by row, one row for each source.
    cells: Vec<Option<Duration>>,
}

impl TravelMatrix {
    /// A matrix of rows, one for each source. Every row gets a cell for each target: what a row lacks is `None`.
    ///
    /// ```
    /// use std::time::Duration;
    /// use doorstep_roads::TravelMatrix;
    /// let matrix = TravelMatrix::from_rows(2, [vec![Some(Duration::from_secs(40))], vec![]]);
    /// assert_eq!(matrix.get(0, 0), Some(Duration::from_secs(40)));
    /// assert_eq!(matrix.get(1, 1), None);
    /// ```
    pub fn from_rows(target_count: usize, rows: impl IntoIterator<Item = Vec<Option<Duration>>>) -> Self {
        let cells = rows.into_iter().flat_map(|mut row| {
            row.resize(target_count, None);
            row
        });
        Self { target_count, cells: cells.collect() }
    }

    /// The travel time from a source to a target, by their positions in the question. `None` when one cannot be
    /// reached from the other, when one of them is farther than [`MAX_SNAP`] from any road, or when there is no
    /// such position.
    pub fn get(&self, source: usize, target: usize) -> Option<Duration> {
        self.row(source).get(target).copied().flatten()
    }

    /// The travel times from a source to every target; empty when there is no such source.
    pub fn row(&self, source: usize) -> &[Option<Duration>] {
        let start = source.saturating_mul(self.target_count);
        self.cells.get(start..start.saturating_add(self.target_count)).unwrap_or_default()
    }

    /// The travel times of every source, one row each.
    pub fn rows(&self) -> impl Iterator<Item = &[Option<Duration>]> {
        self.cells.chunks(self.target_count.max(1))
    }
}

/// Why roads could not answer.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum RoadsError {
    /// The place is not on this network.
    #[error(
        "the nearest road is {:.1} km away; check the place, or use an extract that covers it",
        distance.0 / 1000.0
    )]
    NoRoadNear {
        /// How far the nearest road is.
        distance: Metres,
    },
    /// There is no way from one place to the other.
    #[error("no road leads from the one place to the other")]
    Unreachable,
    /// The question is too big.
    #[error(
        "a matrix of {sources} by {targets} places is too big; ask for at most {MAX_MATRIX_CELLS} cells at once"
    )]
    MatrixTooBig {
        /// Number of sources asked for.
        sources: usize,
        /// Number of targets asked for.
        targets: usize,
    },
}
