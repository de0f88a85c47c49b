//! What a block, or the article on the whole, is about.

use super::index::Index;
use super::mention::{Mention, MentionKind};
use super::nearer::is_introduced;
use super::parse::{Parse, Sentence, Tag};
use super::reference::Memory;
use crate::rules::SubjectId;
use crate::source::Span;

/// How many sentences back in the blocks before a sentence may go on.
const NEAR: usize = 2;

impl Memory {
    /// A new block, or a head, under a head that names `section`.
    pub(crate) fn begin_block(
        &mut self,
        section: &[(SubjectId, Span)],
        is_head: bool,
        index: &Index,
    ) {
        self.n_here = 0;
        self.in_head = is_head;
        self.strayed &= !is_head;
        self.things_since &= !is_head;
        let mut subjects = section.iter().map(|&(subject, _)| index.twin(subject));
        let first = subjects.next();
        self.topic = first.filter(|&first| subjects.all(|other| other == first));
        if section.is_empty() {
            self.topic = self.lead.filter(|&lead| self.leads(lead));
        }
    }

    /// What a sentence may be about although it does not say so: the topic, what its section names, and
    /// what the sentences before it in this block were about.
    pub(crate) fn scope(&self, section: &[(SubjectId, Span)], index: &Index) -> Vec<SubjectId> {
        let before = self.sentences.iter().rev().take(self.n_here.max(NEAR));
        let before = before.flatten().map(|trace| trace.subject);
        let above = section.iter().map(|&(subject, _)| index.twin(subject));
        let mut scope: Vec<SubjectId> = self.topic.into_iter().chain(above).chain(before).collect();
        scope.sort_unstable();
        scope.dedup();
        scope.into_iter().flat_map(|subject| index.twins_of(subject)).collect()
    }

    /// Another noun phrase before the pronoun could be what it means.
    pub(super) fn rival_before(&self, parse: &Parse<'_>, sentence: &Sentence, at: usize) -> bool {
        let clause = sentence.clause_of(at);
        let before: Vec<usize> = (sentence.range.start..at)
            .filter(|&i| sentence.clause_of(i) == clause && parse.tags[i].is_nominal())
            .filter(|&i| !parse.is_value(i))
            .collect();
        let crowded = before.iter().any(|&i| parse.tags[i] == Tag::Noun) && before.len() > 3;
        crowded || is_introduced(parse, sentence, at)
    }

    /// Whether a subject is the topic, or was spoken of not long ago.
    pub(super) fn knows(&self, subject: SubjectId) -> bool {
        let mut traces = self.sentences.iter().flatten();
        self.topic == Some(subject) || traces.any(|trace| trace.subject == subject)
    }

    /// The topic, while nothing else was spoken of under its head.
    pub(super) fn only_topic(&self) -> Option<SubjectId> {
        self.topic.filter(|_| !self.strayed)
    }

    /// Whether a subject is named three times at least, and as often as all others together.
    fn leads(&self, subject: SubjectId) -> bool {
        const TIMES: usize = 3;
        let own = self.n_named.get(&subject).copied().unwrap_or(0);
        own >= TIMES && 2 * own >= self.n_named.values().sum::<usize>()
    }

    /// Counts how often each subject is named.
    pub(super) fn count(&mut self, mentions: &[Mention], index: &Index) {
        for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let subject = index.twin(mention.subject);
            let times = self.n_named.entry(subject).or_insert_with(|| {
                self.far_called.take();
                0
            });
            *times += 1;
            let times = *times;
            if self.lead.is_none_or(|lead| times >= self.n_named[&lead]) {
                self.lead = Some(subject);
            }
        }
    }
}

/// "X, a columnar database." at the head of an entry: what the labels after it are of.
pub(crate) fn entry(sentence: &Sentence, named: &[Mention]) -> Option<Vec<(SubjectId, Span)>> {
    let here = |mention: &&Mention| sentence.range.contains(&mention.words.start);
    let first = named.iter().find(here)?;
    let opens = first.words.start <= sentence.range.start + 1 && first.kind == MentionKind::Name;
    let one = named.iter().filter(here).all(|mention| mention.words == first.words);
    let same = |mention: &&Mention| mention.words == first.words;
    (opens && one && sentence.verbs.is_empty())
        .then(|| named.iter().filter(same).map(|it| (it.subject, it.span)).collect())
}
