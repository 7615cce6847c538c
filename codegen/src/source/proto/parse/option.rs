//! Options, which are not interpreted here.

use std::ops::Range;

use prost_reflect::prost_types::uninterpreted_option::NamePart;
use prost_reflect::prost_types::{FieldDescriptorProto, FieldOptions, UninterpretedOption};

use super::lex::Kind;
use super::mistake::{Mistake, Parse};
use super::{Parser, index};

/// The number of `uninterpreted_option` in all options.
const UNINTERPRETED: i32 = 999;

/// Options of newer versions of `descriptor.proto` that say nothing about types and wires.
const OF_NO_CONSEQUENCE: &[&str] = &[
    "debug_redact",
    "declaration",
    "deprecated_legacy_json_field_conflicts",
    "edition_defaults",
    "feature_support",
    "retention",
    "targets",
    "unverified_lazy",
    "verification",
];

impl Parser<'_> {
    /// `option name = value;`; the path is that of the options.
    pub(super) fn option_statement(&mut self, options: &mut Vec<UninterpretedOption>) -> Parse<()> {
        let mut begun = self.begin();
        let start = self.bump().start;
        let option = self.option()?;
        self.head_end(&mut begun, ";")?;
        self.locate(&[], &(start..self.last_end()));
        if let Some(option) = option {
            self.within(&[UNINTERPRETED, index(options.len())], |parser| {
                parser.declare(begun);
            });
            options.push(option);
        }
        Ok(())
    }

    /// `[name = value, …]`, if there is one; the path is that of the options.
    pub(super) fn option_list(&mut self, options: &mut Vec<UninterpretedOption>) -> Parse<()> {
        let Some(open) = self.eat("[") else {
            return Ok(());
        };
        loop {
            let start = self.peek().start;
            if let Some(option) = self.option()? {
                let span = start..self.last_end();
                self.locate(&[UNINTERPRETED, index(options.len())], &span);
                options.push(option);
            }
            if self.eat(",").is_none() {
                break;
            }
        }
        if !self.is("]") {
            return Err(self.unexpected("`,` or `]`"));
        }
        self.bump();
        self.locate(&[], &(open.start..self.last_end()));
        Ok(())
    }

    /// The options of a field, two of which are parts of the field itself; the path is the field's.
    pub(super) fn field_options(&mut self, field: &mut FieldDescriptorProto) -> Parse<()> {
        let mut options = FieldOptions::default();
        let Some(open) = self.eat("[") else {
            return Ok(());
        };
        loop {
            let start = self.peek().start;
            let is_plain = self.is_at(1, "=");
            if is_plain && self.is("default") {
                self.bump();
                self.bump();
                self.default(field, start)?;
            } else if is_plain && self.is("json_name") {
                self.bump();
                self.bump();
                let (name, span) = self.text("a string")?;
                self.locate(&[10], &(start..span.end));
                self.locate(&[10], &span);
                field.json_name = Some(name);
            } else if let Some(option) = self.within(&[8], Self::option)? {
                let at = index(options.uninterpreted_option.len());
                self.locate(&[8, UNINTERPRETED, at], &(start..self.last_end()));
                options.uninterpreted_option.push(option);
            }
            if self.eat(",").is_none() {
                break;
            }
        }
        if !self.is("]") {
            return Err(self.unexpected("`,` or `]`"));
        }
        self.bump();
        self.locate(&[8], &(open.start..self.last_end()));
        field.options = (!options.uninterpreted_option.is_empty()).then_some(options);
        Ok(())
    }

    /// `name = value`; none, where it is a feature or of no consequence.
    fn option(&mut self) -> Parse<Option<UninterpretedOption>> {
        let (name, span) = self.option_name()?;
        self.expect("=")?;
        let first = &name[0];
        if !first.is_extension && first.name_part == "features" {
            self.feature(&name, &span)?;
            return Ok(None);
        }
        let is_dropped =
            !first.is_extension && OF_NO_CONSEQUENCE.contains(&first.name_part.as_str());
        let option = self.option_value(name)?;
        Ok((!is_dropped).then_some(option))
    }

    fn option_name(&mut self) -> Parse<(Vec<NamePart>, Range<usize>)> {
        let start = self.peek().start;
        let mut parts = Vec::new();
        loop {
            let is_extension = self.eat("(").is_some();
            let name_part = if is_extension {
                let (name, _) = self.type_name()?;
                self.expect(")")?;
                name
            } else {
                let name = self.name("a name or `(`")?;
                self.text_of(name).to_owned()
            };
            parts.push(NamePart {
                name_part,
                is_extension,
            });
            if self.eat(".").is_none() {
                return Ok((parts, start..self.last_end()));
            }
        }
    }

    fn option_value(&mut self, name: Vec<NamePart>) -> Parse<UninterpretedOption> {
        let mut option = UninterpretedOption {
            name,
            ..UninterpretedOption::default()
        };
        let start = self.peek().start;
        let is_negative = self.eat("-").is_some();
        match self.peek().kind {
            Kind::Name if is_negative => {
                let word = self.bump();
                option.double_value = match self.text_of(word) {
                    "inf" => Some(f64::NEG_INFINITY),
                    "nan" => Some(f64::NAN),
                    _ => {
                        let help = "remove the `-`, which stands before numbers, `inf` and `nan`";
                        let span = start..word.end;
                        return Err(self.stop(Mistake::new(
                            span,
                            "a name cannot be negative",
                            help,
                        )));
                    }
                };
            }
            Kind::Name => {
                let word = self.bump();
                option.identifier_value = Some(self.text_of(word).to_owned());
            }
            Kind::Integer => {
                let number = self.integer()?;
                match is_negative {
                    false => option.positive_int_value = Some(number),
                    true => option.negative_int_value = Some(self.negative(number, start)?),
                }
            }
            Kind::Float => {
                let number = self.float()?;
                option.double_value = Some(if is_negative { -number } else { number });
            }
            Kind::String if !is_negative => option.string_value = Some(self.string("a string")?.0),
            _ if self.is("{") && !is_negative => {
                option.aggregate_value = Some(self.aggregate()?);
            }
            _ => return Err(self.unexpected("a constant")),
        }
        Ok(option)
    }

    /// The negative of an integer whose `-` stands at `start`.
    pub(super) fn negative(&mut self, number: u64, start: usize) -> Parse<i64> {
        0_i64.checked_sub_unsigned(number).ok_or_else(|| {
            let span = start..self.last_end();
            let help = format!("the least integer is {}", i64::MIN);
            self.stop(Mistake::new(
                span,
                "the integer does not fit into 64 bits",
                help,
            ))
        })
    }

    /// The tokens of `{ … }`, without the braces; comments are left out.
    pub(super) fn aggregate(&mut self) -> Parse<String> {
        self.expect("{")?;
        let mut text = String::new();
        let mut depth = 0_usize;
        let mut last = self.peek().start;
        loop {
            let token = self.peek();
            match self.text_of(token) {
                "}" if depth == 0 => {
                    self.bump();
                    return Ok(text);
                }
                "{" => depth += 1,
                "}" => depth -= 1,
                _ if token.kind == Kind::End => return Err(self.unexpected("`}`")),
                _ => {}
            }
            if token.start > last {
                text.push(' ');
            }
            text.push_str(self.text_of(token));
            last = token.end;
            self.bump();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn values_are_kept_as_they_are_written() {
        let file = check(
            "option (a.b).c.(.d) = -5; option x = -inf; option y = 1.5; option z = 'a' \"b\\n\"; option w = NAME; option v = { a: 1 /* c */ b { c: [-1] } };",
        );
        let options = file.options.unwrap().uninterpreted_option;
        let name: Vec<(&str, bool)> = options[0]
            .name
            .iter()
            .map(|part| (part.name_part.as_str(), part.is_extension))
            .collect();
        assert_eq!(name, [("a.b", true), ("c", false), (".d", true)]);
        assert_eq!(options[0].negative_int_value, Some(-5));
        assert_eq!(options[1].double_value, Some(f64::NEG_INFINITY));
        assert_eq!(options[2].double_value, Some(1.5));
        assert_eq!(options[3].string_value.as_deref(), Some(&b"ab\n"[..]));
        assert_eq!(options[4].identifier_value.as_deref(), Some("NAME"));
        assert_eq!(
            options[5].aggregate_value.as_deref(),
            Some("a: 1 b { c: [-1] }")
        );
    }

    #[test]
    fn options_of_no_consequence_are_left_out() {
        let file = check(
            "message M { optional int32 a = 1 [json_name = \"b\", debug_redact = true, targets = TARGET_TYPE_FIELD]; }",
        );
        let field = &file.message_type[0].field[0];
        assert_eq!((field.json_name(), &field.options), ("b", &None));
    }

    #[test]
    fn mistakes_of_options_are_told() {
        assert_eq!(
            mistakes(
                "option a = -b; option c = -9223372036854775809; option d = ; option e = \"\\q\"; message M { optional int32 a = 1 [f = 1 g = 2]; }"
            ),
            [
                "-b | a name cannot be negative | remove the `-`, which stands before numbers, `inf` and `nan`",
                "-9223372036854775809 | the integer does not fit into 64 bits | the least integer is -9223372036854775808",
                "; | expected a constant, but found `;` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
                "\\q | `\\q` is not an escape | double the backslash, or write one of `\\n`, `\\r`, `\\t`, `\\x41`, `\\101`, `\\u0041`",
                "g | expected `,` or `]`, but found `g` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
            ]
        );
    }
}
