//! Reserved numbers and names, and the numbers of extensions.

use prost_reflect::prost_types::descriptor_proto::{ExtensionRange, ReservedRange};
use prost_reflect::prost_types::enum_descriptor_proto::EnumReservedRange;
use prost_reflect::prost_types::{DescriptorProto, EnumDescriptorProto, ExtensionRangeOptions};

use super::lex::Kind;
use super::locate::Begun;
use super::message::MAX_NUMBER;
use super::mistake::Parse;
use super::{Parser, index};

impl Parser<'_> {
    /// `reserved` in a message.
    pub(super) fn message_reserved(&mut self, message: &mut DescriptorProto) -> Parse<()> {
        let begun = self.begin();
        self.bump();
        if self.is_reserved_name() {
            return self.within(&[10], |parser| {
                parser.reserved_names(&mut message.reserved_name, begun)
            });
        }
        self.within(&[9], |parser| {
            let first = message.reserved_range.len();
            let ranges = parser.ranges(first, Self::field_number, MAX_NUMBER)?;
            let ranges = ranges.into_iter().map(|(start, end)| ReservedRange {
                start: Some(start),
                end: Some(end + 1),
            });
            message.reserved_range.extend(ranges);
            parser.ranges_end(begun)
        })
    }

    /// `reserved` in an enum, whose ranges include their ends.
    pub(super) fn enum_reserved(&mut self, one: &mut EnumDescriptorProto) -> Parse<()> {
        let begun = self.begin();
        self.bump();
        if self.is_reserved_name() {
            return self.within(&[5], |parser| {
                parser.reserved_names(&mut one.reserved_name, begun)
            });
        }
        self.within(&[4], |parser| {
            let first = one.reserved_range.len();
            let ranges = parser.ranges(first, Self::enum_number, i32::MAX)?;
            let ranges = ranges.into_iter().map(|(start, end)| EnumReservedRange {
                start: Some(start),
                end: Some(end),
            });
            one.reserved_range.extend(ranges);
            parser.ranges_end(begun)
        })
    }

    /// `extensions`; its options hold for each of its ranges.
    pub(super) fn extensions(&mut self, message: &mut DescriptorProto) -> Parse<()> {
        let begun = self.begin();
        self.bump();
        let first = message.extension_range.len();
        let ranges = self.ranges(first, Self::field_number, MAX_NUMBER)?;
        let list = self.at;
        let noted = self.mistakes.len();
        for (offset, (start, end)) in ranges.into_iter().enumerate() {
            self.at = list;
            self.mistakes.truncate(noted);
            let mut options = ExtensionRangeOptions::default();
            self.within(&[index(first + offset), 3], |parser| {
                parser.option_list(&mut options.uninterpreted_option)
            })?;
            message.extension_range.push(ExtensionRange {
                start: Some(start),
                end: Some(end + 1),
                options: (!options.uninterpreted_option.is_empty()).then_some(options),
            });
        }
        self.ranges_end(begun)
    }

    fn ranges_end(&mut self, mut begun: Begun) -> Parse<()> {
        self.head_end(&mut begun, ";")?;
        self.declare(begun);
        Ok(())
    }

    /// `1, 3 to 5, 9 to max`, ends included; the path is that of the list, which has so many already.
    fn ranges(
        &mut self,
        first: usize,
        number: fn(&mut Self) -> Parse<i32>,
        max: i32,
    ) -> Parse<Vec<(i32, i32)>> {
        let mut ranges = Vec::new();
        loop {
            let from = self.peek().start;
            let start = number(self)?;
            let start_span = from..self.last_end();
            let (mut end, mut end_span) = (start, start_span.clone());
            if self.eat("to").is_some() {
                let from = self.peek().start;
                end = match self.eat("max") {
                    Some(_) => max,
                    None => number(self)?,
                };
                end_span = from..self.last_end();
            }
            if end < start {
                let help = "write the smaller number first";
                self.note(from..end_span.end, "a range ends before it begins", help);
            }
            self.within(&[index(first + ranges.len())], |parser| {
                parser.locate(&[], &(from..end_span.end));
                parser.locate(&[1], &start_span);
                parser.locate(&[2], &end_span);
            });
            ranges.push((start, end));
            if self.eat(",").is_none() {
                return Ok(ranges);
            }
        }
    }

    fn is_reserved_name(&self) -> bool {
        matches!(self.peek().kind, Kind::String | Kind::Name)
    }

    /// `"a", "b"`, or in editions `a, b`.
    fn reserved_names(&mut self, names: &mut Vec<String>, begun: Begun) -> Parse<()> {
        loop {
            let is_string = self.peek().kind == Kind::String;
            let (name, span) = match is_string {
                true => self.text("a string")?,
                false => {
                    let name = self.name("a name")?;
                    (self.text_of(name).to_owned(), name.span())
                }
            };
            if is_string && self.edition.is_edition() {
                let help = format!("write `{name}` without the quotes");
                self.note(
                    span.clone(),
                    "reserved names of editions are not strings",
                    help,
                );
            } else if !is_string && !self.edition.is_edition() {
                let help = format!("write `\"{name}\"`");
                self.note(span.clone(), "reserved names are strings", help);
            }
            self.locate(&[index(names.len())], &span);
            names.push(name);
            if self.eat(",").is_none() {
                return self.ranges_end(begun);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn ranges_end_behind_their_last_number() {
        let file = check(
            "message M { reserved 1, 3 to 5, 9 to max; reserved \"a\", \"b\"; extensions 6, 7 to 8 [(x) = 1, verification = UNVERIFIED]; }
             enum E { A = 0; reserved -5 to -3, 9 to max; reserved \"B\"; }",
        );
        let message = &file.message_type[0];
        let ranges: Vec<(i32, i32)> = message
            .reserved_range
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect();
        assert_eq!(ranges, [(1, 2), (3, 6), (9, 536_870_912)]);
        assert_eq!(message.reserved_name, ["a", "b"]);
        let options = message
            .extension_range
            .iter()
            .flat_map(|range| &range.options);
        assert!(
            options
                .map(|options| options.uninterpreted_option.len())
                .eq([1, 1])
        );
        let ranges: Vec<(i32, i32)> = file.enum_type[0]
            .reserved_range
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect();
        assert_eq!(ranges, [(-5, -3), (9, i32::MAX)]);
    }

    #[test]
    fn reserved_names_are_written_as_their_syntax_wants() {
        assert_eq!(
            check("edition = \"2023\"; message M { reserved a, b; }").message_type[0].reserved_name,
            ["a", "b"]
        );
        assert_eq!(
            [
                mistakes("message M { reserved a; reserved 5 to 4; }"),
                mistakes("edition = \"2023\"; message M { reserved \"a\"; }"),
            ]
            .concat(),
            [
                "a | reserved names are strings | write `\"a\"`",
                "5 to 4 | a range ends before it begins | write the smaller number first",
                "\"a\" | reserved names of editions are not strings | write `a` without the quotes",
            ]
        );
    }
}
