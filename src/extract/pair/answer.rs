//! Answers: a value at the head of the sentence after "When was X founded?".

use super::super::claim::Stated;
use super::super::parse::Tag;
use super::super::person::name_from;
use super::super::scene::{Draft, Located, Scene};
use super::expansion_phrase::phrase_after;
use super::measure::span;
use super::measure_kind::wanted;
use super::text::{expected_text, forms};
use crate::document::BlockKind;
use crate::lexicon;
use crate::rules::{Expected, Fact, FactId};
use crate::source::Span;
use crate::value::{self, Value};

/// What a question asks for: a fact, and where it names the subject, in the source.
pub(in crate::extract) type Asked = (FactId, Span);

/// How many small words may stand before the value of an answer: "Only in".
const REACH: usize = 3;

/// The facts that a question, or a head of the form "When it opened", asks for.
pub(in crate::extract) fn asked(scene: &Scene<'_>, is_head: bool) -> Vec<Asked> {
    let range = &scene.sentence.range;
    let marked = scene.lower(range.end - 1) == "?";
    // "Q. When", "In which year", "You were there when it was signed?"
    if misstates(scene) {
        return signalled(scene, |_| true);
    }
    let opener = range.clone().find(|&at| is_opener(scene.lower(at)));
    let Some(opener) = opener.filter(|&at| marked || is_head && at == range.start) else {
        // "And it runs for how long? Twenty years?" still asks.
        return if marked && scene.mentions.is_empty() { scene.asked.to_vec() } else { Vec::new() };
    };
    let when = range.clone().any(|at| matches!(scene.lower(at), "when" | "year" | "date" | "day"));
    let fits = |fact: &Fact| matches!(fact.expected, Expected::Date(_)) == when;
    let mut found = signalled(scene, fits);
    // "Who was the first Defence Minister?"
    let then = |word: &str| {
        matches!(word, "was" | "were" | "became" | "first" | "second" | "third" | "youngest")
            || lexicon::is_other_time_adjective(word)
    };
    if scene.lower(opener) == "who" && !range.clone().any(|at| then(scene.lower(at))) {
        let offices = super::office::offices(scene).into_iter();
        let offices = offices.filter(|it| asks_who_is(scene, opener, it.words.start));
        found.extend(offices.map(|it| (it.fact, scene.source(scene.span(&it.words)))));
    }
    found
}

/// The facts about the sentence's subjects that its words ask for or speak of.
fn signalled(scene: &Scene<'_>, fits: impl Fn(&Fact) -> bool) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    for mention in &scene.mentions {
        for &fact in scene.facts_of(mention.subject) {
            let cues = scene.cues(fact);
            let signalled = scene.events.iter().any(|event| event.signals(cues))
                || asks_how_many(scene, scene.fact(fact))
                || asks_in_full(scene, scene.fact(fact));
            if signalled && fits(scene.fact(fact)) {
                found.push((fact, scene.source(mention.span)));
            }
        }
    }
    found
}

/// "A report on Monday misstated the height of X", "gave the wrong date for": what is right comes next.
fn misstates(scene: &Scene<'_>) -> bool {
    let range = &scene.sentence.range;
    range.clone().any(|at| {
        let next = scene.lower(at + 1);
        match scene.lower(at) {
            "misstated" | "misreported" | "misrepresented" | "overstated" | "understated"
            | "misspelled" | "misspelt" | "misidentified" | "misnamed" | "misdated" => true,
            "wrong" | "incorrect" => {
                matches!(scene.lower(at.wrapping_sub(1)), "the" | "a" | "an")
                    && matches!(
                        next,
                        "date" | "year" | "figure" | "number" | "name" | "day" | "month" | "amount"
                    )
                    || scene.is_value(at + 1)
                    || scene.events.iter().any(|it| it.is_nominal() && it.words.start == at + 1)
            }
            "we" => matches!(next, "wrote" | "said" | "reported" | "stated" | "gave"),
            "wrongly" | "incorrectly" | "mistakenly" | "erroneously" => {
                matches!(next, "gave" | "stated" | "named" | "identified" | "reported" | "listed")
            }
            _ => false,
        }
    })
}

/// "It was 1911", "The right figure is 240", "In fact it was 240": past what only leads to the value.
fn past_lead(scene: &Scene<'_>, start: usize) -> usize {
    let mut at = start;
    // "That was wrong; the year was 1911"
    let wrong = |at: usize| matches!(scene.lower(at), "wrong" | "incorrect" | "mistaken");
    if scene.lower(at) == "that" && (at + 1..at + 4).any(wrong) {
        let parted = (at..at + 6).find(|&at| matches!(scene.lower(at), ";" | ":" | "–" | "—"));
        at = parted.map_or(start, |parted| parted + 1);
    }
    match (scene.lower(at), scene.lower(at + 1)) {
        ("in", "fact") => at += 2,
        ("rather" | "actually", _) => at += 1,
        _ => {}
    }
    at += usize::from(scene.lower(at) == ",");
    let right = matches!(scene.lower(at + 1), "correct" | "right" | "actual" | "true" | "proper");
    let plain = matches!(scene.lower(at + 1), "year" | "date" | "figure" | "number" | "answer");
    let noun = match scene.lower(at) {
        "it" => at + 1,
        "the" if right => at + 3,
        "the" if plain => at + 2,
        _ => return start,
    };
    match (scene.lower(noun), scene.lower(noun + 1)) {
        ("is" | "was" | "stands" | "stood", _) => noun + 1,
        ("should", "be") => noun + 2,
        ("should", "have") => noun + 3,
        _ => start,
    }
}

/// "Who is X's present mayor?", but "Who is the wife of the mayor?", "Who met the mayor?".
fn asks_who_is(scene: &Scene<'_>, who: usize, office: usize) -> bool {
    let (verb, next) = (scene.lower(who + 1), scene.lower(who + 2));
    let first = match (verb, next) {
        ("is" | "'s" | "’s", _) => who + 2,
        ("serves", "as") => who + 3,
        _ => return false,
    };
    (first..office).all(|at| {
        matches!(scene.tag(at), Some(Tag::Determiner | Tag::Name | Tag::Possessive))
            || matches!(scene.lower(at), "present" | "current" | "incumbent" | "now" | "currently")
    })
}

/// "What does X stand for?", "What is X short for?"
fn asks_in_full(scene: &Scene<'_>, fact: &Fact) -> bool {
    let asks = |at: usize| {
        let next = scene.lower(at + 1);
        matches!(scene.lower(at), "stand" | "stands" | "short") && next == "for"
            || matches!(scene.lower(at), "mean" | "means" | "abbreviate")
    };
    matches!(fact.expected, Expected::Expansion(_)) && scene.sentence.range.clone().any(asks)
}

/// "How many rooms does X have?", where the fact counts rooms.
fn asks_how_many(scene: &Scene<'_>, fact: &Fact) -> bool {
    let Some(expected) = fact.expected.number() else { return false };
    let Some(folded) = expected.counted_noun() else { return false };
    scene
        .sentence
        .range
        .clone()
        .any(|at| scene.lower(at) == "many" && value::fold_noun(scene.lower(at + 1)) == *folded)
}

fn is_opener(word: &str) -> bool {
    matches!(word, "when" | "where" | "who" | "how" | "what" | "which")
}

/// Drafts the answer that a sentence begins with.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let range = &scene.sentence.range;
    // Items and bare lines are what may be chosen from, not the answer.
    let marked = after_marker(scene);
    let start = past_lead(scene, marked);
    let led = start > marked;
    let chosen_from = scene.block.kind == BlockKind::Item && marked == range.start
        || matches!(scene.lower(range.start), "a" | "b" | "c" | "d")
            && scene.lower(range.end - 1) != "."
            && scene.lower(range.start + 1) != ":";
    if scene.asked.is_empty() || scene.lower(range.end - 1) == "?" || chosen_from {
        return;
    }
    for &(fact, subject) in scene.asked {
        let Some((span, stated)) = answer(scene, fact, start) else { continue };
        let clause = scene.sentence.clause_of(scene.parse.word_at(span.start));
        // "In 1911 the mint came": the value says when something else was.
        let end = scene.parse.words_in(span).end;
        let goes_on = matches!(scene.lower(end), "," | ";" | "–" | "—")
            && matches!(scene.lower(end + 1), "and" | "but" | "though" | "or" | "when" | "which");
        let at_once = led && scene.parse.words_in(span).start <= start + 1;
        if scene.sentence.clauses[clause].verb.is_some() && !goes_on && !at_once {
            continue;
        }
        let draft = scene.draft(fact, span, stated, "answer", clause);
        drafts.push(Draft { subject: Some(subject), ..draft });
    }
}

/// Past "A.", "A:", "Answer:".
fn after_marker(scene: &Scene<'_>) -> usize {
    let start = scene.sentence.range.start;
    let marks = matches!(scene.lower(start + 1), "." | ":");
    if marks && matches!(scene.lower(start), "a" | "ans" | "answer") { start + 2 } else { start }
}

fn asks_for_number(scene: &Scene<'_>, fact: FactId) -> bool {
    scene.fact(fact).expected.number().is_some_and(|number| number.counted_noun().is_some())
}

fn answer(scene: &Scene<'_>, fact: FactId, start: usize) -> Option<(Span, Stated)> {
    let leads = |at: usize| {
        at <= start + REACH && (start..at).all(|i| lexicon::is_function_word(scene.lower(i)))
    };
    if let Expected::Holders(_) = scene.fact(fact).expected {
        let name = name_from(scene.parse, start, scene.sentence.range.end)?;
        let ends = name.end + 1 >= scene.sentence.range.end || scene.lower(name.end) == ",";
        let span = scene.span(&name);
        return (name.len() > 1 && ends)
            .then(|| (span, Stated::Name(scene.parse.text[span.range()].to_owned())));
    }
    if let Expected::Expansion(_) = scene.fact(fact).expected {
        let words = phrase_after(scene, start);
        let ends = matches!(scene.lower(words.end), "." | "," | ";" | "");
        let span = (words.len() > 1 && ends).then(|| scene.span(&words))?;
        return Some((span, Stated::Text(scene.parse.text[span.range()].to_owned())));
    }
    if let Some(text) = expected_text(scene, fact) {
        let leads = |span: &Span| leads(scene.parse.word_at(span.start));
        let span = forms(scene, &text).into_iter().find(leads)?;
        return Some((span, Stated::Text(scene.parse.text[span.range()].to_owned())));
    }
    // "How many rooms does X have? 240."
    let bare = |value: &Located| {
        asks_for_number(scene, fact)
            && matches!(&value.reading.value, Value::Number(it) if it.noun.is_none() && it.unit.is_none())
    };
    let is_answer = |(_, value): &(usize, &Located)| {
        leads(value.words.start) && (wanted(scene, fact, value) || bare(value))
    };
    let (index, value) = scene.values.iter().enumerate().find(is_answer)?;
    Some((span(scene, fact, index), Stated::Reading(value.reading.clone())))
}
