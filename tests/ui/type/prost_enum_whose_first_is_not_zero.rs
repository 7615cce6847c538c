use everwire::Codec;

#[derive(Codec, Clone, Copy)]
enum Size {
    #[codec(3)]
    Small,
    #[codec(5)]
    Large,
}

impl TryFrom<i32> for Size {
    type Error = i32;

    fn try_from(number: i32) -> Result<Self, i32> {
        match number {
            3 => Ok(Self::Small),
            5 => Ok(Self::Large),
            _ => Err(number),
        }
    }
}

#[derive(Codec)]
struct Shirt {
    #[prost(enumeration = "Size", required, tag = "1")]
    required: i32,
    #[prost(enumeration = "Size", optional, tag = "2")]
    optional: Option<i32>,
    #[prost(enumeration = "Size", repeated, tag = "3")]
    repeated: Vec<i32>,
    #[prost(enumeration = "Size", tag = "4", default = "Small")]
    preset: i32,
    #[prost(enumeration = "Size", tag = "5")]
    plain: i32,
}

fn main() {}
