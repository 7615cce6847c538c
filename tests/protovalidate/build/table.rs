//! The table of all messages that cases send, as Rust.

use std::collections::BTreeMap;
use std::fmt::Write;

use heck::ToUpperCamelCase;

use crate::verdict::Verdict;

/// The function `subject`, from the full name of a message to what became of it.
pub fn write(verdicts: &BTreeMap<String, Verdict>) -> String {
    let mut text = String::from(
        "pub fn subject(full_name: &str) -> Option<Subject> {\n    Some(match full_name {\n",
    );
    for (name, verdict) in verdicts {
        let subject = match verdict {
            Verdict::Compiled if name == "google.protobuf.Any" => {
                String::from("Subject::of::<everwire::wkt::Any>()")
            }
            Verdict::Compiled => format!("Subject::of::<schema::{}>()", rust_path(name)),
            Verdict::Refused(why) => format!("Subject::Refused({why:?})"),
            Verdict::Cel(why) => format!("Subject::Cel({why:?})"),
        };
        // Writing to a string does not fail.
        let _ = writeln!(text, "        {name:?} => {subject},");
    }
    text.push_str("        _ => return None,\n    })\n}\n");
    text
}

/// The path of a message's type: packages are modules.
fn rust_path(full_name: &str) -> String {
    let (package, name) = full_name.rsplit_once('.').unwrap_or_default();
    format!(
        "{}::{}",
        package.replace('.', "::"),
        name.to_upper_camel_case()
    )
}
