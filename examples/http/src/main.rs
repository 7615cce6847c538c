//! A shop over HTTP: orders are posted and read as JSON, MessagePack or protobuf.
//!
//! `http-shop [ADDRESS]` listens on `127.0.0.1:8080`, unless another is given; port 0 is any that is free.

mod messages;
mod shop;

use std::env;
use std::io::{self, Write};

use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    let address = env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:8080")).await?;
    println!("listening on http://{}", listener.local_addr()?);
    io::stdout().flush()?;
    axum::serve(listener, shop::router()).await
}
