//! Messages that are not as our writer writes them, with the values that they are.

use everwire::{Codec, Error, Limits, Options};
use everwire_tests::unhex;

use super::super::shapes::{Closed, Inner};
use super::containers::{Containers, Hashed, Stamped, Vowed};
use super::types::{Keeping, Required, Scalars};
use super::{Forms, Node, WIRE, alike, full, keeping, scalars};

/// The two forms of bytes given as hexadecimal digits.
fn forms(hex: &str) -> Forms {
    Forms::of(&Node::of(&unhex(hex)))
}

fn read<T: for<'de> everwire::Decode<'de> + Clone + PartialEq + std::fmt::Debug>(
    hex: &str,
    over: &T,
) -> T {
    alike(&forms(hex), over).unwrap()
}

#[test]
fn a_nil_in_a_plain_field_is_its_default_and_its_neighbours_are_right() {
    let good = Node::of(&WIRE.encode(&scalars()).unwrap());
    let Node::Array(slots) = &good else {
        panic!("{good:?}")
    };
    let absent: [fn(&mut Scalars); 13] = [
        |value| value.flag = false,
        |value| value.small = 0,
        |value| value.signed = 0,
        |value| value.long = 0,
        |value| value.single = 0.0,
        |value| value.double = 0.0,
        |value| value.letter = '\0',
        |value| value.text = String::new(),
        |value| value.closed = Closed::Zero,
        |value| value.open = super::Open::Zero,
        |value| value.maybe = None,
        |value| value.kind = None,
        |value| value.wide = 0,
    ];
    for (slot, absent) in absent.iter().enumerate() {
        let mut slots = slots.clone();
        slots[slot] = Node::Leaf(vec![0xc0]);
        let mut expected = scalars();
        absent(&mut expected);
        let forms = Forms::of(&Node::Array(slots));
        assert_eq!(alike(&forms, &scalars()), Some(expected), "{slot}");
    }
}

#[test]
fn good_messages_after_many_odd_ones_are_right() {
    let (odd, good) = ("94 cc01 c0 c0 c0", "94 01 00 05 92 01 01");
    let hex = format!("dc 0029 {} {}", odd.repeat(20), good.repeat(21));
    let value: Vec<Keeping> = read(&hex, &vec![keeping(); 3]);
    let expected = Keeping {
        closed: Closed::One,
        ..Keeping::default()
    };
    assert_eq!(value[..20], vec![expected; 20]);
    assert_eq!(value[20..], vec![keeping(); 21]);
    let by_turns = format!("dc 0028 {}", format!("{odd}{good}").repeat(20));
    let value: Vec<Keeping> = read(&by_turns, &Vec::new());
    assert!(value.chunks(2).all(|pair| pair[1] == keeping()));
    assert_eq!(value.len(), 40);
}

#[test]
fn an_unknown_value_of_an_enum_is_kept_where_nothing_else_is_odd() {
    let other = Keeping {
        unknown: read::<Keeping>("94 02 c0 00 c0", &keeping()).unknown,
        ..keeping()
    };
    let value = read("94 09 00 05 c0", &other);
    assert_eq!(
        (value.closed, value.kind, value.count),
        (Closed::Zero, Some(Closed::Zero), 5)
    );
    let kept: Vec<_> = value.unknown.iter().collect();
    assert_eq!(kept, [(everwire::Key::Slot(0), &[9][..])]);
    assert_eq!(WIRE.encode(&value).unwrap(), unhex("94 09 00 05 c0"));
    let good = read("94 01 00 05 92 01 01", &value);
    assert_eq!(good, keeping());
    let listed: Vec<Keeping> = read("92 94 09 00 05 c0 94 01 00 05 92 01 01", &vec![value; 3]);
    assert_eq!(listed[0].unknown.len(), 1);
    assert_eq!(listed[1], keeping());
}

#[test]
fn a_required_field_that_is_nil_is_missing() {
    let required = |hex| {
        let error = WIRE.decode::<Required>(&unhex(hex)).unwrap_err();
        assert!(error.is_missing(), "{error}");
        error.path()
    };
    assert_eq!(required("98 01 01 c0c0c0 01 c0 a16e"), "Required.inner");
    assert_eq!(required("98 c0 01 c0c0c0 01 92 a0 00 a16e"), "Required.id");
    assert_eq!(
        required("98 01 c0c0c0c0 01 92 a0 00 a16e"),
        "Required.either"
    );
    let error = WIRE.decode::<Stamped>(&unhex("92 01 c0")).unwrap_err();
    assert_eq!(error.path(), "Stamped.mark");
}

#[test]
fn what_is_nil_itself_is_not_there_to_be_refused() {
    let vowed: Vowed = WIRE.decode(&unhex("92 01 c0")).unwrap();
    assert_eq!(vowed.id, 1);
    let error = WIRE.decode::<Vowed>(&unhex("92 01 90")).unwrap_err();
    assert!(error.is_validation(), "{error}");
}

#[test]
fn merging_leaves_what_is_nil_as_it_is() {
    let before = full();
    let merged = |hex| {
        let mut value = before.clone();
        Options::new().merge(WIRE, &mut value, &unhex(hex)).unwrap();
        value
    };
    assert_eq!(merged("9c c0c0c0c0c0c0c0c0c0c0c0c0"), before);
    let mut expected = before.clone();
    expected.numbers = vec![9];
    assert_eq!(merged("9c 91 09 c0c0c0c0c0c0c0c0c0c0c0"), expected);
    expected.inner = Inner::default();
    expected.last = 0;
    assert_eq!(merged("9c 91 09 c0c0c0c0c0c0 92 a0 00 c0c0c0 00"), expected);
    let forms = forms("9c 90 c0 90 90 80 c0 c0 92 c0 c0 90 90 92 c0 c0 07");
    let expected = Containers {
        last: 7,
        ..Containers::default()
    };
    assert_eq!(alike(&forms, &before), Some(expected));
}

/// Reads with a limit of elements.
fn limited(elements: usize, bytes: &[u8]) -> Result<Vec<Containers>, Error> {
    let limits = Limits {
        elements,
        ..Limits::DEFAULT
    };
    Options::new().limits(limits).decode(WIRE, bytes)
}

#[test]
fn elements_of_messages_that_are_read_anew_count_once() {
    let none = "90 90 c0 05";
    let counted = "93 01 02 03  92 a0 a0  91 01  92 01 02  81 01 02";
    for end in ["c4 00 a0 92 a0 00", "c0 a0 92 a0 c0", "c0 c0 c0"] {
        let hex = format!("92 9c {counted} {end} {none} 9c {counted} c4 00 a0 92 a0 00 {none}");
        let forms = forms(&hex);
        for bytes in [&forms.short, &forms.long] {
            let value = limited(2 + 2 * 9, bytes).unwrap();
            assert_eq!(value[1].map, [(1, 2)].into());
            for less in 0..2 + 2 * 9 {
                let error = limited(less, bytes).unwrap_err();
                assert!(error.is_limit(), "{less}: {error}");
            }
        }
    }
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Nest {
    #[codec(1)]
    child: Option<Box<Nest>>,
    #[codec(2)]
    children: Vec<Nest>,
    #[codec(3)]
    last: u32,
}

#[test]
fn messages_that_are_read_anew_nest_as_deep_as_the_limit_says() {
    for (core, levels) in [("93 c0 c0 01", 0), ("93 c0 91 93 c0 c0 01 c0", 2)] {
        for after in ["90 c0", "90 07", "c0 07"] {
            for steps in 1..30 {
                let hex = [&"93".repeat(steps), core, &after.repeat(steps)].concat();
                let forms = forms(&hex);
                let (depth, mut answers) = (steps + levels, Vec::new());
                for bytes in [&forms.short, &forms.long] {
                    let read = |depth| {
                        let limits = Limits {
                            depth,
                            ..Limits::DEFAULT
                        };
                        Options::new().limits(limits).decode::<Nest>(WIRE, bytes)
                    };
                    let value = read(depth).unwrap();
                    assert_eq!(value.last, if after.ends_with("07") { 7 } else { 0 });
                    let error = read(depth - 1).unwrap_err();
                    assert!(error.is_limit(), "{error}");
                    answers.push((value, error.path()));
                }
                assert_eq!(answers[0], answers[1]);
            }
        }
    }
}

#[test]
fn a_required_field_that_is_nil_is_left_as_it_is_by_merging() {
    let good = "98 01 01 c0c0c0 01 92 a1 61 07 a16e";
    let before: Option<Required> = WIRE.decode(&unhex(good)).unwrap();
    let mut value = before.clone();
    let nil = unhex("98 02 01 c0c0c0 c0 c0 c0");
    Options::new().merge(WIRE, &mut value, &nil).unwrap();
    let expected = before.map(|before| Required { id: 2, ..before });
    assert_eq!(value, expected);
}

#[test]
fn hashed_containers_are_left_and_emptied_as_others_are() {
    let before = Hashed {
        map: [(1, "a".into())].into(),
        set: [2].into(),
        last: 3,
    };
    let mut value = before.clone();
    let nil = unhex("93 c0 c0 c0");
    Options::new().merge(WIRE, &mut value, &nil).unwrap();
    assert_eq!(value, before);
    WIRE.decode_into(&mut value, &nil).unwrap();
    assert_eq!(value, Hashed::default());
    let empty = Hashed {
        last: 4,
        ..Hashed::default()
    };
    assert_eq!(read("93 80 90 04", &before), empty);
    let other = Hashed {
        map: [(5, "b".into())].into(),
        set: [6].into(),
        last: 0,
    };
    assert_eq!(read("93 81 05 a1 62 91 06 c0", &before), other);
    assert_eq!(read("93 81 05 a1 62 91 06 00", &before), other);
}
