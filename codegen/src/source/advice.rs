//! What to do about protox's errors, where it does not say so itself.

/// A message of protox with its names in backticks.
pub(super) fn requote(message: &str) -> String {
    if message.matches('\'').count().is_multiple_of(2) {
        message.replace('\'', "`")
    } else {
        message.to_owned()
    }
}

/// The next action after a message, by how the message reads.
pub(super) fn help(message: &str) -> Option<String> {
    const ADVICE: &[(&str, &str)] = &[
        (
            "import `",
            "add the directory that the import's name begins in with `-I` (`Build::include`)",
        ),
        (
            "is not in any include path",
            "add a directory above the file with `-I` (`Build::include`)",
        ),
        (
            "camel-case name of field",
            "rename one of the fields, or give it a `json_name`",
        ),
        (
            "JSON name of field",
            "rename one of the fields, or give it another `json_name`",
        ),
        (
            "is not defined",
            "check the spelling, or import the file that declares it",
        ),
        ("is already used", "give one of the two another number"),
        ("is already defined", "rename one of the two"),
        ("is defined twice", "rename one of the two"),
        ("was listed twice", "remove one of the imports"),
        ("import cycle", "move what both files need to a third file"),
        (
            "has already been used",
            "give one of the two another number",
        ),
        ("reserved", "take a number that is not reserved"),
        (
            "the first value for proto3 enums must be 0",
            "begin the enum with a value of number 0, such as `…_UNSPECIFIED = 0`",
        ),
        (
            "enums must have at least one value",
            "begin the enum with a value of number 0, such as `…_UNSPECIFIED = 0`",
        ),
        ("invalid default", "give a default of the field's own type"),
        (
            "option",
            "see https://protobuf.dev/programming-guides/proto3/#options, and `everwire/options.proto` for ours",
        ),
        (
            "not found",
            "check the spelling, or import the file that declares it",
        ),
        (
            "end of file",
            "close what is open: a `}` or a `;` is missing",
        ),
        (
            "expected",
            "see https://protobuf.dev/reference/protobuf/proto3-spec/ for the grammar",
        ),
        (
            "syntax",
            "write `syntax = \"proto3\";` or `syntax = \"proto2\";`",
        ),
    ];
    ADVICE
        .iter()
        .find(|(needle, _)| message.contains(needle))
        .map(|(_, help)| (*help).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_quotes_become_backticks() {
        assert_eq!(
            requote("name 'A' is defined twice"),
            "name `A` is defined twice"
        );
        assert_eq!(requote("don't"), "don't");
    }
}
