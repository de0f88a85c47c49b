//! Dates that stand over what happened then: "2016" over a list, "Year" beside a name.

use super::super::claim::Stated;
use super::super::context::Head;
use super::super::event::Event;
use super::super::parse::ClauseKind;
use super::super::scene::{Draft, Located, Scene, wants};
use super::super::timeline;
use super::attribute::{cell_value, cornered, push, with_facts};
use super::bracket::attributable;
use super::label_words::is_label_of;
use crate::lexicon::{self, Form};
use crate::rules::{Expected, FactId, FactSubject, SubjectId};
use crate::source::Span;
use crate::value::{Reading, Value};

/// "2018 | 24" under "Seats": what a value that changes over time was in the year that heads the row.
pub(super) fn dated_row(
    scene: &Scene<'_>,
    cue: &Head,
    other: Option<&Head>,
    drafts: &mut Vec<Draft>,
) {
    if lone_date(other).is_none() || is_of_strange_corner(scene) {
        return;
    }
    let section = || with_facts(scene, &scene.context.section);
    for (subject, span) in cornered(scene, other).unwrap_or_else(section) {
        for &fact in scene.facts_of(subject) {
            let changes = matches!(scene.fact(fact).expected, Expected::Timeline(_));
            if changes && is_label_of(scene, &cue.words, fact) {
                let n_drafts = drafts.len();
                cell_value(scene, fact, cue, span, drafts);
                date_changes(scene, other, &mut drafts[n_drafts..]);
            }
        }
    }
}

/// "Sorak | 2018 | 2019" over "Revenue": the corner names something that no fact is about.
fn is_of_strange_corner(scene: &Scene<'_>) -> bool {
    let Some(corner) = scene.context.corner.as_ref().filter(|it| it.subjects.is_empty()) else {
        return false;
    };
    let mut words = corner.text.0.split_whitespace().peekable();
    let strange = |word: &str| {
        let lower = word.to_lowercase();
        word.len() > 3
            && word.starts_with(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
            && !lexicon::is_section_word(&lower)
            && !lexicon::is_listed(&lower)
            && scene.index.cues_at(&[lower.as_str()]).is_empty()
            && !matches!(lower.as_str(), "year" | "years" | "item" | "figures" | "financials")
    };
    words.peek().is_some() && words.all(strange)
}

/// Values that change over time are of the date that the other head is.
pub(super) fn date_changes(scene: &Scene<'_>, other: Option<&Head>, drafts: &mut [Draft]) {
    let Some(date) = lone_date(other) else { return };
    for draft in drafts {
        if matches!(scene.fact(draft.fact).expected, Expected::Timeline(_)) {
            draft.times = vec![date.clone()];
        }
    }
}

/// "*Heron* launched at Larvik | 1893": the head is a statement that wants only its date.
pub(super) fn tells_what_befell(scene: &Scene<'_>, head: &Head, fact: FactId) -> bool {
    let Some((first, after)) = head.rest.split_first() else { return false };
    let dated = matches!(scene.fact(fact).expected, Expected::Date(_));
    if !dated || after.is_empty() || head.text.0.to_lowercase().starts_with(first.as_str()) {
        return false;
    }
    let words: Vec<&str> = head.rest.iter().map(String::as_str).collect();
    let verb = scene.index.cues_at(&words).into_iter().find(|hit| {
        scene.cues(fact).contains(&hit.id)
            && matches!(hit.form, Form::Past | Form::Participle | Form::Third)
    });
    let plain = |word: &&str| !matches!(*word, "not" | "never" | "no" | "and" | "," | ";" | "or");
    verb.is_some_and(|hit| {
        let after = &words[hit.n_words..];
        after.first().is_some_and(|word| lexicon::is_preposition(word)) && after.iter().all(plain)
    })
}

/// The date that a head is, and nothing else.
pub(super) fn lone_date(head: Option<&Head>) -> Option<&Reading> {
    let head = head?;
    let lone =
        |it: &Reading| matches!(it.value, Value::Date(_)) && head.text.0.len() <= it.span.len() + 1;
    head.values.iter().map(|(it, _)| it).find(|it| lone(it))
}

/// "Year" beside a name: what brought the thing about, if one fact could be meant.
pub(super) fn dated_by_name(
    scene: &Scene<'_>,
    subject: SubjectId,
    span: Span,
    drafts: &mut Vec<Draft>,
) {
    let Some(value) = scene.values.first() else { return };
    if let [fact] = attributable(scene, subject, &value.reading.value)[..] {
        let stated = Stated::Reading(value.reading.clone());
        push(scene, fact, value.reading.span, stated, span, "table cell", drafts);
    }
}

/// "2016" over a list: its items happen then, unless they say otherwise.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let lead = timeline::lead(scene);
    let led = lead.map(|lead| (lead.reading.clone(), scene.source(lead.reading.span)));
    let Some((reading, span)) = scene.context.date.as_ref().or(led.as_ref()) else { return };
    let own = |value: &&Located| lead.is_none_or(|lead| lead.words != value.words);
    if scene.values.iter().filter(own).any(|it| matches!(it.reading.value, Value::Date(_))) {
        return;
    }
    let dated = |fact: FactId, event: &Event, mention: usize| {
        let stated = Stated::Reading(reading.clone());
        let mut draft = scene.draft(fact, Span::default(), stated, "heading date", event.clause);
        draft.slots[0].1 = *span;
        draft.subject = Some(scene.source(scene.mentions[mention].span));
        draft.cue = Some(event.words.clone());
        draft
    };
    let fits = |fact: FactId, event: &Event| {
        event.signals(scene.cues(fact)) && wants(&scene.fact(fact).expected, &reading.value)
    };
    for event in scene.events.iter().filter(|event| is_of_line(scene, event, lead.is_some())) {
        for mention in 0..scene.mentions.len() {
            for &fact in scene.facts_of(scene.mentions[mention].subject) {
                if fits(fact, event) && scene.arguments(event, scene.cues(fact)).contains(&mention)
                {
                    drafts.push(dated(fact, event, mention));
                }
            }
        }
        for fact in scene.joint() {
            if fits(fact, event)
                && let Some(mention) = joint_mention(scene, fact, event)
            {
                drafts.push(dated(fact, event, mention));
            }
        }
    }
}

/// Whether the date that leads a line, or that it stands under, is of an event in it.
fn is_of_line(scene: &Scene<'_>, event: &Event, is_led: bool) -> bool {
    let first = scene.sentence.range.start;
    // "A cousin of the founder came": only what is done, or what the line begins with, is of that day.
    // "The university receives its charter", "X is granted a charter"
    let received = || {
        let verb = scene.sentence.verbs.iter().rfind(|verb| verb.range.end <= event.words.start);
        verb.is_some_and(|verb| {
            let head = scene.lower(verb.head);
            let gets = lexicon::receives(head) || matches!(head, "granted" | "awarded" | "given");
            gets && event.words.start - verb.range.end <= 2
        })
    };
    let told = event.verb.is_some() || event.words.start <= first + 1 || received();
    // "1836 | Isbet Kroll born at Lund": the line is its name with what befell it.
    let only = scene.sentence.verbs.len() == 1;
    let named =
        |end: usize| scene.mentions.iter().any(|it| it.words.start == first && it.words.end == end);
    // "6 May 2018: the talks are held in Delhi and the pact is signed"
    let goes_on = |clause: usize| scene.sentence.clauses[clause].kind == ClauseKind::Coordinate;
    told && (event.clause == 0
        || only && named(event.words.start)
        || is_led && goes_on(event.clause))
}

/// "Tarsk joins the Union": a mention of one of the subjects of a fact about both, where all are named.
fn joint_mention(scene: &Scene<'_>, fact: FactId, event: &Event) -> Option<usize> {
    let FactSubject::All(subjects) = &scene.fact(fact).subject else { return None };
    let named =
        |subject: &SubjectId| scene.mentions.iter().any(|mention| mention.subject == *subject);
    let arguments = scene.arguments(event, scene.cues(fact));
    let about =
        arguments.iter().copied().find(|&it| subjects.contains(&scene.mentions[it].subject));
    about.filter(|_| subjects.iter().all(named))
}
