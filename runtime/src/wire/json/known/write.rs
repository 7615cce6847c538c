//! The well-known types, written.

use super::bare::Bare;
use crate::codec::{Codec, Place, Writer};
use crate::schema::Form;
use crate::wire::json::dialect::Dialect;
use crate::wire::json::value::unwritable;
use crate::wire::json::write::Encoder;
use crate::wire::known::{self, Parts};

impl<D: Dialect> Encoder<'_, '_, D> {
    /// Writes a well-known type in its form.
    pub(in crate::wire::json) fn known<P: Place, M: Codec>(
        &mut self,
        at: P,
        form: Form,
        message: &M,
    ) {
        match form {
            Form::Timestamp | Form::Duration | Form::FieldMask => {
                if let Err(why) = known::text(form, message, |text| self.text(&at, text)) {
                    self.fail(unwritable(why));
                }
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
                    self.fail(unwritable(known::EMPTY));
                }
            }
        }
    }
}
