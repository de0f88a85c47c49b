//! The readable text of an article, in blocks, with a byte-exact map back to its source.
//!
//! One file a format lifts a [`Source`] into a [`Document`]: markup and entities gone, soft line
//! breaks folded, code, comments, scripts, link targets and `alt` texts left out. This module must
//! not know rules, subjects or facts.

mod archive;
mod article_date;
mod asciidoc;
mod byline;
mod caption;
mod columns;
mod date;
mod dateline;
mod footnote;
mod format;
mod front_matter;
mod html;
mod imprint;
mod indented;
mod inline;
mod keys;
mod label;
mod lines;
mod map;
mod markdown;
mod mask;
mod metadata;
mod note;
mod office;
mod open;
mod opening;
mod plain;
#[cfg(test)]
mod properties;
mod rst;
mod table;
#[cfg(test)]
mod tests;
mod title;
mod writer;

use jiff::civil::Date;

use crate::source::{Source, Span};

pub use archive::{BadRecord, open_record};
pub use article_date::{Dateline, date_in_file_name};
pub use format::{Format, sniff};
pub use map::OffsetMap;
pub use note::{Note, Reach};
pub use office::NotOffice;
pub use open::{NotArticle, Opened, open};

/// Larger articles are not read, nor rule files, lines of archives and unpacked documents. The
/// longest novels are a few megabytes of text.
pub const MOST_MEGABYTES: u64 = 32;

/// Articles of more blocks are not read: the shortest blocks take a hundred times their bytes. No
/// article that people read has a hundredth of them.
pub const MOST_BLOCKS: usize = 1_000_000;

/// An article's readable text and date.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// What it was lifted from.
    pub format: Format,
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// How many more there would be: no more than [`MOST_BLOCKS`] are kept.
    pub n_left_out: usize,
    /// The article's own date, where it states one.
    pub date: Option<ArticleDate>,
    /// The day its dateline names, whatever the article's date comes from.
    pub dateline: Option<Dateline>,
    /// Notes to factlint, in order of place.
    pub notes: Vec<Note>,
}

/// A run of text that belongs together: sentences never cross blocks.
#[derive(Debug, Clone)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The readable text.
    pub text: String,
    /// The heading it stands under, as an index into [`Document::blocks`].
    pub heading: Option<usize>,
    /// For an item: the block that introduces its list, or the item it is nested in; for a cell:
    /// the cell that heads its row.
    pub parent: Option<usize>,
    /// For a cell: the cell that heads its column.
    pub column_head: Option<usize>,
    /// For a line of the form `Height: 828 m` among others of that form: the block that says what
    /// the lines are about. That is the line that names it (`Name: X`) for those after it, else
    /// the short line or heading just above them, else the heading they stand under.
    pub label_of: Option<usize>,
    /// For a cell: the table in the document and the row in the table, both counted from 0.
    pub row: Option<(usize, usize)>,
    /// Stands inside a block quotation.
    pub quoted: bool,
    /// Where the text came from.
    map: OffsetMap,
}

/// The kinds of block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading, 1 to 6; 0 is the article's title in its metadata.
    Heading(u8),
    /// A list item.
    Item,
    /// A table cell; header cells too.
    Cell {
        /// Whether it heads a column or a row.
        head: bool,
    },
    /// A figure caption.
    Caption,
}

impl Block {
    /// The bytes of the source that `span` of this block's text came from.
    pub fn source_span(&self, span: Span) -> Span {
        self.map.source_span(span)
    }
}

/// The article's date and where it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArticleDate {
    /// The day.
    pub date: Date,
    /// Where it comes from.
    pub from: DateOrigin,
    /// Where it stands in the source, when it stands there.
    pub span: Option<Span>,
}

/// The places an article's date can come from, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateOrigin {
    /// `--override-date`.
    Override,
    /// Front matter, `<meta>`, `<time datetime>`, JSON-LD.
    Metadata,
    /// A header such as `date 2021-01-27`.
    Header,
    /// `NEW DELHI, Oct 27:`.
    Dateline,
    /// The file's name.
    FileName,
    /// `--date`: assumed when nothing else says.
    Assumed,
}

/// Lifts a source into a document. Total: broken markup gives the text that can be read. Formats
/// that are not texts are unpacked by [`open`] and [`open_record`]; a source in one is plain.
pub fn lift(source: &Source, format: Format) -> Document {
    let mut document = match format {
        Format::Markdown => markdown::lift(source),
        Format::Html => html::lift(source),
        Format::Rst => rst::lift(source),
        Format::AsciiDoc => asciidoc::lift(source),
        Format::Plain | Format::Docx | Format::Odt | Format::Archive => plain::lift(source),
    };
    document.format = format;
    complete(&mut document, source.text());
    document
}

/// What markup does not say, read from the text of the blocks: footnote marks, captions, the date, titles, labels.
fn complete(document: &mut Document, source: &str) {
    footnote::cut(document);
    caption::mark(document);
    opening::read(document);
    title::mark(document, source);
    label::itemise(document);
    label::attach(document);
}

/// The front of a text, at most `max_len` bytes. (`str::floor_char_boundary` is newer than our MSRV.)
fn front(text: &str, max_len: usize) -> &str {
    let end = (0..=max_len.min(text.len())).rev().find(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or(0)]
}
