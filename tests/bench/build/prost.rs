//! prost's types, in one file.

use std::error::Error;
use std::path::Path;

use prost_types::FileDescriptorSet;

pub fn compile(files: &FileDescriptorSet, out: &Path) -> Result<(), Box<dyn Error>> {
    let out = out.join("prost");
    std::fs::create_dir_all(&out)?;
    prost_build::Config::new()
        .out_dir(out)
        .btree_map(["."])
        .include_file("mod.rs")
        .compile_fds(crate::plain(files))?;
    Ok(())
}
