//! Rules in the Common Expression Language, which are refused, or skipped with a warning where that is asked for.

use everwire_model::model::{At, Diagnostic};

use crate::lower::Lower;
use crate::lower::everwire::Said;

/// The id of the rule.
const ID: &str = "cel-rule";

impl Lower<'_> {
    /// Tells of the expressions of a field, a message or what is in a field.
    pub(super) fn each_cel(&self, said: &Said, name: &str) {
        for cel in said.list("cel") {
            let own = cel.get("id");
            let own = own.as_ref().and_then(prost_reflect::Value::as_str);
            let own = own.filter(|own| !own.is_empty());
            let what = match own {
                Some(own) => format!("the rule `{own}` of `{name}` is written in CEL"),
                None => format!("a rule of `{name}` is written in CEL"),
            };
            self.refuse_cel(self.at(&cel.file, &cel.path), &what);
        }
        for expression in self.said_texts(Some(said), "cel_expression") {
            let what = format!("a rule of `{name}` is written in CEL");
            self.refuse_cel(expression.at, &what);
        }
    }

    /// Tells of the predefined rules among those of a type.
    pub(super) fn each_predefined(&self, said: &Said, name: &str) {
        for (extension, _) in said.message.extensions() {
            let number = i32::try_from(extension.number()).unwrap_or_default();
            let at = self.at(&said.file, &[&said.path[..], &[number]].concat());
            let what = format!(
                "the rule `({})` of `{name}` is predefined in CEL",
                extension.full_name()
            );
            self.refuse_cel(at, &what);
        }
    }

    fn refuse_cel(&self, at: At, what: &str) {
        match self.options.skip_cel {
            true => {
                let text = format!("{what}, and is not checked");
                let help =
                    "check it with a function: `(everwire.field).hook`, `(everwire.message).hook`";
                self.warn(Diagnostic::new(ID, at, text).help(help));
            }
            false => {
                let text = format!("{what}, which is not compiled");
                let help = "write a function, and name it as a `hook`; or skip such rules with `--skip-cel` (`Build::skip_cel`)";
                self.report(Diagnostic::new(ID, at, text).help(help));
            }
        }
    }
}
