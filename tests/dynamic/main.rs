//! Values whose schema is data: what one can do with them, and what is told where they do not fit. That their bytes and errors are those of
//! the types is tested wherever a type is (`everwire_tests::twin`).

mod loaded;
mod refused;
mod values;
