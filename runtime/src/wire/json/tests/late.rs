//! Places that no constant holds: long and escaped names, and places that are known only as the program runs.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use super::samples::{Line, message};
use crate::codec::{Codec, Decode, Fields, Info, Mode, Place, Reader, Scope, Seen, Writer, nth};
use crate::error::{Error, Fault};
use crate::json;
use crate::schema::{Field, Schema, Type};
use crate::validate::Validate;

const LONG: &str = "a name of more than sixty-four bytes, which does not fit into a prefix";

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Named {
    #[serde(rename = "a name of more than sixty-four bytes, which does not fit into a prefix")]
    long: u64,
    #[serde(rename = "a \"quoted\"\nname")]
    quoted: String,
    #[serde(rename = "")]
    empty: bool,
}

message!(
    Named,
    Schema::message(
        "test.Named",
        &[
            Field::new(1, LONG, u64::TYPE),
            Field::new(2, "a \"quoted\"\nname", String::TYPE),
            Field::new(3, "", bool::TYPE),
        ]
    ),
    { 0 long: u64, 1 quoted: String, 2 empty: bool }
);

#[test]
fn long_escaped_and_empty_names() {
    let value = Named {
        long: 1,
        quoted: "q".into(),
        empty: true,
    };
    let text = json::to_string(&value).unwrap();
    assert_eq!(text, serde_json::to_string(&value).unwrap());
    assert_eq!(json::from_str::<Named>(&text).unwrap(), value);
    assert_eq!(
        json::from_str::<Named>(&json::to_string_pretty(&value).unwrap()).unwrap(),
        value
    );
    assert!(json::from_str::<Named>("{\"a \"quoted\"\nname\":\"q\"}").is_err());
}

/// A field of [`Line`] as a table that is loaded at run time gives it.
#[derive(Clone, Copy)]
struct Late(usize);

impl Place for Late {
    const INFO: Option<Info> = None;

    fn info(&self) -> Info {
        Info::of(&Line::SCHEMA.fields()[self.0], self.0)
    }
}

#[derive(Debug, PartialEq)]
struct LateLine(Line);

impl Validate for LateLine {}

impl Codec for LateLine {
    const TYPE: Type = Line::TYPE;
    const SCHEMA: &'static Schema = Line::SCHEMA;

    fn encode<W: Writer, P: Place>(&self, w: &mut W, at: P) {
        w.message(at, self);
    }

    fn encode_fields<W: Writer>(&self, w: &mut W) {
        self.0.sku.encode(w, Late(0));
        self.0.quantity.encode(w, Late(1));
        self.0.unit_price.encode(w, Late(2));
    }
}

impl<'de> Decode<'de> for LateLine {
    fn decode<R: Reader<'de>, P: Place>(r: &mut R, at: P) -> Result<Self, Error> {
        let mut line = Self(Line::default());
        r.message(at, &mut line, Mode::Merge)?;
        Ok(line)
    }
}

impl<'de> Fields<'de> for LateLine {
    fn schema(&self) -> &'static Schema {
        Line::SCHEMA
    }

    fn in_order<R: Reader<'de>>(&mut self, m: &mut Scope<'_, R>) -> Result<(), Error> {
        m.field(Late(0), &mut self.0.sku)?;
        m.field(Late(1), &mut self.0.quantity)?;
        m.field(Late(2), &mut self.0.unit_price)
    }
}

#[test]
fn places_known_only_as_the_program_runs() {
    let line = LateLine(Line {
        sku: "s".into(),
        quantity: 7,
        unit_price: 0.5,
    });
    let text = json::to_string(&line).unwrap();
    assert_eq!(text, serde_json::to_string(&line.0).unwrap());
    for text in [
        &text,
        "{ \"sku\" : \"s\", \"quantity\": 7,\n\"unitPrice\": 0.5 }",
        "{\"unit_price\":0.5,\"x\":[],\"quantity\":7,\"sku\":\"s\"}",
        "{\"sku\":\"s\",\"price\":0.5,\"quantity\":7}",
        "[\"s\",7,0.5]",
    ] {
        assert_eq!(json::from_str::<LateLine>(text).unwrap(), line, "{text}");
    }
    assert_eq!(
        json::from_str::<LateLine>("{\"quantity\":null,\"sku\":null}").unwrap(),
        LateLine(Line::default())
    );
}
