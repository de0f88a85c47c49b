//! The checker: an article in, verdicts out. It holds the facts and the search structures over
//! them, and is used from any thread.

use std::sync::OnceLock;

use globset::{Glob, GlobSet, GlobSetBuilder};
use jiff::civil::Date;

use super::clock::Clock;
use super::rivals::Rivals;
use super::verdict::findings;
use super::{ArticleFindings, Finding};
use crate::document::{Document, Format, lift};
use crate::extract::{Claim, Extractor, Sight};
use crate::rules::{Fact, FactBook};
use crate::source::{Source, Span};
use crate::value::date::DayMonthOrder;

/// Facts with everything needed to check articles against them; built once.
#[derive(Debug)]
pub struct Checker {
    /// The facts.
    pub book: FactBook,
    /// Built when the first article is checked.
    extractor: OnceLock<Extractor>,
    /// For each fact with `articles:`, which paths it is for.
    articles: Vec<Option<GlobSet>>,
}

/// What the caller knows of an article beside its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// `--override-date`.
    pub override_date: Option<Date>,
    /// `--date`: assumed when nothing else says.
    pub assumed_date: Option<Date>,
    /// The order of 03/04/2020 where the article itself does not show it.
    pub order: DayMonthOrder,
    /// First month of the fiscal year, 1 to 12; April when nothing says.
    pub fiscal_year_start: Option<i8>,
}

/// An article with all that was seen in it.
#[derive(Debug)]
pub struct Checked {
    /// The article.
    pub document: Document,
    /// Where it names subjects, with the subject's first name, in the source.
    pub mentions: Vec<(Span, String)>,
    /// The verdicts.
    pub article: ArticleFindings,
}

impl Checker {
    /// Of a book of facts; the search structures over its names and cues are built on first use.
    pub fn new(book: FactBook) -> Self {
        let articles = book.facts.iter().map(globs).collect();
        Self { book, extractor: OnceLock::new(), articles }
    }

    /// Checks one article; its path is the source's name.
    pub fn check(&self, source: &Source, format: Format, circumstances: Circumstances) -> Checked {
        self.check_lifted(source, lift(source, format), circumstances)
    }

    /// Checks one article that was lifted from `source`.
    pub fn check_lifted(
        &self,
        source: &Source,
        mut document: Document,
        circumstances: Circumstances,
    ) -> Checked {
        document.settle_date(
            circumstances.override_date,
            source.name(),
            circumstances.assumed_date,
        );
        let extraction = self.extractor().claims(&document, &self.book);
        let mut claims = extraction.claims;
        claims.retain(|claim| self.is_for(claim, source.name()));
        let clock = Clock::of(&document, &claims, &self.book, circumstances);
        // A claim is dropped as soon as it is judged: an article of nothing but claims has many.
        let mut found = Vec::with_capacity(claims.len());
        let mut rivals = Rivals::default();
        for claim in claims {
            let own = findings(&claim, &self.book, &clock, source);
            rivals.hear(&claim, &own, found.len(), &self.book);
            found.extend(own);
        }
        rivals.settle(&mut found, &self.book, source);
        found.retain(|finding: &Finding| !self.book.facts[finding.fact.0 as usize].muted);
        let place = |finding: &Finding| (finding.span, finding.fact);
        // Sorting takes memory even where nothing is out of order.
        if !found.is_sorted_by_key(place) {
            found.sort_by_key(place);
        }
        let mentions = extraction
            .mentions
            .iter()
            .map(|(subject, span)| (*span, self.book.subjects[subject.0 as usize].names[0].clone()))
            .collect();
        let article = ArticleFindings {
            date: document.date,
            inferred: clock.inferred(),
            context: clock.base(),
            findings: found,
        };
        Checked { document, mentions, article }
    }

    /// The sentence at an offset of an article that was checked, as the constructions saw it;
    /// nothing where none can be about a fact.
    pub fn sight(&self, document: &Document, offset: usize) -> Option<Sight> {
        self.extractor().sight(document, &self.book, offset)
    }

    fn extractor(&self) -> &Extractor {
        self.extractor.get_or_init(|| Extractor::new(&self.book))
    }

    fn is_for(&self, claim: &Claim, path: &str) -> bool {
        self.articles[claim.fact.0 as usize].as_ref().is_none_or(|globs| globs.is_match(path))
    }
}

/// `articles:` of a fact, each glob also below any folder.
fn globs(fact: &Fact) -> Option<GlobSet> {
    if fact.articles.is_empty() {
        return None;
    }
    let mut set = GlobSetBuilder::new();
    for pattern in &fact.articles {
        for pattern in [pattern.clone(), format!("**/{pattern}")] {
            if let Ok(glob) = Glob::new(&pattern) {
                set.add(glob);
            }
        }
    }
    set.build().ok()
}
