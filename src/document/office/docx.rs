//! WordprocessingML (ECMA-376): the body of `word/document.xml`, then foot- and endnotes.
//!
//! Deleted, moved-away, hidden and struck-out text is left out, and so are fields' instructions,
//! comments, headers and footers.

use std::collections::HashMap;

use super::NotOffice;
use super::package::Package;
use super::sheet::{Kind, Sheet};
use super::xml::{Element, Visit, visit};
use crate::document::table::CellShape;
use crate::document::writer::Frame;

const BODY: &str = "word/document.xml";
const STYLES: &str = "word/styles.xml";
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// Fills the sheet from the package.
pub(super) fn read(package: &mut Package<'_>, sheet: &mut Sheet) -> Result<(), NotOffice> {
    let body = package.part(BODY)?.ok_or(NotOffice::NoText(BODY))?;
    let mut styles = Styles::default();
    if let Some(xml) = package.part(STYLES)? {
        visit(STYLES, &xml, &mut styles)?;
    }
    let mut reader = Body {
        sheet,
        styles: &styles.kinds,
        is_hidden: false,
        in_text: false,
        in_header: Vec::new(),
    };
    visit(BODY, &body, &mut reader)?;
    for part in NOTES {
        if let Some(xml) = package.part(part)? {
            visit(part, &xml, &mut reader)?;
        }
    }
    Ok(())
}

/// What each paragraph style makes of a paragraph. Ids depend on the writer's language; the names
/// of built-in styles do not.
#[derive(Debug, Default)]
struct Styles {
    kinds: HashMap<String, Kind>,
    id: String,
}

impl Visit for Styles {
    fn start(&mut self, name: &str, element: &Element<'_>) -> bool {
        match name {
            "w:style" => self.id = element.value("w:styleId").unwrap_or_default(),
            "w:name" => {
                let style = element.value("w:val").unwrap_or_default();
                if let Some(kind) = kind_of_style(&style) {
                    self.kinds.insert(self.id.clone(), kind);
                }
            }
            "w:numPr" => {
                self.kinds.entry(self.id.clone()).or_insert(Kind::Item(0));
            }
            "w:docDefaults" | "w:latentStyles" => return false,
            _ => {}
        }
        true
    }

    fn end(&mut self, _name: &str) {}

    fn text(&mut self, _text: &str) {}
}

fn kind_of_style(name: &str) -> Option<Kind> {
    let name = name.to_ascii_lowercase();
    if let Some(level) = name.strip_prefix("heading ") {
        let level: u8 = level.trim().parse().ok()?;
        return Some(Kind::Heading(level.clamp(1, 6)));
    }
    match name.as_str() {
        "title" => Some(Kind::Heading(1)),
        "caption" => Some(Kind::Caption),
        "quote" | "intense quote" | "block text" => Some(Kind::Quote),
        "list bullet" | "list number" => Some(Kind::Item(0)),
        "list bullet 2" | "list number 2" => Some(Kind::Item(1)),
        _ => None,
    }
}

struct Body<'a> {
    sheet: &'a mut Sheet,
    styles: &'a HashMap<String, Kind>,
    /// The run is hidden or struck out.
    is_hidden: bool,
    /// Inside `<w:t>`: white space between elements is not text.
    in_text: bool,
    /// For each open table, whether its row is a header.
    in_header: Vec<bool>,
}

impl Visit for Body<'_> {
    fn start(&mut self, name: &str, element: &Element<'_>) -> bool {
        match name {
            "w:p" => self.sheet.start_paragraph(Kind::Body),
            "w:pStyle" => self.style(element),
            // The paragraph as it was before a tracked change.
            "w:pPrChange" | "w:rPrChange" | "w:moveFrom" | "w:del" | "mc:Fallback" => return false,
            "w:ilvl" => {
                let level = element.value("w:val").and_then(|value| value.parse().ok());
                self.sheet.set_kind(Kind::Item(level.unwrap_or(0)));
            }
            "w:numId" => self.numbering(element),
            "w:outlineLvl" => self.outline(element),
            "w:vanish" | "w:strike" | "w:dstrike" => self.is_hidden |= element.is_on("w:val"),
            "w:r" => self.is_hidden = false,
            "w:t" => self.in_text = true,
            "w:tab" => self.push("\t"),
            "w:br" | "w:cr" => self.sheet.break_line(),
            "w:noBreakHyphen" => self.push("\u{2011}"),
            _ => self.start_table(name, element),
        }
        true
    }

    fn end(&mut self, name: &str) {
        let shape = CellShape { head: false, n_columns: 1, n_rows: 1 };
        match name {
            "w:p" => self.sheet.end_paragraph(),
            "w:t" => self.in_text = false,
            "w:tbl" => {
                self.in_header.pop();
                self.sheet.leave(Frame::Table);
            }
            "w:tr" => self.sheet.leave(Frame::Row),
            "w:tc" => self.sheet.leave(Frame::Cell(shape)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.push(text);
        }
    }
}

impl Body<'_> {
    fn push(&mut self, text: &str) {
        if !self.is_hidden {
            self.sheet.push(text);
        }
    }

    fn style(&mut self, element: &Element<'_>) {
        let id = element.value("w:val").unwrap_or_default();
        // Without a style sheet the ids are those of the English built-in styles: `Heading1`.
        let spaced = || id.replace("Heading", "heading ");
        if let Some(kind) = self.styles.get(&id).copied().or_else(|| kind_of_style(&spaced())) {
            self.sheet.set_kind(kind);
        }
    }

    /// Number 0 takes the numbering of the style away.
    fn numbering(&mut self, element: &Element<'_>) {
        let is_none = element.value("w:val").is_some_and(|value| value == "0");
        match self.sheet.kind() {
            Kind::Item(_) if is_none => self.sheet.set_kind(Kind::Body),
            // Headings are numbered too.
            Kind::Body if !is_none => self.sheet.set_kind(Kind::Item(0)),
            _ => {}
        }
    }

    /// Level 9 is body text.
    fn outline(&mut self, element: &Element<'_>) {
        let level = element.value("w:val").and_then(|value| value.parse::<u8>().ok());
        if let Some(level) = level.filter(|&level| level < 9) {
            self.sheet.set_kind(Kind::Heading((level + 1).min(6)));
        }
    }

    fn start_table(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "w:tbl" => {
                self.in_header.push(false);
                self.sheet.enter(Frame::Table);
            }
            "w:tr" => {
                if let Some(in_header) = self.in_header.last_mut() {
                    *in_header = false;
                }
                self.sheet.enter(Frame::Row);
            }
            "w:tblHeader" => {
                if let Some(in_header) = self.in_header.last_mut() {
                    *in_header = element.is_on("w:val");
                }
            }
            "w:tc" => {
                let head = self.in_header.last().copied().unwrap_or_default();
                self.sheet.enter(Frame::Cell(CellShape { head, n_columns: 1, n_rows: 1 }));
            }
            "w:gridSpan" => {
                let n_columns = element.value("w:val").and_then(|value| value.parse().ok());
                self.sheet.widen_cell(n_columns.unwrap_or(1));
            }
            _ => {}
        }
    }
}
