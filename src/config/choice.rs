//! Choosing facts by id or glob, and what that does to a book of facts.

use globset::{GlobBuilder, GlobMatcher};

use super::{Config, Override, Set, Settings};
use crate::rules::{FactBook, Severity};
use crate::text::suggest;

/// What makes a text a glob.
const WILD: [char; 4] = ['*', '?', '[', '{'];

/// A fact's id, or a glob over ids.
#[derive(Debug, Clone)]
pub struct Choice {
    text: String,
    /// None for a plain id.
    glob: Option<GlobMatcher>,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Choice {}

impl Choice {
    /// Reads one.
    ///
    /// # Errors
    ///
    /// Says in words why the text is no glob.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim().to_owned();
        if text.is_empty() {
            return Err("a fact's id or a glob is wanted here".into());
        }
        let glob = match text.contains(WILD) {
            false => None,
            true => match GlobBuilder::new(&text).literal_separator(false).build() {
                Ok(glob) => Some(glob.compile_matcher()),
                Err(error) => return Err(format!("`{text}` is no glob: {}", error.kind())),
            },
        };
        Ok(Self { text, glob })
    }

    /// As written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is a glob, not an id.
    pub fn is_glob(&self) -> bool {
        self.glob.is_some()
    }

    /// Whether it chooses the fact of this id.
    pub fn matches(&self, id: &str) -> bool {
        self.glob.as_ref().map_or(self.text == id, |glob| glob.is_match(id))
    }
}

/// Mutes the facts that were not chosen and weighs those that were.
///
/// `--select` sets the file's choice aside, `--ignore` adds to it. Nothing is removed from the book:
/// see [`crate::rules::Fact::muted`].
pub fn apply(settings: &Settings, book: &mut FactBook) {
    let any = |choices: &[Set<Choice>], id: &str| choices.iter().any(|it| it.value.matches(id));
    let (flags, file) = (&settings.flags, &settings.file);
    for fact in &mut book.facts {
        let chosen = match flags.select.is_empty() {
            false => any(&flags.select, &fact.id),
            true => {
                (file.select.is_empty() || any(&file.select, &fact.id))
                    && !any(&file.ignore, &fact.id)
            }
        };
        fact.muted = !chosen || any(&flags.ignore, &fact.id);
        let weighed = weighed(&flags.severity, &fact.id);
        if let Some(severity) = weighed.or_else(|| self::weighed(&file.severity, &fact.id)) {
            fact.severity = severity;
        }
    }
}

/// The severity the last fitting entry gives a fact.
pub(super) fn weighed(weights: &[Set<(Choice, Severity)>], id: &str) -> Option<Severity> {
    weights.iter().rev().find(|set| set.value.0.matches(id)).map(|set| set.value.1)
}

/// The choices that no fact answers to, each with the id that was most likely meant.
pub fn unknown_choices<'c, 'b>(
    config: &'c Config,
    book: &'b FactBook,
) -> Vec<(Set<&'c Choice>, Option<&'b str>)> {
    let ids = || book.facts.iter().map(|fact| fact.id.as_str());
    let unknown = choices(config).filter(|set| !ids().any(|id| set.value.matches(id)));
    let with_nearest = |set: Set<&'c Choice>| {
        let near = suggest::nearest(set.value.text(), ids());
        (set, near)
    };
    unknown.map(with_nearest).collect()
}

impl Config {
    /// Whether it chooses or weighs facts by their ids.
    pub fn names_facts(&self) -> bool {
        choices(self).next().is_some() || !self.suppressions.is_empty()
    }
}

/// Every choice of a configuration, those of its overrides too.
fn choices(config: &Config) -> impl Iterator<Item = Set<&Choice>> {
    let own = one(&config.select).chain(one(&config.ignore)).chain(weights(&config.severity));
    let others = config
        .overrides
        .iter()
        .flat_map(|Override { ignore, severity, .. }| one(ignore).chain(weights(severity)));
    own.chain(others)
}

fn one(choices: &[Set<Choice>]) -> impl Iterator<Item = Set<&Choice>> {
    choices.iter().map(|set| Set { value: &set.value, origin: set.origin })
}

fn weights(weights: &[Set<(Choice, Severity)>]) -> impl Iterator<Item = Set<&Choice>> {
    weights.iter().map(|set| Set { value: &set.value.0, origin: set.origin })
}
