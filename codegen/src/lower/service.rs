//! Services: what their clients and servers are made of.

use std::collections::{BTreeSet, HashSet};

use everwire_model::expand::service::{self, CONNECT, OWN};
use prost_reflect::{MethodDescriptor, ServiceDescriptor};

use super::names::distinct;
use super::path::{ident, snake_name, type_name};
use super::ty::Here;
use super::{Lower, docs};
use crate::engine::{Method, Service};
use crate::options::Options;
use crate::source::Source;

/// A service of the output.
#[derive(Debug)]
pub(crate) struct Declared {
    /// What it is made of.
    pub(crate) service: service::Service,
    /// The module of its client, if it has one.
    pub(crate) client: Option<String>,
    /// The module of its server, if it has one.
    pub(crate) server: Option<String>,
}

/// The services of the files that are generated whole.
pub(super) fn all(source: &Source) -> impl Iterator<Item = ServiceDescriptor> + '_ {
    let files = source.pool.files();
    let roots = files.filter(|file| source.roots.iter().any(|root| root == file.name()));
    roots.flat_map(|file| file.services().collect::<Vec<_>>())
}

/// Those that have a client or a server.
pub(super) fn selected(source: &Source, options: &Options) -> Vec<ServiceDescriptor> {
    let patterns = options.tonic_clients.iter().chain(&options.tonic_servers);
    let is_asked = |service: &ServiceDescriptor| {
        let mut patterns = patterns.clone();
        patterns.any(|pattern| pattern.matches(service.full_name()))
    };
    all(source).filter(is_asked).collect()
}

/// What the services of a run are, for those who generate code of their own.
pub(super) fn told(source: &Source) -> Vec<Service> {
    let services = all(source).map(|service| Service {
        name: service.full_name().to_owned(),
        docs: docs::docs(&service.parent_file(), service.path()),
        methods: service
            .methods()
            .map(|method| Method {
                name: method.name().to_owned(),
                docs: docs::docs(&service.parent_file(), method.path()),
                input: method.input().full_name().to_owned(),
                output: method.output().full_name().to_owned(),
                client_streaming: method.is_client_streaming(),
                server_streaming: method.is_server_streaming(),
            })
            .collect(),
    });
    services.collect()
}

impl Lower<'_> {
    /// A service, for the package in whose modules it stands.
    pub(super) fn service(&self, service: &ServiceDescriptor, modules: &[String]) -> Declared {
        let is_asked = |patterns: &[crate::pattern::Pattern]| {
            let mut patterns = patterns.iter();
            patterns.any(|pattern| pattern.matches(service.full_name()))
        };
        let (client, server) = self.names.service(service.full_name());
        // Types are seen from within the module of the client or the server.
        let mut inner = modules.to_vec();
        inner.push(client.to_owned());
        let methods: Vec<_> = service.methods().collect();
        let functions: Vec<String> = methods.iter().map(|one| snake_name(one.name())).collect();
        let streams: Vec<String> = methods.iter().map(|one| type_name(one.name())).collect();
        let connect = self.options.tonic_transport.then_some(&CONNECT);
        let own = OWN.iter().chain(connect);
        let mut taken = own.map(|own| (*own).to_owned()).collect();
        let clients = distinct(&functions, &mut taken);
        let functions = distinct(&functions, &mut HashSet::new());
        let streams = distinct(&streams, &mut HashSet::new());
        let names = functions.iter().zip(&clients).zip(&streams);
        let methods = methods.iter().zip(names);
        let options = service.service_descriptor_proto().options.as_ref();
        Declared {
            service: service::Service {
                full_name: service.full_name().to_owned(),
                ident: ident(&type_name(service.name())),
                docs: docs::docs(&service.parent_file(), service.path()),
                deprecated: options.is_some_and(|options| options.deprecated()),
                methods: methods
                    .map(|(method, ((function, client), stream))| {
                        self.method(method, [function, client, stream], &inner)
                    })
                    .collect(),
                transport: self.options.tonic_transport,
            },
            client: is_asked(&self.options.tonic_clients).then(|| client.to_owned()),
            server: is_asked(&self.options.tonic_servers).then(|| server.to_owned()),
        }
    }

    fn method(
        &self,
        method: &MethodDescriptor,
        [function, client, stream]: [&str; 3],
        modules: &[String],
    ) -> service::Method {
        let here = Here {
            modules,
            imports: &mut BTreeSet::new(),
        };
        let options = method.method_descriptor_proto().options.as_ref();
        service::Method {
            name: method.name().to_owned(),
            ident: ident(function),
            client: ident(client),
            stream: ident(&format!("{stream}Stream")),
            docs: docs::docs(&method.parent_file(), method.path()),
            deprecated: options.is_some_and(|options| options.deprecated()),
            input: self.named_type(method.input().full_name(), &here),
            output: self.named_type(method.output().full_name(), &here),
            client_streaming: method.is_client_streaming(),
            server_streaming: method.is_server_streaming(),
        }
    }
}
