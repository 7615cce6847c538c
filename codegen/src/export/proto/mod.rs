//! Files of protobuf, which read as the same types again.
//!
//! 1. `names` gives each type its name in protobuf, and `scope` what is called how in a message or a package;
//! 2. `declare` says how a field declares a type, with messages around what protobuf cannot nest; `rust` spells what `(everwire.rust)` says;
//! 3. `message`, `union` and `enumeration` write declarations, `field` and `rules` what is in them;
//! 4. `layout` puts declarations into files, a package each unless their imports would go in a circle;
//! 5. `text` is what all of it is written with.
//!
//! The syntax is proto3, which people read; where a file has a group, ranges of extensions or a message set, it is edition 2023.

mod declare;
mod enumeration;
mod field;
mod layout;
mod message;
mod names;
mod reserved;
mod rules;
mod rust;
mod scope;
mod text;
mod union;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use everwire::dynamic::{Definition, What};
use everwire::schema::{Dialect, Encoding};

use super::Exported;
use super::notes::Function;
use super::types::{Described, Types};
use crate::render::Failure;
use names::Names;
use scope::Scopes;
use text::Text;

/// The file of Everwire's options.
const OPTIONS: &str = "everwire/options.proto";

/// Writes the files.
///
/// # Errors
///
/// If protobuf cannot have a name, or files would import each other.
pub(super) fn write(types: &Types) -> Result<Exported, Failure> {
    let names = Names::new(types)?;
    let scopes = Scopes::new(types, &names);
    let mut proto = Proto {
        types,
        names,
        scopes,
        homes: BTreeMap::new(),
        left_out: RefCell::new(types.left_out.clone()),
    };
    let files = layout::files(&proto)?;
    for file in &files {
        let homes = file
            .types
            .iter()
            .map(|one| (one.clone(), file.path.clone()));
        proto.homes.extend(homes);
    }
    let files = files
        .iter()
        .map(|file| (file.path.clone(), proto.file(file)));
    let names = proto.names.iter();
    let names = names.map(|(full, name)| (full.clone(), name.full.clone()));
    Ok(Exported {
        files: files.collect(),
        names: names.collect(),
        left_out: proto.left_out.into_inner(),
    })
}

/// All that is known while declarations are written.
struct Proto<'a> {
    types: &'a Types,
    names: Names,
    scopes: Scopes,
    /// The files of types that are declared in no other.
    homes: BTreeMap<String, String>,
    left_out: RefCell<Vec<String>>,
}

/// What holds for a file.
struct FileFacts {
    is_edition: bool,
    json: Dialect,
    keeps_unknown: bool,
    imports: RefCell<BTreeSet<String>>,
}

impl FileFacts {
    /// Notes that a file is needed.
    fn import(&self, path: &str) {
        self.imports.borrow_mut().insert(path.to_owned());
    }

    /// Notes that an option of ours is used.
    fn import_options(&self) {
        self.import(OPTIONS);
    }
}

impl Proto<'_> {
    /// The file in which a type is declared.
    fn file_of(&self, name: &str) -> Option<&str> {
        self.homes
            .get(self.names.outermost(name))
            .map(String::as_str)
    }

    /// Notes what cannot be said.
    fn leave_out(&self, what: String) {
        let mut all = self.left_out.borrow_mut();
        if !all.contains(&what) {
            all.push(what);
        }
    }

    /// The path of a function, which is told where it has none.
    fn path<'f>(&self, of: &str, function: &'f Function) -> Option<&'f str> {
        let path = function.path();
        if path.is_none() {
            let spelled = &function.spelled;
            self.leave_out(format!(
                "{of}: the function `{spelled}`, which has no path from the root of a crate"
            ));
        }
        path
    }

    fn file(&self, file: &layout::File) -> String {
        let described = || {
            file.types
                .iter()
                .flat_map(|name| self.with_nested(name))
                .filter_map(|name| self.types.all.get(&name))
        };
        let facts = FileFacts {
            is_edition: described().any(|one| needs_edition(&one.definition)),
            json: match described().any(|one| one.definition.json == Dialect::Native) {
                true => Dialect::Native,
                false => Dialect::Proto,
            },
            keeps_unknown: described()
                .all(|one| one.definition.keeps_unknown || !is_keeper(&one.definition)),
            imports: RefCell::default(),
        };
        let mut body = Text::new();
        for name in &file.types {
            body.gap();
            self.declaration(&facts, name, &mut body);
        }
        let mut head = Text::new();
        head.line(match facts.is_edition {
            true => "edition = \"2023\";",
            false => "syntax = \"proto3\";",
        });
        if !file.package.is_empty() {
            head.gap();
            head.line(&format!("package {};", file.package));
        }
        let mut options = Vec::new();
        if facts.json == Dialect::Native {
            options.push("option (everwire.file).json = NATIVE;");
        }
        if !facts.keeps_unknown {
            options.push("option (everwire.file).unknown = false;");
        }
        if !options.is_empty() {
            facts.import_options();
        }
        if facts.is_edition {
            options.insert(0, "option features.field_presence = IMPLICIT;");
        }
        let imports = facts.imports.into_inner();
        head.gap();
        for import in imports.iter().filter(|import| **import != file.path) {
            head.line(&format!("import {};", text::quoted(import)));
        }
        head.gap();
        for option in options {
            head.line(option);
        }
        head.gap();
        head.finish(body)
    }

    /// A type and those that are declared in it, by full name.
    fn with_nested(&self, name: &str) -> Vec<String> {
        let mut all = vec![name.to_owned()];
        for child in self.names.children(name) {
            all.extend(self.with_nested(child));
        }
        all
    }

    fn declaration(&self, facts: &FileFacts, name: &str, text: &mut Text) {
        let Some(described) = self.types.all.get(name) else {
            return;
        };
        match &described.definition.what {
            What::Enum { values, open } => {
                self.enumeration(facts, described, values, *open, text);
            }
            What::Union(members) => self.union(facts, described, members, text),
            What::Message(members) => self.message(facts, described, members, text),
            _ => {}
        }
    }

    /// What a message or an enum says of itself, as options of `extension`.
    fn own_options(
        &self,
        facts: &FileFacts,
        described: &Described,
        extension: &str,
    ) -> Vec<String> {
        let definition = &described.definition;
        let mut options = Vec::new();
        let mut own = |text: String| {
            facts.import_options();
            options.push(format!("option (everwire.{extension}).{text};"));
        };
        if definition.version != 0 {
            own(format!("version = {}", definition.version));
        }
        if definition.json != facts.json {
            own(format!("json = {}", dialect(definition.json)));
        }
        for alias in names::former(definition) {
            own(format!("alias = {}", text::quoted(&alias)));
        }
        for accepted in definition
            .accepted
            .iter()
            .filter(|one| one.number.is_none())
        {
            own(format!("accept = {}", text::accepted(accepted)));
        }
        options
    }
}

fn dialect(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Native => "NATIVE",
        Dialect::Proto => "PROTO",
    }
}

/// Whether a type can keep what it does not know.
fn is_keeper(definition: &Definition) -> bool {
    !definition.is_unit && !matches!(definition.what, What::Enum { .. })
}

/// Whether only an edition can declare it.
fn needs_edition(definition: &Definition) -> bool {
    let mut members = definition.members().iter();
    definition.is_message_set
        || !definition.extensions.is_empty()
        || members.any(|member| {
            let encodings = [member.encoding, member.key, member.map_value];
            encodings.contains(&Encoding::Group)
        })
}
