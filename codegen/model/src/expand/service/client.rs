//! The client of a service.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Method, Service, conventions};

/// The client: a struct around the runtime's, with a function for each method. `path` is the module that the runtime has for it.
pub fn client(service: &Service, path: &TokenStream) -> TokenStream {
    let client = format_ident!("{}Client", service.ident);
    let head = service.head();
    let methods = service
        .methods
        .iter()
        .map(|method| function(service, method, path));
    let conventions = conventions(service.methods.iter().map(|method| &method.client));
    let methods = (!service.methods.is_empty()).then(|| {
        quote! {
            #[allow(clippy::missing_errors_doc, reason = "the schema has the comments")]
            #conventions
            impl<T: #path::Transport> #client<T> {
                #(#methods)*
            }
        }
    });
    let connect = service.transport.then(|| {
        quote! {
            impl #client<::tonic::transport::Channel> {
                /// Connects to a server, such as `http://localhost:50051`.
                ///
                /// # Errors
                ///
                /// If the address is none, or nothing answers there.
                pub async fn connect<D>(endpoint: D) -> Result<Self, ::tonic::transport::Error>
                where
                    D: TryInto<::tonic::transport::Endpoint>,
                    D::Error: Into<#path::StdError>,
                {
                    let endpoint = ::tonic::transport::Endpoint::new(endpoint)?;
                    Ok(Self::new(endpoint.connect().await?))
                }
            }
        }
    });
    quote! {
        #head
        #[derive(Clone, Debug)]
        pub struct #client<T> {
            client: #path::Client<T>,
        }

        #connect

        impl<T> #client<T> {
            /// A client that sends its requests through `transport`.
            pub fn new(transport: T) -> Self {
                let client = #path::Client::new(transport);
                Self { client }
            }

            /// A client that sends its requests through `transport`, to the URIs below `origin`.
            pub fn with_origin(transport: T, origin: #path::Uri) -> Self {
                let client = #path::Client::with_origin(transport, origin);
                Self { client }
            }

            /// A client with a function that looks at each request first, and may refuse it.
            pub fn with_interceptor<F: #path::Interceptor>(
                transport: T,
                interceptor: F,
            ) -> #client<#path::InterceptedService<T, F>> {
                #client::new(#path::InterceptedService::new(transport, interceptor))
            }

            /// Sends on a wire, and asks for it.
            #[must_use]
            pub fn wire(self, wire: #path::Wire) -> Self {
                let client = self.client.wire(wire);
                Self { client }
            }

            /// Reads and writes with these options.
            #[must_use]
            pub fn options(self, options: #path::Options<'static>) -> Self {
                let client = self.client.options(options);
                Self { client }
            }

            /// Compresses requests.
            #[must_use]
            pub fn send_compressed(self, encoding: #path::CompressionEncoding) -> Self {
                let client = self.client.send_compressed(encoding);
                Self { client }
            }

            /// Takes answers that are compressed so.
            #[must_use]
            pub fn accept_compressed(self, encoding: #path::CompressionEncoding) -> Self {
                let client = self.client.accept_compressed(encoding);
                Self { client }
            }

            /// Limits how many bytes an answer has; 4 MiB by default.
            #[must_use]
            pub fn max_decoding_message_size(self, limit: usize) -> Self {
                let client = self.client.max_decoding_message_size(limit);
                Self { client }
            }

            /// Limits how many bytes a request has.
            #[must_use]
            pub fn max_encoding_message_size(self, limit: usize) -> Self {
                let client = self.client.max_encoding_message_size(limit);
                Self { client }
            }
        }

        #methods
    }
}

fn function(service: &Service, method: &Method, path: &TokenStream) -> TokenStream {
    let Method {
        client,
        input,
        output,
        ..
    } = method;
    let (head, kind, url) = (method.head(), method.kind(), service.path(method));
    let (request, into) = match method.client_streaming {
        true => (
            quote!(#path::IntoStreamingRequest<Message = #input>),
            quote!(into_streaming_request),
        ),
        false => (quote!(#path::IntoRequest<#input>), quote!(into_request)),
    };
    let output = match method.server_streaming {
        true => quote!(#path::Streaming<#output>),
        false => quote!(#output),
    };
    quote! {
        #head
        pub async fn #client(
            &mut self,
            request: impl #request,
        ) -> Result<#path::Response<#output>, #path::Status> {
            self.client.#kind(request.#into(), #url).await
        }
    }
}
