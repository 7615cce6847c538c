//! [`ListValue`]: a sequence of values.

use alloc::vec::{self, Vec};
use core::slice;

use super::{ListValue, Value};

impl<V: Into<Value>> FromIterator<V> for ListValue {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Self {
            values: values.into_iter().map(Into::into).collect(),
        }
    }
}

impl<V: Into<Value>> Extend<V> for ListValue {
    fn extend<I: IntoIterator<Item = V>>(&mut self, values: I) {
        self.values.extend(values.into_iter().map(Into::into));
    }
}

impl<V: Into<Value>> From<Vec<V>> for ListValue {
    fn from(values: Vec<V>) -> Self {
        values.into_iter().collect()
    }
}

impl From<ListValue> for Vec<Value> {
    fn from(list: ListValue) -> Self {
        list.values
    }
}

impl IntoIterator for ListValue {
    type Item = Value;
    type IntoIter = vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.into_iter()
    }
}

impl<'a> IntoIterator for &'a ListValue {
    type Item = &'a Value;
    type IntoIter = slice::Iter<'a, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.values.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_in_and_come_out() {
        let mut list: ListValue = [1, 2].into_iter().collect();
        list.extend(["three"]);
        assert_eq!(
            list.values,
            [Value::from(1), Value::from(2), Value::from("three")]
        );
        assert_eq!(
            (&list).into_iter().filter_map(Value::as_f64).sum::<f64>(),
            3.0
        );
        assert_eq!(ListValue::from(Vec::from(list.clone())), list);
        assert_eq!(list.into_iter().next_back(), Some(Value::from("three")));
    }
}
