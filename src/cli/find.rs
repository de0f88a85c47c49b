//! Finding articles: the files named, and those of a known format under the folders named, as
//! ripgrep and ruff find theirs.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::args::ArticleArgs;
use super::folder::{Folder, absolute};
use super::project::Project;
use super::rule_files::{canonical, config_problem, shown, unwalkable};
use super::text_file;
use crate::config::{Set, Settings};
use crate::document::Format;
use crate::report::Problem;
use crate::report::problem::Failure;

/// Globs of what is text but no article, read in every folder as a `.gitignore` is.
pub(crate) const IGNORE_FILE: &str = ".factlintignore";

/// An article that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// Standard input.
    Stdin {
        /// What it is called.
        name: String,
        /// Its bytes, where it was read ahead.
        ahead: Option<Vec<u8>>,
    },
    /// A file.
    File {
        /// Its path.
        path: PathBuf,
        /// Whether it was named, or found under a folder.
        named: bool,
        /// Its bytes, where it was read ahead.
        ahead: Option<Vec<u8>>,
    },
}

impl Found {
    /// Standard input of this name, not yet read.
    pub(crate) const fn stdin(name: String) -> Self {
        Self::Stdin { name, ahead: None }
    }

    /// A file, not yet read.
    pub(crate) const fn file(path: PathBuf, named: bool) -> Self {
        Self::File { path, named, ahead: None }
    }

    /// Where its bytes are kept, once it was read ahead.
    pub(crate) const fn ahead(&mut self) -> &mut Option<Vec<u8>> {
        match self {
            Self::Stdin { ahead, .. } | Self::File { ahead, .. } => ahead,
        }
    }

    /// What it is called in reports.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin { name, .. } => name.clone(),
            Self::File { path, .. } => shown(path),
        }
    }
}

/// The articles in order of path, each once; what is wrong with the paths goes to `problems`.
pub(crate) fn find(
    args: &ArticleArgs,
    project: &Project,
    rule_files: &HashSet<PathBuf>,
    problems: &mut Vec<Problem>,
) -> Vec<Found> {
    let excluded = match Excluded::new(project) {
        Ok(excluded) => excluded,
        Err(failure) => {
            problems.push(Problem::Failure(failure));
            return Vec::new();
        }
    };
    let articles = project.settings.articles();
    let paths: Vec<PathBuf> = articles.iter().map(|set| PathBuf::from(&set.value)).collect();
    let ignored = match args.force_exclude {
        true => ignored(&paths),
        false => HashSet::new(),
    };
    let is_out = |path: &Path| {
        args.force_exclude && (excluded.is_match(path) || ignored.contains(&absolute(path)))
    };
    let mut found = Vec::new();
    for (set, path) in articles.iter().zip(&paths) {
        if path.as_os_str() == "-" {
            let name = args.stdin_filename.clone();
            found.push(Found::stdin(name.unwrap_or_else(|| "<stdin>".into())));
            continue;
        }
        match std::fs::metadata(path) {
            Err(error) => {
                let failure = text_file::unreadable(&shown(path), &error);
                problems.push(config_problem(&project.settings.file, set.origin, failure));
            }
            Ok(_) if is_out(path) => {}
            Ok(metadata) if metadata.is_dir() => {
                found.extend(files_under(path, &excluded, problems));
            }
            Ok(_) => found.push(Found::file(path.clone(), true)),
        }
    }
    in_order(found, rule_files)
}

fn files_under(folder: &Path, excluded: &Excluded, problems: &mut Vec<Problem>) -> Vec<Found> {
    let mut found = Vec::new();
    let filter = excluded.clone();
    let wanted = move |entry: &DirEntry| entry.depth() == 0 || !filter.is_match(entry.path());
    for entry in walk(folder).filter_entry(wanted).build() {
        match entry {
            Ok(entry) if is_article(entry.path()) && !is_something_else(entry.path()) => {
                found.push(Found::file(entry.into_path(), false));
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
                   that no .gitignore, .factlintignore or --exclude leaves out; another file is \
                   read when it is named"
                .into(),
        }));
    }
    found
}

/// In order of path, without repetitions and rule files. Standard input comes first.
fn in_order(mut found: Vec<Found>, rule_files: &HashSet<PathBuf>) -> Vec<Found> {
    found.retain(|found| match found {
        Found::Stdin { .. } => true,
        Found::File { path, named, .. } => !named || !rule_files.contains(&canonical(path)),
    });
    // A named file stands before the same file found under a folder, and stays.
    found.sort_by(|a, b| {
        let ((path, named), (other, other_named)) = (order(a), order(b));
        by_path(path, other).then(named.cmp(&other_named))
    });
    found.dedup_by(|later, earlier| order(later).0 == order(earlier).0);
    found
}

/// As paths are ordered. Those of two files in one folder need not be taken apart for it.
fn by_path(path: Option<&Path>, other: Option<&Path>) -> Ordering {
    let (Some(path), Some(other)) = (path, other) else { return path.cmp(&other) };
    let (a, b) = (path.as_os_str().as_encoded_bytes(), other.as_os_str().as_encoded_bytes());
    let n_same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let Some(slash) = a[..n_same].iter().rposition(|&byte| byte == b'/') else {
        return path.cmp(other);
    };
    let (name, other_name) = (&a[slash + 1..], &b[slash + 1..]);
    let is_name = |name: &[u8]| {
        name.iter().all(|byte| !b"/\\".contains(byte)) && !matches!(name, [] | [b'.', ..])
    };
    if is_name(name) && is_name(other_name) { name.cmp(other_name) } else { path.cmp(other) }
}

fn order(found: &Found) -> (Option<&Path>, bool) {
    match found {
        Found::Stdin { .. } => (None, false),
        Found::File { path, named, .. } => {
            // Taking paths apart costs more than this look, and every path is looked at many times.
            let is_here = path.as_os_str().as_encoded_bytes().starts_with(b".");
            let path = path.as_path();
            let plain = if is_here { path.strip_prefix("./").unwrap_or(path) } else { path };
            (Some(plain), !named)
        }
    }
}

/// Walks a folder as ripgrep does, with a file of our own for what is text but no article.
fn walk(folder: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    walk.require_git(false).add_custom_ignore_filename(IGNORE_FILE);
    walk
}

/// Every file below a folder that would be taken for an article.
pub(crate) fn articles_below(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = walk(folder).build().flatten();
    entries.map(DirEntry::into_path).filter(|path| is_article(path) && !is_something_else(path))
}

/// The named paths, absolute, that a `.gitignore` or `.factlintignore` leaves out.
///
/// A walk that is let into nothing but these and the folders above them meets those that are left:
/// so the rules are those of any other walk.
fn ignored(named: &[PathBuf]) -> HashSet<PathBuf> {
    let named: HashSet<PathBuf> = named.iter().map(|path| absolute(path)).collect();
    let mut ignored = named.clone();
    let tops: HashSet<PathBuf> = named.iter().map(|path| top(path)).collect();
    let ways = named.iter().flat_map(|path| path.ancestors());
    let ways: HashSet<PathBuf> = ways.map(Path::to_owned).collect();
    for top in tops {
        ignored.remove(&top);
        let ways = ways.clone();
        let wanted = move |entry: &DirEntry| ways.contains(entry.path());
        // A hidden file that is named is no hidden file.
        for entry in walk(&top).hidden(false).filter_entry(wanted).build().flatten() {
            ignored.remove(entry.path());
        }
    }
    ignored
}

/// Where to begin walking to a path: the working folder, the repository it stands in, or its folder.
fn top(path: &Path) -> PathBuf {
    let here = absolute(Path::new(""));
    if path.starts_with(&here) {
        return here;
    }
    let repository = path.ancestors().skip(1).find(|folder| folder.join(".git").exists());
    repository.or(path.parent()).unwrap_or(path).to_owned()
}

/// What flags and configuration leave out.
#[derive(Clone)]
struct Excluded {
    /// Each with the folder its globs are relative to.
    globs: [(Folder, Gitignore); 2],
}

impl Excluded {
    fn new(project: &Project) -> Result<Self, Failure> {
        let Settings { flags, file, .. } = &project.settings;
        let globs = [
            (Folder::at(Path::new("")), globs(&flags.exclude)?),
            (project.folder.clone(), globs(&file.exclude)?),
        ];
        Ok(Self { globs })
    }

    fn is_match(&self, path: &Path) -> bool {
        self.globs.iter().any(|(folder, globs)| {
            !globs.is_empty()
                && folder.relative(path).is_some_and(|relative| {
                    globs.matched_path_or_any_parents(relative, path.is_dir()).is_ignore()
                })
        })
    }
}

fn globs(globs: &[Set<String>]) -> Result<Gitignore, Failure> {
    let mut builder = GitignoreBuilder::new("");
    for Set { value, .. } in globs {
        builder.add_line(None, value).map_err(|error| bad_glob(value, &error))?;
    }
    builder.build().map_err(|error| bad_glob("", &error))
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
pub(crate) fn is_article(path: &Path) -> bool {
    let is_lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
    !is_lock && path.extension().is_some() && Format::of(&path.to_string_lossy()).is_some()
}
