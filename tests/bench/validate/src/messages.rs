//! Messages as services have them, with rules that all libraries have.

use std::sync::LazyLock;

use regex::Regex;
use validator::Validate as _;

use crate::cell::Subject;
use crate::group::{Group, Measure};
use crate::peer::{Result, bench};

static POST_CODE: LazyLock<Regex> = LazyLock::new(|| Regex::new("^[0-9]{5}$").expect("a pattern"));

/// What is sent to sign up.
#[derive(everwire::Codec, Clone, garde::Validate, serde::Serialize, validator::Validate)]
pub struct Account {
    #[codec(1, min_len = 1, max_len = 64)]
    #[garde(length(chars, min = 1, max = 64))]
    #[validate(length(min = 1, max = 64))]
    pub name: String,
    #[codec(2, email)]
    #[garde(email)]
    #[validate(email)]
    pub email: String,
    #[codec(3, gte = 18, lte = 130)]
    #[garde(range(min = 18, max = 130))]
    #[validate(range(min = 18, max = 130))]
    pub age: u32,
    #[codec(4, uri)]
    #[garde(url)]
    #[validate(url)]
    pub site: String,
}

/// An account, an address and some lines.
#[derive(everwire::Codec, Clone, garde::Validate, serde::Serialize, validator::Validate)]
pub struct Order {
    #[codec(1, gte = 1)]
    #[garde(range(min = 1))]
    #[validate(range(min = 1))]
    pub id: u64,
    #[codec(2, rule(required))]
    #[garde(required, dive)]
    #[validate(required, nested)]
    pub customer: Option<Account>,
    #[codec(3, rule(required))]
    #[garde(required, dive)]
    #[validate(required, nested)]
    pub address: Option<Address>,
    #[codec(4, min_items = 1, max_items = 100)]
    #[garde(length(min = 1, max = 100), dive)]
    #[validate(length(min = 1, max = 100), nested)]
    pub lines: Vec<Line>,
    #[codec(5, max_len = 500)]
    #[garde(inner(length(chars, max = 500)))]
    #[validate(length(max = 500))]
    pub note: Option<String>,
}

#[derive(everwire::Codec, Clone, garde::Validate, serde::Serialize, validator::Validate)]
pub struct Address {
    #[codec(1, min_len = 1, max_len = 100)]
    #[garde(length(chars, min = 1, max = 100))]
    #[validate(length(min = 1, max = 100))]
    pub street: String,
    #[codec(2, min_len = 1, max_len = 100)]
    #[garde(length(chars, min = 1, max = 100))]
    #[validate(length(min = 1, max = 100))]
    pub city: String,
    #[codec(3, pattern = "^[0-9]{5}$")]
    #[garde(pattern(*POST_CODE))]
    #[validate(regex(path = *POST_CODE))]
    pub post_code: String,
}

#[derive(everwire::Codec, Clone, garde::Validate, serde::Serialize, validator::Validate)]
pub struct Line {
    #[codec(1, min_len = 3, max_len = 32)]
    #[garde(length(chars, min = 3, max = 32))]
    #[validate(length(min = 3, max = 32))]
    pub sku: String,
    #[codec(2, gte = 1, lte = 1000)]
    #[garde(range(min = 1, max = 1000))]
    #[validate(range(min = 1, max = 1000))]
    pub quantity: u32,
    #[codec(3, gte = 0.0)]
    #[garde(range(min = 0.0))]
    #[validate(range(min = 0.0))]
    pub price: f64,
}

/// A long list.
#[derive(everwire::Codec, Clone, garde::Validate, serde::Serialize, validator::Validate)]
pub struct Batch {
    #[codec(1, min_items = 1, max_items = 10000)]
    #[garde(length(min = 1, max = 10000), dive)]
    #[validate(length(min = 1, max = 10000), nested)]
    pub lines: Vec<Line>,
}

impl Subject for Account {
    type Prost = bench::Account;
}

impl Subject for Order {
    type Prost = bench::Order;
}

impl Subject for Batch {
    type Prost = bench::Batch;
}

/// Measures every message that is asked for, valid and with one violation, and what validation adds to decoding.
pub fn measure(m: &mut Measure) -> Result<Vec<Group>> {
    m.message(
        "small: 4 rules",
        accounts(64),
        spoilt(accounts(64), |account| account.age = 17),
    )?;
    m.message(
        "nested: 8 lines, 40 rules",
        orders(16),
        spoilt(orders(16), |order| order.lines[7].quantity = 0),
    )?;
    m.message(
        "list: 1,000 lines",
        batches(1),
        spoilt(batches(1), |batch| batch.lines[999].quantity = 0),
    )?;
    Ok(m.take())
}

fn spoilt<T>(mut values: Vec<T>, spoil: fn(&mut T)) -> Vec<T> {
    values.iter_mut().for_each(spoil);
    values
}

fn account(n: u32) -> Account {
    Account {
        name: format!("Ann Lee {n}"),
        email: format!("ann.lee{n}@mail.example.com"),
        age: 18 + n % 90,
        site: format!("https://www{n}.example.com/about"),
    }
}

fn line(n: u32) -> Line {
    Line {
        sku: format!("TEA-{n:04}"),
        quantity: 1 + n % 9,
        price: f64::from(n) * 1.25,
    }
}

fn accounts(count: u32) -> Vec<Account> {
    (0..count).map(account).collect()
}

fn orders(count: u32) -> Vec<Order> {
    let order = |n: u32| Order {
        id: 1 + u64::from(n),
        customer: Some(account(n)),
        address: Some(Address {
            street: format!("{n} Harbour Street"),
            city: "Lisbon".into(),
            post_code: format!("{:05}", 10_000 + n),
        }),
        lines: (0..8).map(|at| line(n + at)).collect(),
        note: (n % 2 == 0).then(|| "leave it at the door".into()),
    };
    (0..count).map(order).collect()
}

fn batches(count: u32) -> Vec<Batch> {
    (0..count)
        .map(|_| Batch {
            lines: (0..1000).map(line).collect(),
        })
        .collect()
}
