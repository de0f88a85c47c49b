//! Owners left unsaid: in "The record attendance is 34,812" the attendance is that of the ground the
//! text is about.
//!
//! Only a noun that a fact of the topic names can have its owner implied, and only while nothing
//! else, known or unknown, could own it.

use std::ops::Range;

use super::context::Context;
use super::index::{CueHit, Index};
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag, Verb, VerbShape};
use super::reference::Memory;
use super::token::{is_strange_name, is_version};
use crate::lexicon::{self, Form};
use crate::rules::SubjectId;
use crate::text::is_bullet;

/// How far behind "the" its noun may stand.
const REACH: usize = 3;

/// The implied owners of a sentence's nouns, each at its article.
pub(super) fn owners(
    parse: &Parse<'_>,
    sentence: &Sentence,
    known: &[Mention],
    memory: &Memory,
    index: &Index,
) -> Vec<Mention> {
    let mut found = Vec::new();
    if known.is_empty() && !memory.has_focus() && memory.topic.is_none() {
        return found;
    }
    if let Some(mention) = made(parse, sentence, known, memory, index) {
        found.extend(mention);
    }
    for at in sentence.range.clone().filter(|&at| parse.words[at].lower == "the") {
        if known.iter().any(|mention| mention.words.start == at && mention.words.len() > 1) {
            continue;
        }
        let Some(noun) = owned_noun(parse, sentence, known, index, at) else { continue };
        // "The east wing is the work of Y": of what the sentence is about.
        let said = at > sentence.range.start
            && lexicon::is_be_form(&parse.words[at - 1].lower)
            && parse.words[noun.words.end - 1].lower == "of";
        // "at the beginning of the 20th century" tells when, and is the beginning of nothing.
        if is_owned(parse, sentence, noun.words.end)
            || has_stranger(parse, sentence, known, at)
            || parse.is_value(at)
            || said
        {
            continue;
        }
        let Some(owner) = owner(sentence, known, memory, index, &noun, at) else { continue };
        let twins = index.all_twins(owner).into_iter();
        found.extend(twins.map(|subject| Mention::implied(parse, subject, at)));
    }
    found
}

/// "› was founded in 1895", "- achieved revenue of €17.8 billion": the subject that an item leaves to what
/// introduces or heads it, at the verb that it begins with.
pub(super) fn unsaid(
    parse: &Parse<'_>,
    sentence: &Sentence,
    is_item: bool,
    context: &Context,
    index: &Index,
) -> Vec<Mention> {
    let start = sentence.range.start;
    // "*X* (1968). Directed by Y."
    let credit = start > 0 && !context.entry.is_empty();
    let opens = if start == 0 { is_item } else { is_in_line(parse, start) };
    if !(opens || credit) {
        return Vec::new();
    }
    // "1949: opened by the mayor"
    let start = past_lead(parse, sentence).filter(|_| start == 0).unwrap_or(start);
    let tensed = || {
        let forms = lexicon::verb_forms(&parse.words[start].lower);
        forms.contains(Form::Third) || forms.contains(Form::Past)
    };
    let begins = |verb: &Verb| {
        // "Built: 1863" is a label.
        let label = || parse.words.get(verb.range.end).is_some_and(|word| word.raw == ":");
        let made = credit
            && verb.range.len() == 1
            && parse.words.get(verb.range.end).is_some_and(|word| word.lower == "by");
        // "Founded in 1964 by two brothers" under a name
        let done = opens
            && start == 0
            && verb.shape == VerbShape::Participle
            && parse.tags.get(verb.range.end) == Some(&Tag::Preposition);
        let told = opens
            && verb.shape == VerbShape::Finite
            && (parse.tags[start] == Tag::Auxiliary || tensed());
        verb.range.start == start && (told || made || done) && !label()
    };
    if !sentence.verbs.iter().any(begins) {
        return Vec::new();
    }
    let heads = context.heads(index).iter();
    heads.map(|&(subject, _)| Mention::implied(parse, subject, start)).collect()
}

/// Whether a sentence is an item within its line, behind a bullet. In "X › Y › was founded in 1902" the part
/// before names something, and the item is of that.
fn is_in_line(parse: &Parse<'_>, start: usize) -> bool {
    let last = parse.sentences.iter().rfind(|range| range.end <= start);
    let told = |range: &Range<usize>| {
        range.start == 0
            || range.clone().any(|at| matches!(parse.tags[at], Tag::Verb | Tag::Auxiliary))
    };
    is_bullet(parse.words[start - 1].raw) && last.is_some_and(told)
}

/// The word behind the date and the mark that lead a line.
fn past_lead(parse: &Parse<'_>, sentence: &Sentence) -> Option<usize> {
    let start = sentence.range.start;
    if !parse.words[start].raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let date = parse.values_at(start).first().filter(|value| value.words.start == start)?;
    let end = date.words.end;
    let marked = matches!(parse.words.get(end)?.raw, ":" | "–" | "—" | "-" | "|");
    (marked && end + 1 < sentence.range.end).then_some(end + 1)
}

/// "Construction began in 1924": the making, at the head of its clause, of what the text is about.
fn made(
    parse: &Parse<'_>,
    sentence: &Sentence,
    known: &[Mention],
    memory: &Memory,
    index: &Index,
) -> Option<Vec<Mention>> {
    let at = sentence.verbs.iter().find_map(|verb| {
        let noun = verb.range.start.checked_sub(1)?;
        let opens = noun == sentence.range.start
            || noun > sentence.range.start
                && matches!(parse.words[noun - 1].lower.as_str(), "," | "and" | "but" | ";");
        // "Approval came on": the sentence begins with what was done to what it is about.
        let is_cue = || {
            index.may_begin_cue(&parse.words[noun].lower) && {
                let lower = parse.lower(noun..sentence.range.end);
                index.cues_at(&lower).iter().any(|hit| hit.form.is_nominal() && hit.n_words == 1)
            }
        };
        let begins = noun == sentence.range.start && is_cue();
        (begins || opens && lexicon::is_making(&parse.words[noun].lower)).then_some(noun)
    });
    // "Members such as Norland want"
    let start = sentence.range.start;
    let such = parse.words.get(start + 1).is_some_and(|word| word.lower == "such");
    let noun = matches!(parse.tags[start], Tag::Noun | Tag::Name);
    let at = at.or_else(|| (such && noun).then_some(start))?;
    if has_stranger(parse, sentence, known, at) {
        return None;
    }
    let lower = parse.lower(at..sentence.range.end);
    let verb = parse.lower(at + 1..sentence.range.end);
    let mut hits = index.cues_at(&lower);
    hits.extend(index.cues_at(&verb));
    let noun = Noun { words: at..at + 1, hits, role: None };
    let owner = owner(sentence, known, memory, index, &noun, at)
        .or_else(|| memory.topic.filter(|&topic| known.is_empty() && owns(index, topic, &noun)))?;
    let twins = index.all_twins(owner).into_iter();
    Some(twins.map(|subject| Mention::implied(parse, subject, at)).collect())
}

/// A noun with what it may be the noun of.
struct Noun {
    words: Range<usize>,
    hits: Vec<CueHit>,
    /// The role of an office.
    role: Option<SubjectId>,
}

fn owned_noun(
    parse: &Parse<'_>,
    sentence: &Sentence,
    known: &[Mention],
    index: &Index,
    the: usize,
) -> Option<Noun> {
    for start in the + 1..(the + 1 + REACH).min(sentence.range.end) {
        let role = known
            .iter()
            .find(|mention| mention.words.start == start && mention.kind == MentionKind::Name);
        if let Some(mention) = role {
            let (words, role) = (mention.words.clone(), Some(mention.subject));
            return Some(Noun { words, hits: Vec::new(), role });
        }
        // "the Okell Prize" has a name of its own.
        if parse.tags[start] == Tag::Name {
            return None;
        }
        let mut hits = match index.may_begin_cue(&parse.words[start].lower) {
            true => index.cues_at(&parse.lower(start..sentence.range.end)),
            false => Vec::new(),
        };
        hits.retain(|hit| hit.form.is_nominal());
        if let Some(length) = hits.iter().map(|hit| hit.n_words).max() {
            let words = start..(start + length).min(sentence.range.end);
            return Some(Noun { words, hits, role: None });
        }
        let participle = parse.tags[start] == Tag::Verb && parse.words[start].lower.ends_with("ed");
        if !participle && !matches!(parse.tags[start], Tag::Noun | Tag::Number) {
            return None;
        }
    }
    None
}

/// "the capacity of X", "the chairman at Y", "the capacity increase": the text names the owner, or
/// the noun is another.
pub(super) fn is_owned(parse: &Parse<'_>, sentence: &Sentence, end: usize) -> bool {
    if end >= sentence.range.end {
        return false;
    }
    let value = |at: usize| parse.is_value(at) || parse.tags[at] == Tag::Number;
    match parse.tags[end] {
        Tag::Noun | Tag::Possessive => true,
        // "In the chair: P. Dunmore" is a label of the sheet's own.
        // "The patch release, 4.0.1, came out" has a number of its own.
        Tag::Mark => {
            let numbered = parse.words.get(end + 1).is_some_and(|word| is_version(word.raw));
            parse.words[end].raw == ":" || parse.words[end].raw == "," && numbered
        }
        Tag::Preposition => {
            let next = end + 1;
            let binds =
                matches!(parse.words[end].lower.as_str(), "of" | "for" | "at" | "in" | "to");
            binds && next < sentence.range.end && !value(next)
        }
        _ => false,
    }
}

/// Another name before the noun could be its owner: "At Penmoor the record attendance is".
pub(super) fn has_stranger(
    parse: &Parse<'_>,
    sentence: &Sentence,
    known: &[Mention],
    at: usize,
) -> bool {
    (sentence.range.start..at).any(|i| is_strange_name(parse, known, i))
}

/// The one topic that a fact of this noun is about.
fn owner(
    sentence: &Sentence,
    known: &[Mention],
    memory: &Memory,
    index: &Index,
    noun: &Noun,
    at: usize,
) -> Option<SubjectId> {
    let thing = |subject: SubjectId| {
        !index.twins_of(subject).any(|subject| index.persons.contains(&subject))
    };
    let mut here: Vec<SubjectId> = known
        .iter()
        .filter(|m| sentence.range.contains(&m.words.start) && m.words.end <= at)
        .map(|mention| index.twin(mention.subject))
        .filter(|&subject| thing(subject) && Some(subject) != noun.role)
        .collect();
    here.dedup();
    let owns = |subject: SubjectId| owns(index, subject, noun);
    if let Some((&first, rest)) = here.split_first() {
        return (rest.is_empty() && owns(first)).then_some(first);
    }
    memory.focus(thing, owns).or_else(|| memory.only_topic().filter(|&topic| owns(topic)))
}

/// Whether a fact of the subject is about what the noun names.
fn owns(index: &Index, subject: SubjectId, noun: &Noun) -> bool {
    index.twins_of(subject).any(|subject| {
        let facts = index.facts_of.get(subject.0 as usize).into_iter().flatten();
        let mut offices = index.offices_of.get(&subject).into_iter().flatten();
        let by_cue = |hit: &CueHit| {
            facts.clone().any(|fact| index.cues[fact.0 as usize].cues.contains(&hit.id))
        };
        let by_role = |role| {
            offices.any(|&place| {
                let office = &index.offices[place];
                office.role == Some(role) && office.of == Some(subject)
            })
        };
        noun.hits.iter().any(by_cue) || noun.role.is_some_and(by_role)
    })
}
