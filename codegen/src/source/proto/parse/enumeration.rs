//! Enums.

use prost_reflect::prost_types::{
    EnumDescriptorProto, EnumOptions, EnumValueDescriptorProto, EnumValueOptions,
};

use super::mistake::{Mistake, Parse};
use super::{Parser, index};

impl Parser<'_> {
    /// An enum, from its keyword; the path is its own.
    pub(super) fn enumeration(&mut self) -> Parse<EnumDescriptorProto> {
        let mut begun = self.begin();
        self.visibility();
        self.bump();
        let name = self.name("an enum name")?;
        self.locate(&[1], &name.span());
        self.head_end(&mut begun, "{")?;
        let mut one = EnumDescriptorProto {
            name: Some(self.text_of(name).to_owned()),
            ..EnumDescriptorProto::default()
        };
        self.block("an enum value or `}`", |parser| {
            match parser.text_of(parser.peek()) {
                "option" if !parser.is_at(1, "=") => {
                    let options = one.options.get_or_insert_with(EnumOptions::default);
                    parser.within(&[3], |parser| {
                        parser.option_statement(&mut options.uninterpreted_option)
                    })
                }
                "reserved" if !parser.is_at(1, "=") => parser.enum_reserved(&mut one),
                _ => parser.within(&[2, index(one.value.len())], |parser| {
                    one.value.push(parser.enum_value()?);
                    Ok(())
                }),
            }
        })?;
        one.options = one
            .options
            .filter(|options| *options != EnumOptions::default());
        self.declare(begun);
        Ok(one)
    }

    fn enum_value(&mut self) -> Parse<EnumValueDescriptorProto> {
        let mut begun = self.begin();
        let name = self.name("an enum value, option, reserved range or `}`")?;
        self.locate(&[1], &name.span());
        self.expect("=")?;
        let start = self.peek().start;
        let number = self.enum_number()?;
        self.locate(&[2], &(start..self.last_end()));
        let mut options = EnumValueOptions::default();
        self.within(&[3], |parser| {
            parser.option_list(&mut options.uninterpreted_option)
        })?;
        if !self.is(";") {
            return Err(self.unexpected("`;` or `[`"));
        }
        self.head_end(&mut begun, ";")?;
        self.declare(begun);
        Ok(EnumValueDescriptorProto {
            name: Some(self.text_of(name).to_owned()),
            number: Some(number),
            options: (!options.uninterpreted_option.is_empty()).then_some(options),
        })
    }

    /// A number that an enum's value can have.
    pub(super) fn enum_number(&mut self) -> Parse<i32> {
        let start = self.peek().start;
        let is_negative = self.eat("-").is_some();
        let number = i64::try_from(self.integer()?).unwrap_or(i64::MAX);
        let number = if is_negative { -number } else { number };
        i32::try_from(number).map_err(|_| {
            let message = "numbers of enums have 32 bits";
            let help = format!("take a number from {} to {}", i32::MIN, i32::MAX);
            let span = start..self.last_end();
            self.stop(Mistake::new(span, message, help))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn values_may_be_called_like_words() {
        let file = check(
            "enum E { option allow_alias = true; option = 0; reserved = -0x1; A = -2147483648 [deprecated = true]; }",
        );
        let values: Vec<(&str, i32)> = file.enum_type[0]
            .value
            .iter()
            .map(|value| (value.name(), value.number()))
            .collect();
        assert_eq!(values, [("option", 0), ("reserved", -1), ("A", i32::MIN)]);
        assert_eq!(
            mistakes("enum E { A = 2147483648; B = 1 C = 2; 5 = 1; }"),
            [
                "2147483648 | numbers of enums have 32 bits | take a number from -2147483648 to 2147483647",
                "C | expected `;` or `[`, but found `C` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
                "5 | expected an enum value, option, reserved range or `}`, but found `5` | see https://protobuf.dev/reference/protobuf/proto2-spec/ for the grammar",
            ]
        );
    }
}
