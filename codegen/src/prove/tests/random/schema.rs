//! Random definitions.

use everwire::dynamic::{Definition, Group, Listed, Member, Shape, What};
use everwire::schema::{Dialect, Encoding, Int, Layout, Presence};
use everwire::validate::{Literal, Rule};

use super::number::Random;

const INTS: &[Int] = &[
    Int::U8,
    Int::U16,
    Int::U32,
    Int::U64,
    Int::U128,
    Int::I8,
    Int::I16,
    Int::I32,
    Int::I64,
    Int::I128,
];

pub(super) fn scalar(random: &mut Random) -> Shape {
    match random.below(12) {
        0 => Shape::Bool,
        1..=5 => Shape::Int(random.pick(INTS)),
        6 => Shape::Float32,
        7 => Shape::Float64,
        8 | 9 => Shape::String,
        10 => Shape::Bytes,
        _ => random.pick(&[Shape::Char, Shape::Uuid, Shape::Duration, Shape::Timestamp]),
    }
}

pub(super) fn shape(random: &mut Random) -> Shape {
    match random.below(12) {
        0..=4 => scalar(random),
        5 => Shape::Named("t.Open".into()),
        6 => Shape::Option(Box::new(Shape::Named("t.Closed".into()))),
        7 => random.pick(&[
            Shape::Named("t.Inner".into()),
            Shape::Named("t.Deep".into()),
            Shape::Named("t.Events".into()),
            Shape::Option(Box::new(Shape::Named("t.Union".into()))),
        ]),
        8 => Shape::Option(Box::new(scalar(random))),
        9 => Shape::List(Box::new(random.pick(&[
            Shape::Named("t.Inner".into()),
            Shape::Named("t.Events".into()),
            Shape::Named("t.Closed".into()),
            Shape::Named("t.Open".into()),
        ]))),
        10 => Shape::List(Box::new(scalar(random))),
        _ => {
            let key = random.pick(&[
                Shape::String,
                Shape::Bool,
                Shape::Int(Int::I32),
                Shape::Int(Int::U64),
            ]);
            Shape::Map(Box::new(key), Box::new(scalar(random)))
        }
    }
}

pub(super) fn can_zigzag(shape: &Shape) -> bool {
    match shape {
        Shape::Int(int) => matches!(int, Int::I8 | Int::I16 | Int::I32 | Int::I64),
        Shape::Option(inner) | Shape::List(inner) => can_zigzag(inner),
        _ => false,
    }
}

fn can_fix(shape: &Shape) -> bool {
    match shape {
        Shape::Int(int) => matches!(int, Int::I32 | Int::I64 | Int::U32 | Int::U64),
        Shape::Option(inner) | Shape::List(inner) => can_fix(inner),
        _ => false,
    }
}

pub(super) fn decorate(member: &mut Member, random: &mut Random) {
    member.encoding = Encoding::Default;
    member.rules.clear();
    (member.default, member.default_bytes, member.oneof) = (None, None, None);
    let is_plain = matches!(member.ty, Shape::Int(_) | Shape::String | Shape::Bool);
    member.presence = if matches!(member.ty, Shape::Option(_)) {
        Presence::Explicit
    } else {
        Presence::Implicit
    };
    if can_zigzag(&member.ty) && random.chance(4) {
        member.encoding = Encoding::Zigzag;
    }
    if can_fix(&member.ty) && random.chance(4) {
        member.encoding = Encoding::Fixed;
    }
    if matches!(member.ty, Shape::List(_)) && random.chance(3) {
        member.is_packed = false;
    }
    if is_plain && random.chance(8) {
        member.presence = Presence::Required;
    } else if is_plain && random.chance(6) {
        member.presence = Presence::Explicit;
        member.default = Some(match member.ty {
            Shape::String => Literal::Str(random.pick(&["x", "1"])),
            Shape::Bool => Literal::Bool(true),
            _ => Literal::Int(random.pick(&[1, 7, 100])),
        });
    }
    if matches!(&member.ty, Shape::Named(name) if name == "t.Events") {
        // It has no value that an absent field could read as.
        member.presence = Presence::Required;
    }
    rules(member, random);
}

pub(super) fn rules(member: &mut Member, random: &mut Random) {
    member.rules.clear();
    if !random.chance(5) {
        return;
    }
    member.rules = match &member.ty {
        Shape::Int(_) => vec![Rule::Lte(Literal::Int(random.pick(&[3, 100, 127])))],
        Shape::String => random.pick(&[
            vec![Rule::MaxLen(3)],
            vec![Rule::MaxLen(5), Rule::MinLen(2)],
            vec![Rule::MaxBytes(3)],
            vec![Rule::In(&[Literal::Str("a"), Literal::Str("b")])],
        ]),
        Shape::List(_) => vec![Rule::MaxItems(random.pick(&[1, 4]))],
        _ => Vec::new(),
    };
}

pub(super) fn member(number: u32, random: &mut Random) -> Member {
    let mut member = Member::new(number, format!("f{number}"), shape(random));
    decorate(&mut member, random);
    member
}

fn message(name: &str, random: &mut Random) -> Definition {
    let count = 1 + random.below(4) as u32;
    let mut fields: Vec<Member> = (1..=count).map(|number| member(number, random)).collect();
    let has_oneof = random.chance(3);
    if has_oneof {
        for number in [20, 21] {
            let mut variant = Member::new(number, format!("v{number}"), scalar(random));
            variant.oneof = Some("choice".into());
            variant.presence = Presence::Explicit;
            fields.push(variant);
        }
    }
    let mut message = Definition::new(name, What::Message(fields));
    message.keeps_unknown = random.chance(2);
    message.json = random.pick(&[Dialect::Native, Dialect::Proto]);
    if random.chance(5) {
        message.layout = Layout::Map;
    }
    if has_oneof && random.chance(3) {
        message.oneofs.push(Group {
            name: "choice".into(),
            default: None,
        });
    }
    message
}

pub(super) fn world(random: &mut Random) -> Vec<Definition> {
    let value = |number, name: &str| Listed {
        number,
        name: name.into(),
        aliases: Vec::new(),
    };
    let values = vec![value(0, "ZERO"), value(1, "ONE"), value(2, "TWO")];
    let mut inner = Definition::new(
        "t.Inner",
        What::Message(vec![
            Member::new(1, "a", scalar(random)),
            Member::new(2, "b", Shape::Option(Box::new(scalar(random)))),
        ]),
    );
    inner.keeps_unknown = random.chance(2);
    vec![
        message("t.Root", random),
        inner,
        Definition::new(
            "t.Open",
            What::Enum {
                values: values.clone(),
                open: true,
            },
        ),
        Definition::new(
            "t.Closed",
            What::Enum {
                values,
                open: false,
            },
        ),
        Definition::new(
            "t.Union",
            What::Union(vec![
                Member::new(1, "One", scalar(random)),
                Member::new(2, "Two", Shape::Named("t.Inner".into())),
            ]),
        ),
        Definition::new(
            "t.Events",
            What::Union(vec![
                Member::new(1, "Came", Shape::Named("t.Inner".into())),
                Member::new(2, "Went", Shape::Named("t.Deep".into())),
            ]),
        ),
        Definition::new(
            "t.Deep",
            What::Message(vec![
                Member::new(1, "inner", Shape::Named("t.Inner".into())),
                Member::new(2, "open", Shape::Named("t.Open".into())),
            ]),
        ),
    ]
}
