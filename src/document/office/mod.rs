//! Word and OpenDocument texts: the XML of their paragraphs, unpacked and read by libraries.
//!
//! The text of the source is made here: a paragraph a line, so that a line's number is the
//! paragraph's and a column its character. Formats fill a [`Sheet`]; what is on it is then written
//! as any other format's blocks. The dates in a document's properties are those of its file, not
//! of the article, and are not read.

mod docx;
mod odt;
mod package;
mod sheet;
mod xml;

use std::fmt;

use crate::source::Source;

use super::{Document, Format, complete};
use package::Package;
use sheet::Sheet;

/// Why a file is no document of its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOffice {
    /// No zip, or a broken one.
    NotPackage(String),
    /// The part with the text is not there.
    NoText(&'static str),
    /// A part unpacks to more than so many megabytes.
    TooLarge(&'static str, u64),
    /// A part's XML is broken.
    BrokenXml(&'static str, String),
}

impl fmt::Display for NotOffice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotPackage(error) => write!(f, "it cannot be unpacked: {error}"),
            Self::NoText(part) => write!(f, "it holds no text: {part} is missing in it"),
            Self::TooLarge(part, megabytes) => {
                write!(f, "{part} in it unpacks to more than {megabytes} MB")
            }
            Self::BrokenXml(part, error) => write!(f, "{part} in it is broken: {error}"),
        }
    }
}

impl std::error::Error for NotOffice {}

/// Unpacks and lifts a document of `format`, which is [`Format::Docx`] or [`Format::Odt`].
pub(super) fn open(
    name: &str,
    bytes: &[u8],
    format: Format,
) -> Result<(Source, Document), NotOffice> {
    let mut package = Package::new(bytes)?;
    let mut sheet = Sheet::default();
    match format {
        Format::Odt => odt::read(&mut package, &mut sheet)?,
        _ => docx::read(&mut package, &mut sheet)?,
    }
    let (source, mut document) = sheet.finish(name);
    document.format = format;
    complete(&mut document, source.text());
    Ok((source, document))
}
