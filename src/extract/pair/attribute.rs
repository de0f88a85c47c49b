//! Values whose subject or event stands in the block's frame: "Founded: 1893" under a name, table
//! cells with row and column heads, bullets under a heading year.

use super::super::claim::Stated;
use super::super::index::CueId;
use super::super::scene::{Draft, Located, Scene, wants};
use super::bracket::attributable;
use crate::rules::FactId;
use crate::source::Span;
use crate::value::{self, Value};

/// Drafts claims from labels, cells and heading dates.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    if scene.context.cell {
        cell(scene, drafts);
    } else {
        label(scene, drafts);
        heading_date(scene, drafts);
    }
}

/// "Founded: 1893", "Height 828 m", "Born 3 May 1921".
fn label(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let start = scene.sentence.range.start;
    let Some(event) = scene.events.iter().find(|event| event.words.start <= start + 2) else {
        return;
    };
    if (start..event.words.start).any(|at| scene.mentions.iter().any(|m| m.words.contains(&at))) {
        return;
    }
    let Some((subject, span)) = scene.context.sole_subject() else { return };
    let own = scene.mentions.iter().any(|mention| mention.subject != subject);
    let Some(value) =
        scene.values.iter().find(|value| follows_label(scene, event.words.end, value))
    else {
        return;
    };
    if own {
        return;
    }
    for &fact in scene.facts_of(subject) {
        if event.signals(scene.cues(fact))
            && wants(&scene.fact(fact).expected, &value.reading.value)
        {
            push(scene, fact, value, span, "label", drafts);
        }
    }
}

/// A colon, or nothing, stands between a label and its value.
fn follows_label(scene: &Scene<'_>, end: usize, value: &Located) -> bool {
    value.words.start >= end && value.words.start <= end + 8 && {
        let between: Vec<&str> = (end..value.words.start).map(|at| scene.lower(at)).collect();
        between.is_empty()
            || between == ["in"]
            || between.iter().take(4).any(|word| matches!(*word, ":" | "|" | "=" | "–" | "—"))
    }
}

/// A cell whose heads name the subject and the predicate.
fn cell(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let cut: Vec<&Vec<String>> = scene.context.heads.iter().collect();
    let values = cell_values(scene);
    for &(subject, span) in &scene.context.subjects {
        for value in &values {
            let mut facts: Vec<FactId> = scene
                .facts_of(subject)
                .iter()
                .copied()
                .filter(|&fact| wants(&scene.fact(fact).expected, &value.reading.value))
                .filter(|&fact| cut.iter().any(|head| names_cue(scene, head, scene.cues(fact))))
                .collect();
            if facts.is_empty() && cut.iter().any(|head| is_generic(head)) {
                facts = attributable(scene, subject, &value.reading.value);
                facts.truncate(usize::from(facts.len() == 1));
            }
            for fact in facts {
                push(scene, fact, value, span, "table cell", drafts);
            }
        }
    }
}

/// The values of a cell; a bare number takes the unit of its column's head.
fn cell_values(scene: &Scene<'_>) -> Vec<Located> {
    let mut values = scene.values.clone();
    if let Some(unit) = &scene.context.unit {
        let text = format!("{} {unit}", scene.parse.text.trim_end());
        for mut reading in value::read(&text) {
            let inside = reading.span.start < scene.parse.text.len();
            let quantity =
                matches!(reading.value, Value::Number(_) | Value::Money(_) | Value::Percent(_));
            if inside && quantity && reading.span.end > scene.parse.text.trim_end().len() {
                reading.span.end = scene.parse.text.trim_end().len();
                let words = scene.parse.words_in(reading.span);
                values.retain(|value| !value.reading.span.overlaps(reading.span));
                values.push(Located { reading, words });
            }
        }
    }
    let mut seen = Vec::new();
    values.retain(|value| {
        let kind = std::mem::discriminant(&value.reading.value);
        let first = !seen.contains(&kind);
        seen.push(kind);
        first
    });
    values
}

fn names_cue(scene: &Scene<'_>, head: &[String], cues: &[CueId]) -> bool {
    let words: Vec<&str> = head.iter().map(String::as_str).collect();
    (0..words.len())
        .any(|at| scene.index.cues_at(&words[at..]).iter().any(|hit| cues.contains(&hit.id)))
}

/// "Year", "Date": a head that says only which kind of value follows.
fn is_generic(head: &[String]) -> bool {
    matches!(head.first().map(String::as_str), Some("year" | "date" | "when")) && head.len() == 1
}

/// "2016" over a list: its items happen then, unless they say otherwise.
fn heading_date(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let Some((reading, span)) = &scene.context.date else { return };
    if scene.values.iter().any(|value| matches!(value.reading.value, Value::Date(_))) {
        return;
    }
    for event in scene.events.iter().filter(|event| event.clause == 0) {
        for mention in 0..scene.mentions.len() {
            for &fact in scene.facts_of(scene.mentions[mention].subject) {
                let cues = scene.cues(fact);
                if event.signals(cues)
                    && wants(&scene.fact(fact).expected, &reading.value)
                    && scene.arguments(event, cues).contains(&mention)
                {
                    let stated = Stated::Reading(reading.clone());
                    let mut draft =
                        scene.draft(fact, Span::default(), stated, "heading date", event.clause);
                    draft.slots[0].1 = *span;
                    draft.subject = Some(scene.source(scene.mentions[mention].span));
                    draft.cue = Some(event.words.clone());
                    drafts.push(draft);
                }
            }
        }
    }
}

fn push(
    scene: &Scene<'_>,
    fact: FactId,
    value: &Located,
    subject: Span,
    construction: &'static str,
    drafts: &mut Vec<Draft>,
) {
    let stated = Stated::Reading(value.reading.clone());
    let clause = scene.sentence.clause_of(value.words.start);
    let draft = scene.draft(fact, value.reading.span, stated, construction, clause);
    drafts.push(Draft { subject: Some(subject), ..draft });
}
