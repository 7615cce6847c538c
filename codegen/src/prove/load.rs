//! From a definition to a schema that values can be made of, with all that it refers to.

use std::collections::BTreeSet;

use everwire::dynamic::{Definition, Member, Shape, Types, What};
use everwire::schema::{Dialect, Schema};

use super::diff;

/// [`loaded_in`] its own dialect.
///
/// # Errors
///
/// Why it cannot be loaded.
pub(super) fn loaded(
    definition: &Definition,
    lookup: &dyn Fn(&str) -> Option<Definition>,
) -> Result<&'static Schema, String> {
    loaded_in(None, definition, lookup)
}

/// The schema of a definition with all that it refers to; of an enum, or of an enum with data, that of a message that holds it in every way. As the root
/// it writes the dialect that is asked for, or its own.
///
/// # Errors
///
/// Why it cannot be loaded.
pub(super) fn loaded_in(
    dialect: Option<Dialect>,
    definition: &Definition,
    lookup: &dyn Fn(&str) -> Option<Definition>,
) -> Result<&'static Schema, String> {
    let mut root = definition.clone();
    root.json = dialect.unwrap_or(definition.json);
    let mut definitions = closure(&root, lookup);
    let name = match definition.what {
        What::Message(_) => definition.full_name(),
        _ => {
            let mut holder = holder(definition);
            holder.json = dialect.unwrap_or(Dialect::Native);
            let name = holder.full_name();
            definitions.push(holder);
            name
        }
    };
    let types = Types::load(&definitions).map_err(|error| error.to_string())?;
    types
        .get(&name)
        .ok_or_else(|| format!("`{name}` cannot be loaded"))
}

/// What the names of holders begin with; no type's does.
const HOLDER: &str = "holder of ";

pub(super) fn holder_name(name: &str) -> String {
    format!("{HOLDER}{name}")
}

/// Whether a message is there to hold a type.
pub(super) fn is_holder(schema: &Schema) -> bool {
    schema.full_name().starts_with(HOLDER)
}

/// A message that holds a type in every way that a field can.
pub(super) fn holder(definition: &Definition) -> Definition {
    let named = || Box::new(Shape::Named(definition.full_name()));
    let mut fields = vec![
        Member::new(1, "optional", Shape::Option(named())),
        Member::new(2, "list", Shape::List(named())),
        Member::new(3, "map", Shape::Map(Box::new(Shape::String), named())),
    ];
    if let What::Enum { values, .. } = &definition.what {
        fields.push(Member::new(
            4,
            "keys",
            Shape::Map(named(), Box::new(Shape::Bool)),
        ));
        if values.iter().any(|value| value.number == 0) {
            fields.push(Member::new(5, "plain", *named()));
        }
    }
    Definition::new(holder_name(&definition.full_name()), What::Message(fields))
}

/// A definition and all that it refers to.
pub(super) fn closure(
    definition: &Definition,
    lookup: &dyn Fn(&str) -> Option<Definition>,
) -> Vec<Definition> {
    let mut seen = BTreeSet::from([definition.full_name()]);
    let (mut rest, mut all) = (vec![definition.clone()], Vec::new());
    while let Some(one) = rest.pop() {
        one.each_name(&mut |name| {
            if seen.insert(name.to_owned()) {
                rest.extend(lookup(name));
            }
        });
        all.push(one);
    }
    all
}

/// The names of a type and of all that it holds.
pub(crate) fn held(definition: &Definition, all: &[Definition]) -> BTreeSet<String> {
    let all = diff::set(all);
    let held = closure(definition, &|name| all.get(name).map(|one| (*one).clone()));
    held.iter().map(Definition::full_name).collect()
}
