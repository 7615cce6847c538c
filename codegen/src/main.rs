//! The program `codegen`.

use std::process::ExitCode;

fn main() -> ExitCode {
    everwire_codegen::cli::main(std::env::args_os())
}
