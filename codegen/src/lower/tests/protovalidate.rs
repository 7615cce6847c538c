//! The messages of protovalidate's conformance suite: those whose rules are wrong are refused, all others compile; and the
//! definitions of its options, which are built in.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use prost_reflect::prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage, FileDescriptor, Value};

use crate::options::Options;
use crate::render::Failure;
use crate::source::{self, RULES_FILE};
use crate::{disk, engine};

/// The suite's data; none where they are not there.
fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("EVERWIRE_TEST_DATA");
    if folder.is_none() {
        println!("skipped: EVERWIRE_TEST_DATA is unset, so protovalidate's messages are left out");
    }
    Some(PathBuf::from(folder?).join("protovalidate"))
}

fn of_set(path: PathBuf, skip_cel: bool) -> Options {
    Options {
        descriptors: vec![path],
        skip_cel,
        ..Options::default()
    }
}

fn pool(folder: &Path) -> DescriptorPool {
    let options = of_set(folder.join("schemas.binpb"), true);
    source::load(&options).unwrap().pool
}

fn get(message: &DynamicMessage, name: &str) -> Value {
    message.get_field_by_name(name).unwrap().into_owned()
}

fn messages(message: &DynamicMessage, name: &str) -> Vec<DynamicMessage> {
    let value = get(message, name);
    let values = value.as_list().unwrap().iter();
    values.filter_map(Value::as_message).cloned().collect()
}

/// The full names of the messages whose rules do not compile.
fn refused(folder: &Path) -> BTreeSet<String> {
    let name = "buf.validate.conformance.harness.ResultSet";
    let results = std::fs::read(folder.join("results.binpb")).unwrap();
    let set = pool(folder).get_message_by_name(name).unwrap();
    let results = DynamicMessage::decode(set, results.as_slice()).unwrap();
    let suites = messages(&results, "suites");
    let cases = suites.iter().flat_map(|suite| messages(suite, "cases"));
    let refused = cases.filter(|case| {
        let wanted = get(case, "wanted");
        let wanted = wanted.as_message().unwrap();
        wanted.has_field_by_name("compilation_error")
    });
    refused
        .map(|case| {
            let input = get(&case, "input");
            let url = get(input.as_message().unwrap(), "type_url");
            let url = url.as_str().unwrap();
            url.rsplit('/').next().unwrap().to_owned()
        })
        .collect()
}

/// The set of schemas with those messages of the cases alone, by full name.
fn with_messages(folder: &Path, name: &str, is_kept: impl Fn(&str) -> bool) -> PathBuf {
    let set = DescriptorPool::global();
    let set = set.get_message_by_name("google.protobuf.FileDescriptorSet");
    let bytes = std::fs::read(folder.join("schemas.binpb")).unwrap();
    let mut set = DynamicMessage::decode(set.unwrap(), bytes.as_slice()).unwrap();
    for file in set
        .get_field_by_name_mut("file")
        .and_then(Value::as_list_mut)
        .into_iter()
        .flatten()
    {
        let file = file.as_message_mut().unwrap();
        let package = get(file, "package").as_str().unwrap().to_owned();
        let of_cases = package.starts_with("buf.validate.conformance.cases");
        let Some(Value::List(declared)) = file.get_field_by_name_mut("message_type") else {
            continue;
        };
        declared.retain(|message| {
            let own = get(message.as_message().unwrap(), "name");
            !of_cases || is_kept(&format!("{package}.{}", own.as_str().unwrap()))
        });
    }
    let path = disk::scratch(name).join("set.binpb");
    std::fs::write(&path, set.encode_to_vec()).unwrap();
    path
}

/// The ids of what is told of a set.
fn told(options: &Options) -> Vec<String> {
    match engine::compile(options) {
        Ok(plan) => {
            let warnings = plan.warnings.findings.into_iter();
            warnings
                .map(|found| format!("warned: {}", found.rule))
                .collect()
        }
        Err(Failure::Findings(report)) => {
            let found = report.findings.into_iter();
            found.map(|found| found.rule).collect()
        }
        Err(failure) => vec![failure.to_string()],
    }
}

#[test]
fn what_the_suite_refuses_is_refused() {
    let Some(folder) = folder() else { return };
    let refused = refused(&folder);
    assert_eq!(refused.len(), 27);
    // Each has one mistake.
    let path = with_messages(&folder, "protovalidate-refused", |one| {
        refused.contains(one)
    });
    let found = told(&of_set(path.clone(), false));
    let count = |id: &str| found.iter().filter(|one| *one == id).count();
    let counts = ["rules-type", "message-oneof", "cel-rule"].map(count);
    assert_eq!((counts, found.len()), ([22, 3, 2], 27));
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn what_the_suite_asks_compiles() {
    let Some(folder) = folder() else { return };
    // Rules of another type too, though no case asks.
    let unasked = ["SFixed32IncorrectType", "SFixed64IncorrectType"];
    let unasked = unasked.map(|name| format!("buf.validate.conformance.cases.{name}"));
    let mut refused = refused(&folder);
    refused.extend(unasked);
    let path = with_messages(&folder, "protovalidate-asked", |one| !refused.contains(one));
    let skipped = told(&of_set(path.clone(), true));
    assert!(
        skipped.iter().all(|one| one == "warned: cel-rule"),
        "{skipped:?}"
    );
    let of_cel = told(&of_set(path.clone(), false));
    assert!(of_cel.iter().all(|one| one == "cel-rule"), "{of_cel:?}");
    assert_eq!(of_cel.len(), skipped.len());
    assert!(of_cel.len() > 100);
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

/// Everything that a file declares, a line each.
fn declared(file: &FileDescriptor) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for message in file.messages() {
        let proto = message.descriptor_proto();
        lines.insert(format!(
            "message {} {:?}",
            message.full_name(),
            proto.extension_range
        ));
        lines.extend(
            proto
                .reserved_range
                .iter()
                .map(|range| format!("{} reserves {range:?}", message.name())),
        );
        lines.extend(
            proto
                .reserved_name
                .iter()
                .map(|name| format!("{} reserves {name}", message.name())),
        );
        for field in message.fields() {
            let oneof = field.containing_oneof();
            lines.insert(format!(
                "field {} = {}: {:?} {:?} of {:?} as {} or {:?}",
                field.full_name(),
                field.number(),
                field.cardinality(),
                field.kind(),
                oneof.as_ref().map(prost_reflect::OneofDescriptor::name),
                field.json_name(),
                field.field_descriptor_proto().default_value,
            ));
        }
    }
    for one in file.enums() {
        let proto = one.enum_descriptor_proto();
        lines.insert(format!("enum {}", one.full_name()));
        lines.extend(
            proto
                .reserved_range
                .iter()
                .map(|range| format!("{} reserves {range:?}", one.name())),
        );
        lines.extend(
            proto
                .reserved_name
                .iter()
                .map(|name| format!("{} reserves {name}", one.name())),
        );
        lines.extend(
            one.values()
                .map(|value| format!("value {} = {}", value.full_name(), value.number())),
        );
    }
    for extension in file.extensions() {
        lines.insert(format!(
            "extension {} = {} of {}: {:?} {:?}",
            extension.full_name(),
            extension.number(),
            extension.containing_message().full_name(),
            extension.cardinality(),
            extension.kind(),
        ));
    }
    lines
}

#[test]
fn the_options_that_are_built_in_are_protovalidates() {
    let Some(folder) = folder() else { return };
    let theirs = pool(&folder).get_file_by_name(RULES_FILE).unwrap();
    let text = format!("syntax = \"proto3\"; import \"{RULES_FILE}\";");
    let own = source::compile_text("test.proto", &text).unwrap().pool;
    let own = own.get_file_by_name(RULES_FILE).unwrap();
    let (own_lines, lines) = (declared(&own), declared(&theirs));
    let differing: Vec<_> = own_lines.symmetric_difference(&lines).collect();
    assert!(differing.is_empty(), "{differing:#?}");
    assert!(lines.len() > 300);
    assert_eq!(
        (own.syntax(), own.package_name()),
        (theirs.syntax(), theirs.package_name())
    );
    let imports = |file: &FileDescriptor| -> BTreeSet<String> {
        file.dependencies()
            .map(|file| file.name().to_owned())
            .collect()
    };
    assert_eq!(imports(&own), imports(&theirs));
}
