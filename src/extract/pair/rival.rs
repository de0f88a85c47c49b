//! Whether a value is another thing's: compared with, or said of another partner of a joint fact.
//!
//! It must not know facts.

use std::ops::Range;

use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use crate::value::Value;

/// "22 minutes, against 50 minutes for the bus": what something else is compared with.
pub(crate) fn is_compared(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 12;
    if is_looked_for(scene, value) {
        return true;
    }
    let floor = scene.sentence.range.start;
    (floor..value.words.start)
        .rev()
        .take(REACH)
        .take_while(|&at| {
            scene.lower(at) != ";" && !matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary))
        })
        .any(|at| {
            let compares = matches!(scene.lower(at), "against" | "versus" | "vs")
                || scene.lower(at) == "compared" && matches!(scene.lower(at + 1), "with" | "to");
            // "fought against", "voted 30 against": only after a value of the kind.
            compares
                && scene.values.iter().any(|other| other.words.end <= at && same_kind(other, value))
        })
}

/// "Between the opening of X and 1981, nine ferries sank": the end of a stretch that began with the event.
pub(super) fn is_end_of_stretch(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 10;
    let floor = scene.sentence.range.start;
    let and = value.words.start.wrapping_sub(1);
    scene.lower(and) == "and"
        && (floor..and)
            .rev()
            .take(REACH)
            .take_while(|&at| scene.tag(at) != Some(Tag::Mark))
            .any(|at| scene.lower(at) == "between" && !scene.is_value(at + 1))
}

/// "the first release since April 2023", "the biggest sale in ten years", "its only visit for a decade": when it was
/// so before, or how long not.
pub(super) fn is_time_before(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 9;
    let floor = scene.sentence.range.start;
    let joint = value.words.start.saturating_sub(1).max(floor);
    let since = scene.lower(joint) == "since";
    let span = matches!(value.reading.value, Value::Duration(_));
    let within = matches!(scene.lower(joint), "in" | "for") && span;
    // "in two years" is one value
    let own = matches!(scene.lower(value.words.start), "in" | "for");
    let end = if own { value.words.start } else { joint };
    let ranks = |at: usize| {
        let word = scene.lower(at);
        matches!(word, "first" | "only" | "most" | "best" | "worst" | "least")
            || word.len() > 5 && word.ends_with("est") && scene.tag(at) != Some(Tag::Name)
    };
    let determined = |at: usize| {
        matches!(scene.lower(at), "the" | "its" | "our" | "their" | "his" | "her" | "'s" | "’s")
    };
    (since || within || own)
        && (floor + 1..end)
            .rev()
            .take(REACH)
            .take_while(|&at| {
                !matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary | Tag::Mark))
            })
            .any(|at| ranks(at) && determined(at - 1))
}

/// "fell short of the €500 million analysts had expected", "up from 58%": what was looked for, or was
/// before.
fn is_looked_for(scene: &Scene<'_>, value: &Located) -> bool {
    let the = usize::from(scene.lower(value.words.start.wrapping_sub(1)) == "the");
    let before = |n: usize| scene.lower(value.words.start.wrapping_sub(n + the));
    let end = value.words.end;
    let hoped = |at: usize| {
        matches!(
            scene.lower(at),
            "expected" | "forecast" | "predicted" | "hoped" | "projected" | "promised" | "budgeted"
        )
    };
    // "the lowest since the 55% of 1994", "was up from 58%"
    let earlier = the == 1 && before(1) == "since"
        || the == 0
            && before(1) == "from"
            && (matches!(before(2), "up" | "down")
                // "rose from 3% in 2018 to 4%" gives each its time.
                || is_move(before(2)) && !matches!(scene.lower(end), "in" | "on" | "at"))
            && !matches!(value.reading.value, Value::Date(_) | Value::Duration(_));
    earlier || before(1) == "of" && before(2) == "short" || the == 1 && (end..end + 3).any(hoped)
}

/// "fell from 6%": a verb of change.
fn is_move(verb: &str) -> bool {
    matches!(
        verb,
        "fell"
            | "fallen"
            | "falls"
            | "falling"
            | "rose"
            | "risen"
            | "rises"
            | "rising"
            | "dropped"
            | "declined"
            | "slowed"
            | "eased"
            | "climbed"
            | "jumped"
            | "grew"
            | "grown"
            | "increased"
            | "decreased"
            | "slipped"
            | "shrank"
            | "shrunk"
            | "sank"
    )
}

/// "47 of the 151 seats", "Of the 37 works, 28": a whole after its part, or a part after its whole.
pub(crate) fn is_part_or_whole(scene: &Scene<'_>, value: &Located) -> bool {
    let at = value.words.start;
    let floor = scene.sentence.range.start;
    let before = |n: usize| scene.lower(at.wrapping_sub(n));
    let of = match before(1) {
        "the" | "its" | "their" | "all" if before(2) == "of" => Some(at - 2),
        "of" => Some(at - 1),
        _ => None,
    };
    let whole = of.is_some_and(|of| {
        // "a third of its 38 aircraft": all there are.
        let share = |other: &Located| {
            matches!(before(1), "its" | "their")
                && matches!(&other.reading.value, Value::Number(it) if it.amount.high < 1.0)
        };
        let part =
            |other: &Located| other.words.end == of && same_kind(other, value) && !share(other);
        scene.values.iter().any(part)
    });
    let part = scene.lower(floor) == "of"
        && scene.values.iter().any(|other| {
            other.words.start <= floor + 2 && other.words.end < at && same_kind(other, value)
        });
    whole || part
}

/// "40 of the 214 seats in X", "3 km of its 14 km", "40 of X's 214 seats": the mention that has the whole.
pub(super) fn whole_of(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let named = |fits: &dyn Fn(&Range<usize>) -> bool| {
        scene.mentions.iter().position(|mention| fits(&mention.words))
    };
    let start = value.words.start;
    let before = start.wrapping_sub(1);
    let owner = match scene.tag(before) {
        Some(Tag::Possessive) => named(&|words| words.end == before),
        _ if matches!(scene.lower(before), "its" | "their") => {
            named(&|words| words.start == before)
        }
        _ => {
            let end = value.words.end;
            let noun = (end..end + 3).find(|&at| scene.tag(at) != Some(Tag::Noun)).unwrap_or(end);
            let the = usize::from(scene.lower(noun + 1) == "the");
            matches!(scene.lower(noun), "in" | "of" | "at")
                .then(|| named(&|words| (noun + 1..=noun + 1 + the).contains(&words.start)))
                .flatten()
        }
    };
    owner.filter(|_| matches!(value.reading.value, Value::Number(_)))
}

/// "over 1,200 people, including 128 Americans", "won two further cups": some of what is counted.
pub(crate) fn is_some_of(scene: &Scene<'_>, value: &Located) -> bool {
    let before = |n: usize| scene.lower(value.words.start.wrapping_sub(n));
    let including = matches!(before(1), "including" | "incl" | "among");
    let more = |at: usize| {
        matches!(scene.lower(at), "further" | "more" | "additional" | "other" | "others" | "extra")
    };
    let end = match &value.reading.value {
        Value::Number(number) => scene.parse.words_in(number.number_span).end,
        _ => value.words.end,
    };
    // "the nine provinces we visited"
    let noun = (end..end + 4).find(|&at| scene.tag(at) != Some(Tag::Noun)).unwrap_or(end);
    let visited = noun > end && matches!(scene.lower(noun), "we" | "i" | "they" | "he" | "she");
    // "spreads over a further 85 km²", "delegates from 31 parties"
    let added = matches!(before(1), "another" | "further" | "additional" | "extra");
    let sent = before(1) == "from" && before(2).ends_with('s');
    // "only 140,000 users pay"
    let some = before(1) == "only" && scene.tag(noun) == Some(Tag::Verb) && noun > end;
    including
        || more(end)
        || visited
        || added
        || sent
        || some
        || is_difference(scene, value)
        || is_rate(scene, value)
        || counted_twice(scene, value)
}

/// "£114,000 a head", "$3 per resident", "one teacher for every 14 students": a total divided among
/// persons.
fn is_rate(scene: &Scene<'_>, value: &Located) -> bool {
    // "for every €10 of revenue X earns €1": of both.
    let every = |it: &Located| scene.lower(it.words.start.wrapping_sub(1)) == "every";
    // "circles the Earth every 95 minutes"
    let timed = matches!(&value.reading.value, Value::Number(number)
        if number.unit.is_some_and(|unit| unit.dimension.name() == "time"));
    if !timed && scene.values.iter().any(|it| every(it) && same_kind(it, value)) {
        return true;
    }
    let end = value.words.end;
    let each = scene.lower(end + 1);
    matches!(&value.reading.value, Value::Money(_))
        && match scene.lower(end) {
            "a" | "an" => matches!(each, "head" | "person" | "household"),
            "per" => matches!(
                each,
                "head"
                    | "capita"
                    | "person"
                    | "resident"
                    | "inhabitant"
                    | "employee"
                    | "household"
                    | "citizen"
                    | "taxpayer"
                    | "pupil"
                    | "worker"
            ),
            _ => false,
        }
}

/// "31 m taller than the spire", "12 m short of it": by how much one thing differs from another.
pub(super) fn is_difference(scene: &Scene<'_>, value: &Located) -> bool {
    let end = value.words.end;
    let lower = scene.lower(end);
    let compared = lower.len() > 4 && lower.ends_with("er") || matches!(lower, "more" | "less");
    let than = scene.lower(end + 1) == "than" || lower.len() < 5 && scene.lower(end + 2) == "than";
    // "37 seats short of a majority": the noun may stand outside the value.
    let after = end + usize::from(scene.tag(end) == Some(Tag::Noun) && lower.ends_with('s'));
    let of = matches!(scene.lower(after), "short" | "shy" | "clear" | "ahead")
        && scene.lower(after + 1) == "of";
    // "stands 1,140 m above the town", but "above sea level"
    let datum = |at: usize| {
        matches!(
            scene.lower(at),
            "sea"
                | "ground"
                | "water"
                | "level"
                | "street"
                | "datum"
                | "earth"
                | "surface"
                | "mean"
        )
    };
    let above = matches!(lower, "above" | "below")
        && matches!(scene.lower(end + 1), "the" | "your" | "its" | "their" | "his" | "her")
        && !(end + 2..end + 4).any(datum);
    compared && than || of || above
}

/// "four lanes in the south and two lanes in the north": each is a part.
fn counted_twice(scene: &Scene<'_>, value: &Located) -> bool {
    let noun = |value: &Located| match &value.reading.value {
        Value::Number(number) => number
            .noun
            .as_ref()
            .map(|noun| crate::value::fold_noun(&scene.parse.text[noun.span.range()])),
        _ => None,
    };
    let clause = scene.sentence.clause_of(value.words.start);
    let joined = |other: &Located| {
        let (from, to) = match other.words.end <= value.words.start {
            true => (other.words.end, value.words.start),
            false => (value.words.end, other.words.start),
        };
        (from..to).any(|at| matches!(scene.lower(at), "and" | ","))
            && (from..to).any(|at| matches!(scene.lower(at), "in" | "on" | "at" | "for" | "of"))
            && !(from..to).any(|at| matches!(scene.lower(at), "(" | ";"))
            && !scene.values.iter().any(|date| {
                matches!(date.reading.value, Value::Date(_))
                    && date.words.start >= from
                    && date.words.end <= to
            })
            && !scene
                .mentions
                .iter()
                .any(|mention| mention.words.start >= from && mention.words.end <= to)
    };
    let own = noun(value);
    own.is_some()
        && scene.values.iter().any(|other| {
            other.words != value.words
                && noun(other) == own
                && scene.sentence.clause_of(other.words.start) == clause
                && joined(other)
        })
}

/// Whether a value is said of another partner of a fact about several subjects: "raised $54m in A
/// and $12m in B", "$57 million, including a $45 million B".
pub(crate) fn is_of_other_partner(scene: &Scene<'_>, value: usize, partners: &[usize]) -> bool {
    let own = &scene.values[value];
    partners.iter().any(|&partner| {
        !stands_by(scene, own, partner)
            && scene.values.iter().enumerate().any(|(index, other)| {
                index != value && same_kind(other, own) && stands_by(scene, other, partner)
            })
    })
}

/// "a $45 million X", "$45 million in its X", "X (2016)", "X in 2016": nothing but small words
/// between a value and a mention.
pub(crate) fn stands_by(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    const NEAR: usize = 3;
    let words = &scene.mentions[mention].words;
    let (from, to) = match value.words.end <= words.start {
        true => (value.words.end, words.start),
        false => (words.end, value.words.start),
    };
    from <= to
        && to - from <= NEAR
        && (from..to).all(|at| {
            matches!(scene.tag(at), Some(Tag::Preposition | Tag::Determiner | Tag::Pronoun))
                || matches!(scene.lower(at), "(" | ":" | "its" | "their")
        })
}

/// Whether two values are of one kind.
pub(crate) fn same_kind(a: &Located, b: &Located) -> bool {
    std::mem::discriminant(&a.reading.value) == std::mem::discriminant(&b.reading.value)
}
