//! Measures `codegen check` on many files: with nothing changed, with changes in a tenth of them, and through the history.
//!
//! `everwire-bench-check CODEGEN [ROUNDS] [DIRECTORY]`: the program to measure, how often each command runs, and where the schemas
//! are to stay, for a profiler. The modes take turns, so that a machine that slows down for a while slows down all.

mod schema;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

/// How many files there are.
const FILES: usize = 300;

/// Of so many, one changes.
const CHANGED: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let codegen = arguments.next().ok_or("the path of `codegen` is missing")?;
    let codegen = fs::canonicalize(PathBuf::from(codegen))?;
    let rounds: usize = match arguments.next() {
        Some(rounds) => rounds.to_string_lossy().parse()?,
        None => 9,
    };
    let scratch = tempfile::tempdir()?;
    let directory = arguments
        .next()
        .map_or_else(|| scratch.path().to_owned(), PathBuf::from);

    let lines = write(&directory.join("old"), false)? + write(&directory.join("new"), true)?;
    println!(
        "{FILES} files, {} messages, {} lines; {} files changed",
        FILES * schema::MESSAGES,
        lines / 2,
        FILES / CHANGED
    );
    let locking = run(&codegen, &directory, &["lock", "old"], &[0])?;
    println!(
        "{:<28}{:>8.0} ms, once",
        "lock, from nothing",
        millis(locking)
    );

    let modes: [(&str, &[&str], &[i32]); 4] = [
        ("check, nothing changed", &["check", "old"], &[0]),
        ("check, changed", &["check", "new"], &[1]),
        (
            "check --history, unchanged",
            &["check", "old", "--history"],
            &[0],
        ),
        (
            "check --history, changed",
            &["check", "new", "--history"],
            &[1],
        ),
    ];
    let mut times = modes.map(|_| Vec::new());
    for round in 0..=rounds {
        for ((_, command, codes), times) in modes.iter().zip(&mut times) {
            let time = run(&codegen, &directory, command, codes)?;
            // The first round fills the caches of the file system.
            if round > 0 {
                times.push(time);
            }
        }
    }
    for ((name, ..), mut times) in modes.into_iter().zip(times) {
        times.sort();
        let of = |at: usize| times.get(at).copied().map_or(0.0, millis);
        println!(
            "{name:<28}{:>8.0} ms, median of {rounds}, {:.0} to {:.0}",
            of(times.len() / 2),
            of(0),
            of(times.len().saturating_sub(1))
        );
    }
    Ok(())
}

/// Writes the schemas, and counts their lines.
fn write(directory: &Path, is_changed: bool) -> Result<usize, Box<dyn Error>> {
    let mut lines = 0;
    for number in 0..FILES {
        let text = schema::file(number, is_changed && number % CHANGED == 0);
        let path = directory.join(schema::path(number));
        fs::create_dir_all(path.parent().unwrap_or(directory))?;
        lines += text.lines().count();
        fs::write(path, text)?;
    }
    Ok(lines)
}

/// The wall-clock time of one command, from its start to its end.
fn run(
    codegen: &Path,
    directory: &Path,
    command: &[&str],
    codes: &[i32],
) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    let output = Command::new(codegen)
        .args(command)
        .current_dir(directory)
        .stdin(Stdio::null())
        .output()?;
    let time = start.elapsed();
    if !output
        .status
        .code()
        .is_some_and(|code| codes.contains(&code))
    {
        let told = String::from_utf8_lossy(&output.stdout);
        let noted = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{command:?}: {}\n{told}\n{noted}", output.status).into());
    }
    Ok(time)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
