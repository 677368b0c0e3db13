//! The delivery places of an extract: house numbers, and shops, offices and the like that have a name.

use std::collections::HashMap;
use std::path::Path;

use doorstep_domain::Place;
use osmpbf::Element;

use super::tags::Tags;
use super::{ExtractError, for_each_element};
use crate::units::Point;

/// Kinds of places that receive parcels when they have a name.
const BUSINESS_KEYS: [&str; 6] = ["shop", "office", "craft", "healthcare", "amenity", "tourism"];

/// Named amenities and sights that nobody delivers to.
const NOT_DELIVERED_TO: [&str; 17] = [
    "parking",
    "parking_entrance",
    "parking_space",
    "bicycle_parking",
    "bench",
    "fountain",
    "toilets",
    "shelter",
    "place_of_worship",
    "viewpoint",
    "artwork",
    "information",
    "attraction",
    "taxi",
    "ferry_terminal",
    "bus_station",
    "charging_station",
];

/// A place that parcels can be delivered to.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// Where it is: the node, or the middle of the building.
    pub place: Place,
    /// The name of the shop, office or the like; `None` for a plain house.
    pub name: Option<String>,
    /// The street, as the address says it.
    pub street: Option<String>,
    /// The house number, as written: `12`, `7 bis`, `3-5`.
    pub housenumber: Option<String>,
    /// The postal code.
    pub postcode: Option<String>,
    /// The town.
    pub city: Option<String>,
}

/// The delivery places of an extract: those with a street and a house number, and those with a business and a name.
///
/// The order is always the same: by street, house number, name and place. Each address is listed once, also where the
/// extract has it as a house and as its entrance; what it lacks, such as the street of a shop, is not made up.
///
/// # Errors
/// When the extract cannot be read or is no extract.
pub fn addresses(extract: &Path) -> Result<Vec<Address>, ExtractError> {
    let mut collected = Collected::default();
    for_each_element(extract, |element| match element {
        Element::Node(node) => collected.add_node(node.tags(), node.decimicro_lat(), node.decimicro_lon()),
        Element::DenseNode(node) => {
            collected.add_node(node.tags(), node.decimicro_lat(), node.decimicro_lon());
        }
        Element::Way(way) => collected.add_way(way.tags(), way.refs()),
        Element::Relation(_) => {}
    })?;
    let mut corners = collected.corners();
    if !corners.is_empty() {
        for_each_element(extract, |element| match element {
            Element::Node(node) => set(&mut corners, node.id(), node.decimicro_lat(), node.decimicro_lon()),
            Element::DenseNode(node) => {
                set(&mut corners, node.id(), node.decimicro_lat(), node.decimicro_lon());
            }
            Element::Way(_) | Element::Relation(_) => {}
        })?;
    }
    Ok(collected.finish(&corners))
}

/// The nodes of buildings, by their OpenStreetMap id.
type Corners = HashMap<i64, Option<Point>>;

fn set(corners: &mut Corners, id: i64, lat_e7: i32, lon_e7: i32) {
    if let Some(corner) = corners.get_mut(&id) {
        *corner = Point::from_e7(lat_e7, lon_e7);
    }
}

#[derive(Default)]
struct Collected {
    addresses: Vec<Address>,
    buildings: Vec<(Label, Vec<i64>)>,
}

/// An address that has no place yet.
struct Label {
    name: Option<String>,
    street: Option<String>,
    housenumber: Option<String>,
    postcode: Option<String>,
    city: Option<String>,
}

impl Collected {
    fn add_node<'a>(&mut self, tags: impl Iterator<Item = (&'a str, &'a str)>, lat_e7: i32, lon_e7: i32) {
        let Some(label) = label(&Tags::new(tags)) else { return };
        let place = Point::from_e7(lat_e7, lon_e7).map(Point::place);
        self.addresses.extend(place.map(|place| label.at(place)));
    }

    fn add_way<'a>(
        &mut self,
        tags: impl Iterator<Item = (&'a str, &'a str)>,
        nodes: impl Iterator<Item = i64>,
    ) {
        let label = label(&Tags::new(tags));
        self.buildings.extend(label.map(|label| (label, nodes.collect())));
    }

    fn corners(&self) -> Corners {
        self.buildings.iter().flat_map(|(_, nodes)| nodes).map(|node| (*node, None)).collect()
    }

    fn finish(mut self, corners: &Corners) -> Vec<Address> {
        for (label, nodes) in self.buildings {
            let points: Vec<Point> =
                nodes.iter().filter_map(|node| corners.get(node).copied().flatten()).collect();
            self.addresses.extend(middle(&points).map(|place| label.at(place)));
        }
        self.addresses.sort_by(|a, b| order(a).partial_cmp(&order(b)).expect("places are finite numbers"));
        self.addresses.dedup_by(|a, b| same_door(a, b));
        self.addresses
    }
}

impl Label {
    fn at(self, place: Place) -> Address {
        let Self { name, street, housenumber, postcode, city } = self;
        Address { place, name, street, housenumber, postcode, city }
    }
}

fn label(tags: &Tags<'_>) -> Option<Label> {
    let street = tags.text("addr:street").or_else(|| tags.text("addr:place"));
    let housenumber = tags.text("addr:housenumber");
    let name = if is_business(tags) { tags.text("name") } else { None };
    let has_address = street.is_some() && housenumber.is_some();
    (has_address || name.is_some()).then(|| Label {
        name,
        street,
        housenumber,
        postcode: tags.text("addr:postcode"),
        city: tags.text("addr:city"),
    })
}

fn is_business(tags: &Tags<'_>) -> bool {
    BUSINESS_KEYS.iter().any(|key| {
        tags.get(key)
            .is_some_and(|kind| !matches!(kind, "no" | "vacant") && !NOT_DELIVERED_TO.contains(&kind))
    })
}

/// The middle of a building's corners, the closing corner not counted twice.
pub(super) fn middle(points: &[Point]) -> Option<Place> {
    let corners = match points {
        [corners @ .., last] if corners.first() == Some(last) && !corners.is_empty() => corners,
        points => points,
    };
    let count = f64::from(u32::try_from(corners.len()).ok()?);
    let mean = |degrees: fn(Point) -> f64| corners.iter().copied().map(degrees).sum::<f64>() / count;
    Place::from_degrees(mean(Point::lat), mean(Point::lon)).ok()
}

type Order<'a> = (Option<&'a str>, (u32, Option<&'a str>), Option<&'a str>, f64, f64);

fn order(address: &Address) -> Order<'_> {
    let number = address.housenumber.as_deref();
    let leading: String = number.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    let place = address.place;
    let number = (leading.parse().unwrap_or(u32::MAX), number);
    (address.street.as_deref(), number, address.name.as_deref(), place.lat(), place.lon())
}

/// Whether two entries are the same door: written the same and close together.
fn same_door(a: &Address, b: &Address) -> bool {
    let written =
        |address: &Address| (address.street.clone(), address.housenumber.clone(), address.name.clone());
    written(a) == written(b) && a.place.distance_to(b.place).0 < 100.0
}
