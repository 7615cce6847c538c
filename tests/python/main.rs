//! Python reads what we write, and we read what Python writes, on each wire: msgspec with `array_like=True`, protobuf, orjson.
//!
//! Each value is written here, read there by a typed reader, told field by field and compared, written again there, and read here. Where Python
//! or a package is missing, a line says so; `EVERWIRE_PYTHON_PACKAGES` may name a folder that has the packages of `requirements.txt`.

#[macro_use]
mod told;

mod agree;
mod form;
mod interpreter;
mod types;

mod examples;
mod json;
mod missing;
mod msgpack;
mod protobuf;
