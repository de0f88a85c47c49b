//! Where reports go: one run, several of them.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::args::LookArgs;
use super::terminal;
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Format, Piece, Render};

/// A report asked for: `json`, `json=report.json`.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    format: Format,
    file: Option<PathBuf>,
}

impl Output {
    /// Reads `FORMAT` or `FORMAT=FILE`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let (name, file) = match text.split_once('=') {
            Some((_, "")) => return Err(format!("a file name should follow the = of {text}")),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let names = Format::ALL.map(|(known, _)| known).join(", ");
        let format = Format::named(name).ok_or(format!("the formats are {names}"))?;
        Ok(Self { format, file })
    }

    /// Whether it goes to a file, not to stdout.
    pub(crate) const fn is_to_file(&self) -> bool {
        self.file.is_some()
    }

    /// Opens it.
    pub(crate) fn open(&self, args: &LookArgs) -> Result<OpenReport, Failure> {
        let (look, writer): (_, Box<dyn Write>) = match &self.file {
            None => (terminal::look_of(&io::stdout(), args), Box::new(io::stdout().lock())),
            Some(path) => match File::create(path) {
                Ok(file) => (terminal::look_of_file(args), Box::new(file)),
                Err(error) => return Err(unwritable(&path.to_string_lossy(), &error)),
            },
        };
        let path = self.file.as_ref().map(|path| path.to_string_lossy().into_owned());
        Ok(OpenReport {
            renderer: Arc::from(self.format.renderer(look)),
            writer: BufWriter::with_capacity(1 << 16, writer),
            path: path.unwrap_or_else(|| "standard output".into()),
            has_body: false,
            tail: String::new(),
            failed: None,
        })
    }
}

/// A report being written. After the first failure nothing more is tried.
pub(crate) struct OpenReport {
    renderer: Arc<dyn Render>,
    writer: BufWriter<Box<dyn Write>>,
    path: String,
    has_body: bool,
    tail: String,
    failed: Option<io::Error>,
}

impl OpenReport {
    /// What makes pieces of articles, on any thread.
    pub(crate) fn renderer(&self) -> Arc<dyn Render> {
        Arc::clone(&self.renderer)
    }

    /// Writes what stands before all articles.
    pub(crate) fn begin(&mut self) {
        let head = self.renderer.head();
        self.write(&head);
    }

    /// Writes an article's piece.
    pub(crate) fn add(&mut self, piece: &Piece) {
        let separator = self.renderer.separator();
        if !piece.body.is_empty() {
            if self.has_body {
                self.write(separator);
            }
            self.has_body = true;
            self.write(&piece.body);
        }
        if !piece.tail.is_empty() {
            if !self.tail.is_empty() {
                self.tail.push_str(separator);
            }
            self.tail.push_str(&piece.tail);
        }
    }

    /// Writes what stands after all articles.
    pub(crate) fn end(&mut self, closing: &Closing<'_>) {
        let tail = std::mem::take(&mut self.tail);
        let foot = self.renderer.foot(&tail, closing);
        self.write(&foot);
        if self.failed.is_none() {
            self.failed = self.writer.flush().err();
        }
    }

    /// Whether its reader is gone (`| head`), which is no failure but ends the work.
    pub(crate) fn is_closed(&self) -> bool {
        matches!(&self.failed, Some(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Why it could not be written, unless its reader is gone.
    pub(crate) fn failure(&self) -> Option<Failure> {
        let error = self.failed.as_ref().filter(|_| !self.is_closed())?;
        Some(unwritable(&self.path, error))
    }

    fn write(&mut self, text: &str) {
        if self.failed.is_none() {
            self.failed = self.writer.write_all(text.as_bytes()).err();
        }
    }
}

/// The pieces every open report makes of an article.
pub(crate) fn pieces(renderers: &[Arc<dyn Render>], article: &Article<'_>) -> Vec<Piece> {
    renderers.iter().map(|renderer| renderer.article(article)).collect()
}

fn unwritable(path: &str, error: &io::Error) -> Failure {
    Failure {
        code: "unwritable",
        path: Some(path.into()),
        place: None,
        message: format!("the report cannot be written: {error}"),
        help: "name a file in a folder that exists and may be written to".into(),
    }
}
