//! The settings of a project: what `factlint.yaml` says, what the flags say, and what holds when
//! neither does.
//!
//! Flags and file have one shape ([`Config`]), so that every setting can be asked of both and shown
//! with the place it comes from. Mistakes are data, as in rule files. This module must not know
//! files, articles or claims: where a path leads and what an article says is others' business.

mod choice;
mod compile;
mod policy;
mod shown;
mod suppression;
#[cfg(test)]
mod tests;
mod written;

use std::path::Path;
use std::sync::Arc;

use ignore::gitignore::Gitignore;
use jiff::civil::Date;

pub use choice::{Choice, apply, unknown_choices};
pub use policy::{ArticlePolicy, Policy};
pub use shown::shown;

use crate::rules::{RuleProblem, Severity};
use crate::source::{Source, Span};
use crate::value::date::DayMonthOrder;

/// The names of the configuration file, of which a folder has at most one.
pub const FILE_NAMES: [&str; 2] = ["factlint.yaml", ".factlint.yaml"];

/// Where a setting was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nowhere.
    Default,
    /// In the configuration file.
    File(Span),
    /// On the command line, by this flag or argument.
    Flag(&'static str),
}

/// A setting with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set<T> {
    /// Its value.
    pub value: T,
    /// Where it was made.
    pub origin: Origin,
}

/// Settings made in one place: the file, or the command line. What is not set is empty.
#[derive(Debug, Default)]
pub struct Config {
    /// The file, for showing its lines; none for flags.
    pub source: Option<Arc<Source>>,
    /// Rule files, or folders of them.
    pub rules: Vec<Set<String>>,
    /// Articles, or folders of them.
    pub articles: Vec<Set<String>>,
    /// Articles to leave out: globs as in a .gitignore.
    pub exclude: Vec<Set<String>>,
    /// The least severity of a conflict that fails the check.
    pub fail_on: Option<Set<FailOn>>,
    /// Facts to check; empty for all.
    pub select: Vec<Set<Choice>>,
    /// Facts to leave out.
    pub ignore: Vec<Set<Choice>>,
    /// How much conflicts weigh; a later entry wins.
    pub severity: Vec<Set<(Choice, Severity)>>,
    /// How dates are read.
    pub dates: Dates,
    /// The date of every article, whatever it states: a flag only, for one look at one article.
    pub override_date: Option<Date>,
    /// What is different in some articles; a later entry wins.
    pub overrides: Vec<Override>,
    /// Conflicts set aside where an article cannot say so itself.
    pub suppressions: Vec<Suppression>,
}

/// A conflict set aside, with the reason.
#[derive(Debug)]
pub struct Suppression {
    /// Which articles, as written.
    pub articles: Vec<Set<String>>,
    /// Which articles, for matching paths relative to the configuration's folder.
    globs: Gitignore,
    /// The fact's id.
    pub fact: Set<String>,
    /// Only where this is stated.
    pub value: Option<Set<String>>,
    /// Why.
    pub reason: Set<String>,
    /// The last day it holds.
    pub until: Option<Set<Date>>,
}

impl Suppression {
    /// Whether it speaks of the article at `path`, relative to the configuration's folder.
    pub fn is_for(&self, path: &Path) -> bool {
        self.globs.matched_path_or_any_parents(path, false).is_ignore()
    }
}

/// How dates are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// The date of articles that state none.
    pub default: Option<Set<DefaultDate>>,
    /// The order of day and month where the article does not show it.
    pub order: Option<Set<DayMonthOrder>>,
    /// The first month of fiscal years, 1 to 12.
    pub fiscal_year_start: Option<Set<i8>>,
}

/// The date of articles that state none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DefaultDate {
    /// They stay undated.
    #[default]
    None,
    /// A day.
    Day(Date),
    /// The day of the check.
    Today,
    /// The day the file was last modified.
    Modified,
}

/// What is different in some articles.
#[derive(Debug)]
pub struct Override {
    /// Which articles, as written.
    pub articles: Vec<Set<String>>,
    /// Which articles, for matching paths relative to the configuration's folder.
    pub(crate) globs: Gitignore,
    /// How much conflicts weigh; a later entry wins.
    pub severity: Vec<Set<(Choice, Severity)>>,
    /// Facts to leave out.
    pub ignore: Vec<Set<Choice>>,
    /// How dates are read.
    pub dates: Dates,
}

/// The least severity of a conflict that fails a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailOn {
    /// This one.
    At(Severity),
    /// Nothing fails it.
    Never,
}

impl FailOn {
    /// Every value with its name.
    pub const ALL: [(&'static str, Self); 4] = [
        ("error", Self::At(Severity::Error)),
        ("warning", Self::At(Severity::Warning)),
        ("info", Self::At(Severity::Info)),
        ("never", Self::Never),
    ];

    /// The value of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|&(_, fail_on)| fail_on)
    }
}

impl Default for FailOn {
    fn default() -> Self {
        Self::At(Severity::Error)
    }
}

impl DefaultDate {
    /// Reads `2026-11-24`, `today`, `modified` or `none`.
    pub fn named(text: &str) -> Option<Self> {
        match text {
            "none" => Some(Self::None),
            "today" => Some(Self::Today),
            "modified" => Some(Self::Modified),
            day => day.parse().ok().filter(|_| day.len() == 10).map(Self::Day),
        }
    }
}

/// The settings of a run. Paths in them are as the run opens them; globs of the file are relative to
/// its folder.
#[derive(Debug, Default)]
pub struct Settings {
    /// Those of the command line, which win.
    pub flags: Config,
    /// Those of the file.
    pub file: Config,
    /// The folder of rule files when nothing names one.
    pub default_rules: String,
}

impl Settings {
    /// Rule files, or folders of them.
    pub fn rules(&self) -> Vec<Set<String>> {
        first_of([&self.flags.rules, &self.file.rules], &self.default_rules)
    }

    /// Articles, or folders of them.
    pub fn articles(&self) -> Vec<Set<String>> {
        first_of([&self.flags.articles, &self.file.articles], ".")
    }

    /// What fails the check.
    pub fn fail_on(&self) -> Set<FailOn> {
        let set = self.flags.fail_on.as_ref().or(self.file.fail_on.as_ref());
        set.cloned().unwrap_or(Set { value: FailOn::default(), origin: Origin::Default })
    }

    /// How dates are read where no override says otherwise.
    pub fn dates(&self) -> Dates {
        self.flags.dates.clone().or(&self.file.dates)
    }
}

/// The first list that says anything, else the default.
fn first_of(lists: [&Vec<Set<String>>; 2], default: &str) -> Vec<Set<String>> {
    match lists.into_iter().find(|list| !list.is_empty()) {
        Some(list) => list.clone(),
        None => vec![Set { value: default.to_owned(), origin: Origin::Default }],
    }
}

impl Dates {
    /// These, and those where these say nothing.
    #[must_use]
    pub fn or(self, those: &Self) -> Self {
        Self {
            default: self.default.or_else(|| those.default.clone()),
            order: self.order.or_else(|| those.order.clone()),
            fiscal_year_start: self.fiscal_year_start.or_else(|| those.fiscal_year_start.clone()),
        }
    }
}

/// Reads a configuration file. Everything that could be read is there even when there are problems.
pub fn load(source: Source) -> (Config, Vec<RuleProblem>) {
    compile::load(source)
}
