//! The limits: what any encoder copies at least, and what any decoder to owned values allocates, fills and frees at least.

use std::hint::black_box;

use crate::cell::Cell;
use crate::data::{Data, Set};

/// Copies of the bytes that Everwire writes, into a buffer that is kept or into a fresh one.
pub fn memcpy(encoded: Vec<Vec<u8>>, fresh: bool) -> Cell {
    let bytes = encoded.iter().map(Vec::len).sum();
    let mut buffer = Vec::new();
    Cell::new("memcpy", bytes, move || {
        for message in &encoded {
            let message = black_box(message.as_slice());
            if fresh {
                black_box(message.to_vec());
            } else {
                buffer.clear();
                buffer.extend_from_slice(message);
                black_box(&mut buffer);
            }
        }
        Ok(())
    })
}

/// A clone of each message, dropped.
pub fn clone<S: Set>(data: &Data<S>) -> Cell {
    let messages = data.messages.clone();
    Cell::new("clone", 0, move || {
        for message in &messages {
            black_box(black_box(message).clone());
        }
        Ok(())
    })
}
