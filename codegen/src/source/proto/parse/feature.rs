//! `features.…`, which are taken out of the options and kept by path.

use std::ops::Range;

use prost_reflect::prost_types::uninterpreted_option::NamePart;

use super::Parser;
use super::lex::Kind;
use super::mistake::{Mistake, Parse};
use crate::source::features::{Unknown, feature_names};

impl Parser<'_> {
    /// The value of an option that begins with `features`; the path is that of the options.
    pub(super) fn feature(&mut self, name: &[NamePart], span: &Range<usize>) -> Parse<()> {
        if !self.edition.is_edition() {
            let help = "remove it, or begin the file with `edition = \"2023\";`";
            self.note(span.clone(), "features are of editions", help);
        }
        match name {
            [_, part] if !part.is_extension => {
                let feature = part.name_part.clone();
                self.feature_value(&feature, span)
            }
            [_] => self.feature_message(),
            // The features of one language, which are not ours.
            _ => self.skip_value(),
        }
    }

    /// `{ field_presence: EXPLICIT [pb.cpp] { … } }`.
    fn feature_message(&mut self) -> Parse<()> {
        self.expect("{")?;
        loop {
            if self.eat("}").is_some() {
                return Ok(());
            }
            if self.eat(",").or_else(|| self.eat(";")).is_some() {
                continue;
            }
            if self.eat("[").is_some() {
                while self.eat("]").is_none() {
                    if self.peek().kind == Kind::End {
                        return Err(self.unexpected("`]`"));
                    }
                    self.bump();
                }
                self.eat(":");
                self.skip_value()?;
                continue;
            }
            let name = self.name("a feature or `}`")?;
            self.expect(":")?;
            self.feature_value(self.text_of(name), &name.span())?;
        }
    }

    fn feature_value(&mut self, feature: &str, span: &Range<usize>) -> Parse<()> {
        let value = self.name("a feature's value")?;
        // Options are the last step of the path; the setting is the declaration's.
        let declaration = self.path.split_last().map_or(&[][..], |(_, rest)| rest);
        let settings = self.overrides.entry(declaration.to_vec()).or_default();
        let text = self.text.get(value.span()).unwrap_or_default();
        let (span, message, help) = match settings.set(feature, text) {
            Ok(()) => return Ok(()),
            Err(Unknown::Feature) => (
                span.clone(),
                format!("there is no feature `{feature}`"),
                format!("take one of {}", listed(feature_names())),
            ),
            Err(Unknown::Value(values)) => (
                value.span(),
                format!("`{feature}` cannot be `{text}`"),
                format!("take one of {}", listed(values.into_iter())),
            ),
        };
        self.mistakes.push(Mistake::new(span, message, help));
        Ok(())
    }

    fn skip_value(&mut self) -> Parse<()> {
        self.eat("-");
        match self.peek().kind {
            Kind::String => self.string("a string").map(|_| ()),
            Kind::Name | Kind::Integer | Kind::Float => {
                self.bump();
                Ok(())
            }
            _ => self.aggregate().map(|_| ()),
        }
    }
}

fn listed(names: impl Iterator<Item = &'static str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::source::features::{EnumType, Presence};
    use crate::source::proto::parse::parse;
    use crate::source::proto::parse::sample::{check, mistakes};

    #[test]
    fn features_are_kept_by_path() {
        let text = "edition = \"2023\"; option features = { enum_type: CLOSED, [pb.cpp]: { string_type: VIEW } [pb.java] { utf8_validation: DEFAULT } json_format: ALLOW };
            option features.(pb.cpp).string_type = STRING;
            message M { option features.field_presence = IMPLICIT; int32 a = 1 [features.utf8_validation = NONE, deprecated = true]; oneof o { option features.message_encoding = DELIMITED; M m = 2; } }
            enum E { option features.enum_type = OPEN; A = 0; }";
        let parsed = parse("a.proto", text).unwrap();
        let paths: Vec<&[i32]> = parsed.overrides.keys().map(Vec::as_slice).collect();
        assert_eq!(
            paths,
            [&[][..], &[4, 0], &[4, 0, 2, 0], &[4, 0, 8, 0], &[5, 0]]
        );
        assert_eq!(parsed.overrides[&[][..]].enum_type, Some(EnumType::Closed));
        assert_eq!(
            parsed.overrides[&[4, 0][..]].presence,
            Some(Presence::Implicit)
        );
        let options = check(text).message_type[0].field[0].options.clone();
        assert_eq!(options.unwrap().uninterpreted_option.len(), 1);
    }

    #[test]
    fn features_are_known_and_of_editions() {
        let edition = "edition = \"2023\"; option features.presence = IMPLICIT; option features.enum_type = SHUT; option features = { enum_type CLOSED };";
        assert_eq!(
            [
                mistakes(edition),
                mistakes("option features.enum_type = OPEN;")
            ]
            .concat(),
            [
                "features.presence | there is no feature `presence` | take one of `field_presence`, `enum_type`, `repeated_field_encoding`, `utf8_validation`, `message_encoding`, `json_format`, `enforce_naming_style`, `default_symbol_visibility`",
                "SHUT | `enum_type` cannot be `SHUT` | take one of `OPEN`, `CLOSED`",
                "CLOSED | expected `:`, but found `CLOSED` | see https://protobuf.dev/reference/protobuf/edition-2023-spec/ for the grammar",
                "features.enum_type | features are of editions | remove it, or begin the file with `edition = \"2023\";`",
            ]
        );
    }
}
