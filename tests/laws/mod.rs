//! What holds for any input, whoever makes it up: the random articles of `tests/random.rs` and the
//! fuzz targets in `fuzz/`, which take this file in.

use std::ops::Range;

use factlint::document::{Block, Document, Opened};
use factlint::extract::Stated;
use factlint::judge::{Checked, Checker, Circumstances};
use factlint::report::{Article, Detail, Format, Look, inspect};
use factlint::source::{Source, Span};
use factlint::value::date::{ArticleTime, Context, resolve_all};
use factlint::value::{self, Reading, Value};

/// Blocks have words, stand in order of what they refer to, and lead back into the source.
pub(crate) fn lifted(source: &Source, document: &Document) {
    for (index, block) in document.blocks.iter().enumerate() {
        let text = block.text.as_str();
        assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{text:?}");
        for reference in [block.heading, block.parent, block.column_head].into_iter().flatten() {
            assert!(reference < index, "{text:?} stands under a later block");
        }
        assert!(block.label_of.is_none_or(|label_of| label_of < document.blocks.len()));
        for range in words(text) {
            stands_in(block.source_span(Span::new(range.start, range.end)), source);
        }
    }
    if let Some(span) = document.date.and_then(|date| date.span) {
        stands_in(span, source);
    }
    if let Some(dateline) = document.dateline {
        stands_in(dateline.span, source);
    }
}

/// Values stand in order at words of the text, and every date can be resolved on any day.
pub(crate) fn read(text: &str) {
    let readings = value::read(text);
    let mut last_start = 0;
    for Reading { span, value, .. } in &readings {
        assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?} in {text:?}");
        assert!(span.start >= last_start, "order in {text:?}");
        last_start = span.start;
        if let Value::Date(stated) = value {
            for article in [jiff::civil::Date::MIN, jiff::civil::Date::MAX] {
                stated.edtf(&Context::new(ArticleTime::Day(article)));
            }
        }
    }
    resolve_all(text, &readings, Context::new(ArticleTime::Unknown));
}

/// Findings stand at words of the article that say what they are said to say, two runs find the
/// same, and every report of them can be written and holds nothing that a terminal obeys.
pub(crate) fn checked(checker: &Checker, opened: Opened) -> Checked {
    let Opened { source, document } = opened;
    lifted(&source, &document);
    let blocks = document.blocks.clone();
    let again = checker.check_lifted(&source, document.clone(), Circumstances::default());
    let checked = checker.check_lifted(&source, document, Circumstances::default());
    for finding in &checked.article.findings {
        stands_in(finding.span, &source);
        finding.subject.into_iter().for_each(|subject| stands_in(subject, &source));
        let read_again = |block: &Block| says(block, finding.span);
        let is_said = blocks.iter().any(read_again);
        assert!(is_said, "{:?} is no block's word", source.slice(finding.span));
        if let Some(Stated::Reading(stated)) = finding.dispute.as_ref().map(|it| &it.stated) {
            // A pattern may take a piece of a number and nothing more.
            let alone = source.slice(finding.span);
            let is_read = blocks.iter().any(|block| reads(block, finding.span, stated))
                || value::read(alone).iter().any(|reading| reading.value == stated.value);
            assert!(is_read, "{:?} does not read as {stated:?}", source.slice(finding.span));
        }
    }
    assert_eq!(reports(checker, &source, &checked), reports(checker, &source, &again));
    checked
}

/// Every report of an article.
fn reports(checker: &Checker, source: &Source, checked: &Checked) -> Vec<String> {
    let article = Article { source, findings: &checked.article, book: &checker.book };
    let look = Look { width: 80, colour: false, detail: Detail::Verbose, links: None };
    let pieces = Format::ALL.iter().map(|format| {
        let piece = format.renderer(look).article(&article);
        let report = piece.body + &piece.tail;
        let obeyed = |it: char| it.is_control() && !matches!(it, '\n' | '\t');
        assert!(!report.contains(obeyed), "{}: {report:?}", format.name);
        report
    });
    let mut reports: Vec<_> = pieces.collect();
    reports.push(inspect::human::shown(&article, checked, look));
    reports.push(inspect::json::row(&article, checked));
    reports
}

/// Whether the block, read again, has the value at `span` of the source.
fn reads(block: &Block, span: Span, stated: &Reading) -> bool {
    value::read(&block.text).iter().any(|reading| {
        reading.value == stated.value && block.source_span(reading.span).overlaps(span)
    })
}

/// Whether some words of the block are those at `span` of the source.
fn says(block: &Block, span: Span) -> bool {
    let length = block.text.len();
    let whole = block.source_span(Span::new(0, length));
    whole.contains(span)
        && block.text.char_indices().any(|(start, first)| {
            let end = start + first.len_utf8();
            let starts_here = block.source_span(Span::new(start, end)).start == span.start;
            starts_here
                && block.text[start..].char_indices().any(|(at, last)| {
                    let end = start + at + last.len_utf8();
                    block.source_span(Span::new(start, end)) == span
                })
        })
}

fn stands_in(span: Span, source: &Source) {
    let words = source.text().get(span.range());
    assert!(words.is_some_and(|words| !words.is_empty()), "{span:?} in {:?}", source.text());
    let (first, last) = (source.stored(span).start, source.stored(span).end);
    assert!(first < last, "{span:?} is stored nowhere in {:?}", source.text());
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split(' ').map(move |word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}
