//! Whether a quantity is of the kind a fact wants: its dimension, what it counts, a whole or a share.

use super::super::event::Event;
use super::super::index::{CueHit, CueId};
use super::super::parse::Tag;
use super::super::scene::{Located, Scene, wants};
use super::left_out::hedged;
use super::measure::REACH;
use crate::lexicon::{self, Role};
use crate::rules::{Expected, FactId};
use crate::value::{Value, number};

/// Of the right kind; a bare number is never offered to a fact that counts a noun.
pub(super) fn wanted(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    if is_share_of_counted(scene, fact, value) || is_of_certainty(scene, value) {
        return false;
    }
    let expected = &scene.fact(fact).expected;
    let counted = match (expected.number(), &value.reading.value) {
        (Some(number), Value::Number(stated)) => {
            let counts = number.counted_noun().is_some();
            let unitless = stated.noun.is_none() && stated.unit.is_none();
            // "an area of 742", but "X has a population of 120,000" beside an area
            let measured = matches!(number.unit, Some(number::ExpectedUnit::Measure(_)));
            if measured && unitless {
                return follows_noun_cue(scene, fact, value)
                    && wants(expected, &value.reading.value);
            }
            let bare = unitless
                && (follows_noun_cue(scene, fact, value)
                    || is_in_all(scene, value)
                    || is_so_strong(scene, fact, value));
            !counts
                || number::counts_same(number, stated)
                || bare
                || is_size_of_cue(scene, fact, value)
                || counts_people(scene, fact, value, stated)
                || part_of_counted(scene, number, value)
                || all_of_its(scene, number, value).is_some()
                || counts_times(scene, fact, number, value, stated)
        }
        _ => true,
    };
    counted
        && !is_of_other_measure(scene, fact, value)
        && !is_of_measure_before(scene, fact, value)
        && own_dimension(scene, fact, expected, &value.reading.value)
        && wants(expected, &value.reading.value)
}

/// How many words a restatement in brackets may take.
const RESTATED: usize = 6;

/// "long and 49 m (161 ft) wide": what follows the value names another measure of its dimension.
fn is_of_other_measure(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let measured = matches!(&value.reading.value, Value::Number(number) if number.unit.is_some());
    if !measured {
        return false;
    }
    let restated = |at: usize| {
        let close = matches!(scene.lower(at), "(" | "/")
            .then(|| (at..at + RESTATED).find(|&i| scene.lower(i) == ")"));
        close.flatten().map_or(at, |close| close + 1)
    };
    let mut end = restated(value.words.end);
    if scene.lower(end) == ")" {
        end += 1;
    }
    if scene.lower(end) == "(" {
        end += 1;
    }
    let here = |event: &&Event| event.words.start == end;
    scene.events.iter().filter(here).any(|event| is_other_measure(scene, fact, event))
}

/// "X's mirror has a diameter of 3.5 m": the measure is that of the part which the fact is about.
fn is_of_cue(scene: &Scene<'_>, fact: FactId, noun: usize) -> bool {
    let article = noun.wrapping_sub(1);
    let has = article.wrapping_sub(1);
    let cues = scene.cues(fact);
    scene.fact(fact).predicate.builtin.is_empty()
        && lexicon::is_extent(scene.lower(noun))
        && matches!(scene.lower(article), "a" | "the")
        && matches!(scene.lower(has), "has" | "had" | "with" | "have")
        && scene
            .events
            .iter()
            .any(|event| event.is_nominal() && event.words.end == has && event.signals(cues))
}

/// "length 46.2 km", "with a length of 46.2 km": the word right before the value names another measure.
fn is_of_measure_before(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let at = value.words.start;
    let of = usize::from(matches!(scene.lower(at.wrapping_sub(1)), "of" | ":"));
    let noun = at.wrapping_sub(1 + of);
    let named = matches!(
        scene.lower(noun),
        "length"
            | "height"
            | "width"
            | "area"
            | "depth"
            | "weight"
            | "gauge"
            | "diameter"
            | "elevation"
            | "altitude"
            | "capacity"
            | "speed"
    );
    let measured = matches!(&value.reading.value, Value::Number(number) if number.unit.is_some());
    named && measured && !scene.is_cue(fact, noun) && !is_of_cue(scene, fact, noun) && {
        let built_in = scene.fact(fact).predicate.builtin.iter();
        !built_in.clone().any(|name| *name == scene.lower(noun))
    }
}

/// Whether an event is the word of a built-in measure, and of none of the fact's: "wide".
pub(super) fn is_other_measure(scene: &Scene<'_>, fact: FactId, event: &Event) -> bool {
    let family =
        |hit: &CueHit| matches!(hit.id, CueId::Family(_)) && hit.role == Some(Role::Measure);
    let built_in = !scene.fact(fact).predicate.builtin.is_empty();
    built_in
        && event.is_nominal()
        && !event.signals(scene.cues(fact))
        && event.cues.iter().any(family)
}

/// "47 of the 151 seats": the whole says what the part counts.
fn part_of_counted(scene: &Scene<'_>, expected: &number::Expected, value: &Located) -> bool {
    let end = value.words.end;
    let next = end + 1 + usize::from(matches!(scene.lower(end + 1), "the" | "its" | "their"));
    scene.lower(end) == "of" && scene.values.iter().any(|whole| {
        whole.words.start == next
            && matches!(&whole.reading.value, Value::Number(n) if number::counts_same(expected, n))
    })
}

/// "was downloaded 24 million times", where the fact counts downloads.
fn counts_times(
    scene: &Scene<'_>,
    fact: FactId,
    expected: &number::Expected,
    value: &Located,
    stated: &number::Number,
) -> bool {
    const STEM: usize = 4;
    let Some(folded) = expected.counted_noun() else { return false };
    let start = hedged(scene, value.words.start);
    number::counts_times(stated)
        && scene.events.iter().any(|event| {
            event.verb.is_some()
                && event.words.end == start
                && event.signals(scene.cues(fact))
                && folded.get(..STEM).is_some_and(|stem| scene.lower(event.head).starts_with(stem))
        })
}

/// "all eleven of her novels": the mention whose they are, where the fact counts novels.
pub(super) fn all_of_its(
    scene: &Scene<'_>,
    expected: &number::Expected,
    value: &Located,
) -> Option<usize> {
    let folded = expected.counted_noun()?;
    let of = value.words.end;
    if scene.lower(value.words.start.wrapping_sub(1)) != "all" || scene.lower(of) != "of" {
        return None;
    }
    let counts = |noun: usize| crate::value::fold_noun(scene.lower(noun)) == *folded;
    scene.mentions.iter().zip(&scene.settings).position(|(mention, setting)| {
        mention.words.start == of + 1 && setting.modifies.is_some_and(counts)
    })
}

/// "employs 640 people", "640 people on its payroll", where the fact counts employees: its own cue says what the
/// people are.
fn counts_people(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    stated: &number::Number,
) -> bool {
    let own = |hit: &CueHit| matches!(hit.id, CueId::Own(_)) && scene.cues(fact).contains(&hit.id);
    let (at, end) = (value.words.start, value.words.end);
    number::counts_people(stated)
        && scene.events.iter().any(|event| {
            let before = event.verb.is_some()
                && event.words.end <= at
                && (event.words.end..at).all(|i| !scene.tag(i).is_some_and(Tag::is_nominal));
            // "460 people work for X", "460 people on its payroll"
            let people = end..event.words.start;
            let after = event.words.start > end
                && people.len() <= 3
                && !people.into_iter().any(|i| scene.tag(i) == Some(Tag::Name));
            (before || after) && event.cues.iter().any(own)
        })
}

/// "142 million passengers, a third of them pupils": a part of one is no count.
fn is_share_of_counted(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let Value::Number(stated) = &value.reading.value else { return false };
    let counts = scene.fact(fact).expected.number().is_some_and(|it| it.amount.low >= 1.0);
    stated.unit.is_none() && stated.amount.high < 1.0 && stated.amount.low > 0.0 && counts
}

/// "(95 percent confidence interval 79.8 to 88.1)": how sure somebody is of another value.
fn is_of_certainty(scene: &Scene<'_>, value: &Located) -> bool {
    let end = value.words.end;
    let end = end + usize::from(scene.lower(end) == "-");
    matches!(value.reading.value, Value::Percent(_))
        && matches!(
            scene.lower(end),
            "confidence" | "credible" | "ci" | "sure" | "certain" | "confident" | "probability"
        )
}

/// "16 square miles" is no population: a built-in measure without a unit keeps its dimension.
fn own_dimension(scene: &Scene<'_>, fact: FactId, expected: &Expected, value: &Value) -> bool {
    let (Some(number), Value::Number(stated)) = (expected.number(), value) else { return true };
    // "runs every twelve minutes" says nothing of how long it is in metres.
    if let (Some(number::ExpectedUnit::Measure(own)), Some(unit)) = (&number.unit, stated.unit)
        && unit.dimension != own.dimension
        && unit.dimension.name() == "time"
    {
        return false;
    }
    let (None, Some(unit)) = (&number.unit, stated.unit) else { return true };
    // "24 seats, and its leader of 16 years": years are not counted in seats.
    if unit.dimension.name() == "time" {
        return false;
    }
    let mut dimensions = scene
        .fact(fact)
        .predicate
        .builtin
        .iter()
        .filter_map(|name| lexicon::family(name).and_then(|family| family.dimension))
        .peekable();
    dimensions.peek().is_none() || dimensions.any(|dimension| dimension == unit.dimension.name())
}

/// "Attendance was 284,000": a noun names what is counted, so the number need not.
fn follows_noun_cue(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    // "seats only 38"
    let at = hedged(scene, value.words.start);
    scene.events.iter().any(|event| {
        // "holds 18,450"
        let verb = event.verb.is_some() && event.words.end == at;
        (event.is_nominal() || verb)
            && event.words.end <= at
            && at - event.words.end <= REACH
            && (event.words.end..at).all(|i| is_link(scene, i))
            && event
                .cues
                .iter()
                .any(|hit| matches!(hit.id, CueId::Own(_)) && scene.cues(fact).contains(&hit.id))
    })
}

/// "X's frigates, six in all,": the count of what the name is of.
pub(super) fn is_in_all(scene: &Scene<'_>, value: &Located) -> bool {
    let end = value.words.end;
    matches!((scene.lower(end), scene.lower(end + 1)), ("in", "all" | "total"))
        || scene.lower(end) == "altogether"
}

/// "is 5,600 strong", "the 5,600-strong X", where "strong" is a word of the fact.
fn is_so_strong(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let end = value.words.end;
    let at = end + usize::from(matches!(scene.lower(end), "-" | "‐" | "‑"));
    scene.lower(at) == "strong" && scene.is_cue(fact, at)
}

/// "a 5,600-strong workforce", "the 5,600-member workforce": how many they are whom a noun of the fact names.
fn is_size_of_cue(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let size = value.words.end + 1;
    matches!(scene.lower(value.words.end), "-" | "‐" | "‑")
        && matches!(scene.lower(size), "strong" | "member" | "person" | "man" | "people")
        && (size + 1..size + 3).any(|at| scene.is_cue(fact, at))
}

/// "fell to 1,004,800", "crept up to 1,004,800", "rose by 18.5% to 1,004,800", "stayed at 1,004,800": a word of the
/// verb that says where the count came to.
fn is_move_to(scene: &Scene<'_>, at: usize) -> bool {
    const LONGEST: usize = 5;
    let percent = |at: usize| {
        scene.value_at(at).is_some_and(|it| matches!(it.reading.value, Value::Percent(_)))
    };
    let part = |at: usize| {
        percent(at) || matches!(scene.lower(at), "up" | "down" | "off" | "in" | "steady" | "by")
    };
    let goal = (at..at + LONGEST).find(|&at| matches!(scene.lower(at), "to" | "at"));
    let Some(goal) = goal.filter(|&goal| (at + 1..goal).all(part)) else { return false };
    let verb = |at: usize| matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary));
    let stays = |at: usize| {
        verb(at)
            && matches!(
                scene.lower(at),
                "stayed"
                    | "stays"
                    | "remained"
                    | "remains"
                    | "put"
                    | "estimated"
                    | "came"
                    | "held"
                    | "levelled"
                    | "settled"
                    | "recorded"
                    | "counted"
                    | "stands"
                    | "stood"
                    | "are"
                    | "is"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "been"
            )
    };
    let moves = if scene.lower(goal) == "to" { verb(at) } else { stays(at) };
    moves || part(at)
}

/// Words that may stand between a noun and the number it announces.
fn is_link(scene: &Scene<'_>, at: usize) -> bool {
    let link = matches!(
        scene.lower(at),
        "of" | "at"
            | "for"
            | "from"
            | "in"
            | "is"
            | "was"
            | "were"
            | "are"
            | "stands"
            | "stood"
            | "standing"
            | "reached"
            | "reaches"
            | "totals"
            | "totalled"
            | "hit"
            | "has"
            | "had"
            | "been"
            | "now"
            | "the"
            | "to"
            | ":"
    );
    if link || is_move_to(scene, at) {
        return true;
    }
    // "attendance in 2019 was 412,000"
    let date = |value: &Located| matches!(value.reading.value, Value::Date(_));
    link || lexicon::is_hedge(scene.lower(at))
        || scene.value_at(at).is_some_and(date)
        || scene.mentions.iter().any(|mention| mention.words.contains(&at))
}

/// Whether each of a fact's cues says which of the counted things it counts, "league goals", "economy seats": "7 goals"
/// may be all there are.
pub(super) fn counts_some_kind(scene: &Scene<'_>, fact: FactId) -> bool {
    let fact = scene.fact(fact);
    let cues = &fact.predicate.cues;
    let kind = |cue: &String| {
        let noun = cue.rsplit(' ').next().filter(|noun| noun.len() < cue.len());
        noun.zip(fact.expected.number()).is_some_and(|(noun, it)| number::is_counted(it, noun))
    };
    fact.predicate.builtin.is_empty() && !cues.is_empty() && cues.iter().all(kind)
}
