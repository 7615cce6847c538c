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
