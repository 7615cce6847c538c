//! Whether a derive, or a trait that is implemented, is Everwire's.

use super::names::Space;
use super::resolve::{self, RUNTIME, Target};
use super::tree::{ModuleId, Tree};
use super::unresolved::Why;

/// The name of the derive and of its trait.
pub(super) const CODEC: &str = "Codec";

/// The crate that the runtime has the derive of.
const DERIVE: &str = "everwire_derive";

/// Crates that have another `Codec`.
const OTHERS: &[&str] = &[
    "actix_codec",
    "asynchronous_codec",
    "bincode",
    "bincode_derive",
    "bitcode",
    "codec",
    "parity_scale_codec",
    "parity_scale_codec_derive",
    "scale_codec",
    "tokio_util",
    "tonic",
    "zbus",
];

/// Whose a derive is.
pub(super) enum Derive {
    Ours,
    Another,
    Unknown(Why),
}

/// Whose the derive at a path is; a `Codec` that nothing brings is Everwire's, since sources are often a part of a crate.
pub(super) fn of(tree: &Tree, module: ModuleId, path: &syn::Path) -> Derive {
    let path = resolve::segments(path);
    let is_codec = |name: Option<&String>| name.is_some_and(|name| name == CODEC);
    match tree.look(module, &path, Space::Macros) {
        Ok(Some(Target::Foreign(path))) => {
            let own = path.first().map_or("", String::as_str);
            match is_codec(path.last()) {
                true if own == RUNTIME || own == DERIVE => Derive::Ours,
                true if !OTHERS.contains(&own) && !resolve::is_known(own) => {
                    Derive::Unknown(Why::new(format!("`{}` may be Everwire's", path.join("::"))))
                }
                _ => Derive::Another,
            }
        }
        Ok(None) if is_codec(path.last()) => Derive::Ours,
        Ok(_) => Derive::Another,
        Err(why) if is_codec(path.last()) => Derive::Unknown(why),
        Err(_) => Derive::Another,
    }
}

/// Whose the first of these derives is that is not another's.
pub(super) fn first<'p>(
    tree: &Tree,
    module: ModuleId,
    paths: impl IntoIterator<Item = &'p syn::Path>,
) -> Derive {
    let mut first = Derive::Another;
    for path in paths {
        match (of(tree, module, path), &first) {
            (Derive::Ours, _) => return Derive::Ours,
            (Derive::Unknown(why), Derive::Another) => first = Derive::Unknown(why),
            _ => {}
        }
    }
    first
}
