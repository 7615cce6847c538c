//! Scalars: integers of every width and encoding, floats, text, bytes, truth.

use everwire::Codec;
use everwire_tests::{sample, values};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::Sample;

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Integers")]
pub struct Integers {
    #[codec(1)]
    pub u8: u8,
    #[codec(2)]
    pub u16: u16,
    #[codec(3)]
    pub u32: u32,
    #[codec(4)]
    pub u64: u64,
    #[codec(5)]
    pub usize: usize,
    #[codec(6)]
    pub i8: i8,
    #[codec(7)]
    pub i16: i16,
    #[codec(8)]
    pub i32: i32,
    #[codec(9)]
    pub i64: i64,
    #[codec(10)]
    pub isize: isize,
    #[codec(11, sint)]
    pub sint32: i32,
    #[codec(12, sint)]
    pub sint64: i64,
    #[codec(13, fixed)]
    pub fixed32: u32,
    #[codec(14, fixed)]
    pub fixed64: u64,
    #[codec(15, fixed)]
    pub sfixed32: i32,
    #[codec(16, fixed)]
    pub sfixed64: i64,
}

/// The integers at which a form of one of the wires ends, and the next ones.
const ENDS: [i128; 37] = [
    0,
    1,
    -1,
    -32,
    -33,
    23,
    24,
    63,
    64,
    -64,
    -65,
    127,
    128,
    -128,
    -129,
    255,
    256,
    16_383,
    16_384,
    32_767,
    32_768,
    -32_768,
    -32_769,
    65_535,
    65_536,
    2_147_483_647,
    2_147_483_648,
    -2_147_483_648,
    -2_147_483_649,
    4_294_967_295,
    4_294_967_296,
    9_007_199_254_740_993,
    9_223_372_036_854_775_807,
    9_223_372_036_854_775_808,
    -9_223_372_036_854_775_808,
    18_446_744_073_709_551_615,
    -9_007_199_254_740_993,
];

macro_rules! nearest {
    ($number:ident: $type:ty) => {
        <$type>::try_from($number).unwrap_or(match $number < 0 {
            true => <$type>::MIN,
            false => <$type>::MAX,
        })
    };
}

impl Sample for Integers {
    fn edges() -> Vec<Self> {
        let at = |number: i128| Self {
            u8: nearest!(number: u8),
            u16: nearest!(number: u16),
            u32: nearest!(number: u32),
            u64: nearest!(number: u64),
            usize: nearest!(number: usize),
            i8: nearest!(number: i8),
            i16: nearest!(number: i16),
            i32: nearest!(number: i32),
            i64: nearest!(number: i64),
            isize: nearest!(number: isize),
            sint32: nearest!(number: i32),
            sint64: nearest!(number: i64),
            fixed32: nearest!(number: u32),
            fixed64: nearest!(number: u64),
            sfixed32: nearest!(number: i32),
            sfixed64: nearest!(number: i64),
        };
        ENDS.map(at).to_vec()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            u8: sample(runner, &values::u8()),
            u16: sample(runner, &values::u16()),
            u32: sample(runner, &values::u32()),
            u64: sample(runner, &values::u64()),
            usize: sample(runner, &values::usize()),
            i8: sample(runner, &values::i8()),
            i16: sample(runner, &values::i16()),
            i32: sample(runner, &values::i32()),
            i64: sample(runner, &values::i64()),
            isize: sample(runner, &values::isize()),
            sint32: sample(runner, &values::i32()),
            sint64: sample(runner, &values::i64()),
            fixed32: sample(runner, &values::u32()),
            fixed64: sample(runner, &values::u64()),
            sfixed32: sample(runner, &values::i32()),
            sfixed64: sample(runner, &values::i64()),
        }
    }
}

/// Integers that no wire but JSON has.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Wide")]
pub struct Wide {
    #[codec(1)]
    pub unsigned: u128,
    #[codec(2)]
    pub signed: i128,
}

impl Sample for Wide {
    fn edges() -> Vec<Self> {
        let mut edges: Vec<_> = ENDS
            .map(|signed| Self {
                unsigned: signed.unsigned_abs(),
                signed,
            })
            .to_vec();
        edges.extend(
            [(0, i128::MIN), (u128::MAX, i128::MAX)]
                .map(|(unsigned, signed)| Self { unsigned, signed }),
        );
        edges
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            unsigned: sample(runner, &values::u128()),
            signed: sample(runner, &values::i128()),
        }
    }
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Floats")]
pub struct Floats {
    #[codec(1)]
    pub single: f32,
    #[codec(2)]
    pub double: f64,
    #[codec(3)]
    pub doubles: Vec<f64>,
}

impl Sample for Floats {
    fn edges() -> Vec<Self> {
        let singles = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            16_777_216.0,
            f32::MIN,
            f32::MAX,
            f32::EPSILON,
            f32::MIN_POSITIVE,
            f32::from_bits(1),
            -f32::from_bits(1),
            f32::from_bits(0x007f_ffff),
            f32::INFINITY,
            f32::NEG_INFINITY,
            f32::NAN,
        ];
        let doubles = [
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.1,
            9_007_199_254_740_993.0,
            f64::MIN,
            f64::MAX,
            f64::EPSILON,
            f64::MIN_POSITIVE,
            f64::from_bits(1),
            -f64::from_bits(1),
            f64::from_bits(0x000f_ffff_ffff_ffff),
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            1e15,
            1e16,
            1e17,
            1e21,
            1e22,
            1e23,
            1e-4,
            1e-5,
            1e-6,
            1e-7,
            123_456_789.0,
            5e-324,
            2.225_073_858_507_201e-308,
            1.797_693_134_862_315_7e308,
        ];
        let pairs = doubles.iter().zip(singles.iter().cycle());
        pairs
            .map(|(double, single)| Self {
                single: *single,
                double: *double,
                doubles: doubles
                    .iter()
                    .copied()
                    .filter(|other| other < double)
                    .collect(),
            })
            .collect()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            single: sample(runner, &values::f32()),
            double: sample(runner, &values::f64()),
            doubles: sample(runner, &values::list(values::f64())),
        }
    }
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Texts")]
pub struct Texts {
    #[codec(1)]
    pub text: String,
    /// Not U+0000, which protobuf leaves out: `a_plain_character_of_zero_is_absent_and_so_empty_text_to_others`.
    #[codec(2)]
    pub character: char,
    #[codec(3)]
    pub blob: Vec<u8>,
    #[codec(4)]
    pub octets: [u8; 4],
    #[codec(5)]
    pub truth: bool,
}

/// A character that is not zero.
pub fn letter() -> impl Strategy<Value = char> + Clone {
    values::char().prop_filter("zero", |letter| *letter != '\0')
}

impl Sample for Texts {
    fn edges() -> Vec<Self> {
        let mut edges: Vec<_> = [
            ("", '\u{1}'),
            ("\0", '\u{1f}'),
            ("plain", ' '),
            ("\u{7f}", '\u{7f}'),
            ("\u{80}\u{7ff}", '\u{80}'),
            ("\u{800}\u{d7ff}\u{e000}\u{ffff}", '\u{d7ff}'),
            ("\u{10000}\u{10ffff}", '\u{10ffff}'),
            ("\"\\/\u{8}\u{c}\n\r\t\u{1}\u{1b}", '"'),
            ("\u{2028}\u{2029}\u{feff}\u{fffe}", '\\'),
            ("e\u{301} 👩‍👩‍👧 ﷽", 'é'),
        ]
        .map(|(string, character)| Self {
            text: string.to_owned(),
            character,
            blob: string.as_bytes().to_vec(),
            octets: [0, 127, 128, 255],
            truth: string.is_empty(),
        })
        .to_vec();
        // The lengths at which a header of MessagePack grows, and those of protobuf.
        for length in [
            1, 2, 3, 31, 32, 127, 128, 255, 256, 16_383, 16_384, 65_535, 65_536, 100_000,
        ] {
            edges.push(Self {
                text: "x".repeat(length),
                character: 'x',
                blob: (0..length).map(|at| (at % 256) as u8).collect(),
                octets: [0; 4],
                truth: true,
            });
        }
        edges
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            text: sample(runner, &values::text()),
            character: sample(runner, &letter()),
            blob: sample(runner, &values::bytes()),
            octets: sample(runner, &any::<[u8; 4]>()),
            truth: sample(runner, &any::<bool>()),
        }
    }
}

/// Characters, U+0000 among them.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Letters")]
pub struct Letters {
    #[codec(1)]
    pub plain: char,
    #[codec(2)]
    pub perhaps: Option<char>,
    #[codec(3)]
    pub many: Vec<char>,
}

impl Sample for Letters {
    fn edges() -> Vec<Self> {
        ['\0', '\u{1}', '\u{d7ff}', '\u{e000}', '\u{10ffff}']
            .map(|letter| Self {
                plain: letter,
                perhaps: Some(letter),
                many: vec![letter; 2],
            })
            .to_vec()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            plain: sample(runner, &values::char()),
            perhaps: sample(runner, &proptest::option::of(values::char())),
            many: sample(runner, &values::list(values::char())),
        }
    }
}

tells! {
    Letters { plain perhaps many }
    Integers { u8 u16 u32 u64 usize i8 i16 i32 i64 isize sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 }
    Wide { unsigned signed }
    Floats { single double doubles }
    Texts { text character blob octets truth }
}
