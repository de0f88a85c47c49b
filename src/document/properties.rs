//! What holds for any input: no panic, order kept, every word re-reads to itself in the source.

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use proptest::prelude::*;

use super::tests::packed;
use super::{Document, Format, lift, open, open_record};
use crate::source::{Source, Span};

const FORMATS: [Format; 5] =
    [Format::Plain, Format::Markdown, Format::Html, Format::Rst, Format::AsciiDoc];

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
    "====\n", "~~~~\n", "::\n\n", "  ", "\n    ", ".. ", ".. note:: ", ".. [1] ", ":date: ", "``",
    "`_", ":code:`", "[1]_", "+---+---+\n", "| a | b |\n", "=== ===\n", "a   b\n", "| ",
    "= ", "== ", "----\n", "____\n", "****\n", "|===\n", "** ", ":: ", "+\n", "footnote:[",
    "https://x.org[", "link:", "[quote]\n", "[source]\n", ".Title\n", "<<", ">>", "{x}", "+++",
    "橋", "हि", "הגשר", "\u{2028}", "\u{c}",
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
    check_lifted(&source, &lift(&source, format), format);
}

fn check_lifted(source: &Source, document: &Document, format: Format) {
    let text = source.text();
    let markup = |c: char| c.is_ascii_punctuation() || c.is_control() || !c.is_ascii();
    // A footnote is read after the block it stands in; a drawn cell of several lines, whole.
    let in_order = match format {
        Format::AsciiDoc => !text.contains("footnote"),
        Format::Rst => !["+-", "==="].iter().any(|border| text.contains(border)),
        _ => true,
    };
    let mut last_start = 0;
    for (word, span, written) in words(document, source) {
        let same = written == word;
        let has_markup = written.contains(markup) || format == Format::Plain && word.contains('-');
        assert!(same || has_markup, "{format:?}: {word:?} was {written:?} in {text:?}");
        assert!(span.start >= last_start || !in_order, "{format:?}: order in {text:?}");
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

/// How a text may be stored in a file.
const ENCODINGS: [(&[u8], &Encoding); 7] = [
    (b"", UTF_8),
    (b"\xef\xbb\xbf", UTF_8),
    (b"\xff\xfe", UTF_16LE),
    (b"\xfe\xff", UTF_16BE),
    (b"", UTF_16LE),
    (b"", WINDOWS_1252),
    (b"", SHIFT_JIS),
];

fn encode(text: &str, mark: &[u8], encoding: &'static Encoding) -> Vec<u8> {
    let body = match encoding.name() {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding.encode(text).0.into_owned(),
    };
    [mark, &body].concat()
}

/// Every word, re-read from the file's own bytes in the encoding that was taken.
fn check_stored(text: &str, format: Format) {
    for (mark, encoding) in ENCODINGS {
        let bytes = encode(text, mark, encoding);
        // What was detected may be another encoding; whether it is the right one is not asked here.
        let Ok(opened) = open("soup", bytes.clone(), Some(format)) else { continue };
        check_lifted(&opened.source, &opened.document, format);
        let taken = Encoding::for_label(opened.source.encoding().as_bytes()).unwrap();
        // Escape sequences between characters are no part of what they switch to.
        if taken.name() == "ISO-2022-JP" {
            continue;
        }
        for (_, span, written) in words(&opened.document, &opened.source) {
            let stored = opened.source.stored(span);
            let reads = taken.decode_without_bom_handling(&bytes[stored.range()]).0;
            assert_eq!(reads, written, "{format:?}, {}: {text:?}", taken.name());
        }
    }
}

/// Every word of a record, re-read from the archive's own bytes; and its place, as an editor
/// shows it.
fn check_record(text: &str, escape_all: bool) {
    let json = match escape_all {
        true => {
            let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            format!("\"{units}\"")
        }
        false => serde_json::to_string(text).unwrap(),
    };
    let line = format!("{{\"id\": \"é\", \"text\": {json}}}");
    let source = Source::line_of_file("soup.jsonl", line.as_str(), 1000, 6);
    let opened = open_record(source).unwrap().unwrap();
    assert_eq!(opened.source.text(), text);
    for (_, span, written) in words(&opened.document, &opened.source) {
        let stored = opened.source.stored(span);
        let raw = &line[stored.start - 1000..stored.end - 1000];
        let reads: String = serde_json::from_str(&format!("\"{raw}\"")).unwrap();
        assert_eq!(reads, written, "{line}");
        let place = opened.source.location(span.start);
        let column = line[..stored.start - 1000].chars().count() + 1;
        assert_eq!((place.line_number, place.column), (7, column), "{line}");
    }
}

/// Pieces of a Word or OpenDocument body, balanced or not.
#[rustfmt::skip]
const XML_PIECES: &[&str] = &[
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "LEMOA", " in 2016", "&amp;", "&#233;",
    "&#0;", "&x;", "<w:br/>", "<w:tab/>", "<w:del>", "</w:del>", "<w:tbl>", "</w:tbl>", "<w:tr>",
    "</w:tr>", "<w:tc>", "</w:tc>", "<w:tblHeader/>", "<w:gridSpan w:val=\"9999999\"/>", "<w:vanish/>",
    "<w:pStyle w:val=\"Heading1\"/>", "<w:ilvl w:val=\"300\"/>", "<w:numId w:val=\"1\"/>", "<w:p/>",
    "<text:p>", "</text:p>", "<text:h text:outline-level=\"9\">", "</text:h>", "<text:list>",
    "</text:list>", "<text:list-item>", "</text:list-item>", "<text:s/>", "<table:table>",
    "</table:table>", "<table:table-row>", "<table:table-cell>", "<office:annotation>", "\n",
    "</office:annotation>", "<![CDATA[x]]>", "<!-- -->", "<a b=c>", "</a>", "<!DOCTYPE x [<!ENTITY y 'z'>]>",
];

fn check_office(body: &str, format: Format) {
    let part = if format == Format::Docx { "word/document.xml" } else { "content.xml" };
    let Ok(opened) = open("soup", packed(&[(part, body)]), Some(format)) else { return };
    check_lifted(&opened.source, &opened.document, format);
    for block in &opened.document.blocks {
        let span = block.source_span(Span::new(0, block.text.len()));
        let line = opened.source.line_span(opened.source.line_index(span.start));
        assert!(line.contains(span), "a block is of one paragraph: {body:?}");
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

    #[test]
    fn spans_in_the_bytes_as_stored(text in soup()) {
        FORMATS.iter().for_each(|&format| check_stored(&text, format));
    }

    #[test]
    fn spans_in_records(text in soup(), escape_all in any::<bool>()) {
        check_record(&text, escape_all);
    }

    #[test]
    fn any_line_of_an_archive(text in any::<String>()) {
        let _ = open_record(Source::new("soup", text));
    }

    #[test]
    fn word_processors_soup(
        pieces in prop::collection::vec(prop::sample::select(XML_PIECES), 0..60),
    ) {
        check_office(&pieces.concat(), Format::Docx);
        check_office(&pieces.concat(), Format::Odt);
    }

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>(), text in any::<bool>()) {
        // Without control characters most bytes are some encoding's text.
        let bytes: Vec<u8> = bytes.iter().map(|&byte| if text { byte | 0x20 } else { byte }).collect();
        for format in FORMATS.into_iter().chain([Format::Docx, Format::Odt]) {
            let Ok(opened) = open("bytes", bytes.clone(), Some(format)) else { continue };
            let end = opened.source.text().len();
            assert!(opened.source.stored(Span::new(0, end)).end <= bytes.len());
        }
    }
}

/// Inputs that once broke one of the properties above.
#[test]
fn inputs_that_broke() {
    for text in ["=== ===\n\u{2028}+---+---+\n====\n", "=== ===\n\u{3000}橋  b\n=== ===\n"] {
        FORMATS.iter().for_each(|&format| check_stored(text, format));
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
        "*a ",
        "`",
        "``a",
        ":a:`",
        "`a <b",
        "a\n  ",
        "x\n ",
        "- - ",
        "a\n===\n",
        "=== ===\n\n",
        "+-+\n",
        "|a\n",
        ".. a::\n ",
        "____\n",
        "====\n",
        "|===\n",
        "* a\n** a\n",
        "a:: b\n",
        "footnote:[",
        "https://a[",
        "<<a",
        "[[",
        "{a",
        "__a",
        "+++",
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
