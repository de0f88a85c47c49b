//! The reports of a made-up finding: what a person and a machine see.

mod excerpt;
mod formats;

use crate::extract::Stance;
use crate::judge::{ArticleFindings, Finding, Verdict};
use crate::report::{Article, Closing, Detail, Format, Look, Summary};
use crate::rules::{self, FactBook, FactId};
use crate::source::{Source, Span};

const RULES: &str = "\
topic: Accords
facts:
  - id: kestrel-signed
    subject: [Kestrel Accord, the Accord]
    predicate: signed
    date: 2016-08-29
    source: https://example.org/kestrel
    note: Signed in Port Vale by both ministers.
";

struct Case {
    book: FactBook,
    source: Source,
    findings: ArticleFindings,
}

/// An article that says `value` of `subject`, both taken where they first stand in it.
fn case(text: &str, subject: &str, value: &str, verdict: Verdict) -> Case {
    let (book, problems) = rules::load(vec![Source::new("rules/accords.yaml", RULES)]);
    assert!(problems.is_empty(), "{problems:?}");
    let source = Source::new("articles/kestrel.txt", text);
    let span = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let finding = Finding {
        fact: FactId(0),
        verdict,
        span: span(value),
        stated: value.into(),
        expected: "2016-08-29".into(),
        stance: Stance::Asserted,
        subject: Some(span(subject)),
        place: book.facts[0].value_place,
        notes: Vec::new(),
        construction: "passive",
        dispute: None,
    };
    let findings = ArticleFindings { findings: vec![finding], ..Default::default() };
    Case { book, source, findings }
}

fn shown(case: &Case, format: Format, width: usize) -> String {
    let look = Look { width, colour: false, detail: Detail::Normal };
    let renderer = format.renderer(look);
    let article = Article { source: &case.source, findings: &case.findings, book: &case.book };
    let piece = renderer.article(&article);
    let mut summary = Summary::new(&case.book);
    let verdicts: Vec<_> = case.findings.findings.iter().map(|f| (f.fact, f.verdict)).collect();
    summary.add_article(&case.book, &verdicts);
    let closing = Closing { summary: &summary, problems: &[], book: &case.book };
    format!("{}{}{}", renderer.head(), piece.body, renderer.foot(&piece.tail, &closing))
}
