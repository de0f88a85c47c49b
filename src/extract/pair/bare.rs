//! How long, or from when until when, of a fact that only associates: "X, a five-year deal,", "X, on view from A
//! to B,", "X: 2019–2024", a line of dates under X's heading.
//!
//! A quantity and a single date beside a bare fact are `measure`'s and `bracket`'s. It must not know what is right.

use super::super::antecedent::is_called;
use super::super::claim::Stated;
use super::super::mention::MentionKind;
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::attribute::with_facts;
use super::bracket::is_in_title;
use super::measure_shape::{is_apposed, is_said_to_be};
use super::owner::is_period;
use crate::lexicon;
use crate::rules::FactId;
use crate::source::Span;
use crate::value::Value;

/// Drafts a claim for each stretch of time that stands with a name and no word of a fact.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    for value in &scene.values {
        if !is_period(value) && !matches!(value.reading.value, Value::Duration(_)) {
            continue;
        }
        for (index, mention) in scene.mentions.iter().enumerate() {
            let setting = &scene.settings[index];
            let other = setting.longer || setting.modifies.is_some() || is_in_title(scene, index);
            if other || !stands_with(scene, value, index) {
                continue;
            }
            for &fact in scene.facts_of(mention.subject) {
                push(scene, fact, value, scene.source(mention.span), drafts);
            }
        }
        if is_whole(scene, value) {
            for (subject, span) in with_facts(scene, &scene.context.section) {
                for &fact in scene.facts_of(subject) {
                    push(scene, fact, value, span, drafts);
                }
            }
        }
    }
}

fn push(scene: &Scene<'_>, fact: FactId, value: &Located, subject: Span, drafts: &mut Vec<Draft>) {
    let span = scene.source(value.reading.span);
    let known = |draft: &Draft| draft.fact == fact && draft.slots.iter().any(|it| it.1 == span);
    if !scene.is_bare(fact)
        || !wants(&scene.fact(fact).expected, &value.reading.value)
        || drafts.iter().any(known)
    {
        return;
    }
    let stated = Stated::Reading(value.reading.clone());
    let clause = scene.sentence.clause_of(value.words.start);
    let draft = scene.draft(fact, value.reading.span, stated, "time beside the name", clause);
    drafts.push(Draft { subject: Some(subject), presupposed: true, ..draft });
}

fn stands_with(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    adjoins(scene, value, mention)
        || described(scene, value, mention)
        || in_aside(scene, value, mention)
        || listed(scene, value, mention)
        || has_term(scene, value, mention)
}

/// "The X 2022–2030 foresees": the years right behind a name.
fn adjoins(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let it = &scene.mentions[mention];
    let digits = scene.parse.words[value.words.start].raw.starts_with(|c: char| c.is_ascii_digit());
    is_period(value)
        && digits
        && it.kind == MentionKind::Name
        && value.words.start == it.words.end
        && scene.settings[mention].preposition.is_none()
}

/// "X, a five-year deal", "X, our 2024–2028 strategy,", "X is a five-year deal".
fn described(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    const REACH: usize = 4;
    let article = value.words.start.wrapping_sub(1);
    let noun = (value.words.end..value.words.end + REACH)
        .take_while(|&at| scene.tag(at) == Some(Tag::Noun) || scene.lower(at) == "-")
        .last();
    let called = noun.is_some_and(|noun| {
        let lower = scene.lower(noun);
        lexicon::is_transparent_noun(lower)
            || is_called(scene.book, scene.mentions[mention].subject, lower)
    });
    let determined = matches!(scene.tag(article), Some(Tag::Determiner | Tag::Possessive))
        || matches!(scene.lower(article), "a" | "an" | "the" | "our" | "its" | "their");
    let apposed = is_apposed(scene, mention, article);
    called && determined && (apposed || is_said_to_be(scene, mention, article))
}

/// "X, on view from A to B,", "X (on view from A to B)": an aside without a verb, right after the name.
fn in_aside(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    const REACH: usize = 5;
    let open = scene.settings[mention].end;
    let plain = |at: usize| {
        matches!(scene.tag(at), Some(Tag::Preposition | Tag::Noun | Tag::Adverb | Tag::Determiner))
            && !scene.mentions.iter().any(|it| it.words.contains(&at))
    };
    is_period(value)
        && matches!(scene.lower(open), "," | "(")
        && (open + 1..=open + REACH).contains(&value.words.start)
        && (open + 1..value.words.start).all(plain)
        && is_closed(scene, value.words.end)
}

/// "X, 11 March to 27 August, Y Museum": in a line of particulars.
fn listed(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let end = scene.mentions[mention].words.end;
    is_period(value)
        && scene.sentence.verbs.is_empty()
        && scene.mentions[mention].words.start <= scene.sentence.range.start + 1
        && value.words.start == end + 1
        && matches!(scene.lower(end), "," | "|" | "–" | "—" | "·" | ":")
        && is_closed(scene, value.words.end)
}

/// "X has a term of six years", "The term of X is six years".
fn has_term(scene: &Scene<'_>, value: &Located, mention: usize) -> bool {
    let at = value.words.start;
    let verb = scene.sentence.clauses[scene.sentence.clause_of(at)]
        .verb
        .map(|verb| &scene.sentence.verbs[verb]);
    let names_time = |at: usize| {
        matches!(
            scene.lower(at),
            "term" | "duration" | "life" | "lifetime" | "span" | "lifespan" | "run" | "period"
        )
    };
    let of = scene.settings[mention].preposition.filter(|&of| scene.lower(of) == "of");
    let equates = |head: usize| lexicon::is_be_form(scene.lower(head));
    if of.is_some_and(|of| names_time(of.wrapping_sub(1)))
        && verb.is_some_and(|verb| equates(verb.head) && verb.range.end == at)
    {
        return true;
    }
    let termed = scene.lower(at.wrapping_sub(1)) == "of" && names_time(at.wrapping_sub(2));
    termed
        && verb.is_some_and(|verb| lexicon::is_have_form(scene.lower(verb.head)))
        && scene.subjects_of(scene.sentence.clause_of(at)).contains(&mention)
}

/// "11 March – 27 August 2023" and nothing else.
fn is_whole(scene: &Scene<'_>, value: &Located) -> bool {
    let range = &scene.sentence.range;
    is_period(value)
        && scene.parse.sentences.len() == 1
        && value.words.start == range.start
        && value.words.end + 1 >= range.end
        && scene.mentions.is_empty()
}

fn is_closed(scene: &Scene<'_>, end: usize) -> bool {
    matches!(scene.lower(end), "," | ")" | "." | ";" | "|" | "–" | "—" | "·" | "")
}
