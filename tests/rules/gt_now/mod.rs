//! `gt_now`: points in time after the clock.

use crate::case::{HOUR, table};
use everwire::wkt;
use std::time::SystemTime;

#[test]
fn the_future() {
    table! { SystemTime [gt_now]
        SystemTime::now() + HOUR => "",
        SystemTime::UNIX_EPOCH => "timestamp.gt_now",
        SystemTime::now() - HOUR => "timestamp.gt_now",
    }
    table! { Option<SystemTime> [gt_now]
        None => "",
        Some(SystemTime::UNIX_EPOCH) => "timestamp.gt_now",
        Some(SystemTime::now() + HOUR) => "",
    }
    table! { wkt::Timestamp [gt_now]
        wkt::Timestamp { seconds: 253_402_300_799, nanos: 0 } => "",
        wkt::Timestamp { seconds: 5, nanos: 0 } => "timestamp.gt_now",
    }
}
