use everwire::Codec;

#[derive(Codec)]
enum Status {
    #[codec(0, json_name = "draft")]
    Draft,
}

fn main() {}
