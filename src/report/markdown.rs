//! A table of the conflicts in Markdown, for the summary of a job or a comment on a change.
//!
//! Articles' words stand in code, with every character that Markdown or HTML could take for its own
//! as an entity: they can neither leave their cell nor call anybody by name.

use std::fmt::Write as _;

use super::conflict::{Conflict, conflicts};
use super::{Article, Closing, Piece, Problem, Render, phrase, sanitise};

/// Bytes of all rows together: a comment on GitHub holds 65,536 characters, and one on GitLab more.
const MOST_ROOM: usize = 50_000;

/// Bytes of a cell's text before it is escaped.
const MOST_CELL: usize = 200;

/// Writes `markdown`.
#[derive(Debug)]
pub(crate) struct Markdown;

impl Render for Markdown {
    fn article(&self, article: &Article<'_>) -> Piece {
        Piece { body: String::new(), tail: conflicts(article).iter().map(row).collect() }
    }

    fn foot(&self, tail: &str, closing: &Closing<'_>) -> String {
        let is_undone = closing.problems.iter().any(Problem::is_fatal);
        let counts = closing.summary.counts;
        let conflicts = match counts.conflicts {
            0 if is_undone => "not all could be checked".to_owned(),
            0 => "nothing conflicts".to_owned(),
            1 => "1 claim conflicts".to_owned(),
            number => format!("{number} claims conflict"),
        };
        let mut text = format!("### factlint: {conflicts}\n");
        text.push_str(&table(
            "| | Place | Fact | Says | Expected |\n|---|---|---|---|---|\n",
            tail,
        ));
        let problems: String = closing.problems.iter().map(complaint).collect();
        if !problems.is_empty() {
            text.push_str(&table("| | Place | Problem |\n|---|---|---|\n", &problems));
        }
        writeln!(
            text,
            "\n{}, {}: {} {}, {} unjudged",
            phrase::counted(closing.summary.n_articles, "article"),
            phrase::counted(counts.claims(), "claim"),
            counts.agrees,
            if counts.agrees == 1 { "agrees" } else { "agree" },
            counts.unjudged,
        )
        .expect("a string takes all");
        text
    }
}

/// The rows under their head, as many as there is room for; nothing when there are none.
fn table(head: &str, rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{head}");
    let mut rows = rows.lines();
    for row in rows.by_ref() {
        if text.len() + row.len() > MOST_ROOM {
            write!(text, "\n{} more", 1 + rows.count()).expect("a string takes all");
            text.push('\n');
            break;
        }
        text.push_str(row);
        text.push('\n');
    }
    text
}

fn row(conflict: &Conflict<'_>) -> String {
    let id = code(&conflict.fact.id);
    let fact = match conflict.link() {
        Some(address) => format!("<a href=\"{}\">{id}</a>", entities(address)),
        None => id,
    };
    format!(
        "| {} | {} | {fact} | {} | {} |\n",
        phrase::severity(conflict.severity()),
        code(&format!("{}:{}", conflict.path, conflict.start.line_number)),
        code(&conflict.text()),
        code(&conflict.finding.expected),
    )
}

fn complaint(problem: &Problem) -> String {
    let told = problem.told();
    let place = match (told.path, told.line) {
        (Some(path), Some(line)) => code(&format!("{path}:{line}")),
        (Some(path), None) => code(path),
        (None, _) => String::new(),
    };
    format!("| {} | {place} | {} |\n", told.severity, code(&told.sentence()))
}

/// A stranger's text as code, on one line.
fn code(text: &str) -> String {
    let text = sanitise::on_one_line(text);
    let mut end = text.len().min(MOST_CELL);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let ellipsis = if end < text.len() { "…" } else { "" };
    format!("<code>{}{ellipsis}</code>", entities(&text[..end]))
}

/// With an entity for every character of ASCII that could mean something.
fn entities(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            ' ' | '-' | '.' | ',' | '/' | ';' => safe.push(character),
            mark if mark.is_ascii_punctuation() => {
                write!(safe, "&#{};", u32::from(mark)).expect("a string takes all");
            }
            other => safe.push(other),
        }
    }
    safe
}
