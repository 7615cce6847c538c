//! Every shape of a Rust type, in every container, on every wire and from each wire to each: values come back.

#[macro_use]
mod slots;

mod borrowed;
mod brought;
mod collections;
mod encodings;
mod enums;
mod fitted;
mod flattened;
mod floats;
mod known;
mod maps;
mod messages;
mod runs;
mod scalars;
mod tree;
mod tuples;
mod twins;
