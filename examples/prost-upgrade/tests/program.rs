//! What the program prints.

use std::process::Command;

#[test]
fn the_program_shows_what_the_types_can_do() {
    let output = Command::new(env!("CARGO_BIN_EXE_prost-upgrade"))
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let shown = include_str!("program.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/program.txt"),
            &text,
        )
        .unwrap();
        return;
    }
    assert_eq!(text, shown);
}
