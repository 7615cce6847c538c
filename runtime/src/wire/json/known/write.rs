//! The well-known types, written.

use alloc::string::String;

use super::bare::Bare;
use super::mask;
use super::parts::Parts;
use crate::codec::{Codec, Place, Writer};
use crate::schema::Form;
use crate::time;
use crate::wire::json::dialect::Dialect;
use crate::wire::json::value::unwritable;
use crate::wire::json::write::Encoder;

impl<D: Dialect> Encoder<'_, '_, D> {
    /// Writes a well-known type in its form.
    pub(in crate::wire::json) fn known<P: Place, M: Codec>(
        &mut self,
        at: P,
        form: Form,
        message: &M,
    ) {
        match form {
            Form::Timestamp => {
                let [secs, nanos] = Parts::of(message).integers;
                let text = u32::try_from(nanos)
                    .ok()
                    .and_then(|nanos| time::timestamp_text(secs, nanos));
                match text {
                    Some(text) => self.ascii(&at, text.as_bytes()),
                    None => self.fail(unwritable(
                        "the time lies outside of the years 1 to 9999, which RFC 3339 can write",
                    )),
                }
            }
            Form::Duration => {
                let [secs, nanos] = Parts::of(message).integers;
                if time::is_duration(secs, nanos) {
                    let text = time::duration_text(secs, nanos as i32);
                    self.ascii(&at, text.as_bytes());
                } else {
                    self.fail(unwritable(
                        "the duration is longer than 10,000 years, or its seconds and nanoseconds differ in sign",
                    ));
                }
            }
            Form::FieldMask => {
                let mut joined = String::new();
                for (index, path) in Parts::of(message).texts.iter().enumerate() {
                    let Some(camel) = mask::to_camel(path) else {
                        return self.fail(unwritable(
                            "a path of the field mask would be another one when it is read again",
                        ));
                    };
                    if index > 0 {
                        joined.push(',');
                    }
                    joined.push_str(&camel);
                }
                self.text(&at, &joined);
            }
            Form::Any => {
                let parts = Parts::of(message);
                let url = parts.texts.first().map_or("", |url| url);
                self.begin(&at);
                self.any(url, &parts.bytes);
            }
            _ => {
                self.begin(&at);
                let start = self.out.position();
                let finite = form == Form::Value;
                message.encode_known(&mut Bare {
                    encoder: self,
                    finite,
                });
                if self.out.position() == start {
                    self.fail(unwritable(
                        "a `google.protobuf.Value` holds nothing: help: set it to null",
                    ));
                }
            }
        }
    }
}
