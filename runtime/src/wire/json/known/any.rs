//! `google.protobuf.Any`: a message of any type that the registry of the options knows.

use alloc::string::String;
use alloc::vec::Vec;

use crate::Wire;
use crate::codec::Writer;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::registry::{Entry, Registry, name_in};
use crate::schema::Form;
use crate::wire::json::dialect::Dialect;
use crate::wire::json::key::Prefix;
use crate::wire::json::read::Decoder;
use crate::wire::json::store;
use crate::wire::json::write::Encoder;

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

impl<D: Dialect> Encoder<'_, D> {
    /// Writes the message that `bytes` hold, with its URL.
    pub(super) fn any(&mut self, url: &str, bytes: &[u8]) {
        if url.is_empty() && bytes.is_empty() {
            return self.out.bytes(b"{}");
        }
        let text = entry(self.options.registry, url)
            .map_err(|fault| Error::new(fault, Some(Wire::Json), 0))
            .and_then(|entry| {
                let options = below(&self.options, self.depth);
                let text = entry.transcode_with(&options, Wire::Protobuf, Wire::Json, bytes)?;
                Ok((text.bytes, has_value(entry)))
            });
        match text {
            Ok((text, has_value)) => {
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

/// The options for what is within a message, where `depth` levels may still be opened.
pub(in crate::wire::json) fn below(options: &Options, depth: usize) -> Options {
    let mut options = *options;
    options.limits.depth = depth.saturating_sub(1);
    options
}

impl Decoder<'_, '_> {
    /// Reads a message with its URL, which may stand anywhere among the members: the URL, and the message's bytes.
    pub(super) fn any(&mut self) -> Result<(String, Vec<u8>), Error> {
        let start = self.position();
        self.open(b'{', "object")?;
        let mut url: Option<String> = None;
        let (mut members, mut value) = (Vec::from(b"{"), None);
        if !self.tokens.skip_if(b'}') {
            loop {
                let from = self.position();
                let (key, at) = self.tokens.key()?;
                if key == "@type" {
                    if url.is_some() {
                        return Err(self
                            .tokens
                            .error(Fault::Malformed("`@type` stands twice"), at));
                    }
                    url = Some(self.tokens.string()?.into());
                } else {
                    let begun = self.position();
                    self.tokens.skip()?;
                    if key == "value" {
                        value = Some((begun, self.position()));
                    }
                    if members.len() > 1 {
                        members.push(b',');
                    }
                    members.extend_from_slice(self.tokens.input.between(from, self.position()));
                }
                if !self.tokens.goes_on(b'}')? {
                    break;
                }
            }
        }
        members.push(b'}');
        let depth = self.tokens.budget.depth();
        self.tokens.budget.leave();
        let Some(url) = url else {
            if members == b"{}" {
                return Ok((String::new(), Vec::new()));
            }
            let fault = Fault::Malformed("a `google.protobuf.Any` has no `@type`");
            return Err(self.tokens.error(fault, start));
        };
        let entry =
            entry(self.options.registry, &url).map_err(|fault| self.tokens.error(fault, start))?;
        let text = if has_value(entry) {
            let Some((from, to)) = value else {
                return Err(self.tokens.error(Fault::Missing("value"), start));
            };
            self.tokens.input.between(from, to)
        } else {
            &members
        };
        let options = below(self.options, depth);
        let bytes = entry.transcode_with(&options, Wire::Json, Wire::Protobuf, text)?;
        Ok((url, bytes.bytes))
    }
}
