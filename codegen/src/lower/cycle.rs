//! Which message fields must be boxed: those through which a message would contain itself.
//!
//! Lists and maps are on the heap already, so only singular fields count. A field is boxed if its
//! message and its type lie in one strongly connected component of the graph of such fields.

use std::collections::HashMap;

use prost_reflect::{FieldDescriptor, Kind, MessageDescriptor};

/// The strongly connected component of every message, by full name.
#[derive(Debug, Default)]
pub(super) struct Cycles {
    components: HashMap<String, usize>,
    looping: Vec<bool>,
}

impl Cycles {
    /// Finds the components of the graph that `messages` and their singular fields are.
    pub(super) fn new(messages: &[MessageDescriptor]) -> Self {
        let index: HashMap<&str, usize> = messages
            .iter()
            .enumerate()
            .map(|(index, message)| (message.full_name(), index))
            .collect();
        let edges: Vec<Vec<usize>> = messages
            .iter()
            .map(|message| {
                let targets = message.fields().filter_map(|field| singular(&field));
                targets
                    .filter_map(|target| index.get(target.full_name()).copied())
                    .collect()
            })
            .collect();
        let mut search = Search::new(&edges);
        for node in 0..edges.len() {
            search.visit(node);
        }
        let components = index
            .iter()
            .map(|(name, node)| ((*name).to_owned(), search.component[*node]))
            .collect();
        Cycles {
            components,
            looping: search.looping(),
        }
    }

    /// Whether a message would contain itself through this field.
    pub(super) fn needs_box(&self, field: &FieldDescriptor) -> bool {
        let Some(target) = singular(field) else {
            return false;
        };
        let component = |message: &MessageDescriptor| self.components.get(message.full_name());
        match (component(field.parent_message()), component(&target)) {
            (Some(here), Some(there)) => here == there && self.looping.get(*here) == Some(&true),
            _ => false,
        }
    }
}

fn singular(field: &FieldDescriptor) -> Option<MessageDescriptor> {
    match field.kind() {
        Kind::Message(message) if !field.is_list() && !field.is_map() => Some(message),
        _ => None,
    }
}

const UNSEEN: usize = usize::MAX;

/// Tarjan's algorithm, with a stack of its own.
struct Search<'a> {
    edges: &'a [Vec<usize>],
    order: Vec<usize>,
    low: Vec<usize>,
    component: Vec<usize>,
    open: Vec<usize>,
    visited: usize,
    count: usize,
}

impl<'a> Search<'a> {
    fn new(edges: &'a [Vec<usize>]) -> Self {
        let unseen = vec![UNSEEN; edges.len()];
        Search {
            edges,
            order: unseen.clone(),
            low: unseen.clone(),
            component: unseen,
            open: Vec::new(),
            visited: 0,
            count: 0,
        }
    }

    fn visit(&mut self, start: usize) {
        if self.order[start] != UNSEEN {
            return;
        }
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((node, next)) = path.pop() {
            if let Some(&target) = self.edges[node].get(next) {
                path.push((node, next + 1));
                if self.order[target] == UNSEEN {
                    self.enter(target);
                    path.push((target, 0));
                } else if self.component[target] == UNSEEN {
                    self.low[node] = self.low[node].min(self.order[target]);
                }
                continue;
            }
            if self.low[node] == self.order[node] {
                while let Some(member) = self.open.pop() {
                    self.component[member] = self.count;
                    if member == node {
                        break;
                    }
                }
                self.count += 1;
            }
            if let Some((parent, _)) = path.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.order[node] = self.visited;
        self.low[node] = self.visited;
        self.visited += 1;
        self.open.push(node);
    }

    /// Which components hold an edge between two of their own nodes.
    fn looping(&self) -> Vec<bool> {
        let mut looping = vec![false; self.count];
        for (node, targets) in self.edges.iter().enumerate() {
            for target in targets {
                if self.component[node] == self.component[*target] {
                    looping[self.component[node]] = true;
                }
            }
        }
        looping
    }
}

#[cfg(test)]
mod tests {
    use crate::lower::sample;

    #[test]
    fn only_cycles_of_singular_fields_are_boxed() {
        let pool = sample::pool(
            "message Tree { Tree left = 1; repeated Tree all = 2; map<string, Tree> by_name = 3; Leaf leaf = 4; }
             message Leaf { string text = 1; }
             message A { B b = 1; oneof or { C c = 2; } }
             message B { D d = 1; A a = 2; }
             message C { A a = 1; }
             message D { Leaf leaf = 1; }
             message Above { Tree tree = 1; }",
        );
        let messages: Vec<_> = pool.all_messages().collect();
        let cycles = super::Cycles::new(&messages);
        let boxed: Vec<String> = messages
            .iter()
            .flat_map(|message| message.fields())
            .filter(|field| cycles.needs_box(field))
            .map(|field| field.full_name().to_owned())
            .collect();
        assert_eq!(boxed, ["Tree.left", "A.b", "A.c", "B.a", "C.a"]);
    }
}
