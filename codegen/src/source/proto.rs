//! `.proto` files, by protox.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use miette::Diagnostic;
use protox::Compiler;
use protox::file::{File, FileResolver, GoogleFileResolver};

use super::{OPTIONS_FILE, Source, advice, find};
use crate::options::Options;
use crate::render::{Failure, Finding, Label, Report};
use crate::source::text::Texts;

const OPTIONS_TEXT: &str = include_str!("../../proto/everwire/options.proto");

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
    let read = Rc::new(RefCell::new(Read::default()));
    let mut compiler = Compiler::with_file_resolver(Resolver {
        roots: roots.clone(),
        read: Rc::clone(&read),
    });
    compiler.include_imports(true).include_source_info(true);
    let mut findings: Vec<Finding> = Vec::new();
    for path in &files {
        let name = name(&roots, path);
        if name.as_deref() == Some(OPTIONS_FILE) {
            continue;
        }
        match compiler.open_file(path) {
            Ok(_) => source.roots.extend(name),
            Err(error) if error.is_io() => {
                return Err(Failure::run(format!("{error:?}"), "make the file readable"));
            }
            Err(error) => {
                for finding in findings_of(&error, &read.borrow().texts) {
                    if !findings.contains(&finding) {
                        findings.push(finding);
                    }
                }
            }
        }
    }
    let read = read.borrow();
    if !findings.is_empty() {
        return Err(Failure::Findings(Report {
            findings,
            texts: read.texts.by_path(),
        }));
    }
    source.read.extend(read.paths.iter().cloned());
    source.texts = read.texts.clone();
    source
        .pool
        .decode_file_descriptor_set(compiler.encode_file_descriptor_set().as_slice())
        .map_err(|error| Failure::run(error, "report this; the same file compiled a moment ago"))
}

fn name(roots: &[PathBuf], path: &Path) -> Option<String> {
    let relative = roots.iter().find_map(|root| path.strip_prefix(root).ok())?;
    let parts: Option<Vec<&str>> = relative
        .components()
        .map(|part| part.as_os_str().to_str())
        .collect();
    parts.map(|parts| parts.join("/"))
}

fn findings_of(error: &protox::Error, texts: &Texts) -> Vec<Finding> {
    let rule = if error.is_parse() {
        "proto-syntax"
    } else if error.is_file_not_found() {
        "proto-import"
    } else {
        "proto-schema"
    };
    let file = error.file();
    let mut findings = vec![finding(rule, error, file, texts)];
    for related in error.related().into_iter().flatten() {
        findings.push(finding(rule, related, file, texts));
    }
    findings
}

fn finding(rule: &str, error: &dyn Diagnostic, file: Option<&str>, texts: &Texts) -> Finding {
    let mut labels: Vec<Label> = match file {
        Some(file) => error
            .labels()
            .into_iter()
            .flatten()
            .map(|label| Label {
                text: label.label().map(advice::requote).unwrap_or_default(),
                ..texts.span(file, label.offset(), label.len())
            })
            .collect(),
        None => Vec::new(),
    };
    labels.reverse();
    if labels.is_empty() {
        labels.extend(file.map(|file| texts.whole(file)));
    }
    let message = advice::requote(&error.to_string());
    let help = error.help().map(|help| advice::requote(&help.to_string()));
    Finding {
        rule: rule.to_owned(),
        help: help.or_else(|| advice::help(&message)),
        message,
        labels,
    }
}

#[derive(Default)]
struct Read {
    paths: Vec<PathBuf>,
    texts: Texts,
}

struct Resolver {
    roots: Vec<PathBuf>,
    read: Rc<RefCell<Read>>,
}

impl FileResolver for Resolver {
    fn resolve_path(&self, path: &Path) -> Option<String> {
        name(&self.roots, path)
    }

    fn open_file(&self, name: &str) -> Result<File, protox::Error> {
        if name == OPTIONS_FILE {
            return File::from_source(name, OPTIONS_TEXT);
        }
        for root in &self.roots {
            let path = root.join(name);
            if !path.is_file() {
                continue;
            }
            let text = std::fs::read_to_string(&path)?;
            let mut read = self.read.borrow_mut();
            read.paths.push(path.clone());
            read.texts.add(name, &path, text);
            drop(read);
            return File::open(name, &path);
        }
        GoogleFileResolver::new().open_file(name)
    }
}

#[cfg(test)]
pub(super) fn compile_text(name: &str, text: &str) -> Result<Vec<u8>, protox::Error> {
    struct One(String, String);
    impl FileResolver for One {
        fn open_file(&self, name: &str) -> Result<File, protox::Error> {
            match name {
                OPTIONS_FILE => File::from_source(name, OPTIONS_TEXT),
                name if name == self.0 => File::from_source(name, &self.1),
                name => GoogleFileResolver::new().open_file(name),
            }
        }
    }
    let mut compiler = Compiler::with_file_resolver(One(name.to_owned(), text.to_owned()));
    compiler
        .include_imports(true)
        .include_source_info(true)
        .open_file(name)?;
    Ok(compiler.encode_file_descriptor_set())
}
