//! [`Fault`]: what is wrong with a lock, and what to do.

/// What is wrong with a line of a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 where it is about none.
    pub line: usize,
    /// One clause.
    pub message: String,
    /// What to do.
    pub help: &'static str,
}

/// For what is cut short, or was written by hand.
pub(super) const BY_HAND: &str =
    "lines are written by `codegen lock`: restore the file as it was committed, and run it again";

/// For what a later version may have written.
pub(super) const NEWER: &str = "use the version of `codegen` that wrote the lock, or a later one; if the line was cut short, restore it";

/// For what two branches wrote. The lock of one branch goes with its golden bytes, and the schemas of both tell the rest.
pub(super) const MERGED: &str = "take the lock of one branch as it is, `git checkout main -- everwire.lock everwire.golden`, and run `codegen lock`: what the other one changed is the next generation";

/// For what two branches say of one number, be it new or not.
pub(super) const TAKEN: &str = "where both took a new number, give one of the two another; take the lock of the branch that keeps its own, `git checkout main -- everwire.lock everwire.golden`, and run `codegen lock`";

/// For a generation that two branches began.
pub(super) const BEGUN: &str = "take the lock of the branch that was released as it is, `git checkout main -- everwire.lock everwire.golden`, and run `codegen lock`: what the other one changed is the next generation";

impl Fault {
    pub(super) fn new(line: usize, message: impl Into<String>, help: &'static str) -> Self {
        Self {
            line,
            message: message.into(),
            help,
        }
    }
}
