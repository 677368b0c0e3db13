//! The buildings of an extract that people may live or work in.

use std::collections::HashMap;
use std::path::Path;

use doorstep_domain::Place;
use osmpbf::Element;

use super::addresses::middle;
use super::tags::Tags;
use super::{ExtractError, for_each_element};
use crate::units::{METRES_PER_DEGREE, Point};

/// Buildings that no parcel is brought to.
const NOT_DELIVERED_TO: [&str; 14] = [
    "no",
    "garage",
    "garages",
    "carport",
    "shed",
    "roof",
    "hut",
    "greenhouse",
    "ruins",
    "construction",
    "service",
    "transformer_tower",
    "bunker",
    "barn",
];
/// What is smaller is a shed, whatever the map calls it, in square metres.
const AREA_MIN_M2: f64 = 30.0;

/// The middles of the buildings of an extract, in its order. Those that are drawn as several outlines are left out.
///
/// # Errors
/// When the extract cannot be read or is no extract.
pub fn buildings(extract: &Path) -> Result<Vec<Place>, ExtractError> {
    let mut outlines: Vec<Vec<i64>> = Vec::new();
    for_each_element(extract, |element| {
        if let Element::Way(way) = element
            && is_building(&Tags::new(way.tags()))
        {
            outlines.push(way.refs().collect());
        }
    })?;
    let mut corners: HashMap<i64, Option<Point>> =
        outlines.iter().flatten().map(|node| (*node, None)).collect();
    let mut set = |id: i64, lat_e7: i32, lon_e7: i32| {
        if let Some(corner) = corners.get_mut(&id) {
            *corner = Point::from_e7(lat_e7, lon_e7);
        }
    };
    for_each_element(extract, |element| match element {
        Element::Node(node) => set(node.id(), node.decimicro_lat(), node.decimicro_lon()),
        Element::DenseNode(node) => set(node.id(), node.decimicro_lat(), node.decimicro_lon()),
        Element::Way(_) | Element::Relation(_) => {}
    })?;
    let places = outlines.iter().filter_map(|nodes| {
        let points: Option<Vec<Point>> =
            nodes.iter().map(|node| corners.get(node).copied().flatten()).collect();
        let points = points.filter(|points| area_m2(points) >= AREA_MIN_M2)?;
        middle(&points)
    });
    Ok(places.collect())
}

fn is_building(tags: &Tags<'_>) -> bool {
    tags.get("building").is_some_and(|kind| !NOT_DELIVERED_TO.contains(&kind))
}

/// The area that a line around it encloses (the shoelace formula), on a plane.
fn area_m2(points: &[Point]) -> f64 {
    let Some(first) = points.first() else { return 0.0 };
    let east_m = METRES_PER_DEGREE * first.lat().to_radians().cos();
    let flat = |point: &Point| {
        ((point.lon() - first.lon()) * east_m, (point.lat() - first.lat()) * METRES_PER_DEGREE)
    };
    let pairs = points.iter().zip(points.iter().skip(1));
    let doubled: f64 = pairs
        .map(|(a, b)| {
            let ((ax, ay), (bx, by)) = (flat(a), flat(b));
            ax.mul_add(by, -(bx * ay))
        })
        .sum();
    doubled.abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_has_the_area_of_what_it_encloses() {
        let point = |lat: f64, lon: f64| Point::nearest_to_degrees(lat, lon).unwrap();
        let square = [(0.001, 0.001), (0.001, 0.002), (0.002, 0.002), (0.002, 0.001), (0.001, 0.001)];
        let area = area_m2(&square.map(|(lat, lon)| point(lat, lon)));
        assert!((area - 12_364.0).abs() < 20.0, "{area}");
        assert!(area_m2(&[]).abs() < f64::EPSILON);
    }

    #[test]
    fn the_demo_has_more_buildings_than_house_numbers() {
        let buildings = buildings("../../demo/monaco.osm.pbf".as_ref()).unwrap();
        assert!(buildings.len() > 500, "{} buildings", buildings.len());
    }
}
