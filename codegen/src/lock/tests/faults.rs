//! What is wrong with a lock is told with its line and the next action.

use super::*;
use crate::lock::fault::{BEGUN, BY_HAND, MERGED, NEWER, TAKEN};
use crate::lock::{Fault, Generation};

const BEGIN: &str = "everwire lock 1\n\ngeneration 1\ngeneration 2 v2\n\n";

/// What a lock with these lines, from the sixth on, is told to be, and the help.
fn told(lines: &str) -> (String, &'static str) {
    let read = Lock::read(&format!("{BEGIN}{lines}"));
    let fault = match read {
        Err(fault) => fault,
        Ok(lock) => lock.definitions(2).unwrap_err(),
    };
    (format!("{}: {}", fault.line, fault.message), fault.help)
}

/// A table of texts and what they are told to be.
fn check(rows: &[(&str, &str, &'static str)]) {
    for (lines, message, help) in rows {
        assert_eq!(told(lines), ((*message).to_owned(), *help), "{lines}");
    }
}

#[test]
fn what_is_no_lock_is_told_by_its_first_line() {
    let told = |text: &str| {
        let Fault { message, help, .. } = Lock::read(text).unwrap_err();
        format!("{message}: {help}")
    };
    let none = "the lock does not begin with `everwire lock 1`: name a lock that `codegen lock` wrote, or restore it as it was committed";
    assert_eq!(told(""), none);
    assert_eq!(told("everwire golden 1\n"), none);
    assert_eq!(
        told("everwire lock 2\n"),
        format!("the lock is none of `everwire lock 1`: {NEWER}")
    );
    assert_eq!(
        told("\u{feff}everwire lock 1\n"),
        "the lock begins with a byte order mark: save it as UTF-8 without one"
    );
}

#[test]
fn lines_that_are_no_facts_are_told() {
    check(&[
        (
            "a.M",
            "6: the line ends before a generation, such as `@1`",
            BY_HAND,
        ),
        (
            "a.M 1",
            "6: the line ends before a generation, such as `@1`",
            BY_HAND,
        ),
        ("a.M 1 @1", "6: the line ends before what is said", BY_HAND),
        (
            "a.M message",
            "6: `message` is no number of a field, variant or value, and no generation",
            BY_HAND,
        ),
        (
            "a.M 1 message",
            "6: `message` is no generation, such as `@1`",
            BY_HAND,
        ),
        (
            "a.M @0 message",
            "6: `0` is no generation, which are 1 to 999,999",
            BY_HAND,
        ),
        (
            "a.M @4294967295 message",
            "6: `4294967295` is no generation, which are 1 to 999,999",
            BY_HAND,
        ),
        (
            "generation 4294967295",
            "6: `4294967295` is no generation, which are 1 to 999,999",
            BY_HAND,
        ),
        (
            "a.M @1-1000000 message",
            "6: `1000000` is no generation, which are 1 to 999,999",
            BY_HAND,
        ),
        (
            "a.M @2-1 message",
            "6: `@2-1` ends before it begins",
            BY_HAND,
        ),
        (
            "\na.M @1-9 message",
            "7: the generation 9 is not listed",
            BY_HAND,
        ),
        (
            "a.M @2 accepted \"x\"",
            "6: what is accepted is a change and a reason, both in quotes",
            BY_HAND,
        ),
    ]);
    let help = "a label names one generation: take it away from the one that the release has not";
    check(&[(
        "generation 1 v2",
        "6: `v2` is the label of two generations, 1 and 2 (line 4)",
        help,
    )]);
}

#[test]
fn what_is_nested_without_end_is_refused() {
    let deep = format!(
        "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 type {}",
        "list<".repeat(200_000)
    );
    let rules = format!("a.M 1 @1 rule {}", "items(".repeat(200_000));
    check(&[
        (&deep, "8: what is said is nested deeper than 64", BY_HAND),
        (&rules, "6: what is said is nested deeper than 64", BY_HAND),
    ]);
}

#[test]
fn facts_that_say_nothing_are_told_with_their_lines() {
    check(&[
        (
            "a.M @1 message\n\n\n\n\n\na.M @1 wings 2",
            "12: `wings 2` says nothing of `a.M`",
            NEWER,
        ),
        (
            "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 rule wings = 2\na.M 1 @1 type u32",
            "8: `rule wings = 2` says nothing of `a.M` 1",
            NEWER,
        ),
        (
            "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 type foo",
            "8: `type foo` says nothing of `a.M` 1",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 1 @1 type u32\na.M 1 @1 name",
            "8: `name` says nothing of `a.M` 1",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 ty",
            "8: `ty` says nothing of `a.M` 1",
            NEWER,
        ),
        (
            "a.M 1 @1 name x",
            "6: `a.M` has no line that says what it is, such as `message`",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 1 @1 name x",
            "7: `a.M` 1 has no line `type …`",
            BY_HAND,
        ),
    ]);
}

#[test]
fn a_lock_that_cannot_be_loaded_is_told() {
    check(&[
        (
            "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 type .a.Missing",
            "8: `a.M` cannot be loaded: `a.Missing`, which it refers to, is not defined",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 type fixed<u64,4294967295>",
            "8: `type fixed<u64,4294967295>` says nothing of `a.M` 1",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 1 @1 name x\na.M 1 @1 type fixed<list<u64>,4294967295>",
            "6: `a.M` cannot be loaded: a value in which all is absent has more than 1048576 parts",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 0 @1 name x\na.M 0 @1 type u32",
            "7: `a.M` 0 has no number that a wire can have",
            BY_HAND,
        ),
        (
            "a.M @1 message\na.M 600000000 @1 name x\na.M 600000000 @1 type u32",
            "7: `a.M` 600000000 has no number that a wire can have",
            BY_HAND,
        ),
    ]);
}

#[test]
fn what_two_branches_wrote_is_told() {
    check(&[
        (
            "<<<<<<< ours\na.M 1 @2 name a\n||||||| base\n=======\na.M 1 @2 name b\n>>>>>>> theirs\n",
            "6: the lock has a merge conflict: two branches changed the same thing",
            TAKEN,
        ),
        (
            "<<<<<<< ours\ngeneration 3 v3\n=======\ngeneration 3\n>>>>>>> theirs\n",
            "6: the lock has a merge conflict: two branches began the generation 3, and call it otherwise",
            BEGUN,
        ),
        (
            "a.M @1-1 message\na.M 1 @1-1 name a\na.M 2 @2 name b\na.M 2 @2 type u32",
            "8: `a.M` is gone since generation 2, and generation 2 says `name b` of it",
            MERGED,
        ),
        (
            "a.M @1 message\na.M @1-1 message\n",
            "7: `a.M` is said to have `message` both in `@1-1` and in `@1` (line 6)",
            MERGED,
        ),
        (
            "a.M @1 message\na.M 1 @1-1 name a\na.M 1 @1-1 type u32\na.M 1 @2 rule gt = 3",
            "9: `a.M` 1 is gone since generation 2, and generation 2 says `rule gt = 3` of it",
            MERGED,
        ),
        (
            "a.L @1-1 message\na.M @1 message\na.M 1 @2 name a\na.M 1 @2 type .a.L",
            "9: `a.M` cannot be loaded: `a.L`, which it refers to, is not defined",
            MERGED,
        ),
    ]);
}

#[test]
fn lines_are_those_of_the_text_whatever_is_between_them() {
    let lines = "a.M @1 message\r\n\r\n\r\n\r\na.M 1 @1 type u32\r\na.M 1 @1 name x\r\n";
    let lock = Lock::read(&format!("{BEGIN}{lines}").replace("\r\n", "\n")).unwrap();
    let windows = Lock::read(&format!("{}{lines}", BEGIN.replace('\n', "\r\n"))).unwrap();
    assert_eq!(lock, windows);
    assert_eq!(windows.line_of("a.M", Some(1), "type", 2), Some(10));
    assert_eq!(
        windows.to_string(),
        format!("{BEGIN}a.M @1 message\na.M 1 @1 name x\na.M 1 @1 type u32\n")
    );
    assert_eq!(
        windows.generations.get(&2),
        Some(&Generation {
            labels: ["v2".to_owned()].into(),
            retired: false
        })
    );
}
