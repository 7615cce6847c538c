//! Types that Google's services share.

mod support;

use edition_2024::googleapis::google::{api, longrunning, rpc, r#type};
use support::every_field_survives;

#[test]
fn every_field_survives_every_wire() {
    every_field_survives::<api::HttpRule>();
    every_field_survives::<api::ResourceDescriptor>();
    every_field_survives::<longrunning::Operation>();
    every_field_survives::<r#type::DateTime>();
    every_field_survives::<rpc::context::AttributeContext>();
    let statuses = every_field_survives::<rpc::Status>();
    assert_eq!(statuses[0].code, i32::MIN);
}
