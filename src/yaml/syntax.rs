//! Syntax errors in words a rule author can act on.

use granit_parser::{ErrorKind, ScanError};

use crate::source::Span;

use super::Fault;

/// The parser's error as a fault at the character to blame. `open` is the innermost open bracket.
pub(super) fn fault(text: &str, error: &ScanError, open: Option<Span>) -> Fault {
    let noticed = error.marker().byte_offset().unwrap_or(text.len());
    let span = character_at(text, noticed);
    // "[a: b": a mapping of one entry within a list has no bracket of its own.
    let written = |bracket: &Span| matches!(text.as_bytes().get(bracket.start), Some(b'[' | b'{'));
    let unclosed = open.filter(written).filter(|bracket| {
        let between = text.get(bracket.start..noticed.min(text.len())).unwrap_or_default();
        between.contains('\n') && !is_tab(error.kind())
    });
    if let Some(bracket) = unclosed {
        if let Some(quote) = odd_quote(text, bracket.start) {
            return Fault::new(quote, "yaml-syntax", "a quotation mark is not closed in its line")
                .help("close it, or quote the text with the other mark");
        }
        let bracket_text = text.get(bracket.range()).unwrap_or_default();
        return Fault::new(bracket, "yaml-syntax", format!("`{bracket_text}` is never closed"))
            .related(span, "here it cannot go on")
            .help("close it, and part what stands in it by commas");
    }
    if let ErrorKind::MismatchedFlowCollectionEnd { open, close } = error.kind() {
        let message = format!("`{close}` closes what `{open}` opened");
        return Fault::new(span, "yaml-syntax", message).help("close the inner bracket first");
    }
    let (message, help) = words(error.kind());
    let message = if message.is_empty() { error.info() } else { message.to_owned() };
    let span = if is_tab(error.kind()) { tab_near(text, noticed).unwrap_or(span) } else { span };
    let fault = Fault::new(span, "yaml-syntax", message);
    if help.is_empty() { fault } else { fault.help(help) }
}

/// The last quotation mark from here to the end of the line, if there is an odd number of them.
fn odd_quote(text: &str, start: usize) -> Option<Span> {
    let line = text[start..].lines().next().unwrap_or_default();
    let quote = start + line.rfind('"')?;
    (line.matches('"').count() % 2 == 1).then_some(Span::new(quote, quote + 1))
}

fn is_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::TabInIndentation
            | E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

/// The parser may notice a tab only after it or before it: the nearest in this line or the next.
fn tab_near(text: &str, noticed: usize) -> Option<Span> {
    let start = boundary(text, noticed);
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let behind = text[start..].match_indices('\n').nth(1).map_or(text.len(), |(at, _)| start + at);
    let ahead = text[start..behind].find('\t').map(|at| start + at);
    let tab = ahead.or_else(|| text[line..start].rfind('\t').map(|at| line + at))?;
    Some(Span::new(tab, tab + 1))
}

fn words(kind: &ErrorKind) -> (&'static str, &'static str) {
    use ErrorKind as E;
    match kind {
        kind if is_tab(kind) => ("a tab stands where only spaces may", "indent with spaces"),
        E::InvalidBlockEntryWhitespace | E::InvalidMappingValueWhitespace => {
            ("a tab stands where a space is wanted", "write a space")
        }
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::MappingKeyNotAllowed => (
            "a colon stands where no key can end",
            "quote text that contains a colon and a space, and check the indentation",
        ),
        E::UnclosedQuotedScalar => {
            ("a quotation mark is never closed", "close it, or quote the text with the other mark")
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => (
            "text follows the closing quotation mark",
            "quote the whole text; inside single quotes write an apostrophe twice",
        ),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => (
            "unknown escape in a double-quoted text",
            "write a backslash twice, or use single quotes",
        ),
        E::UnexpectedEofFlowSequence | E::ExpectedFlowSequenceSeparator => (
            "a list opened by `[` is not closed",
            "close it with `]`, and part its items by commas",
        ),
        E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator => (
            "a mapping opened by `{` is not closed",
            "close it with `}`, and part its entries by commas",
        ),
        E::RecursionLimitExceeded => ("nested too deeply", "rule files need four levels or so"),
        E::InvalidIndentation
        | E::InvalidBlockScalarIndent
        | E::SimpleKeyExpected
        | E::InvalidSimpleKey
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::BlockSequenceEntryNotAllowed => (
            "this line fits neither the indentation nor the form of the lines before it",
            "keys of one mapping begin in one column and end with a colon and a space; \
             items of a list begin with `- `",
        ),
        E::MissingAnchorOrAliasName => {
            ("`*` and `&` have a meaning of their own in YAML", "quote text that begins with one")
        }
        E::UnexpectedCharacter { .. } | E::UnexpectedEndOfPlainScalar | E::ExpectedNodeContent => (
            "a value cannot begin here",
            "quote text that begins with a sign such as `@`, `%` or a backquote",
        ),
        _ => ("", ""),
    }
}

/// The character at an offset; at the end of a line the one before it.
fn character_at(text: &str, offset: usize) -> Span {
    let start = boundary(text, offset);
    match text[start..].chars().next() {
        Some(c) if c != '\n' && c != '\r' => Span::new(start, start + c.len_utf8()),
        _ => {
            let before = text[..start].chars().next_back().filter(|&c| c != '\n');
            Span::new(start - before.map_or(0, char::len_utf8), start)
        }
    }
}

/// The nearest character boundary at or before an offset.
pub(super) fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
