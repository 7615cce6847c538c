//! The server of a service.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Method, Service, conventions};

/// The server: a trait with a function for each method, and what calls them by their paths. `path` is the module that the runtime has for it.
pub fn server(service: &Service, path: &TokenStream) -> TokenStream {
    let Service {
        ident, full_name, ..
    } = service;
    let server = format_ident!("{ident}Server");
    let methods = format_ident!("{ident}Methods");
    let head = service.head();
    let [send, sync] = ["Send", "Sync"].map(|name| service.marker(name));
    let functions = service
        .methods
        .iter()
        .map(|method| function(service, method, path));
    let conventions = conventions(service.methods.iter().map(|method| &method.ident));
    let server_docs = format!(" A server of `{full_name}`, for tonic's router.");
    let methods_docs = format!(" The methods of `{full_name}`, by their paths.");
    let call = match service.methods.is_empty() {
        true => quote!(call.unimplemented()),
        false => {
            let arms = service.methods.iter().map(|method| arm(service, method));
            quote! {
                match call.path() {
                    #(#arms)*
                    _ => call.unimplemented(),
                }
            }
        }
    };
    quote! {
        /// The full name of the service, which is in the paths of its methods.
        pub const SERVICE_NAME: &str = #full_name;

        #head
        #conventions
        pub trait #ident: #send + #sync + 'static {
            #(#functions)*
        }

        #[doc = #server_docs]
        pub type #server<T> = #path::Server<T, #methods>;

        #[doc = #methods_docs]
        #[derive(Debug)]
        pub struct #methods;

        impl<T: #ident> #path::Methods<T> for #methods {
            const NAME: &'static str = SERVICE_NAME;

            fn call<B: #path::RequestBody>(
                call: #path::Call<T, B>,
            ) -> #path::Answer {
                #call
            }
        }
    }
}

fn function(service: &Service, method: &Method, path: &TokenStream) -> TokenStream {
    let (send, result) = (service.marker("Send"), service.result());
    let Method {
        ident,
        stream,
        input,
        output,
        ..
    } = method;
    let head = method.head();
    let input = match method.client_streaming {
        true => quote!(#path::Streaming<#input>),
        false => quote!(#input),
    };
    let stream_docs = format!(" What [`{ident}`](Self::{ident}) answers with.");
    let stream_type = method.server_streaming.then(|| {
        quote! {
            #[doc = #stream_docs]
            type #stream: #path::Stream<Item = #result<#output, #path::Status>> + #send + 'static;
        }
    });
    let output = match method.server_streaming {
        true => quote!(Self::#stream),
        false => quote!(#output),
    };
    quote! {
        #stream_type

        #head
        fn #ident(
            &self,
            request: #path::Request<#input>,
        ) -> impl ::core::future::Future<
            Output = #result<#path::Response<#output>, #path::Status>,
        > + #send;
    }
}

impl Service {
    /// A marker of the prelude, unless the service's own trait has its name.
    fn marker(&self, name: &str) -> TokenStream {
        let marker = format_ident!("{name}");
        match self.ident == name {
            true => quote!(::core::marker::#marker),
            false => quote!(#marker),
        }
    }

    fn result(&self) -> TokenStream {
        match self.ident == "Result" {
            true => quote!(::core::result::Result),
            false => quote!(Result),
        }
    }
}

fn arm(service: &Service, method: &Method) -> TokenStream {
    let (ident, kind, url) = (&method.ident, method.kind(), service.path(method));
    quote! {
        #url => call.#kind(|service, request| async move { T::#ident(&service, request).await }),
    }
}
