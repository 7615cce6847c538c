//! The program `codegen`: transcripts of commands, what they print, and their exit codes. `TRYCMD=overwrite` writes them anew.

#[test]
fn transcripts() {
    trycmd::TestCases::new()
        .register_bin(
            "codegen",
            std::path::Path::new(env!("CARGO_BIN_EXE_codegen")),
        )
        .case(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../tests/cli/cases/*.md"
        ));
}
