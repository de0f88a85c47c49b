//! Archives line by line: an archive may be larger than memory, an article may not.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;

use super::text_file::unreadable;
use crate::document::MOST_MEGABYTES;
use crate::report::problem::Failure;
use crate::source::{Location, Source};

/// So many lines, or so many bytes, are in work at a time.
const BATCH_LINES: usize = 512;
const BATCH_BYTES: usize = 16 << 20;

/// The lines of an archive, read as they are asked for.
pub(crate) struct ArchiveFile {
    name: String,
    reader: Box<dyn BufRead>,
    /// Bytes and lines read so far.
    n_bytes: usize,
    n_lines: usize,
    is_done: bool,
}

impl ArchiveFile {
    /// Opens the archive at `path`, called `name` in reports.
    pub(crate) fn open(path: &Path, name: &str) -> Result<Self, Failure> {
        let file = File::open(path).map_err(|error| unreadable(name, &error))?;
        Ok(Self::new(name, Box::new(BufReader::new(file))))
    }

    /// Reads an archive from standard input.
    pub(crate) fn stdin(name: &str) -> Self {
        Self::new(name, Box::new(io::stdin().lock()))
    }

    fn new(name: &str, reader: Box<dyn BufRead>) -> Self {
        Self { name: name.to_owned(), reader, n_bytes: 0, n_lines: 0, is_done: false }
    }

    /// The next lines; empty at the end.
    pub(crate) fn batch(&mut self) -> Vec<Result<Source, Failure>> {
        let mut lines = Vec::new();
        let mut n_bytes = 0;
        while lines.len() < BATCH_LINES && n_bytes < BATCH_BYTES {
            let Some(line) = self.line() else { break };
            n_bytes += line.as_ref().map_or(0, |line| line.text().len());
            lines.push(line);
        }
        lines
    }

    fn line(&mut self) -> Option<Result<Source, Failure>> {
        const LIMIT: usize = (MOST_MEGABYTES as usize) << 20;
        if self.is_done {
            return None;
        }
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(LIMIT as u64 + 1).read_until(b'\n', &mut bytes);
        let (start, n_lines_before) = (self.n_bytes, self.n_lines);
        match read {
            Ok(0) => return None,
            Ok(n_read) => self.n_bytes += n_read,
            Err(error) => {
                self.is_done = true;
                return Some(Err(unreadable(&self.name, &error)));
            }
        }
        self.n_lines += 1;
        let message = if bytes.len() > LIMIT {
            self.skip_line();
            format!("longer than {MOST_MEGABYTES} MB")
        } else {
            let mark_len = if start == 0 && bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
            while bytes.last().is_some_and(|last| b"\r\n".contains(last)) {
                bytes.pop();
            }
            bytes.drain(..mark_len);
            match String::from_utf8(bytes) {
                Ok(text) => {
                    let start = start + mark_len;
                    return Some(Ok(Source::line_of_file(
                        &*self.name,
                        text,
                        start,
                        n_lines_before,
                    )));
                }
                Err(_) => "not UTF-8, as JSON is".to_owned(),
            }
        };
        Some(Err(bad_line(&self.name, n_lines_before + 1, &format!("the line is {message}"))))
    }

    /// Reads on to the line's end, keeping nothing.
    fn skip_line(&mut self) {
        loop {
            let Ok(buffer) = self.reader.fill_buf() else {
                self.is_done = true;
                return;
            };
            let end = memchr::memchr(b'\n', buffer);
            let n_used = end.map_or(buffer.len(), |end| end + 1);
            let is_end = buffer.is_empty() || end.is_some();
            self.reader.consume(n_used);
            self.n_bytes += n_used;
            if is_end {
                return;
            }
        }
    }

    /// What is said when no more of it is read.
    pub(crate) fn given_up(&self, n_bad: usize) -> Failure {
        Failure {
            code: "bad-record",
            path: Some(self.name.clone()),
            place: None,
            message: format!(
                "{n_bad} lines are no articles; those after line {} are left out",
                self.n_lines
            ),
            help: "mend the lines named above, and check it again".into(),
        }
    }
}

/// A line that is no article.
pub(crate) fn bad_line(name: &str, line_number: usize, error: &str) -> Failure {
    Failure {
        code: "bad-record",
        path: Some(name.into()),
        place: Some(Location { line_number, column: 1 }),
        message: format!("line {line_number}: {error}"),
        help: "write an article a line: {\"id\": \"a-1\", \"text\": \"...\", \"date\": \
               \"2021-01-27\", \"format\": \"markdown\"}, the last two if you like"
            .into(),
    }
}
