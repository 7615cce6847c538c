//! From expanded modules to the texts of files.
//!
//! The text depends on the schemas, the options and the version of this package, and on nothing else.

mod format;
mod header;

use std::collections::BTreeMap;

use everwire_model::model::name;
use proc_macro2::Span;

use crate::engine::{ALIAS, Expanded};
use crate::options::{Layout, Options};
use crate::render::Failure;
pub(crate) use header::GENERATED;

/// The files of the output, by their paths.
///
/// # Errors
///
/// If an attribute of the caller's makes Rust that cannot be parsed.
pub(crate) fn emit(
    root: &Expanded,
    options: &Options,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut files = BTreeMap::new();
    let runtime = &options.crate_path;
    match &options.layout {
        Layout::Tree => {
            let text = package(root, runtime)?;
            files.insert("mod.rs".to_owned(), text);
            packages(root, "", runtime, &mut files)?;
        }
        Layout::File(name) => {
            let mut text = header::line(&all_files(root));
            text.push_str(&contents(root, runtime, Place::Included)?);
            files.insert(name.clone(), text);
        }
    }
    Ok(files)
}

/// Where a module is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a file of its own, which can have attributes for the whole of it.
    File,
    /// In the file that `include!` takes, which cannot.
    Included,
    /// In another module.
    Inline,
}

fn packages(
    module: &Expanded,
    directory: &str,
    runtime: &str,
    files: &mut BTreeMap<String, String>,
) -> Result<(), Failure> {
    for inner in &module.modules {
        files.insert(
            format!("{directory}{}.rs", inner.name),
            package(inner, runtime)?,
        );
        packages(
            inner,
            &format!("{directory}{}/", inner.name),
            runtime,
            files,
        )?;
    }
    Ok(())
}

fn package(module: &Expanded, runtime: &str) -> Result<String, Failure> {
    let mut text = header::line(&module.files);
    let allow = if module.types.is_empty() {
        header::ALLOW_MODULES
    } else {
        header::ALLOW
    };
    text.push_str(&format!("#![{allow}]\n\n"));
    text.push_str(&contents(module, runtime, Place::File)?);
    Ok(text)
}

/// What is in a module, one paragraph for each item.
fn contents(module: &Expanded, runtime: &str, place: Place) -> Result<String, Failure> {
    let mut paragraphs: Vec<String> = Vec::new();
    paragraphs.extend(imports(module, runtime));
    let modules = module.modules.iter().map(|inner| match place {
        Place::File => Ok(format!(
            "pub mod {};\n",
            name::ident(&inner.name, Span::call_site())
        )),
        Place::Included | Place::Inline => nested(inner, runtime, place),
    });
    let modules = modules.collect::<Result<Vec<String>, Failure>>()?;
    match place {
        Place::File if !modules.is_empty() => paragraphs.push(modules.concat()),
        _ => paragraphs.extend(modules),
    }
    for (tokens, inner) in &module.types {
        let mut items = format::paragraphs(tokens.clone())?;
        if place == Place::Included {
            items = items
                .into_iter()
                .map(|item| format!("#[{}]\n{item}", header::ALLOW))
                .collect();
        }
        paragraphs.extend(items);
        if let Some(inner) = inner {
            paragraphs.push(nested(inner, runtime, place)?);
        }
    }
    Ok(paragraphs.join("\n"))
}

fn nested(module: &Expanded, runtime: &str, place: Place) -> Result<String, Failure> {
    let mut text = String::new();
    if let Some(docs) = &module.docs {
        text.push_str(&format!("/// {docs}\n"));
    }
    if place == Place::Included {
        text.push_str(&format!("#[{}]\n", header::ALLOW));
    }
    text.push_str(&format!(
        "pub mod {} {{\n",
        name::ident(&module.name, Span::call_site())
    ));
    text.push_str(&format::indent(&contents(module, runtime, Place::Inline)?));
    text.push_str("}\n");
    Ok(text)
}

fn imports(module: &Expanded, runtime: &str) -> Option<String> {
    let alias = module.has_alias.then(|| format!("self as {ALIAS}"));
    let names: Vec<String> = alias
        .into_iter()
        .chain(module.imports.iter().map(|name| (*name).to_owned()))
        .collect();
    match names.as_slice() {
        [] => None,
        [_] if module.has_alias => Some(format!("use {runtime}::private as {ALIAS};\n")),
        [one] => Some(format!("use {runtime}::private::{one};\n")),
        several => Some(format!(
            "use {runtime}::private::{{{}}};\n",
            several.join(", ")
        )),
    }
}

fn all_files(module: &Expanded) -> Vec<String> {
    let mut files = module.files.clone();
    files.extend(module.modules.iter().flat_map(all_files));
    files.sort();
    files
}
