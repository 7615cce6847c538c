//! Random schemas, random changes, and random values: where a verdict is that all is the same, no value may be read as another.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use everwire::dynamic::{
    Definition, Group, Key, Listed, Member, Message, Shape, Union, Value, What,
};
use everwire::schema::{Dialect, Encoding, Int, Layout, Presence, Schema};
use everwire::validate::{Literal, Rule};
use everwire::{Type, Wire};

use super::super::{Direction, Outcome, Pairs, compare, diff, loaded, run};

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

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

fn scalar(random: &mut Random) -> Shape {
    match random.below(12) {
        0 => Shape::Bool,
        1..=5 => Shape::Int(random.pick(INTS)),
        6 => Shape::Float32,
        7 => Shape::Float64,
        8 | 9 => Shape::String,
        10 => Shape::Bytes,
        _ => random.pick(&[Shape::Char, Shape::Duration, Shape::Timestamp]),
    }
}

fn shape(random: &mut Random) -> Shape {
    match random.below(12) {
        0..=4 => scalar(random),
        5 => Shape::Named("t.Open".into()),
        6 => Shape::Option(Box::new(Shape::Named("t.Closed".into()))),
        7 => random.pick(&[
            Shape::Named("t.Inner".into()),
            Shape::Option(Box::new(Shape::Named("t.Union".into()))),
        ]),
        8 => Shape::Option(Box::new(scalar(random))),
        9 => Shape::List(Box::new(random.pick(&[
            Shape::Named("t.Inner".into()),
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

fn can_zigzag(shape: &Shape) -> bool {
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

fn decorate(member: &mut Member, random: &mut Random) {
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
    rules(member, random);
}

fn rules(member: &mut Member, random: &mut Random) {
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

fn member(number: u32, random: &mut Random) -> Member {
    let mut member = Member::new(number, format!("f{number}"), shape(random));
    decorate(&mut member, random);
    member
}

fn message(name: &str, random: &mut Random) -> Definition {
    let count = 1 + random.below(4) as u32;
    let mut fields: Vec<Member> = (1..=count).map(|number| member(number, random)).collect();
    if random.chance(3) {
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
    if random.chance(6) {
        message.oneofs.retain(|one: &Group| one.name.is_empty());
    }
    message
}

fn world(random: &mut Random) -> Vec<Definition> {
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
    ]
}

fn change(world: &mut [Definition], random: &mut Random) {
    let at = random.pick(&[0, 0, 0, 0, 1, 2, 3, 4]);
    let definition = &mut world[at];
    match &mut definition.what {
        What::Enum { values, open } => match random.below(5) {
            0 => values.push(Listed {
                number: 5,
                name: "FIVE".into(),
                aliases: Vec::new(),
            }),
            1 => {
                values.pop();
            }
            2 => values[1].name = "UNO".into(),
            3 => values[1].number = 9,
            _ => *open = !*open,
        },
        What::Union(members) => match random.below(4) {
            0 => members.push(Member::new(3, "Three", scalar(random))),
            1 => members.truncate(1),
            2 => members[0].ty = scalar(random),
            _ => members[0].name = "First".into(),
        },
        What::Message(members) => {
            let at = random.below(members.len());
            match random.below(16) {
                0 | 1 => {
                    let number = random.pick(&[6, 7, 9]);
                    members.retain(|one| one.number != number);
                    members.push(member(number, random));
                }
                2 => {
                    members.remove(at);
                    if members.is_empty() {
                        members.push(member(1, random));
                    }
                }
                3 => {
                    let member = &mut members[at];
                    member.name = format!("{}x", member.name);
                    member.json_name.clone_from(&member.name);
                    if random.chance(2) {
                        member
                            .aliases
                            .push(member.name.trim_end_matches('x').into());
                    }
                }
                4 => {
                    let member = &mut members[at];
                    (member.number, member.slot) = (member.number + 30, member.number + 29);
                }
                5 if members.len() > 1 => {
                    let other = random.below(members.len());
                    let (one, two) = (members[at].name.clone(), members[other].name.clone());
                    (members[at].json_name, members[other].json_name) = (two.clone(), one.clone());
                    (members[at].name, members[other].name) = (two, one);
                }
                6 => members[at].slot += 40,
                7 => members[at].is_packed = !members[at].is_packed,
                8 => rules(&mut members[at], random),
                9 => {
                    let member = &mut members[at];
                    match &member.ty {
                        Shape::Option(inner) if !matches!(**inner, Shape::Named(_)) => {
                            member.ty = (**inner).clone()
                        }
                        Shape::Int(_) | Shape::String | Shape::Bool | Shape::Bytes => {
                            member.ty = Shape::Option(Box::new(member.ty.clone()))
                        }
                        Shape::List(inner) => member.ty = (**inner).clone(),
                        _ => member.ty = Shape::List(Box::new(Shape::String)),
                    }
                    if matches!(&member.ty, Shape::Named(name) if name == "t.Closed") {
                        member.ty = Shape::Named("t.Open".into());
                    }
                    decorate(member, random);
                }
                10 => definition.keeps_unknown = !definition.keeps_unknown,
                11 => {
                    definition.json = if definition.json == Dialect::Proto {
                        Dialect::Native
                    } else {
                        Dialect::Proto
                    }
                }
                12 => {
                    definition.layout = if definition.layout == Layout::Map {
                        Layout::Array
                    } else {
                        Layout::Map
                    }
                }
                13 => {
                    members[at].encoding = if can_zigzag(&members[at].ty) {
                        Encoding::Zigzag
                    } else {
                        Encoding::Default
                    }
                }
                _ => {
                    let member = &mut members[at];
                    let oneof = member.oneof.clone();
                    member.ty = if oneof.is_some() {
                        scalar(random)
                    } else {
                        shape(random)
                    };
                    decorate(member, random);
                    if oneof.is_some() {
                        (member.oneof, member.presence, member.default) =
                            (oneof, Presence::Explicit, None);
                    }
                }
            }
        }
        _ => {}
    }
}

fn value(ty: &Type, random: &mut Random, depth: usize) -> Option<Value> {
    Some(match ty {
        Type::Bool => random.chance(2).into(),
        Type::Int(int) => {
            let (least, most) = super::super::sample::range(*int);
            let bits = random.below(128) as u32;
            let wide = (u128::from(random.next()) << 64 | u128::from(random.next())) >> bits;
            let number = i128::try_from(wide >> 1).unwrap();
            let number = if random.chance(2) { number } else { -number };
            let number = number.clamp(least, most);
            match (int, u128::try_from(number)) {
                (Int::U128, Ok(number)) => Value::Uint(number),
                _ => Value::Int(number),
            }
        }
        Type::Float32 => Value::Float32(f32::from_bits(random.next() as u32)),
        Type::Float64 => Value::Float64(if random.chance(2) {
            f64::from_bits(random.next())
        } else {
            random.below(1000) as f64 / 8.0
        }),
        Type::Char => Value::Char(random.pick(&['a', '\0', 'Z', 'é', '\u{10ffff}', '7'])),
        Type::String => {
            let count = random.below(6);
            (0..count)
                .map(|_| random.pick(&['a', '1', 'é', '"', '\\', '\n', 'T', '\u{0}', '😀']))
                .collect::<String>()
                .into()
        }
        Type::Bytes => Value::Bytes((0..random.below(6)).map(|_| random.next() as u8).collect()),
        Type::Duration => Value::Duration(Duration::new(
            random.next() % 315_576_000_000,
            random.next() as u32 % 1_000_000_000,
        )),
        Type::Timestamp => Value::Timestamp(
            SystemTime::UNIX_EPOCH
                + Duration::new(
                    random.next() % 200_000_000_000,
                    random.next() as u32 % 1_000_000_000,
                ),
        ),
        Type::Enum(link) => {
            let schema = link.schema();
            match schema.kind() {
                everwire::schema::Kind::Enum { open: true, .. } if random.chance(3) => {
                    Value::Enum(random.next() as i32)
                }
                _ => Value::Enum(random.pick(schema.values()).number()),
            }
        }
        // A change may have made a type that holds itself.
        Type::Option(_) if depth > 3 || random.chance(3) => Value::Null,
        Type::List(_) if depth > 3 => Value::List(Vec::new()),
        Type::Option(inner) => value(inner, random, depth)?,
        Type::List(element) => Value::List(
            (0..random.below(4))
                .map(|_| value(element, random, depth))
                .collect::<Option<_>>()?,
        ),
        Type::Map(key, held) => {
            let entries = (0..random.below(4)).map(|_| {
                Some((
                    Key::try_from(value(key, random, depth)?).ok()?,
                    value(held, random, depth)?,
                ))
            });
            Value::Map(entries.collect::<Option<BTreeMap<_, _>>>()?)
        }
        Type::Message(link) => Value::Message(filled(link.schema(), random, depth + 1)?),
        Type::Union(link) => {
            let schema = link.schema();
            let variant = random.pick(schema.fields());
            Union::new(
                schema,
                variant.name(),
                value(&variant.ty(), random, depth + 1)?,
            )?
            .into()
        }
        _ => return None,
    })
}

fn filled(schema: &'static Schema, random: &mut Random, depth: usize) -> Option<Message> {
    let mut message = Message::new(schema);
    for (index, field) in schema.fields().iter().enumerate() {
        if random.chance(4) && field.presence() != Presence::Required {
            continue;
        }
        message.put(index, Some(value(&field.ty(), random, depth)?));
    }
    Some(message)
}

/// What a change does alone does not depend on what else changed.
fn unmoved(
    old: &[Definition],
    new: &[Definition],
    proven: &[super::super::Proven],
) -> Result<(), String> {
    for one in proven
        .iter()
        .filter(|one| one.is_alone && !one.verdicts.is_empty())
    {
        let by_name = |all: &[Definition]| {
            all.iter()
                .find(|other| other.full_name() == one.change.type_name)
                .cloned()
        };
        let (Some(before), Some(after)) = (by_name(old), by_name(new)) else {
            continue;
        };
        let Some(alone) = one.change.alone(&before, &after) else {
            continue;
        };
        let mut world = old.to_vec();
        for definition in &mut world {
            if definition.full_name() == one.change.type_name {
                *definition = alone.clone();
            }
        }
        let outcomes = |one: &super::super::Proven| {
            one.verdicts
                .iter()
                .map(|one| (one.wire, one.direction, one.outcome))
                .collect::<Vec<_>>()
        };
        let again = compare(old, &world);
        // A type that another brings its rules with is told as more than one change.
        let [again] = &again[..] else {
            continue;
        };
        if outcomes(again) != outcomes(one) {
            return Err(format!(
                "{}: alone {:?}, with others {:?}",
                one.change.text,
                outcomes(again),
                outcomes(one)
            ));
        }
    }
    Ok(())
}

/// One pair: what it is, or what is wrong with it.
fn pair(seed: u64) -> Result<usize, String> {
    let random = &mut Random(seed);
    let old = world(random);
    let mut new = old.clone();
    for _ in 0..1 + random.below(2) {
        change(&mut new, random);
    }
    let (olds, news) = (diff::set(&old), diff::set(&new));
    let lookup = |set: &diff::Set<'_>, name: &str| set.get(name).map(|one| (*one).clone());
    let (Some(old_schema), Some(new_schema)) = (
        loaded(&old[0], &|name| lookup(&olds, name)),
        loaded(&new[0], &|name| lookup(&news, name)),
    ) else {
        return Ok(0);
    };
    let proven = compare(&old, &new);
    for one in &proven {
        for verdict in &one.verdicts {
            if verdict.outcome != Outcome::Same && verdict.witness().is_none() {
                return Err(format!(
                    "{}: {} without a witness",
                    one.change.text, verdict.outcome
                ));
            }
        }
    }
    if seed.is_multiple_of(8) {
        unmoved(&old, &new, &proven)?;
    }
    let told = |wire, direction| {
        let verdicts = proven.iter().flat_map(|one| &one.verdicts);
        let mut here = verdicts.filter(|one| (one.wire, one.direction) == (wire, direction));
        here.any(|one| one.outcome != Outcome::Same)
    };
    let (_, pairs): (_, Pairs) = diff::diff(&olds, &news);
    for _ in 0..6 {
        for direction in [Direction::NewReadsOld, Direction::OldReadsNew] {
            let writer = if direction == Direction::NewReadsOld {
                old_schema
            } else {
                new_schema
            };
            let Some(root) = filled(writer, random, 0) else {
                continue;
            };
            for wire in Wire::ALL {
                let case = run::Case {
                    old: old_schema,
                    new: new_schema,
                    old_focus: None,
                    new_focus: None,
                    pairs: &pairs,
                    validates: true,
                };
                let verdict = run::tried(&case, direction, wire, &Value::Message(root.clone()));
                if verdict.outcome != Outcome::Same && !told(wire, direction) {
                    let changes: Vec<_> = proven
                        .iter()
                        .map(|one| {
                            format!(
                                "{} {:?} {}",
                                one.change.type_name, one.change.number, one.change.text
                            )
                        })
                        .collect();
                    return Err(format!(
                        "seed {seed}: {wire} {}: {:?}\nchanges: {changes:#?}",
                        direction.words(),
                        verdict.witness()
                    ));
                }
            }
        }
    }
    Ok(proven.len())
}

#[test]
fn no_verdict_of_same_is_wrong() {
    let pairs: u64 = std::env::var("EVERWIRE_PAIRS")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(3000);
    let from: u64 = std::env::var("EVERWIRE_FROM")
        .ok()
        .and_then(|from| from.parse().ok())
        .unwrap_or(0);
    let (mut changes, mut wrong) = (0, Vec::new());
    for seed in from..from + pairs {
        match pair(seed) {
            Ok(count) => changes += count,
            Err(what) => wrong.push(what),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {pairs}\n{}",
        wrong.len(),
        wrong.iter().take(5).cloned().collect::<Vec<_>>().join("\n")
    );
    assert!(
        changes as u64 > pairs / 2,
        "{changes} changes in {pairs} pairs"
    );
}
