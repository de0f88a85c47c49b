//! `inspect --format json`: one object, `{"articles": [...]}`. The wire form stands here alone.

use serde::Serialize;

use super::value::{SeenValue, values};
use crate::judge::Checked;
use crate::report::Article;
use crate::report::json::{ArticleRow, Claim, claims, encoded};

/// What stands before, between and after the articles.
pub const FRAME: (&str, &str, &str) = ("{\"articles\": [\n", ",\n", "\n]}\n");

#[derive(Debug, Serialize)]
struct Row<'a> {
    #[serde(flatten)]
    article: ArticleRow<'a>,
    format: &'static str,
    encoding: &'static str,
    /// How many characters could not be decoded.
    #[serde(skip_serializing_if = "is_none")]
    malformed: usize,
    values: Vec<ValueRow<'a>>,
    mentions: Vec<MentionRow<'a>>,
    claims: Vec<Claim<'a>>,
}

#[derive(Debug, Serialize)]
struct ValueRow<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    text: &'a str,
    value: Option<String>,
    pattern: &'static str,
}

#[derive(Debug, Serialize)]
struct MentionRow<'a> {
    subject: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

/// One article on one line.
pub fn row(article: &Article<'_>, checked: &Checked) -> String {
    let source = article.source;
    let value_row = |SeenValue { kind, span, value, pattern }| {
        let stored = source.stored(span);
        let text = source.slice(span);
        ValueRow { kind, start: stored.start, end: stored.end, text, value, pattern }
    };
    let seen = values(&checked.document.blocks, &checked.article).into_iter().flatten();
    let mentions = checked.mentions.iter().map(|(span, subject)| {
        let stored = source.stored(*span);
        MentionRow { subject, start: stored.start, end: stored.end, text: source.slice(*span) }
    });
    encoded(&Row {
        article: ArticleRow::new(article),
        format: checked.document.format.name(),
        encoding: source.encoding(),
        malformed: source.n_malformed(),
        values: seen.map(value_row).collect(),
        mentions: mentions.collect(),
        claims: claims(article).collect(),
    })
}

fn is_none(number: &usize) -> bool {
    *number == 0
}
