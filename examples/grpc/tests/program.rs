//! The program as a person starts it: a shop in one process, its customers in others.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_grpc");

/// A shop, until the test ends.
struct Shop {
    process: Child,
    url: String,
}

impl Shop {
    fn open() -> Self {
        let mut process = Command::new(PROGRAM)
            .args(["serve", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut url = String::new();
        let output = process.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut url).unwrap();
        let url = url.trim().to_owned();
        Self { process, url }
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn run(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(arguments).output().unwrap()
}

fn shown(output: &Output) -> &str {
    assert!(output.status.success(), "{output:?}");
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn a_shop_takes_orders_on_every_wire() {
    let shop = Shop::open();
    let place = |wire: &str, customer: &str, lines: &[&str]| {
        let arguments = [&["place", &shop.url, wire, customer], lines].concat();
        shown(&run(&arguments)).to_owned()
    };
    assert_eq!(place("protobuf", "Ann", &["A-1=2"]), "order 1: 318 cents\n");
    assert_eq!(place("msgpack", "Bob", &["A-1=1"]), "order 2: 159 cents\n");
    assert_eq!(place("json", "Cleo", &["A-1=3"]), "order 3: 477 cents\n");
    for wire in ["protobuf", "msgpack", "json"] {
        assert_eq!(
            place(wire, "", &["a=0"]),
            "refused: customer: must have at least 1 character (string.min_len)\n\
             refused: lines[0].sku: must match the pattern `^[A-Z]+-[0-9]+$` (string.pattern)\n\
             refused: lines[0].quantity: must be greater than 0 and at most 100 (uint32.gt_lte)\n"
        );
        let output = run(&["list", &shop.url, wire]);
        let customers: Vec<_> = shown(&output)
            .lines()
            .map(|line| line.split('"').nth(3).unwrap())
            .collect();
        assert_eq!(customers, ["Ann", "Bob", "Cleo"]);
    }
}

#[test]
fn without_a_command_it_shows_all() {
    let output = run(&[]);
    let text = shown(&output);
    for wire in ["protobuf\n", "msgpack\n", "json\n"] {
        assert!(text.contains(wire), "{text}");
    }
    assert_eq!(text.matches("refused: ").count(), 9, "{text}");
    assert_eq!(text.matches("2 orders: ").count(), 3, "{text}");
    assert_eq!(
        text.lines().last().unwrap().matches("Cleo").count(),
        1,
        "{text}"
    );
}

#[test]
fn what_is_not_understood_is_told() {
    let output = run(&["sell"]);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("usage: grpc"), "{told}");
}
