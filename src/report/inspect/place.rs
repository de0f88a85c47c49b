//! One place of an article explained: what stands there, what is claimed of it, and why nothing is.

use std::fmt::Write as _;

use super::value::{SeenValue, values};
use crate::document::Block;
use crate::extract::{Claim, Doubt, Gap, Sight};
use crate::judge::{Checked, Finding, Verdict};
use crate::report::palette::{Paint, Palette};
use crate::report::{Article, Look, crop, phrase, sanitise, short};
use crate::rules::{FactBook, FactId};
use crate::source::Span;
use crate::text::suggest;
use crate::text::{sentences, words};

/// The width of the column of keys.
const KEY_WIDTH: usize = 9;

/// Columns of a text quoted in a line.
const MOST_TEXT_WIDTH: usize = 48;

/// So many facts are told of that claim nothing.
const MOST_FACTS: usize = 12;

/// Words of a name that is looked for among the names of facts.
const MOST_NAME_WORDS: usize = 5;

/// The place at a byte offset of the article. `sight` is its sentence, where one can be about a fact.
pub fn explained(
    article: &Article<'_>,
    checked: &Checked,
    sight: Option<&Sight>,
    offset: usize,
    look: Look,
) -> String {
    let palette = Palette::new(look.colour);
    let mut page = Page { article, text: String::new(), look, palette };
    let at = Span::new(offset, offset);
    let Some((index, block)) = block_at(checked, offset) else {
        page.head(&page.place(at));
        page.row(
            "here",
            "no text that is read: markup, code, a comment, a link's target, metadata",
        );
        return page.text;
    };
    let blocks = &checked.document.blocks;
    let own = values(blocks, &checked.article).swap_remove(index);
    let value = own.iter().find(|value| touches(value.span, offset));
    let mention = sight.and_then(|sight| {
        let mut own = sight.mentions.iter().filter(|mention| touches(mention.span, offset));
        own.next()
    });
    let here = value.map(|value| value.span).or(mention.map(|mention| mention.span));
    page.head(&page.place(here.unwrap_or(at)));
    let sentence = sight.map_or_else(|| sentence_at(block, offset), |sight| sight.span);
    page.row("sentence", article.source.slice(sentence));
    page.date();
    if let Some(value) = value {
        page.value(value);
    }
    if let Some(mention) = mention {
        let subject = &article.book.subjects[mention.subject.0 as usize].names[0];
        let name = page.quoted(mention.span);
        page.row("mention", &format!("{name}, of {subject}, by {}", mention.by));
    }
    let claims = page.claims(sight, sentence, here, offset);
    if claims == 0 {
        page.unclaimed(sight, &own, sentence, here);
    }
    page.text
}

struct Page<'a> {
    article: &'a Article<'a>,
    text: String,
    look: Look,
    palette: Palette,
}

impl Page<'_> {
    fn head(&mut self, place: &str) {
        let path = sanitise::on_one_line(self.article.source.name()).into_owned();
        let head = self.palette.paint(Paint::Strong, format!("{path}:{place}"));
        self.text += &format!("{head}\n");
    }

    /// A key with its value, wrapped.
    fn row(&mut self, key: &str, value: &str) {
        let room = self.look.width.saturating_sub(KEY_WIDTH + 2).max(20);
        let value = sanitise::on_one_line(value).into_owned();
        let mut key = format!("{key:KEY_WIDTH$}");
        for part in crop::wrapped(&value, room) {
            let painted = self.palette.paint(Paint::Faint, &key);
            writeln!(self.text, "  {painted}{part}").expect("a string takes all");
            key = " ".repeat(KEY_WIDTH);
        }
    }

    fn date(&mut self) {
        let date = match (self.article.findings.date, self.article.findings.inferred) {
            (Some(found), _) => format!("{} ({})", found.date, phrase::date_origin(found.from)),
            (None, Some(days)) => format!("between {} and {} (inferred)", days.first, days.last),
            (None, None) => "the article states none".into(),
        };
        self.row("date", &date);
    }

    fn value(&mut self, seen: &SeenValue) {
        let normalised = seen.value.as_deref().unwrap_or("which cannot be resolved");
        let text = self.quoted(seen.span);
        self.row("value", &format!("{text}: {} {normalised}, read as {}", seen.kind, seen.pattern));
    }

    /// The claims that have to do with a place; those of the whole sentence where the place itself
    /// is an ordinary word. How many there are.
    fn claims(
        &mut self,
        sight: Option<&Sight>,
        sentence: Span,
        here: Option<Span>,
        offset: usize,
    ) -> usize {
        let findings = self.article.findings.findings.iter();
        let own: Vec<&Finding> = findings.filter(|it| sentence.contains(it.span)).collect();
        let cue = |finding: &Finding| {
            claim_of(sight, finding).and_then(|claim| claim.trace.cue).unwrap_or_default()
        };
        let at = |finding: &&&Finding| {
            let subject = finding.subject.is_some_and(|subject| touches(subject, offset));
            touches(finding.span, offset) || subject || touches(cue(finding), offset)
        };
        let near: Vec<&Finding> = own.iter().filter(at).copied().collect();
        let shown = if near.is_empty() && here.is_none() { own } else { near };
        for finding in &shown {
            self.claim(finding, claim_of(sight, finding));
        }
        shown.len()
    }

    fn claim(&mut self, finding: &Finding, claim: Option<&Claim>) {
        let book = self.article.book;
        let fact = &book.facts[finding.fact.0 as usize];
        let reason = match finding.verdict {
            Verdict::Unjudged(reason) => format!(": {}", reason.message()),
            Verdict::Agrees | Verdict::Conflicts => String::new(),
        };
        let verdict = phrase::verdict(finding.verdict);
        let id = sanitise::on_one_line(&fact.id).into_owned();
        let painted = self.palette.paint(short::paint(finding.verdict), verdict);
        let key = self.palette.paint(Paint::Faint, format!("{:KEY_WIDTH$}", "claim"));
        writeln!(self.text, "  {key}{painted} {id}{reason}").expect("a string takes all");
        let stated = self.quoted(finding.span);
        let place = self.place(finding.span);
        self.row("", &format!("{stated} ({place}) states {}", finding.stated));
        let file = &book.files[finding.place.file as usize];
        let line_number = file.location(finding.place.span.start).line_number;
        self.row("", &format!("expected {} ({}:{line_number})", finding.expected, file.name()));
        let subject = finding.subject.map(|span| self.named("about", span));
        let cue = claim.and_then(|claim| claim.trace.cue).map(|span| self.named("cue", span));
        let linked = format!("linked by {}", finding.construction);
        let how = subject.into_iter().chain(cue).chain([linked]);
        self.row("", &how.collect::<Vec<_>>().join(", "));
        let anchors = claim.map_or(0, |claim| claim.anchors.len());
        let anchored = match anchors {
            0 => "",
            _ => ", counted from a date before it",
        };
        self.row("", &format!("{}{anchored}{}", finding.stance.name(), doubt(claim)));
        for note in &finding.notes {
            self.row("", note);
        }
    }

    /// Why nothing is claimed: fact by fact, or the names that are nearly those of facts.
    fn unclaimed(
        &mut self,
        sight: Option<&Sight>,
        own: &[SeenValue],
        sentence: Span,
        here: Option<Span>,
    ) {
        let facts = sight.map_or(&[][..], |sight| &sight.facts);
        let book = self.article.book;
        let heard: Vec<FactId> =
            facts.iter().copied().filter(|id| !book.facts[id.0 as usize].muted).collect();
        let Some(sight) = sight.filter(|_| !heard.is_empty()) else {
            self.row("claims", "none: no fact names anything in this sentence");
            self.nearest(sentence);
            return;
        };
        self.row("claims", "none here, for");
        for id in heard.iter().take(MOST_FACTS) {
            let id_text = &book.facts[id.0 as usize].id;
            let mut own = sight.claims.iter().filter(|claim| claim.fact == *id).peekable();
            let made = own.peek().is_some();
            let loose = made && own.all(|claim| claim.doubt == Some(Doubt::Loose));
            let why = match (here, made) {
                _ if loose => {
                    "a value stands with its cue and differs, but nothing ties them".into()
                }
                (Some(here), _) => self.gap(sight.gap(*id, here, book), *id),
                (None, true) => "it is for other articles".into(),
                (None, false) => self.gap(sight.gap(*id, Span::default(), book), *id),
            };
            self.row("", &format!("{id_text}: {why}"));
        }
        let n_more = heard.len().saturating_sub(MOST_FACTS);
        if n_more > 0 {
            self.row("", &format!("... and {n_more} more facts about what it mentions"));
        }
        if here.is_none() {
            for mention in &sight.mentions {
                let name = self.named("mention", mention.span);
                let subject = &book.subjects[mention.subject.0 as usize].names[0];
                self.row("seen", &format!("{name} of {subject}"));
            }
            for value in own.iter().filter(|value| sentence.contains(value.span)) {
                let normalised = value.value.as_deref().unwrap_or("unresolved");
                let text = self.named("value", value.span);
                self.row("seen", &format!("{text}: {} {normalised}", value.kind));
            }
        }
    }

    fn gap(&self, gap: Gap, id: FactId) -> String {
        let book = self.article.book;
        let fact = &book.facts[id.0 as usize];
        match gap {
            Gap::Kind => format!("it expects another kind of value: {}", fact.expected.kind()),
            Gap::Partner(subject) => {
                let name = &book.subjects[subject.0 as usize].names[0];
                format!("{name} is not mentioned in the sentence")
            }
            Gap::Unless => {
                format!("a word of its `unless` stands here: {}", fact.unless.join(", "))
            }
            Gap::NoCue => {
                format!("no word of the sentence signals `{}`", phrase::predicate(fact))
            }
            Gap::Elsewhere(span) if self.is_heard(id, span) => {
                format!("it takes {}", self.named("the value", span))
            }
            Gap::Elsewhere(_) => format!("it is for other articles: {}", fact.articles.join(", ")),
            Gap::Rival { cue, rival } => format!(
                "{} stands nearer to the value than {}, and is no word of this fact",
                self.named("", rival),
                self.named("its cue", cue),
            ),
            Gap::Unlinked(Some(cue)) => {
                format!("{} is there, but nothing links it to a value here", self.named("cue", cue))
            }
            Gap::Unlinked(None) => "nothing links its subject to a value here".into(),
        }
    }

    fn is_heard(&self, id: FactId, span: Span) -> bool {
        self.article.findings.findings.iter().any(|it| it.fact == id && it.span.overlaps(span))
    }

    /// Names of facts that words of the sentence are nearly.
    fn nearest(&mut self, sentence: Span) {
        let text = self.article.source.slice(sentence).to_owned();
        let book = self.article.book;
        let mut found = Vec::new();
        for name in capitalised(&text) {
            let names = book.subjects.iter().flat_map(|it| &it.names).map(String::as_str);
            let names = names.filter(|known| *known != name);
            if let Some(near) = suggest::nearest(&name, names)
                && !found.iter().any(|(_, known)| *known == near)
            {
                found.push((name, near));
            }
        }
        for (name, near) in found {
            let ids = facts_named(book, near).join(", ");
            self.row(
                "",
                &format!("\u{201c}{name}\u{201d} is nearly \u{201c}{near}\u{201d} ({ids})"),
            );
        }
    }

    fn place(&self, span: Span) -> String {
        let place = self.article.source.location(span.start);
        format!("{}:{}", place.line_number, place.column)
    }

    /// `what "the words" (3:5)`
    fn named(&self, what: &str, span: Span) -> String {
        let space = if what.is_empty() { "" } else { " " };
        format!("{what}{space}{} ({})", self.quoted(span), self.place(span))
    }

    fn quoted(&self, span: Span) -> String {
        let text = sanitise::on_one_line(self.article.source.slice(span)).into_owned();
        format!("\u{201c}{}\u{201d}", crop::shortened(&text, MOST_TEXT_WIDTH))
    }
}

fn doubt(claim: Option<&Claim>) -> &'static str {
    match claim.and_then(|claim| claim.doubt) {
        Some(Doubt::Either) => ", and another fact could own the value",
        Some(Doubt::Limited) => ", and limited to another time, a part or a case",
        Some(Doubt::Loose) => ", heard only if it agrees",
        None => "",
    }
}

fn touches(span: Span, offset: usize) -> bool {
    span.range().contains(&offset)
}

fn claim_of<'s>(sight: Option<&'s Sight>, finding: &Finding) -> Option<&'s Claim> {
    let is_own = |claim: &&Claim| {
        claim.fact == finding.fact && claim.slots.iter().any(|slot| slot.span == finding.span)
    };
    sight?.claims.iter().find(is_own)
}

fn block_at(checked: &Checked, offset: usize) -> Option<(usize, &Block)> {
    let span = |block: &Block| block.source_span(Span::new(0, block.text.len()));
    let mut blocks = checked.document.blocks.iter().enumerate();
    blocks.find(|(_, block)| touches(span(block), offset))
}

/// The sentence of a block at an offset of the source; the block where none is.
fn sentence_at(block: &Block, offset: usize) -> Span {
    let words = words(&block.text);
    let spans = sentences(&words).into_iter().map(|range| {
        let (first, last) = (&words[range.start], &words[range.end - 1]);
        block.source_span(Span::new(first.span.start, last.span.end))
    });
    let mut spans = spans.filter(|span| touches(*span, offset));
    spans.next().unwrap_or_else(|| block.source_span(Span::new(0, block.text.len())))
}

/// Runs of words of which the first is capitalised, longest first at each place.
fn capitalised(text: &str) -> Vec<String> {
    let words = words(text);
    let mut runs = Vec::new();
    for start in (0..words.len()).filter(|&at| words[at].is_capitalised()) {
        for n_words in (1..=MOST_NAME_WORDS.min(words.len() - start)).rev() {
            let span = Span::new(words[start].span.start, words[start + n_words - 1].span.end);
            runs.push(text[span.range()].to_owned());
        }
    }
    runs
}

/// The facts about subjects of a name.
fn facts_named<'b>(book: &'b FactBook, name: &str) -> Vec<&'b str> {
    let facts = book.heard().filter(|fact| {
        let subjects = fact.subject.ids();
        subjects
            .iter()
            .any(|id| book.subjects[id.0 as usize].names.iter().any(|known| known.as_str() == name))
    });
    facts.map(|fact| fact.id.as_str()).collect()
}
