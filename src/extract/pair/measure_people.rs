//! Counts of people: whose number a count may be, and what says that they are the dead.
//!
//! It must not know whether the number is right.

use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use super::measure_link::noun_of;
use crate::lexicon;
use crate::rules::{FactId, FactSubject};
use crate::value::{self, number};

/// "with the loss of 14 lives", "claimed 14 lives", of a fact about the dead.
pub(super) fn is_toll(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let lives = noun_of(scene, value).is_some_and(|noun| scene.lower(noun) == "lives");
    let dead = scene
        .fact(fact)
        .predicate
        .cues
        .iter()
        .any(|cue| lexicon::companions(cue).contains(&"lives lost"))
        || scene.fact(fact).predicate.builtin.contains(&"died");
    let before = value.words.start.wrapping_sub(1);
    let lost = scene.lower(before) == "of" && scene.lower(before.wrapping_sub(1)) == "loss";
    let taken = lexicon::is_form_of_any(scene.lower(before), &["claim", "cost", "take"]);
    lives && dead && (lost || taken)
}

/// Whether a fact counts people in a way that needs its cue: the subject has them also in another.
pub(super) fn counts_people_somehow(scene: &Scene<'_>, fact: FactId) -> bool {
    let people = |id: FactId| {
        let unit = scene.fact(id).expected.number().and_then(|number| number.unit.as_ref());
        unit.is_some_and(number::ExpectedUnit::is_people)
    };
    let FactSubject::One(subject) = scene.fact(fact).subject else { return false };
    people(fact) && scene.facts_of(subject).iter().any(|&other| other != fact && people(other))
}

/// "two census metropolitan areas, both of which have populations": the number of a population has no noun of its
/// own but one for people.
pub(super) fn counts_things(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let fact = scene.fact(fact);
    let unit = fact.expected.number().and_then(|number| number.unit.as_ref());
    let people = fact.predicate.builtin.contains(&"population")
        || unit.is_some_and(number::ExpectedUnit::is_people);
    people && head_of(scene, value).is_some_and(|noun| is_no_person(scene.lower(noun)))
}

/// "the highest number of adherents with 1,380,121", "Most of the 11,000 Jews live in X (6,200)": people of one kind.
pub(super) fn counts_a_kind(scene: &Scene<'_>, fact: FactId, value: &Located) -> bool {
    let fact = scene.fact(fact);
    if !fact.predicate.builtin.contains(&"population") {
        return false;
    }
    let start = value.words.start;
    let floor = scene.sentence.range.start;
    let of_kind = (floor..start).any(|at| {
        scene.lower(at) == "number"
            && scene.lower(at + 1) == "of"
            && !matches!(
                scene.lower(at + 2),
                "people" | "inhabitants" | "residents" | "citizens" | "the"
            )
    });
    let open = scene.lower(start.wrapping_sub(1)) == "(";
    let shared = open
        && scene.values.iter().any(|other| {
            matches!(other.reading.value, crate::value::Value::Number(_))
                && other.words.end + 1 < start
        });
    of_kind || shared
}

/// The noun that a number counts: "areas" of "two census areas", "dwellings" of "1,390,275 of its 1,505,007 dwellings",
/// "stations" of "62 local and 50 cable stations".
fn head_of(scene: &Scene<'_>, value: &Located) -> Option<usize> {
    const LONGEST: usize = 5;
    let inside = |at: &usize| {
        let lower = scene.lower(*at);
        scene.tag(*at) == Some(Tag::Noun) && !scene.is_value(*at)
            || lower.ends_with("ing") && scene.tag(*at) == Some(Tag::Verb)
            || matches!(lower, "-" | "major" | "like" | "main" | "large" | "small")
    };
    let run = |start: usize| (start..start + LONGEST).take_while(inside).last();
    let end = value.words.start
        + (value.words.start..value.words.end)
            .take_while(|&at| scene.tag(at) == Some(Tag::Number))
            .count()
            .max(1);
    let next = |at: usize| scene.value_at(at).map(|it| it.words.start + 1).and_then(run);
    let last = run(end);
    let after = last.map_or(end, |last| last + 1);
    let elided = || match (scene.lower(after), scene.lower(after + 1)) {
        ("and" | "or" | ",", "more" | "over") => next(after + 3),
        ("of", "its" | "the" | "all" | "their") => next(after + 2),
        ("and" | "or", _) => next(after + 1),
        _ => None,
    };
    let plural = |noun: &usize| value::numeral::is_plural(scene.lower(*noun));
    last.filter(plural).or_else(elided).or(last).filter(plural)
}

/// Whether a plural noun is surely for no people.
fn is_no_person(plural: &str) -> bool {
    matches!(
        plural,
        "areas"
            | "stations"
            | "districts"
            | "dwellings"
            | "households"
            | "homes"
            | "houses"
            | "towns"
            | "cities"
            | "villages"
            | "islands"
            | "regions"
            | "provinces"
            | "counties"
            | "municipalities"
            | "schools"
            | "universities"
            | "hospitals"
            | "languages"
            | "newspapers"
            | "channels"
            | "companies"
            | "buildings"
            | "vehicles"
            | "cars"
            | "families"
            | "tribes"
            | "parties"
            | "seats"
            | "airports"
            | "roads"
            | "rivers"
            | "outlets"
            | "churches"
            | "mosques"
            | "museums"
            | "communes"
            | "parishes"
            | "boroughs"
            | "blocks"
            | "settlements"
            | "species"
            | "birds"
            | "animals"
            | "cattle"
            | "sheep"
            | "farms"
            | "hotels"
            | "beds"
            | "wards"
            | "neighbourhoods"
            | "neighborhoods"
            | "suburbs"
            | "agglomerations"
            | "census"
    )
}
