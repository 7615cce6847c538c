//! What a caller can choose: the same options for build scripts and for the program.

use std::path::PathBuf;

pub use everwire_model::model::Dialect;

use crate::pattern::Pattern;

/// What to compile, and how. [`Build`](crate::Build) and the program `codegen` fill it.
#[derive(Clone, Debug)]
pub struct Options {
    /// `.proto` files, or directories of them.
    pub schemas: Vec<PathBuf>,
    /// Directories in which imports are found, besides the directories of [`schemas`](Self::schemas).
    pub includes: Vec<PathBuf>,
    /// Descriptor sets (`google.protobuf.FileDescriptorSet`) that another compiler made.
    pub descriptors: Vec<PathBuf>,
    /// A package or type by its full name, and the Rust path that stands for it; nothing is generated for it. The types of
    /// the runtime's module `wkt` stand for the well-known ones that have no path here, unless their files are among
    /// [`schemas`](Self::schemas).
    pub extern_paths: Vec<(String, String)>,
    /// Attributes of messages, enums and oneofs.
    pub type_attributes: Vec<(Pattern, String)>,
    /// Attributes of fields, oneof fields and enum values.
    pub field_attributes: Vec<(Pattern, String)>,
    /// Derives of messages, enums and oneofs, besides the usual ones: `Eq, Hash`.
    pub derives: Vec<(Pattern, String)>,
    /// The Rust type of map fields, without its arguments: `BTreeMap` (the default), `HashMap` or a path.
    pub map_types: Vec<(Pattern, String)>,
    /// The Rust type of `bytes` fields; `Vec<u8>` by default.
    pub bytes_types: Vec<(Pattern, String)>,
    /// `string` fields that are to keep what is not UTF-8, where their feature `utf8_validation` is `NONE`.
    pub unverified: Vec<Pattern>,
    /// Message fields to box though no cycle needs it.
    pub boxed: Vec<Pattern>,
    /// Messages that are messages of prost too.
    pub prost: Vec<Pattern>,
    /// Services that have a client on tonic.
    pub tonic_clients: Vec<Pattern>,
    /// Services that have a server on tonic.
    pub tonic_servers: Vec<Pattern>,
    /// Whether clients connect by themselves, which needs tonic's transport.
    pub tonic_transport: bool,
    /// Messages and enums that have serde's traits too.
    pub serde: Vec<Pattern>,
    /// The JSON of types that do not choose; `None` is [`Dialect::Proto`].
    pub json: Option<Dialect>,
    /// Whether messages keep unknown fields.
    pub unknown_fields: bool,
    /// Functions that check messages or fields, by full name.
    pub hooks: Vec<(String, String)>,
    /// Functions that upgrade messages, by full name.
    pub upgrades: Vec<(String, String)>,
    /// The path of the runtime crate in the generated code.
    pub crate_path: String,
    /// Whether the outermost module has a function `register`, which adds all messages and extensions to a registry.
    pub registry: bool,
    /// Whether rules in CEL are skipped with a warning, and not refused.
    pub skip_cel: bool,
    /// The lock that gives types their versions, and that nothing may break.
    pub lock: Option<PathBuf>,
    /// How the output is laid out.
    pub layout: Layout,
}

/// How the output is laid out.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Layout {
    /// `mod.rs`, and one file for each package: `shop/v1.rs`.
    #[default]
    Tree,
    /// All modules in one file of this name, to be included.
    File(String),
}

impl Default for Options {
    fn default() -> Self {
        Options {
            schemas: Vec::new(),
            includes: Vec::new(),
            descriptors: Vec::new(),
            extern_paths: Vec::new(),
            type_attributes: Vec::new(),
            field_attributes: Vec::new(),
            derives: Vec::new(),
            map_types: Vec::new(),
            bytes_types: Vec::new(),
            unverified: Vec::new(),
            boxed: Vec::new(),
            prost: Vec::new(),
            tonic_clients: Vec::new(),
            tonic_servers: Vec::new(),
            tonic_transport: true,
            serde: Vec::new(),
            json: None,
            unknown_fields: true,
            hooks: Vec::new(),
            upgrades: Vec::new(),
            crate_path: String::from("::everwire"),
            registry: false,
            skip_cel: false,
            lock: None,
            layout: Layout::Tree,
        }
    }
}

impl Options {
    /// The value of the last pair whose pattern means `full_name`.
    pub(crate) fn last<'a>(pairs: &'a [(Pattern, String)], full_name: &str) -> Option<&'a str> {
        pairs
            .iter()
            .rev()
            .find(|(pattern, _)| pattern.matches(full_name))
            .map(|(_, value)| value.as_str())
    }

    /// The values of all pairs whose pattern means `full_name`.
    pub(crate) fn all<'a>(
        pairs: &'a [(Pattern, String)],
        full_name: &str,
    ) -> impl Iterator<Item = &'a str> {
        pairs
            .iter()
            .filter(move |(pattern, _)| pattern.matches(full_name))
            .map(|(_, value)| value.as_str())
    }
}
