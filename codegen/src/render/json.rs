//! Findings for programs: one JSON object a line.

use serde_json::{Value, json};

use super::{Finding, Label, Report, Severity};
use crate::lock::hex;
use crate::prove::{Verdict, Witness};

/// The findings, one JSON object a line.
///
/// ```json
/// {"rule":"duplicate-number","severity":"error","message":"…","labels":[{"file":"a.proto","line":2,"column":11,"text":""}],"help":"…"}
/// ```
///
/// Lines and columns count from 1; `null` where the place is not known. `help` is `null` where there is none. The finding of a change
/// has `notes`, and `verdicts` with their witnesses, whose bytes are hexadecimal.
pub fn render(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        text.push_str(&value(finding).to_string());
        text.push('\n');
    }
    text
}

fn value(finding: &Finding) -> Value {
    let mut value = json!({
        "rule": finding.rule,
        "severity": match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        },
        "message": finding.message,
        "labels": finding.labels.iter().map(place).collect::<Vec<_>>(),
        "help": finding.help,
    });
    if !finding.notes.is_empty() {
        value["notes"] = json!(finding.notes);
    }
    if !finding.verdicts.is_empty() {
        value["verdicts"] = finding.verdicts.iter().map(verdict).collect();
    }
    value
}

fn verdict(verdict: &Verdict) -> Value {
    let witness = |witness: &Option<Witness>| {
        witness.as_ref().map(|one| match &one.read {
            Ok(read) => json!({"written": one.written, "bytes": hex(&one.bytes), "read": read}),
            Err(error) => json!({"written": one.written, "bytes": hex(&one.bytes), "error": error}),
        })
    };
    let mut value = json!({
        "wire": verdict.wire.to_string(),
        "direction": verdict.direction.words(),
        "outcome": verdict.outcome.to_string(),
        "tried": verdict.tried,
        "lossy": witness(&verdict.lossy),
        "error": witness(&verdict.error),
    });
    if let Some(why) = &verdict.why {
        value["why"] = json!(why);
    }
    value
}

fn place(label: &Label) -> Value {
    let known = |number: usize| (number > 0).then_some(number);
    json!({
        "file": label.file,
        "line": known(label.line),
        "column": known(label.column),
        "text": label.text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_a_line() {
        let label = Label {
            file: "a.proto".into(),
            span: None,
            line: 0,
            column: 0,
            text: String::new(),
        };
        let finding = Finding {
            rule: "r".into(),
            message: "m".into(),
            labels: vec![label],
            help: None,
            ..Finding::default()
        };
        let report = Report {
            findings: vec![finding],
            ..Report::default()
        };
        let line = render(&report);
        assert!(line.ends_with("}\n"), "{line}");
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(
            value,
            json!({
                "rule": "r", "severity": "error", "message": "m", "help": null,
                "labels": [{"file": "a.proto", "line": null, "column": null, "text": ""}],
            })
        );
    }
}
