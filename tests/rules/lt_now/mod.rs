//! `lt_now`: points in time before the clock.

use crate::case::{HOUR, table};
use everwire::wkt;
use std::time::SystemTime;

#[test]
fn the_past() {
    table! { SystemTime [lt_now]
        SystemTime::UNIX_EPOCH => "",
        SystemTime::now() - HOUR => "",
        SystemTime::now() + HOUR => "timestamp.lt_now",
    }
    table! { Option<SystemTime> [lt_now]
        None => "",
        Some(SystemTime::UNIX_EPOCH) => "",
        Some(SystemTime::now() + HOUR) => "timestamp.lt_now",
    }
    table! { wkt::Timestamp [lt_now]
        wkt::Timestamp { seconds: 5, nanos: 0 } => "",
        wkt::Timestamp { seconds: -5, nanos: 7 } => "",
        wkt::Timestamp { seconds: 253_402_300_799, nanos: 0 } => "timestamp.lt_now",
    }
}
