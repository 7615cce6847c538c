//! The whole way from options to a plan: load, lower, check, expand, emit.

use std::collections::BTreeMap;
use std::path::PathBuf;

use everwire_model::model::raw;
use everwire_model::{check, expand};
use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

use crate::check::Check;
use crate::define;
use crate::emit;
use crate::lower::service::Declared;
use crate::lower::{self, Module};
use crate::options::Options;
use crate::render::{Failure, Finding, Report, Severity};
use crate::source::{self, Source};

/// What a run makes: files, not yet written.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The text of each file by its path, relative to the output directory, with `/`.
    pub files: BTreeMap<String, String>,
    /// The files that the output depends on, and the directories that were searched for them.
    pub inputs: Vec<PathBuf>,
    /// The services of the schemas, whether anything is generated for them or not.
    pub services: Vec<Service>,
    /// What ought to be seen, though nothing fails: rules that were skipped.
    pub warnings: Report,
}

/// A service of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its full name.
    pub name: String,
    /// Its comment, line by line.
    pub docs: Vec<String>,
    /// Its methods, in order.
    pub methods: Vec<Method>,
}

/// A method of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    /// Its name.
    pub name: String,
    /// Its comment, line by line.
    pub docs: Vec<String>,
    /// The full name of the message that it takes.
    pub input: String,
    /// The full name of the message that it gives.
    pub output: String,
    /// Whether it takes a stream of messages.
    pub client_streaming: bool,
    /// Whether it gives a stream of messages.
    pub server_streaming: bool,
}

/// What generated code calls the runtime's `private` module.
pub(crate) const ALIAS: &str = "everwire";

/// The module in it that clients and servers of services name.
const TONIC: &str = "tonic";

/// A module, expanded.
#[derive(Debug, Default)]
pub(crate) struct Expanded {
    /// Its name, empty for the outermost.
    pub(crate) name: String,
    /// What it is, where that is no package.
    pub(crate) docs: Option<String>,
    /// The schemas that it comes from.
    pub(crate) files: Vec<String>,
    /// What it takes from the runtime's `private` module.
    pub(crate) imports: Vec<&'static str>,
    /// Whether that module is called [`ALIAS`] in it.
    pub(crate) has_alias: bool,
    /// Its types and functions, each type with the module of what is declared in it.
    pub(crate) types: Vec<(TokenStream, Option<Expanded>)>,
    /// Its packages.
    pub(crate) modules: Vec<Expanded>,
}

/// Compiles schemas to Rust, without writing anything.
///
/// # Errors
///
/// All mistakes of the schemas; or what kept the run from being made, such as a file that cannot be read.
pub fn compile(options: &Options) -> Result<Plan, Failure> {
    let source = source::load(options)?;
    let Some(lock) = &options.lock else {
        return generate(source, options, &BTreeMap::new());
    };
    let check = Check::new()
        .lock(lock)
        .sources(&options.schemas)
        .part()
        .options(options.clone());
    let (checked, report) = check.run()?;
    if !checked.findings.is_empty() {
        let findings = checked.findings;
        return Err(Failure::Findings(Report { findings, ..report }));
    }
    let mut plan = generate(source, options, &check.versions()?)?;
    plan.inputs.push(lock.clone());
    Ok(plan)
}

/// All that follows loading. Types that say no version of their own have that of `versions`.
pub(crate) fn generate(
    source: Source,
    options: &Options,
    versions: &BTreeMap<String, u32>,
) -> Result<Plan, Failure> {
    let lowered = lower::lower(&source, options)?;
    let mut findings: Vec<Finding> = lowered
        .diagnostics
        .iter()
        .map(|found| lowered.places.finding(found, &source.texts))
        .collect();
    let mut has_stored = false;
    let mut expand = |item: &raw::Item, how: How<'_>, has_alias: bool| match check::check(item) {
        Ok(mut item) => {
            if item.version == 0 {
                item.version = versions.get(&item.full_name).copied().unwrap_or(0);
            }
            has_stored |= item.has_stored_default();
            let alias = Ident::new(ALIAS, Span::call_site());
            let path = has_alias.then(|| alias.into_token_stream());
            let options = expand::Options { path };
            match how {
                How::Type => {
                    let mut tokens = expand::definition(&item);
                    tokens.extend(expand::impls(&item, &options));
                    tokens
                }
                How::Extension(constant) => expand::extension(&item, constant, &options),
            }
        }
        Err(diagnostics) => {
            findings.extend(diagnostics.iter().map(|found| {
                lowered
                    .places
                    .finding(&lower::in_schema(found), &source.texts)
            }));
            TokenStream::new()
        }
    };
    let root = module(lowered.root, &mut expand);
    if findings.is_empty() && has_stored {
        findings.extend(define::stored::misfit(&source, options)?);
    }
    if !findings.is_empty() {
        findings.sort_by_key(Finding::place);
        return Err(Failure::Findings(Report {
            findings,
            texts: source.texts.by_path(),
        }));
    }
    let mut warnings: Vec<Finding> = lowered
        .warnings
        .iter()
        .map(|found| Finding {
            severity: Severity::Warning,
            ..lowered.places.finding(found, &source.texts)
        })
        .collect();
    warnings.sort_by_key(Finding::place);
    let texts = match warnings.is_empty() {
        true => BTreeMap::new(),
        false => source.texts.by_path(),
    };
    Ok(Plan {
        files: emit::emit(&root, options)?,
        inputs: source.read,
        services: lowered.services,
        warnings: Report {
            findings: warnings,
            texts,
        },
    })
}

/// What becomes of an item.
#[derive(Clone, Copy)]
enum How<'a> {
    /// A type.
    Type,
    /// A constant that adds its one field to a message.
    Extension(&'a expand::Extension),
}

type Expand<'a> = dyn FnMut(&raw::Item, How<'_>, bool) -> TokenStream + 'a;

fn module(lowered: Module, expand: &mut Expand<'_>) -> Expanded {
    let inner = lowered
        .declarations
        .iter()
        .filter_map(|declaration| declaration.inner.as_ref());
    let is_empty = lowered.declarations.is_empty() && lowered.extensions.is_empty();
    let has_alias = !is_empty
        && !lowered
            .modules
            .iter()
            .chain(inner)
            .any(|module| module.name == ALIAS);
    let types = lowered.declarations.into_iter().map(|declaration| {
        let mut tokens = expand(&declaration.item, How::Type, has_alias);
        tokens.extend(declaration.more);
        (tokens, declaration.inner.map(|inner| module(inner, expand)))
    });
    let mut types: Vec<_> = types.collect();
    types.extend(lowered.extensions.iter().map(|extension| {
        let how = How::Extension(&extension.constant);
        (expand(&extension.item, how, has_alias), None)
    }));
    let services = lowered.services.iter().flat_map(service_modules);
    types.extend(services.map(|module| (TokenStream::new(), Some(module))));
    if !lowered.more.is_empty() {
        types.push((lowered.more, None));
    }
    Expanded {
        name: lowered.name,
        docs: lowered.docs,
        files: lowered.files.into_iter().collect(),
        imports: lowered.imports.into_iter().collect(),
        has_alias,
        types,
        modules: lowered
            .modules
            .into_iter()
            .map(|inner| module(inner, expand))
            .collect(),
    }
}

/// The modules of a service's client and server.
fn service_modules(declared: &Declared) -> impl Iterator<Item = Expanded> {
    let path = Ident::new(TONIC, Span::call_site()).into_token_stream();
    let Declared {
        service,
        client,
        server,
    } = declared;
    let module = |name: &String, what: &str, tokens: TokenStream| Expanded {
        name: name.clone(),
        docs: Some(format!("The {what} of `{}`.", service.full_name)),
        imports: vec![TONIC],
        types: vec![(tokens, None)],
        ..Expanded::default()
    };
    let client = client
        .as_ref()
        .map(|name| module(name, "client", expand::service::client(service, &path)));
    let server = server
        .as_ref()
        .map(|name| module(name, "server", expand::service::server(service, &path)));
    client.into_iter().chain(server)
}
