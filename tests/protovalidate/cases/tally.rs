//! How many cases are answered as wanted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use everwire::wkt::Timestamp;
use protovalidate_conformance::schema::buf::validate::conformance::harness::{
    CaseResult, test_result::Result as Wanted,
};
use protovalidate_conformance::{Subject, subject};

use crate::answer::{self, Answer};
use crate::{cases, compare, show};

/// The cases that need no CEL, and all.
const WITHOUT_CEL: usize = 1835;
const ALL: usize = 2878;

/// What was counted.
#[derive(Default)]
pub struct Tally {
    suites: BTreeMap<String, Suite>,
    /// What went wrong, in the order of the cases.
    wrong: Vec<String>,
    /// The errors of messages whose schemas are refused.
    refused: BTreeMap<String, &'static str>,
}

#[derive(Default)]
struct Suite {
    agree: usize,
    /// Of those that are compiled, how many answer the same as data.
    agree_as_data: usize,
    compiled: usize,
    without_cel: usize,
    with_cel: usize,
    /// The messages that CEL keeps out, and what of them needs it.
    kept_out: BTreeSet<(String, &'static str)>,
}

impl Tally {
    /// Asks a case, and counts it.
    pub fn add(&mut self, suite: &str, case: &CaseResult, now: Timestamp) {
        let counted = self.suites.entry(suite.to_owned()).or_default();
        let message = cases::message(case);
        let wanted = cases::wanted(case).expect("a case wants something");
        let bytes = case
            .input
            .as_ref()
            .map(|input| input.value.as_slice())
            .unwrap_or_default();
        let (answer, dynamic) = match subject(message) {
            Some(Subject::Compiled(compiled)) => (
                answer::of((compiled.validate)(bytes, now)),
                Some(answer::of((compiled.validate_dynamic)(bytes, now))),
            ),
            Some(Subject::Refused(error)) => {
                self.refused.insert(message.to_owned(), error);
                (Answer::Refused(error.to_owned()), None)
            }
            Some(Subject::Cel(why)) => {
                counted.with_cel += 1;
                counted.kept_out.insert((message.to_owned(), why));
                return;
            }
            None => panic!("{message} is not in the schemas"),
        };
        counted.without_cel += 1;
        let mut told = |how: &str, answer: &Answer| {
            let agrees = compare::agrees(wanted, answer);
            if !agrees {
                let wanted = lines(&Answer::from_wanted(wanted));
                self.wrong.push(format!(
                    "{suite}: {}\n  {message}{how}\n  wanted: {wanted}\n  got: {}",
                    case.name,
                    lines(answer)
                ));
            }
            usize::from(agrees)
        };
        counted.agree += told("", &answer);
        if let Some(dynamic) = dynamic {
            counted.compiled += 1;
            counted.agree_as_data += told(", its schema as data", &dynamic);
        }
    }

    fn sum(&self, count: fn(&Suite) -> usize) -> usize {
        self.suites.values().map(count).sum()
    }

    fn sums(&self) -> (usize, usize, usize) {
        (
            self.sum(|suite| suite.agree),
            self.sum(|suite| suite.without_cel),
            self.sum(|suite| suite.with_cel),
        )
    }

    /// How many of the compiled agree as data, and how many there are.
    fn as_data(&self) -> (usize, usize) {
        (
            self.sum(|suite| suite.agree_as_data),
            self.sum(|suite| suite.compiled),
        )
    }

    /// Whether all cases were asked, and all but those that need CEL are answered as wanted.
    pub fn is_whole(&self) -> bool {
        let (agree, compiled) = self.as_data();
        self.sums() == (WITHOUT_CEL, WITHOUT_CEL, ALL - WITHOUT_CEL) && agree == compiled
    }
}

fn lines(answer: &Answer) -> String {
    match answer {
        Answer::Violations(got) if got.violations.is_empty() => "no violation".to_owned(),
        Answer::Violations(got) => got
            .violations
            .iter()
            .map(|violation| format!("\n    {}", show::violation(violation)))
            .collect(),
        Answer::Refused(error) => format!("the schema is refused: {error}"),
        Answer::Undecided(error) => format!("an error: {error}"),
    }
}

impl Answer {
    fn from_wanted(wanted: &Wanted) -> Answer {
        match wanted {
            Wanted::Success(_) => Answer::Violations(Default::default()),
            Wanted::ValidationError(violations) => Answer::Violations(violations.clone()),
            Wanted::CompilationError(error) => Answer::Refused(error.clone()),
            Wanted::RuntimeError(error) | Wanted::UnexpectedError(error) => {
                Answer::Undecided(error.clone())
            }
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (agree, without_cel, with_cel) = self.sums();
        for wrong in &self.wrong {
            writeln!(f, "{wrong}\n")?;
        }
        writeln!(f, "{:44} {:>10} {:>8}", "suite", "agree", "CEL")?;
        for (name, suite) in &self.suites {
            let agree = format!("{}/{}", suite.agree, suite.without_cel);
            writeln!(f, "{name:44} {agree:>10} {:>8}", suite.with_cel)?;
        }
        writeln!(f, "\nrefused:")?;
        for (message, error) in &self.refused {
            writeln!(
                f,
                "  {message}: {}",
                error.lines().next().unwrap_or_default()
            )?;
        }
        writeln!(f, "\nkept out by CEL:")?;
        for (name, suite) in self.suites.iter().filter(|(_, suite)| suite.with_cel > 0) {
            writeln!(
                f,
                "{name}: {} cases of {} messages",
                suite.with_cel,
                suite.kept_out.len()
            )?;
            for (message, why) in &suite.kept_out {
                writeln!(f, "  {message}: {why}")?;
            }
        }
        let (as_data, compiled) = self.as_data();
        writeln!(
            f,
            "\n{as_data} of {compiled} of compiled messages, with their schemas as data"
        )?;
        writeln!(
            f,
            "{agree} of {without_cel} without CEL; {with_cel} of {} need it",
            without_cel + with_cel
        )
    }
}
