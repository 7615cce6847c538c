//! The grammar of RFC 3986, with zones in IPv6 literals as RFC 6874 writes them. Percent-encoded bytes in a host are UTF-8
//! (RFC 3986, section 3.2.2).

use super::byte::{self, DIGIT, SCHEME};
use super::ip;

/// `scheme ":" hier-part [ "?" query ] [ "#" fragment ]`
pub(crate) fn is_uri(value: &[u8]) -> bool {
    after_scheme(value).is_some_and(is_rest)
}

/// A URI, or the same without a scheme, whose first segment then has no colon.
pub(crate) fn is_reference(value: &[u8]) -> bool {
    match (after_scheme(value), value) {
        (Some(rest), _) => is_rest(rest),
        (None, [b'/', b'/', ..]) => is_rest(value),
        (None, _) => match after(value, SEGMENT) {
            [b':', ..] => false,
            rest => is_tail(rest),
        },
    }
}

/// `ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ) ":"`, and what follows.
fn after_scheme(value: &[u8]) -> Option<&[u8]> {
    match value.split_at(byte::run(value, SCHEME)) {
        ([first, ..], [b':', rest @ ..]) if first.is_ascii_alphabetic() => Some(rest),
        _ => None,
    }
}

/// `[ "//" authority ] path [ "?" query ] [ "#" fragment ]`
fn is_rest(value: &[u8]) -> bool {
    match value {
        [b'/', b'/', rest @ ..] => after_authority(rest).is_some_and(is_tail),
        _ => is_tail(value),
    }
}

/// `path [ "?" query ] [ "#" fragment ]`
fn is_tail(value: &[u8]) -> bool {
    let mut rest = after(value, PATH);
    if let [b'?', query @ ..] = rest {
        rest = after(query, QUERY);
    }
    if let [b'#', fragment @ ..] = rest {
        rest = after(fragment, QUERY);
    }
    rest.is_empty()
}

/// What is behind `[ userinfo "@" ] host [ ":" port ]`.
fn after_authority(value: &[u8]) -> Option<&[u8]> {
    if let Some(rest) = after_host(value) {
        return Some(rest);
    }
    match after(value, USER) {
        [b'@', host @ ..] => after_host(host),
        _ => None,
    }
}

/// What is behind `host [ ":" port ]`, where the authority ends there.
fn after_host(value: &[u8]) -> Option<&[u8]> {
    let mut rest = match value {
        [b'[', rest @ ..] => {
            let end = rest.iter().position(|&byte| byte == b']')?;
            let (literal, rest) = rest.split_at(end);
            is_literal(literal).then_some(&rest[1..])?
        }
        _ => match &value[plain(value, HOST)..] {
            [b'%', ..] => {
                let rest = after(value, HOST);
                decodes(&value[..value.len() - rest.len()]).then_some(rest)?
            }
            rest => rest,
        },
    };
    if let [b':', port @ ..] = rest {
        rest = &port[byte::run(port, DIGIT)..];
    }
    matches!(rest, [] | [b'/' | b'?' | b'#', ..]).then_some(rest)
}

/// `IPv6address / IPv6addrz / IPvFuture`
fn is_literal(value: &[u8]) -> bool {
    if let [b'v' | b'V', rest @ ..] = value {
        let Some(dot) = rest.iter().position(|&byte| byte == b'.') else {
            return false;
        };
        let (version, address) = (&rest[..dot], &rest[dot + 1..]);
        return !version.is_empty()
            && version.iter().all(u8::is_ascii_hexdigit)
            && !address.is_empty()
            && plain(address, USER) == address.len();
    }
    let Some(at) = value.iter().position(|&byte| byte == b'%') else {
        return ip::is_v6(value);
    };
    match value.split_at(at) {
        (address, [b'%', b'2', b'5', zone @ ..]) => {
            ip::is_v6(address) && !zone.is_empty() && after(zone, ZONE).is_empty() && decodes(zone)
        }
        _ => false,
    }
}

/// What follows unreserved characters, percent-encoded bytes, sub-delimiters, and what else belongs to this part.
fn after(mut value: &[u8], part: u8) -> &[u8] {
    loop {
        value = match &value[plain(value, part)..] {
            [b'%', high, low, rest @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                rest
            }
            rest => return rest,
        }
    }
}

/// How many characters at the beginning stand for themselves in this part.
#[inline]
fn plain(value: &[u8], part: u8) -> usize {
    let other = |&byte: &u8| CLASS[usize::from(byte)] & part == 0;
    value.iter().position(other).unwrap_or(value.len())
}

const ZONE: u8 = 1;
const HOST: u8 = 2;
const USER: u8 = 4;
const PATH: u8 = 8;
const QUERY: u8 = 16;
/// The first segment of a path, where it has no colon.
const SEGMENT: u8 = 32;

/// In which parts each byte stands for itself: unreserved everywhere, sub-delimiters not in a zone, and so on.
static CLASS: [u8; 256] = {
    let mut class = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte as u8 {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                ZONE | HOST | USER | PATH | QUERY | SEGMENT
            }
            b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';' | b'=' => {
                HOST | USER | PATH | QUERY | SEGMENT
            }
            b':' => USER | PATH | QUERY,
            b'@' => PATH | QUERY | SEGMENT,
            b'/' => PATH | QUERY,
            b'?' => QUERY,
            _ => 0,
        };
        byte += 1;
    }
    class
};

/// Whether the percent-encoded bytes of a host are UTF-8. Plain characters are ASCII here, so only runs of encoded bytes can
/// hold a longer character.
fn decodes(mut host: &[u8]) -> bool {
    let (mut run, mut len) = ([0; 4], 0);
    loop {
        let (byte, rest) = match host {
            [] => return len == 0,
            [b'%', high, low, rest @ ..] => {
                let digit = |byte: u8| char::from(byte).to_digit(16).unwrap_or_default() as u8;
                (digit(*high) << 4 | digit(*low), rest)
            }
            [byte, rest @ ..] => (*byte, rest),
        };
        host = rest;
        run[len] = byte;
        len += 1;
        match core::str::from_utf8(&run[..len]) {
            Ok(_) => len = 0,
            Err(error) if error.error_len().is_some() || len == run.len() => return false,
            Err(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_reference, is_uri};

    #[track_caller]
    fn check(value: &str, uri: bool, reference: bool) {
        assert_eq!(
            (is_uri(value.as_bytes()), is_reference(value.as_bytes())),
            (uri, reference),
            "{value:?}"
        );
    }

    #[test]
    fn examples_of_the_standard() {
        for value in [
            "ftp://ftp.is.co.za/rfc/rfc1808.txt",
            "http://www.ietf.org/rfc/rfc2396.txt",
            "ldap://[2001:db8::7]/c=GB?objectClass?one",
            "mailto:John.Doe@example.com",
            "news:comp.infosystems.www.servers.unix",
            "tel:+1-816-555-1212",
            "telnet://192.0.2.16:80/",
            "urn:oasis:names:specification:docbook:dtd:xml:4.1.2",
            "foo://example.com:8042/over/there?name=ferret#nose",
        ] {
            check(value, true, true);
        }
        for value in [
            "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "..",
            "../../g", "./a:b", "a/b:c",
        ] {
            check(value, false, true);
        }
    }

    #[test]
    fn every_part_has_its_characters() {
        let cases = [
            ("a:", true, true),
            ("a+-.1:", true, true),
            ("1a:b", false, false),
            (":b", false, false),
            ("a_b:c", false, false),
            ("a://", true, true),
            ("a:///", true, true),
            ("a:////", true, true),
            ("a:/b", true, true),
            ("a:b//c", true, true),
            ("a://u:p@h:1/p", true, true),
            ("a://u@", true, true),
            ("a://@h", true, true),
            ("a://u@v@h", false, false),
            ("a://h:", true, true),
            ("a://h:1a", false, false),
            ("a://h:1:2", false, false),
            ("a://h:99999999", true, true),
            ("a://u/p@h", true, true),
            ("a://h p", false, false),
            ("a://ä", false, false),
            ("a://h/[", false, false),
            ("a://h/%2", false, false),
            ("a://h/%zz", false, false),
            ("a://h/%2F", true, true),
            ("a://h/%ff", true, true),
            ("a:b?c?d/e:@", true, true),
            ("a:b#c?d/e:@", true, true),
            ("a:b#c#d", false, false),
            ("a:b?[", false, false),
            ("a:b#%", false, false),
            ("a:^", false, false),
            ("a:\\", false, false),
            ("a:b\n", false, false),
        ];
        for (value, uri, reference) in cases {
            check(value, uri, reference);
        }
    }

    #[test]
    fn hosts_can_be_literals_and_hold_utf_8() {
        let cases = [
            ("a://[::1]", true),
            ("a://[::1]:80/x", true),
            ("a://u@[::1]:80", true),
            ("a://[::ffff:1.2.3.4]", true),
            ("a://[1.2.3.4]", false),
            ("a://[::1", false),
            ("a://::1", false),
            ("a://[::1]x", false),
            ("a://x[::1]", false),
            ("a://[]", false),
            ("a://[::1%25en1]", true),
            ("a://[::1%25%61]", true),
            ("a://[::1%25]", false),
            ("a://[::1%en1]", false),
            ("a://[::1%25a,b]", false),
            ("a://[::1%25%ff]", false),
            ("a://[v1.x]", true),
            ("a://[vF.:]", true),
            ("a://[v.x]", false),
            ("a://[v1.]", false),
            ("a://[vg.x]", false),
            ("a://[v1.@]", false),
            ("a://%C3%A4", true),
            ("a://%c3%a4%E2%82%AC%f0%9f%98%80x", true),
            ("a://%C3x", false),
            ("a://%C3", false),
            ("a://%ff", false),
            ("a://%ED%A0%80", false),
            ("a://1.2.3.4", true),
            ("a://999.2.3.4", true),
        ];
        for (value, ok) in cases {
            check(value, ok, ok);
        }
    }
}
