//! From a document and the facts to claims: mentions, cues, pairing by structure, stance.
//!
//! The story of an article is [`Extractor::claims`]: names first, and only in blocks that name or
//! may refer to a subject the words are parsed, values read and constructions tried. This module
//! compares nothing: whether a value is right is for `judge`.

mod agent;
mod anchor;
mod antecedent;
mod apposition;
mod argument;
mod argument_noun;
pub mod claim;
mod complement;
mod context;
mod countries;
mod definite;
mod described;
mod event;
mod exclude;
mod gender;
mod heading;
mod implied;
mod index;
mod item;
mod kinds;
mod limit;
mod mention;
mod nearer;
mod nth;
mod outline;
mod pair;
mod parse;
mod part;
mod passing;
mod person;
mod pronoun;
mod rebuttal;
mod reference;
mod reported;
mod row;
mod scene;
mod setting;
mod setting_left;
mod share;
mod sight;
mod stance;
mod stranger;
mod subject;
mod table_head;
mod timeline;
mod token;
mod topic;

use std::ops::Range;

pub use claim::{Claim, Doubt, Slot, Stance, Stated, Trace};
pub use outline::{Outline, outline};
pub(crate) use pair::{CHOSEN, TAKING_OFFICE, TITLED_IN_PASSING, TOOK_OVER_FROM};
pub use sight::{Gap, Sight, Sighted, Signal};

use context::{Context, HeadDates};
use countries::Countries;
use index::Index;
use mention::{Aliases, Mention};
use parse::{Parse, Sentence};
use reference::Memory;
use scene::{Draft, Scene};
use setting::Setting;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::document::{Block, BlockKind, Document};
use crate::rules::{FactBook, FactId, SubjectId};
use crate::source::Span;

/// Finds claims; built once for a book of facts, used from any thread.
#[derive(Debug)]
pub struct Extractor {
    index: Index,
}

/// What an article says of the facts.
#[derive(Debug, Default)]
pub struct Extraction {
    /// Its claims, in order of place.
    pub claims: Vec<Claim>,
    /// Where it names or refers to subjects, in the source.
    pub mentions: Vec<(SubjectId, Span)>,
}

/// How many titles of an article may speak for its blocks.
const TITLES: usize = 3;

impl Extractor {
    /// Compiles the names and cues of a book.
    pub fn new(book: &FactBook) -> Self {
        Self { index: Index::new(book) }
    }

    /// The claims of an article.
    pub fn claims(&self, document: &Document, book: &FactBook) -> Extraction {
        self.run(document, book, None).0
    }

    /// The sentence at an offset of the source; nothing where none can be about a fact.
    pub fn sight(&self, document: &Document, book: &FactBook, offset: usize) -> Option<Sight> {
        self.run(document, book, Some(offset)).1
    }

    fn run(
        &self,
        document: &Document,
        book: &FactBook,
        watched: Option<usize>,
    ) -> (Extraction, Option<Sight>) {
        let countries = Countries::of(document);
        let mut run = Run {
            extractor: self,
            document,
            book,
            aliases: Aliases::default(),
            memory: Memory::default(),
            named: vec![Vec::new(); document.blocks.len()],
            titles: Vec::new(),
            carry: false,
            head_dates: HeadDates::default(),
            of_offices: Vec::new(),
            asked: Vec::new(),
            strange_heads: FxHashMap::default(),
            countries: &countries,
            seen: FxHashSet::default(),
            extraction: Extraction::default(),
            watched,
            sight: None,
        };
        (0..document.blocks.len()).for_each(|index| run.block(index));
        let mut extraction = run.extraction;
        let place = |claim: &Claim| (claim.slots[0].span, claim.fact);
        // Sorting takes memory even where nothing is out of order.
        if !extraction.claims.is_sorted_by_key(place) {
            extraction.claims.sort_by_key(place);
        }
        (extraction, run.sight)
    }
}

/// One pass over an article.
struct Run<'a> {
    extractor: &'a Extractor,
    document: &'a Document,
    book: &'a FactBook,
    aliases: Aliases,
    memory: Memory,
    named: Vec<Vec<(SubjectId, Span)>>,
    /// The headings of the first level so far: the article's title among them.
    titles: Vec<usize>,
    /// The last block mentioned a subject: "it" may still mean it.
    carry: bool,
    head_dates: HeadDates,
    /// The heads that name an office of a subject's.
    of_offices: Vec<usize>,
    /// What the last question asks for.
    asked: Vec<pair::Asked>,
    /// Whether a head names something that no fact is about, as far as asked.
    strange_heads: FxHashMap<usize, bool>,
    countries: &'a Countries<'a>,
    /// The facts and places already claimed.
    seen: FxHashSet<(FactId, Span)>,
    extraction: Extraction,
    /// The offset whose sentence is taken down.
    watched: Option<usize>,
    sight: Option<Sight>,
}

impl Run<'_> {
    fn block(&mut self, at: usize) {
        let block = &self.document.blocks[at];
        let matches = mention::names(&block.text, &self.extractor.index, &self.aliases);
        let (titles, named, strange) = (&self.titles, &self.named, &mut self.strange_heads);
        let mut context = Context::of(self.document, at, titles, named, strange);
        let is_title = matches!(block.kind, BlockKind::Heading(level) if level <= 1);
        if is_title && self.titles.len() < TITLES {
            self.titles.push(at);
        }
        let silent = matches.is_empty()
            && !self.carry
            && context.is_silent()
            && !self.memory.may_be_meant(&block.text, self.book);
        self.carry = !matches.is_empty();
        if silent || block.text.trim().is_empty() {
            return;
        }
        context.find_heads(self.document, at, &self.named);
        context.find_date(self.document, at, &mut self.head_dates);
        let spans: Vec<Span> = matches.iter().map(|hit| hit.span).collect();
        let mut parse = Parse::new(&block.text, &spans);
        let named = mention::mentions(&parse, &matches, &self.extractor.index, self.book);
        mention::learn(&parse, &named, &self.extractor.index, &mut self.aliases);
        // What heads a sheet is its page's subject, but "Secretary-General of X" is about the office.
        let is_head = matches!(block.kind, BlockKind::Heading(_));
        let heads = is_head || matches!(block.kind, BlockKind::Cell { .. });
        if heads && named.iter().any(|it| stranger::is_of_office(&parse, it)) {
            self.of_offices.push(at);
        }
        let own = named.iter().filter(|it| !stranger::is_longer(&parse, it, self.book));
        self.named[at] = own.map(|m| (m.subject, block.source_span(m.span))).collect();
        self.memory.begin_block(&context.section, is_head, &self.extractor.index);
        let led = timeline::led_by(&mut parse, block).filter(|_| context.date.is_none());
        for place in 0..parse.sentences.len() {
            let range = parse.sentences[place].clone();
            if place == 1 && led.is_some() {
                context.date.clone_from(&led);
            }
            let here = inside(&named, &range, |mention| mention.words.start);
            let told = !context.is_silent() || !context.entry.is_empty();
            let is_open = !here.is_empty() || !self.asked.is_empty() || told;
            if !is_open && self.passes_over(&parse, &range) {
                continue;
            }
            let sentence = parse.open(place);
            self.sentence(at, block, &context, &parse, &sentence, &named);
            if place == 0
                && let Some(subjects) = topic::entry(&sentence, &named)
            {
                let own = |&(subject, span)| (subject, block.source_span(span));
                context.entry = subjects.iter().map(own).collect();
            }
        }
    }

    /// Whether a sentence without names says nothing of any subject; it is then remembered as such.
    fn passes_over(&mut self, parse: &Parse<'_>, range: &Range<usize>) -> bool {
        let index = &self.extractor.index;
        if self.memory.knows_nothing() {
            return true;
        }
        let words = &parse.words[range.clone()];
        let refers =
            self.memory.may_be_meant_by(words, index, self.book) || self.memory.may_go_on(words);
        let long = range.len() > 3;
        let passed = !(refers || long && !passing::is_plain(parse, range));
        if passed && long {
            self.memory.pass(words);
        }
        passed
    }

    #[allow(clippy::too_many_arguments)]
    fn sentence(
        &mut self,
        at: usize,
        block: &Block,
        context: &Context,
        parse: &Parse<'_>,
        sentence: &Sentence,
        named: &[Mention],
    ) {
        let named = inside(named, &sentence.range, |mention| mention.words.start);
        let index = &self.extractor.index;
        let mut mentions: Vec<Mention> = named.to_vec();
        mentions.extend(self.memory.resolve(parse, sentence, named, index, self.book));
        mentions.extend(part::mentions(parse, sentence, &mentions, &self.memory, index));
        mentions.extend(implied::owners(parse, sentence, &mentions, &self.memory, index));
        let is_item = block.kind == BlockKind::Item || context.cell && context.date.is_some();
        mentions.extend(implied::unsaid(parse, sentence, is_item, context, index));
        if block.kind == BlockKind::Item {
            mentions.extend(item::owners(parse, sentence, &mentions, context, index));
        }
        mentions.retain(|mention| {
            let genders = &self.memory.genders;
            !(stranger::is_namesake(parse, sentence, mention, self.book)
                || genders.is_namesake(parse, sentence, mention, index))
        });
        mentions.sort_by_key(|mention| mention.words.start);
        let focus = self.memory.focus(|_| true, |subject| index.is_body(subject));
        let is_focus_alone = !self.memory.names_other;
        let scope = self.memory.scope(&context.section, index);
        self.memory.remember(parse, sentence, &mentions, index, self.book);
        let asked = std::mem::take(&mut self.asked);
        if mentions.is_empty() && context.is_silent() && scope.is_empty() && asked.is_empty() {
            return;
        }
        let values = parse.values_at(sentence.range.start);
        self.extraction
            .mentions
            .extend(mentions.iter().map(|m| (m.subject, block.source_span(m.span))));
        let subject = |m: &Mention| &self.book.subjects[m.subject.0 as usize];
        let settings =
            mentions.iter().map(|m| Setting::of(parse, sentence, m, subject(m))).collect();
        let events = event::events(parse, sentence, &mentions, index);
        let scene = Scene {
            book: self.book,
            index,
            block,
            context,
            parse,
            sentence,
            mentions,
            settings,
            events,
            values: share::as_percentages(parse, values),
            focus,
            is_focus_alone,
            scope,
            asked: &asked,
            rebutted_from: rebuttal::rebutted_from(
                parse,
                sentence,
                self.document.blocks.get(at + 1),
            ),
            countries: self.countries,
            dated_above: context.date.is_some() || timeline::is_led(parse, sentence, block),
        };
        self.take_down(at, &scene);
    }

    fn take_down(&mut self, at: usize, scene: &Scene<'_>) {
        let (range, kind) = (&scene.sentence.range, scene.block.kind);
        let whole = scene.source(scene.span(range)).range();
        let is_watched = self.watched.is_some_and(|it| whole.contains(&it));
        let n_claims = self.extraction.claims.len();
        self.sight = is_watched.then(|| Sight::of(scene)).or(self.sight.take());
        // "A." before an answer is a sentence of its own.
        let waits = range.len() <= 2 && matches!(scene.lower(range.start), "a" | "ans" | "answer");
        let is_head = matches!(kind, BlockKind::Heading(_));
        self.asked = if waits { scene.asked.to_vec() } else { pair::asked(scene, is_head) };
        for draft in pair::drafts(scene) {
            self.claim(at, scene, draft);
        }
        if let Some(sight) = self.sight.as_mut().filter(|_| is_watched) {
            sight.claims = self.extraction.claims[n_claims..].to_vec();
        }
    }

    fn claim(&mut self, at: usize, scene: &Scene<'_>, mut draft: Draft) {
        draft.times.extend(reported::year_above(self.document, &self.titles, scene, &draft));
        let Some(first) = draft.slots.first() else { return };
        if self.seen.contains(&(draft.fact, first.1)) {
            return;
        }
        if exclude::is_excluded(self.document, scene, &draft) {
            let own = self.sight.as_mut().filter(|sight| sight.span.contains(first.1));
            own.into_iter().for_each(|sight| sight.excluded.push((draft.fact, first.1)));
            return;
        }
        if heading::is_told_of_office(scene, &draft, &self.of_offices) {
            return;
        }
        let own = &draft.slots[..draft.given.unwrap_or(draft.slots.len())];
        self.seen.extend(own.iter().map(|slot| (draft.fact, slot.1)));
        let word = scene.value_word(&draft);
        let stance = stance::stance(scene, &draft, word);
        let limited = limit::is_limited(scene, &draft, word)
            || reported::is_of_part(self.document, &self.titles, scene, &draft);
        if limited && draft.doubt == Some(Doubt::Loose) {
            return;
        }
        let doubt = limit::doubt(scene, &draft, word, limited);
        let claim = Claim {
            fact: draft.fact,
            subject: draft.subject,
            sentence: scene.source(scene.span(&scene.sentence.range)),
            stance,
            tense: stance::tense(scene, &draft, stance),
            anchors: anchor::anchors(self.document, at, &draft, scene),
            told: anchor::told(self.document, at, &draft, scene),
            frame: timeline::frame(scene, &draft),
            quoted: scene.parse.quoted.get(word).copied().unwrap_or(false),
            doubt: draft.doubt.or(doubt),
            trace: Trace {
                construction: draft.construction,
                cue: draft.cue.as_ref().map(|words| scene.source(scene.span(words))),
                referred: scene.is_only_referred(&draft),
            },
            slots: draft
                .slots
                .into_iter()
                .enumerate()
                .map(|(place, (column, span, stated))| {
                    let given = draft.given.is_some_and(|first| place >= first);
                    Slot { column, span, stated, given }
                })
                .collect(),
            times: draft.times,
            dated: draft.dated,
            former: draft.former,
            still: draft.still,
        };
        self.extraction.claims.push(claim);
    }
}

/// The items of a list, in order of place, that start in a sentence.
fn inside<'l, T>(list: &'l [T], range: &Range<usize>, start: impl Fn(&T) -> usize) -> &'l [T] {
    let from = list.partition_point(|item| start(item) < range.start);
    let to = list.partition_point(|item| start(item) < range.end);
    &list[from..to]
}
