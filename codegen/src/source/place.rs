//! Places in schemas: the ids that the model's diagnostics carry, and what is behind them.

use std::collections::HashMap;
use std::rc::Rc;

use everwire_model::model::{At, Diagnostic};
use prost_reflect::{DescriptorPool, FileDescriptor};

use super::text::Texts;
use crate::render::{Finding, Label};

type Span = ((usize, usize), (usize, usize));

/// Every place that was asked for; [`At`] is an index into it, and 0 is nowhere.
#[derive(Debug, Default)]
pub(crate) struct Places {
    places: Vec<Place>,
    spans: HashMap<Rc<str>, HashMap<Vec<i32>, Span>>,
}

#[derive(Debug)]
struct Place {
    file: Rc<str>,
    span: Option<Span>,
}

impl Places {
    /// The places of all files of a pool.
    pub(crate) fn new(pool: &DescriptorPool) -> Self {
        let spans = pool
            .files()
            .map(|file| (file.name().into(), spans(&file)))
            .collect();
        Places {
            places: vec![Place {
                file: "".into(),
                span: None,
            }],
            spans,
        }
    }

    /// The place of a declaration, or of a part of it; `path` is that of `SourceCodeInfo`, and where
    /// the part has no place of its own, what holds it counts.
    pub(crate) fn at(&mut self, file: &str, path: &[i32]) -> At {
        let known = self.spans.get_key_value(file);
        let (file, span) = match known {
            Some((file, spans)) => {
                let mut lengths = (1..=path.len()).rev();
                let span = lengths.find_map(|length| spans.get(&path[..length]).copied());
                (file.clone(), span)
            }
            None => (file.into(), None),
        };
        let index = u32::try_from(self.places.len()).unwrap_or_default();
        self.places.push(Place { file, span });
        At(index)
    }

    /// A place, as it is shown; none for what is nowhere.
    pub(crate) fn label(&self, at: At, texts: &Texts) -> Option<Label> {
        let place = self.places.get(usize::try_from(at.0).ok()?);
        let place = place.filter(|place| !place.file.is_empty())?;
        Some(match place.span {
            Some((start, end)) => texts.place(&place.file, start, end),
            None => texts.whole(&place.file),
        })
    }

    /// A diagnostic of the model as a finding.
    pub(crate) fn finding(&self, diagnostic: &Diagnostic, texts: &Texts) -> Finding {
        let labels = diagnostic.labels.iter().filter_map(|(at, text)| {
            Some(Label {
                text: text.clone(),
                ..self.label(*at, texts)?
            })
        });
        let mut labels: Vec<Label> = labels.collect();
        if let Some(first) = labels
            .first()
            .map(|first| (first.file.clone(), first.span.clone()))
        {
            let mut rest = labels.split_off(1);
            rest.retain(|label| (&label.file, &label.span) != (&first.0, &first.1));
            labels.extend(rest);
        }
        Finding {
            rule: diagnostic.rule.to_owned(),
            message: diagnostic.message.clone(),
            labels,
            help: diagnostic.help.clone(),
            ..Finding::default()
        }
    }
}

fn spans(file: &FileDescriptor) -> HashMap<Vec<i32>, Span> {
    let info = file.file_descriptor_proto().source_code_info.as_ref();
    let locations = info.iter().flat_map(|info| &info.location);
    locations
        .filter_map(|location| {
            let size = |index: usize| usize::try_from(*location.span.get(index)?).ok();
            let start = (size(0)?, size(1)?);
            let end = match location.span.len() {
                3 => (start.0, size(2)?),
                _ => (size(2)?, size(3)?),
            };
            Some((location.path.clone(), (start, end)))
        })
        .collect()
}
