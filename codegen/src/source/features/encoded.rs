//! Features in encoded descriptors, of which prost-reflect does not know the fields.
//!
//! Numbers are those of `google/protobuf/descriptor.proto`.

use super::{Edition, Overrides, Settings};

/// The edition of an encoded `FileDescriptorProto`, and what its declarations set; none, if it is of no edition.
///
/// # Errors
///
/// What an edition is called that is not known.
pub(crate) fn read(file: &[u8]) -> Result<Option<(Edition, Overrides)>, String> {
    const EDITION: u32 = 14;
    let number = records(file).filter_map(|(number, value)| match value {
        Value::Varint(value) if number == EDITION => Some(value),
        _ => None,
    });
    let edition = match number.last() {
        None | Some(900 | 998 | 999) => return Ok(None),
        Some(1000) => Edition::Edition2023,
        Some(1001) => Edition::Edition2024,
        Some(other) => return Err(format!("the edition of number {other}")),
    };
    let mut overrides = Overrides::new();
    FILE.read(file, &mut Vec::new(), &mut overrides);
    Ok(Some((edition, overrides)))
}

/// The encoded files of an encoded `FileDescriptorSet`.
pub(crate) fn files(set: &[u8]) -> impl Iterator<Item = &[u8]> {
    records(set).filter_map(|(number, value)| match value {
        Value::Bytes(file) if number == 1 => Some(file),
        _ => None,
    })
}

/// A set's file, written so that prost-reflect takes it for one of proto2: the last of several values holds.
pub(crate) fn as_proto2(file: &[u8]) -> Vec<u8> {
    [file, b"\x62\x06proto2"].concat()
}

/// A file of a set.
pub(crate) fn file_of_set(file: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x0a];
    let mut length = file.len();
    while length > 0x7f {
        bytes.push(u8::try_from(length & 0x7f).unwrap_or_default() | 0x80);
        length >>= 7;
    }
    bytes.push(u8::try_from(length).unwrap_or_default());
    bytes.extend_from_slice(file);
    bytes
}

/// A kind of declaration: the numbers of its options, of `features` in them, and of what is declared in it.
struct Kind {
    options: u32,
    features: u32,
    inner: &'static [(u32, &'static Kind)],
}

const FILE: Kind = Kind {
    options: 8,
    features: 50,
    inner: &[(4, &MESSAGE), (5, &ENUM), (7, &FIELD)],
};
static MESSAGE: Kind = Kind {
    options: 7,
    features: 12,
    inner: &[
        (2, &FIELD),
        (3, &MESSAGE),
        (4, &ENUM),
        (6, &FIELD),
        (8, &ONEOF),
    ],
};
static FIELD: Kind = Kind {
    options: 8,
    features: 21,
    inner: &[],
};
static ONEOF: Kind = Kind {
    options: 2,
    features: 1,
    inner: &[],
};
static ENUM: Kind = Kind {
    options: 3,
    features: 7,
    inner: &[],
};

impl Kind {
    fn read(&self, declaration: &[u8], path: &mut Vec<i32>, overrides: &mut Overrides) {
        let mut counts = [0_i32; 16];
        for (number, value) in records(declaration) {
            let Value::Bytes(bytes) = value else {
                continue;
            };
            if number == self.options {
                let features = records(bytes).filter(|(number, _)| *number == self.features);
                for (_, value) in features {
                    let settings = overrides.entry(path.clone()).or_default();
                    set(settings, &value);
                }
            }
            let Some((_, inner)) = self.inner.iter().find(|(inner, _)| *inner == number) else {
                continue;
            };
            let (Ok(tag), Some(count)) = (
                i32::try_from(number),
                usize::try_from(number)
                    .ok()
                    .and_then(|at| counts.get_mut(at)),
            ) else {
                continue;
            };
            path.extend([tag, *count]);
            *count += 1;
            if path.len() <= MAX_PATH {
                inner.read(bytes, path, overrides);
            }
            path.truncate(path.len() - 2);
        }
    }
}

/// As deep as descriptors are decoded.
const MAX_PATH: usize = 200;

fn set(settings: &mut Settings, features: &Value<'_>) {
    let Value::Bytes(features) = features else {
        return;
    };
    for (number, value) in records(features) {
        if let (Ok(number), Value::Varint(value)) = (i32::try_from(number), value) {
            settings.set_number(number, i32::try_from(value).unwrap_or_default());
        }
    }
}

enum Value<'a> {
    Varint(u64),
    Bytes(&'a [u8]),
    Other,
}

/// The fields of an encoded message, up to the first that is broken; whether one is, prost-reflect will say.
fn records(mut bytes: &[u8]) -> impl Iterator<Item = (u32, Value<'_>)> {
    std::iter::from_fn(move || {
        let tag = varint(&mut bytes)?;
        let value = match tag & 7 {
            0 => Value::Varint(varint(&mut bytes)?),
            1 => take(&mut bytes, 8).map(|_| Value::Other)?,
            2 => {
                let length = usize::try_from(varint(&mut bytes)?).ok()?;
                Value::Bytes(take(&mut bytes, length)?)
            }
            5 => take(&mut bytes, 4).map(|_| Value::Other)?,
            _ => return None,
        };
        Some((u32::try_from(tag >> 3).ok()?, value))
    })
}

fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..64).step_by(7) {
        let byte = *take(bytes, 1)?.first()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn take<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::features::{EnumType, Presence, Repeated};

    /// A field with bytes; all lengths here are short.
    fn bytes(number: u8, content: &[&[u8]]) -> Vec<u8> {
        let content = content.concat();
        let length = u8::try_from(content.len()).unwrap();
        assert!(number < 16 && length < 0x80);
        [&[number << 3 | 2, length], &content[..]].concat()
    }

    #[test]
    fn features_are_read_by_path() {
        let file_features = [&[0x92, 0x03, 2][..], &[1 << 3, 2]].concat();
        let field_features = [&[0xaa, 0x01, 2][..], &[3 << 3, 2]].concat();
        let enum_features = bytes(7, &[&[2 << 3, 2]]);
        let file = [
            bytes(8, &[&file_features]),
            bytes(4, &[&bytes(1, &[b"L"])]),
            bytes(
                4,
                &[
                    &bytes(2, &[&bytes(1, &[b"a"])]),
                    &bytes(2, &[&bytes(8, &[&field_features])]),
                    &bytes(4, &[&bytes(3, &[&enum_features])]),
                ],
            ),
            vec![14 << 3, 0xe8, 0x07],
        ]
        .concat();
        let (edition, overrides) = read(&file).unwrap().unwrap();
        assert_eq!(edition, Edition::Edition2023);
        let paths: Vec<&[i32]> = overrides.keys().map(Vec::as_slice).collect();
        assert_eq!(paths, [&[][..], &[4, 1, 2, 1], &[4, 1, 4, 0]]);
        assert_eq!(overrides[&[][..]].presence, Some(Presence::Implicit));
        let field = overrides[&[4, 1, 2, 1][..]];
        assert_eq!(field.repeated, Some(Repeated::Expanded));
        let one = overrides[&[4, 1, 4, 0][..]];
        assert_eq!(one.enum_type, Some(EnumType::Closed));
        assert_eq!(read(b"\x62\x06proto3"), Ok(None));
        assert!(read(&[14 << 3, 0xea, 0x07]).is_err());
        assert_eq!(files(&file_of_set(&file)).collect::<Vec<_>>(), [&file[..]]);
    }
}
