//! A rule file as its author wrote it, key by key: the only rule types that are `Deserialize`.
//!
//! Every value keeps its span and everything is optional, so that a mistake in one key hides
//! nothing of the others; what must be there is decided when compiling. The keys are a contract.

use serde::Deserialize;

use crate::yaml::{Entries, NodeRef, OneOrMany, Scalar, Scalars, Spanned};

/// The whole file.
#[derive(Debug, Deserialize)]
pub(super) struct RuleFile {
    pub(super) topic: Scalar,
    pub(super) subjects: Option<Spanned<Entries<Subject>>>,
    /// Each to be read as a [`Fact`].
    pub(super) facts: Option<Spanned<Vec<NodeRef>>>,
}

/// What stands under a key of `subjects`.
#[derive(Debug, Deserialize)]
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
pub(super) struct DescribedSubject {
    pub(super) names: Scalars,
    pub(super) kind: Scalars,
}

/// What stands under `subject` in a fact.
#[derive(Debug, Deserialize)]
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
pub(super) struct ComposedSubject {
    pub(super) all: Option<Spanned<Vec<Spanned<KeyOrNames>>>>,
    pub(super) role: Option<Spanned<KeyOrNames>>,
    pub(super) of: Option<Spanned<KeyOrNames>>,
    pub(super) bare: Option<Spanned<bool>>,
}

/// A key of `subjects`, a name, or a list of names.
#[derive(Debug, Deserialize)]
pub(super) enum KeyOrNames {
    #[serde(rename = "$text")]
    KeyOrName(String),
    #[serde(rename = "$list")]
    Names(Vec<Spanned<String>>),
}

/// One fact.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Fact {
    pub(super) id: Scalar,
    pub(super) subject: Option<Spanned<FactSubject>>,
    pub(super) predicate: Scalars,
    pub(super) severity: Scalar,
    pub(super) source: Scalar,
    pub(super) note: Scalar,
    pub(super) checked: Scalar,
    pub(super) review_by: Scalar,
    pub(super) examples: Option<Spanned<Examples>>,
    pub(super) plans: Scalar,
    pub(super) open: Option<Spanned<bool>>,
    pub(super) unless: Scalars,
    pub(super) articles: Scalars,
    pub(super) valid: Scalar,
    pub(super) pattern: Scalar,
    #[serde(rename = "$rest")]
    pub(super) values: ValueKeys,
}

/// The value keys and those that go with them, of a fact or of a row.
#[derive(Debug, Deserialize)]
pub(super) struct ValueKeys {
    pub(super) date: Scalar,
    pub(super) period: Scalar,
    pub(super) duration: Scalar,
    pub(super) ordinal: Scalar,
    pub(super) number: Scalar,
    pub(super) money: Scalar,
    pub(super) percent: Scalar,
    pub(super) text: Scalar,
    pub(super) members: Option<Spanned<OneOrMany<Named>>>,
    pub(super) expansion: Scalar,
    pub(super) holders: Option<Spanned<Vec<Spanned<Holder>>>>,
    pub(super) timeline: Option<Spanned<Vec<Spanned<TimelineRow>>>>,
    pub(super) editions: Option<Spanned<Vec<Spanned<Edition>>>>,
    pub(super) unit: Scalar,
    pub(super) tolerance: Scalar,
    pub(super) also: Scalars,
    pub(super) among: Scalars,
}

/// A name, or a name with accepted forms.
#[derive(Debug, Deserialize)]
pub(super) enum Named {
    #[serde(rename = "$text")]
    Name(String),
    #[serde(rename = "$mapping")]
    WithForms(NameWithForms),
}

/// `{name: United States, also: [US]}`
#[derive(Debug, Deserialize)]
pub(super) struct NameWithForms {
    pub(super) name: Scalar,
    pub(super) also: Scalars,
}

/// One holder of an office.
#[derive(Debug, Deserialize)]
pub(super) struct Holder {
    pub(super) name: Scalar,
    pub(super) also: Scalars,
    pub(super) from: Scalar,
    pub(super) to: Scalar,
    pub(super) acting: Option<Spanned<bool>>,
}

/// A value that holds for a while.
#[derive(Debug, Deserialize)]
pub(super) struct TimelineRow {
    pub(super) from: Scalar,
    pub(super) to: Scalar,
    #[serde(rename = "$rest")]
    pub(super) values: ValueKeys,
}

/// One edition of a series.
#[derive(Debug, Deserialize)]
pub(super) struct Edition {
    pub(super) place: Option<Spanned<Named>>,
    #[serde(rename = "$rest")]
    pub(super) values: ValueKeys,
}

/// The examples of a fact.
#[derive(Debug, Deserialize)]
pub(super) struct Examples {
    pub(super) agrees: Option<Spanned<OneOrMany<Example>>>,
    pub(super) conflicts: Option<Spanned<OneOrMany<Example>>>,
    pub(super) ignores: Option<Spanned<OneOrMany<Example>>>,
}

/// A sentence, or a text with the date of the article it stands for.
#[derive(Debug, Deserialize)]
pub(super) enum Example {
    #[serde(rename = "$text")]
    Sentence(String),
    #[serde(rename = "$mapping")]
    Dated(DatedExample),
}

/// `{text: ..., date: 2021-01-27}`
#[derive(Debug, Deserialize)]
pub(super) struct DatedExample {
    pub(super) text: Scalar,
    pub(super) date: Scalar,
}
