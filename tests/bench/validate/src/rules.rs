//! A message for each rule, with values that hold it and values that do not.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use everwire::Codec;
use regex::Regex;

use crate::cell::{Also, Single, Subject};
use crate::group::{Group, Measure};
use crate::peer::{Result, bench};

/// How many values a set has.
const VALUES: u32 = 64;

macro_rules! rule {
    ($name:ident: $ty:ty, codec($($codec:tt)*), garde($($garde:tt)*), $($validator:meta)?) => {
        #[derive(Codec, Clone, garde::Validate, validator::Validate)]
        #[garde(allow_unvalidated)]
        pub struct $name {
            #[codec(1, $($codec)*)]
            #[garde($($garde)*)]
            $(#[$validator])?
            pub value: $ty,
        }

        impl Subject for $name {
            type Prost = bench::$name;
        }

        impl Single for $name {
            type Value = $ty;

            fn of(value: $ty) -> Self {
                Self { value }
            }
        }
    };
}

static SKU: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[A-Z]{3}-[0-9]+$").expect("a pattern"));

rule!(MinLen: String, codec(min_len = 3), garde(length(chars, min = 3)), validate(length(min = 3)));
rule!(MaxLen: String, codec(max_len = 32), garde(length(chars, max = 32)), validate(length(max = 32)));
rule!(Pattern: String, codec(pattern = "^[A-Z]{3}-[0-9]+$"), garde(pattern(*SKU)), validate(regex(path = *SKU)));
rule!(Prefix: String, codec(prefix = "sku-"), garde(prefix("sku-")),);
rule!(Contains: String, codec(contains = "-"), garde(contains("-")), validate(contains(pattern = "-")));
rule!(In: String, codec(in("draft", "paid", "packed", "shipped")), garde(skip),);
rule!(Email: String, codec(email), garde(email), validate(email));
rule!(Hostname: String, codec(hostname), garde(skip),);
rule!(HostAndPort: String, codec(host_and_port), garde(skip),);
rule!(Ip: String, codec(ip), garde(ip),);
rule!(Ipv4: String, codec(ipv4), garde(ipv4),);
rule!(Ipv6: String, codec(ipv6), garde(ipv6),);
rule!(IpPrefix: String, codec(ip_prefix), garde(skip),);
rule!(Uri: String, codec(uri), garde(url), validate(url));
rule!(Uuid: String, codec(uuid), garde(skip),);
rule!(BytesLen: Vec<u8>, codec(min_len = 4, max_len = 64), garde(length(min = 4, max = 64)), validate(length(min = 4, max = 64)));
rule!(Gt: u32, codec(gt = 0), garde(range(min = 1)), validate(range(exclusive_min = 0)));
rule!(Lt: i64, codec(sint, lt = 1000), garde(range(max = 999)), validate(range(exclusive_max = 1000)));
rule!(Range: i32, codec(gte = 18, lte = 130), garde(range(min = 18, max = 130)), validate(range(min = 18, max = 130)));
rule!(RangeDouble: f64, codec(gte = -90.0, lte = 90.0), garde(range(min = -90.0, max = 90.0)), validate(range(min = -90.0, max = 90.0)));
rule!(Finite: f64, codec(finite), garde(skip),);
rule!(InInt: i32, codec(in(1, 2, 4, 8)), garde(skip),);
rule!(Const: bool, codec(const = true), garde(skip),);
rule!(DefinedOnly: State, codec(defined_only), garde(skip),);
rule!(MinItems: Vec<u32>, codec(min_items = 2), garde(length(min = 2)), validate(length(min = 2)));
rule!(Unique: Vec<u32>, codec(unique), garde(skip),);
rule!(Items: Vec<String>, codec(items(min_len = 2)), garde(inner(length(chars, min = 2))),);
rule!(MinPairs: BTreeMap<String, u32>, codec(min_pairs = 2), garde(length(min = 2)), validate(length(min = 2)));
rule!(Keys: BTreeMap<String, u32>, codec(keys(min_len = 2)), garde(skip),);
rule!(Required: Option<String>, codec(rule(required)), garde(required), validate(required));
rule!(WithinDay: Duration, codec(gte = "0s", lte = "86400s"), garde(skip),);
rule!(Past: SystemTime, codec(lt_now), garde(skip),);

/// An open enum, as proto3 has it.
#[derive(Codec, Clone, Copy)]
pub enum State {
    #[codec(0)]
    Unspecified,
    #[codec(1)]
    Draft,
    #[codec(2)]
    Paid,
    #[codec(other)]
    Other(i32),
}

fn texts(one: impl Fn(u32) -> String) -> Vec<String> {
    (0..VALUES).map(one).collect()
}

fn numbers<T>(one: impl Fn(u32) -> T) -> Vec<T> {
    (0..VALUES).map(one).collect()
}

/// Measures every rule that is asked for.
pub fn measure(m: &mut Measure) -> Result<Vec<Group>> {
    m.rule::<MinLen>(
        "min_len",
        Also::Both,
        texts(|n| format!("name {n}")),
        texts(|n| format!("{}", n % 10)),
    )?;
    m.rule::<MaxLen>(
        "max_len",
        Also::Both,
        texts(|n| format!("name {n}")),
        texts(|n| format!("a name of more than {n} and thirty letters")),
    )?;
    m.rule::<Pattern>(
        "pattern",
        Also::Both,
        texts(|n| format!("TEA-{n:04}")),
        texts(|n| format!("TEA-{n:04}x")),
    )?;
    m.rule::<Prefix>(
        "prefix",
        Also::Garde,
        texts(|n| format!("sku-{n}")),
        texts(|n| format!("sk-{n}")),
    )?;
    m.rule::<Contains>(
        "contains",
        Also::Both,
        texts(|n| format!("{n} in-house parts")),
        texts(|n| format!("{n} foreign parts")),
    )?;
    m.rule::<In>(
        "in (4 strings)",
        Also::Nobody,
        texts(|n| ["draft", "paid", "packed", "shipped"][n as usize % 4].into()),
        texts(|n| format!("lost {n}")),
    )?;
    m.rule::<Email>(
        "email",
        Also::Both,
        texts(|n| format!("ann.lee{n}@mail{n}.example.com")),
        texts(|n| format!("ann.lee{n}mail.example.com")),
    )?;
    m.rule::<Hostname>(
        "hostname",
        Also::Nobody,
        texts(|n| format!("host-{n}.eu.example.com")),
        texts(|n| format!("host_{n}.eu.example.com")),
    )?;
    m.rule::<HostAndPort>(
        "host_and_port",
        Also::Nobody,
        texts(|n| format!("host-{n}.example.com:{}", 8000 + n)),
        texts(|n| format!("host-{n}.example.com:{}", 70000 + n)),
    )?;
    m.rule::<Ip>(
        "ip",
        Also::Garde,
        texts(|n| {
            if n % 2 == 0 {
                format!("192.168.{n}.17")
            } else {
                format!("2001:db8::{n:x}:7334")
            }
        }),
        texts(|n| format!("192.168.{n}.256")),
    )?;
    m.rule::<Ipv4>(
        "ipv4",
        Also::Garde,
        texts(|n| format!("192.168.{n}.17")),
        texts(|n| format!("192.168.{n}.256")),
    )?;
    m.rule::<Ipv6>(
        "ipv6",
        Also::Garde,
        texts(|n| format!("2001:db8:85a3::8a2e:{n:x}:7334")),
        texts(|n| format!("2001:db8:85a3::8a2e:{n:x}::7334")),
    )?;
    m.rule::<IpPrefix>(
        "ip_prefix",
        Also::Nobody,
        texts(|n| format!("10.{n}.0.0/16")),
        texts(|n| format!("10.{n}.0.1/16")),
    )?;
    m.rule::<Uri>(
        "uri",
        Also::Both,
        texts(|n| format!("https://www{n}.example.com/shop/items/{n}?page=2&sort=name#top")),
        texts(|n| format!("/shop/items/{n}?page=2")),
    )?;
    m.rule::<Uuid>(
        "uuid",
        Also::Nobody,
        texts(|n| format!("550e8400-e29b-41d4-a716-4466554400{n:02x}")),
        texts(|n| format!("550e8400-e29b-41d4-a716-44665544zz{n:02x}")),
    )?;
    m.rule::<BytesLen>(
        "bytes: min_len, max_len",
        Also::Both,
        numbers(|n| vec![7; 4 + n as usize % 60]),
        numbers(|n| vec![7; n as usize % 4]),
    )?;
    m.rule::<Gt>("gt", Also::Both, numbers(|n| n + 1), numbers(|_| 0))?;
    m.rule::<Lt>(
        "lt",
        Also::Both,
        numbers(|n| 999 - i64::from(n)),
        numbers(|n| 1000 + i64::from(n)),
    )?;
    m.rule::<Range>(
        "gte, lte",
        Also::Both,
        numbers(|n| 18 + n as i32),
        numbers(|n| 131 + n as i32),
    )?;
    m.rule::<RangeDouble>(
        "double: gte, lte",
        Also::Both,
        numbers(|n| f64::from(n) + 0.5),
        numbers(|n| 90.5 + f64::from(n)),
    )?;
    m.rule::<Finite>(
        "finite",
        Also::Nobody,
        numbers(f64::from),
        numbers(|_| f64::INFINITY),
    )?;
    m.rule::<InInt>(
        "in (4 numbers)",
        Also::Nobody,
        numbers(|n| 1 << (n % 4)),
        numbers(|n| 16 + n as i32),
    )?;
    m.rule::<Const>("const", Also::Nobody, numbers(|_| true), numbers(|_| false))?;
    m.rule::<DefinedOnly>(
        "defined_only",
        Also::Nobody,
        numbers(|n| [State::Unspecified, State::Draft, State::Paid][n as usize % 3]),
        numbers(|n| State::Other(3 + n as i32)),
    )?;
    m.rule::<MinItems>(
        "min_items",
        Also::Both,
        numbers(|n| vec![n; 16]),
        numbers(|n| vec![n]),
    )?;
    m.rule::<Unique>(
        "unique (16 numbers)",
        Also::Nobody,
        numbers(|n| (n..n + 16).collect()),
        numbers(|n| (n..n + 15).chain([n]).collect()),
    )?;
    m.rule::<Items>(
        "items (16 × min_len)",
        Also::Garde,
        numbers(|_| texts(|n| format!("part {n}"))[..16].to_vec()),
        numbers(|_| {
            let mut all = texts(|n| format!("part {n}"))[..16].to_vec();
            all[15] = "x".into();
            all
        }),
    )?;
    m.rule::<MinPairs>(
        "min_pairs",
        Also::Both,
        numbers(|n| pairs(&["aa", "bb"], n)),
        numbers(|n| pairs(&["aa"], n)),
    )?;
    m.rule::<Keys>(
        "keys (4 × min_len)",
        Also::Nobody,
        numbers(|n| pairs(&["aa", "bb", "cc", "dd"], n)),
        numbers(|n| pairs(&["aa", "bb", "cc", "d"], n)),
    )?;
    m.rule::<Required>(
        "required",
        Also::Both,
        numbers(|n| Some(n.to_string())),
        numbers(|_| None),
    )?;
    m.rule::<WithinDay>(
        "duration: gte, lte",
        Also::Nobody,
        numbers(|n| Duration::from_secs(n.into())),
        numbers(|n| Duration::from_secs(86_401 + u64::from(n))),
    )?;
    m.rule::<Past>(
        "timestamp: lt_now",
        Also::Nobody,
        numbers(|n| SystemTime::UNIX_EPOCH + Duration::from_secs(n.into())),
        numbers(|n| SystemTime::now() + Duration::from_secs(864_000 + u64::from(n))),
    )?;
    Ok(m.take())
}

fn pairs(keys: &[&str], value: u32) -> BTreeMap<String, u32> {
    keys.iter().map(|&key| (key.to_owned(), value)).collect()
}
