//! HTTP with axum: bodies on the wire that a request names, and on the one that it accepts.
//!
//! [`Body`] is a message in a request or a response; [`negotiate`] is the layer that chooses the wire of responses. Handlers know of no wire:
//!
//! ```
//! use everwire::{Codec, axum::Body};
//! use http::StatusCode;
//!
//! #[derive(Codec)]
//! struct Order { #[codec(1)] id: u64, #[codec(2, min_len = 1)] customer: String }
//!
//! async fn create(Body(mut order): Body<Order>) -> (StatusCode, Body<Order>) {
//!     order.id = 7;
//!     (StatusCode::CREATED, Body(order))
//! }
//! ```
//!
//! and a route of axum's is one line:
//!
//! ```ignore
//! let app = Router::new().route("/orders", post(create)).route_layer(everwire::axum::negotiate());
//! ```
//!
//! A request passes, in this order:
//!
//! 1. [`negotiate`]: `accept` reads `Accept` and chooses (RFC 9110, section 12.5.1), or the request is [`Refused`] before its handler runs.
//! 2. [`Body`] as an extractor: `content` says on which wire the body is, `collect` reads it within its limits, and it is decoded.
//! 3. The handler.
//! 4. [`Body`] as a response: `exchange` knows what was chosen, `respond` writes it.
//!
//! Whatever is wrong is told as a [`Problem`], which clients can decode too. [`docs::http`](crate::docs::http) is the long page.

mod accept;
mod accepted;
mod body;
mod collect;
mod content;
mod exchange;
mod negotiate;
mod problem;
mod refused;
mod respond;
mod settings;

pub use accepted::Accept;
pub use body::Body;
pub use negotiate::{Negotiate, Negotiated, negotiate};
pub use problem::{Problem, Violation};
pub use refused::Refused;
