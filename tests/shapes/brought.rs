//! Types that a macro declares, whose fields have its types.

use everwire::{Codec, Wire};

macro_rules! declared {
    ($name:ident, $($attribute:meta)?) => {
        #[derive(Codec, Clone, Debug, PartialEq)]
        $(#[$attribute])?
        struct $name {
            #[codec(1, required, min_len = 1)]
            text: String,
            #[codec(2)]
            list: Vec<Option<u8>>,
            #[codec(3, default = 7, was(String, with = parsed))]
            number: u32,
            #[codec(4, with = doubled)]
            double: u32,
            #[codec(oneof(5, 6))]
            choice: Option<Choice>,
        }

        #[derive(Codec, Clone, Debug, PartialEq)]
        enum Choice {
            #[codec(5)]
            Text(String),
            #[codec(6)]
            Pair(u8, u8),
        }
    };
}

fn parsed(text: String) -> u32 {
    text.len() as u32
}

mod doubled {
    pub fn encode(value: &u32) -> u64 {
        u64::from(*value) * 2
    }

    pub fn decode(value: u64) -> Result<u32, std::num::TryFromIntError> {
        u32::try_from(value / 2)
    }
}

declared!(Brought, codec(name = "brought.Brought"));

#[test]
fn types_of_a_macro_are_as_any_other() {
    let brought = Brought {
        text: "t".into(),
        list: vec![Some(1), None],
        number: 7,
        double: 4,
        choice: Some(Choice::Pair(1, 2)),
    };
    assert_eq!(
        everwire::msgpack::to_vec(&brought).unwrap(),
        b"\x96\xa1t\x92\x01\xc0\x07\x08\xc0\x92\x01\x02"
    );
    for wire in Wire::ALL {
        let bytes = wire.encode(&brought).unwrap();
        assert_eq!(wire.decode::<Brought>(&bytes).unwrap(), brought);
    }
}
