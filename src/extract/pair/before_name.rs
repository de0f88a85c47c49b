//! A year before a name, with or without a noun between them: "the 2016 X", "her 2003 single "X"", "1987's X".
//!
//! It must not know whether a year is right.

use super::super::antecedent::is_called;
use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::super::token::is_quote;
use crate::lexicon;
use crate::rules::{FactId, SubjectId};
use crate::value::Value;
use crate::value::date::Precision;

/// "her 2003 single "X"", "the 1949 comedy film X", "a 2014 pact, X": the name, and the noun that says what it is.
pub(super) fn titled(scene: &Scene<'_>, value: &Located) -> Option<(usize, usize)> {
    const LONGEST: usize = 5;
    let Value::Date(date) = &value.reading.value else { return None };
    let (start, end) = (value.words.start, value.words.end);
    if date.precision() != Precision::Year || date.is_relative() || !is_determined(scene, start) {
        return None;
    }
    let noun = work(scene, end)?;
    let mark = |at: usize| {
        scene.sentence.range.contains(&at) && is_quote(scene.parse, at)
            || matches!(scene.lower(at), "," | "*" | "called" | "titled")
    };
    let next = (noun + 1..noun + LONGEST).find(|&at| !mark(at))?;
    let next = next + usize::from(matches!(scene.lower(next), "the" | "a" | "an"));
    let comma = (noun + 1..next).any(|at| scene.lower(at) == ",");
    let mention = (0..scene.mentions.len()).find(|&it| {
        let mention = &scene.mentions[it];
        let (first, setting) = (mention.words.start, &scene.settings[it]);
        let here = first == next || first + 1 == next && scene.lower(first) != ",";
        here && mention.kind == MentionKind::Name && !setting.longer && setting.modifies.is_none()
    })?;
    let subject = scene.mentions[mention].subject;
    let other = || is_other_work(scene, subject, scene.lower(noun));
    ((!comma || is_closed(scene, mention)) && !other()).then_some((mention, noun))
}

/// "X is a 1997 drama film": the name, and the noun that says what it is.
pub(super) fn said_to_be(scene: &Scene<'_>, value: &Located) -> Option<(usize, usize)> {
    let Value::Date(date) = &value.reading.value else { return None };
    let article = value.words.start.checked_sub(1)?;
    let is = article.checked_sub(1)?;
    let says =
        matches!(scene.lower(article), "a" | "an") && matches!(scene.lower(is), "is" | "was");
    if !says || date.precision() != Precision::Year || date.is_relative() {
        return None;
    }
    let noun = work(scene, value.words.end)?;
    let clause = scene.sentence.clause_of(is);
    let subjects = scene.subjects_of(clause);
    let &mention = subjects.first().filter(|_| scene.sentence.clauses[clause].verb.is_some())?;
    let subject = scene.mentions[mention].subject;
    let alone =
        subjects.iter().all(|&it| scene.mentions[it].words == scene.mentions[mention].words);
    (alone && !is_other_work(scene, subject, scene.lower(noun))).then_some((mention, noun))
}

/// "film" of "2003 Norland film", "2012 science-fiction film": what comes about in the year before it.
fn work(scene: &Scene<'_>, start: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let within = |at: &usize| {
        scene.tag(*at).is_some_and(Tag::is_nominal) && !is_named(scene, *at)
            || scene.lower(*at) == "-"
            || scene.lower(*at) == "hit"
    };
    let noun = (start..start + LONGEST).take_while(within).last()?;
    let later = (start..noun).any(|at| is_later_form(scene.lower(at)));
    (!later && !lexicon::comes_about(scene.lower(noun)).is_empty()).then_some(noun)
}

/// "the 1988 film X" of a novel, "the 1950 remake X": what was made of the thing, under its name.
fn is_other_work(scene: &Scene<'_>, subject: SubjectId, noun: &str) -> bool {
    let made_of = matches!(
        noun,
        "remake" | "sequel" | "adaptation" | "reissue" | "cover" | "translation" | "reboot"
    );
    let art = |word: &str| lexicon::sort_of(word).filter(|sort| lexicon::is_art(sort));
    let sort = art(noun);
    if !made_of && sort.is_none() || is_called(scene.book, subject, noun) {
        return false;
    }
    let kinds = &scene.book.subjects[subject.0 as usize].kind;
    let other = |kind: &String| {
        let kind = kind.rsplit(' ').next().and_then(art);
        kind.is_some() && kind != sort
    };
    made_of || kinds.iter().any(other)
}

/// "the 1993 paperback novel X": a form in which a work came out again.
fn is_later_form(word: &str) -> bool {
    matches!(
        word,
        "paperback" | "hardback" | "audiobook" | "remastered" | "reissued" | "restored" | "revised"
    )
}

/// "her 2003 novel, X,": nothing that could go on with the name follows it.
fn is_closed(scene: &Scene<'_>, mention: usize) -> bool {
    let end = scene.settings[mention].end;
    matches!(scene.lower(end), "," | "." | ";" | ":" | ")" | "")
        || scene.tag(end) == Some(Tag::Mark)
        || scene.tag(end).is_some_and(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary))
}

/// "the", "her", "Lund's" before a value, or "a hit".
fn is_determined(scene: &Scene<'_>, start: usize) -> bool {
    let before = start.wrapping_sub(1);
    matches!(scene.tag(before), Some(Tag::Determiner | Tag::Possessive))
        || scene.tag(before) == Some(Tag::Pronoun)
            && matches!(scene.lower(before), "his" | "her" | "its")
}

/// Whether a word is of a name that some fact knows.
fn is_named(scene: &Scene<'_>, at: usize) -> bool {
    scene.mentions.iter().any(|it| it.kind == MentionKind::Name && it.words.contains(&at))
}

/// Whether a fact is about what makes a noun's thing come out: of a film its release, of a pact its signing.
pub(super) fn brings_about(scene: &Scene<'_>, noun: usize, fact: FactId) -> bool {
    let predicate = &scene.fact(fact).predicate;
    let word = scene.lower(noun);
    let ways = lexicon::comes_about(word);
    predicate.builtin.iter().any(|it| ways.contains(it))
        || predicate.cues.iter().any(|cue| cue == word || ways.contains(&cue.as_str()))
}

/// "ten-year X", "2016 X": the value right before a name, no preposition before it.
pub(super) fn premodified(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let before = value.words.start.checked_sub(1).map(|at| scene.lower(at)).unwrap_or("");
    if lexicon::is_preposition(before) {
        return None;
    }
    // "1987's X"
    let year = matches!(value.reading.value, Value::Date(_));
    let owns = year && scene.tag(value.words.end) == Some(Tag::Possessive);
    let next = value.words.end + usize::from(owns || scene.lower(value.words.end) == "-");
    let attributive = match &value.reading.value {
        Value::Date(date) => !date.is_relative() && date.precision() >= Precision::Month,
        _ => true,
    };
    // "1931  Brannoch Salt leaves the old shop": the year heads the line.
    let heads = |mention: &super::super::mention::Mention| {
        value.words.start == scene.sentence.range.start
            && scene.sentence.verbs.iter().any(|verb| verb.range.start == mention.words.end)
    };
    scene.mentions.iter().enumerate().position(|(i, mention)| {
        attributive
            && !heads(mention)
            && mention.kind == MentionKind::Name
            && mention.words.start == next
            && !scene.settings[i].longer
            && scene.settings[i].modifies.is_none()
    })
}

/// The mentions that a noun phrase from a word on names: "the 1943 novel X".
pub(super) fn starting_at(scene: &Scene<'_>, word: usize) -> Vec<usize> {
    (0..scene.mentions.len())
        .filter(|&i| {
            let mention = &scene.mentions[i];
            scene.can_be_argument(i)
                && mention.kind != MentionKind::Pronoun
                && mention.words.start >= word
                && mention.words.start <= word + 2
                && is_one_phrase(scene, word, i)
        })
        .collect()
}

/// Whether what stands from a word to a mention is one phrase with it: "the 1943 novel X", "her 1943 novel, X", but not "the
/// 1998 remake of X", "in his 1996 book that X", "In a 2010 interview, X".
fn is_one_phrase(scene: &Scene<'_>, word: usize, index: usize) -> bool {
    let mention = &scene.mentions[index];
    let between = word..mention.words.start;
    let comma = between.clone().any(|at| scene.lower(at) == ",");
    // "the 2013 Norland floods Norland saw": the name is in the phrase already.
    if scene
        .mentions
        .iter()
        .any(|it| it.subject == mention.subject && between.contains(&it.words.start))
    {
        return false;
    }
    let inside = |at: usize| {
        scene.tag(at).is_some_and(Tag::is_nominal)
            || scene.lower(at) == ","
            || is_quote(scene.parse, at)
            || matches!(scene.lower(at), "-" | "–" | "*" | "the" | "a" | "an")
    };
    // What is set off by a comma is called by the noun before it.
    let called = || {
        let noun = scene.lower(word);
        is_called(scene.book, mention.subject, noun)
            || lexicon::sort_of(noun).is_some_and(lexicon::is_art)
    };
    let derived = || {
        let last = between.clone().rfind(|&at| scene.tag(at) == Some(Tag::Noun));
        last.is_some_and(|at| is_other_work(scene, mention.subject, scene.lower(at)))
    };
    between.clone().all(inside)
        && !derived()
        && !between.clone().any(|at| is_later_form(scene.lower(at)))
        && (!comma || !mention.person && is_closed(scene, index) && called())
}
