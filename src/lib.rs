//! factlint holds articles against the facts their owner stands by.
//!
//! # Glossary
//!
//! The same word stands in rule files, types, reports, messages and docs.
//!
//! | word | meaning |
//! |---|---|
//! | *article* | one text to be checked ([`source::Source`], lifted into a [`document::Document`]) |
//! | *rule file* | YAML that states facts; compiled into a [`rules::FactBook`] |
//! | *fact* | one expectation with an id ([`rules::Fact`]) |
//! | *subject* | the thing a fact is about, known by its names |
//! | *predicate* | what is said of it (signed, founded, height) |
//! | *mention* | a place where the article names a subject |
//! | *cue* | a word or phrase that signals the predicate |
//! | *value* | a typed thing found in the text ([`value::Reading`]) |
//! | *claim* | mention + predicate + value, in a stance ([`extract::Claim`]) |
//! | *stance* | asserted, reported, quoted, negated, planned, hypothetical, question, corrected |
//! | *verdict* | agrees, conflicts, or unjudged with a reason ([`judge::Verdict`]) |
//!
//! # The flow
//!
//! ```text
//! rules/*.yaml -> written rules -> FactBook ------------------+
//!                                                             v
//! article -> Source -> Document -> Mention, Reading -> Claim -> Verdict -> report
//! ```
//!
//! Modules use only what stands left of them (a test enforces it):
//! `source`, `text`, `yaml`, `lexicon`, `value`, `document`, `rules`, `config`, `extract`, `judge`,
//! `waive`, `amend`, `drill`, `draft`, `report`, `cli`;
//! `document` and `rules` do not know each other. Only `cli` touches files, the clock, the
//! terminal and exit codes; everything left of `report` is total and silent.

pub mod amend;
pub mod cli;
pub mod config;
pub mod document;
pub mod draft;
pub mod drill;
pub mod extract;
pub mod judge;
pub mod lexicon;
pub mod report;
pub mod rules;
pub mod source;
pub mod text;
pub mod value;
pub mod waive;
pub(crate) mod yaml;
