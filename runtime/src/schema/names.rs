//! Whether JSON can tell the members of a message apart, where other types bring some of them.

use super::Field;

/// Names by hash, a bit each, so that most names are compared with none.
const BITS: usize = 4096;

/// Fails to compile unless each name, ProtoJSON name and alias belongs to one member alone; no name is none.
///
/// # Panics
///
/// At compile time, where two members share one.
pub(super) const fn assert_told_apart(fields: &[Field]) {
    let mut seen = [0_u64; BITS / 64];
    let mut i = 0;
    while i < fields.len() {
        let mut n = 0;
        while n < count(&fields[i]) {
            let name = nth(&fields[i], n);
            let hash = hash(name);
            if !name.is_empty() && seen[hash / 64] & (1 << (hash % 64)) != 0 {
                let mut j = 0;
                while j < i {
                    assert!(
                        !has(&fields[j], name),
                        "JSON cannot tell two members of this message apart: a flattened field or the variant of a `oneof` has \
                         the name of another member: help: `rename` one of them"
                    );
                    j += 1;
                }
            }
            n += 1;
        }
        let mut n = 0;
        while n < count(&fields[i]) {
            let hash = hash(nth(&fields[i], n));
            seen[hash / 64] |= 1 << (hash % 64);
            n += 1;
        }
        i += 1;
    }
}

const fn count(field: &Field) -> usize {
    2 + field.aliases().len()
}

const fn nth(field: &Field, n: usize) -> &'static str {
    match n {
        0 => field.name(),
        1 => field.json_name(),
        _ => field.aliases()[n - 2],
    }
}

/// Whether a field goes by a name in JSON.
pub(super) const fn has(field: &Field, name: &str) -> bool {
    let mut n = 0;
    while n < count(field) {
        if is_same(nth(field, n), name) {
            return true;
        }
        n += 1;
    }
    false
}

const fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

const fn hash(name: &str) -> usize {
    let name = name.as_bytes();
    let (mut hash, mut i) = (5381_usize, 0);
    while i < name.len() {
        hash = hash.wrapping_mul(33) ^ name[i] as usize;
        i += 1;
    }
    hash % BITS
}
