//! "The rumour that X was founded in 1899": what a word before "that" makes hearsay, and what legend has.
//!
//! It must not know facts or values.

use super::super::parse::{Clause, ClauseKind};
use super::super::scene::Scene;
use crate::lexicon;

/// Whether a clause is what a rumour, a claim or a belief says.
pub(super) fn is_hearsay(scene: &Scene<'_>, clause: &Clause) -> bool {
    let that = clause.kind == ClauseKind::Complement || scene.lower(clause.start) == "that";
    that && clause.start > 0
        && lexicon::is_hearsay(scene.lower(past_aside(scene, clause.start - 1)))
}

/// "according to one source", "by some accounts": what others may say otherwise.
fn is_one_account(scene: &Scene<'_>, value: usize) -> bool {
    let of_some = |at: usize| {
        matches!(
            scene.lower(at),
            "one" | "another" | "some" | "several" | "certain" | "other" | "most" | "unconfirmed"
        )
    };
    let account = |at: usize| {
        matches!(
            scene.lower(at),
            "source"
                | "sources"
                | "account"
                | "accounts"
                | "version"
                | "versions"
                | "report"
                | "reports"
                | "tradition"
                | "traditions"
                | "story"
                | "stories"
        )
    };
    let range = scene.sentence.range.clone();
    let told = |at: &usize| {
        let first = match (scene.lower(*at), scene.lower(*at + 1)) {
            ("according", "to") => *at + 2,
            ("by", _) => *at + 1,
            _ => return false,
        };
        of_some(first) && account(first + 1)
    };
    let parted = |from: usize, to: usize| (from..to).any(|at| scene.lower(at) == ";");
    range.filter(told).any(|at| !parted(at.min(value), at.max(value)))
}

/// "That X was founded in 1991 is a legend": what is said of the clause that opens the sentence.
fn is_called_legend(scene: &Scene<'_>, value: usize) -> bool {
    const NEAR: usize = 6;
    let range = &scene.sentence.range;
    let called = |at: usize| {
        lexicon::is_hearsay(scene.lower(at))
            || matches!(
                scene.lower(at),
                "legend"
                    | "myth"
                    | "fiction"
                    | "mistake"
                    | "error"
                    | "untrue"
                    | "false"
                    | "wrong"
                    | "nonsense"
                    | "rubbish"
                    | "unlikely"
                    | "doubtful"
                    | "disputed"
                    | "story"
            )
    };
    scene.lower(range.start) == "that"
        && (value + 1..range.end).any(|at| {
            matches!(scene.lower(at), "is" | "was" | "remains") && (at + 1..at + NEAR).any(called)
        })
}

/// "opened (as legend has it) in 1831".
pub(super) fn is_legend(scene: &Scene<'_>, value: usize) -> bool {
    const REACH: usize = 16;
    is_one_account(scene, value)
        || is_called_legend(scene, value)
        || (scene.sentence.range.start..value + REACH).any(|at| {
            scene.lower(at) == "as"
                && matches!(
                    scene.lower(at + 1),
                    "legend" | "rumour" | "rumor" | "gossip" | "tradition"
                )
                && scene.lower(at + 2) == "has"
        })
}

/// "the claim, found on several websites, that": before the aside that ends at a word.
fn past_aside(scene: &Scene<'_>, at: usize) -> usize {
    const LONGEST: usize = 8;
    if scene.lower(at) != "," {
        return at;
    }
    let floor = at.saturating_sub(LONGEST).max(scene.sentence.range.start);
    let open = (floor..at).rev().find(|&i| scene.lower(i) == ",");
    open.filter(|&open| open > scene.sentence.range.start).map_or(at, |open| open - 1)
}
