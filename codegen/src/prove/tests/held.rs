//! What a field holds: enums with data of messages alone, and types in the place of others.

use everwire::schema::Dialect;
use everwire::validate::Rule;

use super::*;

fn union(name: &str, variants: Vec<Member>) -> Definition {
    Definition::new(name, What::Union(variants))
}

fn named(name: &str) -> Shape {
    Shape::Named(name.into())
}

/// A message with an enum with data that holds messages alone, and another field.
fn holding(event: Shape, other: Shape) -> Vec<Definition> {
    let mut held = field(1, "event", event);
    held.presence = Presence::Required;
    vec![
        message("M", vec![held, field(2, "x", other)]),
        union("Event", vec![field(1, "Placed", named("N"))]),
        message("N", vec![field(1, "s", Shape::String)]),
    ]
}

#[test]
fn what_must_hold_an_enum_of_messages_is_tried() {
    let told = letters(
        &holding(named("Event"), Shape::Int(Int::U64)),
        &holding(named("Event"), Shape::Bool),
    );
    assert_eq!(told, ["type-changed \"type u64 -> bool\": ds ee ee"]);
    let definitions = holding(named("Event"), Shape::Bool);
    let all: Vec<&Definition> = definitions.iter().collect();
    for (definition, records) in all.iter().zip(golden(&all, &definitions)) {
        assert!(!records.unwrap().is_empty(), "{definition:?}");
    }
}

#[test]
fn what_holds_itself_is_made_where_it_ends() {
    let pair = |x: Shape| {
        vec![
            message(
                "Root",
                vec![field(1, "tree", named("Tree")), field(2, "x", x)],
            ),
            union(
                "Tree",
                vec![
                    field(1, "Pair", named("Pair")),
                    field(2, "Leaf", named("Leaf")),
                ],
            ),
            message("Pair", vec![field(1, "left", named("Tree"))]),
            message("Leaf", vec![]),
        ]
        .into_iter()
        .map(|mut one| {
            for member in one.members_mut() {
                if member.ty == named("Tree") {
                    member.presence = Presence::Required;
                }
            }
            one
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(
        letters(&pair(I64), &pair(I32)),
        ["type-changed \"type i64 -> i32\": ds ds ds"]
    );
}

#[test]
fn a_type_in_the_place_of_another_is_tried_with_all_that_it_holds() {
    let nested = |outer: &str, inner: &str, ty: Shape| {
        vec![
            message("M", vec![field(1, "a", named(outer))]),
            message(
                outer,
                vec![field(1, "list", Shape::List(Box::new(named(inner))))],
            ),
            message(
                inner,
                vec![
                    field(1, "x", ty),
                    field(2, "again", Shape::Option(Box::new(named(inner)))),
                ],
            ),
        ]
    };
    let told = letters(&nested("A", "B", I64), &nested("C", "D", I32));
    assert_eq!(
        told.last().unwrap(),
        "type-changed \"type .A -> .C\": ds ds ds"
    );
}

#[test]
fn members_of_a_type_in_the_place_of_another_are_paired_by_name() {
    let nested = |name: &str, (a, b): (u32, u32)| {
        vec![
            message("M", vec![field(1, "a", named(name))]),
            message(name, vec![field(a, "a", U32), field(b, "b", U32)]),
        ]
    };
    let told = letters(&nested("A", (1, 2)), &nested("B", (2, 1)));
    assert_eq!(
        told.last().unwrap(),
        "type-changed \"type .A -> .B\": ll ll ss"
    );
}

#[test]
fn a_type_in_the_place_of_another_in_a_variant_is_tried_with_its_boundaries() {
    let held = |name: &str, ty: Shape| {
        vec![
            union("E", vec![field(1, "a", named(name))]),
            message(name, vec![field(1, "x", ty)]),
        ]
    };
    let told = letters(&held("A", I64), &held("B", I32));
    assert_eq!(
        told.last().unwrap(),
        "type-changed \"type .A -> .B\": ds ds ds"
    );
}

#[test]
fn an_enum_in_the_place_of_another_in_a_variant_is_tried_with_what_that_lists() {
    let held = |name: &str, number: i32| {
        let values = [(0, "ZERO"), (number, "ONE")].map(|(number, name)| Listed {
            number,
            name: name.into(),
            aliases: Vec::new(),
        });
        let values = values.into();
        vec![
            union("E", vec![field(1, "a", named(name))]),
            Definition::new(name, What::Enum { values, open: true }),
        ]
    };
    let told = letters(&held("A", 1), &held("B", 1));
    assert_eq!(
        told.last().unwrap(),
        "type-changed \"type .A -> .B\": ss ss ss"
    );
    // A number that the writer does not list is a value of the reader's.
    let told = letters(&held("A", 1), &held("B", 2));
    assert_eq!(
        told.last().unwrap(),
        "type-changed \"type .A -> .B\": dd dd ss"
    );
    // In one enum it is a value that was added, whose name alone is new.
    let mut new = held("A", 1);
    if let What::Enum { values, .. } = &mut new[1].what {
        values.push(Listed {
            number: 2,
            name: "TWO".into(),
            aliases: Vec::new(),
        });
    }
    assert_eq!(
        letters(&held("A", 1), &new),
        ["value-added \"value TWO added\": ss ss sd"]
    );
}

/// A message with a type that has rules, and what becomes of it.
fn ruled(
    name: &str,
    rules: &[(&str, &[Rule])],
    holder: fn(Shape) -> Definition,
) -> Vec<Definition> {
    let fields = rules.iter().zip(1..).map(|((name, rules), number)| {
        let mut text = field(number, name, Shape::String);
        text.rules = rules.to_vec();
        text
    });
    vec![holder(named(name)), message(name, fields.collect())]
}

#[test]
fn rules_of_a_type_in_the_place_of_another_are_tried() {
    const SHORT: &[Rule] = &[Rule::MinLen(2), Rule::MaxLen(3)];
    const LONG: &[Rule] = &[Rule::MinLen(2), Rule::MaxLen(5)];
    const HOLDERS: [fn(Shape) -> Definition; 3] = [
        |ty| message("M", vec![field(1, "a", ty)]),
        |ty| message("M", vec![field(1, "a", Shape::List(Box::new(ty)))]),
        |ty| union("M", vec![field(1, "a", ty)]),
    ];
    for holder in HOLDERS {
        for (old, new, told) in [
            (&[][..], SHORT, "ds ds ds"),
            (LONG, SHORT, "ds ds ds"),
            (SHORT, LONG, "sd sd sd"),
            (SHORT, SHORT, "ss ss ss"),
        ] {
            // What stands beside has a rule of its own.
            let old = ruled("A", &[("x", old), ("y", LONG)], holder);
            let new = ruled("B", &[("x", new), ("y", LONG)], holder);
            let all = letters(&old, &new);
            let expected = format!("type-changed {:?}: {told}", told_type(&old, &new));
            assert_eq!(all.last().unwrap(), &expected);
        }
    }
}

#[test]
fn rules_of_a_type_in_the_place_of_another_are_tried_where_that_brings_its_default() {
    const SHORT: &[Rule] = &[Rule::MaxLen(3)];
    const LONG: &[Rule] = &[Rule::MaxLen(5)];
    // `B` cannot hold the default of `A`, so that the type does not change alone.
    let told = |old: &[Rule], new: &[Rule]| {
        let set = |name: &str, rules: &[Rule], ty: Shape, default: &[u8]| {
            let mut all = ruled(name, &[("x", rules), ("y", &[])], |ty| {
                message("M", vec![field(1, "a", ty)])
            });
            all[1].members_mut()[1].ty = ty;
            let held = &mut all[0].members_mut()[0];
            held.default_bytes = Some([b"\x92\xa2ab", default].concat());
            held.presence = Presence::Explicit;
            all
        };
        let old = set("A", old, U32, &[2]);
        let new = set("B", new, Shape::Bool, &[0xc3]);
        let mut told = compare(&old, &new).into_iter();
        let changed = told.find(|one| one.change.rule == "type-changed").unwrap();
        assert!(!changed.is_alone);
        letters(&old, &new)
            .into_iter()
            .find(|one| one.starts_with("type-changed"))
            .unwrap()
    };
    let text = "type-changed \"type .A -> .B\": ";
    assert_eq!(told(SHORT, SHORT), format!("{text}ds ee ee"));
    assert_eq!(told(SHORT, LONG), format!("{text}dd ee ee"));
    assert_eq!(told(LONG, SHORT), format!("{text}ds ee ee"));
}

fn told_type(old: &[Definition], new: &[Definition]) -> String {
    compare(old, new).pop().unwrap().change.text
}

#[test]
fn what_a_message_of_another_dialect_holds_is_written_in_that_one() {
    let values = |names: [&str; 2]| {
        let values = names.into_iter().enumerate().map(|(number, name)| Listed {
            number: i32::try_from(number).unwrap(),
            name: name.into(),
            aliases: Vec::new(),
        });
        let values = values.collect();
        What::Enum { values, open: true }
    };
    // ProtoJSON leaves out what is zero, and so the two readers take it for what each calls zero.
    let set = |held: &str, names: [&str; 2], dialect: Dialect| {
        let mut root = message("Root", vec![field(1, "deep", named("Deep"))]);
        root.json = dialect;
        vec![
            root,
            message("Deep", vec![field(1, "open", named(held))]),
            Definition::new(held, values(names)),
        ]
    };
    let told = |dialect| {
        let old = set("Open", ["ZERO", "ONE"], dialect);
        let new = set("OpenToo", ["ONE", "ZERO"], dialect);
        let told = letters(&old, &new);
        let changed = told.into_iter().find(|one| one.starts_with("type-changed"));
        changed.unwrap().rsplit(' ').next().unwrap().to_owned()
    };
    assert_eq!(told(Dialect::Native), "ss");
    assert_eq!(told(Dialect::Proto), "dd");
}
