//! The service: what becomes of requests. Rules are checked before they come here.

use std::pin::Pin;
use std::sync::Mutex;

use tokio::sync::broadcast;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt, iter};
use tonic::{Request, Response, Status, Streaming};

use crate::shop::v1::orders_server::Orders;
use crate::shop::v1::{Line, Order, Price, Receipt, Summary, WatchRequest};

/// What was ordered, and who waits for more.
#[derive(Debug)]
pub struct Store {
    orders: Mutex<Vec<Order>>,
    news: broadcast::Sender<Order>,
}

impl Default for Store {
    fn default() -> Self {
        Self {
            orders: Mutex::default(),
            news: broadcast::channel(64).0,
        }
    }
}

/// Each letter and digit of a name costs something.
fn price(line: &Line) -> u64 {
    let unit: u64 = line.sku.bytes().map(u64::from).sum();
    unit * u64::from(line.quantity)
}

fn total(order: &Order) -> u64 {
    order.lines.iter().map(price).sum()
}

impl Store {
    /// Keeps an order; its number.
    fn take(&self, order: Order) -> Result<u64, Status> {
        let lost = |_| Status::internal("the orders are lost");
        let mut orders = self.orders.lock().map_err(lost)?;
        orders.push(order.clone());
        // Nobody may be listening.
        let _ = self.news.send(order);
        Ok(orders.len() as u64)
    }
}

impl Orders for Store {
    async fn place(&self, request: Request<Order>) -> Result<Response<Receipt>, Status> {
        let order = request.into_inner();
        let cents = total(&order);
        let number = self.take(order)?;
        Ok(Response::new(Receipt {
            number,
            cents,
            ..Receipt::default()
        }))
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<Order, Status>> + Send>>;

    async fn watch(
        &self,
        request: Request<WatchRequest>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        let lost = |_| Status::internal("the orders are lost");
        let orders = self.orders.lock().map_err(lost)?;
        let news = BroadcastStream::new(self.news.subscribe());
        let before = iter(orders.clone()).map(Ok);
        if request.get_ref().until_now {
            return Ok(Response::new(Box::pin(before)));
        }
        let news = news.map(|order| {
            order.map_err(|_| Status::data_loss("there were more orders than were taken"))
        });
        Ok(Response::new(Box::pin(before.chain(news))))
    }

    async fn import(
        &self,
        request: Request<Streaming<Order>>,
    ) -> Result<Response<Summary>, Status> {
        let mut orders = request.into_inner();
        let mut summary = Summary::default();
        while let Some(order) = orders.message().await? {
            summary.orders += 1;
            summary.cents += total(&order);
            self.take(order)?;
        }
        Ok(Response::new(summary))
    }

    type QuoteStream = Pin<Box<dyn Stream<Item = Result<Price, Status>> + Send>>;

    async fn quote(
        &self,
        request: Request<Streaming<Line>>,
    ) -> Result<Response<Self::QuoteStream>, Status> {
        let prices = request.into_inner().map(|line| {
            let line = line?;
            Ok(Price {
                cents: price(&line),
                sku: line.sku,
                ..Price::default()
            })
        });
        Ok(Response::new(Box::pin(prices)))
    }
}
