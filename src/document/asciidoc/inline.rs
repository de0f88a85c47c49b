//! AsciiDoc inside its lines: emphasis, links, macros, references, footnotes.

use crate::document::inline::{Mark, WINDOW, enclosed};

/// What begins here.
pub(super) fn mark(before: Option<char>, rest: &str) -> Mark {
    let Some(&first) = rest.as_bytes().first() else { return Mark::None };
    match first {
        b'*' | b'_' | b'#' | b'^' | b'~' => emphasis(before, rest),
        b'"' | b'\'' => curved(rest),
        b'`' => code(before, rest),
        b'+' => passed(rest),
        b'<' => reference(rest),
        b'[' => role_or_anchor(rest),
        b'{' => attribute(rest),
        b'\\' => Mark::Escape,
        b'a'..=b'z' => macro_call(rest),
        _ => Mark::None,
    }
}

fn emphasis(before: Option<char>, rest: &str) -> Mark {
    let mark = &rest[..1];
    let double = rest.get(..2).filter(|two| two[1..] == *mark);
    if let Some(double) = double
        && let Some(inner) = unconstrained(rest, double)
    {
        return Mark::Around { open: 2, inner, close: 2 };
    }
    // Raised and lowered text may stand within a word: `m^2^`.
    let inner = match mark {
        "^" | "~" => unconstrained(rest, mark).filter(|&inner| !rest[1..=inner].contains(' ')),
        _ => enclosed(before, rest, mark),
    };
    inner.map_or(Mark::None, |inner| Mark::Around { open: 1, inner, close: 1 })
}

/// Text between doubled marks, which may stand within a word.
fn unconstrained(rest: &str, mark: &str) -> Option<usize> {
    let inner = crate::document::front(&rest[mark.len()..], WINDOW);
    inner.find(mark).filter(|&len| len > 0)
}

/// `` "`curved`" `` and `` '`curved`' ``, and the apostrophe `` `' ``.
fn curved(rest: &str) -> Mark {
    for (open, meaning) in [("\"`", "“"), ("'`", "‘")] {
        if rest.starts_with(open) {
            return Mark::Means(open.len(), meaning);
        }
    }
    Mark::None
}

fn code(before: Option<char>, rest: &str) -> Mark {
    for (close, meaning) in [("`\"", "”"), ("`'", "’")] {
        if rest.starts_with(close) {
            return Mark::Means(close.len(), meaning);
        }
    }
    if let Some(inner) = rest.strip_prefix("``").and_then(|_| unconstrained(rest, "``")) {
        return Mark::Gap(inner + 4);
    }
    enclosed(before, rest, "`").map_or(Mark::None, |inner| Mark::Gap(inner + 2))
}

/// `+++raw+++`.
fn passed(rest: &str) -> Mark {
    let inner = rest.strip_prefix("+++").and_then(|_| unconstrained(rest, "+++"));
    inner.map_or(Mark::None, |inner| Mark::Gap(inner + 6))
}

/// `<<target>>` has no words, `<<target,words>>` has.
fn reference(rest: &str) -> Mark {
    let Some(inner) = rest.strip_prefix("<<").and_then(|_| unconstrained_to(&rest[2..], ">>"))
    else {
        return Mark::None;
    };
    match rest[2..2 + inner].find(',') {
        Some(comma) => Mark::Around { open: 3 + comma, inner: inner - comma - 1, close: 2 },
        None => Mark::Gap(inner + 4),
    }
}

fn unconstrained_to(text: &str, end: &str) -> Option<usize> {
    let window = crate::document::front(text, WINDOW);
    window.find(end).filter(|&len| !window[..len].contains('\n'))
}

/// `[.role]#marked#`, `[[anchor]]`.
fn role_or_anchor(rest: &str) -> Mark {
    if let Some(inner) = rest.strip_prefix("[[") {
        let len = unconstrained_to(inner, "]]");
        return len.map_or(Mark::None, |len| Mark::Nothing(len + 4));
    }
    match unconstrained_to(&rest[1..], "]") {
        Some(len) if rest[len + 2..].starts_with(['#', '*', '_']) => Mark::Nothing(len + 2),
        _ => Mark::None,
    }
}

/// `{name}`: what it stands for is defined elsewhere. A few are characters.
fn attribute(rest: &str) -> Mark {
    const MAX_LEN: usize = 40;
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_:".contains(c);
    let len = rest[1..].find(|c| !is_name(c)).filter(|&len| (1..=MAX_LEN).contains(&len));
    let Some(len) = len.filter(|&len| rest[1 + len..].starts_with('}')) else { return Mark::None };
    match &rest[1..=len] {
        "nbsp" => Mark::Means(len + 2, " "),
        "apos" | "rsquo" => Mark::Means(len + 2, "’"),
        "lsquo" => Mark::Means(len + 2, "‘"),
        "ldquo" => Mark::Means(len + 2, "“"),
        "rdquo" => Mark::Means(len + 2, "”"),
        "amp" => Mark::Means(len + 2, "&"),
        "empty" | "wj" | "zwsp" => Mark::Nothing(len + 2),
        _ => Mark::Gap(len + 2),
    }
}

/// `link:target[words]`, `https://example.org[words]`, `footnote:[text]`, `image:target[alt]`.
fn macro_call(rest: &str) -> Mark {
    let name_len = rest.bytes().take(12).take_while(u8::is_ascii_lowercase).count();
    if !rest[name_len..].starts_with(':') {
        return Mark::None;
    }
    let window = crate::document::front(&rest[name_len + 1..], WINDOW);
    let target_len = memchr::memchr3(b'[', b' ', b'\n', window.as_bytes());
    let Some(target_len) = target_len.filter(|&len| window[len..].starts_with('[')) else {
        return Mark::None;
    };
    let open = name_len + 1 + target_len + 1;
    let Some(inner) = closing_bracket(&rest[open..]) else { return Mark::None };
    let words = rest[open..open + inner].trim_start();
    match &rest[..name_len] {
        "link" | "http" | "https" | "mailto" | "xref" | "ftp" if words.is_empty() => {
            Mark::Gap(open + inner + 1)
        }
        "link" | "http" | "https" | "mailto" | "xref" | "ftp" => {
            // Attributes follow the words: `[words,window=_blank]`, `[words^]`.
            let own = rest[open..open + inner].find(['^', ',']).filter(|&at| {
                let after = &rest[open + at..open + inner];
                after == "^" || after.contains('=')
            });
            let words = own.unwrap_or(inner);
            Mark::Around { open, inner: words, close: inner - words + 1 }
        }
        "footnote" | "footnoteref" => Mark::Aside { open, inner, close: 1 },
        "image" | "icon" | "kbd" | "btn" | "menu" | "stem" | "latexmath" | "asciimath" | "pass"
        | "anchor" | "indexterm" => Mark::Gap(open + inner + 1),
        _ => Mark::None,
    }
}

fn closing_bracket(text: &str) -> Option<usize> {
    let window = crate::document::front(text, WINDOW);
    let mut depth = 0_usize;
    for (index, byte) in window.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' if depth == 0 => return Some(index),
            b']' => depth -= 1,
            _ => {}
        }
    }
    None
}
