//! A list of rules, sorted by what they say: one place per rule, so that an evaluator asks and never searches.

use super::{Format, Kind, Literal, PatternRef, Rule};

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// The end itself is outside.
    Open(Literal),
    /// The end itself is inside.
    Closed(Literal),
}

/// The rules of one field, sorted. [`Plan::of`] is a `const fn`: a plan of constant rules is a constant, and a test of a
/// rule that is not there folds away.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
#[allow(missing_docs)]
pub struct Plan {
    pub kind: Option<Kind>,
    pub required: bool,
    /// The field has presence of its own: a zero is not absent.
    pub has_presence: bool,
    pub ignore_if_zero: bool,
    pub ignore_always: bool,

    pub equal: Option<Literal>,
    pub lower: Option<Bound>,
    pub upper: Option<Bound>,
    /// The lower bound is above the upper one: the values between them are refused.
    pub is_exclusive: bool,
    pub one_of: &'static [Literal],
    pub none_of: &'static [Literal],
    pub finite: bool,
    pub lt_now: bool,
    pub gt_now: bool,
    pub within: Option<Literal>,

    pub len: Option<u64>,
    pub min_len: Option<u64>,
    pub max_len: Option<u64>,
    pub len_bytes: Option<u64>,
    pub min_bytes: Option<u64>,
    pub max_bytes: Option<u64>,
    pub pattern: Option<PatternRef>,
    pub prefix: Option<Literal>,
    pub suffix: Option<Literal>,
    pub contains: Option<Literal>,
    pub not_contains: Option<Literal>,
    pub format: Option<Format>,
    pub defined_only: bool,

    pub min_items: Option<u64>,
    pub max_items: Option<u64>,
    pub unique: bool,
    pub items: &'static [Rule],
    pub min_pairs: Option<u64>,
    pub max_pairs: Option<u64>,
    pub keys: &'static [Rule],
    pub values: &'static [Rule],
}

impl Plan {
    /// The plan of a field without rules.
    pub const EMPTY: Plan = Plan {
        kind: None,
        required: false,
        has_presence: false,
        ignore_if_zero: false,
        ignore_always: false,
        equal: None,
        lower: None,
        upper: None,
        is_exclusive: false,
        one_of: &[],
        none_of: &[],
        finite: false,
        lt_now: false,
        gt_now: false,
        within: None,
        len: None,
        min_len: None,
        max_len: None,
        len_bytes: None,
        min_bytes: None,
        max_bytes: None,
        pattern: None,
        prefix: None,
        suffix: None,
        contains: None,
        not_contains: None,
        format: None,
        defined_only: false,
        min_items: None,
        max_items: None,
        unique: false,
        items: &[],
        min_pairs: None,
        max_pairs: None,
        keys: &[],
        values: &[],
    };

    /// Sorts the rules of a field; of two rules of one name, the last holds.
    pub const fn of(rules: &[Rule]) -> Plan {
        let mut plan = Plan::EMPTY;
        let mut at = 0;
        while at < rules.len() {
            plan.add(rules[at]);
            at += 1;
        }
        if let (Some(lower), Some(upper)) = (&plan.lower, &plan.upper) {
            plan.is_exclusive = upper.end().is_less(lower.end());
        }
        plan
    }

    /// The same, of a field that has presence of its own.
    #[must_use]
    pub const fn with_presence(mut self, has_presence: bool) -> Plan {
        self.has_presence = has_presence;
        self
    }

    /// The same, of this kind unless a [`Rule::Kind`] names another.
    #[must_use]
    pub const fn or_kind(mut self, kind: Option<Kind>) -> Plan {
        if self.kind.is_none() {
            self.kind = kind;
        }
        self
    }

    const fn add(&mut self, rule: Rule) {
        match rule {
            Rule::Kind(kind) => self.kind = Some(kind),
            Rule::Required => self.required = true,
            Rule::IgnoreIfZero => self.ignore_if_zero = true,
            Rule::IgnoreAlways => self.ignore_always = true,
            Rule::Const(literal) => self.equal = Some(literal),
            Rule::Lt(literal) => self.upper = Some(Bound::Open(literal)),
            Rule::Lte(literal) => self.upper = Some(Bound::Closed(literal)),
            Rule::Gt(literal) => self.lower = Some(Bound::Open(literal)),
            Rule::Gte(literal) => self.lower = Some(Bound::Closed(literal)),
            Rule::In(list) => self.one_of = list,
            Rule::NotIn(list) => self.none_of = list,
            Rule::Finite => self.finite = true,
            Rule::LtNow => self.lt_now = true,
            Rule::GtNow => self.gt_now = true,
            Rule::Within(span) => self.within = Some(span),
            Rule::Len(count) => self.len = Some(count),
            Rule::MinLen(count) => self.min_len = Some(count),
            Rule::MaxLen(count) => self.max_len = Some(count),
            Rule::LenBytes(count) => self.len_bytes = Some(count),
            Rule::MinBytes(count) => self.min_bytes = Some(count),
            Rule::MaxBytes(count) => self.max_bytes = Some(count),
            Rule::Pattern(pattern) => self.pattern = Some(pattern),
            Rule::Prefix(literal) => self.prefix = Some(literal),
            Rule::Suffix(literal) => self.suffix = Some(literal),
            Rule::Contains(literal) => self.contains = Some(literal),
            Rule::NotContains(literal) => self.not_contains = Some(literal),
            Rule::Email => self.format = Some(Format::Email),
            Rule::Hostname => self.format = Some(Format::Hostname),
            Rule::Ip => self.format = Some(Format::Ip),
            Rule::Ipv4 => self.format = Some(Format::Ipv4),
            Rule::Ipv6 => self.format = Some(Format::Ipv6),
            Rule::Uri => self.format = Some(Format::Uri),
            Rule::UriRef => self.format = Some(Format::UriRef),
            Rule::Address => self.format = Some(Format::Address),
            Rule::Uuid => self.format = Some(Format::Uuid),
            Rule::Tuuid => self.format = Some(Format::Tuuid),
            Rule::Ulid => self.format = Some(Format::Ulid),
            Rule::HostAndPort => self.format = Some(Format::HostAndPort),
            Rule::IpWithPrefixlen => self.format = Some(Format::IpWithPrefixlen),
            Rule::Ipv4WithPrefixlen => self.format = Some(Format::Ipv4WithPrefixlen),
            Rule::Ipv6WithPrefixlen => self.format = Some(Format::Ipv6WithPrefixlen),
            Rule::IpPrefix => self.format = Some(Format::IpPrefix),
            Rule::Ipv4Prefix => self.format = Some(Format::Ipv4Prefix),
            Rule::Ipv6Prefix => self.format = Some(Format::Ipv6Prefix),
            Rule::ProtobufFqn => self.format = Some(Format::ProtobufFqn),
            Rule::ProtobufDotFqn => self.format = Some(Format::ProtobufDotFqn),
            Rule::HttpHeaderName { strict } => {
                self.format = Some(Format::HttpHeaderName { strict })
            }
            Rule::HttpHeaderValue { strict } => {
                self.format = Some(Format::HttpHeaderValue { strict })
            }
            Rule::DefinedOnly => self.defined_only = true,
            Rule::MinItems(count) => self.min_items = Some(count),
            Rule::MaxItems(count) => self.max_items = Some(count),
            Rule::Unique => self.unique = true,
            Rule::Items(rules) => self.items = rules,
            Rule::MinPairs(count) => self.min_pairs = Some(count),
            Rule::MaxPairs(count) => self.max_pairs = Some(count),
            Rule::Keys(rules) => self.keys = rules,
            Rule::Values(rules) => self.values = rules,
            Rule::Example(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        Checker, Collect, FixedRules, Keys, Kind, Literal, Quick, Rule, Rules, Shallow, Validate,
    };
    use super::{Bound, Plan};
    use alloc::collections::BTreeMap;

    #[test]
    fn of_two_rules_in_one_place_the_last_holds() {
        const PLAN: Plan = Plan::of(&[
            Rule::Gt(Literal::Int(1)),
            Rule::Gte(Literal::Int(2)),
            Rule::MinLen(3),
            Rule::MinLen(4),
            Rule::Kind(Kind::Sint64),
        ]);
        assert_eq!(PLAN.lower, Some(Bound::Closed(Literal::Int(2))));
        assert_eq!(
            (PLAN.min_len, PLAN.max_len, PLAN.upper),
            (Some(4), None, None)
        );
        assert_eq!(PLAN.or_kind(Some(Kind::Fixed32)).kind, Some(Kind::Sint64));
    }

    struct Counts;

    impl FixedRules for Counts {
        const RULES: &'static [Rule] = &[
            Rule::Keys(&[Rule::Gt(Literal::Int(0))]),
            Rule::Values(&[Rule::Items(&[Rule::Lt(Literal::Int(9))])]),
        ];
        const KEY_KIND: Option<Kind> = Some(Kind::Sfixed32);
    }

    #[test]
    fn fixed_rules_reach_what_is_nested() {
        assert_eq!(
            Keys::<Counts>::default().plan().lower,
            Some(Bound::Open(Literal::Int(0)))
        );
        let value = BTreeMap::from([(0_i32, [1_i64, 9]), (1, [2, 3])]);
        let (mut all, mut quick, mut shallow) = (Collect::new(), Quick::new(), Shallow::new());
        all.field("counts", &value, &Counts);
        value.check_field(&Counts, &mut quick);
        value.check_field(&Counts, &mut shallow);
        assert!(!quick.is_valid() && !shallow.is_valid());
        let found = all.into_violations();
        let found: alloc::vec::Vec<_> = found
            .iter()
            .map(|v| (v.path.as_str(), &*v.rule_id))
            .collect();
        assert_eq!(
            found,
            [("counts[0]", "sfixed32.gt"), ("counts[0][1]", "int64.lt")]
        );
    }
}
