//! Features: how a schema means its fields, enums and files, whatever its syntax.
//!
//! `proto2`, `proto3` and each edition are presets of the same features; `resolve` hands them down
//! from a file to its messages, oneofs, fields and enums, and keeps them in a [`Table`] by full name.

pub(crate) mod encoded;
mod resolve;
mod setting;

use std::collections::HashMap;

use prost_reflect::{
    DescriptorPool, EnumDescriptor, ExtensionDescriptor, FieldDescriptor, FileDescriptor, Kind,
};

pub(crate) use resolve::{Problem, resolve};
pub(crate) use setting::{Overrides, Settings, Unknown, names as feature_names};

/// The syntax of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Edition {
    /// `syntax = "proto2"`, or no line at all.
    Proto2,
    /// `syntax = "proto3"`.
    Proto3,
    /// `edition = "2023"`.
    Edition2023,
    /// `edition = "2024"`.
    Edition2024,
}

/// Whether an absent field can be told from one that is zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It can.
    Explicit,
    /// It cannot.
    Implicit,
    /// It must not be absent.
    Required,
}

/// What an enum does with numbers that it does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EnumType {
    /// It holds them.
    Open,
    /// They are unknown fields.
    Closed,
}

/// How the elements of a list of numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repeated {
    /// As one length-prefixed field.
    Packed,
    /// As a field each.
    Expanded,
}

/// Whether strings must be UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Utf8 {
    /// They must.
    Verify,
    /// They need not.
    None,
}

/// How a message stands in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageEncoding {
    /// After its length.
    LengthPrefixed,
    /// Between two tags, as a group.
    Delimited,
}

/// What a schema promises of its JSON form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    /// Names are distinct in JSON.
    Allow,
    /// They need not be.
    LegacyBestEffort,
}

/// The features of one declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Features {
    /// `field_presence`.
    pub(crate) presence: Presence,
    /// `enum_type`.
    pub(crate) enum_type: EnumType,
    /// `repeated_field_encoding`.
    pub(crate) repeated: Repeated,
    /// `utf8_validation`.
    pub(crate) utf8: Utf8,
    /// `message_encoding`.
    pub(crate) message_encoding: MessageEncoding,
    /// `json_format`.
    pub(crate) json: Json,
}

impl Edition {
    /// The edition of this name.
    pub(crate) fn new(name: &str) -> Option<Self> {
        match name {
            "2023" => Some(Edition::Edition2023),
            "2024" => Some(Edition::Edition2024),
            _ => None,
        }
    }

    /// The syntax of a file that is neither of an edition nor broken.
    pub(crate) fn of_syntax(syntax: &str) -> Self {
        match syntax {
            "proto3" => Edition::Proto3,
            _ => Edition::Proto2,
        }
    }

    /// Whether features can be set in the file.
    pub(crate) fn is_edition(self) -> bool {
        self >= Edition::Edition2023
    }

    /// The page of the grammar.
    pub(crate) fn page(self) -> &'static str {
        match self {
            Edition::Proto2 => "https://protobuf.dev/reference/protobuf/proto2-spec/",
            Edition::Proto3 => "https://protobuf.dev/reference/protobuf/proto3-spec/",
            Edition::Edition2023 => "https://protobuf.dev/reference/protobuf/edition-2023-spec/",
            Edition::Edition2024 => "https://protobuf.dev/reference/protobuf/edition-2024-spec/",
        }
    }
}

impl Features {
    /// What holds where nothing is set; see <https://protobuf.dev/editions/features/>.
    pub(crate) const fn new(edition: Edition) -> Self {
        let edition2023 = Features {
            presence: Presence::Explicit,
            enum_type: EnumType::Open,
            repeated: Repeated::Packed,
            utf8: Utf8::Verify,
            message_encoding: MessageEncoding::LengthPrefixed,
            json: Json::Allow,
        };
        match edition {
            Edition::Proto2 => Features {
                enum_type: EnumType::Closed,
                repeated: Repeated::Expanded,
                utf8: Utf8::None,
                json: Json::LegacyBestEffort,
                ..edition2023
            },
            Edition::Proto3 => Features {
                presence: Presence::Implicit,
                ..edition2023
            },
            Edition::Edition2023 | Edition::Edition2024 => edition2023,
        }
    }
}

impl Features {
    /// What they are for a message, and for others; it is only now that a name is known to be that of a message.
    fn of_kind(mut self, is_message: bool, is_repeated: bool) -> Self {
        if is_repeated {
            self.presence = Presence::Implicit;
        } else if is_message && self.presence == Presence::Implicit {
            self.presence = Presence::Explicit;
        }
        if !is_message {
            self.message_encoding = MessageEncoding::LengthPrefixed;
        }
        self
    }
}

/// The features of every declaration, by full name; those of files by the name that imports use.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    declarations: HashMap<String, Features>,
    files: HashMap<String, Features>,
}

impl Table {
    /// Adds the files of a pool that are not of an edition, and so were not added when they were read.
    pub(crate) fn add_pool(&mut self, pool: &DescriptorPool) {
        for file in pool.files() {
            if !self.files.contains_key(file.name()) {
                let proto = file.file_descriptor_proto();
                let edition = Edition::of_syntax(proto.syntax());
                resolve(proto, edition, &Overrides::new(), self);
            }
        }
    }

    /// The features of a file.
    pub(crate) fn file(&self, file: &FileDescriptor) -> Features {
        self.files
            .get(file.name())
            .copied()
            .unwrap_or(Features::new(Edition::Proto2))
    }

    /// The features of a field: what it says, or what holds where it stands.
    pub(crate) fn field(&self, field: &FieldDescriptor) -> Features {
        let file = field.parent_message().parent_file();
        let features = self.declaration(field.full_name(), &file);
        let is_message = matches!(field.kind(), Kind::Message(_)) && !field.is_map();
        features.of_kind(is_message, field.is_list() || field.is_map())
    }

    /// The features of an extension.
    pub(crate) fn extension(&self, extension: &ExtensionDescriptor) -> Features {
        let features = self.declaration(extension.full_name(), &extension.parent_file());
        let is_message = matches!(extension.kind(), Kind::Message(_));
        features.of_kind(is_message, extension.is_list())
    }

    /// The features of an enum.
    pub(crate) fn enumeration(&self, one: &EnumDescriptor) -> Features {
        self.declaration(one.full_name(), &one.parent_file())
    }

    fn declaration(&self, full_name: &str, file: &FileDescriptor) -> Features {
        let found = self.declarations.get(full_name).copied();
        found.unwrap_or_else(|| self.file(file))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syntaxes_are_presets() {
        let proto2 = Features::new(Edition::Proto2);
        assert_eq!(proto2.presence, Presence::Explicit);
        assert_eq!(proto2.enum_type, EnumType::Closed);
        assert_eq!(proto2.repeated, Repeated::Expanded);
        assert_eq!(proto2.utf8, Utf8::None);
        assert_eq!(proto2.json, Json::LegacyBestEffort);
        let proto3 = Features::new(Edition::Proto3);
        let edition = Features::new(Edition::Edition2023);
        assert_eq!(proto3.presence, Presence::Implicit);
        assert_eq!(
            Features {
                presence: Presence::Explicit,
                ..proto3
            },
            edition
        );
        assert_eq!(edition, Features::new(Edition::Edition2024));
    }
}
