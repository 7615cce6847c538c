//! What values of enums without data say differently.

use everwire::dynamic::Listed;

use super::super::change::Aspect;
use super::both::{At, Both, less};
use super::counterpart;

impl Both<'_> {
    pub(super) fn values(&mut self, old: &[Listed], new: &[Listed]) {
        for one in old {
            let Some(other) = counterpart(one, old, new) else {
                let at = Some(At::gone(one));
                let text = format!("value {} removed", one.name);
                self.say("value-removed", at, text, Aspect::ValueRemoved(one.number));
                continue;
            };
            let at = Some(At::both(one, other));
            if other.number != one.number {
                let text = format!("number {} -> {}", one.number, other.number);
                let aspect = Aspect::ValueRenumbered(one.number, other.number);
                self.say("value-renumbered", at, text, aspect);
            }
            let aspect = || Aspect::ValueNames(one.number, other.number);
            if other.name != one.name {
                let names = ("name", &*one.name, &*other.name);
                self.say_name("value-renamed", at, names, aspect());
            } else if other.aliases != one.aliases {
                let gone = less(&one.aliases, &other.aliases);
                let come = less(&other.aliases, &one.aliases);
                self.say_list("aliases-changed", at, ("alias", &gone, &come), aspect());
            }
        }
        for one in new
            .iter()
            .filter(|one| counterpart(*one, new, old).is_none())
        {
            let at = Some(At::new(one));
            let text = format!("value {} added", one.name);
            self.say("value-added", at, text, Aspect::ValueAdded(one.number));
        }
    }
}
