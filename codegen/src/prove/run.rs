//! The proof: values are written under one schema and read under another, on each wire, by the drivers that programs use.

use std::borrow::Cow;

use everwire::dynamic::{Dynamic, Value};
use everwire::schema::Schema;
use everwire::{Field, Options, Type, Wire};

use super::Misread;
use super::agree::{Agree, is_zero, paired};
use super::lawful::has_rules;
use super::load::is_holder;
use super::messages::Focus;
use super::verdict::{Became, Direction, Tally, Verdict, Witness};
use super::{messages, rules, sample, show};

/// Two schemas of one type, and the member of each that is looked at.
#[derive(Clone, Copy)]
pub(super) struct Case {
    pub(super) old: &'static Schema,
    pub(super) new: &'static Schema,
    pub(super) old_focus: Option<u32>,
    pub(super) new_focus: Option<u32>,
    /// Whether rules are checked.
    pub(super) validates: bool,
}

/// The verdicts on each wire and in each direction.
pub(super) fn run(case: &Case) -> Vec<Verdict> {
    let directions = Direction::ALL.into_iter();
    directions
        .flat_map(|direction| on(case, direction, &Wire::ALL))
        .collect()
}

/// The verdicts on some wires in one direction.
pub(super) fn on(case: &Case, direction: Direction, wires: &[Wire]) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    let (writer, reader, focus, other) = match direction {
        Direction::NewReadsOld | Direction::ThroughNew => {
            (case.old, case.new, case.old_focus, case.new_focus)
        }
        Direction::OldReadsNew | Direction::ThroughOld => {
            (case.new, case.old, case.new_focus, case.old_focus)
        }
    };
    let at = match focus {
        Some(number) => Focus::Field(number, other.and_then(|number| field(reader, number))),
        None if is_holder(writer) => Focus::All(reader),
        None if case.validates && writer.rules() != reader.rules() => Focus::Rules(reader.rules()),
        None => Focus::Few,
    };
    let rules: Vec<_> = [(case.old, case.old_focus), (case.new, case.new_focus)]
        .into_iter()
        .filter_map(|(schema, number)| field(schema, number?))
        .flat_map(|field| field.rules().iter().copied())
        .collect();
    let case = &Case {
        validates: case.validates && [case.old, case.new].into_iter().any(has_rules),
        ..*case
    };
    let more = |ty: &Type| {
        if case.validates {
            rules::values(ty, &rules)
        } else {
            Vec::new()
        }
    };
    let roots = messages::roots(writer, at, &more);
    for &wire in wires {
        let mut tally = Tally::default();
        for root in &roots {
            one(
                case, direction, wire, writer, reader, focus, root, &mut tally,
            );
        }
        verdicts.push(tally.verdict(wire, direction));
    }
    verdicts
}

/// The verdict of one value.
#[cfg(test)]
pub(super) fn tried(case: &Case, direction: Direction, wire: Wire, root: &Value) -> Verdict {
    let (writer, reader) = match direction {
        Direction::NewReadsOld | Direction::ThroughNew => (case.old, case.new),
        Direction::OldReadsNew | Direction::ThroughOld => (case.new, case.old),
    };
    let mut tally = Tally::default();
    one(
        case, direction, wire, writer, reader, None, root, &mut tally,
    );
    tally.verdict(wire, direction)
}

#[allow(
    clippy::too_many_arguments,
    reason = "each is a coordinate of the value"
)]
fn one(
    case: &Case,
    direction: Direction,
    wire: Wire,
    writer: &'static Schema,
    reader: &'static Schema,
    focus: Option<u32>,
    root: &Value,
    tally: &mut Tally,
) {
    let options = Options::new().validate(case.validates);
    let written = Dynamic::new(writer, root.clone());
    if case.validates && everwire::Codec::validate(&written).is_err() {
        return;
    }
    let Ok(bytes) = Options::new().encode(wire, &written) else {
        return;
    };
    let agree = Agree { wire };
    let says_something = says(root, focus);
    let relays = matches!(direction, Direction::ThroughOld | Direction::ThroughNew);
    let reader_focus = match direction {
        Direction::NewReadsOld | Direction::ThroughNew => case.new_focus,
        Direction::OldReadsNew | Direction::ThroughOld => case.old_focus,
    };
    let mut expected = Cow::Borrowed(root);
    let read = if relays {
        Dynamic::decode_with(reader, wire, &bytes, &options).and_then(|mut held| {
            touch(&mut held, expected.to_mut(), focus);
            let back = Options::new().encode(wire, &held)?;
            Dynamic::decode_with(writer, wire, &back, &options)
        })
    } else {
        Dynamic::decode_with(reader, wire, &bytes, &options)
    };
    let became = match &read {
        Err(_) => Became::Error,
        Ok(read) => {
            let same = match (relays, &*expected, read.value()) {
                // What comes back has the type that it had.
                (true, written, read) => same(written, read),
                (false, written, read) => agree.values(written, &Type::Unit, read, &Type::Unit),
            };
            if same { Became::Same } else { Became::Lossy }
        }
    };
    tally.count(became, says_something, || Witness {
        written: show::value(&expected, writer, focus),
        bytes: bytes.clone(),
        read: match &read {
            Ok(read) => Ok(show::value(
                read.value(),
                read.schema(),
                if relays { focus } else { reader_focus },
            )),
            Err(error) => Err(error.to_string()),
        },
    });
}

/// A few values of a schema.
fn few(schema: &'static Schema) -> Vec<Value> {
    messages::roots(schema, Focus::Few, &|_| Vec::new())
}

/// Bytes of a type that nothing reads any more.
pub(super) fn unread(schema: &'static Schema, name: &str) -> Vec<Verdict> {
    let wires = Wire::ALL.into_iter().filter_map(|wire| {
        let roots = few(schema);
        let root = roots
            .iter()
            .find(|root| !is_zero(root))
            .or_else(|| roots.first())?;
        let written = Dynamic::new(schema, root.clone());
        let bytes = Options::new().encode(wire, &written).ok()?;
        let mut tally = Tally::default();
        tally.count(Became::Error, true, || Witness {
            written: show::value(root, schema, None),
            bytes,
            read: Err(format!("there is no type `{name}`")),
        });
        Some(tally.verdict(wire, Direction::NewReadsOld))
    });
    wires.collect()
}

/// A value of a field as another field of its number reads it, on the wires that go by numbers.
pub(super) fn reuse(old: &'static Schema, new: &'static Schema, number: u32) -> Vec<Verdict> {
    let roots = messages::roots(old, Focus::Field(number, None), &|_| Vec::new());
    let Some(root) = roots.iter().find(|root| says(root, Some(number))) else {
        return Vec::new();
    };
    let wires = [Wire::Protobuf, Wire::MsgPack]
        .into_iter()
        .filter_map(|wire| {
            let bytes = Options::new()
                .encode(wire, &Dynamic::new(old, root.clone()))
                .ok()?;
            let read = Dynamic::decode_with(new, wire, &bytes, &Options::new()).ok()?;
            let mut tally = Tally::default();
            tally.count(Became::Lossy, true, || Witness {
                written: show::value(root, old, Some(number)),
                bytes,
                read: Ok(show::value(read.value(), new, Some(number))),
            });
            Some(tally.verdict(wire, Direction::NewReadsOld))
        });
    wires.collect()
}

/// Boundary values of a schema, on each wire; what is written as another value was is left out.
pub(super) fn golden(schema: &'static Schema) -> Vec<(Wire, Vec<u8>)> {
    records(schema, few(schema))
}

/// Boundary values of all fields of a schema, on each wire.
pub(super) fn samples(schema: &'static Schema) -> Vec<(Wire, Vec<u8>)> {
    let roots = messages::roots(schema, Focus::All(schema), &|_| Vec::new());
    records(schema, roots)
}

fn records(schema: &'static Schema, roots: Vec<Value>) -> Vec<(Wire, Vec<u8>)> {
    let mut records = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for root in roots {
        let written = Dynamic::new(schema, root);
        let one = Wire::ALL.map(|wire| Some((wire, Options::new().encode(wire, &written).ok()?)));
        if seen.insert(one.clone()) {
            records.extend(one.into_iter().flatten());
        }
    }
    records
}

/// Reads golden bytes with the schema that wrote them, and with the one of now, if there is one.
pub(super) fn reread(
    old: &'static Schema,
    new: Option<&'static Schema>,
    wire: Wire,
    bytes: &[u8],
) -> Result<(), Misread> {
    let options = Options::new().validate(false);
    let written = Dynamic::decode_with(old, wire, bytes, &options)
        .map_err(|error| Misread::Old(error.to_string()))?;
    let again = options
        .encode(wire, &written)
        .map_err(|error| Misread::Old(error.to_string()))?;
    if again != bytes {
        return Err(Misread::Old("it is written otherwise now".into()));
    }
    let Some(new) = new else {
        return Ok(());
    };
    let read = Dynamic::decode_with(new, wire, bytes, &options)
        .map_err(|error| Misread::New(error.to_string()))?;
    let agree = Agree { wire };
    if agree.values(written.value(), &Type::Unit, read.value(), &Type::Unit) {
        return Ok(());
    }
    let shown = show::value(read.value(), new, None);
    Err(Misread::New(format!(
        "{} reads as {shown}",
        show::value(written.value(), old, None)
    )))
}

/// Whether what came back from a relay is what was sent; what it kept beside is not compared.
fn same(written: &Value, read: &Value) -> bool {
    let agree = Agree { wire: Wire::Json };
    match (written, read) {
        (Value::Message(written), Value::Message(read)) => agree.messages(written, read),
        (written, read) => agree.values(written, &Type::Unit, read, &Type::Unit),
    }
}

/// What a relay does: it changes a field that both sides have, other than the one that is looked at.
fn touch(held: &mut Dynamic, expected: &mut Value, focus: Option<u32>) {
    let (Some(message), Value::Message(root)) = (held.value_mut().as_message_mut(), expected)
    else {
        return;
    };
    let fields = root.schema().fields();
    let plain = |field: &&Field| {
        Some(field.number()) != focus
            && field.oneof().is_none()
            && matches!(field.ty(), Type::Int(_) | Type::String)
    };
    for field in fields.iter().filter(plain) {
        if let Some(other) = paired(field, root.schema(), message.schema())
            && other.ty().to_string() == field.ty().to_string()
            && let Some(value) = sample::typical(&field.ty(), field.number() + 40, 1)
        {
            message.set_number(other.number(), Some(value.clone()));
            root.set_number(field.number(), Some(value));
            return;
        }
    }
}

fn field(schema: &'static Schema, number: u32) -> Option<&'static Field> {
    schema
        .fields()
        .iter()
        .find(|field| field.number() == number)
}

/// Whether the member that is looked at says something in a value; any member, where it is none in particular.
fn says(root: &Value, focus: Option<u32>) -> bool {
    match (root, focus) {
        (Value::Message(message), Some(number)) => message
            .get_number(number)
            .is_some_and(|value| !is_zero(value)),
        (root, _) => !is_zero(root),
    }
}
