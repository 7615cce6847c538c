//! Hooks on types without fields: asked wherever the type stands.

use everwire::{Codec, Violation};

use super::breaks;

fn never<T>(_: &T) -> Result<(), Violation> {
    Err(Violation::new("never", "must not be"))
}

fn paid(status: &Status) -> Result<(), Violation> {
    match status {
        Status::Draft => Err(Violation::new("status.paid", "must be paid")),
        Status::Paid => Ok(()),
    }
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
#[codec(validate = paid)]
enum Status {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
}

#[derive(Codec, Clone, Copy, Debug, PartialEq)]
#[codec(validate = never)]
struct Never;

#[derive(Codec, Clone, Debug, Default, PartialEq)]
struct Holder {
    #[codec(1)]
    status: Option<Status>,
    #[codec(2)]
    list: Vec<Status>,
    #[codec(4)]
    nevers: Vec<Never>,
}

#[test]
fn an_enum_without_data_is_checked_at_the_root() {
    breaks(&Status::Draft, &[": status.paid"]);
    breaks(&Status::Paid, &[]);
}

#[test]
fn a_struct_without_fields_is_checked_at_the_root() {
    breaks(&Never, &[": never"]);
}

#[test]
fn an_enum_without_data_is_checked_as_a_field_and_in_a_list() {
    breaks(
        &Holder {
            status: Some(Status::Draft),
            ..Holder::default()
        },
        &["status: status.paid"],
    );
    breaks(
        &Holder {
            list: vec![Status::Paid, Status::Draft],
            ..Holder::default()
        },
        &["list[1]: status.paid"],
    );
    breaks(&Holder::default(), &[]);
}

#[test]
fn a_struct_without_fields_is_checked_in_a_list() {
    breaks(
        &Holder {
            nevers: vec![Never],
            ..Holder::default()
        },
        &["nevers[0]: never"],
    );
}
