//! Notes to factlint in an article: comments and front matter that begin with `factlint:`.
//!
//! They are found and placed here, where comments are known from code and text; what they say is
//! read elsewhere.

use crate::source::Span;

use super::{Block, Document};

/// A note to factlint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// What it says, in the source, without the marks of a comment and without `factlint:`.
    pub span: Span,
    /// What it speaks of.
    pub reach: Reach,
}

/// What a note speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The whole article: it stands in the front matter.
    Article,
    /// The block it stands in or before, as an index into [`Document::blocks`]; none when nothing
    /// follows it.
    Block(Option<usize>),
}

/// How a note begins.
const MARK: &str = "factlint";

/// The note a comment is, given with its marks; its place is not known yet.
pub(super) fn in_comment(text: &str, comment: Span) -> Option<Span> {
    let written = text.get(comment.range())?;
    let inner = [("<!--", "-->"), ("{/*", "*/}")].iter().find_map(|(open, close)| {
        let inner = written.strip_prefix(open)?;
        Some(inner.strip_suffix(close).unwrap_or(inner))
    })?;
    let start = comment.start + written.find(inner).unwrap_or(0);
    instruction(text, Span::new(start, start + inner.len()))
}

/// What follows `factlint:`; the colon may be missing before an instruction.
pub(super) fn instruction(text: &str, span: Span) -> Option<Span> {
    let written = &text[span.range()];
    let rest = written.trim_start().strip_prefix(MARK)?;
    let said = rest.strip_prefix(':').or_else(|| rest.strip_prefix(" ignore").map(|_| rest))?;
    let end = span.end - (written.len() - written.trim_end().len());
    let start = span.end - said.len() + (said.len() - said.trim_start().len());
    Some(Span::new(start.min(end), end))
}

/// The notes of front matter: the items under a top-level key `factlint`, in YAML or TOML.
pub(super) fn in_front_matter(text: &str, body: Span) -> Vec<Span> {
    let mut notes = Vec::new();
    let mut start = body.start;
    let mut inside = false;
    for line in text[body.range()].split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end;
        let value = key_value(line, text, span);
        inside = match value {
            Some(_) => true,
            None => {
                inside
                    && (line.starts_with([' ', '\t', '-', ']', '"', '\''])
                        || line.trim().is_empty())
            }
        };
        if inside {
            items(text, value.unwrap_or(span), &mut notes);
        }
    }
    notes
}

/// What stands after `factlint:` or `factlint =`.
fn key_value(line: &str, text: &str, span: Span) -> Option<Span> {
    let rest = line.strip_prefix(MARK)?.trim_start_matches(' ');
    let rest = rest.strip_prefix(':').or_else(|| rest.strip_prefix('='))?;
    debug_assert!(text.get(span.range()).is_some());
    Some(Span::new(span.end - rest.len(), span.end))
}

/// The items of a line: `- one`, `- "one"`, `["one", "two"]`.
fn items(text: &str, line: Span, notes: &mut Vec<Span>) {
    let written = text[line.range()].trim_end();
    let item = written
        .trim_start()
        .trim_start_matches(['[', '-', ' ', ','])
        .trim_end_matches([']', ',', ' ']);
    if item.is_empty() || item.starts_with('#') {
        return;
    }
    let start =
        line.start + written.len() - written.trim_start_matches([' ', '\t', '[', '-', ',']).len();
    let span = Span::new(start, start + item.len());
    match item.starts_with(['"', '\'']) {
        true => quoted(text, span, notes),
        false => notes.push(span),
    }
}

/// `"one", 'two'`
fn quoted(text: &str, span: Span, notes: &mut Vec<Span>) {
    let mut open = None;
    for (at, character) in text[span.range()].char_indices() {
        let at = span.start + at;
        match open {
            None if matches!(character, '"' | '\'') => open = Some((character, at + 1)),
            Some((quote, from)) if character == quote => {
                notes.push(Span::new(from, at));
                open = None;
            }
            _ => {}
        }
    }
    notes.extend(open.map(|(_, from)| Span::new(from, span.end)));
}

impl Document {
    /// Adds the notes, each bound to the block it stands in, or whose last line it ends, or before.
    pub(super) fn add_notes(&mut self, text: &str, of_article: Vec<Span>, comments: Vec<Span>) {
        let ends: Vec<usize> = self.blocks.iter().map(source_end).collect();
        let block = |note: Span| {
            let next = ends.iter().position(|&end| end > note.end);
            let last = next.unwrap_or(ends.len()).checked_sub(1);
            last.filter(|&at| is_on_one_line(text, ends[at], note.start)).or(next)
        };
        let of_article = of_article.into_iter().map(|span| Note { span, reach: Reach::Article });
        let bound =
            comments.into_iter().map(|span| Note { span, reach: Reach::Block(block(span)) });
        self.notes.extend(of_article.chain(bound));
        self.notes.sort_by_key(|note| note.span);
    }
}

/// Whether a comment stands behind a block on the block's last line, before any tag closes it.
fn is_on_one_line(text: &str, block_end: usize, note_start: usize) -> bool {
    let between = text.get(block_end..note_start);
    between.is_some_and(|between| !between.contains(['\n', '\r']) && !between.contains("</"))
}

fn source_end(block: &Block) -> usize {
    block.source_span(Span::new(0, block.text.len())).end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, lift};
    use crate::source::Source;

    /// The notes of an article, with the text they are bound to.
    fn notes(text: &str, format: Format) -> Vec<(String, String)> {
        let source = Source::new("a", text);
        let document = lift(&source, format);
        let shown = |note: &Note| {
            let bound = match note.reach {
                Reach::Article => "(article)".to_owned(),
                Reach::Block(None) => "(nothing)".to_owned(),
                Reach::Block(Some(block)) => document.blocks[block].text.clone(),
            };
            (source.slice(note.span).to_owned(), bound)
        };
        document.notes.iter().map(shown).collect()
    }

    #[test]
    fn comments_bind_to_the_next_block() {
        for (text, format, wanted) in [
            ("One.\n\n<!-- factlint: ignore a why -->\nTwo.\n\nThree.", Format::Markdown, "Two."),
            ("<!-- factlint: ignore a why -->\n\nTwo.\n\nThree.", Format::Markdown, "Two."),
            ("One <!-- factlint: ignore a why --> more.\n\nTwo.", Format::Markdown, "One more."),
            ("One.\n\n{/* factlint: ignore a why */}\n\nTwo.", Format::Markdown, "Two."),
            ("Two. <!-- factlint: ignore a why -->\n\nThree.", Format::Markdown, "Two."),
            ("Two. {/* factlint: ignore a why */}\n\nThree.", Format::Markdown, "Two."),
            ("- One.\n- Two. <!-- factlint: ignore a why -->\n- Three.", Format::Markdown, "Two."),
            ("|a|\n|-|\n|Two <!-- factlint: ignore a why -->|\n|c|", Format::Markdown, "Two"),
            ("<p>Two. <!-- factlint: ignore a why --></p><p>Three.", Format::Html, "Two."),
            ("One.\n\n.. factlint: ignore a why\n\nTwo.\n\nThree.", Format::Rst, "Two."),
            ("One.\n\n// factlint: ignore a why\nTwo.\n\nThree.", Format::AsciiDoc, "Two."),
            ("Two\n// factlint: ignore a why\nmore.\n\nThree.", Format::AsciiDoc, "Two more."),
            ("<p>One.</p><!--factlint: ignore a why--><p>Two.</p>", Format::Html, "Two."),
            ("<ul><li>One.</li><!-- factlint ignore a why --><li>Two.</ul>", Format::Html, "Two."),
            ("<p>One.</p><!-- factlint:\n ignore a why\n --> ", Format::Html, "(nothing)"),
        ] {
            assert_eq!(notes(text, format), [("ignore a why".into(), wanted.into())], "{text}");
        }
    }

    #[test]
    fn front_matter_speaks_of_the_article() {
        for text in [
            "---\nfactlint:\n  - ignore a why\n  - \"ignore b: why\"\ntitle: - x\n---\nOne.",
            "---\nfactlint: [\"ignore a why\", 'ignore b: why']\n---\nOne.",
            "---\nfactlint:\n- ignore a why\n\n- 'ignore b: why'\n---\nOne.",
            "+++\nfactlint = [\n  \"ignore a why\",\n  \"ignore b: why\",\n]\ndate = 2020-01-01\n+++\nOne.",
        ] {
            let wanted =
                ["ignore a why", "ignore b: why"].map(|note| (note.into(), "(article)".into()));
            assert_eq!(notes(text, Format::Markdown), wanted, "{text}");
        }
    }

    #[test]
    fn code_and_text_are_no_notes() {
        for (text, format) in [
            ("```\n<!-- factlint: ignore a why -->\n```\n\nTwo.", Format::Markdown),
            ("`<!-- factlint: ignore a why -->` is one.", Format::Markdown),
            ("```jsx\n{/* factlint: ignore a why */}\n```\n\nTwo.", Format::Markdown),
            ("Write `{/* factlint: ignore a why */}` there.", Format::Markdown),
            ("<!-- factlint is a linter -->\n\nTwo.", Format::Markdown),
            ("<pre>&lt;!-- factlint: ignore a why --&gt;</pre><p>Two.", Format::Html),
            ("<script>// <!-- factlint: ignore a why --></script><p>Two.", Format::Html),
            ("<!-- factlint: ignore a why -->\n\nTwo.", Format::Plain),
            ("::\n\n    .. factlint: ignore a why\n\nTwo.", Format::Rst),
            ("----\n// factlint: ignore a why\n----\n\nTwo.", Format::AsciiDoc),
        ] {
            assert_eq!(notes(text, format), [], "{text}");
        }
    }
}
