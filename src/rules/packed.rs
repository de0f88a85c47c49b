//! The compiled form of rule files as bytes, so that a later run need not read the files again, and
//! how the parts of it are written down that serde does not know.
//!
//! Numbers stand here for rows of the program's tables and for files: whoever keeps the bytes names
//! them by the rule files, byte for byte, and by the program. It must not know where they are kept.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Fact, FactBook, RuleProblem, Subject};
use crate::source::{Source, Span};

/// A book without its files.
#[derive(Serialize, Deserialize)]
struct Packed<'b> {
    /// The `topic:` of each file.
    topics: Vec<Option<Cow<'b, str>>>,
    subjects: Cow<'b, [Subject]>,
    facts: Cow<'b, [Fact]>,
    warnings: Vec<Warning>,
}

/// A problem that does not stop the check.
#[derive(Serialize, Deserialize)]
struct Warning {
    place: Place,
    /// An index into [`CODES`].
    code: usize,
    message: String,
    help: Option<String>,
    related: Option<(Place, String)>,
}

/// The codes of warnings. A book with any other is not packed.
const CODES: [&str; 9] = [
    "contradiction",
    "empty-file",
    "foreign-key",
    "key-in-list",
    "misspelt-predicate",
    "no-facts",
    "overlapping-rows",
    "shared-name",
    "yaml-syntax",
];

/// The compiled form of a book as [`load`](super::load) gives it; nothing when one of the problems is
/// an error, so that there is nothing to be checked with it.
pub fn pack(book: &FactBook, problems: &[RuleProblem]) -> Option<Vec<u8>> {
    let mut topics = vec![None; book.files.len()];
    for fact in &book.facts {
        topics[fact.id_place.file as usize] = fact.topic.as_deref().map(Cow::Borrowed);
    }
    let warnings = problems.iter().map(|problem| Warning::of(problem, &book.files));
    let packed = Packed {
        topics,
        subjects: Cow::Borrowed(&book.subjects),
        facts: Cow::Borrowed(&book.facts),
        warnings: warnings.collect::<Option<_>>()?,
    };
    postcard::to_allocvec(&packed).ok()
}

/// What [`pack`] was given, made of the same files.
///
/// # Errors
/// The files, when the bytes are not what [`pack`] made.
pub fn unpack(
    bytes: &[u8],
    files: Vec<Source>,
) -> Result<(FactBook, Vec<RuleProblem>), Vec<Source>> {
    let Ok(packed) = postcard::from_bytes::<Packed<'_>>(bytes) else { return Err(files) };
    let n_files = files.len();
    let is_known = |place: &super::Place| (place.file as usize) < n_files;
    let mut facts = packed.facts.into_owned();
    if packed.topics.len() != n_files || !facts.iter().all(|fact| is_known(&fact.id_place)) {
        return Err(files);
    }
    let topics: Vec<Option<Arc<str>>> =
        packed.topics.into_iter().map(|topic| topic.map(Arc::from)).collect();
    for fact in &mut facts {
        fact.topic.clone_from(&topics[fact.id_place.file as usize]);
    }
    let files: Vec<Arc<Source>> = files.into_iter().map(Arc::new).collect();
    let problems = packed.warnings.into_iter().filter_map(|it| it.problem(&files)).collect();
    Ok((FactBook { files, facts, subjects: packed.subjects.into_owned() }, problems))
}

impl Warning {
    fn of(problem: &RuleProblem, files: &[Arc<Source>]) -> Option<Self> {
        let place = |file: &Arc<Source>, span: Span| {
            let file = files.iter().position(|known| Arc::ptr_eq(known, file))?;
            Some(Place(u32::try_from(file).ok()?, span.start, span.end))
        };
        let related = match &problem.related {
            Some((file, span, label)) => Some((place(file, *span)?, label.clone())),
            None => None,
        };
        let code = CODES.iter().position(|code| *code == problem.code);
        Some(Self {
            place: place(&problem.file, problem.span)?,
            code: code.filter(|_| problem.warning)?,
            message: problem.message.clone(),
            help: problem.help.clone(),
            related,
        })
    }

    fn problem(self, files: &[Arc<Source>]) -> Option<RuleProblem> {
        let place = |Place(file, start, end)| {
            Some((Arc::clone(files.get(file as usize)?), Span::new(start, end)))
        };
        let (file, span) = place(self.place)?;
        let related = self.related.and_then(|(at, label)| {
            let (file, span) = place(at)?;
            Some((file, span, label))
        });
        Some(RuleProblem {
            file,
            span,
            code: CODES.get(self.code)?,
            message: self.message,
            help: self.help,
            related,
            warning: true,
        })
    }
}

/// File, start and end of a [`super::Place`].
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(super) struct Place(u32, usize, usize);

impl From<super::Place> for Place {
    fn from(place: super::Place) -> Self {
        Self(place.file, place.span.start, place.span.end)
    }
}

impl From<Place> for super::Place {
    fn from(Place(file, start, end): Place) -> Self {
        Self { file, span: Span::new(start, end) }
    }
}

/// Built-in predicates, by their numbers.
pub(super) mod families {
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
pub(super) mod column_key {
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
pub(super) mod day {
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
pub(super) mod pattern {
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
