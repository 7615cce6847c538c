//! Python: one process for all tests, which is asked one question a line.

use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{LazyLock, Mutex, PoisonError};

use everwire_tests::python::command;
use everwire_tests::{hex, unhex};
use serde_json::{Value, json};

use crate::form::Form;
use crate::told::ordered;

/// Python, reading and writing in a form.
#[derive(Clone, Copy)]
pub struct Python {
    process: &'static Mutex<Process>,
    pub form: Form,
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

static PROCESS: LazyLock<Result<Mutex<Process>, &str>> = LazyLock::new(|| start().map(Mutex::new));

/// Python for a form, or a line that says what is missing.
pub fn python(form: Form) -> Option<Python> {
    let library = form.library();
    let process = match &*PROCESS {
        Ok(process) => process,
        Err(why) => {
            println!("skipped: python3 {why}, so nothing was read by {library}");
            return None;
        }
    };
    let missing = lock(process).missing[library].as_str().map(str::to_owned);
    if let Some(missing) = missing {
        println!(
            "skipped: python3 has no {library} that these tests know: {missing}; help: `pip install -r tests/python/requirements.txt`"
        );
        return None;
    }
    Some(Python { process, form })
}

/// The error says what is wrong with `python3`: some systems have one that only says how to install it.
fn start() -> Result<Process, &'static str> {
    let server = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/server");
    let mut child = command()
        .arg(server)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|_| "is missing")?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    let mut process = Process {
        input: input.ok_or("takes no input")?,
        output: BufReader::new(output.ok_or("gives no output")?),
        missing: Value::Null,
        _child: child,
    };
    let descriptors = include_bytes!(concat!(env!("OUT_DIR"), "/descriptors.bin"));
    let hello = json!({ "descriptors": hex(descriptors) });
    process.missing = process.ask(&hello).map_err(|_| "does not answer")?;
    Ok(process)
}

fn lock(process: &Mutex<Process>) -> std::sync::MutexGuard<'_, Process> {
    process.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Process {
    fn ask(&mut self, question: &Value) -> io::Result<Value> {
        writeln!(self.input, "{question}")?;
        self.input.flush()?;
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        Ok(serde_json::from_str(&line)?)
    }
}

impl Python {
    /// The same in another form of its library.
    pub fn in_form(self, form: Form) -> Self {
        assert_eq!(form.library(), self.form.library());
        Self { form, ..self }
    }

    /// Has `bytes` read as a `name`, and written again; the error is the library's.
    pub fn read(self, name: &str, bytes: &[u8]) -> Result<Answer, String> {
        let answer = self.ask(json!({ "type": name, "bytes": hex(bytes) }));
        match answer["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(Answer::of(answer)),
        }
    }

    /// What Python makes of a type itself.
    pub fn made(self, name: &str) -> Vec<Answer> {
        match self.ask(json!({ "type": name })) {
            Value::Array(made) => made.into_iter().map(Answer::of).collect(),
            error => panic!("{name}: {error}"),
        }
    }

    fn ask(self, mut question: Value) -> Value {
        question["library"] = self.form.library().into();
        question["form"] = format!("{:?}", self.form).into();
        lock(self.process).ask(&question).unwrap()
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
