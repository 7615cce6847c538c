use everwire::Codec;

#[derive(Codec)]
#[codec(name = "cache.Session")]
pub struct Session {
    #[codec(1)]
    pub user: u64,
    #[codec(2)]
    pub role: Role,
}

#[derive(Codec)]
#[codec(name = "cache.Role")]
pub enum Role {
    #[codec(0)]
    Guest,
    #[codec(1)]
    Admin,
}
