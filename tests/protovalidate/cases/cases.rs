//! The cases, read by types that `codegen` made of their schema.

use everwire::wkt::Timestamp;
use everwire::{Options, Wire};
use protovalidate_conformance::schema::buf::validate::conformance::cases::TimestampWithin;
use protovalidate_conformance::schema::buf::validate::conformance::harness::{
    CaseResult, ResultSet, SuiteResults, TestResult, test_result,
};

/// All suites, by name.
pub fn suites() -> Vec<SuiteResults> {
    let path = protovalidate_conformance::RESULTS;
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let set: ResultSet =
        everwire::protobuf::from_slice(&bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut suites = set.suites;
    suites.sort_by(|a, b| a.name.cmp(&b.name));
    suites
}

/// The full name of the message that a case sends.
pub fn message(case: &CaseResult) -> &str {
    let input = case.input.as_ref().map(|input| input.type_url.as_str());
    input
        .and_then(|url| url.rsplit('/').next())
        .unwrap_or_default()
}

/// What a case wants.
pub fn wanted(case: &CaseResult) -> Option<&test_result::Result> {
    case.wanted
        .as_ref()
        .and_then(|TestResult { result, .. }| result.as_ref())
}

/// The moment at which the cases were made, which is what they mean by now: one of them sends it.
pub fn made_at(suites: &[SuiteResults]) -> Timestamp {
    let mut cases = suites
        .iter()
        .filter(|suite| suite.name.ends_with("/timestamp"))
        .flat_map(|suite| &suite.cases);
    let case = cases
        .find(|case| case.name == "within/valid")
        .expect("a case that sends the current time");
    let bytes = case.input.as_ref().map(|input| input.value.as_slice());
    let sent = Options::new()
        .validate(false)
        .decode::<TimestampWithin>(Wire::Protobuf, bytes.unwrap_or_default())
        .expect("a message with a time");
    sent.val.expect("a time")
}
