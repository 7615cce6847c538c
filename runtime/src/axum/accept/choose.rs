//! The choice of a wire.

use super::element::elements;
use super::name::{NAMES, Name};
use super::precedence::Specificity;
use super::range::Range;
use super::weight::Weight;
use crate::Wire;

/// What an answer is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::axum) struct Chosen {
    pub(in crate::axum) wire: Wire,
    pub(in crate::axum) content_type: &'static str,
}

impl From<Wire> for Chosen {
    fn from(wire: Wire) -> Self {
        Self {
            wire,
            content_type: wire.content_type(),
        }
    }
}

/// What a server has to offer.
#[derive(Clone, Copy, Debug)]
pub(in crate::axum) struct Offer<'a, F> {
    /// The wire that goes before all others, if it is among them: the request's own. It is asked for where it makes a difference.
    pub(in crate::axum) own: F,
    /// The wires, the best first.
    pub(in crate::axum) wires: &'a [Wire],
}

impl<F: Fn() -> Option<Wire>> Offer<'_, F> {
    /// The wire that is accepted most, and of those that are accepted alike the server's best; none where none is accepted. `lines` are those of
    /// `Accept`, as often as they are asked for. Without a range that can be read, everything is accepted.
    ///
    /// A wire is wanted as much as that of its names which is wanted most; of names that are wanted alike, the answer has the one that a range has.
    pub(in crate::axum) fn choose<'h, I>(&self, lines: impl Fn() -> I) -> Option<Chosen>
    where
        I: Iterator<Item = &'h [u8]>,
    {
        if let Some(quick) = self.quick(lines()) {
            return Some(quick);
        }
        let mut says = [None; NAMES.len()];
        let mut is_said = false;
        for range in lines().flat_map(elements).filter_map(Range::parse) {
            is_said = true;
            for (name, says) in NAMES.iter().zip(&mut says) {
                if let Some(specificity) = range.applies(&name.media_type)
                    && specificity >= name.least
                {
                    // Of ranges that are alike, the one that wants it more.
                    *says = (*says).max(Some((specificity, range.weight)));
                }
            }
        }
        if !is_said {
            return self.best();
        }
        let mut best: Option<(Weight, Chosen)> = None;
        for wire in self.in_order() {
            if let Some((weight, name)) = of_wire(wire, &says)
                && weight > best.map_or(Weight(0), |(weight, _)| weight)
            {
                let content_type = name.text;
                best = Some((weight, Chosen { wire, content_type }));
            }
        }
        best.map(|(_, chosen)| chosen)
    }

    /// What most requests say: nothing, `*/*`, or one wire's usual name.
    fn quick<'h>(&self, mut lines: impl Iterator<Item = &'h [u8]>) -> Option<Chosen> {
        let line = lines.next();
        if lines.next().is_some() {
            return None;
        }
        let Some(line) = line.filter(|line| *line != b"*/*") else {
            return self.best();
        };
        let mut wires = self.wires.iter().copied();
        let named = wires.find(|wire| wire.content_type().as_bytes() == line);
        named.map(Chosen::from)
    }

    fn best(&self) -> Option<Chosen> {
        self.in_order().next().map(Chosen::from)
    }

    fn in_order(&self) -> impl Iterator<Item = Wire> {
        let own = (self.own)().filter(|own| self.wires.contains(own));
        let others = self.wires.iter().copied();
        own.into_iter()
            .chain(others.filter(move |wire| Some(*wire) != own))
    }
}

/// How much a wire is wanted, and by which of its names.
fn of_wire(
    wire: Wire,
    says: &[Option<(Specificity, Weight)>; NAMES.len()],
) -> Option<(Weight, &'static Name)> {
    let mut best = None;
    for (name, says) in NAMES.iter().zip(says) {
        if let Some((specificity, weight)) = *says
            && name.wire == wire
        {
            let wanted = (weight, matches!(specificity, Specificity::Type(_)));
            if best.is_none_or(|(most, _)| wanted > most) {
                best = Some((wanted, name));
            }
        }
    }
    best.map(|((weight, _), name)| (weight, name))
}
