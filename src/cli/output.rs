//! Where reports go: one run, several of them.
//!
//! A report file appears whole or not at all: it is written beside its place and moved there at the
//! end. What is no plain file (a pipe, `/dev/stdout`) is written to as it is.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::{NamedTempFile, TempPath};

use super::args::LookArgs;
use super::rule_files::canonical;
use super::terminal;
use crate::report::problem::Failure;
use crate::report::{Article, Closing, Format, Piece, Render};

/// What is reported is held back no longer than this while more comes.
const MOST_DELAY: Duration = Duration::from_millis(100);

/// What standard output is called in messages.
pub(crate) const STDOUT: &str = "standard output";

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
            Some((name, "-")) => (name, None),
            Some((name, file)) => (name, Some(PathBuf::from(file))),
            None => (text, None),
        };
        let names = Format::ALL.map(|format| format.name).join(", ");
        let format = Format::named(name).ok_or(format!("the formats are {names}"))?;
        Ok(Self { format, file })
    }

    /// The file it is written to.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether it is written to this file.
    pub(crate) fn is_at(&self, path: &Path) -> bool {
        self.file().is_some_and(|file| place_of(file) == place_of(path))
    }

    /// Whether it puts data for a machine on stdout.
    pub(crate) fn is_data_on_stdout(&self) -> bool {
        self.file.is_none() && !matches!(self.format.name, "human" | "short")
    }

    /// Opens it.
    fn open(&self, args: &LookArgs) -> Result<OpenReport, Failure> {
        let (look, target) = match &self.file {
            None => (terminal::look_of(&io::stdout(), args), Target::stdout()),
            Some(path) => match Target::file(path) {
                Ok(target) => (terminal::look_of_file(args), target),
                Err(error) => return Err(unwritable(&self.name(), &error)),
            },
        };
        Ok(OpenReport {
            identity: format!("{} {look:?}", self.format.name),
            renderer: Arc::from(self.format.renderer(look)),
            target,
            path: self.name(),
            has_body: false,
            tail: String::new(),
            failed: None,
        })
    }

    /// What its place is called in messages.
    fn name(&self) -> String {
        let path = self.file.as_ref().map(|path| path.to_string_lossy().into_owned());
        path.unwrap_or_else(|| STDOUT.into())
    }
}

/// Opens all reports, or says why one cannot be written.
pub(crate) fn open(outputs: &[Output], args: &LookArgs) -> Result<Vec<OpenReport>, Failure> {
    let place = |output: &Output| output.file.as_deref().map(place_of);
    for (index, output) in outputs.iter().enumerate() {
        if outputs[..index].iter().any(|earlier| place(earlier) == place(output)) {
            return Err(two_in_one(&output.name()));
        }
    }
    outputs.iter().map(|output| output.open(args)).collect()
}

/// Where a file stands or will stand, however its path is written.
fn place_of(path: &Path) -> PathBuf {
    match (path.exists(), path.parent(), path.file_name()) {
        (false, Some(folder), Some(name)) if folder.as_os_str().is_empty() => {
            canonical(Path::new(".")).join(name)
        }
        (false, Some(folder), Some(name)) => canonical(folder).join(name),
        _ => canonical(path),
    }
}

/// What a report is written to.
struct Target {
    writer: BufWriter<Box<dyn Write>>,
    /// Where it is written until it is whole, and where it belongs then.
    draft: Option<(TempPath, PathBuf)>,
    flushed: Instant,
}

impl Target {
    fn stdout() -> Self {
        Self::of(Box::new(io::stdout().lock()), None)
    }

    fn file(path: &Path) -> io::Result<Self> {
        // A link stays a link: what it leads to is replaced.
        // Where `/dev/stderr` leads was opened by somebody else, who goes on writing to it.
        if ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder)) {
            let file = File::options().append(true).open(path)?;
            return Ok(Self::of(Box::new(file), None));
        }
        let place = place_of(path);
        let before = fs::metadata(&place).ok();
        if before.as_ref().is_some_and(|before| !before.is_file()) {
            let file = File::options().write(true).open(&place)?;
            return Ok(Self::of(Box::new(file), None));
        }
        if before.as_ref().is_some_and(|before| before.permissions().readonly()) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let draft = draft_in(place.parent().unwrap_or(Path::new(".")))?;
        if let Some(before) = before {
            draft.as_file().set_permissions(before.permissions())?;
        }
        let (file, draft) = draft.into_parts();
        Ok(Self::of(Box::new(file), Some((draft, place))))
    }

    fn of(writer: Box<dyn Write>, draft: Option<(TempPath, PathBuf)>) -> Self {
        let writer = BufWriter::with_capacity(1 << 16, writer);
        Self { writer, draft, flushed: Instant::now() }
    }

    /// Writes, and now and then lets a reader see it while the run goes on.
    fn write(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_all(text.as_bytes())?;
        if self.flushed.elapsed() > MOST_DELAY {
            self.flushed = Instant::now();
            self.writer.flush()?;
        }
        Ok(())
    }

    /// Ends the writing and puts the file in its place.
    fn finish(&mut self) -> io::Result<()> {
        self.writer.flush()?;
        match self.draft.take() {
            Some((draft, place)) => draft.persist(place).map_err(|error| error.error),
            None => Ok(()),
        }
    }
}

/// A new file in a folder, which goes away unless it is put in its place.
fn draft_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".factlint-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file, less what the umask takes.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// A report being written. After the first failure nothing more is tried.
pub(crate) struct OpenReport {
    identity: String,
    renderer: Arc<dyn Render>,
    target: Target,
    path: String,
    has_body: bool,
    tail: String,
    failed: Option<io::Error>,
}

impl OpenReport {
    /// Its format and look: what its pieces depend on beside the article.
    pub(crate) fn identity(&self) -> &str {
        &self.identity
    }

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

    /// Lets a reader see all that was written, before anything is told on another stream.
    pub(crate) fn catch_up(&mut self) {
        if self.failed.is_none() {
            self.failed = self.target.writer.flush().err();
        }
    }

    /// Writes what stands after all articles.
    pub(crate) fn end(&mut self, closing: &Closing<'_>) {
        let tail = std::mem::take(&mut self.tail);
        let foot = self.renderer.foot(&tail, closing);
        self.write(&foot);
        if self.failed.is_none() {
            self.failed = self.target.finish().err();
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
            self.failed = self.target.write(text).err();
        }
    }
}

/// The pieces every open report makes of an article.
pub(crate) fn pieces(renderers: &[Arc<dyn Render>], article: &Article<'_>) -> Vec<Piece> {
    renderers.iter().map(|renderer| renderer.article(article)).collect()
}

pub(crate) fn unwritable(path: &str, error: &io::Error) -> Failure {
    let help = match error.kind() {
        io::ErrorKind::NotFound => "make the folder first, or name a file in one that exists",
        io::ErrorKind::PermissionDenied => {
            "give yourself permission to write it, or name a file in another folder"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "free some space, or name a file on another disk"
        }
        _ => "name a file in a folder that exists and may be written to",
    };
    Failure {
        code: "unwritable",
        path: Some(path.into()),
        place: None,
        message: format!("it cannot be written: {error}"),
        help: help.into(),
    }
}

fn two_in_one(path: &str) -> Failure {
    Failure {
        code: "two-reports",
        path: Some(path.into()),
        place: None,
        message: "two reports would be written to the same place".into(),
        help: "give each a file of its own: --format FORMAT=FILE".into(),
    }
}
