//! What became of a message that a case sends.

use everwire::dynamic::{Definition, Dynamic, Types};
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
    /// Reads bytes of protobuf without validation, then validates.
    pub validate: fn(&[u8]) -> Result<Violations, Error>,
    /// The same by the schema as data.
    pub validate_dynamic: fn(&[u8]) -> Result<Violations, Error>,
}

const UNVALIDATED: Options = Options::new().validate(false);

impl Subject {
    pub(crate) fn of<T: Codec + DecodeOwned>() -> Subject {
        Subject::Compiled(Compiled {
            validate: |bytes| {
                let value: T = UNVALIDATED.decode(Wire::Protobuf, bytes)?;
                Ok(value.validate().err().unwrap_or_default())
            },
            validate_dynamic: |bytes| {
                let types =
                    Types::load(&Definition::all(T::SCHEMA)).expect("a compiled schema is one");
                let schema = types
                    .get(&T::SCHEMA.full_name())
                    .expect("it is among its own");
                let value = Dynamic::decode_with(schema, Wire::Protobuf, bytes, &UNVALIDATED)?;
                Ok(value.validate().err().unwrap_or_default())
            },
        })
    }
}
