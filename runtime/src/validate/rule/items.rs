//! `items`: each element of a list obeys these rules.

use crate::validate::list::check_item;
use crate::validate::{Checker, Rules, Step, Validate};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<'a, T, R, C>(elements: impl Iterator<Item = &'a T>, rules: &R, c: &mut C)
where
    T: Validate + 'a,
    R: Rules,
    C: Checker,
{
    for (index, element) in elements.enumerate() {
        if c.done() {
            break;
        }
        c.within(Step::Index(index), |c| check_item(element, rules, c));
    }
}
