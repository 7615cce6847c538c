//! Varints as bytes: seven bits a byte, the least significant first (protobuf encoding, "Base 128 Varints").

/// The bytes of a varint and how many there are.
#[inline]
pub(crate) fn bytes(mut value: u64) -> ([u8; 10], usize) {
    let mut bytes = [0; 10];
    let mut len = 0;
    while value >= 0x80 {
        bytes[len] = value as u8 | 0x80;
        value >>= 7;
        len += 1;
    }
    bytes[len] = value as u8;
    (bytes, len + 1)
}
