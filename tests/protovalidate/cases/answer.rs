//! What a message answers to a case.

use everwire::Error;
use protovalidate_conformance::schema::buf::validate as buf;

/// What became of a case.
#[derive(Debug, PartialEq)]
pub enum Answer {
    /// These violations, or none.
    Violations(buf::Violations),
    /// The schema is refused.
    Refused(String),
    /// The rules cannot be asked of the value.
    Undecided(String),
}

/// The answer of a message that was compiled, which gives violations as everybody reads them.
pub fn of(result: Result<Option<Vec<u8>>, Error>) -> Answer {
    match result {
        Ok(Some(bytes)) => match everwire::protobuf::from_slice(&bytes) {
            Ok(violations) => Answer::Violations(violations),
            Err(error) => panic!("bytes of `buf.validate.Violations`: {error}"),
        },
        Ok(None) => Answer::Undecided(String::from("a rule cannot be asked of the value")),
        Err(error) => panic!("the message of a case: {error}"),
    }
}
