//! What a run found, written in one of several formats: one file each.
//!
//! A format is a pure function from an article's verdicts to text ([`Render`]); it decides
//! nothing, opens nothing and can run on any thread. To add one, write its file and its row in
//! [`Format`].

mod checkstyle;
mod conflict;
mod coverage;
mod crop;
mod diagnostic;
pub mod drill;
mod excerpt;
pub mod fact;
pub mod fingerprint;
mod github;
mod gitlab;
mod human;
pub mod inspect;
mod json;
mod jsonl;
mod junit;
pub(crate) mod link;
mod markdown;
pub mod palette;
pub mod phrase;
pub mod problem;
mod rdjson;
pub(crate) mod sanitise;
mod sarif;
mod short;
pub mod statistics;
mod summary;
#[cfg(test)]
mod tests;
pub mod used;
mod xml;

pub use problem::Problem;
pub use summary::{Judged, Summary};

use crate::judge::ArticleFindings;
use crate::rules::FactBook;
use crate::source::Source;

/// A format of `check`.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    renderer: fn(Look) -> Box<dyn Render>,
}

impl Format {
    /// The one list of formats.
    pub const ALL: [Self; 11] = [
        // For a person: diagnostics, agreements and coverage; one line a finding.
        Self::new("human", |look| Box::new(human::Human::new(look))),
        Self::new("short", |look| Box::new(short::Short::new(look))),
        // For scripts: every claim.
        Self::new("json", |_| Box::new(json::Json)),
        Self::new("jsonl", |_| Box::new(jsonl::Jsonl)),
        // For the machines that show conflicts where work goes on.
        Self::new("sarif", |_| Box::new(sarif::Sarif)),
        Self::new("github", |_| Box::new(github::Github)),
        Self::new("gitlab", |_| Box::new(gitlab::Gitlab)),
        Self::new("junit", |_| Box::new(junit::Junit)),
        Self::new("checkstyle", |_| Box::new(checkstyle::Checkstyle)),
        Self::new("rdjson", |_| Box::new(rdjson::Rdjson)),
        Self::new("markdown", |_| Box::new(markdown::Markdown)),
    ];

    const fn new(name: &'static str, renderer: fn(Look) -> Box<dyn Render>) -> Self {
        Self { name, renderer }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name == name)
    }

    /// What writes it.
    pub fn renderer(self, look: Look) -> Box<dyn Render> {
        (self.renderer)(look)
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
    /// Where paths may be links: the working folder as a URL, with a slash at its end.
    pub links: Option<&'static str>,
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
