//! Types and wires do not know each other: a fourth wire writes every type, and a table that is data drives the three wires.

mod dump;
mod table;
mod types;

use everwire::{Codec, Wire};
use everwire_tests::hex;

use dump::dump;
use types::{everything, spare};

#[test]
fn a_fourth_wire_writes_every_type() {
    assert_eq!(dump(&everything()).unwrap(), include_str!("everything.txt"));
    let spare = dump(&spare()).unwrap();
    assert!(spare.contains("\n  10 colour: ? (9)\n"), "{spare}");
    assert!(
        spare.ends_with("\n  26 unit: unit\n  30 Placed: 0\n  40 copies: 0\n"),
        "{spare}"
    );
    assert_eq!(dump(&7_u32).unwrap(), "7\n");
    assert_eq!(
        dump(&vec![Some(true), None]).unwrap(),
        "[2]\n  true\n  absent\n"
    );
}

#[test]
fn a_table_writes_the_bytes_of_the_derived_type() {
    for value in [everything(), spare()] {
        let record = table::record(&value);
        assert_eq!(record.schema().name(), "test.Everything");
        for wire in Wire::ALL {
            let derived = wire.encode(&value).unwrap();
            let walked = wire.encode(&record).unwrap();
            if wire == Wire::Json {
                assert_eq!(
                    String::from_utf8_lossy(&walked),
                    String::from_utf8_lossy(&derived)
                );
            }
            assert_eq!(hex(&walked), hex(&derived), "{wire}");
        }
    }
}
