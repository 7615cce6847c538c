//! Validation rules, which a schema says with our own options, `(everwire.field).validate`, or with protovalidate's,
//! `(buf.validate.field)`: both have the same names, and are read by the same code.

mod cel;
mod group;
mod literal;
mod read;

use everwire_model::model::raw::{Argument, MessageOneof, MessageOneofField, Rule};
use everwire_model::model::{At, Diagnostic, Located, RuleName};
use prost_reflect::{
    DescriptorPool, ExtensionDescriptor, FieldDescriptor, MessageDescriptor, OneofDescriptor,
};

use super::Lower;
use super::everwire::{On, Said};
use super::rust::Form;

/// The id of the rule for rules of another type.
const ID: &str = "rules-type";

/// The id of the rule for declarations that have rules in both spellings.
const TWICE: &str = "rules-twice";

/// The id of the rule for rules that are not known.
const UNKNOWN: &str = "rules-unknown";

/// The id of the rule for rules of extensions.
const EXTENSION: &str = "rules-extension";

/// protovalidate's options.
#[derive(Debug)]
pub(super) struct Options {
    message: Option<ExtensionDescriptor>,
    field: Option<ExtensionDescriptor>,
    oneof: Option<ExtensionDescriptor>,
}

impl Options {
    /// The extensions as the pool knows them; none, where no file imports them.
    pub(super) fn new(pool: &DescriptorPool) -> Self {
        let find = |name: &str| pool.get_extension_by_name(&format!("buf.validate.{name}"));
        Options {
            message: find("message"),
            field: find("field"),
            oneof: find("oneof"),
        }
    }
}

impl Lower<'_> {
    /// The rules of a field, whose type in Rust may be another than the one that it declares.
    pub(super) fn rules_of(
        &self,
        field: &FieldDescriptor,
        rust: Option<&Form>,
        said: Option<&Said>,
    ) -> Vec<Rule> {
        let file = field.parent_message().parent_file();
        let own = said.and_then(|said| said.inner("validate"));
        let other = self.rules.field.as_ref().and_then(|extension| {
            self.said_by(
                extension,
                On::Field,
                || field.options(),
                &file,
                field.path(),
            )
        });
        let Some(rules) = self.one(own, other, field.name()) else {
            return Vec::new();
        };
        let group = match rust {
            Some(form) => group::of_form(form, field),
            None => group::whole(field),
        };
        self.rules(field, &group, &rules)
    }

    /// The rules of a oneof: `required` alone.
    pub(super) fn rules_of_oneof(&self, oneof: &OneofDescriptor, said: Option<&Said>) -> Vec<Rule> {
        let file = oneof.parent_file();
        let other = self.rules.oneof.as_ref().and_then(|extension| {
            self.said_by(
                extension,
                On::Oneof,
                || oneof.options(),
                &file,
                oneof.path(),
            )
        });
        let own = said.filter(|said| said.get("required").is_some()).cloned();
        let rules = self.one(own, other, oneof.name());
        let at = self.said_flag(rules.as_ref(), "required");
        at.map(required).into_iter().collect()
    }

    /// The rules of a message as a whole.
    pub(super) fn rules_of_message(
        &self,
        message: &MessageDescriptor,
        said: Option<&Said>,
    ) -> Vec<MessageOneof> {
        let file = message.parent_file();
        let own = said.and_then(|said| said.inner("validate"));
        let other = self.rules.message.as_ref().and_then(|extension| {
            let options = || message.options();
            self.said_by(extension, On::Message, options, &file, message.path())
        });
        let Some(rules) = self.one(own, other, message.name()) else {
            return Vec::new();
        };
        self.each_cel(&rules, message.name());
        self.each_unknown(&rules, message.name(), &["cel", "cel_expression", "oneof"]);
        let oneofs = rules.list("oneof");
        let oneofs = oneofs.iter().map(|one| MessageOneof {
            at: self.at(&one.file, &one.path),
            fields: self
                .said_texts(Some(one), "fields")
                .into_iter()
                .map(|name| MessageOneofField {
                    number: message
                        .get_field_by_name(&name.value)
                        .map(|field| i128::from(field.number())),
                    name,
                })
                .collect(),
            required: self.said_flag(Some(one), "required"),
        });
        oneofs.collect()
    }

    /// Tells of rules of an extension, which nothing checks: neither protovalidate nor a message, which does not know it.
    pub(super) fn rules_of_extension(&self, extension: &ExtensionDescriptor) {
        if extension.field_descriptor_proto().options.is_none() {
            return;
        }
        let (file, path) = (extension.parent_file(), extension.path());
        let said = self.said(On::Field, || extension.options(), &file, path);
        let own = said.and_then(|said| said.inner("validate"));
        let other = self.rules.field.as_ref();
        let other = other
            .and_then(|other| self.said_by(other, On::Field, || extension.options(), &file, path));
        if let Some(rules) = own.or(other) {
            let at = self.at(&rules.file, &rules.path);
            let message = format!(
                "the rules of the extension `{}` are not checked",
                extension.name()
            );
            let help = "remove them, and check what the extension holds where it is read";
            self.warn(Diagnostic::new(EXTENSION, at, message).help(help));
        }
    }

    /// The rules in either spelling; in both is a mistake.
    fn one(&self, own: Option<Said>, other: Option<Said>, name: &str) -> Option<Said> {
        if let (Some(own), Some(other)) = (&own, &other) {
            let at = |said: &Said| self.at(&said.file, &said.path);
            let message = format!(
                "`{name}` has rules of `everwire/options.proto` and of `buf/validate/validate.proto`"
            );
            let help = "keep one of them: they say the same by the same names";
            self.report(
                Diagnostic::new(TWICE, at(other), message)
                    .label(at(own), "the first ones")
                    .help(help),
            );
        }
        own.or(other)
    }

    /// Tells of parts that are not known, which a newer or an older version of the options has.
    fn each_unknown(&self, said: &Said, name: &str, known: &[&str]) {
        let parts = said.message.fields().map(|(part, _)| part);
        let parts = parts.filter(|part| !known.contains(&part.name()));
        for part in parts {
            self.unknown(
                said.at(self, part.name()),
                &format!("`{}`", part.name()),
                name,
            );
        }
        self.each_unknown_number(said, name);
    }

    /// Tells of rules that a newer version of the options has.
    fn each_unknown_number(&self, said: &Said, name: &str) {
        for unknown in said.message.unknown_fields() {
            let at = self.at(&said.file, &said.path);
            self.unknown(at, &format!("the number {}", unknown.number()), name);
        }
    }

    /// Tells of a rule that is not known, by how it is called in a sentence.
    fn unknown(&self, at: At, rule: &str, name: &str) {
        let message = format!("a rule of `{name}`, {rule}, is not known");
        let help =
            "remove it: these are the rules of protovalidate 1, and earlier ones had other names";
        self.report(Diagnostic::new(UNKNOWN, at, message).help(help));
    }
}

fn required(at: At) -> Rule {
    Rule {
        name: RuleName::Required,
        at,
        argument: Argument::Nothing,
    }
}

fn text(name: RuleName, at: At, word: &str) -> Rule {
    use everwire_model::model::Literal;
    let literal = Located::new(Literal::Str(word.to_owned()), at);
    Rule {
        name,
        at,
        argument: Argument::Literal(literal),
    }
}
