//! The counts of a run.

use std::collections::BTreeMap;

use crate::judge::{Reason, Verdict};
use crate::rules::{FactBook, FactId, Severity};

/// What was counted, over all articles.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Articles checked.
    pub n_articles: usize,
    /// Verdicts.
    pub counts: Counts,
    /// Why claims were unjudged.
    pub reasons: BTreeMap<Reason, usize>,
    /// Conflicts of each severity.
    pub conflicts_by_severity: BTreeMap<Severity, usize>,
    /// Verdicts of each fact, by its index.
    pub by_fact: Vec<Counts>,
    /// Whether a fact is not to be heard of, by its index.
    muted: Vec<bool>,
}

/// What is counted of a finding.
pub type Judged = (FactId, Severity, Verdict);

/// How many claims got which verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Agreeing.
    pub agrees: usize,
    /// Conflicting.
    pub conflicts: usize,
    /// Unjudged.
    pub unjudged: usize,
}

impl Counts {
    /// Claims of any verdict.
    pub const fn claims(self) -> usize {
        self.agrees + self.conflicts + self.unjudged
    }

    fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Agrees => self.agrees += 1,
            Verdict::Conflicts => self.conflicts += 1,
            Verdict::Unjudged(_) => self.unjudged += 1,
        }
    }
}

impl Summary {
    /// Nothing counted yet.
    pub fn new(book: &FactBook) -> Self {
        let by_fact = vec![Counts::default(); book.facts.len()];
        let muted = book.facts.iter().map(|fact| fact.muted).collect();
        Self { by_fact, muted, ..Self::default() }
    }

    /// Counts an article with its verdicts.
    pub fn add_article(&mut self, judged: &[Judged]) {
        self.n_articles += 1;
        judged.iter().for_each(|judged| self.add(*judged));
    }

    fn add(&mut self, (fact, severity, verdict): Judged) {
        self.counts.add(verdict);
        self.by_fact[fact.0 as usize].add(verdict);
        match verdict {
            Verdict::Agrees => {}
            Verdict::Conflicts => *self.conflicts_by_severity.entry(severity).or_default() += 1,
            Verdict::Unjudged(reason) => *self.reasons.entry(reason).or_default() += 1,
        }
    }

    /// Whether a conflict weighs at least `severity`.
    pub fn has_conflict(&self, severity: Severity) -> bool {
        self.conflicts_by_severity.range(severity..).any(|(_, &number)| number > 0)
    }

    /// Facts no claim is about.
    pub fn never_mentioned(&self) -> impl Iterator<Item = FactId> + '_ {
        let facts = self.by_fact.iter().zip(&self.muted).enumerate();
        let unseen = facts.filter(|(_, (counts, muted))| counts.claims() == 0 && !**muted);
        unseen.map(|(index, _)| FactId(index as u32))
    }
}
