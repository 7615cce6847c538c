//! Messages of what holds other values, with and without defaults, and of what is nil itself.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;

use everwire::{Codec, UnknownFields, Violation};

use super::super::shapes::{Closed, Inner, Shape};
use super::types::Shaped;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Containers {
    #[codec(1)]
    pub numbers: Vec<u32>,
    #[codec(2)]
    pub texts: Vec<String>,
    #[codec(3)]
    pub queue: VecDeque<u32>,
    #[codec(4)]
    pub set: BTreeSet<u32>,
    #[codec(5)]
    pub map: BTreeMap<u32, u32>,
    #[codec(6)]
    pub bytes: Vec<u8>,
    #[codec(7)]
    pub text: String,
    #[codec(8)]
    pub inner: Inner,
    #[codec(9)]
    pub boxed: Box<[u32]>,
    #[codec(10)]
    pub shared: Rc<[String]>,
    #[codec(11)]
    pub owned: Rc<Inner>,
    #[codec(12)]
    pub last: u32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Hashed {
    #[codec(1)]
    pub map: HashMap<u32, String>,
    #[codec(2)]
    pub set: HashSet<u32>,
    #[codec(3)]
    pub last: u32,
}

pub type Numbers = Vec<u32>;
pub type Listed = VecDeque<u32>;
pub type Named = BTreeMap<u32, u32>;

/// Collections with defaults.
#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Filled {
    #[codec(1, default = vec![1, 2])]
    pub numbers: Numbers,
    #[codec(2, default = Named::from([(1, 2)]))]
    pub named: Named,
    #[codec(3, default = inner())]
    pub inner: Inner,
    #[codec(4, default = (1, None, String::new()))]
    pub pair: (u8, Option<Closed>, String),
    #[codec(5, default = Shaped::Kind(Closed::One))]
    pub shape: Shaped,
    #[codec(6, default = Listed::from([1]))]
    pub listed: Listed,
    #[codec(7)]
    pub last: u32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

fn inner() -> Inner {
    Inner {
        sku: "A".into(),
        quantity: 1,
        unknown: UnknownFields::new(),
    }
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Mark;

/// What is nil itself.
#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Marked {
    #[codec(1)]
    pub mark: Mark,
    #[codec(2)]
    pub unit: (),
    #[codec(3)]
    pub boxed: Box<Option<u32>>,
    #[codec(4)]
    pub shape: Option<Shape>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Stamped {
    #[codec(1)]
    pub id: u32,
    #[codec(2, required)]
    pub mark: Mark,
}

/// Never valid where it comes.
#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(validate = never)]
pub struct Never;

fn never(_: &Never) -> Result<(), Violation> {
    Err(Violation::new("never", "is never valid"))
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub struct Vowed {
    #[codec(1)]
    pub id: u32,
    #[codec(2)]
    pub never: Never,
}
