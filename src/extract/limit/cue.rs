//! What narrows the noun that a fact is about to a part, a rate or a time: "tea revenue", "revenue from
//! tea", "revenue per head", "third-quarter revenue", "lost revenue".
//!
//! It must not know whether the amount is right.

use std::ops::Range;

use super::super::antecedent::is_called;
use super::super::mention::Mention;
use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use super::super::setting::describes;
use super::super::token::is_strange_name;
use crate::lexicon;
use crate::rules::{Expected, FactSubject};
use crate::value::Value;

/// Whether the noun of an amount is narrowed by what stands right before or after it.
pub(super) fn is_part(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let expected = match scene.expected_of(draft) {
        Expected::Timeline(rows) => rows.first().map(|row| &row.value),
        expected => Some(expected),
    };
    let whole = super::is_sum(scene.expected_of(draft));
    // "The landscape architect of X was Y"
    let text = matches!(expected, Some(Expected::Text(_))) && draft.construction == "copula";
    let of_its = whole && (is_out_of(scene, draft, value) || is_monthly(scene, value));
    of_its
        || whole && cue_before(scene, draft, value).is_some_and(|at| is_kind(scene, draft, at))
        || (whole || text)
            && noun_of_cue(scene, draft, value).is_some_and(|cue| {
                is_kind(scene, draft, cue.start)
                    || is_fraction(scene, cue.start)
                    || is_share(scene, cue.end)
                    || is_divided(scene, draft, &cue, value)
                    || is_from_source(scene, &cue, value)
            })
}

/// "inflation was 0.3% on the month".
fn is_monthly(scene: &Scene<'_>, value: usize) -> bool {
    let end = (value..value + 4).find(|&at| !scene.is_value(at)).unwrap_or(value);
    let period = |at: usize| matches!(scene.lower(at), "month" | "quarter" | "week");
    match scene.lower(end) {
        "on" | "over" => scene.lower(end + 1) == "the" && period(end + 2),
        "month" | "quarter" => matches!(scene.lower(end + 1), "on" | "-"),
        _ => false,
    }
}

/// "€60 million of its revenue".
fn is_out_of(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let end = (value..value + 6).find(|&at| !scene.is_value(at)).unwrap_or(value);
    let percent = scene
        .values
        .iter()
        .any(|it| it.words.contains(&value) && matches!(it.reading.value, Value::Percent(_)));
    !percent
        && scene.lower(end) == "of"
        && matches!(scene.lower(end + 1), "its" | "their" | "the" | "all" | "his" | "her")
        && (end + 2..end + 5).any(|at| scene.is_cue(draft.fact, at))
}

/// Where the nearest cue noun before the value begins: "population" of "a metropolitan population of 800,000 people".
fn cue_before(scene: &Scene<'_>, draft: &Draft, value: usize) -> Option<usize> {
    const REACH: usize = 5;
    let cues = scene.cues(draft.fact);
    let near = |at: usize| (value.saturating_sub(REACH)..value).contains(&at);
    let before = scene
        .events
        .iter()
        .rfind(|event| event.is_nominal() && event.signals(cues) && near(event.words.start))?;
    Some(before.words.start)
}

/// The words of the cue noun nearest to the value.
fn noun_of_cue(scene: &Scene<'_>, draft: &Draft, value: usize) -> Option<Range<usize>> {
    let cues = scene.cues(draft.fact);
    let clause = scene.sentence.clause_of(value);
    let near = scene.events.iter().filter(|event| {
        let here = event.clause == clause || event.clause == draft.clause;
        event.is_nominal() && here && event.signals(cues) && !scene.is_value(event.words.start)
    });
    let nearest = near.min_by_key(|event| event.words.start.abs_diff(value))?;
    // "list price", of a fact about the price: what stands before its own word may make another kind.
    let own = nearest.cues.iter().filter(|hit| cues.contains(&hit.id)).map(|hit| hit.n_words);
    let end = nearest.words.end;
    let n_words = own.max().filter(|_| nearest.is_nominal()).unwrap_or(nearest.words.len());
    Some(end.saturating_sub(n_words).max(nearest.words.start)..end)
}

/// "tea revenue", "third-quarter revenue": a noun before the cue makes another kind of it.
fn is_kind(scene: &Scene<'_>, draft: &Draft, cue: usize) -> bool {
    let floor = scene.sentence.range.start;
    let Some(at) = cue.checked_sub(1).filter(|&at| at >= floor) else { return false };
    let lower = scene.lower(at);
    let named = scene.mentions.iter().any(|mention| mention.words.contains(&at));
    let opens = at == floor && scene.parse.words[at].is_capitalised();
    // "Marl's Sami population", "the Vest revenue"
    let noun = scene.tag(at) == Some(Tag::Noun)
        || scene.tag(at) == Some(Tag::Name)
            && (opens || is_strange_name(scene.parse, &scene.mentions, at));
    let cue_too = scene.is_cue(draft.fact, at);
    // "a production budget of": what all of a work was made on.
    let of_work = lower == "production" && scene.lower(cue) == "budget";
    // "the stadium capacity": what the subject is called.
    let called = matches!(scene.fact(draft.fact).subject, FactSubject::One(subject)
        if is_called(scene.book, subject, lower));
    // "a standing capacity of 5,000"
    let gerund = scene.tag(at) == Some(Tag::Verb)
        && lower.ends_with("ing")
        && !scene.sentence.verbs.iter().any(|verb| verb.range.len() > 1 && verb.head == at)
        && matches!(scene.lower(at.wrapping_sub(1)), "a" | "the" | "its");
    // "X's Chinese deliveries", "its electric deliveries"
    // "a Jewish population"
    let faith = scene.parse.words[at].is_capitalised()
        && lower.len() > 4
        && ["ish", "lim", "ian", "hist", "ese"].iter().any(|end| lower.ends_with(end));
    let sort = faith || lexicon::makes_a_kind(lower) || lexicon::is_country_or_demonym(&[lower]);
    gerund
        || sort && !named && !cue_too && !called
        || noun
            && !named
            && !of_work
            && !called
            && !cue_too
            && !scene.is_value(at)
            && !lexicon::is_plain_modifier(lower)
            && (!describes(lower) || lexicon::is_transparent_noun(lower))
        || is_part_word(lower)
}

/// "urban", "lost", "daily": of a part, or of a part of the time.
fn is_part_word(lower: &str) -> bool {
    matches!(
        lower,
        "metropolitan"
            | "metro"
            | "urban"
            | "rural"
            | "native"
            | "indigenous"
            | "foreign"
            | "slave"
            | "prison"
            | "lost"
            | "losing"
            | "loses"
            | "saved"
            | "extra"
            | "additional"
            | "quarter"
            | "monthly"
            | "weekly"
            | "daily"
            | "quarterly"
            | "hourly"
    )
}

/// "half the population of X", "a third of its revenue".
fn is_fraction(scene: &Scene<'_>, cue: usize) -> bool {
    let the = cue.wrapping_sub(1);
    let of = the.wrapping_sub(1);
    let at = if scene.lower(of) == "of" { of.wrapping_sub(1) } else { of };
    scene.tag(the) == Some(Tag::Determiner)
        && matches!(
            scene.lower(at),
            "half" | "third" | "quarter" | "twice" | "double" | "most" | "much" | "part"
        )
}

/// "revenue from tea", "revenue in Norland", "revenue per employee", "revenue for the quarter".
fn is_share(scene: &Scene<'_>, end: usize) -> bool {
    // "deliveries of X in China"
    let of = |m: &&Mention| scene.lower(end) == "of" && (end + 1..end + 3).contains(&m.words.start);
    let end = scene.mentions.iter().find(of).map_or(end, |mention| mention.words.end);
    let next = end + 1 + usize::from(matches!(scene.lower(end + 1), "the" | "its" | "that"));
    let mention = scene.mentions.iter().any(|mention| mention.words.contains(&next));
    if mention || scene.is_value(next) {
        return false;
    }
    match scene.lower(end) {
        "per" => true,
        "from" => matches!(scene.tag(next), Some(Tag::Noun | Tag::Name | Tag::Verb)),
        "in" | "outside" | "within" | "across" | "beyond"
            if is_strange_name(scene.parse, &scene.mentions, next) =>
        {
            true
        }
        // "deliveries to fleet customers"
        "to" => scene.tag(next) == Some(Tag::Noun) && scene.tag(next + 1) == Some(Tag::Noun),
        // "market share in vans"
        "in" if scene.tag(end + 1) == Some(Tag::Noun) && scene.lower(end + 1).ends_with('s') => {
            true
        }
        "for" | "in" | "over" | "during" => (next..next + 2)
            .any(|at| matches!(scene.lower(at), "quarter" | "month" | "week" | "half" | "months")),
        _ => false,
    }
}

/// "revenue of €90 million from tea".
fn is_from_source(scene: &Scene<'_>, cue: &Range<usize>, value: usize) -> bool {
    let end = (value..value + 6).find(|&at| !scene.is_value(at)).unwrap_or(value);
    (value.saturating_sub(2)..=value).contains(&cue.end)
        && scene.lower(end) == "from"
        && scene.tag(end + 1) == Some(Tag::Noun)
        && !scene.is_value(end + 1)
}

/// "Of the cost of X, €20 million came from the city".
fn is_divided(scene: &Scene<'_>, draft: &Draft, cue: &Range<usize>, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let comma = |mut words: Range<usize>| words.any(|at| scene.lower(at) == ",");
    // "Of the collection, 900 objects are on show"
    let of_the = scene.lower(start + 1) == "the" && scene.is_cue(draft.fact, start + 2);
    scene.lower(start) == "of"
        && (cue.start <= start + 3 && comma(cue.end..value)
            || of_the && comma(start + 3..value.min(start + 5)))
}
