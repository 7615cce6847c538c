//! [`Definition`]: what a schema says, owned, so that it can be read from anywhere, compared, and loaded.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use super::shape::Shape;
use crate::envelope::hash;
use crate::schema::{
    Constant, Dialect, Encoding, EnumValue, Field, Form, Kind, Layout, Oneof, Presence, Reserved,
    Schema, Type,
};
use crate::validate::{Literal, MessageRule, Rule};

/// What a [`Schema`] says, owned.
///
/// ```
/// use everwire::Codec;
/// use everwire::dynamic::{Definition, Dynamic, Types};
///
/// #[derive(Codec)]
/// #[codec(name = "shop.v1.Line")]
/// struct Line { #[codec(1)] sku: String, #[codec(2)] quantity: u32 }
///
/// let mut definitions = Definition::all(Line::SCHEMA);
/// definitions[0].members_mut()[1].name = "pieces".into();
/// let types = Types::load(&definitions)?;
///
/// let schema = types.get("shop.v1.Line").unwrap();
/// let line = Dynamic::decode(schema, everwire::Wire::MsgPack, b"\x92\xa3A-1\x02")?;
/// assert_eq!(everwire::json::to_string(&line)?, r#"{"sku":"A-1","pieces":2}"#);
/// # Ok::<(), everwire::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Definition {
    /// The name, without the arguments of a generic type.
    pub name: String,
    /// The types among the arguments of a generic type.
    pub arguments: Vec<Shape>,
    /// The constants among them.
    pub constants: Vec<Constant>,
    /// What is defined.
    pub what: What,
    /// The version; 0 is unversioned.
    pub version: u32,
    /// Former full names.
    pub aliases: Vec<String>,
    /// The form of JSON output.
    pub json: Dialect,
    /// The form that a well-known type has in JSON.
    pub form: Form,
    /// The form in MessagePack.
    pub layout: Layout,
    /// Numbers, names and slots that are never used again.
    pub reserved: Vec<Gone>,
    /// The ranges of numbers that extensions may have, ends included.
    pub extensions: Vec<(u32, u32)>,
    /// Whether protobuf writes extensions as the items of a message set.
    pub is_message_set: bool,
    /// Whether the message is a tuple.
    pub is_tuple: bool,
    /// Whether the message is a struct without fields, whose type is [`Type::Unit`].
    pub is_unit: bool,
    /// Whether the type keeps what it does not know.
    pub keeps_unknown: bool,
    /// What is said of oneofs as a whole.
    pub oneofs: Vec<Group>,
    /// The rules of the message as a whole.
    pub rules: Vec<MessageRule>,
    /// The breaks of the type and of its members that are wanted.
    pub accepted: Vec<Accepted>,
}

/// What a [`Definition`] defines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum What {
    /// A message, by its fields.
    Message(Vec<Member>),
    /// An enum with data, by its variants.
    Union(Vec<Member>),
    /// An enum without data.
    Enum {
        /// The values, in declaration order.
        values: Vec<Listed>,
        /// Whether numbers outside the list are kept as they are.
        open: bool,
    },
}

/// A field of a message, or a variant of an enum with data: what a [`Field`] says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(
    missing_docs,
    reason = "each is what the method of that name of `Field` gives"
)]
pub struct Member {
    pub number: u32,
    pub slot: u32,
    pub name: String,
    pub json_name: String,
    pub aliases: Vec<String>,
    pub ty: Shape,
    pub presence: Presence,
    pub default: Option<Literal>,
    pub default_bytes: Option<Vec<u8>>,
    pub encoding: Encoding,
    pub key: Encoding,
    pub map_value: Encoding,
    pub is_packed: bool,
    pub oneof: Option<String>,
    pub since: u32,
    pub was: Vec<Shape>,
    pub rules: Vec<Rule>,
}

/// A value of an enum without data.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[allow(
    missing_docs,
    reason = "each is what the method of that name of `EnumValue` gives"
)]
pub struct Listed {
    pub number: i32,
    pub name: String,
    pub aliases: Vec<String>,
}

/// What is never used again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Gone {
    /// The numbers from the first to the last, both included.
    Numbers(u32, u32),
    /// A name.
    Name(String),
    /// A slot of MessagePack, and the type whose zero fills it.
    Slot(u32, Option<Shape>),
}

/// What is said of a oneof as a whole: that it must be set, or what it reads as where it is not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Group {
    /// The name.
    pub name: String,
    /// The type of the enum and the bytes of its value on MessagePack.
    pub default: Option<(Shape, Vec<u8>)>,
}

/// A break that is wanted: what a [`schema::Accepted`](crate::schema::Accepted) says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Accepted {
    /// The number of the member that changes; `None` of the type.
    pub number: Option<i64>,
    /// The change, as `codegen check` calls it.
    pub change: String,
    /// Why it is wanted.
    pub reason: String,
}

impl Accepted {
    /// All that a schema accepts, sorted and each once.
    fn all(schema: &Schema) -> Vec<Self> {
        let of_fields = schema.fields().iter().flat_map(|field| {
            let number = i64::from(field.number());
            field.accepted().iter().map(move |one| one.of(number))
        });
        let all: BTreeSet<Self> = schema
            .accepted()
            .iter()
            .copied()
            .chain(of_fields)
            .map(|one| Self {
                number: one.number(),
                change: one.change().into(),
                reason: one.reason().into(),
            })
            .collect();
        all.into_iter().collect()
    }
}

impl Definition {
    /// A definition of that name, which says nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>, what: What) -> Self {
        Self {
            name: name.into(),
            arguments: Vec::new(),
            constants: Vec::new(),
            what,
            version: 0,
            aliases: Vec::new(),
            json: Dialect::Native,
            form: Form::Plain,
            layout: Layout::Array,
            reserved: Vec::new(),
            extensions: Vec::new(),
            is_message_set: false,
            is_tuple: false,
            is_unit: false,
            keeps_unknown: false,
            oneofs: Vec::new(),
            rules: Vec::new(),
            accepted: Vec::new(),
        }
    }

    /// What a schema says; `None` of a value that has no name.
    #[must_use]
    pub fn of(schema: &Schema) -> Option<Self> {
        let members = |fields: &[Field]| fields.iter().map(Member::of).collect();
        let what = match schema.kind() {
            Kind::Message(fields) => What::Message(members(fields)),
            Kind::Union(variants) => What::Union(members(variants)),
            Kind::Enum { values, open } => What::Enum {
                values: values.iter().map(Listed::of).collect(),
                open,
            },
            Kind::Value(_) => return None,
        };
        Some(Self {
            arguments: schema.arguments().iter().map(Shape::of).collect(),
            constants: schema.constants().to_vec(),
            version: schema.version(),
            aliases: owned(schema.aliases()),
            json: schema.json(),
            form: schema.form(),
            layout: schema.layout(),
            reserved: schema.reserved().iter().flat_map(Gone::of).collect(),
            extensions: schema.extensions().to_vec(),
            is_message_set: schema.is_message_set(),
            is_tuple: schema.is_tuple(),
            is_unit: schema.is_unit(),
            keeps_unknown: schema.keeps_unknown(),
            oneofs: schema.oneofs().iter().map(Group::of).collect(),
            rules: schema.rules().to_vec(),
            accepted: Accepted::all(schema),
            ..Self::new(schema.name(), what)
        })
    }

    /// What a schema says and all that it leads to, each once: the schema itself first, unless it is a value without a name.
    #[must_use]
    pub fn all(schema: &'static Schema) -> Vec<Self> {
        let (mut rest, mut all) = (alloc::vec![schema], Vec::new());
        let mut seen = BTreeSet::from([schema.full_name()]);
        while let Some(schema) = rest.pop() {
            let mut types: Vec<Type> = schema.fields().iter().map(Field::ty).collect();
            types.extend(schema.fields().iter().flat_map(Field::was));
            types.extend(schema.reserved().iter().filter_map(|one| one.as_slot()?.1));
            types.extend(
                schema
                    .oneofs()
                    .iter()
                    .filter_map(|one| Some(one.default()?.0)),
            );
            types.extend(schema.arguments());
            if let Kind::Value(ty) = schema.kind() {
                types.push(ty);
            }
            for ty in types {
                each_link(&ty, &mut |linked| {
                    if seen.insert(linked.full_name()) {
                        rest.push(linked);
                    }
                });
            }
            all.extend(Self::of(schema));
        }
        all
    }

    /// The full name, with the arguments of a generic type.
    #[must_use]
    pub fn full_name(&self) -> String {
        let types = self.arguments.iter().map(|shape| alloc::format!("{shape}"));
        let constants = self.constants.iter().map(|one| alloc::format!("{one}"));
        let arguments: Vec<_> = types.chain(constants).collect();
        match arguments.is_empty() {
            true => self.name.clone(),
            false => alloc::format!("{}<{}>", self.name, arguments.join(",")),
        }
    }

    /// Whether that is the full name.
    #[must_use]
    pub fn is_named(&self, full_name: &str) -> bool {
        match self.arguments.is_empty() && self.constants.is_empty() {
            true => self.name == full_name,
            false => self.full_name() == full_name,
        }
    }

    /// The types that it refers to: those of members and their former ones, of what is removed, of the defaults of oneofs, and the
    /// arguments of a generic type.
    pub fn shapes(&self) -> impl Iterator<Item = &Shape> {
        let members = self.members().iter();
        let of_members = members.flat_map(|member| core::iter::once(&member.ty).chain(&member.was));
        let removed = self.reserved.iter().filter_map(|gone| match gone {
            Gone::Slot(_, shape) => shape.as_ref(),
            _ => None,
        });
        let defaults = self.oneofs.iter();
        let defaults = defaults.filter_map(|group| Some(&group.default.as_ref()?.0));
        of_members
            .chain(removed)
            .chain(defaults)
            .chain(&self.arguments)
    }

    /// Calls `told` with the full name of each type that it refers to, as often as it does.
    pub fn each_name<'d>(&'d self, told: &mut impl FnMut(&'d str)) {
        self.shapes().for_each(|shape| shape.each_name(told));
    }

    /// Whether an [`Envelope`](crate::Envelope) calls the type so, by its full name or a former one.
    #[must_use]
    pub fn has_type_id(&self, id: u64) -> bool {
        let own = self.full_name();
        let arguments = own.strip_prefix(&*self.name).unwrap_or_default();
        let is_former =
            |alias: &String| hash(alias) == id || hash(&alloc::format!("{alias}{arguments}")) == id;
        hash(&own) == id || self.aliases.iter().any(is_former)
    }

    /// The fields of a message or the variants of an enum with data; otherwise none.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        match &self.what {
            What::Message(members) | What::Union(members) => members,
            What::Enum { .. } => &[],
        }
    }

    /// The fields of a message or the variants of an enum with data, to be changed.
    pub fn members_mut(&mut self) -> &mut [Member] {
        match &mut self.what {
            What::Message(members) | What::Union(members) => members,
            What::Enum { .. } => &mut [],
        }
    }
}

/// Calls `told` with each schema that a type links to.
fn each_link(ty: &Type, told: &mut impl FnMut(&'static Schema)) {
    match ty {
        Type::Enum(link) | Type::Message(link) | Type::Union(link) => told(link.schema()),
        Type::List(inner) | Type::Fixed(inner, _) | Type::Option(inner) => each_link(inner, told),
        Type::Map(key, value) => {
            each_link(key, told);
            each_link(value, told);
        }
        _ => {}
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| String::from(*name)).collect()
}

impl Member {
    /// A member of that number, name and type, as [`Field::new`] makes one.
    #[must_use]
    pub fn new(number: u32, name: impl Into<String>, ty: Shape) -> Self {
        let name = name.into();
        Self {
            number,
            slot: number.wrapping_sub(1),
            json_name: name.clone(),
            name,
            aliases: Vec::new(),
            presence: match ty {
                Shape::Option(_) => Presence::Explicit,
                _ => Presence::Implicit,
            },
            ty,
            default: None,
            default_bytes: None,
            encoding: Encoding::Default,
            key: Encoding::Default,
            map_value: Encoding::Default,
            is_packed: true,
            oneof: None,
            since: 0,
            was: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// What a field says.
    #[must_use]
    pub fn of(field: &Field) -> Self {
        Self {
            slot: field.slot(),
            json_name: field.json_name().into(),
            aliases: owned(field.aliases()),
            presence: field.presence(),
            default: field.default(),
            default_bytes: field.default_bytes(),
            encoding: field.encoding(),
            key: field.key(),
            map_value: field.map_value(),
            is_packed: field.is_packed(),
            oneof: field.oneof().map(String::from),
            since: field.since(),
            was: field.was().iter().map(Shape::of).collect(),
            rules: field.rules().to_vec(),
            ..Self::new(field.number(), field.name(), Shape::of(&field.ty()))
        }
    }
}

impl Listed {
    fn of(value: &EnumValue) -> Self {
        Self {
            number: value.number(),
            name: value.name().into(),
            aliases: owned(value.aliases()),
        }
    }
}

impl Gone {
    fn of(reserved: &Reserved) -> Vec<Self> {
        let numbers = reserved.as_numbers();
        let slot = reserved.as_slot();
        let all = [
            numbers.map(|(first, last)| Self::Numbers(first, last)),
            reserved.as_name().map(|name| Self::Name(name.into())),
            slot.map(|(slot, ty)| Self::Slot(slot, ty.as_ref().map(Shape::of))),
        ];
        all.into_iter().flatten().collect()
    }
}

impl Group {
    fn of(oneof: &Oneof) -> Self {
        let default = oneof.default();
        Self {
            name: oneof.name().into(),
            default: default.map(|(ty, value)| (Shape::of(&ty), value)),
        }
    }
}
