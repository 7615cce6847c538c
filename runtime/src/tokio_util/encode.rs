//! Sending: a record at the end of the stream's buffer, which is as before where it cannot be sent.

use bytes::{BufMut, BytesMut};
use tokio_util::codec::Encoder;

use super::{Frames, Sent};
use crate::stream::Error;

impl<T, U: Sent> Encoder<U> for Frames<T, U> {
    type Error = Error;

    fn encode(&mut self, item: U, into: &mut BytesMut) -> Result<(), Error> {
        self.put(&item, into)
    }
}

impl<T, U: Sent> Encoder<&U> for Frames<T, U> {
    type Error = Error;

    fn encode(&mut self, item: &U, into: &mut BytesMut) -> Result<(), Error> {
        self.put(item, into)
    }
}

impl<T, U: Sent> Frames<T, U> {
    fn put(&mut self, item: &U, into: &mut BytesMut) -> Result<(), Error> {
        let start = into.len();
        let put = self.append(item, start, into);
        if put.is_err() {
            into.truncate(start);
        }
        put
    }

    fn append(&mut self, item: &U, start: usize, into: &mut BytesMut) -> Result<(), Error> {
        self.outgoing.check()?;
        // What stands before a record is mostly as long as before the last one; otherwise the record has to move.
        let begin = start + self.head;
        let sent = item.send(&self.outgoing.form, self.head, into);
        sent.map_err(|error| self.outgoing.fault(error))?;
        let end = into.len();
        let ends = self.outgoing.frame(&mut into[begin..])?;
        let head = ends.head();
        if head.len() != self.head {
            into.put_bytes(0, head.len().saturating_sub(self.head));
            into.copy_within(begin..end, start + head.len());
            into.truncate(start + head.len() + end - begin);
            self.head = head.len();
        }
        into[start..start + head.len()].copy_from_slice(head);
        into.put_slice(ends.tail());
        self.outgoing.passed(into.len() - start);
        Ok(())
    }
}
