//! `defined_only`: an enum's number is one that the schema names.

use crate::validate::{Checker, Kind, Plan, Violation};

#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn check<C: Checker>(is_defined: bool, plan: &Plan, c: &mut C) {
    if plan.defined_only && !is_defined {
        c.report(|| {
            Violation::of(
                Kind::Enum,
                "defined_only",
                format_args!("must be one of the defined enum values"),
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::table::expect;
    use crate::validate::{Literal, Rule, Subject};

    #[test]
    fn defined_only_refuses_unknown_numbers() {
        expect(
            &[Rule::DefinedOnly],
            &Subject::Enum {
                number: 1,
                defined: true,
            },
            "",
        );
        expect(
            &[Rule::DefinedOnly],
            &Subject::Enum {
                number: 9,
                defined: false,
            },
            "enum.defined_only",
        );
        let both = [Rule::DefinedOnly, Rule::NotIn(&[Literal::Int(9)])];
        expect(
            &both,
            &Subject::Enum {
                number: 9,
                defined: false,
            },
            "enum.not_in enum.defined_only",
        );
        expect(
            &[],
            &Subject::Enum {
                number: 9,
                defined: false,
            },
            "",
        );
    }
}
