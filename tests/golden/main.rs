//! Schemas of other people, unedited, and harder ones of our own: they compile, the same way every time, to code that has
//! no warning, and that reads what it writes.

mod scratch;
mod sets;

use sets::Set;

/// Compiles a set twice; the two outputs are the same, and hold the given files.
fn compiles(set: &Set, expected: &[&str]) {
    let first = set.compile();
    let again = set.compile();
    assert!(
        first.files == again.files,
        "{}: the output differs from run to run",
        set.name
    );
    for path in expected {
        assert!(
            first.files.contains_key(*path),
            "{}: no `{path}` in {:?}",
            set.name,
            first.files.keys()
        );
    }
}

#[test]
fn schemas_of_our_own_compile() {
    compiles(
        &sets::words(),
        &["crate_/mod2/self_.rs", "type/match.rs", "type.rs"],
    );
    compiles(&sets::chosen(), &["chosen.rs"]);
}

#[test]
fn the_schemas_of_opentelemetry_compile() {
    let set = sets::opentelemetry();
    compiles(
        &set,
        &[
            "opentelemetry/proto/collector/logs/v1.rs",
            "opentelemetry/proto/collector/metrics/v1.rs",
            "opentelemetry/proto/collector/profiles/v1development.rs",
            "opentelemetry/proto/collector/trace/v1.rs",
            "opentelemetry/proto/tracez/v1.rs",
        ],
    );
    let services = set.compile().services;
    let trace = services
        .iter()
        .find(|service| service.name == "opentelemetry.proto.collector.trace.v1.TraceService")
        .unwrap();
    assert_eq!(trace.methods[0].name, "Export");
    assert_eq!(
        trace.methods[0].input,
        "opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest"
    );
    assert_eq!(services.len(), 4);
}

#[test]
fn the_common_types_of_google_compile() {
    if let Some(set) = sets::googleapis() {
        let files = [
            "google/api.rs",
            "google/longrunning.rs",
            "google/rpc.rs",
            "google/type.rs",
        ];
        compiles(&set, &files);
    }
}

#[test]
fn the_messages_of_the_conformance_suite_compile() {
    if let Some(set) = sets::conformance() {
        let files = [
            "protobuf_test_messages/proto2.rs",
            "protobuf_test_messages/proto3.rs",
            "conformance.rs",
        ];
        compiles(&set, &files);
    }
}

#[test]
fn their_code_has_no_warning_in_either_edition_and_reads_what_it_writes() {
    let sets: Vec<Set> = [
        Some(sets::words()),
        Some(sets::chosen()),
        Some(sets::opentelemetry()),
        sets::googleapis(),
        sets::conformance(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let root = scratch::write(&sets);
    scratch::silent(&root, &["check", "--workspace"]);
    let values: Vec<_> = sets.iter().flat_map(|set| set.values).collect();
    let mut arguments = vec!["test", "--package", "edition-2024"];
    for (name, _) in &values {
        arguments.extend(["--test", name]);
    }
    let passed = scratch::silent(&root, &arguments);
    scratch::silent(&root, &["doc", "--no-deps", "--package", "edition-2024"]);
    let tested = scratch::silent(&root, &["test", "--package", "edition-2024", "--doc"]);
    assert!(tested.contains("running 0 tests"), "{tested}");
    let count = |text: &str, what: &str| text.matches(what).count();
    assert_eq!(count(&passed, "test result: ok."), values.len(), "{passed}");
    for (name, text) in values {
        let tests = format!("ok. {} passed;", count(text, "#[test]"));
        assert!(passed.contains(&tests), "{name}:\n{passed}");
    }
}
