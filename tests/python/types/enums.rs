//! Enums: closed and open numbers, data, and the members of a oneof.

use everwire::Codec;
use everwire_tests::{sample, values};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use super::Sample;
use super::scalars::Wide;
use crate::told::Told;

#[derive(Codec, Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
#[codec(name = "test.python.Closed")]
pub enum Closed {
    #[default]
    #[codec(0)]
    Draft,
    #[codec(1)]
    Paid,
    #[codec(-5)]
    Lost,
    #[codec(2147483647)]
    Last,
}

#[derive(Codec, Clone, Copy, Debug, Default)]
#[codec(name = "test.python.Open")]
pub enum Open {
    #[default]
    #[codec(0)]
    Red,
    #[codec(1)]
    Green,
    #[codec(-2147483648)]
    Blue,
    #[codec(other)]
    Other(i32),
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Shape")]
pub enum Shape {
    #[codec(1)]
    Nothing,
    #[codec(2)]
    Circle(f64),
    #[codec(3)]
    Rectangle {
        #[codec(1)]
        width: u32,
        #[codec(2)]
        height: u32,
    },
    #[codec(4)]
    Label(String),
    #[codec(300)]
    Group(Vec<Shape>),
}

impl Told for Shape {
    fn told(&self) -> Value {
        match self {
            Self::Nothing => json!({ "Nothing": null }),
            Self::Circle(radius) => json!({ "Circle": radius.told() }),
            Self::Rectangle { width, height } => json!({
                "Rectangle": { "width": width.told(), "height": height.told() },
            }),
            Self::Label(label) => json!({ "Label": label.told() }),
            Self::Group(shapes) => json!({ "Group": shapes.told() }),
        }
    }
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Enums")]
pub struct Enums {
    #[codec(1)]
    pub closed: Closed,
    #[codec(2)]
    pub open: Open,
    #[codec(3)]
    pub perhaps: Option<Closed>,
    #[codec(4)]
    pub many: Vec<Closed>,
    #[codec(5, required)]
    pub shape: Shape,
    #[codec(6)]
    pub no_shape: Option<Shape>,
    #[codec(7)]
    pub shapes: Vec<Shape>,
}

/// What happened to something, as members of the message around it.
#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Event", rename_all = "snake_case")]
pub enum Event {
    #[codec(3)]
    Noted(String),
    #[codec(4)]
    Counted(u64),
    #[codec(6)]
    Weighed(Wide),
}

#[derive(Codec, Clone, Debug)]
#[codec(name = "test.python.Choice")]
pub struct Choice {
    #[codec(1)]
    pub before: String,
    #[codec(oneof(3, 4, 6))]
    pub event: Option<Event>,
    #[codec(5)]
    pub after: i32,
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
        0 => Open::Red,
        1 => Open::Green,
        i32::MIN => Open::Blue,
        number => Open::Other(number),
    })
}

fn shape() -> impl Strategy<Value = Shape> + Clone {
    let leaf = prop_oneof![
        Just(Shape::Nothing),
        values::f64().prop_map(Shape::Circle),
        (values::u32(), values::u32())
            .prop_map(|(width, height)| Shape::Rectangle { width, height }),
        values::text().prop_map(Shape::Label),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        proptest::collection::vec(inner, 0..3).prop_map(Shape::Group)
    })
}

impl Sample for Enums {
    fn edges() -> Vec<Self> {
        let rectangle = |width, height| Shape::Rectangle { width, height };
        let shapes = [
            Shape::Nothing,
            Shape::Circle(0.0),
            Shape::Circle(f64::NEG_INFINITY),
            rectangle(0, 0),
            rectangle(u32::MAX, 1),
            Shape::Label(String::new()),
            Shape::Label("é".to_owned()),
            Shape::Group(Vec::new()),
            Shape::Group(vec![Shape::Nothing, Shape::Group(vec![Shape::Circle(1.5)])]),
        ];
        let numbers = [
            (Closed::Draft, Open::Red),
            (Closed::Paid, Open::Green),
            (Closed::Lost, Open::Blue),
            (Closed::Last, Open::Other(2)),
            (Closed::Draft, Open::Other(-1)),
            (Closed::Draft, Open::Other(i32::MAX)),
        ];
        let at = |(index, shape): (usize, &Shape)| {
            let (closed, open) = numbers[index % numbers.len()];
            Self {
                closed,
                open,
                perhaps: (index > 1).then_some(closed),
                many: vec![closed; index],
                shape: shape.clone(),
                no_shape: (index > 0).then(|| shape.clone()),
                shapes: shapes[..index].to_vec(),
            }
        };
        shapes.iter().enumerate().map(at).collect()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        Self {
            closed: sample(runner, &closed()),
            open: sample(runner, &open()),
            perhaps: sample(runner, &proptest::option::of(closed())),
            many: sample(runner, &values::list(closed())),
            shape: sample(runner, &shape()),
            no_shape: sample(runner, &proptest::option::of(shape())),
            shapes: sample(runner, &values::list(shape())),
        }
    }
}

impl Sample for Choice {
    fn edges() -> Vec<Self> {
        let wide = Wide {
            unsigned: u64::MAX.into(),
            signed: -1,
        };
        let events = [
            None,
            Some(Event::Noted(String::new())),
            Some(Event::Noted("a".to_owned())),
            Some(Event::Counted(0)),
            Some(Event::Counted(u64::MAX)),
            Some(Event::Weighed(Wide {
                unsigned: 0,
                signed: 0,
            })),
            Some(Event::Weighed(wide)),
        ];
        let at = |event| Self {
            before: "b".to_owned(),
            event,
            after: -1,
        };
        events.map(at).to_vec()
    }

    fn drawn(runner: &mut TestRunner) -> Self {
        let event = prop_oneof![
            values::text().prop_map(Event::Noted),
            values::u64().prop_map(Event::Counted),
        ];
        Self {
            before: sample(runner, &values::text()),
            event: sample(runner, &proptest::option::of(event)),
            after: sample(runner, &values::i32()),
        }
    }
}

tells_numbers! {
    Closed { Draft = 0 Paid = 1 Lost = -5 Last = 2147483647 }
    Open { Red = 0 Green = 1 Blue = -2147483648 .. Other }
}

tells_members! {
    Event { Noted: "noted" Counted: "counted" Weighed: "weighed" }
}

tells! {
    Enums { closed open perhaps many shape no_shape shapes }
    Choice { before after ..event }
}
