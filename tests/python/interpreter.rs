//! Python: one process for all tests, which is asked one question a line.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};

use everwire_tests::{hex, unhex};
use serde_json::{Value, json};

use crate::told::ordered;

/// Python with one of its packages.
#[derive(Clone, Copy)]
pub struct Python {
    process: &'static Mutex<Process>,
    library: &'static str,
}

/// What Python read, and what it wrote of that.
pub struct Answer {
    pub value: Value,
    pub bytes: Vec<u8>,
}

struct Process {
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    missing: Value,
    // Its input ends with this process, and so does it.
    _child: Child,
}

static PROCESS: LazyLock<Option<Mutex<Process>>> = LazyLock::new(|| start().map(Mutex::new));

/// Python with `library`, or a line that says what is missing.
pub fn python(library: &'static str) -> Option<Python> {
    let Some(process) = &*PROCESS else {
        println!("skipped: python3 is missing, so nothing was read by {library}");
        return None;
    };
    let missing = lock(process).missing[library].as_str().map(str::to_owned);
    if let Some(missing) = missing {
        println!(
            "skipped: python3 cannot import {library} ({missing}); `pip install -r tests/python/requirements.txt` brings it"
        );
        return None;
    }
    Some(Python { process, library })
}

/// `python3`, with the packages of the folder that `EVERWIRE_PYTHON_PACKAGES` names.
pub fn command() -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONDONTWRITEBYTECODE", "1");
    if let Some(packages) = std::env::var_os("EVERWIRE_PYTHON_PACKAGES") {
        command.env("PYTHONPATH", packages);
    }
    command
}

fn start() -> Option<Process> {
    let server = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/server.py");
    let mut child = command()
        .arg(server)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut process = Process {
        input: child.stdin.take().unwrap(),
        output: BufReader::new(child.stdout.take().unwrap()),
        missing: Value::Null,
        _child: child,
    };
    let descriptors = include_bytes!(concat!(env!("OUT_DIR"), "/descriptors.bin"));
    process.missing = process.ask(&json!({ "descriptors": hex(descriptors) }));
    Some(process)
}

fn lock(process: &Mutex<Process>) -> std::sync::MutexGuard<'_, Process> {
    process.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Process {
    fn ask(&mut self, question: &Value) -> Value {
        writeln!(self.input, "{question}").unwrap();
        self.input.flush().unwrap();
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line)
            .unwrap_or_else(|error| panic!("python3 answers {line:?}: {error}"))
    }
}

impl Python {
    /// Has `bytes` read as a `name` in `form`, and written again; the error is the library's.
    pub fn read(self, form: &str, name: &str, bytes: &[u8]) -> Result<Answer, String> {
        let question =
            json!({ "library": self.library, "form": form, "type": name, "bytes": hex(bytes) });
        let answer = lock(self.process).ask(&question);
        match answer["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(Answer::of(answer)),
        }
    }

    /// What Python makes of a type itself.
    pub fn made(self, form: &str, name: &str) -> Vec<Answer> {
        let question = json!({ "library": self.library, "form": form, "type": name });
        match lock(self.process).ask(&question) {
            Value::Array(made) => made.into_iter().map(Answer::of).collect(),
            error => panic!("{name}: {error}"),
        }
    }
}

impl Answer {
    fn of(mut answer: Value) -> Self {
        Self {
            value: ordered(answer["value"].take()),
            bytes: unhex(answer["bytes"].as_str().unwrap()),
        }
    }
}
