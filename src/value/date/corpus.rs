//! Runs a `cases.yaml`: an expectation first, phrasings beneath with the value's span in brackets, and near
//! misses that must give nothing. What a kind reads and prints is handed in.

use serde::Deserialize;

use crate::source::Span;

/// A value found by the kind under test: its span, how it prints and what bounds it.
pub(crate) struct Seen {
    pub(crate) span: Span,
    pub(crate) printed: String,
    pub(crate) bound: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    /// Handed to the reader: for dates, the article's day.
    #[serde(default)]
    article: Option<String>,
    cases: Vec<Case>,
    #[serde(default)]
    nothing: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// Each marked span's value in order, separated by spaces; `null` for one that cannot be resolved.
    expect: String,
    /// The comparator of every marked span, when it matters.
    #[serde(default)]
    bound: Option<String>,
    says: Vec<String>,
}

/// Runs every case and fails with all differences at once. Returns how many constructions ran.
pub(crate) fn run(yaml: &str, read: impl Fn(&str, Option<&str>) -> Vec<Seen>) -> usize {
    let corpus: Corpus = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{error}"));
    let article = corpus.article.as_deref();
    let mut differences = Vec::new();
    for case in &corpus.cases {
        for marked in &case.says {
            let (text, spans) = unmark(marked);
            let seen = read(&text, article);
            let found: Vec<_> = seen.iter().map(|seen| seen.span).collect();
            let printed: Vec<_> = seen.iter().map(|seen| seen.printed.as_str()).collect();
            let bounds =
                case.bound.iter().all(|bound| seen.iter().all(|seen| seen.bound == *bound));
            if found != spans || printed.join(" ") != case.expect || !bounds {
                differences.push(difference(
                    &case.expect,
                    case.bound.as_deref(),
                    marked,
                    &text,
                    &seen,
                ));
            }
        }
    }
    for text in &corpus.nothing {
        let seen = read(text, article);
        if !seen.is_empty() {
            differences.push(difference("nothing", None, text, text, &seen));
        }
    }
    assert!(differences.is_empty(), "{} differ:\n{}", differences.len(), differences.join("\n"));
    corpus.cases.len()
}

fn difference(
    expect: &str,
    bound: Option<&str>,
    marked: &str,
    text: &str,
    seen: &[Seen],
) -> String {
    let got: Vec<_> = seen
        .iter()
        .map(|seen| format!("[{}] {} {}", &text[seen.span.range()], seen.printed, seen.bound))
        .collect();
    format!(
        "  {marked}\n    expected {expect} {}\n    got      {}",
        bound.unwrap_or(""),
        got.join("; ")
    )
}

/// The text without its brackets, and the spans they marked.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(marked.len());
    let mut spans = Vec::new();
    let mut start = 0;
    for letter in marked.chars() {
        match letter {
            '[' => start = text.len(),
            ']' => spans.push(Span::new(start, text.len())),
            other => text.push(other),
        }
    }
    (text, spans)
}
