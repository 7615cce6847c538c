//! `.proto` files: read by `parse`, followed along their imports by `load`, and checked by prost-reflect.
//!
//! prost-reflect knows proto2 and proto3 only, and is told that a file of an edition is of proto2; what
//! the file means instead is in the table of features.

mod load;
mod parse;

use std::ops::Range;
use std::path::{Path, PathBuf};

use miette::Diagnostic;

use super::{OPTIONS_FILE, RULES_FILE, Source, advice, find};
use crate::options::Options;
use crate::render::{Failure, Finding, Label, Report};
use crate::source::text::Texts;
use load::Loader;
use parse::Mistake;

/// Reads the schemas of `options`, with all that they import.
pub(super) fn load(options: &Options, source: &mut Source) -> Result<(), Failure> {
    let mut files = Vec::new();
    let mut roots = options.includes.clone();
    for path in &options.schemas {
        let (found, directories) = find::find(path)?;
        for file in &found {
            let root = match &file.root {
                Some(root) => root.clone(),
                None if roots.iter().any(|root| file.path.starts_with(root)) => continue,
                None => file.path.parent().map(Path::to_owned).unwrap_or_default(),
            };
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        source.read.extend(directories);
        files.extend(found.into_iter().map(|file| file.path));
    }
    let mut loader = Loader::new(roots.clone());
    let named = files
        .iter()
        .filter_map(|path| Some((name(&roots, path)?, path.clone())));
    loader.read_ahead(&named.collect::<Vec<_>>());
    for path in &files {
        match name(&roots, path) {
            Some(name) if name == OPTIONS_FILE || name == RULES_FILE => {}
            Some(name) => {
                loader.root(&name, path)?;
                source.roots.push(name);
            }
            None => loader.findings.push(Finding {
                rule: "proto-import".to_owned(),
                message: format!("the name of `{}` is not valid UTF-8", path.display()),
                labels: Vec::new(),
                help: Some("rename the file".to_owned()),
                ..Finding::default()
            }),
        }
    }
    if !loader.findings.is_empty() {
        return Err(Failure::Findings(Report {
            findings: loader.findings,
            texts: loader.texts.by_path(),
        }));
    }
    source.read.append(&mut loader.paths);
    source.texts = loader.texts;
    source.features = loader.features;
    source.pool = loader.pool;
    Ok(())
}

fn name(roots: &[PathBuf], path: &Path) -> Option<String> {
    let relative = roots.iter().find_map(|root| path.strip_prefix(root).ok())?;
    let parts: Option<Vec<&str>> = relative
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect();
    parts.map(|parts| parts.join("/"))
}

/// A mistake of grammar.
fn of_mistake(mistake: &Mistake, file: &str, texts: &Texts) -> Finding {
    let label = |(span, text): &(Range<usize>, String)| Label {
        text: text.clone(),
        ..texts.span(file, span.start, span.len())
    };
    Finding {
        rule: "proto-syntax".to_owned(),
        message: mistake.message.clone(),
        labels: mistake.labels.iter().map(label).collect(),
        help: Some(mistake.help.clone()),
        ..Finding::default()
    }
}

/// What prost-reflect found.
fn of_schema(error: &dyn Diagnostic, file: &str, texts: &Texts) -> Finding {
    let labels = error.labels().into_iter().flatten().map(|label| Label {
        text: label.label().map(advice::requote).unwrap_or_default(),
        ..texts.span(file, label.offset(), label.len())
    });
    let mut labels: Vec<Label> = labels.collect();
    labels.reverse();
    if labels.is_empty() {
        labels.push(texts.whole(file));
    }
    let message = advice::requote(&error.to_string());
    let help = error.help().map(|help| advice::requote(&help.to_string()));
    Finding {
        rule: "proto-schema".to_owned(),
        help: help.or_else(|| advice::help(&message)),
        message,
        labels,
        ..Finding::default()
    }
}

/// One file that is only text, for tests.
#[cfg(test)]
pub(super) fn compile_text(name: &str, text: &str) -> Result<Source, Failure> {
    let mut loader = Loader::new(Vec::new());
    loader.text(name, Path::new(name), text.to_owned());
    if !loader.findings.is_empty() {
        return Err(Failure::Findings(Report {
            findings: loader.findings,
            texts: loader.texts.by_path(),
        }));
    }
    Ok(Source {
        roots: vec![name.to_owned()],
        texts: loader.texts,
        features: loader.features,
        pool: loader.pool,
        ..Source::default()
    })
}
