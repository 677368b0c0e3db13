//! The part of the network in which everything can be reached from everywhere.

use super::split::Pieces;
use super::{Course, Turn};
use crate::csr::Csr;
use crate::units::index;

/// Whether each course is in the largest strongly connected component, counted in courses.
///
/// It must be that of the *turn* graph. With forbidden turns and no turning round, two roads may be joined where no
/// vehicle can get from one to the other.
pub(super) fn largest(turns: &Csr<Turn>, pieces: &Pieces) -> Vec<bool> {
    let mut search = Tarjan::new(turns);
    for course in pieces.courses() {
        search.visit(course);
    }
    let mut sizes = vec![0_u32; search.component_count as usize];
    for component in search.component.iter().flatten() {
        if let Some(size) = sizes.get_mut(*component as usize) {
            *size += 1;
        }
    }
    let most = sizes.iter().copied().max().filter(|&size| size > 1);
    let largest = most.and_then(|most| sizes.iter().position(|&size| size == most)).map(index);
    search.component.iter().map(|component| largest.is_some() && *component == largest).collect()
}

/// Tarjan's algorithm, without recursion: a road can be longer than the stack is deep.
struct Tarjan<'a> {
    turns: &'a Csr<Turn>,
    /// When each course was first seen.
    seen: Vec<Option<u32>>,
    /// The earliest course that each one can get back to.
    low: Vec<u32>,
    component: Vec<Option<u32>>,
    component_count: u32,
    /// Courses that are seen and not yet in a component.
    open: Vec<u32>,
    clock: u32,
}

impl<'a> Tarjan<'a> {
    fn new(turns: &'a Csr<Turn>) -> Self {
        let count = turns.row_count();
        Self {
            turns,
            seen: vec![None; count],
            low: vec![0; count],
            component: vec![None; count],
            component_count: 0,
            open: Vec::new(),
            clock: 0,
        }
    }

    fn visit(&mut self, start: Course) {
        if self.seen_at(start.number()).is_some() {
            return;
        }
        self.enter(start.number());
        // Each step is a course and how many of its turns were followed.
        let mut path = vec![(start.number(), 0)];
        while let Some((course, followed)) = path.last_mut() {
            let course = *course;
            if let Some(turn) = self.turns.row(course).get(*followed) {
                *followed += 1;
                let next = turn.to.number();
                match self.seen_at(next) {
                    None => {
                        self.enter(next);
                        path.push((next, 0));
                    }
                    Some(seen) if self.is_open(next) => self.lower(course, seen),
                    Some(_) => {}
                }
            } else {
                path.pop();
                self.leave(course);
                if let Some((parent, _)) = path.last() {
                    self.lower(*parent, self.low_of(course));
                }
            }
        }
    }

    fn enter(&mut self, course: u32) {
        set(&mut self.seen, course, Some(self.clock));
        set(&mut self.low, course, self.clock);
        self.clock += 1;
        self.open.push(course);
    }

    fn leave(&mut self, course: u32) {
        if self.seen_at(course) != Some(self.low_of(course)) {
            return;
        }
        while let Some(member) = self.open.pop() {
            set(&mut self.component, member, Some(self.component_count));
            if member == course {
                break;
            }
        }
        self.component_count += 1;
    }

    fn lower(&mut self, course: u32, low: u32) {
        let low = low.min(self.low_of(course));
        set(&mut self.low, course, low);
    }

    fn seen_at(&self, course: u32) -> Option<u32> {
        self.seen.get(course as usize).copied().flatten()
    }

    fn low_of(&self, course: u32) -> u32 {
        self.low.get(course as usize).copied().unwrap_or_default()
    }

    fn is_open(&self, course: u32) -> bool {
        self.component.get(course as usize).is_some_and(Option::is_none)
    }
}

fn set<T>(table: &mut [T], row: u32, value: T) {
    if let Some(cell) = table.get_mut(row as usize) {
        *cell = value;
    }
}
