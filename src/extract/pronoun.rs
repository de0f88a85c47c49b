//! Persons behind "he" and "she", and the owner behind "whose".

use super::antecedent::{cataphor, country_before};
use super::index::Index;
use super::mention::Mention;
use super::parse::{Parse, Sentence, Tag};
use super::reference::{Memory, sole};
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
        let known = |subject: &SubjectId| {
            index.all_twins(*subject).iter().any(|subject| index.persons.contains(subject))
        };
        let likely = |subject: &SubjectId| index.may_be_person(book, *subject);
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

    /// "they": the band, club or party that the last sentence was about.
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
        // Somebody else may be many: another name or a plural before it in its own sentence.
        let rivals = (sentence.range.start..at).any(|i| {
            parse.tags[i] == Tag::Name && !parse.is_value(i)
                || parse.tags[i] == Tag::Noun && parse.words[i].lower.ends_with('s')
        });
        let here = named.iter().any(|mention| {
            sentence.range.contains(&mention.words.start) && mention.words.end <= at
        });
        if rivals || here {
            return None;
        }
        let last = self.sentences.last()?;
        sole(last.iter().filter(|trace| trace.topic)).filter(|&subject| is_group(subject))
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
        for traces in self.sentences.iter().rev().take(2) {
            let topics = traces.iter().filter(|trace| trace.topic && persons(&trace.subject));
            let all = traces.iter().filter(|trace| persons(&trace.subject));
            named |= all.clone().next().is_some();
            if let Some(subject) = sole(topics).or_else(|| sole(all)) {
                return Ok(Some(subject));
            }
        }
        if named { Ok(None) } else { Err(()) }
    }
}

/// "X, whose": the name right before.
pub(super) fn possessor(sentence: &Sentence, named: &[Mention], at: usize) -> Option<SubjectId> {
    let near = |mention: &&Mention| {
        mention.words.start >= sentence.range.start
            && (mention.words.end == at || mention.words.end + 1 == at)
    };
    named.iter().find(near).map(|mention| mention.subject)
}

/// Whether a mention is "we" or "our": "it" never takes it up.
pub(super) fn is_voice(parse: &Parse<'_>, mention: &Mention) -> bool {
    mention.words.len() == 1
        && matches!(parse.words[mention.words.start].lower.as_str(), "we" | "our")
}
