//! Findings as workflow commands, which GitHub shows beside the lines of a review.

use std::fmt::Write;

use super::{Finding, Report, Severity};

/// The findings, one command a line.
///
/// ```text
/// ::error file=shop.proto,line=4,col=3,title=type-changed::`shop.v1.Order.total`: type i64 -> i32
/// ```
pub fn render(report: &Report) -> String {
    let mut text = String::new();
    for finding in &report.findings {
        command(finding, &mut text);
    }
    text
}

fn command(finding: &Finding, text: &mut String) {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let _ = write!(text, "::{level} ");
    if let Some(label) = finding.labels.first() {
        let _ = write!(text, "file={},", property(&label.file));
        if label.line > 0 {
            let _ = write!(text, "line={},col={},", label.line, label.column);
        }
    }
    let mut lines = vec![finding.message.clone()];
    lines.extend(finding.notes.iter().cloned());
    lines.extend(finding.help.iter().map(|help| format!("help: {help}")));
    let _ = writeln!(
        text,
        "title={}::{}",
        property(&finding.rule),
        data(&lines.join("\n"))
    );
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Label;

    #[test]
    fn a_finding_is_a_command_on_one_line() {
        let finding = Finding {
            rule: "r".into(),
            message: "100% of\nit".into(),
            labels: vec![Label {
                file: "a,b.proto".into(),
                span: None,
                line: 3,
                column: 5,
                text: String::new(),
            }],
            help: Some("do this".into()),
            notes: vec!["a note".into()],
            ..Finding::default()
        };
        let report = Report {
            findings: vec![finding],
            ..Report::default()
        };
        assert_eq!(
            render(&report),
            "::error file=a%2Cb.proto,line=3,col=5,title=r::100%25 of%0Ait%0Aa note%0Ahelp: do this\n"
        );
    }
}
