//! What became of a message that a case sends.

use everwire::dynamic::{Definition, Dynamic, Types};
use everwire::wkt::Timestamp;
use everwire::{Codec, DecodeOwned, Error, Options, Violations, Wire};

/// What became of a message.
pub enum Subject {
    /// It is a type.
    Compiled(Compiled),
    /// `codegen` refuses it, by this error.
    Refused(&'static str),
    /// It needs CEL: this expression, or predefined rule.
    Cel(&'static str),
}

/// What is done with a type.
pub struct Compiled {
    /// Reads bytes of protobuf, validates what they hold at this time, and gives the bytes of `buf.validate.Violations`; or nothing where a rule cannot
    /// be asked.
    pub validate: Validate,
    /// The same by the schema as data.
    pub validate_dynamic: Validate,
}

/// Answers a case at this time.
pub type Validate = fn(&[u8], Timestamp) -> Result<Option<Vec<u8>>, Error>;

impl Subject {
    pub(crate) fn of<T: Codec + DecodeOwned>() -> Subject {
        Subject::Compiled(Compiled {
            validate: |bytes, now| {
                let options = at(now);
                let value: T = options.decode(Wire::Protobuf, bytes)?;
                answer(options.validate_value(&value))
            },
            validate_dynamic: |bytes, now| {
                let options = at(now);
                let types =
                    Types::load(&Definition::all(T::SCHEMA)).expect("a compiled schema is one");
                let schema = types
                    .get(&T::SCHEMA.full_name())
                    .expect("it is among its own");
                let value = Dynamic::decode_with(schema, Wire::Protobuf, bytes, &options)?;
                answer(options.validate_value(&value))
            },
        })
    }
}

fn at(now: Timestamp) -> Options<'static> {
    Options::new().validate(false).now(now)
}

fn answer(result: Result<(), Violations>) -> Result<Option<Vec<u8>>, Error> {
    let violations = result.err().unwrap_or_default();
    let is_undecided = violations.iter().any(|violation| violation.undecided);
    (!is_undecided)
        .then(|| violations.to_protobuf())
        .transpose()
}
