//! Enums: open and closed, and with data.

use everwire_tests::values::{self, bytes, list, text};
use proptest::strategy::Strategy;

#[derive(everwire::Codec, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closed {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(-5)]
    Lost,
    #[codec(2147483647)]
    Last,
}

#[derive(everwire::Codec, Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutZero {
    #[codec(1)]
    One,
    #[codec(300)]
    Many,
}

#[derive(everwire::Codec, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(other)]
    Other(i32),
}

#[derive(everwire::Codec, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discriminants {
    A,
    B = 5,
    C,
}

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub enum Shape {
    #[codec(1)]
    Nothing,
    #[codec(2)]
    Circle(f64),
    #[codec(3)]
    Rectangle {
        #[codec(1)]
        width: f64,
        #[codec(2)]
        height: f64,
    },
    #[codec(4)]
    Label(String),
    #[codec(5)]
    Points(Vec<(i32, i32)>),
    #[codec(7)]
    Pair(i32, String),
    #[codec(300)]
    Nested(Box<Shape>),
    #[codec(301)]
    Raw(Vec<u8>),
    #[codec(302)]
    Colour(Open),
}

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub enum Unnumbered<T> {
    Nothing,
    One(T),
    Two(T, T),
    Named { value: T },
}

fn closed() -> impl Strategy<Value = Closed> + Clone {
    proptest::sample::select(vec![
        Closed::Draft,
        Closed::Paid,
        Closed::Lost,
        Closed::Last,
    ])
}

fn open() -> impl Strategy<Value = Open> + Clone {
    values::i32().prop_map(|number| match number {
        0 => Open::Draft,
        1 => Open::Paid,
        other => Open::Other(other),
    })
}

fn shape() -> impl Strategy<Value = Shape> + Clone {
    use proptest::prelude::*;
    let leaf = prop_oneof![
        Just(Shape::Nothing),
        values::f64().prop_map(Shape::Circle),
        (values::f64(), values::f64())
            .prop_map(|(width, height)| Shape::Rectangle { width, height }),
        text().prop_map(Shape::Label),
        list((values::i32(), values::i32())).prop_map(Shape::Points),
        (values::i32(), text()).prop_map(|(a, b)| Shape::Pair(a, b)),
        bytes().prop_map(Shape::Raw),
        open().prop_map(Shape::Colour),
    ];
    leaf.prop_recursive(4, 8, 1, |inner| {
        inner.prop_map(|inner| Shape::Nested(Box::new(inner)))
    })
}

fn unnumbered() -> impl Strategy<Value = Unnumbered<u32>> + Clone {
    use proptest::prelude::*;
    prop_oneof![
        Just(Unnumbered::Nothing),
        values::u32().prop_map(Unnumbered::One),
        (values::u32(), values::u32()).prop_map(|(a, b)| Unnumbered::Two(a, b)),
        values::u32().prop_map(|value| Unnumbered::Named { value }),
    ]
}

shapes! {
    a_closed_enum: Closed, closed();
    an_open_enum: Open, open();
    an_enum_with_data [required]: Shape, shape();
}

variations! {
    a_closed_enum_without_zero [required]: WithoutZero,
        proptest::sample::select(vec![WithoutZero::One, WithoutZero::Many]);
    an_enum_by_discriminants: Discriminants,
        proptest::sample::select(vec![Discriminants::A, Discriminants::B, Discriminants::C]);
    an_enum_with_data_without_numbers [required]: Unnumbered<u32>, unnumbered();
    a_boxed_enum_with_data [required]: Box<Shape>, shape().prop_map(Box::new);
    a_list_of_closed_enums: Vec<Closed>, list(closed());
    a_list_of_open_enums: Vec<Open>, list(open());
    a_list_of_enums_with_data: Vec<Shape>, list(shape());
    a_list_of_optional_enums_with_data: Vec<Option<Shape>>, list(proptest::option::of(shape()));
    a_tuple_of_enums: (Closed, Open), (closed(), open());
}
