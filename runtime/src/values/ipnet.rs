//! The networks of the crate `ipnet`: an address and the length of its prefix.

use ::ipnet::{IpNet, Ipv4Net, Ipv6Net};

use super::text::text;

text! {
    IpNet, "IP network", None;
    Ipv4Net, "IPv4 network", None;
    Ipv6Net, "IPv6 network", None;
}
