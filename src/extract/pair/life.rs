//! Years of a life: "(1825–1865)" after a person, "X, 1942–2018," in a line or between commas.
//!
//! It must not know whether they are right.

use super::super::claim::Stated;
use super::super::mention::MentionKind;
use super::super::parse::ClauseKind;
use super::super::scene::{Draft, Located, Scene};
use super::bracket::outer;
use crate::lexicon;
use crate::rules::{Expected, SubjectId};
use crate::source::Span;
use crate::value::date::Stated as StatedDate;
use crate::value::{self, Reading, Value};

/// Fewer years behind "of X" are those of something else.
const SHORT_LIFE: i32 = 15;

/// "(1825-1865)", "(3 May 1921 - 19 November 1998)" after a person with a birth or a death to check:
/// two claims in one bracket.
pub(super) fn life(scene: &Scene<'_>, value: &Located, drafts: &mut Vec<Draft>) -> bool {
    let Value::Date(date) = &value.reading.value else { return false };
    let clause = scene.sentence.clause_of(value.words.start);
    let node = &scene.sentence.clauses[clause];
    let open = scene.bracket_of(clause);
    let within = |at: usize| scene.bracket_of(scene.sentence.clause_of(at)) == open;
    // "(born 1876 – 27 June 1955)"
    let birth = |at: usize| matches!(scene.lower(at), "born" | "b") && at <= open + 2;
    let eventless = !scene.events.iter().any(|event| {
        !birth(event.head)
            && (event.clause == clause || !event.cues.is_empty() && within(event.words.start))
    });
    if let Some((dates, subject)) = life_under_name(scene, value) {
        let lived = (scene.context.section[0].0, subject);
        push_to(scene, value, &dates, lived, clause, drafts);
        return true;
    }
    if let Some((dates, mentions)) = closing_life(scene, value) {
        push(scene, value, &dates, mentions, clause, drafts);
        return true;
    }
    let headed = headed_life(scene, value).or_else(|| apposed_life(scene, value));
    if (node.kind != ClauseKind::Bracket || !eventless) && headed.is_none() {
        return false;
    }
    let dates: Vec<Reading> = if date.is_period() {
        [halves(scene, value, 0), halves(scene, value, 1)].into_iter().flatten().collect()
    } else {
        let inside = |other: &&Located| {
            matches!(other.reading.value, Value::Date(_)) && within(other.words.start)
        };
        scene.values.iter().filter(inside).map(|other| other.reading.clone()).collect()
    };
    if dates.len() != 2 {
        return false;
    }
    // "George Boole (1847, 1854)", "(London: Scott, 1890; reprinted 1970)" are years of works.
    if is_imprint(scene, open, value) {
        return false;
    }
    let mentions = headed.unwrap_or_else(|| scene.antecedents(open));
    // "The Norvane deal (2019–2024)"
    let the = |it: usize| scene.lower(scene.mentions[it].words.start.wrapping_sub(1)) == "the";
    if mentions.iter().any(|&it| lasts(scene, scene.mentions[it].subject, the(it))) {
        return false;
    }
    push(scene, value, &dates, mentions, clause, drafts);
    true
}

/// Claims of the one of two dates that `value` is, or of both ends of a period.
fn push(
    scene: &Scene<'_>,
    value: &Located,
    dates: &[Reading],
    mentions: Vec<usize>,
    clause: usize,
    drafts: &mut Vec<Draft>,
) {
    // "the tour of X (3 May 1840 – 4 June 1841)"
    let is_short = is_short(dates);
    for mention in mentions {
        if is_short && scene.settings[mention].preposition.is_some() {
            continue;
        }
        let named = &scene.mentions[mention];
        let lived = (named.subject, scene.source(named.span));
        push_to(scene, value, dates, lived, clause, drafts);
    }
}

/// Whether two dates lie too near for a life.
fn is_short(dates: &[Reading]) -> bool {
    let year = |reading: &Reading| match &reading.value {
        Value::Date(date) => date.year(),
        _ => None,
    };
    let [born, died] = dates else { return true };
    year(born).zip(year(died)).is_some_and(|(born, died)| died - born < SHORT_LIFE)
}

/// The claims of one subject's life, which is named at a place of the source.
fn push_to(
    scene: &Scene<'_>,
    value: &Located,
    dates: &[Reading],
    (subject, named): (SubjectId, Span),
    clause: usize,
    drafts: &mut Vec<Draft>,
) {
    let [born, died] = dates else { return };
    let period = matches!(&value.reading.value, Value::Date(date) if date.is_period());
    for (name, reading) in [("born", born), ("died", died)] {
        let own = period || reading.span == value.reading.span;
        let fact = scene.facts_of(subject).iter().copied().find(|&id| {
            let fact = scene.fact(id);
            fact.predicate.builtin.contains(&name) && matches!(fact.expected, Expected::Date(_))
        });
        if let (Some(fact), true) = (fact, own) {
            let stated = Stated::Reading(reading.clone());
            drafts.push(Draft {
                subject: Some(named),
                presupposed: true,
                ..scene.draft(fact, reading.span, stated, "life dates", outer(scene, clause))
            });
        }
    }
}

/// "17 April 1930 – 9 November 2021" alone in a line right below a name: whose life it was, and where the name stands.
fn life_under_name(scene: &Scene<'_>, value: &Located) -> Option<(Vec<Reading>, Span)> {
    let range = &scene.sentence.range;
    let period = matches!(&value.reading.value, Value::Date(date) if date.is_period());
    let alone = range.clone().all(|at| {
        value.words.contains(&at) || !scene.lower(at).contains(|c: char| c.is_alphanumeric())
    });
    let below = scene.block.heading.is_some() && scene.context.section_head == scene.block.heading;
    let line = range.start == 0 && range.end == scene.parse.words.len() && !scene.context.cell;
    let &[(_, named)] = &scene.context.section[..] else { return None };
    if !(period && alone && below && line) {
        return None;
    }
    let dates: Vec<Reading> =
        [halves(scene, value, 0), halves(scene, value, 1)].into_iter().flatten().collect();
    (dates.len() == 2 && !is_short(&dates)).then_some((dates, named))
}

/// "X (Norlish: Iks [iks]; 30 November 1813 – 29 March 1888)": both dates close the bracket behind a semicolon.
fn closing_life(scene: &Scene<'_>, value: &Located) -> Option<(Vec<Reading>, Vec<usize>)> {
    const LONGEST: usize = 60;
    let is_end = |it: &&Located| it.reading.pattern == "end of a life";
    let at = scene.values.iter().position(|it| it.words == value.words)?;
    let other = |at: Option<usize>| at.and_then(|at| scene.values.get(at)).filter(is_end);
    let own = Some(value).filter(is_end)?;
    let follows = |one: &Located, next: &Located| next.words.start == one.words.end + 1;
    let (first, last) = match (other(at.checked_sub(1)), other(Some(at + 1))) {
        (Some(before), _) if follows(before, own) => (before, own),
        (_, Some(after)) if follows(own, after) => (own, after),
        _ => return None,
    };
    let dates = vec![first.reading.clone(), last.reading.clone()];
    let (semicolon, close) = (first.words.start.checked_sub(1)?, last.words.end);
    if scene.lower(semicolon) != ";" || scene.lower(close) != ")" {
        return None;
    }
    let floor = semicolon.saturating_sub(LONGEST).max(scene.sentence.range.start);
    let mut depth = 0_usize;
    let open = (floor..semicolon).rev().find(|&at| match scene.lower(at) {
        ")" => {
            depth += 1;
            false
        }
        "(" if depth > 0 => {
            depth -= 1;
            false
        }
        mark => mark == "(",
    })?;
    let is_named = |at: &usize| {
        let mention = &scene.mentions[*at];
        mention.words.end == open
            && mention.kind == MentionKind::Name
            && !scene.settings[*at].longer
    };
    let mentions: Vec<usize> = (0..scene.mentions.len()).filter(is_named).collect();
    let works = (open + 1..semicolon).any(|at| scene.is_value(at));
    (!mentions.is_empty() && !works).then_some((dates, mentions))
}

/// Whether a bracket is of a book: two years in a list, or a place and a publisher before the year.
fn is_imprint(scene: &Scene<'_>, open: usize, value: &Located) -> bool {
    if scene.lower(open) != "(" {
        return false;
    }
    let years = scene
        .value_at(open + 1)
        .map(|first| first.words.end)
        .filter(|&end| scene.lower(end) == "," && scene.is_value(end + 1));
    // "(Latin: Oda Brasca; 1811 – 1888)"
    let published = (open + 1..value.words.start).any(|at| scene.lower(at) == ":")
        && !lexicon::is_language(scene.lower(open + 1))
        && scene.parse.words.get(open + 1).is_some_and(crate::text::Word::is_capitalised);
    published || years.is_some_and(|end| scene.lower(end + 2) == ")")
}

/// Whether a subject has a period to check, and is nobody who was born or died: "the Orm Walk", "Orm Tour" of a fact
/// about a tour.
fn lasts(scene: &Scene<'_>, subject: SubjectId, the: bool) -> bool {
    let facts = || scene.facts_of(subject).iter().map(|&id| scene.fact(id));
    let mortal = |name: &&str| matches!(*name, "born" | "died");
    // "Song dynasty", "Norlish Civil War": capitals, and nobody's name.
    let names = scene.book.subjects[subject.0 as usize].names.iter();
    let is_name = names.into_iter().all(|name| {
        let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let cue = |fact: &crate::rules::Fact| fact.predicate.cues.contains(&last);
        !lexicon::is_epoch(&last) && !facts().any(cue)
    });
    // A rule that says no more than the years means the years of whatever it is.
    let bare = facts()
        .any(|fact| matches!(fact.expected, Expected::Period(_)) && fact.predicate.is_bare());
    (bare || the || !(is_name && scene.index.may_be_person(scene.book, subject)))
        && facts().any(|fact| matches!(fact.expected, Expected::Period(_)))
        && !facts().any(|fact| fact.predicate.builtin.iter().any(mortal))
}

/// "X : 1942 - 2018", "X, 1942–2018": a line that is a name and a period.
fn headed_life(scene: &Scene<'_>, value: &Located) -> Option<Vec<usize>> {
    let range = &scene.sentence.range;
    let mark = value.words.start.checked_sub(1)?;
    let alone = value.words.end + 1 >= range.end && scene.sentence.verbs.is_empty();
    let parted = matches!(scene.lower(mark), ":" | "," | "|" | "–" | "—");
    let named = |i: &usize| {
        let words = &scene.mentions[*i].words;
        words.start == range.start && words.end == mark
    };
    let mentions: Vec<usize> = (0..scene.mentions.len()).filter(named).collect();
    let period = matches!(&value.reading.value, Value::Date(date) if date.is_period());
    (alone && parted && period && !mentions.is_empty()).then_some(mentions)
}

/// "X, 1942–2018, lived": years between commas after a name.
fn apposed_life(scene: &Scene<'_>, value: &Located) -> Option<Vec<usize>> {
    let comma = value.words.start.checked_sub(1)?;
    let closed = matches!(scene.lower(value.words.end), "," | ";" | ")");
    let digits = scene.parse.words[value.words.start].raw.starts_with(|c: char| c.is_ascii_digit());
    let period = matches!(&value.reading.value, Value::Date(date) if date.is_period());
    if !(scene.lower(comma) == "," && closed && digits && period) {
        return None;
    }
    let named = |i: &usize| {
        let mention = &scene.mentions[*i];
        mention.words.end == comma && mention.kind == MentionKind::Name && mention.person
    };
    let mentions: Vec<usize> = (0..scene.mentions.len()).filter(named).collect();
    (!mentions.is_empty()).then_some(mentions)
}

/// One end of a period, read by itself.
fn halves(scene: &Scene<'_>, value: &Located, half: usize) -> Option<Reading> {
    let span = value.reading.span;
    let text = &scene.parse.text[span.range()];
    let dash = text.char_indices().find(|&(at, c)| at > 0 && crate::text::word::is_dash(c))?;
    let (start, end) =
        if half == 0 { (0, dash.0) } else { (dash.0 + dash.1.len_utf8(), text.len()) };
    let part = &text[start..end];
    let date = |reading: &Reading| matches!(reading.value, Value::Date(ref d) if !StatedDate::is_period(d));
    let mut reading = value::read(part).into_iter().find(date)?;
    reading.span = Span::new(reading.span.start, reading.span.end).shifted(span.start + start);
    Some(reading)
}
