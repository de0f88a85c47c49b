//! Who holds an office: "Defence Minister X", "X, the CEO of Y,", "X became mayor in 2011", "Y's
//! founder, X", "Y was founded by X", "his French counterpart, X".

use std::ops::Range;

use super::super::claim::Stated;
use super::super::parse::{ClauseKind, Tag};
use super::super::person::{name_from, name_to};
use super::super::scene::{Draft, Located, Scene};
use super::office::{OfficeMention, offices};
use crate::rules::{Expected, FactId, SubjectId};
use crate::text::fold::folded_words;
use crate::value::{Reading, Value};

/// Verbs between a person and the office that say when it was held.
const PAST_LINKS: &[&str] = &["was", "served", "were", "been"];
const LINKS: &[&str] = &[
    "is",
    "was",
    "became",
    "becomes",
    "become",
    "remains",
    "remained",
    "serves",
    "served",
    "been",
    "appointed",
    "elected",
    "named",
    "chosen",
    "confirmed",
    "re-elected",
    "reelected",
    "nominated",
    "works",
    "acts",
    "acted",
    "sworn",
    "installed",
    "made",
];

/// Drafts claims on `holders` facts.
pub(super) fn pair(scene: &Scene<'_>, drafts: &mut Vec<Draft>) {
    let offices = offices(scene);
    for office in &offices {
        if let Some(slot) = slot(scene, office) {
            push(scene, office, &slot, drafts);
        }
    }
    counterpart(scene, &offices, drafts);
    super::actor::pair(scene, drafts);
}

/// A name in an office's slot.
struct Slot {
    name: Range<usize>,
    construction: &'static str,
    /// Said inside a noun phrase.
    presupposed: bool,
    /// The link is in the past and gives no time.
    past: bool,
    /// The dates of the sentence say when; the article's own day does not count.
    dated: bool,
}

fn slot(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let phrase = |name, construction| Slot {
        name,
        construction,
        presupposed: true,
        past: false,
        dated: false,
    };
    title_before(scene, office)
        .map(|name| phrase(name, "title before name"))
        .or_else(|| apposed_after(scene, office).map(|name| phrase(name, "name in apposition")))
        .or_else(|| apposed_before(scene, office).map(|name| phrase(name, "title in apposition")))
        .or_else(|| linked(scene, office))
}

/// "Defence Minister X".
fn title_before(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let end = office.words.end;
    let name = name_from(scene.parse, end, scene.sentence.range.end)?;
    let single = name.len() == 1 && !is_known(scene, office.fact, &name);
    let glued = scene.parse.words[end].span.start <= scene.parse.words[end - 1].span.end + 1;
    (!single && glued).then_some(name)
}

/// "the mayor, X," or "the mayor (X)", and "the mayor in 2010, X,".
fn apposed_after(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let end = office.words.end;
    let dated = matches!(scene.lower(end), "in" | "from" | "since")
        .then(|| scene.values.iter().find(|value| value.words.start == end + 1))
        .flatten();
    let open = dated.map_or(end, |value| value.words.end);
    if !matches!(scene.lower(open), "," | "(" | "—" | "–" | ":") {
        return None;
    }
    let name = name_from(scene.parse, open + 1, scene.sentence.range.end)?;
    let closed = matches!(scene.lower(name.end), "," | ")" | "—" | "–" | "." | ";" | "");
    let single = name.len() == 1 && !is_known(scene, office.fact, &name);
    (closed && !single && !another_title_follows(scene, &name)).then_some(name)
}

/// ", X, the foreign minister": the name has a title of its own.
fn another_title_follows(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    scene.lower(name.end) == ","
        && matches!(scene.lower(name.end + 1), "the" | "a" | "an" | "who")
        && scene.lower(name.end + 1) != "who"
}

/// "X, the mayor of Y," or "X (mayor of Y)".
fn apposed_before(scene: &Scene<'_>, office: &OfficeMention) -> Option<Range<usize>> {
    let floor = scene.sentence.range.start;
    if scene.lower(office.words.start) == "whose" {
        return None;
    }
    let mut at = office.words.start;
    while at > floor
        && matches!(scene.lower(at - 1), "the" | "a" | "an" | "and" | "its" | "founder")
    {
        at -= 1;
    }
    if at == floor || !matches!(scene.lower(at - 1), "," | "(" | "—" | "–") {
        return None;
    }
    let name = name_to(scene.parse, at - 1, floor)?;
    let closed = matches!(
        scene.lower(office.words.end),
        "," | ")"
            | "—"
            | "–"
            | "."
            | ";"
            | ""
            | "who"
            | "and"
            | "from"
            | "since"
            | "in"
            | "until"
            | "at"
            | "during"
            | "for"
            | "when"
    );
    let single = name.len() == 1 && !is_known(scene, office.fact, &name);
    (closed && !single).then_some(name)
}

/// "X is the mayor", "the mayor is X", "X as mayor".
fn linked(scene: &Scene<'_>, office: &OfficeMention) -> Option<Slot> {
    let floor = scene.sentence.range.start;
    let end = office.words.end;
    if matches!(scene.lower(end), "is" | "was" | "remains") {
        let name = name_from(scene.parse, end + 1, scene.sentence.range.end)?;
        let known = name.len() > 1 || is_known(scene, office.fact, &name);
        let past = scene.lower(end) == "was";
        let next = !matches!(scene.lower(name.end), "'s" | "’s");
        return (known && next).then_some(Slot {
            name,
            construction: "copula",
            presupposed: false,
            past,
            dated: true,
        });
    }
    let mut at = office.words.start;
    while at > floor
        && matches!(scene.lower(at - 1), "the" | "a" | "its" | "as" | "an" | "acting" | "interim")
    {
        at -= 1;
    }
    // "with Gates as the CEO", "named Orin Smith as CEO"
    let named = (at..office.words.start)
        .find(|&at| scene.lower(at) == "as")
        .and_then(|at| name_to(scene.parse, at, floor))
        .filter(|name| is_known(scene, office.fact, name));
    if let Some(name) = named {
        let construction = "named as";
        return Some(Slot { name, construction, presupposed: false, past: false, dated: true });
    }
    let verb = scene.sentence.verbs.iter().find(|verb| {
        verb.range.end == at
            || verb.range.contains(&(at.wrapping_sub(1)))
            || verb.range.end + 1 == at && matches!(scene.lower(verb.range.end), "down" | "over")
    })?;
    let head = scene.lower(verb.head);
    let as_office = scene.lower(office.words.start.wrapping_sub(1)) == "as"
        || scene.lower(office.words.start.wrapping_sub(2)) == "as";
    let left = matches!(head, "retired" | "resigned" | "stepped" | "quit" | "left");
    let took =
        matches!(head, "took" | "returned" | "started" | "began" | "continues" | "continued");
    // "has been acting director": the participle is the office's.
    let acts = head == "acting" && verb.range.len() > 1;
    if !(LINKS.contains(&head) || acts || as_office && (left || took)) {
        return None;
    }
    let name = subject_name(scene, verb.range.start, office.fact)?;
    // "has been mayor since": still is.
    let still = matches!(scene.lower(verb.range.start), "has" | "have" | "'s" | "’s");
    let past = PAST_LINKS.contains(&head) && !still || left;
    Some(Slot { name, construction: "copula", presupposed: false, past, dated: true })
}

/// The person's name that is a verb's subject: right before it, or before its relative pronoun.
fn subject_name(scene: &Scene<'_>, verb: usize, fact: FactId) -> Option<Range<usize>> {
    let floor = scene.sentence.range.start;
    let mut end = verb;
    if matches!(scene.lower(end.wrapping_sub(1)), "who") {
        end -= 1;
    }
    // "Lund officially became"
    while end > floor && scene.tag(end - 1) == Some(Tag::Adverb) {
        end -= 1;
    }
    if scene.lower(end.wrapping_sub(1)) == "," {
        end -= 1;
    }
    let whole = |name: &Range<usize>| name.len() > 1 || is_known(scene, fact, name);
    let name = |end| name_to(scene.parse, end, floor).filter(whole);
    // "X, who wrote the engine, took over": past the aside to the name before it.
    let aside = || {
        let opens = (floor..end).rev().find(|&at| scene.lower(at) == ",")?;
        let closed = scene.lower(end) == ",";
        let inner = matches!(
            scene.lower(opens + 1),
            "who" | "whose" | "his" | "her" | "a" | "an" | "the" | "once" | "now" | "formerly"
        ) || scene.tag(opens + 1) == Some(Tag::Number);
        (closed && inner).then_some(opens)
    };
    name(end).or_else(|| aside().and_then(name))
}

/// Whether a name is, or ends, a holder's.
pub(super) fn is_known(scene: &Scene<'_>, fact: FactId, name: &Range<usize>) -> bool {
    let Expected::Holders(rows) = &scene.fact(fact).expected else { return false };
    let stated = folded_words(&scene.parse.text[scene.span(name).range()]);
    rows.iter().flat_map(|row| &row.names).any(|known| folded_words(known).ends_with(&stated))
}

fn push(scene: &Scene<'_>, office: &OfficeMention, slot: &Slot, drafts: &mut Vec<Draft>) {
    if office.future {
        return;
    }
    let span = scene.span(&slot.name);
    let stated = Stated::Name(scene.parse.text[span.range()].to_owned());
    let clause = scene.sentence.clause_of(office.role.start);
    let mut draft = scene.draft(office.fact, span, stated, slot.construction, clause);
    if let Some(acting) = office.acting {
        let span = scene.source(scene.parse.words[acting].span);
        draft.slots.insert(0, ("acting", span, Stated::Acting));
    }
    draft.times = times(scene, office.role.start);
    draft.dated = slot.dated && !draft.times.is_empty();
    // "2018" over a chronology: its lines tell of that year.
    let above = scene.context.date.as_ref().filter(|_| draft.times.is_empty());
    if let Some((reading, _)) = above {
        draft.times.push(reading.clone());
        draft.dated = true;
    }
    let until = scene.lower(office.words.end) == "until";
    draft.former = office.former || (slot.past || until) && draft.times.is_empty();
    draft.presupposed = slot.presupposed;
    draft.subject = Some(scene.source(scene.span(&office.words)));
    if !drafts.iter().any(|other| {
        other.fact == draft.fact
            && other.slots.last().map(|s| s.1) == draft.slots.last().map(|s| s.1)
    }) {
        drafts.push(draft);
    }
}

/// The dates of the statement on an office: when a holder is said to have held it. What is said in
/// passing of somebody else, or after a semicolon, is of another time.
pub(super) fn times(scene: &Scene<'_>, office: usize) -> Vec<Reading> {
    let own = scene.sentence.clause_of(office);
    let parted = |at: usize| {
        let (from, to) = if at < office { (at, office) } else { (office, at) };
        (from..to).any(|i| scene.lower(i) == ";")
    };
    let aside = |at: usize| {
        let clause = scene.sentence.clause_of(at);
        let kind = scene.sentence.clauses[clause].kind;
        clause != own
            && matches!(kind, ClauseKind::Relative)
            && scene.sentence.clauses[own].parent != Some(clause)
    };
    scene
        .values
        .iter()
        .filter(|value| !parted(value.words.start) && !aside(value.words.start))
        .filter(|value| matches!(&value.reading.value, Value::Date(date) if !date.is_vague()))
        .filter(|value| !is_relative(value) || is_fronted(scene, value))
        .map(|value| value.reading.clone())
        .collect()
}

fn is_relative(value: &Located) -> bool {
    matches!(&value.reading.value, Value::Date(date) if date.is_relative())
}

/// "Late last year, Acme CEO X said": the date opens the sentence, and what follows was then.
fn is_fronted(scene: &Scene<'_>, value: &Located) -> bool {
    const NEAR: usize = 2;
    value.words.start < scene.sentence.range.start + NEAR && scene.lower(value.words.end) == ","
}

/// "his US counterpart, X": the office of the same portfolio in the country named.
fn counterpart(scene: &Scene<'_>, offices: &[OfficeMention], drafts: &mut Vec<Draft>) {
    for at in scene.sentence.range.clone().filter(|&at| scene.lower(at) == "counterpart") {
        let comma = usize::from(scene.lower(at + 1) == ",");
        let Some(name) = name_from(scene.parse, at + 1 + comma, scene.sentence.range.end) else {
            continue;
        };
        let Some(fact) = counterpart_office(scene, offices, at) else { continue };
        let single = name.len() == 1 && !is_known(scene, fact, &name);
        let closed = comma == 0 || matches!(scene.lower(name.end), "," | "." | ")" | "");
        if single || !closed || comma == 0 {
            continue;
        }
        let words = at..at + 1;
        let role = words.clone();
        let mention =
            OfficeMention { fact, words, role, acting: None, former: false, future: false };
        let slot = Slot {
            name,
            construction: "counterpart",
            presupposed: true,
            past: false,
            dated: false,
        };
        push(scene, &mention, &slot, drafts);
    }
}

fn counterpart_office(scene: &Scene<'_>, offices: &[OfficeMention], at: usize) -> Option<FactId> {
    let portfolio: Vec<String> = offices
        .iter()
        .filter(|office| office.words.end <= at)
        .flat_map(|office| folded_words(&scene.parse.text[scene.span(&office.role).range()]))
        .filter(|word| !matches!(word.as_str(), "minister" | "secretary" | "of" | "for" | "chief"))
        .collect();
    let country =
        scene.mentions.iter().filter(|mention| mention.words.end == at).map(|m| m.subject);
    let countries: Vec<SubjectId> = country.collect();
    scene.offices().into_iter().map(|place| &scene.index.offices[place]).find_map(|office| {
        let of = office.of.filter(|of| countries.contains(of))?;
        let names = &scene.book.subjects[office.role?.0 as usize].names;
        let same =
            names.iter().any(|name| folded_words(name).iter().any(|word| portfolio.contains(word)));
        let _ = of;
        same.then_some(office.fact)
    })
}
