//! Everwire in services of axum, on connections of this machine: each status, each header, each byte.

mod accepted;
mod bodies;
mod exchange;
mod explicit;
mod limits;
mod media_types;
mod messages;
mod problems;
mod routes;
mod server;
