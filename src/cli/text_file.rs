//! Reading a file as UTF-8 text, with words for everything that can be wrong with it.

use std::io::{self, Read as _};
use std::path::Path;

use crate::report::problem::Failure;
use crate::source::Source;

/// A NUL among so many first bytes makes a file binary, as for git and ripgrep.
const PROBE_LENGTH: usize = 8000;

/// Why a file could not be read as text.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// It holds no text.
    Binary(Failure),
    /// Anything else.
    Failure(Failure),
}

impl Unreadable {
    /// The failure, of either sort.
    pub(crate) fn failure(self) -> Failure {
        match self {
            Self::Binary(failure) | Self::Failure(failure) => failure,
        }
    }
}

/// The file as a source called `name`.
pub(crate) fn read(path: &Path, name: &str) -> Result<Source, Unreadable> {
    match std::fs::read(path) {
        Ok(bytes) => decoded(bytes, name),
        Err(error) => Err(Unreadable::Failure(unreadable(name, &error))),
    }
}

/// Standard input as a source called `name`.
pub(crate) fn read_stdin(name: &str) -> Result<Source, Unreadable> {
    let mut bytes = Vec::new();
    match io::stdin().lock().read_to_end(&mut bytes) {
        Ok(_) => decoded(bytes, name),
        Err(error) => Err(Unreadable::Failure(unreadable(name, &error))),
    }
}

/// A path with what the system says of it.
pub(crate) fn unreadable(name: &str, error: &io::Error) -> Failure {
    let (code, message, help) = match error.kind() {
        io::ErrorKind::NotFound => {
            ("no-such-path", "there is no such file or folder", "check the spelling of the path")
        }
        io::ErrorKind::PermissionDenied => {
            ("unreadable", "it may not be read", "give yourself permission to read it")
        }
        _ => ("unreadable", "it cannot be read", "make it a readable file or folder"),
    };
    let message = match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => message.to_owned(),
        _ => format!("{message}: {error}"),
    };
    Failure { code, path: Some(name.into()), place: None, message, help: help.into() }
}

fn decoded(bytes: Vec<u8>, name: &str) -> Result<Source, Unreadable> {
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_utf16 {
        let message = "it is UTF-16, not UTF-8 (byte 1 begins its mark)";
        return Err(Unreadable::Failure(not_utf8(name, message.into(), "UTF-16", None)));
    }
    if memchr::memchr(0, &bytes[..bytes.len().min(PROBE_LENGTH)]).is_some() {
        return Err(Unreadable::Binary(Failure {
            code: "binary",
            path: Some(name.into()),
            place: None,
            message: "it is a binary file, not an article".into(),
            help: "save its text as .txt, .md or .html and check that".into(),
        }));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let before = String::from_utf8_lossy(&bytes[..valid]).into_owned();
            let place = Source::new(name, before).location(valid);
            let message = format!(
                "it is not UTF-8: byte {} (line {}, column {}) is 0x{:02X}",
                valid + 1,
                place.line_number,
                place.column,
                bytes[valid],
            );
            Err(Unreadable::Failure(not_utf8(name, message, "WINDOWS-1252", Some(place))))
        }
    }
}

fn not_utf8(
    name: &str,
    message: String,
    encoding: &str,
    place: Option<crate::source::Location>,
) -> Failure {
    let help = format!("convert it, for instance: iconv -f {encoding} -t UTF-8");
    Failure { code: "not-utf8", path: Some(name.into()), place, message, help }
}
