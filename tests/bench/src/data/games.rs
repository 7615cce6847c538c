//! The state of a game: small integers, enums, booleans, optionals.

use std::error::Error;

use fastrand::Rng;

use super::{Data, Set, Size, fill, random, schema};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

use owned::{Ability, Item, Player, Team, Vector, World};
pub use schema::bench::games as owned;

pub struct Games;

impl Set for Games {
    const NAME: &'static str = "games";

    type Owned = World;
    /// Nothing in it can be borrowed.
    type Borrowed<'a> = World;
    type Keeping = peer::keeping::bench::games::World;
    const KEEPS: bool = true;
    type Prost = peer::prost_types::bench::games::World;
    type Buffa = peer::buffa_types::bench::games::World;
    type Quick<'a> = peer::quick::bench_games::World;
    type QuickOwned = peer::quick_owned::bench_games::World;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut rng = random::rng(4);
        fill(size, || player(&mut rng), |players| World { players })
    }

    fn derived(
        data: &Data<Self>,
        operation: Operation,
        cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        cells.add::<Self, peer::SimdJsonDerive>(data, operation)
    }
}

fn player(rng: &mut Rng) -> Player {
    Player {
        id: rng.u32(..100_000),
        team: match rng.u32(..8) {
            0 => Team::None,
            n if n % 2 == 0 => Team::Red,
            _ => Team::Blue,
        },
        health: rng.i32(0..=100),
        armor: rng.u32(0..=100),
        x: rng.i32(-4096..4096),
        y: rng.i32(-4096..4096),
        z: rng.i32(-64..256),
        alive: rng.u32(..10) > 0,
        crouching: rng.bool(),
        flying: rng.u32(..20) == 0,
        target: random::maybe(rng, 40, |rng| rng.u32(..100_000)),
        shield: random::maybe(rng, 20, |rng| rng.i32(0..=50)),
        ability: match rng.u32(..5) {
            0 => Ability::None,
            1 => Ability::Dash,
            2 => Ability::Heal,
            3 => Ability::Shield,
            _ => Ability::Invisibility,
        },
        items: (0..rng.usize(..6)).map(|_| item(rng)).collect(),
        experience: random::small(rng, 30),
        yaw: (rng.f32() * 3600.0).round() / 10.0,
        velocity: Some(vector(rng, 64)),
        waypoint: random::maybe(rng, 30, |rng| vector(rng, 4096)),
    }
}

fn item(rng: &mut Rng) -> Item {
    Item {
        kind: rng.u32(..300),
        count: rng.u32(1..100),
        equipped: rng.u32(..4) == 0,
        durability: random::maybe(rng, 50, |rng| rng.u32(..1000)),
    }
}

fn vector(rng: &mut Rng, bound: i32) -> Vector {
    Vector {
        x: rng.i32(-bound..bound),
        y: rng.i32(-bound..bound),
        z: rng.i32(-bound..bound),
    }
}
