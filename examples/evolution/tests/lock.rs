//! What the README of this example says: the lock, a break that is refused, one that is accepted, old bytes that are read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

use everwire::{DecodeOwned, Options, Wire};
use everwire_codegen::{Check, Failure, Question};
use evolution::{v1, v2, v3};

fn check(release: &str) -> Check {
    Check::new().sources([release])
}

/// The text of `lock`, and of all golden files beside it, by path.
fn files(directory: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut add = |name: String, path: &Path| {
        files.insert(name, fs::read_to_string(path).unwrap());
    };
    add("everwire.lock".into(), &directory.join("everwire.lock"));
    for folder in fs::read_dir(directory.join("everwire.golden")).unwrap() {
        let folder = folder.unwrap();
        for file in fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap();
            let name = format!(
                "{}/{}",
                folder.file_name().to_string_lossy(),
                file.file_name().to_string_lossy()
            );
            add(name, &file.path());
        }
    }
    files
}

#[test]
fn release_2_goes_with_every_release_before_it() {
    let question = Question {
        history: true,
        ..Question::default()
    };
    let (checked, _) = check("src/v3").question(question).run().unwrap();
    assert!(checked.findings.is_empty(), "{:#?}", checked.findings);
    assert!(!checked.is_stale);
}

#[test]
fn what_breaks_is_refused() {
    let (checked, mut report) = check("refused").run().unwrap();
    let rules: Vec<&str> = checked.findings.iter().map(|one| &*one.rule).collect();
    assert_eq!(rules, ["field-added", "encoding-changed"]);
    report.findings = checked.findings;
    let shown = Failure::Findings(report);
    assert_readme_has(&shown.to_string());
}

#[test]
fn the_accepted_break_is_found_where_nothing_accepts_it() {
    let directory = scratch("accepted");
    let source = fs::read_to_string("src/v3/parcel.rs").unwrap();
    let start = source.find("    #[codec(\n        3,").unwrap();
    let end = source.find("    pub grams").unwrap();
    let bare = format!("{}    #[codec(3)]\n{}", &source[..start], &source[end..]);
    fs::write(directory.join("parcel.rs"), bare).unwrap();
    fs::copy("src/v3/scan.proto", directory.join("scan.proto")).unwrap();
    let lock = directory.join("everwire.lock");
    let record = |release: &str| Check::new().sources([release]).lock(&lock).record(None);
    record("src/v1").unwrap();
    record("src/v2").unwrap();
    let check = Check::new().sources([&directory]).lock(&lock);
    let (checked, _) = check.run().unwrap();
    let found: Vec<&str> = checked.findings.iter().map(|one| &*one.message).collect();
    assert_eq!(found, ["`tracker.Parcel.grams`: type u32 -> u64"]);
    fs::remove_dir_all(directory).unwrap();
}

#[test]
fn the_lock_is_what_the_three_releases_make_of_it() {
    let directory = scratch("anew");
    let lock = directory.join("everwire.lock");
    for (release, label) in [("src/v1", "v1.0"), ("src/v2", "v1.1"), ("src/v3", "v2.0")] {
        let recorded = check(release).lock(&lock).record(Some(label)).unwrap();
        assert!(recorded.is_new, "{release}");
    }
    let anew = files(&directory);
    let committed = files(Path::new("."));
    assert_eq!(
        anew.keys().collect::<Vec<_>>(),
        committed.keys().collect::<Vec<_>>()
    );
    for (name, text) in &anew {
        assert!(*text == committed[name], "{name} is another:\n{text}");
    }
    fs::remove_dir_all(directory).unwrap();
}

#[test]
fn every_release_reads_what_was_written_by_each() {
    let read = [
        golden::<v1::parcel::Parcel>("tracker.Parcel"),
        golden::<v2::parcel::Parcel>("tracker.Parcel"),
        golden::<v3::parcel::Parcel>("tracker.Parcel"),
        golden::<v1::parcel::Stop>("tracker.Stop"),
        golden::<v3::parcel::Stop>("tracker.Stop"),
        golden::<v3::parcel::Locker>("tracker.Locker"),
        golden::<v1::scan::depot::v1::Scan>("depot.v1.Scan"),
        golden::<v2::scan::depot::v1::Scan>("depot.v1.Scan"),
        golden::<v3::scan::depot::v1::Scan>("depot.v1.Scan"),
    ];
    assert_eq!(read, [3, 3, 3, 1, 1, 1, 3, 3, 3], "generations");
}

/// Reads the golden bytes of all generations of a type, and says how many generations there are.
fn golden<T: DecodeOwned>(name: &str) -> usize {
    // Boundary values are written whatever the rules say.
    let options = Options::new().validate(false);
    let files = files(Path::new("."));
    let of_it = files
        .iter()
        .filter(|(path, _)| path.split('/').next() == Some(name));
    let mut count = 0;
    for (path, text) in of_it {
        count += 1;
        for (at, line) in text.lines().enumerate().skip(1) {
            let (wire, bytes) = line.split_once(' ').unwrap();
            let wire: Wire = wire.parse().unwrap();
            let bytes = match wire {
                Wire::Json => bytes.as_bytes().to_vec(),
                _ => unhex(bytes),
            };
            if let Err(error) = options.decode::<T>(wire, &bytes) {
                panic!("{path}:{}: {error}", at + 1);
            }
        }
    }
    count
}

#[test]
fn the_program_prints_what_the_readme_shows() {
    let output = Command::new(env!("CARGO_BIN_EXE_evolution"))
        .output()
        .unwrap();
    assert!(output.status.success());
    assert_readme_has(&String::from_utf8(output.stdout).unwrap());
}

fn assert_readme_has(text: &str) {
    let readme = fs::read_to_string("README.md").unwrap();
    let block = format!("```text\n{}\n```", text.trim_end());
    assert!(readme.contains(&block), "README.md has not:\n{block}");
}

fn scratch(name: &str) -> PathBuf {
    let directory = env::temp_dir().join(format!("evolution-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).unwrap();
    directory
}

fn unhex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}
