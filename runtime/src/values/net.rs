//! Addresses of the internet, of std: text as RFC 4291 and RFC 5952 have it, a port behind a colon.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::text::text;

text! {
    IpAddr, "IP address", None;
    Ipv4Addr, "IPv4 address", None;
    Ipv6Addr, "IPv6 address", None;
    SocketAddr, "IP address and port", None, |address| match address {
        SocketAddr::V6(v6) => unlabelled(v6).map(|_| address),
        SocketAddr::V4(_) => Ok(address),
    }, |text| text.parse().ok();
    SocketAddrV4, "IPv4 address and port", None;
    SocketAddrV6, "IPv6 address and port", None, unlabelled, |text| text.parse().ok();
}

/// An address without a flow label (RFC 6437), which belongs to a connection: no text of addresses has a place for it.
fn unlabelled(address: &SocketAddrV6) -> Result<&SocketAddrV6, &'static str> {
    match address.flowinfo() {
        0 => Ok(address),
        _ => Err("an address with a flow label has no text"),
    }
}
