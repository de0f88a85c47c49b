//! Lists of those who held an office: "Emil Sorby, 1998–2009" under "Presidents of the Federation".

use super::super::claim::Stated;
use super::super::context::Head;
use super::super::index::Office;
use super::super::person::name_from;
use super::super::scene::{Draft, Located, Scene};
use super::super::token::is_date_word;
use crate::lexicon;
use crate::rules::SubjectId;
use crate::source::Span;
use crate::text::fold::folded_words;
use crate::value::{Reading, Value, fold_noun};

/// How long a line of such a list may be, in words.
const LONGEST: usize = 18;

/// Drafts the holder that a line without a verb or a table's row states, with the years it gives.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    if scene.context.cell { row(scene, drafts) } else { line(scene, drafts) }
}

/// "Ursula Beck | 1974–1991" under "Directors | Years", at the cell with the years.
fn row(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let (Some(name), Some(column)) = (&scene.context.row, &scene.context.column) else { return };
    in_role(scene, name, column, drafts);
    in_term(scene, column, drafts);
    let Some(corner) = &scene.context.corner else { return };
    let times: Vec<Reading> =
        scene.values.iter().filter(|value| is_time(value)).map(|it| it.reading.clone()).collect();
    let (text, span) = &name.text;
    let is_name = name.words.len() > 1 && text.chars().all(|c| !c.is_ascii_digit() && c != '(');
    if !says_when(column) || times.is_empty() || !is_name || !name.subjects.is_empty() {
        return;
    }
    for office in offices_under(scene, corner) {
        let stated = Stated::Name(text.clone());
        let mut draft = scene.draft(office.fact, Span::default(), stated, "table of holders", 0);
        draft.slots[0].1 = *span;
        drafts.push(Draft { times: times.clone(), dated: true, presupposed: true, ..draft });
    }
}

/// "12 | 1 January 2008 – 31 December 2012 | Ursula Beck" under "No | Term | Director": the holder's own cell, in a row
/// that gives the time in another.
fn in_term(scene: &Scene<'_>, column: &Head, drafts: &mut Vec<Draft>) {
    let range = &scene.sentence.range;
    let times: Vec<Reading> = scene
        .context
        .siblings
        .iter()
        .filter(|cell| says_when(&cell.column))
        .flat_map(|cell| &cell.values)
        .filter(|(reading, _)| is_year_or_stretch(reading))
        .map(|(reading, _)| reading.clone())
        .collect();
    let Some(name) = name_from(scene.parse, range.start, range.end) else { return };
    let ends = name.end >= range.end || matches!(scene.lower(name.end), "(" | "[" | ".");
    if times.is_empty() || name.len() < 2 || !ends || scene.parse.sentences[0] != *range {
        return;
    }
    let plain = column
        .words
        .iter()
        .any(|word| matches!(word.as_str(), "name" | "holder" | "incumbent" | "officeholder"));
    let heads = scene.context.section.iter().map(|(subject, _)| *subject);
    for office in offices_of(scene, heads) {
        let roles = office.role.map(|role| &scene.book.subjects[role.0 as usize].names);
        let stated = folded_words(&column.text.0);
        let named = roles.into_iter().flatten().any(|role| folded_words(role) == stated);
        if plain || named {
            let span = scene.span(&name);
            let stated = Stated::Name(scene.parse.text[span.range()].to_owned());
            let draft = scene.draft(office.fact, span, stated, "table of terms", 0);
            drafts.push(Draft { times: times.clone(), dated: true, presupposed: true, ..draft });
        }
    }
}

/// "Term", "Years", "From": a column that says when.
fn says_when(column: &Head) -> bool {
    column.words.iter().any(|word| {
        matches!(
            fold_noun(word).as_str(),
            "year" | "term" | "period" | "tenure" | "from" | "since" | "date" | "office" | "served"
        )
    })
}

/// "Ursula Beck | Director" under "Name | Role", at the cell with the role.
fn in_role(scene: &Scene<'_>, name: &Head, column: &Head, drafts: &mut Vec<Draft>) {
    let asks = matches!(&column.words[..], [word] if matches!(
        word.as_str(),
        "role" | "position" | "title" | "office" | "post" | "function" | "job"
    ));
    let (text, span) = &name.text;
    let is_name =
        name.words.len() > 1 && text.chars().all(|c| c.is_alphabetic() || " .-'’".contains(c));
    if !asks || !is_name || !name.subjects.is_empty() {
        return;
    }
    let stated = folded_words(&scene.parse.text[scene.span(&scene.sentence.range).range()]);
    let bodies = scene.context.section.iter().flat_map(|(body, _)| scene.index.all_twins(*body));
    let mut places: Vec<usize> = bodies
        .flat_map(|body| scene.index.offices_of.get(&body).into_iter().flatten())
        .copied()
        .collect();
    places.sort_unstable();
    places.dedup();
    for office in places.into_iter().map(|place| &scene.index.offices[place]) {
        let Some(role) = office.role else { continue };
        let names = &scene.book.subjects[role.0 as usize].names;
        if names.iter().any(|name| folded_words(name) == stated) {
            let stated = Stated::Name(text.clone());
            let mut draft = scene.draft(office.fact, Span::default(), stated, "table of roles", 0);
            draft.slots[0].1 = *span;
            drafts.push(Draft { presupposed: true, ..draft });
        }
    }
}

fn line(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let range = &scene.sentence.range;
    let opens = scene.parse.sentences.first() == Some(range);
    if scene.context.above.is_empty() || !opens || range.len() > LONGEST {
        return;
    }
    let times: Vec<&Located> = scene.values.iter().filter(|value| is_time(value)).collect();
    let start = range.clone().find(|&at| {
        let raw = scene.parse.words[at].raw;
        !scene.is_value(at)
            && raw.starts_with(char::is_alphabetic)
            && !is_date_word(scene.lower(at))
            && !lexicon::is_function_word(scene.lower(at))
    });
    let name = start.and_then(|start| name_from(scene.parse, start, range.end));
    let (Some(name), false) = (name, times.is_empty()) else { return };
    // A list says nothing but names and years.
    if name.len() < 2 || scene.sentence.verbs.iter().any(|verb| scene.lower(verb.head) != "acting")
    {
        return;
    }
    for office in offices(scene) {
        let span = scene.span(&name);
        let stated = Stated::Name(scene.parse.text[span.range()].to_owned());
        let mut draft = scene.draft(office.fact, span, stated, "list of holders", 0);
        if let Some(acting) = range.clone().find(|&at| scene.lower(at) == "acting") {
            let span = scene.source(scene.parse.words[acting].span);
            draft.slots.insert(0, ("acting", span, Stated::Acting));
        }
        let times = times.iter().map(|value| value.reading.clone()).collect();
        drafts.push(Draft { times, dated: true, presupposed: true, ..draft });
    }
}

fn is_time(value: &Located) -> bool {
    is_year_or_stretch(&value.reading)
}

fn is_year_or_stretch(reading: &Reading) -> bool {
    matches!(&reading.value, Value::Date(date)
        if !date.is_vague() && (date.year().is_some() || date.is_period()))
}

/// The offices whose holders the list is of, as the nearest head says that names any.
fn offices<'s>(scene: &'s Scene<'_>) -> Vec<&'s Office> {
    let heads = scene.context.above.iter();
    heads.map(|head| offices_under(scene, head)).find(|it| !it.is_empty()).unwrap_or_default()
}

fn offices_under<'s>(scene: &'s Scene<'_>, head: &Head) -> Vec<&'s Office> {
    let subjects = head.subjects.iter().map(|(subject, _)| *subject);
    let all = offices_of(scene, subjects.chain(scene.scope.iter().copied())).into_iter();
    all.filter(|office| heads(scene, head, office)).collect()
}

/// The offices whose role or body is among subjects.
fn offices_of<'s>(
    scene: &'s Scene<'_>,
    subjects: impl Iterator<Item = SubjectId>,
) -> Vec<&'s Office> {
    let mut places: Vec<usize> = subjects
        .flat_map(|subject| scene.index.offices_of.get(&subject).into_iter().flatten())
        .copied()
        .collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().map(|place| &scene.index.offices[place]).collect()
}

/// Whether a head is the plural of an office's role, with or without its body, and nothing else.
fn heads(scene: &Scene<'_>, head: &Head, office: &Office) -> bool {
    let named = |body: SubjectId| head.subjects.iter().any(|(subject, _)| *subject == body);
    let meant = office.of.is_none_or(|of| named(of) || office.bare || scene.scope.contains(&of));
    let singular: Vec<String> = head.rest_but(office.role).iter().map(|it| fold_noun(it)).collect();
    let words: Vec<&str> = singular
        .iter()
        .map(String::as_str)
        .take_while(|word| *word != "since")
        .filter(|word| word.chars().all(char::is_alphabetic) && !is_small(word))
        .collect();
    let role = office.role.map(|role| &scene.book.subjects[role.0 as usize].names);
    let is_role = |name: &String| {
        let name: Vec<String> = folded_words(name).iter().map(|word| fold_noun(word)).collect();
        name.iter().map(String::as_str).eq(words.iter().copied())
    };
    let by_cue = || {
        let hits = scene.index.cues_at(&words);
        let cues = scene.cues(office.fact);
        hits.iter().any(|hit| cues.contains(&hit.id) && hit.n_words == words.len())
    };
    meant && role.map_or_else(by_cue, |names| names.iter().any(is_role))
}

fn is_small(word: &str) -> bool {
    lexicon::is_function_word(word)
        || matches!(word, "list" | "former" | "past" | "previous" | "year" | "term")
}
