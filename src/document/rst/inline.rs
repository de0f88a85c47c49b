//! reStructuredText inside its lines: emphasis, links, roles, literals, references.

use crate::document::inline::{Mark, enclosed};

/// What begins here.
pub(super) fn mark(before: Option<char>, rest: &str) -> Mark {
    match rest.as_bytes().first() {
        Some(b'*') => emphasis(before, rest),
        Some(b'`') => quoted(before, rest, ""),
        Some(b':') => role(before, rest),
        Some(b'|') => substitution(before, rest),
        Some(b'[') => reference(rest),
        Some(b'_') => link_end(before, rest),
        Some(b'\\') => escape(rest),
        _ => Mark::None,
    }
}

fn emphasis(before: Option<char>, rest: &str) -> Mark {
    for mark in ["**", "*"] {
        if let Some(inner) = enclosed(before, rest, mark) {
            return Mark::Around { open: mark.len(), inner, close: mark.len() };
        }
    }
    Mark::None
}

/// ``` ``code`` ```, `` `text` ``, `` `text`_ ``, `` `text <target>`_ ``.
fn quoted(before: Option<char>, rest: &str, role: &str) -> Mark {
    if let Some(inner) = enclosed(before, rest, "``") {
        return Mark::Gap(inner + 4);
    }
    let Some(inner) = enclosed(before, rest, "`") else { return Mark::None };
    let after = &rest[inner + 2..];
    let close = 1 + after.bytes().take(2).take_while(|&byte| byte == b'_').count();
    if is_code(role) {
        return Mark::Gap(inner + 1 + close);
    }
    let text = &rest[1..=inner];
    match text.rfind('<').filter(|_| text.ends_with('>')) {
        // A link without words shows its target, which is no text.
        Some(0) => Mark::Gap(inner + 1 + close),
        Some(target) => Mark::Around { open: 1, inner: target, close: inner - target + close },
        None => Mark::Around { open: 1, inner, close },
    }
}

/// `:emphasis:`text``.
fn role(before: Option<char>, rest: &str) -> Mark {
    if before.is_some_and(char::is_alphanumeric) {
        return Mark::None;
    }
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_.+:".contains(c);
    let Some(end) = rest.find(|c: char| !is_name(c)) else { return Mark::None };
    let name = rest[..end].trim_matches(':');
    if end < 3 || !rest[..end].ends_with(':') || !rest[end..].starts_with('`') {
        return Mark::None;
    }
    match quoted(None, &rest[end..], name) {
        Mark::Gap(len) => Mark::Gap(end + len),
        Mark::Around { open, inner, close } => Mark::Around { open: end + open, inner, close },
        _ => Mark::None,
    }
}

/// Roles whose text is for machines.
fn is_code(role: &str) -> bool {
    let name = role.rsplit(':').next().unwrap_or(role);
    matches!(
        name,
        "code"
            | "literal"
            | "math"
            | "raw"
            | "file"
            | "command"
            | "kbd"
            | "samp"
            | "program"
            | "option"
            | "envvar"
            | "func"
            | "class"
            | "meth"
            | "mod"
            | "data"
            | "attr"
            | "exc"
    )
}

/// `|name|`: what it stands for is defined elsewhere.
fn substitution(before: Option<char>, rest: &str) -> Mark {
    match enclosed(before, rest, "|") {
        Some(inner) if !rest[1..=inner].contains(['\n', '|']) => {
            let after = &rest[inner + 2..];
            Mark::Gap(inner + 2 + after.bytes().take(2).take_while(|&byte| byte == b'_').count())
        }
        _ => Mark::None,
    }
}

/// `[1]_`, `[#note]_`, `[Smith2002]_`.
fn reference(rest: &str) -> Mark {
    const MAX_LABEL: usize = 40;
    let label = rest[1..].find([']', '[', '\n', ' ']).filter(|&len| len <= MAX_LABEL);
    match label {
        Some(len) if rest[1 + len..].starts_with("]_") => Mark::Nothing(len + 3),
        _ => Mark::None,
    }
}

/// `word_` and `word__`: the word is a link.
fn link_end(before: Option<char>, rest: &str) -> Mark {
    let n_marks = rest.bytes().take(2).take_while(|&byte| byte == b'_').count();
    let ends = !rest[n_marks..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
    if before.is_some_and(char::is_alphanumeric) && ends {
        return Mark::Nothing(n_marks);
    }
    Mark::None
}

/// A backslash takes the meaning of the next character away; before white space both go.
fn escape(rest: &str) -> Mark {
    match rest[1..].chars().next() {
        Some(space) if space.is_whitespace() => Mark::Nothing(1 + space.len_utf8()),
        Some(_) => Mark::Escape,
        None => Mark::Nothing(1),
    }
}
