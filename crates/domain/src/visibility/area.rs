//! Areas drawn on the map.

use geo::{Contains as _, Geometry, Intersects as _, Line, LineString, MultiPolygon, Point};
use thiserror::Error;

use crate::Place;

/// An area drawn as GeoJSON polygons.
#[derive(Debug, Clone, PartialEq)]
pub struct Area(MultiPolygon);

/// Why a text is no [`Area`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum InvalidArea {
    /// It is not GeoJSON.
    #[error("the area is not GeoJSON: {0}")]
    NotGeoJson(String),
    /// It is GeoJSON of another kind.
    #[error("the area must be a Polygon or MultiPolygon")]
    NotPolygon,
    /// It has no corner, or one that is no place.
    #[error(
        "the area needs at least three corners, each a longitude from -180 to 180 and a latitude from -90 to 90"
    )]
    BadCorner,
    /// It has too many corners.
    #[error("the area has more than {} corners", Area::CORNERS_MAX)]
    TooManyCorners,
    /// Its border crosses or touches itself, so that nobody can say what is inside.
    #[error(
        "the border of the area crosses itself; draw it so that no two of its lines meet but at a shared corner"
    )]
    CrossesItself,
}

impl Area {
    /// The largest number of corners.
    pub const CORNERS_MAX: usize = 10_000;

    /// The area of a GeoJSON geometry or feature.
    ///
    /// # Errors
    /// When the text is not the GeoJSON of a polygon or several.
    pub fn from_geojson(text: &str) -> Result<Self, InvalidArea> {
        let json: geojson::GeoJson =
            text.parse().map_err(|error: geojson::Error| InvalidArea::NotGeoJson(error.to_string()))?;
        let geometry = match json {
            geojson::GeoJson::Geometry(geometry) => geometry,
            geojson::GeoJson::Feature(feature) => feature.geometry.ok_or(InvalidArea::NotPolygon)?,
            geojson::GeoJson::FeatureCollection(_) => return Err(InvalidArea::NotPolygon),
        };
        let polygons = match Geometry::<f64>::try_from(geometry)
            .map_err(|error| InvalidArea::NotGeoJson(error.to_string()))?
        {
            Geometry::Polygon(polygon) => MultiPolygon::new(vec![polygon]),
            Geometry::MultiPolygon(polygons) => polygons,
            _ => return Err(InvalidArea::NotPolygon),
        };
        Self::checked(polygons)
    }

    /// Whether it is clear what lies inside.
    ///
    /// # Errors
    /// [`InvalidArea::CrossesItself`] when lines of one ring meet elsewhere than at the corner that they share.
    pub fn check_border(&self) -> Result<(), InvalidArea> {
        let mut rings =
            self.0.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
        if rings.any(crosses_itself) { Err(InvalidArea::CrossesItself) } else { Ok(()) }
    }

    /// Whether a place lies inside.
    pub fn contains(&self, place: Place) -> bool {
        self.0.contains(&Point::new(place.lon(), place.lat()))
    }

    fn checked(polygons: MultiPolygon) -> Result<Self, InvalidArea> {
        let rings = || {
            polygons.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()))
        };
        if rings().map(|ring| ring.0.len()).sum::<usize>() > Self::CORNERS_MAX {
            return Err(InvalidArea::TooManyCorners);
        }
        let corner_is_place =
            |corner: &geo::Coord| (-180.0..=180.0).contains(&corner.x) && (-90.0..=90.0).contains(&corner.y);
        let ring_is_area = |ring: &geo::LineString| ring.0.len() >= 4 && ring.0.iter().all(corner_is_place);
        if polygons.iter().count() == 0 || !rings().all(ring_is_area) {
            return Err(InvalidArea::BadCorner);
        }
        Ok(Self(polygons))
    }
}

/// Lines are compared from west to east, each with those only that begin before it ends.
fn crosses_itself(ring: &LineString) -> bool {
    let west = |line: &Line| line.start.x.min(line.end.x);
    let east = |line: &Line| line.start.x.max(line.end.x);
    let mut lines: Vec<Line> = ring.lines().filter(|line| line.start != line.end).collect();
    lines.sort_by(|a, b| west(a).total_cmp(&west(b)));
    let are_neighbours = |a: &Line, b: &Line| a.start == b.end || a.end == b.start;
    lines.iter().enumerate().any(|(index, line)| {
        let overlapping = lines.iter().skip(index + 1).take_while(|other| west(other) <= east(line));
        overlapping.filter(|other| !are_neighbours(line, other)).any(|other| line.intersects(other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = r#"{"type":"Polygon","coordinates":[[[7.40,43.72],[7.44,43.72],[7.44,43.75],[7.40,43.75],[7.40,43.72]]]}"#;

    #[test]
    fn a_place_is_inside_or_outside() {
        let area = Area::from_geojson(SQUARE).unwrap();
        assert!(area.contains(Place::from_degrees(43.735, 7.42).unwrap()));
        assert!(!area.contains(Place::from_degrees(43.76, 7.42).unwrap()));
    }

    #[test]
    fn what_is_no_area_is_refused() {
        let cases = [
            ("", "not GeoJSON"),
            (r#"{"type":"Point","coordinates":[7,43]}"#, "Polygon or MultiPolygon"),
            (r#"{"type":"FeatureCollection","features":[]}"#, "Polygon or MultiPolygon"),
            (r#"{"type":"Polygon","coordinates":[]}"#, "corners"),
            (r#"{"type":"Polygon","coordinates":[[[7,93],[8,43],[8,44],[7,93]]]}"#, "corners"),
        ];
        for (text, expected) in cases {
            let error = Area::from_geojson(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }

    #[test]
    fn a_border_that_crosses_itself_is_told() {
        let ring = |corners: &str| {
            Area::from_geojson(&format!(r#"{{"type":"Polygon","coordinates":[[{corners}]]}}"#)).unwrap()
        };
        assert_eq!(Area::from_geojson(SQUARE).unwrap().check_border(), Ok(()));
        assert_eq!(ring("[0,0],[4,0],[4,4],[2,1],[0,4],[0,0]").check_border(), Ok(()), "a dent is fine");
        assert_eq!(ring("[0,0],[4,0],[4,0],[4,4],[0,0]").check_border(), Ok(()), "so is a doubled corner");
        let crossed = Err(InvalidArea::CrossesItself);
        assert_eq!(ring("[0,0],[4,4],[4,0],[0,4],[0,0]").check_border(), crossed);
        assert_eq!(ring("[0,0],[4,0],[4,4],[2,0],[0,4],[0,0]").check_border(), crossed, "it touches");
        let hole = r#"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[2,2],[2,1],[1,2],[1,1]]]}"#;
        assert_eq!(Area::from_geojson(hole).unwrap().check_border(), crossed);
    }

    #[test]
    fn the_largest_area_is_checked() {
        let half = u32::try_from(Area::CORNERS_MAX / 2).unwrap();
        let there = (0..half).map(|x| format!("[{:.3},0]", f64::from(x) / 100.0));
        let back = (0..half - 1).rev().map(|x| format!("[{:.3},{}]", f64::from(x) / 100.0, 1 + x % 2));
        let ring: Vec<String> = there.chain(back).chain(["[0,0]".to_owned()]).collect();
        let text = format!(r#"{{"type":"Polygon","coordinates":[[{}]]}}"#, ring.join(","));
        assert_eq!(ring.len(), Area::CORNERS_MAX);
        assert_eq!(Area::from_geojson(&text).unwrap().check_border(), Ok(()));
        let more = text.replacen("[[[0.000,0]", "[[[0.000,0],[0.000,0]", 1);
        assert_eq!(Area::from_geojson(&more), Err(InvalidArea::TooManyCorners));
    }
}
