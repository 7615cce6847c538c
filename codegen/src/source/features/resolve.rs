//! Features handed down: file, message, oneof, field; file, message, enum.
//!
//! What proto2 and proto3 say by other means, such as `required`, `group` and `[packed = true]`, is
//! the same as a setting. A field's presence is final: that of a field in a oneof, of a message
//! and of an extension is explicit, whatever is around.

use prost_reflect::prost_types::field_descriptor_proto::{Label, Type};
use prost_reflect::prost_types::{
    DescriptorProto, EnumDescriptorProto, FieldDescriptorProto, FileDescriptorProto,
};

use super::{
    Edition, EnumType, Features, MessageEncoding, Overrides, Presence, Repeated, Settings, Table,
};

/// A setting that its declaration cannot have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// The declaration's path in the file's descriptor.
    pub(crate) path: Vec<i32>,
    /// What is wrong.
    pub(crate) message: String,
    /// The next action.
    pub(crate) help: &'static str,
}

/// Adds the features of a file and of all that is in it to a table.
pub(crate) fn resolve(
    file: &FileDescriptorProto,
    edition: Edition,
    overrides: &Overrides,
    table: &mut Table,
) -> Vec<Problem> {
    let mut walk = Walk {
        edition,
        overrides,
        table,
        problems: Vec::new(),
    };
    let features = walk.settings(&[]).over(Features::new(edition));
    walk.table.files.insert(file.name().to_owned(), features);
    let scope = file.package().to_owned();
    for (index, message) in file.message_type.iter().enumerate() {
        walk.message(message, &scope, &[4, at(index)], features);
    }
    for (index, one) in file.enum_type.iter().enumerate() {
        walk.enumeration(one, &scope, &[5, at(index)], features);
    }
    for (index, field) in file.extension.iter().enumerate() {
        walk.field(field, &scope, &[7, at(index)], features);
    }
    walk.problems
}

struct Walk<'a> {
    edition: Edition,
    overrides: &'a Overrides,
    table: &'a mut Table,
    problems: Vec<Problem>,
}

impl Walk<'_> {
    fn settings(&self, path: &[i32]) -> Settings {
        self.overrides.get(path).copied().unwrap_or_default()
    }

    fn add(&mut self, full_name: String, features: Features) {
        self.table.declarations.insert(full_name, features);
    }

    fn message(&mut self, message: &DescriptorProto, scope: &str, path: &[i32], around: Features) {
        let features = self.settings(path).over(around);
        let full_name = join(scope, message.name());
        let is_map_entry = message
            .options
            .as_ref()
            .is_some_and(|options| options.map_entry());
        let inside = Features {
            // A map's entries, and the messages in them, have the encoding that maps always had.
            message_encoding: match is_map_entry {
                true => MessageEncoding::LengthPrefixed,
                false => features.message_encoding,
            },
            ..features
        };
        for (index, field) in message.field.iter().enumerate() {
            let oneof = field
                .oneof_index
                .map(|oneof| self.settings(&below(path, 8, oneof)))
                .unwrap_or_default();
            let around = oneof.over(inside);
            self.field(field, &full_name, &below(path, 2, at(index)), around);
        }
        for (index, nested) in message.nested_type.iter().enumerate() {
            self.message(nested, &full_name, &below(path, 3, at(index)), features);
        }
        for (index, one) in message.enum_type.iter().enumerate() {
            self.enumeration(one, &full_name, &below(path, 4, at(index)), features);
        }
        for (index, field) in message.extension.iter().enumerate() {
            self.field(field, &full_name, &below(path, 6, at(index)), features);
        }
        self.add(full_name, features);
    }

    fn enumeration(
        &mut self,
        one: &EnumDescriptorProto,
        scope: &str,
        path: &[i32],
        around: Features,
    ) {
        let features = self.settings(path).over(around);
        let first = one.value.first().map(|value| value.number());
        let is_open = features.enum_type == EnumType::Open;
        if self.edition.is_edition() && is_open && first.is_some_and(|number| number != 0) {
            self.problems.push(Problem {
                path: below(path, 2, 0),
                message: format!(
                    "`{}` is an open enum, and its first value is not 0",
                    one.name()
                ),
                help: "begin the enum with a value of number 0, or close it with `option features.enum_type = CLOSED;`",
            });
        }
        self.add(join(scope, one.name()), features);
    }

    fn field(&mut self, field: &FieldDescriptorProto, scope: &str, path: &[i32], around: Features) {
        let settings = self.settings(path);
        self.check(field, &settings, path);
        let mut features = legacy(field, self.edition).over(settings.over(around));
        let has_presence = field.extendee.is_some() || is_in_oneof(field);
        let is_message =
            matches!(field.r#type(), Type::Message | Type::Group) && field.r#type.is_some();
        match features.presence {
            Presence::Implicit if has_presence || is_message => {
                features.presence = Presence::Explicit;
            }
            Presence::Required if has_presence || field.label() == Label::Repeated => {
                features.presence = Presence::Explicit;
            }
            _ => {}
        }
        if features.presence == Presence::Implicit
            && let Some(default) = &field.default_value
            && self.edition.is_edition()
        {
            self.problems.push(Problem {
                path: below_part(path, 7),
                message: format!(
                    "`{}` has the default `{default}`, and implicit presence",
                    field.name()
                ),
                help: "remove the default, or set `features.field_presence = EXPLICIT`",
            });
        }
        self.add(join(scope, field.name()), features);
    }

    /// Settings that do not fit the field that carries them.
    fn check(&mut self, field: &FieldDescriptorProto, settings: &Settings, path: &[i32]) {
        let is_repeated = field.label() == Label::Repeated;
        let mut problem = |feature: &str, where_to: &str, help| {
            self.problems.push(Problem {
                path: path.to_vec(),
                message: format!(
                    "`features.{feature}` cannot be set on `{}`, which is {where_to}",
                    field.name()
                ),
                help,
            });
        };
        if let Some(presence) = settings.presence {
            let help = "remove the setting";
            if is_repeated {
                problem("field_presence", "repeated and has no presence", help);
            } else if is_in_oneof(field) {
                problem(
                    "field_presence",
                    "in a oneof and has explicit presence",
                    help,
                );
            } else if field.extendee.is_some() && presence != Presence::Explicit {
                problem(
                    "field_presence",
                    "an extension and has explicit presence",
                    help,
                );
            }
        }
        if settings.repeated.is_some() && !is_repeated {
            let help = "remove the setting, or make the field repeated";
            problem("repeated_field_encoding", "not repeated", help);
        }
    }
}

/// What a field of proto2 or proto3 says without features.
fn legacy(field: &FieldDescriptorProto, edition: Edition) -> Settings {
    let mut settings = Settings::default();
    if edition.is_edition() {
        return settings;
    }
    if field.label() == Label::Required {
        settings.presence = Some(Presence::Required);
    } else if field.proto3_optional() {
        settings.presence = Some(Presence::Explicit);
    }
    if field.r#type() == Type::Group {
        settings.message_encoding = Some(MessageEncoding::Delimited);
    }
    let packed = field.options.as_ref().and_then(|options| options.packed);
    settings.repeated = packed.map(|packed| match packed {
        true => Repeated::Packed,
        false => Repeated::Expanded,
    });
    settings
}

fn is_in_oneof(field: &FieldDescriptorProto) -> bool {
    field.oneof_index.is_some()
}

fn join(scope: &str, name: &str) -> String {
    match scope {
        "" => name.to_owned(),
        scope => format!("{scope}.{name}"),
    }
}

fn below(path: &[i32], tag: i32, index: i32) -> Vec<i32> {
    [path, &[tag, index]].concat()
}

fn below_part(path: &[i32], tag: i32) -> Vec<i32> {
    [path, &[tag]].concat()
}

fn at(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use crate::lower::sample;
    use crate::source::features::{
        EnumType, Features, Json, MessageEncoding, Presence, Repeated, Utf8,
    };
    use crate::source::{self, Source};

    fn field(source: &Source, name: &str) -> Features {
        let (message, field) = name.rsplit_once('.').unwrap();
        let message = source.pool.get_message_by_name(message).unwrap();
        source
            .features
            .field(&message.get_field_by_name(field).unwrap())
    }

    #[test]
    fn features_are_handed_down() {
        let source = sample::edition(
            "option features.field_presence = IMPLICIT; option features.message_encoding = DELIMITED; option features.json_format = LEGACY_BEST_EFFORT;
             message M {
               option features.repeated_field_encoding = EXPANDED;
               int32 implicit = 1;
               int32 explicit = 2 [features.field_presence = EXPLICIT];
               int32 required = 3 [features.field_presence = LEGACY_REQUIRED];
               repeated int32 expanded = 4;
               repeated int32 packed = 5 [features.repeated_field_encoding = PACKED];
               M delimited = 6;
               M prefixed = 7 [features.message_encoding = LENGTH_PREFIXED];
               map<int32, M> map = 8;
               oneof o { option features.utf8_validation = NONE; string loose = 9; M branch = 10; }
               message N { repeated int32 inner = 1; }
               enum E { option features.enum_type = CLOSED; A = 1; }
             }
             enum F { B = 0; }",
        );
        let presence = |name: &str| field(&source, &format!("M.{name}")).presence;
        assert_eq!(presence("implicit"), Presence::Implicit);
        assert_eq!(presence("explicit"), Presence::Explicit);
        assert_eq!(presence("required"), Presence::Required);
        assert_eq!(presence("delimited"), Presence::Explicit);
        assert_eq!(presence("loose"), Presence::Explicit);
        assert_eq!(field(&source, "M.expanded").repeated, Repeated::Expanded);
        assert_eq!(field(&source, "M.packed").repeated, Repeated::Packed);
        assert_eq!(field(&source, "M.N.inner").repeated, Repeated::Expanded);
        let encoding = |name: &str| field(&source, name).message_encoding;
        assert_eq!(encoding("M.delimited"), MessageEncoding::Delimited);
        assert_eq!(encoding("M.branch"), MessageEncoding::Delimited);
        assert_eq!(encoding("M.prefixed"), MessageEncoding::LengthPrefixed);
        assert_eq!(encoding("M.map"), MessageEncoding::LengthPrefixed);
        assert_eq!(
            encoding("M.MapEntry.value"),
            MessageEncoding::LengthPrefixed
        );
        assert_eq!(field(&source, "M.loose").utf8, Utf8::None);
        assert_eq!(field(&source, "M.loose").json, Json::LegacyBestEffort);
        let types: Vec<EnumType> = source
            .pool
            .all_enums()
            .map(|one| source.features.enumeration(&one).enum_type)
            .collect();
        assert_eq!(types, [EnumType::Closed, EnumType::Open]);
    }

    #[test]
    fn old_syntaxes_say_the_same_in_their_own_way() {
        let source = sample::proto2(
            "message M { required int32 a = 1; optional group B = 2 {} repeated int32 c = 3 [packed = true]; repeated int32 d = 4; }",
        );
        assert_eq!(field(&source, "M.a").presence, Presence::Required);
        assert_eq!(
            field(&source, "M.b").message_encoding,
            MessageEncoding::Delimited
        );
        assert_eq!(field(&source, "M.c").repeated, Repeated::Packed);
        assert_eq!(field(&source, "M.d").repeated, Repeated::Expanded);
        let source = sample::source(
            "message M { int32 a = 1; optional int32 b = 2; repeated int32 c = 3 [packed = false]; repeated int32 d = 4; M e = 5; }",
        );
        assert_eq!(field(&source, "M.a").presence, Presence::Implicit);
        assert_eq!(field(&source, "M.b").presence, Presence::Explicit);
        assert_eq!(field(&source, "M.c").repeated, Repeated::Expanded);
        assert_eq!(field(&source, "M.d").repeated, Repeated::Packed);
        assert_eq!(field(&source, "M.e").presence, Presence::Explicit);
    }

    #[test]
    fn settings_must_fit() {
        let text = "edition = \"2023\";
message M {
  repeated int32 a = 1 [features.field_presence = EXPLICIT];
  oneof o { int32 b = 2 [features.field_presence = IMPLICIT]; }
  int32 c = 3 [features.repeated_field_encoding = PACKED];
  int32 d = 4 [features.field_presence = IMPLICIT, default = 5];
}
enum E { A = 1; }
";
        let failure = source::compile_text("a.proto", text).unwrap_err();
        let shown = failure.to_string();
        for line in [
            "`features.field_presence` cannot be set on `a`, which is repeated and has no presence",
            "`features.field_presence` cannot be set on `b`, which is in a oneof and has explicit presence",
            "`features.repeated_field_encoding` cannot be set on `c`, which is not repeated",
            "`d` has the default `5`, and implicit presence",
            "`E` is an open enum, and its first value is not 0",
        ] {
            assert!(
                shown.contains(&format!("error[proto-features]: {line}\n")),
                "{shown}"
            );
        }
    }
}
