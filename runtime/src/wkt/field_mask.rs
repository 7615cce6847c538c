//! [`FieldMask`]: from its paths.

use alloc::string::String;
use alloc::vec::{self, Vec};
use core::slice;

use super::FieldMask;

/// ```
/// use everwire::wkt::FieldMask;
///
/// let mask: FieldMask = ["id", "ship_to.city"].into_iter().collect();
/// assert_eq!(everwire::json::to_string(&mask)?, r#""id,shipTo.city""#);
/// # Ok::<(), everwire::Error>(())
/// ```
impl<P: Into<String>> FromIterator<P> for FieldMask {
    fn from_iter<I: IntoIterator<Item = P>>(paths: I) -> Self {
        Self {
            paths: paths.into_iter().map(Into::into).collect(),
        }
    }
}

impl<P: Into<String>> Extend<P> for FieldMask {
    fn extend<I: IntoIterator<Item = P>>(&mut self, paths: I) {
        self.paths.extend(paths.into_iter().map(Into::into));
    }
}

impl From<Vec<String>> for FieldMask {
    fn from(paths: Vec<String>) -> Self {
        Self { paths }
    }
}

impl From<FieldMask> for Vec<String> {
    fn from(mask: FieldMask) -> Self {
        mask.paths
    }
}

impl IntoIterator for FieldMask {
    type Item = String;
    type IntoIter = vec::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        self.paths.into_iter()
    }
}

impl<'a> IntoIterator for &'a FieldMask {
    type Item = &'a String;
    type IntoIter = slice::Iter<'a, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.paths.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_go_in_and_come_out() {
        let mut mask: FieldMask = ["id", "ship_to.city"].into_iter().collect();
        mask.extend(["note"]);
        assert_eq!(mask.paths, ["id", "ship_to.city", "note"]);
        assert!((&mask).into_iter().eq(["id", "ship_to.city", "note"]));
        assert_eq!(FieldMask::from(Vec::from(mask.clone())), mask);
        assert_eq!(mask.into_iter().count(), 3);
    }
}
