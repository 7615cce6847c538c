//! `upgrade` where a message is large, nests deep, or comes in parts.

use everwire::{Codec, Limits, Options, UnknownFields, Upgrade, Wire};

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(reserved(2, "old"), upgrade = renewed)]
struct Item {
    #[codec(1)]
    name: String,
    #[codec(3)]
    cents: Option<u64>,
    #[codec(unknown)]
    unknown: UnknownFields,
    #[codec(skip)]
    told: Vec<usize>,
}

fn renewed(item: &mut Item, upgrade: &Upgrade<'_>) -> Result<(), everwire::Error> {
    item.told.push(upgrade.unknown().len());
    if item.cents.is_none() {
        item.cents = upgrade.get::<u64>(2)?.map(|price| price * 100);
    }
    Ok(())
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Order {
    #[codec(1)]
    item: Option<Item>,
}

#[test]
fn a_part_is_told_what_came_with_it() {
    let bytes = b"\x0a\x07\x0a\x01a\x10\x03\x48\x05\x0a\x02\x48\x06\x0a\x02\x18\x09";
    let item = Wire::Protobuf.decode::<Order>(bytes).unwrap().item.unwrap();
    assert_eq!((&*item.name, item.cents), ("a", Some(9)));
    assert_eq!((item.told, item.unknown.len()), (vec![2, 1], 3));
    // What a newer part set is not taken back by an older one.
    let bytes = b"\x0a\x02\x18\x09\x0a\x02\x10\x03";
    let item = Wire::Protobuf.decode::<Order>(bytes).unwrap().item.unwrap();
    assert_eq!(item.cents, Some(9));
}

#[test]
fn a_message_of_many_parts_takes_time_by_its_length() {
    let bytes = b"\x0a\x02\x48\x05".repeat(100_000);
    let item = Wire::Protobuf
        .decode::<Order>(&bytes)
        .unwrap()
        .item
        .unwrap();
    assert_eq!(item.unknown.len(), 100_000);
    assert!(item.told.iter().all(|told| *told == 1));
}

/// Holds itself in a field that is gone.
#[derive(Codec, Debug, PartialEq)]
#[codec(reserved(2, "next", slot = 1), upgrade = followed)]
struct Chain {
    #[codec(1)]
    id: u32,
    #[codec(3)]
    numbers: Option<Vec<u32>>,
    #[codec(skip)]
    next: Option<Box<Chain>>,
}

fn followed(chain: &mut Chain, upgrade: &Upgrade<'_>) -> Result<(), everwire::Error> {
    chain.next = upgrade.get::<Box<Chain>>(2)?;
    Ok(())
}

fn chain(wire: Wire, links: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = match wire {
        Wire::Protobuf => vec![],
        Wire::MsgPack => vec![0x90],
        Wire::Json => b"{}".to_vec(),
    };
    for _ in 0..links {
        bytes = match wire {
            Wire::Protobuf => {
                let mut outer = vec![0x12];
                let mut len = bytes.len();
                while len > 0x7f {
                    outer.push(len as u8 | 0x80);
                    len >>= 7;
                }
                outer.push(len as u8);
                [outer, bytes].concat()
            }
            Wire::MsgPack => [vec![0x92, 7], bytes].concat(),
            Wire::Json => [b"{\"next\":".to_vec(), bytes, b"}".to_vec()].concat(),
        };
    }
    bytes
}

#[test]
fn what_a_function_reads_stands_as_deep_as_it_came() {
    for wire in Wire::ALL {
        let limits = Limits {
            depth: 20,
            ..Limits::DEFAULT
        };
        let options = Options::new().limits(limits);
        let read: Chain = options.decode(wire, &chain(wire, 20)).unwrap();
        let links = std::iter::successors(Some(&read), |chain| chain.next.as_deref());
        assert_eq!(links.count(), 21, "{wire}");
        let error = options.decode::<Chain>(wire, &chain(wire, 21)).unwrap_err();
        assert!(
            error.is_limit() && error.to_string().contains("`depth` of 20"),
            "{wire}: {error}"
        );
        let error = wire.decode::<Chain>(&chain(wire, 2_000)).unwrap_err();
        assert!(
            error.is_limit() && error.to_string().contains("`depth` of 100"),
            "{wire}: {error}"
        );
    }
}
