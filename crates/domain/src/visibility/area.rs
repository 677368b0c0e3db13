//! Areas drawn on the map.

use geo::{Contains as _, Geometry, MultiPolygon, Point};
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
}
