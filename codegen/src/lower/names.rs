//! Names in Rust: of modules and types for the whole of a run, of members within one declaration.
//!
//! Two names that Rust would not tell apart are kept apart by a number behind the later one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use prost_reflect::{MessageDescriptor, OneofDescriptor, ServiceDescriptor};

use super::everwire::{Rust, is_type, rust_of};
use super::path::{TypePath, snake_name, type_name};
use super::select::{Selection, extends_options};

/// No package is called so: a directory's `mod.rs` is the directory's own module.
const MOD: &str = "mod";

/// The Rust names of everything that is generated, by full name.
#[derive(Debug, Default)]
pub(super) struct Names {
    types: HashMap<String, TypePath>,
    packages: BTreeMap<String, Vec<String>>,
    inner: HashMap<String, Vec<String>>,
    /// The modules of each service's client and server.
    services: HashMap<String, (String, String)>,
    declared: HashMap<Vec<String>, HashSet<String>>,
}

impl Names {
    /// Names all that is selected.
    pub(super) fn new(selection: &Selection) -> Self {
        let mut names = Names::default();
        names.name_packages(selection);
        let packages: Vec<(String, Vec<String>)> = names.packages.clone().into_iter().collect();
        for (package, modules) in packages {
            let messages: Vec<_> = selection
                .messages
                .iter()
                .filter(|one| one.package_name() == package)
                .collect();
            let enums = selection
                .enums
                .iter()
                .filter(|one| one.package_name() == package);
            let mut wanted: Vec<(String, String)> = Vec::new();
            wanted.extend(
                messages
                    .iter()
                    .map(|one| (one.full_name().to_owned(), type_name(one.name()))),
            );
            wanted.extend(enums.map(|one| (one.full_name().to_owned(), type_name(one.name()))));
            names.declare(&modules, wanted);
            names.name_inner(&modules, messages.into_iter());
            let services = selection.services.iter();
            let services = services.filter(|one| one.package_name() == package);
            names.name_services(&modules, services.collect());
        }
        names
    }

    /// The path of a message, an enum or a oneof.
    pub(super) fn path(&self, full_name: &str) -> Option<&TypePath> {
        self.types.get(full_name)
    }

    /// The modules of a package.
    pub(super) fn package(&self, package: &str) -> &[String] {
        self.packages
            .get(package)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The modules in which the declarations of a message are.
    pub(super) fn inner(&self, message: &MessageDescriptor) -> &[String] {
        self.inner
            .get(message.full_name())
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The modules of a service's client and server, which stand in its package.
    pub(super) fn service(&self, full_name: &str) -> (&str, &str) {
        let own = self.services.get(full_name);
        own.map(|(client, server)| (client.as_str(), server.as_str()))
            .unwrap_or_default()
    }

    /// Whether a module declares a type of this name.
    pub(super) fn declares(&self, modules: &[String], name: &str) -> bool {
        self.declared
            .get(modules)
            .is_some_and(|names| names.contains(name))
    }

    fn name_packages(&mut self, selection: &Selection) {
        let messages = selection
            .messages
            .iter()
            .map(MessageDescriptor::package_name);
        let enums = selection.enums.iter().map(|one| one.package_name());
        let extensions = selection.extensions.iter().map(|one| one.package_name());
        let services = selection.services.iter().map(|one| one.package_name());
        let packages = messages.chain(enums).chain(extensions).chain(services);
        let packages: BTreeSet<&str> = packages.collect();
        let mut modules: BTreeMap<Vec<&str>, Vec<String>> =
            BTreeMap::from([(Vec::new(), Vec::new())]);
        let longest = packages
            .iter()
            .map(|package| parts(package).len())
            .max()
            .unwrap_or_default();
        for length in 1..=longest {
            let prefixes: BTreeSet<Vec<&str>> = packages
                .iter()
                .map(|package| parts(package))
                .filter(|parts| parts.len() >= length)
                .map(|parts| parts[..length].to_vec())
                .collect();
            let mut siblings: BTreeMap<Vec<String>, Vec<Vec<&str>>> = BTreeMap::new();
            for prefix in prefixes {
                let parent = modules
                    .get(&prefix[..length - 1])
                    .cloned()
                    .unwrap_or_default();
                siblings.entry(parent).or_default().push(prefix);
            }
            for (parent, prefixes) in siblings {
                let wanted: Vec<String> = prefixes
                    .iter()
                    .map(|prefix| snake_name(prefix[length - 1]))
                    .collect();
                let mut taken = HashSet::from([MOD.to_owned()]);
                for (prefix, own) in prefixes.into_iter().zip(distinct(&wanted, &mut taken)) {
                    let mut path = parent.clone();
                    path.push(own);
                    modules.insert(prefix, path);
                }
            }
        }
        for package in packages {
            let path = modules.get(&parts(package)).cloned().unwrap_or_default();
            self.packages.insert(package.to_owned(), path);
        }
        for path in modules.into_values() {
            if let Some((own, parent)) = path.split_last() {
                self.modules_in(parent).insert(own.clone());
            }
        }
    }

    /// The names of the modules in a module; kept beside those of types, which begin with a capital.
    fn modules_in(&mut self, parent: &[String]) -> &mut HashSet<String> {
        self.declared.entry(parent.to_vec()).or_default()
    }

    fn declare(&mut self, modules: &[String], wanted: Vec<(String, String)>) {
        let taken = self.declared.entry(modules.to_vec()).or_default();
        let names: Vec<String> = wanted.iter().map(|(_, name)| name.clone()).collect();
        for ((full_name, _), name) in wanted.into_iter().zip(distinct(&names, taken)) {
            self.types.insert(
                full_name,
                TypePath {
                    modules: modules.to_vec(),
                    name,
                },
            );
        }
    }

    fn name_services(&mut self, modules: &[String], services: Vec<&ServiceDescriptor>) {
        let wanted = services.iter().flat_map(|service| {
            let own = snake_name(service.name());
            [format!("{own}_client"), format!("{own}_server")]
        });
        let wanted: Vec<String> = wanted.collect();
        let own = distinct(&wanted, self.modules_in(modules));
        for (service, own) in services.into_iter().zip(own.chunks_exact(2)) {
            let pair = (own[0].clone(), own[1].clone());
            self.services.insert(service.full_name().to_owned(), pair);
        }
    }

    fn name_inner<'a>(
        &mut self,
        modules: &[String],
        messages: impl Iterator<Item = &'a MessageDescriptor>,
    ) {
        let messages: Vec<&MessageDescriptor> =
            messages.filter(|message| has_inner(message)).collect();
        let wanted: Vec<String> = messages
            .iter()
            .map(|message| snake_name(message.name()))
            .collect();
        let own = distinct(&wanted, self.modules_in(modules));
        for (message, own) in messages.into_iter().zip(own) {
            let mut inner = modules.to_vec();
            inner.push(own);
            let children: Vec<_> = message.child_messages().filter(is_type).collect();
            let mut types: Vec<(String, String)> = Vec::new();
            types.extend(
                children
                    .iter()
                    .map(|one| (one.full_name().to_owned(), type_name(one.name()))),
            );
            types.extend(
                message
                    .child_enums()
                    .map(|one| (one.full_name().to_owned(), type_name(one.name()))),
            );
            let oneofs = message.oneofs().filter(is_named);
            types.extend(oneofs.map(|one| (one.full_name().to_owned(), type_name(one.name()))));
            self.declare(&inner, types);
            self.name_inner(&inner, children.iter());
            self.inner.insert(message.full_name().to_owned(), inner);
        }
    }
}

fn parts(package: &str) -> Vec<&str> {
    package.split('.').filter(|part| !part.is_empty()).collect()
}

fn has_inner(message: &MessageDescriptor) -> bool {
    message.child_messages().any(|child| is_type(&child))
        || message.child_enums().len() > 0
        || message
            .child_extensions()
            .any(|extension| !extends_options(&extension))
        || message.oneofs().any(|oneof| is_named(&oneof))
}

/// Whether a oneof is a type of its own: that of an enum with data is the message.
pub(super) fn is_named(oneof: &OneofDescriptor) -> bool {
    !oneof.is_synthetic() && rust_of(oneof.parent_message()) != Rust::Union
}

/// The names that are wanted, each as it is if it is free, else with a number behind it. What is
/// wanted as it is goes first, so that a new declaration renames no other but its own kind.
pub(super) fn distinct(wanted: &[String], taken: &mut HashSet<String>) -> Vec<String> {
    let all: HashSet<&String> = wanted.iter().collect();
    let mut names = Vec::with_capacity(wanted.len());
    for name in wanted {
        if taken.insert(name.clone()) {
            names.push(name.clone());
            continue;
        }
        let free = (2_u32..)
            .map(|number| format!("{name}{number}"))
            .find(|candidate| !all.contains(candidate) && !taken.contains(candidate))
            .unwrap_or_default();
        taken.insert(free.clone());
        names.push(free);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::path::Extern;
    use crate::lower::sample;

    fn check(proto: &str, expected: &[(&str, &str)]) {
        let source = sample::source(proto);
        let names = Names::new(&Selection::new(&source, &Extern::default()));
        for (full_name, path) in expected {
            let found = names
                .path(full_name)
                .map(|path| path.from(&[]).to_string().replace(' ', ""));
            assert_eq!(found.as_deref(), Some(*path), "{full_name}");
        }
    }

    #[test]
    fn modules_follow_packages_and_messages() {
        check(
            "package shop.v1; message Order { message Line {} enum Kind { A = 0; } oneof event { int32 a = 1; } } enum Status { B = 0; }",
            &[
                ("shop.v1.Order", "shop::v1::Order"),
                ("shop.v1.Order.Line", "shop::v1::order::Line"),
                ("shop.v1.Order.Kind", "shop::v1::order::Kind"),
                ("shop.v1.Order.event", "shop::v1::order::Event"),
                ("shop.v1.Status", "shop::v1::Status"),
            ],
        );
    }

    #[test]
    fn clashes_get_numbers() {
        check(
            "package a.type; message http_rule { int32 x = 1; } message HttpRule {} message HTTPRule2 {}
             message Foo { message Event {} oneof event { Event e = 1; } } message foo { enum E { Z = 0; } }",
            &[
                ("a.type.http_rule", "a::r#type::HttpRule"),
                ("a.type.HttpRule", "a::r#type::HttpRule3"),
                ("a.type.HTTPRule2", "a::r#type::HttpRule2"),
                ("a.type.Foo.Event", "a::r#type::foo::Event"),
                ("a.type.Foo.event", "a::r#type::foo::Event2"),
                ("a.type.foo.E", "a::r#type::foo2::E"),
            ],
        );
        check("package mod; message M {}", &[("mod.M", "mod2::M")]);
        check("package a.mod; message M {}", &[("a.mod.M", "a::mod2::M")]);
        check(
            "package self.crate; message Self { message Super {} }",
            &[
                ("self.crate.Self", "self_::crate_::Self_"),
                ("self.crate.Self.Super", "self_::crate_::self_::Super"),
            ],
        );
        check(
            "message M { enum E { A = 0; } }",
            &[("M", "M"), ("M.E", "m::E")],
        );
    }
}
