//! The parts of a zip, from memory, each up to a limit: a small file may unpack to terabytes.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::NotOffice;
use crate::document::MOST_MEGABYTES;

/// A zip in memory.
#[derive(Debug)]
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Package<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Result<Self, NotOffice> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        archive.map(|archive| Self { archive }).map_err(|error| unpackable(&error))
    }

    /// A part as text; none when it is not there. Bytes that are not UTF-8 become U+FFFD.
    pub(super) fn part(&mut self, name: &'static str) -> Result<Option<String>, NotOffice> {
        const LIMIT: u64 = MOST_MEGABYTES << 20;
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(unpackable(&error)),
        };
        let mut bytes = Vec::new();
        // The size a zip states of itself may be a lie.
        let n_read = part.take(LIMIT + 1).read_to_end(&mut bytes);
        match n_read {
            Err(error) => Err(NotOffice::NotPackage(error.to_string())),
            Ok(n_read) if n_read as u64 > LIMIT => Err(NotOffice::TooLarge(name, MOST_MEGABYTES)),
            Ok(_) => Ok(Some(match String::from_utf8(bytes) {
                Ok(text) => text,
                Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
            })),
        }
    }
}

fn unpackable(error: &ZipError) -> NotOffice {
    NotOffice::NotPackage(error.to_string())
}
