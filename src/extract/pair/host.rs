//! Whose measure a quantity is where it stands with a noun: "a lake 740 m long", "a 74 m long section",
//! "a tunnel with a length of 74 m".
//!
//! It must not know facts.

use super::super::event::crosses;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::super::token::is_strange_name;
use crate::lexicon;
use crate::value::Value;
use crate::value::number::Dimension;

/// Whether a measure stands with a noun that is not said to be the mention.
pub(super) fn is_of_other_noun(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let measured =
        matches!(value.reading.value, Value::Number(_) | Value::Money(_) | Value::Percent(_));
    let before = |n: usize| scene.lower(value.words.start.wrapping_sub(n));
    // "eleven spans, the longest of them 74 m long"
    let of_them = before(2) == "of" && matches!(before(1), "them" | "these" | "those" | "which");
    let apart = is_apart(scene, value);
    // "the 154,407 GT Freedom of the Seas": the measure of another name.
    let end = value.words.end;
    let strange = |at: usize| {
        scene.sentence.range.contains(&at) && is_strange_name(scene.parse, &scene.mentions, at)
    };
    let tonnage =
        matches!(scene.lower(end), "gt" | "grt" | "dwt" | "ton" | "tonne") && strange(end + 1);
    let sized = matches!(&value.reading.value, Value::Number(number) if number.unit.is_some())
        && strange(end)
        || tonnage;
    measured
        && (of_them
            || apart
            || sized
            || measures_name_before(scene, value)
            || is_of_stuff(scene, value)
            || host(scene, value).is_some_and(|noun| !is_said_of(scene, noun, mention)))
}

/// "with 1,900 metres of climbing", "640 metres of varnished benches": how much there is of something.
fn is_of_stuff(scene: &Scene<'_>, value: &Located) -> bool {
    let measured = matches!(&value.reading.value, Value::Number(number)
        if number.unit.is_some_and(|unit| unit.dimension == Dimension::Length));
    let of = value.words.end;
    let nominal =
        |at: usize| matches!(scene.tag(at), Some(Tag::Noun | Tag::Verb)) && !scene.is_value(at);
    let noun = (of + 1..of + 4).take_while(|&at| nominal(at)).last();
    let counted = |noun: usize| {
        lexicon::is_extent(scene.lower(noun))
            || scene
                .events
                .iter()
                .any(|event| event.words.contains(&noun) && !event.cues.is_empty())
            || scene.mentions.iter().any(|mention| mention.words.contains(&noun))
    };
    measured && scene.lower(of) == "of" && noun.is_some_and(|noun| !counted(noun))
}

/// "lost the record to the Chrysler Building, 319 metres high,", "lies beside Pellow Quay with a length of 700 m":
/// of the name before.
fn measures_name_before(scene: &Scene<'_>, value: &Located) -> bool {
    let floor = scene.sentence.range.start;
    let start = value.words.start;
    let with =
        (start.saturating_sub(6).max(floor)..start).rev().find(|&at| scene.lower(at) == "with");
    let with = with.filter(|&with| is_measure_phrase(scene, with, start));
    // "half the size of Keld, population 224,000"
    let noun = start.wrapping_sub(1);
    let labelled = scene.tag(noun) == Some(Tag::Noun) && scene.lower(noun.wrapping_sub(1)) == ",";
    let comma = if labelled { noun } else { with.unwrap_or(start) }.wrapping_sub(1);
    let parted = scene.lower(comma) == ",";
    let end = comma.wrapping_add(usize::from(!parted));
    let strange = |at: usize| at >= floor && is_strange_name(scene.parse, &scene.mentions, at);
    if !(parted || with.is_some()) || end < floor + 2 || !strange(end - 1) {
        return false;
    }
    let first = (floor..end).rev().take_while(|&at| strange(at)).last().unwrap_or(end);
    let first = first - usize::from(scene.lower(first.wrapping_sub(1)) == "the");
    let governor = first.wrapping_sub(1);
    // "The tower in Paris, 324 metres high", "X has overtaken Lund, with a population of 40,000"
    scene.tag(governor) == Some(Tag::Verb) && !(parted && with.is_some())
        || labelled && scene.lower(governor) == "of"
        || matches!(
            scene.lower(governor),
            "to" | "by"
                | "than"
                | "with"
                | "beside"
                | "behind"
                | "over"
                | "like"
                | "unlike"
                | "near"
        )
}

/// "and the beacon 19 metres", "and the picnic beforehand another 90 minutes": of a noun without a verb.
pub(super) fn is_apart(scene: &Scene<'_>, value: &Located) -> bool {
    const REACH: usize = 4;
    if is_of_own_noun(scene, value) {
        return true;
    }
    let floor = scene.sentence.range.start;
    let small = |at: &usize| {
        scene.tag(*at) == Some(Tag::Adverb)
            || matches!(
                scene.lower(*at),
                "another" | "only" | "just" | "some" | "beforehand" | "afterwards"
            )
    };
    let Some(noun) = (floor..value.words.start).rev().take(REACH).find(|at| !small(at)) else {
        return false;
    };
    let article = noun.wrapping_sub(1);
    scene.tag(noun) == Some(Tag::Noun)
        && matches!(scene.lower(article), "the" | "its")
        && matches!(scene.lower(article.wrapping_sub(1)), "and" | "," | ";" | "but")
        && !scene.mentions.iter().any(|it| it.words.contains(&noun))
        && !scene.events.iter().any(|event| event.is_nominal() && event.words.contains(&noun))
}

/// "on 72 hours' notice", "after two years' work", "followed three years of talks": how long that noun is.
fn is_of_own_noun(scene: &Scene<'_>, value: &Located) -> bool {
    let end = value.words.end;
    let followed = matches!(
        scene.lower(value.words.start.wrapping_sub(1)),
        "followed" | "follows" | "after" | "despite" | "ended" | "ends" | "crowned" | "capped"
    );
    if followed && scene.lower(end) == "of" && scene.tag(end + 1) == Some(Tag::Noun) {
        return true;
    }
    if is_of_noun_before(scene, value) || is_extension(scene, value) {
        return true;
    }
    let owns = scene.tag(end) == Some(Tag::Possessive) || matches!(scene.lower(end), "'" | "’");
    owns && scene.tag(end + 1) == Some(Tag::Noun)
        && !scene.events.iter().any(|event| event.words.contains(&(end + 1)))
}

/// "was extended for five years": by how much, and not how long it is in all.
pub(super) fn is_extension(scene: &Scene<'_>, value: &Located) -> bool {
    const EXTENDING: &[&str] = &["extend", "prolong", "lengthen", "postpone", "delay", "shorten"];
    let small = |at: &usize| {
        matches!(
            scene.lower(*at),
            "for" | "by" | "another" | "a" | "further" | "only" | "just" | "until"
        ) || scene.tag(*at) == Some(Tag::Adverb)
    };
    let before = (scene.sentence.range.start..value.words.start).rev().find(|at| !small(at));
    before.is_some_and(|at| {
        at + 1 < value.words.start && lexicon::is_form_of_any(scene.lower(at), EXTENDING)
    })
}

/// "after a cruise of nearly seven years": how long that noun is.
pub(super) fn is_of_noun_before(scene: &Scene<'_>, value: &Located) -> bool {
    let measured = |of: usize| {
        scene.lower(of) == "of"
            && scene.tag(of - 1) == Some(Tag::Noun)
            && matches!(scene.lower(of.wrapping_sub(2)), "a" | "an" | "the")
            && matches!(scene.lower(of.wrapping_sub(3)), "after" | "following" | "despite")
            && !scene.events.iter().any(|event| event.words.contains(&(of - 1)))
    };
    let small = |at: &usize| scene.tag(*at) == Some(Tag::Adverb);
    let start = value.words.start;
    let of = (scene.sentence.range.start + 3..start).rev().find(|at| !small(at));
    of.is_some_and(measured)
}

/// The noun that a measure modifies.
fn host(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    after(scene, value).or_else(|| before(scene, value)).or_else(|| made_of(scene, value))
}

/// "sits in a chamber of 120 seats": the noun after a preposition, but "has a fleet of 40 ships".
fn made_of(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let noun = value.words.start.checked_sub(2)?;
    // "comes in boxes of 10 doses"
    let boxed = scene.lower(noun + 1) == "of"
        && scene.tag(noun) == Some(Tag::Noun)
        && scene.lower(noun).ends_with('s')
        && matches!(scene.lower(noun.wrapping_sub(1)), "in" | "into");
    if boxed && !scene.events.iter().any(|it| it.is_nominal() && it.words.contains(&noun)) {
        return Some(noun);
    }
    let article = noun.checked_sub(1)?;
    let governor = article.checked_sub(1).filter(|&at| at >= scene.sentence.range.start)?;
    // "merged with a college of 2,000 students"
    let joins = scene.lower(governor) == "with"
        && matches!(
            scene.lower(governor.wrapping_sub(1)),
            "merged"
                | "merge"
                | "merges"
                | "compares"
                | "competes"
                | "united"
                | "combined"
                | "shares"
        );
    let counts = matches!(&value.reading.value, Value::Number(number) if number.unit.is_none());
    let general = matches!(
        scene.lower(noun),
        "total" | "sum" | "average" | "maximum" | "minimum" | "record" | "peak" | "number" | "rate"
    );
    let cue = scene.events.iter().any(|event| event.is_nominal() && event.words.contains(&noun));
    // "keeps a branch with twelve employees"
    let with =
        scene.lower(noun + 1) == "with"
            && counts
            && matches!(scene.lower(article), "a" | "an")
            && scene.tag(noun) == Some(Tag::Noun)
            && scene.sentence.verbs.iter().any(|verb| {
                verb.range.end == article && !lexicon::is_be_form(scene.lower(verb.head))
            });
    if with && !cue {
        return Some(noun);
    }
    (counts
        && scene.lower(noun + 1) == "of"
        && scene.tag(noun) == Some(Tag::Noun)
        && matches!(scene.lower(article), "a" | "an")
        && scene.tag(governor) == Some(Tag::Preposition)
        && (!matches!(scene.lower(governor), "with" | "of" | "at" | "to" | "for") || joins)
        && !general
        && !cue)
        .then_some(noun)
}

/// "a 74 m long section": the noun after the measure.
fn after(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let article = value.words.start.checked_sub(1)?;
    let mut at = value.words.end;
    while matches!(scene.lower(at), "-" | "‐" | "long" | "high" | "tall" | "wide" | "deep") {
        at += 1;
    }
    // "has a 5,600-strong workforce": how many there are, not how large one is
    let measured = at > value.words.end && scene.lower(at) != "strong";
    let noun = (at..scene.sentence.range.end)
        .take_while(|&i| scene.tag(i) == Some(Tag::Noun) && !scene.is_value(i))
        .last()?;
    (measured && matches!(scene.lower(article), "a" | "an")).then_some(noun)
}

/// "a lake 740 m long", "beams 20 m in length", "a tunnel with a length of 74 m".
fn before(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    let end = value.words.end;
    let adjective =
        matches!(scene.lower(end), "long" | "high" | "tall" | "wide" | "deep" | "across" | "thick")
            && !crosses(scene.parse, end)
            || scene.lower(end) == "in" && lexicon::is_extent(scene.lower(end + 1));
    let start = value.words.start;
    let with = (start.saturating_sub(6)..start).rev().find(|&at| scene.lower(at) == "with");
    let noun = match with {
        Some(with) if is_measure_phrase(scene, with, start) => {
            let last = with.checked_sub(1)?;
            // "Dunmore's stadium, with a capacity of 30,000, dwarfs X"
            let opens = scene.lower(last) == ","
                && !scene.sentence.verbs.iter().any(|verb| verb.range.start < last);
            if opens { last.checked_sub(1)? } else { last }
        }
        // "as tall as the spire, 80 m high"
        _ if adjective && scene.lower(start.wrapping_sub(1)) == "," && is_likened(scene, start) => {
            start - 2
        }
        _ if adjective => (scene.sentence.range.start..start)
            .rev()
            .find(|&at| scene.tag(at) != Some(Tag::Adverb) && !is_about(scene.lower(at)))?,
        _ => return None,
    };
    let named = scene.mentions.iter().any(|mention| mention.words.contains(&noun));
    let plain = scene.tag(noun) == Some(Tag::Noun) && !scene.is_value(noun);
    // "a length of", but "beams", several things that are wide
    let cue = !scene.lower(noun).ends_with('s')
        && scene.events.iter().any(|event| event.is_nominal() && event.words.contains(&noun));
    // "ended the year with revenue of €221 million"
    let time = matches!(scene.lower(noun), "year" | "quarter" | "month" | "season" | "decade");
    (plain && !named && !cue && !time).then_some(noun)
}

/// "as tall as the spire," right before a value.
fn is_likened(scene: &Scene<'_>, value: usize) -> bool {
    let floor = scene.sentence.range.start;
    let phrase = (floor..value.saturating_sub(1))
        .rev()
        .find(|&at| !matches!(scene.tag(at), Some(Tag::Noun | Tag::Determiner)));
    phrase.is_some_and(|at| matches!(scene.lower(at), "as" | "than"))
}

/// "with a length of".
fn is_measure_phrase(scene: &Scene<'_>, with: usize, value: usize) -> bool {
    let first = with + 1 + usize::from(matches!(scene.lower(with + 1), "a" | "an"));
    scene.lower(value.wrapping_sub(1)) == "of"
        && first < value - 1
        && (first..value - 1).all(|at| scene.tag(at) == Some(Tag::Noun))
}

fn is_about(lower: &str) -> bool {
    matches!(
        lower,
        "about"
            | "around"
            | "some"
            | "over"
            | "under"
            | "more"
            | "less"
            | "than"
            | "of"
            | "up"
            | "to"
    )
}

/// "X is a bridge 750 m long", "X, a bridge 750 m long": the noun says what the mention is.
fn is_said_of(scene: &Scene<'_>, noun: usize, mention: usize) -> bool {
    let floor = scene.sentence.range.start;
    let inside = |at: &usize| {
        matches!(scene.tag(*at), Some(Tag::Noun | Tag::Name | Tag::Number))
            || *at == noun
            || scene.lower(*at) == "-"
    };
    let first = (floor..=noun).rev().take_while(inside).last().unwrap_or(noun);
    let determined = first > floor && scene.tag(first - 1) == Some(Tag::Determiner);
    let start = if determined { first - 1 } else { first };
    let own = &scene.mentions[mention].words;
    if own.end > start && own.start <= noun {
        return true;
    }
    let Some(before) = start.checked_sub(1).filter(|&at| at >= floor) else { return false };
    let lower = scene.lower(before);
    // "as tall as the spire"
    let likens = lower == "as"
        && (before.saturating_sub(4).max(floor)..before).any(|at| scene.lower(at) == "as");
    let says = !likens && lexicon::is_be_form(lower) && scene.tag(before) != Some(Tag::Possessive)
        || !likens && matches!(lower, "as" | "remains" | "became" | "becomes" | "forms" | "called");
    let clause = scene.sentence.clause_of(before);
    says && scene.subjects_of(clause).contains(&mention)
        || matches!(lower, "," | "—" | "–" | "(" | ":")
            && (scene.antecedents(start).contains(&mention) || own.end == before)
}

/// "ISO 14000 standards", "the first period 8 element": the number tells which one, and counts nothing.
pub(super) fn is_designation(scene: &Scene<'_>, value: &Located) -> bool {
    let at = value.words.start;
    let Some(before) = at.checked_sub(1).filter(|&it| it >= scene.sentence.range.start) else {
        return false;
    };
    let digits = scene.parse.words[at].raw.bytes().all(|byte| byte.is_ascii_digit());
    let word = &scene.parse.words[before];
    let code = word.is_all_caps()
        && word.raw.len() > 1
        && !scene.mentions.iter().any(|it| it.words.contains(&before));
    digits
        && scene.tag(value.words.end) != Some(Tag::Mark)
        && (code
            || matches!(
                word.lower.as_str(),
                "period"
                    | "type"
                    | "class"
                    | "phase"
                    | "grade"
                    | "category"
                    | "version"
                    | "chapter"
                    | "section"
                    | "article"
                    | "figure"
                    | "table"
                    | "route"
                    | "tier"
                    | "platform"
                    | "highway"
                    | "model"
                    | "no"
                    | "number"
                    | "page"
                    | "volume"
                    | "series"
                    | "level"
                    | "stage"
            ))
}

/// "ranked as one of the three greatest": how many share a rank.
pub(super) fn is_one_of(scene: &Scene<'_>, value: &Located) -> bool {
    let before = |n: usize| scene.lower(value.words.start.wrapping_sub(n));
    let next = scene.lower(value.words.end);
    let superlative = next.ends_with("est") || matches!(next, "most" | "best" | "top" | "leading");
    matches!(before(1), "the" | "its" | "their" | "his" | "her")
        && before(2) == "of"
        && (matches!(before(3), "one" | "some" | "none" | "any") && superlative
            // "the 24th most populous of the 50 states"
            || matches!(before(3), "populous" | "populated" | "largest" | "smallest" | "biggest" | "extensive"))
}
