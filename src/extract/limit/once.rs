//! What was so once, or is so in a part of the time that a fact is about: at one edition, in one month, in what was
//! made of a work.
//!
//! It must not know whether the value agrees.

use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use crate::lexicon;
use crate::rules::Expected;
use crate::value::date::Precision;
use crate::value::{Reading, Value};

/// "released X as an application": what was made of it.
pub(super) fn is_made_into(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(mention) = scene.subject_of(draft) else { return false };
    let end = mention.words.end;
    let noun = (end + 2..end + 5).take_while(|&at| scene.tag(at) == Some(Tag::Noun)).last();
    let published = ["released", "published", "launched"]
        .iter()
        .any(|name| scene.fact(draft.fact).predicate.builtin.contains(name));
    published
        && scene.lower(end) == "as"
        && matches!(scene.lower(end + 1), "a" | "an")
        && noun.is_some_and(|noun| {
            let called = super::super::antecedent::is_called;
            !called(scene.book, mention.subject, scene.lower(noun))
                && matches!(
                    scene.lower(noun),
                    "application"
                        | "app"
                        | "game"
                        | "film"
                        | "movie"
                        | "musical"
                        | "play"
                        | "opera"
                        | "single"
                        | "ballet"
                        | "podcast"
                        | "audiobook"
                        | "ebook"
                        | "paperback"
                        | "series"
                        | "comic"
                        | "video"
                )
        })
}

/// "At the first X, in 1985, the cut-off was four hours": so it was that time.
pub(super) fn is_of_one_edition(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let start = scene.sentence.range.start;
    let ordinal = scene.values.iter().any(|it| {
        matches!(it.reading.value, Value::Ordinal(_))
            && (start + 1..start + 4).contains(&it.words.start)
            && it.words.end < value
    });
    matches!(scene.fact(draft.fact).expected, Expected::Duration(_))
        && matches!(scene.lower(start), "at" | "in" | "for" | "during")
        && ordinal
}

/// "The 1974 race had a length of 1,512 km": so it was that year.
pub(super) fn is_of_one_year(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(mention) = scene.subject_of(draft) else { return false };
    let dated = scene.values.iter().any(|it| {
        matches!(it.reading.value, Value::Date(_))
            && it.words.start > mention.words.start
            && it.words.end < mention.words.end
    });
    dated && lexicon::is_gathering(scene.lower(mention.words.end - 1))
}

/// "In December 2019 X delivered 114,700 cars" of what a rule gives by the year: in a part of one.
pub(super) fn is_in_part_of_year(scene: &Scene<'_>, draft: &Draft) -> bool {
    const YEAR: std::ops::RangeInclusive<i64> = 360..=371;
    let Expected::Timeline(rows) = &scene.fact(draft.fact).expected else { return false };
    let by_the_year = rows.iter().any(|row| {
        let (from, to) = (row.window.from.as_ref(), row.window.to.as_ref());
        matches!(row.value, Expected::Number(_) | Expected::Money(_) | Expected::Percent(_))
            && from.zip(to).is_some_and(|(from, to)| {
                YEAR.contains(&from.interval().hull(&to.interval()).n_days())
            })
    });
    let part = |reading: &Reading| match &reading.value {
        Value::Date(date) => {
            date.is_period() && date.is_yearless()
                || date.precision() < Precision::Year && !date.is_anchored()
        }
        _ => false,
    };
    // "for the year ended 31 March 2024"
    let ended = |at: usize| matches!(scene.lower(at), "ended" | "ending" | "to");
    let whole = scene.sentence.range.clone().any(|at| scene.lower(at) == "year" && ended(at + 1));
    // "late in 2019"
    let late = |at: usize| {
        matches!(scene.lower(at), "late" | "early" | "midway") && scene.lower(at + 1) == "in"
    };
    let late = scene.sentence.range.clone().any(late);
    by_the_year && !whole && (late || draft.times.iter().any(part))
}

/// "the February trade deficit": what a rule gives without a time is of no one month.
pub(super) fn is_of_one_month(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(mention) = scene.subject_of(draft) else { return false };
    let before = mention.words.start.wrapping_sub(1);
    let timed = matches!(scene.fact(draft.fact).expected, Expected::Timeline(_));
    let of_month =
        matches!(scene.tag(before.wrapping_sub(1)), Some(Tag::Determiner | Tag::Possessive));
    !timed && of_month && lexicon::MONTHS.contains(&scene.lower(before))
}

/// "costs the city €9 million a year": what is paid time and again is no price.
pub(super) fn is_yearly(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    let fact = scene.fact(draft.fact);
    let price = matches!(scene.expected_of(draft), Expected::Money(_))
        && (fact.predicate.builtin.contains(&"cost")
            || fact.predicate.cues.iter().any(|cue| cue.starts_with("cost")));
    let end = (value..value + 6).find(|&at| !scene.is_value(at)).unwrap_or(value);
    let period = |at: usize| matches!(scene.lower(at), "year" | "month" | "week" | "day");
    let clause = scene.sentence.clause_of(value);
    let costs = scene.sentence.clauses[clause]
        .verb
        .is_some_and(|verb| scene.lower(scene.sentence.verbs[verb].head).starts_with("cost"));
    price
        && costs
        && (matches!(scene.lower(end), "a" | "per" | "each" | "every") && period(end + 1)
            || matches!(scene.lower(end), "annually" | "yearly" | "monthly"))
}

/// "was approved for children in 2022": for some, and perhaps not for the first time.
pub(super) fn is_for_some(scene: &Scene<'_>, draft: &Draft) -> bool {
    let Some(cue) = &draft.cue else { return false };
    let group = |at: usize| {
        lexicon::is_age_or_sex(scene.lower(at))
            || matches!(
                scene.lower(at),
                "lorries"
                    | "cyclists"
                    | "pedestrians"
                    | "walkers"
                    | "under"
                    | "over"
                    | "those"
                    | "emergency"
            )
    };
    let dated = matches!(scene.fact(draft.fact).expected, Expected::Date(_));
    let next = cue.end + 1 + usize::from(scene.lower(cue.end + 1) == "use");
    dated && matches!(scene.lower(cue.end), "for" | "in" | "to") && group(next)
}
