//! Checkstyle's XML: read by many review tools. Files with nothing to complain of are not in it.

use super::conflict::{Conflict, conflicts};
use super::problem::Told;
use super::xml::{DECLARATION, Element};
use super::{Article, Closing, Piece, Problem, Render, phrase};

/// The version of the form; that of the tool it comes from.
const VERSION: &str = "4.3";

/// Writes `checkstyle`.
#[derive(Debug)]
pub(crate) struct Checkstyle;

impl Render for Checkstyle {
    fn head(&self) -> String {
        format!("{DECLARATION}<checkstyle version=\"{VERSION}\">\n")
    }

    fn article(&self, article: &Article<'_>) -> Piece {
        let errors = conflicts(article);
        let file = file(article.source.name()).around(errors.iter().map(error));
        let body = if file.is_empty() { String::new() } else { file.shown() };
        Piece { body, tail: String::new() }
    }

    fn foot(&self, _tail: &str, closing: &Closing<'_>) -> String {
        let problems = closing.problems.iter().map(Problem::told);
        let files = problems.map(|told| file(told.path.unwrap_or("")).around([complaint(&told)]));
        let files: String = files.map(|file| file.shown()).collect();
        format!("{files}</checkstyle>\n")
    }
}

fn file(path: &str) -> Element {
    Element::new("file").with("name", super::fingerprint::with_slashes(path))
}

fn error(conflict: &Conflict<'_>) -> Element {
    Element::new("error")
        .with("line", conflict.start.line_number)
        .with("column", conflict.start.column)
        .with("severity", phrase::severity(conflict.severity()))
        .with("message", conflict.full_message())
        .with("source", format!("factlint.{}", conflict.fact.id))
}

fn complaint(told: &Told<'_>) -> Element {
    Element::new("error")
        .with("line", told.line.unwrap_or(1))
        .with("column", told.column.unwrap_or(1))
        .with("severity", told.severity)
        .with("message", told.sentence())
        .with("source", format!("factlint.{}", told.code))
}
