//! A shop over gRPC: `grpc serve` answers, the other commands ask. Without any, it does both.

use std::error::Error;

use everwire::Wire;
use everwire::tonic::violations;
use grpc::serve;
use grpc::shop::v1::orders_client::OrdersClient;
use grpc::shop::v1::{Line, Order, WatchRequest};
use tokio::net::TcpListener;
use tokio_stream::iter;
use tonic::Code;
use tonic::codec::CompressionEncoding::Gzip;
use tonic::transport::Channel;

const USAGE: &str = "\
usage: grpc                                           a shop and its customers, on every wire
       grpc serve [ADDRESS]                           a shop; 127.0.0.1:50051 by default, port 0 is any that is free
       grpc place URL WIRE CUSTOMER SKU=QUANTITY…     an order, on protobuf, msgpack or json
       grpc list URL WIRE                             all orders";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => show().await,
        ["serve"] => listen("127.0.0.1:50051").await,
        ["serve", address] => listen(address).await,
        ["place", url, wire, customer, ref lines @ ..] => {
            let order = order(customer, lines)?;
            place(&mut connect(url, wire).await?, order).await
        }
        ["list", url, wire] => list(&mut connect(url, wire).await?).await,
        _ => Err(USAGE.into()),
    }
}

async fn listen(address: &str) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    Ok(serve(listener).await?)
}

async fn connect(url: &str, wire: &str) -> Result<OrdersClient<Channel>, Box<dyn Error>> {
    let client = OrdersClient::connect(url.to_owned()).await?;
    Ok(client.wire(wire.parse()?))
}

fn order(customer: &str, lines: &[&str]) -> Result<Order, Box<dyn Error>> {
    let lines = lines.iter().map(|line| {
        let (sku, quantity) = line.split_once('=').ok_or(USAGE)?;
        Ok(Line {
            sku: sku.to_owned(),
            quantity: quantity.parse()?,
            ..Line::default()
        })
    });
    Ok(Order {
        customer: customer.to_owned(),
        lines: lines.collect::<Result<_, Box<dyn Error>>>()?,
        ..Order::default()
    })
}

async fn place(client: &mut OrdersClient<Channel>, order: Order) -> Result<(), Box<dyn Error>> {
    match client.place(order).await {
        Ok(receipt) => {
            let receipt = receipt.into_inner();
            println!("order {}: {} cents", receipt.number, receipt.cents);
        }
        Err(status) if status.code() == Code::InvalidArgument => {
            for violation in violations(&status).iter().flat_map(|all| all.iter()) {
                println!("refused: {violation}");
            }
        }
        Err(status) => return Err(status.into()),
    }
    Ok(())
}

async fn list(client: &mut OrdersClient<Channel>) -> Result<(), Box<dyn Error>> {
    let request = WatchRequest {
        until_now: true,
        ..WatchRequest::default()
    };
    let mut orders = client.watch(request).await?.into_inner();
    while let Some(order) = orders.message().await? {
        println!("{}", everwire::json::to_string(&order)?);
    }
    Ok(())
}

/// All kinds of methods, on every wire.
async fn show() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(serve(listener));
    for wire in Wire::ALL {
        println!("{wire}");
        let client = connect(&url, wire.name()).await?;
        let mut client = client.accept_compressed(Gzip).send_compressed(Gzip);
        place(&mut client, order("Ann", &["TEA-412=2", "MUG-7=1"])?).await?;
        place(&mut client, order("", &["tea=0"])?).await?;

        let orders = [order("Bob", &["MUG-7=1"])?, order("Cleo", &["TEA-412=1"])?];
        let summary = client.import(iter(orders)).await?.into_inner();
        println!("{} orders: {} cents", summary.orders, summary.cents);

        let lines = order("", &["TEA-412=1", "MUG-7=3"])?.lines;
        let mut prices = client.quote(iter(lines)).await?.into_inner();
        while let Some(price) = prices.message().await? {
            println!("{}: {} cents", price.sku, price.cents);
        }
    }
    println!("all orders");
    list(&mut connect(&url, "protobuf").await?).await
}
