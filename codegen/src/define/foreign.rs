//! The types of other crates that are values, by the crate and the paths in it: those of the runtime's features.

use super::known::Known;

/// A crate, and its types by every path that they have.
type Crate = (&'static str, &'static [(&'static [&'static str], Known)]);

const CRATES: &[Crate] = &[
    (
        "bytes",
        &[(&["Bytes"], Known::Bytes), (&["BytesMut"], Known::Bytes)],
    ),
    (
        "chrono",
        &[
            (&["", "prelude", "DateTime"], Known::DateTime),
            (&["", "offset", "prelude", "FixedOffset"], Known::FixedOffset),
            (&["", "offset", "prelude", "Utc"], Known::Utc),
            (&["", "naive", "prelude", "NaiveDate"], Known::String),
            (&["", "naive", "prelude", "NaiveDateTime"], Known::String),
            (&["", "naive", "prelude", "NaiveTime"], Known::String),
            (&["Duration"], Known::Duration),
            (&["TimeDelta"], Known::Duration),
        ],
    ),
];
