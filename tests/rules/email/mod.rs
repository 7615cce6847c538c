//! `email`: text of this form.

use crate::case::table;
use std::collections::BTreeMap;

#[test]
fn text() {
    table! { String [email]
        "a@b" => "",
        "ann@example.com" => "",
        "foo.bar+baz@mail.example.com" => "",
        ".a..b.@x" => "",
        "!#$%&'*+/=?^_`{|}~-@x" => "",
        "a@1" => "",
        "a@b-c.d" => "",
        "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" => "",
        "a" => "string.email",
        "a@" => "string.email",
        "@b" => "string.email",
        "a@b@c" => "string.email",
        "a@-b" => "string.email",
        "a@b-" => "string.email",
        "a@b." => "string.email",
        "a@.b" => "string.email",
        "a@b..c" => "string.email",
        "a b@c" => "string.email",
        "ä@b" => "string.email",
        "a@ä" => "string.email",
        "a@b_c" => "string.email",
        "a@[127.0.0.1]" => "string.email",
        "Ann <a@b.c>" => "string.email",
        "a@b\n" => "string.email",
        "a@b " => "string.email",
        " a@b" => "string.email",
        "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" => "string.email",
        "a,b@c" => "string.email",
        "" => "string.email_empty",
    }
}

#[test]
fn elements_and_keys_have_it() {
    table! { Vec<String> [items(email)]
        vec!["a@b".into(), "".into(), "x".into()] => "[1] string.email_empty, [2] string.email",
    }
    table! { BTreeMap<String, u8> [keys(email)]
        BTreeMap::from([("a@b".into(), 0), ("x".into(), 1)]) => "![\"x\"] string.email",
    }
}

#[test]
fn absent_is_not_asked() {
    table! { Option<String> [email]
        None => "",
        Some("a@b".into()) => "",
        Some("".into()) => "string.email_empty",
        Some("a".into()) => "string.email",
    }
}
