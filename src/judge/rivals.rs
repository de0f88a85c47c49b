//! Values that one sentence gives for one fact: where they differ, they are of different things.
//!
//! "It carries six lanes of traffic, two of them for buses", "opened for walkers on 27 May and for
//! cars the next day": one of them may be the fact's, so a conflict of another proves nothing.

use rustc_hash::FxHashMap;

use super::{Finding, Reason, Verdict};
use crate::extract::Claim;
use crate::rules::{Expected, Fact, FactBook, FactId};
use crate::source::Span;

/// How far apart a value and its restatement may stand, in bytes: "828 m (2,717 ft)".
const RESTATED: usize = 5;

/// The single values judged so far, to be held against each other when all are known.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    /// What each is about, the sentence it stands in, and its finding.
    heard: Vec<(FactId, Span, usize)>,
}

impl Rivals {
    /// Notes a claim's findings, which will stand at `index` among all.
    pub(super) fn hear(&mut self, claim: &Claim, own: &[Finding], index: usize, book: &FactBook) {
        let [finding] = own else { return };
        let is_judged = matches!(finding.verdict, Verdict::Agrees | Verdict::Conflicts);
        if is_judged && has_one_value(&book.facts[claim.fact.0 as usize]) {
            self.heard.push((claim.fact, claim.sentence, index));
        }
    }

    /// Leaves unjudged what conflicts beside another value of its fact in the same sentence.
    pub(super) fn settle(mut self, found: &mut [Finding]) {
        self.heard.sort_unstable();
        for group in self.heard.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let mut group: Vec<usize> = group.iter().map(|&(.., index)| index).collect();
            group.sort_by_key(|&index| found[index].span);
            for index in beaten(&group, found) {
                found[index].verdict = Verdict::Unjudged(Reason::RivalEvent);
                found[index].dispute = None;
            }
        }
    }
}

/// The conflicts among the findings of one fact in one sentence, in order of place, that have a
/// rival: another value that does not restate them. Linear, since a sentence may be an article.
fn beaten(group: &[usize], found: &[Finding]) -> Vec<usize> {
    let mut n_saying: FxHashMap<&str, usize> = FxHashMap::default();
    for &index in group {
        *n_saying.entry(&found[index].stated).or_default() += 1;
    }
    let is_beaten = |&(at, index): &(usize, usize)| {
        let finding = &found[index];
        let restates = |other: &&usize| is_restated(finding.span, found[**other].span);
        let around = group[..at].iter().rev().take_while(restates);
        let around = around.chain(group[at + 1..].iter().take_while(restates));
        let n_restated = around.filter(|other| found[**other].stated != finding.stated).count();
        finding.verdict == Verdict::Conflicts
            && group.len() > n_saying[finding.stated.as_str()] + n_restated
    };
    let places = group.iter().copied().enumerate();
    places.filter(is_beaten).map(|(_, index)| index).collect()
}

fn has_one_value(fact: &Fact) -> bool {
    match fact.expected {
        Expected::Date(_)
        | Expected::Period(_)
        | Expected::Duration(_)
        | Expected::Number(_)
        | Expected::Money(_)
        | Expected::Percent(_)
        | Expected::Ordinal(_) => true,
        Expected::Text(_)
        | Expected::Members(_)
        | Expected::Expansion(_)
        | Expected::Timeline(_)
        | Expected::Holders(_)
        | Expected::Editions(_) => false,
    }
}

/// The same amount in another unit, right after the first.
fn is_restated(one: Span, other: Span) -> bool {
    let gap = match one.start < other.start {
        true => other.start.saturating_sub(one.end),
        false => one.start.saturating_sub(other.end),
    };
    gap <= RESTATED
}
