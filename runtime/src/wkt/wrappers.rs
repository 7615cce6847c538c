//! The wrappers of single values, such as [`Int32Value`]: from the value, and to it.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use super::{
    BoolValue, BytesValue, DoubleValue, FloatValue, Int32Value, Int64Value, StringValue,
    UInt32Value, UInt64Value,
};

macro_rules! wraps {
    ($($wrapper:ident: $ty:ty;)+) => {$(
        impl From<$ty> for $wrapper {
            fn from(value: $ty) -> Self {
                Self { value }
            }
        }

        impl From<$wrapper> for $ty {
            fn from(wrapper: $wrapper) -> Self {
                wrapper.value
            }
        }
    )+};
}

wraps! {
    BoolValue: bool;
    BytesValue: Vec<u8>;
    DoubleValue: f64;
    FloatValue: f32;
    Int32Value: i32;
    Int64Value: i64;
    StringValue: String;
    UInt32Value: u32;
    UInt64Value: u64;
}

impl From<&str> for StringValue {
    fn from(value: &str) -> Self {
        Self {
            value: value.to_owned(),
        }
    }
}

impl From<&[u8]> for BytesValue {
    fn from(value: &[u8]) -> Self {
        Self {
            value: value.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;
    use core::fmt::Debug;

    use super::*;
    use crate::codec::{Codec, DecodeOwned};

    fn both_ways<W, T>(value: T, json: &str)
    where
        W: From<T> + Codec + DecodeOwned + Clone + Debug + PartialEq,
        T: From<W> + Clone + Debug + PartialEq,
    {
        let wrapper = W::from(value.clone());
        assert_eq!(T::from(wrapper.clone()), value);
        assert_eq!(crate::json::to_string(&wrapper).unwrap(), json);
        assert_eq!(crate::json::from_str::<W>(json).unwrap(), wrapper);
    }

    #[test]
    fn every_wrapper_both_ways() {
        both_ways::<BoolValue, _>(true, "true");
        both_ways::<BytesValue, _>(Vec::from(b"abc"), r#""YWJj""#);
        both_ways::<DoubleValue, _>(-0.5, "-0.5");
        both_ways::<FloatValue, _>(0.1_f32, "0.1");
        both_ways::<Int32Value, _>(i32::MIN, "-2147483648");
        both_ways::<Int64Value, _>(i64::MAX, r#""9223372036854775807""#);
        both_ways::<StringValue, _>("é".to_string(), r#""é""#);
        both_ways::<UInt32Value, _>(u32::MAX, "4294967295");
        both_ways::<UInt64Value, _>(u64::MAX, r#""18446744073709551615""#);
        assert_eq!(StringValue::from("a").value, "a");
        assert_eq!(BytesValue::from(&b"a"[..]).value, b"a");
    }
}
