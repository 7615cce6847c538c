//! Fields of messages and of oneofs.

use everwire::dynamic::{Member, Shape};
use everwire::schema::{Encoding, Presence};
use everwire::validate::Literal;
use everwire::{Options, Wire};
use everwire_model::model::name::json_name;

use super::super::types::Described;
use super::declare::{Declared, Place};
use super::text::{accepted, escaped_bytes, quoted, quoted_bytes};
use super::{Proto, rules};

/// A field, ready to be written.
pub(super) struct Written {
    pub(super) head: String,
    pub(super) options: Vec<String>,
    pub(super) declared: Declared,
}

/// What a field stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Message,
    /// A oneof of a message.
    Oneof,
    /// The oneof of an enum with data, which has no slots.
    Union,
}

impl Proto<'_> {
    pub(super) fn written(
        &self,
        place: &mut Place<'_>,
        described: &Described,
        member: &Member,
        owner: Owner,
    ) -> Written {
        let facts = place.facts;
        let full = described.definition.full_name();
        let of = format!("{full}.{}", member.name);
        let own = self.scopes.member(&full, member.number);
        let is_option = matches!(member.ty, Shape::Option(_));
        let is_plain = owner == Owner::Message;
        // The runtime gives the members of oneofs presence; so it does what has a default or must be there.
        let is_explicit = member.presence != Presence::Implicit;
        let mut declared = self.declare(place, member, is_explicit, own);
        let is_required = member.presence == Presence::Required;
        if !is_plain || is_required {
            declared.natural = declared.natural.map(present);
        }
        if !is_plain {
            declared.is_optional = false;
        }
        let mut options = declared.features(facts);
        if described.notes.is_deprecated(i64::from(member.number)) {
            options.push("deprecated = true".to_owned());
        }
        if member.json_name != json_name(own) {
            options.push(format!("json_name = {}", quoted(&member.json_name)));
        }
        let mut ours = Vec::new();
        let is_natural = declared.natural.as_ref() == Some(&member.ty);
        if !is_natural {
            if is_foreign(&member.ty) {
                self.leave_out(format!(
                    "{of}: its type that serde knows, which is `serde_json::Value` there"
                ));
            }
            let rust = self.rust_type(place, &member.ty);
            ours.push(format!("(everwire.rust) = {}", quoted(&rust)));
        }
        let mut say = |text: String| ours.push(format!("(everwire.field).{text}"));
        if own != member.name {
            say(format!("name = {}", quoted(&member.name)));
        }
        if member.slot != member.number - 1 && owner != Owner::Union {
            say(format!("slot = {}", member.slot));
        }
        for alias in &member.aliases {
            say(format!("alias = {}", quoted(alias)));
        }
        if is_required {
            say("required = true".to_owned());
        }
        if !is_option && is_plain {
            match self.default(member) {
                Some(Spelled::Text(text)) => say(format!("default = {}", quoted(&text))),
                Some(Spelled::Bytes(bytes)) => {
                    say(format!("default_msgpack = {}", quoted_bytes(&bytes)));
                }
                None => {}
            }
        }
        if member.since != 0 {
            say(format!("since = {}", member.since));
        }
        let notes = described.notes.members.get(&i64::from(member.number));
        for (index, was) in member.was.iter().enumerate() {
            match notes.and_then(|notes| notes.was.get(index)?.path()) {
                Some(with) => {
                    let rust = self.rust_type(place, was);
                    say(format!(
                        "was = {{ rust: {}, with: {} }}",
                        quoted(&rust),
                        quoted(with)
                    ));
                }
                None => self.leave_out(format!(
                    "{of}: that it was `{was}`, whose function has no path from the root of a crate"
                )),
            }
        }
        for hook in notes.iter().flat_map(|notes| &notes.hooks) {
            if let Some(path) = self.path(&of, hook) {
                say(format!("hook = {}", quoted(path)));
            }
        }
        // Without an option, the names of rules are those of the declared type.
        let encoding = match &member.ty {
            Shape::Map(..) => Encoding::Default,
            _ if is_natural || !is_message(&declared) => member.encoding,
            _ => Encoding::Default,
        };
        ours.extend(self.rules(&of, &member.ty, encoding, &member.rules));
        let number = Some(i64::from(member.number));
        let all = &described.definition.accepted;
        for one in all.iter().filter(|one| one.number == number) {
            ours.push(format!("(everwire.field).accept = {}", accepted(one)));
        }
        if !ours.is_empty() {
            facts.import_options();
        }
        options.extend(ours);
        Written {
            head: format!("{} = {}", declared.head(facts, own), member.number),
            options,
            declared,
        }
    }

    /// What an absent field reads as: as protobuf spells a default, or where it cannot, as bytes.
    fn default(&self, member: &Member) -> Option<Spelled> {
        if let Some(literal) = &member.default {
            return Some(Spelled::Text(match (literal, &member.ty) {
                (Literal::Float(number), _) => rules::float(*number),
                (Literal::Str(text), Shape::Bytes | Shape::Fixed(..)) => {
                    escaped_bytes(text.as_bytes())
                }
                (Literal::Str(text), _) => (*text).to_owned(),
                (Literal::Bytes(bytes), _) => escaped_bytes(bytes),
                (other, _) => other.to_string(),
            }));
        }
        let bytes = member.default_bytes.as_ref()?;
        let text = match &member.ty {
            Shape::Named(name) if self.types.is_enum(&member.ty) => {
                let number: Option<i32> = read(bytes);
                let own = number.map(|number| self.scopes.value(name, number));
                own.filter(|own| !own.is_empty()).map(str::to_owned)
            }
            Shape::Bool => read::<bool>(bytes).map(|value| value.to_string()),
            Shape::Int(everwire::schema::Int::U128) => {
                read::<u128>(bytes).map(|value| value.to_string())
            }
            Shape::Int(_) => read::<i128>(bytes).map(|value| value.to_string()),
            Shape::Float32 => read::<f32>(bytes).map(|value| rules::float(f64::from(value))),
            Shape::Float64 => read::<f64>(bytes).map(rules::float),
            Shape::Char => read::<char>(bytes).map(String::from),
            Shape::String => read::<String>(bytes),
            Shape::Bytes => read::<Vec<u8>>(bytes).map(|bytes| escaped_bytes(&bytes)),
            _ => None,
        };
        Some(text.map_or_else(|| Spelled::Bytes(bytes.clone()), Spelled::Text))
    }
}

/// How a default stands in a `.proto` file.
enum Spelled {
    /// As protobuf has it.
    Text(String),
    /// As MessagePack has it.
    Bytes(Vec<u8>),
}

fn read<T: everwire::DecodeOwned>(bytes: &[u8]) -> Option<T> {
    Options::new().decode(Wire::MsgPack, bytes).ok()
}

/// The type without an `Option` around it.
fn present(shape: Shape) -> Shape {
    match shape {
        Shape::Option(inner) => *inner,
        other => other,
    }
}

/// Whether a type of serde's is in it.
fn is_foreign(shape: &Shape) -> bool {
    match shape {
        Shape::Opaque => true,
        Shape::List(inner) | Shape::Fixed(inner, _) | Shape::Option(inner) => is_foreign(inner),
        Shape::Map(key, value) => is_foreign(key) || is_foreign(value),
        _ => false,
    }
}

/// Whether a value stands in a message, or in an entry of a map.
fn is_message(declared: &Declared) -> bool {
    !declared.wrappers.is_empty() || declared.ty.starts_with("map<")
}
