//! What holds for any input: no panic, order kept, every word re-reads to itself in the source.

use proptest::prelude::*;

use super::{Document, Format, lift};
use crate::source::{Source, Span};

const FORMATS: [Format; 3] = [Format::Plain, Format::Markdown, Format::Html];

/// Pieces of articles, markup and rubbish, strung together in any order.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "LEMOA", "signed", "in 2016", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", ". ", "é", "“x”",
    "\u{a0}", "\u{ad}", "\u{200b}", "\u{feff}", "\u{0}", "\u{1}", "\u{301}", "😀", "1. ", "- ",
    "  - ", "* ", "> ", "• ", "# ", "### ", "---", "---\n", "+++\n", "title: x\n",
    "date: 2021-01-27\n", "date 2021-01-27 ", "NEW DELHI, Oct 27: ", "GENEVA — ", "By Jane Doe\n",
    "Subject: ", "Updated: ", "Height: 828 m\n", ": ", "\n: ", "<dd>", "<dt>", "<br>",
    "Photo: ", "TORVIK, Monday (Norr Press) - ", "WALL TEXT\n\n", "© 2021 ", "Name: X<br>",
    "**", "*", "_", "~~", "`", "```\n", "    ", "[", "](", ")", "![",
    "[^1]", "[^1]: ", "|", "|---|---|\n", "| a | b |\n", "\\", "&", "&amp;", "&nbsp;", "&#8217;",
    "&copy", "&#x0;", "&notit;", "<", ">", "<p>", "</p>", "<b>", "</b>", "<br>", "<br/>", "<h1>",
    "</h2>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<table>", "</table>", "<tr>", "</tr>",
    "<td>", "<td rowspan=2 colspan=3>", "<th>", "</td>", "<thead>", "</thead>", "<blockquote>",
    "</blockquote>", "<sup>", "</sup>", "<q>", "</q>", "<dl>", "<dt>", "<dd>", "</dl>", "<code>",
    "</code>", "<pre>", "</pre>", "<script>", "</script>",
    "<script type=\"application/ld+json\">", "\"datePublished\": \"", "<title>", "</title>",
    "<!--", "-->", "<time datetime=\"2021-01-27\">", "<meta name=date content='2021-01-27'>",
    "<a href=\"#x\">", "</a>", "{/*", "*/}", "<Chart x={", "}/>",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// The words of all blocks, each with the text it has in the source.
fn words<'s>(document: &Document, source: &'s Source) -> Vec<(String, Span, &'s str)> {
    let mut words = Vec::new();
    for block in &document.blocks {
        let mut start = 0;
        for word in block.text.split(' ') {
            let span = block.source_span(Span::new(start, start + word.len()));
            words.push((word.to_owned(), span, source.slice(span)));
            start += word.len() + 1;
        }
    }
    words
}

fn check(text: &str, format: Format) {
    let source = Source::new("soup", text);
    let document = lift(&source, format);
    let markup = |c: char| c.is_ascii_punctuation() || c.is_control() || !c.is_ascii();
    let mut last_start = 0;
    for (word, span, written) in words(&document, &source) {
        let same = written == word;
        let has_markup = written.contains(markup) || format == Format::Plain && word.contains('-');
        assert!(same || has_markup, "{format:?}: {word:?} was {written:?} in {text:?}");
        assert!(span.start >= last_start, "{format:?}: order in {text:?}");
        last_start = span.start;
    }
    for (index, block) in document.blocks.iter().enumerate() {
        assert!(
            !block.text.is_empty() && !block.text.contains("  ") && block.text.trim() == block.text
        );
        for reference in [block.heading, block.parent, block.column_head].into_iter().flatten() {
            assert!(reference < index, "{format:?}: a block stands under a later one in {text:?}");
        }
    }
    if let Some(span) = document.date.and_then(|date| date.span) {
        assert!(!source.slice(span).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn markup_soup(text in soup()) {
        FORMATS.iter().for_each(|&format| check(&text, format));
    }

    #[test]
    fn any_characters(text in any::<String>()) {
        FORMATS.iter().for_each(|&format| check(&text, format));
    }
}

#[test]
fn long_and_deep_inputs_take_linear_time() {
    // Generous for a linear step even unoptimised on a busy machine; a quadratic one misses it.
    const N: usize = 15_000;
    for piece in [
        "a",
        "a ",
        "<b>",
        "<li>",
        "<ul><li>x",
        "<blockquote>x",
        "<table><td>x",
        "</li>",
        "&amp;",
        "&x",
        "<sup>",
        "[",
        "[^a",
        "<A",
        "<Ab ",
        "{/*",
        "> ",
        "* ",
        "- x\n",
        "> x\n",
        "a\n",
        "http://",
        "|a",
        "<td colspan=200>x<tr>",
        "<dd>x<dl>",
        "(",
        "**a",
        "import x\n",
        "<!-",
        "\u{ad}",
        "<h1>x</h2>",
        ", ",
        "By ",
        "Key: 5 m\n",
        "Key: 5 m<br>",
        "CAPS LINE\n\nb\n\n",
        "a\n: b\n\n",
        "A, Monday (B) - ",
        "date ",
        "<p>x<br><br>",
        "://",
        "a://b ",
        "www.",
    ] {
        let text = piece.repeat(N);
        let source = Source::new("long", text);
        for format in FORMATS {
            let started = std::time::Instant::now();
            lift(&source, format);
            let seconds = started.elapsed().as_secs_f64();
            assert!(seconds < 4.0, "{format:?} took {seconds} s on {piece:?}");
        }
    }
}
