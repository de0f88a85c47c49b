//! Finding and loading rule files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::text_file;
use crate::report::Problem;
use crate::report::problem::Failure;
use crate::rules::{self, FactBook};

/// Where rule files stand when nothing says.
const DEFAULT_FOLDER: &str = "rules";

/// The facts, and what was wrong with the files they stand in.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    pub(crate) book: FactBook,
    pub(crate) problems: Vec<Problem>,
    /// The files, to be told from articles.
    pub(crate) paths: HashSet<PathBuf>,
}

/// Loads the rule files at `paths`, or those of the default folder.
pub(crate) fn load(paths: &[PathBuf]) -> Loaded {
    let mut problems = Vec::new();
    let files = match paths {
        [] => files_of_default_folder(&mut problems),
        paths => paths.iter().flat_map(|path| files_at(path, &mut problems)).collect(),
    };
    let mut seen = HashSet::new();
    let mut sources = Vec::new();
    for path in files {
        // A file named twice would state every fact twice.
        if !seen.insert(canonical(&path)) {
            continue;
        }
        match text_file::read(&path, &shown(&path)) {
            Ok(source) => sources.push(source),
            Err(failure) => problems.push(Problem::Failure(failure)),
        }
    }
    let (book, rule_problems) = rules::load(sources);
    problems.extend(rule_problems.into_iter().map(Problem::Rule));
    if book.facts.is_empty() && !problems.iter().any(Problem::is_fatal) {
        problems.push(Problem::Failure(no_facts(&book)));
    }
    Loaded { book, problems, paths: seen }
}

/// The default folder, when it is there and nothing else was named.
pub(crate) fn load_if_any(paths: &[PathBuf]) -> Loaded {
    if paths.is_empty() && !Path::new(DEFAULT_FOLDER).exists() {
        return Loaded::default();
    }
    load(paths)
}

/// A path as it is compared with others.
pub(crate) fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn files_of_default_folder(problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let folder = Path::new(DEFAULT_FOLDER);
    if folder.exists() {
        return files_at(folder, problems);
    }
    problems.push(Problem::Failure(Failure {
        code: "no-rules",
        path: Some("./rules".into()),
        place: None,
        message: "there is no such folder, and no rule file was named".into(),
        help: "name a rule file or a folder of them: --rules PATH".into(),
    }));
    Vec::new()
}

fn files_at(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    match std::fs::metadata(path) {
        Err(error) => {
            problems.push(Problem::Failure(text_file::unreadable(&shown(path), &error)));
            Vec::new()
        }
        Ok(metadata) if metadata.is_dir() => {
            let files = files_under(path, problems);
            if files.is_empty() {
                problems.push(Problem::Failure(Failure {
                    code: "no-rules",
                    path: Some(shown(path)),
                    place: None,
                    message: "the folder holds no rule file".into(),
                    help: "put a .yaml or .yml file with `facts:` there, or name another place: \
                           --rules PATH"
                        .into(),
                }));
            }
            files
        }
        Ok(_) => vec![path.to_owned()],
    }
}

/// Every rule file under a folder; the order of names is that of facts in reports.
fn files_under(folder: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in WalkBuilder::new(folder).require_git(false).build() {
        match entry {
            Ok(entry) if is_rule_file(entry.path()) && !entry.path().is_dir() => {
                files.push(entry.into_path());
            }
            Ok(_) => {}
            Err(error) => problems.push(Problem::Failure(unwalkable(folder, &error))),
        }
    }
    files.sort();
    files
}

/// A folder that could not be walked.
pub(crate) fn unwalkable(folder: &Path, error: &ignore::Error) -> Failure {
    Failure {
        code: "unreadable",
        path: Some(shown(folder)),
        place: None,
        message: format!("part of it cannot be read: {error}"),
        help: "give yourself permission to read it, or leave it out with --exclude".into(),
    }
}

fn is_rule_file(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|it| it.eq_ignore_ascii_case("yaml") || it.eq_ignore_ascii_case("yml"))
}

/// A path as the user would write it.
pub(crate) fn shown(path: &Path) -> String {
    let plain = path.strip_prefix("./").unwrap_or(path);
    plain.to_string_lossy().into_owned()
}

fn no_facts(book: &FactBook) -> Failure {
    Failure {
        code: "no-facts",
        path: book.files.first().map(|file| file.name().to_owned()),
        place: None,
        message: "no fact is stated".into(),
        help: "state facts under `facts:`, each with an id, a subject, a predicate and a value"
            .into(),
    }
}
