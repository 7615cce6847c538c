//! A fourth wire, to be thrown away: text with a line for each value, indented by depth. It writes, and nothing reads it.

use std::fmt::{Display, Write};

use everwire::Error;
use everwire::codec::Role;
use everwire::codec::{Codec, Element, Key, Place, Root, Value, Writer, info};

/// A value as indented text.
pub fn dump<T: Codec>(value: &T) -> Result<String, Error> {
    let mut dump = Dump {
        text: String::new(),
        depth: 0,
        error: None,
    };
    value.encode(&mut dump, Root::<T>::new());
    dump.error.map_or(Ok(dump.text), Err)
}

struct Dump {
    text: String,
    depth: usize,
    error: Option<Error>,
}

impl Dump {
    fn line<P: Place>(&mut self, at: &P, value: impl Display) {
        let (info, indent) = (info(at), "  ".repeat(self.depth));
        let line = match info.role {
            Role::Field | Role::Variant => {
                writeln!(self.text, "{indent}{} {}: {value}", info.number, info.name)
            }
            Role::Key => write!(self.text, "{indent}{value} =>"),
            Role::Root | Role::Element => writeln!(self.text, "{indent}{value}"),
            Role::Value => writeln!(self.text, " {value}"),
        };
        if line.is_err() {
            self.error = Some(Error::custom("out of memory"));
        }
    }

    fn within<P: Place>(&mut self, at: &P, what: impl Display, write: impl FnOnce(&mut Self)) {
        self.line(at, what);
        self.depth += 1;
        write(self);
        self.depth -= 1;
    }
}

impl Writer for Dump {
    fn absent<P: Place>(&mut self, at: P) {
        if !info(&at).oneof {
            self.line(&at, "absent");
        }
    }
    fn bool<P: Place>(&mut self, at: P, value: bool) {
        self.line(&at, value);
    }
    fn u64<P: Place>(&mut self, at: P, value: u64) {
        self.line(&at, value);
    }
    fn i64<P: Place>(&mut self, at: P, value: i64) {
        self.line(&at, value);
    }
    fn u128<P: Place>(&mut self, at: P, value: u128) {
        self.line(&at, value);
    }
    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.line(&at, value);
    }
    fn f32<P: Place>(&mut self, at: P, value: f32) {
        self.line(&at, value);
    }
    fn f64<P: Place>(&mut self, at: P, value: f64) {
        self.line(&at, value);
    }
    fn str<P: Place>(&mut self, at: P, value: &str) {
        self.line(&at, format_args!("{value:?}"));
    }
    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        self.line(&at, format_args!("{value:02x?}"));
    }
    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.line(&at, format_args!("{secs} s {nanos} ns"));
    }
    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        self.line(&at, format_args!("@{secs} s {nanos} ns"));
    }
    fn unit<P: Place>(&mut self, at: P) {
        self.line(&at, "unit");
    }
    fn enumeration<P: Place>(&mut self, at: P, number: i32, name: Option<&'static str>) {
        self.line(&at, format_args!("{} ({number})", name.unwrap_or("?")));
    }
    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.within(&at, message.schema().full_name(), |dump| {
            message.encode_fields(dump)
        });
    }
    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.within(&at, union.schema().full_name(), |dump| {
            union.encode_fields(dump)
        });
    }
    fn list<'a, P: Place, T: Codec + 'a, I: ExactSizeIterator<Item = &'a T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.within(&at, format_args!("[{}]", items.len()), |dump| {
            items.for_each(|item| item.encode(dump, Element(at)));
        });
    }
    fn map<'a, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'a,
        V: Codec + 'a,
        I: ExactSizeIterator<Item = (&'a K, &'a V)>,
    {
        self.within(&at, format_args!("{{{}}}", entries.len()), |dump| {
            for (key, value) in entries {
                key.encode(dump, Key(at));
                value.encode(dump, Value(at));
            }
        });
    }
    fn fail(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }
}
