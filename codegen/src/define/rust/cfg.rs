//! `cfg`: what is there only in some builds. What is there in tests alone is left out.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, MetaList, Token};

use crate::define::unresolved::Why;

/// When something is there.
pub(super) enum Cfg {
    /// In every build.
    Always,
    /// In no program.
    Never,
    /// In some builds.
    Doubt(Why),
}

impl Cfg {
    /// When what is there only where both are is there.
    pub(super) fn and(self, other: Cfg) -> Cfg {
        match (self, other) {
            (Cfg::Never, _) | (_, Cfg::Never) => Cfg::Never,
            (Cfg::Doubt(why), _) | (_, Cfg::Doubt(why)) => Cfg::Doubt(why),
            (Cfg::Always, Cfg::Always) => Cfg::Always,
        }
    }
}

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Maybe,
}

/// When what has these attributes is there.
pub(super) fn of(attributes: &[Attribute]) -> Cfg {
    among(attributes, Holds::No)
}

fn among(attributes: &[Attribute], in_tests: Holds) -> Cfg {
    let mut found = Cfg::Always;
    for attribute in applied(attributes) {
        let Meta::List(list) = &attribute.meta else {
            continue;
        };
        if list.path.is_ident("cfg") {
            found = found.and(of_condition(list, in_tests));
        } else if let Some((_, inner)) = conditional(list) {
            let cfgs = inner.iter().filter_map(|meta| match meta {
                Meta::List(inner) if inner.path.is_ident("cfg") => Some(inner),
                _ => None,
            });
            for cfg in cfgs {
                if !matches!(of_condition(cfg, in_tests), Cfg::Always) {
                    let why = format!("`cfg({})` decides whether it is there", cfg.tokens);
                    found = found.and(Cfg::Doubt(Why::new(why)));
                }
            }
            if speaks_of_codec(list) {
                let why = "`cfg_attr` decides what it says of `Codec`";
                found = found.and(Cfg::Doubt(Why::new(why)));
            }
        }
    }
    found
}

fn of_condition(cfg: &MetaList, in_tests: Holds) -> Cfg {
    let holds = match cfg.parse_args::<Meta>() {
        Ok(meta) => holds(&meta, in_tests),
        Err(_) => literal(&cfg.tokens.to_string()),
    };
    match holds {
        Holds::Yes => Cfg::Always,
        Holds::No => Cfg::Never,
        Holds::Maybe => Cfg::Doubt(Why::new(format!(
            "`cfg({})` decides whether it is there",
            cfg.tokens
        ))),
    }
}

fn holds(condition: &Meta, in_tests: Holds) -> Holds {
    let list = match condition {
        Meta::Path(path) if path.is_ident("test") => return in_tests,
        Meta::Path(path) => {
            return path
                .get_ident()
                .map_or(Holds::Maybe, |own| literal(&own.to_string()));
        }
        Meta::NameValue(_) => return Holds::Maybe,
        Meta::List(list) => list,
    };
    let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let Ok(parts) = parts else {
        return Holds::Maybe;
    };
    let mut parts = parts.iter().map(|part| holds(part, in_tests));
    let (end, whole) = match list.path.get_ident().map(ToString::to_string).as_deref() {
        Some("all") => (Holds::No, Holds::Yes),
        Some("any") => (Holds::Yes, Holds::No),
        Some("not") => {
            return match parts.next() {
                Some(Holds::Yes) => Holds::No,
                Some(Holds::No) => Holds::Yes,
                Some(Holds::Maybe) | None => Holds::Maybe,
            };
        }
        _ => return Holds::Maybe,
    };
    let mut found = whole;
    for part in parts {
        match part {
            part if part == end => return end,
            Holds::Maybe => found = Holds::Maybe,
            _ => {}
        }
    }
    found
}

fn literal(text: &str) -> Holds {
    match text {
        "true" => Holds::Yes,
        "false" => Holds::No,
        _ => Holds::Maybe,
    }
}

/// The condition of a `cfg_attr`, and what it says where that holds.
fn conditional(list: &MetaList) -> Option<(Meta, Vec<Meta>)> {
    if !list.path.is_ident("cfg_attr") {
        return None;
    }
    let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let mut parts = parts.ok()?.into_iter();
    Some((parts.next()?, parts.collect()))
}

/// The attributes, where a `cfg_attr` that can be decided is what it says.
pub(super) fn applied(attributes: &[Attribute]) -> Vec<Attribute> {
    let mut all = Vec::new();
    for attribute in attributes {
        let list = match &attribute.meta {
            Meta::List(list) => conditional(list).map(|parts| (list, parts)),
            _ => None,
        };
        let Some((list, (condition, inner))) = list else {
            all.push(attribute.clone());
            continue;
        };
        match holds(&condition, Holds::No) {
            Holds::Yes => {
                let inner = inner.into_iter().map(|meta| Attribute {
                    meta,
                    ..attribute.clone()
                });
                all.extend(applied(&inner.collect::<Vec<_>>()));
            }
            // A test may lock what it sees.
            Holds::No if holds(&condition, Holds::Maybe) == Holds::No || !speaks_of_codec(list) => {
            }
            Holds::No | Holds::Maybe => all.push(attribute.clone()),
        }
    }
    all
}

/// What attributes say in some builds only.
pub(super) fn in_some(attributes: &[Attribute]) -> Vec<Meta> {
    let lists = attributes
        .iter()
        .filter_map(|one| one.meta.require_list().ok());
    lists
        .filter_map(conditional)
        .flat_map(|(_, inner)| inner)
        .collect()
}

fn speaks_of_codec(list: &MetaList) -> bool {
    let tokens = list.tokens.to_string();
    let mut words = tokens.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.any(|word| word == "codec" || word == "Codec")
}

/// What the first `cfg` on a field or a variant keeps from being told; a test may lock one that a program does not have.
pub(super) fn of_members(data: &syn::Data) -> Option<Why> {
    let doubt = |name: Option<&syn::Ident>, attributes: &[Attribute]| {
        let why = match among(attributes, Holds::Maybe) {
            Cfg::Always => return None,
            Cfg::Never => "it is there in no build".to_owned(),
            Cfg::Doubt(why) => why.to_string(),
        };
        Some(match name {
            Some(name) => Why::new(format!("`{name}`: {why}")),
            None => Why::new(why),
        })
    };
    let of_fields = |fields: &syn::Fields| {
        let mut fields = fields.iter();
        fields.find_map(|field| doubt(field.ident.as_ref(), &field.attrs))
    };
    match data {
        syn::Data::Struct(data) => of_fields(&data.fields),
        syn::Data::Enum(data) => data.variants.iter().find_map(|variant| {
            let own = doubt(Some(&variant.ident), &variant.attrs);
            own.or_else(|| of_fields(&variant.fields))
        }),
        syn::Data::Union(_) => None,
    }
}
