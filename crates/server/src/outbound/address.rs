//! Which addresses are whose.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{Ipv4Net, Ipv6Net};

/// Whose an address is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Some host of the internet.
    Public,
    /// A host of this machine or of the operator's own network.
    Own,
    /// No one host: a group, a network's inner workings, an example, another address in disguise.
    Nobody,
}

/// Whose an address is.
pub(super) fn owner(address: IpAddr) -> Owner {
    match address {
        IpAddr::V4(v4) => owner_v4(v4),
        IpAddr::V6(v6) => owner_v6(v6),
    }
}

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, c, d), prefix)
}

const fn v6(a: u16, b: u16, c: u16, prefix: u8) -> Ipv6Net {
    Ipv6Net::new_assert(Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0), prefix)
}

/// This machine, private networks (RFC 1918) and those behind a carrier's address translation (RFC 6598).
const OWN_V4: [Ipv4Net; 5] = [
    v4(127, 0, 0, 0, 8),
    v4(10, 0, 0, 0, 8),
    v4(172, 16, 0, 0, 12),
    v4(192, 168, 0, 0, 16),
    v4(100, 64, 0, 0, 10),
];

/// The other blocks of IANA's registry of special-purpose IPv4 addresses (RFC 6890), and groups.
const NOBODYS_V4: [Ipv4Net; 12] = [
    v4(0, 0, 0, 0, 8),
    // Link-local: also where clouds keep the credentials of their machines.
    v4(169, 254, 0, 0, 16),
    v4(192, 0, 0, 0, 24),
    v4(192, 0, 2, 0, 24),
    v4(192, 31, 196, 0, 24),
    v4(192, 52, 193, 0, 24),
    v4(192, 88, 99, 0, 24),
    v4(192, 175, 48, 0, 24),
    v4(198, 18, 0, 0, 15),
    v4(198, 51, 100, 0, 24),
    v4(203, 0, 113, 0, 24),
    // Groups, what is reserved, and everyone at once.
    v4(224, 0, 0, 0, 3),
];

/// Unique-local addresses (RFC 4193).
const OWN_V6: Ipv6Net = v6(0xfc00, 0, 0, 7);
/// All that is given out to hosts (RFC 4291). Mapped, compatible and NAT64 forms of IPv4 addresses, link-local and
/// site-local ones and groups lie outside.
const GIVEN_OUT_V6: Ipv6Net = v6(0x2000, 0, 0, 3);
/// What of it belongs to no one host.
const NOBODYS_V6: [Ipv6Net; 5] = [
    // Protocols: Teredo, benchmarks, ORCHID.
    v6(0x2001, 0, 0, 23),
    v6(0x2001, 0xdb8, 0, 32),
    // 6to4 carries an IPv4 address.
    v6(0x2002, 0, 0, 16),
    v6(0x2620, 0x4f, 0x8000, 48),
    v6(0x3fff, 0, 0, 20),
];
/// The last half of an ISATAP address begins with one of these and ends with an IPv4 address (RFC 5214).
const ISATAP: [u32; 2] = [0x0000_5efe, 0x0200_5efe];

fn owner_v4(address: Ipv4Addr) -> Owner {
    if OWN_V4.iter().any(|net| net.contains(&address)) {
        Owner::Own
    } else if NOBODYS_V4.iter().any(|net| net.contains(&address)) {
        Owner::Nobody
    } else {
        Owner::Public
    }
}

fn owner_v6(address: Ipv6Addr) -> Owner {
    if address == Ipv6Addr::LOCALHOST || OWN_V6.contains(&address) {
        return Owner::Own;
    }
    let [.., third, fourth, _, _] = address.segments();
    let is_isatap = ISATAP.contains(&(u32::from(third) << 16 | u32::from(fourth)));
    if !GIVEN_OUT_V6.contains(&address) || is_isatap || NOBODYS_V6.iter().any(|net| net.contains(&address)) {
        return Owner::Nobody;
    }
    Owner::Public
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner_of(text: &str) -> Owner {
        owner(text.parse().unwrap())
    }

    #[test]
    fn each_network_ends_where_it_ends() {
        for (last_before, first, last, first_after) in [
            ("9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0"),
            ("100.63.255.255", "100.64.0.0", "100.127.255.255", "100.128.0.0"),
            ("126.255.255.255", "127.0.0.0", "127.255.255.255", "128.0.0.0"),
            ("172.15.255.255", "172.16.0.0", "172.31.255.255", "172.32.0.0"),
            ("192.167.255.255", "192.168.0.0", "192.168.255.255", "192.169.0.0"),
        ] {
            assert_eq!(
                (owner_of(last_before), owner_of(first_after)),
                (Owner::Public, Owner::Public),
                "{first}"
            );
            assert_eq!((owner_of(first), owner_of(last)), (Owner::Own, Owner::Own), "{first}");
        }
        for net in NOBODYS_V4 {
            assert_eq!(owner_v4(net.network()), Owner::Nobody, "{net}");
            assert_eq!(owner_v4(net.broadcast()), Owner::Nobody, "{net}");
            let after = net.broadcast().to_bits().checked_add(1).map(Ipv4Addr::from_bits);
            assert!(after.is_none_or(|after| owner_v4(after) == Owner::Public), "{net}");
        }
        for net in NOBODYS_V6 {
            assert_eq!(owner_v6(net.network()), Owner::Nobody, "{net}");
            assert_eq!(owner_v6(net.broadcast()), Owner::Nobody, "{net}");
            let after = Ipv6Addr::from_bits(net.broadcast().to_bits() + 1);
            assert_eq!(owner_v6(after), Owner::Public, "{net}");
        }
    }

    #[test]
    fn addresses_in_disguise_are_nobodys() {
        for disguised in [
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2a00::5efe:7f00:1",
            "2a00::200:5efe:a00:1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "::",
            "100::1",
            "5f00::1",
        ] {
            assert_eq!(owner_of(disguised), Owner::Nobody, "{disguised}");
        }
        for own in ["::1", "fc00::1", "fdff:ffff::1"] {
            assert_eq!(owner_of(own), Owner::Own, "{own}");
        }
        for public in ["2606:4700::1111", "2a00:1450:4001:80b::200e", "8.8.8.8", "1.1.1.1"] {
            assert_eq!(owner_of(public), Owner::Public, "{public}");
        }
    }
}
