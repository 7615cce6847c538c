//! [`Driver`]: the driver that writes, into whatever takes its values.

use serde_core::Serialize;
use serde_core::ser::Error as _;

use super::level::Level;
use super::option::{Dress, Dressed};
use super::parts::{self, Bytes};
use super::target::Target;
use crate::codec::{Codec, Inner, Number, Opaque, Place, Role, Writer, info, stand};
use crate::error::{Error, Fault};
use crate::schema::Form;
use crate::time;
use crate::uuid;
use crate::wire::known::{NOT_FINITE, TIMELESS, holds_null, text};

/// The driver that writes.
pub(super) struct Driver<T: Target> {
    target: T,
    level: Level,
    failed: Option<T::Error>,
}

impl<T: Target> Driver<T> {
    /// Tells a target what `body` writes.
    pub(super) fn tell(
        target: T,
        level: Level,
        body: impl FnOnce(&mut Self),
    ) -> Result<T, T::Error> {
        let failed = None;
        let mut driver = Self {
            target,
            level,
            failed,
        };
        body(&mut driver);
        match driver.failed {
            None => Ok(driver.target),
            Some(error) => Err(error),
        }
    }

    #[inline]
    fn tried(&mut self, tell: impl FnOnce(&mut T) -> Result<(), T::Error>) {
        if self.failed.is_none() {
            self.failed = tell(&mut self.target).err();
        }
    }

    #[inline]
    fn put<P: Place, V: Serialize + ?Sized>(&mut self, at: P, value: &V) {
        self.tried(|target| target.put(&info(&at), value));
    }

    #[cold]
    fn unwritable(&mut self, why: &'static str) {
        self.fail(Error::new(Fault::Unwritable(why), None, 0));
    }

    /// A float that is not finite, which texts have no number for.
    #[cold]
    fn special<P: Place>(&mut self, at: P, value: f64) {
        if self.level.finite {
            return self.unwritable(NOT_FINITE);
        }
        match value {
            f64::INFINITY => self.put(at, "Infinity"),
            f64::NEG_INFINITY => self.put(at, "-Infinity"),
            _ => self.put(at, "NaN"),
        }
    }
}

impl<T: Target> Writer for Driver<T> {
    fn absent<P: Place>(&mut self, at: P) {
        self.tried(|target| target.absent(&info(&at)));
    }

    fn absent_variants<P: Place>(&mut self, first: P, count: u32) {
        self.tried(|target| target.absent_variants(&info(&first), count));
    }

    fn bool<P: Place>(&mut self, at: P, value: bool) {
        self.put(at, &value);
    }

    fn u64<P: Place>(&mut self, at: P, value: u64) {
        self.put(at, &value);
    }

    fn i64<P: Place>(&mut self, at: P, value: i64) {
        self.put(at, &value);
    }

    fn u32<P: Place>(&mut self, at: P, value: u32) {
        self.put(at, &value);
    }

    fn i32<P: Place>(&mut self, at: P, value: i32) {
        self.put(at, &value);
    }

    fn u128<P: Place>(&mut self, at: P, value: u128) {
        self.put(at, &value);
    }

    fn i128<P: Place>(&mut self, at: P, value: i128) {
        self.put(at, &value);
    }

    fn f32<P: Place>(&mut self, at: P, value: f32) {
        if self.level.readable && !value.is_finite() {
            return self.special(at, f64::from(value));
        }
        self.put(at, &value);
    }

    fn f64<P: Place>(&mut self, at: P, value: f64) {
        if (self.level.readable || self.level.finite) && !value.is_finite() {
            return self.special(at, value);
        }
        self.put(at, &value);
    }

    fn number<P: Place>(&mut self, at: P, value: Number<'_>) {
        match (value, value.double()) {
            (Number::Unsigned(value), _) => self.put(at, &value),
            (Number::Negative(value), _) => self.put(at, &value),
            (_, Some(double)) => self.f64(at, double),
            (_, None) => self.unwritable(
                "the number is neither an integer of 64 bits nor a double: help: make it a string",
            ),
        }
    }

    fn str<P: Place>(&mut self, at: P, value: &str) {
        self.put(at, value);
    }

    fn char<P: Place>(&mut self, at: P, value: char) {
        self.put(at, &value);
    }

    fn unverified<P: Place>(&mut self, at: P, value: &[u8]) {
        match core::str::from_utf8(value) {
            Ok(text) => self.put(at, text),
            Err(_) => self.unwritable(
                "the text is not UTF-8, which serde's texts must be: help: clear the field, or make it `bytes` in the schema",
            ),
        }
    }

    fn bytes<P: Place>(&mut self, at: P, value: &[u8]) {
        self.put(at, &Bytes(value, self.level.readable));
    }

    fn uuid<P: Place>(&mut self, at: P, value: [u8; 16]) {
        match self.level.readable {
            true => self.put(at, uuid::string(&value).as_str()),
            false => self.bytes(at, &value),
        }
    }

    fn duration<P: Place>(&mut self, at: P, secs: i64, nanos: i32) {
        self.put(at, time::duration_text(secs, nanos).as_str());
    }

    fn timestamp<P: Place>(&mut self, at: P, secs: i64, nanos: u32) {
        match time::timestamp_text(secs, nanos) {
            Some(text) => self.put(at, text.as_str()),
            None => self.unwritable(TIMELESS),
        }
    }

    fn opaque<P: Place, V: Opaque>(&mut self, at: P, value: &V) {
        self.put(at, &parts::Foreign(value));
    }

    fn unit<P: Place>(&mut self, at: P) {
        self.tried(|target| target.unit(&info(&at)));
    }

    fn enumeration<P: Place>(&mut self, at: P, number: i32, name: Option<&'static str>) {
        let info = info(&at);
        match name.filter(|_| self.level.readable) {
            _ if self.level.readable && holds_null(&info.ty) && info.role != Role::Key => {
                self.unit(at);
            }
            Some(name) => self.put(at, name),
            None => self.put(at, &number),
        }
    }

    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        let level = self.level;
        match message.schema().form() {
            Form::Plain | Form::Any => self.put(at, &parts::Message { message, level }),
            form @ (Form::Timestamp | Form::Duration | Form::FieldMask) => {
                if let Err(why) = text(form, message, |text| self.put(at, text)) {
                    self.unwritable(why);
                }
            }
            _ => self.put(at, &parts::Bare { message, level }),
        }
    }

    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        let level = self.level;
        self.put(at, &parts::Union { union, level });
    }

    fn list<'i, P: Place, E: Codec + 'i, I: ExactSizeIterator<Item = &'i E> + Clone>(
        &mut self,
        at: P,
        items: I,
    ) {
        let level = self.level;
        self.put(at, &parts::List { at, items, level });
    }

    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)> + Clone,
    {
        let level = self.level;
        self.put(at, &parts::Map { at, entries, level });
    }

    fn some<P: Place, V: Codec>(&mut self, at: P, value: &V) {
        stand!(inner = Inner(at));
        let level = self.level;
        let dress = Dress::of(&info(&at).ty, level.readable);
        let inside = parts::Inside {
            at: inner,
            value,
            level,
        };
        self.put(at, &Dressed(dress, &inside));
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.failed.get_or_insert_with(|| T::Error::custom(error));
    }
}
