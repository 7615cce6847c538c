//! Random changes of definitions.

use everwire::dynamic::{Definition, Listed, Member, Shape, What};
use everwire::schema::{Dialect, Encoding, Layout, Presence};

use super::number::Random;
use super::schema::{can_zigzag, decorate, member, rules, scalar, shape};

pub(super) fn change(world: &mut Vec<Definition>, random: &mut Random) {
    if random.chance(8) {
        replace(world, random);
        return;
    }
    let at = random.pick(&[0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6]);
    let definition = &mut world[at];
    match &mut definition.what {
        What::Enum { values, open } => match random.below(7) {
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
            4 => {
                let other = 1 - random.below(2);
                let number = values[other].number;
                values[other].number = values[2.min(values.len() - 1)].number;
                if let Some(value) = values.get_mut(2) {
                    value.number = number;
                }
            }
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

/// A type gives way to another that says much the same, wherever it is held.
fn replace(world: &mut Vec<Definition>, random: &mut Random) {
    let at = random.pick(&[1, 1, 2, 3, 6]);
    let mut other = world[at].clone();
    other.name = format!("{}Too", other.name);
    let (name, now) = (world[at].name.clone(), other.name.clone());
    match &mut other.what {
        What::Enum { values, .. } => {
            let last = values.len() - 1;
            let number = values[last].number;
            values[last].number = values[last - 1].number;
            values[last - 1].number = number;
        }
        What::Message(members) => {
            let at = random.below(members.len());
            if members[at].name != "inner" {
                members[at].ty = scalar(random);
                decorate(&mut members[at], random);
            }
        }
        _ => {}
    }
    for definition in world.iter_mut() {
        for member in definition.members_mut() {
            call(&mut member.ty, &name, &now);
        }
    }
    world.push(other);
}

fn call(shape: &mut Shape, name: &str, now: &str) {
    match shape {
        Shape::Named(other) if other == name => now.clone_into(other),
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => {
            call(inner, name, now)
        }
        Shape::Map(_, value) => call(value, name, now),
        _ => {}
    }
}
