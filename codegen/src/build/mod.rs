//! [`Build`]: the compiler for build scripts.

mod cargo;

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::disk;
use crate::engine::{self, Plan};
use crate::options::{Dialect, Layout, Options};
use crate::pattern::Pattern;
use crate::render::Failure;

/// The file that `everwire::include_schema!()` includes.
const FILE: &str = "everwire.rs";

/// Compiles schemas in a build script; the options are those of the program `codegen`.
///
/// Paths are relative to the package's directory. The output goes to `OUT_DIR/everwire.rs`, which
/// `everwire::include_schema!()` includes, unless [`out_dir`](Build::out_dir) says otherwise. Only what changed is
/// written, and cargo is told which files the output depends on.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), everwire_codegen::Failure> {
///     everwire_codegen::Build::new().schemas("schemas/").derive("shop.**", "Eq, Hash").compile()?;
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, Default)]
#[must_use = "nothing happens before `compile`"]
pub struct Build {
    options: Options,
    out_dir: Option<PathBuf>,
}

impl Build {
    /// A build without schemas.
    pub fn new() -> Self {
        Build::default()
    }

    /// Adds a `.proto` file, or a directory of them.
    pub fn schemas(mut self, path: impl AsRef<Path>) -> Self {
        self.options.schemas.push(path.as_ref().to_owned());
        self
    }

    /// Adds a directory in which imports are found; those given to [`schemas`](Self::schemas) are such, too.
    pub fn include(mut self, directory: impl AsRef<Path>) -> Self {
        self.options.includes.push(directory.as_ref().to_owned());
        self
    }

    /// Adds a `google.protobuf.FileDescriptorSet` that another compiler made, with all imports.
    pub fn descriptors(mut self, file: impl AsRef<Path>) -> Self {
        self.options.descriptors.push(file.as_ref().to_owned());
        self
    }

    /// Lets a Rust path stand for a package or a type, for which nothing is generated then:
    /// `extern_path("shop.types", "::shop_types")`. The types of `everwire::wkt` stand for the well-known ones of
    /// `google.protobuf` without being asked, unless their files are among the [`schemas`](Self::schemas).
    pub fn extern_path(mut self, full_name: &str, path: &str) -> Self {
        self.options
            .extern_paths
            .push((full_name.to_owned(), path.to_owned()));
        self
    }

    /// Adds an attribute to messages, enums and oneofs, by a [pattern](Pattern) of full names.
    pub fn type_attribute(mut self, pattern: &str, attribute: &str) -> Self {
        self.options
            .type_attributes
            .push((Pattern::new(pattern), attribute.to_owned()));
        self
    }

    /// Adds an attribute to fields and enum values, by a [pattern](Pattern) of full names.
    pub fn field_attribute(mut self, pattern: &str, attribute: &str) -> Self {
        self.options
            .field_attributes
            .push((Pattern::new(pattern), attribute.to_owned()));
        self
    }

    /// Adds derives to messages, enums and oneofs, by a [pattern](Pattern) of full names.
    pub fn derive(mut self, pattern: &str, traits: &str) -> Self {
        self.options
            .derives
            .push((Pattern::new(pattern), traits.to_owned()));
        self
    }

    /// Sets the type of map fields, by a [pattern](Pattern) of full names: `BTreeMap` (the default), `HashMap`, or a path.
    pub fn map_type(mut self, pattern: &str, path: &str) -> Self {
        self.options
            .map_types
            .push((Pattern::new(pattern), path.to_owned()));
        self
    }

    /// Sets the type of `bytes` fields, by a [pattern](Pattern) of full names; `Vec<u8>` by default.
    pub fn bytes_type(mut self, pattern: &str, ty: &str) -> Self {
        self.options
            .bytes_types
            .push((Pattern::new(pattern), ty.to_owned()));
        self
    }

    /// Lets `string` fields keep what is not UTF-8, by a [pattern](Pattern) of full names, where their feature
    /// `utf8_validation` is `NONE`, as in proto2: their type is `everwire::Text` rather than `String`, which refuses it.
    pub fn unverified(mut self, pattern: &str) -> Self {
        self.options.unverified.push(Pattern::new(pattern));
        self
    }

    /// Boxes message fields that no cycle needs boxed, by a [pattern](Pattern) of full names.
    pub fn boxed(mut self, pattern: &str) -> Self {
        self.options.boxed.push(Pattern::new(pattern));
        self
    }

    /// Makes messages of prost's too, by a [pattern](Pattern) of full names: they implement `prost::Message` and `prost::Name`, which
    /// run on Everwire's wire, and so go wherever a message of prost's does. The runtime needs its feature `prost`.
    pub fn prost(mut self, pattern: &str) -> Self {
        self.options.prost.push(Pattern::new(pattern));
        self
    }

    /// Gives messages and enums serde's traits too, by a [pattern](Pattern) of full names: `Serialize` and `Deserialize`, in the native form of
    /// JSON. The runtime needs its feature `serde`.
    pub fn serde(mut self, pattern: &str) -> Self {
        self.options.serde.push(Pattern::new(pattern));
        self
    }

    /// Writes a client and a server on tonic for services, by a [pattern](Pattern) of full names: the modules `…_client` and `…_server` beside
    /// the types, with the names that tonic-build gives them. The runtime needs its feature `tonic`.
    pub fn tonic(self, pattern: &str) -> Self {
        self.tonic_clients(pattern).tonic_servers(pattern)
    }

    /// Writes a client alone, as [`tonic`](Self::tonic) does.
    pub fn tonic_clients(mut self, pattern: &str) -> Self {
        self.options.tonic_clients.push(Pattern::new(pattern));
        self
    }

    /// Writes a server alone, as [`tonic`](Self::tonic) does.
    pub fn tonic_servers(mut self, pattern: &str) -> Self {
        self.options.tonic_servers.push(Pattern::new(pattern));
        self
    }

    /// Sets whether clients have a function `connect`, which needs tonic's feature `channel`, one of its default features; they do by default.
    pub fn tonic_transport(mut self, transport: bool) -> Self {
        self.options.tonic_transport = transport;
        self
    }

    /// Sets the JSON of types that do not choose for themselves; [`Dialect::Proto`] by default.
    pub fn json(mut self, dialect: Dialect) -> Self {
        self.options.json = Some(dialect);
        self
    }

    /// Sets whether messages keep the fields that they do not know; they do by default.
    pub fn unknown_fields(mut self, keep: bool) -> Self {
        self.options.unknown_fields = keep;
        self
    }

    /// Has a function check a message or a field: `hook("shop.v1.Order", "crate::check")`, where `check` is
    /// `fn(&Order) -> Result<(), everwire::Violation>`.
    pub fn hook(mut self, full_name: &str, function: &str) -> Self {
        self.options
            .hooks
            .push((full_name.to_owned(), function.to_owned()));
        self
    }

    /// Has a function upgrade a message that older or newer versions have written: `upgrade("shop.v1.Order", "crate::upgrade")`, where
    /// `upgrade` is `fn(&mut Order, &everwire::Upgrade<'_>)` and may return a `Result`. It takes the place of the one that the schema names.
    pub fn upgrade(mut self, full_name: &str, function: &str) -> Self {
        self.options
            .upgrades
            .push((full_name.to_owned(), function.to_owned()));
        self
    }

    /// Sets the path of the runtime in the generated code; `::everwire` by default.
    pub fn crate_path(mut self, path: &str) -> Self {
        self.options.crate_path = path.to_owned();
        self
    }

    /// Sets whether the outermost module has a function that adds every message and every extension of the output to an
    /// [`everwire::Registry`](https://docs.rs/everwire/latest/everwire/struct.Registry.html); it does not by default:
    ///
    /// ```text
    /// pub fn register(registry: &mut everwire::Registry) -> Result<(), everwire::Error>
    /// ```
    ///
    /// What an [`extern_path`](Self::extern_path) stands for is not in it; the well-known types have
    /// `everwire::wkt::register`.
    pub fn registry(mut self, registry: bool) -> Self {
        self.options.registry = registry;
        self
    }

    /// Sets whether rules in CEL (`cel`, `cel_expression` and predefined rules of protovalidate's options) are skipped with a warning of cargo's;
    /// they are refused by default. A [`hook`](Self::hook) can check what they say.
    pub fn skip_cel(mut self, skip: bool) -> Self {
        self.options.skip_cel = skip;
        self
    }

    /// Holds the schemas against a lock: what breaks is refused, and types have the version that the lock says, for envelopes.
    ///
    /// `codegen lock` begins one and keeps it; the script runs again when it changes.
    pub fn lock(mut self, path: impl AsRef<Path>) -> Self {
        self.options.lock = Some(path.as_ref().to_owned());
        self
    }

    /// Writes a module tree to a directory of the package in place of one file to `OUT_DIR`; `mod.rs` is its root.
    pub fn out_dir(mut self, directory: impl AsRef<Path>) -> Self {
        self.out_dir = Some(directory.as_ref().to_owned());
        self
    }

    /// Compiles, writes what changed, and tells cargo what the output depends on.
    ///
    /// # Errors
    ///
    /// Mistakes in the schemas, with the lines in question; or what kept the run from being made.
    pub fn compile(self) -> Result<Plan, Failure> {
        let package = directory_of("CARGO_MANIFEST_DIR")?;
        let out_dir = match &self.out_dir {
            Some(_) => PathBuf::new(),
            None => directory_of("OUT_DIR")?,
        };
        self.compile_in(&package, &out_dir, &mut std::io::stdout())
    }

    fn compile_in(
        mut self,
        package: &Path,
        out_dir: &Path,
        cargo: &mut dyn Write,
    ) -> Result<Plan, Failure> {
        let options = &mut self.options;
        for path in options
            .schemas
            .iter_mut()
            .chain(&mut options.includes)
            .chain(&mut options.descriptors)
            .chain(&mut options.lock)
        {
            *path = cargo::relative(package, path);
        }
        let directory = match &self.out_dir {
            Some(directory) => package.join(directory),
            None => {
                options.layout = Layout::File(FILE.to_owned());
                out_dir.to_owned()
            }
        };
        let result = engine::compile(options);
        match &result {
            Ok(plan) => cargo::rerun_if_changed(&plan.inputs, cargo),
            Err(_) => {
                cargo::rerun_if_changed(&options.schemas, cargo);
                cargo::rerun_if_changed(options.lock.as_slice(), cargo);
            }
        }
        let plan = result?;
        cargo::warn(&plan.warnings, cargo);
        let state = disk::compare(&directory, &plan.files)?;
        disk::write(&directory, &plan.files, &state)?;
        Ok(plan)
    }
}

fn directory_of(variable: &str) -> Result<PathBuf, Failure> {
    std::env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| {
            Failure::run(
                format!("`{variable}` is not set"),
                "call `Build` from a build script, or use `everwire_codegen::compile` elsewhere",
            )
        })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn one_file_is_written_once_and_cargo_knows_its_inputs() {
        let package = crate::disk::scratch("build");
        let (schemas, out) = (package.join("schemas"), package.join("out"));
        fs::create_dir_all(schemas.join("shop")).unwrap();
        fs::write(
            schemas.join("a.proto"),
            "syntax = \"proto3\"; import \"shop/b.proto\"; message A { shop.B b = 1; }",
        )
        .unwrap();
        fs::write(
            schemas.join("shop/b.proto"),
            "syntax = \"proto3\"; package shop; message B {}",
        )
        .unwrap();
        let run = || {
            let mut said = Vec::new();
            let plan = Build::new()
                .schemas("schemas")
                .compile_in(&package, &out, &mut said)
                .unwrap();
            (plan, String::from_utf8(said).unwrap())
        };
        let (plan, said) = run();
        let shown = schemas.display();
        assert_eq!(
            said,
            format!(
                "cargo:rerun-if-changed={shown}\ncargo:rerun-if-changed={shown}/a.proto\n\
                 cargo:rerun-if-changed={shown}/shop\ncargo:rerun-if-changed={shown}/shop/b.proto\n"
            )
        );
        assert_eq!(plan.files.keys().collect::<Vec<_>>(), ["everwire.rs"]);
        let written = fs::metadata(out.join("everwire.rs"))
            .unwrap()
            .modified()
            .unwrap();
        run();
        assert_eq!(
            fs::metadata(out.join("everwire.rs"))
                .unwrap()
                .modified()
                .unwrap(),
            written
        );
        fs::write(
            schemas.join("a.proto"),
            "syntax = \"proto3\"; message A { B b = 1; }",
        )
        .unwrap();
        let mut said = Vec::new();
        let failure = Build::new()
            .schemas("schemas")
            .compile_in(&package, &out, &mut said)
            .unwrap_err();
        assert!(
            failure.to_string().contains("name `B` is not defined"),
            "{failure}"
        );
        assert_eq!(
            String::from_utf8(said).unwrap(),
            format!("cargo:rerun-if-changed={shown}\n")
        );
        fs::remove_dir_all(package).unwrap();
    }
}
