//! Statements about a case, a version or a part named before them, or about what was found earlier.
//!
//! It must not know whether they agree with their facts.

use super::super::mention::Mention;
use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use super::super::token::{is_possessive_pronoun, is_strange_name};
use super::is_sum;
use crate::lexicon;
use crate::value::Value;

/// "Up to version 3.4 the limit was", "the limit in version 3": a version among several.
pub(super) fn is_of_version(scene: &Scene<'_>, value: usize) -> bool {
    const NEAR: usize = 8;
    let floor = scene.sentence.range.start;
    (floor..scene.sentence.range.end.min(value + NEAR)).any(|at| {
        is_series(scene, at)
            || matches!(scene.lower(at), "version" | "versions" | "release" | "releases")
                && scene.tag(at + 1) == Some(Tag::Number)
                && at > floor
                && (at.saturating_sub(2).max(floor)..at).any(|i| {
                    matches!(
                        scene.lower(i),
                        "in" | "to" | "before" | "until" | "with" | "since" | "from"
                    )
                })
    })
}

/// "If the story is true, X was discovered in 1915", "X was opened in 1950, if the plaque is right": so only in a
/// case that nobody vouches for. "If you ask me" is none.
pub(super) fn is_conditional(scene: &Scene<'_>, clause: usize) -> bool {
    let start = scene.sentence.range.start;
    let conditional = |at: usize| matches!(scene.lower(at), "if" | "unless");
    // "If true, X was discovered in 1915"
    let bare = conditional(start)
        && matches!(scene.lower(start + 1), "true" | "right" | "correct" | "confirmed" | "genuine")
        && scene.lower(start + 2) == ",";
    let clauses = &scene.sentence.clauses;
    let condition = |index: usize| {
        let node = &clauses[index];
        if node.parent != Some(clause) || !conditional(node.start) || node.verb.is_none() {
            return false;
        }
        let led = matches!(scene.lower(start), "but" | "and" | "yet" | "so");
        let fronted = node.start == start || led && node.start == start + 1;
        let personal = matches!(scene.lower(node.start + 1), "you" | "we" | "i" | "one");
        let trusted = (node.start..scene.sentence.range.end)
            .filter(|&at| scene.sentence.clause_of(at) == index)
            .any(|at| lexicon::is_trusted(scene.lower(at)));
        trusted || fronted && !personal
    };
    bare || (0..clauses.len()).any(condition)
}

/// "In the 2.x series", "on the 4.1 branch".
fn is_series(scene: &Scene<'_>, at: usize) -> bool {
    let before = |n: usize| scene.lower(at.wrapping_sub(n));
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    matches!(scene.lower(at), "series" | "branch")
        && (digit(before(1)) || before(1) == "x" && (digit(before(2)) || digit(before(3))))
}

/// "For concerts, the capacity rises": a case of its own before the statement.
pub(super) fn fronted_case(scene: &Scene<'_>, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let noun =
        |at: usize| scene.lower(at).ends_with('s') && scene.tag(at).is_some_and(Tag::is_nominal);
    let plural = matches!(scene.lower(start), "for" | "during") && (start + 1..start + 3).any(noun);
    // "For hockey the capacity is 16,000"
    // "Without fuel it weighs 30 t"
    let lacking = matches!(scene.lower(start), "without" | "excluding");
    let sort = lacking
        || scene.lower(start) == "for"
            && scene.tag(start + 1) == Some(Tag::Noun)
            && !scene.is_value(start + 1)
            && !matches!(
                scene.lower(start + 1),
                "example"
                    | "instance"
                    | "comparison"
                    | "reference"
                    | "most"
                    | "many"
                    | "all"
                    | "some"
                    | "much"
                    | "years"
                    | "decades"
                    | "centuries"
                    | "months"
                    | "weeks"
                    | "now"
                    | "once"
            );
    // "high; with its frame it measures 68 cm"
    let with = |at: usize| {
        matches!(scene.lower(at), "with" | "without" | "including" | "excluding")
            && matches!(scene.lower(at + 1), "its" | "the" | "all" | "their")
            && (at + 1..at + 4).all(|i| !scene.is_value(i))
    };
    let semicolons = (start..value).filter(|&at| scene.lower(at) == ";");
    // "In the regional councils it holds 117 seats"
    let among = matches!(scene.lower(start), "in" | "at" | "on" | "across" | "among")
        && scene.lower(start + 1) == "the"
        && (start + 2..start + 5)
            .take_while(|&at| scene.tag(at) == Some(Tag::Noun) && !scene.is_value(at))
            .last()
            .is_some_and(|at| {
                scene.lower(at).ends_with('s')
                    && !scene.lower(at).ends_with("ss")
                    && !matches!(scene.lower(at), "years" | "days" | "months" | "weeks" | "decades")
            });
    plural || sort || among || with(start) || semicolons.map(|at| at + 1).any(with)
}

/// "An earlier trial put the efficacy at 77%": what was thought before.
pub(super) fn is_from_earlier(scene: &Scene<'_>, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let study = |at: usize| {
        matches!(
            scene.lower(at),
            "study"
                | "trial"
                | "survey"
                | "estimate"
                | "count"
                | "census"
                | "test"
                | "analysis"
                | "report"
                | "review"
                | "poll"
                | "measurement"
                | "reading"
                | "assessment"
                | "look"
                | "readout"
        )
    };
    (start..value).any(|at| {
        let earlier = matches!(
            scene.lower(at),
            "earlier" | "previous" | "prior" | "preliminary" | "interim" | "pilot" | "older"
        );
        // "a phase 2 study"
        let early = scene.lower(at) == "phase"
            && matches!(scene.lower(at + 1), "1" | "2" | "i" | "ii" | "one" | "two");
        earlier && (at + 1..at + 3).any(study) || early && study(at + 2)
    })
}

/// "In vans, its share is 31%", "Among the young, turnout was 41%": a part, before what is said of it.
pub(super) fn fronted_part(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let whole = is_sum(scene.expected_of(draft));
    let start = scene.sentence.range.start;
    let among = matches!(scene.lower(start), "among" | "amongst");
    if whole && among {
        // "Among its honours are nineteen titles"
        // "Among those under twenty-five the rate is 19%"
        let people = matches!(
            scene.lower(start + 1),
            "those"
                | "people"
                | "men"
                | "women"
                | "children"
                | "adults"
                | "young"
                | "older"
                | "the"
        );
        return people
            || !lexicon::is_be_form(scene.lower(value.wrapping_sub(1)))
            || (start..value).any(|at| scene.lower(at) == ",");
    }
    whole && is_part_of_the_world(scene, start)
}

/// "In its home market, ", "Elsewhere in Europe, ", "In 2019, outside China, ": a place, and not the whole,
/// before what is said of it.
fn is_part_of_the_world(scene: &Scene<'_>, start: usize) -> bool {
    const LONGEST: usize = 8;
    // "In 2019 in the rest of the world"
    let dated = scene.value_at(start + 1).filter(|it| matches!(it.reading.value, Value::Date(_)));
    let after = dated.map_or(start, |date| date.words.end);
    let start = after + usize::from(dated.is_some() && scene.lower(after) == ",");
    let part = match scene.lower(start) {
        "elsewhere" | "outside" | "abroad" | "overseas" | "beyond" | "excluding" => return true,
        "in" | "across" | "within" | "throughout" => true,
        "on" => matches!(scene.lower(start + 1), "its" | "their" | "the"),
        _ => false,
    };
    if !part {
        return false;
    }
    // "In children the vaccine is 60 per cent effective"
    let group = lexicon::is_age_or_sex(scene.lower(start + 1))
        || matches!(scene.lower(start + 1), "patients" | "mice" | "animals" | "boys" | "girls");
    if group && scene.tag(start + 2) != Some(Tag::Preposition) {
        return true;
    }
    // "In the north the party holds 12 seats"
    let region = matches!(
        scene.lower(start + 2),
        "north"
            | "south"
            | "east"
            | "west"
            | "centre"
            | "capital"
            | "countryside"
            | "suburbs"
            | "provinces"
    );
    if scene.lower(start + 1) == "the" && region && scene.tag(start + 3) != Some(Tag::Preposition) {
        return true;
    }
    let ends = |at: &usize| {
        let named = |m: &Mention| m.words.contains(at) && !is_possessive_pronoun(scene.lower(*at));
        scene.lower(*at) == "," || scene.mentions.iter().any(named)
    };
    let Some(end) = (start + 1..start + LONGEST).find(ends) else { return false };
    let placed = is_strange_name(scene.parse, &scene.mentions, start + 1);
    let close = (start + 1..end).find(|&at| scene.lower(at) == "(").unwrap_or(end);
    let plain = (start + 1..close).all(|at| {
        let word = matches!(scene.tag(at), Some(Tag::Noun | Tag::Name | Tag::Determiner));
        let joins = scene.lower(at) == "of" || is_possessive_pronoun(scene.lower(at));
        (word || joins) && !scene.is_value(at)
    });
    let rest = (start + 1..end).any(|at| matches!(scene.lower(at), "rest" | "remainder"));
    let framed = (start + 1..end).any(|at| lexicon::frames_a_statement(scene.lower(at))) && !rest;
    // "In spite of the crisis", "In a difficult market"
    let phrase = scene.lower(start + 2) == "of" && scene.tag(start + 1) == Some(Tag::Noun)
        || matches!(scene.lower(start + 1), "a" | "an");
    let own = is_possessive_pronoun(scene.lower(start + 1));
    end > start + 1 && plain && !framed && !phrase && (placed || own || scene.lower(end) == ",")
}
