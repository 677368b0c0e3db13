//! How many connections an address has.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;

use parking_lot::Mutex;

use crate::access::one_caller;

/// How many connections one address may have; of IPv6, one `/64` network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerAddress {
    /// Any number: all come from the proxy that stands before this server, and it knows better.
    Unlimited,
    /// So many, and any number from this machine itself.
    Remote(usize),
    /// So many, from wherever.
    Everyone(usize),
}

/// Many people may share an address; it takes as many addresses to take all places as would be needed to load the
/// line itself.
const DEFAULT_MAX: usize = 256;

impl Default for PerAddress {
    fn default() -> Self {
        Self::Remote(DEFAULT_MAX)
    }
}

impl PerAddress {
    fn limit_of(self, address: IpAddr) -> Option<usize> {
        match self {
            Self::Unlimited => None,
            Self::Remote(_) if address.to_canonical().is_loopback() => None,
            Self::Remote(limit) | Self::Everyone(limit) => Some(limit.max(1)),
        }
    }
}

/// How many connections each caller has.
type Seated = Arc<Mutex<HashMap<IpAddr, usize>>>;

/// Counts connections by address. Only those that are open are in memory.
#[derive(Debug)]
pub(super) struct Crowd {
    limit: PerAddress,
    seated: Seated,
}

/// The place of one connection among those of its address.
#[derive(Debug)]
pub(super) struct Seat {
    of: Option<(IpAddr, Seated)>,
}

impl Crowd {
    /// Nobody yet.
    pub(super) fn new(limit: PerAddress) -> Self {
        Self { limit, seated: Arc::default() }
    }

    /// A place for a connection from an address; none when it has as many as it may.
    pub(super) fn seat(&self, address: IpAddr) -> Option<Seat> {
        let Some(limit) = self.limit.limit_of(address) else { return Some(Seat { of: None }) };
        let caller = one_caller(address);
        let mut seated = self.seated.lock();
        let count = seated.entry(caller).or_default();
        if *count >= limit {
            return None;
        }
        *count += 1;
        Some(Seat { of: Some((caller, self.seated.clone())) })
    }

    /// How many addresses are remembered.
    #[cfg(test)]
    pub(super) fn remembered(&self) -> usize {
        self.seated.lock().len()
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some((caller, seated)) = &self.of else { return };
        let mut seated = seated.lock();
        if let Some(count) = seated.get_mut(caller) {
            *count -= 1;
            if *count == 0 {
                seated.remove(caller);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn each_address_has_its_places_and_gets_them_back() {
        let crowd = Crowd::new(PerAddress::Everyone(2));
        let (a, b) = (address("192.0.2.1"), address("192.0.2.2"));
        let first = crowd.seat(a).unwrap();
        let _second = crowd.seat(a).unwrap();
        assert!(crowd.seat(a).is_none(), "two is the limit");
        assert!(crowd.seat(address("::ffff:192.0.2.1")).is_none(), "it is the same address");
        assert!(crowd.seat(b).is_some(), "others are not hindered");
        drop(first);
        assert!(crowd.seat(a).is_some());
    }

    #[test]
    fn one_network_of_ipv6_is_one_caller() {
        let crowd = Crowd::new(PerAddress::Everyone(1));
        let _one = crowd.seat(address("2001:db8::1")).unwrap();
        assert!(crowd.seat(address("2001:db8::ffff:1")).is_none());
        assert!(crowd.seat(address("2001:db8:0:1::1")).is_some());
    }

    #[test]
    fn memory_holds_those_who_are_connected_and_nobody_else() {
        let crowd = Crowd::new(PerAddress::Everyone(1));
        let seats: Vec<Seat> =
            (0..10_000_u32).filter_map(|number| crowd.seat(IpAddr::V4(number.into()))).collect();
        for number in 0..10_000_u32 {
            assert!(crowd.seat(IpAddr::V4(number.into())).is_none());
        }
        assert_eq!((seats.len(), crowd.remembered()), (10_000, 10_000));
        drop(seats);
        assert_eq!(crowd.remembered(), 0);
    }

    #[test]
    fn this_machine_is_spared_unless_a_limit_is_set_for_everyone_and_a_proxy_always_is() {
        let (here, there) = (address("127.0.0.1"), address("192.0.2.1"));
        let most = |limit, address| {
            let crowd = Crowd::new(limit);
            let seats: Vec<Option<Seat>> = (0..1_000).map(|_| crowd.seat(address)).collect();
            seats.iter().flatten().count()
        };
        assert_eq!(most(PerAddress::default(), here), 1_000);
        assert_eq!(most(PerAddress::default(), there), DEFAULT_MAX);
        assert_eq!(most(PerAddress::Everyone(7), here), 7);
        assert_eq!(most(PerAddress::Everyone(0), here), 1, "a limit of nothing would be no server");
        assert_eq!(most(PerAddress::Unlimited, there), 1_000);
    }
}
