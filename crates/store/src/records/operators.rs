//! Operators, and the areas that they offer the live map in.

use doorstep_domain::{OperatorId, RegionId};
use jiff::civil::Date;

use crate::Answer;

/// A carrier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Its identity.
    pub id: OperatorId,
    /// Its name, as recipients know it.
    pub name: String,
    /// Its time zone, an IANA name.
    pub time_zone: String,
    /// Its default language, a BCP 47 tag.
    pub language: String,
}

/// Operators.
pub trait Operators: Send + Sync {
    /// Adds an operator or changes it.
    fn put_operator(&self, operator: Operator) -> Answer<'_, ()>;

    /// The operator with this identity.
    fn find_operator(&self, id: OperatorId) -> Answer<'_, Option<Operator>>;

    /// All operators, by name.
    fn list_operators(&self) -> Answer<'_, Vec<Operator>>;
}

/// An area in which the operator offers the live map.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// Its identity.
    pub id: RegionId,
    /// Whose it is.
    pub operator: OperatorId,
    /// What people call it; unique within the operator.
    pub name: String,
    /// The area, as the GeoJSON text of a `Polygon` or `MultiPolygon`.
    pub area: String,
    /// The first day on which the live map is offered there.
    pub live_from: Date,
}

/// Regions. What may be seen there is among the rules of [`Visibility`](super::Visibility).
pub trait Regions: Send + Sync {
    /// Adds a region or changes the one with its identity.
    ///
    /// # Errors
    /// A conflict when another region of the operator has its name.
    fn put_region(&self, region: Region) -> Answer<'_, ()>;

    /// The regions of an operator, by name.
    fn list_regions(&self, operator: OperatorId) -> Answer<'_, Vec<Region>>;

    /// Deletes a region of the operator; `false` when it has no such region.
    fn delete_region(&self, operator: OperatorId, id: RegionId) -> Answer<'_, bool>;
}
