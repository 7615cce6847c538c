//! Services: a client and a server, on the parts that the runtime has for tonic.
//!
//! What is generated is what only the schema knows: the names, the paths and the types of the methods.

mod client;
mod server;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::types;

pub use client::client;
pub use server::server;

/// A service: what its client and its server are made of.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its full name, which is in the paths of its methods.
    pub full_name: String,
    /// The trait of its server.
    pub ident: Ident,
    /// Its comment, line by line.
    pub docs: Vec<String>,
    /// Whether its schema says that it is not to be used any more.
    pub deprecated: bool,
    /// Its methods, in order.
    pub methods: Vec<Method>,
    /// Whether the client connects by itself, which needs tonic's transport.
    pub transport: bool,
}

/// A method of a service.
#[derive(Clone, Debug)]
pub struct Method {
    /// Its name in the schema, which is in its path.
    pub name: String,
    /// The function of the trait.
    pub ident: Ident,
    /// The function of the client, which has others besides.
    pub client: Ident,
    /// The type of the stream that its server answers with, where it is one.
    pub stream: Ident,
    /// Its comment, line by line.
    pub docs: Vec<String>,
    /// Whether its schema says that it is not to be used any more.
    pub deprecated: bool,
    /// The message that it takes, from within a module of its package.
    pub input: TokenStream,
    /// The message that it gives, from within a module of its package.
    pub output: TokenStream,
    /// Whether it takes a stream of messages.
    pub client_streaming: bool,
    /// Whether it gives a stream of messages.
    pub server_streaming: bool,
}

/// The function of a client that connects by itself.
pub const CONNECT: &str = "connect";

/// The other functions of a client that are not methods of its service; a method of one of these names needs another one.
pub const OWN: &[&str] = &[
    "accept_compressed",
    "max_decoding_message_size",
    "max_encoding_message_size",
    "new",
    "options",
    "send_compressed",
    "wire",
    "with_interceptor",
    "with_origin",
];

impl Service {
    fn path(&self, method: &Method) -> String {
        format!("/{}/{}", self.full_name, method.name)
    }

    /// The comment and the attribute of what stands for the service.
    fn head(&self) -> TokenStream {
        head(&self.docs, self.deprecated)
    }
}

/// Lets functions have names whose prefixes say in Rust what they do with `self`, where there are some.
fn conventions<'a>(names: impl IntoIterator<Item = &'a Ident>) -> Option<TokenStream> {
    let is_one = |name: String| {
        let prefixes = ["from_", "into_", "to_"];
        name == "new" || prefixes.iter().any(|prefix| name.starts_with(prefix))
    };
    let mut names = names.into_iter().map(Ident::to_string);
    names.any(is_one).then(
        || quote!(#[allow(clippy::wrong_self_convention, reason = "the schema has the names")]),
    )
}

impl Method {
    /// How the runtime calls such a method.
    fn kind(&self) -> TokenStream {
        match (self.client_streaming, self.server_streaming) {
            (false, false) => quote!(unary),
            (true, false) => quote!(client_streaming),
            (false, true) => quote!(server_streaming),
            (true, true) => quote!(streaming),
        }
    }

    fn head(&self) -> TokenStream {
        head(&self.docs, self.deprecated)
    }
}

fn head(docs: &[String], deprecated: bool) -> TokenStream {
    let (docs, deprecated) = (types::docs(docs), types::deprecated(deprecated));
    quote!(#docs #deprecated)
}
