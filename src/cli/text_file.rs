//! Reading files whole, up to a size, with words for everything that can be wrong with them.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::document::MOST_MEGABYTES;
use crate::report::problem::Failure;
use crate::source::Source;

/// The rule file as a source called `name`. Rule files are UTF-8.
pub(crate) fn read(path: &Path, name: &str) -> Result<Source, Failure> {
    decoded(read_bytes(path, name)?, name)
}

/// The bytes of a file called `name` in messages.
pub(crate) fn read_bytes(path: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let file = File::open(path).map_err(|error| unreadable(name, &error))?;
    let size = file.metadata().map_or(0, |metadata| metadata.len());
    if size > MOST_MEGABYTES << 20 {
        return Err(too_large(name, Some(size)));
    }
    // A file may grow while it is read, and a device has no size.
    read_up_to_limit(file, usize::try_from(size + 1).unwrap_or_default(), name)
}

/// All of standard input, called `name` in messages.
pub(crate) fn read_stdin(name: &str) -> Result<Vec<u8>, Failure> {
    read_up_to_limit(io::stdin().lock(), 0, name)
}

fn read_up_to_limit(reader: impl Read, n_expected: usize, name: &str) -> Result<Vec<u8>, Failure> {
    const LIMIT: u64 = MOST_MEGABYTES << 20;
    let mut bytes = Vec::with_capacity(n_expected);
    match reader.take(LIMIT + 1).read_to_end(&mut bytes) {
        Ok(n_read) if n_read as u64 > LIMIT => Err(too_large(name, None)),
        Ok(_) => Ok(bytes),
        Err(error) => Err(unreadable(name, &error)),
    }
}

/// The remedy for what is too large.
pub(crate) const SPLIT: &str =
    "split it, or keep many articles in an archive: a .jsonl file with one a line";

fn too_large(name: &str, size: Option<u64>) -> Failure {
    let size = match size {
        Some(size) => format!("it is {} MB long", size >> 20),
        None => format!("it goes on after {MOST_MEGABYTES} MB"),
    };
    Failure {
        code: "too-large",
        path: Some(name.into()),
        place: None,
        message: format!("{size}, and files of more than {MOST_MEGABYTES} MB are not read"),
        help: SPLIT.into(),
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

fn decoded(bytes: Vec<u8>, name: &str) -> Result<Source, Failure> {
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if is_utf16 {
        let message = "it is UTF-16, and rule files are UTF-8 (byte 1 begins its mark)";
        return Err(not_utf8(name, message.into(), "UTF-16", None));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(name, text)),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let before = String::from_utf8_lossy(&bytes[..valid]).into_owned();
            let place = Source::new(name, before).location(valid);
            let message = format!(
                "it is not UTF-8, as rule files are: byte {} (line {}, column {}) is 0x{:02X}",
                valid + 1,
                place.line_number,
                place.column,
                bytes[valid],
            );
            Err(not_utf8(name, message, "WINDOWS-1252", Some(place)))
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
