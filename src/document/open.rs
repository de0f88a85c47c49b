//! A file's bytes turned into an article: decoded, or unpacked, and lifted.
//!
//! The bytes are given: nothing here reads files. An archive of many articles is read line by line
//! in `archive`.

use std::fmt;

use crate::source::{NotText, Source};

use super::office::{self, NotOffice};
use super::{Document, Format, MOST_BLOCKS, html, lift, sniff};

/// An article read and lifted.
#[derive(Debug)]
pub struct Opened {
    /// Its text, which all spans refer to.
    pub source: Source,
    /// Its blocks and date.
    pub document: Document,
}

/// Why a file is no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotArticle {
    /// It holds no text.
    NotText(NotText),
    /// It is named as a word processor's document and cannot be read as one.
    NotOffice(NotOffice),
    /// It has so many blocks, more than [`MOST_BLOCKS`].
    TooManyBlocks(usize),
}

impl fmt::Display for NotArticle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText(error) => error.fmt(f),
            Self::NotOffice(error) => error.fmt(f),
            Self::TooManyBlocks(n_blocks) => f.write_str(&too_many_blocks(*n_blocks)),
        }
    }
}

impl std::error::Error for NotArticle {}

/// What is said of an article of more than [`MOST_BLOCKS`].
pub(super) fn too_many_blocks(n_blocks: usize) -> String {
    format!(
        "it has {n_blocks} paragraphs, items and cells, and articles of more than {MOST_BLOCKS} are \
         not read"
    )
}

/// Opens a file called `name`. Without a format the text is read as what it begins like.
///
/// # Errors
/// The bytes hold no text, or are no document of the format they are said to be.
pub fn open(name: &str, bytes: Vec<u8>, format: Option<Format>) -> Result<Opened, NotArticle> {
    if let Some(format @ (Format::Docx | Format::Odt)) = format {
        let (source, document) =
            office::open(name, &bytes, format).map_err(NotArticle::NotOffice)?;
        return whole(Opened { source, document });
    }
    let may_declare = matches!(format, None | Some(Format::Html));
    let declared = may_declare.then(|| html::declared_encoding(&bytes)).flatten();
    let source = Source::decode(name, bytes, declared.as_deref()).map_err(NotArticle::NotText)?;
    let document = lift(&source, format.unwrap_or_else(|| sniff(source.text())));
    whole(Opened { source, document })
}

fn whole(opened: Opened) -> Result<Opened, NotArticle> {
    match opened.document.n_left_out {
        0 => Ok(opened),
        n_more => Err(NotArticle::TooManyBlocks(MOST_BLOCKS + n_more)),
    }
}
