//! Quantities beside a name and its cue that are of something else: what somebody pays, a change, some
//! of what is counted.
//!
//! It must not know whether the quantity is right.

use super::super::event::Event;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::super::token::{is_possessive_pronoun, is_strange_name};
use super::left_out::hedged;
use super::measure::Evidence;
use crate::lexicon;
use crate::rules::FactId;
use crate::value::Value;

/// "X bought a site for $3 billion", where the cue is "bought for": X is who pays.
pub(super) fn pays(
    scene: &Scene<'_>,
    fact: FactId,
    evidence: &Evidence<'_>,
    mention: usize,
) -> bool {
    let cues = scene.cues(fact);
    evidence.event.is_some_and(|event| {
        let parted = event.cues.iter().any(|hit| hit.parted && cues.contains(&hit.id));
        let passive = super::super::event::is_passive(scene.sentence, event);
        parted && !passive && scene.mentions[mention].words.end <= event.words.start
    })
}

/// "half the population of Norland", "Norland, with its 9 million people": of something else.
pub(super) fn is_of_stranger(
    scene: &Scene<'_>,
    evidence: &Evidence<'_>,
    located: &Located,
) -> bool {
    // An "its" that means nothing known.
    let its = located.words.start.wrapping_sub(1);
    // "Lund University, with 40,000 students, dwarfs X"
    let with = its.wrapping_sub(usize::from(matches!(scene.lower(its), "a" | "some" | "about")));
    let aside = scene.lower(with) == "with"
        && scene.lower(with.wrapping_sub(1)) == ","
        && with >= scene.sentence.range.start + 2
        && is_strange_name(scene.parse, &scene.mentions, with - 2);
    let unknown = aside
        || is_possessive_pronoun(scene.lower(its))
            && !scene.mentions.iter().any(|mention| mention.words.start == its);
    // "Our own siege of it lasted 40 minutes"
    let owned = evidence.noun().is_some_and(|event| {
        let own = usize::from(scene.lower(event.words.start.wrapping_sub(1)) == "own");
        let at = event.words.start.wrapping_sub(1 + own);
        is_possessive_pronoun(scene.lower(at))
            && !scene.mentions.iter().any(|mention| mention.words.start == at)
    });
    unknown
        || owned
        || evidence.event.is_some_and(|event| {
            let of = event.words.end;
            let name = of + 1 + usize::from(scene.lower(of + 1) == "the");
            event.is_nominal()
                && scene.lower(of) == "of"
                && scene.sentence.range.contains(&name)
                && is_strange_name(scene.parse, &scene.mentions, name)
        })
}

/// "X and its ally hold 61 seats": what both have together.
pub(super) fn is_shared(scene: &Scene<'_>, located: &Located, mention: usize) -> bool {
    let sum = match &located.reading.value {
        Value::Number(number) => number.unit.is_none(),
        Value::Money(_) | Value::Percent(_) => true,
        _ => false,
    };
    let and = scene.settings[mention].end;
    let Some(verb) = scene.sentence.verbs.iter().find(|verb| verb.range.start > and) else {
        return false;
    };
    let phrase = |at: usize| {
        matches!(
            scene.tag(at),
            Some(Tag::Determiner | Tag::Noun | Tag::Name | Tag::Possessive | Tag::Pronoun)
        )
    };
    sum && scene.lower(and) == "and"
        && scene.settings[mention].modifies.is_none()
        && scene.settings[mention].preposition.is_none()
        && verb.range.start > and + 1
        && verb.range.end <= located.words.start
        && (and + 1..verb.range.start).all(phrase)
}

/// "Three Terns cost €560": what several cost together.
pub(super) fn is_of_several(scene: &Scene<'_>, located: &Located, mention: usize) -> bool {
    let before = scene.mentions[mention].words.start.wrapping_sub(1);
    // "In 2024 X had"
    let dated = scene
        .values
        .iter()
        .any(|it| it.words.contains(&before) && matches!(it.reading.value, Value::Date(_)));
    let number = scene.tag(before) == Some(Tag::Number) && !dated
        || matches!(
            scene.lower(before),
            "two" | "three" | "four" | "five" | "six" | "ten" | "twelve" | "both" | "several"
        );
    matches!(located.reading.value, Value::Money(_))
        && number
        && scene.sentence.range.contains(&before)
}

/// "stands 300 m from the station": how far off, not how high.
pub(super) fn is_way_off(scene: &Scene<'_>, evidence: &Evidence<'_>, located: &Located) -> bool {
    let stands = evidence.event.is_some_and(|event| {
        matches!(scene.lower(event.head), "stand" | "stands" | "stood" | "standing")
    });
    let end = located.words.end;
    let base = (end + 1..end + 3).any(|at| {
        matches!(scene.lower(at), "ground" | "street" | "base" | "floor" | "foot" | "top" | "tip")
    });
    stands
        && !base
        && matches!(
            scene.lower(end),
            "from"
                | "away"
                | "off"
                | "north"
                | "south"
                | "east"
                | "west"
                | "inland"
                | "upstream"
                | "downstream"
                | "behind"
                | "outside"
        )
}

/// "The strike cost X €2 million", "cost each taxpayer €30": who pays stands between verb and value.
pub(super) fn costs_somebody(
    scene: &Scene<'_>,
    evidence: &Evidence<'_>,
    located: &Located,
) -> bool {
    let Some(event) = evidence.event.filter(|event| event.verb.is_some()) else { return false };
    // "cost the city £381 million": who pays for a thing, where the thing is what costs.
    let payer = |at: usize| {
        matches!(
            scene.lower(at),
            "city"
                | "council"
                | "taxpayer"
                | "taxpayers"
                | "ratepayers"
                | "town"
                | "county"
                | "state"
                | "government"
                | "public"
                | "nation"
                | "country"
                | "owners"
                | "builders"
                | "ministry"
                | "region"
        )
    };
    let each = matches!(scene.lower(event.words.end), "each" | "every" | "some" | "a");
    let rate = matches!(
        scene.lower(located.words.end),
        "a" | "an" | "per" | "each" | "in" | "so" | "over"
    );
    let whole = scene.lower(event.head) == "cost" && !each && !rate;
    // "cost the United States $375 million"
    let nation = {
        let start = event.words.end + usize::from(scene.lower(event.words.end) == "the");
        let name: Vec<&str> = (start..located.words.start).map(|at| scene.lower(at)).collect();
        lexicon::country_at(&name).is_some_and(|(_, length)| length == name.len())
    };
    matches!(scene.lower(event.head), "cost" | "costs" | "costing")
        && event.words.end < located.words.start
        && (event.words.end..located.words.start).any(|at| {
            let total = matches!(scene.lower(at), "total" | "sum" | "estimated");
            matches!(scene.tag(at), Some(Tag::Noun | Tag::Name | Tag::Pronoun))
                && !total
                && (!whole || !payer(at) && !nation)
                && !scene.is_value(at)
                && scene.lower(at + 1) != "of"
        })
}

/// "Letters went to 240 employees of X": some of them, after a preposition and without "the".
pub(super) fn is_any_number(scene: &Scene<'_>, value: &Located) -> bool {
    let counts = matches!(&value.reading.value, Value::Number(number)
        if number.unit.is_none() && number.noun.is_some());
    let before = scene.lower(value.words.start.wrapping_sub(1));
    counts && matches!(before, "to" | "for" | "with" | "by" | "from" | "on" | "against" | "among")
}

/// "raised its price by $45": how much more, whatever the verb is.
pub(super) fn is_by_so_much(scene: &Scene<'_>, value: &Located) -> bool {
    let by = value.words.start.wrapping_sub(1);
    matches!(value.reading.value, Value::Money(_))
        && scene.lower(by) == "by"
        && scene.tag(by.wrapping_sub(1)) == Some(Tag::Noun)
}

/// "The rate fell by 2%": the number says how far, not where it stands.
pub(super) fn is_change(scene: &Scene<'_>, value: &Located) -> bool {
    let before = value.words.start.wrapping_sub(1);
    // "was cut by 2,000"
    if scene.lower(before) == "by" {
        return true;
    }
    // "make up 48% of sales"
    let makes = matches!(scene.lower(before.wrapping_sub(1)), "make" | "makes" | "made" | "making");
    if scene.lower(before) == "up" && makes {
        return false;
    }
    is_change_word(scene.lower(before))
}

/// "rose", "down": what follows is by how much, or where from.
pub(super) fn is_change_word(lower: &str) -> bool {
    matches!(
        lower,
        "rose"
            | "rise"
            | "rises"
            | "risen"
            | "fell"
            | "fall"
            | "falls"
            | "fallen"
            | "grew"
            | "grow"
            | "grows"
            | "grown"
            | "increased"
            | "increase"
            | "increases"
            | "decreased"
            | "declined"
            | "dropped"
            | "drop"
            | "climbed"
            | "jumped"
            | "slipped"
            | "shrank"
            | "shrunk"
            | "up"
            | "down"
            | "gained"
            | "gains"
            | "gain"
            | "added"
            | "adds"
            | "add"
            | "shed"
            | "lost"
            | "loses"
            | "lose"
            | "soared"
            | "surged"
            | "plunged"
    )
}

/// "A costs €2.40 and B €65": the mention's own quantity follows it at once.
pub(super) fn has_own_quantity(scene: &Scene<'_>, value: usize, mention: usize) -> bool {
    let end = scene.mentions[mention].words.end;
    let located = &scene.values[value];
    located.words.end <= end
        && scene.values.iter().any(|other| {
            hedged(scene, other.words.start) == end && super::rival::same_kind(other, located)
        })
}

/// Another measured noun stands between the cue and the value: "a tower with a mast of 40 m".
pub(super) fn noun_takes_it(scene: &Scene<'_>, event: &Event, value: &Located) -> bool {
    // "bought X for less than its original $4 billion asking price"
    let asked = (value.words.end..value.words.end + 2)
        .take_while(|&at| matches!(scene.tag(at), Some(Tag::Noun | Tag::Verb)))
        .any(|at| matches!(scene.lower(at), "asking" | "offer" | "bid" | "loan" | "fine"));
    if asked && event.verb.is_some() {
        return true;
    }
    // "has a population of nearly 120,000"
    let before = (event.words.end..value.words.start)
        .rev()
        .find(|&at| !lexicon::is_hedge(scene.lower(at)))
        .unwrap_or(value.words.start.wrapping_sub(1));
    let of = matches!(scene.lower(before), "of" | "at");
    let verb = event.verb.is_some();
    let other = |at: usize| {
        scene.tag(at) == Some(Tag::Noun)
            && scene.lower(at).ends_with('s')
            && !scene.is_value(at)
            && !matches!(
                scene.lower(at),
                "terms" | "means" | "thousands" | "millions" | "times" | "dozens"
            )
            && !event.words.contains(&at)
    };
    // "On top of the fine, X must bear costs of €1.9 million"
    let apart = event.is_nominal()
        && of
        && other(before.wrapping_sub(1))
        && (event.words.end..before).any(|at| scene.lower(at) == ",");
    if apart {
        return true;
    }
    verb && of
        && before >= 1
        && scene.tag(before - 1) == Some(Tag::Noun)
        && !event.words.contains(&(before - 1))
        && scene.lower(before) == "of"
        && !matches!(
            scene.lower(before - 1),
            "total" | "sum" | "maximum" | "peak" | "record" | "high"
        )
}

/// "X is near the dam, 300 m long", "X, unlike the weir, 300 m long, is narrow": of what stands before the comma.
pub(super) fn is_of_thing_beside(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let comma = hedged(scene, value.words.start).wrapping_sub(1);
    if scene.lower(comma) != "," || scene.mentions[mention].words.end == comma {
        return false;
    }
    let inside = |at: usize| {
        matches!(scene.tag(at), Some(Tag::Noun | Tag::Name | Tag::Determiner | Tag::Number))
    };
    let start = (scene.sentence.range.start..comma).rev().take_while(|&at| inside(at)).last();
    start.is_some_and(|start| {
        let own = scene.mentions[mention].words.start >= start;
        let beside = matches!(
            scene.lower(start.wrapping_sub(1)),
            "near"
                | "beside"
                | "behind"
                | "opposite"
                | "unlike"
                | "like"
                | "above"
                | "below"
                | "under"
                | "past"
                | "than"
                | "from"
                | "towards"
                | "toward"
                | "beyond"
        );
        beside && !own
    })
}

/// "X, a mile from a building with a capacity of 1,840", "X and Y, a building with": of what stands before "with".
pub(super) fn is_of_thing_with(scene: &Scene<'_>, evidence: &Evidence<'_>, mention: usize) -> bool {
    let Some(event) = evidence.noun() else { return false };
    let floor = scene.sentence.range.start;
    let near = event.words.start.saturating_sub(2).max(floor)..event.words.start;
    let Some(with) = near.rev().find(|&at| scene.lower(at) == "with") else { return false };
    let noun = |at: usize| matches!(scene.tag(at), Some(Tag::Noun | Tag::Verb));
    let Some(first) = (floor..with).rev().take_while(|&at| noun(at)).last() else { return false };
    let article = first.wrapping_sub(1);
    let before = first.wrapping_sub(2);
    let other = match scene.tag(before) {
        Some(Tag::Preposition) => !matches!(scene.lower(before), "as" | "of"),
        Some(Tag::Mark) => {
            scene.lower(before) == ","
                && scene.tag(before - 1) == Some(Tag::Name)
                && scene.mentions[mention].words.end != before
        }
        _ => false,
    };
    matches!(scene.lower(article), "a" | "an" | "the")
        && other
        && scene.mentions[mention].words.end <= before
}

/// "X is higher than Y (3,100 m)": the bracket's first value is said of the name right before it.
pub(super) fn after_other_name(scene: &Scene<'_>, value: usize, mention: usize) -> bool {
    let at = scene.values[value].words.start;
    let open = scene.sentence.clauses[scene.sentence.clause_of(at)].start;
    let named = open > scene.sentence.range.start && scene.tag(open - 1) == Some(Tag::Name);
    let subject = scene.mentions[mention].subject;
    at == open + 1
        && scene.lower(open) == "("
        && named
        && !scene
            .mentions
            .iter()
            .any(|other| other.subject == subject && other.words.contains(&(open - 1)))
}
