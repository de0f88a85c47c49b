//! Measures that need no word of their own: "the 640-kilogram spectrograph", "X, a 94-metre tower,", "of its
//! 212 kilometres". The unit says what is measured, and the shape of the thing which of its lengths.
//!
//! It must not know whether the quantity is right.

use super::super::antecedent::is_called;
use super::super::event::Event;
use super::super::mention::MentionKind;
use super::super::parse::{ClauseKind, Tag};
use super::super::scene::{Located, Scene};
use super::left_out::{hedged, left_out};
use super::measure_restated::restated_end;
use crate::lexicon;
use crate::rules::{FactId, FactSubject};
use crate::value::{Value, number};

/// The fact is a measure of the value's dimension, and the subject has no other such fact.
pub(super) fn same_dimension(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let Value::Number(number) = &value.reading.value else { return false };
    let Some(unit) = number.unit else { return false };
    let dimension = unit.dimension.name();
    // "At 211 m above water, X has": the sentence says which measure it is.
    let clause = scene.sentence.clause_of(value.words.start);
    let outer = super::bracket::outer(scene, clause);
    let said = scene.events.iter().any(|event| {
        [clause, outer].contains(&event.clause)
            && super::measure_kind::is_other_measure(scene, fact, event)
    });
    if said {
        return false;
    }
    let measures = |id: FactId| {
        scene.fact(id).predicate.builtin.iter().any(|name| {
            lexicon::family(name).and_then(|family| family.dimension) == Some(dimension)
        })
    };
    let rivals = match scene.fact(fact).subject {
        FactSubject::One(subject) => {
            scene.facts_of(subject).iter().filter(|&&id| measures(id)).count()
        }
        _ => 2,
    };
    measures(fact) && rivals == 1 && fits_shape(scene, fact, dimension)
}

/// A bridge's one length is how long it is, a tower's how high.
fn fits_shape(scene: &Scene<'_>, fact: FactId, dimension: &str) -> bool {
    let FactSubject::One(subject) = scene.fact(fact).subject else { return true };
    let subject = &scene.book.subjects[subject.0 as usize];
    let last = |name: &String| name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let mut nouns = subject.kind.iter().cloned().chain(subject.names.iter().map(last));
    let shape = nouns.find_map(|noun| lexicon::measure_of_shape(&noun));
    dimension != "length"
        || shape.is_none_or(|measure| scene.fact(fact).predicate.builtin.contains(&measure))
}

/// "X, a 700-kilogram spectrograph,", "X is a 94-metre tower": the noun is one that the subject is called by.
pub(super) fn described(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    const REACH: usize = 4;
    let located = &scene.values[value];
    let before = located.words.start.wrapping_sub(1);
    // "X is a 28-storey, 94 m tower"
    let other = |at: &usize| {
        matches!(scene.tag(*at), Some(Tag::Noun | Tag::Number)) || scene.lower(*at) == "-"
    };
    let article = match scene.lower(before) {
        "," => (before.saturating_sub(REACH + 1)..before).rfind(|at| !other(at)),
        _ => Some(before),
    };
    let Some(article) = article.filter(|&at| matches!(scene.lower(at), "a" | "an" | "the")) else {
        return false;
    };
    let apposed = is_apposed(scene, mention, article);
    let said = is_said_to_be(scene, mention, article);
    // "X is a 15-mile (24 km) road"
    let end = restated_end(scene, located);
    let noun = (end..end + REACH)
        .take_while(|&at| scene.tag(at) == Some(Tag::Noun) || scene.lower(at) == "-")
        .last();
    let called = noun.is_some_and(|noun| {
        let told = lexicon::measure_of_shape(scene.lower(noun)).is_some();
        told || is_called(scene.book, scene.mentions[mention].subject, scene.lower(noun))
    });
    let setting = &scene.settings[mention];
    (apposed && setting.modifies.is_none() && !setting.longer || said)
        && called
        && measures(scene, fact, located)
}

/// "X, with 214 seats,", "X is a hotel with 240 rooms", "X, home to 26,000 objects": what it has of what the
/// fact counts.
pub(super) fn with_so_many(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    const REACH: usize = 4;
    let located = &scene.values[value];
    let before = hedged(scene, located.words.start).wrapping_sub(1);
    let at = match (scene.lower(before.wrapping_sub(1)), scene.lower(before)) {
        ("home", "to") => before - 1,
        (_, "with") => before,
        // "X is an opera in four acts"
        (_, "in") if scene.tag(before.wrapping_sub(1)) == Some(Tag::Noun) => before,
        // "X, held together by 6.5 million rivets,"
        (_, "by" | "of" | "from") if is_made_up(scene, mention, before) => {
            scene.settings[mention].end + 1
        }
        _ => return false,
    };
    let counts = scene.fact(fact).expected.number().is_some_and(|it| it.counted_noun().is_some());
    // "X, with 2.2 million acres", but "with 20 km of track"
    let measured = same_dimension(scene, fact, located)
        && !matches!(scene.lower(located.words.end), "of" | "to" | "from" | "between");
    if !(counts && counts_for(scene, fact, located) || measured) || scene.settings[mention].longer {
        return false;
    }
    let comma = at.wrapping_sub(1);
    if scene.lower(comma) == "," && comma == scene.settings[mention].end {
        return scene.settings[mention].modifies.is_none();
    }
    let nouns = (scene.sentence.range.start..at)
        .rev()
        .take(REACH)
        .take_while(|&at| scene.tag(at) == Some(Tag::Noun));
    let Some(first) = nouns.last() else { return false };
    let article = first.wrapping_sub(1);
    matches!(scene.lower(article), "a" | "an")
        && is_called(scene.book, scene.mentions[mention].subject, scene.lower(at - 1))
        && (is_apposed(scene, mention, article) || is_said_to_be(scene, mention, article))
}

/// "X, held together by", "X, made up of": an aside of the name that a participle opens.
fn is_made_up(scene: &Scene<'_>, mention: usize, preposition: usize) -> bool {
    const LONGEST: usize = 3;
    let open = scene.settings[mention].end;
    let participle = lexicon::verb_forms(scene.lower(open + 1)).contains(lexicon::Form::Participle);
    scene.lower(open) == "," && participle && (open + 2..=open + 1 + LONGEST).contains(&preposition)
}

/// "X, a ...": a noun phrase whose article follows the name's comma.
pub(super) fn is_apposed(scene: &Scene<'_>, mention: usize, article: usize) -> bool {
    // "X from Orla Works, a chip with ...": past where it comes from.
    let end = past_origin(scene, scene.settings[mention].end);
    let range = &scene.sentence.range;
    // "At X, an array of 40 turbines is planned": the phrase is what the sentence is about.
    let fronted = scene.tag(range.start) == Some(Tag::Preposition)
        && scene.mentions[mention].words.start <= range.start + 2;
    let close = (article..range.end).find(|&at| {
        scene.lower(at) == "," || matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary))
    });
    let closed = close.is_none_or(|at| scene.lower(at) == ",");
    article == end + 1 && scene.lower(end) == "," && (closed || !fronted)
}

/// Past "from Orla Works", "by Ada Moss", "in Marram" behind a name, where a comma follows.
fn past_origin(scene: &Scene<'_>, end: usize) -> usize {
    const LONGEST: usize = 5;
    if !matches!(scene.lower(end), "from" | "by" | "in" | "at") {
        return end;
    }
    let close = (end + 1..end + LONGEST).find(|&at| scene.tag(at) != Some(Tag::Name));
    close.filter(|&at| at > end + 1 && scene.lower(at) == ",").unwrap_or(end)
}

/// "X is a ...": a noun phrase that the subject is said to be.
pub(super) fn is_said_to_be(scene: &Scene<'_>, mention: usize, article: usize) -> bool {
    scene.sentence.verbs.iter().any(|verb| {
        verb.range.end == article
            && lexicon::is_be_form(scene.lower(verb.head))
            && scene.subjects_of(scene.sentence.clause_of(verb.head)).contains(&mention)
    })
}

/// "X's whole 54-second timeout": said in passing, between the name and the noun it has.
pub(super) fn is_inside(scene: &Scene<'_>, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let noun = scene.settings[mention].modifies;
    let words = &scene.mentions[mention].words;
    // "will keep its jets, despite a state loan of €157 million"
    let despite = (located.words.start.saturating_sub(7)..located.words.start).any(|at| {
        matches!(scene.lower(at), "despite" | "thanks")
            && !scene
                .sentence
                .verbs
                .iter()
                .any(|verb| verb.range.start > at && verb.range.end <= located.words.start)
    });
    // "With its running time of 138 minutes, X will keep you"
    let start = scene.sentence.range.start;
    let fronted = matches!(scene.lower(start), "with" | "at")
        && located.words.start < start + 8
        && scene.lower(located.words.end) == ",";
    // "It will stand at Foundry Lane (capacity 24,300)"
    let clause = &scene.sentence.clauses[scene.sentence.clause_of(located.words.start)];
    despite
        || fronted
        || clause.kind == ClauseKind::Bracket
        || noun.is_some_and(|noun| {
            located.words.start >= words.end
                && located.words.end <= noun
                && noun <= located.words.end + 3
        })
}

/// "X, all 412 beds of it": what the subject has, counted right after it.
pub(super) fn all_of_it(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let comma = scene.settings[mention].end;
    let start = located.words.start
        - usize::from(scene.lower(located.words.start.wrapping_sub(1)) == "all");
    let of = (located.words.end..located.words.end + 3).find(|&at| scene.lower(at) == "of");
    let of_it = of.is_some_and(|of| {
        matches!(scene.lower(of + 1), "it" | "them")
            && (located.words.end..of).all(|at| scene.tag(at) == Some(Tag::Noun))
    });
    scene.lower(comma) == "," && start == comma + 1 && of_it && measures(scene, fact, located)
}

/// "along all 1,386 m of X": the whole of it.
pub(super) fn all_of(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let of = located.words.end;
    let the = usize::from(scene.lower(of + 1) == "the");
    let words = &scene.mentions[mention].words;
    matches!(scene.lower(located.words.start.wrapping_sub(1)), "all" | "full" | "whole" | "entire")
        && scene.lower(of) == "of"
        && (words.start == of + 1 + the || words.start == of + 1)
        && measures(scene, fact, located)
}

/// The unit or the counted noun is the fact's own.
pub(super) fn measures(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    counts_for(scene, fact, value) || same_dimension(scene, fact, value)
}

/// The number counts what the fact does, or is in its unit.
pub(super) fn counts_for(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    match (scene.fact(fact).expected.number(), &value.reading.value) {
        (Some(expected), Value::Number(stated)) => {
            number::counts_same(expected, stated) || same_unit(expected, stated)
        }
        _ => false,
    }
}

/// "612 MW", where the fact is in MW: a unit that few things are measured in.
fn same_unit(expected: &number::Expected, stated: &number::Number) -> bool {
    let Some(number::ExpectedUnit::Measure(unit)) = &expected.unit else { return false };
    stated.unit.is_some_and(|it| it.dimension == unit.dimension && it.dimension.name() == "power")
}

/// "X, a novel of 214 pages", "X is a novel of 214 pages".
pub(super) fn of_so_many(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    const REACH: usize = 4;
    let located = &scene.values[value];
    let of = located.words.start.wrapping_sub(1);
    if scene.lower(of) != "of" || !measures(scene, fact, located) {
        return false;
    }
    let first = (scene.sentence.range.start..of)
        .rev()
        .take(REACH)
        .take_while(|&at| scene.tag(at) == Some(Tag::Noun) || scene.lower(at) == "-")
        .last();
    let Some(first) = first else { return false };
    let collects = matches!(
        scene.lower(of - 1),
        "group"
            | "cluster"
            | "array"
            | "set"
            | "row"
            | "ring"
            | "chain"
            | "string"
            | "complex"
            | "collection"
            | "series"
            | "network"
            | "body"
            | "total"
            | "fleet"
    );
    let article = first.wrapping_sub(1);
    let apposed = is_apposed(scene, mention, article);
    let said = is_said_to_be(scene, mention, article);
    matches!(scene.lower(article), "a" | "an")
        && (collects || is_called(scene.book, scene.mentions[mention].subject, scene.lower(of - 1)))
        && (apposed && scene.settings[mention].modifies.is_none() || said)
}

/// "At nearly €7m, the fee for X breaks a record", "At $6,300 a year, X costs less than Y": the amount is that of
/// the noun after the comma, or of who costs it.
pub(super) fn fronted_amount(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
) -> bool {
    const REACH: usize = 6;
    let located = &scene.values[value];
    let floor = scene.sentence.range.start;
    let comma = located.words.end;
    // "a year"
    let rate = matches!(scene.lower(comma), "a" | "per") && scene.lower(comma + 2) == ",";
    let comma = comma + if rate { 2 } else { 0 };
    if scene.lower(floor) != "at" || located.words.start > floor + 3 || scene.lower(comma) != "," {
        return false;
    }
    let setting = &scene.settings[mention];
    let cues = scene.cues(fact);
    let costs = |event: &&Event| {
        event.verb.is_some()
            && event.signals(cues)
            && scene.lower(event.head).starts_with("cost")
            && scene.subjects_of(event.clause).contains(&mention)
    };
    scene.events.iter().any(|event| costs(&event))
        || scene.events.iter().any(|event| {
            event.is_nominal()
                && event.signals(cues)
                && (comma + 1..comma + REACH).contains(&event.words.start)
                && (setting.modifies.is_some_and(|noun| event.words.contains(&noun))
                    || setting.preposition.is_some_and(|at| {
                        at == event.words.end && matches!(scene.lower(at), "of" | "for")
                    }))
        })
}

/// "The cable measures 23 km, X just over 17 km": the verb is understood from the first.
pub(super) fn verb_understood(
    scene: &Scene<'_>,
    fact: FactId,
    value: usize,
    mention: usize,
) -> bool {
    const REACH: usize = 4;
    let closes = matches!(scene.lower(scene.values[value].words.end), "." | ";" | "," | "" | ")");
    let cues = scene.cues(fact);
    left_out(scene, value).filter(|_| closes).is_some_and(|out| {
        let earlier = scene.values[out.earlier].words.start;
        out.mention == Some(mention)
            && scene.events.iter().any(|event| {
                event.signals(cues)
                    && event.words.start.abs_diff(earlier) <= REACH
                    && event.words.end <= out.joint
            })
    })
}

/// "X, by Ilse Corrigan (Pellow, 412 pages, £16.99)": in the bracket of a line without a verb.
pub(super) fn in_imprint(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let open = scene.bracket_of(scene.sentence.clause_of(located.words.start));
    let words = &scene.mentions[mention].words;
    let plain = (words.end..open).all(|at| {
        matches!(scene.tag(at), Some(Tag::Name | Tag::Noun))
            || matches!(scene.lower(at), "," | "by" | "and" | "." | "the")
    });
    let counts = match (scene.fact(fact).expected.number(), &located.reading.value) {
        (Some(expected), Value::Number(stated)) => number::counts_same(expected, stated),
        _ => false,
    };
    // "(Fell & Lantern, 348 pages, published in May)"
    scene.sentence.verbs.iter().all(|verb| verb.range.start > open)
        && scene.lower(open) == "("
        && words.start <= scene.sentence.range.start + 2
        && words.end <= open
        && plain
        && counts
}

/// "Of its 212 kilometres, 187 lie at sea", "all of X's 212 kilometres": what the subject has, with nothing
/// that it is of.
pub(super) fn whole(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let end = scene.mentions[mention].words.end;
    let own = match scene.mentions[mention].kind {
        MentionKind::Pronoun => matches!(scene.lower(end - 1), "its" | "their"),
        _ => scene.tag(end) == Some(Tag::Possessive),
    };
    let start = end + usize::from(scene.tag(end) == Some(Tag::Possessive));
    let before = scene.mentions[mention].words.start.wrapping_sub(1);
    let before = before.wrapping_sub(usize::from(scene.lower(before) == "the"));
    own && located.words.start == start
        && matches!(scene.lower(before), "of" | "along" | "all" | "throughout")
        && matches!(scene.lower(located.words.end), "," | "." | ";" | "")
        && same_dimension(scene, fact, located)
}
