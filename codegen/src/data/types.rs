//! The schemas of a project's types.

use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use everwire::dynamic::{Definition, Types};
use everwire::{Schema, schema::Dialect};

use crate::define;
use crate::lock::Lock;
use crate::lock::file::{self, failed};
use crate::options::Options;
use crate::render::{Failure, Report};

/// The types that sources declare, or that a generation of a lock had.
pub(crate) struct Known {
    types: BTreeMap<String, Vec<Definition>>,
    /// What is wrong with the sources, or not told by them.
    report: Report,
    /// The other generations, where each envelope says its own.
    history: Option<History>,
}

/// A lock, and its generations as far as they were asked for.
struct History {
    lock: Lock,
    path: PathBuf,
    read: RefCell<BTreeMap<u32, Rc<Known>>>,
}

impl Known {
    /// Reads sources.
    ///
    /// # Errors
    ///
    /// What kept the run from being made, such as a file that cannot be read.
    pub(crate) fn read(options: &Options, sources: &[PathBuf]) -> Result<Self, Failure> {
        let project = define::project(options, sources)?;
        let report = Report {
            findings: project.all_findings(),
            texts: project.texts,
        };
        let definitions = project.types.into_iter().map(|one| one.definition);
        Ok(Known::of(definitions, report))
    }

    /// Reads a generation of a lock by its number or label; or the newest, and for envelopes those that they say.
    ///
    /// # Errors
    ///
    /// If the lock cannot be read, or has no such generation.
    pub(crate) fn locked(path: &Path, generation: Option<&str>) -> Result<Self, Failure> {
        let (lock, _) = file::read(path)?;
        let number = match generation {
            Some(label) => lock.find(label).ok_or_else(|| {
                Failure::run(
                    format!("the lock has no generation `{label}`"),
                    "name one by its number or label, as the lock lists them",
                )
            })?,
            None => lock.newest(),
        };
        let definitions = lock
            .definitions(number)
            .map_err(|fault| failed(&fault, path))?;
        let history = generation.is_none().then(|| History {
            lock,
            path: path.to_owned(),
            read: RefCell::default(),
        });
        Ok(Known {
            history,
            ..Known::of(definitions, Report::default())
        })
    }

    /// The types of the generation that sealed an envelope, if that is another one and had its type: a type's version is the generation that changed
    /// it last.
    ///
    /// # Errors
    ///
    /// If the generation cannot be read.
    pub(crate) fn sealed(&self, id: u64, version: u32) -> Result<Option<Rc<Known>>, Failure> {
        let Some(history) = &self.history else {
            return Ok(None);
        };
        // Nothing says more of what is unversioned, or newer than the lock, than the newest generation.
        if version >= history.lock.newest() || !history.lock.generations.contains_key(&version) {
            return Ok(None);
        }
        let mut read = history.read.borrow_mut();
        let known = match read.entry(version) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let definitions = history.lock.definitions(version);
                let definitions = definitions.map_err(|fault| failed(&fault, &history.path))?;
                place.insert(Rc::new(Known::of(definitions, Report::default())))
            }
        };
        Ok(known.by_id(id).is_some().then(|| Rc::clone(known)))
    }

    fn of(definitions: impl IntoIterator<Item = Definition>, report: Report) -> Self {
        let mut types: BTreeMap<String, Vec<Definition>> = BTreeMap::new();
        for one in definitions {
            types.entry(one.full_name()).or_default().push(one);
        }
        Known {
            types,
            report,
            history: None,
        }
    }

    /// The schema of a type, which writes the JSON that is asked for where it is the root.
    ///
    /// # Errors
    ///
    /// If no type has that name, or more than one; or if the sources do not tell it.
    pub(crate) fn schema(
        &self,
        name: &str,
        json: Option<Dialect>,
    ) -> Result<&'static Schema, Failure> {
        let mut definitions = Vec::new();
        let mut open = vec![name.to_owned()];
        let mut seen = BTreeSet::new();
        while let Some(next) = open.pop() {
            if !seen.insert(next.clone()) {
                continue;
            }
            let definition = match self.types.get(&next).map(Vec::as_slice) {
                Some([one]) => one,
                Some(_) => {
                    return Err(Failure::run(
                        format!("`{next}` is the name of more than one type"),
                        "give each a name of its own, or name fewer sources",
                    ));
                }
                None => return Err(self.missing(&next)),
            };
            definition.each_name(&mut |held| open.push(held.to_owned()));
            definitions.push(definition.clone());
        }
        if let (Some(json), Some(root)) = (json, definitions.first_mut()) {
            root.json = json;
        }
        let help = "mend the type in its source";
        let types = Types::load(&definitions).map_err(|error| Failure::run(error, help))?;
        types.get(name).ok_or_else(|| self.missing(name))
    }

    /// The name of the type that has this id, by its full name or a former one.
    pub(crate) fn by_id(&self, id: u64) -> Option<&str> {
        let mut types = self.types.iter();
        types
            .find(|(_, all)| all.iter().any(|one| one.has_type_id(id)))
            .map(|(name, _)| name.as_str())
    }

    fn missing(&self, name: &str) -> Failure {
        if !self.report.findings.is_empty() {
            return Failure::Findings(self.report.clone());
        }
        let own = name.rsplit('.').next().unwrap_or(name);
        let mut names = self.types.keys();
        let near = names.find(|known| known.rsplit('.').next() == Some(own));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                "give the full name, such as `shop.v1.Order`, of a type in the sources".to_owned()
            }
        };
        Failure::run(format!("there is no type `{name}`"), help)
    }
}
