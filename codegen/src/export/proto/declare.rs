//! How a field declares a type.
//!
//! What protobuf cannot nest stands in a message of its own, as on the wire; the rules are those of the runtime's protobuf driver. Each
//! declaration also says which type a reader of the file takes it for, so that only what differs needs `(everwire.rust)`.

use std::collections::BTreeSet;

use everwire::dynamic::{Member, Shape};
use everwire::schema::{Encoding, Int};

use super::names::{capital, distinct};
use super::text::Text;
use super::{FileFacts, Proto};

/// What a field declares.
#[derive(Clone, Debug)]
pub(super) struct Declared {
    /// The type of one value: `uint32`, `map<string, Line>`, `Line`.
    pub(super) ty: String,
    pub(super) is_repeated: bool,
    /// Whether it has to say that its presence counts.
    pub(super) is_optional: bool,
    pub(super) is_group: bool,
    /// Of a list of what can be packed, whether it is.
    pub(super) is_packed: Option<bool>,
    /// The type that it is without `(everwire.rust)`; none where it has no such.
    pub(super) natural: Option<Shape>,
    /// Messages around values, to be declared beside the field.
    pub(super) wrappers: Vec<Wrapper>,
}

/// A message around a value.
#[derive(Clone, Debug)]
pub(super) struct Wrapper {
    pub(super) name: String,
    pub(super) fields: Vec<(&'static str, Declared)>,
}

/// Where a declaration stands.
pub(super) struct Place<'a> {
    pub(super) facts: &'a FileFacts,
    /// The scope, by its name in protobuf, and its package.
    pub(super) scope: &'a str,
    pub(super) package: &'a str,
    /// What is called how in the scope.
    pub(super) taken: &'a mut BTreeSet<String>,
}

/// The encodings of a member; those of keys and values are those of all maps in it.
#[derive(Clone, Copy)]
struct Encodings {
    own: Encoding,
    key: Encoding,
    value: Encoding,
    is_packed: bool,
}

impl Proto<'_> {
    /// What a member declares.
    pub(super) fn declare(
        &self,
        place: &mut Place<'_>,
        member: &Member,
        is_explicit: bool,
        own: &str,
    ) -> Declared {
        let encodings = Encodings {
            own: member.encoding,
            key: member.key,
            value: member.map_value,
            is_packed: member.is_packed,
        };
        let hint: String = own.split('_').map(capital).collect();
        self.field(place, &member.ty, is_explicit, encodings, &hint)
    }

    fn field(
        &self,
        place: &mut Place<'_>,
        shape: &Shape,
        is_explicit: bool,
        encodings: Encodings,
        hint: &str,
    ) -> Declared {
        match plain(shape) {
            Shape::Option(inner) => self.field(place, inner, true, encodings, hint),
            Shape::List(_) | Shape::Map(..) if is_explicit => {
                let held = |this: &Self, place: &mut Place<'_>| {
                    let inner = format!("{hint}Value");
                    vec![("value", this.field(place, shape, false, encodings, &inner))]
                };
                self.wrapper(place, hint, held)
            }
            Shape::List(element) => {
                let inner = format!("{hint}Item");
                let one = self.member(place, element, encodings, &inner);
                let is_packable = self.is_packable(element);
                Declared {
                    is_repeated: true,
                    is_packed: is_packable.then_some(encodings.is_packed),
                    natural: one.natural.clone().map(|one| list(&one)),
                    ..one
                }
            }
            Shape::Map(key, value) => self.map(place, key, value, encodings, hint),
            shape => {
                let one = self.one(place, shape, encodings.own);
                let is_message = self.is_message(shape);
                let natural = match is_explicit || is_message {
                    true => one.natural.clone().map(|one| Shape::Option(Box::new(one))),
                    false => one.natural.clone(),
                };
                Declared {
                    is_optional: is_explicit && !is_message,
                    natural,
                    ..one
                }
            }
        }
    }

    /// An element of a list or a value of a map.
    fn member(
        &self,
        place: &mut Place<'_>,
        shape: &Shape,
        encodings: Encodings,
        hint: &str,
    ) -> Declared {
        let inner = format!("{hint}Value");
        match plain(shape) {
            Shape::Option(held) => self.wrapper(place, hint, |this, place| {
                vec![("value", this.field(place, held, true, encodings, &inner))]
            }),
            Shape::List(_) | Shape::Map(..) => self.wrapper(place, hint, |this, place| {
                vec![("value", this.field(place, shape, false, encodings, &inner))]
            }),
            shape => self.one(place, shape, encodings.own),
        }
    }

    fn map(
        &self,
        place: &mut Place<'_>,
        key: &Shape,
        value: &Shape,
        encodings: Encodings,
        hint: &str,
    ) -> Declared {
        let of_value = Encodings {
            own: encodings.value,
            ..encodings
        };
        let is_key = match key {
            Shape::Bool | Shape::String | Shape::Char => true,
            Shape::Int(int) => !int.is_128(),
            _ => false,
        };
        if !is_key || encodings.value == Encoding::Group {
            return Declared {
                is_repeated: true,
                ..self.wrapper(place, &format!("{hint}Pair"), |this, place| {
                    let of_key = Encodings {
                        own: encodings.key,
                        ..encodings
                    };
                    let key = this.field(place, key, false, of_key, &format!("{hint}Key"));
                    let value = this.member(place, value, of_value, &format!("{hint}Value"));
                    vec![("key", key), ("value", value)]
                })
            };
        }
        let key = self.one(place, key, encodings.key);
        let value = self.member(place, value, of_value, &format!("{hint}Value"));
        let natural = key.natural.zip(value.natural);
        Declared {
            ty: format!("map<{}, {}>", key.ty, value.ty),
            is_group: false,
            natural: natural.map(|(key, value)| Shape::Map(Box::new(key), Box::new(value))),
            ..value
        }
    }

    /// A message around a value.
    fn wrapper(
        &self,
        place: &mut Place<'_>,
        hint: &str,
        held: impl FnOnce(&Self, &mut Place<'_>) -> Vec<(&'static str, Declared)>,
    ) -> Declared {
        place.facts.import_options();
        let name = match place.taken.contains(hint) {
            true => distinct(&format!("{hint}Value"), place.taken),
            false => distinct(hint, place.taken),
        };
        let mut fields = held(self, place);
        let inner = fields.iter_mut();
        let mut wrappers: Vec<Wrapper> = inner
            .flat_map(|(_, declared)| std::mem::take(&mut declared.wrappers))
            .collect();
        wrappers.insert(
            0,
            Wrapper {
                name: name.clone(),
                fields,
            },
        );
        Declared {
            ty: name,
            is_repeated: false,
            is_optional: false,
            is_group: false,
            is_packed: None,
            natural: None,
            wrappers,
        }
    }

    /// A value that stands by itself.
    fn one(&self, place: &mut Place<'_>, shape: &Shape, encoding: Encoding) -> Declared {
        let (ty, natural) = match shape {
            Shape::Bool => ("bool".to_owned(), Some(Shape::Bool)),
            Shape::Int(int) => integer(*int, encoding),
            Shape::Float32 => ("float".to_owned(), Some(Shape::Float32)),
            Shape::Float64 => ("double".to_owned(), Some(Shape::Float64)),
            Shape::Char => ("string".to_owned(), Some(Shape::String)),
            Shape::String => ("string".to_owned(), Some(Shape::String)),
            Shape::Bytes => ("bytes".to_owned(), Some(Shape::Bytes)),
            Shape::Uuid | Shape::Opaque => ("bytes".to_owned(), Some(Shape::Bytes)),
            Shape::Duration => (self.reference(place, "google.protobuf.Duration"), None),
            Shape::Timestamp => (self.reference(place, "google.protobuf.Timestamp"), None),
            Shape::Unit => (self.reference(place, "google.protobuf.Empty"), None),
            Shape::Named(name) => (self.reference(place, name), Some(shape.clone())),
            _ => (String::new(), None),
        };
        Declared {
            ty,
            is_repeated: false,
            is_optional: false,
            is_group: encoding == Encoding::Group,
            is_packed: None,
            natural,
            wrappers: Vec::new(),
        }
    }

    /// How a type is called where a declaration stands.
    pub(super) fn reference(&self, place: &Place<'_>, name: &str) -> String {
        if let Some(own) = name.strip_prefix(super::super::types::WELL_KNOWN)
            && let Some(file) = super::super::types::file_of(own)
            && self.types.get(name).is_none()
        {
            place.facts.import(file);
        }
        if let Some(file) = self.file_of(name) {
            place.facts.import(file);
        }
        let full = self.names.full(name);
        self.scopes.reference(place.scope, place.package, full)
    }

    fn is_message(&self, shape: &Shape) -> bool {
        match shape {
            Shape::Duration | Shape::Timestamp | Shape::Unit => true,
            Shape::Named(_) => !self.types.is_enum(shape),
            _ => false,
        }
    }

    fn is_packable(&self, shape: &Shape) -> bool {
        match plain(shape) {
            Shape::Bool | Shape::Float32 | Shape::Float64 => true,
            Shape::Int(int) => !int.is_128(),
            Shape::Named(_) => self.types.is_enum(shape),
            _ => false,
        }
    }

    /// Writes the messages around values.
    pub(super) fn wrappers(&self, facts: &FileFacts, wrappers: &[Wrapper], text: &mut Text) {
        for wrapper in wrappers {
            text.gap();
            text.block(&format!("message {}", wrapper.name), |text| {
                text.line("option (everwire.message).rust = WRAPPER;");
                text.gap();
                for (number, (name, declared)) in (1..).zip(&wrapper.fields) {
                    text.declared(
                        &format!("{} = {number}", declared.head(facts, name)),
                        &declared.features(facts),
                    );
                }
            });
            text.gap();
        }
    }
}

impl Declared {
    /// `repeated uint32 sizes`.
    pub(super) fn head(&self, facts: &FileFacts, name: &str) -> String {
        let label = match (self.is_repeated, self.is_optional && !facts.is_edition) {
            (true, _) => "repeated ",
            (false, true) => "optional ",
            (false, false) => "",
        };
        format!("{label}{} {name}", self.ty)
    }

    /// The options of protobuf's own that say how values are written.
    pub(super) fn features(&self, facts: &FileFacts) -> Vec<String> {
        let mut options = Vec::new();
        if self.is_packed == Some(false) {
            options.push(
                match facts.is_edition {
                    true => "features.repeated_field_encoding = EXPANDED",
                    false => "packed = false",
                }
                .to_owned(),
            );
        }
        if self.is_optional && facts.is_edition {
            options.push("features.field_presence = EXPLICIT".to_owned());
        }
        if self.is_group && facts.is_edition {
            options.push("features.message_encoding = DELIMITED".to_owned());
        }
        options
    }
}

/// The shape without a fixed length.
pub(super) fn plain(shape: &Shape) -> &Shape {
    match shape {
        Shape::Fixed(inner, _) => inner,
        other => other,
    }
}

fn list(element: &Shape) -> Shape {
    Shape::List(Box::new(element.clone()))
}

fn integer(int: Int, encoding: Encoding) -> (String, Option<Shape>) {
    if int.is_128() {
        return ("bytes".to_owned(), Some(Shape::Bytes));
    }
    let (bits, natural) = match (int.is_wide(), int.is_signed()) {
        (true, true) => (64, Int::I64),
        (true, false) => (64, Int::U64),
        (false, true) => (32, Int::I32),
        (false, false) => (32, Int::U32),
    };
    let kind = match (encoding, int.is_signed()) {
        (Encoding::Fixed, true) => "sfixed",
        (Encoding::Fixed, false) => "fixed",
        (Encoding::Zigzag, _) => "sint",
        (_, true) => "int",
        (_, false) => "uint",
    };
    (format!("{kind}{bits}"), Some(Shape::Int(natural)))
}
