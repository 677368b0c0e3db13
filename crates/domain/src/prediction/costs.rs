//! What it costs a driver to go from stop to stop, in seconds, by the numbers of some nodes among themselves. Drivers
//! weigh zones and distances differently.

/// A drive, and what it costs besides that it changes zones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Leg {
    pub(super) drive_s: f32,
    pub(super) zone_s: f32,
}

/// The legs between some nodes.
#[derive(Debug, Clone)]
pub(super) struct Legs {
    size: usize,
    matrix: Vec<Leg>,
    /// What it costs to end at each node.
    pub(super) home: Vec<f32>,
}

impl Legs {
    pub(super) fn of(size: usize) -> Self {
        Self { size, matrix: vec![Leg::default(); size * size], home: vec![0.0; size] }
    }

    /// Sets a leg, and the way back.
    pub(super) fn set(&mut self, a: usize, b: usize, leg: Leg) {
        for index in [a * self.size + b, b * self.size + a] {
            if let Some(slot) = self.matrix.get_mut(index) {
                *slot = leg;
            }
        }
    }

    /// What they cost a driver who weighs each of them in this way.
    pub(super) fn costs(&self, weigh: impl Fn(Leg) -> f32) -> Costs {
        let mut costs = Costs { size: self.size + 1, legs: vec![0.0; (self.size + 1) * (self.size + 1)] };
        for row in 0..self.size {
            for column in 0..row {
                if let Some(leg) = self.matrix.get(row * self.size + column) {
                    costs.set(row, column, weigh(*leg));
                }
            }
            costs.set(row, self.size, self.home.get(row).copied().unwrap_or_default());
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
