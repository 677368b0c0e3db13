//! Identities that are the same in every run.

use doorstep_domain::{
    DeviceId, DriverId, EventId, OperatorId, OrderId, ParcelId, RecipientId, RegionId, StopId, TourId,
    VehicleId,
};
use doorstep_store::TokenHash;
use rand::rngs::StdRng;
use rand::{Rng as _, RngExt as _, SeedableRng as _};

/// Identities that are the same in every run with the same seed, and never come twice.
///
/// ```
/// use doorstep_testkit::Ids;
///
/// let (mut one, mut same, mut other) = (Ids::seeded(1), Ids::seeded(1), Ids::seeded(2));
/// let parcel = one.parcel();
/// assert_eq!(parcel, same.parcel());
/// assert_ne!(parcel, other.parcel());
/// assert_ne!(parcel, one.parcel());
/// ```
#[derive(Debug)]
pub struct Ids(StdRng);

macro_rules! kinds {
    ($($name:ident: $kind:ident),+ $(,)?) => {$(
        #[doc = concat!("The next [`", stringify!($kind), "`].")]
        pub fn $name(&mut self) -> $kind {
            $kind::from_u128(self.bits())
        }
    )+};
}

impl Ids {
    /// The identities of a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// Identities of their own for another use, so that it gets the same ones whatever is asked here afterwards.
    #[must_use]
    pub fn fork(&mut self) -> Self {
        Self::seeded(self.0.random())
    }

    kinds! {
        operator: OperatorId,
        driver: DriverId,
        vehicle: VehicleId,
        tour: TourId,
        stop: StopId,
        parcel: ParcelId,
        order: OrderId,
        recipient: RecipientId,
        event: EventId,
        device: DeviceId,
        region: RegionId,
    }

    /// The next hash of a token that nobody has.
    pub fn token_hash(&mut self) -> TokenHash {
        let mut bytes = [0; 32];
        self.0.fill_bytes(&mut bytes);
        TokenHash(bytes)
    }

    /// The next number below `end`, for names that must differ.
    pub fn number(&mut self, end: u32) -> u32 {
        self.0.random_range(0..end.max(1))
    }

    fn bits(&mut self) -> u128 {
        self.0.random()
    }
}
