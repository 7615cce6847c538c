//! prost's types, and what prost-protovalidate's generator makes of their rules.

use std::sync::LazyLock;

use prost_protovalidate::Validator;
use prost_reflect::DescriptorPool;

/// The schemas as data, for the interpreter.
pub static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
    let set = include_bytes!(concat!(env!("OUT_DIR"), "/set.binpb"));
    DescriptorPool::decode(set.as_slice()).expect("a set that protox made")
});

/// The interpreter, which keeps what it has compiled.
pub static INTERPRETER: LazyLock<Validator> = LazyLock::new(Validator::new);

/// The messages.
pub mod bench {
    include!(concat!(env!("OUT_DIR"), "/bench.rs"));
}

mod validate {
    use super::bench;
    include!(concat!(env!("OUT_DIR"), "/validate_impl.rs"));
}

pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
