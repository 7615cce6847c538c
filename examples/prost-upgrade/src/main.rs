//! A depot's service, whose types prost-build writes: over gRPC as ever, and on every other wire.

use std::error::Error;

use everwire::{Codec, Wire};
use prost_types::{Duration, Timestamp};
use prost_upgrade::depot::v1::depot_client::DepotClient;
use prost_upgrade::depot::v1::parcel::{Destination, Line, Stage};
use prost_upgrade::depot::v1::{Parcel, TrackRequest};
use prost_upgrade::serve;

fn parcel() -> Parcel {
    Parcel {
        id: "P-1041".into(),
        stage: Stage::Accepted.into(),
        lines: vec![Line {
            sku: "mug".into(),
            quantity: 2,
        }],
        labels: [("fragile".to_owned(), "yes".to_owned())].into(),
        accepted_at: Some(Timestamp {
            seconds: 951_782_400,
            nanos: 0,
        }),
        promised_within: Some(Duration {
            seconds: 172_800,
            nanos: 0,
        }),
        note: Some("ring twice".into()),
        r#type: "box".into(),
        history: vec![Stage::Accepted.into(), 9],
        destination: Some(Destination::LockerNumber(7)),
        ..Parcel::default()
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let parcel = parcel();

    println!("One type, three wires:");
    for wire in Wire::ALL {
        let bytes = wire.encode(&parcel)?;
        assert_eq!(wire.decode::<Parcel>(&bytes)?, parcel);
        println!("  {wire:<9} {:>3} bytes", bytes.len());
    }
    println!("  {}", everwire::json::to_string(&parcel)?);
    let theirs = prost::Message::encode_to_vec(&parcel);
    let same = theirs == Wire::Protobuf.encode(&parcel)?;
    println!("  prost writes the same protobuf: {same}");

    println!("\nOver gRPC:");
    let address = serve().await?;
    let mut client = DepotClient::connect(format!("http://{address}")).await?;
    let receipt = client.receive(parcel.clone()).await?.into_inner();
    println!("  received {}", receipt.id);
    let request = TrackRequest { id: receipt.id };
    let mut states = client.track(request).await?.into_inner();
    while let Some(parcel) = states.message().await? {
        println!("  {} is {}", parcel.id, parcel.stage().as_str_name());
    }
    let stock = client.stock(()).await?.into_inner();
    println!("  in stock: {}", everwire::json::to_string(&stock)?);

    println!("\nThe rule of `id`:");
    let nameless = Parcel {
        id: "1041".into(),
        ..parcel
    };
    if let Err(violations) = nameless.validate() {
        println!("  {violations}");
    }
    if let Err(status) = client.receive(nameless).await {
        println!("  the service says: {}", status.message());
    }

    println!("\nThe schema, as data:");
    println!("  {}", Parcel::SCHEMA.full_name());
    for field in Parcel::SCHEMA.fields() {
        println!("  {:>4} {}: {}", field.number(), field.name(), field.ty());
    }
    Ok(())
}
