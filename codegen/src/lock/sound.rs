//! Whether what a generation said makes definitions that can be loaded, and which fact keeps it from that.

use everwire::dynamic::{Definition, Types};

use super::fault::{BY_HAND, MERGED, NEWER};
use super::read::Unread;
use super::{Fault, Lock};

impl Lock {
    /// What facts that make no definition are told as.
    pub(super) fn unread(&self, why: &Unread<'_>, generation: u32) -> Fault {
        match *why {
            Unread::Fact(fact) => {
                let help = if fact.is_known() { BY_HAND } else { NEWER };
                let message = format!("`{}` says nothing of {}", short(&fact.text), fact.about());
                Fault::new(fact.line, message, help)
            }
            Unread::Number(fact) => {
                let message = format!("{} has no number that a wire can have", fact.about());
                Fault::new(fact.line, message, BY_HAND)
            }
            Unread::Without(fact, key) => {
                let (what, number) = match key {
                    "kind" => (format!("`{}`", fact.type_name), None),
                    _ => (fact.about(), fact.number),
                };
                let of_it = self.of(&fact.type_name).iter();
                let mut keys = of_it.filter(|one| one.number == number && one.key() == key);
                // One branch removed it, and another said something more of it.
                if let Some(to) = keys.find_map(|one| one.to.filter(|to| *to < generation)) {
                    let message = format!(
                        "{what} is gone since generation {}, and generation {generation} says `{}` of it",
                        to + 1,
                        short(&fact.text)
                    );
                    return Fault::new(fact.line, message, MERGED);
                }
                let key = match key {
                    "kind" => "line that says what it is, such as `message`".to_owned(),
                    key => format!("line `{key} …`"),
                };
                Fault::new(fact.line, format!("{what} has no {key}"), BY_HAND)
            }
        }
    }

    /// Whether definitions go together: a proof of those that do not would find nothing.
    pub(super) fn check_loads(
        &self,
        definitions: &[Definition],
        generation: u32,
    ) -> Result<(), Fault> {
        let Err(refused) = Types::load(definitions) else {
            return Ok(());
        };
        let message = refused.to_string();
        let facts = self.of(refused.type_name()).iter();
        let facts = || facts.clone().filter(|fact| fact.is_said(generation));
        // What of it is wrong, where that has a name: a member, or a type that it holds.
        let named = refused.why().split('`').nth(1);
        let fact = named
            .and_then(|name| facts().find(|fact| fact.text.contains(name)))
            .or_else(|| facts().next());
        let line = fact.map_or(0, |fact| fact.line);
        let is_gone = named.is_some_and(|name| !self.of(name).is_empty());
        let help = match (line, is_gone) {
            (0, _) => "mend the type in its source",
            (_, true) => MERGED,
            (_, false) => BY_HAND,
        };
        Err(Fault::new(line, message, help))
    }
}

/// The beginning of a text.
fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
