//! Messages that the generator writes, by `Build::prost`.

use prost::Name;
use prost_types::Any;

use super::all_ways;

mod schema {
    everwire::include_schema!();
}

use schema::depot::v1::{Parcel, Stage, parcel};

#[test]
fn generated_messages_are_prosts_too() {
    let parcel = Parcel {
        id: "P-1".into(),
        stage: Stage::Accepted,
        lines: vec![parcel::Line {
            sku: "mug".into(),
            quantity: 2,
            ..parcel::Line::default()
        }],
        destination: Some(parcel::Destination::Locker(7)),
        ..Parcel::default()
    };
    all_ways(&parcel);
    all_ways(&Parcel::default());
    assert_eq!(parcel::Line::full_name(), "depot.v1.Parcel.Line");
    let any = Any::from_msg(&parcel).unwrap();
    assert_eq!(any.type_url, "/depot.v1.Parcel");
    assert_eq!(any.to_msg::<Parcel>().unwrap(), parcel);
}
