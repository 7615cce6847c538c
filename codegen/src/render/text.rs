//! Findings for people: the line, the caret, and what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Label, Report, Severity};

/// The findings as text, each with its lines, followed by a blank line.
pub fn render(report: &Report, colour: bool) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut text = String::new();
    for finding in &report.findings {
        text.push_str(&renderer.render(&[group(finding, report)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(finding: &'a Finding, report: &'a Report) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&*finding.message).id(&*finding.rule);
    let mut group = Group::with_title(title);
    let mut files: Vec<&str> = Vec::new();
    for label in &finding.labels {
        if !files.contains(&&*label.file) {
            files.push(&label.file);
        }
    }
    for file in files {
        let labels = || {
            finding
                .labels
                .iter()
                .enumerate()
                .filter(|(_, label)| label.file == file)
        };
        let source = report.texts.get(file);
        let part = source.and_then(|source| part(source, labels().map(|(_, label)| label)));
        let Some(Part { text, line, offset }) = part else {
            group = group.elements(labels().map(|(_, label)| origin(label)));
            continue;
        };
        let annotations = labels().filter_map(|(index, label)| {
            let kind = match index {
                0 => AnnotationKind::Primary,
                _ => AnnotationKind::Context,
            };
            let span = label.span.as_ref()?;
            let annotation = kind.span(span.start - offset..span.end - offset);
            Some(match &*label.text {
                "" => annotation,
                text => annotation.label(text),
            })
        });
        let snippet = Snippet::source(text).path(file).line_start(line);
        group = group.element(snippet.annotations(annotations));
    }
    let notes = finding
        .notes
        .iter()
        .map(|note| Level::NOTE.no_name().message(&**note));
    let help = finding.help.iter().map(|help| Level::HELP.message(&**help));
    group.elements(notes).elements(help)
}

/// The lines of a file that labels are on, and those between.
struct Part<'a> {
    text: &'a str,
    /// The number of the first one.
    line: usize,
    /// Where it begins.
    offset: usize,
}

/// The part of a file that is shown: the whole would be read for each finding.
fn part<'a>(source: &'a str, labels: impl Iterator<Item = &'a Label>) -> Option<Part<'a>> {
    let spans = labels.filter_map(|label| Some((label.span.clone()?, label.line)));
    let spans: Vec<_> = spans.collect();
    let (first, line) = spans.iter().min_by_key(|(span, _)| span.start)?;
    let end = spans.iter().map(|(span, _)| span.end).max()?;
    let before = source.get(..first.start)?;
    let offset = before.rfind('\n').map_or(0, |at| at + 1);
    let after = source.get(end..)?.find('\n');
    let end = after.map_or(source.len(), |at| end + at + 1);
    Some(Part {
        text: source.get(offset..end)?,
        line: (*line).max(1),
        offset,
    })
}

fn origin(label: &Label) -> Origin<'_> {
    let origin = Origin::path(&*label.file);
    match label.line {
        0 => origin,
        line => origin.line(line).char_column(label.column),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn label(span: Option<std::ops::Range<usize>>, line: usize, text: &str) -> Label {
        Label {
            file: "a.proto".into(),
            span,
            line,
            column: 10,
            text: text.into(),
        }
    }

    fn report(labels: Vec<Label>) -> Report {
        let finding = Finding {
            rule: "duplicate-number".into(),
            message: "the number 1 is used by `a` and by `b`".into(),
            labels,
            help: Some("give `b` the number 2".into()),
            ..Finding::default()
        };
        let text = "int32 a = 1;\nint32 b = 1;\n".to_owned();
        Report {
            findings: vec![finding],
            texts: BTreeMap::from([("a.proto".to_owned(), text)]),
        }
    }

    #[test]
    fn a_finding_shows_line_caret_and_help() {
        let report = report(vec![
            label(Some(23..24), 2, ""),
            label(Some(10..11), 1, "first used here"),
        ]);
        assert_eq!(
            render(&report, false),
            "\
error[duplicate-number]: the number 1 is used by `a` and by `b`
 --> a.proto:2:11
  |
1 | int32 a = 1;
  |           - first used here
2 | int32 b = 1;
  |           ^
  |
  = help: give `b` the number 2

"
        );
    }

    #[test]
    fn without_text_the_place_is_named() {
        let report = report(vec![label(None, 2, "")]);
        assert_eq!(
            render(&report, false),
            "\
error[duplicate-number]: the number 1 is used by `a` and by `b`
--> a.proto:2:10
 = help: give `b` the number 2

"
        );
    }
}
