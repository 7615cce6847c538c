//! The program, on a port that is free, and curl against it: what the README has, and each status.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The program as it runs; it ends with the test.
struct Program {
    child: Child,
    address: String,
    directory: PathBuf,
}

impl Program {
    /// None where there is no curl.
    fn start(name: &str) -> Option<Self> {
        // `--json` came with curl 7.82, and what is written of headers with 7.84.
        let curl = Command::new("curl").args(["--help", "all"]).output();
        if !curl.is_ok_and(|curl| String::from_utf8_lossy(&curl.stdout).contains("--json")) {
            println!("skipped: `{name}`, since there is no curl of version 7.84 or later");
            return None;
        }
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&directory).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_http-shop"))
            .arg("127.0.0.1:0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        stdout.read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("listening on ").unwrap();
        Some(Self {
            child,
            address: address.to_owned(),
            directory,
        })
    }

    /// Runs a script, whose address is that of this program.
    fn sh(&self, script: &str) -> String {
        let script = script.replace("http://127.0.0.1:8080", &self.address);
        let output = Command::new("sh")
            .args(["-e", "-c", &script])
            .current_dir(&self.directory)
            .env("no_proxy", "127.0.0.1")
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && stderr.is_empty(),
            "{script}: {stderr}"
        );
        String::from_utf8(output.stdout).unwrap()
    }

    /// The status, the body and some headers of a request.
    fn curl(&self, arguments: &str) -> (u16, String, String) {
        let script = format!(
            "curl -sS -o body -w '%{{http_code}}|%{{content_type}}|%header{{vary}}|%header{{accept}}|%header{{accept-encoding}}' {arguments}"
        );
        let told = self.sh(&script);
        let (status, headers) = told.split_once('|').unwrap();
        let body = fs::read(self.directory.join("body")).unwrap_or_default();
        (
            status.parse().unwrap(),
            String::from_utf8_lossy(&body).into_owned(),
            headers.to_owned(),
        )
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.directory.join(name), bytes).unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_readme_says_what_happens() {
    let Some(program) = Program::start("readme") else {
        return;
    };
    let readme = include_str!("../README.md");
    let blocks: Vec<(&str, &str)> = readme
        .split("```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.split_once('\n'))
        .collect();
    let mut count = 0;
    for pair in blocks.windows(2) {
        if let [("sh", script), ("text", printed)] = pair {
            assert_eq!(
                program.sh(script).trim_end(),
                printed.trim_end(),
                "{script}"
            );
            count += 1;
        }
    }
    assert_eq!(count, 5);
}

#[test]
fn each_status_is_as_the_docs_have_it() {
    let Some(program) = Program::start("statuses") else {
        return;
    };
    // `id` 0, `customer` "Ann", one line: as protobuf and as MessagePack.
    program.write("order.binpb", b"\x12\x03Ann\x1a\x07\x0a\x03TEA\x10\x02");
    program.write("order.msgpack", b"\x94\x00\xa3Ann\x91\x92\xa3TEA\x02\xc0");
    program.write(
        "order.json",
        br#"{"customer":"Ann","lines":[{"sku":"TEA","quantity":2}]}"#,
    );
    program.write("cut.binpb", b"\x12\x03An");
    program.write("cut.msgpack", b"\x94\x00\xa3An");
    program.write("large", &vec![b' '; (64 << 10) + 1]);

    let orders = "http://127.0.0.1:8080/orders";
    let post = |wire: &str, file: &str, more: &str| {
        program.curl(&format!(
            "{orders} -H 'Content-Type: {wire}' --data-binary @{file} {more}"
        ))
    };
    let mut id = 0;
    for (wire, file) in [
        ("application/json", "order.json"),
        ("application/msgpack", "order.msgpack"),
        ("application/protobuf", "order.binpb"),
    ] {
        id += 1;
        let body = format!(
            r#"{{"id":{id},"customer":"Ann","lines":[{{"sku":"TEA","quantity":2}}],"note":null}}"#
        );
        let headers = "application/json|Accept||".to_owned();
        let answer = post(wire, file, "-H 'Accept: application/json'");
        assert_eq!(answer, (201, body, headers));
        // Where nothing else is asked for, the answer is on the wire of the request.
        for accept in ["", "-H 'Accept:'"] {
            id += 1;
            let (status, _, headers) = post(wire, file, accept);
            assert_eq!((status, headers), (201, format!("{wire}|Accept||")));
        }
    }
    let (status, body, _) = program.curl(orders);
    assert_eq!((status, body.matches("\"sku\":\"TEA\"").count()), (200, 9));

    const ALL: &str = "application/json, application/msgpack, application/protobuf";
    let protobuf = "application/protobuf";
    for (wire, file, more, status, headers, told) in [
        (
            protobuf,
            "cut.binpb",
            "",
            400,
            "Accept||",
            r#""wire":"protobuf","offset":2,"path":"Order.customer""#,
        ),
        (
            "application/msgpack",
            "cut.msgpack",
            "",
            400,
            "Accept||",
            r#""wire":"msgpack""#,
        ),
        (
            "application/json",
            "cut.binpb",
            "",
            400,
            "Accept||",
            r#""wire":"json","offset":0"#,
        ),
        (
            protobuf,
            "order.binpb",
            "-H 'Accept: image/*'",
            406,
            "Accept||",
            "Not Acceptable",
        ),
        (
            protobuf,
            "order.binpb",
            "-H 'Accept: */*;q=0'",
            406,
            "Accept||",
            "Not Acceptable",
        ),
        (
            "application/json",
            "large",
            "",
            413,
            "Accept||",
            "the body is longer than this route takes",
        ),
        (
            "application/json",
            "large",
            "-H 'Transfer-Encoding: chunked'",
            413,
            "Accept||",
            "longer",
        ),
        (
            "text/plain",
            "order.json",
            "",
            415,
            &format!("Accept|{ALL}|"),
            "`text/plain` is not taken here",
        ),
        (
            "",
            "order.json",
            "",
            415,
            &format!("Accept|{ALL}|"),
            "the body has no content type",
        ),
        (
            protobuf,
            "order.binpb",
            "-H 'Content-Encoding: gzip'",
            415,
            "Accept||identity",
            "`gzip`",
        ),
        (
            protobuf,
            "/dev/null",
            "",
            422,
            "Accept||",
            r#""path":"lines","rulePath":"repeated.min_items""#,
        ),
    ] {
        let (found, body, found_headers) = post(wire, file, more);
        assert_eq!(found, status, "{file} {more}: {body}");
        assert_eq!(
            found_headers,
            format!("application/problem+json|{headers}"),
            "{file} {more}"
        );
        assert!(
            body.contains(&format!("\"status\":{status}")) && body.contains(told),
            "{body}"
        );
    }
    let (status, body, _) = program.curl(&format!("{orders}/77"));
    assert_eq!((status, body.contains("there is no order 77")), (404, true));

    // Nobody was refused and served all the same.
    assert_eq!(program.curl(orders).1.matches("\"sku\":\"TEA\"").count(), 9);
}
