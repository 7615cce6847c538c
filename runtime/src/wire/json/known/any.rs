//! `google.protobuf.Any`: a message of any type that the registry of the options knows.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Wire;
use crate::codec::{DecodeOwned, Root, Writer};
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::registry::{Entry, Registry, name_in};
use crate::schema::Form;
use crate::wire::json::dialect::Dialect;
use crate::wire::json::key::Prefix;
use crate::wire::json::read::Decoder;
use crate::wire::json::store;
use crate::wire::json::write::Encoder;

/// The member that holds the URL.
const TYPE: &str = "@type";

/// The member that holds a message whose form is no object of its own fields.
const VALUE: &str = "value";

/// The type that a URL names.
fn entry<'r>(registry: Option<&'r Registry>, url: &str) -> Result<&'r Entry, Fault> {
    let Some(registry) = registry else {
        return Err(Fault::Custom(
            "a `google.protobuf.Any` in JSON needs to know its type: help: give the types with `Options::registry`".into(),
        ));
    };
    registry.get(name_in(url)).ok_or_else(|| {
        Fault::Custom(
            alloc::format!("the registry has no type of the URL `{url}`: help: register it").into(),
        )
    })
}

/// Whether a type stands in the member `value`, since its form is no object of its own fields.
fn has_value(entry: &Entry) -> bool {
    entry.schema().form() != Form::Plain
}

impl<D: Dialect> Encoder<'_, '_, D> {
    /// Writes the message that `bytes` hold, with its URL.
    pub(super) fn any(&mut self, url: &str, bytes: &[u8]) {
        self.nested(|w| w.member_of_any(url, bytes));
    }

    fn member_of_any(&mut self, url: &str, bytes: &[u8]) {
        if url.is_empty() && bytes.is_empty() {
            return self.out.bytes(b"{}");
        }
        let entry = match entry(self.out.cx().own.options.registry, url) {
            Ok(entry) => entry,
            Err(fault) => return self.fail(Error::new(fault, Some(Wire::Json), 0)),
        };
        let has_value = has_value(entry);
        let own = &self.out.cx().own;
        let options = below(&own.options, self.levels + usize::from(!has_value));
        let text = match D::CHOSEN {
            true => entry
                .decode_with(&options, Wire::Protobuf, bytes)
                .and_then(|message| message.encode_chosen(&options, own.choices)),
            false => entry
                .transcode_with(&options, Wire::Protobuf, Wire::Json, bytes)
                .map(|text| text.bytes),
        };
        match text {
            Ok(text) => {
                self.out.bytes(b"{\"@type\":");
                store::text(&mut self.out, &Prefix::EMPTY, url);
                let members = text.strip_prefix(b"{").unwrap_or_default();
                if has_value {
                    self.out.bytes(b",\"value\":");
                    self.out.bytes(&text);
                    self.out.byte(b'}');
                } else {
                    if members != b"}" {
                        self.out.byte(b',');
                    }
                    self.out.bytes(members);
                }
            }
            Err(error) => self.fail(error),
        }
    }
}

/// The options for what is within a message, where JSON may still open `depth` levels.
pub(in crate::wire::json) fn below<'c>(options: &Options<'c>, depth: usize) -> Options<'c> {
    let mut options = *options;
    options.room = Some(depth);
    options
}

impl Decoder<'_, '_> {
    /// Reads a message with its URL, which may stand anywhere among the members: the URL, and the message's bytes.
    ///
    /// The members are passed over to find the URL, and then read where they stand: nothing of them is copied, and one
    /// budget holds for the messages around and within.
    pub(super) fn any(&mut self) -> Result<(String, Vec<u8>), Error> {
        let start = self.position();
        self.open(b'{', "object")?;
        let (mut url, mut value, mut others): (Option<String>, _, _) = (None, None, false);
        if !self.tokens.skip_if(b'}') {
            loop {
                let (key, at) = self.tokens.key()?;
                let twice = match &*key {
                    TYPE => url.replace(self.tokens.string()?.into()).is_some(),
                    name => {
                        let from = self.position();
                        self.tokens.skip()?;
                        others = true;
                        name == VALUE && value.replace(from).is_some()
                    }
                };
                if twice {
                    let error = self.tokens.error(Fault::Twice, at);
                    return Err(error.within(String::from(key)));
                }
                if !self.tokens.goes_on(b'}')? {
                    break;
                }
            }
        }
        let end = self.position();
        let Some(url) = url else {
            if others {
                let fault = Fault::Malformed("a `google.protobuf.Any` has no `@type`");
                return Err(self.tokens.error(fault, start));
            }
            self.tokens.budget.leave();
            return Ok((String::new(), Vec::new()));
        };
        let entry =
            entry(self.options.registry, &url).map_err(|fault| self.tokens.error(fault, start))?;
        let bytes = if has_value(entry) {
            let Some(from) = value else {
                return Err(self.tokens.error(Fault::Missing(VALUE), start));
            };
            self.tokens.input.rewind(from);
            let bytes = entry.embed(self)?;
            self.tokens.budget.leave();
            bytes
        } else {
            self.tokens.input.rewind(start);
            let level = self.tokens.budget.depth();
            self.tokens.budget.leave();
            let outer = self.typed.replace(level);
            let bytes = entry.embed(self)?;
            self.typed = outer;
            bytes
        };
        self.tokens.input.rewind(start);
        self.tokens.input.advance(end - start);
        Ok((url, bytes))
    }

    /// Whether a member is the URL of the message that is being read, which stands in a `google.protobuf.Any`.
    #[cold]
    pub(in crate::wire::json) fn is_url(&self, key: &str) -> bool {
        key == TYPE && self.typed == Some(self.tokens.budget.depth())
    }
}

/// Reads a `T` at the cursor, and writes it as protobuf.
pub(crate) fn embedded<T: DecodeOwned>(r: &mut Decoder<'_, '_>) -> Result<Vec<u8>, Error> {
    let start = r.position();
    let outer = core::mem::take(&mut r.refused);
    let value = T::decode(r, Root::<T>::new())?;
    let refused = core::mem::replace(&mut r.refused, outer);
    let text = r.tokens.input.between(start, r.position());
    r.options.verdict(&value, refused, text)?;
    r.options
        .cross(&value, Wire::Json, Wire::Protobuf)
        .map(|crossed| crossed.bytes)
}
