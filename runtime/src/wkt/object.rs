//! [`Struct`]: values by their names.

use alloc::collections::{BTreeMap, btree_map};
use alloc::string::String;

use super::{Struct, Value};

/// ```
/// use everwire::wkt::{Struct, Value};
///
/// let mut settings: Struct = [("name", "blue")].into_iter().collect();
/// settings.extend([("width", Value::from(3.5)), ("sizes", Value::from(vec!["s", "m"]))]);
/// assert_eq!(everwire::json::to_string(&settings)?, r#"{"name":"blue","sizes":["s","m"],"width":3.5}"#);
/// assert_eq!(settings.get("width").and_then(Value::as_f64), Some(3.5));
/// # Ok::<(), everwire::Error>(())
/// ```
impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Struct {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let members = members.into_iter();
        Self {
            fields: members
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        }
    }
}

impl Struct {
    /// The member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }
}

impl<K: Into<String>, V: Into<Value>> Extend<(K, V)> for Struct {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, members: I) {
        let members = members.into_iter();
        self.fields
            .extend(members.map(|(name, value)| (name.into(), value.into())));
    }
}

impl<K: Into<String>, V: Into<Value>> From<BTreeMap<K, V>> for Struct {
    fn from(members: BTreeMap<K, V>) -> Self {
        members.into_iter().collect()
    }
}

impl From<Struct> for BTreeMap<String, Value> {
    fn from(object: Struct) -> Self {
        object.fields
    }
}

impl IntoIterator for Struct {
    type Item = (String, Value);
    type IntoIter = btree_map::IntoIter<String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.fields.into_iter()
    }
}

impl<'a> IntoIterator for &'a Struct {
    type Item = (&'a String, &'a Value);
    type IntoIter = btree_map::Iter<'a, String, Value>;

    fn into_iter(self) -> Self::IntoIter {
        self.fields.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_go_in_and_come_out() {
        let mut object: Struct = [("b", 1), ("a", 2)].into_iter().collect();
        object.extend([("b", "last")]);
        assert_eq!(object.get("b"), Some(&Value::from("last")));
        assert_eq!(object.get("c"), None);
        let names: alloc::vec::Vec<_> = (&object).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(Struct::from(BTreeMap::from(object.clone())), object);
        let first = object.into_iter().next();
        assert_eq!(first, Some((String::from("a"), Value::from(2))));
    }
}
