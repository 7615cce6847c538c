//! The data sets: what a record is, how many there are, and the types that each library has for them.

mod blob;
#[cfg(feature = "canada")]
mod canada;
#[cfg(feature = "citm")]
mod citm;
mod enums;
#[cfg(feature = "games")]
mod games;
#[cfg(feature = "logs")]
mod logs;
#[cfg(feature = "meshes")]
mod meshes;
#[cfg(feature = "orders")]
mod orders;
mod random;
#[cfg(feature = "spans")]
mod spans;
mod text;
#[cfg(feature = "tiny")]
mod tiny;
#[cfg(feature = "twitter")]
mod twitter;

use std::error::Error;

use everwire::{Codec, Decode, DecodeOwned};
use serde::{Deserialize, Serialize};
use zerompk::{FromMessagePack, FromMessagePackOwned, ToMessagePack};

use blob::Blob;

use crate::cell::Cells;
use crate::operation::Operation;

/// Everwire's types, compiled by the build script.
mod schema {
    everwire::include_schema!();
}

/// Something that is done with a data set, whatever its types are.
pub trait Visitor {
    /// # Errors
    ///
    /// What keeps it from being done.
    fn visit<S: Set>(&mut self) -> Result<(), Box<dyn Error>>;
}

/// The sets, in the order in which they are measured, each behind the feature of its name.
macro_rules! sets {
    ($($feature:literal $module:ident::$set:ident,)*) => {
        /// The names of the sets that are compiled in.
        pub const NAMES: &[&str] = &[$(
            #[cfg(feature = $feature)]
            $module::$set::NAME,
        )*];

        /// Visits the set of this name.
        ///
        /// # Errors
        ///
        /// The visitor's, and where there is no set of the name.
        pub fn visit(name: &str, visitor: &mut impl Visitor) -> Result<(), Box<dyn Error>> {
            $(
                #[cfg(feature = $feature)]
                if name == $module::$set::NAME {
                    return visitor.visit::<$module::$set>();
                }
            )*
            Err(format!("there is no data set `{name}`: help: the data sets are {}", NAMES.join(", ")).into())
        }
    };
}

sets! {
    "orders" orders::Orders,
    "spans" spans::Spans,
    "meshes" meshes::Meshes,
    "games" games::Games,
    "logs" logs::Logs,
    "tiny" tiny::Tiny,
    "twitter" twitter::Twitter,
    "citm" citm::Citm,
    "canada" canada::Canada,
}

/// The variable that names the folder of the documents.
const DOCUMENTS: &str = "EVERWIRE_TEST_DATA";

/// Whether a set is a document, and where documents are is not known.
pub fn is_missing(name: &str) -> bool {
    matches!(name, "twitter" | "citm" | "canada") && std::env::var_os(DOCUMENTS).is_none()
}

/// A document, as serde_json reads it.
fn document<T: for<'a> Deserialize<'a>>(name: &str) -> Result<T, Box<dyn Error>> {
    let folder = std::env::var_os(DOCUMENTS).ok_or_else(|| {
        format!("{DOCUMENTS} is not set: help: it names the folder that holds {name}")
    })?;
    let path = std::path::Path::new(&folder).join(name);
    let text = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_slice(&text)?)
}

/// How much of a data set, by its length on protobuf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Size {
    /// About 8 KiB.
    Small,
    /// About 256 KiB.
    Middle,
    /// About 8 MiB.
    Large,
}

impl Size {
    pub const ALL: [Self; 3] = [Self::Small, Self::Middle, Self::Large];

    /// The length to come near, in bytes.
    pub fn bytes(self) -> usize {
        match self {
            Self::Small => 8 << 10,
            Self::Middle => 256 << 10,
            Self::Large => 8 << 20,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Small => "8 KiB",
            Self::Middle => "256 KiB",
            Self::Large => "8 MiB",
        }
    }
}

/// A data set.
pub trait Set: 'static {
    const NAME: &'static str;
    /// Whether the types have rules.
    const RULES: bool = false;
    /// Whether it has maps keyed by integers, which flexon does not read.
    const INTEGER_KEYS: bool = false;
    /// The sizes that it has.
    const SIZES: &'static [Size] = &Size::ALL;

    type Owned: Codec
        + DecodeOwned
        + Serialize
        + for<'a> Deserialize<'a>
        + ToMessagePack
        + FromMessagePackOwned
        + Clone
        + PartialEq
        + 'static;
    type Borrowed<'a>: Codec + Decode<'a> + Deserialize<'a> + FromMessagePack<'a>;
    /// Everwire's type that keeps unknown fields, if there is one.
    type Keeping: Codec + DecodeOwned + 'static;
    /// Whether there is.
    const KEEPS: bool;
    type Prost: prost::Message + Default + 'static;
    type Buffa: buffa::HasMessageView + 'static;
    type Quick<'a>: quick_protobuf::MessageRead<'a> + quick_protobuf::MessageWrite;
    type QuickOwned: for<'a> quick_protobuf::MessageRead<'a>
        + quick_protobuf::MessageWrite
        + 'static;

    /// The messages of this size and the number of records in all of them.
    ///
    /// # Errors
    ///
    /// Where a document cannot be read.
    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>>;

    /// Adds the libraries that only some sets have types for.
    ///
    /// # Errors
    ///
    /// As [`Cells::add`].
    fn derived(
        _data: &Data<Self>,
        _operation: Operation,
        _cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        Ok(())
    }
}

/// The messages of a set.
pub struct Data<S: Set + ?Sized> {
    /// Each is encoded for itself.
    pub messages: Vec<S::Owned>,
    /// How many records they hold together.
    pub records: usize,
}

/// One message that holds as many records as come near the size.
fn fill<S: Set, R>(
    size: Size,
    mut record: impl FnMut() -> R,
    message: impl Fn(Vec<R>) -> S::Owned,
) -> Result<Data<S>, Box<dyn Error>> {
    const SAMPLE: usize = 64;
    let sample = message((0..SAMPLE).map(|_| record()).collect());
    let each = everwire::protobuf::to_vec(&sample)?.len().div_ceil(SAMPLE);
    let records = (size.bytes() / each).max(1);
    let message = message((0..records).map(|_| record()).collect());
    Ok(Data {
        messages: vec![message],
        records,
    })
}
