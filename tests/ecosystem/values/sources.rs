//! What a source says of fields with values of other crates is what its compiled schema says.

use std::collections::BTreeMap;
use std::path::Path;

use everwire::Codec;
use everwire::dynamic::Definition;
use everwire_codegen::Options;

/// The types, each by every name that sources give it.
mod fields {
    use bytes::{Bytes, BytesMut};
    use chrono::prelude::*;
    use everwire::Codec;
    use indexmap::{IndexMap as Ordered, IndexSet};
    use jiff::{Zoned, civil};
    use serde_json::{self as json, Value};
    use smallvec::SmallVec;
    use std::net::IpAddr;
    use time::OffsetDateTime;

    type Ids = SmallVec<[uuid::Uuid; 4]>;

    #[derive(Codec)]
    pub struct Plain {
        #[codec(1)]
        id: uuid::Uuid,
        #[codec(2)]
        data: Bytes,
        #[codec(3)]
        more: Vec<BytesMut>,
        #[codec(4)]
        price: rust_decimal::Decimal,
        #[codec(5)]
        name: smol_str::SmolStr,
        #[codec(6)]
        note: Option<compact_str::CompactString>,
        #[codec(7, required)]
        ip: IpAddr,
        #[codec(8, required)]
        net: ipnet::IpNet,
        #[codec(9, required)]
        net_v4: ipnet::Ipv4Net,
        #[codec(10, required)]
        net_v6: ipnet::Ipv6Net,
        #[codec(11)]
        value: Value,
        #[codec(12)]
        object: json::Map<String, json::Value>,
    }

    #[derive(Codec)]
    pub struct Collections {
        #[codec(1)]
        map: Ordered<uuid::Uuid, u8>,
        #[codec(2)]
        set: IndexSet<u8>,
        #[codec(3)]
        table: hashbrown::HashMap<u8, String>,
        #[codec(4)]
        names: hashbrown::HashSet<String>,
        #[codec(5)]
        ids: Ids,
        #[codec(6)]
        bytes: SmallVec<[u8; 2]>,
    }

    #[derive(Codec)]
    pub struct Chrono {
        #[codec(1)]
        at: DateTime<Utc>,
        #[codec(2)]
        span: chrono::TimeDelta,
        #[codec(3, required)]
        date: NaiveDate,
        #[codec(4, required)]
        time: chrono::NaiveTime,
        #[codec(5, required)]
        both: NaiveDateTime,
        #[codec(6, required)]
        offset: DateTime<FixedOffset>,
        #[codec(7)]
        duration: chrono::Duration,
    }

    #[derive(Codec)]
    pub struct Jiff {
        #[codec(1)]
        at: jiff::Timestamp,
        #[codec(2)]
        span: jiff::SignedDuration,
        #[codec(3, required)]
        date: civil::Date,
        #[codec(4, required)]
        time: civil::Time,
        #[codec(5, required)]
        both: jiff::civil::DateTime,
        #[codec(6, required)]
        zoned: Zoned,
    }

    #[derive(Codec)]
    pub struct Time {
        #[codec(1)]
        at: time::UtcDateTime,
        #[codec(2)]
        span: time::Duration,
        #[codec(3, required)]
        date: time::Date,
        #[codec(4, required)]
        time: time::Time,
        #[codec(5, required)]
        both: time::PrimitiveDateTime,
        #[codec(6, required)]
        offset: OffsetDateTime,
    }
}

#[test]
fn sources_say_what_their_types_are() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("values/sources.rs");
    let (definitions, findings) =
        everwire_codegen::definitions(&Options::default(), &[source]).unwrap();
    let messages: Vec<_> = findings.iter().map(|one| &*one.message).collect();
    assert_eq!(messages, [""; 0]);
    let said: BTreeMap<String, String> = definitions
        .iter()
        .map(|one| (one.full_name(), format!("{one:#?}")))
        .collect();
    for schema in [
        fields::Plain::SCHEMA,
        fields::Collections::SCHEMA,
        fields::Chrono::SCHEMA,
        fields::Jiff::SCHEMA,
        fields::Time::SCHEMA,
    ] {
        for definition in Definition::all(schema) {
            let name = definition.full_name();
            assert_eq!(said.get(&name), Some(&format!("{definition:#?}")), "{name}");
        }
    }
}
