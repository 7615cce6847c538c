//! `uuid` and `tuuid`: 32 hexadecimal digits, with dashes (8-4-4-4-12) or without. Version and variant are not looked at.

pub(super) fn is_dashed(value: &[u8]) -> bool {
    value.len() == 36
        && value.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

pub(super) fn is_trimmed(value: &[u8]) -> bool {
    value.len() == 32 && value.iter().all(u8::is_ascii_hexdigit)
}

#[cfg(test)]
mod tests {
    use super::{is_dashed, is_trimmed};

    #[test]
    fn uuids() {
        let cases = [
            ("8b208305-00e8-4460-a440-5e0dcd83bb0a", true, false),
            ("8B208305-00E8-4460-A440-5E0DCD83BB0A", true, false),
            ("00000000-0000-0000-0000-000000000000", true, false),
            ("8b20830500e84460a4405e0dcd83bb0a", false, true),
            ("8b20830500e84460a4405e0dcd83bb0", false, false),
            ("8b208305-00e8-4460-a440-5e0dcd83bb0", false, false),
            ("8b208305-00e8-4460-a440-5e0dcd83bb0g", false, false),
            ("8b208305-00e8-4460-a4405-e0dcd83bb0a", false, false),
            ("{8b208305-00e8-4460-a440-5e0dcd83bb0}", false, false),
            ("", false, false),
        ];
        for (value, dashed, trimmed) in cases {
            assert_eq!(
                (is_dashed(value.as_bytes()), is_trimmed(value.as_bytes())),
                (dashed, trimmed),
                "{value:?}"
            );
        }
    }
}
