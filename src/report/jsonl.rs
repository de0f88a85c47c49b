//! JSON lines: one claim a line, in the form of the JSON report.

use super::{Article, Piece, Render, json};

/// Writes `jsonl`.
#[derive(Debug)]
pub(crate) struct Jsonl;

impl Render for Jsonl {
    fn article(&self, article: &Article<'_>) -> Piece {
        let mut body = String::new();
        for claim in json::claims(article) {
            body.push_str(&json::encoded(&claim));
            body.push('\n');
        }
        Piece { body, tail: String::new() }
    }
}
