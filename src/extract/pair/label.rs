//! Labels with their values, "Founded: 1893" under a name, and cues without a subject under the name
//! that heads them.

use std::ops::Range;

use super::super::claim::{Doubt, Stated};
use super::super::context::{Head, unit_in_brackets};
use super::super::event::Event;
use super::super::mention::{Mention, MentionKind};
use super::super::parse::Tag;
use super::super::scene::{Draft, Located, Scene, wants};
use super::super::token::is_strange_name;
use super::attribute::{cell_value, filler, named_head, push, reading_span, with_facts};
use super::label_words::is_label_of;
use super::office_label;
use super::restated::restated;
use super::rival::same_kind;
use super::unit::with_unit;
use crate::rules::{FactId, SubjectId};
use crate::source::Span;
use crate::value::Value;

/// Drafts claims from labels and fragments.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    if let Some(head) = scene.context.label.as_ref().filter(|_| label_end(scene).is_none()) {
        named_head(scene, head, drafts);
    }
    if let Some(term) = &scene.context.term {
        defined(scene, term, drafts);
    }
    label(scene, drafts);
    super::label_run::pair(scene, drafts);
    reversed(scene, drafts);
    fragments(scene, drafts);
    listed(scene, drafts);
}

/// "Founded" over "1893" in a list of terms, under a name; "X: in force" over "1 January 2019".
fn defined(scene: &Scene<'_>, term: &Head, drafts: &mut Vec<Draft>) {
    if scene.parse.sentences.first() != Some(&scene.sentence.range) {
        return;
    }
    named_head(scene, term, drafts);
    office_label::cell(scene, term, None, drafts);
    if term.subjects.is_empty() {
        for (subject, span) in with_facts(scene, &scene.context.section) {
            for &fact in scene.facts_of(subject) {
                if is_label_of(scene, &term.words, fact) {
                    cell_value(scene, fact, term, span, drafts);
                }
            }
        }
    }
}

/// "Quick facts on X: founded 1993, listed in 2018": what follows the colon is said of the name
/// before it.
fn listed(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    const REACH: usize = 9;
    let range = &scene.sentence.range;
    let Some(colon) = range.clone().take(REACH).find(|&at| scene.lower(at) == ":") else { return };
    // "X – length: 4.3 km; opened: 1988", but "X – the café: opened 1988"
    let other =
        |at: usize| matches!(scene.tag(at), Some(Tag::Name | Tag::Determiner | Tag::Pronoun));
    let dash = scene.mentions.first().map(|first| first.words.end).filter(|&end| {
        end < colon && matches!(scene.lower(end), "–" | "—" | "-") && !(end + 1..colon).any(other)
    });
    let colon = dash.unwrap_or(colon);
    let before: Vec<&Mention> =
        scene.mentions.iter().filter(|mention| mention.words.start < colon).collect();
    let Some(first) = before.first() else { return };
    let whole = scene.mentions.iter().zip(&scene.settings);
    // "Corley Rovers: founded 1903"
    let other = |it: &Mention, preceded: bool| it.words == first.words && preceded;
    if whole.clone().any(|(it, setting)| other(it, setting.preceded)) {
        return;
    }
    let one = before.iter().all(|m| m.words == first.words);
    if !one || first.words.end != colon || first.kind != MentionKind::Name {
        return;
    }
    let named: Vec<(SubjectId, Span)> =
        before.iter().map(|mention| (mention.subject, scene.source(mention.span))).collect();
    let opens = |start: usize| {
        start == colon + 1 || start > colon && matches!(scene.lower(start - 1), ":" | "," | ";")
    };
    cued(scene, &named, opens, "listed", drafts);
}

/// Claims from verbs and phrases whose value follows at once, "founded 1993" or "born in 1913", where they stand
/// at a place that `opens` a statement about the subjects.
fn cued(
    scene: &Scene<'_>,
    subjects: &[(SubjectId, Span)],
    opens: impl Fn(usize) -> bool,
    construction: &'static str,
    drafts: &mut Vec<Draft>,
) {
    // "in force 5 February 2011" is as good as a verb.
    let phrase = |event: &&Event| {
        event.cues.iter().any(|hit| {
            matches!(hit.form, crate::lexicon::Form::Phrase | crate::lexicon::Form::Adjective)
        })
    };
    let verbs = scene
        .events
        .iter()
        .filter(|event| event.verb.is_some() || event.words.len() > 1 && phrase(event));
    let is_statement = |event: &Event| construction == "fragment" && is_clause(scene, event);
    for event in verbs.filter(|event| opens(event.words.start) && !is_statement(event)) {
        let next = event.words.end;
        let at = next + usize::from(matches!(scene.lower(next), "in" | "on" | ":"));
        for value in scene.values.iter().filter(|value| value.words.start == at) {
            for &(subject, span) in subjects {
                for &fact in scene.facts_of(subject) {
                    if event.signals(scene.cues(fact))
                        && wants(&scene.fact(fact).expected, &value.reading.value)
                    {
                        let stated = Stated::Reading(value.reading.clone());
                        push(scene, fact, value.reading.span, stated, span, construction, drafts);
                    }
                }
            }
        }
    }
}

/// "Founded: 1893", "Height 828 m", "Born 3 May 1921".
fn label(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let range = &scene.sentence.range;
    let Some((end, start)) = label_end(scene) else { return };
    let (own, told) = owner_in_label(scene, end);
    let words: Vec<String> =
        scene.parse.words[told].iter().map(|word| word.lower.as_str().into()).collect();
    let unowned = scene.mentions.iter().all(|mention| mention.words.start >= end);
    let lower: Vec<&str> = words.iter().map(String::as_str).collect();
    let owners: Vec<(SubjectId, Span)> = match own.is_empty() {
        true if scene.context.entry.is_empty() => scene.context.section.clone(),
        true => scene.context.entry.clone(),
        false => own,
    };
    office_label::labelled(scene, &lower, &owners, start, drafts);
    super::expansion::labelled(scene, &lower, &owners, start, drafts);
    let section = owners.iter();
    let fitting: Vec<(SubjectId, Span, FactId)> = section
        .flat_map(|&(subject, span)| {
            scene.facts_of(subject).iter().map(move |&fact| (subject, span, fact))
        })
        .filter(|&(_, _, fact)| {
            is_label_of(scene, &words, fact) || unowned && is_qualified(scene, &words, fact)
        })
        .collect();
    let twin = |subject: SubjectId| scene.index.twin(subject);
    let one = fitting.iter().all(|(subject, ..)| twin(*subject) == twin(fitting[0].0));
    let unit = unit_in_brackets(&scene.parse.text[scene.span(&(range.start..end)).range()]);
    for (_, span, fact) in fitting.into_iter().filter(|_| one) {
        let measured = unit.as_ref().and_then(|unit| with_unit(scene, fact, unit));
        if let Some((value, stated)) = measured.or_else(|| filler(scene, fact, start)) {
            push(scene, fact, value, stated, span, "label", drafts);
            restated(scene, fact, value, span, "label", drafts);
            let pure = is_label_of(scene, &words, fact);
            if let Some(draft) = drafts.last_mut().filter(|_| !pure) {
                draft.doubt = Some(Doubt::Either);
            }
        }
    }
}

/// "2,150: people employed by X", "421 m – height of X", "95 minutes: the time X needs for an orbit": a value that
/// what follows it explains.
fn reversed(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let start = scene.sentence.range.start;
    let first = |value: &&Located| {
        value.words.start == start && !matches!(value.reading.value, Value::Date(_))
    };
    for value in scene.values.iter().filter(first) {
        let end = value.words.end;
        let other = |it: &Located| it.words.start > end && same_kind(it, value);
        if !matches!(scene.lower(end), ":" | "–" | "—") || scene.values.iter().any(other) {
            continue;
        }
        let strange = (end..scene.sentence.range.end)
            .any(|at| is_strange_name(scene.parse, &scene.mentions, at));
        for index in 0..scene.mentions.len() {
            let mention = &scene.mentions[index];
            for &fact in scene.facts_of(mention.subject) {
                if explains(scene, fact, end, index, strange)
                    && wants(&scene.fact(fact).expected, &value.reading.value)
                {
                    let stated = Stated::Reading(value.reading.clone());
                    let span = scene.source(mention.span);
                    let place = reading_span(scene, fact, value);
                    push(scene, fact, place, stated, span, "label", drafts);
                }
            }
        }
    }
}

/// Whether what follows a value names a fact's cue, and close to it the mention; in words that name nothing else
/// they may stand anywhere.
fn explains(
    scene: &Scene<'_>,
    fact: FactId,
    value_end: usize,
    mention: usize,
    strange: bool,
) -> bool {
    const NEAR: usize = 2;
    let setting = &scene.settings[mention];
    let start = scene.mentions[mention].words.start;
    let told = scene.events.iter().any(|event| {
        let near = event.words.start <= value_end + NEAR
            && event.words.end < setting.start.max(start)
            && setting.start <= event.words.end + NEAR;
        event.words.start > value_end && event.signals(scene.cues(fact)) && (near || !strange)
    });
    let possesses = setting.modifies.is_some_and(|noun| scene.is_cue(fact, noun));
    told && !setting.longer && (setting.modifies.is_none() || possesses && !strange)
}

/// "Norland; born 12 May 1913, died 31 March 1980": under a person's or thing's own name, cues with
/// their values and no subject.
fn fragments(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let own = match scene.context.entry.is_empty() {
        true => &scene.context.own,
        false => &scene.context.entry,
    };
    let Some(&(first, span)) = own.first() else { return };
    if !scene.mentions.is_empty() || is_headed(scene) {
        return;
    }
    let twin = |subject: SubjectId| scene.index.twin(subject);
    if own.iter().any(|(subject, _)| twin(*subject) != twin(first)) {
        return;
    }
    let named: Vec<(SubjectId, Span)> = own.iter().map(|&(subject, _)| (subject, span)).collect();
    let entry = !scene.context.entry.is_empty();
    let opens = |start: usize| {
        start == scene.sentence.range.start
            || entry && scene.lower(start - 1) == ";"
            || !entry
                && matches!(scene.lower(start - 1), ";" | "," | "(" | "–" | "—")
                && !is_of_stranger(scene, start)
    };
    cued(scene, &named, opens, "fragment", drafts);
}

/// "Depot at Quay Street: opened 1919": the line says itself what it is about.
fn is_headed(scene: &Scene<'_>) -> bool {
    const REACH: usize = 9;
    let range = &scene.sentence.range;
    let colon = range.clone().take(REACH).find(|&at| scene.lower(at) == ":");
    // "Chapel begun 1863, completed 1935"
    let nominal = |at: usize| scene.tag(at.wrapping_sub(1)).is_some_and(Tag::is_nominal);
    let verb = scene.sentence.verbs.first().map(|verb| verb.range.start);
    let head = colon.or(verb.filter(|&at| at > range.start && nominal(at))).unwrap_or(range.start);
    (range.start..head).any(|at| {
        scene.tag(at).is_some_and(Tag::is_nominal)
            && scene.tag(at) != Some(Tag::Number)
            && !scene.is_value(at)
    })
}

/// "Spouse: Ida Brook (born 1936, died 2018)": the name right before the aside has it.
fn is_of_stranger(scene: &Scene<'_>, start: usize) -> bool {
    let open = scene.bracket_of(scene.sentence.clause_of(start));
    [start, open].iter().any(|&at| {
        let before = at.wrapping_sub(1);
        let name =
            if scene.lower(before) == "," || at == start { before.wrapping_sub(1) } else { before };
        scene.lower(before) != ";"
            && scene.sentence.range.contains(&name)
            && is_strange_name(scene.parse, &scene.mentions, name)
    })
}

/// "was founded in 1893": a clause without its subject is no label.
fn is_clause(scene: &Scene<'_>, event: &Event) -> bool {
    event.verb.is_some() && scene.tag(event.words.start) == Some(Tag::Auxiliary)
}

/// "Joined the academy: 1957", "Life expectancy at birth (years)": the cue leads, and what follows
/// may make another fact of it, so only agreement is heard.
pub(super) fn is_qualified(scene: &Scene<'_>, words: &[String], fact: FactId) -> bool {
    let lower: Vec<&str> = words.iter().map(String::as_str).collect();
    let hits = scene.index.cues_at(&lower);
    let cue =
        hits.iter().filter(|hit| scene.cues(fact).contains(&hit.id)).max_by_key(|h| h.n_words);
    cue.is_some_and(|hit| {
        let next = lower.get(hit.n_words).copied().unwrap_or("");
        hit.form.is_verbal() || matches!(next, "at" | "in" | "," | "for" | "(")
    })
}

/// "Ada Brook born: 12 May 1913", "X's length: 42 km", "Deaths from X: 214": the names that open or end a
/// label, and the words beside them.
fn owner_in_label(scene: &Scene<'_>, end: usize) -> (Vec<(SubjectId, Span)>, Range<usize>) {
    let start = scene.sentence.range.start;
    let owners = |fits: &dyn Fn(&Mention) -> bool| -> Vec<(SubjectId, Span)> {
        let own = scene.mentions.iter().filter(|mention| fits(mention));
        own.map(|mention| (mention.subject, scene.source(mention.span))).collect()
    };
    let opens = |mention: &Mention| {
        mention.words.start == start && mention.words.end < end && mention.kind == MentionKind::Name
    };
    let opening = owners(&opens);
    if !opening.is_empty() {
        let past = |at: usize| at + usize::from(scene.tag(at) == Some(Tag::Possessive));
        let own = scene.mentions.iter().filter(|mention| opens(mention));
        let told = own.map(|mention| past(mention.words.end)).max().unwrap_or(start);
        return (opening, told..end);
    }
    let before = |mention: &Mention| {
        let the = usize::from(scene.lower(mention.words.start.wrapping_sub(1)) == "the");
        mention.words.start.wrapping_sub(1 + the)
    };
    let ends = |mention: &Mention| {
        let preposition = before(mention);
        mention.words.end == end
            && preposition > start
            && preposition < end
            && matches!(scene.lower(preposition), "of" | "from" | "in" | "at" | "to" | "by" | "for")
    };
    let told = scene.mentions.iter().filter(|mention| ends(mention)).map(before).min();
    (owners(&ends), start..told.unwrap_or(end))
}

/// Where a label ends and where its value starts: at a colon, or, in a short line, after its cue.
fn label_end(scene: &Scene<'_>) -> Option<(usize, usize)> {
    let range = &scene.sentence.range;
    if let Some(colon) = range.clone().take(9).find(|&at| matches!(scene.lower(at), ":" | "=")) {
        return (colon > range.start).then_some((colon, colon + 1));
    }
    let event = scene.events.iter().find(|event| event.words.start == range.start)?;
    if is_clause(scene, event) {
        return None;
    }
    let value = scene.values.first()?;
    let first = scene.parse.sentences.first() == Some(range);
    let short = range.len() <= 14 && first;
    let direct = value.words.start <= event.words.end + 1;
    (short && direct && value.words.start >= event.words.end)
        .then_some((event.words.end, event.words.end))
}
