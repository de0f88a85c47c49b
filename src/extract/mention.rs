//! Mentions: where a block names a subject, and what stands around the name.
//!
//! Names come from the index and from the article itself: an acronym it introduces, a surname after
//! the full name, a full name with all its parts. Of overlapping names the longest wins.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::index::Index;
use super::parse::Parse;
use crate::rules::{FactBook, SubjectId};
use crate::source::Span;
use crate::text::{NameMatch, NameTrie};
use crate::value;

/// A place that names or refers to a subject.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// The subject.
    pub(crate) subject: SubjectId,
    /// Its words in the block.
    pub(crate) words: Range<usize>,
    /// Its span in the block's text.
    pub(crate) span: Span,
    /// How it names it.
    pub(crate) kind: MentionKind,
    /// The subject is a person.
    pub(crate) person: bool,
    /// It may mean another thing, which the last sentence spoke of.
    pub(crate) unsure: bool,
}

impl Mention {
    /// A subject left unsaid, at a word.
    pub(super) fn implied(parse: &Parse<'_>, subject: SubjectId, at: usize) -> Self {
        Self {
            subject,
            words: at..at + 1,
            span: parse.words[at].span,
            kind: MentionKind::Implied,
            person: false,
            unsure: false,
        }
    }
}

/// How a mention names its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// By a name.
    Name,
    /// "it", "he", "its".
    Pronoun,
    /// "the pact", "the former".
    Definite,
    /// Not at all: "the" of "the record attendance" stands for "its".
    Implied,
}

/// Names that the article itself gives to subjects.
#[derive(Debug, Default)]
pub(crate) struct Aliases {
    names: NameTrie,
    known: FxHashMap<String, Vec<SubjectId>>,
}

impl Aliases {
    fn add(&mut self, name: &str, subject: SubjectId) {
        let known = self.known.entry(name.to_owned()).or_default();
        if !known.contains(&subject) {
            known.push(subject);
            self.names.insert(name, subject.0);
        }
    }

    /// Whether a surname alone is another's: a subject has it for a name, or a relative was named before.
    fn is_taken(&self, surname: &str, subject: SubjectId, index: &Index) -> bool {
        let hits = index.names.longest(surname);
        let whole = hits.iter().filter(|hit| hit.span.len() == surname.len());
        let mut named = whole.map(|hit| SubjectId(hit.target)).peekable();
        let is_own = |other: SubjectId| index.twin(other) == index.twin(subject);
        let of_relative = named.peek().is_some() && !named.any(is_own);
        let known =
            self.known.get(surname).is_some_and(|known| !known.iter().any(|it| is_own(*it)));
        of_relative || known
    }
}

/// Every name in a block's text, the longest of overlapping ones; several subjects may share one.
pub(crate) fn names(text: &str, index: &Index, aliases: &Aliases) -> Vec<NameMatch> {
    let mut matches = index.names.longest(text);
    matches.extend(aliases.names.longest(text));
    matches.retain(|hit| !is_unit_of_number(text, hit.span));
    matches.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end), hit.target));
    matches.dedup();
    let mut widest = Span::default();
    matches.retain(|hit| {
        let inside = widest.contains(hit.span) && widest.len() > hit.span.len();
        if hit.span.end > widest.end {
            widest = hit.span;
        }
        !inside
    });
    join_crossed(&mut matches);
    matches
}

/// Two names of a subject that share a word, "the Regal" and "Regal Museum", name it once.
fn join_crossed(matches: &mut Vec<NameMatch>) {
    let mut at = 1;
    while at < matches.len() {
        let own = &matches[at];
        let shares = |other: &&NameMatch| other.span.overlaps(own.span);
        let mut before = matches[..at].iter().rev().take_while(shares);
        match before.position(|other| other.target == own.target) {
            Some(back) => {
                let end = own.span.end;
                matches[at - 1 - back].span.end = end;
                matches.remove(at);
            }
            None => at += 1,
        }
    }
}

/// "10.6 billion dollars", where a fact is about the dollar: what the number counts, and no name.
fn is_unit_of_number(text: &str, span: Span) -> bool {
    const SCALES: &[&str] =
        &["hundred", "thousand", "million", "billion", "trillion", "mln", "bn", "m", "k"];
    let before = text[..span.start].trim_end_matches([' ', '\u{a0}', '-']);
    if before.len() == span.start {
        return false;
    }
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let counted = word.starts_with(|c: char| c.is_ascii_digit()) || SCALES.contains(&word);
    counted && value::is_unit_name(&text[span.range()])
}

/// The mentions by name in a block.
pub(crate) fn mentions(
    parse: &Parse<'_>,
    matches: &[NameMatch],
    index: &Index,
    book: &FactBook,
) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = matches
        .iter()
        .map(|hit| Mention {
            subject: SubjectId(hit.target),
            words: parse.words_in(hit.span),
            span: hit.span,
            kind: MentionKind::Name,
            person: index.persons.contains(&SubjectId(hit.target)),
            unsure: false,
        })
        .collect();
    doubt_common(parse, &mut mentions, index, book);
    extend_in_full(parse, &mut mentions, index, book);
    mentions
}

/// "Devin Garret Townsend", where a rule says "Devin Townsend": the surname's mention takes in the names before it.
fn extend_in_full(parse: &Parse<'_>, mentions: &mut [Mention], index: &Index, book: &FactBook) {
    const MIDDLE: usize = 3;
    let persons = |it: &&mut Mention| it.kind == MentionKind::Name && index.is_person(it.subject);
    for mention in mentions.iter_mut().filter(persons) {
        let start = mention.words.start;
        let last = &parse.words[mention.words.end - 1];
        let names = &book.subjects[mention.subject.0 as usize].names;
        let given = |at: usize| {
            names.iter().any(|name| {
                let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
                first == parse.words[at].raw && rest.rsplit(' ').next() == Some(last.raw)
            })
        };
        // "Andrei Petrovich Tarkov" is not "Andrei Arsenyevich Tarkov".
        let middles: Vec<&str> = names.iter().flat_map(|name| middle(name, last.raw)).collect();
        let fits = |at: usize| {
            middles.is_empty()
                || (at + 1..start).map(|at| parse.words[at].raw).all(|word| {
                    let initial = word.len() == 1 && middles.iter().any(|it| it.starts_with(word));
                    word == "." || initial || middles.contains(&word)
                })
        };
        let named = |at: &usize| parse.words[*at].is_capitalised() || parse.words[*at].raw == ".";
        let before = (start.saturating_sub(MIDDLE)..start).rev().take_while(named);
        if let Some(first) = before.filter(|&at| given(at) && fits(at)).last() {
            mention.words.start = first;
            mention.span.start = parse.words[first].span.start;
        }
    }
}

/// The words between the first and the last of a name that ends in a surname.
fn middle<'n>(name: &'n str, surname: &str) -> Vec<&'n str> {
    let words: Vec<&str> = name.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    match &words[..] {
        [_, middle @ .., last] if *last == surname => middle.to_vec(),
        _ => Vec::new(),
    }
}

/// "the civil war", where a rule says "Civil War": a common noun, of which there may be others.
fn doubt_common(parse: &Parse<'_>, mentions: &mut [Mention], index: &Index, book: &FactBook) {
    const SHORT: usize = 2;
    let capital = |text: &str| text.contains(char::is_uppercase);
    for mention in mentions.iter_mut().filter(|it| it.words.len() <= SHORT) {
        let lower = !capital(&parse.text[mention.span.range()]);
        let is_role = || index.offices.iter().any(|office| office.role == Some(mention.subject));
        let names = || &book.subjects[mention.subject.0 as usize].names;
        mention.unsure |= lower && names().iter().all(|name| capital(name)) && !is_role();
    }
}

/// The mentions that a reference makes: one a subject of that name.
pub(crate) fn referring(
    parse: &Parse<'_>,
    index: &Index,
    subject: SubjectId,
    words: &Range<usize>,
) -> Vec<Mention> {
    let lower = parse.words[words.start].lower.as_str();
    let kind = match words.len() > 1 || lower.starts_with("counter") {
        true => MentionKind::Definite,
        false => MentionKind::Pronoun,
    };
    let (first, last) = (&parse.words[words.start], &parse.words[words.end - 1]);
    let span = Span::new(first.span.start, last.span.end);
    let mention = |subject: SubjectId| {
        let person = index.persons.contains(&subject) || super::pronoun::is_personal(lower);
        Mention { subject, words: words.clone(), span, kind, person, unsure: false }
    };
    index.twins_of(subject).map(mention).collect()
}

/// Learns the names that a block introduces: "Harrier Pact (HP)", and surnames of persons.
pub(crate) fn learn(parse: &Parse<'_>, mentions: &[Mention], index: &Index, aliases: &mut Aliases) {
    for mention in mentions {
        if let Some(acronym) = introduced(parse, mention) {
            aliases.add(acronym, mention.subject);
        }
        let name = &parse.text[mention.span.range()];
        if index.persons.contains(&mention.subject)
            && let Some(surname) = surname(name)
            && !aliases.is_taken(surname, mention.subject, index)
        {
            aliases.add(surname, mention.subject);
        }
    }
}

/// The short form in brackets after a name of several words.
fn introduced<'t>(parse: &Parse<'t>, mention: &Mention) -> Option<&'t str> {
    let open = mention.words.end;
    if mention.words.len() < 2 || !parse.words.get(open)?.is_mark('(') {
        return None;
    }
    let close =
        (open + 1..parse.words.len().min(open + 6)).find(|&i| parse.words[i].is_mark(')'))?;
    let inside = &parse.words[open + 1..close];
    let (first, last) = (inside.first()?, inside.last()?);
    let short = &parse.text[first.span.start..last.span.end];
    let capitals = short.chars().filter(|c| c.is_uppercase()).count();
    let compact = !short.contains(' ') && (2..=12).contains(&short.len());
    (capitals >= 2 && compact && !short.chars().all(|c| c.is_ascii_digit())).then_some(short)
}

/// The last word of a person's full name.
fn surname(name: &str) -> Option<&str> {
    let mut parts = name.split_whitespace();
    let first = parts.next()?;
    let last = parts.next_back()?;
    let plain = last.len() > 2
        && last.starts_with(char::is_uppercase)
        && !matches!(last, "Jr" | "Jr." | "Sr" | "Sr." | "III" | "II")
        && first.starts_with(char::is_uppercase);
    plain.then_some(last)
}
