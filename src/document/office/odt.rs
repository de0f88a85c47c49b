//! OpenDocument text (ISO/IEC 26300): the body of `content.xml`.
//!
//! Tracked deletions, comments and the titles of pictures are left out; a footnote stands as a
//! paragraph of its own before the one it belongs to.

use super::NotOffice;
use super::package::Package;
use super::sheet::{Kind, Sheet};
use super::xml::{Element, Visit, visit};
use crate::document::table::CellShape;
use crate::document::writer::Frame;

const CONTENT: &str = "content.xml";

/// Fills the sheet from the package.
pub(super) fn read(package: &mut Package<'_>, sheet: &mut Sheet) -> Result<(), NotOffice> {
    let content = package.part(CONTENT)?.ok_or(NotOffice::NoText(CONTENT))?;
    visit(CONTENT, &content, &mut Content { sheet, n_open: 0, in_header: false })
}

struct Content<'a> {
    sheet: &'a mut Sheet,
    /// How many paragraphs are open: text outside of them is none.
    n_open: usize,
    /// Inside a table's header rows.
    in_header: bool,
}

impl Visit for Content<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> bool {
        match name {
            "text:p" => self.start_paragraph(paragraph_kind(element)),
            "text:h" => {
                let level = element.value("text:outline-level");
                let level = level.and_then(|level| level.parse::<u8>().ok()).unwrap_or(1);
                self.start_paragraph(Kind::Heading(level.clamp(1, 6)));
            }
            "text:s" | "text:tab" => self.sheet.push(" "),
            "text:line-break" => self.sheet.break_line(),
            "text:list" => self.sheet.enter(Frame::List),
            "text:list-item" => self.sheet.enter(Frame::Item),
            "table:table" => self.sheet.enter(Frame::Table),
            "table:table-header-rows" => self.in_header = true,
            "table:table-row" => self.sheet.enter(Frame::Row),
            // A cell that another covers is there too, and empty: each takes one place.
            "table:table-cell" | "table:covered-table-cell" => {
                let shape = CellShape { head: self.in_header, n_columns: 1, n_rows: 1 };
                self.sheet.enter(Frame::Cell(shape));
            }
            "text:tracked-changes"
            | "office:annotation"
            | "office:automatic-styles"
            | "office:font-face-decls"
            | "text:note-citation"
            | "svg:title"
            | "svg:desc"
            | "office:forms"
            | "text:table-of-content"
            | "text:sequence-decls"
            | "office:settings"
            | "office:scripts" => return false,
            _ => {}
        }
        true
    }

    fn end(&mut self, name: &str) {
        let shape = CellShape { head: false, n_columns: 1, n_rows: 1 };
        match name {
            "text:p" | "text:h" => {
                self.n_open = self.n_open.saturating_sub(1);
                self.sheet.end_paragraph();
            }
            "text:list" => self.sheet.leave(Frame::List),
            "text:list-item" => self.sheet.leave(Frame::Item),
            "table:table" => self.sheet.leave(Frame::Table),
            "table:table-header-rows" => self.in_header = false,
            "table:table-row" => self.sheet.leave(Frame::Row),
            "table:table-cell" | "table:covered-table-cell" => self.sheet.leave(Frame::Cell(shape)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.n_open > 0 {
            self.sheet.push(text);
        }
    }
}

impl Content<'_> {
    fn start_paragraph(&mut self, kind: Kind) {
        self.n_open += 1;
        self.sheet.start_paragraph(kind);
    }
}

/// Styles are named by the writer; those of LibreOffice's own have these names.
fn paragraph_kind(element: &Element<'_>) -> Kind {
    match element.value("text:style-name").as_deref() {
        Some("Title") => Kind::Heading(1),
        Some("Quotations") => Kind::Quote,
        Some("Illustration" | "Figure" | "Caption" | "Table") => Kind::Caption,
        _ => Kind::Body,
    }
}
