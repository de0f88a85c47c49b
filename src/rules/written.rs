//! A rule file as its author wrote it, key by key: the only rule types that are `Deserialize`.
//!
//! Every value keeps its span and everything is optional, so that a mistake in one key hides
//! nothing of the others; what must be there is decided when compiling. The keys are a contract.

#[cfg(test)]
use schemars::JsonSchema;
use serde::Deserialize;

use crate::yaml::{Entries, NodeRef, OneOrMany, Scalar, Scalars, Spanned};

/// The whole file.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct RuleFile {
    /// What the file is about, for people.
    pub(super) topic: Scalar,
    /// Names that several facts share, each list under a key of this file.
    pub(super) subjects: Option<Spanned<Entries<Subject>>>,
    /// The facts.
    // Each is read as a [`Fact`] by itself, so that only one is held as written.
    #[cfg_attr(test, schemars(with = "Option<Vec<Fact>>"))]
    pub(super) facts: Option<Spanned<Vec<NodeRef>>>,
}

/// What stands under a key of `subjects`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(untagged))]
pub(super) enum Subject {
    #[serde(rename = "$text")]
    Name(String),
    #[serde(rename = "$list")]
    Names(Vec<Spanned<String>>),
    #[serde(rename = "$mapping")]
    Described(DescribedSubject),
}

/// A subject with nouns that may refer back to it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct DescribedSubject {
    /// Its names, as articles write them; messages use the first.
    pub(super) names: Scalars,
    /// Nouns that may refer back to it: "the pact".
    pub(super) kind: Scalars,
}

/// What stands under `subject` in a fact.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(untagged))]
pub(super) enum FactSubject {
    #[serde(rename = "$text")]
    KeyOrName(String),
    #[serde(rename = "$list")]
    Names(Vec<Spanned<String>>),
    #[serde(rename = "$mapping")]
    Composed(ComposedSubject),
}

/// `{all: ...}` or `{role: ..., of: ...}`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct ComposedSubject {
    /// Each must be mentioned in the same sentence.
    pub(super) all: Option<Spanned<Vec<Spanned<KeyOrNames>>>>,
    /// An office: names of the role.
    pub(super) role: Option<Spanned<KeyOrNames>>,
    /// The country or body the office belongs to.
    pub(super) of: Option<Spanned<KeyOrNames>>,
    /// Whether the role alone counts where no other country or body stands with it.
    pub(super) bare: Option<Spanned<bool>>,
}

/// A key of `subjects`, a name, or a list of names.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(untagged))]
pub(super) enum KeyOrNames {
    #[serde(rename = "$text")]
    KeyOrName(String),
    #[serde(rename = "$list")]
    Names(Vec<Spanned<String>>),
}

/// One fact.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(super) struct Fact {
    /// Its name in reports, unique over all files.
    pub(super) id: Scalar,
    /// What it is about: a key of `subjects`, a name, a list of names, or a composition.
    pub(super) subject: Option<Spanned<FactSubject>>,
    /// What is said of it: built-in predicates, words of your own, or [] for any value beside the subject.
    pub(super) predicate: Scalars,
    /// How much a conflict weighs.
    pub(super) severity: Scalar,
    /// Where it can be looked up; shown in the diagnostic.
    pub(super) source: Scalar,
    /// A remark; shown in the diagnostic.
    pub(super) note: Scalar,
    /// The day on which the fact was verified.
    pub(super) checked: Scalar,
    /// The day by which it is to be verified again.
    pub(super) review_by: Scalar,
    /// Sentences that must agree, conflict or be left alone; `factlint test` runs them.
    pub(super) examples: Option<Spanned<Examples>>,
    /// `judge`: a plan that differs is a conflict, not unjudged.
    pub(super) plans: Scalar,
    /// Whether the event may happen again: a value that fits no row is then unjudged.
    pub(super) open: Option<Spanned<bool>>,
    /// Words; when one stands in the clause, the claim is not about this fact.
    pub(super) unless: Scalars,
    /// Globs: only articles whose path matches.
    pub(super) articles: Scalars,
    /// Only articles dated in this interval.
    pub(super) valid: Scalar,
    /// A regular expression with a group `value`, for what cues cannot say.
    pub(super) pattern: Scalar,
    #[serde(rename = "$rest")]
    #[cfg_attr(test, schemars(flatten))]
    pub(super) values: ValueKeys,
}

/// The value keys and those that go with them, of a fact or of a row.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct ValueKeys {
    /// A day, month or year, `1760~` (about), `[2016..2017]` (some day in), `2020-10-26/2020-10-27` (lasting).
    pub(super) date: Scalar,
    /// Both ends: `2025/2035`.
    pub(super) period: Scalar,
    /// `10 years`, or `P10Y`.
    pub(super) duration: Scalar,
    /// The place in a row: `5`.
    pub(super) ordinal: Scalar,
    /// A number, with `unit` and `tolerance`.
    pub(super) number: Scalar,
    /// A currency's ISO 4217 code and an amount: `INR 45 billion`.
    pub(super) money: Scalar,
    /// A percentage: `11.5`.
    pub(super) percent: Scalar,
    /// A text, with `also` and `among`.
    pub(super) text: Scalar,
    /// A whole set, each a name or a name with its accepted forms.
    pub(super) members: Option<Spanned<OneOrMany<Named>>>,
    /// The long form of an acronym among the subject's names.
    pub(super) expansion: Scalar,
    /// Who held an office, and when.
    pub(super) holders: Option<Spanned<Vec<Spanned<Holder>>>>,
    /// Values, each with the time it was true.
    pub(super) timeline: Option<Spanned<Vec<Spanned<TimelineRow>>>>,
    /// Rows of a series: any value key, and `place`.
    pub(super) editions: Option<Spanned<Vec<Spanned<Edition>>>>,
    /// A unit, or the noun that is counted.
    pub(super) unit: Scalar,
    /// How far off still agrees: `1`, `2%`, `1 day`.
    pub(super) tolerance: Scalar,
    /// Other accepted forms.
    pub(super) also: Scalars,
    /// What else the slot could hold: naming one conflicts.
    pub(super) among: Scalars,
}

/// A name, or a name with accepted forms.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(untagged))]
pub(super) enum Named {
    #[serde(rename = "$text")]
    Name(String),
    #[serde(rename = "$mapping")]
    WithForms(NameWithForms),
}

/// `{name: United States, also: [US]}`
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct NameWithForms {
    /// The name.
    pub(super) name: Scalar,
    /// Other accepted forms.
    pub(super) also: Scalars,
}

/// One holder of an office.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct Holder {
    /// The name in full.
    pub(super) name: Scalar,
    /// Other accepted forms.
    pub(super) also: Scalars,
    /// The first day in office.
    pub(super) from: Scalar,
    /// The last day in office.
    pub(super) to: Scalar,
    /// Whether only acting.
    pub(super) acting: Option<Spanned<bool>>,
}

/// A value that holds for a while.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct TimelineRow {
    /// The first day on which it was true.
    pub(super) from: Scalar,
    /// The last day on which it was true.
    pub(super) to: Scalar,
    #[serde(rename = "$rest")]
    #[cfg_attr(test, schemars(flatten))]
    pub(super) values: ValueKeys,
}

/// One edition of a series.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct Edition {
    /// Where it was held.
    pub(super) place: Option<Spanned<Named>>,
    #[serde(rename = "$rest")]
    #[cfg_attr(test, schemars(flatten))]
    pub(super) values: ValueKeys,
}

/// The examples of a fact.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct Examples {
    /// Each must give an agreeing claim and no conflict.
    pub(super) agrees: Option<Spanned<OneOrMany<Example>>>,
    /// Each must give a conflict.
    pub(super) conflicts: Option<Spanned<OneOrMany<Example>>>,
    /// Each must give no judged claim on this fact.
    pub(super) ignores: Option<Spanned<OneOrMany<Example>>>,
}

/// A sentence, or a text with the date of the article it stands for.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
#[cfg_attr(test, schemars(untagged))]
pub(super) enum Example {
    #[serde(rename = "$text")]
    Sentence(String),
    #[serde(rename = "$mapping")]
    Dated(DatedExample),
}

/// `{text: ..., date: 2021-01-27}`
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(JsonSchema))]
pub(super) struct DatedExample {
    /// The text, an article of its own.
    pub(super) text: Scalar,
    /// The day of the article.
    pub(super) date: Scalar,
}
