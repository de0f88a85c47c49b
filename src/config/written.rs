//! The configuration as its author wrote it, key by key: the only type of it that is `Deserialize`.
//!
//! Everything is optional and keeps its span; what the values mean is decided when compiling.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

use crate::yaml::{Entries, Scalar, Scalars, Spanned};

/// The whole file.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) struct Config {
    /// Rule files, or folders of them.
    pub(super) rules: Scalars,
    /// Articles, or folders of them: what is checked when no path is named.
    pub(super) articles: Scalars,
    /// Articles to leave out: globs as in a .gitignore.
    pub(super) exclude: Scalars,
    /// The least severity of a conflict that fails the check.
    pub(super) fail_on: Scalar,
    /// Facts to check: ids, or globs over ids.
    pub(super) select: Scalars,
    /// Facts to leave out: ids, or globs over ids.
    pub(super) ignore: Scalars,
    /// How much conflicts weigh, by fact id or glob; a later entry wins.
    pub(super) severity: Option<Spanned<Entries<String>>>,
    /// How dates are read.
    pub(super) dates: Option<Spanned<Dates>>,
    /// What is different in some articles; a later entry wins.
    pub(super) overrides: Option<Spanned<Vec<Spanned<Override>>>>,
    /// Conflicts set aside where an article cannot say so itself.
    pub(super) suppress: Option<Spanned<Vec<Spanned<Suppression>>>>,
}

/// A conflict set aside.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) struct Suppression {
    /// Which articles: globs as in a .gitignore.
    pub(super) articles: Scalars,
    /// The fact's id.
    pub(super) fact: Scalar,
    /// Only where this is stated, as the article or the report writes it.
    pub(super) value: Scalar,
    /// Why: whoever reads it in years wants to know.
    pub(super) reason: Scalar,
    /// The last day it holds.
    pub(super) until: Scalar,
}

/// How dates are read.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) struct Dates {
    /// The date of articles that state none: a day, `today`, `modified` (the file's), or `none`.
    pub(super) default: Scalar,
    /// The order of day and month in 03/04/2020, where the article does not show it.
    pub(super) order: Scalar,
    /// The month in which fiscal years begin.
    pub(super) fiscal_year_start: Scalar,
}

/// What is different in some articles.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) struct Override {
    /// Which articles: globs as in a .gitignore.
    pub(super) articles: Scalars,
    /// How much conflicts weigh: one severity for all facts, or by fact id or glob.
    pub(super) severity: Option<Spanned<Weights>>,
    /// Facts to leave out: ids, or globs over ids.
    pub(super) ignore: Scalars,
    /// How dates are read.
    pub(super) dates: Option<Spanned<Dates>>,
}

/// One severity for all facts, or several.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema), schemars(untagged))]
pub(super) enum Weights {
    #[serde(rename = "$text")]
    All(String),
    #[serde(rename = "$mapping")]
    Each(Entries<String>),
}
