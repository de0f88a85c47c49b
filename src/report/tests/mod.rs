//! The reports of a made-up finding: what a person and a machine see.

mod excerpt;
mod formats;
mod machines;

use crate::extract::Stance;
use crate::judge::{ArticleFindings, Finding, Verdict};
use crate::report::{Article, Closing, Detail, Format, Look, Problem, Summary};
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
    case_at("articles/kestrel.txt", text, subject, value, verdict)
}

fn case_at(path: &str, text: &str, subject: &str, value: &str, verdict: Verdict) -> Case {
    let (book, problems) = rules::load(vec![Source::new("rules/accords.yaml", RULES)]);
    assert!(problems.is_empty(), "{problems:?}");
    let source = Source::new(path, text);
    let span = |words: &str| {
        let start = text.find(words).unwrap();
        Span::new(start, start + words.len())
    };
    let finding = Finding {
        fact: FactId(0),
        verdict,
        severity: book.facts[0].severity,
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

fn shown(case: &Case, format: &str, width: usize) -> String {
    shown_with(std::slice::from_ref(case), &[], format, width)
}

/// The report of several articles, as `cli` puts it together.
fn shown_with(cases: &[Case], problems: &[Problem], format: &str, width: usize) -> String {
    let look = Look { width, colour: false, detail: Detail::Normal, links: None };
    let renderer = Format::named(format).expect("a format of that name").renderer(look);
    let book = &cases[0].book;
    let mut summary = Summary::new(book);
    let (mut bodies, mut tails) = (Vec::new(), Vec::new());
    for case in cases {
        let article = Article { source: &case.source, findings: &case.findings, book: &case.book };
        let piece = renderer.article(&article);
        bodies.push(piece.body);
        tails.push(piece.tail);
        let findings = case.findings.findings.iter();
        let judged: Vec<_> = findings.map(|f| (f.fact, f.severity, f.verdict)).collect();
        summary.add_article(&judged);
    }
    bodies.retain(|body| !body.is_empty());
    tails.retain(|tail| !tail.is_empty());
    let closing = Closing { summary: &summary, problems, book };
    let separator = renderer.separator();
    let foot = renderer.foot(&tails.join(separator), &closing);
    format!("{}{}{foot}", renderer.head(), bodies.join(separator))
}
