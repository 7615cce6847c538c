//! protoc's arguments as prost-build gives them, answered by protox: a descriptor set with all imports.

use std::error::Error;
use std::path::PathBuf;

use protox::Compiler;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut includes, mut files, mut out) = (Vec::new(), Vec::new(), None);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("-I") => includes.extend(arguments.next().map(PathBuf::from)),
            Some("-o") => out = arguments.next(),
            Some("--include_imports" | "--include_source_info") => {}
            Some(option) if option.starts_with('-') => {
                return Err(format!("no option `{option}`").into());
            }
            _ => files.push(PathBuf::from(argument)),
        }
    }
    let mut compiler = Compiler::new(includes)?;
    compiler
        .include_imports(true)
        .include_source_info(true)
        .open_files(files)?;
    std::fs::write(
        out.ok_or("`-o` is missing")?,
        compiler.encode_file_descriptor_set(),
    )?;
    Ok(())
}
