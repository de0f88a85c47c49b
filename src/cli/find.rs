//! Finding articles: the files named, and those of a known format under the folders named, as
//! ripgrep and ruff find theirs.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::args::ArticleArgs;
use super::rule_files::{canonical, shown, unwalkable};
use super::text_file;
use crate::document::Format;
use crate::report::Problem;
use crate::report::problem::Failure;

/// An article that was found, not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// Standard input, with what it is called.
    Stdin(String),
    /// A file.
    File {
        /// Its path.
        path: PathBuf,
        /// Whether it was named, or found under a folder.
        named: bool,
    },
}

/// The articles in order of path, each once; what is wrong with the paths goes to `problems`.
pub(crate) fn find(
    args: &ArticleArgs,
    rule_files: &HashSet<PathBuf>,
    problems: &mut Vec<Problem>,
) -> Vec<Found> {
    let excluded = match excluded(&args.exclude) {
        Ok(excluded) => excluded,
        Err(failure) => {
            problems.push(Problem::Failure(failure));
            return Vec::new();
        }
    };
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here[..] } else { &args.paths[..] };
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let name = args.stdin_filename.clone();
            found.push(Found::Stdin(name.unwrap_or_else(|| "<stdin>".into())));
            continue;
        }
        match std::fs::metadata(path) {
            Err(error) => {
                problems.push(Problem::Failure(text_file::unreadable(&shown(path), &error)));
            }
            Ok(metadata) if metadata.is_dir() => {
                found.extend(files_under(path, &excluded, problems));
            }
            Ok(_) if args.force_exclude && is_excluded(&excluded, path) => {}
            Ok(_) => found.push(Found::File { path: path.clone(), named: true }),
        }
    }
    in_order(found, rule_files)
}

fn files_under(folder: &Path, excluded: &Gitignore, problems: &mut Vec<Problem>) -> Vec<Found> {
    let mut found = Vec::new();
    let filter = excluded.clone();
    let wanted = move |entry: &DirEntry| entry.depth() == 0 || !is_excluded(&filter, entry.path());
    for entry in WalkBuilder::new(folder).require_git(false).filter_entry(wanted).build() {
        match entry {
            Ok(entry) if is_article(entry.path()) && !is_something_else(entry.path()) => {
                found.push(Found::File { path: entry.into_path(), named: false });
            }
            Ok(_) => {}
            Err(error) => problems.push(Problem::Failure(unwalkable(folder, &error))),
        }
    }
    if found.is_empty() {
        problems.push(Problem::Failure(Failure {
            code: "no-articles",
            path: Some(shown(folder)),
            place: None,
            message: "the folder holds no article".into(),
            help: "articles are .txt, .md, .mdx, .html, .rst, .adoc, .docx, .odt and .jsonl files \
                   that no .gitignore or --exclude leaves out; another file is read when it is named"
                .into(),
        }));
    }
    found
}

/// In order of path, without repetitions and rule files. Standard input comes first.
fn in_order(mut found: Vec<Found>, rule_files: &HashSet<PathBuf>) -> Vec<Found> {
    found.retain(|found| match found {
        Found::Stdin(_) => true,
        Found::File { path, named } => !named || !rule_files.contains(&canonical(path)),
    });
    // A named file stands before the same file found under a folder, and stays.
    found.sort_by(|a, b| order(a).cmp(&order(b)));
    found.dedup_by(|later, earlier| order(later).0 == order(earlier).0);
    found
}

fn order(found: &Found) -> (Option<&Path>, bool) {
    match found {
        Found::Stdin(_) => (None, false),
        Found::File { path, named } => (Some(path.strip_prefix("./").unwrap_or(path)), !named),
    }
}

fn excluded(globs: &[String]) -> Result<Gitignore, Failure> {
    let mut builder = GitignoreBuilder::new("");
    for glob in globs {
        builder.add_line(None, glob).map_err(|error| bad_glob(glob, &error))?;
    }
    builder.build().map_err(|error| bad_glob("", &error))
}

fn is_excluded(excluded: &Gitignore, path: &Path) -> bool {
    let mut relative = path.strip_prefix("./").unwrap_or(path);
    relative = relative.strip_prefix("/").unwrap_or(relative);
    excluded.matched_path_or_any_parents(relative, path.is_dir()).is_ignore()
}

fn bad_glob(glob: &str, error: &ignore::Error) -> Failure {
    Failure {
        code: "bad-glob",
        path: None,
        place: None,
        message: format!("--exclude {glob}: {error}"),
        help: "write it as in a .gitignore, for instance --exclude 'drafts/**'".into(),
    }
}

/// A folder, or a pipe or device, which might never end. A link to nothing is told when it is read.
fn is_something_else(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

/// Whether a file under a folder is an article. A file without an extension has to be named:
/// LICENSE and Makefile are not articles. Nor is what Word keeps beside an open document.
fn is_article(path: &Path) -> bool {
    let is_lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    !is_lock && path.extension().is_some() && Format::of(&path.to_string_lossy()).is_some()
}
