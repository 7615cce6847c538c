//! Which types are walked: those that have rules, or that contain such.

use std::cell::Cell;

use everwire::codec::{Place, Reader, Writer};
use everwire::validate::{Checker, Rules};
use everwire::{Codec, Decode, Error, Type, Validate, Wire};

thread_local! {
    static LOOKS: Cell<u32> = const { Cell::new(0) };
}

/// How often a leaf was looked at while `run` ran.
fn looks(run: impl FnOnce()) -> u32 {
    LOOKS.set(0);
    run();
    LOOKS.get()
}

/// A leaf that counts who looks at it. `DESCENDS` says whether it claims to contain something with rules.
#[derive(Clone, Debug, Default, PartialEq)]
struct Leaf<const DESCENDS: bool>(u32);

impl<const DESCENDS: bool> Validate for Leaf<DESCENDS> {
    const DESCENDS: bool = DESCENDS;

    fn check_value<R: Rules, C: Checker>(&self, _rules: &R, _c: &mut C) {
        LOOKS.set(LOOKS.get() + 1);
    }
}

impl<const DESCENDS: bool> Codec for Leaf<DESCENDS> {
    const TYPE: Type = <u32 as Codec>::TYPE;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.u64(at, self.0.into());
    }
}

impl<'de, const DESCENDS: bool> Decode<'de> for Leaf<DESCENDS> {
    fn absent() -> Option<Self> {
        Some(Leaf(0))
    }

    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        r.u32(at).map(Leaf)
    }
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Plain<const DESCENDS: bool> {
    #[codec(1)]
    one: Leaf<DESCENDS>,
    #[codec(2)]
    many: Vec<Leaf<DESCENDS>>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Outer<const DESCENDS: bool> {
    #[codec(1)]
    plain: Plain<DESCENDS>,
    #[codec(2, max_len = 5)]
    ruled: String,
}

#[test]
fn a_type_without_rules_is_not_walked() {
    let outer = Outer {
        plain: Plain {
            one: Leaf(1),
            many: vec![Leaf::<false>(2); 9],
        },
        ruled: "ok".into(),
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&outer).unwrap();
        assert_eq!(
            looks(|| assert_eq!(wire.decode::<Outer<false>>(&bytes).unwrap(), outer)),
            0,
            "{wire}"
        );
        let inner = wire.encode(&outer.plain).unwrap();
        assert_eq!(
            looks(|| assert_eq!(wire.decode::<Plain<false>>(&inner).unwrap(), outer.plain)),
            0,
            "{wire}"
        );
    }
    assert_eq!(looks(|| outer.validate().unwrap()), 0);
}

#[test]
fn a_leaf_that_has_something_to_check_is_looked_at() {
    let outer = Outer {
        plain: Plain {
            one: Leaf(1),
            many: vec![Leaf::<true>(2); 9],
        },
        ruled: "ok".into(),
    };
    assert_eq!(looks(|| outer.validate().unwrap()), 10);
}
