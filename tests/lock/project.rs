//! A project in a directory of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use everwire_codegen::{Check, Checked, Failure, Question};

/// A directory with schemas and a lock, which goes when the test ends.
pub struct Project(tempfile::TempDir);

impl Project {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with a schema, `shop.proto`, of that body, and its lock.
    pub fn locked(body: &str) -> Self {
        let project = Self::new();
        project.schema(body);
        project.check().record(None).unwrap();
        project
    }

    /// The directory.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The lock.
    pub fn lock(&self) -> PathBuf {
        self.path().join("everwire.lock")
    }

    /// Writes the schema.
    pub fn schema(&self, body: &str) {
        let text = format!(
            "syntax = \"proto3\"; package shop;\nimport \"everwire/options.proto\";\n{body}\n"
        );
        self.write("schemas/shop.proto", &text);
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// A check of the schemas.
    pub fn check(&self) -> Check {
        Check::new()
            .lock(self.lock())
            .sources([self.path().join("schemas")])
    }

    /// What the check finds.
    pub fn found(&self) -> Checked {
        self.check().run().unwrap().0
    }

    /// What it finds in all generations.
    pub fn found_in_history(&self) -> Checked {
        let question = Question {
            history: true,
            ..Question::default()
        };
        self.check().question(question).run().unwrap().0
    }

    /// What it finds, as rule and message.
    pub fn told(&self) -> Vec<String> {
        told(&self.found())
    }

    /// Why the schemas are not taken down.
    pub fn refused(&self) -> String {
        self.check().record(None).unwrap_err().to_string()
    }

    /// Takes the schemas down, and commits all.
    pub fn take_down_and_commit(&self) {
        self.check().record(None).unwrap();
        self.git(&["add", "."]);
        self.git(&["commit", "-qm", "state"]);
    }

    /// Runs git, and says whether it did what it was asked for.
    pub fn tries_git(&self, arguments: &[&str]) -> bool {
        run(self.path(), arguments).is_some_and(|output| output.status.success())
    }

    /// Runs git; `None` where there is none, which is said.
    pub fn git(&self, arguments: &[&str]) -> Option<String> {
        git(self.path(), arguments)
    }
}

/// Findings as rule and message.
pub fn told(checked: &Checked) -> Vec<String> {
    checked
        .findings
        .iter()
        .map(|one| format!("{}: {}", one.rule, one.message))
        .collect()
}

/// Runs git; `None` where there is none, which is said.
pub fn git(place: &Path, arguments: &[&str]) -> Option<String> {
    let output = run(place, arguments)?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {said}");
    Some(said)
}

fn run(place: &Path, arguments: &[&str]) -> Option<Output> {
    let identity = [
        "-c",
        "user.name=test",
        "-c",
        "user.email=test@example.com",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "protocol.file.allow=always",
    ];
    let Ok(output) = Command::new("git")
        .arg("-C")
        .arg(place)
        .args(identity)
        .args(arguments)
        .output()
    else {
        println!("skipped: git is missing");
        return None;
    };
    Some(output)
}

/// What a failure says, without the directory.
pub fn failure(result: Result<impl Sized, Failure>) -> String {
    result.map(|_| ()).unwrap_err().to_string()
}
