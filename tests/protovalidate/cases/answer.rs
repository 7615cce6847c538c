//! What a message answers to a case.

use everwire::{Error, Violations};
use protovalidate_conformance::schema::buf::validate as buf;

/// What became of a case.
#[derive(PartialEq)]
pub enum Answer {
    /// These violations, or none.
    Violations(buf::Violations),
    /// The schema is refused.
    Refused(String),
    /// The rules cannot be asked of the value.
    Undecided(String),
}

/// The answer of a message that was compiled.
pub fn of(result: Result<Violations, Error>) -> Answer {
    match result {
        Ok(violations) => Answer::Violations(converted(&violations)),
        Err(error) => Answer::Undecided(error.to_string()),
    }
}

fn converted(violations: &Violations) -> buf::Violations {
    let path = |path: &str| Some(buf::FieldPath { elements: vec![buf::FieldPathElement { field_name: Some(path.to_owned()), ..Default::default() }] });
    let violations = violations.iter().map(|violation| buf::Violation {
        field: path(&violation.path),
        rule: path(&violation.rule_path),
        rule_id: Some(violation.rule_id.to_string()),
        message: Some(violation.message.to_string()),
        for_key: violation.for_key.then_some(true),
    });
    buf::Violations { violations: violations.collect() }
}
