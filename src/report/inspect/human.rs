//! `inspect` for a person: each block with what was read in it.

use std::fmt::Write as _;

use super::value::{SeenValue, values};
use crate::document::{Block, BlockKind};
use crate::judge::{Checked, Finding, Verdict};
use crate::report::palette::{Paint, Palette};
use crate::report::{Article, Look, crop, phrase, sanitise, short};
use crate::source::Span;

/// Columns of a text quoted in a line.
const MOST_TEXT_WIDTH: usize = 48;

/// The article.
pub fn shown(article: &Article<'_>, checked: &Checked, look: Look) -> String {
    let palette = Palette::new(look.colour);
    let path = sanitise::on_one_line(article.source.name()).into_owned();
    let path = palette.paint(Paint::Strong, path);
    let mut text = format!("{path}  {}  {}\n", date(article), kept_as(article, checked));
    let blocks = &checked.document.blocks;
    let seen = values(blocks, &checked.article);
    for (index, (block, values)) in blocks.iter().zip(&seen).enumerate() {
        let view = BlockView { article, checked, block, values, look, palette };
        text.push_str(&view.shown(index));
    }
    text
}

fn date(article: &Article<'_>) -> String {
    match (article.findings.date, article.findings.inferred) {
        (Some(found), _) => format!("{} ({})", found.date, phrase::date_origin(found.from)),
        (None, Some(days)) => format!("between {} and {} (inferred)", days.first, days.last),
        (None, None) => "no date".into(),
    }
}

/// The record, the format and the encoding, and what could not be decoded.
fn kept_as(article: &Article<'_>, checked: &Checked) -> String {
    let source = article.source;
    let record = source.record_id().map(|id| format!("record {}, ", sanitise::on_one_line(id)));
    let malformed = match source.n_malformed() {
        0 => String::new(),
        number => format!(", {} not decoded", phrase::counted(number, "character")),
    };
    let (format, encoding) = (checked.document.format.name(), source.encoding());
    format!("{}{format}, {encoding}{malformed}", record.unwrap_or_default())
}

struct BlockView<'a> {
    article: &'a Article<'a>,
    checked: &'a Checked,
    block: &'a Block,
    values: &'a [SeenValue],
    look: Look,
    palette: Palette,
}

impl BlockView<'_> {
    fn shown(&self, index: usize) -> String {
        let span = self.block.source_span(Span::new(0, self.block.text.len()));
        let line_number = self.article.source.location(span.start).line_number;
        let kind = kind(self.block.kind);
        let head = format!("block {index}, line {line_number}, {kind}{}", self.inheritance());
        let room = self.look.width.saturating_sub(2);
        let block_text = sanitise::on_one_line(&self.block.text).into_owned();
        let mut text = format!("\n{}\n", self.palette.paint(Paint::Faint, head));
        line(&mut text, format_args!("  {}", crop::shortened(&block_text, room)));
        self.add_values(&mut text);
        self.add_mentions(&mut text, span);
        self.add_claims(&mut text, span);
        text
    }

    fn inheritance(&self) -> String {
        let mut text = String::new();
        for (what, index) in [
            ("under heading", self.block.heading),
            ("introduced by", self.block.parent),
            ("in column of", self.block.column_head),
        ] {
            if let Some(index) = index {
                write!(text, ", {what} block {index}").expect("a string takes all");
            }
        }
        if self.block.quoted {
            text.push_str(", quoted");
        }
        text
    }

    fn add_values(&self, text: &mut String) {
        for seen in self.values {
            let value = seen.value.as_deref().unwrap_or("unresolved");
            let value = sanitise::on_one_line(value);
            line(
                text,
                format_args!(
                    "  {:8} {}  {}  {value}  {}",
                    seen.kind,
                    self.place(seen.span),
                    self.quoted(seen.span),
                    self.palette.paint(Paint::Faint, seen.pattern),
                ),
            );
        }
    }

    fn add_mentions(&self, text: &mut String, block: Span) {
        for (span, subject) in &self.checked.mentions {
            if block.contains(*span) {
                let subject = sanitise::on_one_line(subject);
                let (place, quoted) = (self.place(*span), self.quoted(*span));
                line(text, format_args!("  mention  {place}  {quoted}  of {subject}"));
            }
        }
    }

    fn add_claims(&self, text: &mut String, block: Span) {
        for finding in &self.article.findings.findings {
            if block.contains(finding.span) {
                self.add_claim(text, finding);
            }
        }
    }

    fn add_claim(&self, text: &mut String, finding: &Finding) {
        let fact = &self.article.book.facts[finding.fact.0 as usize];
        let reason = match finding.verdict {
            Verdict::Unjudged(reason) => format!(": {}", reason.message()),
            Verdict::Agrees | Verdict::Conflicts => String::new(),
        };
        let verdict = phrase::verdict(finding.verdict);
        line(
            text,
            format_args!(
                "  claim    {}  {}  {} {}{reason}",
                self.place(finding.span),
                self.quoted(finding.span),
                self.palette.paint(short::paint(finding.verdict), verdict),
                sanitise::on_one_line(&fact.id),
            ),
        );
        let stated = format!("states {}, expected {}", finding.stated, finding.expected);
        line(text, format_args!("           {}", sanitise::on_one_line(&stated)));
        let (stance, construction) = (finding.stance.name(), finding.construction);
        line(text, format_args!("           {stance}, linked by {construction}"));
        for note in &finding.notes {
            line(text, format_args!("           {}", sanitise::on_one_line(note)));
        }
    }

    fn place(&self, span: Span) -> String {
        let place = self.article.source.location(span.start);
        format!("{}:{}", place.line_number, place.column)
    }

    fn quoted(&self, span: Span) -> String {
        let text = sanitise::on_one_line(self.article.source.slice(span)).into_owned();
        format!("\"{}\"", crop::shortened(&text, MOST_TEXT_WIDTH))
    }
}

fn kind(kind: BlockKind) -> String {
    match kind {
        BlockKind::Paragraph => "paragraph".into(),
        BlockKind::Heading(0) => "title".into(),
        BlockKind::Heading(level) => format!("heading {level}"),
        BlockKind::Item => "item".into(),
        BlockKind::Cell { head: true } => "head cell".into(),
        BlockKind::Cell { head: false } => "cell".into(),
        BlockKind::Caption => "caption".into(),
    }
}

fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(text, "{line}").expect("a string takes all");
}
