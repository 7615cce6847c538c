//! Whether an answer is what is wanted.
//!
//! As protovalidate's own harness has it (`results/result.go` of protovalidate-conformance): both sides are sorted by rule id, then by field path; then each
//! violation equals its counterpart in field path and rule path, element by element with numbers, types and subscripts, in rule id and in
//! `for_key`. There are as many on both sides. The text of messages and of errors is not compared.

use protovalidate_conformance::schema::buf::validate::{
    Violation, conformance::harness::test_result::Result as Wanted,
};

use crate::answer::Answer;
use crate::show;

/// Whether an answer is what is wanted.
pub fn agrees(wanted: &Wanted, answer: &Answer) -> bool {
    match (wanted, answer) {
        (Wanted::Success(true), Answer::Violations(got)) => got.violations.is_empty(),
        (Wanted::ValidationError(wanted), Answer::Violations(got)) => {
            let (wanted, got) = (sorted(&wanted.violations), sorted(&got.violations));
            wanted.len() == got.len()
                && wanted
                    .iter()
                    .zip(got)
                    .all(|(wanted, got)| are_equal(wanted, got))
        }
        (Wanted::CompilationError(_), Answer::Refused(_))
        | (Wanted::RuntimeError(_), Answer::Undecided(_)) => true,
        _ => false,
    }
}

fn sorted(violations: &[Violation]) -> Vec<&Violation> {
    let mut violations: Vec<_> = violations.iter().collect();
    violations.sort_by_cached_key(|violation| {
        (
            violation.rule_id.clone(),
            show::path(violation.field.as_ref()),
        )
    });
    violations
}

fn are_equal(wanted: &Violation, got: &Violation) -> bool {
    wanted.field == got.field
        && wanted.rule == got.rule
        && wanted.rule_id.as_deref().unwrap_or_default()
            == got.rule_id.as_deref().unwrap_or_default()
        && wanted.for_key.unwrap_or_default() == got.for_key.unwrap_or_default()
}
