//! Messages of schemas that are prost's too.

fn main() -> Result<(), everwire_codegen::Failure> {
    everwire_codegen::Build::new()
        .schemas("prost/schemas")
        .prost("depot.**")
        .compile()?;
    Ok(())
}
