//! What release 1.0 wrote is read by release 2.0, and the other way round: `cargo run -p evolution`.

use everwire::{Envelope, Error, UnknownFields, Wire, open, seal};
use evolution::v1::parcel::{Parcel as OldParcel, Stage as OldStage, Stop as OldStop};
use evolution::v1::scan::depot::v1::{Kind as OldKind, Scan as OldScan};
use evolution::v3::parcel::{Locker, Parcel};
use evolution::v3::scan::depot::v1::Scan;

fn main() -> Result<(), Error> {
    for wire in Wire::ALL {
        new_reads_old(wire)?;
        old_changes_new(wire)?;
    }
    scans_meet()
}

/// Release 2.0 opens what release 1.0 put into the cache.
fn new_reads_old(wire: Wire) -> Result<(), Error> {
    let blob = seal(&stored(), wire)?;
    let version = Envelope::parse(&blob)?.version();
    let parcel: Parcel = open(&blob)?;
    assert_eq!((parcel.id, parcel.grams), (7, 1200));
    assert_eq!(parcel.courier, None);
    assert_eq!(parcel.locker, None);
    assert_eq!(parcel.unknown.len(), 1, "the note is kept, unread");
    println!(
        "{wire:<9} v1.0 -> v2.0          version {version}, {} bytes: {}, {} g, {} stop, no courier; the note is kept, unread",
        blob.len(),
        parcel.recipient,
        parcel.grams,
        parcel.stops.len(),
    );
    Ok(())
}

/// Release 1.0 opens what release 2.0 put there, changes the stage, and puts it back; release 2.0 misses nothing.
fn old_changes_new(wire: Wire) -> Result<(), Error> {
    let read: Parcel = open(&seal(&stored(), wire)?)?;
    let sent = Parcel {
        courier: Some("bike 12".into()),
        locker: Some(Locker {
            code: "B-17".into(),
            ..Locker::default()
        }),
        unknown: UnknownFields::new(),
        ..read
    };
    let mut old: OldParcel = open(&seal(&sent, wire)?)?;
    assert_eq!(old.note, "");
    let kept = old.unknown.len();
    old.stage = OldStage::Delivered;
    let back: Parcel = open(&seal(&old, wire)?)?;
    assert_eq!((&back.courier, &back.locker), (&sent.courier, &sent.locker));
    println!(
        "{wire:<9} v2.0 -> v1.0 -> v2.0  kept {kept} fields that v1.0 does not know; now {:?}, locker {}, by {}",
        back.stage,
        back.locker.map_or_else(String::new, |locker| locker.code),
        back.courier.unwrap_or_default(),
    );
    Ok(())
}

/// Depots send protobuf, whichever release they have.
fn scans_meet() -> Result<(), Error> {
    let sent = OldScan {
        parcel: 7,
        depot: "Ulm".into(),
        at: 1_767_225_600,
        kind: OldKind::Arrived,
        operator: "scanner 3".into(),
        ..OldScan::default()
    };
    let mut scan: Scan = Wire::Protobuf.decode(&Wire::Protobuf.encode(&sent)?)?;
    assert_eq!((scan.at, scan.belt), (sent.at, None));
    println!(
        "a scan    v1.0 -> v2.0          {} at {}, belt {:?}",
        scan.depot, scan.at, scan.belt
    );
    scan.unknown = UnknownFields::new();
    scan.belt = Some(4);
    let back: OldScan = Wire::Protobuf.decode(&Wire::Protobuf.encode(&scan)?)?;
    assert_eq!((back.at, back.operator.as_str()), (sent.at, ""));
    println!(
        "a scan    v2.0 -> v1.0          {} at {}, operator {:?}",
        back.depot, back.at, back.operator
    );
    Ok(())
}

/// What release 1.0 left in the cache.
fn stored() -> OldParcel {
    OldParcel {
        id: 7,
        recipient: "Ann".into(),
        grams: 1200,
        note: "ring twice".into(),
        stage: OldStage::Travelling,
        stops: vec![OldStop {
            depot: "Ulm".into(),
            at: 1_767_225_600,
            ..OldStop::default()
        }],
        ..OldParcel::default()
    }
}
