//! A town like a chessboard, and a van that goes through it street after street: for what depends on streets and houses.

use doorstep_domain::streets::{Spot, Street};
use doorstep_domain::{MetresPerSecond, Place};

/// How fast the van drives, and how fast one drives there, in metres a second.
pub const SPEED: f64 = 8.0;

/// Streets from north to south, and as many from west to east.
const STREETS: u32 = 10;
/// Metres between two of them.
const BLOCK_M: f64 = 100.0;
/// Metres between two houses of a street, and how many stand on a block.
const HOUSE_M: f64 = 12.0;
const HOUSES: u8 = 8;
const METRES_PER_DEGREE: f64 = 111_195.080_233_532_9;
/// The van drives so far after its last stop.
const BEYOND_M: f64 = 50.0;

/// The streets of the town.
pub fn streets() -> Vec<Street> {
    let junction = |x: u32, y: u32| y * STREETS + x;
    let street = |from: (u32, u32), to: (u32, u32)| Street {
        from: junction(from.0, from.1),
        to: junction(to.0, to.1),
        line: [from, to].map(|(x, y)| place(metres(x), metres(y))).to_vec(),
        is_one_way: false,
        speed: MetresPerSecond(SPEED),
    };
    let inside = |number: u32| number < STREETS;
    let from = (0..STREETS).flat_map(|y| (0..STREETS).map(move |x| (x, y)));
    from.flat_map(|(x, y)| {
        let east = inside(x + 1).then(|| street((x, y), (x + 1, y)));
        let north = inside(y + 1).then(|| street((x, y), (x, y + 1)));
        east.into_iter().chain(north)
    })
    .collect()
}

/// The houses on them.
pub fn houses() -> Vec<Spot> {
    let on_block =
        |street: u32| (0..HOUSES).map(move |number| Spot { street, at_m: 6.0 + HOUSE_M * f64::from(number) });
    (0..).zip(streets()).flat_map(|(street, _)| on_block(street)).collect()
}

/// Where a van is after so many metres of a way that goes to and fro through the town, a street farther each time.
pub fn along(driven_m: f64) -> Place {
    let width_m = metres(STREETS - 1);
    let (turns, rest_m) = turns(driven_m);
    let (across, up) = (rest_m.min(width_m), (rest_m - width_m).max(0.0));
    let is_back = turns.rem_euclid(2.0) >= 1.0;
    place(if is_back { width_m - across } else { across }, turns * BLOCK_M + up)
}

/// Whether two places of the way, in metres of it, lie on one block.
pub fn is_one_block(a_m: f64, b_m: f64) -> bool {
    let block = |driven_m| {
        let (turns, rest_m) = turns(driven_m);
        (turns.to_bits(), (rest_m / BLOCK_M).floor().to_bits())
    };
    block(a_m) == block(b_m)
}

/// A stop after so many metres of the way, and how long the van stands there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stand {
    /// Metres of the way.
    pub at_m: f64,
    /// Seconds.
    pub stands_s: i64,
}

/// Stops that lie about so many metres apart, and a van that stands 80 s at each.
pub fn stands(gaps: &[f64]) -> Vec<Stand> {
    let mut at_m = 30.0;
    let mut stand = |gap_m: &f64| {
        at_m += SPEED * (gap_m / SPEED).round();
        Stand { at_m, stands_s: 80 }
    };
    gaps.iter().map(&mut stand).collect()
}

/// What a van did: where it was, and when its stops were served.
#[derive(Debug, Clone, PartialEq)]
pub struct Driven {
    /// Metres of the way after each second.
    pub metres: Vec<f64>,
    /// The second at which each stop was served.
    pub served: Vec<i64>,
}

/// Drives along the way and stands at each of these.
pub fn drive(stands: &[Stand]) -> Driven {
    let (mut metres, mut served) = (Vec::new(), Vec::new());
    let (mut second, mut driven_m, mut stands_until) = (0, 0.0, None);
    let mut next = stands.iter().peekable();
    while driven_m < stands.last().map_or(0.0, |last| last.at_m) + BEYOND_M {
        metres.push(driven_m);
        match (stands_until, next.peek()) {
            (Some(until), Some(_)) if second >= until => {
                served.push(second);
                (stands_until, _) = (None, next.next());
            }
            (Some(_), _) => {}
            (None, Some(stand)) if driven_m >= stand.at_m => stands_until = Some(second + stand.stands_s),
            (None, _) => driven_m += SPEED,
        }
        second += 1;
    }
    Driven { metres, served }
}

/// A place so many metres east and north of the town's corner.
fn place(east: f64, north: f64) -> Place {
    let east_m = METRES_PER_DEGREE * 45.0_f64.to_radians().cos();
    Place::from_degrees(45.0 + north / METRES_PER_DEGREE, 5.0 + east / east_m).expect("in Europe")
}

/// How often the van has turned round after so many metres, and how far it is since.
fn turns(driven_m: f64) -> (f64, f64) {
    let turn_m = metres(STREETS - 1) + BLOCK_M;
    ((driven_m / turn_m).floor(), driven_m.rem_euclid(turn_m))
}

fn metres(number: u32) -> f64 {
    BLOCK_M * f64::from(number)
}
