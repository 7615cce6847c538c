//! Structs, tuples, newtypes and generics.

use std::sync::Arc;

use everwire_tests::values::{self, bytes, list, text};
use proptest::strategy::Strategy;

#[derive(everwire::Codec, Clone, Debug, Default, PartialEq)]
pub struct Line {
    #[codec(1)]
    sku: String,
    #[codec(2)]
    quantity: u32,
    #[codec(5)]
    note: Option<String>,
}

#[derive(everwire::Codec, Clone, Debug, Default, PartialEq)]
pub struct Unnumbered {
    first: i32,
    second: Vec<Line>,
    r#type: Option<Line>,
}

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Empty;

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Braces {}

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Id(u64);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Token(Vec<u8>);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Wrapped(Line);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
#[codec(transparent)]
pub struct Named {
    inner: Vec<u32>,
}

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Pair(i32, String);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Numbered(#[codec(1)] i64);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Sparse(#[codec(2)] i64, #[codec(5)] Option<String>);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Page<T> {
    #[codec(1)]
    items: Vec<T>,
    #[codec(2)]
    next: Option<T>,
}

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Both<A, B: Clone>(A, B);

#[derive(everwire::Codec, Clone, Debug, PartialEq)]
pub struct Fixed<T, const N: usize> {
    #[codec(1)]
    cells: [T; N],
}

fn line() -> impl Strategy<Value = Line> + Clone {
    (text(), values::u32(), proptest::option::of(text())).prop_map(|(sku, quantity, note)| Line {
        sku,
        quantity,
        note,
    })
}

fn page<S: Strategy + Clone>(item: S) -> impl Strategy<Value = Page<S::Value>> {
    (list(item.clone()), proptest::option::of(item)).prop_map(|(items, next)| Page { items, next })
}

shapes! {
    a_struct: Line, line();
    a_unit_struct [nil]: Empty, Just(Empty);
    a_boxed_struct: Box<Line>, line().prop_map(Box::new);
    a_newtype: Id, values::u64().prop_map(Id);
    a_tuple_struct: Pair, (values::i32(), text()).prop_map(|(a, b)| Pair(a, b));
    a_tuple: (u32, String), (values::u32(), text());
}

variations! {
    a_struct_without_numbers: Unnumbered,
        (values::i32(), list(line()), proptest::option::of(line())).prop_map(|(first, second, r#type)| Unnumbered { first, second, r#type });
    a_struct_without_fields: Braces, Just(Braces {});
    a_shared_struct: Arc<Line>, line().prop_map(Arc::new);
    a_newtype_of_bytes: Token, bytes().prop_map(Token);
    a_newtype_of_a_struct: Wrapped, line().prop_map(Wrapped);
    a_transparent_struct: Named, list(values::u32()).prop_map(|inner| Named { inner });
    a_numbered_tuple_struct: Numbered, values::i64().prop_map(Numbered);
    a_sparse_tuple_struct: Sparse, (values::i64(), proptest::option::of(text())).prop_map(|(a, b)| Sparse(a, b));
    a_tuple_of_one: (f64,), (values::f64(),);
    a_long_tuple: (u8, i8, bool, char, f32, String, Vec<u8>, Option<u8>, (), [u8; 1], Line, Vec<u64>),
        (values::u8(), values::i8(), any::<bool>(), values::char(), values::f32(), text(), bytes(), proptest::option::of(values::u8()),
         Just(()), any::<[u8; 1]>(), line(), list(values::u64()));
    a_tuple_of_tuples: ((u32, u32), (String, (bool,))), ((values::u32(), values::u32()), (text(), (any::<bool>(),)));
    a_generic_struct: Page<Line>, page(line());
    a_generic_struct_of_bytes: Page<u8>, page(values::u8());
    a_generic_struct_of_itself: Page<Page<String>>,
        list((list(text()), proptest::option::of(text()))).prop_map(|pages| {
            let mut pages: Vec<_> = pages.into_iter().map(|(items, next)| Page { items, next }).collect();
            let next = pages.pop();
            Page { items: pages, next }
        });
    a_generic_tuple_struct: Both<u32, String>, (values::u32(), text()).prop_map(|(a, b)| Both(a, b));
    a_struct_with_a_length: Fixed<u16, 3>, any::<[u16; 3]>().prop_map(|cells| Fixed { cells });
    a_struct_with_a_length_of_bytes: Fixed<u8, 3>, any::<[u8; 3]>().prop_map(|cells| Fixed { cells });
}
