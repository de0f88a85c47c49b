//! Running the examples of rule files: validated, noisy, missing, wrong.
//!
//! Each example is an article of its own, with the date it states. This module must not know
//! files, terminals or how outcomes are shown.

use rayon::prelude::*;

use crate::document::Format;
use crate::judge::{Checker, Circumstances, Finding, Verdict};
use crate::rules::{Example, Fact, FactBook, FactId, Rare};
use crate::source::Source;

/// What the author of an example wants of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A claim that agrees, and none that conflicts.
    Agrees,
    /// A claim that conflicts.
    Conflicts,
    /// No judged claim on this fact.
    Ignores,
}

/// What came of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// As wanted.
    Validated,
    /// A judged claim too many: where none was wanted, or a conflict beside the agreement.
    Noisy,
    /// Nothing was judged where a verdict was wanted.
    Missing,
    /// The other verdict.
    Wrong,
}

/// One example that was run.
#[derive(Debug)]
pub struct Trial {
    /// The fact it belongs to.
    pub fact: FactId,
    /// What was wanted.
    pub wanted: Wanted,
    /// The example.
    pub example: Example,
    /// What came of it.
    pub outcome: Outcome,
    /// The text as it was checked.
    pub source: Source,
    /// Everything found about the fact, unjudged claims too.
    pub findings: Vec<Finding>,
}

/// All examples that were run, in order of fact.
#[derive(Debug)]
pub struct Drilled {
    /// The facts.
    checker: Checker,
    /// The examples.
    pub trials: Vec<Trial>,
}

impl Drilled {
    /// The facts.
    pub fn book(&self) -> &FactBook {
        &self.checker.book
    }
}

/// Runs the examples of every fact that is to be heard of.
pub fn run(book: FactBook) -> Drilled {
    let facts = book.facts.iter().enumerate();
    let heard = facts.filter(|(_, fact)| !fact.muted).map(|(index, _)| index).collect();
    run_some(book, heard)
}

/// Runs the examples of the fact at `index`, muted or not.
pub fn run_fact(mut book: FactBook, index: usize) -> Drilled {
    book.facts[index].muted = false;
    run_some(book, vec![index])
}

fn run_some(mut book: FactBook, indices: Vec<usize>) -> Drilled {
    for fact in &mut book.facts {
        // An example has no path, so it cannot match one.
        fact.articles = Rare::default();
    }
    let checker = Checker::new(book);
    let trials = indices.par_iter().flat_map_iter(|&index| {
        let checker = &checker;
        let fact = &checker.book.facts[index];
        let id = FactId(index as u32);
        examples(fact).map(move |(wanted, example)| run_one(checker, id, wanted, example))
    });
    let trials = trials.collect();
    Drilled { checker, trials }
}

fn examples(fact: &Fact) -> impl Iterator<Item = (Wanted, &Example)> {
    let agrees = fact.examples.agrees.iter().map(|example| (Wanted::Agrees, example));
    let conflicts = fact.examples.conflicts.iter().map(|example| (Wanted::Conflicts, example));
    let ignores = fact.examples.ignores.iter().map(|example| (Wanted::Ignores, example));
    agrees.chain(conflicts).chain(ignores)
}

fn run_one(checker: &Checker, fact: FactId, wanted: Wanted, example: &Example) -> Trial {
    let source = Source::new(checker.book.facts[fact.0 as usize].id.as_str(), &*example.text);
    let circumstances = Circumstances { override_date: example.date, ..Circumstances::default() };
    let checked = checker.check(&source, Format::Plain, circumstances);
    let mut findings = checked.article.findings;
    findings.retain(|finding| finding.fact == fact);
    let outcome = outcome(wanted, &findings);
    Trial { fact, wanted, example: example.clone(), outcome, source, findings }
}

fn outcome(wanted: Wanted, findings: &[Finding]) -> Outcome {
    let has = |verdict| findings.iter().any(|finding| finding.verdict == verdict);
    match (wanted, has(Verdict::Agrees), has(Verdict::Conflicts)) {
        (Wanted::Agrees, true, false)
        | (Wanted::Conflicts, _, true)
        | (Wanted::Ignores, false, false) => Outcome::Validated,
        (Wanted::Agrees, true, true) | (Wanted::Ignores, _, _) => Outcome::Noisy,
        (Wanted::Agrees, false, true) | (Wanted::Conflicts, true, false) => Outcome::Wrong,
        (Wanted::Agrees | Wanted::Conflicts, false, false) => Outcome::Missing,
    }
}
