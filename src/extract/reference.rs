//! References: "it", "he", "the pact", "the former". Each resolves to the nearest fitting
//! antecedent, or to nothing when two fit equally well.

use std::cell::OnceCell;

use super::antecedent::{
    cataphor, has_common_subject, has_strange_topic, introduced_as_counterpart, is_central,
    is_expletive, is_subject, is_topic,
};
use super::definite::{is_of_other_year, is_telegraphic};
use super::gender::Genders;
use super::index::Index;
use super::kinds;
use super::mention::{Mention, MentionKind, referring};
use super::nearer::{
    is_head_of, is_of_fronted, is_of_neighbour, is_of_stranger_before, of_relative, tells_which,
};
use super::nth;
use super::parse::{ClauseKind, Parse, Sentence, Tag};
use super::passing::{Called, KnownInitials};
use super::pronoun::{Pass, again, is_personal, is_voice, names_person, near, passes, possessor};
use super::stranger::{
    begins_with_person, begins_with_possessor, brings_nothing, goes_on, leads_on, likens,
    stranger_kinds,
};
use super::token::{is_strange_name, is_writer};
use crate::rules::{FactBook, SubjectId};
use crate::text::Word;
use rustc_hash::{FxHashMap, FxHashSet};

/// What earlier sentences were about.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// Subjects of the last sentences, newest last.
    pub(super) sentences: Vec<Vec<Trace>>,
    /// Who was introduced as the counterpart from a country.
    pub(super) counterparts: Vec<(Option<&'static str>, SubjectId)>,
    /// The last sentence was about a name that is no subject.
    stranger: bool,
    /// The next "it" means what the last sentence was about or brought in, which is no subject.
    it_is_other: bool,
    /// The last sentence names something that is no subject.
    pub(super) names_other: bool,
    /// The last sentence names somebody who is no subject: a given name and a surname.
    names_person: bool,
    /// The last sentence was about another thing or person, known or not by its name, or brought one in.
    pub(super) rival: bool,
    /// The last sentence begins with a person's name that is no subject.
    pub(super) named_first: bool,
    /// The last sentence begins with what belongs to a name that is no subject: "Prado's board".
    pub(super) of_other: bool,
    /// For how many sentences more "the sixth" may be one of the series that was counted.
    pub(super) numbered: usize,
    /// The last sentence has a semicolon.
    in_parts: bool,
    /// What the strange names in each of the sentences call themselves: "bridge".
    pub(super) stranger_kinds: Vec<Vec<String>>,
    /// What the article has called its subjects.
    pub(super) kinds: Vec<(SubjectId, String)>,
    /// Something else than the topic was spoken of since the head that names it.
    pub(super) strayed: bool,
    /// A sentence since that head had another thing for its subject: "my uncle", "the café".
    pub(super) things_since: bool,
    /// The block is a head.
    pub(super) in_head: bool,
    /// How many of the sentences stand in this block.
    pub(super) n_here: usize,
    /// The one subject that the block's section or the title names, or the article mostly.
    pub(super) topic: Option<SubjectId>,
    /// All that strange names of the article call themselves.
    pub(super) all_stranger_kinds: FxHashSet<String>,
    /// How often each subject was named.
    pub(super) n_named: FxHashMap<SubjectId, usize>,
    /// What those may be called, until another is named.
    pub(super) far_called: OnceCell<Called>,
    pub(super) initials: KnownInitials,
    /// The subject named most often.
    pub(super) lead: Option<SubjectId>,
    /// Who is a man, who a woman.
    pub(super) genders: Genders,
}

/// A mention remembered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    pub(super) subject: SubjectId,
    /// It was what its sentence was about: the subject of the main clause.
    pub(super) topic: bool,
    /// It was a reference itself.
    chained: bool,
    /// It was an object, or what a noun was of: "its" may mean it.
    central: bool,
}

/// How many kinds are kept of an article.
const MOST_KINDS: usize = 200;

/// How many sentences back "the pact" may reach.
const DEFINITE_REACH: usize = 6;

impl Memory {
    /// What a sentence was about, for the references after it.
    pub(crate) fn remember(
        &mut self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        mentions: &[Mention],
        index: &Index,
        book: &FactBook,
    ) {
        // "Released in 1996." goes on about what was spoken of.
        let fragment = parse.tags[sentence.range.start] == Tag::Verb || sentence.verbs.is_empty();
        let words = &parse.words[sentence.range.clone()];
        if mentions.is_empty() && (fragment || brings_nothing(words)) {
            return;
        }
        self.count(mentions, index);
        self.genders.note(parse, mentions, index);
        for (subject, kind) in kinds::told(parse, sentence, mentions, book) {
            let told = (index.twin(subject), kind);
            if !self.kinds.contains(&told) && self.kinds.len() < MOST_KINDS {
                self.kinds.push(told);
            }
        }
        let traces = mentions
            .iter()
            .filter(|mention| sentence.range.contains(&mention.words.start))
            .filter(|mention| !is_voice(parse, mention))
            .map(|mention| Trace {
                subject: index.twin(mention.subject),
                topic: is_topic(parse, sentence, mention, book),
                chained: mention.kind != MentionKind::Name
                    && !tells_which(parse, sentence, mention),
                central: is_central(parse, sentence, mention, book)
                    && !tells_which(parse, sentence, mention),
            })
            .collect();
        self.push(traces, stranger_kinds(parse, mentions, sentence.range.clone()));
        let stranger = has_strange_topic(parse, sentence, mentions);
        if mentions.iter().any(|mention| nth::is_numbered(parse, mention)) {
            self.numbered = nth::REACH;
        }
        self.it_is_other = goes_on(parse, sentence, mentions);
        let other = |mention: &Mention| Some(index.twin(mention.subject)) != self.topic;
        self.strayed |= !self.in_head && (stranger || mentions.iter().any(other));
        self.things_since |= !self.in_head && has_common_subject(parse, sentence, mentions);
        // Nothing asks for it after a sentence about nothing known.
        self.stranger = !mentions.is_empty() && stranger;
        self.rival = leads_on(parse, sentence, mentions);
        self.named_first = begins_with_person(parse, sentence, mentions);
        self.names_other = !mentions.is_empty()
            && sentence.range.clone().any(|at| is_strange_name(parse, mentions, at));
        self.names_person = self.names_other && names_person(parse, sentence, mentions);
        self.of_other = mentions.is_empty() && begins_with_possessor(words);
        self.in_parts = sentence.range.clone().any(|at| parse.words[at].raw == ";");
        for mention in mentions {
            if sentence.range.contains(&mention.words.start)
                && mention.kind == MentionKind::Name
                && let Some(country) = introduced_as_counterpart(parse, sentence, mention)
            {
                self.counterparts.retain(|(known, _)| *known != country);
                self.counterparts.push((country, mention.subject));
            }
        }
    }

    /// A sentence that is about nothing known.
    pub(super) fn pass(&mut self, words: &[Word<'_>]) {
        if brings_nothing(words) {
            return;
        }
        self.push(Vec::new(), Vec::new());
        self.of_other = begins_with_possessor(words);
        (self.stranger, self.rival, self.named_first) = (false, false, false);
        self.it_is_other = false;
        self.things_since = true;
    }

    fn push(&mut self, traces: Vec<Trace>, stranger_kinds: Vec<String>) {
        if self.all_stranger_kinds.len() < MOST_KINDS {
            self.all_stranger_kinds.extend(stranger_kinds.iter().cloned());
        }
        self.n_here += 1;
        self.numbered = self.numbered.saturating_sub(1);
        self.sentences.push(traces);
        self.stranger_kinds.push(stranger_kinds);
        if self.sentences.len() > DEFINITE_REACH {
            self.sentences.remove(0);
            self.stranger_kinds.remove(0);
        }
    }

    /// Whether nothing earlier could be meant by any word.
    pub(super) fn knows_nothing(&self) -> bool {
        self.counterparts.is_empty()
            && self.n_named.is_empty()
            && self.sentences.iter().all(Vec::is_empty)
    }

    /// The thing the last sentence was about, if it is the only one that `owns` what is asked for
    /// and nothing unknown was its topic.
    pub(super) fn focus(
        &self,
        thing: impl Fn(SubjectId) -> bool,
        owns: impl Fn(SubjectId) -> bool,
    ) -> Option<SubjectId> {
        let last = self.sentences.last()?;
        let owner = sole(last.iter().filter(|trace| thing(trace.subject) && owns(trace.subject)))?;
        let topic = last.iter().any(|trace| trace.subject == owner && trace.topic);
        let alone = last.iter().all(|trace| trace.subject == owner || !thing(trace.subject));
        (topic || alone && !self.stranger).then_some(owner)
    }

    /// The references of a sentence, given its mentions by name.
    pub(crate) fn resolve(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        named: &[Mention],
        index: &Index,
        book: &FactBook,
    ) -> Vec<Mention> {
        if named.is_empty() && self.topic.is_none() && self.knows_nothing() {
            return Vec::new();
        }
        let named: &[Mention] = &named
            .iter()
            .map(|mention| Mention { subject: index.twin(mention.subject), ..mention.clone() })
            .collect::<Vec<_>>();
        let callable = OnceCell::new();
        let definite = |at| self.definite(parse, sentence, named, index, book, &callable, at);
        let mut found: Vec<Mention> = Vec::new();
        for (pass, at) in passes(sentence) {
            let lower = parse.words[at].lower.as_str();
            if (pass == Pass::Pronouns) != matches!(lower, "it" | "its")
                || named.iter().any(|mention| mention.words.contains(&at))
            {
                continue;
            }
            let one = |subject: SubjectId| (subject, at..at + 1);
            let hit = match lower {
                "they" | "their" => self.group(parse, sentence, named, book, at).map(one),
                "it" | "its" => {
                    let known: Vec<Mention> = named.iter().chain(&found).cloned().collect();
                    match again(parse, &found, at) {
                        Some(earlier) if tells_which(parse, sentence, earlier) => None,
                        Some(earlier) => {
                            (!likens(parse, sentence, earlier.words.end)).then_some(earlier.subject)
                        }
                        None => self.thing(parse, sentence, &known, index, book, at),
                    }
                    .map(one)
                }
                lower if is_personal(lower) => {
                    self.person(parse, sentence, named, index, book, at).map(one)
                }
                "whose" => possessor(parse, sentence, named, at).map(one),
                "we" | "our" => self.voice(parse, index, book, at).map(one),
                "the" => definite(at).or_else(|| self.nth(parse, sentence, index, book, at)),
                "this" | "that" => definite(at),
                "counterpart" | "counterparts" => self.counterpart(parse, sentence, at).map(one),
                _ if is_telegraphic(parse, sentence, at) => definite(at),
                _ => None,
            };
            let hit = hit.filter(|(it, words)| !is_of_other_year(parse, words, *it, book));
            if let Some((subject, words)) = hit {
                let mut meant = referring(parse, index, subject, &words);
                // "Prado's board met. The club", "X asked Y and Prado. The latter", "HMS Heron carried Ada Rook. She"
                let last = parse.words[words.end - 1].lower.as_str();
                let one_of = matches!(last, "former" | "latter");
                let ship = matches!(lower, "she" | "her") && !index.persons.contains(&subject);
                let unsure = words.len() > 1 && (self.of_other || one_of && self.names_other)
                    || ship && self.names_person;
                meant.iter_mut().for_each(|it| it.unsure = unsure);
                found.append(&mut meant);
            }
        }
        found
    }

    /// "it": an earlier topic of this sentence, else the topic of the last one.
    fn thing(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        named: &[Mention],
        index: &Index,
        book: &FactBook,
        at: usize,
    ) -> Option<SubjectId> {
        // "X launched it": not itself.
        let is_object = parse.words[at].lower == "it"
            && sentence.verbs.iter().any(|verb| verb.range.end == at && !verb.passive);
        let clause = |at: usize| sentence.clause_of(at);
        let binds = |it: &Mention| is_object && clause(it.words.start) == clause(at);
        let bound = |subject: SubjectId| named.iter().any(|it| it.subject == subject && binds(it));
        let things = |subject: SubjectId| {
            let mut all = index.twins_of(subject).peekable();
            all.peek().is_some()
                && !all.any(|subject| index.persons.contains(&subject))
                && !bound(subject)
        };
        if parse.words[at].lower == "it" && is_expletive(parse, sentence, at)
            || is_of_neighbour(parse, sentence, named, at)
            || is_of_fronted(parse, sentence, at)
            || is_of_stranger_before(parse, sentence, named, at)
        {
            return None;
        }
        if let Some(owner) = of_relative(parse, sentence, named, at) {
            return owner.filter(|&owner| things(owner));
        }
        let before: Vec<&Mention> = named
            .iter()
            .filter(|mention| sentence.range.contains(&mention.words.start))
            .filter(|mention| mention.words.end <= at && things(mention.subject))
            .filter(|it| !(it.kind == MentionKind::Pronoun && it.person || is_writer(parse, it)))
            .collect();
        let fronted = |mention: &Mention| {
            let clause = &sentence.clauses[sentence.clause_of(mention.words.start)];
            clause.kind == ClauseKind::Subordinate
                && clause.start <= sentence.range.start + 3
                && is_subject(parse, sentence, mention, book)
        };
        let mut topics = before
            .iter()
            .filter(|mention| is_topic(parse, sentence, mention, book) || fronted(mention))
            .peekable();
        if let Some(first) = topics.peek().map(|mention| mention.subject) {
            return topics.all(|other| other.subject == first).then_some(first);
        }
        let possessor = |mention: &&&Mention| {
            parse.tags.get(mention.words.end) == Some(&Tag::Possessive)
                || is_head_of(parse, sentence, mention, at)
        };
        if let Some(first) = before.iter().find(possessor).map(|mention| mention.subject) {
            return before.iter().all(|other| other.subject == first).then_some(first);
        }
        if let Some(ahead) = cataphor(parse, sentence, named, at)
            && things(ahead)
        {
            return Some(ahead);
        }
        let near = near(parse, sentence, &before, at);
        if let Some(first) = near.first().map(|mention| mention.subject) {
            return near.iter().all(|other| other.subject == first).then_some(first);
        }
        self.thing_before(parse, sentence, at, things)
    }

    /// "it" near the head of its sentence: the thing the last one was about.
    fn thing_before(
        &self,
        parse: &Parse<'_>,
        sentence: &Sentence,
        at: usize,
        things: impl Fn(SubjectId) -> bool,
    ) -> Option<SubjectId> {
        // "Established in 1694 to lend money, it is": the participle is said of what "it" means.
        let awaited = at > sentence.range.start
            && parse.tags[sentence.range.start] == Tag::Verb
            && parse.words[at - 1].raw == ",";
        let opens =
            awaited || at < sentence.range.start + 8 && !self.rival_before(parse, sentence, at);
        if !opens {
            return None;
        }
        let last = self.sentences.last()?;
        // "X has two; the youngest, Millrace, was founded in 2022. Its ...": another topic came after.
        if self.stranger && self.in_parts || self.rival || self.it_is_other {
            return None;
        }
        // "Ada Moss said that A had bought B. “It was founded in 1891”": of either.
        let speaks = parse.quoted[at] && !parse.quoted[sentence.range.start];
        if speaks && sole(last.iter().filter(|trace| things(trace.subject))).is_none() {
            return None;
        }
        let topics = last.iter().filter(|trace| trace.topic && things(trace.subject));
        let possessive = parse.words[at].lower == "its";
        let chained = last.iter().all(|trace| {
            let central = trace.central && (possessive || !self.stranger);
            trace.chained || central || !things(trace.subject)
        });
        sole(topics)
            .or_else(|| sole(last.iter().filter(|trace| things(trace.subject))).filter(|_| chained))
            .or_else(|| self.only_topic().filter(|&topic| !self.things_since && things(topic)))
    }
}

pub(super) fn sole<'t>(mut traces: impl Iterator<Item = &'t Trace>) -> Option<SubjectId> {
    let first = traces.next()?.subject;
    traces.all(|trace| trace.subject == first).then_some(first)
}
