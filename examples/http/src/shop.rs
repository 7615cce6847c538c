//! The shop: handlers take and give messages, and know of no wire.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use everwire::axum::{Body, Problem, negotiate};

use crate::messages::{Order, Orders};

/// How long a body may be, in bytes.
const LIMIT: usize = 64 << 10;

/// All orders; the first has the number 1.
type Shop = Arc<Mutex<Vec<Order>>>;

pub fn router() -> Router {
    Router::new()
        .route("/orders", post(create).get(list))
        .route("/orders/{id}", get(read))
        .route_layer(negotiate())
        .layer(DefaultBodyLimit::max(LIMIT))
        .with_state(Shop::default())
}

async fn create(State(shop): State<Shop>, Body(mut order): Body<Order>) -> impl IntoResponse {
    let mut orders = orders(&shop);
    order.id = orders.len() as u64 + 1;
    orders.push(order.clone());
    let location = [(LOCATION, format!("/orders/{}", order.id))];
    (StatusCode::CREATED, location, Body(order))
}

async fn list(State(shop): State<Shop>) -> Body<Orders> {
    let orders = orders(&shop).clone();
    Body(Orders { orders })
}

async fn read(State(shop): State<Shop>, Path(id): Path<u64>) -> Result<Body<Order>, Problem> {
    let order = orders(&shop).iter().find(|order| order.id == id).cloned();
    let none = || Problem::new(StatusCode::NOT_FOUND, format!("there is no order {id}"));
    order.map(Body).ok_or_else(none)
}

fn orders(shop: &Shop) -> MutexGuard<'_, Vec<Order>> {
    shop.lock().unwrap_or_else(PoisonError::into_inner)
}
