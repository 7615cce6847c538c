//! The exported schema in Python's protobuf: it knows every field that we write, and we read what it writes.

use std::io::Write;
use std::process::Stdio;

use everwire::dynamic::Dynamic;
use everwire::{Options, Wire};
use everwire_codegen::prove;
use everwire_tests::python::command;
use everwire_tests::{hex, unhex};

use super::{compiled_elsewhere, here, types};

/// How the script ends where its package is missing.
const MISSING: i32 = 77;

/// Runs the script, whose package Python may lack.
fn run(input: &str) -> Option<String> {
    let child = command()
        .arg(here().join("read.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        println!("skipped: python3 is missing, so nothing was read by protobuf");
        return None;
    };
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // The script may end before it has read all.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(MISSING) {
        println!(
            "skipped: python3 has no protobuf that these tests know: {}; help: `pip install -r tests/python/requirements.txt`",
            told.trim()
        );
        return None;
    }
    assert!(output.status.success(), "{told}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn python_reads_what_we_write_and_we_read_what_it_writes() {
    let mut input = format!("{}\n", hex(&compiled_elsewhere()));
    let mut asked = Vec::new();
    let names = super::exported().names;
    for schema in types() {
        if !matches!(schema.kind(), everwire::schema::Kind::Message(_)) {
            continue;
        }
        for (wire, bytes) in prove::samples(schema) {
            if wire == Wire::Protobuf {
                let name = &names[&*schema.full_name()];
                input.push_str(&format!("{name} {}\n", hex(&bytes)));
                asked.push((schema, bytes));
            }
        }
    }
    let Some(output) = run(&input) else {
        return;
    };
    let lines: Vec<&str> = output.lines().collect();
    assert_eq!(lines.len(), asked.len());
    assert!(asked.len() > 300, "{}", asked.len());
    let options = Options::new().validate(false);
    for ((schema, bytes), line) in asked.iter().zip(lines) {
        let read = |bytes: &[u8]| {
            let read = Dynamic::decode_with(schema, Wire::Protobuf, bytes, &options).unwrap();
            // NaN is not equal to itself; its bytes are.
            Wire::MsgPack.encode(&read).unwrap()
        };
        assert_eq!(read(&unhex(line)), read(bytes), "{}", schema.name());
    }
}
