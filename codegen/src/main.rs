//! The program `codegen`.

use std::process::ExitCode;

/// Schemas are many small parts, and making and freeing them is a third of the time.
#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    everwire_codegen::cli::main(std::env::args_os())
}
