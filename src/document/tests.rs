//! Runs the cases beside the formats: a text and the blocks it must give, one a line.
//!
//! `FACTLINT_BLESS=1 cargo test --lib document::` rewrites the expectations; read the difference.

use std::fmt::Write;
use std::path::PathBuf;

use super::{BlockKind, Document, Format, lift, open};
use crate::source::Source;

const CASE: &str = "=== ";
const EXPECTED: &str = "===>";

/// The blocks as the cases show them: kind, `^` the parent, `|` the column's head, `=` what a
/// label is about, `#` the heading, `>` when quoted, and the text; last the date and where it comes from.
fn show(document: &Document, source: &Source) -> String {
    let mut shown = String::new();
    for block in &document.blocks {
        let kind = match block.kind {
            BlockKind::Paragraph => "p".into(),
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Item => "item".into(),
            BlockKind::Cell { head: true } => "th".into(),
            BlockKind::Cell { head: false } => "td".into(),
            BlockKind::Caption => "caption".into(),
        };
        let reference = |mark: char, index: Option<usize>| {
            index.map_or(String::new(), |index| format!("{mark}{index}"))
        };
        let places = reference('^', block.parent)
            + &reference('|', block.column_head)
            + &reference('=', block.label_of);
        let heading = reference('#', block.heading);
        let quoted = if block.quoted { ">" } else { "" };
        writeln!(shown, "{kind}{places}{heading}{quoted} {}", block.text).unwrap();
    }
    if let Some(dateline) = document.dateline {
        writeln!(shown, "dateline {}", source.slice(dateline.span)).unwrap();
    }
    if let Some(date) = document.date {
        let stated = date.span.map_or("", |span| source.slice(span));
        writeln!(shown, "date {} {:?} {stated}", date.date, date.from).unwrap();
    }
    shown
}

/// Characters that a case file cannot show.
const STAND_INS: [(&str, &str); 7] = [
    ("<CR>", "\r"),
    ("<FF>", "\u{c}"),
    ("<LS>", "\u{2028}"),
    ("<NBSP>", "\u{a0}"),
    ("<ZWSP>", "\u{200b}"),
    ("<SHY>", "\u{ad}"),
    ("<RLM>", "\u{200f}"),
];

const STYLES: &str = r#"<w:styles>
<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr/></w:pPr></w:style>
</w:styles>"#;

/// A zip with these parts.
pub(super) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn check(file: &str, format: Format) {
    let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "src/document/cases", file].iter().collect();
    // A case begins at a line's start: markup has such marks elsewhere.
    let cases = format!("\n{}", std::fs::read_to_string(&path).unwrap());
    let mut rewritten = String::new();
    let mut wrong = String::new();
    let mut n_cases = 0;
    for case in cases.split(&format!("\n{CASE}")).filter(|case| !case.trim().is_empty()) {
        let (name, rest) = case.split_once('\n').unwrap();
        let (text, expected) = rest.split_once(EXPECTED).unwrap();
        // The last line end belongs to the case file; `\r` and the like are written out.
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text =
            STAND_INS.iter().fold(text.to_owned(), |text, (name, it)| text.replace(name, it));
        let bytes = match format {
            Format::Docx => packed(&[("word/document.xml", &text), ("word/styles.xml", STYLES)]),
            Format::Odt => packed(&[("content.xml", &text)]),
            _ => text.into_bytes(),
        };
        let opened = open(name, bytes, Some(format)).unwrap();
        let shown = show(&opened.document, &opened.source);
        if shown.trim_end() != expected.trim() {
            writeln!(
                wrong,
                "{file}: {name}\n--- expected\n{}\n--- found\n{shown}",
                expected.trim()
            )
            .unwrap();
        }
        writeln!(
            rewritten,
            "{CASE}{name}\n{}{EXPECTED}\n{shown}",
            &rest[..rest.find(EXPECTED).unwrap()]
        )
        .unwrap();
        n_cases += 1;
    }
    if std::env::var_os("FACTLINT_BLESS").is_some() {
        std::fs::write(&path, rewritten).unwrap();
    } else {
        assert!(wrong.is_empty(), "{wrong}");
    }
    assert!(n_cases > 0, "{file} holds no case");
}

#[test]
fn plain() {
    check("plain.txt", Format::Plain);
}

#[test]
fn markdown() {
    check("markdown.txt", Format::Markdown);
}

#[test]
fn html() {
    check("html.txt", Format::Html);
}

#[test]
fn rst() {
    check("rst.txt", Format::Rst);
}

#[test]
fn asciidoc() {
    check("asciidoc.txt", Format::AsciiDoc);
}

#[test]
fn docx() {
    check("docx.txt", Format::Docx);
}

#[test]
fn odt() {
    check("odt.txt", Format::Odt);
}

#[test]
fn cells_say_their_table_and_row() {
    let text = "| A | B |\n|---|---|\n| 1 | 2 |\n\nBetween.\n\n| | C |\n|---|---|\n| 3 | 4 |\n";
    let document = lift(&Source::new("a.md", text), Format::Markdown);
    let shown: Vec<_> = document
        .blocks
        .iter()
        .filter_map(|block| block.row.map(|(table, row)| format!("{} {table}.{row}", block.text)))
        .collect();
    assert_eq!(shown.join(", "), "A 0.0, B 0.0, 1 0.1, 2 0.1, C 1.0, 3 1.1, 4 1.1");
}
