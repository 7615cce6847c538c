//! The parser against protox's on the same files, and on files that are broken.

use std::path::{Path, PathBuf};

use prost_reflect::prost_types::FileDescriptorProto;

use super::parse;
use crate::lower::unescape;

/// Every `.proto` file below a directory.
fn files(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        match path.extension() {
            _ if path.is_dir() => files(&path, found),
            Some(extension) if extension == "proto" => found.push(path),
            _ => {}
        }
    }
}

/// A descriptor, line by line. Space and the spelling of escapes in texts, and the order of places, may differ.
fn lines(mut file: FileDescriptorProto) -> Vec<String> {
    if let Some(info) = &mut file.source_code_info {
        info.location
            .sort_by(|a, b| (&a.path, &a.span).cmp(&(&b.path, &b.span)));
    }
    let plain = |text: &str| String::from_utf8_lossy(&unescape(text)).into_owned();
    let shown = format!("{file:#?}");
    let lines = shown.lines().map(|line| match line.contains('"') {
        true => plain(&plain(line))
            .split_whitespace()
            .collect::<String>()
            .replace('\'', "\""),
        false => line.to_owned(),
    });
    lines.collect()
}

fn check_same(name: &str, text: &str) {
    let theirs = protox::file::File::from_source(name, text);
    let (theirs, ours) = match (theirs, parse(name, text)) {
        (Ok(theirs), Ok(ours)) => (theirs, ours),
        (Err(_), Err(_)) => return,
        (theirs, ours) => panic!("{name}: ours {:?}, theirs {:?}", ours.err(), theirs.err()),
    };
    let theirs = lines(theirs.file_descriptor_proto().clone());
    let ours = lines(ours.file);
    let differs = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at));
    if let Some(at) = differs {
        let from = at.saturating_sub(12);
        let around = |lines: &[String]| lines[from..lines.len().min(at + 3)].join("\n");
        panic!(
            "{name}: ours\n{}\ntheirs\n{}",
            around(&ours),
            around(&theirs)
        );
    }
}

#[test]
fn descriptors_and_places_are_those_of_protox() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for directory in ["../schemas", "proto", "../tests"] {
        files(&root.join(directory), &mut paths);
    }
    if let Some(more) = std::env::var_os("EVERWIRE_CONFORMANCE_PROTOS") {
        files(Path::new(&more), &mut paths);
    }
    for path in &paths {
        let text = std::fs::read_to_string(path).unwrap();
        let is_edition = text.lines().any(|line| line.starts_with("edition"));
        if !is_edition {
            check_same(&path.display().to_string(), &text);
        }
    }
    assert!(paths.len() >= 5, "{paths:?}");
}

#[test]
fn broken_files_are_mistakes_and_nothing_worse() {
    const INSTEAD: [&str; 10] = ["", "{", "}", ";", "-", "\"", "/*", "é", "option", "["];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("../schemas/test/legacy.proto")).unwrap();
    let (tokens, _) = super::lex::tokens(&text);
    for (index, token) in tokens.into_iter().enumerate() {
        let (before, from) = text.split_at(token.start);
        let _ = parse("a.proto", before);
        let _ = parse("a.proto", from);
        let instead = INSTEAD[index % INSTEAD.len()];
        let broken = format!("{before}{instead}{}", &text[token.end..]);
        for mistake in parse("a.proto", &broken).err().into_iter().flatten() {
            assert!(!mistake.help.is_empty(), "{mistake:?}");
        }
    }
}

#[test]
fn depth_is_bounded() {
    let deep = parse("a.proto", &"message M { ".repeat(100_000)).unwrap_err();
    assert_eq!(
        deep[0].message,
        "messages are nested more than 32 levels deep"
    );
    let deep = format!("option (a) = {}", "{ a ".repeat(100_000));
    assert_eq!(parse("a.proto", &deep).unwrap_err().len(), 1);
}
