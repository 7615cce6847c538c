//! What is chosen, a line for each case.

use super::{ALL, choose};
use crate::Wire::{Json, MsgPack, Protobuf};

/// A line is what a request says, and what the answer is called.
#[test]
fn answers_are_what_requests_accept() {
    let json = Some("application/json");
    let msgpack = Some("application/msgpack");
    let protobuf = Some("application/protobuf");
    for (accept, answer) in [
        // Without the header everything is accepted; nor does an empty one refuse anything.
        (&[][..], json),
        (&[""], json),
        (&[" , "], json),
        // Names, and what they are written like.
        (&["application/json"], json),
        (&["Application/JSON"], json),
        (&["application/msgpack"], msgpack),
        (&["application/protobuf"], protobuf),
        // The answer is called as it was asked for.
        (&["application/x-protobuf"], Some("application/x-protobuf")),
        (
            &["application/vnd.google.protobuf"],
            Some("application/vnd.google.protobuf"),
        ),
        (
            &["application/x-google-protobuf"],
            Some("application/x-google-protobuf"),
        ),
        (&["application/x-msgpack"], Some("application/x-msgpack")),
        (
            &["application/vnd.msgpack"],
            Some("application/vnd.msgpack"),
        ),
        (&["text/json"], Some("text/json")),
        (&["application/x-json"], Some("application/x-json")),
        (
            &["application/protobuf;q=0.5, application/x-protobuf"],
            Some("application/x-protobuf"),
        ),
        (&["application/x-protobuf, application/protobuf"], protobuf),
        (&["text/json, */*"], Some("text/json")),
        // Wildcards.
        (&["*/*"], json),
        (&["*"], json),
        (&["application/*"], json),
        (&["text/*"], Some("text/json")),
        (&["text/*, application/*;q=0.5"], Some("text/json")),
        (&["image/*"], None),
        (&["image/*, */*;q=0.1"], json),
        (
            &["text/html, application/xhtml+xml, application/xml;q=0.9, image/webp, */*;q=0.8"],
            json,
        ),
        (
            &["text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"],
            json,
        ),
        // Weights: the highest wins, wherever it stands.
        (&["application/json;q=0.5, application/msgpack"], msgpack),
        (&["application/msgpack, application/json;q=0.5"], msgpack),
        (
            &["application/json;q=0.5, application/msgpack;q=0.501"],
            msgpack,
        ),
        (
            &[
                "application/json;q=0.001, application/msgpack;q=0.002, application/protobuf;q=0.003",
            ],
            protobuf,
        ),
        (&["application/msgpack;q=0.9, */*;q=0.8"], msgpack),
        (&["application/msgpack;q=0.1, */*;q=0.8"], json),
        (&["application/json;q=0.1, */*;q=0.8"], msgpack),
        (
            &["application/json;q=0.1, application/msgpack;q=0.1, */*;q=0.2"],
            protobuf,
        ),
        // A tie is the server's to decide, whatever the order and however specific the ranges.
        (
            &["application/protobuf, application/msgpack, application/json"],
            json,
        ),
        (&["application/protobuf, application/msgpack"], msgpack),
        (&["application/protobuf, */*"], json),
        // Not acceptable.
        (&["application/json;q=0"], None),
        (&["application/json;q=0.000"], None),
        (&["*/*;q=0"], None),
        (&["application/json;q=0, */*"], msgpack),
        (&["*/*, application/json;q=0"], msgpack),
        (&["application/*;q=0, */*"], None),
        (&["application/*;q=0, application/msgpack"], msgpack),
        (&["*/*;q=0, application/protobuf;q=0.1"], protobuf),
        (
            &["application/json;q=0, application/msgpack;q=0, */*;q=0.1"],
            protobuf,
        ),
        (
            &["application/json;q=0, application/msgpack;q=0, application/protobuf;q=0, */*"],
            None,
        ),
        (&["text/html"], None),
        (&["application/xml;q=0.9, text/html"], None),
        // Each name is asked for by itself; a wildcard asks for the usual ones.
        (
            &["application/x-protobuf;q=0, application/protobuf"],
            protobuf,
        ),
        (
            &["application/x-protobuf;q=0.1, application/protobuf;q=0.2, application/json;q=0.15"],
            protobuf,
        ),
        (
            &["application/x-protobuf;q=0.1, */*;q=0.2, application/json;q=0"],
            msgpack,
        ),
        (&["application/json;q=0, text/json"], Some("text/json")),
        (&["application/json;q=0, text/*"], Some("text/json")),
        (&["application/json;q=0, application/*"], msgpack),
        (&["application/*;q=0, text/*;q=0.1"], Some("text/json")),
        (&["text/json;q=0.5, application/*"], json),
        (&["text/json, application/*;q=0.5"], Some("text/json")),
        (
            &["text/json;q=0, text/*, application/msgpack;q=0.1"],
            msgpack,
        ),
        (&["text/*;q=0, */*"], json),
        // A more specific range overrides, in either direction.
        (
            &["application/*;q=0.2, application/msgpack;q=0.1, application/json;q=0.1"],
            protobuf,
        ),
        (
            &["application/*, application/json;q=0.1, application/msgpack;q=0.1"],
            protobuf,
        ),
        (&["*/*;q=1, application/*;q=0.1, text/json;q=0.05"], json),
        // Of ranges that are alike, the higher weight.
        (
            &["application/json;q=0.1, application/json;q=0.9, application/msgpack;q=0.5"],
            json,
        ),
        // Parameters are part of a type; JSON is in UTF-8, which it may be asked for.
        (&["application/json;charset=utf-8"], json),
        (&["application/json; charset=\"UTF-8\""], json),
        (&["application/json; charset=\"\\utf-8\""], json),
        (&["application/json;charset=latin1"], None),
        (&["application/json;version=2"], None),
        (
            &["application/json;version=2, application/msgpack;q=0.1"],
            msgpack,
        ),
        (
            &["application/json;version=2, application/json;q=0.1"],
            json,
        ),
        (
            &["application/json;charset=utf-8;q=0.1, application/json, application/msgpack;q=0.5"],
            msgpack,
        ),
        (
            &["application/json;q=0, application/json;charset=utf-8"],
            json,
        ),
        (&["application/msgpack;charset=utf-8"], None),
        // A weight is one wherever it stands, and no other parameter is.
        (
            &["application/json;q=0.1;charset=utf-8, application/msgpack;q=0.2"],
            msgpack,
        ),
        (
            &["application/json;Q=0.1, application/msgpack;q=0.2"],
            msgpack,
        ),
        (
            &["application/json;charset=utf-8;q=0, application/msgpack"],
            msgpack,
        ),
        // Quotes: no comma or weight in them counts.
        (
            &["application/xml;x=\"a, application/json\", application/msgpack"],
            msgpack,
        ),
        (
            &["application/xml;x=\";q=0\", application/msgpack;q=0.5"],
            msgpack,
        ),
        (&["text/html;x=\"\\\", application/json\""], None),
        (&["text/html;x=\"open, application/json"], json),
        // More than one line is one list (section 5.3).
        (&["text/html", "application/msgpack"], msgpack),
        (
            &["application/json;q=0.5", "application/msgpack;q=0.6"],
            msgpack,
        ),
        (&["application/json;q=0", "*/*"], msgpack),
        (&["text/html", ""], None),
        // A suffix says how a type is written, not that it is another one.
        (&["application/vnd.shop+json"], None),
        (&["application/problem+json"], None),
        (&["application/problem+json, application/json"], json),
        // What cannot be read is passed over; if that is all there is, it says nothing.
        (&["json"], json),
        (&["application/json;q=x"], json),
        (&["json, application/msgpack"], msgpack),
        (
            &["application/json;q=2, application/msgpack;q=0.1"],
            msgpack,
        ),
        (&["application/json;q=-1, text/html"], None),
        (&["*/json, application/msgpack"], msgpack),
        (
            &["application/msgpack;q=0.1;q=1, application/protobuf"],
            protobuf,
        ),
        (
            &["application/msgpack\t;\tq=0.4 ,, application/protobuf ; q=0.6,"],
            protobuf,
        ),
    ] {
        assert_eq!(super::answer(accept), answer, "{accept:?}");
    }
}

#[test]
fn the_server_decides_ties_and_its_own_wire_goes_first() {
    for (accept, own, wires, wire) in [
        (&[][..], Some(MsgPack), ALL, Some(MsgPack)),
        (&["*/*"], Some(Protobuf), ALL, Some(Protobuf)),
        (&["application/*"], Some(Protobuf), ALL, Some(Protobuf)),
        (
            &["application/json, */*"],
            Some(Protobuf),
            ALL,
            Some(Protobuf),
        ),
        (
            &["application/json, */*;q=0.9"],
            Some(Protobuf),
            ALL,
            Some(Json),
        ),
        (&["application/json"], Some(Protobuf), ALL, Some(Json)),
        (
            &["application/protobuf;q=0, */*"],
            Some(Protobuf),
            ALL,
            Some(Json),
        ),
        (&[], None, &[Protobuf, Json], Some(Protobuf)),
        (&["*/*"], None, &[MsgPack, Json], Some(MsgPack)),
        (&["*/*"], Some(Protobuf), &[MsgPack, Json], Some(MsgPack)),
        (&["*/*"], Some(Json), &[MsgPack, Json], Some(Json)),
        (
            &["application/protobuf"],
            Some(Protobuf),
            &[MsgPack, Json],
            None,
        ),
        (
            &["application/protobuf, application/json;q=0.1"],
            None,
            &[MsgPack, Json],
            Some(Json),
        ),
        (
            &["application/json, application/msgpack"],
            None,
            &[Protobuf, MsgPack, Json],
            Some(MsgPack),
        ),
        (&["*/*"], None, &[], None),
    ] {
        let chosen = choose(accept, own, wires).map(|chosen| chosen.wire);
        assert_eq!(chosen, wire, "{accept:?} {own:?} {wires:?}");
    }
}
