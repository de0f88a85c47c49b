//! How the parts of a compiled fact are written down that serde does not know. It must not know
//! where they are kept.
//!
//! Numbers stand here for rows of the program's tables and for files.

use serde::{Deserialize, Serialize};

use crate::rules;
use crate::source::Span;

/// File, start and end of a [`rules::Place`].
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(in crate::rules) struct Place(pub(super) u32, pub(super) usize, pub(super) usize);

impl From<rules::Place> for Place {
    fn from(place: rules::Place) -> Self {
        Self(place.file, place.span.start, place.span.end)
    }
}

impl From<Place> for rules::Place {
    fn from(Place(file, start, end): Place) -> Self {
        Self { file, span: Span::new(start, end) }
    }
}

/// Built-in predicates, by their numbers.
pub(in crate::rules) mod families {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    use crate::lexicon;

    pub(in crate::rules) fn serialize<S: Serializer>(
        names: &[&'static str],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let number = |name: &&str| lexicon::families().iter().position(|it| it.name == *name);
        serializer.collect_seq(names.iter().map(number))
    }

    pub(in crate::rules) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<&'static str>, D::Error> {
        let numbers = Vec::<Option<usize>>::deserialize(deserializer)?;
        let name = |number: Option<usize>| Some(lexicon::families().get(number?)?.name);
        let names = numbers.into_iter().map(name).collect::<Option<_>>();
        names.ok_or_else(|| D::Error::custom("no such predicate"))
    }
}

/// The key of a column, by its number.
pub(in crate::rules) mod column_key {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use crate::rules::compile::value::{PLACE, VALUE_KEYS};
    use crate::rules::expected::ColumnKey;

    fn keys() -> impl Iterator<Item = ColumnKey> {
        VALUE_KEYS.into_iter().chain([PLACE])
    }

    pub(in crate::rules) fn serialize<S: Serializer>(
        key: &ColumnKey,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        keys().position(|known| known == *key).serialize(serializer)
    }

    pub(in crate::rules) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<ColumnKey, D::Error> {
        let number = Option::<usize>::deserialize(deserializer)?;
        let key = number.and_then(|number| keys().nth(number));
        key.ok_or_else(|| D::Error::custom("no such column"))
    }
}

/// A day of the calendar.
pub(in crate::rules) mod day {
    use jiff::civil::Date;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(in crate::rules) fn serialize<S: Serializer>(
        day: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.map(|day| (day.year(), day.month(), day.day())).serialize(serializer)
    }

    pub(in crate::rules) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        let fields = Option::<(i16, i8, i8)>::deserialize(deserializer)?;
        let day = fields.map(|(year, month, day)| Date::new(year, month, day));
        day.transpose().map_err(D::Error::custom)
    }
}

/// A pattern, as written.
pub(in crate::rules) mod pattern {
    use regex::Regex;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use crate::rules::compile::compiled_pattern;

    pub(in crate::rules) fn serialize<S: Serializer>(
        pattern: &Option<Box<Regex>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        pattern.as_deref().map(Regex::as_str).serialize(serializer)
    }

    pub(in crate::rules) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Box<Regex>>, D::Error> {
        let text = Option::<&str>::deserialize(deserializer)?;
        let pattern = text.map(|text| compiled_pattern(text).map(Box::new));
        pattern.transpose().map_err(D::Error::custom)
    }
}
