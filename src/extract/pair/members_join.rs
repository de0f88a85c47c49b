//! What stands between two items of a list, and the offices told of the items.
//!
//! It must not know facts.

use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::Scene;
use crate::lexicon;

/// Between two items of a list stand a comma, a conjunction, an article, an adjective of a country,
/// or one more item that is not known.
pub(super) fn joined(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    // "A and B (violins), C (viola)": what is in brackets only tells of the item before.
    let from = match scene.lower(from) {
        "(" => (from..to).find(|&at| scene.lower(at) == ")").map_or(from, |close| close + 1),
        // "A on violin, B on viola"
        "on" if scene.tag(from + 1) == Some(Tag::Noun) => from + 2,
        _ => past_office(scene, from, to),
    };
    let to = before_office(scene, from, before_calling(scene, from, to));
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

/// "A and *glass-maker* B", "A, B and *the yeast* C": before what the item after is called.
fn before_calling(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    const LONGEST: usize = 4;
    let calls = |at: &usize| {
        scene.tag(*at) == Some(Tag::Noun) && !scene.parse.words[*at].is_capitalised()
            || super::super::token::is_hyphen(scene.parse, *at)
    };
    let start = to - (from..to).rev().take_while(calls).count();
    let separated = start.checked_sub(1).map(|at| scene.lower(at));
    let opens = matches!(separated, Some("and" | "&" | "," | "the"));
    if opens && to - start <= LONGEST { start } else { to }
}

/// "the cellist B", "the violinists A and B".
fn is_occupation(noun: &str) -> bool {
    let singular = noun.strip_suffix('s').unwrap_or(noun);
    singular.ends_with("ist") || lexicon::is_person_noun(singular)
}

/// "and the American ambassador, B", "and our own B": before what tells of the item after.
fn before_office(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    const LONGEST: usize = 6;
    let opens = |at: &usize| {
        matches!(scene.lower(*at), "the" | "its" | "his" | "her" | "their" | "your" | "our")
            && matches!(scene.lower(at.wrapping_sub(1)), "and" | "&" | ",")
    };
    let own =
        scene.lower(to.wrapping_sub(1)) == "own" || is_occupation(scene.lower(to.wrapping_sub(1)));
    let noun = scene.lower(to.wrapping_sub(1)) == ","
        && scene.tag(to.wrapping_sub(2)) == Some(Tag::Noun)
        && !scene.parse.words[to - 2].is_capitalised();
    let start = (from..to).rev().take(LONGEST).find(opens);
    start.filter(|_| own || noun).unwrap_or(to)
}

/// "whose other members are A and B", "besides A, the members of X are B and C": not all of them.
pub(super) fn is_of_rest(scene: &Scene<'_>, event: &Event) -> bool {
    let before = scene.lower(event.words.start.wrapping_sub(1));
    let first = scene.lower(scene.sentence.range.start);
    matches!(before, "other" | "remaining" | "further")
        || matches!(first, "besides" | "apart" | "aside" | "alongside") && event.is_nominal()
}

/// "The members, unchanged since 2016, are A and B": past the aside.
pub(super) fn past_aside(scene: &Scene<'_>, cue: usize, list: usize) -> usize {
    const LONGEST: usize = 8;
    if scene.lower(cue) != "," {
        return cue;
    }
    let close = (cue + 1..list.min(cue + LONGEST)).find(|&at| scene.lower(at) == ",");
    close.map_or(cue, |close| close + 1)
}
