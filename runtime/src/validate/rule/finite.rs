//! `finite`: a float is neither NaN nor infinite.

use crate::validate::{Checker, Kind, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(is_finite: bool, kind: Kind, plan: &Plan, c: &mut C) {
    if plan.finite && !is_finite {
        c.report(|| Violation::of(kind, "finite", format_args!("must be finite")));
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::Rule;
    use crate::validate::table::expect;

    #[test]
    fn finite_refuses_nan_and_infinities() {
        for (value, id) in [
            (0.0, ""),
            (f32::MAX, ""),
            (f32::NAN, "float.finite"),
            (f32::INFINITY, "float.finite"),
            (f32::NEG_INFINITY, "float.finite"),
        ] {
            expect(&[Rule::Finite], &value, id);
        }
        expect(&[Rule::Finite], &f64::NAN, "double.finite");
    }
}
