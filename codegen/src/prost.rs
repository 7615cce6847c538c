//! [`ProstNames`]: the names of a schema that the code of prost-build no longer has.
//!
//! Each is an attribute for a path of `prost_build::Config`. Its paths mean what stands within them too, so that a nested type has
//! the names of the types around it beside its own; the derive takes the innermost.

use everwire_model::model::{RenameAll, name};
use heck::{ToSnakeCase, ToUpperCamelCase};
use prost_reflect::{DescriptorPool, EnumDescriptor, FieldDescriptor, MessageDescriptor};

use crate::render::Failure;

/// Names of a schema, as attributes of what prost-build writes: of types their full names, and of fields those that cannot be told from
/// their names in Rust.
///
/// Without them a type is called as it is in Rust, without its package and the types around it. Full names tell types apart in a lock, in
/// an `Any` and in an envelope.
///
/// ```no_run
/// # fn schemas() -> Vec<u8> { Vec::new() }
/// # struct Config;
/// # impl Config {
/// #     fn type_attribute(&mut self, path: &str, attribute: &str) -> &mut Self { self }
/// #     fn field_attribute(&mut self, path: &str, attribute: &str) -> &mut Self { self }
/// # }
/// # let mut config = Config; // prost_build::Config::new()
/// config.type_attribute(".", "#[derive(everwire::Codec)]");
/// let names = everwire_codegen::ProstNames::of(&schemas())?; // a `FileDescriptorSet`, encoded
/// for (path, attribute) in &names.types {
///     config.type_attribute(path, attribute);
/// }
/// for (path, attribute) in &names.fields {
///     config.field_attribute(path, attribute);
/// }
/// # Ok::<(), everwire_codegen::Failure>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProstNames {
    /// For `type_attribute`: paths of messages, enums and oneofs, and their attributes.
    pub types: Vec<(String, String)>,
    /// For `field_attribute`: paths of fields, and their attributes.
    pub fields: Vec<(String, String)>,
}

impl ProstNames {
    /// The names in an encoded `google.protobuf.FileDescriptorSet`.
    ///
    /// # Errors
    ///
    /// If the bytes are no such set, or it lacks a file that another one imports.
    pub fn of(descriptors: &[u8]) -> Result<Self, Failure> {
        let pool = DescriptorPool::decode(descriptors).map_err(|error| {
            Failure::run(
                format!("the descriptor set cannot be read: {error}"),
                "give an encoded `google.protobuf.FileDescriptorSet` with all imports",
            )
        })?;
        let mut names = Self::default();
        for file in pool.files() {
            file.messages().for_each(|message| names.message(&message));
            file.enums().for_each(|one| names.enumeration(&one));
        }
        Ok(names)
    }

    fn named(&mut self, full_name: &str) {
        let attribute = format!("#[codec(name = {full_name:?})]");
        self.types.push((format!(".{full_name}"), attribute));
    }

    fn enumeration(&mut self, one: &EnumDescriptor) {
        self.named(one.full_name());
    }

    fn message(&mut self, message: &MessageDescriptor) {
        if message.is_map_entry() {
            return;
        }
        self.named(message.full_name());
        for oneof in message.oneofs().filter(|oneof| !oneof.is_synthetic()) {
            self.named(oneof.full_name());
        }
        message.fields().for_each(|field| self.field(&field));
        message.child_messages().for_each(|one| self.message(&one));
        message.child_enums().for_each(|one| self.enumeration(&one));
    }

    /// A field whose name in Rust does not tell both of its names.
    fn field(&mut self, field: &FieldDescriptor) {
        let own = field.name();
        let oneof = field.containing_oneof().filter(|one| !one.is_synthetic());
        let told = match &oneof {
            Some(_) => RenameAll::Snake.variant(&own.to_upper_camel_case()),
            None => own.to_snake_case(),
        };
        let mut says = Vec::new();
        if told != own {
            says.push(format!("rename = {own:?}"));
        }
        if name::json_name(own) != field.json_name() {
            says.push(format!("json_name = {:?}", field.json_name()));
        }
        if says.is_empty() {
            return;
        }
        let owner = match &oneof {
            Some(oneof) => oneof.full_name(),
            None => field.parent_message().full_name(),
        }
        .to_owned();
        let attribute = format!("#[codec({})]", says.join(", "));
        self.fields.push((format!(".{owner}.{own}"), attribute));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::sample;

    #[test]
    fn names_that_rust_does_not_tell_are_attributes() {
        let source = sample::source(
            "package a.b; message M { int32 plain = 1; int32 camelCase = 2; int32 other = 3 [json_name = \"o\"];
               map<int32, M> m = 4; oneof one { int32 line_1 = 5; int32 two = 6; } optional int32 maybe = 7; enum E { Z = 0; } message N {} }",
        );
        let names = ProstNames::of(&source.pool.encode_to_vec()).unwrap();
        let pairs = |pairs: &[(String, String)]| -> Vec<String> {
            pairs
                .iter()
                .map(|(path, attribute)| format!("{path} {attribute}"))
                .collect()
        };
        let types = pairs(&names.types);
        let own: Vec<_> = types.iter().filter(|one| one.starts_with(".a.b")).collect();
        assert_eq!(
            own,
            [
                r#".a.b.M #[codec(name = "a.b.M")]"#,
                r#".a.b.M.one #[codec(name = "a.b.M.one")]"#,
                r#".a.b.M.N #[codec(name = "a.b.M.N")]"#,
                r#".a.b.M.E #[codec(name = "a.b.M.E")]"#,
            ]
        );
        let fields = pairs(&names.fields);
        let own: Vec<_> = fields
            .iter()
            .filter(|one| one.starts_with(".a.b"))
            .collect();
        assert_eq!(
            own,
            [
                r#".a.b.M.camelCase #[codec(rename = "camelCase")]"#,
                r#".a.b.M.other #[codec(json_name = "o")]"#,
                r#".a.b.M.one.line_1 #[codec(rename = "line_1")]"#,
            ]
        );
        let failure = ProstNames::of(b"\x0a\x05").unwrap_err().to_string();
        assert!(
            failure.starts_with("error: the descriptor set cannot be read: "),
            "{failure}"
        );
    }
}
