//! What holds in one article: the settings of the run, and of every override whose globs it matches.

use std::path::Path;

use super::choice::weighed;
use super::{Dates, Override, Settings};
use crate::rules::{Fact, Severity};

/// The settings as articles meet them.
#[derive(Debug)]
pub struct Policy<'s> {
    settings: &'s Settings,
}

/// What holds in one article.
#[derive(Debug)]
pub struct ArticlePolicy<'s> {
    settings: &'s Settings,
    /// The overrides that speak of it, in order.
    overrides: Vec<&'s Override>,
}

impl<'s> Policy<'s> {
    /// That of these settings.
    pub fn new(settings: &'s Settings) -> Self {
        Self { settings }
    }

    /// What holds in the article at `path`, relative to the configuration's folder; none when it
    /// lies elsewhere.
    pub fn of(&self, path: Option<&Path>) -> ArticlePolicy<'s> {
        let matches = |it: &&Override| path.is_some_and(|path| is_match(it, path));
        let overrides = self.settings.file.overrides.iter().filter(matches).collect();
        ArticlePolicy { settings: self.settings, overrides }
    }
}

impl ArticlePolicy<'_> {
    /// How dates are read: flags first, then the last override that says, then the file.
    pub fn dates(&self) -> Dates {
        let overrides = self.overrides.iter().rev();
        let dates =
            overrides.fold(self.settings.flags.dates.clone(), |so_far, it| so_far.or(&it.dates));
        dates.or(&self.settings.file.dates)
    }

    /// How much a conflict with a fact weighs here; `None` when it is not to be heard of.
    pub fn weigh(&self, fact: &Fact) -> Option<Severity> {
        let ignored = |it: &&Override| it.ignore.iter().any(|set| set.value.matches(&fact.id));
        if self.overrides.iter().any(ignored) {
            return None;
        }
        if weighed(&self.settings.flags.severity, &fact.id).is_some() {
            return Some(fact.severity);
        }
        let mut overrides = self.overrides.iter().rev();
        let weighed = overrides.find_map(|it| weighed(&it.severity, &fact.id));
        Some(weighed.unwrap_or(fact.severity))
    }
}

fn is_match(it: &Override, path: &Path) -> bool {
    it.globs.matched_path_or_any_parents(path, false).is_ignore()
}
