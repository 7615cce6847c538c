//! Bytes into nodes, as the places of a schema say.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::show::{hex, label};
use super::{Found, Node};
use crate::codec::{
    Choice, Codec, Decode, Elements, Entries, Fields, FromOpaque, Info, Mode, Place, Reader, Row,
    Scope, Wrapped, Writer, info,
};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::limits::Limits;
use crate::options::Options;
use crate::schema::{Int, Kind, Schema, Type};
use crate::unknown::UnknownFields;
use crate::uuid;
use crate::validate::Validate;
use crate::wire::reading::Reading;

impl Node {
    fn new(start: usize, found: Found) -> Self {
        Self {
            start,
            end: start,
            ty: None,
            found,
            broken: None,
        }
    }

    /// Nothing, since something is wrong.
    fn broken(start: usize, error: Error) -> Self {
        Self {
            broken: Some(error),
            ..Self::new(start, Found::Nothing)
        }
    }

    /// Adds what comes later for the same value: more elements or entries, or else what takes its place.
    fn go_on(&mut self, later: Self) {
        self.end = later.end;
        match (&mut self.found, later.found) {
            (Found::List(elements), Found::List(more)) => elements.extend(more),
            (Found::Map(entries), Found::Map(more)) => entries.extend(more),
            (own, found) => *own = found,
        }
    }

    /// With what is wrong behind it.
    fn ended(mut self, end: Result<(), Error>) -> Self {
        self.broken = self.broken.or(end.err());
        self
    }
}

pub(super) fn all(wire: Wire, schema: &'static Schema, bytes: &[u8], options: &Options) -> Node {
    let started = |reading: Result<_, Error>| reading.map_err(|error| Node::broken(0, error));
    let read = || {
        Ok(match wire {
            Wire::Protobuf => {
                let reading = started(Reading::new(options, bytes.len(), wire))?;
                let mut r = crate::wire::protobuf::Decoder::new(bytes, &reading);
                protobuf(&mut r, schema)
            }
            Wire::MsgPack => {
                let reading = started(Reading::new(options, bytes.len(), wire))?;
                let mut r = crate::wire::msgpack::Decoder::new(bytes, &reading);
                let node = read_root(&mut r, schema);
                match node.broken {
                    None => node.ended(r.end()),
                    Some(_) => node,
                }
            }
            Wire::Json => {
                let r = crate::wire::json::Decoder::new(bytes, options);
                let mut r = r.map_err(|error| Node::broken(0, error))?;
                let node = read_root(&mut r, schema);
                match node.broken {
                    None => node.ended(r.end()),
                    Some(_) => node,
                }
            }
        })
    };
    read().unwrap_or_else(|broken| broken)
}

fn protobuf(r: &mut crate::wire::protobuf::Decoder<'_, '_>, schema: &'static Schema) -> Node {
    let ty = match schema.kind() {
        Kind::Value(ty) => ty,
        Kind::Enum { .. } => Type::Int(Int::I32),
        _ => return read_root(r, schema),
    };
    if crate::wire::protobuf::stands_alone(&ty) {
        return read_root(r, schema);
    }
    let place = info(&Wrapped(Row(&Info::root(ty))));
    let (place, mut node) = (Row(&place), None);
    let end = r.alone(&place, |r| {
        let mut read = match schema.kind() {
            Kind::Value(_) => read(r, place),
            _ => read_named(r, place, schema),
        };
        let broken = read.broken.take();
        // A list or map comes in as many runs as its writer likes.
        match &mut node {
            None => node = Some(read),
            Some(node) => node.go_on(read),
        }
        broken.map_or(Ok(()), Err)
    });
    node.unwrap_or_else(|| Node::new(0, Found::Nil)).ended(end)
}

fn read_root<'de, R: Reader<'de>>(r: &mut R, schema: &'static Schema) -> Node {
    match schema.kind() {
        Kind::Value(ty) => read(r, Row(&Info::root(ty))),
        // The place of a root says nothing of a message but that it is the root.
        _ => read_named(r, Row(&Info::root(Type::Unit)), schema),
    }
}

/// Reads a value of the type that its place has, as far as it goes.
fn read<'de, R: Reader<'de>>(r: &mut R, at: Row<'_>) -> Node {
    let start = r.offset();
    let mut node = read_value(r, at, start).unwrap_or_else(|error| Node::broken(start, error));
    node.end = r.offset();
    node.ty = Some(at.0.ty);
    node
}

/// A value whose form is another library's, as it stands there.
struct Foreign(String);

impl<'de> FromOpaque<'de> for Foreign {
    fn read(wire: Wire, bytes: &'de [u8], _limits: &Limits) -> Result<Self, (Fault, usize)> {
        Ok(Self(match (wire, core::str::from_utf8(bytes)) {
            (Wire::Json, Ok(text)) => text.into(),
            _ => hex(bytes),
        }))
    }

    #[cfg(feature = "serde")]
    fn deserialize<D: serde_core::Deserializer<'de>>(_d: D) -> Result<Self, D::Error> {
        Err(serde_core::de::Error::custom(
            "no bytes stand for the value",
        ))
    }
}

fn read_value<'de, R: Reader<'de>>(r: &mut R, at: Row<'_>, start: usize) -> Result<Node, Error> {
    let found = match at.0.ty {
        Type::Bool => Found::Scalar(r.bool(at)?.to_string()),
        Type::Int(int) => Found::Scalar(read_integer(r, at, int)?),
        Type::Float32 => Found::Scalar(format!("{:?}", r.f32(at)?)),
        Type::Float64 => Found::Scalar(format!("{:?}", r.f64(at)?)),
        Type::Char => Found::Scalar(format!("{:?}", r.str(at)?)),
        Type::String => {
            let text = crate::Text::new(r.unverified(at)?.into_owned());
            Found::Scalar(format!("{text:?}"))
        }
        Type::Bytes => Found::Scalar(hex(&r.bytes(at)?)),
        Type::Uuid => Found::Scalar(uuid::string(&r.uuid(at)?)),
        Type::Duration => {
            let (secs, nanos) = r.duration(at)?;
            Found::Scalar(format!("{secs} s {nanos} ns"))
        }
        Type::Timestamp => {
            let (secs, nanos) = r.timestamp(at)?;
            Found::Scalar(format!("{secs} s {nanos} ns after 1970-01-01T00:00:00Z"))
        }
        Type::Opaque => Found::Scalar(r.opaque::<_, Foreign>(at)?.0),
        Type::Unit => {
            r.unit(at)?;
            Found::Scalar("()".into())
        }
        Type::Enum(link) | Type::Message(link) | Type::Union(link) => {
            return Ok(read_named(r, at, link.schema()));
        }
        Type::List(_) => {
            let mut list = List(Vec::new());
            let end = r.list(at, &mut list);
            return Ok(Node::new(start, Found::List(list.0)).ended(end));
        }
        Type::Map(..) => {
            let mut map = Map::default();
            let end = r.map(at, &mut map);
            return Ok(Node::new(start, Found::Map(map.entries)).ended(end));
        }
        Type::Fixed(inner, _) => {
            let mut place = *at.0;
            place.ty = *inner;
            return Ok(read(r, Row(&place)));
        }
        Type::Option(_) => {
            let mut held = None;
            let end = r.option(at, &mut held, Mode::Merge);
            let nil = || Node::new(start, Found::Nil);
            return Ok(held.unwrap_or_else(nil).ended(end));
        }
    };
    Ok(Node::new(start, found))
}

fn read_integer<'de, R: Reader<'de>>(r: &mut R, at: Row<'_>, int: Int) -> Result<String, Error> {
    Ok(match int {
        Int::U128 => r.u128(at)?.to_string(),
        Int::I128 => r.i128(at)?.to_string(),
        int if int.is_wide() && int.is_signed() => r.i64(at)?.to_string(),
        int if int.is_wide() => r.u64(at)?.to_string(),
        int if int.is_signed() => r.i32(at)?.to_string(),
        _ => r.u32(at)?.to_string(),
    })
}

/// Reads a value of a type that has a schema, as far as it goes.
fn read_named<'de, R: Reader<'de>>(r: &mut R, at: Row<'_>, schema: &'static Schema) -> Node {
    let start = r.offset();
    let mut node = match schema.kind() {
        Kind::Enum { values, .. } => match r.enumeration(at, schema) {
            Ok(number) => {
                let value = values.iter().find(|value| value.number() == number);
                Node::new(
                    start,
                    match value {
                        Some(value) => Found::Scalar(format!("{number} ({})", value.name())),
                        None => Found::Unlisted(number.to_string()),
                    },
                )
            }
            Err(error) => match error.unknown_value() {
                Some(name) => {
                    let name = format!("unknown {:?}", name.trim_matches('`'));
                    Node::new(start, Found::Unlisted(name))
                }
                None => Node::broken(start, error),
            },
        },
        Kind::Union(_) => {
            let mut parts = Parts::new(schema);
            let end = r.union(at, &mut parts);
            Node::new(start, Found::Message(parts.parts, parts.unknown)).ended(end)
        }
        Kind::Message(_) | Kind::Value(_) => {
            let mut parts = Parts::new(schema);
            let end = r.message(at, &mut parts, Mode::Merge);
            Node::new(start, Found::Message(parts.parts, parts.unknown)).ended(end)
        }
    };
    node.end = r.offset();
    node
}

struct List(Vec<Node>);

impl<'de> Elements<'de> for List {
    const SIZE: usize = size_of::<Node>();

    fn reserve(&mut self, _additional: usize) {}

    fn element<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let mut node = read(r, Row(&info(&at)));
        let broken = node.broken.take();
        self.0.push(node);
        broken.map_or(Ok(()), Err)
    }
}

#[derive(Default)]
struct Map {
    entries: Vec<(Node, Node)>,
    key: Option<Node>,
    value: Option<Node>,
}

impl<'de> Entries<'de> for Map {
    const SIZE: usize = size_of::<(Node, Node)>();

    fn reserve(&mut self, _additional: usize) {}

    fn start(&mut self) {
        (self.key, self.value) = (None, None);
    }

    fn key<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let place = info(&at);
        let mut key = read(r, Row(&place));
        if let Some(error) = key.broken.take() {
            self.entries
                .push((key, Node::new(r.offset(), Found::Nothing)));
            return Err(error);
        }
        if let Type::Enum(link) = place.ty
            && let Kind::Enum { open: false, .. } = link.schema().kind()
            && let Found::Unlisted(number) = &key.found
        {
            let error = r.error(Fault::UnknownValue(number.clone().into()));
            let left_out = Node::new(key.start, Found::Scalar("left out".into()));
            self.entries.push((key, left_out));
            return Err(error);
        }
        self.key = Some(key);
        Ok(())
    }

    fn value<R: Reader<'de>, P: Place>(&mut self, r: &mut R, at: P) -> Result<(), Error> {
        let mut value = read(r, Row(&info(&at)));
        if let Some(error) = value.broken.take() {
            let key = self.key.take();
            let key = key.unwrap_or_else(|| Node::new(value.start, Found::Nil));
            self.entries.push((key, value));
            return Err(error);
        }
        self.value = Some(value);
        Ok(())
    }

    fn text(&self) -> String {
        self.key.as_ref().map(Node::inline).unwrap_or_default()
    }

    fn insert<R: Reader<'de>>(&mut self, r: &mut R) -> Result<(), Error> {
        let absent = || Node::new(r.offset(), Found::Nil);
        let entry = (
            self.key.take().unwrap_or_else(absent),
            self.value.take().unwrap_or_else(absent),
        );
        self.entries.push(entry);
        Ok(())
    }
}

/// The fields of a message, or the variant of an enum with data, as they come.
struct Parts {
    schema: &'static Schema,
    parts: Vec<(String, Node)>,
    unknown: UnknownFields,
}

impl Parts {
    fn new(schema: &'static Schema) -> Self {
        Self {
            schema,
            parts: Vec::new(),
            unknown: UnknownFields::new(),
        }
    }

    fn push<'de, R: Reader<'de>>(
        &mut self,
        index: usize,
        variant: bool,
        r: &mut R,
    ) -> Result<(), Error> {
        let Some(field) = self.schema.fields().get(index) else {
            return Ok(());
        };
        let place = Info::of(field, index).in_tuple(self.schema.is_tuple());
        let mut formers = field.was().iter().map(|ty| place.former(*ty));
        let former = match r.may_be(&place) {
            true => None,
            false => formers.find(|former| r.may_be(former)),
        };
        let place = former.unwrap_or(place);
        let place = if variant { place.as_variant() } else { place };
        let mut node = read(r, Row(&place));
        let broken = node.broken.take();
        self.parts.push((label(field), node));
        match (broken, variant) {
            (None, _) => Ok(()),
            (Some(error), true) => Err(error),
            (Some(error), false) => Err(error.within(field.name())),
        }
    }
}

impl<'de> Fields<'de> for Parts {
    fn schema(&self) -> &'static Schema {
        self.schema
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        match m.found() {
            Some(index) => self.push(index, false, m.reader()),
            None => Ok(()),
        }
    }

    fn unknown(&mut self) -> Option<&mut UnknownFields> {
        Some(&mut self.unknown)
    }
}

impl<'de> Choice<'de> for Parts {
    fn schema(&self) -> &'static Schema {
        self.schema
    }

    fn nth<R: Reader<'de>>(&mut self, index: usize, _merge: bool, r: &mut R) -> Result<(), Error> {
        self.push(index, true, r)
    }

    fn field<R: Reader<'de>, P: Place>(
        &mut self,
        index: usize,
        merge: bool,
        r: &mut R,
        _at: P,
    ) -> Result<(), Error> {
        self.nth(index, merge, r)
    }

    fn other(&mut self, unknown: UnknownFields) -> bool {
        self.unknown = unknown;
        true
    }

    fn is_set(&self) -> bool {
        !self.parts.is_empty()
    }
}

impl Validate for Node {}

impl Codec for Node {
    /// What a node holds is known from its place only; this says that it may be any length.
    const TYPE: Type = Type::Bytes;

    fn encode<W: Writer, P: Place>(&self, _w: &mut W, _at: P) {}
}

impl<'de> Decode<'de> for Node {
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        Ok(read(r, Row(&info(&at))))
    }
}
