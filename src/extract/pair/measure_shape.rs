//! Measures that need no word of their own: "the 640-kilogram spectrograph", "X, a 94-metre tower,", "of its
//! 212 kilometres". The unit says what is measured, and the shape of the thing which of its lengths.
//!
//! It must not know whether the quantity is right.

use super::super::antecedent::is_called;
use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::{Located, Scene};
use crate::lexicon;
use crate::rules::{FactId, FactSubject};
use crate::value::Value;

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

/// "the 640-kilogram spectrograph": inside the words that refer to the subject.
pub(super) fn in_definite(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    let located = &scene.values[value];
    let mention = &scene.mentions[mention];
    // "the 30-kilometre link to Ostrey"
    let another = matches!(
        scene.lower(mention.words.end),
        "to" | "from" | "between" | "of" | "near" | "with" | "at"
    );
    mention.kind == MentionKind::Definite
        && located.words.start == mention.words.start + 1
        && located.words.end < mention.words.end
        && !another
        && same_dimension(scene, fact, located)
}

/// "X, a 700-kilogram spectrograph,", "X is a 94-metre tower": the noun is one that the subject is called by.
pub(super) fn described(scene: &Scene<'_>, fact: FactId, value: usize, mention: usize) -> bool {
    const REACH: usize = 4;
    let located = &scene.values[value];
    let article = located.words.start.wrapping_sub(1);
    if !matches!(scene.lower(article), "a" | "an" | "the") {
        return false;
    }
    let end = scene.settings[mention].end;
    let apposed = article == end + 1 && scene.lower(end) == ",";
    let said = scene.sentence.verbs.iter().any(|verb| {
        verb.range.end == article
            && lexicon::is_be_form(scene.lower(verb.head))
            && scene.subjects_of(scene.sentence.clause_of(verb.head)).contains(&mention)
    });
    let noun = (located.words.end..located.words.end + REACH)
        .take_while(|&at| scene.tag(at) == Some(Tag::Noun) || scene.lower(at) == "-")
        .last();
    let called = noun.is_some_and(|noun| {
        let told = lexicon::measure_of_shape(scene.lower(noun)).is_some();
        told || is_called(scene.book, scene.mentions[mention].subject, scene.lower(noun))
    });
    let setting = &scene.settings[mention];
    (apposed && setting.modifies.is_none() && !setting.longer || said)
        && called
        && same_dimension(scene, fact, located)
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
