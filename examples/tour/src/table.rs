//! The table: bytes, records and speed on each wire, beside the crate that people use for it today.

use std::error::Error;
use std::time::Duration;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{CellAlignment, Table};
use everwire::Wire;

use crate::measure::{Times, times};
use crate::{Order, peers};

/// One library on one wire.
struct Row {
    wire: Wire,
    library: &'static str,
    /// Bytes of all records.
    bytes: usize,
    encode: Times,
    decode: Times,
}

/// Measures, and prints the table.
pub fn print(orders: &[Order]) -> Result<(), Box<dyn Error>> {
    let peers: Vec<peers::Order> = orders.iter().map(peers::order).collect::<Result<_, _>>()?;
    let mut rows = Vec::new();
    for wire in Wire::ALL {
        rows.extend(measure(wire, orders, &peers)?);
    }
    println!("{}", render(&rows, orders.len()));
    println!(
        "\nEvery record is encoded into one kept buffer and decoded into a new value; Everwire checks limits and rules as it\n\
         decodes. Medians of {} records in turns; × is Everwire's speed as a multiple of the other's.\n",
        orders.len()
    );
    Ok(())
}

/// Everwire and the wire's usual crate, encoding and decoding in turns.
fn measure(
    wire: Wire,
    orders: &[Order],
    peers: &[peers::Order],
) -> Result<[Row; 2], Box<dyn Error>> {
    let ours: Vec<Vec<u8>> = orders
        .iter()
        .map(|order| wire.encode(order))
        .collect::<Result<_, _>>()?;
    let theirs: Vec<Vec<u8>> = peers
        .iter()
        .map(|order| peer_encode(wire, order))
        .collect::<Result<_, _>>()?;
    for (bytes, order) in theirs.iter().zip(peers) {
        if peer_decode(wire, bytes)? != *order {
            return Err(format!("{wire}: a peer does not give its own order back").into());
        }
    }
    let (mut buffer, mut peer_buffer) = (Vec::new(), Vec::new());
    let [encode, peer_encode, decode, peer_decode] = times([
        Box::new(|| {
            buffer.clear();
            orders
                .iter()
                .filter(|order| wire.encode_into(*order, &mut buffer).is_ok())
                .count()
        }),
        Box::new(|| {
            peer_buffer.clear();
            peers
                .iter()
                .filter(|order| peer_encode_into(wire, order, &mut peer_buffer).is_ok())
                .count()
        }),
        Box::new(|| {
            ours.iter()
                .filter(|bytes| wire.decode::<Order>(bytes).is_ok())
                .count()
        }),
        Box::new(|| {
            theirs
                .iter()
                .filter(|bytes| peer_decode(wire, bytes).is_ok())
                .count()
        }),
    ]);
    let size = |all: &[Vec<u8>]| all.iter().map(Vec::len).sum();
    let peer = match wire {
        Wire::Protobuf => "prost",
        Wire::MsgPack => "rmp-serde",
        Wire::Json => "serde_json",
    };
    Ok([
        Row {
            wire,
            library: "everwire",
            bytes: size(&ours),
            encode,
            decode,
        },
        Row {
            wire,
            library: peer,
            bytes: size(&theirs),
            encode: peer_encode,
            decode: peer_decode,
        },
    ])
}

fn peer_encode(wire: Wire, order: &peers::Order) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut buffer = Vec::new();
    peer_encode_into(wire, order, &mut buffer)?;
    Ok(buffer)
}

fn peer_encode_into(
    wire: Wire,
    order: &peers::Order,
    buffer: &mut Vec<u8>,
) -> Result<(), Box<dyn Error>> {
    match wire {
        Wire::Protobuf => prost::Message::encode(order, buffer)?,
        Wire::MsgPack => rmp_serde::encode::write(buffer, order)?,
        Wire::Json => serde_json::to_writer(buffer, order)?,
    }
    Ok(())
}

fn peer_decode(wire: Wire, bytes: &[u8]) -> Result<peers::Order, Box<dyn Error>> {
    Ok(match wire {
        Wire::Protobuf => prost::Message::decode(bytes)?,
        Wire::MsgPack => rmp_serde::from_slice(bytes)?,
        Wire::Json => serde_json::from_slice(bytes)?,
    })
}

fn render(rows: &[Row], records: usize) -> Table {
    let mut table = Table::new();
    table.load_preset(UTF8_HORIZONTAL_ONLY);
    table.set_header([
        "wire",
        "library",
        "bytes/record",
        "encode rec/s",
        "MB/s",
        "×",
        "decode rec/s",
        "MB/s",
        "×",
    ]);
    for pair in rows.chunks(2) {
        for row in pair {
            let ratio = |times: fn(&Row) -> &Times| match pair {
                [ours, theirs] if row.library == "everwire" => {
                    format!("{:.2}", times(ours).faster_than(times(theirs)))
                }
                _ => String::new(),
            };
            let (encode, decode) = (row.encode.median(), row.decode.median());
            table.add_row([
                row.wire.to_string(),
                row.library.to_owned(),
                format!("{:.1}", row.bytes as f64 / records as f64),
                thousands(records as f64 / encode.as_secs_f64()),
                megabytes(row.bytes, encode),
                ratio(|row| &row.encode),
                thousands(records as f64 / decode.as_secs_f64()),
                megabytes(row.bytes, decode),
                ratio(|row| &row.decode),
            ]);
        }
    }
    for column in table.column_iter_mut().skip(2) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// A number with its thousands apart.
fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

fn megabytes(bytes: usize, time: Duration) -> String {
    format!("{:.0}", bytes as f64 / time.as_secs_f64() / 1e6)
}
