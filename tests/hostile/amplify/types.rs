//! What strangers' bytes are read as: messages that are large, keep or skip what they do not know, nest, or choose.

use everwire::{Codec, UnknownFields};

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Large {
    #[codec(1)]
    pub words: Option<[u64; 60]>,
    #[codec(2)]
    pub list: Vec<u64>,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Keeper {
    #[codec(1)]
    pub id: u32,
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Nothing {
    #[codec(unknown)]
    pub unknown: UnknownFields,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Skipper {
    #[codec(1)]
    pub id: u32,
}

#[derive(Codec, Clone, Debug, Default, PartialEq)]
pub struct Tree {
    #[codec(1)]
    pub child: Option<Box<Tree>>,
    #[codec(2)]
    pub children: Vec<Tree>,
    #[codec(3, group)]
    pub group: Option<Box<Tree>>,
    #[codec(4)]
    pub text: String,
    #[codec(oneof(5, 6))]
    pub either: Option<Either>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Either {
    #[codec(5)]
    Text(String),
    #[codec(6)]
    Tree(Box<Tree>),
}

#[derive(Codec, Clone, Debug, PartialEq)]
pub enum Choice {
    #[codec(1)]
    Known(u8),
    #[codec(other)]
    Other(UnknownFields),
}
