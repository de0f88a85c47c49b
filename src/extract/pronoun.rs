//! Persons behind "he" and "she", the owner behind "whose", and what "it" means by its place alone.

use super::antecedent::{cataphor, country_before};
use super::index::Index;
use super::mention::{Mention, MentionKind};
use super::parse::{Parse, Sentence, Tag};
use super::reference::{Memory, sole};
use super::token::is_strange_name;
use crate::lexicon;
use crate::rules::{FactBook, SubjectId};
use crate::text::Word;

impl Memory {
    /// "he", "she": the nearest person named before; where no fact tells persons, whoever is called
    /// as persons are.
    pub(super) fn person(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        named: &[Mention],
        index: &Index,
        book: &FactBook,
        at: usize,
    ) -> Option<SubjectId> {
        if is_of_relative(parse, sentence, at) {
            return None;
        }
        let other = |subject: &SubjectId| {
            self.genders.opposes(index.twin(*subject), &parse.words[at].lower)
        };
        let known = |subject: &SubjectId| {
            index.all_twins(*subject).iter().any(|subject| index.persons.contains(subject))
                && !other(subject)
        };
        // A ship or a locomotive is a "she", a racehorse a "he" or a "she".
        let spoken_of = |subject: &SubjectId| {
            let female = matches!(parse.words[at].lower.as_str(), "she" | "her");
            let Some(subject) = book.subjects.get(subject.0 as usize) else { return false };
            let mut kinds = subject.kind.iter();
            female && is_ship(&subject.names)
                || kinds.any(|kind| match lexicon::sort_of(kind) {
                    Some("vessel" | "train") => female,
                    Some("animal") => true,
                    _ => false,
                })
        };
        let likely = |subject: &SubjectId| {
            (index.may_be_person(book, *subject) || spoken_of(subject)) && !other(subject)
        };
        let before: Vec<SubjectId> = named
            .iter()
            .filter(|mention| sentence.range.contains(&mention.words.start))
            .filter(|mention| mention.words.end <= at)
            .map(|mention| mention.subject)
            .collect();
        // "When he died in 1913, X left": of nobody else the article has spoken.
        let ahead = || {
            cataphor(parse, sentence, named, at)
                .filter(|ahead| known(ahead) && (self.knows_nothing() || self.lead == Some(*ahead)))
        };
        match self.person_among(&before, known) {
            Err(()) => self.person_among(&before, likely).ok().flatten().or_else(ahead),
            Ok(found) => found,
        }
    }

    /// "they": the band, club or party, or the accords or islands, that the last sentence was about.
    pub(super) fn group(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        named: &[Mention],
        book: &FactBook,
        at: usize,
    ) -> Option<SubjectId> {
        const GROUPS: &[&str] = &[
            "band", "group", "team", "club", "side", "duo", "trio", "quartet", "party", "couple",
            "family", "company", "firm", "carrier", "airline",
        ];
        let is_group = |subject: SubjectId| {
            book.subjects.get(subject.0 as usize).is_some_and(|subject| {
                subject.kind.iter().any(|kind| GROUPS.contains(&kind.as_str()))
            })
        };
        let are_many = |subject: SubjectId| {
            book.subjects.get(subject.0 as usize).is_some_and(|subject| {
                subject.kind.iter().any(|kind| crate::value::numeral::is_plural(kind))
            })
        };
        // Somebody else may be many: another name or a plural before it in its own sentence.
        let own = |i: usize| named.iter().any(|mention| mention.words.contains(&i));
        let rivals = (sentence.range.start..at).any(|i| {
            parse.tags[i] == Tag::Name && !parse.is_value(i) && !own(i)
                || parse.tags[i] == Tag::Noun && parse.words[i].lower.ends_with('s')
        });
        let mut here = named.iter().filter(|mention| {
            sentence.range.contains(&mention.words.start) && mention.words.end <= at
        });
        if rivals {
            return None;
        }
        // "The Salt Cousins, since they formed in 2011, have been"
        if let Some(first) = here.next() {
            let one = here.all(|other| other.subject == first.subject);
            return (one && is_group(first.subject)).then_some(first.subject);
        }
        let last = self.sentences.last()?;
        // "X lists members. They were"
        let others = || {
            let before = parse.sentences.iter().find(|it| it.end == sentence.range.start);
            before.is_none_or(|before| {
                (*before).clone().any(|i| {
                    parse.tags[i] == Tag::Noun
                        && crate::value::numeral::is_plural(parse.words[i].raw)
                        || parse.words[i].lower == "and"
                            && parse.tags.get(i + 1) == Some(&Tag::Name)
                })
            })
        };
        sole(last.iter().filter(|trace| trace.topic))
            .filter(|&subject| is_group(subject) || are_many(subject) && !others())
    }

    /// "we" outside quotations: the body that the article is about and speaks for, if it names no
    /// other.
    pub(super) fn voice(
        &self,
        parse: &Parse<'_>,
        index: &Index,
        book: &FactBook,
        at: usize,
    ) -> Option<SubjectId> {
        // Who also says "I" speaks for a household, or for nobody else.
        let single = |word: &Word<'_>| matches!(word.lower.as_str(), "i" | "my" | "me");
        if parse.quoted.get(at).copied().unwrap_or(false) || parse.words.iter().any(single) {
            return None;
        }
        let is_body = |subject: SubjectId| {
            index.all_twins(subject).iter().any(|&subject| {
                let kinds = &book.subjects[subject.0 as usize].kind;
                index.is_body(subject) || kinds.iter().any(|kind| lexicon::is_organisation(kind))
            })
        };
        let mut bodies = self.n_named.keys().copied().chain(self.topic).filter(|&it| is_body(it));
        let first = bodies.next()?;
        bodies.all(|other| other == first).then_some(first)
    }

    /// "his Indian counterpart" alone: whoever was introduced so.
    pub(super) fn counterpart(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        at: usize,
    ) -> Option<SubjectId> {
        let country = country_before(parse, sentence, at);
        self.counterparts
            .iter()
            .rev()
            .find(|(known, _)| *known == country)
            .map(|&(_, subject)| subject)
    }

    /// The one person before a pronoun; `Err` when nobody was named.
    fn person_among(
        &self,
        before: &[SubjectId],
        persons: impl Fn(&SubjectId) -> bool,
    ) -> Result<Option<SubjectId>, ()> {
        let mut here = before.iter().copied().filter(&persons);
        if let Some(first) = here.next() {
            return Ok(here.all(|other| other == first).then_some(first));
        }
        let mut named = false;
        for (back, traces) in self.sentences.iter().rev().take(2).enumerate() {
            let topics = traces.iter().filter(|trace| trace.topic && persons(&trace.subject));
            let all = traces.iter().filter(|trace| persons(&trace.subject));
            named |= all.clone().next().is_some();
            // "Carl Holm taught him. He": the last sentence was about somebody else.
            if back == 0 && self.named_first && topics.clone().next().is_none() {
                return Ok(None);
            }
            if let Some(subject) = sole(topics).or_else(|| sole(all)) {
                return Ok(Some(subject));
            }
        }
        if named { Ok(None) } else { Err(()) }
    }
}

/// "HMS Marl", "USS Orm".
fn is_ship(names: &[String]) -> bool {
    const PREFIXES: &[&str] = &[
        "HMS", "USS", "SMS", "RMS", "SS", "MS", "MV", "HMAS", "HMCS", "HMNZS", "INS", "USNS", "RV",
    ];
    names
        .iter()
        .any(|name| name.split_once(' ').is_some_and(|(first, _)| PREFIXES.contains(&first)))
}

/// "Her younger sister, Ama, ran until she retired": the relative that the sentence is about.
fn is_of_relative(parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
    const LONGEST: usize = 4;
    let start = sentence.range.start;
    let lower = |at: usize| parse.words[at].lower.as_str();
    let Some(verb) = sentence.verbs.first().map(|verb| verb.range.start) else { return false };
    let kin = (start + 1..(start + LONGEST).min(verb)).any(|i| lexicon::is_relation(lower(i)));
    matches!(lower(start), "his" | "her" | "their" | "my" | "our") && kin && at > verb
}

/// "X, whose": the name right before.
pub(super) fn possessor(
    parse: &Parse<'_>,
    sentence: &Sentence,
    named: &[Mention],
    at: usize,
) -> Option<SubjectId> {
    let near = |mention: &&Mention| {
        mention.words.start >= sentence.range.start
            && (mention.words.end == at || mention.words.end + 1 == at)
    };
    // "Pennard, the company based in Lund, whose revenue": past an aside to the name.
    let aside = || {
        let word = |at: usize| parse.words.get(at).map_or("", |word| word.lower.as_str());
        let apposed = |mention: &&Mention| {
            let end = mention.words.end;
            sentence.range.contains(&mention.words.start)
                && end < at
                && word(end) == ","
                && matches!(word(end + 1), "the" | "a" | "an")
                && at - end <= 10
                && at > 0
                && word(at - 1) == ","
        };
        named.iter().rev().find(|mention| mention.words.end <= at).filter(apposed)
    };
    named.iter().find(near).or_else(aside).map(|mention| mention.subject)
}

/// Whether a mention is "we" or "our": "it" never takes it up.
pub(super) fn is_voice(parse: &Parse<'_>, mention: &Mention) -> bool {
    mention.words.len() == 1
        && matches!(parse.words[mention.words.start].lower.as_str(), "we" | "our")
}

/// The things a pronoun may mean by their place alone: those before the semicolon it follows ("They
/// took X over; it was sold"), those of its own clause for "its" ("worked on X from its launch"), and
/// for "it" what nothing else beside could be meant by ("Work on X began, and it was opened").
pub(super) fn near<'m>(
    parse: &Parse<'_>,
    sentence: &Sentence,
    before: &[&'m Mention],
    at: usize,
) -> Vec<&'m Mention> {
    // "before the hotel nearby burned; it": what a verb is said of right before is meant at least as well.
    let acts = |i: usize| {
        parse.tags[i] == Tag::Noun
            && parse.tags[i + 1] == Tag::Verb
            && before.iter().any(|mention| mention.words.end < i)
    };
    if at > sentence.range.start && parse.words[at - 1].raw == ";" && !before.is_empty() {
        // "His film, about the strike at X, drew thousands; it made €2 million"
        let governed = |mention: &&Mention| {
            let first = mention.words.start;
            let the = usize::from(first > 0 && parse.words[first - 1].lower == "the");
            first > the && parse.tags[first - 1 - the] == Tag::Preposition
        };
        let owned = matches!(
            parse.words[sentence.range.start].lower.as_str(),
            "his" | "her" | "their" | "my" | "our" | "a" | "an"
        );
        if owned && before.iter().all(governed) {
            return Vec::new();
        }
        let rival = (sentence.range.start..at - 1).any(acts);
        return if rival { Vec::new() } else { before.to_vec() };
    }
    let clause = sentence.clause_of(at);
    let here = |m: &&&Mention| sentence.clause_of(m.words.start) == clause;
    let lower = parse.words[at].lower.as_str();
    let all = match lower {
        // "She wrote to X and dismissed its director"
        "its" => !before.iter().any(|it| here(&it)) && is_only_thing(parse, sentence, before, at),
        "it" => is_alone(parse, sentence, before, at) || is_inscribed(parse, sentence, before, at),
        _ => false,
    };
    let owns = |it: &&&Mention| here(it) && !is_of_group(parse, sentence, it);
    match lower {
        _ if all => before.to_vec(),
        "its" => before.iter().filter(owns).copied().collect(),
        _ => Vec::new(),
    }
}

/// "A plaque at X says that it was opened", "A report on X puts it at": what is read there is said of X.
fn is_inscribed(parse: &Parse<'_>, sentence: &Sentence, before: &[&Mention], at: usize) -> bool {
    let lower = |at: usize| parse.words[at].lower.as_str();
    let Some(verb) = sentence.verbs.iter().find(|verb| !verb.passive) else { return false };
    let said = verb.range.end <= at
        && (lexicon::reporting_verb(lower(verb.head)) || lexicon::prints(lower(verb.head)));
    let mut nouns = sentence.range.start..verb.range.start;
    let noun = nouns.find(|&at| lexicon::is_inscription(lower(at)));
    said && noun.is_some_and(|noun| {
        before.iter().all(|it| noun < it.words.start && it.words.end <= verb.range.start)
            && (sentence.range.start..noun).all(|at| parse.tags[at] != Tag::Name)
    })
}

/// "The youth wing of X held its third meeting": "its" is the wing's.
fn is_of_group(parse: &Parse<'_>, sentence: &Sentence, mention: &Mention) -> bool {
    let lower = |at: usize| parse.words[at].lower.as_str();
    let start = mention.words.start;
    let the = usize::from(start > sentence.range.start && lower(start - 1) == "the");
    let Some(of) = start.checked_sub(1 + the).filter(|&at| at > sentence.range.start) else {
        return false;
    };
    lower(of) == "of"
        && matches!(
            lower(of - 1),
            "wing"
                | "branch"
                | "arm"
                | "subsidiary"
                | "division"
                | "offshoot"
                | "successor"
                | "rival"
        )
}

/// Whether no noun before an "it" that a verb is said of could be meant but those mentioned: "we have
/// played at X since it was opened". What is done to a thing is not what is opened.
fn is_alone(parse: &Parse<'_>, sentence: &Sentence, before: &[&Mention], at: usize) -> bool {
    let start = sentence.range.start;
    let Some(verb) = sentence.verbs.iter().find(|verb| verb.range.start > at) else { return false };
    let leads = (at + 1..verb.range.start).all(|i| parse.tags[i] == Tag::Adverb)
        && sentence.clauses[sentence.clause_of(at)].start > start;
    leads && is_only_thing(parse, sentence, before, at)
}

/// Whether every noun before a word that names a single thing is mentioned.
fn is_only_thing(parse: &Parse<'_>, sentence: &Sentence, before: &[&Mention], at: usize) -> bool {
    let start = sentence.range.start;
    let mentioned = |i: usize| before.iter().any(|mention| mention.words.contains(&i));
    let meant = |i: usize| {
        let lower = parse.words[i].lower.as_str();
        let plural = lower.ends_with('s') && !lower.ends_with("ss");
        let common = plural
            || matches!(lower, "year" | "month" | "week" | "day" | "morning" | "evening" | "time")
            || lexicon::is_person_noun(lower)
            || lexicon::is_doing(lower);
        match parse.tags[i] {
            _ if parse.is_value(i) => false,
            // "every working day"
            Tag::Noun => !(common || i + 1 < at && parse.tags[i + 1] == Tag::Noun),
            Tag::Name => !(common && i == start),
            _ => false,
        }
    };
    !(start..at).any(|i| !mentioned(i) && meant(i))
}

/// The pronoun for a thing that "it" takes up again: the last before it, "we" left out.
pub(super) fn again<'m>(parse: &Parse<'_>, found: &'m [Mention], at: usize) -> Option<&'m Mention> {
    let pronoun = |m: &&Mention| m.kind == MentionKind::Pronoun && !m.person && m.words.end <= at;
    found.iter().rev().filter(|m| !is_voice(parse, m)).find(pronoun)
}

/// Whether a pronoun stands for persons.
pub(super) fn is_personal(lower: &str) -> bool {
    matches!(lower, "he" | "she" | "his" | "her" | "him")
}

/// Pronouns are resolved after the definite phrases they may refer to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    Definites,
    Pronouns,
}

pub(super) fn passes(sentence: &Sentence) -> impl Iterator<Item = (Pass, usize)> {
    let definites = sentence.range.clone().map(|at| (Pass::Definites, at));
    definites.chain(sentence.range.clone().map(|at| (Pass::Pronouns, at)))
}

/// "X carried Ada Rook", "X sailed with Ada Rook": two words of a name, whom a verb or "with" has.
pub(super) fn names_person(parse: &Parse<'_>, sentence: &Sentence, mentions: &[Mention]) -> bool {
    let strange = |at: usize| sentence.range.contains(&at) && is_strange_name(parse, mentions, at);
    let had = |at: usize| {
        parse.tags[at] == Tag::Verb || matches!(parse.words[at].lower.as_str(), "with" | "and")
    };
    (sentence.range.start + 1..sentence.range.end)
        .any(|at| had(at - 1) && strange(at) && strange(at + 1) && !strange(at + 2))
}
