//! What stands between two items of a list, and the offices told of the items.
//!
//! It must not know facts.

use super::super::parse::Tag;
use super::super::scene::Scene;

/// Between two items of a list stand a comma, a conjunction, an article, an adjective of a country,
/// or one more item that is not known.
pub(super) fn joined(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    // "A and B (violins), C (viola)": what is in brackets only tells of the item before.
    let from = match scene.lower(from) {
        "(" => (from..to).find(|&at| scene.lower(at) == ")").map_or(from, |close| close + 1),
        _ => past_office(scene, from, to),
    };
    let to = before_office(scene, from, to);
    let between: Vec<&str> = (from..to).map(|at| scene.lower(at)).collect();
    let separated = between.iter().any(|word| matches!(*word, "," | "and" | "&" | ";"));
    // "A, B and C; D and E send observers": the list ends with its "and".
    let ended = between.contains(&";")
        && (from.saturating_sub(6)..from).any(|at| matches!(scene.lower(at), "and" | "&"));
    separated
        && !ended
        && (from..to).all(|at| {
            matches!(scene.lower(at), "," | "and" | "&" | ";" | "the" | "of" | "for")
                || scene.parse.words[at].is_capitalised()
        })
}

/// "A, then the defence secretary, and B", "A, who was its secretary, and B": past what tells of the item
/// before.
fn past_office(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    let opener = scene.lower(from + 1);
    let told = matches!(opener, "then" | "now" | "who" | "whose" | "a" | "an");
    let phrase = matches!(opener, "the" | "its" | "his" | "her" | "their" | "your" | "our");
    if scene.lower(from) != "," || !(told || phrase) {
        return from;
    }
    let close = (from + 2..to)
        .find(|&at| scene.lower(at) == "," && matches!(scene.lower(at + 1), "and" | "&"));
    // "the defence secretary", but "the Bank of Ostria"
    let common = |close: &usize| {
        told || scene.tag(close - 1) == Some(Tag::Noun)
            && !scene.parse.words[close - 1].is_capitalised()
    };
    close.filter(common).map_or(from, |close| close + 1)
}

/// "and the American ambassador, B", "and our own B": before what tells of the item after.
fn before_office(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    const LONGEST: usize = 6;
    let opens = |at: &usize| {
        matches!(scene.lower(*at), "the" | "its" | "his" | "her" | "their" | "your" | "our")
            && matches!(scene.lower(at.wrapping_sub(1)), "and" | "&" | ",")
    };
    let own = scene.lower(to.wrapping_sub(1)) == "own";
    let noun = scene.lower(to.wrapping_sub(1)) == ","
        && scene.tag(to.wrapping_sub(2)) == Some(Tag::Noun)
        && !scene.parse.words[to - 2].is_capitalised();
    let start = (from..to).rev().take(LONGEST).find(opens);
    start.filter(|_| own || noun).unwrap_or(to)
}
