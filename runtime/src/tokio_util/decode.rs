//! Receiving: records out of the stream's buffer, as they come.

use bytes::{Buf, BytesMut};
use tokio_util::codec::Decoder;

use super::{Frames, Received};
use crate::stream::incoming::Next;
use crate::stream::{Error, PIECE};

impl<T: Received, U> Decoder for Frames<T, U> {
    type Item = T;
    type Error = Error;

    fn decode(&mut self, from: &mut BytesMut) -> Result<Option<T>, Error> {
        self.take(from, false)
    }

    fn decode_eof(&mut self, from: &mut BytesMut) -> Result<Option<T>, Error> {
        self.take(from, true)
    }
}

impl<T: Received, U> Frames<T, U> {
    fn take(&mut self, from: &mut BytesMut, is_end: bool) -> Result<Option<T>, Error> {
        while !self.is_over {
            match self.incoming.next(from, is_end) {
                Ok(Next::Record(at, taken)) => {
                    let mut frame = from.split_to(taken);
                    frame.truncate(at.end);
                    frame.advance(at.start);
                    return T::receive(&self.incoming, frame.freeze()).map(Some);
                }
                Ok(Next::Blank(taken)) => from.advance(taken),
                Ok(Next::Part(missing)) => {
                    // Memory grows with what came, not with what a length says.
                    from.reserve(missing.min(from.len().max(PIECE)));
                    return Ok(None);
                }
                Ok(Next::End) => return Ok(None),
                Err(error) => {
                    self.is_over = true;
                    from.clear();
                    return Err(error);
                }
            }
        }
        from.clear();
        Ok(None)
    }
}
