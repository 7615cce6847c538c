//! A search on Twitter: long texts of many scripts, nested messages, and much that is absent.

mod borrowed;
mod owned;

use std::error::Error;

use owned::Search;

use super::{Data, Set, Size, document, fill};
use crate::cell::Cells;
use crate::operation::Operation;
use crate::peer;

pub struct Twitter;

impl Set for Twitter {
    const NAME: &'static str = "twitter";

    type Owned = Search;
    type Borrowed<'a> = borrowed::Search<'a>;
    type Keeping = Self::Owned;
    const KEEPS: bool = false;
    type Prost = peer::prost_types::documents::twitter::Search;
    type Buffa = peer::buffa_types::documents::twitter::Search;
    type Quick<'a> = peer::quick::documents_twitter::Search<'a>;
    type QuickOwned = peer::quick_owned::documents_twitter::Search;

    fn make(size: Size) -> Result<Data<Self>, Box<dyn Error>> {
        let Search {
            statuses,
            search_metadata,
        } = document("twitter.json")?;
        let mut statuses = statuses.iter().cycle().cloned();
        fill(
            size,
            || statuses.next(),
            |statuses| Search {
                statuses: statuses.into_iter().flatten().collect(),
                search_metadata: search_metadata.clone(),
            },
        )
    }

    fn derived(
        data: &Data<Self>,
        operation: Operation,
        cells: &mut Cells,
    ) -> Result<(), Box<dyn Error>> {
        cells.add::<Self, peer::SimdJsonDerive>(data, operation)
    }
}
