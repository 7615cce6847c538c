//! gRPC: our clients and servers, with each other and with those of prost, over connections of this machine.

mod bodies;
mod content;
mod kinds;
mod limits;
mod peers;
mod server;
mod stubs;
mod violations;
