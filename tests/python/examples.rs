//! The programs of `examples/`, which the documentation shows: each reads an order, changes it and writes it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::SystemTime;

use everwire::Codec;
use everwire_tests::python::command;

use crate::form::Form;
use crate::interpreter::python;
use crate::types::times::at;

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.Order")]
struct Order {
    #[codec(1)]
    id: u64,
    #[codec(2)]
    customer: String,
    #[codec(3)]
    lines: Vec<Line>,
    #[codec(4)]
    note: Option<String>,
    #[codec(6)]
    placed_at: Option<SystemTime>,
    #[codec(7)]
    status: Status,
}

#[derive(Codec, Clone, Debug, PartialEq)]
struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2)]
    quantity: u32,
}

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq)]
enum Status {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python/examples")
}

/// What `protoc --python_out` makes of `order.proto`, with the descriptor that protox made.
const COMPILED: &str = r#"
import pathlib
from google.protobuf import descriptor_pb2, descriptor_pool, timestamp_pb2
from google.protobuf.internal import builder

every = descriptor_pb2.FileDescriptorSet.FromString(pathlib.Path(__file__).with_name("descriptors.bin").read_bytes())
[own] = [file for file in every.file if file.name == "order.proto"]
DESCRIPTOR = descriptor_pool.Default().AddSerializedFile(own.SerializeToString())
builder.BuildMessageAndEnumDescriptors(DESCRIPTOR, globals())
builder.BuildTopDescriptorsAndMessages(DESCRIPTOR, "order_pb2", globals())
"#;

/// Runs a program on an order, and gives the one that it writes.
fn run(form: Form, program: &str) {
    if python(form).is_none() {
        return;
    }
    let order = Order {
        id: u64::MAX,
        customer: "Ann".to_owned(),
        lines: vec![Line {
            sku: "CUP-0001".to_owned(),
            quantity: 1,
        }],
        note: None,
        placed_at: Some(at(1_709_251_199, 250_000_000)),
        status: Status::Draft,
    };
    let compiled = tempfile::tempdir().unwrap();
    let descriptors = include_bytes!(concat!(env!("OUT_DIR"), "/descriptors.bin"));
    fs::write(compiled.path().join("descriptors.bin"), descriptors).unwrap();
    fs::write(compiled.path().join("order_pb2.py"), COMPILED).unwrap();
    let path = [
        Some(compiled.path().into()),
        std::env::var_os("EVERWIRE_PYTHON_PACKAGES"),
    ];
    let mut child = command()
        .arg(folder().join(program))
        .env(
            "PYTHONPATH",
            std::env::join_paths(path.into_iter().flatten()).unwrap(),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let sent = form.wire().encode(&order).unwrap();
    child.stdin.take().unwrap().write_all(&sent).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program}");
    let read: Order = form.wire().decode(&output.stdout).unwrap();
    let mut expected = order;
    expected.lines.push(Line {
        sku: "TEA-0412".to_owned(),
        quantity: 2,
    });
    expected.status = Status::Paid;
    assert_eq!(read, expected);
}

#[test]
fn the_programs_read_and_write_orders() {
    run(Form::Arrays, "order_msgpack.py");
    run(Form::Binary, "order_protobuf.py");
    run(Form::Trees, "order_json.py");
}

#[test]
fn the_documentation_shows_the_programs_that_run() {
    let text = |path: PathBuf| fs::read_to_string(path).unwrap();
    let all = |folder: &Path| {
        fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect::<Vec<_>>()
    };
    let programs: Vec<_> = all(&folder()).into_iter().map(text).collect();
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/docs");
    for page in all(&docs)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
    {
        let page = text(page);
        for shown in page.split("```python\n").skip(1) {
            let (shown, _) = shown.split_once("```").unwrap();
            assert!(
                programs.iter().any(|program| program == shown),
                "no program is\n{shown}"
            );
        }
    }
}
