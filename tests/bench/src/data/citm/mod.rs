//! A catalogue of concerts: many small messages, and maps keyed by integers.

mod borrowed;
mod owned;

use std::collections::BTreeMap;
use std::error::Error;

use owned::Catalog;

use super::{Data, Set, Size, document, fill};
use crate::peer;

/// simd-json's derive has no maps keyed by integers.
pub struct Citm;

impl Set for Citm {
    const NAME: &'static str = "citm";
    const INTEGER_KEYS: bool = true;

    type Owned = Catalog;
    type Borrowed<'a> = borrowed::Catalog<'a>;
    type Keeping = Self::Owned;
    const KEEPS: bool = false;
    type Prost = peer::prost_types::documents::citm::Catalog;
    type Buffa = peer::buffa_types::documents::citm::Catalog;
    type Quick<'a> = peer::quick::documents_citm::Catalog<'a>;
    type QuickOwned = peer::quick_owned::documents_citm::Catalog;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let mut catalog: Catalog = document("citm_catalog.json")?;
        if size == Size::Small {
            shorten(&mut catalog, 8);
        }
        let performances = std::mem::take(&mut catalog.performances);
        let mut performances = performances.iter().cycle().cloned();
        fill(
            size,
            || performances.next(),
            |performances| Catalog {
                performances: performances.into_iter().flatten().collect(),
                ..catalog.clone()
            },
        )
    }
}

/// Leaves so many entries in each map.
fn shorten(catalog: &mut Catalog, count: usize) {
    fn first<K: Ord, V>(map: &mut BTreeMap<K, V>, count: usize) {
        *map = std::mem::take(map).into_iter().take(count).collect();
    }
    first(&mut catalog.area_names, count);
    first(&mut catalog.audience_sub_category_names, count);
    first(&mut catalog.block_names, count);
    first(&mut catalog.events, count);
    first(&mut catalog.seat_category_names, count);
    first(&mut catalog.sub_topic_names, count);
    first(&mut catalog.subject_names, count);
    first(&mut catalog.topic_names, count);
    first(&mut catalog.topic_sub_topics, count);
    first(&mut catalog.venue_names, count);
}
