//! Values that one sentence gives for one fact: where they differ, they are of different things.
//!
//! "It carries six lanes of traffic, two of them for buses", "opened for walkers on 27 May and for
//! cars the next day": one of them may be the fact's, so a conflict of another proves nothing.

use super::{Finding, Reason, Verdict};
use crate::extract::Claim;
use crate::rules::{Expected, Fact, FactBook};
use crate::source::Span;

/// How far apart a value and its restatement may stand, in bytes: "828 m (2,717 ft)".
const RESTATED: usize = 5;

/// Leaves unjudged what conflicts beside another value of its fact in the same sentence.
pub(super) fn settle(claims: &[&Claim], found: &mut [Vec<Finding>], book: &FactBook) {
    let heard: Vec<Option<(Span, String, Verdict)>> =
        claims.iter().zip(&*found).map(|(claim, own)| single(claim, own, book)).collect();
    for (index, own) in heard.iter().enumerate() {
        let Some((span, stated, Verdict::Conflicts)) = own else { continue };
        let rival = heard.iter().enumerate().any(|(other, heard)| {
            let (this, that) = (claims[index], claims[other]);
            heard.as_ref().is_some_and(|(beside, value, _)| {
                other != index
                    && this.fact == that.fact
                    && this.sentence == that.sentence
                    && value != stated
                    && !is_restated(*span, *beside)
            })
        });
        if rival {
            found[index][0].verdict = Verdict::Unjudged(Reason::RivalEvent);
            found[index][0].dispute = None;
        }
    }
}

/// The one judged value of a claim about a fact that has one value.
fn single(claim: &Claim, own: &[Finding], book: &FactBook) -> Option<(Span, String, Verdict)> {
    let [finding] = own else { return None };
    let judged = matches!(finding.verdict, Verdict::Agrees | Verdict::Conflicts);
    (judged && has_one_value(&book.facts[claim.fact.0 as usize]))
        .then(|| (finding.span, finding.stated.clone(), finding.verdict))
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
