//! [`Extended`]: a message that other schemas add fields to.

use std::sync::LazyLock;

use everwire::{Codec, Extension, Field, Options, Registry, Schema, UnknownFields, Wire};

use crate::parts::{Line, Shape};

/// A message with numbers for extensions.
#[derive(Codec, Clone, Debug, Default, PartialEq)]
#[codec(name = "fuzz.Extended", extensions(100..=199))]
#[expect(missing_docs, reason = "the names say it")]
pub struct Extended {
    #[codec(1)]
    pub id: u32,
    #[codec(2)]
    pub inner: Option<Box<Extended>>,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

macro_rules! extension {
    ($name:ident: $ty:ty, $number:literal, $text:literal) => {
        #[doc = concat!("The extension `", $text, "`.")]
        pub const $name: Extension<Extended, $ty> = Extension::new(&Schema::message(
            $text,
            &[Field::new(
                $number,
                concat!("[", $text, "]"),
                <$ty as Codec>::TYPE,
            )],
        ));
    };
}

extension!(NOTE: Option<String>, 100, "fuzz.note");
extension!(COUNTS: Vec<i32>, 102, "fuzz.counts");
extension!(LINES: Vec<Line>, 103, "fuzz.lines");
extension!(SHAPE: Option<Shape>, 199, "fuzz.shape");

/// What knows all extensions.
static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let mut registry = Registry::new();
    let registered = registry
        .register_extension(&NOTE)
        .and_then(|registry| registry.register_extension(&COUNTS))
        .and_then(|registry| registry.register_extension(&LINES))
        .and_then(|registry| registry.register_extension(&SHAPE))
        .map(|_| ());
    assert!(registered.is_ok(), "{registered:?}");
    registry
});

/// Options that know all extensions.
pub fn options() -> Options<'static> {
    Options::new().registry(&REGISTRY)
}

fn written<T: Codec>(value: &T) -> Vec<u8> {
    Wire::Protobuf
        .encode(value)
        .expect("what was got can be written")
}

/// Gets each extension and sets it again: what was got stays what it was.
///
/// # Panics
///
/// If it does not.
pub fn get_and_set(message: &Extended) {
    macro_rules! check {
        ($($extension:ident)*) => {$(
            if let Ok(value) = $extension.get(message) {
                let mut other = message.clone();
                $extension.set(&mut other, value.clone()).expect("what was got can be set");
                // What a reader could not take is not written back where its field has a value by now (promise 3).
                let again = $extension.get(&other).expect("what was set can be got");
                assert_eq!(written(&again), written(&value));
                $extension.clear(&mut other);
                assert!(!$extension.has(&other));
            }
        )*};
    }
    check!(NOTE COUNTS LINES SHAPE);
}
