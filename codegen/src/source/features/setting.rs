//! What one declaration sets: `features.…` options, as text or as the numbers of `google.protobuf.FeatureSet`.

use std::collections::BTreeMap;

use super::{EnumType, Features, Json, MessageEncoding, Presence, Repeated, Utf8};

/// The settings of a file's declarations, by their paths in the file's descriptor.
pub(crate) type Overrides = BTreeMap<Vec<i32>, Settings>;

/// The settings of one declaration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// `field_presence`.
    pub(crate) presence: Option<Presence>,
    /// `enum_type`.
    pub(crate) enum_type: Option<EnumType>,
    /// `repeated_field_encoding`.
    pub(crate) repeated: Option<Repeated>,
    /// `utf8_validation`.
    pub(crate) utf8: Option<Utf8>,
    /// `message_encoding`.
    pub(crate) message_encoding: Option<MessageEncoding>,
    /// `json_format`.
    pub(crate) json: Option<Json>,
}

/// Why a setting is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// There is no such feature.
    Feature,
    /// The feature has no such value; here are those that it has.
    Value(Vec<&'static str>),
}

type Feature = (&'static str, i32, &'static [(&'static str, i32)]);

/// The features, their numbers, and the names and numbers of their values.
const FEATURES: &[Feature] = &[
    (
        "field_presence",
        1,
        &[("EXPLICIT", 1), ("IMPLICIT", 2), ("LEGACY_REQUIRED", 3)],
    ),
    ("enum_type", 2, &[("OPEN", 1), ("CLOSED", 2)]),
    (
        "repeated_field_encoding",
        3,
        &[("PACKED", 1), ("EXPANDED", 2)],
    ),
    ("utf8_validation", 4, &[("VERIFY", 2), ("NONE", 3)]),
    (
        "message_encoding",
        5,
        &[("LENGTH_PREFIXED", 1), ("DELIMITED", 2)],
    ),
    ("json_format", 6, &[("ALLOW", 1), ("LEGACY_BEST_EFFORT", 2)]),
    (
        "enforce_naming_style",
        7,
        &[("STYLE2024", 1), ("STYLE_LEGACY", 2)],
    ),
    (
        "default_symbol_visibility",
        8,
        &[
            ("EXPORT_ALL", 1),
            ("EXPORT_TOP_LEVEL", 2),
            ("LOCAL_ALL", 3),
            ("STRICT", 4),
        ],
    ),
];

impl Settings {
    /// Sets a feature by its name and its value's.
    ///
    /// # Errors
    ///
    /// What is not understood.
    pub(crate) fn set(&mut self, feature: &str, value: &str) -> Result<(), Unknown> {
        let (_, number, values) = FEATURES
            .iter()
            .find(|(name, ..)| *name == feature)
            .ok_or(Unknown::Feature)?;
        let (_, value) = values
            .iter()
            .find(|(name, _)| *name == value)
            .ok_or_else(|| Unknown::Value(values.iter().map(|(name, _)| *name).collect()))?;
        self.set_number(*number, *value);
        Ok(())
    }

    /// Sets a feature by its number and its value's. What is not known, or of no consequence here, is passed over.
    pub(crate) fn set_number(&mut self, feature: i32, value: i32) {
        match (feature, value) {
            (1, 1) => self.presence = Some(Presence::Explicit),
            (1, 2) => self.presence = Some(Presence::Implicit),
            (1, 3) => self.presence = Some(Presence::Required),
            (2, 1) => self.enum_type = Some(EnumType::Open),
            (2, 2) => self.enum_type = Some(EnumType::Closed),
            (3, 1) => self.repeated = Some(Repeated::Packed),
            (3, 2) => self.repeated = Some(Repeated::Expanded),
            (4, 2) => self.utf8 = Some(Utf8::Verify),
            (4, 3) => self.utf8 = Some(Utf8::None),
            (5, 1) => self.message_encoding = Some(MessageEncoding::LengthPrefixed),
            (5, 2) => self.message_encoding = Some(MessageEncoding::Delimited),
            (6, 1) => self.json = Some(Json::Allow),
            (6, 2) => self.json = Some(Json::LegacyBestEffort),
            _ => {}
        }
    }

    /// The features where these settings stand, below those of what is around.
    pub(super) fn over(&self, around: Features) -> Features {
        Features {
            presence: self.presence.unwrap_or(around.presence),
            enum_type: self.enum_type.unwrap_or(around.enum_type),
            repeated: self.repeated.unwrap_or(around.repeated),
            utf8: self.utf8.unwrap_or(around.utf8),
            message_encoding: self.message_encoding.unwrap_or(around.message_encoding),
            json: self.json.unwrap_or(around.json),
        }
    }
}

/// The names of all features.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    FEATURES.iter().map(|(name, ..)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::features::Edition;

    #[test]
    fn settings_win_over_what_is_around() {
        let mut settings = Settings::default();
        settings.set("enum_type", "CLOSED").unwrap();
        settings.set("default_symbol_visibility", "STRICT").unwrap();
        let around = Features::new(Edition::Edition2023);
        assert_eq!(
            settings.over(around),
            Features {
                enum_type: EnumType::Closed,
                ..around
            }
        );
        assert_eq!(settings.set("enum", "CLOSED"), Err(Unknown::Feature));
        assert_eq!(
            settings.set("enum_type", "SHUT"),
            Err(Unknown::Value(vec!["OPEN", "CLOSED"]))
        );
    }
}
