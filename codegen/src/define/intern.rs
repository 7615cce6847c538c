//! Texts and lists that live as long as the program: rules and defaults are constants of the runtime, also where they are read
//! from a source. Each is kept once.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

type Pool = Mutex<BTreeMap<String, &'static (dyn Any + Send + Sync)>>;

static POOL: Pool = Mutex::new(BTreeMap::new());

/// A list, by what it says.
pub(super) fn list<T>(items: Vec<T>) -> &'static [T]
where
    T: std::fmt::Debug + Send + Sync + 'static,
{
    let key = format!("{}{items:?}", std::any::type_name::<T>());
    let mut pool = POOL.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = pool.entry(key);
    let kept = kept.or_insert_with(|| Box::leak(Box::new(items)));
    kept.downcast_ref::<Vec<T>>().map_or(&[], Vec::as_slice)
}

/// A text.
pub(super) fn text(text: &str) -> &'static str {
    std::str::from_utf8(list(text.as_bytes().to_vec())).unwrap_or_default()
}
