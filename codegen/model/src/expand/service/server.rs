//! The server of a service.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Method, Service};

/// The server: a trait with a function for each method, and what calls them by their paths. `path` is the module that the runtime has for it.
pub fn server(service: &Service, path: &TokenStream) -> TokenStream {
    let Service {
        ident, full_name, ..
    } = service;
    let server = format_ident!("{ident}Server");
    let methods = format_ident!("{ident}Methods");
    let head = service.head();
    let functions = service.methods.iter().map(|method| function(method, path));
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
        #head
        pub trait #ident: Send + Sync + 'static {
            #(#functions)*
        }

        #[doc = #server_docs]
        pub type #server<T> = #path::Server<T, #methods>;

        #[doc = #methods_docs]
        #[derive(Debug)]
        pub struct #methods;

        impl<T: #ident> #path::Methods<T> for #methods {
            const NAME: &'static str = #full_name;

            fn call<B: #path::RequestBody>(
                call: #path::Call<T, B>,
            ) -> #path::Answer {
                #call
            }
        }
    }
}

fn function(method: &Method, path: &TokenStream) -> TokenStream {
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
            type #stream: #path::Stream<Item = Result<#output, #path::Status>> + Send + 'static;
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
            Output = Result<#path::Response<#output>, #path::Status>,
        > + Send;
    }
}

fn arm(service: &Service, method: &Method) -> TokenStream {
    let (ident, kind, url) = (&method.ident, method.kind(), service.path(method));
    quote! {
        #url => call.#kind(|service, request| async move { T::#ident(&service, request).await }),
    }
}
