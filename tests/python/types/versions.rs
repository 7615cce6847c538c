//! One message in two versions, with holes in its numbers and defaults.

use everwire::{Codec, UnknownFields};
use everwire_tests::{sample, values};
use proptest::test_runner::TestRunner;

use super::Sample;
use super::containers::Inner;

/// The older version, which keeps what a newer one sends.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Old")]
pub struct Old {
    #[codec(1)]
    pub id: u64,
    #[codec(4)]
    pub name: String,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

/// The newer version; number 20 makes the header of its array longer.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.New")]
pub struct New {
    #[codec(1)]
    pub id: u64,
    #[codec(4)]
    pub name: String,
    #[codec(5, default = 3)]
    pub copies: u32,
    #[codec(6)]
    pub note: Option<String>,
    #[codec(9)]
    pub tags: Vec<String>,
    #[codec(20)]
    pub inner: Option<Inner>,
}

impl Sample for New {
    fn edges() -> Vec<Self> {
        let empty = Self {
            id: 0,
            name: String::new(),
            copies: 0,
            note: None,
            tags: Vec::new(),
            inner: None,
        };
        let full = Self {
            id: u64::MAX,
            name: "é".to_owned(),
            copies: 3,
            note: Some(String::new()),
            tags: vec![String::new(), "t".to_owned()],
            inner: Some(Inner {
                name: "i".to_owned(),
                number: Some(0),
            }),
        };
        vec![empty, full]
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        let [empty, _] = Self::edges().try_into().unwrap_or_else(|_| unreachable!());
        Self {
            id: sample(runner, &values::u64()),
            name: sample(runner, &values::text()),
            copies: sample(runner, &values::u32()),
            note: sample(runner, &proptest::option::of(values::text())),
            tags: sample(runner, &values::list(values::text())),
            ..empty
        }
    }
}

/// A message that is a map of its numbers in MessagePack.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Keyed", msgpack = "map")]
pub struct Keyed {
    #[codec(1)]
    pub id: u64,
    #[codec(1000)]
    pub note: Option<String>,
}

impl Sample for Keyed {
    fn edges() -> Vec<Self> {
        let notes = [
            (0, None),
            (0, Some(String::new())),
            (u64::MAX, Some("é".to_owned())),
        ];
        notes.map(|(id, note)| Self { id, note }).to_vec()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            id: sample(runner, &values::u64()),
            note: sample(runner, &proptest::option::of(values::text())),
        }
    }
}

tells! {
    Old { id name }
    New { id name copies note tags inner }
    Keyed { id note }
}
