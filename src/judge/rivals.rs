//! Values that one sentence gives for one fact: where they differ, they are of different things.
//!
//! "It carries six lanes of traffic, two of them for buses", "opened for walkers on 27 May and for
//! cars the next day": one of them may be the fact's, so a conflict of another proves nothing.

use super::{Finding, Reason, Verdict};
use crate::extract::Claim;
use crate::rules::{Expected, Fact, FactBook, FactId};
use crate::source::Span;

/// How far apart a value and its restatement may stand, in bytes: "828 m (2,717 ft)".
const RESTATED: usize = 5;

/// The judged claims of an article about facts of one value.
#[derive(Debug, Default)]
pub(super) struct Rivals {
    heard: Vec<Heard>,
}

#[derive(Debug)]
struct Heard {
    fact: FactId,
    sentence: Span,
    /// Its finding's place in the list of all.
    finding: usize,
}

impl Rivals {
    /// Notes a claim whose findings will stand from `at` on.
    pub(super) fn hear(&mut self, claim: &Claim, own: &[Finding], at: usize, book: &FactBook) {
        let judged = |it: &Finding| matches!(it.verdict, Verdict::Agrees | Verdict::Conflicts);
        if let [finding] = own
            && judged(finding)
            && has_one_value(&book.facts[claim.fact.0 as usize])
        {
            let (fact, sentence) = (claim.fact, claim.sentence);
            self.heard.push(Heard { fact, sentence, finding: at });
        }
    }

    /// Leaves unjudged what conflicts beside another value of its fact in the same sentence.
    pub(super) fn settle(mut self, found: &mut [Finding]) {
        self.heard.sort_by_key(|heard| (heard.fact, heard.sentence, heard.finding));
        for group in self.heard.chunk_by(|a, b| (a.fact, a.sentence) == (b.fact, b.sentence)) {
            let disputed: Vec<usize> = group
                .iter()
                .map(|heard| heard.finding)
                .filter(|&index| found[index].verdict == Verdict::Conflicts)
                .filter(|&index| {
                    group.iter().any(|other| differs(&found[index], &found[other.finding]))
                })
                .collect();
            for index in disputed {
                found[index].verdict = Verdict::Unjudged(Reason::RivalEvent);
                found[index].dispute = None;
            }
        }
    }
}

/// Whether another value stands beside one, and is not the same amount in another unit.
fn differs(one: &Finding, other: &Finding) -> bool {
    let gap = match one.span.start < other.span.start {
        true => other.span.start.saturating_sub(one.span.end),
        false => one.span.start.saturating_sub(other.span.end),
    };
    one.stated != other.stated && gap > RESTATED
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
