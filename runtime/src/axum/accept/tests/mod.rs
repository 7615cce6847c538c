//! The rules of RFC 9110: what a header says, what is chosen by it, and the choice beside one that is made in another way.

mod choices;
mod header;
mod search;

use super::{Chosen, Offer};
use crate::Wire::{self, Json, MsgPack, Protobuf};

const ALL: &[Wire] = &[Json, MsgPack, Protobuf];

fn choose(accept: &[&str], own: Option<Wire>, wires: &[Wire]) -> Option<Chosen> {
    let own = || own;
    Offer { own, wires }.choose(|| accept.iter().map(|line| line.as_bytes()))
}

fn answer(accept: &[&str]) -> Option<&'static str> {
    choose(accept, None, ALL).map(|chosen| chosen.content_type)
}
