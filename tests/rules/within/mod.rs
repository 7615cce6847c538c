//! `within`: points in time near the clock.

use crate::case::{HOUR, table};
use everwire::wkt;
use std::time::SystemTime;

#[test]
fn on_either_side() {
    table! { SystemTime [within = "7200s"]
        SystemTime::now() => "",
        SystemTime::now() + HOUR => "",
        SystemTime::now() - HOUR => "",
        SystemTime::now() + HOUR * 3 => "timestamp.within",
        SystemTime::now() - HOUR * 3 => "timestamp.within",
        SystemTime::UNIX_EPOCH => "timestamp.within",
    }
    table! { wkt::Timestamp [within = "7200s"]
        wkt::Timestamp { seconds: 253_402_300_799, nanos: 0 } => "timestamp.within",
        wkt::Timestamp { seconds: -62_135_596_800, nanos: 0 } => "timestamp.within",
    }
    table! { SystemTime [within = "7200s", lt_now]
        SystemTime::now() + HOUR => "timestamp.lt_now",
        SystemTime::now() + HOUR * 3 => "timestamp.lt_now, timestamp.within",
    }
}
