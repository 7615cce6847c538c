//! What is reserved.

use crate::check::number_range;
use crate::model::raw;
use crate::model::{Diagnostic, FieldNumber, Removed, Reserved};

pub(super) fn of_message(groups: &[raw::Reserved]) -> Result<Vec<Reserved>, Diagnostic> {
    let mut reserved = Vec::new();
    for group in groups {
        let one_field = group.numbers.len() == 1 && group.names.len() <= 1;
        let name = group.names.first().filter(|_| one_field);
        let mut named = false;
        for range in &group.numbers {
            let (first, last) = range.value;
            match FieldNumber::new(first).filter(|_| first == last) {
                Some(number) => {
                    let slot = group.slot.map(number_range::slot).transpose()?;
                    named = named || name.is_some();
                    reserved.push(Reserved::Field(Removed {
                        number,
                        slot: slot.unwrap_or_else(|| number.slot()),
                        name: name.map(|name| name.value.clone()),
                        ty: group.ty.as_ref().map(|ty| ty.value.clone()),
                    }));
                }
                None => reserved.push(numbers(first, last)),
            }
        }
        if !named {
            reserved.extend(names(group));
        }
    }
    Ok(reserved)
}

pub(super) fn of_enum(groups: &[raw::Reserved]) -> Vec<Reserved> {
    let mut reserved = Vec::new();
    for group in groups {
        let ranges = group.numbers.iter().map(|range| range.value);
        reserved.extend(ranges.map(|(first, last)| numbers(first, last)));
        reserved.extend(names(group));
    }
    reserved
}

fn numbers(first: i128, last: i128) -> Reserved {
    let narrow = |number: i128| {
        let least = i128::from(i64::MIN);
        let most = i128::from(i64::MAX);
        i64::try_from(number.clamp(least, most)).unwrap_or_default()
    };
    Reserved::Numbers {
        first: narrow(first),
        last: narrow(last),
    }
}

fn names(group: &raw::Reserved) -> impl Iterator<Item = Reserved> + '_ {
    group
        .names
        .iter()
        .map(|name| Reserved::Name(name.value.clone()))
}
