//! Reading articles and working on them: in parallel, in bounded chunks, handed over in order.

use std::ops::ControlFlow;
use std::path::Path;

use rayon::prelude::*;

use super::archive_file::{ArchiveFile, bad_line};
use super::cache::Key;
use super::find::Found;
use super::interrupt;
use super::progress::Progress;
use super::rule_files::shown;
use super::text_file;
use crate::document::{self, Document, Format, NotArticle, Opened};
use crate::report::problem::Failure;
use crate::source::{NotText, Source};

/// Articles in work at a time, and bytes of them beside the last: enough for all cores, and a bound
/// on memory.
const CHUNK: usize = 512;
const CHUNK_BYTES: u64 = 16 << 20;
/// The first are fewer, so that what is found in them is shown at once.
const FIRST_CHUNK: usize = 32;

/// An archive with more bad lines than this is something else.
const MOST_BAD_LINES: usize = 20;

/// Does `work` on every article, on all cores, and hands the results to `take` in order, until it
/// breaks off.
pub(crate) fn each<T: Send>(
    found: &[Found],
    work: impl Fn(&Source, Document) -> T + Sync,
    take: impl FnMut(Result<T, Failure>) -> ControlFlow<()>,
) {
    let anew = |source: &Source, document: Document, _| work(source, document);
    _ = each_unless_known(found, |_, _| Err(None), anew, take);
}

/// As [`each`], but first asks `known` of a file's name and bytes: for what is to be handed over as
/// it is, or else for a key that goes with the article. Breaks off when `take` does, and at Ctrl-C.
pub(crate) fn each_unless_known<T: Send>(
    found: &[Found],
    known: impl Fn(&str, &[u8]) -> Result<T, Option<Key>> + Sync,
    work: impl Fn(&Source, Document, Option<Key>) -> T + Sync,
    mut take: impl FnMut(Result<T, Failure>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let progress = Progress::new(found.len());
    let work_on = |opened: Opened| work(&opened.source, opened.document, None);
    let work_on_file = |found: &Found| read(found, &known, &work);
    let mut shown = |done| progress.aside(|| take(done));
    for run in found.chunk_by(|one, other| !is_archive(one) && !is_archive(other)) {
        let flow = match run {
            [archive] if is_archive(archive) => {
                let flow = each_record(archive, &work_on, &mut shown);
                progress.step();
                flow
            }
            files => each_file(files, &progress, &work_on_file, &mut shown),
        };
        flow?;
    }
    ControlFlow::Continue(())
}

fn each_file<T: Send>(
    files: &[Found],
    progress: &Progress,
    work: &(impl Fn(&Found) -> Option<Result<T, Failure>> + Sync),
    take: &mut impl FnMut(Result<T, Failure>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let work_on = |found: &Found| {
        let done = work(found);
        progress.step();
        done
    };
    let mut rest = files;
    let mut most = FIRST_CHUNK;
    while !rest.is_empty() {
        if interrupt::is_wanted() {
            return ControlFlow::Break(());
        }
        let (chunk, later) = rest.split_at(chunk_length(rest).min(most));
        (rest, most) = (later, CHUNK);
        let results: Vec<_> = match chunk {
            // No threads are started for a single article.
            [one] => work_on(one).into_iter().collect(),
            many => many.par_iter().filter_map(work_on).collect(),
        };
        results.into_iter().try_for_each(&mut *take)?;
    }
    ControlFlow::Continue(())
}

/// How many of the files are worked on together.
fn chunk_length(files: &[Found]) -> usize {
    let mut n_bytes = 0;
    let fits = files.iter().take(CHUNK).take_while(|found| {
        let has_room = n_bytes < CHUNK_BYTES;
        n_bytes += match found {
            Found::Stdin { .. } => 0,
            Found::File { path, .. } => path.metadata().map_or(0, |metadata| metadata.len()),
        };
        has_room
    });
    fits.count()
}

/// What became of a line of an archive.
enum Line<T> {
    Done(T),
    Bad(Failure),
}

fn each_record<T: Send>(
    archive: &Found,
    work: &(impl Fn(Opened) -> T + Sync),
    take: &mut impl FnMut(Result<T, Failure>) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (file, named) = match archive {
        Found::Stdin { name, .. } => (Ok(ArchiveFile::stdin(name)), true),
        Found::File { path, named, .. } => (ArchiveFile::open(path, &shown(path)), *named),
    };
    let mut file = match file {
        Ok(file) => file,
        Err(failure) => return take(Err(failure)),
    };
    let mut n_bad = 0;
    let mut is_first = true;
    loop {
        let batch = file.batch();
        if batch.is_empty() {
            return ControlFlow::Continue(());
        }
        if interrupt::is_wanted() {
            return ControlFlow::Break(());
        }
        let is_alone = batch.len() == 1;
        let work_on = |line: Result<Source, Failure>| record(line, work);
        let lines: Vec<_> = match is_alone {
            true => batch.into_iter().filter_map(work_on).collect(),
            false => batch.into_par_iter().filter_map(work_on).collect(),
        };
        for line in lines {
            // A file that nobody named and that begins with something else is no archive.
            if is_first && !named && matches!(line, Line::Bad(_)) {
                return ControlFlow::Continue(());
            }
            is_first = false;
            match line {
                Line::Done(done) => take(Ok(done))?,
                Line::Bad(failure) => {
                    n_bad += 1;
                    take(Err(failure))?;
                }
            }
            if n_bad == MOST_BAD_LINES {
                return take(Err(file.given_up(n_bad)));
            }
        }
    }
}

/// A line's article, worked on; none for a blank line.
fn record<T>(line: Result<Source, Failure>, work: &impl Fn(Opened) -> T) -> Option<Line<T>> {
    let line = match line {
        Ok(line) => line,
        Err(failure) => return Some(Line::Bad(failure)),
    };
    let (name, line_number) = (line.name().to_owned(), line.location(0).line_number);
    Some(match document::open_record(line)? {
        Ok(opened) => Line::Done(work(opened)),
        Err(error) => Line::Bad(bad_line(&name, line_number, &error.to_string())),
    })
}

/// Reads an article and works on it unless it is known. `None`: a file without text that nobody
/// named.
fn read<T>(
    found: &Found,
    known: &impl Fn(&str, &[u8]) -> Result<T, Option<Key>>,
    work: &impl Fn(&Source, Document, Option<Key>) -> T,
) -> Option<Result<T, Failure>> {
    let name = found.name();
    let named = !matches!(found, Found::File { named: false, .. });
    let bytes = match bytes_of(found) {
        Ok(bytes) => bytes,
        Err(failure) => return Some(Err(failure)),
    };
    // What standard input is called says nothing of where it came from.
    let key = match found {
        Found::Stdin { .. } => None,
        Found::File { .. } => match known(&name, &bytes) {
            Ok(done) => return Some(Ok(done)),
            Err(key) => key,
        },
    };
    match document::open(&name, bytes, format_of(found)) {
        Ok(opened) => Some(Ok(work(&opened.source, opened.document, key))),
        Err(NotArticle::NotText(NotText::Binary | NotText::Kind(_))) if !named => None,
        Err(error) => Some(Err(no_article(name, &error))),
    }
}

/// The bytes of an article, from memory where it was read ahead.
pub(crate) fn bytes_of(found: &Found) -> Result<Vec<u8>, Failure> {
    match found {
        Found::Stdin { ahead: Some(bytes), .. } | Found::File { ahead: Some(bytes), .. } => {
            Ok(bytes.clone())
        }
        Found::Stdin { name, .. } => text_file::read_stdin(name),
        Found::File { path, .. } => text_file::read_bytes(path, &shown(path)),
    }
}

/// Whether it holds many articles, a line each.
pub(crate) fn is_archive(found: &Found) -> bool {
    format_of(found) == Some(Format::Archive)
}

/// By the name; a text of unknown kind that somebody named is plain. What comes from standard
/// input without a name is read as what it begins like.
pub(crate) fn format_of(found: &Found) -> Option<Format> {
    let path = match found {
        Found::Stdin { name, .. } => Path::new(name),
        Found::File { path, .. } => path,
    };
    let by_name = path.extension().and_then(|_| Format::of(&path.to_string_lossy()));
    by_name.or(match found {
        Found::Stdin { .. } => None,
        Found::File { .. } => Some(Format::Plain),
    })
}

fn no_article(name: String, error: &NotArticle) -> Failure {
    let (code, help) = match error {
        NotArticle::NotText(NotText::Utf32) => {
            ("not-text", "convert it, for instance: iconv -f UTF-32 -t UTF-8")
        }
        NotArticle::NotText(NotText::TooLong) | NotArticle::TooManyBlocks(_) => {
            ("too-large", text_file::SPLIT)
        }
        NotArticle::NotText(_) => {
            ("binary", "save its text as .txt, .md, .html, .docx or .odt and check that")
        }
        NotArticle::NotOffice(_) => {
            ("broken-document", "open it in a word processor and save it again, without a password")
        }
    };
    let message = error.to_string();
    Failure { code, path: Some(name), place: None, message, help: help.into() }
}
