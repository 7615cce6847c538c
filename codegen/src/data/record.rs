//! Records as they come: alone or one behind the other, on a wire or in envelopes.

use std::fmt::Display;
use std::io::{Read, Write};

use everwire::dynamic::Dynamic;
use everwire::schema::Dialect;
use everwire::stream::{self, Framing};
use everwire::{Envelope, Error, Limits, Options, Schema, Wire};

use super::{Known, Stop};
use crate::render::Failure;

/// What says on which wire a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Carrier {
    /// The caller.
    Wire(Wire),
    /// Its own header, which also tells its type.
    Envelope,
}

/// How one record is told from the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// There is only one.
    Single,
    /// As in a stream.
    Many(Framing),
}

/// The options that data is read and written with: whether it is valid is for others to say.
pub(super) const OPTIONS: Options = Options::new().validate(false);

/// Finds the schema that a record has.
pub(crate) struct Typed<'k> {
    pub(crate) known: &'k Known,
    /// The type that is asked for; envelopes tell theirs.
    pub(crate) schema: Option<&'static Schema>,
    /// The JSON that the root writes; its own where none is asked for.
    pub(crate) json: Option<Dialect>,
}

/// A record whose wire and type are known.
pub(super) struct Payload<'r> {
    pub(super) wire: Wire,
    pub(super) schema: &'static Schema,
    pub(super) bytes: &'r [u8],
    /// Where it begins in its record.
    pub(super) start: usize,
}

impl Typed<'_> {
    /// What a record holds.
    pub(super) fn payload<'r>(
        &self,
        carrier: Carrier,
        record: &'r [u8],
    ) -> Result<Payload<'r>, String> {
        let untyped = || "there is no type to read it by: help: name it with `--type`".to_owned();
        let Carrier::Wire(wire) = carrier else {
            let envelope = Envelope::parse(record).map_err(|error| told(&error))?;
            let bytes = envelope.payload();
            let id = envelope.type_id();
            if let Some(schema) = self.schema.filter(|schema| !schema.has_type_id(id)) {
                let name = schema.full_name();
                return Err(format!("the envelope holds another type than `{name}`"));
            }
            let known = self.known.sealed(id, envelope.version());
            let known = known.map_err(|failure: Failure| failure.to_string())?;
            let schema = match (self.schema, known) {
                (Some(schema), None) => schema,
                (_, known) => {
                    let known = known.as_deref().unwrap_or(self.known);
                    let name = known.by_id(id);
                    let name = name.ok_or_else(|| format!("no type has the id {id:016x}"))?;
                    let schema = known.schema(name, self.json);
                    schema.map_err(|failure: Failure| failure.to_string())?
                }
            };
            return Ok(Payload {
                wire: envelope.wire(),
                schema,
                bytes,
                start: record.len() - bytes.len(),
            });
        };
        Ok(Payload {
            wire,
            schema: self.schema.ok_or_else(untyped)?,
            bytes: record,
            start: 0,
        })
    }

    /// The value that a record holds.
    pub(super) fn value(&self, carrier: Carrier, record: &[u8]) -> Result<(Dynamic, Wire), String> {
        let payload = self.payload(carrier, record)?;
        let value = Dynamic::decode_with(payload.schema, payload.wire, payload.bytes, &OPTIONS);
        let value = value.map_err(|error: Error| told(&error))?;
        Ok((value, payload.wire))
    }
}

/// Calls `each` with every record, its index and where it begins.
pub(super) fn each(
    input: impl Read,
    carrier: Carrier,
    frame: Frame,
    mut each: impl FnMut(&[u8], u64, u64) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let Frame::Many(framing) = frame else {
        let most = Limits::default().message as u64;
        let mut whole = Vec::new();
        input.take(most.saturating_add(1)).read_to_end(&mut whole)?;
        return each(&whole, 0, 0);
    };
    let wire = match carrier {
        Carrier::Wire(wire) => wire,
        Carrier::Envelope => Wire::MsgPack,
    };
    let mut reader = stream::Reader::new(input, wire)
        .framing(framing)
        .options(OPTIONS);
    loop {
        let index = reader.count();
        if reader.next_record().map_err(stopped)?.is_none() {
            return Ok(());
        }
        each(reader.record(), index, reader.start())?;
    }
}

/// What a stream's error is here.
pub(super) fn stopped(error: stream::Error) -> Stop {
    match error.io_error() {
        Some(io) => Stop::Io(std::io::Error::new(io.kind(), error.to_string())),
        None => Stop::Record(told(&error)),
    }
}

/// An error in words of the program, which has no other limits than the usual ones.
pub(super) fn told(error: &impl Display) -> String {
    let text = error.to_string();
    match text.split_once("; raise it with `Options::limits`") {
        Some((before, after)) => format!(
            "{before}{after}: help: see that the framing and the type are those that the data was written with"
        ),
        None => text,
    }
}

/// Writes values.
pub(super) enum Output<W: Write> {
    Single(W, Wire),
    Many(stream::Writer<W>),
}

impl<W: Write> Output<W> {
    pub(super) fn new(inner: W, wire: Wire, frame: Frame) -> Self {
        match frame {
            Frame::Single => Output::Single(inner, wire),
            Frame::Many(framing) => {
                let writer = stream::Writer::new(inner, wire);
                Output::Many(writer.framing(framing).options(OPTIONS))
            }
        }
    }

    pub(super) fn write(&mut self, value: &Dynamic) -> Result<(), Stop> {
        match self {
            Output::Many(writer) => writer.write(value).map_err(stopped),
            Output::Single(inner, wire) => {
                let bytes = OPTIONS.encode(*wire, value);
                let bytes = bytes.map_err(|error| Stop::Record(told(&error)))?;
                Ok(inner.write_all(&bytes)?)
            }
        }
    }

    pub(super) fn flush(&mut self) -> Result<(), Stop> {
        match self {
            Output::Many(writer) => writer.flush().map_err(stopped),
            Output::Single(inner, _) => Ok(inner.flush()?),
        }
    }
}
