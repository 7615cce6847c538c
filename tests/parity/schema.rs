//! A schema as text: all that it says, a line for each type, field and value.

use everwire::schema::Kind;
use everwire::validate::Rule;
use everwire::{Field, Schema, Type};

/// The lines of a schema, and of all schemas that it leads to, in the order in which they are met.
pub fn describe(schema: &'static Schema) -> Vec<String> {
    let mut lines = Vec::new();
    let mut seen = vec![schema.full_name()];
    let mut open = vec![schema];
    while let Some(schema) = open.pop() {
        let kind = match schema.kind() {
            Kind::Message(_) => "message",
            Kind::Union(_) => "union",
            Kind::Enum { open: true, .. } => "enum open",
            Kind::Enum { .. } => "enum closed",
            _ => "value",
        };
        lines.push(format!(
            "{kind} {} version={} aliases={:?} json={:?} layout={:?} tuple={} slots={}",
            schema.full_name(),
            schema.version(),
            schema.aliases(),
            schema.json(),
            schema.layout(),
            schema.is_tuple(),
            schema.slots(),
        ));
        lines.extend(
            schema
                .reserved()
                .iter()
                .map(|reserved| format!("  {reserved:?}")),
        );
        lines.extend(schema.values().iter().map(|value| format!("  {value:?}")));
        for field in schema.fields() {
            lines.push(describe_field(field));
            links(&field.ty(), &mut |link| {
                if !seen.contains(&link.full_name()) {
                    seen.push(link.full_name());
                    open.push(link);
                }
            });
        }
    }
    lines
}

fn describe_field(field: &Field) -> String {
    format!(
        "  {} @{} {}/{} {:?}: {} {:?} default={:?} encoding={:?}/{:?}/{:?} packed={} oneof={:?} since={} was={:?} rules={:?}",
        field.number(),
        field.slot(),
        field.name(),
        field.json_name(),
        field.aliases(),
        field.ty(),
        field.presence(),
        field.default(),
        field.encoding(),
        field.key(),
        field.map_value(),
        field.is_packed(),
        field.oneof(),
        field.since(),
        field.was(),
        rules(field.rules()),
    )
}

/// Rules hold together, in whatever order they were written; a pattern is its text.
fn rules(rules: &[Rule]) -> Vec<String> {
    let text = |rule: &Rule| match rule {
        Rule::Pattern(pattern) => format!("Pattern({})", pattern.pattern().source()),
        other => format!("{other:?}"),
    };
    let mut texts: Vec<String> = rules.iter().map(text).collect();
    texts.sort();
    texts
}

fn links(ty: &Type, found: &mut dyn FnMut(&'static Schema)) {
    match ty {
        Type::List(inner) | Type::Fixed(inner, _) | Type::Option(inner) => links(inner, found),
        Type::Map(key, value) => {
            links(key, found);
            links(value, found);
        }
        other => {
            if let Some(schema) = other.schema() {
                found(schema);
            }
        }
    }
}
