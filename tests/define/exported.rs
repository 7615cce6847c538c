//! What is exported to protobuf reads as the types that it was exported from: the same bytes on every wire, of boundary values of all
//! types of the test crates.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use everwire::dynamic::{Definition, Dynamic, Gone, Member, Shape, Types, What};
use everwire::schema::Dialect;
use everwire::validate::Rule;
use everwire::{Options, Schema};
use everwire_codegen::{Export, Exported, prove};

use super::declared;

/// Types that protobuf cannot have, or that are read from nowhere but a test's own code.
fn is_left_out(schema: &Schema) -> bool {
    schema.full_name().is_empty() || schema.full_name().starts_with("google.protobuf.")
}

fn schemas() -> Vec<(String, &'static Schema)> {
    let mut all = declared::declared_schemas();
    all.retain(|(_, schema)| !is_left_out(schema));
    all.push(("values of crates".to_owned(), of_crates()));
    all
}

/// Values of crates that these tests are without, in every place.
fn of_crates() -> &'static Schema {
    let of = |shape: &Shape| Box::new(shape.clone());
    let mut members = Vec::new();
    for (name, shape) in [("id", Shape::Uuid), ("theme", Shape::Opaque)] {
        let optional = Shape::Option(of(&shape));
        let list = Shape::List(of(&shape));
        let places = [
            ("plain", shape.clone()),
            ("maybe", optional.clone()),
            ("list", list.clone()),
            ("pair", Shape::Fixed(of(&list), 2)),
            ("holes", Shape::List(of(&optional))),
            ("lists", Shape::Option(of(&Shape::List(of(&list))))),
            ("named", Shape::Map(of(&Shape::String), of(&shape))),
            ("by_id", Shape::Map(of(&Shape::Uuid), of(&list))),
        ];
        for (place, shape) in places {
            let number = u32::try_from(members.len()).unwrap() + 1;
            members.push(Member::new(number, format!("{name}_{place}"), shape));
        }
    }
    let definition = Definition::new("crates.v1.Values", What::Message(members));
    let types = Types::load(&[definition]).unwrap();
    types.get("crates.v1.Values").unwrap()
}

/// Whether that says of a type of serde's, of which no definition tells more either.
fn is_foreign(left_out: &str) -> bool {
    left_out.contains("its type that serde knows")
}

/// Definitions of exported files, and the findings in them.
fn imported(exported: &Exported, directory: &Path) -> Vec<Definition> {
    for (path, text) in &exported.files {
        let path = directory.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let options = everwire_codegen::Options::default();
    let (definitions, findings) =
        everwire_codegen::definitions(&options, &[directory.to_owned()]).unwrap();
    let shown: Vec<_> = exported.files.values().collect();
    assert_eq!(
        findings,
        [],
        "{}",
        shown.iter().map(|one| one.as_str()).collect::<String>()
    );
    definitions
}

fn renamed(shape: &Shape, names: &BTreeMap<String, String>) -> Shape {
    let inner = |shape: &Shape| Box::new(renamed(shape, names));
    match shape {
        Shape::Named(name) => Shape::Named(names.get(name).unwrap_or(name).clone()),
        Shape::List(element) => Shape::List(inner(element)),
        Shape::Fixed(held, len) => Shape::Fixed(inner(held), *len),
        Shape::Map(key, value) => Shape::Map(inner(key), inner(value)),
        Shape::Option(held) => Shape::Option(inner(held)),
        other => other.clone(),
    }
}

/// What a definition says that export keeps, with the names that types have in protobuf.
fn kept(mut one: Definition, names: &BTreeMap<String, String>) -> Definition {
    let full = one.full_name();
    // An instance of a generic type keeps its names as those that it had.
    let arguments = full[one.name.len()..].to_owned();
    if !arguments.is_empty() {
        let own = (one.name != "tuple").then(|| one.name.clone());
        let bases = own.into_iter().chain(std::mem::take(&mut one.aliases));
        one.aliases = bases.map(|base| format!("{base}{arguments}")).collect();
    }
    one.name = names.get(&full).cloned().unwrap_or(full);
    one.arguments.clear();
    one.constants.clear();
    // A tuple without elements is a message without fields.
    one.is_tuple &= !one.members().is_empty();
    let is_message = matches!(one.what, What::Message(_));
    for member in one.members_mut() {
        member.ty = renamed(&member.ty, names);
        for was in &mut member.was {
            *was = renamed(was, names);
        }
        // The name of a oneof is on no wire, and may be taken by a field in protobuf.
        if let Some(oneof) = &mut member.oneof {
            *oneof = oneof.trim_end_matches("_oneof").to_owned();
        }
        if matches!(member.ty, Shape::Option(_)) {
            member.default = None;
        }
        if !is_message {
            member.slot = member.number - 1;
        }
    }
    for group in &mut one.oneofs {
        group.name = group.name.trim_end_matches("_oneof").to_owned();
        if let Some((shape, _)) = &mut group.default {
            *shape = Shape::Unit;
        }
    }
    if let What::Enum { values, .. } = &mut one.what {
        values.sort_by_key(|value| value.number);
    }
    let mut reserved: BTreeSet<String> = BTreeSet::new();
    for gone in &one.reserved {
        reserved.insert(match gone {
            Gone::Slot(slot, shape) => {
                let shape = shape.as_ref().map(|shape| renamed(shape, names));
                format!("{:?}", Gone::Slot(*slot, shape))
            }
            gone => format!("{gone:?}"),
        });
    }
    one.reserved = reserved.into_iter().map(Gone::Name).collect();
    one
}

/// Rules in no order.
fn sorted(rules: &[Rule]) -> BTreeSet<String> {
    let spelled = |rule: &Rule| match rule {
        Rule::Items(inner) => format!("items {:?}", sorted(inner)),
        Rule::Keys(inner) => format!("keys {:?}", sorted(inner)),
        Rule::Values(inner) => format!("values {:?}", sorted(inner)),
        other => format!("{other:?}"),
    };
    rules.iter().map(spelled).collect()
}

/// The rules of all members, each in no order.
fn rules(one: &mut Definition) -> Vec<BTreeSet<String>> {
    let members = one.members_mut().iter_mut();
    let rules = members.map(|member| sorted(&std::mem::take(&mut member.rules)));
    rules.collect()
}

/// A message that holds a type in every way.
fn holder(of: &Definition, json: Dialect) -> Definition {
    let named = || Box::new(Shape::Named(of.full_name()));
    let fields = vec![
        Member::new(1, "optional", Shape::Option(named())),
        Member::new(2, "list", Shape::List(named())),
        Member::new(3, "map", Shape::Map(Box::new(Shape::String), named())),
    ];
    let mut holder = Definition::new("holder", What::Message(fields));
    holder.json = json;
    holder
}

/// The message that holds a type; none of what cannot be loaded.
fn loaded(of: &Definition, all: &[Definition], json: Dialect) -> Option<&'static Schema> {
    let mut definitions: Vec<Definition> = all.to_vec();
    definitions.push(holder(of, json));
    Types::load(&definitions).ok()?.get("holder")
}

/// Whether what one schema writes is what the other reads and writes.
fn same_bytes(of: &str, from: &'static Schema, to: &'static Schema) -> usize {
    let options = Options::new().validate(false);
    let samples = prove::samples(from);
    for (wire, bytes) in &samples {
        let read = Dynamic::decode_with(to, *wire, bytes, &options)
            .unwrap_or_else(|error| panic!("{of}, {wire}: {error}\n{bytes:02x?}"));
        let again = options.encode(*wire, &read).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&again),
            String::from_utf8_lossy(bytes),
            "{of}, {wire}"
        );
    }
    samples.len()
}

#[test]
fn exported_protobuf_reads_as_the_same_types() {
    let directory = tempfile::tempdir().unwrap();
    let (mut types, mut values) = (0, 0);
    let mut left_out = BTreeSet::new();
    for (index, (path, schema)) in schemas().into_iter().enumerate() {
        let originals = Definition::all(schema);
        let Some(root) = Definition::of(schema) else {
            continue;
        };
        let exported = match Export::new().types([schema]).proto() {
            Ok(exported) => exported,
            Err(failure) => {
                left_out.insert(format!("{path}: {failure}"));
                continue;
            }
        };
        left_out.extend(exported.left_out.iter().cloned());
        let place = directory.path().join(index.to_string());
        fs::create_dir(&place).unwrap();
        let again = imported(&exported, &place);
        let names = &exported.names;
        let is_kept = exported.left_out.iter().all(|told| is_foreign(told));
        for original in &originals {
            let mut kept = kept(original.clone(), names);
            let kept_rules = rules(&mut kept);
            let Some(read) = again.iter().find(|one| one.full_name() == kept.name) else {
                assert!(
                    kept.name.starts_with("google.protobuf."),
                    "{path}: {}",
                    kept.name
                );
                continue;
            };
            let mut read = self::kept(read.clone(), &BTreeMap::new());
            assert_eq!(rules(&mut read), kept_rules, "{path}");
            let shown: String = exported.files.values().map(String::as_str).collect();
            if is_kept {
                assert_eq!(
                    format!("{read:#?}"),
                    format!("{kept:#?}"),
                    "{path}\n{shown}"
                );
            }
        }
        let name = names[&root.full_name()].clone();
        let read = again.iter().find(|one| one.full_name() == name).unwrap();
        for json in [Dialect::Native, Dialect::Proto] {
            let Some(old) = loaded(&root, &originals, json) else {
                assert!(Types::load(&originals).is_err(), "{path}");
                continue;
            };
            let new = loaded(read, &again, json).unwrap();
            values += same_bytes(&path, old, new);
            values += same_bytes(&path, new, old);
        }
        let twice = Export::new().sources([&place]).proto().unwrap();
        for (file, text) in &twice.files {
            assert_eq!(Some(text), exported.files.get(file), "{path}");
        }
        types += 1;
    }
    // What no option says is a value of more than one part, and a function that is not told from the root of a crate.
    for what in left_out {
        let is_listed = what.contains("its default, which is no text")
            || what.contains("whose function has no path from the root of a crate")
            || is_foreign(&what);
        assert!(is_listed, "{what}");
    }
    assert!(
        types > 200 && values > 20_000,
        "{types} types, {values} values"
    );
}
