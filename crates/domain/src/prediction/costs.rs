//! What it costs a driver to go from stop to stop, in seconds, by the numbers of some nodes among themselves. Drivers
//! weigh zones and distances differently.

/// A drive, and what it costs besides that it changes zones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Leg {
    pub(super) drive_s: f32,
    pub(super) zone_s: f32,
}

/// The legs between some nodes, which are the same both ways.
#[derive(Debug, Clone)]
pub(super) struct Legs(Vec<FromNode>);

#[derive(Debug, Clone)]
struct FromNode {
    /// The legs to the nodes with lower numbers.
    to_lower: Vec<Leg>,
    /// What it costs to end here.
    home_s: f32,
}

impl Legs {
    /// The legs between so many nodes, and what it costs to end at each.
    pub(super) fn of(nodes: usize, leg: impl Fn(usize, usize) -> Leg, home_s: impl Fn(usize) -> f32) -> Self {
        let from_node = |node| FromNode {
            to_lower: (0..node).map(|lower| leg(node, lower)).collect(),
            home_s: home_s(node),
        };
        Self((0..nodes).map(from_node).collect())
    }

    /// What they cost a driver who weighs each of them in this way.
    pub(super) fn costs(&self, weigh: impl Fn(Leg) -> f32) -> Costs {
        let size = self.0.len() + 1;
        let mut costs = Costs { size, legs: vec![0.0; size * size] };
        for (node, from_node) in self.0.iter().enumerate() {
            for (lower, leg) in from_node.to_lower.iter().enumerate() {
                costs.set(node, lower, weigh(*leg));
            }
            costs.set(node, costs.end(), from_node.home_s);
        }
        costs
    }
}

/// What it costs a driver to go between some nodes, and to the end of the tour, which is the last of them.
#[derive(Debug, Clone)]
pub(super) struct Costs {
    size: usize,
    legs: Vec<f32>,
}

impl Costs {
    /// The end of the tour.
    pub(super) fn end(&self) -> usize {
        self.size - 1
    }

    /// Makes the way between two nodes cheaper.
    pub(super) fn favour(&mut self, a: usize, b: usize, seconds: f32) {
        self.set(a, b, self.leg(a, b) - seconds);
    }

    /// The cost from one to the other, in seconds.
    pub(super) fn leg(&self, from: usize, to: usize) -> f32 {
        self.legs.get(from * self.size + to).copied().unwrap_or(f32::INFINITY)
    }

    fn set(&mut self, a: usize, b: usize, seconds: f32) {
        for index in [a * self.size + b, b * self.size + a] {
            if let Some(leg) = self.legs.get_mut(index) {
                *leg = seconds;
            }
        }
    }
}
