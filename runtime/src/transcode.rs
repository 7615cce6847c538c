//! From one wire to another, with an account of what cannot cross.

use alloc::string::String;
use alloc::vec::Vec;

use crate::codec::{Codec, Decode, Element, Place, Root, Writer, info};
use crate::dispatch::Wire;
use crate::error::{Error, Fault};
use crate::options::Options;
use crate::registry::Registry;
use crate::schema::Schema;
use crate::unknown::UnknownFields;

/// What [`transcode`] made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Transcoded {
    /// The bytes on the other wire.
    pub bytes: Vec<u8>,
    /// The paths of the messages whose unknown fields did not cross, once for each field: `lines[0]`, empty for the root.
    pub dropped: Vec<String>,
}

/// Decodes a `T` on one wire and encodes it on another. Unknown fields never cross wires; those that the type keeps are
/// reported.
///
/// ```
/// use everwire::{Codec, UnknownFields, Wire, transcode};
///
/// #[derive(Codec)]
/// struct Point { #[codec(1)] x: u32, #[codec(unknown)] unknown: UnknownFields }
///
/// let crossed = transcode::<Point>(Wire::Json, Wire::Protobuf, br#"{"x":3,"y":4}"#)?;
/// assert_eq!(crossed.bytes, [0x08, 0x03]);
/// assert_eq!(crossed.dropped, [""]);
/// # Ok::<(), everwire::Error>(())
/// ```
///
/// # Errors
///
/// As [`Wire::decode`] and [`Wire::encode`].
pub fn transcode<'de, T: Decode<'de>>(
    from: Wire,
    to: Wire,
    bytes: &'de [u8],
) -> Result<Transcoded, Error> {
    Options::new().transcode::<T>(from, to, bytes)
}

impl Options<'_> {
    /// Decodes a `T` on one wire and encodes it on another; see [`transcode`].
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode) and [`encode`](Self::encode); and, where
    /// [`refuse_loss`](Self::refuse_loss) is on, if unknown fields would be dropped.
    pub fn transcode<'de, T: Decode<'de>>(
        &self,
        from: Wire,
        to: Wire,
        bytes: &'de [u8],
    ) -> Result<Transcoded, Error> {
        let value: T = self.decode(from, bytes)?;
        self.cross(&value, from, to)
    }

    /// Encodes a value that came from another wire, with an account of what does not cross.
    pub(crate) fn cross<T: Codec>(
        &self,
        value: &T,
        from: Wire,
        to: Wire,
    ) -> Result<Transcoded, Error> {
        let dropped = dropped(value, to, self.registry);
        if self.refuse_loss && !dropped.is_empty() {
            return Err(
                Error::new(Fault::Dropped(dropped.len()), Some(from), 0).rooted(T::SCHEMA.name())
            );
        }
        Ok(Transcoded {
            bytes: self.encode(to, value)?,
            dropped,
        })
    }
}

/// The paths of the messages whose unknown fields do not fit the wire.
pub(crate) fn dropped<T: Codec>(
    value: &T,
    to: Wire,
    registry: Option<&'static Registry>,
) -> Vec<String> {
    let mut losses = Losses {
        to,
        registry,
        path: String::new(),
        dropped: Vec::new(),
    };
    value.encode(&mut losses, Root::<T>::new());
    losses.dropped
}

/// A walk that writes nothing, and looks at the unknown fields of each message.
struct Losses {
    to: Wire,
    registry: Option<&'static Registry>,
    path: String,
    dropped: Vec<String>,
}

impl Losses {
    /// How many fields are extensions that JSON has.
    fn extensions(&self, message: &'static Schema, unknown: &UnknownFields) -> usize {
        match (self.to, self.registry) {
            (Wire::Json, Some(registry)) => registry.extensions.count(message, unknown),
            _ => 0,
        }
    }

    fn keep<M: Codec>(&mut self, message: &M) {
        let Some(unknown) = message.unknown() else {
            return;
        };
        let crosses = unknown.on(self.to).count() + self.extensions(message.schema(), unknown);
        let dropped = unknown.len().saturating_sub(crosses);
        self.dropped.extend((0..dropped).map(|_| self.path.clone()));
    }

    fn within<P: Place>(&mut self, at: P, walk: impl FnOnce(&mut Self)) {
        let len = self.path.len();
        if matches!(
            info(&at).role,
            crate::codec::Role::Field | crate::codec::Role::Variant
        ) {
            if len > 0 {
                self.path.push('.');
            }
            self.path.push_str(info(&at).name);
        }
        walk(self);
        self.path.truncate(len);
    }

    fn entries<P: Place, T: Codec>(&mut self, at: P, items: impl Iterator<Item = T>) {
        self.within(at, |w| {
            let len = w.path.len();
            for (index, item) in items.enumerate() {
                w.path.push_str(&alloc::format!("[{index}]"));
                item.encode(w, Element(at));
                w.path.truncate(len);
            }
        });
    }
}

macro_rules! nothing {
    ($($method:ident($($ty:ty),*);)*) => {$(
        fn $method<P: Place>(&mut self, _at: P $(, _: $ty)*) {}
    )*};
}

impl Writer for Losses {
    nothing! {
        absent();
        bool(bool);
        u64(u64);
        i64(i64);
        u128(u128);
        i128(i128);
        f32(f32);
        f64(f64);
        str(&str);
        bytes(&[u8]);
        duration(i64, i32);
        timestamp(i64, u32);
        unit();
        enumeration(i32, Option<&'static str>);
    }

    fn message<P: Place, M: Codec>(&mut self, at: P, message: &M) {
        self.within(at, |w| {
            w.keep(message);
            message.encode_fields(w);
        });
    }

    fn union<P: Place, M: Codec>(&mut self, at: P, union: &M) {
        self.message(at, union);
    }

    fn list<'i, P: Place, T: Codec + 'i, I: ExactSizeIterator<Item = &'i T>>(
        &mut self,
        at: P,
        items: I,
    ) {
        self.entries(at, items);
    }

    fn map<'i, P, K, V, I>(&mut self, at: P, entries: I)
    where
        P: Place,
        K: Codec + 'i,
        V: Codec + 'i,
        I: ExactSizeIterator<Item = (&'i K, &'i V)>,
    {
        self.entries(at, entries.map(|(_, value)| value));
    }

    fn fail(&mut self, _error: Error) {}
}
