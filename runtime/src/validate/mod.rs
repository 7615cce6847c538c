//! Validation: protovalidate's rules, by the same names and ids, as constant data with small evaluators.
//!
//! The pipeline, in order:
//!
//! 1. [`Rule`]s stand in a field's schema as constant data; a [`Literal`] is what a rule compares with.
//! 2. [`Plan`] sorts a list of rules by what they say, in a constant: one place per rule, as in protovalidate's own messages.
//!    [`Rules`] hands a plan to evaluation, either fixed by a type ([`FixedRules`]) or held as data ([`ListedRules`]).
//! 3. [`Validate`] is what a value offers: it sends itself to the evaluator of its kind, or descends into what it contains.
//! 4. The evaluators report to a [`Checker`]: there is one for each kind of value (`text`, `number`, `list` …), which asks the rules
//!    of that kind, one in each file of `rule/`; what rules share is beside them (`range`, `count`, `part`, `format`, `grammar/`).
//!    [`Quick`] and [`Shallow`] answer yes or no and allocate nothing for it, [`Collect`] gathers every [`Violation`] with its path. All run the same code.
//!
//! Invariants: with [`FixedRules`], a rule that a field does not have costs nothing, since its test is a constant; nothing here
//! panics, whatever the value or the rules; a rule that does not fit the kind of its value says nothing (schemas are checked
//! when they are compiled).
//!
//! Ids, meaning and formats follow `buf/validate/validate.proto` (<https://protovalidate.com>); the sentences are this crate's.

mod field;
mod kind;
mod literal;
mod message_rule;
mod rule;

mod fits;
mod plan;
mod rules;

mod subject;
mod value;

mod checker;
mod collect;
mod context;
mod field_value;
mod hook;
mod path;
pub mod proto;
mod quick;
mod rule_path;
mod rule_value;
mod violation;
mod violations;

mod any;
mod boolean;
mod bytes;
mod enumeration;
mod field_mask;
pub(crate) mod list;
pub(crate) mod map;
mod number;
mod text;
pub(crate) mod time;

mod count;
mod format;
mod grammar;
mod operand;
mod part;
mod pattern;
mod range;

#[cfg(test)]
mod table;

pub(crate) use fits::assert_fit;
#[cfg(feature = "dynamic")]
pub(crate) use fits::first_misfit;
pub(crate) use rule::required;

pub use any::check_any;
pub use checker::{Checker, Step};
pub use collect::Collect;
pub use context::Context;
pub use field_mask::check_field_mask;
pub use field_value::FieldValue;
pub use format::Format;
pub use hook::{Alone, Hook, Told};
pub use kind::Kind;
pub use literal::Literal;
pub use message_rule::{MessageRule, accepts_absent, count_set, is_set, require_variant};
pub use path::{FieldType, Path, PathElement, Subscript};
pub use pattern::{Pattern, PatternRef};
pub use plan::{Bound, Plan};
pub use quick::{Quick, Shallow, Verdict};
pub use rule::Rule;
pub use rule_value::RuleValue;
pub use rules::{FixedRules, Items, Keys, ListedRules, NoRules, Rules, Values};
pub use subject::Subject;
pub use value::Validate;
pub use violation::Violation;
pub use violations::Violations;
