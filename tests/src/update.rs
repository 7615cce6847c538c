//! The one switch for everything that tests expect in files: `UPDATE=1 cargo test -p everwire-tests` writes it anew.

use std::env;
use std::process::Command;

/// Runs the current test once more, with the switches that its libraries know, where `UPDATE` is set; the answer is whether it
/// did, so that the test has nothing left to do.
pub fn rewritten() -> bool {
    let (asked, done) = (env::var_os("UPDATE"), env::var_os("TRYBUILD"));
    if asked.is_none_or(|value| value.is_empty() || value == "0") || done.is_some() {
        return false;
    }
    let thread = std::thread::current();
    let test = thread.name().expect("a test's thread has its name");
    let status = Command::new(env::current_exe().expect("a test knows its program"))
        .args([test, "--exact", "--nocapture"])
        .env("TRYBUILD", "overwrite")
        .env("INSTA_UPDATE", "always")
        .status()
        .expect("a test's program runs");
    assert!(status.success(), "`{test}` failed while it was updated");
    true
}
