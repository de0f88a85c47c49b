//! What stands nearer to a pronoun than what the last sentence was about: "For the theatre, write to its
//! director", "The telescope that carries it is older: it saw".
//!
//! It must not know facts.

use super::mention::{Mention, MentionKind};
use super::parse::{Clause, ClauseKind, Parse, Sentence, Tag};
use super::token::is_strange_name;
use crate::rules::SubjectId;
use crate::value::number::Unit;

/// "Norland, with its 9 million people": the name right before owns what follows.
pub(super) fn is_of_neighbour(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    its: usize,
) -> bool {
    its >= sentence.range.start + 3
        && parse.words[its].lower == "its"
        && parse.words[its - 1].lower == "with"
        && parse.words[its - 2].raw == ","
        // "the committee, with its 21 members,"
        && (super::token::is_strange_name(parse, named, its - 3)
            || parse.tags[its - 3] == Tag::Noun
                && !named.iter().any(|mention| mention.words.contains(&(its - 3))))
}

/// "X lost to Norl, which has its seat in Hull": a pronoun that is said of "which" means the name before it;
/// the inner option is absent where no fact knows that name.
pub(super) fn of_relative(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    at: usize,
) -> Option<Option<SubjectId>> {
    let subjectless = |clause: &Clause| {
        let verb = clause.verb.map(|verb| &sentence.verbs[verb].range)?;
        let own = (clause.start..verb.start).any(|i| parse.tags[i].is_nominal());
        (!own && verb.start <= at).then_some(())
    };
    let mut clause = &sentence.clauses[sentence.clause_of(at)];
    while clause.kind == ClauseKind::Coordinate {
        subjectless(clause)?;
        clause = &sentence.clauses[clause.parent?];
    }
    let opener = parse.words[clause.start].lower.as_str();
    if clause.kind != ClauseKind::Relative || !matches!(opener, "which" | "that") {
        return None;
    }
    subjectless(clause)?;
    let comma = usize::from(parse.words[clause.start.checked_sub(1)?].raw == ",");
    let before = clause.start.checked_sub(1 + comma).filter(|&i| i >= sentence.range.start)?;
    let known = named.iter().find(|it| it.words.end == before + 1 && it.kind == MentionKind::Name);
    match known {
        Some(known) => Some(Some(known.subject)),
        None => super::token::is_strange_name(parse, named, before).then_some(None),
    }
}

/// "Pennant is younger: it was founded in 1955": the stranger that the sentence begins with.
pub(super) fn is_of_stranger_before(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    at: usize,
) -> bool {
    let first = sentence.range.start;
    let parted = at > first + 1 && matches!(parse.words[at - 1].raw, ":" | ";" | "—");
    let verb = sentence.verbs.first().map(|verb| verb.range.start).filter(|&verb| verb < at);
    parted
        && verb.is_some_and(|verb| {
            verb > first && (first..verb).all(|i| is_strange_name(parse, named, i))
        })
        && !named.iter().any(|it| it.words.start >= first && it.words.end <= at)
}

/// "For the theatre, write to its director": the noun of the phrase before the comma is nearer than what
/// the last sentence was about.
pub(super) fn is_of_fronted(parse: &Parse<'_>, sentence: &Sentence, its: usize) -> bool {
    const REACH: usize = 5;
    let start = sentence.range.start;
    let lower = |at: usize| parse.words[at].lower.as_str();
    if lower(its) != "its" || parse.tags[start] != Tag::Preposition || its < start + 4 {
        return false;
    }
    let article = matches!(lower(start + 1), "the" | "a" | "an");
    let comma = (start + 2..its.min(start + REACH)).find(|&at| parse.words[at].raw == ",");
    let named = |comma: &usize| (*comma..its).any(|at| parse.tags[at] == Tag::Name);
    let noun = comma.filter(|_| article).filter(|comma| !named(comma)).map(|comma| comma - 1);
    noun.is_some_and(|noun| {
        parse.tags[noun] == Tag::Noun
            && !parse.is_value(noun)
            && !matches!(
                lower(noun),
                "end"
                    | "time"
                    | "day"
                    | "year"
                    | "years"
                    | "moment"
                    | "meantime"
                    | "beginning"
                    | "start"
                    | "war"
                    | "fact"
                    | "event"
                    | "past"
                    | "future"
                    | "century"
                    | "decade"
                    | "course"
                    | "first"
                    | "contrary"
                    | "whole"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "night"
                    | "same"
            )
    })
}

/// "The hub has figures of its own: it weighs": a thing without a name is what the sentence is about.
pub(super) fn is_introduced(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    let start = sentence.range.start;
    let opens = matches!(parse.words[start].lower.as_str(), "the" | "a" | "an" | "another");
    let own = parse.words[at].lower == "its"
        && parse.words.get(at + 1).is_some_and(|word| word.lower == "own");
    let verb = sentence.verbs.first().filter(|verb| verb.range.start > start + 1);
    opens
        && verb.is_some_and(|verb| {
            (start + 1..verb.range.start).all(|i| parse.tags[i] == Tag::Noun)
                && (own
                    || (verb.range.end..at).any(|i| matches!(parse.words[i].raw, ":" | ";" | "—")))
        })
}

/// "The telescope that carries it is older", "The mill beside it is a café": the pronoun only helps to tell
/// which thing the sentence is about, and what follows is said of that thing.
pub(super) fn tells_which(parse: &Parse<'_>, sentence: &Sentence, pronoun: &Mention) -> bool {
    let start = sentence.range.start;
    let at = pronoun.words.start;
    let Some(verb) = sentence.clauses.first().and_then(|clause| clause.verb) else { return false };
    let opens = matches!(parse.words[start].lower.as_str(), "the" | "a" | "an" | "another");
    let noun = (start + 1..at).take_while(|&i| parse.tags[i] == Tag::Noun).last();
    let modifies = |noun: usize| {
        parse.tags[noun + 1] == Tag::Preposition
            || matches!(parse.words[noun + 1].lower.as_str(), "that" | "which" | "who")
    };
    pronoun.kind == MentionKind::Pronoun
        && parse.words[at].lower == "it"
        && opens
        && at < sentence.verbs[verb].range.start
        && noun.is_some_and(modifies)
}

/// "The gauge of X is 1,067 mm and its length is 78 km": what the subject of the sentence is of, before a
/// statement about something else of it.
pub(super) fn is_head_of(
    parse: &Parse<'_>,
    sentence: &Sentence,
    mention: &Mention,
    its: usize,
) -> bool {
    const LONGEST: usize = 6;
    let start = sentence.range.start;
    let of = (start..mention.words.start).rev().find(|&at| parse.words[at].lower == "of");
    let heads = of.is_some_and(|of| {
        of > start
            && of <= start + LONGEST
            && parse.tags[of - 1] == Tag::Noun
            && (start..of - 1).all(|at| matches!(parse.tags[at], Tag::Determiner | Tag::Noun))
            && (of + 1..mention.words.start)
                .all(|at| matches!(parse.tags[at], Tag::Determiner | Tag::Noun))
    });
    let states = sentence.verbs.iter().any(|verb| {
        verb.range.start > its && (its + 1..verb.range.start).all(|at| parse.tags[at] == Tag::Noun)
    });
    // "The bridge of X is old, and its": the bridge's.
    let is = mention.words.end;
    let measured = crate::lexicon::is_be_form(&parse.words[is].lower)
        && parse.is_value(is + 1)
        && (is + 1..its).all(|at| {
            parse.is_value(at)
                || matches!(&*parse.words[at].lower, "," | "and" | "but")
                || Unit::named(parse.words[at].raw).is_some()
        });
    let again =
        its > start && matches!(&*parse.words[its - 1].lower, "and" | "but" | "while" | ";");
    parse.words[its].lower == "its" && heads && measured && states && again
}
