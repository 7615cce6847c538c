//! The command line.

use std::path::PathBuf;

use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

use crate::options::{Dialect, Options};
use crate::pattern::Pattern;
use crate::render::Failure;

/// Compiles `.proto` files to Rust that speaks protobuf, MessagePack and JSON.
///
/// A PATTERN is a full name, such as `shop.v1.Order`; `*` stands for one part of it, `**` for any number of parts, `.` for
/// everything.
#[derive(Debug, Parser)]
#[command(
    name = "codegen",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit code: 0 all is well, 1 findings (or stale files with --check), 2 the run could not be made, 3 (of `check`) nothing breaks but the lock is not up to date."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// `.proto` files, or directories of them
    #[arg(value_name = "SCHEMAS")]
    pub(super) schemas: Vec<PathBuf>,

    /// The directory to write to
    #[arg(short, long = "out-dir", value_name = "DIR")]
    pub(super) out_dir: Option<PathBuf>,

    /// A directory in which imports are found, besides SCHEMAS
    #[arg(short = 'I', long, value_name = "DIR")]
    pub(super) include: Vec<PathBuf>,

    /// A `FileDescriptorSet` of another compiler, with all imports
    #[arg(long, value_name = "FILE")]
    pub(super) descriptors: Vec<PathBuf>,

    /// Write nothing; print what would change as a diff, and exit with 1 if anything would
    #[arg(long)]
    pub(super) check: bool,

    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text", global = true)]
    pub(super) format: Format,

    /// Let a Rust path stand for a package or type
    #[arg(long, value_name = "NAME=PATH", value_parser = pair)]
    pub(super) extern_path: Vec<(String, String)>,

    /// Add an attribute to messages, enums and oneofs
    #[arg(long, value_name = "PATTERN=ATTRIBUTE", value_parser = pair)]
    pub(super) type_attribute: Vec<(String, String)>,

    /// Add an attribute to fields and enum values
    #[arg(long, value_name = "PATTERN=ATTRIBUTE", value_parser = pair)]
    pub(super) field_attribute: Vec<(String, String)>,

    /// Add derives to messages, enums and oneofs
    #[arg(long, value_name = "PATTERN=TRAITS", value_parser = pair)]
    pub(super) derive: Vec<(String, String)>,

    /// Set the type of maps: `BTreeMap` (the default), `HashMap` or a path
    #[arg(long, value_name = "PATTERN=PATH", value_parser = pair)]
    pub(super) map_type: Vec<(String, String)>,

    /// Set the type of `bytes` fields, `Vec<u8>` by default
    #[arg(long, value_name = "PATTERN=TYPE", value_parser = pair)]
    pub(super) bytes_type: Vec<(String, String)>,

    /// Let `string` fields keep what is not UTF-8, where `utf8_validation` is NONE
    #[arg(long, value_name = "PATTERN")]
    pub(super) unverified: Vec<String>,

    /// Box message fields that no cycle needs boxed
    #[arg(long, value_name = "PATTERN")]
    pub(super) boxed: Vec<String>,

    /// Implement `prost::Message` for messages, on the wire of the runtime, whose feature `prost` that needs
    #[arg(long, value_name = "PATTERN")]
    pub(super) prost: Vec<String>,

    /// Implement `Serialize` and `Deserialize` for messages and enums, which needs the feature `serde` of the runtime
    #[arg(long, value_name = "PATTERN")]
    pub(super) serde: Vec<String>,

    /// Write a client and a server on tonic for services, which needs the feature `tonic` of the runtime
    #[arg(long, value_name = "PATTERN")]
    pub(super) tonic: Vec<String>,

    /// Write a client alone
    #[arg(long, value_name = "PATTERN")]
    pub(super) tonic_clients: Vec<String>,

    /// Write a server alone
    #[arg(long, value_name = "PATTERN")]
    pub(super) tonic_servers: Vec<String>,

    /// Whether clients have a function `connect`, which needs tonic's feature `channel`
    #[arg(long, value_name = "CONNECT", default_value_t = true, action = clap::ArgAction::Set)]
    pub(super) tonic_transport: bool,

    /// The JSON of types that do not choose for themselves
    #[arg(long, value_name = "DIALECT", default_value = "proto")]
    pub(super) json: Json,

    /// Whether messages keep the fields that they do not know
    #[arg(long, value_name = "KEEP", default_value_t = true, action = clap::ArgAction::Set)]
    pub(super) unknown_fields: bool,

    /// Have a function check a message or a field
    #[arg(long, value_name = "NAME=FUNCTION", value_parser = pair)]
    pub(super) hook: Vec<(String, String)>,

    /// Have a function upgrade a message that another version has written
    #[arg(long, value_name = "NAME=FUNCTION", value_parser = pair)]
    pub(super) upgrade: Vec<(String, String)>,

    /// Write a function `register`, which adds all messages and extensions to a registry
    #[arg(long)]
    pub(super) registry: bool,

    /// Skip rules in CEL with a warning; without it they are refused
    #[arg(long)]
    pub(super) skip_cel: bool,

    /// Give types the versions that a lock says, and refuse what breaks
    #[arg(long, value_name = "FILE")]
    pub(super) lock: Option<PathBuf>,

    /// The path of the runtime in the generated code
    #[arg(long, value_name = "PATH", default_value = "::everwire")]
    pub(super) crate_path: String,
}

/// What else the program does.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the page of a rule; without one, the list of all
    Explain {
        /// The rule's id, as findings show it
        id: Option<String>,
    },

    /// Take down in the lock what the schemas say; what breaks is refused
    Lock(super::check::Lock),

    /// Compare the schemas with the lock, by writing and reading values on every wire
    #[command(
        after_help = "Exit code: 0 nothing breaks, 1 something does, 2 the run could not be made, 3 nothing breaks but the lock is not up to date."
    )]
    Check(super::check::Check),

    /// Write data anew on another wire
    Convert(super::data::Convert),

    /// Show the bytes of data: offset, bytes, field, name, type and value of each part
    Inspect(super::data::Inspect),

    /// Write schemas of what Rust sources and `.proto` files say
    Export(super::export::Arguments),
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people: the line, the caret, and what to do
    Text,
    /// For programs: one JSON object a line
    Json,
    /// For reviews on GitHub: workflow commands
    Github,
}

/// The JSON that a type writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Json {
    /// serde_json's habits
    Native,
    /// Canonical ProtoJSON
    Proto,
}

impl Json {
    /// The dialect.
    pub(super) fn dialect(self) -> Dialect {
        match self {
            Json::Native => Dialect::Native,
            Json::Proto => Dialect::Proto,
        }
    }
}

impl Arguments {
    /// The verb that was meant by what is taken for a path, and is none.
    pub(super) fn meant(&self) -> Option<Failure> {
        let first = self.schemas.first().filter(|path| !path.exists())?;
        let word = first.to_str()?;
        let program = Self::command();
        let verbs: Vec<&str> = program
            .get_subcommands()
            .map(clap::Command::get_name)
            .collect();
        let verb = *similar::get_close_matches(word, &verbs, 1, 0.7).first()?;
        Some(Failure::run(
            format!("`{word}` is no verb, no file and no directory"),
            format!("did you mean `{verb}`?"),
        ))
    }

    /// The options of the engine.
    pub(super) fn options(self) -> Options {
        let patterns = |pairs: Vec<(String, String)>| {
            pairs
                .into_iter()
                .map(|(pattern, value)| (Pattern::new(pattern), value))
                .collect::<Vec<_>>()
        };
        Options {
            schemas: self.schemas,
            includes: self.include,
            descriptors: self.descriptors,
            extern_paths: self.extern_path,
            type_attributes: patterns(self.type_attribute),
            field_attributes: patterns(self.field_attribute),
            derives: patterns(self.derive),
            map_types: patterns(self.map_type),
            bytes_types: patterns(self.bytes_type),
            unverified: self.unverified.into_iter().map(Pattern::new).collect(),
            boxed: self.boxed.into_iter().map(Pattern::new).collect(),
            prost: self.prost.into_iter().map(Pattern::new).collect(),
            tonic_clients: (self.tonic.iter().cloned())
                .chain(self.tonic_clients)
                .map(Pattern::new)
                .collect(),
            tonic_servers: (self.tonic.into_iter())
                .chain(self.tonic_servers)
                .map(Pattern::new)
                .collect(),
            tonic_transport: self.tonic_transport,
            serde: self.serde.into_iter().map(Pattern::new).collect(),
            json: Some(self.json.dialect()),
            unknown_fields: self.unknown_fields,
            hooks: self.hook,
            upgrades: self.upgrade,
            registry: self.registry,
            skip_cel: self.skip_cel,
            lock: self.lock,
            crate_path: self.crate_path,
            ..Options::default()
        }
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() && !value.is_empty() => {
            Ok((name.to_owned(), value.to_owned()))
        }
        _ => Err("a name, `=` and a value are expected".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn options_have_their_values() {
        let words = [
            "codegen",
            "schemas",
            "-o",
            "gen",
            "-I",
            "third_party",
            "--derive",
            ".=Eq",
            "--type-attribute",
            "a.B=#[cfg(x = \"y\")]",
            "--unknown-fields",
            "false",
            "--json",
            "native",
            "--registry",
        ];
        let arguments = Arguments::try_parse_from(words).unwrap();
        assert_eq!(arguments.out_dir, Some(PathBuf::from("gen")));
        let options = arguments.options();
        assert_eq!(options.schemas, [PathBuf::from("schemas")]);
        assert_eq!(options.includes, [PathBuf::from("third_party")]);
        assert_eq!(options.derives, [(Pattern::new("."), "Eq".to_owned())]);
        assert_eq!(
            options.type_attributes,
            [(Pattern::new("a.B"), "#[cfg(x = \"y\")]".to_owned())]
        );
        assert_eq!(
            (options.unknown_fields, options.json, options.registry),
            (false, Some(Dialect::Native), true)
        );
        assert!(Arguments::try_parse_from(["codegen", "--derive", "Eq"]).is_err());
    }
}
