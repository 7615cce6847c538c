//! The other shapes: newtypes, tuple structs, unit structs, what is flattened, moved, removed, shared, and text that is not a `String`.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::rc::Rc;

use everwire::Codec;
use everwire_tests::{sample, values};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::Sample;
use super::containers::Inner;
use crate::told::Told;

#[derive(Codec, Clone, Debug)]
pub struct Id(pub u64);

#[derive(Codec, Clone, Debug)]
pub struct Point(pub i32, pub String);

#[derive(Codec, Clone, Debug)]
pub struct Marker;

#[derive(Codec, Clone, Debug)]
pub struct Flat {
    #[codec(8)]
    pub left: u32,
    #[codec(9)]
    pub right: Option<String>,
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Shapes", reserved(10, "gone", type = u32))]
pub struct Shapes {
    #[codec(1)]
    pub id: Id,
    #[codec(2)]
    pub point: Point,
    #[codec(3)]
    pub marker: Marker,
    #[codec(4, slot = 16)]
    pub moved: String,
    #[codec(5, rename = "other")]
    pub renamed: bool,
    #[codec(6)]
    pub ids: Vec<Id>,
    #[codec(7)]
    pub points: Vec<Point>,
    #[codec(flatten)]
    pub flat: Flat,
    #[codec(11)]
    pub by_wide: BTreeMap<u128, bool>,
    #[codec(12, required)]
    pub ip: IpAddr,
    #[codec(13)]
    pub shared: Rc<Inner>,
    #[codec(14)]
    pub matrix: [[f64; 2]; 2],
    #[codec(15)]
    pub cube: Vec<Vec<Vec<u8>>>,
    #[codec(16)]
    pub last: i32,
}

fn point() -> impl Strategy<Value = Point> + Clone {
    (values::i32(), values::text()).prop_map(|(at, name)| Point(at, name))
}

impl Sample for Shapes {
    fn edges() -> Vec<Self> {
        let empty = Self {
            id: Id(0),
            point: Point(0, String::new()),
            marker: Marker,
            moved: String::new(),
            renamed: false,
            ids: Vec::new(),
            points: Vec::new(),
            flat: Flat {
                left: 0,
                right: None,
            },
            by_wide: BTreeMap::new(),
            ip: IpAddr::from([0; 4]),
            shared: Rc::new(Inner {
                name: String::new(),
                number: None,
            }),
            matrix: [[0.0; 2]; 2],
            cube: Vec::new(),
            last: 0,
        };
        let full = Self {
            id: Id(u64::MAX),
            point: Point(i32::MIN, "é".to_owned()),
            marker: Marker,
            moved: "m".to_owned(),
            renamed: true,
            ids: vec![Id(0), Id(1)],
            points: vec![Point(0, String::new()), Point(i32::MAX, "p".to_owned())],
            flat: Flat {
                left: u32::MAX,
                right: Some(String::new()),
            },
            by_wide: BTreeMap::from([(0, true), (u128::MAX, false)]),
            ip: IpAddr::from([0xffff; 8]),
            shared: Rc::new(Inner {
                name: "s".to_owned(),
                number: Some(0),
            }),
            matrix: [[-0.0, f64::MAX], [f64::MIN_POSITIVE, 5e-324]],
            cube: vec![Vec::new(), vec![Vec::new(), vec![0, 255]]],
            last: -1,
        };
        vec![empty, full]
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        let [empty, _] = Self::edges().try_into().unwrap_or_else(|_| unreachable!());
        Self {
            id: Id(sample(runner, &values::u64())),
            point: sample(runner, &point()),
            moved: sample(runner, &values::text()),
            points: sample(runner, &values::list(point())),
            by_wide: sample(runner, &btree_map(values::u128(), any::<bool>(), 0..4)),
            ip: sample(runner, &any::<IpAddr>()),
            last: sample(runner, &values::i32()),
            ..empty
        }
    }
}

impl Told for Id {
    fn told(&self) -> Value {
        self.0.told()
    }
}

impl Told for Point {
    fn told(&self) -> Value {
        json!([self.0.told(), self.1.told()])
    }
}

impl Told for Marker {
    fn told(&self) -> Value {
        json!([])
    }
}

impl Told for IpAddr {
    fn told(&self) -> Value {
        self.to_string().into()
    }
}

/// What is flattened stands among the fields of the message around it.
impl Told for Shapes {
    fn told(&self) -> Value {
        json!({
            "id": self.id.told(),
            "point": self.point.told(),
            "marker": self.marker.told(),
            "moved": self.moved.told(),
            "other": self.renamed.told(),
            "ids": self.ids.told(),
            "points": self.points.told(),
            "left": self.flat.left.told(),
            "right": self.flat.right.told(),
            "by_wide": self.by_wide.told(),
            "ip": self.ip.told(),
            "shared": self.shared.told(),
            "matrix": self.matrix.told(),
            "cube": self.cube.told(),
            "last": self.last.told(),
        })
    }
}
