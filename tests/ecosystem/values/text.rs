//! Values that are text: what `Display` says, on every wire, and what serde_json writes.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use compact_str::CompactString;
use everwire::{Codec, Wire};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::on;

#[derive(Codec, Serialize, Deserialize, Clone, Debug, PartialEq)]
struct Host {
    #[codec(1, required)]
    ip: IpAddr,
    #[codec(2, required)]
    v4: Ipv4Addr,
    #[codec(3)]
    v6: Option<Ipv6Addr>,
    #[codec(4)]
    ends: Vec<SocketAddr>,
    #[codec(5, required)]
    end_v4: SocketAddrV4,
    #[codec(6, required)]
    end_v6: SocketAddrV6,
    #[codec(7)]
    nets: BTreeMap<IpNet, Decimal>,
    #[codec(8)]
    net_v4: Option<Ipv4Net>,
    #[codec(9)]
    net_v6: Option<Ipv6Net>,
    #[codec(10)]
    name: SmolStr,
    #[codec(11)]
    note: CompactString,
    #[codec(12)]
    price: Decimal,
}

fn host() -> Host {
    Host {
        ip: Ipv6Addr::from_bits(u128::MAX).into(),
        v4: Ipv4Addr::new(255, 255, 255, 255),
        v6: Some(Ipv6Addr::LOCALHOST),
        ends: vec![
            "[2001:db8::1]:443".parse().unwrap(),
            "0.0.0.0:0".parse().unwrap(),
        ],
        end_v4: "192.0.2.1:65535".parse().unwrap(),
        end_v6: "[fe80::1%4294967295]:65535".parse().unwrap(),
        nets: [
            ("10.0.0.0/8".parse().unwrap(), Decimal::MAX),
            ("2001:db8::/128".parse().unwrap(), Decimal::MIN),
        ]
        .into(),
        net_v4: Some("192.0.2.0/0".parse().unwrap()),
        net_v6: Some("::/0".parse().unwrap()),
        name: "größe, longer than what is kept in place".into(),
        note: "short".into(),
        price: "-0.0000000000000000000000000001".parse().unwrap(),
    }
}

/// The same with text in the place of each value.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "Host")]
struct Text {
    #[codec(1)]
    ip: String,
    #[codec(2)]
    v4: String,
    #[codec(3)]
    v6: Option<String>,
    #[codec(4)]
    ends: Vec<String>,
    #[codec(5)]
    end_v4: String,
    #[codec(6)]
    end_v6: String,
    #[codec(7)]
    nets: BTreeMap<String, String>,
    #[codec(8)]
    net_v4: Option<String>,
    #[codec(9)]
    net_v6: Option<String>,
    #[codec(10)]
    name: String,
    #[codec(11)]
    note: String,
    #[codec(12)]
    price: String,
}

#[test]
fn they_are_what_display_says_on_every_wire() {
    let host = host();
    let text = Text {
        ip: host.ip.to_string(),
        v4: host.v4.to_string(),
        v6: host.v6.map(|one| one.to_string()),
        ends: host.ends.iter().map(ToString::to_string).collect(),
        end_v4: host.end_v4.to_string(),
        end_v6: host.end_v6.to_string(),
        nets: host
            .nets
            .iter()
            .map(|(net, price)| (net.to_string(), price.to_string()))
            .collect(),
        net_v4: host.net_v4.map(|one| one.to_string()),
        net_v6: host.net_v6.map(|one| one.to_string()),
        name: host.name.to_string(),
        note: host.note.to_string(),
        price: host.price.to_string(),
    };
    assert_eq!(on(&host), on(&text));
}

#[test]
fn json_is_what_serde_json_writes() {
    let [_, _, json] = on(&host());
    assert_eq!(
        String::from_utf8(json).unwrap(),
        serde_json::to_string(&host()).unwrap()
    );
}

#[test]
fn what_is_none_of_them_is_told_with_its_place() {
    let told = |json: &str| {
        let error = Wire::Json.decode::<Host>(json.as_bytes()).unwrap_err();
        error.to_string()
    };
    assert_eq!(
        told(r#"{"ip":"300.1.1.1"}"#),
        r#"Host.ip: expected IP address, found "300.1.1.1" (json, byte 6)"#
    );
    assert_eq!(
        told(r#"{"ends":["192.0.2.1:1","192.0.2.1"]}"#),
        r#"Host.ends[1]: expected IP address and port, found "192.0.2.1" (json, byte 23)"#
    );
    assert_eq!(
        told(r#"{"price":"12,50"}"#),
        r#"Host.price: expected decimal number, found "12,50" (json, byte 9)"#
    );
    assert_eq!(
        told(r#"{"price":12}"#),
        "Host.price: expected string, found number (json, byte 9)"
    );
}

#[test]
fn what_has_no_text_is_not_written_without_a_part() {
    let address = SocketAddrV6::new(Ipv6Addr::LOCALHOST, 1, 2, 0);
    for wire in Wire::ALL {
        let error = wire.encode(&SocketAddr::V6(address)).unwrap_err();
        assert!(error.to_string().contains("flow label"), "{error}");
        assert!(wire.encode(&address).is_err());
    }
}

#[test]
fn rules_for_strings_hold_and_zero_is_absent() {
    #[derive(Codec, Debug, PartialEq)]
    struct Ruled {
        #[codec(1, ipv4)]
        ip: Option<IpAddr>,
        #[codec(2, max_len = 3)]
        name: SmolStr,
        #[codec(3)]
        price: Decimal,
    }
    let ruled = |ip: &str, name: &str| Ruled {
        ip: Some(ip.parse().unwrap()),
        name: name.into(),
        price: Decimal::ZERO,
    };
    assert_eq!(ruled("192.0.2.1", "abc").validate(), Ok(()));
    let violations = ruled("::1", "abcd").validate().unwrap_err().to_string();
    assert_eq!(
        violations,
        "ip: must be an IPv4 address (string.ipv4)\nname: must have at most 3 characters (string.max_len)"
    );
    for (wire, empty) in Wire::ALL.into_iter().zip([&b""[..], b"\x90", b"{}"]) {
        let absent = Ruled {
            ip: None,
            name: SmolStr::default(),
            price: Decimal::ZERO,
        };
        assert_eq!(wire.decode::<Ruled>(empty).unwrap(), absent);
    }
}
