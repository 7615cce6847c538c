//! MessagePack as a tree: taken apart, changed here and there, and written in two forms.

use super::super::random::Random;

/// A value. All but arrays and maps stand as they are, so that their forms can be chosen too.
#[derive(Clone, Debug)]
pub enum Node {
    Leaf(Vec<u8>),
    Array(Vec<Node>),
    Map(Vec<(Node, Node)>),
}

/// One tree in two forms: with the shortest header for each array, and with the longest.
#[derive(Debug, Default)]
pub struct Forms {
    pub short: Vec<u8>,
    pub long: Vec<u8>,
    /// For each array, where it begins in the short form, and how much longer its header is in the long one.
    longer: Vec<(usize, usize)>,
}

impl Forms {
    pub fn of(node: &Node) -> Self {
        let mut forms = Self::default();
        node.write(&mut forms);
        forms
    }

    /// The offset in the long form of what stands at `offset` in the short one.
    pub fn in_long(&self, offset: usize) -> usize {
        let before = self.longer.iter().filter(|(start, _)| *start < offset);
        offset + before.map(|(_, more)| more).sum::<usize>()
    }

    fn push(&mut self, bytes: &[u8]) {
        self.short.extend_from_slice(bytes);
        self.long.extend_from_slice(bytes);
    }
}

impl Node {
    /// The tree of good bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut rest = bytes;
        let node = Self::read(&mut rest);
        assert!(rest.is_empty(), "{bytes:02x?}");
        node
    }

    fn read(rest: &mut &[u8]) -> Self {
        let number = |width: usize| {
            let digits = rest[1..=width].iter();
            digits.fold(0, |number, digit| number << 8 | usize::from(*digit))
        };
        let first = rest[0];
        let (header, len) = match first {
            0x80..=0x9f => (1, usize::from(first & 0x0f)),
            0xdc | 0xde => (3, number(2)),
            0xdd | 0xdf => (5, number(4)),
            _ => (Self::leaf_len(first, number), 0),
        };
        let (head, tail) = rest.split_at(header);
        *rest = tail;
        match first {
            0x80..=0x8f | 0xde | 0xdf => {
                let entry = |_| (Self::read(rest), Self::read(rest));
                Self::Map((0..len).map(entry).collect())
            }
            0x90..=0x9f | 0xdc | 0xdd => Self::Array((0..len).map(|_| Self::read(rest)).collect()),
            _ => Self::Leaf(head.to_vec()),
        }
    }

    fn leaf_len(first: u8, number: impl Fn(usize) -> usize) -> usize {
        match first {
            0xa0..=0xbf => 1 + usize::from(first & 0x1f),
            0xc4 | 0xd9 => 2 + number(1),
            0xc5 | 0xda => 3 + number(2),
            0xc6 | 0xdb => 5 + number(4),
            0xc7 => 3 + number(1),
            0xc8 => 4 + number(2),
            0xc9 => 6 + number(4),
            0xcc | 0xd0 => 2,
            0xcd | 0xd1 => 3,
            0xca | 0xce | 0xd2 => 5,
            0xcb | 0xcf | 0xd3 => 9,
            0xd4..=0xd8 => 2 + (1 << (first - 0xd4)),
            _ => 1,
        }
    }

    fn write(&self, forms: &mut Forms) {
        match self {
            Self::Leaf(bytes) => forms.push(bytes),
            Self::Array(items) => {
                let (start, len) = (forms.short.len(), items.len() as u32);
                match len {
                    0..=15 => forms.short.push(0x90 | len as u8),
                    _ => forms.short.extend([0xdc, (len >> 8) as u8, len as u8]),
                }
                forms.long.push(0xdd);
                forms.long.extend(len.to_be_bytes());
                forms.longer.push((start, 5 - (forms.short.len() - start)));
                items.iter().for_each(|item| item.write(forms));
            }
            Self::Map(entries) => {
                let len = entries.len() as u16;
                match len {
                    0..=15 => forms.push(&[0x80 | len as u8]),
                    _ => forms.push(&[0xde, (len >> 8) as u8, len as u8]),
                }
                for (key, value) in entries {
                    key.write(forms);
                    value.write(forms);
                }
            }
        }
    }

    fn children(&mut self) -> Vec<&mut Self> {
        match self {
            Self::Leaf(_) => Vec::new(),
            Self::Array(items) => items.iter_mut().collect(),
            Self::Map(entries) => {
                let pairs = entries.iter_mut();
                pairs.flat_map(|(key, value)| [key, value]).collect()
            }
        }
    }

    fn count(&self) -> usize {
        match self {
            Self::Leaf(_) => 1,
            Self::Array(items) => 1 + items.iter().map(Self::count).sum::<usize>(),
            Self::Map(entries) => {
                let pairs = entries.iter();
                1 + pairs.map(|(k, v)| k.count() + v.count()).sum::<usize>()
            }
        }
    }

    fn nth(&mut self, mut nth: usize) -> &mut Self {
        if nth == 0 || matches!(self, Self::Leaf(_)) {
            return self;
        }
        nth -= 1;
        for child in self.children() {
            let count = child.count();
            if nth < count {
                return child.nth(nth);
            }
            nth -= count;
        }
        unreachable!("a tree has as many nodes as were counted")
    }

    /// Changes the tree in a few places.
    pub fn mutate(&mut self, random: &mut Random) {
        for _ in 0..=random.below(3).saturating_sub(1) {
            let nodes = self.count();
            let other = self.nth(random.below(nodes)).clone();
            let node = self.nth(random.below(nodes));
            match random.below(10) {
                0 | 1 => *node = Self::Leaf(vec![0xc0]),
                2 => *node = other,
                3 | 4 => *node = strange(random),
                _ => node.mutate_self(other, random),
            }
        }
    }

    fn mutate_self(&mut self, other: Self, random: &mut Random) {
        match self {
            Self::Leaf(bytes) => match integer(bytes) {
                Some(value) => *bytes = in_a_form(value, random),
                None => *self = strange(random),
            },
            Self::Array(items) => {
                let at = random.below(items.len());
                match random.below(7) {
                    0 if !items.is_empty() => drop(items.remove(at)),
                    1 => items.truncate(at),
                    2 => items.push(other),
                    3 => items.insert(at, other),
                    4 if at + 1 < items.len() => items.swap(at, at + 1),
                    5 => items.push(Self::Leaf(vec![0xc0])),
                    _ => {
                        let key = |(index, item)| (Self::Leaf(vec![index as u8 + 1]), item);
                        *self = Self::Map(items.drain(..).enumerate().map(key).collect());
                    }
                }
            }
            Self::Map(entries) => {
                let at = random.below(entries.len());
                match random.below(4) {
                    0 if !entries.is_empty() => drop(entries.remove(at)),
                    1 if !entries.is_empty() => entries.push(entries[at].clone()),
                    2 => entries.push((strange(random), other)),
                    _ => {
                        let flat = entries.drain(..).flat_map(|(key, value)| [key, value]);
                        *self = Self::Array(flat.collect());
                    }
                }
            }
        }
    }
}

/// The number that an integer's bytes stand for.
fn integer(bytes: &[u8]) -> Option<i64> {
    let digits = bytes.get(1..)?.iter();
    let unsigned = digits.fold(0, |number, digit| number << 8 | u64::from(*digit));
    match bytes[0] {
        0..=0x7f | 0xe0..=0xff => Some(i64::from(bytes[0].cast_signed())),
        0xcc..=0xcf => Some(unsigned.cast_signed()),
        0xd0 => Some(i64::from(unsigned as i8)),
        0xd1 => Some(i64::from(unsigned as i16)),
        0xd2 => Some(i64::from(unsigned as i32)),
        0xd3 => Some(unsigned.cast_signed()),
        _ => None,
    }
}

/// A number, or one near it, as an integer or float of any width; what does not fit is another number.
fn in_a_form(value: i64, random: &mut Random) -> Vec<u8> {
    const NEARBY: [i64; 5] = [0, 0, 0, 1, -1];
    let value = value.wrapping_add(NEARBY[random.below(NEARBY.len())]);
    let of = |first: u8, bytes: &[u8]| [&[first], bytes].concat();
    match random.below(10) {
        0 => of(0xcc, &[value as u8]),
        1 => of(0xcd, &(value as u16).to_be_bytes()),
        2 => of(0xce, &(value as u32).to_be_bytes()),
        3 => of(0xcf, &value.to_be_bytes()),
        4 => of(0xd0, &[value as u8]),
        5 => of(0xd1, &(value as i16).to_be_bytes()),
        6 => of(0xd2, &(value as i32).to_be_bytes()),
        7 => of(0xd3, &value.to_be_bytes()),
        8 => of(0xca, &(value as f32).to_be_bytes()),
        _ => of(0xcb, &(value as f64).to_be_bytes()),
    }
}

/// What is seldom expected: numbers of all kinds, also those that enums do not have, text, names, broken text, bytes, times, empty
/// and short lists and maps, and what cannot be read at all.
fn strange(random: &mut Random) -> Node {
    const LEAVES: [&[u8]; 36] = [
        b"\xc0",
        b"\xc2",
        b"\xc3",
        b"\x00",
        b"\x01",
        b"\x02",
        b"\x07",
        b"\x7f",
        b"\xff",
        b"\xe0",
        b"\xcc\x80",
        b"\xcd\xff\xff",
        b"\xce\x80\0\0\0",
        b"\xcf\x80\0\0\0\0\0\0\0",
        b"\xd0\x80",
        b"\xd2\x80\0\0\0",
        b"\xd3\xff\xff\xff\xff\x7f\xff\xff\xff",
        b"\xca\x3f\x80\0\0",
        b"\xca\x7f\xc0\0\0",
        b"\xcb\x3f\xf8\0\0\0\0\0\0",
        b"\xa0",
        b"\xa3One",
        b"\xa3Two",
        b"\xa4Zero",
        b"\xa5Empty",
        b"\xa2\xc3\xa4",
        b"\xa1\xff",
        b"\xa2\xc3\x28",
        b"\xd9\x02hi",
        b"\xdb\0\0\0\x01x",
        b"\xc4\x02\0\xff",
        b"\xc4\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01",
        b"\xd6\xff\0\0\0\x01",
        b"\xd4\x05\0",
        b"\xc1",
        b"\xdb\xff\xff\xff\xff",
    ];
    let leaf = |bytes: &[u8]| Node::Leaf(bytes.to_vec());
    match random.below(LEAVES.len() + 6) {
        0 => Node::Array(Vec::new()),
        1 => Node::Map(Vec::new()),
        2 => Node::Array(vec![leaf(b"\x01"), leaf(b"\x02")]),
        3 => Node::Array(vec![leaf(b"\x02"), leaf(b"\x09")]),
        4 => Node::Array(vec![Node::Array(vec![leaf(b"\xc0")])]),
        5 => Node::Map(vec![(leaf(b"\x01"), leaf(b"\xa1x"))]),
        nth => leaf(LEAVES[nth - 6]),
    }
}
