//! Compiles the schema: its messages, and a client and a server for each service.

fn main() -> Result<(), everwire_codegen::Failure> {
    everwire_codegen::Build::new()
        .schemas("proto")
        .tonic("**")
        .compile()?;
    Ok(())
}
