//! What a run found, written in one of several formats: one file each.
//!
//! A format is a pure function from an article's verdicts to text ([`Render`]); it decides
//! nothing, opens nothing and can run on any thread. To add one, write its file and its row in
//! [`Format`].

mod coverage;
mod crop;
mod diagnostic;
pub mod drill;
mod excerpt;
pub mod fact;
mod human;
pub mod inspect;
mod json;
mod jsonl;
pub mod palette;
pub mod phrase;
pub mod problem;
pub(crate) mod sanitise;
mod short;
mod summary;
#[cfg(test)]
mod tests;
pub mod used;

pub use problem::Problem;
pub use summary::Summary;

use crate::judge::ArticleFindings;
use crate::rules::FactBook;
use crate::source::Source;

/// The formats of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Diagnostics, agreements and coverage, for a person.
    Human,
    /// One line a finding.
    Short,
    /// One object: `factlint.report/1`.
    Json,
    /// One JSON object a claim, each on its line.
    Jsonl,
}

impl Format {
    /// The one list of formats, with the names they have on the command line.
    pub const ALL: [(&'static str, Self); 4] = [
        ("human", Self::Human),
        ("short", Self::Short),
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
    ];

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, format)| *format)
    }

    /// What writes it.
    pub fn renderer(self, look: Look) -> Box<dyn Render> {
        match self {
            Self::Human => Box::new(human::Human::new(look)),
            Self::Short => Box::new(short::Short::new(look)),
            Self::Json => Box::new(json::Json),
            Self::Jsonl => Box::new(jsonl::Jsonl),
        }
    }
}

/// How a report for a person should look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Columns to keep within.
    pub width: usize,
    /// Whether colours may be used.
    pub colour: bool,
    /// How much to tell.
    pub detail: Detail,
}

/// How much to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Detail {
    /// Conflicts and the last line.
    Quiet,
    /// Agreements and coverage too.
    #[default]
    Normal,
    /// Unjudged claims and never mentioned facts too.
    Verbose,
}

/// One article with its verdicts, as a format sees it.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// The article.
    pub source: &'a Source,
    /// Its verdicts.
    pub findings: &'a ArticleFindings,
    /// The facts they are about.
    pub book: &'a FactBook,
}

/// What a format makes of one article.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    /// Written at once.
    pub body: String,
    /// Kept back until every article's body is written.
    pub tail: String,
}

/// A format. The report is: head, the bodies, the foot around the tails.
pub trait Render: Send + Sync {
    /// Stands between two bodies, or two tails, that are not empty.
    fn separator(&self) -> &'static str {
        ""
    }

    /// What comes before all articles.
    fn head(&self) -> String {
        String::new()
    }

    /// One article.
    fn article(&self, article: &Article<'_>) -> Piece;

    /// What comes after all bodies, around the tails.
    fn foot(&self, tail: &str, _closing: &Closing<'_>) -> String {
        tail.to_owned()
    }
}

/// What is known when every article is done.
#[derive(Debug, Clone, Copy)]
pub struct Closing<'a> {
    /// The counts.
    pub summary: &'a Summary,
    /// What could not be done.
    pub problems: &'a [Problem],
    /// The facts.
    pub book: &'a FactBook,
}
