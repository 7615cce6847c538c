//! Our own options, from `everwire/options.proto`.

use std::collections::HashSet;

use everwire_model::model::raw::Accept;
use everwire_model::model::{At, Dialect, Located};
use prost_reflect::{
    DescriptorPool, DynamicMessage, ExtensionDescriptor, FieldDescriptor, FileDescriptor,
    MessageDescriptor, Value,
};

use super::Lower;

/// Finds our options among those of a declaration.
#[derive(Debug)]
pub(super) struct Reader {
    file: Option<ExtensionDescriptor>,
    message: Option<ExtensionDescriptor>,
    field: Option<ExtensionDescriptor>,
    oneof: Option<ExtensionDescriptor>,
    enumeration: Option<ExtensionDescriptor>,
    value: Option<ExtensionDescriptor>,
    rust: Option<ExtensionDescriptor>,
    enums: HashSet<String>,
}

/// The kinds of declarations that have options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    File,
    Message,
    Field,
    Oneof,
    Enum,
    Value,
}

impl On {
    /// The number of `options` in the descriptor of such a declaration.
    fn tag(self) -> i32 {
        match self {
            On::File | On::Field => 8,
            On::Message => 7,
            On::Oneof => 2,
            On::Enum | On::Value => 3,
        }
    }
}

impl Reader {
    /// The extensions as the pool knows them; none, where no file imports them.
    pub(super) fn new(pool: &DescriptorPool) -> Self {
        let find = |name: &str| pool.get_extension_by_name(&format!("everwire.{name}"));
        Reader {
            file: find("file"),
            message: find("message"),
            field: find("field"),
            oneof: find("oneof"),
            enumeration: find("enum"),
            value: find("value"),
            rust: find("rust"),
            enums: pool
                .all_enums()
                .map(|one| one.full_name().to_owned())
                .collect(),
        }
    }

    fn extension(&self, on: On) -> Option<&ExtensionDescriptor> {
        match on {
            On::File => self.file.as_ref(),
            On::Message => self.message.as_ref(),
            On::Field => self.field.as_ref(),
            On::Oneof => self.oneof.as_ref(),
            On::Enum => self.enumeration.as_ref(),
            On::Value => self.value.as_ref(),
        }
    }
}

/// What a message is in Rust: `everwire.Rust` of `everwire/options.proto`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rust {
    Struct,
    Tuple,
    Unit,
    Union,
    Wrapper,
}

/// What a message is in Rust.
pub(super) fn rust_of(message: &MessageDescriptor) -> Rust {
    let chosen = || {
        message.descriptor_proto().options.as_ref()?;
        let extension = message
            .parent_pool()
            .get_extension_by_name("everwire.message")?;
        let options = message.options();
        let said = options
            .has_extension(&extension)
            .then(|| options.get_extension(&extension))?;
        said.as_message()?
            .get_field_by_name("rust")?
            .as_enum_number()
    };
    match chosen() {
        Some(1) => Rust::Tuple,
        Some(2) => Rust::Unit,
        Some(3) => Rust::Union,
        Some(4) => Rust::Wrapper,
        _ => Rust::Struct,
    }
}

/// Whether a message only stands around a value, and is no type.
pub(super) fn is_wrapper(message: &MessageDescriptor) -> bool {
    rust_of(message) == Rust::Wrapper
}

/// Whether a message that is declared in another is a type: no entry of a map, and nothing that only stands around a value.
pub(super) fn is_type(message: &MessageDescriptor) -> bool {
    !message.is_map_entry() && !is_wrapper(message)
}

/// Our options of one declaration, or a message in them.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) message: DynamicMessage,
    pub(super) file: FileDescriptor,
    pub(super) path: Vec<i32>,
}

impl Lower<'_> {
    /// Our options of a declaration, whose descriptor is at `path` in `file`.
    pub(super) fn said(
        &self,
        on: On,
        options: impl FnOnce() -> DynamicMessage,
        file: &FileDescriptor,
        path: &[i32],
    ) -> Option<Said> {
        self.said_by(self.everwire.extension(on)?, on, options, file, path)
    }

    /// The options of a declaration that an extension has, whose type is a message.
    pub(super) fn said_by(
        &self,
        extension: &ExtensionDescriptor,
        on: On,
        options: impl FnOnce() -> DynamicMessage,
        file: &FileDescriptor,
        path: &[i32],
    ) -> Option<Said> {
        let options = options();
        if !options.has_extension(extension) {
            return None;
        }
        let number = i32::try_from(extension.number()).ok()?;
        match &*options.get_extension(extension) {
            Value::Message(message) => Some(Said {
                message: message.clone(),
                file: file.clone(),
                path: [path, &[on.tag(), number]].concat(),
            }),
            _ => None,
        }
    }

    /// The type of a field in Rust, where it says one.
    pub(super) fn said_rust(&self, field: &FieldDescriptor) -> Option<Located<String>> {
        let extension = self.everwire.rust.as_ref()?;
        field.field_descriptor_proto().options.as_ref()?;
        let options = field.options();
        if !options.has_extension(extension) {
            return None;
        }
        let number = i32::try_from(extension.number()).ok()?;
        let path = [field.path(), &[On::Field.tag(), number]].concat();
        let file = field.parent_message().parent_file();
        let text = options.get_extension(extension).as_str()?.to_owned();
        Some(Located::new(text, self.at(&file, &path)))
    }

    /// Whether an extension says a type in Rust, which only fields may.
    pub(super) fn says_rust(&self, extension: &ExtensionDescriptor) -> bool {
        let own = self.everwire.rust.as_ref();
        let has_options = extension.field_descriptor_proto().options.is_some();
        has_options && own.is_some_and(|own| extension.options().has_extension(own))
    }

    /// Whether a full name is that of an enum.
    pub(super) fn is_enum(&self, full_name: &str) -> bool {
        self.everwire.enums.contains(full_name)
    }

    /// Whether a type keeps what it does not know: its own choice, its file's, or the caller's.
    pub(super) fn keeps_unknown(&self, said: Option<&Said>, file: &FileDescriptor) -> bool {
        let of_file = self.said(On::File, || file.options(), file, &[]);
        let mut chosen = said.into_iter().chain(of_file.as_ref());
        let chosen = chosen.find_map(|said| said.get("unknown")?.as_bool());
        chosen.unwrap_or(self.options.unknown_fields)
    }

    /// A number.
    pub(super) fn said_number(&self, said: Option<&Said>, name: &str) -> Option<Located<i128>> {
        let said = said?;
        said.get(name)?
            .as_u32()
            .map(|number| Located::new(i128::from(number), said.at(self, name)))
    }

    /// A flag that is raised.
    pub(super) fn said_flag(&self, said: Option<&Said>, name: &str) -> Option<At> {
        let said = said?;
        said.get(name)?
            .as_bool()
            .filter(|raised| *raised)
            .map(|_| said.at(self, name))
    }

    /// A string.
    pub(super) fn said_text(&self, said: Option<&Said>, name: &str) -> Option<Located<String>> {
        let said = said?;
        said.get(name)?
            .as_str()
            .map(|text| Located::new(text.to_owned(), said.at(self, name)))
    }

    /// A list of strings.
    pub(super) fn said_texts(&self, said: Option<&Said>, name: &str) -> Vec<Located<String>> {
        let Some(said) = said else { return Vec::new() };
        let list = said.get(name);
        let texts = list
            .iter()
            .filter_map(Value::as_list)
            .flatten()
            .filter_map(Value::as_str);
        let part = said.part(name);
        let at = |index| self.at(&said.file, &[&*part, &[index]].concat());
        texts
            .zip(0..)
            .map(|(text, index)| Located::new(text.to_owned(), at(index)))
            .collect()
    }

    /// Breaks that are wanted.
    pub(super) fn said_accepts(&self, said: Option<&Said>) -> Vec<Accept> {
        let accepts = said.map(|said| said.list("accept")).unwrap_or_default();
        let accepts = accepts.iter().map(|one| {
            let at = self.at(&one.file, &one.path);
            let text = |name: &str| {
                let said = self.said_text(Some(one), name);
                said.unwrap_or_else(|| Located::new(String::new(), at))
            };
            let (change, reason) = (text("change"), text("reason"));
            Accept { at, change, reason }
        });
        accepts.collect()
    }

    /// The JSON of a type: its own choice, its file's, the caller's, or proto.
    pub(super) fn dialect(&self, said: Option<&Said>, file: &FileDescriptor) -> Located<Dialect> {
        let of_file = self.said(On::File, || file.options(), file, &[]);
        for said in said.into_iter().chain(of_file.as_ref()) {
            let chosen = match said.get("json").and_then(|json| json.as_enum_number()) {
                Some(1) => Dialect::Native,
                Some(2) => Dialect::Proto,
                _ => continue,
            };
            return Located::new(chosen, said.at(self, "json"));
        }
        Located::new(self.options.json.unwrap_or(Dialect::Proto), At::default())
    }
}

impl Said {
    /// A field that is set.
    pub(super) fn get(&self, name: &str) -> Option<Value> {
        let field = self.message.descriptor_field(name)?;
        self.message
            .has_field(&field)
            .then(|| self.message.get_field(&field).into_owned())
    }

    /// The message in a field that is set.
    pub(super) fn inner(&self, name: &str) -> Option<Said> {
        let value = self.get(name)?;
        let message = value.as_message()?.clone();
        Some(Said {
            message,
            file: self.file.clone(),
            path: self.part(name),
        })
    }

    /// The messages in a repeated field.
    pub(super) fn list(&self, name: &str) -> Vec<Said> {
        let value = self.get(name);
        let messages = value
            .iter()
            .filter_map(Value::as_list)
            .flatten()
            .filter_map(Value::as_message);
        let part = |(message, index): (&DynamicMessage, i32)| Said {
            message: message.clone(),
            file: self.file.clone(),
            path: self.part(name).into_iter().chain([index]).collect(),
        };
        messages.zip(0..).map(part).collect()
    }

    /// The place of a field.
    pub(super) fn at(&self, lower: &Lower<'_>, name: &str) -> At {
        lower.at(&self.file, &self.part(name))
    }

    fn part(&self, name: &str) -> Vec<i32> {
        let number = self
            .message
            .descriptor_field(name)
            .and_then(|field| i32::try_from(field.number()).ok());
        self.path.iter().copied().chain(number).collect()
    }
}

trait DescriptorField {
    fn descriptor_field(&self, name: &str) -> Option<prost_reflect::FieldDescriptor>;
}

impl DescriptorField for DynamicMessage {
    fn descriptor_field(&self, name: &str) -> Option<prost_reflect::FieldDescriptor> {
        use prost_reflect::ReflectMessage;
        self.descriptor().get_field_by_name(name)
    }
}
