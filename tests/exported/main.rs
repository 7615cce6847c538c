//! What `codegen export` writes: protobuf of Rust types, compiled to Rust again, and read by other compilers.
//!
//! `schemas/corpus/v1/corpus.proto` is what `corpus.rs` is in protobuf; `UPDATE=1` writes it anew. `build.rs` compiles it.

#[allow(dead_code, reason = "the fields are written and read")]
mod corpus;
mod python;

/// What our compiler makes of the exported file.
#[allow(clippy::all, clippy::pedantic, dead_code, reason = "generated")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/exported.rs"));
}

use std::path::{Path, PathBuf};

use everwire::{Codec, DecodeOwned, Options, Schema, Wire};
use everwire_codegen::{Export, Exported, prove};
use generated::corpus::v1 as made;

fn here() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/exported"))
}

fn schemas() -> PathBuf {
    here().join("schemas")
}

fn types() -> Vec<&'static Schema> {
    vec![
        corpus::Scalars::SCHEMA,
        corpus::Presence::SCHEMA,
        corpus::Defaults::SCHEMA,
        corpus::Marker::SCHEMA,
        corpus::Collections::SCHEMA,
        corpus::Event::SCHEMA,
        corpus::Tree::SCHEMA,
        corpus::Oneofs::SCHEMA,
        corpus::Names::SCHEMA,
        corpus::Parts::SCHEMA,
        corpus::Known::SCHEMA,
        corpus::Rules::SCHEMA,
    ]
}

fn exported() -> Exported {
    let export = Export::new().sources([here().join("corpus.rs")]);
    export.types(types()).proto().unwrap()
}

#[test]
fn the_committed_schema_is_what_the_types_say() {
    let exported = exported();
    assert_eq!(exported.left_out, [""; 0]);
    let paths: Vec<&String> = exported.files.keys().collect();
    assert_eq!(paths, ["corpus/v1/corpus.proto"]);
    for (path, text) in &exported.files {
        let path = schemas().join(path);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(committed, *text, "UPDATE=1 writes it anew");
    }
}

/// Checks that each of two types reads what the other writes, and writes the same bytes of it.
fn same<A: Codec + DecodeOwned, B: Codec + DecodeOwned>() {
    let options = Options::new().validate(false);
    let samples = prove::samples(A::SCHEMA);
    assert!(samples.len() > 3, "{}", A::SCHEMA.name());
    for (wire, bytes) in samples {
        let of = || {
            format!(
                "{} on {wire}: {}",
                A::SCHEMA.name(),
                String::from_utf8_lossy(&bytes)
            )
        };
        let derived: A = options
            .decode(wire, &bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", of()));
        let made: B = options
            .decode(wire, &bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", of()));
        let bytes = options.encode(wire, &derived).unwrap();
        // A `HashMap` has an order of its own.
        let is_ordered = !A::SCHEMA
            .fields()
            .iter()
            .any(|field| field.name() == "hash");
        if is_ordered || wire == Wire::Json {
            assert_eq!(
                options.encode(wire, &made).unwrap().len(),
                bytes.len(),
                "{}",
                of()
            );
        }
        if is_ordered {
            assert_eq!(options.encode(wire, &made).unwrap(), bytes, "{}", of());
        }
    }
}

#[test]
fn a_type_and_what_its_schema_compiles_to_write_the_same_bytes() {
    same::<corpus::Scalars, made::Scalars>();
    same::<corpus::Presence, made::Presence>();
    same::<corpus::Defaults, made::Defaults>();
    same::<corpus::Point, made::Point>();
    same::<corpus::Collections, made::Collections>();
    same::<corpus::Tree, made::Tree>();
    same::<corpus::Oneofs, made::Oneofs>();
    same::<corpus::Names, made::Names>();
    same::<corpus::Parts, made::Parts>();
    same::<corpus::Known, made::Known>();
    same::<corpus::Rules, made::Rules>();
    same::<made::Scalars, corpus::Scalars>();
    same::<made::Presence, corpus::Presence>();
    same::<made::Defaults, corpus::Defaults>();
    same::<made::Tree, corpus::Tree>();
    same::<made::Oneofs, corpus::Oneofs>();
    same::<made::Names, corpus::Names>();
    same::<made::Parts, corpus::Parts>();
    same::<made::Known, corpus::Known>();
    same::<made::Rules, corpus::Rules>();
}

#[test]
fn what_is_absent_reads_as_the_same_value() {
    let nothing: [(Wire, &[u8]); 3] = [
        (Wire::Protobuf, b""),
        (Wire::MsgPack, b"\x90"),
        (Wire::Json, b"{}"),
    ];
    let mut all = Vec::new();
    for (wire, bytes) in nothing {
        let derived: corpus::Defaults = wire.decode(bytes).unwrap();
        let mut made: made::Defaults = wire.decode(bytes).unwrap();
        all.push(wire.encode(&derived).unwrap());
        assert_eq!(Some(&wire.encode(&made).unwrap()), all.last());
        // What was there before is gone.
        made.place.floors = vec![5];
        made.always = made::defaults::Always::Id(1);
        made.point = made::Point(0, 0.0);
        wire.decode_into(&mut made, bytes).unwrap();
        assert_eq!(Some(&wire.encode(&made).unwrap()), all.last());
    }
    let json = r#"{"point":[3,-0.5],"place":{"street":"Main","floors":[-1,2]},"pair":[7,-8],"span":"1.500s","moment":"1970-01-01T00:00:00.000000001Z","status":9,"event":{"Placed":"by default"},"digest":"BwgJ","#;
    let text = String::from_utf8(all[2].clone()).unwrap();
    assert!(text.starts_with(json), "{text}");
}

#[test]
fn a_value_reads_as_the_same_variant() {
    let event = corpus::Event::Cancelled {
        why: "late".to_owned(),
        refund: Some(300),
    };
    for wire in Wire::ALL {
        let bytes = wire.encode(&event).unwrap();
        let read: made::Event = wire.decode(&bytes).unwrap();
        let made::Event::Cancelled(payload) = &read else {
            panic!("{read:?}");
        };
        assert_eq!((payload.why.as_str(), payload.refund), ("late", Some(300)));
        assert_eq!(wire.encode(&read).unwrap(), bytes);
        let bytes = wire.encode(&corpus::Marker).unwrap();
        assert_eq!(wire.encode(&made::Marker).unwrap(), bytes);
    }
}

#[test]
fn envelopes_of_an_instance_open_as_the_type_that_it_became() {
    let page = corpus::Page {
        items: vec![corpus::Point(1, 0.5)],
        next: None,
    };
    for wire in Wire::ALL {
        let sealed = everwire::seal(&page, wire).unwrap();
        let opened: made::PageOfPoint = everwire::open(&sealed).unwrap();
        assert_eq!(
            wire.encode(&opened).unwrap(),
            wire.encode(&page).unwrap(),
            "{wire}"
        );
    }
}

#[test]
fn rules_are_those_of_the_type() {
    let options = Options::new();
    let mut refused = 0;
    for (wire, bytes) in prove::samples(corpus::Rules::SCHEMA) {
        let derived = options.decode::<corpus::Rules>(wire, &bytes);
        let made = options.decode::<made::Rules>(wire, &bytes);
        let text = |error: everwire::Error| error.to_string();
        assert_eq!(
            derived.map(|_| ()).map_err(text),
            made.map(|_| ()).map_err(text)
        );
        refused += usize::from(options.decode::<made::Rules>(wire, &bytes).is_err());
    }
    assert!(refused > 20, "{refused}");
}

#[test]
fn an_export_of_an_export_is_the_same() {
    let again = Export::new().sources([schemas()]).proto().unwrap();
    let text = std::fs::read_to_string(schemas().join("corpus/v1/corpus.proto")).unwrap();
    assert_eq!(again.files["corpus/v1/corpus.proto"], text);
}

/// The schema as another compiler reads it, with what it imports.
fn compiled_elsewhere() -> Vec<u8> {
    let options = Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/proto");
    let mut compiler = protox::Compiler::new([schemas(), options]).unwrap();
    compiler.include_imports(true);
    compiler.open_file("corpus/v1/corpus.proto").unwrap();
    compiler.encode_file_descriptor_set()
}

#[test]
fn other_compilers_read_the_schema() {
    assert!(compiled_elsewhere().len() > 10_000);
}
