//! Finding and loading rule files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use super::cache::Key;
use super::project::Project;
use super::recall::{self, CacheArgs};
use super::{choice, rule_cache, text_file};
use crate::config::{self, Config, Origin, Set};
use crate::report::Problem;
use crate::report::problem::Failure;
use crate::rules::{self, FactBook, RuleProblem};
use crate::source::Source;
use crate::text::Vocabulary;

/// The facts, and what was wrong with the files they stand in.
#[derive(Debug, Default)]
pub(crate) struct Loaded {
    pub(crate) book: FactBook,
    pub(crate) problems: Vec<Problem>,
    /// The files, to be told from articles.
    pub(crate) paths: HashSet<PathBuf>,
    /// What names the files in the cache, where that has been worked out.
    pub(crate) key: Option<Key>,
}

/// Rule files as they were read.
#[derive(Debug, Default)]
pub(crate) struct RuleFiles {
    sources: Vec<Source>,
    pub(crate) problems: Vec<Problem>,
    /// The files, to be told from articles.
    pub(crate) paths: HashSet<PathBuf>,
}

/// Loads the rule files of the project, and chooses of their facts.
pub(crate) fn load(project: &mut Project) -> Loaded {
    read(project).load(project, None, |_| None)
}

/// Reads the rule files of the project; none when something is wrong with its settings.
pub(crate) fn read(project: &mut Project) -> RuleFiles {
    let mut problems = std::mem::take(&mut project.problems);
    if problems.iter().any(Problem::is_fatal) {
        return RuleFiles { problems, ..RuleFiles::default() };
    }
    let settings = &project.settings;
    let files = settings.rules();
    let files = files.iter().flat_map(|path| files_at(path, &settings.file, &mut problems));
    let files: Vec<_> = files.collect();
    let mut paths = HashSet::new();
    let mut sources = Vec::new();
    for path in files {
        // A file named twice would state every fact twice.
        if !paths.insert(canonical(&path)) {
            continue;
        }
        match text_file::read(&path, &shown(&path)) {
            Ok(source) => sources.push(source),
            Err(failure) => problems.push(Problem::Failure(failure)),
        }
    }
    RuleFiles { sources, problems, paths }
}

impl RuleFiles {
    /// Compiles them, or takes over what an earlier run compiled where that saves time: then of the
    /// facts no more than a text of these `words` may be about, if there are any beside files of so
    /// many bytes. Chooses of the facts as the project says.
    pub(crate) fn load(
        self,
        project: &Project,
        cache: Option<&CacheArgs>,
        words: impl FnOnce(usize) -> Option<Vocabulary>,
    ) -> Loaded {
        let Self { sources, mut problems, paths } = self;
        let cached = cache.filter(|_| rule_cache::pays(&sources));
        let cached = cached.and_then(|cache| cache.folder().zip(recall::program()));
        let key = cached.as_ref().map(|(_, program)| rule_cache::key_of(program, &sources));
        let n_bytes = rule_cache::n_bytes(&sources);
        let (mut book, rule_problems) = match (&cached, &key) {
            (Some((folder, _)), Some(key)) => {
                rule_cache::load(folder, key, sources, || words(n_bytes))
            }
            _ => rules::load(sources),
        };
        problems.extend(rule_problems.into_iter().map(Problem::Rule));
        if !problems.iter().any(Problem::is_fatal) {
            choice::choose(&project.settings, &mut book, &mut problems);
        }
        if book.is_empty() && !problems.iter().any(Problem::is_fatal) {
            problems.push(Problem::Failure(no_facts(&book)));
        }
        Loaded { book, problems, paths, key }
    }
}

/// The rule files, unless nothing names any and there are none in the default folder.
pub(crate) fn load_if_any(project: &mut Project) -> Loaded {
    match &project.settings.rules()[..] {
        [Set { value, origin: Origin::Default }] if !Path::new(value).exists() => {
            Loaded { problems: std::mem::take(&mut project.problems), ..Loaded::default() }
        }
        _ => load(project),
    }
}

/// A path as it is compared with others.
pub(crate) fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn no_default_rules(folder: &str) -> Failure {
    Failure {
        code: "no-rules",
        path: Some(format!("./{folder}")),
        place: None,
        message: "there is no such folder, and no rule file was named".into(),
        help: "name a rule file or a folder of them: --rules PATH, or `rules:` in factlint.yaml"
            .into(),
    }
}

fn files_at(set: &Set<String>, config: &Config, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    let path = Path::new(&set.value);
    match std::fs::metadata(path) {
        Err(_) if set.origin == Origin::Default => {
            problems.push(Problem::Failure(no_default_rules(&set.value)));
            Vec::new()
        }
        Err(error) => {
            let failure = text_file::unreadable(&shown(path), &error);
            problems.push(config_problem(config, set.origin, failure));
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

/// A failure, on the line of the configuration that led to it.
pub(crate) fn config_problem(config: &Config, origin: Origin, failure: Failure) -> Problem {
    match (origin, &config.source) {
        (Origin::File(span), Some(file)) => Problem::Rule(RuleProblem {
            file: Arc::clone(file),
            span,
            code: failure.code,
            message: match failure.path {
                Some(path) => format!("{path}: {}", failure.message),
                None => failure.message,
            },
            help: Some(failure.help),
            related: None,
            warning: false,
        }),
        _ => Problem::Failure(failure),
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

/// Whether a file under a folder is a rule file.
pub(crate) fn is_rule_file(path: &Path) -> bool {
    if path.file_name().is_some_and(|name| config::FILE_NAMES.iter().any(|it| name == *it)) {
        return false;
    }
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
