//! What a route gives to hooks.

use std::sync::Arc;

use axum::Router;
use axum::routing::post;
use everwire::axum::{Body, negotiate};
use everwire::validate::Context;
use everwire::{Codec, Options, Violation};

use crate::server::Server;

struct Catalog {
    skus: Vec<String>,
}

#[derive(Codec, Clone, Debug, PartialEq)]
#[codec(name = "shop.v1.Item")]
struct Item {
    #[codec(1, validate = is_sold)]
    sku: String,
}

fn is_sold(sku: &String, context: &Context) -> Result<(), Violation> {
    let catalog: &Catalog = context.require()?;
    match catalog.skus.contains(sku) {
        true => Ok(()),
        false => Err(Violation::new("item.sku", "must be in the catalog")),
    }
}

async fn echo(item: Body<Item>) -> Body<Item> {
    item
}

#[test]
fn hooks_are_given_the_context_of_their_route() {
    let catalog = |sku: &str| {
        Arc::new(Catalog {
            skus: vec![sku.to_owned()],
        })
    };
    let strict = Options::new().reject_unknown(true);
    let teas = negotiate().context(catalog("TEA")).options(strict);
    let router = Router::new()
        .route("/teas", post(echo).layer(teas))
        .route(
            "/cups",
            post(echo).layer(negotiate().context(catalog("CUP"))),
        )
        .route("/none", post(echo))
        .route_layer(negotiate());
    let server = Server::start(router);
    let send = |path: &str, json: &str| {
        let line = format!("POST {path}");
        server.send(
            &line,
            &[("Content-Type", "application/json")],
            json.as_bytes(),
        )
    };
    for (path, other) in [("/teas", "CUP"), ("/cups", "TEA")] {
        let own = if other == "CUP" { "TEA" } else { "CUP" };
        let json = format!("{{\"sku\":\"{own}\"}}");
        assert_eq!(String::from_utf8(send(path, &json).body).unwrap(), json);
        let problem = send(path, &format!("{{\"sku\":\"{other}\"}}")).problem(422);
        assert_eq!(problem.violations[0].rule_id, "item.sku");
        assert_eq!(problem.violations[0].path, "sku");
    }
    let problem = send("/none", "{\"sku\":\"TEA\"}").problem(422);
    assert_eq!(problem.violations[0].rule_id, "context.missing");

    // Options are of their route, too.
    let unknown = "{\"sku\":\"TEA\",\"size\":3}";
    assert_eq!(send("/teas", unknown).problem(400).offset, Some(13));
    assert_eq!(send("/cups", &unknown.replace("TEA", "CUP")).status, 200);
}
