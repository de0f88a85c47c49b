//! Cases in Markdown: rules, an article, and every verdict under the words it is about.
//!
//! A case is a `##` section of a file in `tests/cases/`. A `yaml` fence holds its rules; each fence
//! of `text`, `markdown` or `html`, with the article's date and what else is known of it behind the
//! word, is an article; with `apart` there each of its paragraphs is one. A line of `^` speaks of the line above it: `^^^^ conflicts museum-opened: expected 1930`.
//! Every finding is marked, so a line without marks says that nothing was found there.
//! `FACTLINT_BLESS=1 cargo test --test cases` rewrites the marks; read the difference.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::path::Path;

use factlint::document::Format;
use factlint::judge::{Checker, Circumstances, Finding, Verdict};
use factlint::rules;
use factlint::source::{Source, Span};
use factlint::value::date::DayMonthOrder;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");

#[test]
fn cases() {
    let mut n_cases = 0;
    for entry in std::fs::read_dir(FOLDER).unwrap() {
        let path = entry.unwrap().path();
        let written = std::fs::read_to_string(&path).unwrap();
        let rendered: Vec<String> = sections(&written).map(|case| render(case, &path)).collect();
        if std::env::var_os("FACTLINT_BLESS").is_some() {
            std::fs::write(&path, rendered.join(SECTION)).unwrap();
            continue;
        }
        for (expected, found) in sections(&written).zip(&rendered) {
            assert!(expected == found, "{path:?}\nexpected:\n{expected}\nfound:\n{found}");
        }
        n_cases += rendered.len() - 1;
    }
    println!("{n_cases} cases");
}

const SECTION: &str = "\n## ";
const APART: &str = "apart";

fn sections(markdown: &str) -> impl Iterator<Item = &str> {
    markdown.split(SECTION)
}

/// A case with the marks that its articles should have.
fn render(case: &str, path: &Path) -> String {
    let mut checker = None;
    let fences = case.split("```").enumerate().map(|(index, fence)| {
        // Every other piece stands inside a fence; its first line says what it is.
        let (head, body) = fence.split_once('\n').unwrap_or((fence, ""));
        let mut words = head.split(' ');
        match (index % 2, words.next()) {
            (1, Some("yaml")) => {
                checker = Some(load(body, path));
                fence.to_owned()
            }
            (1, Some(format)) => {
                let checker = checker.as_ref().expect("a case states its rules first");
                let words: Vec<&str> = words.collect();
                let (apart, known) = (words.contains(&APART), circumstances(words.into_iter()));
                let articles: Vec<String> = match apart {
                    true => {
                        body.split("\n\n").map(|it| marked(checker, format, known, it)).collect()
                    }
                    false => vec![marked(checker, format, known, body)],
                };
                format!("{head}\n{}", articles.join("\n"))
            }
            _ => fence.to_owned(),
        }
    });
    fences.collect::<Vec<_>>().join("```")
}

fn load(yaml: &str, path: &Path) -> Checker {
    let (book, problems) = rules::load(vec![Source::new("rules.yaml", yaml)]);
    let told: Vec<_> = problems.iter().map(|problem| &problem.message).collect();
    assert!(problems.is_empty(), "{path:?}: {told:?} in\n{yaml}");
    Checker::new(book)
}

/// `2021-05-01 month-first fiscal-year-10`, each where it matters.
fn circumstances<'w>(words: impl Iterator<Item = &'w str>) -> Circumstances {
    let mut known = Circumstances::default();
    for word in words {
        match (word, word.strip_prefix("fiscal-year-")) {
            (_, Some(month)) => known.fiscal_year_start = Some(month.parse().unwrap()),
            (APART, _) => {}
            ("day-first", _) => known.order = DayMonthOrder::DayFirst,
            ("month-first", _) => known.order = DayMonthOrder::MonthFirst,
            _ => known.override_date = Some(word.parse().expect("an article's date is a day")),
        }
    }
    known
}

fn marked(checker: &Checker, format: &str, known: Circumstances, body: &str) -> String {
    let format = match format {
        "text" => Format::Plain,
        "markdown" => Format::Markdown,
        "html" => Format::Html,
        other => panic!("no format `{other}`"),
    };
    let text = body.lines().filter(|line| !is_mark(line)).map(|line| format!("{line}\n"));
    let article = Source::new("article", text.collect::<String>());
    let findings = checker.check(&article, format, known).article.findings;
    let mut marked = String::new();
    for line_index in 0..article.text().lines().count() {
        let line = article.line_span(line_index);
        let _ = writeln!(marked, "{}", article.slice(line));
        for finding in &findings {
            if article.line_index(finding.span.start) == line_index {
                let _ = writeln!(marked, "{}", mark(checker, &article, line, finding));
            }
        }
    }
    marked
}

fn is_mark(line: &str) -> bool {
    line.trim_start().starts_with('^')
}

/// Carets under the value, as far as it stands on the line, and its verdict.
fn mark(checker: &Checker, article: &Source, line: Span, finding: &Finding) -> String {
    let n_chars = |start, end| article.slice(Span::new(start, end)).chars().count();
    let indent = " ".repeat(n_chars(line.start, finding.span.start));
    let carets = "^".repeat(n_chars(finding.span.start, finding.span.end.min(line.end)));
    let id = &checker.book.facts[finding.fact.0 as usize].id;
    match finding.verdict {
        Verdict::Agrees => format!("{indent}{carets} agrees {id}"),
        Verdict::Conflicts => {
            format!("{indent}{carets} conflicts {id}: expected {}", finding.expected)
        }
        Verdict::Unjudged(reason) => format!("{indent}{carets} unjudged {id}: {}", reason.code()),
    }
}
