//! Addresses of the internet, of std: text as RFC 4291 and RFC 5952 have it, a port behind a colon.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::text::text;

text! {
    IpAddr, "IP address", None;
    Ipv4Addr, "IPv4 address", None;
    Ipv6Addr, "IPv6 address", None;
    SocketAddr, "IP address and port", None, |address| match address {
        SocketAddr::V4(_) => None,
        SocketAddr::V6(address) => flow(address),
    };
    SocketAddrV4, "IPv4 address and port", None;
    SocketAddrV6, "IPv6 address and port", None, flow;
}

/// A flow label (RFC 6437) belongs to a connection, and no text of addresses has a place for it.
fn flow(address: &SocketAddrV6) -> Option<&'static str> {
    (address.flowinfo() != 0).then_some("an address with a flow label has no text")
}
