//! Reading articles and working on them: in parallel, in bounded chunks, handed over in order.

use std::ops::ControlFlow;
use std::path::Path;

use rayon::prelude::*;

use super::find::Found;
use super::progress::Progress;
use super::rule_files::shown;
use super::text_file::{self, Unreadable};
use crate::document::{self, Format};
use crate::report::problem::Failure;
use crate::source::Source;

/// Articles in work at a time: enough for all cores, and a bound on memory.
const CHUNK: usize = 512;

/// Does `work` on every article, on all cores, and hands the results to `take` in order, until it
/// breaks off.
pub(crate) fn each<T: Send>(
    found: &[Found],
    work: impl Fn(&Source, Format) -> T + Sync,
    mut take: impl FnMut(Result<T, Failure>) -> ControlFlow<()>,
) {
    let progress = Progress::new(found.len());
    let work_on = |found: &Found| {
        let done = read(found).map(|read| read.map(|(source, format)| work(&source, format)));
        progress.step();
        done
    };
    for chunk in found.chunks(CHUNK) {
        let results: Vec<_> = match chunk {
            // No threads are started for a single article.
            [one] => work_on(one).into_iter().collect(),
            many => many.par_iter().filter_map(work_on).collect(),
        };
        if progress.aside(|| results.into_iter().try_for_each(&mut take)).is_break() {
            return;
        }
    }
}

/// Reads an article. `None`: a binary file that nobody named.
fn read(found: &Found) -> Option<Result<(Source, Format), Failure>> {
    let (source, path, named) = match found {
        Found::Stdin(name) => (text_file::read_stdin(name), Path::new(name), true),
        Found::File { path, named } => (text_file::read(path, &shown(path)), &**path, *named),
    };
    match source {
        Ok(source) => {
            let format = format_of(found, path, &source);
            Some(Ok((source, format)))
        }
        Err(Unreadable::Binary(_)) if !named => None,
        Err(unreadable) => Some(Err(unreadable.failure())),
    }
}

/// By the name; a text of unknown kind that somebody named is plain.
fn format_of(found: &Found, path: &Path, source: &Source) -> Format {
    let by_name = path.extension().and_then(|_| Format::of(&path.to_string_lossy()));
    by_name.unwrap_or_else(|| match found {
        Found::Stdin(_) => document::sniff(source.text()),
        Found::File { .. } => Format::Plain,
    })
}
