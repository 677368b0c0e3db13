//! The two passes that collect what may be driven.

use std::collections::HashMap;
use std::path::Path;

use osmpbf::{Element, Way};

use super::nodes::{Passage, Signals, passage, signals};
use super::restrictions::{Restriction, restrictions};
use super::tags::Tags;
use super::ways::driving;
use super::{ExtractError, for_each_element};
use crate::profile::Profile;
use crate::units::{Point, index};

/// What may be driven in an extract, before it is a graph.
#[derive(Debug, Default)]
pub(crate) struct RawRoads {
    /// The nodes of the ways, in the order in which the ways first name them.
    pub(crate) nodes: Vec<RawNode>,
    pub(crate) ways: Vec<RawWay>,
    pub(crate) restrictions: Vec<Restriction<u32>>,
    /// The names of the streets, each once.
    pub(crate) names: Vec<String>,
}

/// A node on the road.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RawNode {
    /// Where it is; `None` when the extract was cut and does not hold it.
    pub(crate) point: Option<Point>,
    pub(crate) signals: Signals,
    pub(crate) passage: Passage,
}

/// A way that may be driven.
#[derive(Debug, Clone)]
pub(crate) struct RawWay {
    pub(crate) osm_id: i64,
    /// Positions in [`RawRoads::nodes`].
    pub(crate) nodes: Vec<u32>,
    /// A position in [`RawRoads::names`].
    pub(crate) name: Option<u32>,
    pub(crate) forward_mps: Option<f64>,
    pub(crate) backward_mps: Option<f64>,
    pub(crate) limited: bool,
    pub(crate) is_residential: bool,
}

/// Reads the roads of an extract.
pub(crate) fn read_roads(path: &Path, profile: &Profile) -> Result<RawRoads, ExtractError> {
    let mut reader = Reader::default();
    for_each_element(path, |element| match element {
        Element::Way(way) => reader.add_way(&way, profile),
        Element::Relation(relation) => reader.restrictions.extend(restrictions(&relation)),
        Element::Node(_) | Element::DenseNode(_) => {}
    })?;
    if reader.roads.ways.is_empty() {
        return Err(ExtractError::NoRoads { path: path.to_owned() });
    }
    for_each_element(path, |element| match element {
        Element::Node(node) => {
            reader.set_node(node.id(), node.decimicro_lat(), node.decimicro_lon(), node.tags());
        }
        Element::DenseNode(node) => {
            reader.set_node(node.id(), node.decimicro_lat(), node.decimicro_lon(), node.tags());
        }
        Element::Way(_) | Element::Relation(_) => {}
    })?;
    Ok(reader.finish())
}

#[derive(Default)]
struct Reader {
    roads: RawRoads,
    node_positions: HashMap<i64, u32>,
    name_positions: HashMap<String, u32>,
    restrictions: Vec<Restriction<i64>>,
}

impl Reader {
    fn add_way(&mut self, way: &Way<'_>, profile: &Profile) {
        let tags = Tags::new(way.tags());
        let Some(driving) = driving(&tags, profile) else { return };
        let nodes = way.refs().map(|id| self.node_position(id)).collect();
        let name = tags.text("name").map(|name| self.name_position(name));
        self.roads.ways.push(RawWay {
            osm_id: way.id(),
            nodes,
            name,
            forward_mps: driving.forward_mps,
            backward_mps: driving.backward_mps,
            limited: driving.limited,
            is_residential: driving.is_residential,
        });
    }

    fn node_position(&mut self, id: i64) -> u32 {
        *self.node_positions.entry(id).or_insert_with(|| {
            self.roads.nodes.push(RawNode::default());
            index(self.roads.nodes.len() - 1)
        })
    }

    fn name_position(&mut self, name: String) -> u32 {
        *self.name_positions.entry(name).or_insert_with_key(|name| {
            self.roads.names.push(name.clone());
            index(self.roads.names.len() - 1)
        })
    }

    fn set_node<'a>(
        &mut self,
        id: i64,
        lat_e7: i32,
        lon_e7: i32,
        tags: impl Iterator<Item = (&'a str, &'a str)>,
    ) {
        let Some(&position) = self.node_positions.get(&id) else { return };
        let Some(node) = self.roads.nodes.get_mut(position as usize) else { return };
        let tags = Tags::new(tags);
        *node = RawNode {
            point: Point::from_e7(lat_e7, lon_e7),
            signals: signals(&tags),
            passage: passage(&tags),
        };
    }

    /// Restrictions at nodes that no road has are about something that cannot be driven.
    fn finish(mut self) -> RawRoads {
        let resolved = |restriction: Restriction<i64>| {
            let via_node = *self.node_positions.get(&restriction.via_node)?;
            let Restriction { kind, from_way, to_way, .. } = restriction;
            Some(Restriction { kind, from_way, via_node, to_way })
        };
        self.roads.restrictions = self.restrictions.into_iter().filter_map(resolved).collect();
        self.roads
    }
}
