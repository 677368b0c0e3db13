//! One type for every kind of thing that has an identity.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

/// Text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an id is 32 hexadecimal digits, and {0:?} is not")]
pub struct InvalidId(String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// 128 bits, written as 32 hexadecimal digits. Knowing an id opens nothing.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(u128);

        impl $name {
            /// The id with these bits; all 128 should come from a secure source of randomness.
            pub const fn from_u128(bits: u128) -> Self {
                Self(bits)
            }

            /// The bits of the id.
            pub const fn as_u128(self) -> u128 {
                self.0
            }

            /// The id as the sixteen bytes that a database keeps.
            pub const fn to_bytes(self) -> [u8; 16] {
                self.0.to_be_bytes()
            }

            /// The id that a database kept.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(u128::from_be_bytes(bytes))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:032x})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Uuid::try_parse(text).map(|id| Self(id.as_u128())).map_err(|_not_hex| InvalidId(text.chars().take(64).collect()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.to_string()
            }
        }
    )*

        /// The bytes of each of them.
        #[cfg(test)]
        const BYTES: &[(&str, usize)] = &[$((stringify!($name), size_of::<$name>()),)*];
    };
}

ids! {
    /// A carrier that runs tours.
    OperatorId;
    /// Someone who drives tours.
    DriverId;
    /// A van, a bike, a pair of feet.
    VehicleId;
    /// A planned, ordered set of stops of one vehicle on one service day.
    TourId;
    /// A place on a tour where the vehicle halts to do work.
    StopId;
    /// One tracked item.
    ParcelId;
    /// What a recipient ordered; one or more parcels.
    OrderId;
    /// Someone who receives parcels and has an account.
    RecipientId;
    /// One event of a tour, named by whoever saw it happen.
    EventId;
    /// A phone or tracker that may write for a driver.
    DeviceId;
    /// An area in which the live map is offered.
    RegionId;
    /// A place where parcels wait for their recipients.
    PickupPointId;
    /// A link by which a recipient lets someone else see a little of a parcel.
    ShareId;
    /// A photo of a delivery.
    PhotoId;
    /// One wish to sign in by a link that is sent by e-mail.
    SignInId;
    /// A browser that messages are pushed to.
    PushId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let id = TourId::from_u128(0x0123_4567_89ab_cdef);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(TourId::from_bytes(id.to_bytes()), id);
    }

    #[test]
    fn every_id_has_128_bits() {
        assert_eq!(BYTES.len(), 16);
        for (name, bytes) in BYTES {
            assert_eq!(*bytes, 16, "{name}");
        }
    }

    #[test]
    fn text_that_is_no_id_is_refused() {
        for text in ["", "1", "x", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"] {
            assert!(text.parse::<ParcelId>().is_err(), "{text}");
        }
    }
}
