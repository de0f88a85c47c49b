//! Statements of another event, edition or thing that only look like the fact's: the fiftieth
//! anniversary of a founding, a second opening, a translation, a namesake, a scene in a novel.
//!
//! They may be true beside the fact, so they are heard only when they agree. It must not know whether
//! they do.

use std::ops::Range;

use super::super::mention::{Mention, MentionKind};
use super::super::parse::Tag;
use super::super::scene::{Draft, Scene};
use super::super::token::is_strange_name;
use super::again::{is_again, is_of_generation, is_one_of_several, is_with_new_part};
use super::gapped;
use super::party::{is_one_more, is_party};
use crate::lexicon;
use crate::rules::Expected;

/// Whether a draft speaks of another event or thing than its fact.
pub(super) fn is_another(scene: &Scene<'_>, draft: &Draft, value: usize) -> bool {
    is_named_apart(scene, value)
        || is_depicted(scene, draft)
        || is_for_one_party(scene, draft)
        || is_told_apart(scene, draft)
        || draft.cue.as_ref().is_some_and(|cue| {
            is_anniversary(scene, cue.start)
                || is_ones_own(scene, draft, cue.start)
                || is_from_elsewhere(scene, cue.end)
                || is_again(scene, cue.end, value)
                || is_of_generation(scene, cue.start)
                || is_one_of_several(scene, cue)
                || is_with_new_part(scene, draft, cue.end, value)
                || is_partly(scene, cue)
                || is_for_some(scene, draft, cue.end)
                || is_by_habit(scene, cue.end)
                || is_for_a_time(scene, cue)
                || is_in_one_place(scene, draft, cue.end, value)
                || is_state_then(scene, cue, value)
                || is_of_no_office(scene, draft, cue)
        })
        || is_bought_once(scene, value)
        || is_translated(scene, value)
        || is_left(scene, value)
        || gapped::is_of_other(scene, draft, value)
}

/// "the ride from Senn to our station takes 52 minutes": a part of the way, or another.
fn is_from_elsewhere(scene: &Scene<'_>, cue: usize) -> bool {
    const REACH: usize = 6;
    let named = |at: usize| {
        scene.tag(at) == Some(Tag::Name)
            && !scene.is_value(at)
            && !scene.mentions.iter().any(|mention| mention.words.contains(&at))
    };
    let from = scene.lower(cue) == "from" && named(cue + 1);
    let to = (cue + 2..cue + 2 + REACH).find(|&at| scene.lower(at) == "to");
    // "from end to end", "from Senn to Verrinbad" may well be all of it.
    from && to.is_some_and(|to| {
        matches!(scene.tag(to + 1), Some(Tag::Possessive | Tag::Determiner))
            || scene.lower(to + 1) == "our"
    })
}

/// "Our own siege of X lasted 40 minutes": not the one that X is known for.
fn is_ones_own(scene: &Scene<'_>, draft: &Draft, cue: usize) -> bool {
    let whose = cue.wrapping_sub(2);
    let own = scene.lower(cue.wrapping_sub(1)) == "own" && cue > scene.sentence.range.start + 1;
    let is_subject = |mention: &Mention| mention.words.contains(&whose);
    own && !scene.subject_of(draft).is_some_and(is_subject)
}

/// "the lease still had 12 years to run": what is left of it.
fn is_left(scene: &Scene<'_>, value: usize) -> bool {
    let end = (value..value + 5).find(|&at| !scene.is_value(at)).unwrap_or(value);
    matches!(
        (scene.lower(end), scene.lower(end + 1)),
        ("to", "run" | "go") | ("left" | "remaining", _)
    )
}

/// "set up in its present form in 1997", "not to be confused with X, signed in 1979", "X, no relation
/// of the composer's": of another thing, in so many words.
fn is_named_apart(scene: &Scene<'_>, value: usize) -> bool {
    let range = scene.sentence.range.clone();
    // "signed on a Monday, like the one of 1998"
    let likened = (range.start..value).rev().take(6).any(|at| {
        matches!(scene.lower(at), "like" | "unlike")
            && (at..value).any(|i| matches!(scene.lower(i), "one" | "that" | "those"))
    });
    let formed = (range.start..value).any(|at| {
        scene.lower(at) == "confused" && scene.lower(at + 1) == "with"
            || matches!(scene.lower(at), "present" | "current" | "modern")
                && matches!(scene.lower(at + 1), "form" | "shape" | "guise")
    });
    let unrelated = range.clone().any(|at| {
        matches!(
            (scene.lower(at), scene.lower(at + 1), scene.lower(at + 2)),
            ("not", "related", "to") | ("no", "relation", "to" | "of" | "," | ".")
        ) || scene.lower(at) == "unrelated" && scene.lower(at + 1) == "to"
    });
    // "For the bicycle, launched in 2016, see X (bicycle)."
    let note = scene.lower(range.start) == "for"
        && (value..range.end).any(|at| scene.lower(at) == "," && scene.lower(at + 1) == "see");
    likened || formed || unrelated || note
}

/// "In the second chapter of the novel, X dies", "On the first drawings the tower was 260 m high".
fn is_depicted(scene: &Scene<'_>, draft: &Draft) -> bool {
    const LONGEST: usize = 10;
    let start = scene.sentence.range.start;
    if !matches!(scene.lower(start), "in" | "on") {
        return false;
    }
    let end = start + LONGEST;
    let subject =
        |at: usize| scene.subject_of(draft).is_some_and(|mention| mention.words.contains(&at));
    (start + 1..end.min(scene.sentence.range.end))
        .take_while(|&at| {
            !matches!(scene.tag(at), Some(Tag::Verb | Tag::Auxiliary))
                && scene.lower(at) != ","
                && !subject(at)
        })
        .any(|at| lexicon::is_depiction(scene.lower(at)))
}

/// "For Castrovia, which ratified late, the treaty entered into force in 1998".
fn is_for_one_party(scene: &Scene<'_>, draft: &Draft) -> bool {
    let start = scene.sentence.range.start;
    // "came into force for Castrovia in 1998"
    let behind = draft.cue.as_ref().is_some_and(|cue| {
        let force = scene.fact(draft.fact).predicate.builtin.contains(&"in-force");
        force
            && scene.lower(cue.end) == "for"
            && cue.end + 1 < scene.sentence.range.end
            && is_strange_name(scene.parse, &scene.mentions, cue.end + 1)
    });
    if behind {
        return true;
    }
    scene.lower(start) == "for"
        && is_strange_name(scene.parse, &scene.mentions, start + 1)
        && draft.cue.as_ref().is_some_and(|cue| cue.start > start + 2)
}

/// "the fiftieth anniversary of its founding in September 1969".
fn is_anniversary(scene: &Scene<'_>, cue: usize) -> bool {
    const NEAR: usize = 6;
    (scene.sentence.range.start..cue).rev().take(NEAR).any(|at| {
        matches!(
            scene.lower(at),
            "anniversary" | "centenary" | "bicentenary" | "centennial" | "jubilee"
        ) && scene.lower(at + 1) == "of"
    })
}

/// "published in Danish in March 1965".
fn is_translated(scene: &Scene<'_>, value: usize) -> bool {
    let published = |at: usize| {
        matches!(
            scene.lower(at),
            "published" | "released" | "appeared" | "issued" | "printed" | "out" | "edition"
        )
    };
    // "X, translated by Y, was published in Norland in 1961"
    let told = (scene.sentence.range.start..value).any(|at| {
        matches!(scene.lower(at), "translated" | "dubbed") && scene.lower(at + 1) == "by"
    });
    told && (scene.sentence.range.start..value).any(published)
        || (scene.sentence.range.start..value).rev().take(8).any(|at| {
            scene.lower(at) == "in"
                && lexicon::is_language(scene.lower(at + 1))
                && scene.tag(at + 2) != Some(Tag::Name)
                && (at.saturating_sub(3)..at).any(published)
        })
}

/// "was fully opened", "partly completed": not the event as a whole.
fn is_partly(scene: &Scene<'_>, cue: &Range<usize>) -> bool {
    let adverb = |at: usize| {
        matches!(
            scene.lower(at),
            "fully"
                | "partly"
                | "partially"
                | "completely"
                | "temporarily"
                | "briefly"
                | "half"
                | "last"
        )
    };
    // "the latest release of Helm"
    let later =
        |at: usize| matches!(scene.lower(at), "latest" | "last" | "newest" | "recent" | "new");
    // "built to last" is no adverb, "at last opened" no second time.
    let at_last = |at: usize| scene.lower(at) == "last" && scene.lower(at.wrapping_sub(1)) == "at";
    (cue.start..cue.end.saturating_sub(1)).any(|at| adverb(at) && !at_last(at))
        || adverb(cue.start.wrapping_sub(1))
        || scene.tag(cue.start) == Some(Tag::Noun) && later(cue.start.wrapping_sub(1))
}

/// "opened to cyclists", "released for consoles": to some, not to all.
fn is_for_some(scene: &Scene<'_>, draft: &Draft, end: usize) -> bool {
    let opened =
        matches!(scene.lower(end.wrapping_sub(1)), "opened" | "opens" | "released" | "doors");
    // "opened its doors to refugees"
    let doors = opened
        && matches!(scene.lower(end), "its" | "their")
        && matches!(scene.lower(end + 1), "doors" | "gates");
    let end = if doors { end + 2 } else { end };
    let noun = end + 1;
    // "to heavy lorries"
    let heavy = scene.tag(noun) == Some(Tag::Noun)
        && !scene.lower(noun).ends_with('s')
        && scene.tag(noun + 1) == Some(Tag::Noun);
    let noun = noun + usize::from(heavy);
    let plural = scene.tag(noun) == Some(Tag::Noun) && scene.lower(noun).ends_with('s');
    let general = matches!(
        scene.lower(noun),
        "visitors"
            | "passengers"
            | "guests"
            | "customers"
            | "vehicles"
            | "motorists"
            | "students"
            | "readers"
            | "crowds"
            | "reviews"
            | "cheers"
            | "patients"
            | "cinemas"
            | "theatres"
            | "theaters"
    );
    // "Fennec, released from the dockyard"
    let person = scene.subject_of(draft).is_some_and(|mention| mention.person);
    let freed = scene.lower(end.wrapping_sub(1)) == "released" && scene.lower(end) == "from";
    freed && !person || opened && matches!(scene.lower(end), "to" | "for") && plural && !general
}

/// "opened on Sundays", "opened late": its hours, not its beginning.
fn is_by_habit(scene: &Scene<'_>, end: usize) -> bool {
    let weekdays = |at: usize| {
        let day = scene.lower(at).strip_suffix('s');
        day.is_some_and(|day| lexicon::WEEKDAYS.contains(&day))
            || matches!(scene.lower(at), "weekends" | "evenings" | "nights" | "holidays")
    };
    matches!(scene.lower(end), "on" | "at" | "in" | "during") && (end + 1..end + 3).any(weekdays)
        || matches!(scene.lower(end), "late" | "early" | "daily" | "overnight" | "year-round")
}

/// "released in France in 2016", "released on video", "in force in Norland": there, and not at all.
fn is_in_one_place(scene: &Scene<'_>, draft: &Draft, end: usize, value: usize) -> bool {
    let builtin = &scene.fact(draft.fact).predicate.builtin;
    let spreads = builtin.iter().any(|name| matches!(*name, "released" | "in-force"));
    let place = |at: usize| {
        scene.lower(at) == "in"
            && !scene.is_value(at + 1)
            && (is_strange_name(scene.parse, &scene.mentions, at + 1)
                || lexicon::is_country_or_demonym(&[scene.lower(at + 1)]))
    };
    let carrier = |at: usize| {
        scene.lower(at) == "on"
            && matches!(
                scene.lower(at + 1),
                "video" | "dvd" | "vhs" | "vinyl" | "cd" | "cassette" | "tape" | "blu" | "blu-ray"
            )
    };
    spreads && (end..value).any(|at| place(at) || carrier(at))
}

/// "was in force in July 2003": so it was then, not from then on.
fn is_state_then(scene: &Scene<'_>, cue: &Range<usize>, value: usize) -> bool {
    let state = matches!(
        scene.lower(cue.end - 1),
        "force" | "effect" | "operational" | "operation" | "use" | "service"
    );
    let start = usize::from(lexicon::is_be_form(scene.lower(cue.start))) + cue.start;
    let before = scene.lower(start.wrapping_sub(1));
    let is = lexicon::is_be_form(before) || matches!(before, "still" | "already" | "yet");
    let first = start + 1 == cue.end || scene.lower(start) == "in";
    state
        && first
        && is
        && matches!(scene.lower(value.wrapping_sub(1)), "in" | "on" | "by" | "during")
}

/// "I paid €150 for my Tern One": what somebody paid once is not the price.
fn is_bought_once(scene: &Scene<'_>, value: usize) -> bool {
    scene.sentence.verbs.iter().any(|verb| {
        (verb.range.end..verb.range.end + 2).contains(&value)
            && matches!(scene.lower(verb.head), "paid" | "pay" | "spent")
            && matches!(
                scene.lower(verb.range.start.wrapping_sub(1)),
                "i" | "he" | "she" | "they" | "we"
            )
    })
}

/// "closed for repairs": for a time, unless "for good".
fn is_for_a_time(scene: &Scene<'_>, cue: &Range<usize>) -> bool {
    let shut =
        (cue.start..cue.end).any(|at| matches!(scene.lower(at), "closed" | "shut" | "closes"));
    shut && scene.lower(cue.end) == "for"
        && !matches!(scene.lower(cue.end + 1), "good" | "ever" | "the")
}

/// "became a mother", "was elected to the academy": no office that the fact could mean for sure.
fn is_of_no_office(scene: &Scene<'_>, draft: &Draft, cue: &Range<usize>) -> bool {
    const REACH: usize = 5;
    let builtin = &scene.fact(draft.fact).predicate.builtin;
    if !builtin.iter().any(|name| matches!(*name, "appointed" | "elected")) {
        return false;
    }
    let end = cue.end;
    let title = (end..end + REACH).any(|at| {
        let noun = scene.lower(at);
        lexicon::is_title(noun)
            || lexicon::is_person_noun(noun) && !lexicon::is_relation(noun)
            || matches!(noun, "director" | "head" | "chair" | "manager")
            || scene.mentions.iter().any(|it| it.words.contains(&at))
    });
    let became = matches!(scene.lower(end - 1), "became" | "become" | "becomes");
    let to = scene.lower(end) == "to"
        && scene.lower(end + 1) == "the"
        && scene.tag(end + 2) == Some(Tag::Noun);
    !title && (became || to)
}

/// "The first Tarn Bridge opened in 1820", "the old Tarn Bridge": one before the fact's.
fn is_told_apart(scene: &Scene<'_>, draft: &Draft) -> bool {
    let mention = scene.subject_of(draft);
    let expected = &scene.fact(draft.fact).expected;
    let dated = matches!(expected, Expected::Date(_));
    // "The first Delta Forum" of a series is no other thing.
    let single = !matches!(
        expected,
        Expected::Editions(_) | Expected::Ordinal(_) | Expected::Holders(_) | Expected::Timeline(_)
    );
    if mention.is_some_and(|mention| is_draft_of(scene, draft, mention)) {
        return true;
    }
    mention.is_some_and(|mention| {
        let before = |n: usize| scene.lower(mention.words.start.wrapping_sub(n));
        let other =
            matches!(before(1), "first" | "second" | "old" | "earlier" | "original" | "previous")
                || matches!(before(1), "modern" | "present" | "current" | "new" | "greater")
                || matches!(before(1), "used" | "refurbished" | "discounted");
        // "the county of X", of a fact about the town
        let region = before(1) == "of"
            && matches!(
                before(2),
                "county"
                    | "district"
                    | "province"
                    | "region"
                    | "diocese"
                    | "parish"
                    | "municipality"
                    | "prefecture"
                    | "canton"
                    | "department"
                    | "governorate"
                    | "commune"
            )
            && !scene.book.subjects[mention.subject.0 as usize]
                .kind
                .iter()
                .any(|it| it == before(2));
        region || mention.kind == MentionKind::Name
            && (single && other
                && (matches!(before(2), "the" | "a" | "an")
                    || mention.words.start == scene.sentence.range.start + 1)
                // "Helm for phones was released"
                || dated && scene.lower(mention.words.end) == "for"
                    && scene.tag(mention.words.end + 1) == Some(Tag::Noun)
                    && !scene.is_value(mention.words.end + 1))
            // "the flood of 1931"
            || dated && mention.kind == MentionKind::Definite
                && scene.lower(mention.words.end) == "of"
                && scene.is_value(mention.words.end + 1)
            || dated && (is_party(scene, mention, draft) || is_one_more(scene, mention, draft))
    })
}

/// "the first cut of X", "a rough draft of X": not yet X.
fn is_draft_of(scene: &Scene<'_>, draft: &Draft, mention: &Mention) -> bool {
    let article = usize::from(scene.lower(mention.words.start.wrapping_sub(1)) == "the");
    let before = |n: usize| scene.lower(mention.words.start.wrapping_sub(n + article));
    // "the first version of X", where that is what the fact dates.
    let own = scene.is_cue(draft.fact, mention.words.start.wrapping_sub(2 + article));
    !own && before(1) == "of"
        && lexicon::is_other_state_of(before(2))
        && !matches!(before(3), "final" | "finished" | "released")
}
