//! From descriptors to the raw model, and to the modules that its items live in.
//!
//! 1. `select` decides which declarations are generated;
//! 2. `names` and `path` say what they are called in Rust, `cycle` which fields are boxed;
//! 3. `message`, `oneof`, `union` and `enumeration` lower declarations, `field` and `ty` what is in them;
//! 4. `everwire` reads our own options, `rules` and `default` the values in them, `rust` the types that protobuf has no form for;
//! 5. `unmatched` finds what the caller's options mean and the schemas do not have;
//! 6. `service` says what clients and servers are made of, `register` names all that a registry takes;
//! 7. `spelling` turns the advice of the model's checks into that of a schema;
//! 8. `docs` and `attributes` carry over what stands around a declaration.

mod attributes;
mod cycle;
pub(crate) mod default;
mod docs;
mod enumeration;
mod everwire;
mod extension;
mod field;
mod message;
mod names;
mod oneof;
mod path;
mod register;
mod rules;
mod rust;
#[cfg(test)]
pub(crate) mod sample;
mod select;
pub(crate) mod service;
mod spelling;
#[cfg(test)]
mod tests;
mod ty;
mod union;
mod unmatched;
mod well_known;

use std::cell::RefCell;
use std::collections::BTreeSet;

use everwire_model::model::{At, Diagnostic, raw};
use proc_macro2::TokenStream;
use prost_reflect::FileDescriptor;
use quote::ToTokens;
use syn::parse::Parse;

use crate::engine::Service;
use crate::options::Options;
use crate::render::Failure;
use crate::source::Source;
use crate::source::features::Table;
use crate::source::place::Places;
use cycle::Cycles;
#[cfg(test)]
pub(crate) use default::unescape;
use names::Names;
use path::Extern;
use select::Selection;
pub(crate) use spelling::in_schema;
use ty::Here;

/// The raw model of a run.
#[derive(Debug)]
pub(crate) struct Lowered {
    /// The outermost module.
    pub(crate) root: Module,
    /// The services of the files that are generated whole.
    pub(crate) services: Vec<Service>,
    /// Mistakes that the raw model cannot hold.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What ought to be seen, though nothing fails.
    pub(crate) warnings: Vec<Diagnostic>,
    /// What the places in the model mean.
    pub(crate) places: Places,
}

/// A module of the output.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Its name; empty for the outermost.
    pub(crate) name: String,
    /// What it is, where that is no package.
    pub(crate) docs: Option<String>,
    /// The schemas that it comes from.
    pub(crate) files: BTreeSet<String>,
    /// What it takes from the runtime's `private` module.
    pub(crate) imports: BTreeSet<&'static str>,
    /// Its types, in the order of the schemas.
    pub(crate) declarations: Vec<Declaration>,
    /// Its extensions, in the order of the schemas.
    pub(crate) extensions: Vec<Extension>,
    /// Its services, in the order of the schemas.
    pub(crate) services: Vec<service::Declared>,
    /// Functions.
    pub(crate) more: TokenStream,
    /// Its packages, sorted.
    pub(crate) modules: Vec<Module>,
}

/// A field that the output adds to a message.
#[derive(Debug)]
pub(crate) struct Extension {
    /// A message of that field alone.
    pub(crate) item: raw::Item,
    /// The constant.
    pub(crate) constant: everwire_model::expand::Extension,
}

/// A type of the output.
#[derive(Debug)]
pub(crate) struct Declaration {
    /// The type.
    pub(crate) item: raw::Item,
    /// What belongs to the type besides the traits: `impl Default`, accessors.
    pub(crate) more: TokenStream,
    /// The types that are declared in it.
    pub(crate) inner: Option<Module>,
}

/// Lowers all that is to be generated.
///
/// # Errors
///
/// An option of the caller's that cannot be parsed.
pub(crate) fn lower(source: &Source, options: &Options) -> Result<Lowered, Failure> {
    let runtime = path::parse::<syn::Path>(&options.crate_path, "crate_path", CRATE_PATH)?;
    let externs =
        Extern::new(&options.extern_paths)?.with_provided(well_known::provided(source, &runtime));
    let mut selection = Selection::new(source, &externs);
    selection.services = service::selected(source, options);
    let mut lower = Lower {
        options,
        runtime: runtime.clone(),
        features: &source.features,
        names: Names::new(&selection),
        cycles: Cycles::new(&selection.all_messages()),
        externs,
        everwire: everwire::Reader::new(&source.pool),
        rules: rules::Options::new(&source.pool),
        places: RefCell::new(Places::new(&source.pool)),
        found: RefCell::default(),
        warned: RefCell::default(),
        failure: RefCell::default(),
    };
    for found in unmatched::find(options, &selection, source) {
        lower.report(found);
    }
    let mut root = Module::default();
    for message in &selection.messages {
        let modules = lower.names.package(message.package_name()).to_vec();
        let module = root.find(&modules);
        module.files.insert(message.parent_file().name().to_owned());
        lower.message(message, &modules, module);
    }
    for extension in &selection.extensions {
        let modules = lower.names.package(extension.package_name()).to_vec();
        let module = root.find(&modules);
        module
            .files
            .insert(extension.parent_file().name().to_owned());
        let mut here = Here {
            modules: &modules,
            imports: &mut module.imports,
        };
        module
            .extensions
            .extend(lower.extension(extension, &mut here));
    }
    for one in &selection.enums {
        let modules = lower.names.package(one.package_name()).to_vec();
        let module = root.find(&modules);
        module.files.insert(one.parent_file().name().to_owned());
        module.declarations.push(lower.enumeration(one));
    }
    for service in &selection.services {
        let modules = lower.names.package(service.package_name()).to_vec();
        let module = root.find(&modules);
        module.files.insert(service.parent_file().name().to_owned());
        module.services.push(lower.service(service, &modules));
    }
    root.sort();
    if options.registry {
        root.more = register::register(&root, &runtime);
    }
    match lower.failure.take() {
        Some(failure) => Err(failure),
        None => Ok(Lowered {
            root,
            services: service::told(source),
            diagnostics: lower.found.take(),
            warnings: lower.warned.take(),
            places: std::mem::take(lower.places.get_mut()),
        }),
    }
}

/// What the option is.
const CRATE_PATH: &str = "a Rust path, such as `::everwire`";

struct Lower<'a> {
    options: &'a Options,
    /// The path of the runtime.
    runtime: TokenStream,
    features: &'a Table,
    names: Names,
    cycles: Cycles,
    externs: Extern,
    everwire: everwire::Reader,
    rules: rules::Options,
    places: RefCell<Places>,
    found: RefCell<Vec<Diagnostic>>,
    warned: RefCell<Vec<Diagnostic>>,
    failure: RefCell<Option<Failure>>,
}

impl Lower<'_> {
    /// The place of a declaration or of a part of it.
    fn at(&self, file: &FileDescriptor, path: &[i32]) -> At {
        self.places.borrow_mut().at(file.name(), path)
    }

    /// The place of what stands at a path below a declaration.
    fn at_part(&self, file: &FileDescriptor, path: &[i32], part: &[i32]) -> At {
        self.at(file, &[path, part].concat())
    }

    fn report(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    fn warn(&self, diagnostic: Diagnostic) {
        self.warned.borrow_mut().push(diagnostic);
    }

    /// Rust that the caller or a schema wrote; the first that cannot be parsed ends the run.
    fn parse<T: Parse + ToTokens>(&self, text: &str, option: &str, expected: &str) -> TokenStream {
        path::parse::<T>(text, option, expected).unwrap_or_else(|failure| {
            self.failure.borrow_mut().get_or_insert(failure);
            TokenStream::new()
        })
    }

    fn crate_path(&self) -> TokenStream {
        self.runtime.clone()
    }
}

impl Module {
    /// The module of this path, made where it is missing.
    fn find(&mut self, path: &[String]) -> &mut Module {
        let mut module = self;
        for name in path {
            let index = module
                .modules
                .iter()
                .position(|inner| inner.name == *name)
                .unwrap_or_else(|| {
                    module.modules.push(Module {
                        name: name.clone(),
                        ..Module::default()
                    });
                    module.modules.len() - 1
                });
            module = &mut module.modules[index];
        }
        module
    }

    fn sort(&mut self) {
        self.modules.sort_by(|a, b| a.name.cmp(&b.name));
        self.modules.iter_mut().for_each(Module::sort);
    }
}
